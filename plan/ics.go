package plan

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"
)

// WriteICS writes events as a calendar file (RFC 5545) that a telephone or computer can take in. Every event takes a whole day
// and is marked private. Its id is made of a digest, so it holds no name, and taking the file in twice makes nothing double.
// The same events and date give the same bytes.
func WriteICS(w io.Writer, events []Event, date time.Time) error {
	out := &icsWriter{bufio.NewWriter(w)}
	out.line("BEGIN", "VCALENDAR")
	out.line("VERSION", "2.0")
	out.line("PRODID", "-//"+productName+"//NL")
	out.line("CALSCALE", "GREGORIAN")
	out.line("METHOD", "PUBLISH")
	for _, e := range events {
		out.event(e, date)
	}
	out.line("END", "VCALENDAR")
	return out.Flush()
}

const icsDay = "20060102"

type icsWriter struct{ *bufio.Writer }

func (w *icsWriter) event(e Event, date time.Time) {
	w.line("BEGIN", "VEVENT")
	w.line("UID", eventID(e))
	w.line("DTSTAMP", date.Format(icsDay)+"T000000Z")
	w.line("DTSTART;VALUE=DATE", e.Day.Format(icsDay))
	w.line("DTEND;VALUE=DATE", e.Day.AddDate(0, 0, 1).Format(icsDay))
	w.line("SUMMARY", icsText(e.Title))
	if e.Explanation != "" {
		w.line("DESCRIPTION", icsText(e.Explanation))
	}
	w.line("CLASS", "PRIVATE")
	w.line("TRANSP", "TRANSPARENT")
	w.line("END", "VEVENT")
}

func eventID(e Event) string {
	sum := sha256.Sum256([]byte(e.Day.Format(icsDay) + "\n" + e.Title))
	return fmt.Sprintf("%x@%s", sum[:16], strings.ToLower(productName))
}

// icsText escapes what has a meaning in a calendar file (RFC 5545, 3.3.11). Line ends do not occur in clean text.
func icsText(s string) string {
	return strings.NewReplacer(`\`, `\\`, `;`, `\;`, `,`, `\,`, "\n", `\n`, "\r", "").Replace(s)
}

// maxOctets is the longest line, without its end. A longer one goes on behind a space (RFC 5545, 3.1).
const maxOctets = 75

func (w *icsWriter) line(name, value string) {
	rest, room := name+":"+value, maxOctets
	for len(rest) > room {
		cut := room
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		w.WriteString(rest[:cut] + "\r\n ")
		rest, room = rest[cut:], maxOctets-1
	}
	w.WriteString(rest + "\r\n")
}
