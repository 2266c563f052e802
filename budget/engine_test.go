package budget_test

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

// Pairs of households on a limit and one step beyond it. The sums are written out; figures are those of the law and of the
// pages of Dienst Toeslagen.

// change is one step in the making of a household.
type change func(*budget.Household)

// alone is one adult of 36 with an own home, no income, no wealth and no claim to bijstand, changed step by step.
func alone(year int, changes ...change) *budget.Household {
	h := &budget.Household{Year: year, Housing: budget.Home{Kind: budget.OwnHome},
		Adults: []budget.Adult{{ID: "a1", Born: budget.YearMonth{Year: year - 36, Month: 5}, Wealth: known("0")}}}
	for _, change := range changes {
		change(h)
	}
	return h
}

// benefit gives the first adult WW of a whole year: taxed income without arbeidskorting. A twelfth to eight decimals is never
// below the twelfth, so the whole euros of the year stay.
func benefit(perYear string) change {
	return func(h *budget.Household) {
		month := dec(perYear).DivRound(dec("12"), 8).Add(dec("0.00000001"))
		h.Adults[0].Benefits = []budget.Benefit{{Kind: budget.WW, GrossPerMonth: budget.Known(month)}}
	}
}

// wage gives the first adult a year wage without holiday allowance: 25 hours x 52 = 1,300 hours.
func wage(perYear string) change {
	return func(h *budget.Household) {
		j := job("25", "0")
		j.HourlyWage, j.HolidayAllowancePercent = budget.Known(dec(perYear).DivRound(dec("1300"), 8)), known("0")
		h.Adults[0].Jobs = []budget.Job{j}
	}
}

func hourly(hours, perHour string) change {
	return func(h *budget.Household) { h.Adults[0].Jobs = []budget.Job{job(hours, perHour)} }
}

// partner adds a second adult of 38 without income.
func partner(h *budget.Household) {
	h.Partners = true
	h.Adults = append(h.Adults, budget.Adult{ID: "a2", Born: budget.YearMonth{Year: h.Year - 38, Month: 2}, Wealth: known("0")})
}

func child(year, month int) change {
	return func(h *budget.Household) {
		h.Children = append(h.Children, budget.Child{ID: "c" + string(rune('1'+len(h.Children))),
			Born: budget.YearMonth{Year: year, Month: month}, Kinderbijslag: true})
	}
}

func care(kind budget.CareKind, hours, price string) change {
	return func(h *budget.Household) {
		c := &h.Children[len(h.Children)-1]
		c.Childcare = append(c.Childcare, budget.Childcare{Kind: kind, HoursPerMonth: known(hours), PricePerHour: known(price)})
	}
}

func wealth(euro string) change {
	return func(h *budget.Household) { h.Adults[0].Wealth = known(euro) }
}

func rent(perMonth string) change {
	return func(h *budget.Household) {
		h.Housing = budget.Home{Kind: budget.Rent, RentPerMonth: known(perMonth)}
	}
}

func born(year, month int) change {
	return func(h *budget.Household) { h.Adults[0].Born = budget.YearMonth{Year: year, Month: month} }
}

func resident(year, month int, income, wealth string) change {
	return func(h *budget.Household) {
		h.OtherResidents = append(h.OtherResidents, budget.Resident{Born: budget.YearMonth{Year: year, Month: month},
			IncomePerYear: known(income), Wealth: known(wealth), CountsForKostendelersnorm: true})
	}
}

func claims(h *budget.Household) { h.Bijstand.Claims = true }

func TestLimitAndOneBeyond(t *testing.T) {
	const (
		zorg, huur, kgb  = budget.Zorgtoeslag, budget.Huurtoeslag, budget.KindgebondenBudget
		kot, bijstand    = budget.Kinderopvangtoeslag, budget.Bijstand
		tax, kbs         = budget.Inkomstenbelasting, budget.Kinderbijslag
		rich             = budget.ReasonWealthTooHigh
		small, rentAbove = budget.ReasonTooSmall, budget.ReasonRentTooHigh
		rentBelow        = budget.ReasonRentTooLow
	)
	e := engine(t)
	for _, c := range []struct {
		name      string
		component budget.Component
		household *budget.Household
		perYear   string
		none      budget.Reason // "" for an amount
	}{
		// Zorgtoeslag 2026 alone: 2,119 - 1.912% x 29,736 - 13.730% x (40,857 - 29,736) = 2,119 - 568.55 - 1,526.91 = 23.53.
		{"zorgtoeslag 2026 alone, on the limit", zorg, alone(2026, benefit("40857")), "24", ""},
		{"zorgtoeslag 2026 alone, one above (23.40)", zorg, alone(2026, benefit("40858")), "0", small},
		// Partners: 4,238 - 4.289% x 29,736 - 13.730% x (51,142 - 29,736) = 4,238 - 1,275.38 - 2,939.04 = 23.58.
		{"zorgtoeslag 2026 partners, on the limit", zorg, alone(2026, partner, benefit("51142")), "24", ""},
		{"zorgtoeslag 2026 partners, one above (23.44)", zorg, alone(2026, partner, benefit("51143")), "0", small},
		// 2025 alone: 2,112 - 1.896% x 28,406 - 13.700% x 11,313 = 2,112 - 538.58 - 1,549.88 = 23.54; partners
		// 4,224 - 4.273% x 28,406 - 13.700% x 21,800 = 4,224 - 1,213.79 - 2,986.60 = 23.61.
		{"zorgtoeslag 2025 alone, on the limit", zorg, alone(2025, benefit("39719")), "24", ""},
		{"zorgtoeslag 2025 alone, one above (23.40)", zorg, alone(2025, benefit("39720")), "0", small},
		{"zorgtoeslag 2025 partners, on the limit", zorg, alone(2025, partner, benefit("50206")), "24", ""},
		{"zorgtoeslag 2025 partners, one above (23.47)", zorg, alone(2025, partner, benefit("50207")), "0", small},
		// Up to the drempelinkomen the maximum: 2,119 - 568.55 = 1,550.45; 14 euro above it 13.73% x 14 = 1.92 less.
		{"zorgtoeslag 2026 on the drempel", zorg, alone(2026, benefit("29736")), "1550", ""},
		{"zorgtoeslag 2026 above the drempel (1,548.53)", zorg, alone(2026, benefit("29750")), "1549", ""},
		// Wealth of 1 January: on the limit is allowed.
		{"zorgtoeslag 2026 wealth", zorg, alone(2026, wealth("146011")), "1550", ""},
		{"zorgtoeslag 2026 wealth + 1", zorg, alone(2026, wealth("146012")), "0", rich},
		{"zorgtoeslag 2026 wealth partners", zorg, alone(2026, partner, wealth("184633")), "2963", ""},
		{"zorgtoeslag 2026 wealth partners + 1", zorg, alone(2026, partner, wealth("184634")), "0", rich},
		{"zorgtoeslag 2025 wealth", zorg, alone(2025, wealth("141896")), "1573", ""},
		{"zorgtoeslag 2025 wealth + 1", zorg, alone(2025, wealth("141897")), "0", rich},
		{"zorgtoeslag 2025 wealth partners", zorg, alone(2025, partner, wealth("179429")), "3010", ""},
		{"zorgtoeslag 2025 wealth partners + 1", zorg, alone(2025, partner, wealth("179430")), "0", rich},
		// 18 in June: six months, July to December: 1,550.45 / 2 = 775.22. In December: no month in this year.
		{"zorgtoeslag 18 in June", zorg, alone(2026, born(2008, 6)), "775", ""},
		{"zorgtoeslag 18 in November (1,550.45 / 12 = 129.20)", zorg, alone(2026, born(2008, 11)), "129", ""},
		{"zorgtoeslag 18 in December", zorg, alone(2026, born(2008, 12)), "0", budget.ReasonTooYoung},

		// Kindgebonden budget 2026, single parent, one child of 5: 2,580 + 3,416 = 5,996; 7.6% of what is above 29,736.
		{"kgb 2026 alone, on the afbouwpunt", kgb, alone(2026, child(2020, 9), benefit("29736")), "5996", ""},
		{"kgb 2026 alone, 7 above (5,995.47)", kgb, alone(2026, child(2020, 9), benefit("29743")), "5995", ""},
		// 5,996 - 7.6% x (108,321 - 29,736) = 5,996 - 5,972.46 = 23.54.
		{"kgb 2026 alone, last award", kgb, alone(2026, child(2020, 9), benefit("108321")), "24", ""},
		{"kgb 2026 alone, one above (23.46)", kgb, alone(2026, child(2020, 9), benefit("108322")), "0", small},
		// Partners: 2,580 - 7.6% x (72,779 - 39,141) = 2,580 - 2,556.49 = 23.51.
		{"kgb 2026 partners, last award", kgb, alone(2026, partner, child(2020, 9), benefit("72779")), "24", ""},
		{"kgb 2026 partners, one above (23.44)", kgb, alone(2026, partner, child(2020, 9), benefit("72780")), "0", small},
		// 2025: 2,511 + 3,389 - 7.1% x (111,173 - 28,406) = 5,900 - 5,876.46 = 23.54; partners
		// 2,511 - 7.1% x (72,580 - 37,545) = 2,511 - 2,487.49 = 23.52.
		{"kgb 2025 alone, last award", kgb, alone(2025, child(2019, 9), benefit("111173")), "24", ""},
		{"kgb 2025 alone, one above (23.47)", kgb, alone(2025, child(2019, 9), benefit("111174")), "0", small},
		{"kgb 2025 partners, last award", kgb, alone(2025, partner, child(2019, 9), benefit("72580")), "24", ""},
		{"kgb 2025 partners, one above (23.44)", kgb, alone(2025, partner, child(2019, 9), benefit("72581")), "0", small},
		{"kgb 2026 wealth", kgb, alone(2026, child(2020, 9), wealth("146011")), "5996", ""},
		{"kgb 2026 wealth + 1", kgb, alone(2026, child(2020, 9), wealth("146012")), "0", rich},
		// 12 in May: the extra of 724 from June: 5,996 + 7/12 x 724 = 6,418.33. 16 in May: 724 to May, 964 from June:
		// 5,996 + 5/12 x 724 + 7/12 x 964 = 5,996 + 301.67 + 562.33 = 6,860.
		{"kgb 12 in May", kgb, alone(2026, child(2014, 5)), "6418", ""},
		{"kgb 16 in May", kgb, alone(2026, child(2010, 5)), "6860", ""},
		// 18 in May: five months of 2,580 + 964 + 3,416 = 6,960 x 5/12 = 2,900. Born in May: seven months of 5,996 = 3,497.67.
		{"kgb 18 in May", kgb, alone(2026, child(2008, 5)), "2900", ""},
		{"kgb born in May", kgb, alone(2026, child(2026, 5)), "3498", ""},

		// Huurtoeslag 2026, one person, rent 600: 498.20 - 202.52 = 295.68 and 65% of 600 - 498.20 = 66.17, together
		// 361.85 x 12 = 4,342.20; less 27% of the income above 23,425.
		{"huurtoeslag 2026, on the income point", huur, alone(2026, rent("600"), benefit("23425")), "4342", ""},
		{"huurtoeslag 2026, 3 above (4,341.39)", huur, alone(2026, rent("600"), benefit("23428")), "4341", ""},
		// 4,342.20 - 27% x (39,420 - 23,425) = 4,342.20 - 4,318.65 = 23.55.
		{"huurtoeslag 2026, last award", huur, alone(2026, rent("600"), benefit("39420")), "24", ""},
		{"huurtoeslag 2026, one above (23.28)", huur, alone(2026, rent("600"), benefit("39421")), "0", small},
		// Two persons: 498.20 - 200.71 = 297.49 and 66.17: 363.66 x 12 = 4,363.92; - 22% x (51,229 - 31,500) = 23.54.
		{"huurtoeslag 2026 partners, last award", huur, alone(2026, partner, rent("600"), benefit("51229")), "24", ""},
		{"huurtoeslag 2026 partners, one above (23.32)", huur, alone(2026, partner, rent("600"), benefit("51230")), "0", small},
		// At the highest rent 523.277 x 12 = 6,279.32; from 2026 a higher rent earns nothing extra.
		{"huurtoeslag 2026, rent limit", huur, alone(2026, rent("932.93")), "6279", ""},
		{"huurtoeslag 2026, rent limit + 1", huur, alone(2026, rent("933.93")), "6279", ""},
		// 2025: above the limit nothing. 278.15 + 65% x 205.76 + 40% x 217.11 = 278.15 + 133.744 + 86.844 = 498.738 x 12 = 5,984.86.
		{"huurtoeslag 2025, rent limit", huur, alone(2025, rent("900.07")), "5985", ""},
		{"huurtoeslag 2025, rent limit + a cent", huur, alone(2025, rent("900.08")), "0", rentAbove},
		// The limit for young people: 22 years in 2025 (477.20 - 199.05 = 278.15 x 12 = 3,337.80), 20 years in 2026
		// (295.68 x 12 = 3,548.16). With a child it is not there: 2026, two persons, rent 600: 4,363.92.
		{"huurtoeslag 2025, young", huur, alone(2025, born(2002, 12), rent("477.20")), "3338", ""},
		{"huurtoeslag 2025, young, rent + a cent", huur, alone(2025, born(2002, 12), rent("477.21")), "0", rentAbove},
		{"huurtoeslag 2026, young", huur, alone(2026, born(2005, 12), rent("600")), "3548", ""},
		{"huurtoeslag 2026, young parent", huur, alone(2026, born(2005, 12), child(2024, 3), rent("600")), "4364", ""},
		// 21 in June: six months 295.68, six months 361.85: 1,774.08 + 2,171.10 = 3,945.18.
		{"huurtoeslag 2026, 21 in June", huur, alone(2026, born(2005, 6), rent("600")), "3945", ""},
		// Rent on the own part 202.52: nothing; 1.99 above it 23.88 a year; 2 above it 24.
		{"huurtoeslag 2026, own part", huur, alone(2026, rent("202.52")), "0", rentBelow},
		{"huurtoeslag 2026, own part + 1.95 (23.40)", huur, alone(2026, rent("204.47")), "0", small},
		{"huurtoeslag 2026, own part + 2", huur, alone(2026, rent("204.52")), "24", ""},
		{"huurtoeslag 2026, wealth", huur, alone(2026, rent("600"), wealth("38479")), "4342", ""},
		{"huurtoeslag 2026, wealth + 1", huur, alone(2026, rent("600"), wealth("38480")), "0", rich},
		{"huurtoeslag 2026, wealth partners", huur, alone(2026, partner, rent("600"), wealth("76958")), "4364", ""},
		{"huurtoeslag 2026, wealth partners + 1", huur, alone(2026, partner, rent("600"), wealth("76959")), "0", rich},
		{"huurtoeslag 2025, wealth", huur, alone(2025, rent("900.07"), wealth("37395")), "5985", ""},
		{"huurtoeslag 2025, wealth + 1", huur, alone(2025, rent("900.07"), wealth("37396")), "0", rich},
		{"huurtoeslag 2026, wealth of a resident", huur, alone(2026, rent("600"), resident(1990, 1, "0", "38479")), "4364", ""},
		{"huurtoeslag 2026, wealth of a resident + 1", huur, alone(2026, rent("600"), resident(1990, 1, "0", "38480")), "0", rich},
		// A resident of 22, more than 16 years younger than the adult of 1980: a child, 6,218 is left out. 31,500 is the point:
		// with 37,718 counts 31,500: 4,363.92; three more: 4,363.92 - 22% x 3 = 4,363.26. At 23: 22% x 6,218 = 1,367.96 less.
		{"huurtoeslag 2026, child of 22", huur, alone(2026, born(1980, 5), rent("600"), resident(2003, 1, "37718", "0")), "4364", ""},
		{"huurtoeslag 2026, child of 22, 3 more", huur, alone(2026, born(1980, 5), rent("600"), resident(2003, 1, "37721", "0")), "4363", ""},
		{"huurtoeslag 2026, child of 23", huur, alone(2026, born(1980, 5), rent("600"), resident(2002, 12, "37718", "0")), "2996", ""},
		// 15 years and 11 months younger is no child: 2,995.96 as above.
		{"huurtoeslag 2026, not a generation", huur, alone(2026, born(1988, 2), rent("600"), resident(2004, 1, "37718", "0")), "2996", ""},
		{"huurtoeslag 2026, just a generation", huur, alone(2026, born(1988, 1), rent("600"), resident(2004, 1, "37718", "0")), "4364", ""},

		// Bijstand 2026 alone: 6 x 1,401.50 + 6 x 1,419.46 = 16,925.76; couple 6 x 2,002.13 + 6 x 2,027.79 = 24,179.52.
		{"bijstand 2026 wealth", bijstand, alone(2026, claims, wealth("8000")), "16925.76", ""},
		{"bijstand 2026 wealth + 1", bijstand, alone(2026, claims, wealth("8001")), "0", rich},
		{"bijstand 2026 wealth of a single parent", bijstand, alone(2026, claims, child(2018, 3), wealth("16000")), "16925.76", ""},
		{"bijstand 2026 wealth of a single parent + 1", bijstand, alone(2026, claims, child(2018, 3), wealth("16001")), "0", rich},
		{"bijstand 2026 wealth partners", bijstand, alone(2026, claims, partner, wealth("16000")), "24179.52", ""},
		{"bijstand 2026 wealth partners + 1", bijstand, alone(2026, claims, partner, wealth("16001")), "0", rich},
		// 2025: 6 x 1,345.45 + 6 x 1,369.06 = 16,287.06; couple 6 x 1,922.07 + 6 x 1,955.80 = 23,267.22.
		{"bijstand 2025 wealth", bijstand, alone(2025, claims, wealth("7770")), "16287.06", ""},
		{"bijstand 2025 wealth + 1", bijstand, alone(2025, claims, wealth("7771")), "0", rich},
		{"bijstand 2025 wealth partners", bijstand, alone(2025, claims, partner, wealth("15540")), "23267.22", ""},
		{"bijstand 2025 wealth partners + 1", bijstand, alone(2025, claims, partner, wealth("15541")), "0", rich},
		// The last child turns 18 in May: with 16,000 five months of right, 5 x 1,401.50 = 7,007.50.
		{"bijstand, last child 18 in May", bijstand, alone(2026, claims, child(2008, 5), wealth("16000")), "7007.50", ""},
		// 18 in November: one month of 350.42. 21 in March: 3 x 345.99 + 3 x 1,401.50 + 6 x 1,419.46 = 13,759.23.
		{"bijstand, 18 in November", bijstand, alone(2026, claims, born(2008, 11)), "350.42", ""},
		{"bijstand, 18 in December", bijstand, alone(2026, claims, born(2008, 12)), "0", budget.ReasonTooYoung},
		{"bijstand, 21 in March", bijstand, alone(2026, claims, born(2005, 3)), "13759.23", ""},
		// A resident turns 27 in June: 6 x 1,401.50 + 6 x 1,013.90 = 14,492.40; in December: no month with 27.
		{"bijstand, cost-sharer from July", bijstand, alone(2026, claims, resident(1999, 6, "0", "0")), "14492.40", ""},
		{"bijstand, no cost-sharer yet", bijstand, alone(2026, claims, resident(1999, 12, "0", "0")), "16925.76", ""},
		// A loss and a small exempt wage: what is left out is at most the income, so never more than the norm.
		{"bijstand, loss and exemption", bijstand, alone(2026, claims, hourly("4", "15"), func(h *budget.Household) {
			h.Adults[0].Profit = &budget.Profit{PerYear: known("-5000")}
			h.Bijstand.Exemption = budget.Exemption{Kind: budget.GeneralExemption, Months: 12}
		}), "16925.76", ""},

		// Kinderopvangtoeslag 2026, 40 hours bso of 9.50: 380.00 a month, 96% up to 56,412: 364.80 x 12 = 4,377.60; then 95.5%:
		// 362.90 x 12 = 4,354.80.
		{"kot 2026, last income of 96%", kot, alone(2026, child(2018, 3), care(budget.BSO, "40", "9.50"), wage("56412")), "4378", ""},
		{"kot 2026, one above", kot, alone(2026, child(2018, 3), care(budget.BSO, "40", "9.50"), wage("56413")), "4355", ""},
		// 230 hours of 9.98 = 2,295.40 x 96% = 2,203.58 x 12 = 26,442.96; 229 hours 2,194.00 x 12 = 26,328.
		{"kot 2026, 229 hours", kot, alone(2026, child(2018, 3), care(budget.BSO, "229", "9.98"), wage("20000")), "26328", ""},
		{"kot 2026, 230 hours", kot, alone(2026, child(2018, 3), care(budget.BSO, "230", "9.98"), wage("20000")), "26443", ""},
		{"kot 2026, 231 hours", kot, alone(2026, child(2018, 3), care(budget.BSO, "231", "9.98"), wage("20000")), "26443", ""},
		{"kot 2026, a cent above the highest price", kot, alone(2026, child(2018, 3), care(budget.BSO, "230", "9.99"), wage("20000")), "26443", ""},
		{"kot, nobody works", kot, alone(2026, child(2018, 3), care(budget.BSO, "230", "9.99"), benefit("20000")), "0", budget.ReasonNotWorking},

		// Kinderbijslag 2026: a sixth birthday in March counts from April, one in April from July:
		// 295.07 + 358.30 + 2 x 362.35 = 1,378.07; 2 x 295.07 + 2 x 362.35 = 1,314.84.
		{"kinderbijslag, 6 in March", kbs, alone(2026, child(2020, 3)), "1378.07", ""},
		{"kinderbijslag, 6 in April", kbs, alone(2026, child(2020, 4)), "1314.84", ""},
		// 12 in March: 358.30 + 421.53 + 2 x 426.29 = 1,632.41; in April 2 x 358.30 + 2 x 426.29 = 1,569.18.
		{"kinderbijslag, 12 in March", kbs, alone(2026, child(2014, 3)), "1632.41", ""},
		{"kinderbijslag, 12 in April", kbs, alone(2026, child(2014, 4)), "1569.18", ""},
		// 18 in March: the first quarter only, 421.53; in April: two quarters. Born in March: three quarters 295.07 + 2 x 298.40.
		{"kinderbijslag, 18 in March", kbs, alone(2026, child(2008, 3)), "421.53", ""},
		{"kinderbijslag, 18 in April", kbs, alone(2026, child(2008, 4)), "843.06", ""},
		{"kinderbijslag, born in March", kbs, alone(2026, child(2026, 3)), "891.87", ""},
		{"kinderbijslag, born in October", kbs, alone(2026, child(2026, 10)), "0", budget.ReasonNoChildren},

		// Income tax 2026: 35.75% of 8,716 = 3,115.97, down 3,115 = the algemene heffingskorting; 8,717 gives 3,116.
		{"tax 2026, last benefit without tax", tax, alone(2026, benefit("8716")), "0", budget.ReasonNoTax},
		{"tax 2026, one above", tax, alone(2026, benefit("8717")), "-1", ""},
		{"tax 2025, last benefit without tax", tax, alone(2025, benefit("8567")), "0", budget.ReasonNoTax},
		{"tax 2025, one above", tax, alone(2025, benefit("8568")), "-1", ""},
		{"tax 2026, last wage without tax", tax, alone(2026, wage("11365")), "0", budget.ReasonNoTax},
		{"tax 2026, one above", tax, alone(2026, wage("11366")), "-1", ""},
		{"tax 2025, last wage without tax", tax, alone(2025, wage("11055")), "0", budget.ReasonNoTax},
		{"tax 2025, one above", tax, alone(2025, wage("11056")), "-1", ""},
		// At a wage of 40,000 the tax is 6,283; the combinatiekorting of 3,032 is for a child under 12 on 1 January, born
		// before 1 July of the year.
		{"combinatiekorting, 11 on 1 January", tax, alone(2026, wage("40000"), child(2014, 1)), "-3251", ""},
		{"combinatiekorting, 12 on 1 January", tax, alone(2026, wage("40000"), child(2013, 12)), "-6283", ""},
		{"combinatiekorting, born in June", tax, alone(2026, wage("40000"), child(2026, 6)), "-3251", ""},
		{"combinatiekorting, born in July", tax, alone(2026, wage("40000"), child(2026, 7)), "-6283", ""},
		{"combinatiekorting without kinderbijslag", tax, alone(2026, wage("40000"), child(2014, 1), func(h *budget.Household) {
			h.Children[0].Kinderbijslag = false
		}), "-3251", ""},
		{"combinatiekorting 2026, last wage without tax", tax, alone(2026, wage("31658"), child(2018, 3)), "0", budget.ReasonNoTax},
		{"combinatiekorting 2026, one above", tax, alone(2026, wage("31659"), child(2018, 3)), "-1", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if faults := c.household.Validate(); len(faults) > 0 {
				t.Fatal(faults)
			}
			r := year(t, e, c.household)
			o := r.Of(c.component)
			if !o.PerYear.Equal(dec(c.perYear)) || o.Reason != c.none {
				t.Errorf("%s %s %q, want %s %q", c.component, o.PerYear, o.Reason, c.perYear, c.none)
			}
			checkBounds(t, c.household, r)
		})
	}
}

// onIncome are the components that look at the income of the year.
var onIncome = []budget.Component{budget.Inkomstenbelasting, budget.Zvw, budget.Bijstand, budget.Zorgtoeslag,
	budget.Huurtoeslag, budget.KindgebondenBudget, budget.Kinderopvangtoeslag, budget.Lokaal}

// Whatever is not known yet makes what depends on it unknown, with the reason, and nothing else.
func TestWhatIsMissingMakesUnknown(t *testing.T) {
	var nothing budget.Amount
	reasons := func(r budget.Reason, cs ...budget.Component) map[budget.Component]budget.Reason {
		m := map[budget.Component]budget.Reason{}
		for _, c := range cs {
			m[c] = r
		}
		return m
	}
	incomeAnd := func(cs ...budget.Component) []budget.Component { return append(cs, onIncome...) }
	noClaim := func(h *budget.Household) { h.Bijstand.Claims = false }
	e := engine(t)
	for _, c := range []struct {
		name    string
		changes []change
		unknown map[budget.Component]budget.Reason
	}{
		{"all known", nil, nil},
		{"hourly wage", []change{func(h *budget.Household) { h.Adults[0].Jobs[0].HourlyWage = nothing }},
			reasons(budget.ReasonWageUnknown, incomeAnd(budget.Loon, budget.Pensioenpremie)...)},
		// Without the hours it is not known either whether there is travel, or care that counts.
		{"hours", []change{func(h *budget.Household) { h.Adults[0].Jobs[0].HoursPerWeek = nothing }},
			reasons(budget.ReasonWageUnknown, incomeAnd(budget.Loon, budget.Pensioenpremie, budget.Reiskosten)...)},
		{"hourly wage of 0 hours", []change{func(h *budget.Household) {
			h.Adults[0].Jobs[0].HourlyWage, h.Adults[0].Jobs[0].HoursPerWeek = nothing, known("0")
		}}, nil},
		{"benefit", []change{func(h *budget.Household) { h.Adults[1].Benefits = []budget.Benefit{{Kind: budget.WW}} }},
			reasons(budget.ReasonBenefitUnknown, incomeAnd(budget.Uitkering)...)},
		{"profit", []change{func(h *budget.Household) { h.Adults[1].Profit = &budget.Profit{} }},
			reasons(budget.ReasonProfitUnknown, incomeAnd(budget.Winst)...)},
		{"profit of somebody without a job", []change{func(h *budget.Household) { h.Adults[1].Jobs, h.Adults[1].Profit = nil, &budget.Profit{} }},
			reasons(budget.ReasonProfitUnknown, incomeAnd(budget.Winst)...)},
		// Bijstand is part of the income the toeslagen look at.
		{"wealth", []change{func(h *budget.Household) { h.Adults[1].Wealth = nothing }},
			reasons(budget.ReasonWealthUnknown, budget.Bijstand, budget.Zorgtoeslag, budget.Huurtoeslag, budget.KindgebondenBudget,
				budget.Kinderopvangtoeslag, budget.Lokaal)},
		{"wealth without bijstand", []change{noClaim, func(h *budget.Household) { h.Adults[1].Wealth = nothing }},
			reasons(budget.ReasonWealthUnknown, budget.Zorgtoeslag, budget.Huurtoeslag, budget.KindgebondenBudget, budget.Lokaal)},
		{"rent", []change{func(h *budget.Household) { h.Housing.RentPerMonth = nothing }},
			reasons(budget.ReasonRentUnknown, budget.Huurtoeslag)},
		{"home", []change{func(h *budget.Household) { h.Housing = budget.Home{} }},
			reasons(budget.ReasonHomeUnknown, budget.Huurtoeslag)},
		{"rent of an own home", []change{func(h *budget.Household) { h.Housing = budget.Home{Kind: budget.OwnHome} }}, nil},
		{"income of a resident", []change{resident(1990, 1, "0", "0"), func(h *budget.Household) { h.OtherResidents[0].IncomePerYear = nothing }},
			reasons(budget.ReasonResidentUnknown, budget.Huurtoeslag)},
		{"wealth of a resident", []change{resident(1990, 1, "0", "0"), func(h *budget.Household) { h.OtherResidents[0].Wealth = nothing }},
			reasons(budget.ReasonResidentUnknown, budget.Huurtoeslag)},
		{"hours of care", []change{func(h *budget.Household) { h.Children[0].Childcare[0].HoursPerMonth = nothing }},
			reasons(budget.ReasonCareUnknown, budget.Kinderopvangtoeslag, budget.Kinderopvangkosten)},
		{"price of care", []change{func(h *budget.Household) { h.Children[0].Childcare[0].PricePerHour = nothing }},
			reasons(budget.ReasonCareUnknown, budget.Kinderopvangtoeslag, budget.Kinderopvangkosten)},
		{"travel", []change{func(h *budget.Household) { h.Adults[0].Jobs[0].TravelCostPerMonth = nothing }},
			reasons(budget.ReasonTravelUnknown, budget.Reiskosten)},
		{"travel of 0 hours", []change{func(h *budget.Household) {
			h.Adults[0].Jobs[0].TravelCostPerMonth, h.Adults[0].Jobs[0].HoursPerWeek = nothing, known("0")
		}}, nil},
		{"amount of a municipal scheme", []change{func(h *budget.Household) { h.LocalSchemes[0].Amount = nothing }},
			reasons(budget.ReasonSchemeUnknown, budget.Lokaal)},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := standardFamily()
			h.Adults[0].Jobs[0].TravelCostPerMonth = known("50")
			h.LocalSchemes = []budget.LocalScheme{schoolCosts()}
			for _, change := range c.changes {
				change(h)
			}
			if faults := h.Validate(); len(faults) > 0 {
				t.Fatal(faults)
			}
			r := year(t, e, h)
			checkStates(t, r)
			for i, o := range r.Components {
				want, unknown := c.unknown[budget.Component(i)]
				if unknown != (o.State == budget.Unknown) || unknown && o.Reason != want {
					t.Errorf("%s is %s %q, want unknown: %t %q", budget.Component(i), o.State, o.Reason, unknown, want)
				}
			}
		})
	}
}

// What does not depend on the missing figure is still said: too much wealth, no rented home, no children.
func TestNothingIsNothingWhateverTheIncome(t *testing.T) {
	h := alone(2026, hourly("20", "15"), wealth("200000"))
	h.Adults[0].Jobs[0].HourlyWage = budget.Amount{}
	r := year(t, engine(t), h)
	for c, reason := range map[budget.Component]budget.Reason{
		budget.Zorgtoeslag: budget.ReasonWealthTooHigh, budget.Huurtoeslag: budget.ReasonNoRent, budget.Bijstand: budget.ReasonNotClaimed,
		budget.KindgebondenBudget: budget.ReasonNoChildren, budget.Kinderopvangtoeslag: budget.ReasonNoCare,
		budget.Kinderbijslag: budget.ReasonNoChildren, budget.Lokaal: budget.ReasonNoLocal,
	} {
		if o := r.Of(c); o.State != budget.None || o.Reason != reason {
			t.Errorf("%s is %s %q, want none %q", c, o.State, o.Reason, reason)
		}
	}
}

// The year of the AOW age is outside the schema: the program does not guess.
func TestTheYearOfTheAOWAgeIsUnknown(t *testing.T) {
	e := engine(t)
	for _, calendar := range []int{2025, 2026, 2027} {
		for _, month := range []int{1, 12} {
			h := standardFamily()
			h.Year, h.Adults[1].Born = calendar, budget.YearMonth{Year: calendar - 67, Month: month}
			r := year(t, e, h)
			for c, o := range r.Components {
				if o.State != budget.Unknown || o.Reason != budget.ReasonAOWYear {
					t.Errorf("%d: %s is %s %q", calendar, budget.Component(c), o.State, o.Reason)
				}
			}
			checkStates(t, r)
			if c, err := e.Curve(h, budget.CurveOptions{To: dec("40"), Step: dec("20")}); err != nil || len(c.Points) != 3 || len(c.Cliffs()) != 0 {
				t.Errorf("curve of the AOW year: %v, %v", c, err)
			} else if _, known := c.Points[2].Result.Disposable(); known {
				t.Error("a point of the AOW year is known")
			}
			if g, err := e.Grid(h, dec("0"), dec("40"), dec("20")); err != nil || g.Known {
				t.Errorf("grid of the AOW year known: %v", err)
			}
			if _, err := e.Months(h); err == nil {
				t.Error("months of the AOW year")
			}
			if _, err := e.Loonstrook(h, "a1", "j1"); err == nil {
				t.Error("pay slip of the AOW year")
			}
		}
	}
	// A year earlier and later everything is known.
	for _, age := range []int{66, 68} {
		h := alone(2026, born(2026-age, 6), rent("600"))
		if _, known := year(t, e, h).Disposable(); !known {
			t.Errorf("the year in which somebody turns %d is unknown", age)
		}
	}
}

// For 2027 no standaardpremie, rent figures, kinderbijslag and norms are published: those schemes are unknown. Income tax, the
// kindgebonden budget without bijstand and the wages are there, as announced.
func TestSchemesWithoutFiguresFor2027(t *testing.T) {
	e := engine(t)
	h := standardFamily()
	h.Year, h.Bijstand.Claims = 2027, false
	r := year(t, e, h)
	checkStates(t, r)
	for c, o := range r.Components {
		unpublished := false
		switch budget.Component(c) {
		case budget.Zorgtoeslag, budget.Huurtoeslag, budget.Kinderbijslag, budget.Kinderopvangtoeslag:
			unpublished = true
		}
		if unpublished != (o.State == budget.Unknown) || unpublished && o.Reason != budget.ReasonNoFigures {
			t.Errorf("%s is %s %q", budget.Component(c), o.State, o.Reason)
		}
	}
	set, err := e.Rules(2027)
	if err != nil || !set.Preliminary() {
		t.Errorf("2027 is not preliminary: %v", err)
	}
	for _, scheme := range []string{"zorgtoeslag", "huurtoeslag", "kinderbijslag", "kinderopvangtoeslag", "bijstand"} {
		if len(set.MissingIn(scheme)) == 0 {
			t.Errorf("%s: nothing named as missing", scheme)
		}
	}
	h.Bijstand.Claims = true
	if o := year(t, e, h).Of(budget.Bijstand); o.State != budget.Unknown || o.Reason != budget.ReasonNoFigures {
		t.Errorf("bijstand is %s %q", o.State, o.Reason)
	}
	// Single parent, 2027: 2,653 + 3,505 - 8.05% x (61,917 - 30,910) - 9.95% x 83 = 6,158 - 2,496.06 - 8.26 = 3,653.68.
	single := alone(2027, child(2020, 9), benefit("62000"))
	if o := year(t, e, single).Of(budget.KindgebondenBudget); !o.PerYear.Equal(dec("3654")) {
		t.Errorf("kindgebonden budget %s %q, want 3654", o.PerYear, o.Reason)
	}
	if _, err := e.Months(h); err == nil {
		t.Error("months of a year with unknown components")
	}
}

func TestYearsThatAreNotSupported(t *testing.T) {
	e := engine(t)
	for _, calendar := range []int{0, 2024, 2028} {
		h := alone(2026)
		h.Year = calendar
		_, errYear := e.Year(h)
		_, errCurve := e.Curve(h, budget.CurveOptions{To: dec("1"), Step: dec("1")})
		_, errGrid := e.Grid(alone(calendar, partner), dec("0"), dec("1"), dec("1"))
		_, errHours := e.WithHours(h, "", "", dec("1"))
		_, errMonths := e.Months(h)
		for i, err := range []error{errYear, errCurve, errGrid, errHours, errMonths} {
			if err == nil {
				t.Errorf("%d: no error (%d)", calendar, i)
			}
		}
	}
	if _, err := e.Year(&budget.Household{Year: 2026}); err == nil {
		t.Error("a household without adults has a year")
	}
}

// The minimum wage of 1 January 2026 is 14.71, for somebody of 20 on that day 11.77 (80 percent); box 3 is free up to 59,357.
func TestRemarks(t *testing.T) {
	e := engine(t)
	for _, c := range []struct {
		name      string
		household *budget.Household
		remarks   []budget.Reason
	}{
		{"minimum wage", alone(2026, hourly("8", "14.71")), nil},
		{"a cent below", alone(2026, hourly("8", "14.70")), []budget.Reason{budget.RemarkMinimumWage}},
		{"below, but no hours", alone(2026, hourly("0", "10")), nil},
		{"20 on 1 January", alone(2026, born(2005, 12), hourly("8", "11.77")), nil},
		{"20 on 1 January, a cent below", alone(2026, born(2005, 12), hourly("8", "11.76")), []budget.Reason{budget.RemarkMinimumWage}},
		{"21 on 1 January", alone(2026, born(2004, 12), hourly("8", "14.70")), []budget.Reason{budget.RemarkMinimumWage}},
		{"box 3", alone(2026, wealth("59357")), nil},
		{"box 3 + 1", alone(2026, wealth("59358")), []budget.Reason{budget.RemarkBox3}},
		{"box 3 of partners", alone(2026, partner, wealth("118714")), nil},
		{"box 3 of partners + 1", alone(2026, partner, wealth("118715")), []budget.Reason{budget.RemarkBox3}},
		{"box 3 of 2025", alone(2025, wealth("57684")), nil},
		{"box 3 of 2025 + 1", alone(2025, wealth("57685")), []budget.Reason{budget.RemarkBox3}},
	} {
		if got := year(t, e, c.household).Remarks; !slices.Equal(got, c.remarks) {
			t.Errorf("%s: remarks %v, want %v", c.name, got, c.remarks)
		}
	}
}

// What a partner with a low income does not use of the credits is named: with no income at all it is the whole algemene heffingskorting
// of 2026, 3,115 euro. Who pays tax uses all of it.
func TestACreditThatNobodyGetsIsNamed(t *testing.T) {
	_, trace, err := engine(t).Explain(alone(2026, wage("33016"), partner))
	if err != nil {
		t.Fatal(err)
	}
	unused := map[string]string{}
	for _, s := range trace.Of(budget.Inkomstenbelasting) {
		for _, step := range s.Steps {
			if step.Key == "ib.ongebruikt" {
				unused[s.Person] = step.Value.String()
			}
		}
	}
	if len(unused) != 1 || unused["a2"] != "3115" {
		t.Errorf("unused %v", unused)
	}
}

// No income limit takes the huurtoeslag away at once, not at the old limits either (22,700 and 30,450 euro) and not at 32,500 or 43,500,
// which are named but are no law: in the tapering range of 2026 each 100 euro of income costs 27 euro a year, or 22 with a partner.
func TestHuurtoeslagHasNoCliffOfIncome(t *testing.T) {
	e := engine(t)
	for name, c := range map[string]struct {
		from, until, step int64
		changes           []change
	}{
		"alone": {23500, 39300, 27, []change{rent("600")}}, "partners": {31500, 51100, 22, []change{partner, rent("600")}},
	} {
		before := dec("-1")
		for income := c.from; income <= c.until; income += 100 {
			h := alone(2026, append(c.changes, benefit(decimal.NewFromInt(income).String()))...)
			got := year(t, e, h).Of(budget.Huurtoeslag).PerYear
			if fall := before.Sub(got); before.Sign() > 0 && fall.Sub(decimal.NewFromInt(c.step)).Abs().GreaterThan(decimal.NewFromInt(1)) {
				t.Errorf("%s: the huurtoeslag falls %s at %d", name, fall, income)
			}
			before = got
		}
		if before.Sign() <= 0 {
			t.Errorf("%s: nothing left at %d", name, c.until)
		}
	}
}
