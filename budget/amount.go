package budget

import (
	"encoding/json"
	"fmt"

	"github.com/shopspring/decimal"
)

// Amount is a plain decimal that may not be known yet; not known is not the same as zero.
// The zero Amount is not known. In JSON it is a string such as "650.00", or absent.
type Amount struct {
	value decimal.Decimal
	known bool
}

// Known makes an amount that is known.
func Known(d decimal.Decimal) Amount { return Amount{d, true} }

// Get gives the value and whether it is known.
func (a Amount) Get() (decimal.Decimal, bool) { return a.value, a.known }

// Or gives the value, or another one when it is not known.
func (a Amount) Or(d decimal.Decimal) decimal.Decimal {
	if a.known {
		return a.value
	}
	return d
}

// IsKnown tells whether the amount is known.
func (a Amount) IsKnown() bool { return a.known }

// IsZero reports an amount that is not known, so that JSON leaves it out.
func (a Amount) IsZero() bool { return !a.known }

// String is the plain decimal with the digits as given, or "" when not known.
func (a Amount) String() string {
	if !a.known {
		return ""
	}
	return a.value.StringFixed(max(0, -a.value.Exponent()))
}

// MarshalJSON writes the decimal as a string.
func (a Amount) MarshalJSON() ([]byte, error) {
	if !a.known {
		return []byte("null"), nil
	}
	return json.Marshal(a.String())
}

// YearMonth is a month of birth: no day, so less personal data.
type YearMonth struct{ Year, Month int }

// ParseYearMonth reads "1990-05".
func ParseYearMonth(s string) (YearMonth, error) {
	var y YearMonth
	if len(s) != 7 || s[4] != '-' {
		return y, fmt.Errorf("budget: month %q is not of the form 1990-05", s)
	}
	for i, c := range []byte(s) {
		if i != 4 && (c < '0' || c > '9') {
			return y, fmt.Errorf("budget: month %q is not of the form 1990-05", s)
		}
	}
	y.Year = int(s[0]-'0')*1000 + int(s[1]-'0')*100 + int(s[2]-'0')*10 + int(s[3]-'0')
	y.Month = int(s[5]-'0')*10 + int(s[6]-'0')
	if y.Month < 1 || y.Month > 12 {
		return YearMonth{}, fmt.Errorf("budget: month %q is not a month of the year", s)
	}
	return y, nil
}

func (y YearMonth) String() string {
	if y.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d", y.Year, y.Month)
}

// IsZero reports a month that is not known.
func (y YearMonth) IsZero() bool { return y == YearMonth{} }

// MarshalJSON writes "1990-05".
func (y YearMonth) MarshalJSON() ([]byte, error) { return json.Marshal(y.String()) }
