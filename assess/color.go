package assess

import (
	"fmt"

	"hygeia/frameworks"
)

// paint gives a scored group its color and the sentence that explains it
// (SCORING 5): the worse of what the score says and of the floor under it. A
// group without a score, or reached by half only, stays without a color.
func (r *Result) paint(g *Group, v voice) {
	if g.Standing != Scored {
		return
	}
	byScore, why := scoreColor(g.Tally, &r.Library.Thresholds)
	g.Color = byScore
	floor, worst := floorColor(g.Items)
	if floor != NoColor && floor < byScore {
		g.Color, why = floor, worst.saying()
	}
	if why != "" {
		g.Reason = v.sentence(g, why)
	}
}

// scoreColor is rule (a): green from 80 with 90 answered, amber from 50, red
// below. It explains only what the printed digits do not show.
func scoreColor(t Tally, th *frameworks.Thresholds) (Color, string) {
	score, coverage := t.Score(), t.Coverage()
	switch {
	case score.AtLeast(th.Green) && coverage.AtLeast(th.GreenCoverage):
		return Green, ""
	case score.AtLeast(th.Green):
		if justUnder(coverage, th.GreenCoverage) {
			return Amber, fmt.Sprintf("just under %d%% of its weight is answered", th.GreenCoverage)
		}
		percent, _ := coverage.Percent()
		return Amber, fmt.Sprintf("%d%% of its weight is answered, and green needs %d%%", percent, th.GreenCoverage)
	case score.AtLeast(th.Amber):
		return Amber, justUnderScore(score, th.Green)
	}
	return Red, justUnderScore(score, th.Amber)
}

func justUnderScore(score Share, threshold int) string {
	if !justUnder(score, threshold) {
		return ""
	}
	return fmt.Sprintf("the exact score is just under %d", threshold)
}

// justUnder reports whether a share misses a threshold that its printed digits
// seem to reach.
func justUnder(s Share, threshold int) bool {
	percent, known := s.Percent()
	return known && percent >= threshold && !s.AtLeast(threshold)
}

// floorColor is rule (b): the worst question that serves an Essential goal
// caps the color. It returns NoColor where nothing is capped.
func floorColor(items []*Item) (Color, *Item) {
	var essential []*Item
	for _, it := range items {
		if it.Tier == frameworks.Essential {
			essential = append(essential, it)
		}
	}
	worst := weakest(essential)
	if worst == nil {
		return NoColor, nil
	}
	switch worst.rank() {
	case rankNo, rankUnknown:
		return Red, worst
	case rankOpen:
		return Grey, worst
	case rankPartly:
		return Amber, worst
	}
	return NoColor, nil
}

// saying names the question with what was said: "'Separate administrator
// accounts' is Partly".
func (it *Item) saying() string {
	title := "'" + it.Question.Title + "'"
	switch {
	case it.Outdated:
		return title + " has changed and is not answered again"
	case it.State == Open:
		return title + " is not answered"
	case it.Answer.Left == LeftChanged:
		return title + " has changed and was not answered again"
	case it.Answer.Left == LeftOpen:
		return title + " was left open"
	case it.State == Unknown:
		return "nobody could say about " + title
	case it.Incomplete:
		return title + " is handled another way, but the record of it is incomplete or out of date"
	case it.State == OtherWay:
		return title + " is handled another way that reaches " + it.Answer.Level.Name()
	}
	return title + " is " + it.Answer.Level.Name()
}

// voice is how a color is spoken of: sections have colors, threats have words.
type voice int

const (
	sectionVoice voice = iota
	threatVoice
)

// sentence joins the printed score, the state with its color, and the reason:
// "Protect scores 89 but is partly in place (amber): 'Separate administrator
// accounts' is Partly."
func (v voice) sentence(g *Group, why string) string {
	percent, _ := g.Tally.Score().Percent()
	if v == threatVoice {
		return fmt.Sprintf("%s scores %d but reads %s: %s.", g.Title, percent, threatWord(g.Color), why)
	}
	return fmt.Sprintf("%s scores %d but is %s (%s): %s.", g.Title, percent, g.Color.Word(), g.Color, why)
}

var stateWords = [...]string{"", "weak", "not known", "partly in place", "in place"}

// Word returns the state that a color stands for: in place, partly in place,
// weak or not known, and nothing for NoColor. It is said before the color.
func (c Color) Word() string { return stateWords[c] }

func threatWord(c Color) string {
	switch c {
	case Red:
		return "weakly guarded"
	case Amber:
		return "partly guarded"
	case Green:
		return "guarded"
	}
	return "not known"
}
