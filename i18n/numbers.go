package i18n

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"
	"golang.org/x/text/feature/plural"
)

// nbsp keeps a number and its unit on one line.
const nbsp = "\u00a0"

// Euro writes an amount in euro with cents, for tables: "€ 1.234,56".
func Euro(d decimal.Decimal) string { return "€" + nbsp + dutch(d.StringFixed(2)) }

// WholeEuro writes an amount in euro without cents, rounded to the nearest, for tables: "€ 1.235".
func WholeEuro(d decimal.Decimal) string { return "€" + nbsp + Whole(d) }

// EuroWords writes an amount in whole euro, rounded to the nearest, for sentences: "1.235 euro".
func EuroWords(d decimal.Decimal) string { return Whole(d) + nbsp + "euro" }

// Whole writes a number without decimals, rounded to the nearest, where the words around it say of what: "1.235".
func Whole(d decimal.Decimal) string { return dutch(d.StringFixed(0)) }

// Hours writes a number of hours with at most two decimals and no needless zeros: "22,5".
func Hours(d decimal.Decimal) string { return dutch(d.Round(2).String()) }

// Percent writes a number of percent as the law has it, for the helper: "13,73%".
func Percent(d decimal.Decimal) string { return dutch(d.String()) + "%" }

// dutch turns "-1234.56" into "-1.234,56".
func dutch(plain string) string {
	sign := ""
	if strings.HasPrefix(plain, "-") {
		sign, plain = "-", plain[1:]
	}
	whole, part, broken := strings.Cut(plain, ".")
	whole = thousands(whole)
	if !broken {
		return sign + whole
	}
	return sign + whole + "," + part
}

// thousands sets a point before every third digit from the end.
func thousands(digits string) string {
	var b strings.Builder
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteRune(digit)
	}
	return b.String()
}

var weekdays = [...]string{"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"}

var months = [...]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
	"oktober", "november", "december"}

// Date writes a day in full, for appointments: "dinsdag 19 januari 2027".
func Date(t time.Time) string {
	return fmt.Sprintf("%s %d %s", weekdays[t.Weekday()], t.Day(), MonthYear(t))
}

// DateShort writes a day in figures, for tables: "19-1-2027".
func DateShort(t time.Time) string { return t.Format("2-1-2006") }

// Month writes a month of any year: "januari"; a number that is none stays a number.
func Month(n int) string {
	if n < 1 || n > len(months) {
		return strconv.Itoa(n)
	}
	return months[n-1]
}

// MonthYear writes a month: "januari 2027".
func MonthYear(t time.Time) string { return fmt.Sprintf("%s %d", Month(int(t.Month())), t.Year()) }

// DayMonthYear writes a day without its weekday: "19 januari 2027".
func DayMonthYear(t time.Time) string { return fmt.Sprintf("%d %s", t.Day(), MonthYear(t)) }

// Date writes a day in full in the language of the catalogue.
func (c *Catalogue) Date(t time.Time) string {
	if !c.hasDates() {
		return Date(t)
	}
	return c.inOrder("datum.voluit", t)
}

// DayMonthYear writes a day without its weekday in the language of the catalogue.
func (c *Catalogue) DayMonthYear(t time.Time) string {
	if !c.hasDates() {
		return DayMonthYear(t)
	}
	return c.inOrder("datum.dag", t)
}

// MonthYear writes a month in the language of the catalogue, as the name of that month.
func (c *Catalogue) MonthYear(t time.Time) string {
	if !c.hasDates() {
		return MonthYear(t)
	}
	return fmt.Sprintf("%s %d", c.T(fmt.Sprintf("datum.maand.%d", t.Month())), t.Year())
}

// hasDates: Dutch has its words for days in code, the other languages in their catalogue.
func (c *Catalogue) hasDates() bool { return c.Has("datum.voluit") }

// inOrder puts the parts of a date in the order of the language. A month has a form of its own behind a day in some languages.
func (c *Catalogue) inOrder(id string, t time.Time) string {
	month := fmt.Sprintf("datum.maand.%d", t.Month())
	if inDate := month + ".in_datum"; c.Has(inDate) {
		month = inDate
	}
	return c.messages[id][plural.Other].fill(id, []Args{{"weekdag": c.T(fmt.Sprintf("datum.weekdag.%d", t.Weekday())),
		"dag": t.Day(), "maand": c.T(month), "jaar": t.Year()}})
}
