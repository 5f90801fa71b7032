package frameworks

import (
	"maps"
	"slices"
	"sync"
)

// Question is one plain question of the bank. It is loaded once and never
// written to afterwards.
type Question struct {
	Key       string    // "mfa-email": never reused, never changes meaning
	Title     string    // at most six words, for tables and sentences
	Revision  int       // 1 and up; raised when the meaning changes, and answers remember it
	Holds     []Level   // levels of the revision just before that still mean the same (SCORING 1)
	Text      string    // one thing, in plain words, ends in "?"
	Why       string    // what goes wrong for patients or staff without it
	Help      string    // a term or a border case explained; often empty
	Wording   [4]string // what No, Partly, Mostly and Yes mean here, at most 64 characters each
	LookFor   []string  // papers or screens that prove it
	Ask       []string  // who would know, best first; [RoleName] has the words
	MustApply bool      // "does not apply" is refused (SCORING 1)
	Fresh     int       // days a proof stays good, 1 and up
	Threats   []string  // keys of the threats it works against directly
	Differ    string    // why they are not those of HICP's own matrix; empty where they are
	Needs     []string  // keys of questions whose fixes come first
	Fix       Fix
}

// Fix is the way out of a low answer.
type Fix struct {
	Do        string      // the first concrete step, harmless to care
	Care      string      // whom to ask in the care areas, and the way back; often empty
	Effort    Effort      // what reaching Yes costs, if the question is not on the ladder; see [Library.Effort]
	Resources []*Resource // all help that was chosen, never empty; [Library.Help] has what fits a level and a size
}

// Names reports whether the question works directly against the threat.
func (q *Question) Names(threat string) bool { return slices.Contains(q.Threats, threat) }

// StillHolds reports whether an answer of that level, given to the revision just
// before this one, means the same today.
func (q *Question) StillHolds(level Level) bool { return slices.Contains(q.Holds, level) }

// roles are the people a question may name in "ask", with the words shown for them.
var roles = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"it":         "IT staff",
		"msp":        "IT service provider",
		"biomed":     "biomedical engineering",
		"hr":         "human resources",
		"compliance": "privacy or compliance officer",
		"leadership": "leadership",
		"facilities": "facilities",
		"clinical":   "nurse or clinical leader",
		"purchasing": "purchasing",
		"finance":    "finance",
	}
})

// Roles returns the roles that a question may name in "ask", by the alphabet.
func Roles() []string { return slices.Sorted(maps.Keys(roles())) }

// RoleName returns the words shown to people for a role named in "ask", and
// the role itself if it is not one of ours.
func RoleName(role string) string {
	if name, ok := roles()[role]; ok {
		return name
	}
	return role
}
