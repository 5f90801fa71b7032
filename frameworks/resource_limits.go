package frameworks

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"hygeia/frameworks/strictyaml"
)

// limitWords are whom a resource may be for, with the words shown to people.
var limitWords = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"public":          "publicly owned places, such as a county hospital",
		"nonprofit":       "nonprofit places",
		"rural":           "places in rural areas",
		"critical-access": "critical access hospitals",
		"under-50-beds":   "hospitals with fewer than 50 beds",
		"through-state":   "places that ask through their state",
	}
})

// LimitWords returns the words for whom a resource is, "" where it is for
// anybody, and the word itself if it is not one of ours.
func LimitWords(only []string) string {
	var list []string
	for _, word := range only {
		if text, ok := limitWords()[word]; ok {
			word = text
		}
		list = append(list, word)
	}
	return strings.Join(list, ", or ")
}

func limits(n strictyaml.Node) []string {
	if !n.Present() {
		return nil
	}
	return names(n, "only", oneOf("only", slices.Sorted(maps.Keys(limitWords()))...))
}

// euMembers are the codes of the countries of the European Union.
const euMembers = " at be bg cy cz de dk ee es fi fr gr hr hu ie it lt lu lv mt nl pl pt ro se si sk "

// otherCountries have resources of their own, or may have.
const otherCountries = " us gb ca au nz ch no is li jp kr il in sg za br mx ar cl co "

// country reads where a resource can be used.
func country(s string) (string, error) {
	if s == "any" || s == "eu" || len(s) == 2 && strings.Contains(euMembers+otherCountries, " "+s+" ") {
		return s, nil
	}
	return "", fmt.Errorf("country %q: must be any, eu, or a country's two small letters such as us, ca or gb", s)
}

// InCountry reports whether a resource can be used in a country, given by its
// two letters; a place that did not say where it is counts as in the United States.
func (r *Resource) InCountry(code string) bool {
	code = strings.ToLower(code)
	if code == "" {
		code = "us"
	}
	switch r.Country {
	case "any", code:
		return true
	case "eu":
		return len(code) == 2 && strings.Contains(euMembers, " "+code+" ")
	}
	return false
}

// formerID lets an id that is no longer used lead to the resource that has what
// it named.
func (l *loader) formerID(s *source, n strictyaml.Node, r *Resource) {
	old := strictyaml.Word(n, named("was", keyForm, "the id the resource had, in small letters, digits and hyphens"))
	l.claim(s, n, kindResource, old)
	if old != "" && l.lib.was[old] == nil {
		l.lib.was[old] = r
	}
}
