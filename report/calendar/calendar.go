// Package calendar writes days as calendar entries (iCalendar, RFC 5545) that
// calendar programs open. The same entries give the same bytes: the time stamp of
// an entry is the day it was last changed, and nothing of the clock.
package calendar

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Day is a day of the calendar.
type Day struct{ Year, Month, Day int }

func (d Day) String() string { return fmt.Sprintf("%04d%02d%02d", d.Year, d.Month, d.Day) }

// Entry is one day to remember, for the whole day.
type Entry struct {
	UID      string // the same for the same matter, so that a later file moves the entry
	Day      Day
	Summary  string
	Text     string // what stands below it; may be empty
	Changed  Day    // when what it tells was last changed
	Sequence int    // how often it was moved; a higher number replaces a lower one
}

// longest is how many bytes a line of the file has at most (RFC 5545 section 3.1).
const longest = 75

// Write writes the entries under the name of the calendar.
func Write(w io.Writer, name string, entries []Entry) error {
	var b strings.Builder
	line := func(key, value string) { fold(&b, key+":"+value) }
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	line("PRODID", "-//hygeia//hygeia//EN")
	line("CALSCALE", "GREGORIAN")
	line("METHOD", "PUBLISH")
	line("X-WR-CALNAME", escape(name))
	for _, e := range entries {
		line("BEGIN", "VEVENT")
		line("UID", escape(e.UID))
		line("DTSTAMP", e.Changed.String()+"T000000Z")
		line("DTSTART;VALUE=DATE", e.Day.String())
		line("SEQUENCE", fmt.Sprint(e.Sequence))
		line("SUMMARY", escape(e.Summary))
		if e.Text != "" {
			line("DESCRIPTION", escape(e.Text))
		}
		line("TRANSP", "TRANSPARENT")
		line("END", "VEVENT")
	}
	line("END", "VCALENDAR")
	_, err := io.WriteString(w, b.String())
	return err
}

// escape writes a text as the format wants it (RFC 5545 section 3.3.11). Other
// control characters than line ends have no place in it.
func escape(s string) string {
	s = strings.NewReplacer("\\", "\\\\", ";", "\\;", ",", "\\,", "\r\n", "\\n", "\n", "\\n", "\t", " ").Replace(s)
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, s)
}

// fold breaks a long line between characters; what follows a break begins with a
// blank, which counts.
func fold(b *strings.Builder, line string) {
	room := longest
	for len(line) > room {
		n := room
		for !utf8.RuneStart(line[n]) {
			n--
		}
		b.WriteString(line[:n] + "\r\n ")
		line, room = line[n:], longest-1
	}
	b.WriteString(line + "\r\n")
}
