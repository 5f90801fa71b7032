package assess

import "hygeia/frameworks"

// byScans reports whether the scans that count today support the answer, and
// whether one disputes it.
func byScans(said []Saying) (supported, disputed bool) {
	for _, s := range said {
		supported = supported || s.Counts() && s.Verdict == frameworks.Supports
		disputed = disputed || s.Counts() && s.Verdict == frameworks.Disputes
	}
	return supported, disputed
}

// shown reports whether the answer counts in the score with proof: a scan that
// supports it is proof from outside. While one disputes it no proof counts.
func (it *Item) shown(asOf Date) bool {
	supported, disputed := byScans(it.Scans)
	return !disputed && (supported || it.Answer.proven(it.Question, asOf))
}

// Disputed reports whether a scan that counts today disputes the answer.
func (it *Item) Disputed() bool {
	_, disputed := byScans(it.Scans)
	return disputed
}

// Supported reports whether a scan that counts today supports the answer, and
// none disputes it: it is proof from outside.
func (it *Item) Supported() bool {
	supported, disputed := byScans(it.Scans)
	return supported && !disputed
}

// ByScan returns the newest scan that supports the answer as a proof; of no grade if
// none does.
func (it *Item) ByScan() Proof {
	var best Proof
	for _, s := range it.Scans {
		if s.Counts() && s.Verdict == frameworks.Supports && s.Evidence.Date.After(best.Date) {
			best = Proof{Grade: Outside, What: "Scan", Date: s.Evidence.Date}
		}
	}
	return best
}

// ProofEnds returns the last day on which something that shows the answer still
// counts, a scan among it; zero where nothing of grade paper or better has a day.
// What a scan disputes shows nothing for now, and ends all the same.
func (it *Item) ProofEnds() Date {
	var last Date
	later := func(day Date) {
		if end := day.AddDays(it.Question.Fresh); !day.IsZero() && end.After(last) {
			last = end
		}
	}
	for _, p := range it.Answer.Proof {
		if p.Grade >= Paper {
			later(p.Date)
		}
	}
	for _, s := range it.Scans {
		if s.Newest && s.Verdict == frameworks.Supports {
			later(s.Evidence.Date)
		}
	}
	return last
}

// proven reports whether some proof of the answer counts on that day: of grade
// paper or better, dated, not after the day, and at most the question's fresh
// days old (SCORING 2).
func (ans Answer) proven(q *frameworks.Question, asOf Date) bool {
	for _, p := range ans.Proof {
		if p.counts(q.Fresh, asOf) {
			return true
		}
	}
	return false
}

// Counts reports whether a proof is good enough and fresh enough for a question on
// that day, whatever scans say.
func (p Proof) Counts(q *frameworks.Question, asOf Date) bool { return p.counts(q.Fresh, asOf) }

func (p Proof) counts(fresh int, asOf Date) bool {
	if p.Grade < Paper || p.Date.IsZero() || p.Date.After(asOf) {
		return false
	}
	return asOf.DaysSince(p.Date) <= fresh
}
