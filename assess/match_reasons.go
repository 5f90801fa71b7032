package assess

import (
	"fmt"
	"slices"
	"strings"

	"hygeia/frameworks"
)

// reasons says in words what each rule made of the resource.
func (a *aim) reasons(r *frameworks.Resource, p place) []string {
	why := []string{a.fitReason(r, p), sizeReason(r, a.org.Size), kindReason(r, a.level), costReason(r), doubtReason(r)}
	if p.project == 0 {
		why = append(why, "a small place can do it alone: "+r.Time)
	} else {
		why = append(why, "needs a project or a larger place: "+r.Time)
	}
	if r.Country == "us" {
		why = append(why, "for organizations in the United States")
	}
	return slices.DeleteFunc(why, func(s string) bool { return s == "" })
}

func (a *aim) fitReason(r *frameworks.Resource, p place) string {
	switch p.fit {
	case named:
		return fmt.Sprintf("named as number %d by the fix of %s", p.nth+1, a.what)
	case standsIn:
		return fmt.Sprintf("stands in for \"%s\", which is %s", a.instead[r.ID].Title, doubtWord(a.instead[r.ID]))
	case sameBoth:
		return fmt.Sprintf("serves CSF outcome %s and HICP practice %d like %s, and %s", a.outcome(r), a.practice(r), a.what, breadthReason(r))
	case sameOutcome:
		return fmt.Sprintf("serves CSF outcome %s like %s, and %s", a.outcome(r), a.what, breadthReason(r))
	case samePractice:
		if r.Everything() {
			return fmt.Sprintf("has a part on HICP practice %d, and %s", a.practice(r), breadthReason(r))
		}
		return fmt.Sprintf("serves HICP practice %d like %s, and %s", a.practice(r), a.what, breadthReason(r))
	case sameCategory:
		return fmt.Sprintf("serves CSF category %s like %s, and %s", a.category(r), a.what, breadthReason(r))
	}
	return "is about everything, this included"
}

func breadthReason(r *frameworks.Resource) string {
	switch n := len(r.HICP); n {
	case 0:
		return "no practice of HICP in particular"
	case 1:
		return "is about one practice of HICP"
	case frameworks.Practices:
		return "is about all ten practices of HICP"
	default:
		return fmt.Sprintf("is about %d practices of HICP", n)
	}
}

func sizeReason(r *frameworks.Resource, size frameworks.Size) string {
	switch {
	case size == 0:
		return ""
	case forSize(r, size):
		return fmt.Sprintf("for %s organizations", size)
	}
	var words []string
	for _, s := range r.Audience {
		words = append(words, s.String())
	}
	return fmt.Sprintf("written for %s organizations, so it comes after what is for %s ones", strings.Join(words, " and "), size)
}

func kindReason(r *frameworks.Resource, level frameworks.Level) string {
	kind := strings.ReplaceAll(r.Kind, "-", " ")
	if wanted(r, level) {
		return fmt.Sprintf("%s: a kind that helps most from %s on", kind, level.Name())
	}
	return fmt.Sprintf("%s: not the kind that helps most from %s on", kind, level.Name())
}

func costReason(r *frameworks.Resource) string {
	if r.Cost == "mixed" {
		return "partly free"
	}
	return r.Cost
}

func doubtReason(r *frameworks.Resource) string {
	word := doubtWord(r)
	switch {
	case r.Status == "attested" && r.Seen == "undated":
		return "seen in print without a date"
	case r.Status == "attested":
		return "seen in print, last dated " + r.Seen
	case r.Instead != "":
		return word + "; use " + r.Instead + " instead"
	}
	return word
}

func doubtWord(r *frameworks.Resource) string {
	switch {
	case r.Status == "paused":
		return "paused"
	case r.Status == "maybe-moved":
		return "perhaps moved"
	}
	return r.Cost
}
