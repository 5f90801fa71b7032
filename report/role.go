package report

import (
	"slices"
	"strings"
)

// somebody stands for whoever is not named by a role.
const somebody = "named person"

// roleWords are the roles a report for others may name. Everything else could
// be a person or a company.
var roleWords = []string{
	"administrator", "biomedical engineering", "biomedical engineer", "board", "board chair", "board of directors", "board of trustees",
	"CEO", "CFO", "CIO", "CISO", "CMIO", "CMO", "CNO", "COO", "CTO",
	"chief executive", "chief executive officer", "chief financial officer", "chief information officer",
	"chief information security officer", "chief medical information officer", "chief medical officer",
	"chief nursing officer", "chief operating officer", "chief technology officer",
	"clinic manager", "compliance", "compliance officer", "director of nursing", "emergency manager", "facilities", "facilities manager",
	"finance", "finance director", "HIPAA officer", "hospital administrator", "HR", "HR manager", "human resources",
	"incident leader", "information security officer",
	"IT", "IT and compliance", "IT director", "IT lead", "IT manager", "IT service provider", "IT staff",
	"leadership", "legal counsel", "medical director", "network administrator", "nurse manager", "office manager",
	"practice manager", "privacy officer", "privacy or compliance officer", "quality manager", "risk manager",
	"security lead", "security officer", "system administrator", "system owner", "vendor manager",
}

// role returns the role a text names, in our spelling, where it is nothing but a
// role we know; otherwise "named person", and nothing for nothing. "Chief
// nursing officer" is a role; "Dana Ruiz, IT lead" is not, for it names a person.
func role(text string) string {
	text = strings.TrimSpace(text)
	if text == "" {
		return ""
	}
	i := slices.IndexFunc(roleWords, func(word string) bool { return strings.EqualFold(word, text) })
	if i < 0 {
		return somebody
	}
	return roleWords[i]
}
