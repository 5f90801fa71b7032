package assess

import (
	"fmt"
	"math/big"
	"strings"
)

// Figures are the words printed for a group, the same on screen, in every
// report and in JSON (SCORING 4). A figure is empty where there is nothing to
// say.
type Figures struct {
	Score    string // "68%", "not assessed", "not covered", "does not apply"; empty where only the range may be shown
	Range    string // "50 to 74%", or "68%" where nothing is open
	Coverage string // "54 of 58 answered, 38 confirmed this quarter"
	Reach    string // "16 of 31" requirements with a question that is asked and applies
	Scope    string // "46 of 116 apply", where some do not
	Proven   string // "41%": the score when only answers with fresh proof count (SCORING 2)
	Color    string // "amber"
	Note     string // "limited scope", and why there is no score or no color
}

// Figures returns the words for the group.
func (g *Group) Figures() Figures {
	f := Figures{Color: g.Color.String(), Note: g.note()}
	if g.Reach.Known() {
		f.Reach = fmt.Sprintf("%d of %d", g.Reach.Part, g.Reach.Whole)
	}
	if g.Excluded > 0 {
		f.Scope = g.scopeText()
	}
	switch g.Standing {
	case NotCovered, DoesNotApply:
		f.Score = g.Standing.String()
		return f
	case NotAssessed:
		f.Score = g.Standing.String()
	case PartReach, Scored:
		f.Score = PercentText(g.Tally.Score().Rat())
		f.Proven = PercentText(g.Proven.Score().Rat())
	}
	f.Range = rangeText(g.Tally.Low().Rat(), g.Tally.High().Rat())
	f.Coverage = fmt.Sprintf("%d of %d answered, %d confirmed this quarter", g.Answered, g.Asked, g.Confirmed)
	if g.LeftOpen > 0 {
		f.Coverage += fmt.Sprintf(", %d left open", g.LeftOpen)
	}
	return f
}

// scopeText returns "46 of 116 apply".
func (g *Group) scopeText() string { return fmt.Sprintf("%d of %d apply", g.Asked, len(g.Items)) }

// ScoreText returns the one figure for a narrow place: the score, the words for
// why there is none, or the range where only that may be shown.
func (g *Group) ScoreText() string {
	switch g.Standing {
	case PartReach, Scored:
		return PercentText(g.Tally.Score().Rat())
	case RangeOnly, NarrowScope:
		return rangeText(g.Tally.Low().Rat(), g.Tally.High().Rat())
	}
	return g.Standing.String()
}

// note joins what a reader must know beside the score.
func (g *Group) note() string {
	var notes []string
	switch g.Standing {
	case RangeOnly:
		percent, _ := g.Tally.Coverage().Floor()
		notes = append(notes, fmt.Sprintf("not enough answered: %d of the %d%% needed", percent, g.needed))
	case NarrowScope:
		notes = append(notes, "only the range, most of it does not apply here")
	case PartReach:
		notes = append(notes, "no color, too few of its requirements are asked about")
	}
	if g.Limited {
		notes = append(notes, "limited scope: "+g.scopeText())
	}
	return strings.Join(notes, "; ")
}

// PercentText prints an exact percentage as every report does: "68%", rounded by [Percent].
func PercentText(r *big.Rat) string { return fmt.Sprintf("%d%%", Percent(r)) }

func rangeText(low, high *big.Rat) string {
	l, h := Percent(low), Percent(high)
	if l == h {
		return fmt.Sprintf("%d%%", l)
	}
	return fmt.Sprintf("%d to %d%%", l, h)
}

// ScoreText returns "72%", or why there is no one figure.
func (o *Overall) ScoreText() string {
	if o.Score == nil {
		return o.Undefined()
	}
	return PercentText(o.Score)
}

// Undefined says why a framework has no Overall; "" if it has one.
func (o *Overall) Undefined() string {
	switch o.Standing {
	case Scored:
		return ""
	case RangeOnly:
		percent, _ := o.Tally.Coverage().Floor()
		return fmt.Sprintf("not enough answered: %d of the %d%% needed", percent, o.needed)
	case NarrowScope:
		return "most of it does not apply here: " + o.scopeText()
	case PartReach:
		return fmt.Sprintf("too few of its requirements are asked about: %d of %d", o.Reach.Part, o.Reach.Whole)
	}
	return o.Standing.String()
}

// RangeText returns "60 to 85%", and nothing while the score is undefined.
func (o *Overall) RangeText() string {
	if o.Score == nil {
		return ""
	}
	return rangeText(o.Low, o.High)
}

// String returns "4 of 10 met, 3 nearly, 1 another way", and "not known yet"
// while nobody answered anything about them.
func (g Goals) String() string {
	if !g.Known {
		return "not known yet"
	}
	s := fmt.Sprintf("%d of %d met", g.Met, g.Of)
	if g.Nearly > 0 {
		s += fmt.Sprintf(", %d nearly", g.Nearly)
	}
	if g.Another > 0 {
		s += fmt.Sprintf(", %d another way", g.Another)
	}
	return s
}

var colorWords = [...]string{"", "red", "grey", "amber", "green"}

// String returns red, grey, amber or green, and nothing for NoColor.
func (c Color) String() string { return colorWords[c] }

// Word returns guarded, partly guarded or weakly guarded, "does not apply here",
// "not known" where the threat is grey or has no score, and "not known, 13 of 65
// asked" where too few of the questions that name it are asked (SCORING 5).
func (t *Threat) Word() string {
	switch {
	case t.Standing == DoesNotApply && t.Reach.Whole == 0:
		return "does not apply here"
	case t.Reach.Whole > 0 && (t.Standing == DoesNotApply || t.Standing == NotCovered || t.Standing == PartReach):
		return fmt.Sprintf("%s, %d of %d asked", threatWord(NoColor), t.Reach.Part, t.Reach.Whole)
	}
	return threatWord(t.Color)
}

var standingWords = [...]string{"not covered", "does not apply", "not assessed", "range only", "narrow scope", "partly reached", "scored"}

// String returns the standing in words.
func (s Standing) String() string { return standingWords[s] }

var statusWords = [...]string{
	ReqNotCovered:   "not covered by this questionnaire",
	ReqDoesNotApply: "does not apply",
	ReqNotMet:       "not met",
	ReqNotKnown:     "not known",
	ReqPartly:       "partly",
	ReqNearly:       "nearly met",
	ReqAnotherWay:   "met another way",
	ReqAsFarAsAsked: "met as far as asked",
	ReqMet:          "met",
}

// String returns the status as it is printed.
func (s ReqStatus) String() string { return statusWords[s] }
