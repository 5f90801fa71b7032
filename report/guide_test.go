package report

import (
	"fmt"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

func typed(words ...string) string { return "hygeia " + strings.Join(words, " ") }

func TestGuideGolden(t *testing.T) {
	for name, of := range map[string]Input{"creek": creek(t), "lakeside": lakeside(t)} {
		of.Rules = []string{"Rule 1 (everybody)"}
		d := Guide(GuideInput{Input: of, Command: typed})
		golden(t, "guide-"+name+".md", draw(t, "md", d, doc.Options{}))
	}
}

// A step is done by what is recorded, and by nothing else; tiers count in no score.
func TestGuideSteps(t *testing.T) {
	of := creek(t)
	states := func() string {
		var b strings.Builder
		for _, s := range newGuide(GuideInput{Input: of, Command: typed}).steps() {
			fmt.Fprintf(&b, "%s ", s.state())
		}
		return b.String()
	}
	before := states()
	if !strings.HasPrefix(before, "open open open open open ") {
		t.Errorf("nothing is recorded, and the steps are %s", before)
	}
	lib, a, score := of.Result.Library, of.Result.Assessment, fmt.Sprint(of.Result.All.Tally)
	for _, f := range lib.Facts {
		value := map[frameworks.FactKind]string{frameworks.TextFact: "words", frameworks.TierFact: "2", frameworks.DayFact: "2026-09-01"}[f.Kind]
		if f.Group == frameworks.GuideFacts || f.Key == "risk-analysis-day" {
			if err := a.SetFact(f, value, "J. Rivera (invented)", of.Result.AsOf); err != nil {
				t.Fatal(err)
			}
		}
	}
	if after := states(); !strings.HasPrefix(after, "done done done ") {
		t.Errorf("all is recorded, and the steps are %s", after)
	}
	of.Audience = ForBoard
	if annex := draw(t, "md", BoardAnnex(of), doc.Options{}); !strings.Contains(annex, "## Record of the sector's guide") && !strings.Contains(annex, "# Record of the sector's guide") {
		t.Error("the annex has no record of the guide")
	} else if strings.Contains(annex, "J. Rivera") {
		t.Error("the record in the annex names who answered")
	}
	if now := fmt.Sprint(assess.Evaluate(lib, a).All.Tally); now != score {
		t.Errorf("the score was %s and is %s", score, now)
	}
}

// Three stages hold the first of the plan, in its order, so much as fits.
func TestRoadmap(t *testing.T) {
	r := lakeside(t).Result
	from := assess.Date{Year: 2026, Month: 9, Day: 20}
	stages := Roadmap(r, nil, from, 8)
	if len(stages) != 3 || stages[0].Until.String() != "2026-10-20" || stages[2].Until.String() != "2026-12-19" {
		t.Fatalf("stages %v", stages)
	}
	place := map[string]int{}
	for i, a := range assess.Actions(r, nil) {
		place[a.Item.Question.Key] = i
	}
	last := -1
	for i, s := range stages {
		points, free := 0, 0
		for _, a := range s.Actions {
			if a.Decision.Kind == assess.Fix && !a.Decision.Due.IsZero() {
				points += a.Points
				continue
			}
			free++
			points += a.Points
			if at := place[a.Item.Question.Key]; at < last {
				t.Errorf("stage %d: %s stands before what comes first in the plan", i, a.Item.Question.Key)
			} else {
				last = at
			}
		}
		if points > 8 && free > 1 {
			t.Errorf("stage %d has %d points", i, points)
		}
	}
	page := draw(t, "text", RoadmapPage(lakeside(t), from, 8), doc.Options{})
	doctest.InOrder(t, page, "By day 30 (Oct. 20, 2026)", "By day 60", "By day 90 (Dec. 19, 2026)")
}
