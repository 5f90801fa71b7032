package cmd

import (
	"hygeia/assess"
	"hygeia/assess/match"
	"hygeia/frameworks"
)

// hintEnroll names the command that signs up for a service, where one of the
// gaps has it among the help picked for it, it can be used here and was not asked
// for yet.
func (env *Env) hintEnroll(r *assess.Result, items ...*assess.Item) {
	st, err := openStore(env)
	if err != nil {
		return
	}
	journal, err := st.Journal()
	if err != nil {
		return // whoever writes into the log is told
	}
	for _, it := range items {
		if e := enrollmentFor(r, it); e != nil {
			if _, asked := journal.Enrollment(e.name); asked {
				continue
			}
			env.hint(`%s: "hygeia resources enroll %s" writes the message that signs you up for the free scan`, it.Question.Key, e.name)
			return
		}
	}
}

func enrollmentFor(r *assess.Result, it *assess.Item) *enrollment {
	level := frameworks.Level(it.Points)
	if it.State == assess.NotApplicable || it.State == assess.Levelled && level == frameworks.Yes {
		return nil
	}
	for _, m := range match.Question(r.Library, it.Question, it.State, level, r.Assessment.Organization) {
		for i, e := range enrollments {
			if m.Close && e.resource == m.Resource.ID {
				return &enrollments[i]
			}
		}
	}
	return nil
}
