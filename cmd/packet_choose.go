package cmd

import (
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks"
)

// choose returns the keys of the questions that are handed out.
func (o *packetOptions) choose(st *store.Store, saved *store.Saved) ([]string, error) {
	questions, err := o.questions(saved)
	if err != nil {
		return nil, err
	}
	still := map[string]bool{}
	if o.Only == onlyDue {
		earlier, err := before(o.env, st, saved.Period)
		if err != nil {
			return nil, err
		}
		view, err := st.View(saved, assess.Date{})
		if err != nil {
			return nil, err
		}
		for _, ask := range rerunOf(saved.Library, view, earlier, o.today()).asks {
			still[ask.Question.Key] = ask.Kind != assess.AskRest && !ask.Done
		}
	}
	var keys []string
	for _, q := range questions {
		if o.Only == "" || still[q.Key] {
			keys = append(keys, q.Key)
		}
	}
	return keys, nil
}

// questions are those that were chosen, whether they are due or not.
func (o *packetOptions) questions(saved *store.Saved) ([]*frameworks.Question, error) {
	asked := assess.AskedQuestions(saved.Library, saved.Frameworks, saved.Organization.Size)
	switch {
	case len(o.Keys) > 0:
		var questions []*frameworks.Question
		for _, key := range o.Keys {
			q, known := saved.Library.Question(key)
			if !known {
				return nil, unknownName(saved.Library, key)
			}
			questions = append(questions, q)
		}
		return questions, nil
	case o.Section != "":
		return o.ofSection(assess.Chapters(saved.Library, saved.Frameworks, saved.Organization.Size))
	case len(o.Ask) > 0:
		return slices.DeleteFunc(slices.Clone(asked), func(q *frameworks.Question) bool { return !o.knows(q, saved.Organization.IT) }), nil
	}
	return asked, nil
}

func (o *packetOptions) ofSection(chapters []assess.Chapter) ([]*frameworks.Question, error) {
	var ids []string
	for _, c := range chapters {
		if strings.EqualFold(c.Section.ID, o.Section) || strings.EqualFold(c.Section.Title, o.Section) {
			return c.Questions, nil
		}
		ids = append(ids, c.Section.ID)
	}
	return nil, unknown("section", o.Section, ids)
}

// knows reports whether one of the roles would know the answer. Where a provider
// runs the IT, it knows what IT would.
func (o *packetOptions) knows(q *frameworks.Question, it string) bool {
	for _, role := range o.Ask {
		if slices.Contains(q.Ask, role) || role == "msp" && it == "outsourced" && slices.Contains(q.Ask, "it") {
			return true
		}
	}
	return false
}
