package assess

import (
	"fmt"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// group scores items together (SCORING 4). A zero reach means that reach makes
// no sense here. The color comes later, from paint.
func (r *Result) group(id, title string, items []*Item, reach Share) Group {
	g := Group{ID: id, Title: title, Items: items, Reach: reach}
	gap := 0
	for _, it := range items {
		g.count(it, r.Period)
		if it.answered() {
			gap += it.Weight * it.Gap
		}
	}
	g.Gap = Share{gap, 3 * (g.Tally.Levelled + g.Tally.Unknown)}
	g.Limited = g.Tally.Total() > 0 && !g.Tally.Scope().AtLeast(r.Library.Thresholds.Scope)
	g.small, g.needed = r.Library.Thresholds.SmallGroup, r.Library.Thresholds.Coverage
	g.Standing = r.standing(&g)
	return g
}

func (g *Group) count(it *Item, period Quarter) {
	g.Tally.add(it.State, it.Points, it.Weight)
	g.Proven.add(it.State, it.Proven, it.Weight)
	if it.State == NotApplicable {
		g.Excluded++
		return
	}
	g.Asked++
	if !it.answered() {
		return
	}
	if !it.told() {
		g.LeftOpen++
		return
	}
	g.Answered++
	if it.Answer.Carried.IsZero() || it.Answer.Carried == period {
		g.Confirmed++
	}
}

// Said counts the questions that somebody answered, and all of them, as the
// questionnaire does: that one does not apply is an answer, too.
func (g *Group) Said() (answered, of int) { return g.Answered + g.Excluded, g.Asked + g.Excluded }

// SaidOf is Said in words: "18 of 20 questions answered (2 do not apply)".
func (g *Group) SaidOf() string {
	answered, of := g.Said()
	s := fmt.Sprintf("%d of %s answered", answered, words.Count(of, "question", "questions"))
	if g.Excluded > 0 {
		s += fmt.Sprintf(" (%d %s)", g.Excluded, words.Plural(g.Excluded, "does not apply", "do not apply"))
	}
	return s
}

func (r *Result) standing(g *Group) Standing {
	th := &r.Library.Thresholds
	switch {
	case len(g.Items) == 0:
		return NotCovered
	case g.Asked == 0:
		return DoesNotApply
	case g.Answered == 0:
		return NotAssessed
	case !g.Tally.Coverage().AtLeast(th.Coverage):
		return RangeOnly
	case !g.Tally.Scope().AtLeast(th.LeastScope):
		return NarrowScope
	case g.Reach.Known() && !g.Reach.AtLeast(th.Reach):
		return PartReach
	}
	return Scored
}

// Sway returns how much one answer can move the score of a small group: the
// largest weight of a question in it, of all (SCORING 4). It is false for a
// group of weight 20 and more, where no answer can move much.
func (g *Group) Sway() (Share, bool) {
	total, largest := g.Tally.Total(), 0
	for _, it := range g.Items {
		if it.State != NotApplicable {
			largest = max(largest, it.Weight)
		}
	}
	return Share{largest, total}, total > 0 && total < g.small
}

// HasScore reports whether a single score may be shown: something was answered,
// enough of it, and enough of it applies (SCORING 4). Otherwise only the range may.
func (g *Group) HasScore() bool { return g.Standing == PartReach || g.Standing == Scored }

// AtTarget returns where the score would stand if each answered question were
// exactly on its target, over the same weights (SCORING 6). It says nothing
// where nothing was answered.
func (g *Group) AtTarget() Share {
	var s Share
	for _, it := range g.Items {
		if it.answered() {
			s.Part += it.Weight * int(it.Target)
			s.Whole += it.Weight * int(frameworks.Yes)
		}
	}
	return s
}

// requirementGroup is the group of the distinct asked questions of requirements.
func (r *Result) requirementGroup(id, title string, reqs []Requirement) Group {
	var items []*Item
	seen := map[*Item]bool{}
	for _, req := range reqs {
		for _, it := range req.Items {
			if !seen[it] {
				seen[it] = true
				items = append(items, it)
			}
		}
	}
	return r.group(id, title, items, reachOf(reqs))
}

// reachOf counts the requirements with an asked question that applies. Those
// that bind another kind of organization, and those that do not apply at all,
// leave both sides (SCORING 4).
func reachOf(reqs []Requirement) Share {
	var reach Share
	for _, req := range reqs {
		if req.bindsOthers() || req.Status == ReqDoesNotApply {
			continue
		}
		reach.Whole++
		if req.Weakest != nil {
			reach.Part++
		}
	}
	return reach
}

// overall is the framework as one group of all its distinct asked questions. It
// is defined where such a group has a score and enough reach (SCORING 4).
// Sections without a score of their own, and with requirements that apply, are
// named beside it.
func (r *Result) overall(v *View) Overall {
	var reqs []Requirement
	var o Overall
	for i := range v.Sections {
		sec := &v.Sections[i]
		reqs = append(reqs, sec.Requirements...)
		if sec.Reach.Known() && !sec.HasScore() {
			o.Missing = append(o.Missing, sec.Title)
		}
	}
	o.Group = r.requirementGroup(v.Framework.ID, v.Framework.Title, reqs)
	if o.Standing != Scored {
		return o
	}
	o.Score, o.Low, o.High = o.Tally.Score().Rat(), o.Tally.Low().Rat(), o.Tally.High().Rat()
	return o
}
