package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"perspectief/budget"
	"perspectief/i18n"
)

// given is what went into the sum.
func (b *blad) given() Block {
	s := section(b.say("blad.invoer"), "", b.people(b.Household))
	if jobs := b.jobs(b.Household); len(jobs.Rows) > 0 {
		s = with(s, jobs)
	}
	s = with(s, b.situation())
	if len(b.Household.LocalSchemes) > 0 {
		s = with(s, b.localSchemes())
	}
	return s
}

// changed are the rows of a table that are not as in the file.
func changed(file, then Block) Block {
	then.Rows = slices.DeleteFunc(then.Rows, func(r TableRow) bool {
		return slices.ContainsFunc(file.Rows, func(f TableRow) bool { return slices.Equal(f.Cells, r.Cells) })
	})
	return then
}

func (b *blad) people(h *budget.Household) Block {
	t := tableOf(b.columns("wie", "geboren", "spaargeld>", "inkomen"))
	for i := range h.Adults {
		a := &h.Adults[i]
		t.Rows = append(t.Rows, row(b.adult(i), month(a.Born), b.amount(a.Wealth), strings.Join(b.otherIncome(a), ", ")))
	}
	for _, k := range h.Children {
		t.Rows = append(t.Rows, row(b.who(k.ID), month(k.Born), "", strings.Join(b.ofChild(k), ", ")))
	}
	for i, r := range h.OtherResidents {
		t.Rows = append(t.Rows, row(b.say("blad.bewoner", i18n.Args{"nummer": i + 1}), month(r.Born), b.amount(r.Wealth), strings.Join(b.ofResident(r), ", ")))
	}
	return t
}

// month is "5-1990".
func month(y budget.YearMonth) string {
	if y.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d-%d", y.Month, y.Year)
}

func (b *blad) amount(a budget.Amount) string {
	d, known := a.Get()
	if !known {
		return b.say("blad.niet_ingevuld")
	}
	return i18n.Euro(d)
}

func (b *blad) number(a budget.Amount) string {
	d, known := a.Get()
	if !known {
		return b.say("blad.niet_ingevuld")
	}
	return i18n.Hours(d)
}

func (b *blad) otherIncome(a *budget.Adult) []string {
	var all []string
	for _, x := range a.Benefits {
		all = append(all, b.say("blad.uitkering", i18n.Args{"soort": b.say("blad.soort." + string(x.Kind)), "bedrag": b.amount(x.GrossPerMonth)}))
	}
	if p := a.Profit; p != nil {
		all = append(all, b.say("blad.winst", i18n.Args{"bedrag": b.amount(p.PerYear)}))
		if p.HoursTest {
			all = append(all, b.say("blad.urencriterium"))
		}
		if p.Starter {
			all = append(all, b.say("blad.starter"))
		}
	}
	return all
}

func (b *blad) ofChild(k budget.Child) []string {
	all := []string{b.say("blad.kinderbijslag.nee")}
	if k.Kinderbijslag {
		all[0] = b.say("blad.kinderbijslag.ja")
	}
	for _, x := range k.Childcare {
		all = append(all, b.say("blad.opvang", i18n.Args{"soort": b.say("blad.soort." + string(x.Kind)), "uren": b.number(x.HoursPerMonth),
			"bedrag": b.amount(x.PricePerHour)}))
	}
	return all
}

func (b *blad) ofResident(r budget.Resident) []string {
	all := []string{b.say("blad.inkomen_per_jaar", i18n.Args{"bedrag": b.amount(r.IncomePerYear)})}
	if r.Relation != "" {
		all = append(all, b.say("blad.relatie."+string(r.Relation)))
	}
	if r.CountsForKostendelersnorm {
		all = append(all, b.say("blad.kostendeler"))
	}
	return all
}

func (b *blad) jobs(h *budget.Household) Block {
	t := tableOf(b.columns("baan", "uren>", "uurloon>", "vakantiegeld>", "pensioen>", "reiskosten>", "korting"))
	for i := range h.Adults {
		for k, j := range h.Adults[i].Jobs {
			credit := b.say("blad.nee")
			if j.PayrollCredit {
				credit = b.say("blad.ja")
			}
			t.Rows = append(t.Rows, row(b.say("blad.baan", i18n.Args{"wie": b.adult(i), "nummer": k + 1}), b.number(j.HoursPerWeek), b.amount(j.HourlyWage),
				b.percent(j.HolidayAllowancePercent), b.percent(j.PensionPercent), b.amount(j.TravelCostPerMonth), credit))
		}
	}
	return t
}

func (b *blad) percent(a budget.Amount) string {
	d, known := a.Get()
	if !known {
		return b.say("blad.niet_ingevuld")
	}
	return i18n.Percent(d)
}

// situation is what holds for the whole household.
func (b *blad) situation() Block {
	h := b.Household
	yes := func(x bool) string {
		if x {
			return b.say("blad.ja")
		}
		return b.say("blad.nee")
	}
	home := b.say("blad.niet_ingevuld")
	if h.Housing.Kind != "" {
		home = b.say("blad.woning." + string(h.Housing.Kind))
	}
	rent := ""
	if h.Housing.Kind == budget.Rent {
		rent = b.amount(h.Housing.RentPerMonth)
	}
	exemption := b.say("blad.vrijlating.none")
	if kind := h.Bijstand.Exemption.Kind; kind != "" && kind != budget.NoExemption {
		exemption = b.say("blad.vrijlating", i18n.Args{"soort": b.say("blad.vrijlating." + string(kind)), "maanden": strconv.Itoa(h.Bijstand.Exemption.Months)})
	}
	return tableOf(b.columns("partners", "woning", "kale_huur>", "bijstand", "vrijlating"),
		row(yes(h.Partners), home, rent, yes(h.Bijstand.Claims), exemption))
}

// localSchemes are the municipal schemes, as the helper put them in: they are no law.
func (b *blad) localSchemes() Block {
	t := tableOf(b.columns("regeling", "eigenaar", "bedrag>", "per_jaar>", "regeling_bron"))
	for i, l := range b.Household.LocalSchemes {
		perYear := ""
		if i < len(b.result.Local) && b.result.Of(budget.Lokaal).State != budget.Unknown {
			perYear = i18n.Euro(b.result.Local[i].PerYear)
		}
		t.Rows = append(t.Rows, row(Clean(l.Name), Clean(l.Owner), b.amount(l.Amount), perYear, strings.TrimSpace(Clean(l.SourceURL)+" "+Clean(l.CheckedOn))))
	}
	return t
}
