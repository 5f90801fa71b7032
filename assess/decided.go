package assess

import (
	"cmp"
	"slices"
)

// Decided is a decision together with the question it is about.
type Decided struct {
	Item     *Item
	Decision Decision
}

// Done reports whether nothing is missing to the target any more. The decision
// stays in its quarter and is not carried into the next one.
func (d Decided) Done() bool { return d.Item.Gap == 0 }

// Overdue reports whether the gap is open on that day and the date of its
// decision is past.
func (d Decided) Overdue(on Date) bool { return !d.Done() && d.Decision.Overdue(on) }

// Accepted reports whether the gap is open on that day and its risk accepted.
func (d Decided) Accepted(on Date) bool { return !d.Done() && d.Decision.Accepted(on) }

// Decisions returns what was decided about the questions asked this quarter,
// the earliest date first and those without one last, then by key.
func Decisions(r *Result) []Decided {
	var list []Decided
	for _, it := range r.Items {
		if d, ok := r.Assessment.Decisions[it.Question.Key]; ok && d.Kind != Undecided {
			list = append(list, Decided{it, d})
		}
	}
	slices.SortFunc(list, func(a, b Decided) int {
		x, y := a.Decision.Date(), b.Decision.Date()
		return cmp.Or(
			trueFirst(!x.IsZero(), !y.IsZero()),
			x.DaysSince(y),
			cmp.Compare(a.Item.Question.Key, b.Item.Question.Key),
		)
	})
	return list
}

// Resting returns the open gaps that are no action on the as-of date: their risk
// is accepted, or somebody else takes them over. They still count in every score.
func Resting(r *Result) []Decided {
	return those(Decisions(r), func(d Decided) bool { return !d.Done() && d.Decision.Rests(r.AsOf) })
}

// Accepted returns the open gaps whose risk is accepted on the as-of date. They
// are not among the [Actions] and still count in every score.
func Accepted(r *Result) []Decided {
	return those(Decisions(r), func(d Decided) bool { return d.Accepted(r.AsOf) })
}

func those(list []Decided, want func(Decided) bool) []Decided {
	return slices.DeleteFunc(list, func(d Decided) bool { return !want(d) })
}
