package assess

import (
	"fmt"
	"maps"

	"hygeia/frameworks"
)

// Assume returns what the quarter would amount to if the named questions were
// answered with these levels (SCORING 7, "what if"). The result passed is not
// touched. It fails for a key that is not asked this quarter.
func Assume(r *Result, levels map[string]frameworks.Level) (*Result, error) {
	a := *r.Assessment
	a.Answers = maps.Clone(a.Answers)
	if a.Answers == nil {
		a.Answers = map[string]Answer{}
	}
	for key, level := range levels {
		it, asked := r.Item(key)
		if !asked {
			return nil, fmt.Errorf("%s is not asked in %s", key, r.Period)
		}
		a.Answers[key] = Answer{State: Levelled, Level: level, Revision: it.Question.Revision, Recorded: r.AsOf}
	}
	return Evaluate(r.Library, &a), nil
}

// Lifted returns the levels that answered actions lift their questions to. An
// action to answer a question lifts nothing.
func Lifted(actions []Action) map[string]frameworks.Level {
	levels := map[string]frameworks.Level{}
	for _, a := range actions {
		if a.Kind != AnswerIt {
			levels[a.Item.Question.Key] = a.Item.Target
		}
	}
	return levels
}
