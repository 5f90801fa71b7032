package calendar_test

import (
	"bytes"
	"strings"
	"testing"

	"hygeia/report/calendar"
)

func write(t *testing.T, entries ...calendar.Entry) string {
	t.Helper()
	var b bytes.Buffer
	if err := calendar.Write(&b, "Cedar Bend; decisions", entries); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWrite(t *testing.T) {
	got := write(t, calendar.Entry{
		UID: "matter-3", Day: calendar.Day{Year: 2027, Month: 3, Day: 31}, Summary: "Due: vendor contracts, part 1; \\ rest",
		Text: "One\ntwo\x1b[2J", Changed: calendar.Day{Year: 2027, Month: 1, Day: 14}, Sequence: 2,
	})
	want := strings.ReplaceAll(`BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//hygeia//hygeia//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:Cedar Bend\; decisions
BEGIN:VEVENT
UID:matter-3
DTSTAMP:20270114T000000Z
DTSTART;VALUE=DATE:20270331
SEQUENCE:2
SUMMARY:Due: vendor contracts\, part 1\; \\ rest
DESCRIPTION:One\ntwo[2J
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
`, "\n", "\r\n")
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Long lines are folded at 75 bytes, between characters, and unfold to what went in.
func TestLongLinesAreFolded(t *testing.T) {
	for _, text := range []string{strings.Repeat("a", 500), strings.Repeat("é", 300), strings.Repeat("日本", 100), strings.Repeat("x", 75-len("DESCRIPTION:"))} {
		got := write(t, calendar.Entry{UID: "u", Text: text})
		for line := range strings.SplitSeq(strings.TrimSuffix(got, "\r\n"), "\r\n") {
			if len(line) > 75 || strings.ToValidUTF8(line, "") != line {
				t.Errorf("a line of %d bytes: %q", len(line), line)
			}
		}
		if !strings.Contains(strings.ReplaceAll(got, "\r\n ", ""), "DESCRIPTION:"+text+"\r\n") {
			t.Errorf("%.20s... does not unfold to what went in", text)
		}
	}
}
