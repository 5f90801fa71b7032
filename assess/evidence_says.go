package assess

import (
	"cmp"
	"slices"

	"hygeia/frameworks"
)

// Saying is what one scan file says about an answer.
type Saying struct {
	Evidence *Evidence
	Verdict  frameworks.ScanVerdict
	Why      string // in words; empty where the file has nothing to say about this answer
	Fresh    bool   // it is at most the question's fresh days old
	Newest   bool   // no later file of its kind can judge the question
}

// Counts reports whether it may support or dispute an answer today.
func (s Saying) Counts() bool { return s.Fresh && s.Newest }

// Sayings returns what the scan files say about the level answered to a question,
// what weighs most first, then the newest. A finished quarter is held against the
// scans it keeps; one from before they were kept, against those in the folder that
// are not younger than it.
func (a *Assessment) Sayings(lib *frameworks.Library, q *frameworks.Question, ans Answer) []Saying {
	if len(a.scans()) == 0 {
		return nil
	}
	rules := rulesFor(lib, q)
	if len(rules) == 0 {
		return nil
	}
	var said []Saying
	asOf := a.AsOf()
	for _, e := range a.scans() {
		if a.Status == Finished && !a.Scans.Kept && a.CameAfter(e) {
			continue
		}
		rule, ok := ruleFor(rules, e)
		if !ok || !judges(rule, e) {
			continue
		}
		s := Saying{Evidence: e, Fresh: asOf.IsZero() || asOf.DaysSince(e.Date) <= q.Fresh, Newest: true}
		if ans.State == Levelled && ans.counted(q) == Levelled {
			s.Verdict, s.Why = verdict(rule, e, ans.Level)
		}
		said = append(said, s)
	}
	for i := range said {
		for _, other := range said {
			if other.Evidence.Kind == said[i].Evidence.Kind && other.Evidence.Date.After(said[i].Evidence.Date) {
				said[i].Newest = false
			}
		}
	}
	slices.SortStableFunc(said, func(x, y Saying) int {
		return cmp.Or(cmp.Compare(y.Verdict, x.Verdict), -compareDates(x.Evidence.Date, y.Evidence.Date), cmp.Compare(x.Evidence.Kind, y.Evidence.Kind))
	})
	return said
}

// CameAfter reports whether a scan is younger than the finished quarter, or was
// imported after it, so that it says nothing about it.
func (a *Assessment) CameAfter(e *Evidence) bool {
	return a.Status == Finished && (e.Date.After(a.Finished) || e.Imported.After(a.Finished))
}

func compareDates(a, b Date) int { return cmp.Compare(a.String(), b.String()) }

// scanned reports whether a scan that counts today bears on a question.
func (a *Assessment) scanned(lib *frameworks.Library, q *frameworks.Question) bool {
	return slices.ContainsFunc(a.Sayings(lib, q, a.Answers[q.Key]), Saying.Counts)
}

// rulesFor returns the rules about a question; most questions have none.
func rulesFor(lib *frameworks.Library, q *frameworks.Question) []frameworks.ScanRule {
	var rules []frameworks.ScanRule
	for _, r := range lib.Scans.Rules {
		if r.Question == q.Key {
			rules = append(rules, r)
		}
	}
	return rules
}

// ruleFor returns the rule by which a file judges a question.
func ruleFor(rules []frameworks.ScanRule, e *Evidence) (frameworks.ScanRule, bool) {
	for _, r := range rules {
		if slices.Contains(r.Kinds, e.Kind) && (r.From == "" || r.From == e.From.String()) {
			return r, true
		}
	}
	return frameworks.ScanRule{}, false
}

// judges reports whether the file has a figure that the rule looks at.
func judges(r frameworks.ScanRule, e *Evidence) bool {
	return slices.ContainsFunc(r.Cases, func(c frameworks.ScanCase) bool {
		return slices.ContainsFunc(c.When, func(w frameworks.ScanCondition) bool { return e.Figure(w.Figure).Known() })
	})
}

// verdict returns what weighs most of what the file says about that answer.
func verdict(r frameworks.ScanRule, e *Evidence, level frameworks.Level) (frameworks.ScanVerdict, string) {
	found, why := frameworks.SaysNothing, ""
	for _, c := range r.Cases {
		if !slices.Contains(c.Answers, level) || !e.meets(c.When) {
			continue
		}
		if why == "" || c.Verdict > found {
			found, why = c.Verdict, c.Says(e.Figure(c.When[0].Figure).String(), e.Date.String())
		}
	}
	return found, why
}

// meets reports whether all the conditions hold. That there are no more than so
// many is never known of a file that is not the whole picture.
func (e *Evidence) meets(when []frameworks.ScanCondition) bool {
	for _, w := range when {
		f := e.Figure(w.Figure)
		switch {
		case w.AtMost && (e.Partial != "" || !f.Within(w.Bound)):
			return false
		case !w.AtMost && !f.Reaches(w.Bound):
			return false
		}
	}
	return len(when) > 0
}
