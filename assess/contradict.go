package assess

import (
	"slices"

	"hygeia/frameworks"
)

// Contradiction is a pair of answers of a quarter that hardly go together: what
// the one says is missing, the other leans on.
type Contradiction struct {
	Low, High *Item  // Low is nil where the profile contradicts High
	IT        string // then: who runs IT, as the profile says
	Ask       string // the question to whoever answered
}

// Contradictions returns the pairs of answers that the content calls
// contradictory, in its order. "Don't know" and another way contradict nothing.
func Contradictions(r *Result) []Contradiction {
	var found []Contradiction
	for _, c := range r.Library.Contradictions {
		low, high := r.items[c.Low], r.items[c.High]
		if high == nil || c.IT == "" && low == nil {
			continue
		}
		if lowSide(c, low, r.Assessment) && highSide(c, high.State, high.Answer.Level) {
			found = append(found, Contradiction{low, high, c.IT, c.Ask})
		}
	}
	return found
}

// lowSide reports whether the first side of a pair holds.
func lowSide(c frameworks.Contradiction, low *Item, a *Assessment) bool {
	if c.IT != "" {
		return a.Organization.IT == c.IT
	}
	return low.State == Levelled && low.Answer.Level <= c.AtMost
}

// highSide reports whether the second side of a pair holds for an answer.
func highSide(c frameworks.Contradiction, state State, level frameworks.Level) bool {
	if c.Absent {
		return state == NotApplicable
	}
	return state == Levelled && level >= c.AtLeast
}

// ContradictedBy returns what the content asks about the answer to a question
// and the answers to others that are asked this quarter, while it is being
// answered; see [Contradictions].
func (a *Assessment) ContradictedBy(lib *frameworks.Library, key string) []frameworks.Contradiction {
	var found []frameworks.Contradiction
	for _, c := range lib.Contradictions {
		if (c.Low == key || c.High == key) && a.lowAnswer(lib, c) && a.highAnswer(lib, c) {
			found = append(found, c)
		}
	}
	if len(found) == 0 {
		return nil
	}
	asked := map[string]bool{"": true}
	for _, q := range AskedQuestions(lib, a.Frameworks, a.Organization.Size) {
		asked[q.Key] = true
	}
	return slices.DeleteFunc(found, func(c frameworks.Contradiction) bool { return !asked[c.Low] || !asked[c.High] })
}

func (a *Assessment) lowAnswer(lib *frameworks.Library, c frameworks.Contradiction) bool {
	if c.IT != "" {
		return a.Organization.IT == c.IT
	}
	q, known := lib.Question(c.Low)
	ans := a.Answers[c.Low]
	return known && ans.counted(q) == Levelled && ans.Level <= c.AtMost
}

func (a *Assessment) highAnswer(lib *frameworks.Library, c frameworks.Contradiction) bool {
	q, known := lib.Question(c.High)
	if !known {
		return false
	}
	ans := a.Answers[c.High]
	return highSide(c, ans.counted(q), ans.Level)
}
