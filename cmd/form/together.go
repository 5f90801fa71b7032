package form

import (
	"fmt"

	"hygeia/frameworks"
)

// detour is a visit to a question out of turn: the place visited, and the one
// where it goes on after it.
type detour struct{ at, then int }

// askTogether asks about an answer just saved that hardly goes together with
// another one; nil if there is no such pair that was not shown in this sitting
// yet. Both answers stand whatever is chosen, and Enter keeps them. One pair an
// answer is enough while answering; finishing the quarter names all of them.
//
// The keys are letters that mean nothing on a question, so that what is typed
// ahead does not choose here.
func (c *core) askTogether(q *frameworks.Question) *inquiry {
	pair, ok := c.notShown(q)
	if !ok {
		return nil
	}
	other, known := c.s.Library.Question(otherOf(pair, q.Key))
	if !known && pair.IT == "" {
		return nil
	}
	c.shown[pair] = true
	return &inquiry{
		title:  "Do both answers hold?",
		fields: []func(map[string]string) field{always(c.togetherField(pair, q, other))},
		finish: func(got map[string]string) *inquiry {
			switch got["together"] {
			case "o":
				c.visit(other)
			case "c":
				c.visit(q)
			default:
				c.keepBoth()
			}
			return nil
		},
		leave:   c.keepBoth,
		leaving: "Esc keeps both",
	}
}

// notShown returns the first pair that contradicts the answer and was not shown
// in this sitting.
func (c *core) notShown(q *frameworks.Question) (frameworks.Contradiction, bool) {
	for _, pair := range c.s.Assessment.ContradictedBy(c.s.Library, q.Key) {
		if !c.shown[pair] {
			return pair, true
		}
	}
	return frameworks.Contradiction{}, false
}

func otherOf(pair frameworks.Contradiction, key string) string {
	if pair.Low == key {
		return pair.High
	}
	return pair.Low
}

// togetherField names both answers in its choices, so that they are in sight in
// the smallest window. A question that is not asked in this sitting cannot be
// gone to; its answer is told all the same. There is no other question where the
// profile contradicts the answer.
func (c *core) togetherField(pair frameworks.Contradiction, q, other *frameworks.Question) field {
	f := field{kind: pick, key: "together", title: pair.Ask, start: "k",
		options: []option{{key: "k", title: "Keep both answers", words: []string{"keep", "keep both", "both"}}}}
	if other == nil {
		f.help = []string{"The other answer is in your profile, which says who runs your IT."}
	} else if _, here := c.find(other.Key); here {
		f.options = append(f.options, option{key: "o", title: "Other one: " + c.told(other), words: []string{"other", "other one"}})
	} else {
		f.help = []string{"The other one, not asked in this sitting: " + c.told(other)}
	}
	f.options = append(f.options, option{key: "c", title: "Change this: " + c.told(q), words: []string{"change", "change this"}})
	return f
}

// told is a question's title with its answer: "Incident plan (No)".
func (c *core) told(q *frameworks.Question) string {
	return fmt.Sprintf("%s (%s)", q.Title, c.answer(q).Name())
}

func (c *core) keepBoth() {
	c.say("Both answers are kept.")
	c.endIfDone()
}

// visit goes to a question whose answer may change. After it the sitting goes on
// where it is now.
func (c *core) visit(q *frameworks.Question) {
	i, ok := c.find(q.Key)
	if !ok {
		return
	}
	if i != c.at {
		c.detour = &detour{at: i, then: c.at}
		c.at = i
	}
	c.say("Change it, or s leaves it as it is.")
}
