package cmd

import (
	"context"
	"fmt"
	"strings"

	"hygeia/assess"
	"hygeia/cmd/form"
	"hygeia/frameworks/words"
)

// checkFinish says what to know before a quarter is finished. What does not count
// as it was meant, or hardly goes together, stops it once: it may be a slip, and
// a finished quarter is not changed any more. A person at a terminal is asked.
func (o *assessOptions) checkFinish(ctx context.Context, r *assess.Result) error {
	c := assess.CheckFinish(r, nil)
	if n := len(c.Open); n > 0 {
		o.env.say("%s not answered; the report shows a range for what they could still change", words.Count(n, "question", "questions"))
	}
	if len(c.RangeOnly) > 0 {
		o.env.say("too few answers for a score: %s", strings.Join(c.RangeOnly, "; "))
	}
	if n := len(c.Outdated); n > 0 {
		o.env.say("%s to an older meaning of its question; it counts as not answered: %s", words.Count(n, "answer", "answers"), keysOf(c.Outdated))
	}
	for _, it := range c.Incomplete {
		o.env.say("%s: another way, but without a reason, an approver or a review date that holds; it counts as No", it.Question.Key)
	}
	for _, it := range c.Refused {
		o.env.say("%s: \"does not apply\" needs a reason, and some questions always apply; it counts as not answered", it.Question.Key)
	}
	for _, pair := range c.Contradictions {
		low := "the profile"
		if pair.Low != nil {
			low = pair.Low.Question.Key
		}
		o.env.say("%s and %s: %s", low, pair.High.Question.Key, pair.Ask)
	}
	if !c.Doubtful() || o.AsIs || o.finishAllTheSame(ctx) {
		return nil
	}
	if ctx.Err() != nil {
		return interruptedf("interrupted; %s is not finished", r.Period)
	}
	return withHint(fmt.Errorf("%s is not finished yet: look at the answers above first", r.Period),
		`change them with "hygeia assess", or finish all the same with "hygeia assess --finish --as-is"`)
}

// finishAllTheSame asks, where a person sees the question and can answer it.
func (o *assessOptions) finishAllTheSame(ctx context.Context) bool {
	env := o.env
	if !env.InTerminal || !env.OutTerminal || env.Screen == nil {
		return false
	}
	return form.Confirm(ctx, form.Terminal{In: env.typed(), Out: env.Screen, Width: env.Width}, "Finish all the same?")
}

func keysOf(items []*assess.Item) string {
	var keys []string
	for _, it := range items {
		keys = append(keys, it.Question.Key)
	}
	return strings.Join(keys, ", ")
}
