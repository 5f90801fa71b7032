package frameworks

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Neutral says what an organization added to its content without a word of it:
// "Own question 1". It is for reports that others read.
type Neutral struct{ numbers map[string]int }

// NewNeutral numbers what was added to any of the libraries, in the order of
// the names, so that the same thing has the same number in each of them.
func NewNeutral(libs ...*Library) *Neutral {
	own := map[string]bool{}
	for _, l := range libs {
		added := maps.Clone(l.own)
		for _, f := range l.Frameworks {
			if f.Short != f.ID {
				delete(added, claimID(kindFramework, f.Short)) // a second name, not a second checklist
			}
		}
		maps.Copy(own, added)
	}
	n := &Neutral{map[string]int{}}
	for i, id := range slices.Sorted(maps.Keys(own)) {
		n.numbers[id] = i + 1
	}
	n.fromOne()
	return n
}

// fromOne lets the numbers of each kind begin at 1.
func (n *Neutral) fromOne() {
	last := map[string]int{}
	for _, id := range slices.Sorted(maps.Keys(n.numbers)) {
		kind, _, _ := strings.Cut(id, " ")
		last[kind]++
		n.numbers[id] = last[kind]
	}
}

func (n *Neutral) number(kind, name string) int { return n.numbers[claimID(kind, name)] }

// Question returns the key under which the neutral library has a question of
// the library; false for a key that the library does not have.
func (n *Neutral) Question(l *Library, key string) (string, bool) {
	q, ok := l.Question(key)
	if !ok {
		return "", false
	}
	return n.key(l, q.Key), true
}

func (n *Neutral) key(l *Library, key string) string {
	if !l.owns(kindQuestion, key) {
		return key
	}
	return fmt.Sprintf("own-question-%d", n.number(kindQuestion, key))
}

// Framework returns the id under which the neutral library has the framework
// with that id or short name; false if the library does not have it.
func (n *Neutral) Framework(l *Library, name string) (string, bool) {
	for _, f := range l.Frameworks {
		if f.ID == name || f.Short == name {
			return n.frameworkID(l, f.ID), true
		}
	}
	return "", false
}

func (n *Neutral) frameworkID(l *Library, id string) string {
	if !l.owns(kindFramework, id) {
		return id
	}
	return fmt.Sprintf("own-checklist-%d", n.number(kindFramework, id))
}

// Library returns the library with all that the organization added replaced by
// neutral words, or left out where nothing is scored by it (resources, terms,
// the page for a bad day). The rest is as it was, and answers score the same;
// only among gaps that rank alike an own question may stand elsewhere, because
// those go by their keys. A library without additions is returned itself.
func (n *Neutral) Library(l *Library) *Library {
	if len(l.own) == 0 {
		return l
	}
	out := &Library{
		Version: l.Version, Digest: l.Digest, Reviewed: l.Reviewed, Thresholds: l.Thresholds,
		questions: map[string]*Question{}, resources: map[string]*Resource{},
		requirements: map[string]Served{}, serves: map[string][]Served{}, tiers: map[string]Tier{},
		own: map[string]bool{}, Facts: l.Facts, Ladder: l.Ladder, // own questions are not on it
		help: map[string]*helpLists{}, was: l.was, Scans: l.Scans, Insurance: l.Insurance,
	}
	for _, q := range l.Questions {
		copied := n.question(l, q)
		out.Questions = append(out.Questions, copied)
		out.questions[copied.Key] = copied
		if l.Own(q) {
			out.own[claimID(kindQuestion, copied.Key)] = true
		}
		if lists := l.help[q.Key]; lists != nil && !l.owns(kindQuestion, q.Key) {
			out.help[q.Key] = lists
		}
		if tier := l.Tier(q); tier != Rest {
			out.tiers[copied.Key] = tier
		}
	}
	for _, r := range l.Resources {
		if !l.owns(kindResource, r.ID) {
			out.Resources = append(out.Resources, r)
			out.resources[r.ID] = r
		}
	}
	for _, t := range l.Glossary {
		if !l.owns(kindTerm, t.Name) {
			out.Glossary = append(out.Glossary, t)
		}
	}
	for _, c := range l.Contradictions {
		if !l.owns(kindPair, c.pair()) {
			out.Contradictions = append(out.Contradictions, c)
		}
	}
	for _, f := range l.Frameworks {
		out.add(n.framework(l, f, out.questions))
	}
	return out
}

// add puts a framework and what it serves into a library.
func (l *Library) add(f *Framework) {
	l.Frameworks = append(l.Frameworks, f)
	for i := range f.Sections {
		section := &f.Sections[i]
		for _, r := range section.Requirements(0) {
			served := Served{f, section, r}
			if f.ID != FoundationID { // found by the question itself
				l.requirements[strings.ToUpper(r.ID)] = served
			}
			for _, q := range r.Speakers() {
				l.serves[q.Key] = append(l.serves[q.Key], served)
			}
		}
	}
}

// question returns a shipped question itself, and of an own one what the
// scoring needs.
func (n *Neutral) question(l *Library, q *Question) *Question {
	if !l.owns(kindQuestion, q.Key) {
		return q
	}
	title := fmt.Sprintf("Own question %d", n.number(kindQuestion, q.Key))
	out := &Question{
		Key: n.key(l, q.Key), Title: title, Revision: q.Revision, Holds: q.Holds,
		Text:      title + ", asked only here: is it working today?",
		Wording:   [4]string{"Nothing is working today", "In some places", "Nearly everywhere", "Everywhere, every time"},
		Ask:       q.Ask, // words of a fixed list
		MustApply: q.MustApply, Fresh: q.Fresh,
		Threats: q.Threats, // keys of the thresholds, which are ours
		Fix:     Fix{Do: "See the organization's own list.", Effort: q.Fix.Effort},
	}
	for _, need := range q.Needs {
		out.Needs = append(out.Needs, n.key(l, need))
	}
	for _, r := range q.Fix.Resources {
		if !l.owns(kindResource, r.ID) {
			out.Fix.Resources = append(out.Fix.Resources, r)
		}
	}
	return out
}

// framework returns a shipped framework itself, and of an own one its shape.
func (n *Neutral) framework(l *Library, f *Framework, questions map[string]*Question) *Framework {
	if !l.owns(kindFramework, f.ID) {
		return f
	}
	number := n.number(kindFramework, f.ID)
	out := &Framework{
		ID: n.frameworkID(l, f.ID), Short: fmt.Sprintf("own-%d", number),
		Title: fmt.Sprintf("Own checklist %d", number), Publisher: "the organization", Standing: "its own",
		Notice: "The organization's own list. Its wording is left out of this report.",
	}
	for _, s := range f.Sections {
		id := fmt.Sprintf("own-part-%d", n.number(kindSection+f.ID, s.ID))
		section := Section{ID: id, Title: fmt.Sprintf("Own part %d", n.number(kindSection+f.ID, s.ID))}
		for _, g := range s.Groups {
			section.Groups = append(section.Groups, n.group(l, f, g, questions))
		}
		out.Sections = append(out.Sections, section)
	}
	return out
}

func (n *Neutral) group(l *Library, f *Framework, g Group, questions map[string]*Question) Group {
	var out Group
	if g.ID != "" {
		number := n.number(kindGroup+f.ID, g.ID)
		out.ID, out.Title = fmt.Sprintf("own-group-%d", number), fmt.Sprintf("Own group %d", number)
	}
	for _, r := range g.Requirements {
		number := n.number(kindRequirement, r.ID)
		copied := &Requirement{
			ID: fmt.Sprintf("own-requirement-%d", number), Title: fmt.Sprintf("Own requirement %d", number),
			Duty: r.Duty, Binds: r.Binds, Sizes: r.Sizes, Extent: r.Extent, Source: "the organization",
		}
		for _, q := range r.Questions {
			copied.Questions = append(copied.Questions, questions[n.key(l, q.Key)])
		}
		for _, q := range r.Counts {
			copied.Counts = append(copied.Counts, questions[n.key(l, q.Key)])
		}
		out.Requirements = append(out.Requirements, copied)
	}
	return out
}
