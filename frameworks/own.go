package frameworks

import (
	"path"
	"slices"
	"strings"
)

// shippedPlaces are the files and folders of the content hygeia ships, in this
// and every earlier version. What stands anywhere else an organization wrote.
var shippedPlaces = []string{"questions", "catalogs", "clocks.yaml", "contradictions.yaml", "evidence.yaml", "facts.yaml", "glossary.yaml", "help.yaml", "incident.yaml",
	"insurance.yaml", "ladder.yaml", "resources.yaml", "synonyms.yaml", "thresholds.yaml", "toolkit.yaml"}

// ownFile reports whether a content file was written by an organization for itself.
func ownFile(name string) bool {
	if dir := path.Dir(name); dir != "." {
		name = dir
	}
	return !slices.Contains(shippedPlaces, name)
}

// The kinds of thing an organization can add, as [loader.claim] calls them.
const (
	kindQuestion    = "question"
	kindFramework   = "framework"
	kindResource    = "resource"
	kindTerm        = "term"
	kindRequirement = "requirement"
	kindSection     = "section of " // and the id of the framework
	kindGroup       = "group of "   // likewise
	kindPair        = "contradiction"
)

// claimID is the one name under which a thing of a library is known.
func claimID(kind, name string) string { return kind + " " + strings.ToLower(name) }

// OwnResource reports whether an organization added the resource itself.
func (l *Library) OwnResource(r *Resource) bool { return l.owns(kindResource, r.ID) }

// owns reports whether the organization added the thing of that kind and name.
func (l *Library) owns(kind, name string) bool { return l.own[claimID(kind, name)] }

// OwnFramework reports whether the organization added the checklist.
func (l *Library) OwnFramework(f *Framework) bool { return l.owns(kindFramework, f.ID) }
