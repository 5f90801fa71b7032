package report

import (
	"fmt"
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
		"For the chair", "What this means for patients", "Where we stand", "What changed since 2026-Q2", "The plan", "Oversight", "What changed, in full",
		"Every gap, in order", "Every answer", "Exceptions and doubts", "Help named in this report, by kind",
		"How the figures are made", "Words",
	}
	if diff := cmp.Diff(want, chaptersOf(Board(creek(t)))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The page for the chair is one page however much there is to say.
func TestChairPageIsOnePage(t *testing.T) {
	inputs := everyInput(t)
	inputs["long name"] = longWinded(t)
	for name, in := range inputs {
		for _, paper := range []string{"letter", "a4"} {
			s := newStory(in)
			d := s.cover("Board report")
			d.Blocks = s.write(chairPage)
			if n := len(mustDraw(t, d, doc.Options{Paper: paper}).Pages); n != 2 { // with the cover
				t.Errorf("%s on %s: %d pages, want the cover and one", name, paper, n)
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

// Every number on the page for the chair is counted anew.
func TestNumbersForTheChair(t *testing.T) {
	in := creek(t)
	tiles := blocksOf[doc.Tiles](Board(in).Blocks)[0].Tiles
	got := map[string]string{}
	for _, tile := range tiles {
		got[tile.Label] = tile.Number
	}
	urgent, yes, proven := 0, 0, 0
	for _, a := range assess.Actions(in.Result, in.before()) {
		if a.Tier == 1 {
			urgent++
		}
	}
	for _, it := range in.Result.Items {
		if it.Answer.State == assess.Levelled && it.Answer.Level == frameworks.Yes {
			yes++
			if it.Proven == 3 {
				proven++
			}
		}
	}
	want := map[string]string{
		"Essential goals met":          fmt.Sprintf("%d of %d", in.Result.Goals.Met, in.Result.Goals.Of),
		"Urgent gaps":                  itoa(urgent),
		"Decisions past their date":    "0",
		"Yes answers with fresh proof": percent(assess.Share{Part: proven, Whole: yes}),
		"Questions answered":           fmt.Sprintf("%d of %d", in.Result.All.Answered, in.Result.All.Asked),
		"Answers that fell":            "2",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The step that helps most is the fix with the largest weighted gap.
func TestStepThatHelpsMost(t *testing.T) {
	for name, in := range everyInput(t) {
		s := newStory(in)
		for i := range s.r.Threats {
			threat := &s.r.Threats[i]
			most, fixes := 0, false
			for _, a := range s.actions {
				if a.Item.Question.Names(threat.Key) && a.Kind == assess.FixIt {
					fixes = true
					most = max(most, a.Item.Weight*a.Item.Gap)
				}
			}
			closer := s.closer(threat.Key)
			for _, a := range s.actions {
				if fixes && actionTitle(a) == closer && a.Item.Weight*a.Item.Gap != most {
					t.Errorf("%s, %s: %q closes %d, the most is %d", name, threat.Key, closer, a.Item.Weight*a.Item.Gap, most)
				}
			}
			if fixes && (strings.HasPrefix(closer, "Find out") || strings.HasPrefix(closer, "Answer:")) {
				t.Errorf("%s, %s: %q where there is something to fix", name, threat.Key, closer)
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
		"No section rests on enough questions and answers yet to be compared.":     {without},
		"A: 50 %. 1 section rests on too few questions or answers to be compared.": {scored("A", 3, 2), without},
		"All stand at 50 %.":                                   {scored("A", 3, 2), scored("B", 3, 2)},
		"Lowest is B at 33 %; highest is A at 67 %.":           {scored("A", 2, 1), scored("B", 1, 1)},
		"Lowest are B and C at 33 %; highest is A at 67 %.":    {scored("A", 2, 1), scored("B", 1, 1), scored("C", 1, 1)},
		"Lowest is A at 33 %; highest are B, C and D at 67 %.": {scored("A", 1, 1), scored("B", 2, 1), scored("C", 2, 1), scored("D", 2, 1)},
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
	for _, bars := range blocksOf[doc.Bars](Board(in).Blocks) {
		id := frameworks.CSFID
		if bars.Small {
			id = "hicp-2023"
		}
		before, _ := in.before().View(id)
		for i, b := range bars.Rows {
			old := &before.Sections[i]
			if b.Marked != old.HasScore() {
				t.Errorf("%s is marked: %t, but has a score in the quarter before: %t", b.Label, b.Marked, old.HasScore())
			}
			if b.Marked && fmt.Sprintf("%d %%", b.Last) != old.Figures().Score {
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
