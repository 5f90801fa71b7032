package report

import (
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// grounds are all that a verdict rests on. The sum of the scores is not among
// them.
type grounds struct {
	asked, applying, answered, unknown int // questions
	coverage, known                    bool
	goals                              int      // Essential goals that apply
	missing, unsure, partly, listed    []string // titles of them by status, see [story.grounds]
	low                                *assess.Section
	score, proven                      string // of all questions asked, as printed
	shown                              bool   // at least half of what was earned is shown by proof
}

func (s *story) grounds() grounds {
	all, least := &s.r.All, s.lib.Thresholds.Coverage
	figures := all.Figures()
	f := grounds{
		asked: len(s.r.Items), applying: all.Asked, answered: all.Answered,
		coverage: all.Tally.Coverage().AtLeast(least), known: all.Tally.Known().AtLeast(least),
		goals: s.r.Goals.Of, low: s.low, score: figures.Score, proven: figures.Proven,
		shown: 2*all.Proven.Earned >= all.Tally.Earned,
	}
	for _, it := range s.r.Items {
		if it.State == assess.Unknown {
			f.unknown++
		}
	}
	for _, goal := range s.essentialGoals() {
		title := plainGoal(goal.Requirement)
		switch goal.Status {
		case assess.ReqNotMet:
			f.missing = append(f.missing, title)
		case assess.ReqNotKnown, assess.ReqNotCovered:
			f.unsure = append(f.unsure, title)
		case assess.ReqPartly:
			f.partly = append(f.partly, title)
		case assess.ReqNearly, assess.ReqAnotherWay:
			f.listed = append(f.listed, title)
		}
	}
	return f
}

// verdictRule is one row of the table by which the verdict is made.
type verdictRule struct {
	when  string // for the reader, in the annex on the method
	holds func(grounds) bool
	says  func(grounds) string // without the full stop
	final bool                 // nothing is said about proof
}

// verdictRules are tried in order; the first that holds speaks. The last holds
// always. What nobody knows comes before what is good, and the Essential goals
// come before the areas.
var verdictRules = []verdictRule{
	{"Nothing was asked.",
		func(f grounds) bool { return f.asked == 0 },
		func(grounds) string { return "Nothing was asked, so there is nothing to judge" }, true},
	{"Nothing that was asked applies.",
		func(f grounds) bool { return f.applying == 0 },
		func(grounds) string { return "Nothing that was asked applies here, so there is nothing to judge" }, true},
	{"Nothing is answered.",
		func(f grounds) bool { return f.answered == 0 },
		func(grounds) string { return "Nothing is answered yet, so nothing can be said" }, true},
	{"Too little is answered: the coverage of all questions is below the limit for a score.",
		func(f grounds) bool { return !f.coverage },
		func(f grounds) string {
			return fmt.Sprintf("Too little is answered to judge: %d of %d questions", f.answered, f.applying)
		}, true},
	{"Too little is known: without the \"don't know\" answers the coverage is below the same limit.",
		func(f grounds) bool { return !f.known },
		func(f grounds) string {
			return fmt.Sprintf("Too little is known to judge: nobody could answer %d of %d questions", f.unknown, f.applying)
		}, false},
	{"No Essential goal applies.",
		func(f grounds) bool { return f.goals == 0 },
		func(grounds) string {
			return "None of the essential goals applies here, so only the areas can be judged"
		}, false},
	{"An Essential goal is not met.",
		func(f grounds) bool { return len(f.missing) > 0 },
		func(f grounds) string {
			return "The basics are not in place: " + ofGoals(f.missing, f.goals, "not met")
		}, false},
	{"An Essential goal is not known.",
		func(f grounds) bool { return len(f.unsure) > 0 },
		func(f grounds) string {
			return "Nobody knows yet if the basics are in place: " + ofGoals(f.unsure, f.goals, "not known")
		}, false},
	{"An Essential goal is partly met.",
		func(f grounds) bool { return len(f.partly) > 0 },
		func(f grounds) string {
			return "The basics are only partly in place: " + ofGoals(f.partly, f.goals, "partly met")
		}, false},
	{"The lowest area is weak (red).",
		func(f grounds) bool { return f.low != nil && f.low.Color == assess.Red },
		func(f grounds) string { return fmt.Sprintf("The basics are in place, but %s is weak", f.low.Title) }, false},
	{"An Essential goal is nearly met, or met another way.",
		func(f grounds) bool { return len(f.listed) > 0 },
		func(f grounds) string {
			return "The basics are nearly in place: " + ofGoals(f.listed, f.goals, "nearly met or met another way")
		}, false},
	{"The lowest area is partly in place (amber).",
		func(f grounds) bool { return f.low != nil && f.low.Color == assess.Amber },
		func(f grounds) string {
			return fmt.Sprintf("The basics are in place, and most is left to do in %s", f.low.Title)
		}, false},
	{"None of these.",
		func(grounds) bool { return true },
		func(grounds) string { return "The basics are in place" }, false},
}

// namedGoals is how many goals a verdict names.
const namedGoals = 2

// ofGoals counts some of the goals and names the first: "1 of the 10 essential
// goals is not met (Email Security)".
func ofGoals(goals []string, of int, how string) string {
	names := words.Join(", ", goals[:min(len(goals), namedGoals)]...)
	if more := len(goals) - namedGoals; more > 0 {
		names += fmt.Sprintf(" and %d more", more)
	}
	verb := "are"
	if len(goals) == 1 {
		verb = "is"
	}
	return fmt.Sprintf("%d of the %d essential goals %s %s (%s)", len(goals), of, verb, how, names)
}

// verdict returns the one sentence that sums up the quarter.
func (f grounds) verdict() string {
	for _, rule := range verdictRules {
		if rule.holds(f) {
			return rule.says(f) + f.ending(rule.final) + "."
		}
	}
	return ""
}

// ending says of a score that is mostly not shown by proof that it is not.
func (f grounds) ending(final bool) string {
	if final || f.shown || f.proven == "" {
		return ""
	}
	return fmt.Sprintf("; most of it is said and not shown: with fresh proof only, %s and not %s", f.proven, f.score)
}

// verdictMethod prints the rules, so that a reader can follow the sentence.
func verdictMethod(*story) []doc.Block {
	list := doc.List{Ordered: true}
	for _, rule := range verdictRules {
		list.Items = append(list.Items, doc.Plain(rule.when))
	}
	return []doc.Block{
		doc.Headed(2, "The sentence for the chair"),
		doc.Say("The first line of this list that is true chooses the sentence on the page for the chair. Where under half of what was earned is shown by fresh proof, the sentence says so. No sum of scores decides it."),
		list,
	}
}
