package exchange

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"hygeia/assess"
	"hygeia/assess/packet"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// LeftOut is an answer of a file that is not taken over, and why.
type LeftOut struct{ Key, Why string }

// CombineReply is Combine for a hand-out that came back. What was answered here
// since it went out, and is answered otherwise in it, is a question; so is nothing
// else. An answer to other words than today's, or one that may not stand, is left
// out by name. Notes and proof are only ever added to those that are here.
//
// The answers count as given by whoever the hand-out names, else by the name given
// here, and on the day it was filled in, today if it does not say or cannot be true.
func CombineReply(lib *frameworks.Library, ours *assess.Assessment, r *packet.Reply, by string, today assess.Date) *Merge {
	if r.By != "" {
		by = r.By
	}
	on := r.On
	begun := assess.DateOf(ours.Started).AddDays(-1) // it is kept in another time zone
	if on.IsZero() || on.After(today) || begun.After(on) {
		on = today
	}
	theirs, base := *ours, &assess.Assessment{}
	var left []LeftOut
	for _, w := range r.Wrong {
		left = append(left, LeftOut{w.Key, w.Why})
	}
	for _, g := range r.Given {
		now := ours.Answers[g.Key]
		given, why := settled(lib, ours, g, on)
		if why == "" && given.State != assess.Open {
			if _, err := theirs.Merge(lib, map[string]assess.Answer{g.Key: given}, by, on); err != nil {
				why = strings.TrimPrefix(err.Error(), g.Key+": ")
			}
		}
		if why != "" {
			left = append(left, LeftOut{g.Key, why})
		}
		if g.Check.Untouched(now) || saysTheSame(given, now) {
			base.Adopt(g.Key, now)
		}
	}
	m := combine(lib, base, ours, &theirs, false)
	m.LeftOut, m.Empty = left, r.Empty
	for _, g := range r.Given {
		if _, known := lib.Question(g.Key); !known {
			m.Unknown = append(m.Unknown, g.Key)
		}
	}
	return m
}

// saysTheSame reports whether an answer differs from the one that is here in
// nothing but what is added to it.
func saysTheSame(given, now assess.Answer) bool {
	return given.Word() == now.Word() && given.Level == now.Level && (given.Reason == "" || given.Reason == now.Reason) &&
		(given.Approver == "" || given.Approver == now.Approver) && (given.Review.IsZero() || given.Review == now.Review)
}

// settled returns an answer of a hand-out as it is to be put here, or why it is left
// out. It is open where there is no such question.
func settled(lib *frameworks.Library, ours *assess.Assessment, g packet.Given, on assess.Date) (ans assess.Answer, why string) {
	q, known := lib.Question(g.Key)
	if !known {
		return ans, ""
	}
	now := ours.Answers[g.Key]
	switch {
	case !g.Check.Fits(q):
		return ans, "the question was put in other words since the hand-out went out; ask it again"
	case g.Still && !g.Check.Untouched(now):
		return ans, "it says \"still true\" of an answer that has changed here since the hand-out went out"
	case g.Still:
		if err := now.Stands(q, on); err != nil {
			return ans, fmt.Sprintf("it says \"still true\", but %v", err)
		}
		ans = now.Said()
		ans.Note, ans.Proof = g.Answer.Note, g.Answer.Proof
	default:
		ans = g.Answer
	}
	if ans.Note, why = bothNotes(now.Note, ans.Note); why != "" {
		return ans, why
	}
	ans.Proof = bothProofs(now.Proof, ans.Proof)
	return ans, ""
}

// bothNotes adds a note to the one that is here. Whoever wrote the new one did not
// see the other, and cannot have meant to take it away.
func bothNotes(ours, theirs string) (note, why string) {
	theirs = words.Clean(theirs)
	switch {
	case theirs == "" || strings.Contains(ours, theirs):
		return ours, ""
	case ours == "":
		return theirs, ""
	}
	note = ours + "\n" + theirs
	if n := utf8.RuneCountInString(note); n > assess.MaxNote {
		return "", fmt.Sprintf("its note and the one that is here have %d characters together; the most is %d. Shorten one of them", n, assess.MaxNote)
	}
	return note, ""
}

// bothProofs adds what is new to the proofs that are here.
func bothProofs(ours, theirs []assess.Proof) []assess.Proof {
	both := slices.Clone(ours)
	for _, p := range theirs {
		if !slices.ContainsFunc(both, func(o assess.Proof) bool { return o.What == p.What && o.Date == p.Date }) {
			both = append(both, p)
		}
	}
	return both
}

// CheckReply says why a hand-out is not for this quarter, or not of this
// organization; nil if it is. anyName takes whatever name it gives.
func CheckReply(a *assess.Assessment, r *packet.Reply, anyName bool) error {
	same := func(x, y string) bool { return strings.EqualFold(words.Line(x), words.Line(y)) }
	switch {
	case !anyName && !same(r.Organization, a.Organization.Name):
		return fmt.Errorf("is a hand-out of %q, and this folder is about %q; nothing was taken over", r.Organization, a.Organization.Name)
	case r.Quarter != a.Period:
		return fmt.Errorf("is a hand-out for %s, and the open quarter is %s; nothing was taken over", r.Quarter, a.Period)
	}
	return nil
}
