package assess

import (
	"cmp"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"

	"hygeia/frameworks"
)

// Inheritance says which answers of a quarter are given at a parent: services that
// several sites share, and that are answered once. A draft has them live, and the
// file of the draft only names them; finishing copies them into the quarter.
type Inheritance struct {
	From string   // folder of the parent from the site's own, with slashes: "../system"
	Keys []string // of the questions, sorted

	Name   string  // organization of the parent
	Period Quarter // the quarter of the parent that the answers are of; zero while none can be had
	Digest string  // of the text of that quarter's file
}

// IsZero reports whether nothing is inherited.
func (in Inheritance) IsZero() bool { return in.From == "" }

// String names the parent and its quarter: "Prairie Health, 2026-Q3".
func (in Inheritance) String() string {
	who := cmp.Or(in.Name, in.From)
	if in.Period.IsZero() {
		return who
	}
	return who + ", " + in.Period.String()
}

// InheritFrom makes a draft take the answers to these questions from a parent. What
// was answered here is dropped, and returned by key; the note stays nowhere else.
func (a *Assessment) InheritFrom(from string, keys []string) map[string]Answer {
	a.disinherit()
	keys = slices.Compact(slices.Sorted(slices.Values(keys)))
	own := map[string]Answer{}
	for _, key := range keys {
		if ans, has := a.Answers[key]; has {
			own[key] = ans
			delete(a.Answers, key)
		}
	}
	a.Inherits = Inheritance{From: from, Keys: keys}
	if len(keys) == 0 {
		a.Inherits = Inheritance{}
	}
	return own
}

// Inherit puts the parent's answers into a draft, from its finished quarter. A
// question that is answered here keeps that answer, and one that the library asks in
// an earlier meaning than the parent was asked stays open. It returns the keys that
// the parent has no answer to.
func (a *Assessment) Inherit(lib *frameworks.Library, parent *Assessment, digest string) (missing []string) {
	a.disinherit()
	a.Inherits.Name, a.Inherits.Period, a.Inherits.Digest = parent.Organization.Name, parent.Period, digest
	a.Inherited = map[string]Answer{}
	answers := maps.Clone(a.Answers)
	if answers == nil {
		answers = map[string]Answer{}
	}
	for _, key := range a.Inherits.Keys {
		if a.Answers[key].State != Open {
			continue
		}
		ans, given := parent.Answers[key]
		q, known := lib.Question(key)
		if !given || !known || ans.State == Open || ans.Left != NotLeft || ans.Revision > q.Revision {
			missing = append(missing, key)
			continue
		}
		if parent.Period != a.Period {
			ans = ans.carried(parent.Period)
		}
		ans.Note, ans.Proof = "", slices.Clone(ans.Proof)
		answers[key], a.Inherited[key] = ans, ans
	}
	a.Answers = answers
	return missing
}

// disinherit takes the parent's answers out of a draft again.
func (a *Assessment) disinherit() {
	answers := maps.Clone(a.Answers)
	for key := range a.Inherited {
		if a.inherits(key) {
			delete(answers, key)
		}
	}
	a.Answers, a.Inherited = answers, nil
	a.Inherits.Name, a.Inherits.Period, a.Inherits.Digest = "", Quarter{}, ""
}

// inherits reports whether the answer that stands in the quarter is the parent's: in
// a draft as long as nobody answered here.
func (a *Assessment) inherits(key string) bool {
	if a.Status == Finished || a.Inherited == nil {
		return !a.Inherits.Period.IsZero() && slices.Contains(a.Inherits.Keys, key)
	}
	ans, has := a.Inherited[key]
	return has && reflect.DeepEqual(ans, a.Answers[key])
}

// InheritedFrom returns whose answer stands in the quarter: "Prairie Health, 2026-Q3";
// nothing for one that was given here.
func (a *Assessment) InheritedFrom(key string) string {
	if !a.inherits(key) {
		return ""
	}
	return a.Inherits.String()
}

// Unconfirmed reports whether the answer stands since an earlier quarter and somebody
// here has to say whether it is still true. Of one that is the parent's, of an earlier
// quarter of theirs, nobody here is asked before it is stale: then the parent would
// have to confirm it, too (SCORING 8).
func (a *Assessment) Unconfirmed(key string) bool {
	ans := a.Answers[key]
	if a.inherits(key) {
		return a.stale(ans)
	}
	return ans.State != Open && !ans.Carried.IsZero()
}

// InheritedKeys returns the questions whose answers are the parent's, sorted.
func (a *Assessment) InheritedKeys() []string {
	var keys []string
	for _, key := range a.Inherits.Keys {
		if a.inherits(key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// settleInheritance makes the parent's answers the quarter's own copies when it is
// finished: what was answered here is no longer said to be inherited.
func (a *Assessment) settleInheritance() {
	a.Inherits.Keys = a.InheritedKeys()
	if a.Inherited = nil; len(a.Inherits.Keys) == 0 {
		a.Inherits = Inheritance{}
	}
}

// unsettleInheritance is the way back: the copies go, and the parent is asked again.
func (a *Assessment) unsettleInheritance() {
	answers := maps.Clone(a.Answers)
	for _, key := range a.Inherits.Keys {
		delete(answers, key)
	}
	a.Answers = answers
	a.Inherits.Name, a.Inherits.Period, a.Inherits.Digest = "", Quarter{}, ""
}

// CleanFrom checks the folder of a parent as a site names it: a path from the site's
// folder, with slashes, that leads to the folder which holds all sites or into it,
// and not into the site itself.
func CleanFrom(from string) (clean string, ok bool) {
	clean = path.Clean(from)
	if from == "" || strings.Contains(from, `\`) || strings.Contains(from, ":") || path.IsAbs(from) {
		return clean, false
	}
	if clean == ".." {
		return clean, true
	}
	below, inside := strings.CutPrefix(clean, "../")
	return clean, inside && below != ".." && !strings.HasPrefix(below, "../")
}
