package assess

import (
	"slices"

	"hygeia/frameworks"
)

// Chapters returns what is asked in a quarter, in asking order: the Essential
// goals first and always, then the chosen frameworks for the size, framework by
// framework in the library's order and section by section; each question once,
// and no chapter without a question (SCORING 4). Frameworks may be named by id
// or short name; names the library does not know ask nothing.
func Chapters(lib *frameworks.Library, frameworkIDs []string, size frameworks.Size) []Chapter {
	var chapters []Chapter
	seen := make(map[*frameworks.Question]bool, len(lib.Questions))
	add := func(f *frameworks.Framework, s *frameworks.Section) {
		c := Chapter{Framework: f, Section: s}
		for _, r := range s.Requirements(size) {
			for _, q := range r.Questions {
				if !seen[q] {
					seen[q] = true
					c.Questions = append(c.Questions, q)
				}
			}
		}
		if len(c.Questions) > 0 {
			chapters = append(chapters, c)
		}
	}
	if f, s := essentialGoals(lib); s != nil {
		add(f, s)
	}
	for _, f := range foundationFirst(lib.Frameworks) {
		if !chosen(f, frameworkIDs) {
			continue
		}
		for i := range f.Sections {
			add(f, &f.Sections[i])
		}
	}
	return chapters
}

// foundationFirst returns the frameworks with the foundation before the others:
// the Enhanced goals would otherwise come before it.
func foundationFirst(list []*frameworks.Framework) []*frameworks.Framework {
	at := slices.IndexFunc(list, func(f *frameworks.Framework) bool { return f.ID == frameworks.FoundationID })
	if at < 0 {
		return list
	}
	return slices.Concat(list[at:at+1], list[:at], list[at+1:])
}

// AskedQuestions returns the questions of the [Chapters] of a quarter.
func AskedQuestions(lib *frameworks.Library, frameworkIDs []string, size frameworks.Size) []*frameworks.Question {
	var questions []*frameworks.Question
	for _, c := range Chapters(lib, frameworkIDs, size) {
		questions = append(questions, c.Questions...)
	}
	return questions
}

// AskedBy returns the frameworks that ask the question at a size, in the
// library's order.
func AskedBy(lib *frameworks.Library, q *frameworks.Question, size frameworks.Size) []*frameworks.Framework {
	var by []*frameworks.Framework
	for _, f := range lib.Frameworks {
		if asks(f, size)[q.Key] {
			by = append(by, f)
		}
	}
	return by
}

// essentialGoals returns the section of the Essential goals with its framework,
// nil if the library has none.
func essentialGoals(lib *frameworks.Library) (*frameworks.Framework, *frameworks.Section) {
	for _, f := range lib.Frameworks {
		if f.ID != frameworks.EssentialID {
			continue
		}
		for i := range f.Sections {
			if f.Sections[i].ID == frameworks.EssentialSection {
				return f, &f.Sections[i]
			}
		}
	}
	return nil, nil
}

func chosen(f *frameworks.Framework, names []string) bool {
	return slices.Contains(names, f.ID) || slices.Contains(names, f.Short)
}
