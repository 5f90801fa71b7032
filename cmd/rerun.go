package cmd

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/cmd/form"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// rerun is what a quarter asks, seen from the quarter it was carried from.
type rerun struct {
	asks  []assess.Ask
	again bool // there is an earlier quarter; otherwise the chapters are the sections
}

// rerunOf sorts the questions of a quarter, with what the ledger says about it in
// the view. The quarter before is nil where
// there is none, or where it cannot be read.
func rerunOf(lib *frameworks.Library, view *assess.Assessment, before *store.Saved, on assess.Date) rerun {
	var earlier *assess.Result
	if before != nil {
		earlier = assess.Evaluate(before.Library, before.Assessment)
	}
	r := rerun{asks: assess.Agenda(lib, view, earlier, on), again: before != nil}
	for key, ans := range view.Answers {
		r.again = r.again || !ans.Carried.IsZero() && view.InheritedFrom(key) == ""
	}
	return r
}

// before returns the saved quarter that this one was carried from; nil if it is
// the first, or if that one cannot be read, which is said.
func before(env *Env, st *store.Store, period assess.Quarter) (*store.Saved, error) {
	periods, err := st.Periods()
	if err != nil {
		return nil, err
	}
	for i := len(periods) - 1; i >= 0; i-- {
		if periods[i].Since(period) >= 0 {
			continue
		}
		saved, err := st.Load(periods[i])
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil, nil
		case err != nil:
			env.say("the quarter before is not looked at: %v", err)
			return nil, nil
		}
		return saved, nil
	}
	return nil, nil
}

// left says what is still asked: "12 are due, ..." in a rerun, "20 questions,
// about 15 minutes" in a first quarter.
func (r rerun) left() string {
	w := assess.Summary(r.asks)
	if r.again {
		return w.String()
	}
	if w.Asked() == 0 {
		return "every question is answered"
	}
	return fmt.Sprintf("%s, about %s", words.Count(w.Asked(), "question", "questions"), assess.MinutesText(w.Minutes()))
}

// within leaves what the sections ask.
func (r rerun) within(sections []form.Chapter) rerun {
	r.asks = slices.DeleteFunc(r.asks, func(ask assess.Ask) bool {
		return !slices.ContainsFunc(sections, func(s form.Chapter) bool { return slices.Contains(s.Questions, ask.Question) })
	})
	return r
}

// opening is the page before the first question: what is left and how it goes.
// There is none when nothing is left.
func (r rerun) opening(period assess.Quarter, before *store.Saved) []string {
	w := assess.Summary(r.asks)
	if w.Asked()+w[assess.AskRest] == 0 {
		return nil
	}
	source := "earlier answers"
	if before != nil {
		source = "the answers of " + before.Period.String()
	}
	return []string{
		fmt.Sprintf("%s starts from %s.", period, source),
		words.Capital(w.String()) + ".",
		"Key t says that an answer is still true. Any other answer replaces it, and you are asked why it changed.",
		"If you know already what changed, g goes straight to a question. Everything is saved at once: stop with q whenever you like.",
	}
}

// chapters groups the questions by why they are asked; what is new or open keeps
// its sections apart. The rest is offered.
func (r rerun) chapters(sections []form.Chapter) []form.Chapter {
	var chapters []form.Chapter
	for _, ask := range r.asks {
		c := chapterOf(ask, sections)
		if n := len(chapters); n == 0 || chapters[n-1].ID != c.ID || chapters[n-1].Title != c.Title {
			chapters = append(chapters, c)
		}
		last := &chapters[len(chapters)-1]
		last.Questions = append(last.Questions, ask.Question)
	}
	return chapters
}

// chapterOf is the empty chapter a question is asked in.
func chapterOf(ask assess.Ask, sections []form.Chapter) form.Chapter {
	kind := "New"
	switch ask.Kind {
	case assess.AskDue:
		return form.Chapter{ID: "due", Title: "Due"}
	case assess.AskConfirm:
		return form.Chapter{ID: "confirm", Title: "To confirm"}
	case assess.AskRest:
		return form.Chapter{ID: "rest", Title: "The rest", Offered: true}
	case assess.AskOpen:
		kind = "No answer yet"
	}
	for _, s := range sections {
		if slices.Contains(s.Questions, ask.Question) {
			return form.Chapter{ID: s.ID, Title: kind + ": " + s.Title}
		}
	}
	return form.Chapter{ID: "new", Title: kind}
}

// why is the reason of each question that has one, by key.
func (r rerun) why() map[string]string {
	why := map[string]string{}
	for _, ask := range r.asks {
		if ask.Why != "" {
			why[ask.Question.Key] = ask.Why
		}
	}
	return why
}

// restricted leaves of the chapters only those questions that were chosen. They
// are all asked: nothing chosen is left to be offered.
func restricted(chapters []form.Chapter, chosen []assess.Ask) []form.Chapter {
	keep := map[*frameworks.Question]bool{}
	for _, ask := range chosen {
		keep[ask.Question] = true
	}
	var left []form.Chapter
	for _, c := range chapters {
		c.Offered = false
		c.Questions = slices.DeleteFunc(slices.Clone(c.Questions), func(q *frameworks.Question) bool { return !keep[q] })
		if len(c.Questions) > 0 {
			left = append(left, c)
		}
	}
	return left
}
