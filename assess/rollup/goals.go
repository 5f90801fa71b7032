package rollup

import (
	"fmt"
	"slices"

	"hygeia/assess"
)

// GoalLine is one Essential goal over the sites that are asked the same about it.
type GoalLine struct {
	ID, Title string
	Asked     int // sites that are asked the same, and to which it applies
	Met       int
	Nearly    int // not among Met, as those that follow
	Another   int
	Partly    int
	NotMet    int
	NotKnown  int
	Other     int      // sites whose content asks something else about it; in no figure beside
	Missed    []string // labels of the sites where it is not met, not known or met partly
}

func (r *Rollup) goals() {
	var of []int
	for _, row := range r.those() {
		if row.Goals.Known {
			of = append(of, row.Goals.Of)
		}
	}
	r.Of = most(of)
	var met []value
	for _, row := range r.those() {
		if row.Goals.Known && row.Goals.Of == r.Of {
			met = append(met, value{row, assess.Share{Part: row.Goals.Met, Whole: r.Of}, fmt.Sprint(row.Goals.Met)})
		}
	}
	r.Met = spread(met)

	signs := map[string][]string{}
	for _, row := range r.those() {
		for _, g := range row.Goal {
			signs[g.ID] = append(signs[g.ID], g.Sign)
			if !slices.ContainsFunc(r.Goals, func(l GoalLine) bool { return l.ID == g.ID }) {
				r.Goals = append(r.Goals, GoalLine{ID: g.ID, Title: r.goalTitle(g)})
			}
		}
	}
	for i := range r.Goals {
		line, sign := &r.Goals[i], most(signs[r.Goals[i].ID])
		for _, row := range r.those() {
			for _, g := range row.Goal {
				if g.ID == line.ID {
					line.count(row, g, sign)
				}
			}
		}
	}
	r.inCatalogOrder()
}

func (l *GoalLine) count(row *Row, g Goal, sign string) {
	if g.Sign != sign {
		l.Other++
		return
	}
	l.Asked++
	switch g.Status {
	case assess.ReqMet:
		l.Met++
	case assess.ReqNearly:
		l.Nearly++
	case assess.ReqAnotherWay:
		l.Another++
	default:
		l.missed(row, g.Status)
	}
}

func (l *GoalLine) missed(row *Row, status assess.ReqStatus) {
	l.Missed = append(l.Missed, row.Label)
	switch status {
	case assess.ReqPartly, assess.ReqAsFarAsAsked:
		l.Partly++
	case assess.ReqNotMet:
		l.NotMet++
	default:
		l.NotKnown++
	}
}

func (r *Rollup) goalTitle(g Goal) string {
	if _, req, known := r.library.Requirement(g.ID); known && g.Title == "" {
		return req.Title
	}
	return g.Title
}

// inCatalogOrder sorts the goals as the content has them; others come last, by id.
func (r *Rollup) inCatalogOrder() {
	place := map[string]int{}
	for _, f := range r.library.Frameworks {
		for i := range f.Sections {
			for _, req := range f.Sections[i].Requirements(0) {
				place[req.ID] = len(place) + 1
			}
		}
	}
	slices.SortFunc(r.Goals, func(a, b GoalLine) int { return byPlace(place, a.ID, b.ID) })
}
