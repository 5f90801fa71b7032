package report

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/frameworks/words"
	"hygeia/report/data"
	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

// figureCells are the cells that every format must print for a section, in the
// order of the table of the full report; "–" where there is nothing to say.
func figureCells(g *assess.Group) []string {
	f := g.Figures()
	cells := []string{g.Title, f.Score, f.Range, f.Coverage, f.Reach, f.Scope, f.Proven, stateWords(g.Color)}
	for i, c := range cells {
		if c == "" {
			cells[i] = doc.Dash
		}
	}
	return cells
}

func TestSameDigitsInEveryFormat(t *testing.T) {
	doctest.OneGoroutine(t)
	for name, in := range everyInput(t) {
		t.Run(name, func(t *testing.T) {
			markdown := draw(t, "md", Full(in), doc.Options{})
			text := draw(t, "text", Full(in), doc.Options{Width: 5000})
			data := readJSON(t, in)
			for i, v := range in.Result.Views {
				for j := range v.Sections {
					g := &v.Sections[j].Group
					cells := figureCells(g)
					if row := "| " + strings.Join(cells, " | ") + " |"; !strings.Contains(markdown, row) {
						t.Errorf("Markdown lacks the row %q", row)
					}
					if !rowOf(cells).MatchString(text) {
						t.Errorf("text lacks the row %q", cells)
					}
					p := data.Views[i].Sections[j].Printed
					sec := data.Views[i].Sections[j]
					got := []string{g.Title, p.Score, p.Range, p.Coverage, p.Reach, p.Scope, p.Proven, ""}
					if sec.Color != "" {
						got[7] = words.Capital(sec.State) + " (" + sec.Color + ")"
					}
					for k := range got {
						if got[k] == "" {
							got[k] = doc.Dash
						}
					}
					if diff := cmp.Diff(cells, got); diff != "" {
						t.Errorf("JSON (-want +got):\n%s", diff)
					}
				}
			}
			for _, format := range []string{markdown, text} {
				if in.Result.Goals.Of > 0 && !strings.Contains(format, in.Result.Goals.String()) {
					t.Error("the headline is missing")
				}
			}
			if data.Goals.Text != in.Result.Goals.String() {
				t.Errorf("JSON says %q of the goals", data.Goals.Text)
			}
		})
	}
}

// rowOf matches a row of a text table.
func rowOf(cells []string) *regexp.Regexp {
	quoted := make([]string, len(cells))
	for i, c := range cells {
		quoted[i] = regexp.QuoteMeta(c)
	}
	return regexp.MustCompile(`(?m)^` + strings.Join(quoted, ` {2,}`) + `( |$)`)
}

func readJSON(t testing.TB, in Input) jsonResult {
	t.Helper()
	var b bytes.Buffer
	if err := WriteJSON(&b, in); err != nil {
		t.Fatal(err)
	}
	var r jsonResult
	dec := json.NewDecoder(&b)
	dec.DisallowUnknownFields()
	if err := dec.Decode(&r); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestChangesHaveTheSameDigits(t *testing.T) {
	in := creek(t)
	c := assess.Compare(in.before(), in.Result)
	var every Focus
	for _, v := range c.Views {
		every.Frameworks = append(every.Frameworks, v.View.Framework.ID)
	}
	markdown := draw(t, "md", every.Comparison(c), doc.Options{})
	result := readJSON(t, in)
	for i := range c.Views {
		for j := range c.Views[i].Sections {
			sc := &c.Views[i].Sections[j]
			cells := []string{change(sc.Real), change(sc.Corrected), change(sc.Scope), change(sc.Shown)}
			row := "| " + strings.Join(append([]string{sc.After.Title, sc.Before.ScoreText(), sc.After.ScoreText()}, cells...), " | ") + " |"
			if !strings.Contains(markdown, row) {
				t.Errorf("Markdown lacks the row %q", row)
			}
			got := result.Comparison.Views[i].Sections[j]
			for k, f := range []*data.Figure{got.Real, got.Corrected, got.Scope, got.Shown} {
				if printed(f) != cells[k] {
					t.Errorf("%s: JSON says %s, want %s", sc.After.Title, printed(f), cells[k])
				}
			}
		}
	}
}

func printed(f *data.Figure) string {
	if f == nil {
		return doc.Dash
	}
	return f.Text
}

// In the PDF the words stand in lines, so the row of each bar is looked for
// without its white space: label, score and color, and what the score rests on.
func TestSameDigitsInThePDF(t *testing.T) {
	doctest.Long(t)
	for name, in := range everyInput(t) {
		t.Run(name, func(t *testing.T) {
			for kind, d := range map[string]*doc.Document{"board": Board(in), "full": Full(in)} {
				drawn := unspaced(mustDraw(t, d, doc.Options{}).All())
				if in.Result.Goals.Of > 0 && !strings.Contains(drawn, unspaced(in.Result.Goals.String())) {
					t.Errorf("%s: the headline is missing", kind)
				}
				for _, block := range d.Blocks {
					bars, ok := block.(doc.Bars)
					if !ok {
						continue
					}
					for _, b := range bars.Rows {
						if row := unspaced(b.Label + b.Words + b.Detail); !strings.Contains(drawn, row) {
							t.Errorf("%s: the PDF lacks %q", kind, row)
						}
					}
				}
			}
			for i := range in.Result.Views {
				for j := range in.Result.Views[i].Sections {
					g := &in.Result.Views[i].Sections[j].Group
					f, b := g.Figures(), bar("", g)
					answered, _, _ := strings.Cut(f.Coverage, ",") // how many were confirmed stands in the annex
					if f.Score != "" && !strings.Contains(b.Words, f.Score) || !strings.Contains(b.Detail, answered) {
						t.Errorf("the bar of %s says %q, %q; the figures are %+v", g.Title, b.Words, b.Detail, f)
					}
				}
			}
		})
	}
}

func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }
