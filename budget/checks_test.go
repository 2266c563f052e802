package budget

import (
	"slices"
	"testing"
)

// told is a budget in which the family said enough for the questions about what is forgotten, and forgot nothing.
func toldBudget(more ...OwnLine) *OwnBudget {
	own := &OwnBudget{Lines: []OwnLine{
		{Key: "energie", Amount: Known(dec("150"))},
		{Key: "gemeente", Amount: Known(dec("0")), Rhythm: Yearly},
		{Key: "telecom", Amount: Known(dec("45"))},
		{Key: "zorgverzekering", Amount: Known(dec("150"))},
		{Key: "eigen_risico", Amount: Known(dec("385")), Rhythm: Yearly},
		{Key: "voeding", Amount: Known(dec("75")), Rhythm: Weekly},
		{Key: "kleding", Amount: Known(dec("40"))},
		{Key: "inventaris", Amount: Known(dec("30"))},
		{Key: "onvoorzien", Amount: Known(dec("20"))},
	}}
	own.Lines = append(own.Lines, more...)
	return own
}

// without takes lines out of a budget.
func (b *OwnBudget) without(keys ...LineKey) *OwnBudget {
	b.Lines = slices.DeleteFunc(b.Lines, func(o OwnLine) bool { return slices.Contains(keys, o.Key) })
	return b
}

func (b *OwnBudget) receives(component, amount string, rhythm Rhythm) *OwnBudget {
	b.Received = append(b.Received, Received{Component: component, Amount: Known(dec(amount)), Rhythm: rhythm})
	return b
}

// worker earns 24,000 before tax and 21,600 after it, gets 295 huurtoeslag and 270 kinderbijslag a quarter, and rents for 650.
func worker() (*Household, *Result) {
	r := noResult()
	r.Components[Loon] = Outcome{PerYear: dec("24000")}
	r.Components[Inkomstenbelasting] = Outcome{PerYear: dec("-2400")}
	r.Components[Huurtoeslag] = Outcome{PerYear: dec("3540")}
	r.Components[Kinderbijslag] = Outcome{PerYear: dec("1080")}
	return family(2026, 1, 8), r
}

func checksOf(t *testing.T, h *Household, own *OwnBudget, debts []Debt, r *Result) []Check {
	t.Helper()
	e := testEngine(t)
	norms, err := e.Norms(h, nil)
	if err != nil {
		t.Fatal(err)
	}
	found, err := e.Checks(h, own, debts, NewOverview(norms, own, debts, r), r)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestChecks(t *testing.T) {
	debt := func(kind CreditorKind, amount, perMonth, interest string) Debt {
		d := Debt{Kind: kind, Amount: Known(dec(amount))}
		if perMonth != "" {
			d.ArrangementPerMonth = Known(dec(perMonth))
		}
		if interest != "" {
			d.InterestPercent = Known(dec(interest))
		}
		return d
	}
	for _, c := range []struct {
		name  string
		own   *OwnBudget
		debts []Debt
		want  []CheckID
		field string // of the first
	}{
		{"nothing told yet", nil, nil, nil, ""},
		{"few lines told", &OwnBudget{Lines: []OwnLine{{Key: "telecom", Amount: Known(dec("45"))}}}, nil, nil, ""},
		{"nothing forgotten", toldBudget(), nil, nil, ""},

		{"40 of 295", toldBudget().receives("huurtoeslag", "40", Monthly), nil, []CheckID{CheckTeWeinig}, "received.huurtoeslag"},
		{"9 less is nothing", toldBudget().receives("huurtoeslag", "286", Monthly), nil, nil, ""},
		{"10 less", toldBudget().receives("huurtoeslag", "285", Monthly), nil, []CheckID{CheckTeWeinig}, "received.huurtoeslag"},
		{"10 more", toldBudget().receives("huurtoeslag", "305", Monthly), nil, []CheckID{CheckTeVeel}, "received.huurtoeslag"},
		{"gross pay", toldBudget().receives(NettoInkomen, "2000", Monthly), nil, []CheckID{CheckBruto}, "received.netto_inkomen"},
		{"net pay", toldBudget().receives(NettoInkomen, "1800", Monthly), nil, nil, ""},
		{"a quarter as a month", toldBudget().receives("kinderbijslag", "270", Monthly), nil, []CheckID{CheckKinderbijslag}, "received.kinderbijslag"},
		{"a quarter as a quarter", toldBudget().receives("kinderbijslag", "270", Quarterly), nil, nil, ""},

		{"no premium", toldBudget().without("zorgverzekering"), nil, []CheckID{CheckZorgverzekering}, "budget.zorgverzekering"},
		{"a premium of zero", toldBudget(OwnLine{Key: "zorgverzekering", Amount: Known(zero)}).replace("zorgverzekering"), nil, []CheckID{CheckZorgverzekering}, "budget.zorgverzekering"},
		{"premium not known", toldBudget(OwnLine{Key: "zorgverzekering", Unknown: true}).replace("zorgverzekering"), nil, nil, ""},
		{"no food", toldBudget().without("voeding"), nil, []CheckID{CheckEten}, "budget.voeding"},
		{"food not known", toldBudget(OwnLine{Key: "voeding", Unknown: true}).replace("voeding"), nil, nil, ""},
		// the reference of one adult and a child of 8 is 436.42
		{"food 218 a month", toldBudget(OwnLine{Key: "voeding", Amount: Known(dec("218"))}).replace("voeding"), nil, []CheckID{CheckEtenVer}, "budget.voeding"},
		{"food 219 a month", toldBudget(OwnLine{Key: "voeding", Amount: Known(dec("219"))}).replace("voeding"), nil, nil, ""},
		{"food 872 a month", toldBudget(OwnLine{Key: "voeding", Amount: Known(dec("872"))}).replace("voeding"), nil, nil, ""},
		{"food 873 a month", toldBudget(OwnLine{Key: "voeding", Amount: Known(dec("873"))}).replace("voeding"), nil, []CheckID{CheckEtenVer}, "budget.voeding"},
		{"no yearly bills", toldBudget(OwnLine{Key: "gemeente", Amount: Known(zero)}, OwnLine{Key: "eigen_risico", Amount: Known(dec("32"))}).replace("gemeente", "eigen_risico"), nil,
			[]CheckID{CheckJaarrekeningen}, "budget.water_lokaal"},
		{"no local taxes", toldBudget().without("gemeente"), nil, []CheckID{CheckGemeente}, "budget.water_lokaal"},
		{"no own risk", toldBudget().without("eigen_risico"), nil, []CheckID{CheckEigenRisico}, "budget.ziektekosten"},
		{"nothing unexpected", toldBudget().without("onvoorzien"), nil, []CheckID{CheckOnvoorzien}, "budget.overig"},
		{"no washing machine", toldBudget().without("inventaris"), nil, []CheckID{CheckInventaris}, "budget.inventaris"},
		{"one guess", toldBudget(OwnLine{Key: "vrije_tijd", Amount: Known(dec("100"))}).without("kleding"), nil, []CheckID{CheckEenGok}, "budget.vrije_tijd"},
		{"parts", toldBudget(OwnLine{Key: "cadeaus", Amount: Known(dec("100"))}).without("kleding"), nil, nil, ""},

		{"rent less huurtoeslag", toldBudget(OwnLine{Key: "huur", Amount: Known(dec("355"))}), nil, []CheckID{CheckHuurtoeslagOpHuur}, "budget.huur"},
		{"the whole rent", toldBudget(OwnLine{Key: "huur", Amount: Known(dec("650"))}), nil, nil, ""},
		{"the car twice", toldBudget(OwnLine{Key: "vervoer", Amount: Known(dec("150"))}, OwnLine{Key: "brandstof", Amount: Known(dec("80"))}), nil, []CheckID{CheckAutoDubbel}, "budget.vervoer"},
		{"the car in parts", toldBudget(OwnLine{Key: "wegenbelasting", Amount: Known(dec("50"))}, OwnLine{Key: "brandstof", Amount: Known(dec("80"))}), nil, nil, ""},
		{"the car insured twice", toldBudget(OwnLine{Key: "verzekeringen", Label: "Autoverzekering", Amount: Known(dec("50"))}, OwnLine{Key: "autoverzekering", Amount: Known(dec("50"))}), nil,
			[]CheckID{CheckAutoDubbel}, "budget.vervoer"},
		{"a bill twice", toldBudget(OwnLine{Key: "telecom", Amount: Known(dec("45"))}), nil, []CheckID{CheckRegelDubbel}, "budget.lines[9]"},
		{"two bills", toldBudget(OwnLine{Key: "telecom", Label: "mobiel", Amount: Known(dec("45"))}), nil, nil, ""},

		{"set off before it came", toldBudget().receives("huurtoeslag", "290", Monthly), []Debt{setOff(debt("toeslagen", "900", "30", ""), "huurtoeslag")},
			[]CheckID{CheckAlIngehouden}, "received.huurtoeslag"},
		{"set off against what we reckon", toldBudget(), []Debt{setOff(debt("toeslagen", "900", "30", ""), "huurtoeslag")}, nil, ""},
		{"seized before it came", toldBudget().receives(NettoInkomen, "1800", Monthly), []Debt{seizedDebt(debt("cjib", "900", "50", ""))},
			[]CheckID{CheckAlIngehouden}, "received.netto_inkomen"},

		{"other repayment", toldBudget(OwnLine{Key: "aflossing", Amount: Known(dec("50"))}), []Debt{debt("bank", "1000", "75", "")}, []CheckID{CheckAflossingAnders}, "budget.aflossing"},
		{"below the interest", toldBudget(), []Debt{debt("bank", "1200", "12", "12")}, []CheckID{CheckOnderRente}, "debts[0].arrangementPerMonth"}, // 1200 x 12% / 12 = 12
		{"above the interest", toldBudget(), []Debt{debt("bank", "1200", "12.01", "12")}, nil, ""},
		{"too many", toldBudget(), []Debt{debt("verhuurder", "9000", "2000", "")}, []CheckID{CheckTeVeelAfspraken}, "debts"},
		{"the loudest first", toldBudget(), []Debt{debt("webwinkel", "500", "25", ""), debt("verhuurder", "900", "", "")}, []CheckID{CheckHardsteEerst}, "debts"},
		{"the home first", toldBudget(), []Debt{debt("webwinkel", "500", "", ""), debt("verhuurder", "900", "25", "")}, nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			h, r := worker()
			found := checksOf(t, h, c.own, c.debts, r)
			var got []CheckID
			for _, f := range found {
				got = append(got, f.ID)
			}
			if !slices.Equal(got, c.want) {
				t.Fatalf("asks %v, want %v", got, c.want)
			}
			if len(found) > 0 && found[0].Field != c.field {
				t.Errorf("at %s, want %s", found[0].Field, c.field)
			}
		})
	}
}

func setOff(d Debt, against string) Debt {
	d.SetOffAgainst = against
	return d
}

func seizedDebt(d Debt) Debt {
	d.Seizure = true
	return d
}

// replace keeps the last entry of a line only.
func (b *OwnBudget) replace(keys ...LineKey) *OwnBudget {
	for _, key := range keys {
		last := slices.IndexFunc(b.Lines, func(o OwnLine) bool { return o.Key == key })
		for i, o := range b.Lines {
			if o.Key == key {
				last = i
			}
		}
		keep := b.Lines[last]
		b.without(key).Lines = append(b.Lines, keep)
	}
	return b
}

// 24,000 before tax, 14,400 after it: 1,200 a month. 1.15 x 1,200 = 1,380.
func TestCheckOfALuckyMonth(t *testing.T) {
	h, r := worker()
	r.Components[Inkomstenbelasting] = Outcome{PerYear: dec("-9600")}
	for amount, want := range map[string]bool{"1380": false, "1380.01": true, "1999": true, "2000": false} {
		got := slices.ContainsFunc(checksOf(t, h, toldBudget().receives(NettoInkomen, amount, Monthly), nil, r), func(c Check) bool { return c.ID == CheckGoedeMaand })
		if got != want {
			t.Errorf("%s a month: asked %v, want %v", amount, got, want)
		}
	}
}

// With bijstand the local taxes may be waived.
func TestCheckOfRemission(t *testing.T) {
	h, r := worker()
	own := toldBudget(OwnLine{Key: "waterschap", Amount: Known(dec("340")), Rhythm: Yearly})
	if found := checksOf(t, h, own, nil, r); len(found) > 0 {
		t.Errorf("asks %v of a family with enough", found)
	}
	r.Components[Bijstand] = Outcome{PerYear: dec("100")}
	found := checksOf(t, h, own, nil, r)
	if len(found) != 1 || found[0].ID != CheckKwijtschelding || !found[0].Values["bedrag"].Equal(dec("28.33")) { // 340 / 12
		t.Errorf("asks %+v, want kwijtschelding for 28.33", found)
	}
}

func TestCheckOfTravelTwice(t *testing.T) {
	h := family(2026, 1)
	h.Adults[0].Jobs = []Job{{ID: "j", HoursPerWeek: Known(dec("24")), HourlyWage: Known(dec("16")), HolidayAllowancePercent: Known(dec("8")),
		PensionPercent: Known(zero), TravelCostPerMonth: Known(dec("60"))}}
	own := toldBudget(OwnLine{Key: "ov", Amount: Known(dec("70"))})
	r, err := testEngine(t).Year(h)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(checksOf(t, h, own, nil, r), func(c Check) bool { return c.ID == CheckReizenDubbel }) {
		t.Error("travel to work and a ticket: not asked")
	}
}

// "Klopt" is about one thing: the same question about another thing is still asked.
func TestCheckAnswered(t *testing.T) {
	h, r := worker()
	r.Components[Zorgtoeslag] = Outcome{PerYear: dec("1200")}
	own := toldBudget().receives("huurtoeslag", "40", Monthly).receives("zorgtoeslag", "0", Monthly)
	own.Checked = []CheckAnswer{{ID: CheckTeWeinig, Of: "huurtoeslag"}}
	for _, c := range checksOf(t, h, own, nil, r) {
		if c.ID != CheckTeWeinig || c.Answered != (c.Of == "huurtoeslag") {
			t.Errorf("%+v", c)
		}
	}
	if faults := own.Validate(); len(faults) > 0 {
		t.Error(faults)
	}
	own.Checked[0].ID = "raar"
	wantFaults(t, own.Validate(), []FieldError{{Field: "budget.checked[0].id", Key: "fout.onbekend_woord"}})
}
