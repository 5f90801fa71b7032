package frameworks

import (
	"maps"
	"slices"

	"hygeia/frameworks/strictyaml"
)

// insteadOf is a resource with the word for what to use instead, at its place.
type insteadOf struct {
	resource *Resource
	ref
}

// key is the key that the word stands under.
func (in insteadOf) key() string {
	if in.resource.Abroad == in.word {
		return "abroad"
	}
	return "instead"
}

// needsInstead holds a resource that cannot be counted on to name another one.
func needsInstead(m strictyaml.Mapping, r *Resource) {
	if m.Get("instead").Present() {
		return
	}
	const msg = "%s %q: instead must name the resource to use instead"
	switch {
	case r.Status == "paused" || r.Status == "maybe-moved":
		m.Need("status").Errorf(msg, "status", r.Status)
	case r.Cost == "paid":
		m.Need("cost").Errorf(msg, "cost", r.Cost)
	}
}

// checkInsteads looks for replacements that do not exist, or cannot be counted
// on either: nobody should be sent on twice.
func (l *loader) checkInsteads() {
	known := slices.Sorted(maps.Keys(l.lib.resources))
	for _, in := range l.insteads {
		switch other := l.lib.resources[in.word]; {
		case other == nil:
			in.node.Errorf(in.key()+" %q: there is no such resource; %s", in.word, strictyaml.Suggest(in.word, known))
		case other == in.resource:
			in.node.Errorf(in.key()+" %q: is the resource itself", in.word)
		case other.Status == "paused" || other.Status == "maybe-moved":
			in.node.Errorf(in.key()+" %q: is %s itself; name one that can be used", in.word, other.Status)
		case other.Cost == "paid":
			in.node.Errorf(in.key()+" %q: has to be paid itself; name one that is free", in.word)
		}
	}
}
