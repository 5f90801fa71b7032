package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/doc"
)

// chaptersOf returns the headings of level 1, in order.
func chaptersOf(d *doc.Document) []string {
	var list []string
	for _, h := range blocksOf[doc.Heading](d.Blocks) {
		if h.Level == 1 {
			list = append(list, h.Text)
		}
	}
	return list
}

func TestPagesOfTheBoardReport(t *testing.T) {
	want := []string{
		"What this means for patients", "Goals and areas", "What changed since 2026-Q2", "The plan", "Oversight", "Annexes", "What changed, in full",
		"Every gap, in order", "Every answer", "Exceptions and doubts", "Proof over the quarters", "Help named in this report, by kind",
		"How the figures are made", "Words",
	}
	if diff := cmp.Diff(want, chaptersOf(Board(creek(t)))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The first page is one page however much there is to say, the brief two, the body
// at most eight.
func TestPageCounts(t *testing.T) {
	inputs := everyInput(t)
	inputs["long name"] = longWinded(t)
	papers := []string{"letter", "a4"}
	if testing.Short() {
		papers = papers[:1]
	}
	for name, in := range inputs {
		in.Audience = ForBoard
		for _, paper := range papers {
			s := newStory(in)
			first := s.bound()
			for _, c := range []struct {
				what string
				d    *doc.Document
				most int
			}{{"first page", first, 1}, {"brief", Brief(in), 2}, {"body", BoardBody(in), bodyPages}} {
				if n := len(mustDraw(t, c.d, doc.Options{Paper: paper}).Pages); n > c.most {
					t.Errorf("%s on %s: the %s takes %d pages, want at most %d", name, paper, c.what, n, c.most)
				}
			}
		}
	}
}

// longWinded is the creek hospital with a long name, everything fallen, long
// owners, and all decisions late.
func longWinded(t testing.TB) Input {
	lib := shipped(t)
	org := assess.Organization{Name: strings.Repeat("Saint Somebody and All Her Friends ", 5), Size: frameworks.Large, Country: "us"}
	ids := []string{"hph-cpg", "hicp-2023", "nist-csf-2.0"}
	before := quarter(lib, second, org, ids, func(int, *frameworks.Question) assess.Answer { return level(frameworks.Yes) })
	after := quarter(lib, third, org, ids, func(int, *frameworks.Question) assess.Answer { return level(frameworks.Partly) })
	after.Decisions = map[string]assess.Decision{}
	for key := range after.Answers {
		after.Decisions[key] = assess.Decision{Kind: assess.Fix, Owner: strings.Repeat("Vice president for clinical systems ", 4), Due: day(2026, 6, 1)}
	}
	return Input{Result: assess.Evaluate(lib, after), Earlier: []*assess.Result{assess.Evaluate(lib, before)}}
}

// Every number on the first page is counted anew.
func TestNumbersOfTheFirstPage(t *testing.T) {
	in := creek(t)
	s := newStory(in)
	text := draw(t, "text", &doc.Document{Blocks: s.firstPage(airy)}, doc.Options{Width: 1000})
	all := in.Result.All
	score, low, high, proven := all.Tally.Score(), all.Tally.Low(), all.Tally.High(), all.Proven.Score()
	lowest := ""
	v, _ := in.Result.View("hicp-2023") // the NIST framework is not asked
	for i := range v.Sections {
		if g := &v.Sections[i].Group; lowest == "" || g.Tally.Score().Rat().Cmp(sectionNamed(v, lowest).Tally.Score().Rat()) < 0 {
			lowest = g.Title
		}
	}
	for _, want := range []string{
		fmt.Sprintf("Essential goals: %d of 10 met", in.Result.Goals.Met),
		fmt.Sprintf("All questions asked: %s (%s to %s however what is open turns out; %s with fresh proof)", score.Printed(), strings.TrimSuffix(low.Printed(), "%"), high.Printed(), proven.Printed()),
		fmt.Sprintf("The lowest area is %s, at %s (%s with fresh proof).", lowest, sectionNamed(v, lowest).Tally.Score().Printed(), sectionNamed(v, lowest).Proven.Score().Printed()),
		fmt.Sprintf("%d of %d answered", all.Answered, all.Asked),
		"Neither better nor worse than in 2026-Q2|Better than in 2026-Q2|Worse than in 2026-Q2",
		"Of the answers 2 rose, 1 fell, 1 can no longer be said, 1 corrected. Lower or no longer known: Second factor for email; Attacked flaws fixed fast.",
		"6 do not apply, 1 another way, 1 correction",
	} {
		if !slices.ContainsFunc(strings.Split(want, "|"), func(w string) bool { return strings.Contains(text, w) }) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}

func sectionNamed(v *assess.View, title string) *assess.Section {
	for i := range v.Sections {
		if v.Sections[i].Title == title {
			return &v.Sections[i]
		}
	}
	return nil
}

// The report on a quarter of older rules says which headline was printed then.
func TestFirstPageSaysWhatOlderRulesPrinted(t *testing.T) {
	in := creek(t)
	in.Result.Assessment.Rules = 1
	in.Result = assess.Evaluate(in.Result.Library, in.Result.Assessment)
	then, other := in.Result.GoalsThen()
	text := draw(t, "text", &doc.Document{Blocks: newStory(in).firstPage(airy)}, doc.Options{Width: 1000})
	if !other || !strings.Contains(text, "the rules of that time printed "+then) {
		t.Errorf("%q (%t) is missing in\n%s", then, other, text)
	}
}

// A quarter in which nobody answered anything is not known, and no failure.
func TestNothingAnsweredIsNotKnown(t *testing.T) {
	in := only(t, nothing)
	text := draw(t, "text", &doc.Document{Blocks: newStory(in).firstPage(roomy)}, doc.Options{Width: 1000})
	for _, want := range []string{"Nothing is answered yet, so nothing can be said", "Essential goals: not known yet.", "None yet: answer the questions first."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	for _, wrong := range []string{"0 of 10", "0%", "not met"} {
		if strings.Contains(text, wrong) {
			t.Errorf("it says %q:\n%s", wrong, text)
		}
	}
}

// What helps most against a threat is the first fix of the plan that works against
// it, with its number there.
func TestStepThatHelpsMost(t *testing.T) {
	for name, in := range everyInput(t) {
		s := newStory(in)
		for i := range s.r.Threats {
			key, want := s.r.Threats[i].Key, "No step is left in the plan"
			for _, kind := range []assess.ActionKind{assess.AnswerIt, assess.FindOut, assess.FixIt} {
				for j := len(s.actions) - 1; j >= 0; j-- {
					if a := s.actions[j]; (a.Kind == kind || kind == assess.FindOut && a.Kind == assess.AnswerIt) && a.Item.Question.Names(key) {
						want = fmt.Sprintf("No. %d, %s", j+1, actionTitle(a))
					}
				}
			}
			if got := s.closer(key).String(); got != want {
				t.Errorf("%s, %s: %q, want %q", name, key, got, want)
			}
		}
	}
}

func TestScoresFinding(t *testing.T) {
	scored := func(title string, earned, weight int) assess.Section {
		return assess.Section{Group: assess.Group{Title: title, Standing: assess.Scored, Tally: assess.Tally{Earned: earned, Levelled: weight}}}
	}
	without := assess.Section{Group: assess.Group{Title: "Empty"}}
	for want, sections := range map[string][]assess.Section{
		"No section rests on enough questions and answers yet to be compared.":    {without},
		"A: 50%. 1 section rests on too few questions or answers to be compared.": {scored("A", 3, 2), without},
		"All stand at 50%.":                                  {scored("A", 3, 2), scored("B", 3, 2)},
		"Lowest is B at 33%; highest is A at 67%.":           {scored("A", 2, 1), scored("B", 1, 1)},
		"Lowest are B and C at 33%; highest is A at 67%.":    {scored("A", 2, 1), scored("B", 1, 1), scored("C", 1, 1)},
		"Lowest is A at 33%; highest are B, C and D at 67%.": {scored("A", 1, 1), scored("B", 2, 1), scored("C", 2, 1), scored("D", 2, 1)},
	} {
		if diff := cmp.Diff(want, scoresFinding(&assess.View{Sections: sections})); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// The mark of the quarter before stands only where that quarter has a score, and
// is the one it printed.
func TestMarksOfTheQuarterBefore(t *testing.T) {
	in := creek(t)
	for n, bars := range blocksOf[doc.Bars](Board(in).Blocks) {
		id := []string{frameworks.CSFID, "hicp-2023"}[n]
		before, _ := in.before().View(id)
		for i, b := range bars.Rows {
			old := &before.Sections[i]
			if b.Marked != old.HasScore() {
				t.Errorf("%s is marked: %t, but has a score in the quarter before: %t", b.Label, b.Marked, old.HasScore())
			}
			if b.Marked && fmt.Sprintf("%d%%", b.Last) != old.Figures().Score {
				t.Errorf("%s is marked at %d, the quarter before printed %s", b.Label, b.Last, old.Figures().Score)
			}
		}
	}
	for _, bars := range blocksOf[doc.Bars](Board(lakeside(t)).Blocks) {
		for _, b := range bars.Rows {
			if b.Marked {
				t.Errorf("%s is marked in a first quarter", b.Label)
			}
		}
	}
}

func TestGoalMarks(t *testing.T) {
	in := creek(t)
	v, _ := in.Result.View(frameworks.EssentialID)
	ticks := blocksOf[doc.Ticks](Board(in).Blocks)
	met := 0
	for i, row := range ticks[0].Rows {
		if row.Mark == doc.TickMet {
			met++
		}
		if row.Words != v.Sections[0].Requirements[i].Status.String() {
			t.Errorf("%s reads %s", row.Label, row.Words)
		}
	}
	if met != in.Result.Goals.Met {
		t.Errorf("%d checks, but %d goals are met", met, in.Result.Goals.Met)
	}
}
