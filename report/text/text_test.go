package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in    string
		width int
		want  []string
	}{
		{"one two three", 7, []string{"one two", "three"}},
		{"score 68%", 8, []string{"score", "68%"}},
		{"abcdefgh ij", 5, []string{"abcde", "fgh", "ij"}},
		{"日本語", 4, []string{"日本", "語"}},
		{"see <https://example.org/a/long/path> (CISA)", 12, []string{"see", "<https://example.org/a/long/path>", "(CISA)"}},
		{`type "hygeia assess --plain", then wait`, 12, []string{"type", `"hygeia assess --plain",`, "then wait"}},
		{"", 10, []string{""}},
	} {
		if diff := cmp.Diff(c.want, Wrap(c.in, c.width)); diff != "" {
			t.Errorf("wrap(%q, %d) (-want +got):\n%s", c.in, c.width, diff)
		}
	}
}

func TestWrapKeepsEveryWordAndTheWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := words.Line(rapid.String().Draw(t, "text"))
		width := rapid.IntRange(2, 40).Draw(t, "width")
		lines := Wrap(s, width)
		for _, l := range lines {
			if head, _ := words.Split(l, words.Width(l)-1); words.Width(l) > width && head != "" { // a letter of many marks stays whole
				t.Fatalf("%q is %d columns wide, want at most %d", l, words.Width(l), width)
			}
		}
		if got := strings.ReplaceAll(strings.Join(lines, ""), " ", ""); got != strings.ReplaceAll(s, " ", "") {
			t.Fatalf("%q became %q", s, lines)
		}
	})
}

func TestTextTable(t *testing.T) {
	table := doc.Table{Columns: []doc.Column{{Title: "Practice", Width: 3, Right: false}, {Title: "Points", Width: 1, Right: true}, {Title: "Answer", Width: 2, Right: false}}, Rows: [][]doc.Text{
		doc.Row("Second factor", "3", "Yes"), doc.Row("Backups", "10", "Nearly everywhere, and the rest is on a list"),
	}}
	p := &Printer{Width: 50}
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
		bar  doc.Bar
		want string
	}{
		{"score, range and target", doc.Bar{Value: 60, Scored: true, Low: 48, High: 80, Ranged: true, Target: 88}, "###############-----..|.."},
		{"range only", doc.Bar{Low: 20, High: 40, Ranged: true}, ".....-----..............."},
		{"full", doc.Bar{Value: 100, Scored: true, Target: 100}, "########################|"},
		{"nothing", doc.Bar{}, "........................."},
		{"out of bounds", doc.Bar{Value: 900, Scored: true, Low: -5, High: 300, Ranged: true, Target: 500}, "########################|"},
	} {
		if got := barText(c.bar); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestLinkedText(t *testing.T) {
	got := linkedText(doc.Text{{Text: "Guide", URL: "https://example.org/a b"}, {Text: ", "}, {Text: "a@example.org", URL: "mailto:a@example.org"}, {Text: " x", URL: "javascript:x"}})
	if want := "Guide <https://example.org/a%20b>, a@example.org x"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
