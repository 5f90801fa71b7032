package typeset

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hygeia/report/doc"
)

func lineTexts(lines []Line) []string {
	var out []string
	for _, l := range lines {
		out = append(out, l.String())
	}
	return out
}

func TestSetBreaksLines(t *testing.T) {
	width := Body.Width("one two three") // what fits exactly, fits
	tests := []struct {
		name string
		text doc.Text
		want []string
	}{
		{"empty", nil, nil},
		{"only spaces", doc.Plain("   "), nil},
		{"fits exactly", doc.Plain("one two three"), []string{"one two three"}},
		{"next word", doc.Plain("one two three four"), []string{"one two three", "four"}},
		{"several spaces", doc.Plain("  one   two "), []string{"one two"}},
		{"line breaks", doc.Plain("\none\n\ntwo\n"), []string{"one", "", "two"}},
		{"word over two spans", doc.Text{{Text: "one two th"}, {Text: "ree", Bold: true}, {Text: "four"}}, []string{"one two", "threefour"}},
		{"no break here", doc.Plain("one two\u00A0three four"), []string{"one two\u00A0three", "four"}},
		{"long word after a short one", doc.Plain("a " + strings.Repeat("m", 12)), []string{"a", "mmmmmmm", "mmmmm"}},
		{"address", doc.Plain("w.cisa.gov/abcdefghij"), []string{"w.cisa.gov/", "abcdefghij"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, lineTexts(Body.Set(tt.text, width))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestSetKeepsSpans(t *testing.T) {
	lines := Body.Set(doc.Text{{Text: "see "}, {Text: "this page", URL: "https://example.org"}, {Text: ".", Bold: true}}, 100)
	if len(lines) != 1 || len(lines[0].Pieces) != 3 {
		t.Fatalf("got %+v", lines)
	}
	link := lines[0].Pieces[1]
	if link.Text != "this page" || link.URL != "https://example.org" || link.X <= 0 || !lines[0].Pieces[2].Bold {
		t.Errorf("got %+v", lines[0].Pieces)
	}
}

func TestSetAccentStaysWithItsLetter(t *testing.T) {
	for _, l := range Body.Set(doc.Plain(strings.Repeat("o\u0308", 50)), 7) {
		if strings.HasPrefix(l.String(), "\u0308") {
			t.Errorf("line %q begins with an accent", l)
		}
	}
}

func TestSetLongWordInLinearTime(t *testing.T) {
	start := time.Now()
	Body.Set(doc.Plain(strings.Repeat("x", 300_000)), 20)
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("a word of 300,000 characters took %v", took)
	}
}

func TestSetAtMostEndsWithAnEllipsis(t *testing.T) {
	lines := Body.SetAtMost(strings.Repeat("many words ", 50), 40, 2)
	if len(lines) != 2 || !strings.HasSuffix(lines[1].String(), "…") || lines[1].Width > 40 {
		t.Errorf("got %q", lineTexts(lines))
	}
	for _, narrow := range []float64{0.1, 3, 40} {
		got := lineTexts(Body.SetAtMost("a"+strings.Repeat(" ", 999)+strings.Repeat("W W", 500), narrow, 3))
		if len(got) != 3 || !strings.HasSuffix(got[2], "…") {
			t.Errorf("width %v: got %q", narrow, got)
		}
	}
	if got := lineTexts(Body.SetAtMost("short", 40, 2)); len(got) != 1 || got[0] != "short" {
		t.Errorf("got %q", got)
	}
}

// No line ends within a day or an amount a year, unless the line has no room for it.
func TestSetKeepsDaysWhole(t *testing.T) {
	st := Style{Size: 10, Lead: 5}
	for _, c := range []struct {
		text  string
		width float64
		want  string
	}{
		{"IT staff, Sept. 24, 2026", st.Width("IT staff, Sept. 24,") + 1, "IT staff,|Sept. 24, 2026"},
		{"under $5,000 a year", st.Width("under $5,000 a") + 1, "under|$5,000 a year"},
		{"□ approve □ defer", st.Width("□ approve □") + 1, "□ approve|□ defer"},
		{"Sept. 24, 2026", st.Width("Sept. 24,") + 1, "Sept. 24,|2026"},
		{"Sept. 24 to 26, 2026", st.Width("Sept. 24 to") + 1, "Sept. 24 to|26, 2026"},
	} {
		var got []string
		for _, l := range st.Set(doc.Plain(c.text), c.width) {
			got = append(got, l.String())
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}
