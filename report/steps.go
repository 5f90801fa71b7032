package report

import (
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// actionTitle names an action by its question, and what is not a fix as what it is.
func actionTitle(a assess.Action) string {
	switch a.Kind {
	case assess.FindOut:
		return "Find out: " + a.Item.Question.Title
	case assess.AnswerIt:
		return "Answer: " + a.Item.Question.Title
	}
	return a.Item.Question.Title
}

// numbered is an action as every page names it: with its number in the one list
// (SCORING 7).
func (s *story) numbered(a assess.Action) doc.Text {
	return doc.Sentence("No. %s, %s", s.number(a), actionTitle(a))
}

// step is an action with its first step, and what care areas have to be asked.
func (s *story) step(a assess.Action) doc.Text {
	text := doc.Text{{Text: actionTitle(a) + ".", Bold: true}, {Text: " " + s.firstStep(a)}}
	if care := careful(a); care != "" {
		text = append(text, doc.Span{Text: " Mind care: ", Bold: true}, doc.Span{Text: care})
	}
	return text
}

// careful is whom to ask in the care areas before a fix, and the way back; empty
// for a step that care does not run on.
func careful(a assess.Action) string {
	if a.Kind != assess.FixIt {
		return ""
	}
	return a.Item.Question.Fix.Care
}

func (s *story) firstStep(a assess.Action) string {
	q := a.Item.Question
	switch a.Kind {
	case assess.FindOut:
		if who := s.roles(q); who != "" {
			return "Ask " + who + ", and look for proof."
		}
		return "Ask who would know, and look for proof."
	case assess.AnswerIt:
		return "Answer the question, so that the plan can count on it."
	}
	return q.Fix.Do
}

// workMeans is how much work an effort is, for those who read no classes.
var workMeans = [...]string{
	frameworks.SmallEffort:  "under a day of work",
	frameworks.MediumEffort: "under two weeks of work",
	frameworks.LargeEffort:  "a project of weeks or months",
}

// thenMeans is how much more work the fix may be that comes after finding out.
var thenMeans = [...]string{
	frameworks.MediumEffort: "the fix after it up to two weeks",
	frameworks.LargeEffort:  "the fix after it a project",
}

// cost says what an action takes at a place of this size, in work and in money a
// year: "Under two weeks of work, under $5,000 a year". Finding out is small, and
// what may follow is said too.
func (s *story) cost(a assess.Action) string {
	work := workMeans[a.Effort]
	if a.UpTo > a.Effort {
		work += ", " + thenMeans[a.UpTo]
	}
	return words.Capital(words.Join(", ", work, s.money(a)))
}

// money is the band of yearly cost in words; a find-out costs nothing yet.
func (s *story) money(a assess.Action) string {
	if a.Kind != assess.FixIt {
		return ""
	}
	return s.lib.Thresholds.MoneyMeaning[a.Money]
}

// reason says why an action stands where it stands. Who reads bands is not told
// how many levels are missing.
func (s *story) reason(a assess.Action) string {
	if s.reader == Internal {
		return a.Why()
	}
	return words.Join("; ", a.Step(), s.special(a))
}

// special is what besides its step puts an action where it stands.
func (s *story) special(a assess.Action) string {
	var parts []string
	if a.Overdue {
		parts = append(parts, "its date, "+a.Decision.Date().Long()+", is past")
	}
	if a.Fell {
		parts = append(parts, "it fell since "+s.before.Period.String())
	}
	if len(a.Needs) > 0 {
		parts = append(parts, "first comes "+words.And(itemTitles(a.Needs)))
	}
	if a.For != nil {
		parts = append(parts, a.For.Question.Title+" needs it")
	}
	return words.Join("; ", parts...)
}

func itemTitles(items []*assess.Item) []string {
	var list []string
	for _, it := range items {
		list = append(list, it.Question.Title)
	}
	return list
}

// tiers returns the actions by the heading they stand under: now, next, then, later.
func tiers(actions []assess.Action) (heads []string, groups [][]assess.Action) {
	under := 0
	for _, a := range actions {
		if a.Under != under {
			under = a.Under
			heads = append(heads, assess.TierWord(under))
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], a)
	}
	return heads, groups
}

// firstSentence keeps the first page one page; the plan has the rest.
func firstSentence(s string) string {
	first, _, more := strings.Cut(s, ". ")
	if !more {
		return s
	}
	return first + "."
}

// shortOpening is how short a first sentence is that says too little alone.
const shortOpening = 40

// opening is the first sentence of a text, with the second where the first is short.
func opening(s string) string {
	first, rest, more := strings.Cut(s, ". ")
	if !more || len(first) >= shortOpening {
		return firstSentence(s)
	}
	return first + ". " + firstSentence(rest)
}
