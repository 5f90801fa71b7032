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

// Resource returns the resource with that id.
func (l *Library) Resource(id string) (*Resource, bool) {
	r, ok := l.resources[id]
	return r, ok
}

// Requirement returns the requirement with that id, in capitals or not, and the
// framework it belongs to. Ids are unique among all loaded frameworks.
func (l *Library) Requirement(id string) (*Framework, *Requirement, bool) {
	s, ok := l.requirements[strings.ToUpper(id)]
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

// Tier returns how the Essential and Enhanced goals of the shipped HPH catalog
// rank the question; a question that serves both tiers is Essential.
func (l *Library) Tier(q *Question) Tier { return l.tiers[q.Key] }

// Weight returns 3 for a question that serves an Essential goal, 2 for one that
// serves an Enhanced goal or works against two or more of HICP's five threats,
// and 1 otherwise (SCORING 3).
func (l *Library) Weight(q *Question) int {
	switch l.Tier(q) {
	case Essential:
		return 3
	case Enhanced:
		return 2
	}
	hicp := 0
	for _, key := range q.Threats {
		if t, _ := l.Thresholds.Threat(key); t.HICP {
			hicp++
		}
	}
	if hicp >= 2 {
		return 2
	}
	return 1
}

// DefaultTarget returns the level a question aims at unless the organization
// set its own (SCORING 6). Before a size is chosen it is that of a medium one.
func (l *Library) DefaultTarget(q *Question, size Size) Level {
	targets := &l.Thresholds.Targets
	switch l.Tier(q) {
	case Essential:
		return targets.Essential
	case Enhanced:
		return targets.Enhanced
	}
	if size < Small || size > Large {
		size = Medium
	}
	return targets.Rest[size]
}

// ThreatWeight returns the largest weight, 1 to 5, among the question's threats,
// and 1 if it names none (SCORING 7).
func (l *Library) ThreatWeight(q *Question) int {
	largest := 1
	for _, key := range q.Threats {
		if t, ok := l.Thresholds.Threat(key); ok {
			largest = max(largest, t.Weight)
		}
	}
	return largest
}

// Nearest returns the word that needs the fewest typing corrections to become
// the given one, and "" if none is near.
func Nearest(word string, words []string) string { return strictyaml.Nearest(word, words) }
