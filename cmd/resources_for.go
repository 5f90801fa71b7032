package cmd

import (
	"fmt"
	"strings"

	"hygeia/assess"
	"hygeia/assess/match"
	"hygeia/frameworks"
)

// named returns what helps with something that has a name: a practice, a
// question by its key or title, a requirement or a family of them, or a threat.
// It returns nil for any other word.
func (f *finder) named(name string, org assess.Organization) ([]match.Matched, error) {
	name = plainWord(name)
	if p := practiceNumber(name); p > 0 {
		return match.Practice(f.lib, p, org), nil
	}
	if q := f.question(name); q != nil {
		state, level := assess.Open, frameworks.No
		if f.now != nil {
			if it, asked := f.now.Item(q.Key); asked {
				state, level = it.State, frameworks.Level(it.Points)
			}
		}
		return match.Question(f.lib, q, state, level, org), nil
	}
	if fw, r, ok := f.lib.Requirement(name); ok {
		if len(r.Speakers()) == 0 {
			return nil, fmt.Errorf("no question speaks for %s %q of %s: %s", r.ID, r.Title, fw.Title, r.Note)
		}
		return match.Requirement(f.lib, r, org), nil
	}
	if _, former, ok := f.lib.Former(name); ok && len(former.To) > 0 {
		return match.Questions(f.lib, "questions behind "+strings.Join(former.To, " and "), f.families(former.To), org), nil
	}
	if questions := f.family(name); len(questions) > 0 {
		return match.Questions(f.lib, "questions behind "+name, questions, org), nil
	}
	if t, questions := f.threat(name); len(questions) > 0 {
		return match.Questions(f.lib, "questions about "+strings.ToLower(t.Title), questions, org), nil
	}
	return nil, nil
}

// question returns the question with that key or title, nil if there is none.
func (f *finder) question(name string) *frameworks.Question {
	if q, ok := f.lib.Question(strings.ToLower(name)); ok {
		return q
	}
	for _, q := range f.lib.Questions {
		if strings.EqualFold(q.Title, name) {
			return q
		}
	}
	return nil
}

// family returns the questions behind all requirements whose ids begin with a
// name, as those of 164.308 or PR.AA do.
func (f *finder) family(name string) []*frameworks.Question {
	prefix := strings.ToUpper(name)
	var list []*frameworks.Question
	for _, q := range f.lib.Questions {
		for _, s := range f.lib.Serves(q.Key) {
			rest, ok := strings.CutPrefix(strings.ToUpper(s.Requirement.ID), prefix)
			if section := strings.EqualFold(s.Section.ID, name) && s.Framework.ID != frameworks.FoundationID; section || ok && begins(rest) {
				list = append(list, q)
				break
			}
		}
	}
	return list
}

// families returns the questions behind several names, each once, in the order of
// the question bank.
func (f *finder) families(names []string) []*frameworks.Question {
	wanted := map[*frameworks.Question]bool{}
	for _, name := range names {
		if _, r, ok := f.lib.Requirement(name); ok {
			for _, q := range r.Speakers() {
				wanted[q] = true
			}
		}
		for _, q := range f.family(name) {
			wanted[q] = true
		}
	}
	var list []*frameworks.Question
	for _, q := range f.lib.Questions {
		if wanted[q] {
			list = append(list, q)
		}
	}
	return list
}

// begins reports whether what follows a prefix is a part of its own, so that
// 164.30 is no family of 164.308.
func begins(rest string) bool { return rest != "" && strings.ContainsRune(".-(", rune(rest[0])) }

// threat returns a threat by its key or title, and the questions against it.
func (f *finder) threat(name string) (frameworks.Threat, []*frameworks.Question) {
	for _, t := range f.lib.Thresholds.Threats {
		if !strings.EqualFold(t.Key, name) && !strings.EqualFold(t.Title, name) {
			continue
		}
		var list []*frameworks.Question
		for _, q := range f.lib.Questions {
			if q.Names(t.Key) {
				list = append(list, q)
			}
		}
		return t, list
	}
	return frameworks.Threat{}, nil
}

// practiceNumber reads 9, practice-9, "practice 9" or hicp-9; 0 for anything else.
func practiceNumber(name string) int {
	for p := 1; p <= frameworks.Practices; p++ {
		for _, word := range []string{fmt.Sprint(p), frameworks.PracticeWord(p), fmt.Sprintf("practice %d", p), fmt.Sprintf("hicp-%d", p)} {
			if strings.EqualFold(name, word) {
				return p
			}
		}
	}
	return 0
}
