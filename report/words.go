package report

import (
	"fmt"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/doc"
)

// andMore says how many more there are than a list shows, and where they stand.
func andMore(n int, heading string) doc.Paragraph {
	return doc.Paragraph{Text: doc.Text{{Text: fmt.Sprintf("And %d more, ", n)}, doc.See(heading), {Text: "."}}}
}

// said returns what was answered, as people read it, with what stands against
// counting it.
func said(it *assess.Item) string {
	if it == nil {
		return "Not asked"
	}
	if it.Outdated {
		return "Not answered (the question has changed since)"
	}
	words := it.Answer.Name()
	if it.Incomplete {
		words += ", incomplete, counts as No"
	}
	if it.From != "" {
		words += ", inherited from " + it.From
	}
	return words
}

// saidWithAge is [said] with a word on answers of an earlier quarter (SCORING 8).
func saidWithAge(it *assess.Item) string {
	words := said(it)
	if it == nil || it.Answer.Carried.IsZero() || it.State == assess.Open {
		return words
	}
	switch {
	case it.From != "" && it.Stale:
		return words + " (stale: last confirmed there in " + it.Answer.Carried.String() + ")"
	case it.From != "":
		return words + " (written down there on " + it.Answer.Recorded.Long() + ")"
	case it.Stale:
		return words + " (stale: last confirmed in " + it.Answer.Carried.String() + ")"
	}
	return words + " (carried from " + it.Answer.Carried.String() + ")"
}

// The roles that are one and the same where a provider runs IT.
const (
	roleIT       = "it"
	roleProvider = "msp"
)

// roleName returns the words for a role. Where a provider runs IT, it is the IT
// staff.
func (s *story) roleName(role string) string {
	if role == roleIT && s.r.Assessment.Organization.IT == "outsourced" {
		role = roleProvider
	}
	return frameworks.RoleName(role)
}

// roles returns who would know or lead, best first and each once: "IT staff or IT
// service provider".
func (s *story) roles(q *frameworks.Question) string {
	var names []string
	for _, role := range q.Ask {
		if name := s.roleName(role); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, " or ")
}

// leader returns the role that leads a fix: the first who would know, the provider
// where one runs IT.
func (s *story) leader(q *frameworks.Question) string { return s.r.Assessment.Organization.Lead(q) }
