package assess

import (
	"fmt"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// target returns the level aimed at and the organization's reason where it set
// its own. One that the rules refuse is none: the usual target holds, unless the
// quarter was begun when it was allowed (SCORING 6).
func (a *Assessment) target(lib *frameworks.Library, q *frameworks.Question) (frameworks.Level, string) {
	own, ok := a.Targets[q.Key]
	if !ok || own.Reason == "" || !a.older() && own.Problem(lib, q, a.Organization.Size) != "" {
		return lib.DefaultTarget(q, a.Organization.Size), ""
	}
	return own.Level, own.Reason
}

// Problem says what keeps an organization from setting this target, and what
// would be right; "" if nothing does. A target needs a reason, one below the
// usual somebody who agrees, and no question of an Essential goal aims below
// Mostly: accepting its risk is a decision, with an end (SCORING 6).
func (t Target) Problem(lib *frameworks.Library, q *frameworks.Question, size frameworks.Size) string {
	usual := lib.DefaultTarget(q, size)
	switch {
	case lib.Tier(q) == frameworks.Essential && t.Level < frameworks.Mostly:
		return fmt.Sprintf("the target of %s cannot be %s: it serves an Essential goal, so mostly is the lowest; "+
			"to leave it lower, decide to accept the risk", q.Key, t.Level)
	case t.Reason == "":
		return fmt.Sprintf("the target of %s needs a reason: why does %s fit better than the usual %s?", q.Key, t.Level, usual)
	case t.Level < usual && t.Approver == "":
		return fmt.Sprintf("the target of %s is below the usual %s, so it needs an approver: who agreed to %s?", q.Key, usual, t.Level)
	}
	return ""
}

// SetTarget sets a target of the organization's own in place of the usual one,
// on that day. It refuses what [Target.Problem] names and changes nothing then.
func (a *Assessment) SetTarget(lib *frameworks.Library, q *frameworks.Question, t Target, on Date) error {
	t.Reason, t.Approver = words.Line(t.Reason), words.Line(t.Approver)
	if problem := t.Problem(lib, q, a.Organization.Size); problem != "" {
		return fmt.Errorf("%s", problem)
	}
	if a.Targets == nil {
		a.Targets = map[string]Target{}
	}
	a.Targets[q.Key] = t
	a.touch(on)
	return nil
}
