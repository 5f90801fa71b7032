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
	Score    string // "68 %", "not assessed", "not covered", "does not apply"; empty where only the range may be shown
	Range    string // "50 to 74 %", or "68 %" where nothing is open
	Coverage string // "54 of 58 answered, 38 confirmed this quarter"
	Reach    string // "16 of 31" requirements with a question that is asked
	Proven   string // "41 %": the score when only answers with fresh proof count (SCORING 2)
	Color    string // "amber"
	Note     string // "limited scope", and why there is no score or no color
}

// Figures returns the words for the group.
func (g *Group) Figures() Figures {
	f := Figures{Color: g.Color.String(), Note: g.note()}
	if g.Reach.Known() {
		f.Reach = fmt.Sprintf("%d of %d", g.Reach.Part, g.Reach.Whole)
	}
	switch g.Standing {
	case NotCovered, DoesNotApply:
		f.Score = g.Standing.String()
		return f
	case NotAssessed:
		f.Score = g.Standing.String()
	case PartReach, Scored:
		f.Score = percentText(g.Tally.Score().Rat())
		f.Proven = percentText(g.Proven.Score().Rat())
	}
	f.Range = rangeText(g.Tally.Low().Rat(), g.Tally.High().Rat())
	f.Coverage = fmt.Sprintf("%d of %d answered, %d confirmed this quarter", g.Answered, g.Asked, g.Confirmed)
	return f
}

// ScoreText returns the one figure for a narrow place: the score, the words for
// why there is none, or the range where only that may be shown.
func (g *Group) ScoreText() string {
	f := g.Figures()
	if f.Score == "" {
		return f.Range
	}
	return f.Score
}

// note joins what a reader must know beside the score.
func (g *Group) note() string {
	var notes []string
	switch g.Standing {
	case RangeOnly:
		notes = append(notes, "only the range, too little of its weight is answered")
	case PartReach:
		notes = append(notes, "no color, too few of its requirements are asked about")
	}
	if g.Limited {
		notes = append(notes, "limited scope")
	}
	return strings.Join(notes, "; ")
}

func percentText(r *big.Rat) string { return fmt.Sprintf("%d %%", Percent(r)) }

func rangeText(low, high *big.Rat) string {
	l, h := Percent(low), Percent(high)
	if l == h {
		return fmt.Sprintf("%d %%", l)
	}
	return fmt.Sprintf("%d to %d %%", l, h)
}

// ScoreText returns "72 %", or "not defined yet" while a section is missing.
func (o *Overall) ScoreText() string {
	if o.Score == nil {
		return "not defined yet"
	}
	return percentText(o.Score)
}

// RangeText returns "60 to 85 %", and nothing while the score is undefined.
func (o *Overall) RangeText() string {
	if o.Score == nil {
		return ""
	}
	return rangeText(o.Low, o.High)
}

// String returns "4 of 10 met, 3 more with listed exceptions".
func (g Goals) String() string {
	met := fmt.Sprintf("%d of %d met", g.Met, g.Of)
	if g.Exceptions == 0 {
		return met
	}
	return fmt.Sprintf("%s, %d more with listed exceptions", met, g.Exceptions)
}

var colorWords = [...]string{"", "red", "grey", "amber", "green"}

// String returns red, grey, amber or green, and nothing for NoColor.
func (c Color) String() string { return colorWords[c] }

// Word returns exposed, partly covered or covered, and "not known" where the
// threat is grey or has no color (SCORING 5).
func (t *Threat) Word() string { return threatWord(t.Color) }

var standingWords = [...]string{"not covered", "does not apply", "not assessed", "range only", "partly reached", "scored"}

// String returns the standing in words.
func (s Standing) String() string { return standingWords[s] }

var statusWords = [...]string{
	ReqNotCovered:   "not covered by this questionnaire",
	ReqDoesNotApply: "does not apply",
	ReqNotMet:       "not met",
	ReqNotKnown:     "not known",
	ReqPartly:       "partly",
	ReqExceptions:   "met with listed exceptions",
	ReqAsFarAsAsked: "met as far as asked",
	ReqMet:          "met",
}

// String returns the status as it is printed.
func (s ReqStatus) String() string { return statusWords[s] }
