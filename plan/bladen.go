package plan

import (
	"slices"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
)

// The loose sheets beside the plan: each one page, in plain words, without private figures.

// loose begins a sheet of one page.
func loose(words *i18n.Catalogue, title string, date time.Time) Document {
	return Document{Title: words.T(title), words: words, Made: words.T("bladen.gemaakt", i18n.Args{"datum": words.DayMonthYear(date)}),
		Status: words.T("bladen.status")}
}

// MoreHours is what a worker wants to ask the employer. It holds hours and days and nothing about the money of the family.
type MoreHours struct {
	Now, Wished   budget.Amount // hours a week
	Days          []string      // ids of days of the week: "maandag"
	From          Day
	MakesOwnHours bool // the hours may lie as the employer needs them
}

// weekDays are the days of the week in their order.
var weekDays = []string{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"}

// WeekDays lists the ids of the days of the week.
func WeekDays() []string { return slices.Clone(weekDays) }

// ComposeMoreHours makes the sheet "meer uren" for the employer: one page that the worker may hand over or read out.
func ComposeMoreHours(m MoreHours, words *i18n.Catalogue, date time.Time) Document {
	d := loose(words, "werkgever.titel", date)
	say := func(id string, args ...i18n.Args) Block {
		return Block{Kind: TextBlock, Text: words.T("werkgever."+id, args...)}
	}
	head := func(id, pictogram string, blocks ...Block) Block {
		return section(words.T("werkgever."+id), pictogram, blocks...)
	}

	question := head("vraag", "clock", eachOnItsLine(words.T("werkgever.vraag.tekst"))...)
	if now, known := m.Now.Get(); known {
		question = with(question, Block{Kind: RowBlock, Text: words.T("werkgever.nu"), Details: words.T("werkgever.uren", i18n.Args{"uren": i18n.Hours(now)})})
	}
	wished := Block{Kind: LinesBlock, Text: words.T("werkgever.straks"), Count: 1}
	if hours, known := m.Wished.Get(); known {
		wished = Block{Kind: RowBlock, Text: words.T("werkgever.straks"), Details: words.T("werkgever.uren", i18n.Args{"uren": i18n.Hours(hours)}), Strong: true}
	}
	question = with(question, wished)
	if m.From != "" {
		question = with(question, Block{Kind: RowBlock, Text: words.T("werkgever.vanaf"), Details: inWords(m.From, words)})
	}
	days := head("dagen", "calendar-days", say("dagen.tekst"))
	for _, day := range weekDays {
		days = with(days, Block{Kind: CheckBlock, Text: words.T("werkgever.dag." + day), Ticked: slices.Contains(m.Days, day)})
	}
	if m.MakesOwnHours {
		days = with(days, say("soepel"))
	}
	answer := head("antwoord", "pencil", say("antwoord.tekst"), Block{Kind: LinesBlock, Count: 2})
	help := head("hulp", "info")
	for _, id := range []string{"tekst", "gratis", "beslag"} {
		help = with(help, eachOnItsLine(words.T("werkgever.hulp."+id))...)
	}
	d.Pages = []Block{{Kind: PageBlock, Text: d.Title, Blocks: []Block{question, days, answer, help}}}
	return d
}

// ComposeBarrier makes the note for the municipality: which rules together leave a family worse off, over which hours, by how
// much. Nothing in it tells which family it is. ok is false when no fall is worth a note.
func ComposeBarrier(barriers []budget.Belemmering, schemes []budget.LocalScheme, year int, words *i18n.Catalogue, date time.Time) (d Document, ok bool) {
	d = loose(words, "belemmering.titel", date)
	say := func(id string, args ...i18n.Args) Block {
		return Block{Kind: TextBlock, Text: words.T("belemmering."+id, args...)}
	}
	page := Block{Kind: PageBlock, Text: d.Title, Blocks: []Block{section(words.T("belemmering.waarom"), "info",
		say("waarom.tekst"), say("regels", i18n.Args{"jaar": year}))}}
	for _, b := range barriers {
		if b.Cliff.Loss.LessThan(fallWorthMentioning) {
			continue
		}
		page.Blocks = append(page.Blocks, barrier(&b, schemes, words))
	}
	if len(page.Blocks) == 1 {
		return d, false
	}
	page.Blocks = append(page.Blocks, section(words.T("belemmering.voorstel"), "lightbulb", say("voorstel.tekst"), say("voorstel.glijden")))
	d.Pages = []Block{page}
	return d, true
}

// barrier is one stretch of hours with its rules.
func barrier(b *budget.Belemmering, schemes []budget.LocalScheme, words *i18n.Catalogue) Block {
	args := i18n.Args{"van": i18n.Hours(b.Cliff.From), "bedrag": i18n.EuroWords(b.Cliff.Loss.DivRound(monthsPerYear, 2).Floor())}
	title, text := "belemmering.stuk_open", "belemmering.verlies"
	if b.Cliff.To.Valid {
		args["tot"] = i18n.Hours(b.Cliff.To.Decimal)
		title = "belemmering.stuk"
	}
	s := section(words.T(title, args), "triangle-alert", Block{Kind: TextBlock, Text: words.T(text, args)})
	s = with(s, Block{Kind: TextBlock, Text: words.T("belemmering.samen")})
	for _, c := range b.Components {
		if c.Component == budget.Lokaal && len(b.Schemes) > 0 || !isAllowance(c.Component) {
			continue
		}
		s = with(s, Block{Kind: RowBlock, Text: words.T("onderdeel." + c.Component.String()), Details: lost(c.PerYear, words)})
	}
	for _, loss := range b.Schemes {
		// What is no cash is no part of the fall.
		i := slices.IndexFunc(schemes, func(l budget.LocalScheme) bool { return l.ID == loss.ID && l.CountsAsCash })
		if i >= 0 {
			s = with(s, Block{Kind: RowBlock, Text: words.T("belemmering.regeling", i18n.Args{"naam": Clean(schemes[i].Name)}), Details: lost(loss.PerYear.Neg(), words)})
		}
	}
	return s
}

func lost(perYear decimal.Decimal, words *i18n.Catalogue) string {
	return words.T("belemmering.minder", i18n.Args{"bedrag": i18n.EuroWords(RoundLine(perYear.Neg().DivRound(monthsPerYear, 2)))})
}

// ComposePapers makes the sheet "bring these papers": for each office what is asked there and what to bring, to tick.
func ComposePapers(rights []budget.Recht, h *budget.Household, words *i18n.Catalogue, date time.Time) Document {
	d := loose(words, "meenemen.titel", date)
	page := Block{Kind: PageBlock, Text: d.Title}
	var offices []string
	asked, papers := map[string][]string{}, map[string][]string{}
	for i := range rights {
		r := &rights[i]
		office := officeOf(r, h, words)
		if !slices.Contains(offices, office) {
			offices = append(offices, office)
		}
		if name := rightName(r, h, words); !slices.Contains(asked[office], name) {
			asked[office] = append(asked[office], name)
		}
		for _, p := range r.Papers {
			if !slices.Contains(papers[office], p) {
				papers[office] = append(papers[office], p)
			}
		}
	}
	for _, office := range offices {
		s := section(words.T("meenemen.naar", i18n.Args{"loket": Clean(office)}), "file-text")
		for _, name := range asked[office] {
			s = with(s, Block{Kind: TextBlock, Text: words.T("meenemen.voor", i18n.Args{"wat": Clean(name)})})
		}
		for _, p := range papers[office] {
			s = with(s, Block{Kind: CheckBlock, Text: Capital(words.T("papier." + p))})
		}
		page.Blocks = append(page.Blocks, s)
	}
	if len(offices) == 0 {
		page.Blocks = []Block{section(d.Title, "file-text", Block{Kind: TextBlock, Text: words.T("meenemen.niets")})}
	}
	d.Pages = []Block{page}
	return d
}
