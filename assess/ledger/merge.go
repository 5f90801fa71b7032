package ledger

import "slices"

// Left is an event of a copy that was not taken over, and why.
type Left struct {
	Event Event
	Why   string
}

// Merge takes over what a copy of the ledger has and this one lacks, such as the
// copy that a sync program makes of two people's work: the copy's events after the
// last one that both have, in their order, behind all that is here. A matter that
// began on both sides keeps the number it has here, and another one that began there
// gets the next free number. It returns the events as they stand here now, and those
// that do not follow from what is here, such as a decision older than the one that
// stands.
func (l *Ledger) Merge(theirs *Ledger) (added []Event, left []Left) {
	both := 0
	for both < min(l.Len(), theirs.Len()) && l.events[both] == theirs.events[both] {
		both++
	}
	ours := l.Events(l.Len())[both:]
	numbers := map[int]int{} // of a matter there, here
	for _, e := range l.events[:both] {
		numbers[e.Matter] = e.Matter
	}
	for _, e := range theirs.events[both:] {
		number, known := numbers[e.Matter]
		if !known {
			number = begun(ours, e.Question, numbers)
		}
		if number == 0 {
			number = l.Next()
		}
		numbers[e.Matter], e.Matter = number, number
		if slices.Contains(ours, e) || e.Kind == Raised && opened(ours, number) {
			continue
		}
		if err := l.Append(e); err != nil {
			left = append(left, Left{e, err.Error()})
			continue
		}
		added = append(added, e)
	}
	return added, left
}

// begun finds the matter about a question that began here after what both have and
// has no counterpart yet; 0 if there is none.
func begun(ours []Event, question string, numbers map[int]int) int {
	taken := map[int]bool{}
	for _, number := range numbers {
		taken[number] = true
	}
	for _, e := range ours {
		if e.Question == question && !taken[e.Matter] {
			return e.Matter
		}
	}
	return 0
}

// opened reports whether a matter was asked or raised in some events.
func opened(events []Event, matter int) bool {
	return slices.ContainsFunc(events, func(e Event) bool { return e.Matter == matter && (e.Kind == Asked || e.Kind == Raised) })
}
