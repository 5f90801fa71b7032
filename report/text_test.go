package report

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in    string
		width int
		want  []string
	}{
		{"one two three", 7, []string{"one two", "three"}},
		{"score 68 %", 8, []string{"score", "68 %"}},
		{"abcdefgh ij", 5, []string{"abcde", "fgh", "ij"}},
		{"日本語", 4, []string{"日本", "語"}},
		{"", 10, []string{""}},
	} {
		if diff := cmp.Diff(c.want, wrap(c.in, c.width)); diff != "" {
			t.Errorf("wrap(%q, %d) (-want +got):\n%s", c.in, c.width, diff)
		}
	}
}

func TestWrapKeepsEveryWordAndTheWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := oneLine(rapid.String().Draw(t, "text"))
		width := rapid.IntRange(2, 40).Draw(t, "width")
		lines := wrap(s, width)
		for _, l := range lines {
			if columns(l) > width {
				t.Fatalf("%q is %d columns wide, want at most %d", l, columns(l), width)
			}
		}
		if got := strings.ReplaceAll(strings.Join(lines, ""), " ", ""); got != strings.ReplaceAll(s, " ", "") {
			t.Fatalf("%q became %q", s, lines)
		}
	})
}

var escapes = regexp.MustCompile("\x1b\\[[0-9]+m")

func TestNoLineIsWiderThanAsked(t *testing.T) {
	in := creek(t)
	for _, d := range everyDocument(t, in) {
		for width, limit := range map[int]int{0: 80, 1: 40, 40: 40, 63: 63, 120: 120} {
			for i, l := range strings.Split(draw(t, "text", d, Options{Width: width, Color: true}), "\n") {
				if l = escapes.ReplaceAllString(l, ""); columns(l) > limit {
					t.Errorf("%s at width %d, line %d: %d columns: %s", d.Title, width, i+1, columns(l), l)
				}
			}
		}
	}
}

func TestColorIsBesideWordsOnly(t *testing.T) {
	d := Board(creek(t))
	plain := draw(t, "text", d, Options{})
	colored := draw(t, "text", d, Options{Color: true})
	if strings.Contains(plain, "\x1b") {
		t.Error("escape codes without Options.Color")
	}
	if !strings.Contains(colored, "\x1b[31m") || !strings.Contains(colored, "\x1b[1m") {
		t.Error("no color with Options.Color")
	}
	if diff := cmp.Diff(plain, escapes.ReplaceAllString(colored, "")); diff != "" {
		t.Errorf("color changes the words (-plain +colored):\n%s", diff)
	}
}

func TestTextTable(t *testing.T) {
	table := Table{Columns: []Column{{"Practice", 3, false}, {"Points", 1, true}, {"Answer", 2, false}}, Rows: [][]Text{
		row("Second factor", "3", "Yes"), row("Backups", "10", "Nearly everywhere, and the rest is on a list"),
	}}
	p := &printer{width: 50}
	want := []string{
		"Practice   Points  Answer",
		"---------  ------  -------------------------------",
		"Second          3  Yes",
		"factor",
		"",
		"Backups        10  Nearly everywhere, and the rest",
		"                   is on a list",
	}
	if diff := cmp.Diff(want, p.tableLines(table, 50)); diff != "" {
		t.Errorf("side by side (-want +got):\n%s", diff)
	}
	want = []string{
		"Practice: Second factor", "Points: 3", "Answer: Yes", "",
		"Practice: Backups", "Points: 10", "Answer: Nearly", "  everywhere, and the rest", "  is on a list",
	}
	if diff := cmp.Diff(want, p.tableLines(table, 27)); diff != "" {
		t.Errorf("as cards (-want +got):\n%s", diff)
	}
}

func TestTextBar(t *testing.T) {
	for _, c := range []struct {
		name string
		bar  Bar
		want string
	}{
		{"score, range and target", Bar{Value: 60, Scored: true, Low: 48, High: 80, Ranged: true, Target: 88}, "###############-----..|.."},
		{"range only", Bar{Low: 20, High: 40, Ranged: true}, ".....-----..............."},
		{"full", Bar{Value: 100, Scored: true, Target: 100}, "########################|"},
		{"nothing", Bar{}, "........................."},
		{"out of bounds", Bar{Value: 900, Scored: true, Low: -5, High: 300, Ranged: true, Target: 500}, "########################|"},
	} {
		if got := barText(c.bar); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestLinkedText(t *testing.T) {
	got := linkedText(Text{{Text: "Guide", URL: "https://example.org/a b"}, {Text: ", "}, {Text: "a@example.org", URL: "mailto:a@example.org"}, {Text: " x", URL: "javascript:x"}})
	if want := "Guide <https://example.org/a%20b>, a@example.org x"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
