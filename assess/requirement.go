package assess

import (
	"fmt"
	"slices"

	"hygeia/frameworks"
)

// bindsOthers reports whether the requirement binds another kind of organization
// only.
func (r *Requirement) bindsOthers() bool { return r.Binds != frameworks.NoBody }

// requirements looks at each requirement through its weakest question (SCORING 5).
func (r *Result) requirements(reqs []*frameworks.Requirement) []Requirement {
	list := make([]Requirement, 0, len(reqs))
	for _, req := range reqs {
		list = append(list, r.requirement(req))
	}
	return list
}

func (r *Result) requirement(req *frameworks.Requirement) Requirement {
	out := Requirement{Requirement: req}
	unasked := 0
	for _, q := range req.Speakers() {
		if it, ok := r.items[q.Key]; ok {
			out.Items = append(out.Items, it)
		} else if req.Asks(q) {
			unasked++
		}
	}
	if len(out.Items) == 0 {
		return out
	}
	out.Weakest = weakest(out.Items)
	if out.Weakest == nil {
		out.Status = ReqDoesNotApply
		return out
	}
	out.Status = statusOf(out.Weakest)
	if req.Extent != frameworks.Full || unasked > 0 {
		out.Status = min(out.Status, ReqAsFarAsAsked)
	}
	return out
}

// The ranks of SCORING 5, weakest first. They say how weak an answer makes a
// requirement, which is not the order of its points: an open question is worse
// than a Partly and better than a No.
const (
	rankNo = iota
	rankUnknown
	rankOpen
	rankPartly
	rankMostly
	rankAnother
	rankYes
)

// rank places an item that applies. Another way ranks by what it reaches, just
// above the level it reaches where that is Mostly, and as a No while it is
// incomplete.
func (it *Item) rank() int {
	switch it.State {
	case Unknown:
		return rankUnknown
	case Open:
		return rankOpen
	}
	switch {
	case it.Points <= int(frameworks.No):
		return rankNo
	case it.Points == int(frameworks.Partly):
		return rankPartly
	case it.Points == int(frameworks.Mostly) && it.State == OtherWay:
		return rankAnother
	case it.Points == int(frameworks.Mostly):
		return rankMostly
	}
	return rankYes
}

// weakest returns the first item of the lowest rank, nil if none applies.
func weakest(items []*Item) *Item {
	var low *Item
	for _, it := range items {
		if it.State == NotApplicable {
			continue
		}
		if low == nil || it.rank() < low.rank() {
			low = it
		}
	}
	return low
}

func statusOf(it *Item) ReqStatus {
	switch it.rank() {
	case rankNo:
		return ReqNotMet
	case rankUnknown, rankOpen:
		return ReqNotKnown
	case rankPartly:
		return ReqPartly
	case rankMostly:
		return ReqNearly
	case rankAnother:
		return ReqAnotherWay
	}
	return ReqMet
}

// GoalsThen returns the headline as it was printed when an older quarter was
// finished: its rules told nearly met and met another way together. It is false
// for a draft and for a quarter of today's rules.
func (r *Result) GoalsThen() (string, bool) {
	if !r.Assessment.older() || r.Status != Finished {
		return "", false
	}
	then := fmt.Sprintf("%d of %d met", r.Goals.Met, r.Goals.Of)
	if more := r.Goals.Nearly + r.Goals.Another; more > 0 {
		then += fmt.Sprintf(", %d more with listed exceptions", more)
	}
	return then, true
}

// goals counts the headline. Goals that do not apply leave the ten (SCORING 5).
func (r *Result) goals() Goals {
	var g Goals
	_, s := essentialGoals(r.Library)
	if s == nil {
		return g
	}
	for _, req := range r.requirements(s.Requirements(r.Size)) {
		g.Known = g.Known || slices.ContainsFunc(req.Items, (*Item).said)
		if req.Status == ReqDoesNotApply {
			continue
		}
		g.Of++
		switch req.Status {
		case ReqMet:
			g.Met++
		case ReqNearly:
			g.Nearly++
		case ReqAnotherWay:
			g.Another++
		}
	}
	return g
}
