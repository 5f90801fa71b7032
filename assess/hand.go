package assess

import (
	"fmt"
	"strings"

	"hygeia/frameworks"
)

// ByHand counts what a person can set to make a figure look better, whatever the
// reason for it: one line says it wherever the figures are read first (SCORING 5).
type ByHand struct {
	NotApplicable int // questions said not to apply
	AnotherWay    int // questions answered with another way
	Lowered       int // targets below the usual ones
	Corrections   int // answers of this quarter called corrections
	LeftOpen      int // questions that only the finish answered
	Own           int // questions of the organization's own
	LeftOut       []DroppedView

	Score  Share // of all questions asked, as it is; says nothing where nothing is answered
	Strict Share // the same with another way and does-not-apply counted as No
}

// DroppedView is a framework that was asked in the quarter before and is not now.
type DroppedView struct {
	View   *View // of the quarter before
	Period Quarter
}

// SetByHand counts what was set by hand in the quarter. Before is the quarter
// before, nil if there is none.
func (r *Result) SetByHand(before *Result) ByHand {
	var h ByHand
	for _, it := range r.Items {
		h.count(it, r.Period)
	}
	h.Score, h.Strict = r.All.Tally.Score(), r.All.strict()
	if before == nil {
		return h
	}
	for i := range before.Views {
		v := &before.Views[i]
		now, known := r.View(v.Framework.ID)
		if v.Asked && v.Framework.ID != frameworks.EssentialID && !(known && now.Asked) {
			h.LeftOut = append(h.LeftOut, DroppedView{v, before.Period})
		}
	}
	return h
}

func (h *ByHand) count(it *Item, period Quarter) {
	add := func(n *int, when bool) {
		if when {
			*n++
		}
	}
	add(&h.NotApplicable, it.State == NotApplicable)
	add(&h.AnotherWay, it.State == OtherWay)
	add(&h.Lowered, it.Target < it.Usual)
	add(&h.Corrections, it.Answer.Change == Corrected && it.Answer.Changed == period)
	add(&h.LeftOpen, it.Answer.Left != NotLeft)
	add(&h.Own, it.Added)
}

// strict returns the score of a group with another way and does-not-apply
// counted as No.
func (g *Group) strict() Share {
	s := Share{g.Tally.Earned, 3 * (g.Tally.Levelled + g.Tally.Unknown + g.Tally.Excluded)}
	for _, it := range g.Items {
		if it.State == OtherWay {
			s.Part -= it.Weight * it.Points
		}
	}
	return s
}

// Any reports whether something was set by hand.
func (h ByHand) Any() bool { return len(h.parts()) > 0 }

// String returns one sentence without its full stop, such as "12 do not apply, 3
// another way, 1 target below the usual; with what does not apply and another
// way counted as No, all questions asked score 39% and not 60%". It is empty if
// nothing was set by hand.
func (h ByHand) String() string {
	s := strings.Join(h.parts(), ", ")
	if s == "" || h.NotApplicable+h.AnotherWay == 0 || !h.Strict.Known() {
		return s
	}
	strict := "; with what does not apply and another way counted as No, all questions asked score " + PercentText(h.Strict.Rat())
	switch {
	case !h.Score.Known():
		return s + strict
	case PercentText(h.Strict.Rat()) == PercentText(h.Score.Rat()):
		return s + strict + " all the same"
	}
	return s + strict + " and not " + PercentText(h.Score.Rat())
}

func (h ByHand) parts() []string {
	var parts []string
	for _, p := range []struct {
		n         int
		one, many string
	}{
		{h.NotApplicable, "1 does not apply", "%d do not apply"},
		{h.AnotherWay, "1 another way", "%d another way"},
		{h.Lowered, "1 target below the usual", "%d targets below the usual"},
		{h.Corrections, "1 correction", "%d corrections"},
		{h.LeftOpen, "1 left open", "%d left open"},
		{h.Own, "1 question of our own", "%d questions of our own"},
	} {
		switch {
		case p.n == 1:
			parts = append(parts, p.one)
		case p.n > 1:
			parts = append(parts, fmt.Sprintf(p.many, p.n))
		}
	}
	for _, out := range h.LeftOut {
		parts = append(parts, fmt.Sprintf("%s left out (%s in %s)", out.View.Framework.Title, out.View.Overall.ScoreText(), out.Period))
	}
	return parts
}
