package cmd

import (
	"strings"
	"unicode"

	"hygeia/frameworks"
)

// unknown is the usage mistake of a word that is not one of a list; it names
// the nearest right one and the whole list.
func unknown(what, word string, valid []string) error {
	if line, known := elsewhere()[strings.ToLower(word)]; known && strings.HasPrefix(what, "command") {
		return usagef("unknown %s %q: did you mean \"hygeia %s\"?", what, word, line)
	}
	if near := frameworks.Nearest(word, valid); near != "" {
		return usagef("unknown %s %q: did you mean %q? There are: %s", what, word, near, strings.Join(valid, ", "))
	}
	return usagef("unknown %s %q: there are: %s", what, word, strings.Join(valid, ", "))
}

// elsewhere are words that people try as a command, and where what they mean is.
func elsewhere() map[string]string {
	return map[string]string{
		"answer": "assess", "backup": "export backup", "dossier": "report --kind dossier", "enroll": "resources enroll",
		"finish": "assess --finish", "insurer": "report --for insurer", "inherit": "assess --inherit", "ledger": "decide --list",
		"packet": "export packet", "redo": "undo --redo", "restore": "import",
		"roadmap": "guide --roadmap", "rows": "export rows", "schema": "frameworks schema", "start": "assess",
		"toolkit": "resources toolkit",
	}
}

// unknownName is the usage mistake of a word that is neither a question's key
// nor a requirement's id, nor one of the others. There are too many to list, so it
// names the nearest.
func unknownName(lib *frameworks.Library, word string, others ...string) error {
	all := others
	for _, q := range lib.Questions {
		all = append(all, q.Key)
	}
	for _, f := range lib.Frameworks {
		for _, s := range f.Sections {
			for _, r := range s.Requirements(0) {
				all = append(all, r.ID)
			}
		}
	}
	if near := frameworks.Nearest(word, all); near != "" {
		return usagef("unknown question or requirement %q: did you mean %q?", word, near)
	}
	err := usagef("unknown question or requirement %q", word)
	if keys := questionsAbout(lib, word); len(keys) > 0 {
		return withHint(err, `questions about it: %s; "hygeia resources %s" finds more`, strings.Join(keys, ", "), plainWord(word))
	}
	return withHint(err, `"hygeia resources" and a word or two finds questions; "hygeia frameworks show csf" lists requirements`)
}

// mostAbout is how many questions are named for a word.
const mostAbout = 3

// questionsAbout are the questions that a single word of letters leads to.
func questionsAbout(lib *frameworks.Library, word string) []string {
	if strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return nil
	}
	s := lib.Search(word, 0)
	if s.Lost || len(s.Read) > 0 {
		return nil
	}
	var keys []string
	for _, h := range s.Hits {
		if h.Question != nil && len(keys) < mostAbout {
			keys = append(keys, h.Question.Key)
		}
	}
	return keys
}

// knownKey refuses a key that no question has, before anything else that is wrong
// with the same command line is told: a hint must not repeat a key that there is
// not. It looks in the content of the latest quarter, and lets pass what cannot be
// looked up.
func (env *Env) knownKey(key string) error {
	lib, err := library(env)
	if st, openErr := openStore(env); openErr == nil {
		if saved, latestErr := st.Latest(); latestErr == nil {
			lib, err = saved.Library, nil
		}
	}
	if err != nil || lib == nil {
		return nil
	}
	if _, ok := lib.Question(key); ok {
		return nil
	}
	return unknownName(lib, key)
}
