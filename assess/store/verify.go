package store

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"hygeia/assess"
	"hygeia/frameworks/words"
)

// Link is one saved quarter in the chain: each finished quarter remembers the
// digest of the finished one before it, so that a later change shows.
type Link struct {
	Period   assess.Quarter
	Finished bool
	Digest   string   // of the file as it is now: "sha256:" and 64 hex digits
	Vouched  bool     // a later quarter remembers this very file
	Problems []string // what was changed, and where; empty if nothing is wrong

	Ledger      assess.Mark // how far the ledger went when it was finished; the zero Mark if it knows none
	LedgerWrong string      // what is wrong with that part of the ledger; "" if nothing is

	ScansGone  []string // scans it was scored with that are no more in the folder; it keeps their figures
	ScansWrong []string // those that say something else there now than when it was finished

	Inherited      string // what it took over from a parent, and how that stands there today; "" for nothing
	InheritedWrong bool   // the parent's quarter is not as it was

	bytes string // the digest of the bytes, which older quarters keep
}

// is reports whether a digest that a later quarter keeps is that of this file.
func (l *Link) is(digest string) bool { return digest == l.Digest || digest == l.bytes }

// Verify recomputes the chain of the saved quarters, oldest first, from the files
// alone. It says of each quarter whether its file can be read, whether its content
// is whole, and whether it is the one the next finished quarter was built on;
// where it is not, which carried answers differ. A draft keeps what it was begun
// from too, so that the newest finished quarter is vouched for as soon as there is
// one; the draft itself is vouched for by nobody.
func (s *Store) Verify() ([]Link, error) {
	periods, err := s.Periods()
	if err != nil || len(periods) == 0 {
		return nil, err
	}
	root, err := s.open()
	if err != nil {
		return nil, err
	}
	defer root.Close()
	links := make([]Link, len(periods))
	quarters := make([]*Saved, len(periods))
	contents := map[string]error{} // of finished quarters, also where one is in use and can be had without its file
	for i, period := range periods {
		links[i].Period = period
		data, err := readFile(root, fileName(period), assess.MaxFile)
		if err != nil {
			links[i].problem("%v", err)
			continue
		}
		links[i].Digest, links[i].bytes = digestsOf(data)
		if quarters[i], err = s.load(root, period); err != nil {
			links[i].problem("%v", err)
			continue
		}
		links[i].Finished = quarters[i].Status == assess.Finished
		links[i].Inherited, links[i].InheritedWrong = s.inheritedLink(quarters[i].Assessment)
		if !links[i].Finished {
			continue
		}
		pin := quarters[i].Content
		if _, looked := contents[pin.Digest]; !looked {
			_, contents[pin.Digest] = s.frozen(root, pin)
		}
		if err := contents[pin.Digest]; err != nil {
			links[i].problem("%v", err)
		}
	}
	for i := range quarters {
		if quarters[i] != nil {
			join(links[:i], quarters, &links[i], quarters[i])
			links[i].Ledger = quarters[i].Ledger
		}
	}
	s.verifyLedger(links)
	if err := s.verifyScans(root, links, quarters); err != nil {
		return nil, err
	}
	return links, nil
}

// verifyLedger holds the ledger against what each finished quarter knows of it.
// Where one part of it is as it was, only what came after that can be changed.
func (s *Store) verifyLedger(links []Link) {
	book, err := s.Book()
	sound := 0
	for i := range links {
		l := &links[i]
		n := l.Ledger.Events
		switch {
		case l.Ledger == assess.Mark{}:
		case err != nil:
			l.LedgerWrong = err.Error()
		case n > book.Len():
			l.LedgerWrong = fmt.Sprintf("%s had %s when it was finished and has %d now", ledgerName, words.Count(n, "event", "events"), book.Len())
		default:
			if digest, err := book.Digest(n); err == nil && digest == l.Ledger.Digest {
				sound = n
				continue
			}
			l.LedgerWrong = fmt.Sprintf("%s was changed: %s not as when it was finished", ledgerName, eventsBetween(sound+1, n))
		}
	}
}

// eventsBetween names events of which at least one is meant.
func eventsBetween(first, last int) string {
	if first >= last {
		return fmt.Sprintf("event %d is", last)
	}
	return fmt.Sprintf("at least one of the events %d to %d is", first, last)
}

func (l *Link) problem(format string, args ...any) {
	l.Problems = append(l.Problems, fmt.Sprintf(format, args...))
}

// join holds a quarter against the ones before it.
func join(before []Link, quarters []*Saved, link *Link, q *Saved) {
	last := -1 // the finished quarter before, or one that cannot be read and may be it
	for i := range before {
		if before[i].Finished || quarters[i] == nil {
			last = i
		}
		if q.Previous != "" && before[i].is(q.Previous) {
			before[i].Vouched = true
		}
	}
	switch {
	case q.Previous == "" && (!link.Finished || last < 0 || quarters[last] == nil):
		return // the first of the chain, or a draft from before drafts kept it
	case q.Previous == "":
		link.problem("it names no quarter before it, but %s is finished: either %s was added later, or the line \"previous\" was taken out of %s",
			before[last].Period, fileName(before[last].Period), fileName(link.Period))
	case last >= 0 && before[last].is(q.Previous):
		return
	case openedAgain(before, quarters, link, q):
		return
	case last < 0:
		link.problem("the finished quarter before it is gone")
	case slices.ContainsFunc(before, func(l Link) bool { return l.Vouched && l.is(q.Previous) }):
		link.problem("it was %s an older quarter: %s was added or finished afterward", built(q.Status), fileName(before[last].Period))
	default:
		before[last].changed(quarters[last], q)
	}
}

// openedAgain says that the quarter right before was opened again after this one was
// begun from it, as it can be while this one is taken away. A draft goes on from it
// with its next answer.
func openedAgain(before []Link, quarters []*Saved, link *Link, q *Saved) bool {
	n := len(before) - 1
	if n < 0 || quarters[n] == nil {
		return false
	}
	again, is := reopenedSince(quarters[n].Assessment, q.Assessment)
	if !is {
		return false
	}
	onward := ""
	if q.Status == assess.Draft {
		onward = "; its next answer goes on from there"
	}
	link.problem("it was %s %s before that was opened again on %s (%s)%s", built(q.Status), before[n].Period, again.On, again.Reason, onward)
	return true
}

// changed says what is known about a file that is not the one a later quarter
// was finished on.
func (l *Link) changed(q, later *Saved) {
	if gone, ok := takenAway(l.Period, later); ok {
		l.problem("%s came after it and before %s, and its file was taken away", gone, later.Period)
		return
	}
	l.problem("%s was changed after %s was %s it", fileName(l.Period), later.Period, built(later.Status))
	if q != nil {
		l.Problems = append(l.Problems, differences(q, later)...)
	}
}

// built says how a quarter stands on the one before it.
func built(status assess.Status) string {
	if status == assess.Draft {
		return "begun from"
	}
	return "finished on"
}

// takenAway returns a quarter after the given one that the later one carries
// answers from.
func takenAway(period assess.Quarter, later *Saved) (gone assess.Quarter, ok bool) {
	for key, ans := range later.Answers {
		if later.InheritedFrom(key) != "" {
			continue // it names quarters of the parent
		}
		for _, q := range []assess.Quarter{ans.Carried, ans.Changed} {
			if q.Since(period) > 0 && later.Period.Since(q) > 0 && (!ok || gone.Since(q) > 0) {
				gone, ok = q, true
			}
		}
	}
	return gone, ok
}

// differences names the answers that a later quarter carries from a changed one
// and that are not the same there any more.
func differences(changed, later *Saved) []string {
	var found []string
	for _, question := range changed.Library.Questions {
		now, was := changed.Answers[question.Key], later.Answers[question.Key]
		if was.State == assess.Open || later.InheritedFrom(question.Key) != "" || was.Changed == later.Period || now.State != assess.Open && now.Revision != was.Revision {
			continue // answered anew later, so it says nothing about the older file
		}
		if now.Word() != was.Word() || now.Level != was.Level {
			found = append(found, fmt.Sprintf("answer %s: %q in %s, %q as %s carried it", question.Key, spoken(now), changed.Period, spoken(was), later.Period))
		}
	}
	return found
}

func spoken(ans assess.Answer) string {
	if ans.State == assess.Open {
		return "not answered"
	}
	return ans.Word()
}

// ErrBroken says that the chain does not hold; the links say where.
var ErrBroken = errors.New("the saved quarters are not as they were finished")

// ErrScansChanged says that the quarters and the ledger hold, and that what was kept
// of a scan says something else than the quarter that was scored with it.
var ErrScansChanged = errors.New("what was kept of scans is not as it was when the quarters were finished; the quarters are")

// ErrLedgerBroken says that the quarters hold, and the ledger does not.
var ErrLedgerBroken = errors.New("the ledger is not as it was when the quarters were finished; the quarters are")

// ErrParentChanged says that the quarters and the ledger hold, and a quarter of a
// parent that answers were taken over from does not.
var ErrParentChanged = errors.New("a quarter that answers were taken over from was changed; the quarters here were not")

// Intact returns nil if no link has a problem, [ErrBroken] if a quarter has one,
// [ErrLedgerBroken] if only the ledger does, [ErrScansChanged] if only what was kept
// of scans does, and [ErrParentChanged] if only a quarter of a parent is not as it
// was. A scan that was deleted is no problem: the quarter has its figures.
func Intact(links []Link) error {
	var ledger, scans, parent error
	for _, l := range links {
		if len(l.Problems) > 0 {
			return ErrBroken
		}
		if l.LedgerWrong != "" {
			ledger = ErrLedgerBroken
		}
		if len(l.ScansWrong) > 0 {
			scans = ErrScansChanged
		}
		if l.InheritedWrong {
			parent = ErrParentChanged
		}
	}
	return cmp.Or(ledger, scans, parent)
}
