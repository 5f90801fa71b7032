package match

import (
	"fmt"
	"slices"
	"strings"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// reasons says in words what each rule made of the resource.
func (a *aim) reasons(r *frameworks.Resource, p place) []string {
	why := []string{a.fitReason(r, p), limitReason(r), sizeReason(r, a.org.Size), kindReason(r, a.level, p), costReason(r), doubtReason(r)}
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
	case picked:
		if a.picks != nil {
			return fmt.Sprintf("picked by hand for %d of %d %s", a.picks[r], a.asked, a.what)
		}
		return fmt.Sprintf("picked by hand for %s, %s", a.what, pickedReason(p.nth, a.level))
	case standsIn:
		return fmt.Sprintf("use it in place of \"%s\", which is %s", a.instead[r.ID].Title, doubtWord(a.instead[r.ID]))
	case pickedElse:
		return "picked for the same question, for another answer or another size"
	case sameBoth, samePractice:
		return fmt.Sprintf("about the same subject, %s", a.subject(a.practice(r)))
	case sameOutcome:
		return fmt.Sprintf("works toward the same outcome of the NIST framework, %s", a.outcome(r))
	case sameCategory:
		return fmt.Sprintf("about the same part of the NIST framework, %s", a.category(r))
	}
	return "about everything, this included"
}

func pickedReason(nth int, level frameworks.Level) string {
	if nth == 0 {
		return "the first thing to use from the answer " + level.Name() + " on"
	}
	return fmt.Sprintf("number %d from the answer %s on", nth+1, level.Name())
}

// subject is the title of a practice of HICP, or its number.
func (a *aim) subject(practice int) string {
	if title := a.titles[practice]; title != "" {
		return fmt.Sprintf("%s (practice %d of HICP)", strings.ToLower(title), practice)
	}
	return fmt.Sprintf("practice %d of HICP", practice)
}

func limitReason(r *frameworks.Resource) string {
	if len(r.Only) == 0 {
		return ""
	}
	return "only for " + frameworks.LimitWords(r.Only)
}

func sizeReason(r *frameworks.Resource, size frameworks.Size) string {
	switch {
	case size == 0:
		return ""
	case forSize(r, size):
		return fmt.Sprintf("for %s places like yours", size)
	}
	var list []string
	for _, s := range r.Audience {
		list = append(list, s.String())
	}
	return fmt.Sprintf("written for %s places, so it comes later", words.And(list))
}

// kindReason says why a kind of help comes before another; what was picked does
// not stand where it stands for its kind.
func kindReason(r *frameworks.Resource, level frameworks.Level, p place) string {
	if p.fit <= standsIn || !wanted(r, level) {
		return ""
	}
	return fmt.Sprintf("%s: helps most from the answer %s on", strings.ReplaceAll(r.Kind, "-", " "), level.Name())
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
