package frameworks

import (
	"fmt"
	"strings"

	"hygeia/frameworks/strictyaml"
)

// Served is one requirement a question speaks for, with where it stands.
type Served struct {
	Framework   *Framework
	Section     *Section
	Requirement *Requirement
}

// Files returns the files the library was loaded from, in the order they were
// given, as they were read: a byte order mark is gone, lines end in a line feed.
func (l *Library) Files() []File { return filesOf(l.files) }

func filesOf(list []content) []File {
	files := make([]File, len(list))
	for i, f := range list {
		files[i] = File{Name: f.name, Data: []byte(f.text)}
	}
	return files
}

// Question returns the question with that key.
func (l *Library) Question(key string) (*Question, bool) {
	q, ok := l.questions[key]
	return q, ok
}

// Resource returns the resource with that id, or the one that took its place.
func (l *Library) Resource(id string) (*Resource, bool) {
	if r, ok := l.resources[id]; ok {
		return r, true
	}
	r, ok := l.was[id]
	return r, ok
}

// Requirement returns the requirement with that id, in capitals or not, its
// number in one digit or two (CSF 1.1 wrote PR.DS-1), and the framework it belongs
// to. Ids are unique among all loaded frameworks.
func (l *Library) Requirement(id string) (*Framework, *Requirement, bool) {
	s, ok := l.requirements[strings.ToUpper(id)]
	if !ok {
		s, ok = l.requirements[fullID(id)]
	}
	return s.Framework, s.Requirement, ok
}

// Framework returns the framework with that id or short name, in capitals or
// not. The error names the nearest one and all there are.
func (l *Library) Framework(name string) (*Framework, error) {
	var names, list []string
	for _, f := range l.Frameworks {
		if strings.EqualFold(f.ID, name) || strings.EqualFold(f.Short, name) {
			return f, nil
		}
		names = append(names, f.Short, f.ID)
		if f.Short == f.ID {
			list = append(list, f.ID)
			continue
		}
		list = append(list, fmt.Sprintf("%s (%s)", f.Short, f.ID))
	}
	msg := fmt.Sprintf("framework %q: must be one of %s", name, strings.Join(list, ", "))
	if near := Nearest(name, names); near != "" {
		msg += "; did you mean " + near + "?"
	}
	return nil, fmt.Errorf("%s", msg)
}

// Serves returns the requirements the question speaks for, in catalog order.
// The slice is shared: do not write to it.
func (l *Library) Serves(key string) []Served { return l.serves[key] }

// Nearest returns the word that needs the fewest typing corrections to become
// the given one, and "" if none is near.
func Nearest(word string, words []string) string { return strictyaml.Nearest(word, words) }
