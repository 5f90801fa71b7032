package cmd

import (
	"context"
	"fmt"
	"strings"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/cmd/form"
	"hygeia/frameworks/words"
)

// leaveOutFew leaves out the frameworks of which too little is answered. A person
// at a terminal sees it happen; for anybody else it returns what to say in the end
// instead of finishing. Nothing is saved here.
func (o *assessOptions) leaveOutFew(saved *store.Saved) (stop error) {
	if o.AsIs {
		return nil
	}
	var names []string
	for _, few := range assess.FewAnswered(assess.Evaluate(saved.Library, saved.Assessment)) {
		percent, _ := few.Answered.Floor()
		o.env.say("%s: %d%% of what only it asks is answered, and a finished quarter needs %d%%",
			few.Framework.Title, percent, saved.Library.Thresholds.LeaveOut)
		saved.Assessment.Without(few.Framework)
		names = append(names, few.Framework.Short)
		if o.personWatches() {
			o.sayLeftOut(saved, few.Framework)
		}
	}
	if len(names) == 0 || o.personWatches() {
		return nil
	}
	return withHint(fmt.Errorf("%s is not finished yet: leave out what is hardly answered, or finish it as it is", saved.Period),
		`finish with "hygeia assess --finish --without %s", or with --as-is; then what is open counts as don't know`, strings.Join(names, ","))
}

// personWatches reports whether a person sees what is said and can answer.
func (o *assessOptions) personWatches() bool {
	return o.env.InTerminal && o.env.OutTerminal && o.env.Screen != nil
}

// checkFinish says what to know before a quarter is finished. What does not count
// as it was meant, or hardly goes together, stops it once: it may be a slip, and
// a finished quarter is not changed any more. A person at a terminal is asked. A
// quarter without answers, or with an Essential question open, is finished only as
// it is.
func (o *assessOptions) checkFinish(ctx context.Context, r, earlier *assess.Result) error {
	c := assess.CheckFinish(r, earlier)
	if c.Hand.Any() {
		o.env.say("set by hand: %s", c.Hand)
	}
	if n := len(c.Open); n > 0 {
		o.env.say("%s not answered: a finished quarter records that as don't know, left open", words.Count(n, "question", "questions"))
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
	if err := o.checkInherited(r); err != nil {
		return err
	}
	if c.Stops() && !o.AsIs {
		return withHint(fmt.Errorf("%s is not finished yet: %s", r.Period, unanswered(c)),
			`answer with "hygeia assess", or finish all the same with "hygeia assess --finish --as-is"`)
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
	if !o.personWatches() {
		return false
	}
	return form.Confirm(ctx, form.Terminal{In: o.env.typed(), Out: o.env.Screen, Width: o.env.Width}, "Finish all the same?")
}

// unanswered says why a quarter is finished only as it is.
func unanswered(c assess.FinishCheck) string {
	if c.Empty {
		return "it has no answers yet"
	}
	return fmt.Sprintf("%s of the Essential goals %s no answer: %s", words.Count(len(c.Essential), "question", "questions"),
		words.Plural(len(c.Essential), "has", "have"), keysOf(c.Essential))
}

func keysOf(items []*assess.Item) string {
	var keys []string
	for _, it := range items {
		keys = append(keys, it.Question.Key)
	}
	return strings.Join(keys, ", ")
}
