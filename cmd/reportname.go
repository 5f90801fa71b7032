package cmd

import (
	"cmp"
	"strings"

	"hygeia/assess"
)

// longestSlug is how much of an organization's name a file name carries.
const longestSlug = 30

// slug makes a part of a file name of an organization's name: "Cedar Bend Hospital"
// is cedar-bend-hospital, cut at a word. It is empty for a name without a letter of
// the English alphabet and without a digit.
func slug(name string) string {
	kept := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, strings.ToLower(name))
	parts := strings.FieldsFunc(kept, func(r rune) bool { return r == '-' })
	var out string
	for _, p := range parts {
		if out != "" && len(out)+1+len(p) > longestSlug {
			break
		}
		out = strings.TrimPrefix(out+"-"+p, "-")
	}
	return out[:min(len(out), longestSlug)]
}

// usualName is the name of a report's file without its ending: whose it is, the
// quarter, what it is, and that it is a draft, so that the report of a draft never
// takes the place of that of a finished quarter. A name in Latin letters comes first.
func usualName(r *assess.Result, what string) string { return fileName(r, what, "") }

// fileName is [usualName] with a name in Latin letters given for this once.
func fileName(r *assess.Result, what, latin string) string {
	org := r.Assessment.Organization
	parts := []string{r.Period.String(), what}
	if of := cmp.Or(slug(latin), slug(org.Latin), slug(org.Name)); of != "" {
		parts = append([]string{of}, parts...)
	}
	if r.Status == assess.Draft {
		parts = append(parts, "draft")
	}
	return strings.Join(parts, "-")
}
