package assess

import (
	"maps"
	"slices"

	"hygeia/frameworks"
)

// LeaveOpen records every question that is asked and has no answer that counts
// as "don't know", left open on that day: a finished quarter has no open
// questions (SCORING 1). It returns those questions.
func (a *Assessment) LeaveOpen(lib *frameworks.Library, on Date) []*frameworks.Question {
	answers := maps.Clone(a.Answers)
	if answers == nil {
		answers = map[string]Answer{}
	}
	var left []*frameworks.Question
	for _, q := range AskedQuestions(lib, a.Frameworks, a.Organization.Size) {
		ans := answers[q.Key]
		if a.counted(q, ans) != Open {
			continue
		}
		ans = ans.leftOpen(q)
		ans.Recorded, ans.By = on, ""
		answers[q.Key] = ans
		left = append(left, q)
	}
	a.Answers = answers
	return left
}

// Finish closes the quarter on that day, after [Assessment.LeaveOpen], and notes
// the digest of the finished quarter before it and the scans it is scored with. How far the ledger goes then is
// for the caller to note.
func (a *Assessment) Finish(lib *frameworks.Library, on Date, previous string) {
	a.settleInheritance()
	a.LeaveOpen(lib, on)
	a.Status, a.Finished, a.Previous, a.Day = Finished, on, previous, Date{}
	a.pin(lib)
}

// Reopen makes a draft of a finished quarter again on that day, and keeps the
// reason in it. What was left open stays so until somebody answers it.
func (a *Assessment) Reopen(reason string, on Date) {
	a.unsettleInheritance()
	a.Status, a.Finished, a.Previous, a.Ledger, a.Scans, a.Day = Draft, Date{}, "", Mark{}, Pins{}, on
	a.Reopened = append(a.Reopened[:len(a.Reopened):len(a.Reopened)], Reopening{On: on, Reason: reason})
}

// Without stops asking a framework; its answers stay in the quarter and return
// with it. It reports whether the framework was asked.
func (a *Assessment) Without(f *frameworks.Framework) bool {
	n := len(a.Frameworks)
	a.Frameworks = slices.DeleteFunc(slices.Clone(a.Frameworks), func(name string) bool {
		return name == f.ID || name == f.Short
	})
	return len(a.Frameworks) < n
}

// Few is a chosen framework of which too little is answered.
type Few struct {
	Framework *frameworks.Framework
	Answered  Share // by weight, of the questions that nothing else asks
}

// FewAnswered returns the chosen frameworks that a finish leaves out: those of
// which under a fifth is answered, by weight, of the questions that no other
// framework that stays and no Essential goal asks (SCORING 1). Left open is not
// answered. What only frameworks that are left out share counts for each of them.
func FewAnswered(r *Result) []Few {
	kept := slices.DeleteFunc(slices.Clone(r.Library.Frameworks), func(f *frameworks.Framework) bool {
		return !chosen(f, r.Assessment.Frameworks)
	})
	var few []Few
	for {
		out := r.fewOf(kept)
		if len(out) == 0 {
			return few
		}
		few = append(few, out...)
		kept = slices.DeleteFunc(kept, func(f *frameworks.Framework) bool {
			return slices.ContainsFunc(out, func(x Few) bool { return x.Framework == f })
		})
	}
}

// fewOf returns those of the frameworks of which too little is answered, if all
// of them stay.
func (r *Result) fewOf(kept []*frameworks.Framework) []Few {
	askedBy := map[string]int{}
	for _, f := range kept {
		for key := range asks(f, r.Size) {
			askedBy[key]++
		}
	}
	var few []Few
	for _, f := range kept {
		var answered Share
		for key := range asks(f, r.Size) {
			it := r.items[key]
			if askedBy[key] > 1 || it == nil || it.Tier == frameworks.Essential || it.State == NotApplicable {
				continue
			}
			answered.Whole += it.Weight
			if it.told() {
				answered.Part += it.Weight
			}
		}
		if answered.Known() && !answered.AtLeast(r.Library.Thresholds.LeaveOut) {
			few = append(few, Few{f, answered})
		}
	}
	return few
}

// asks returns the keys of the questions that a framework asks at a size.
func asks(f *frameworks.Framework, size frameworks.Size) map[string]bool {
	keys := map[string]bool{}
	for i := range f.Sections {
		for _, req := range f.Sections[i].Requirements(size) {
			for _, q := range req.Questions {
				keys[q.Key] = true
			}
		}
	}
	return keys
}
