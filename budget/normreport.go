package budget

import "github.com/shopspring/decimal"

// NormReport is the reference budget as the contract prints it. Amounts are euro a month with two decimals.
type NormReport struct {
	Lines         []NormReportLine `json:"lines"`
	TotalPerMonth string           `json:"totalPerMonth"`
	Missing       []LineKey        `json:"missing"`
	Minimum       *NormReportLine  `json:"minimumWithoutRentAndEnergy,omitempty"`
}

// NormReportLine is one line of a NormReport. PerMonth is null when the amount is unknown.
type NormReportLine struct {
	Key       LineKey   `json:"key"`
	Group     LineGroup `json:"group,omitempty"`
	Kind      NormKind  `json:"kind,omitempty"`
	State     string    `json:"state"`
	Reason    Reason    `json:"reason,omitempty"`
	PerMonth  *string   `json:"perMonth"`
	Source    string    `json:"source,omitempty"`
	Year      int       `json:"year,omitempty"`
	Outdated  bool      `json:"outdated,omitempty"`
	Estimated bool      `json:"estimated,omitempty"`
}

// Report makes the report; describe puts the origin of an amount into words.
func (b *NormBudget) Report(describe func(Norm) string) *NormReport {
	r := &NormReport{TotalPerMonth: b.TotalPerMonth().StringFixed(2), Missing: b.Missing()}
	if r.Missing == nil {
		r.Missing = []LineKey{}
	}
	for _, n := range b.Lines {
		r.Lines = append(r.Lines, reportLine(n, describe))
	}
	if b.Minimum.State == HasAmount {
		m := reportLine(b.Minimum, describe)
		r.Minimum = &m
	}
	return r
}

func reportLine(n Norm, describe func(Norm) string) NormReportLine {
	l := NormReportLine{Key: n.Key, Group: n.Group, Kind: n.Kind, State: n.State.String(), Reason: n.Reason, Year: n.Year,
		Outdated: n.Outdated, Estimated: n.Estimated()}
	if n.State != Unknown {
		l.PerMonth = fixed(n.PerMonth)
	}
	if n.State == HasAmount {
		l.Source = describe(n)
	}
	return l
}

func fixed(d decimal.Decimal) *string {
	s := d.StringFixed(2)
	return &s
}
