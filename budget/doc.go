// Package budget knows what a household has, owes and keeps: the year result by the law, the curve over the hours of work, the
// months, and the household budget with its reference amounts. It knows nothing of windows, words or paper.
//
// # Order of calculation
//
// A year result (Engine.Year) runs in the order of the law:
//
//  1. facts.go settles what the law asks apart from earnings: ages by month, children, residents, norms, childcare.
//  2. person.go computes each adult alone: wages (loon.go), benefits, profit (winst.go), box 1 income, tax before credits
//     (inkomstenbelasting.go), credits (heffingskortingen.go), Zvw (zvw.go).
//  3. engine.go puts the adults together: the combinatiekorting and the tax due, then the bijstand (bijstand.go), which looks at
//     net income month by month, then the gross bijstand and with it the toetsingsinkomen.
//  4. The toeslagen look at the toetsingsinkomen of the whole year: zorgtoeslag.go, huurtoeslag.go, kindgebondenbudget.go,
//     kinderopvangtoeslag.go. Kinderbijslag looks at ages only. Municipal schemes (gemeente.go) come last.
//
// A curve or grid does step 1 once, step 2 once per adult and hour point, and steps 3 and 4 per point. A Sheet handed down the
// same functions records the explanation; a nil Sheet records nothing.
//
// # Numbers
//
// Amounts are decimals in euro; a name or comment says a month or a year. Rounding happens only where the law or the convention
// of the case file rounds (money.go). Every number of the law comes from package rules.
//
// # Dutch terms
//
//   - aanslag: the tax assessment of a year, after the tax return
//   - aftoppingsgrens: rent above which the huurtoeslag pays a smaller share
//   - algemene heffingskorting, arbeidskorting, combinatiekorting, ouderenkorting, jonggehandicaptenkorting: tax credits
//   - alleenstaande-ouderkop: the part of the kindgebonden budget for single parents
//   - arbeidsinkomen: income from present labour, base of arbeidskorting and combinatiekorting
//   - basishuur: the part of the rent that a tenant always pays
//   - beslagvrije voet: income that creditors may not attach
//   - bijstand: social assistance of the municipality (Participatiewet); norm: its amount a month
//   - drempelinkomen: income from which the zorgtoeslag goes down
//   - huurtoeslag, zorgtoeslag, kinderopvangtoeslag, kindgebonden budget: income-dependent allowances (toeslagen)
//   - inhouding, loonheffing: what an employer withholds from a wage
//   - kinderbijslag: child benefit a quarter, for everybody
//   - kostendelersnorm: the norm of people who share the costs of a home
//   - kwaliteitskortingsgrens: rent up to which the huurtoeslag pays all above the basishuur
//   - loonstrook: pay slip
//   - normhuur, rekenhuur: rent that the law takes for an income; rent that counts
//   - toeslagpartner: partner for the allowances
//   - toetsingsinkomen: taxable income of the year that the allowances look at
//   - vermogen, vermogensgrens: wealth on 1 January and its limit
//   - vrijlating: the part of a wage that does not count in the bijstand
//   - winst: profit of a self-employed person; zelfstandigenaftrek, startersaftrek, mkb-winstvrijstelling: its deductions
//   - Zvw: health insurance act; here the contribution that people pay themselves
package budget
