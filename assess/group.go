package assess

import (
	"math/big"

	"hygeia/frameworks"
)

// group scores items together (SCORING 4). A zero reach means that reach makes
// no sense here, as for a threat. The color comes later, from paint.
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
	g.Limited = g.Tally.Limited(r.Library.Thresholds.LimitedScope)
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
	g.Answered++
	if it.Answer.Carried.IsZero() || it.Answer.Carried == period {
		g.Confirmed++
	}
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
	case g.Reach.Known() && !g.Reach.AtLeast(th.Reach):
		return PartReach
	}
	return Scored
}

// HasScore reports whether a single score may be shown: something was answered,
// and enough of it (SCORING 4). Otherwise only the range may.
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
	reached := 0
	for _, req := range reqs {
		if len(req.Items) > 0 {
			reached++
		}
		for _, it := range req.Items {
			if !seen[it] {
				seen[it] = true
				items = append(items, it)
			}
		}
	}
	return r.group(id, title, items, Share{reached, len(reqs)})
}

// overall is the plain mean of the section scores. It is undefined until every
// section that applies is answered and reached far enough (SCORING 4). A
// section applies if it has requirements for the size and not all of its
// questions were set aside; "does not apply" is believed only where at least
// half of the section was asked about.
func (r *Result) overall(sections []Section) Overall {
	var o Overall
	var scored []*Group
	for i := range sections {
		g := &sections[i].Group
		switch {
		case g.Reach.Whole == 0:
		case g.Standing == DoesNotApply && g.Reach.AtLeast(r.Library.Thresholds.Reach):
		case g.Standing == Scored:
			scored = append(scored, g)
		default:
			o.Missing = append(o.Missing, g.Title)
		}
	}
	if len(o.Missing) > 0 || len(scored) == 0 {
		return o
	}
	o.Score = mean(scored, func(g *Group) Share { return g.Tally.Score() })
	o.Low = mean(scored, func(g *Group) Share { return g.Tally.Low() })
	o.High = mean(scored, func(g *Group) Share { return g.Tally.High() })
	return o
}

// mean is exact: ten sections can need denominators beyond an integer.
func mean(groups []*Group, share func(*Group) Share) *big.Rat {
	sum := new(big.Rat)
	for _, g := range groups {
		sum.Add(sum, share(g).Rat())
	}
	return sum.Quo(sum, big.NewRat(int64(len(groups)), 1))
}
