package vm

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"perspectief/i18n"
	"perspectief/plan"
)

// parseDate reads a day as people write it: 19-1-2027, 19/01/27, 19 januari, di 19 jan 2027, morgen, dinsdag. A day without a year
// is the next one to come, and a weekday is that of the coming week. Other words, such as "elke vrijdag", are no date.
func parseDate(text string, today time.Time) (time.Time, bool) {
	today = time.Date(today.Year(), today.Month(), today.Day(), 0, 0, 0, 0, time.UTC)
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" \t/.,-", r) })
	if len(words) == 0 {
		return time.Time{}, false
	}
	if date, ok := near(words, today); ok {
		return date, true
	}
	if _, isDay := weekday(words[0]); isDay {
		words = words[1:]
	}
	if len(words) > 1 {
		words[1] = monthNumber(words[1])
	}
	dated := strings.Join(words, "-")
	for _, form := range []string{"2-1-2006", "2-1-06", time.DateOnly} {
		if date, err := time.Parse(form, dated); err == nil {
			return date, form != "2-1-06" || !strings.HasSuffix(dated, "-"+beginOfYear)
		}
	}
	return withoutYear(dated, today)
}

// beginOfYear is how a year in full begins: who typed so far does not mean 2020.
const beginOfYear = "20"

// withoutYear is the next such day.
func withoutYear(dated string, today time.Time) (time.Time, bool) {
	for year := today.Year(); year < today.Year()+2; year++ {
		if date, err := time.Parse("2-1-2006", fmt.Sprintf("%s-%d", dated, year)); err == nil && !date.Before(today) {
			return date, true
		}
	}
	return time.Time{}, false
}

// near is a day of this week in words.
func near(words []string, today time.Time) (time.Time, bool) {
	if len(words) > 1 {
		return time.Time{}, false
	}
	if days := slices.Index([]string{"vandaag", "morgen", "overmorgen"}, words[0]); days >= 0 {
		return today.AddDate(0, 0, days), true
	}
	day, ok := weekday(words[0])
	if !ok || len(words[0]) < 3 { // "di" alone may be the beginning of a date
		return time.Time{}, false
	}
	ahead := (int(day)-int(today.Weekday())+6)%7 + 1 // 1 to 7
	return today.AddDate(0, 0, ahead), true
}

// weekday knows the name of a day, and its first two letters.
func weekday(word string) (time.Weekday, bool) {
	for day := range 7 {
		date := time.Date(2023, 1, 1+day, 0, 0, 0, 0, time.UTC) // a Sunday, and on
		name, _, _ := strings.Cut(i18n.Date(date), " ")
		if word == name || word == name[:2] {
			return date.Weekday(), true
		}
	}
	return 0, false
}

// monthNumber is the number of a month by its name or the first three letters; what is no name stays as it is.
func monthNumber(word string) string {
	if word == "mrt" {
		return "3"
	}
	for n := 1; n <= 12; n++ {
		name, _, _ := strings.Cut(i18n.MonthYear(time.Date(2000, time.Month(n), 1, 0, 0, 0, 0, time.UTC)), " ")
		if word == name || word == name[:3] {
			return fmt.Sprint(n)
		}
	}
	return word
}

// hasCome tells whether a date is today or before it.
func (t *Talk) hasCome(d plan.Day) bool {
	date, ok := d.Date()
	return ok && !date.After(t.Today)
}
