package assess

import (
	"cmp"
	"slices"

	"hygeia/frameworks"
)

// Action is one thing to do about a gap, with what its place in the list rests
// on (SCORING 7).
type Action struct {
	Item   *Item
	Kind   ActionKind
	Tier   int               // 1 to 4, rule 1
	Under  int               // tier of the heading it stands under: its own, or that of the action that pulled it forward
	Fell   bool              // in the list of what fell since the quarter before
	Place  *frameworks.Place // on the ladder; nil for a question that is not on it, as those of our own
	Effort frameworks.Effort // of the action itself: finding out and answering are small
	UpTo   frameworks.Effort // of the fix: of reaching the target from where it is
	Points int               // effort points of the fix, which a budget counts
	Money  int               // band of yearly cost of the fix, 0 to [frameworks.MostMoney]
	Board  bool              // only leadership can decide it
	Quick  bool              // a quick win, rule 6
	Needs  []*Item           // of a fix, the open gaps that must be closed first, in the order of the list

	Decision Decision // what was decided about it; the zero Decision if nothing
	Overdue  bool     // the date of the decision is past on the as-of date
	Matter   Matter   // what the ledger knows of it; the zero Matter if nothing

	For *Item // the later action that pulled this one forward (rule 3); nil if it stands by its own rank

	rungs int     // of the whole ladder
	since Quarter // the quarter before
	order int     // place on the ladder; what is not on it comes after, in file order

	on        Date // the as-of date
	asksStand bool // the quarter is finished, and what it asks is written down
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

// maxQuickWins is the size of the box of quick wins beside the list (SCORING 7.6).
const maxQuickWins = 5

// Actions returns every gap of the quarter in the order in which to close them
// (SCORING 7, rules 1 to 6). It is the one list from which every place that says
// what to do takes. Left out are the gaps whose risk is accepted or handed over:
// see [Resting]. Before is the quarter to compare with, nil if there is none;
// then nothing counts as fallen.
func Actions(r, before *Result) []Action {
	fell := fellSince(before, r)
	order := r.order()
	var ranked []Action
	for _, it := range r.Items {
		decision := r.Assessment.Decisions[it.Question.Key]
		if it.Gap == 0 || decision.Rests(r.AsOf) {
			continue
		}
		a := newAction(r, it, fell[it])
		a.Decision, a.Overdue = decision, decision.Overdue(r.AsOf)
		a.Matter, a.on = r.Assessment.Matters[it.Question.Key], r.AsOf
		a.asksStand = r.Status == Finished && r.Assessment.Ledger != Mark{}
		a.order = order[it]
		if before != nil {
			a.since = before.Period
		}
		ranked = append(ranked, a)
	}
	slices.SortFunc(ranked, compareActions)
	list := needsFirst(ranked)
	markQuickWins(list)
	return list
}

// fellSince returns what fell since the earlier quarter.
func fellSince(before, r *Result) map[*Item]bool {
	fell := map[*Item]bool{}
	if before == nil {
		return fell
	}
	for _, q := range Compare(before, r).Fell() {
		fell[q.After] = true
	}
	return fell
}

// order numbers the questions: as they stand on the ladder, and after its last
// place as they stand in their files.
func (r *Result) order() map[*Item]int {
	order := map[*Item]int{}
	for i, q := range r.Library.Questions {
		it, asked := r.items[q.Key]
		if !asked {
			continue
		}
		if p, ok := r.Library.Ladder.Place(q.Key); ok {
			order[it] = p.Number
		} else {
			order[it] = offLadder + i
		}
	}
	return order
}

// offLadder comes after the last place and the last rung of any ladder.
const offLadder = 1 << 20

func newAction(r *Result, it *Item, fell bool) Action {
	lib, column := r.Library, r.Assessment.Organization.Column()
	a := Action{Item: it, Fell: fell, rungs: len(lib.Ladder.Rungs)}
	a.Place, _ = lib.Ladder.Place(it.Question.Key)
	a.Tier = a.tier()
	a.UpTo = effortFrom(it, lib.Effort(it.Question, column))
	a.Money, a.Board = lib.Money(it.Question, column), lib.Board(it.Question)
	a.Points = lib.Thresholds.EffortPoints[a.UpTo]
	a.Effort = a.UpTo
	switch {
	case !it.told():
		a.Kind, a.Effort = AnswerIt, frameworks.SmallEffort
	case it.State == Unknown:
		a.Kind, a.Effort = FindOut, frameworks.SmallEffort
	}
	return a
}

// effortFrom is rule 5: the whole effort is that of reaching Yes from No; from
// Mostly, or to a target of Partly, it is one class less.
func effortFrom(it *Item, whole frameworks.Effort) frameworks.Effort {
	if it.Points == int(frameworks.Mostly) || it.Target == frameworks.Partly {
		return max(whole-1, frameworks.SmallEffort)
	}
	return whole
}

// Column returns the kind of place whose efforts and costs the organization has.
// A small one that is counted in clinicians and has no beds is a practice.
func (o Organization) Column() frameworks.Column {
	if o.Size == frameworks.Small && o.Beds == 0 && o.Clinicians > 0 {
		return frameworks.PracticeColumn
	}
	return frameworks.ColumnOf(o.Size)
}

// rung returns the number of the rung, after the last for what is on none.
func (a *Action) rung() int {
	if a.Place == nil {
		return offLadder
	}
	return a.Place.Rung.ID
}

func (a *Action) foundation() bool { return a.Place != nil && a.Place.Rung.Foundation }

// The headings of the four tiers.
var tierWords = [...]string{"", "now", "next", "then", "later"}

// TierWord returns the heading of a tier, 1 to 4: now, next, then or later.
func TierWord(tier int) string { return tierWords[tier] }

// tier is rule 1. An unknown or open question has no points and so is below
// Mostly as well.
func (a *Action) tier() int {
	it := a.Item
	first := it.Tier == frameworks.Essential || a.rung() == 1
	switch {
	case first && it.Points < int(frameworks.Mostly):
		return 1
	case a.Fell, a.foundation() && it.Points == int(frameworks.No):
		return 2
	case first, it.Tier == frameworks.Enhanced, a.foundation():
		return 3
	}
	return 4
}

// compareActions is rules 1 and 2: tier, then what is past its date, then the
// rung, then the lower level, then the place on the ladder.
func compareActions(a, b Action) int {
	return cmp.Or(
		cmp.Compare(a.Tier, b.Tier),
		trueFirst(a.Overdue, b.Overdue),
		cmp.Compare(a.rung(), b.rung()),
		cmp.Compare(a.Item.Points, b.Item.Points),
		cmp.Compare(a.order, b.order),
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

// needsFirst is rule 3: it writes the ranked actions in order, each fix preceded
// by those it needs, theirs before them, in rank order.
func needsFirst(ranked []Action) []Action {
	w := needsWriter{ranked: ranked, at: map[string]int{}, done: make([]bool, len(ranked))}
	for i, a := range ranked {
		w.at[a.Item.Question.Key] = i
	}
	for i := range ranked {
		w.write(i, nil, w.ranked[i].Tier)
	}
	return w.list
}

type needsWriter struct {
	ranked []Action
	at     map[string]int // rank by key; a need without an open gap is not in it
	done   []bool
	list   []Action
}

// write appends the action with rank i after its needs, all of them under the
// heading of the one that is ranked here. Marking it before its
// needs keeps a circle, which the loader refuses, from going round for ever.
func (w *needsWriter) write(i int, pulledBy *Item, under int) {
	if w.done[i] {
		return
	}
	w.done[i] = true
	a := w.ranked[i]
	a.Needs = nil
	for _, n := range w.needs(a) {
		a.Needs = append(a.Needs, w.ranked[n].Item)
		w.write(n, a.Item, under)
	}
	a.For, a.Under = pulledBy, under
	w.list = append(w.list, a)
}

// needs returns the ranks of the open actions that a fix needs. Finding out and
// answering need nothing.
func (w *needsWriter) needs(a Action) []int {
	if a.Kind != FixIt {
		return nil
	}
	var needs []int
	for _, key := range a.Item.Question.Needs {
		if n, open := w.at[key]; open {
			needs = append(needs, n)
		}
	}
	slices.Sort(needs)
	return needs
}

// markQuickWins is rule 6: the first five small fixes that need nothing first.
func markQuickWins(list []Action) {
	found := 0
	for i := range list {
		a := &list[i]
		if found == maxQuickWins {
			return
		}
		if a.Kind == FixIt && a.Effort == frameworks.SmallEffort && len(a.Needs) == 0 {
			a.Quick = true
			found++
		}
	}
}

// QuickWins returns the quick wins among the actions, at most five (SCORING 7.6).
func QuickWins(actions []Action) []Action {
	return pick(actions, maxQuickWins, func(a Action) bool { return a.Quick })
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
