package assess

import (
	"slices"

	"hygeia/frameworks"
)

// PracticeRecord lines up what the finished quarters say about each practice up to a
// day, for the twelve months that end there (Public Law 116-321).
type PracticeRecord struct {
	From, On  Date           // the first and the last of the twelve months' days
	Quarters  []TrendQuarter // every quarter from the first finished one on, missing ones too, oldest first
	Practices []Practice     // in the asking order of the last finished quarter, then those it no longer asks
}

// Practice is one question over the quarters of a [PracticeRecord]. A practice is in
// place where it is answered Yes or Mostly, or another way that counts and reaches
// Mostly.
type Practice struct {
	Question *frameworks.Question // as the last quarter that asks it has it
	Cells    []*Item              // one a quarter; nil where there is no quarter, or it does not ask
	InPlace  bool                 // in the last quarter, and that one is not too old
	First    Date                 // the finish of the first quarter ever that has it in place; zero if none does
	Since    Date                 // since when, as the answers or their proof say; zero if they do not
	Later    bool                 // Since lies before the quarter that first names that day: it was written down afterward
	OnRecord Date                 // the finish of the first quarter of the unbroken run; zero unless it is in place
	Months   int                  // whole months from OnRecord on
	Proven   Date                 // the finish of the first quarter of the unbroken run with fresh proof; zero without
	Shown    int                  // whole months from Proven on
	Breaks   []Break              // oldest first
}

// Break is the end of a run of quarters in which a practice was in place.
type Break struct {
	Quarter Quarter // in which it ended
	Kind    BreakKind
	Item    *Item // what that quarter says; nil where it says nothing
}

// BreakKind says why a run ended.
type BreakKind int

// The kinds of break.
const (
	NoAssessment BreakKind = iota // no quarter was finished
	NotAskedThen                  // the quarter did not ask
	NotHereThen                   // it was recorded that it does not apply
	OtherMeaning                  // the question had changed its meaning
	NobodyKnew                    // don't know, left open
	FellBelow                     // below Mostly
	WayRanOut                     // another way that did not count
	WasCorrected                  // in place, but the answer before was wrong: the run begins anew
)

var breakWords = [...]string{
	NoAssessment: "no finished quarter", NotAskedThen: "not asked", NotHereThen: "recorded as not applying", OtherMeaning: "the question had changed its meaning",
	NobodyKnew: "nobody could say", FellBelow: "fell below Mostly", WayRanOut: "the other way did not count", WasCorrected: "the earlier answer was corrected",
}

// String returns the kind in words.
func (k BreakKind) String() string { return breakWords[k] }

// dossierMonths is the span that the law looks at.
const dossierMonths = 12

// NewPracticeRecord lines up the results of finished quarters, in any order. Those
// finished after the day are left out. Without results it has no practices.
func NewPracticeRecord(results []*Result, on Date) *PracticeRecord {
	then := slices.DeleteFunc(slices.Clone(results), func(r *Result) bool { return r.Status != Finished || r.AsOf.After(on) })
	rec := &PracticeRecord{From: on.AddMonths(-dossierMonths).AddDays(1), On: on, Quarters: NewTrend(then).Quarters}
	if len(rec.Quarters) == 0 {
		return rec
	}
	last := rec.Quarters[len(rec.Quarters)-1].Result
	for q := last.Period.Next(); on.Quarter().Since(q) > 0; q = q.Next() {
		rec.Quarters = append(rec.Quarters, TrendQuarter{Period: q})
	}
	known := map[string]bool{}
	add := func(r *Result) {
		for _, it := range r.Items {
			if !known[it.Question.Key] {
				known[it.Question.Key] = true
				rec.Practices = append(rec.Practices, rec.practice(it.Question))
			}
		}
	}
	for _, q := range slices.Backward(rec.Quarters) {
		if q.Result != nil {
			add(q.Result)
		}
	}
	return rec
}

// practice follows one question through the quarters.
func (rec *PracticeRecord) practice(q *frameworks.Question) Practice {
	p := Practice{Question: q}
	var run run
	for _, place := range rec.Quarters {
		var it *Item
		var day Date
		if place.Result != nil {
			it, day = place.Result.items[q.Key], place.Result.AsOf
		}
		p.Cells = append(p.Cells, it)
		kind, broken := breakOf(place, it)
		if broken && len(run.items) > 0 {
			p.Breaks = append(p.Breaks, Break{place.Period, kind, it})
		}
		switch {
		case broken && kind != WasCorrected:
			run = run.ended(kind, day)
			continue
		case broken || len(run.items) == 0:
			run = run.begun(place, it)
		}
		run.add(it, day)
		if p.First.IsZero() {
			p.First = day
		}
	}
	p.InPlace = len(run.items) > 0
	if !p.InPlace {
		return p
	}
	p.OnRecord, p.Proven, p.Since = run.start, run.proven, run.since()
	p.Later = rec.later(p)
	p.Months, p.Shown = wholeMonths(p.OnRecord, rec.On), wholeMonths(p.Proven, rec.On)
	return p
}

// run are neighboring quarters in which a practice is in place.
type run struct {
	items  []*Item
	start  Date // the finish of the first
	proven Date // the finish of the first from which on each has fresh proof
	out    Date // the last day on which a quarter before it said that the practice was not in place
}

// ended is no run, after a quarter that ends one or has none.
func (r run) ended(kind BreakKind, day Date) run {
	out := r.out
	if kind == FellBelow || kind == WayRanOut {
		out = day
	}
	return run{out: out}
}

// begun is a new run. An answer that corrects the one before takes back what that
// one said.
func (r run) begun(place TrendQuarter, it *Item) run {
	next := run{start: place.Result.AsOf, out: r.out}
	if it.Answer.Change == Corrected && it.Answer.Changed == place.Period {
		next.out = Date{}
	}
	return next
}

func (r *run) add(it *Item, day Date) {
	r.items = append(r.items, it)
	switch {
	case it.Proven < int(frameworks.Mostly):
		r.proven = Date{}
	case r.proven.IsZero():
		r.proven = day
	}
}

// since is the earliest day that the answers of a run name, or else their proof. A
// day after the run is on record says nothing about its beginning, and one on which
// a finished quarter said otherwise does not stand.
func (r run) since() Date {
	var told, proof Date
	earliest := func(old *Date, d Date) {
		if !d.IsZero() && !d.After(r.start) && d.After(r.out) && (old.IsZero() || old.After(d)) {
			*old = d
		}
	}
	for _, it := range r.items {
		earliest(&told, it.Answer.Effective)
		for _, p := range it.Answer.Proof {
			if p.Grade >= Paper {
				earliest(&proof, p.Date)
			}
		}
	}
	if told.IsZero() {
		return proof
	}
	return told
}

// later reports whether the first quarter that names the day since when a practice is
// in place began after it.
func (rec *PracticeRecord) later(p Practice) bool {
	for i, it := range p.Cells {
		if it != nil && it.Answer.names(p.Since) {
			return rec.Quarters[i].Period.begin().After(p.Since)
		}
	}
	return false
}

// names reports whether an answer, or a proof of it, is of that day.
func (ans Answer) names(day Date) bool {
	return !day.IsZero() && (ans.Effective == day || slices.ContainsFunc(ans.Proof, func(p Proof) bool { return p.Date == day }))
}

// breakOf says why a quarter ends a run, if it does.
func breakOf(place TrendQuarter, it *Item) (BreakKind, bool) {
	switch {
	case place.Result == nil:
		return NoAssessment, true
	case it == nil:
		return NotAskedThen, true
	case it.State == NotApplicable:
		return NotHereThen, true
	case it.Outdated || it.Answer.Left == LeftChanged:
		return OtherMeaning, true
	case it.State == Unknown || it.State == Open:
		return NobodyKnew, true
	case it.Incomplete:
		return WayRanOut, true
	case it.Points < int(frameworks.Mostly):
		return FellBelow, true
	}
	return WasCorrected, it.Answer.Change == Corrected && it.Answer.Changed == place.Period
}

// begin is the first day of a quarter.
func (q Quarter) begin() Date { return Date{q.Year, 1, 1}.AddMonths(3 * (q.N - 1)) }

// wholeMonths counts the whole months from one day to another; 0 without a first.
func wholeMonths(from, to Date) int {
	n := 0
	for !from.IsZero() && !from.AddMonths(n+1).After(to) {
		n++
	}
	return n
}
