package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/frameworks"
)

// wellKept are grounds in which nothing is wrong.
func wellKept() grounds {
	return grounds{asked: 60, applying: 58, answered: 58, coverage: true, known: true, goals: 10}
}

func lowestIs(title string, color assess.Color) *assess.Section {
	return &assess.Section{Group: assess.Group{Title: title, Color: color}}
}

// One case for each row of the table; a row that no case reaches fails.
func TestVerdict(t *testing.T) {
	cases := []struct {
		name string
		with func(*grounds)
		want string
	}{
		{"nothing asked", func(g *grounds) { *g = grounds{since: "2026-Q2", fell: 3} }, "Nothing was asked, so there is nothing to judge."},
		{"nothing applies", func(g *grounds) { g.applying = 0 }, "Nothing that was asked applies here, so there is nothing to judge."},
		{"nothing answered", func(g *grounds) { g.answered = 0 }, "Nothing is answered yet, so nothing can be said."},
		{"too little answered", func(g *grounds) { g.answered, g.coverage, g.missing = 30, false, 2 }, "Too little is answered to judge: 30 of 58 questions."},
		{"too little known", func(g *grounds) { g.unknown, g.known, g.since = 20, false, "2026-Q2" },
			"Too little is known to judge: nobody could answer 20 of 58 questions; nothing fell since 2026-Q2."},
		{"no goal", func(g *grounds) { g.goals = 0 }, "None of the essential goals applies here, so only the areas can be judged."},
		{"missing", func(g *grounds) { g.missing, g.unsure, g.partly = 1, 2, 3 }, "The basics are not in place: 1 of the 10 essential goals lacks a needed practice."},
		{"missing and fell", func(g *grounds) { g.missing, g.since, g.fell = 2, "2026-Q2", 1 },
			"The basics are not in place: 2 of the 10 essential goals lack a needed practice; 1 answer fell since 2026-Q2."},
		{"not known", func(g *grounds) { g.unsure, g.partly = 2, 3 }, "Nobody knows yet if the basics are in place: 2 of the 10 essential goals lack an answer."},
		{"partly", func(g *grounds) { g.partly, g.low = 3, lowestIs("Detect", assess.Red) }, "The basics are only partly in place: 3 of the 10 essential goals are still patchy."},
		{"red area", func(g *grounds) { g.low, g.listed = lowestIs("Detect", assess.Red), 4 }, "The basics are in place, but Detect is weak."},
		{"exceptions", func(g *grounds) { g.listed, g.low, g.since, g.fell = 1, lowestIs("Detect", assess.Amber), "2026-Q2", 2 },
			"The basics are nearly in place: 1 of the 10 essential goals is nearly met or met another way; 2 answers fell since 2026-Q2."},
		{"amber area", func(g *grounds) { g.low = lowestIs("Recover", assess.Amber) }, "The basics are in place, and most is left to do in Recover."},
		{"all is well", func(g *grounds) { g.low = lowestIs("Recover", assess.Green) }, "The basics are in place."},
	}
	reached := map[int]bool{}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			g := wellKept()
			c.with(&g)
			if diff := cmp.Diff(c.want, g.verdict()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			for i, rule := range verdictRules {
				if rule.holds(g) {
					reached[i] = true
					break
				}
			}
		})
	}
	for i, rule := range verdictRules {
		if !reached[i] {
			t.Errorf("no case reaches %q", rule.when)
		}
	}
}

// The grounds come from the answers, not from a mean: one missing Essential
// practice among nothing but Yes decides the sentence.
func TestVerdictOfAQuarter(t *testing.T) {
	yes := level(frameworks.Yes)
	for want, answer := range map[string]assess.Answer{
		"The basics are not in place: 1 of the 10 essential goals lacks a needed practice.":             level(frameworks.No),
		"Nobody knows yet if the basics are in place: 1 of the 10 essential goals lacks an answer.":     unknown,
		"The basics are only partly in place: 1 of the 10 essential goals is still patchy.":             level(frameworks.Partly),
		"The basics are nearly in place: 1 of the 10 essential goals is nearly met or met another way.": level(frameworks.Mostly),
		"The basics are in place.": yes,
	} {
		in := only(t, func(i int, _ *frameworks.Question) assess.Answer {
			if i == 0 {
				return answer
			}
			return yes
		})
		if diff := cmp.Diff(want, newStory(in).grounds().verdict()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}
