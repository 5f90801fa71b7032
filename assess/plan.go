package assess

import (
	"cmp"
	"slices"

	"hygeia/frameworks"
)

// Action is one thing to do about a gap, with every number behind its rank
// (SCORING 7).
type Action struct {
	Item   *Item
	Kind   ActionKind
	Tier   int   // 1 to 4, rule 1
	Fell   bool  // its points fell since the quarter before, and not by a correction
	P      Share // 100·(w/3)·(gap/3)·(t/5) as an exact percentage
	Threat int   // t, the largest threat weight, 1 if none
	Effort frameworks.Effort
	Points int  // effort points
	Quick  bool // a quick win, rule 5

	Decision Decision // what was decided about it; the zero Decision if nothing
	Overdue  bool     // the date of the decision is past on the as-of date, rule 7

	For *Item // the later action that pulled this one forward (rule 3); nil if it stands by its own rank
}

// ActionKind is what kind of thing there is to do (SCORING 7.4).
type ActionKind int

// The kinds of action.
const (
	FixIt ActionKind = iota
	FindOut
	AnswerIt
)

var actionWords = [...]string{"fix", "find out", "answer this"}

// String returns fix, find out or answer this.
func (k ActionKind) String() string { return actionWords[k] }

// The sizes of the two boxes beside the list (SCORING 7.5 and 7.6).
const (
	maxQuickWins = 5
	maxDecisions = 3
)

// Actions returns every gap of the quarter in the order in which to close them
// (SCORING 7, rules 1 to 5 and 7), except those whose risk is accepted: see
// [Accepted]. Before is the quarter to compare with, nil if there is none; then
// nothing counts as fallen.
func Actions(r, before *Result) []Action {
	var ranked []Action
	for _, it := range r.Items {
		decision := r.Assessment.Decisions[it.Question.Key]
		if it.Gap == 0 || decision.Accepted(r.AsOf) {
			continue
		}
		a := newAction(r.Library, it, fellSince(before, it))
		a.Decision, a.Overdue = decision, decision.Overdue(r.AsOf)
		ranked = append(ranked, a)
	}
	slices.SortFunc(ranked, compareActions)
	list := needsFirst(ranked)
	markQuickWins(list, r.Library.Thresholds.QuickWin)
	return list
}

func newAction(lib *frameworks.Library, it *Item, fell bool) Action {
	a := Action{
		Item:   it,
		Fell:   fell,
		Tier:   tier(it, fell),
		Threat: lib.ThreatWeight(it.Question),
		Effort: it.Question.Fix.Effort,
	}
	switch it.State {
	case Unknown:
		a.Kind, a.Effort = FindOut, frameworks.SmallEffort
	case Open:
		a.Kind, a.Effort = AnswerIt, frameworks.SmallEffort
	}
	a.P = Share{it.Weight * it.Gap * a.Threat, 3 * 3 * 5}
	a.Points = lib.Thresholds.EffortPoints[a.Effort]
	return a
}

// tier is rule 1. An unknown or open question has no points and so is below
// Mostly as well.
func tier(it *Item, fell bool) int {
	switch {
	case it.Tier == frameworks.Essential && it.Points < int(frameworks.Mostly):
		return 1
	case fell:
		return 2
	case it.Tier != frameworks.Rest:
		return 3
	}
	return 4
}

// fellSince reports whether the item lost points since the earlier quarter. A
// correction is no fall: it was as low before.
func fellSince(before *Result, it *Item) bool {
	if before == nil {
		return false
	}
	old := before.items[it.Question.Key]
	return matched(old, it) && it.Points < old.Points && !corrected(it, before.Period)
}

// compareActions is rules 1, 7 and 2: tier, then what is overdue, then P for each
// point of effort, then P, then the key. Fractions are compared by cross multiplication, exactly.
func compareActions(a, b Action) int {
	return cmp.Or(
		cmp.Compare(a.Tier, b.Tier),
		trueFirst(a.Overdue, b.Overdue),
		cmp.Compare(b.P.Part*a.Points, a.P.Part*b.Points),
		cmp.Compare(b.P.Part, a.P.Part),
		cmp.Compare(a.Item.Question.Key, b.Item.Question.Key),
	)
}

func trueFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// needsFirst is rule 3: it writes the ranked actions in order, each preceded by
// those it needs, theirs before them, in rank order.
func needsFirst(ranked []Action) []Action {
	w := needsWriter{ranked: ranked, at: map[string]int{}, done: make([]bool, len(ranked))}
	for i, a := range ranked {
		w.at[a.Item.Question.Key] = i
	}
	for i := range ranked {
		w.write(i, nil)
	}
	return w.list
}

type needsWriter struct {
	ranked []Action
	at     map[string]int // rank by key; a need without an open gap is not in it
	done   []bool
	list   []Action
}

// write appends the action with rank i after its needs. Marking it before its
// needs keeps a circle, which the loader refuses, from going round for ever.
func (w *needsWriter) write(i int, pulledBy *Item) {
	if w.done[i] {
		return
	}
	w.done[i] = true
	a := w.ranked[i]
	var needs []int
	for _, key := range a.Item.Question.Needs {
		if n, open := w.at[key]; open {
			needs = append(needs, n)
		}
	}
	slices.Sort(needs)
	for _, n := range needs {
		w.write(n, a.Item)
	}
	a.For = pulledBy
	w.list = append(w.list, a)
}

// markQuickWins is rule 5: the first five small fixes that weigh enough.
func markQuickWins(list []Action, least int) {
	found := 0
	for i := range list {
		a := &list[i]
		if found == maxQuickWins {
			return
		}
		if a.Kind == FixIt && a.Effort == frameworks.SmallEffort && a.P.AtLeast(least) {
			a.Quick = true
			found++
		}
	}
}

// QuickWins returns the quick wins among the actions, at most five (SCORING 7.5).
func QuickWins(actions []Action) []Action {
	return pick(actions, maxQuickWins, func(a Action) bool { return a.Quick })
}

// BoardDecisions returns the first three fixes that need time or money, and so
// a decision of the board (SCORING 7.6).
func BoardDecisions(actions []Action) []Action {
	return pick(actions, maxDecisions, func(a Action) bool {
		return a.Kind == FixIt && a.Effort > frameworks.SmallEffort
	})
}

func pick(actions []Action, most int, want func(Action) bool) []Action {
	var list []Action
	for _, a := range actions {
		if len(list) < most && want(a) {
			list = append(list, a)
		}
	}
	return list
}
