package report

import (
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// grounds are all that a verdict rests on. The mean of the scores is not among
// them.
type grounds struct {
	asked, applying, answered, unknown int // questions
	coverage, known                    bool
	goals                              int // Essential goals that apply
	missing, unsure, partly, listed    int // of them by status, see [story.grounds]
	low                                *assess.Section
	since                              string // the quarter before; empty without one
	fell                               int
}

func (s *story) grounds() grounds {
	all, least := &s.r.All, s.lib.Thresholds.Coverage
	f := grounds{
		asked: len(s.r.Items), applying: all.Asked, answered: all.Answered,
		coverage: all.Tally.Coverage().AtLeast(least), known: all.Tally.Known().AtLeast(least),
		goals: s.r.Goals.Of, low: lowest(s.csf()), fell: len(s.fallen()),
	}
	for _, it := range s.r.Items {
		if it.State == assess.Unknown {
			f.unknown++
		}
	}
	for _, goal := range s.essentialGoals() {
		switch goal.Status {
		case assess.ReqNotMet:
			f.missing++
		case assess.ReqNotKnown, assess.ReqNotCovered:
			f.unsure++
		case assess.ReqPartly:
			f.partly++
		case assess.ReqNearly, assess.ReqAnotherWay:
			f.listed++
		}
	}
	if s.before != nil {
		f.since = s.before.Period.String()
	}
	return f
}

// verdictRule is one row of the table by which the verdict is made.
type verdictRule struct {
	when  string // for the reader, in the annex on the method
	holds func(grounds) bool
	says  func(grounds) string // without the full stop
	final bool                 // nothing is said about what fell
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
		func(f grounds) bool { return f.missing > 0 },
		func(f grounds) string {
			return fmt.Sprintf("The basics are not in place: %s a needed practice", ofGoals(f.missing, f.goals, "lacks", "lack"))
		}, false},
	{"An Essential goal is not known.",
		func(f grounds) bool { return f.unsure > 0 },
		func(f grounds) string {
			return fmt.Sprintf("Nobody knows yet if the basics are in place: %s an answer", ofGoals(f.unsure, f.goals, "lacks", "lack"))
		}, false},
	{"An Essential goal is partly met.",
		func(f grounds) bool { return f.partly > 0 },
		func(f grounds) string {
			return fmt.Sprintf("The basics are only partly in place: %s still patchy", ofGoals(f.partly, f.goals, "is", "are"))
		}, false},
	{"The lowest area is red.",
		func(f grounds) bool { return f.low != nil && f.low.Color == assess.Red },
		func(f grounds) string { return fmt.Sprintf("The basics are in place, but %s is weak", f.low.Title) }, false},
	{"An Essential goal is nearly met, or met another way.",
		func(f grounds) bool { return f.listed > 0 },
		func(f grounds) string {
			return fmt.Sprintf("The basics are nearly in place: %s nearly met or met another way", ofGoals(f.listed, f.goals, "is", "are"))
		}, false},
	{"The lowest area is amber.",
		func(f grounds) bool { return f.low != nil && f.low.Color == assess.Amber },
		func(f grounds) string {
			return fmt.Sprintf("The basics are in place, and most is left to do in %s", f.low.Title)
		}, false},
	{"None of these.",
		func(grounds) bool { return true },
		func(grounds) string { return "The basics are in place" }, false},
}

// ofGoals counts some of the goals: "1 of the 10 essential goals lacks".
func ofGoals(n, of int, one, many string) string {
	verb := many
	if n == 1 {
		verb = one
	}
	return fmt.Sprintf("%d of the %d essential goals %s", n, of, verb)
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

// ending says what fell since the quarter before.
func (f grounds) ending(final bool) string {
	switch {
	case final || f.since == "":
		return ""
	case f.fell == 0:
		return "; nothing fell since " + f.since
	}
	return fmt.Sprintf("; %s since %s", words.Count(f.fell, "answer fell", "answers fell"), f.since)
}

// verdictMethod prints the rules, so that a reader can follow the sentence.
func verdictMethod(*story) []doc.Block {
	list := doc.List{Ordered: true}
	for _, rule := range verdictRules {
		list.Items = append(list.Items, doc.Plain(rule.when))
	}
	return []doc.Block{
		heading(2, "The sentence for the chair"),
		para("The first line of this list that is true chooses the sentence on the page for the chair. What fell since the quarter before is added. No mean is used."),
		list,
	}
}
