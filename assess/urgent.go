package assess

import "slices"

// Urgent is what must not wait (SCORING 6).
type Urgent struct {
	Gaps    []*Item // fixes and find-outs of tier 1 against the usual targets, in the order of the list
	Lowered []*Item // questions whose target was set below the usual one, in asking order
}

// UrgentGaps returns the urgent gaps: what serves an Essential goal or stands on
// the first rung, and is answered below Mostly or with "don't know". A question
// without an answer is none. Gaps whose risk is accepted or handed over are no
// actions and so not among them; targets set lower change nothing and are named.
func UrgentGaps(r *Result) Urgent {
	var u Urgent
	order := r.order()
	var actions []Action
	for _, it := range r.Items {
		if it.Target < it.Usual {
			u.Lowered = append(u.Lowered, it)
		}
		if !it.told() || r.Assessment.Decisions[it.Question.Key].Rests(r.AsOf) {
			continue
		}
		if a := newAction(r, it, false); a.Tier == 1 {
			a.order = order[it]
			actions = append(actions, a)
		}
	}
	slices.SortFunc(actions, compareActions)
	for _, a := range actions {
		u.Gaps = append(u.Gaps, a.Item)
	}
	return u
}
