package plan

import (
	"time"

	"perspectief/i18n"
)

// childHelp is what there is for a child, with the office that gives it, in the order of the sheet.
var childHelp = []struct{ right, office string }{
	{"leergeld", "leergeld"}, {"laptop", "leergeld"}, {"fiets", "leergeld"}, {"sport", "jeugdfonds"}, {"cultuur", "jeugdfonds"},
	{"zwemles", "leergeld"}, {"jarige_job", "jarige_job"}, {"schoolkosten", "gemeente"},
}

// ComposeSchool makes the sheet that a school can hand out to every family: what there is for a child, and whom to ask. It is about no
// family.
func ComposeSchool(words *i18n.Catalogue, date time.Time) Document {
	d := loose(words, "schoolblad.titel", date)
	d.Status = words.T("schoolblad.voor_iedereen")
	help := section(words.T("schoolblad.kan"), "star")
	for _, h := range childHelp {
		help = with(help, Block{Kind: RowBlock, Text: Capital(words.T("recht." + h.right)), Details: Capital(words.T("loket." + h.office))})
	}
	ask := section(words.T("schoolblad.vraag"), "users", eachOnItsLine(words.T("schoolblad.vraag.tekst"))...)
	ask = with(ask, Block{Kind: LinesBlock, Text: words.T("schoolblad.vraag.wie"), Count: 1})
	d.Pages = []Block{{Kind: PageBlock, Text: d.Title, Blocks: []Block{
		section(words.T("schoolblad.niet_alleen"), "heart", eachOnItsLine(words.T("schoolblad.niet_alleen.tekst"))...),
		help,
		section(words.T("schoolblad.ouderbijdrage"), "school", eachOnItsLine(words.T("reden.vrijwillig"))...),
		ask,
	}}}
	return d
}

// ComposePocketMoney makes the sheet on pocket money, without an amount of any family: parent and child write their own.
func ComposePocketMoney(words *i18n.Catalogue, date time.Time) Document {
	d := loose(words, "zakgeld.titel", date)
	part := func(id, pictogram string, more ...Block) Block {
		return section(words.T("zakgeld."+id), pictogram, append(eachOnItsLine(words.T("zakgeld."+id+".tekst")), more...)...)
	}
	line := func(id string, count int) Block {
		return Block{Kind: LinesBlock, Text: words.T("zakgeld." + id), Count: count}
	}
	d.Pages = []Block{{Kind: PageBlock, Text: d.Title, Blocks: []Block{
		part("samen", "users"),
		part("afspraak", "pencil", line("hoeveel", 1), line("dag", 1), line("waarvoor", 2)),
		part("op", "lightbulb"),
		part("geen_geld", "heart"),
	}}}
	return d
}
