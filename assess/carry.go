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
// out; the last quarter keeps them. Last may be nil: then the draft is empty.
// Nothing is shared with last.
func NextQuarter(lib *frameworks.Library, last *Assessment, period Quarter, now time.Time) *Assessment {
	now = now.UTC().Truncate(time.Second)
	next := &Assessment{
		Period:    period,
		Started:   now,
		Updated:   now,
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
		if _, known := lib.Question(key); known {
			next.Targets[key] = target
		}
	}
	for key, ans := range last.Answers {
		if _, known := lib.Question(key); known && ans.State != Open {
			next.Answers[key] = ans.carried(last.Period)
		}
	}
	next.Decisions = last.openDecisions(lib, next)
	return next
}

// openDecisions returns the decisions that go on in the next quarter: all but
// those whose question is at its target there, or not known any more.
func (a *Assessment) openDecisions(lib *frameworks.Library, next *Assessment) map[string]Decision {
	open := map[string]Decision{}
	for key, d := range a.Decisions {
		q, known := lib.Question(key)
		if known && newItem(lib, next, q).Gap > 0 {
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

// Confirm says that a carried answer is still true on that day. An answer given
// this quarter already, and a key without an answer, are left as they are. It
// does not renew an answer to an older revision of its question, nor another way
// past its review date: those have to be answered again.
func (a *Assessment) Confirm(key string, on Date) {
	ans, ok := a.Answers[key]
	if !ok || ans.Carried.IsZero() {
		return
	}
	ans.Carried = Quarter{}
	ans.Recorded = on
	a.Answers[key] = ans
	a.touch(on)
}

// Clear takes an answer away: the question is not answered any more.
func (a *Assessment) Clear(key string) { delete(a.Answers, key) }

// touch keeps the as-of date of a draft from lying before its last change.
func (a *Assessment) touch(on Date) {
	if on.After(DateOf(a.Updated)) {
		a.Updated = on.time()
	}
}
