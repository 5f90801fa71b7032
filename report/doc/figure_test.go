package doc

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSentenceKeepsItsFigures(t *testing.T) {
	got := Sentence("%s of %d, and %s.", Figure("met", "4"), 10, Figure("also", "2 more"))
	want := Text{{Text: "4", Name: "met"}, {Text: " of 10, and "}, {Text: "2 more", Name: "also"}, {Text: "."}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := Sentence("Nothing is %d%%.", 5).String(); got != "Nothing is 5%." {
		t.Errorf("got %q", got)
	}
}

func TestFiguresByName(t *testing.T) {
	one := Text{Figure("a", "1")}
	d := &Document{Blocks: []Block{
		Paragraph{Text: one}, Note{Text{Figure("a", "2")}}, List{Items: []Text{one}}, Table{Rows: [][]Text{{Plain("x"), one}}},
		Bars{Rows: []Bar{{Name: "b", Words: "50%"}}}, Ticks{Rows: []Tick{{Name: "c", Words: "met"}, {Words: "unnamed"}}},
	}}
	want := map[string][]string{"a": {"1", "2"}, "b": {"50%"}, "c": {"met"}}
	if diff := cmp.Diff(want, d.Figures()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
