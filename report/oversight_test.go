package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/doc"
)

// Each key a board's question names is in the bank.
func TestBoardQuestionsAreAnswered(t *testing.T) {
	s := newStory(creek(t))
	exercise, _ := s.r.Item("incident-exercise")
	want := map[string]string{
		"Did we practice for an attack in the past year?": "Incident plan practiced every year: " + saidWithAge(exercise),
		"In an attack, when are we told, and by whom?":    "Not answered yet",
		"Which published framework do we work by?":        "HPH Cybersecurity Performance Goals 2024-01; Health Industry Cybersecurity Practices 2023",
	}
	got := map[string]string{}
	for _, r := range boardQuestions(s).(doc.Table).Rows {
		if q := r[0].String(); want[q] != "" {
			got[q] = r[1].String()
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	few := newStory(only(t, nothing))
	if text := draw(t, "text", &doc.Document{Blocks: []doc.Block{boardQuestions(few)}}, doc.Options{Width: 300}); !strings.Contains(text, "Not asked this quarter") {
		t.Error("a question that is not asked this quarter does not say so")
	}
}

func TestProofLetters(t *testing.T) {
	yes := func(proven int) *assess.Item {
		return &assess.Item{State: assess.Levelled, Points: 3, Proven: proven}
	}
	for want, items := range map[string][]*assess.Item{
		proofAll:   {yes(3), yes(3), {State: assess.Levelled, Points: 2}},
		proofSome:  {yes(3), yes(0)},
		proofNone:  {yes(0), {State: assess.Levelled, Points: 2, Proven: 2}},
		proofNoYes: {{State: assess.Levelled, Points: 1}, {State: assess.Unknown}},
		proofDash:  nil,
	} {
		if got := proofLetter(&assess.Section{Group: assess.Group{Items: items}}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := proofLetter(nil); got != proofDash {
		t.Errorf("a quarter that is missing reads %q", got)
	}
}

// The strip has a row for each practice where HICP was asked, else for each
// function, and as many cells as quarters; each letter is in the legend.
func TestProofStrip(t *testing.T) {
	for rows, in := range map[int]Input{10: creek(t), 6: history(t, 5)} {
		strip := blocksOf[doc.Strip](Board(in).Blocks)[0]
		if len(strip.Rows) != rows {
			t.Errorf("%d rows, want %d", len(strip.Rows), rows)
		}
		known := map[string]bool{}
		for _, k := range strip.Legend {
			known[k.Letter] = true
		}
		for _, r := range strip.Rows {
			if len(r.Cells) != len(strip.Columns) {
				t.Errorf("%s has %d cells for %d quarters", r.Label, len(r.Cells), len(strip.Columns))
			}
			for _, c := range r.Cells {
				if !known[c] {
					t.Errorf("%s: %q is not in the legend", r.Label, c)
				}
			}
		}
	}
}

// The next report is due three months after this one; without a date there is no
// such sentence.
func TestNextReport(t *testing.T) {
	if text := draw(t, "text", Board(creek(t)), doc.Options{}); !strings.Contains(text, "due by Dec. 28, 2026, three months") {
		t.Error("the date of the next report is missing")
	}
	if blocks := nextReport(newStory(Input{Result: assess.Evaluate(&frameworks.Library{}, &assess.Assessment{})})); blocks != nil {
		t.Errorf("without a date there is %v", blocks)
	}
}
