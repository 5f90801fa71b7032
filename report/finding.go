package report

import (
	"fmt"
	"math/big"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks/words"
)

// scoresFinding says what the bars of a framework show: "Lowest is Detect at 61%;
// highest is Respond at 93%." A score that rests on too little of its section is
// not compared with the others.
func scoresFinding(v *assess.View) string {
	var low, high []string
	var least, most *big.Rat
	without := 0
	for i := range v.Sections {
		g := &v.Sections[i].Group
		if g.Standing != assess.Scored {
			without++
			continue
		}
		score := g.Tally.Score().Rat()
		low, least = extreme(low, least, g.Title, score, -1)
		high, most = extreme(high, most, g.Title, score, +1)
	}
	if len(low) == 0 {
		return "No section rests on enough questions and answers yet to be compared."
	}
	return strings.Join(words.Present(lowAndHigh(low, high, least, most, len(v.Sections)-without), notCompared(without)), " ")
}

func lowAndHigh(low, high []string, least, most *big.Rat, scored int) string {
	switch {
	case scored == 1:
		return fmt.Sprintf("%s: %d%%.", low[0], assess.Percent(least))
	case least.Cmp(most) == 0:
		return fmt.Sprintf("All stand at %d%%.", assess.Percent(least))
	}
	return fmt.Sprintf("Lowest %s at %d%%; highest %s at %d%%.", isOrAre(low), assess.Percent(least), isOrAre(high), assess.Percent(most))
}

func notCompared(n int) string {
	if n == 0 {
		return ""
	}
	return words.Capital(words.Count(n, "section rests", "sections rest")) + " on too few questions or answers to be compared."
}

// extreme keeps the names that share the lowest (sign -1) or highest (+1) figure.
func extreme(names []string, best *big.Rat, name string, x *big.Rat, sign int) ([]string, *big.Rat) {
	switch {
	case best == nil || x.Cmp(best)*sign > 0:
		return []string{name}, x
	case x.Cmp(best) == 0:
		return append(names, name), best
	}
	return names, best
}

// isOrAre joins names after their verb: "is Detect", "are Detect and Respond".
func isOrAre(names []string) string {
	if len(names) == 1 {
		return "is " + names[0]
	}
	return "are " + words.And(names)
}
