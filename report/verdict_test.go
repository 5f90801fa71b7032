package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/frameworks"
)

// wellKept are grounds in which nothing is wrong.
func wellKept() grounds {
	return grounds{asked: 60, applying: 58, answered: 58, coverage: true, known: true, goals: 10, score: "90%", proven: "80%", shown: true}
}

func lowestIs(title string, color assess.Color) *assess.Section {
	return &assess.Section{Group: assess.Group{Title: title, Color: color}}
}

// One case for each row of the table; a row that no case reaches fails.
func TestVerdict(t *testing.T) {
	one, three := []string{"Email Security"}, []string{"Email Security", "Strong Encryption", "Unique Credentials"}
	cases := []struct {
		name string
		with func(*grounds)
		want string
	}{
		{"nothing asked", func(g *grounds) { *g = grounds{} }, "Nothing was asked, so there is nothing to judge."},
		{"nothing applies", func(g *grounds) { g.applying = 0 }, "Nothing that was asked applies here, so there is nothing to judge."},
		{"nothing answered", func(g *grounds) { g.answered, g.shown = 0, false }, "Nothing is answered yet, so nothing can be said."},
		{"too little answered", func(g *grounds) { g.answered, g.coverage, g.missing, g.shown = 30, false, three, false }, "Too little is answered to judge: 30 of 58 questions."},
		{"too little known", func(g *grounds) { g.unknown, g.known = 20, false }, "Too little is known to judge: nobody could answer 20 of 58 questions."},
		{"no goal", func(g *grounds) { g.goals = 0 }, "None of the essential goals applies here, so only the areas can be judged."},
		{"missing", func(g *grounds) { g.missing, g.unsure, g.partly = one, three, three },
			"The basics are not in place: 1 of the 10 essential goals is not met (Email Security)."},
		{"more missing", func(g *grounds) { g.missing = three },
			"The basics are not in place: 3 of the 10 essential goals are not met (Email Security, Strong Encryption and 1 more)."},
		{"not known", func(g *grounds) { g.unsure, g.partly = one, three }, "Nobody knows yet if the basics are in place: 1 of the 10 essential goals is not known (Email Security)."},
		{"partly", func(g *grounds) { g.partly, g.low = one, lowestIs("Detect", assess.Red) },
			"The basics are only partly in place: 1 of the 10 essential goals is partly met (Email Security)."},
		{"red area", func(g *grounds) { g.low, g.listed = lowestIs("Detect", assess.Red), three }, "The basics are in place, but Detect is weak."},
		{"nearly", func(g *grounds) { g.listed, g.low = one, lowestIs("Detect", assess.Amber) },
			"The basics are nearly in place: 1 of the 10 essential goals is nearly met or met another way (Email Security)."},
		{"amber area", func(g *grounds) { g.low = lowestIs("Recover", assess.Amber) }, "The basics are in place, and most is left to do in Recover."},
		{"all is well", func(g *grounds) { g.low = lowestIs("Recover", assess.Green) }, "The basics are in place."},
		{"said", func(g *grounds) { g.shown, g.score, g.proven = false, "100%", "0%" },
			"The basics are in place; most of it is said and not shown: with fresh proof only, 0% and not 100%."},
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

// The grounds come from the answers, not from a sum: one missing Essential
// practice among nothing but Yes decides the sentence. Nothing is shown by proof.
func TestVerdictOfAQuarter(t *testing.T) {
	yes := level(frameworks.Yes)
	for want, answer := range map[string]assess.Answer{
		"The basics are not in place: 1 of the 10 essential goals is not met (Known flaws fixed)":                          level(frameworks.No),
		"Nobody knows yet if the basics are in place: 1 of the 10 essential goals is not known (Known flaws fixed)":        unknown,
		"The basics are only partly in place: 1 of the 10 essential goals is partly met (Known flaws fixed)":               level(frameworks.Partly),
		"The basics are nearly in place: 1 of the 10 essential goals is nearly met or met another way (Known flaws fixed)": level(frameworks.Mostly),
		"The basics are in place": yes,
	} {
		in := only(t, func(i int, _ *frameworks.Question) assess.Answer {
			if i == 0 {
				return answer
			}
			return yes
		})
		want += "; most of it is said and not shown: with fresh proof only, 0% and not " + in.Result.All.Figures().Score + "."
		if diff := cmp.Diff(want, newStory(in).grounds().verdict()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}
