package exchange

import (
	"hygeia/assess"
	"hygeia/frameworks"
)

// ancestor returns the state that a copy most likely comes from: the one that
// agrees with it in the most answers, the newest of several. A state cannot be it
// if the copy differs in an answer that was given before that state was saved: then
// the copy is older, and what looks like its change is ours. Nil if there is none.
func ancestor(lib *frameworks.Library, before []*assess.Assessment, theirs *assess.Assessment) *assess.Assessment {
	var best *assess.Assessment
	most := 0
	for _, state := range before {
		agreed, possible := 0, true
		for _, q := range lib.Questions {
			was, is := state.Answers[q.Key], theirs.Answers[q.Key]
			switch {
			case is.State == assess.Open:
			case sameAnswer(was, is):
				agreed++
			case state.AsOf().After(is.Recorded) && is.Carried.IsZero():
				possible = false
			case was.State != assess.Open && was.Carried.IsZero() && !is.Carried.IsZero():
				possible = false // answered in that state, and only carried in the copy
			}
		}
		if possible && agreed > 0 && agreed >= most {
			best, most = state, agreed
		}
	}
	return best
}
