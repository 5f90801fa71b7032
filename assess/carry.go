package assess

import (
	"slices"
	"time"

	"hygeia/frameworks"
)

// NextQuarter returns a new draft for the period. It starts from the last
// quarter's organization, frameworks, targets and answers; each answer is marked
// with the quarter it was last given or confirmed in, and stays marked until
// somebody confirms it or answers again (SCORING 8). Decisions go on while their
// gap is open; what is done stays in the quarter it was done in. Frameworks and questions
// the library does not know any more (of a hospital's own content, say) are left
// out, and so are targets and decisions that today's rules would refuse; the last
// quarter keeps them. Last may be nil: then the draft is empty. Now is read from
// the clock of the place where the person sits. Nothing is shared with last.
func NextQuarter(lib *frameworks.Library, last *Assessment, period Quarter, now time.Time) *Assessment {
	next := &Assessment{
		Period:    period,
		Rules:     CurrentRules,
		Started:   toSecond(now),
		Updated:   toSecond(now),
		Day:       DateOf(now),
		Content:   Pin{lib.Version, lib.Digest},
		Targets:   map[string]Target{},
		Decisions: map[string]Decision{},
		Answers:   map[string]Answer{},
	}
	if last == nil {
		return next
	}
	next.Organization = last.Organization
	for _, f := range lib.Frameworks {
		if chosen(f, last.Frameworks) {
			next.Frameworks = append(next.Frameworks, f.ID)
		}
	}
	for key, target := range last.Targets {
		if q, known := lib.Question(key); known && target.Problem(lib, q, next.Organization.Size) == "" {
			next.Targets[key] = target
		}
	}
	next.Inherits = Inheritance{From: last.Inherits.From}
	for _, key := range last.InheritedKeys() {
		if _, known := lib.Question(key); known {
			next.Inherits.Keys = append(next.Inherits.Keys, key)
		}
	}
	if len(next.Inherits.Keys) == 0 {
		next.Inherits = Inheritance{}
	}
	for key, ans := range last.Answers {
		switch _, known := lib.Question(key); {
		case !known, slices.Contains(next.Inherits.Keys, key): // of these the parent is asked anew
		case ans.State != Open:
			next.Answers[key] = ans.carried(last.Period)
		case ans.Note != "" || len(ans.Proof) > 0: // what was typed before the answer
			ans.Proof = slices.Clone(ans.Proof)
			next.Answers[key] = ans
		}
	}
	next.Decisions, next.Facts = last.openDecisions(lib, next), last.carriedFacts(lib)
	return next
}

// openDecisions returns the decisions that go on in the next quarter: all but
// those whose question is at its target there, or not known any more, and those
// from before every decision had a date.
func (a *Assessment) openDecisions(lib *frameworks.Library, next *Assessment) map[string]Decision {
	open := map[string]Decision{}
	for key, d := range a.Decisions {
		q, known := lib.Question(key)
		if known && d.dated() && newItem(lib, next, q).Gap > 0 {
			open[key] = d
		}
	}
	return open
}

// carried returns a copy that is marked with the quarter it comes from.
func (ans Answer) carried(from Quarter) Answer {
	if ans.Carried.IsZero() {
		ans.Carried = from
	}
	ans.Proof = slices.Clone(ans.Proof)
	return ans
}

// Confirm says that a carried answer is still true on that day, in the question's
// present words. An answer given this quarter already, and a question without
// one, are left as they are. It does not renew an answer to an earlier meaning of
// its question, nor another way past its review date, nor what was only left
// open: those have to be answered again.
func (a *Assessment) Confirm(q *frameworks.Question, on Date) {
	ans, ok := a.Answers[q.Key]
	if !ok || ans.Carried.IsZero() || ans.Left != NotLeft {
		return
	}
	if ans.Reworded(q) {
		ans.Revision = q.Revision
	}
	ans.Carried = Quarter{}
	ans.Recorded = on
	a.Answers[q.Key] = ans
	a.touch(on)
}

// Clear takes an answer away: the question is not answered any more.
func (a *Assessment) Clear(key string) { delete(a.Answers, key) }
