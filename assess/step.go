package assess

// Step is how one question moved between two saved quarters that both have an
// answer of the same meaning, and under which reason (SCORING 8).
type Step struct {
	From, To       Quarter
	Before, After  *Item
	Reason         Change // what was recorded, else FoundOut for a "don't know" that became a level, else NoReason
	Across         bool   // a quarter between the two is missing or has no answer of its own; the later reason counts
	AgainstItsWord bool   // recorded as improved, though lower, or as worsened, though higher
}

// Points returns by how many points the question moved, -3 to 3.
func (s Step) Points() int { return s.After.Points - s.Before.Points }

// Correction reports whether the step is booked as a correction. Every other
// step is real.
func (s Step) Correction() bool { return s.Reason.Correction() }

// move is one question that can be compared from one end of a span to the other.
type move struct {
	before, after *Item
	steps         []Step
}

// parts returns the points that the steps moved, divided into what is real and
// what is correction; together they are those from end to end.
func (m move) parts() (real, correction int) {
	for _, s := range m.steps {
		if s.Correction() {
			correction += s.Points()
		} else {
			real += s.Points()
		}
	}
	return real, correction
}

// move follows a question through the saved quarters; false if its ends cannot
// be compared. A quarter in between in which it is not asked, nobody answered it
// or it does not apply is passed over.
func (c *Comparison) move(key string) (move, bool) {
	last := len(c.Saved) - 1
	m := move{before: c.Saved[0].items[key], after: c.Saved[last].items[key]}
	if !canCompare(m.before) || !canCompare(m.after) {
		return m, false
	}
	at := 0
	for i, r := range c.Saved[1:] {
		it := r.items[key]
		if !canCompare(it) {
			continue
		}
		step, ok := newStep(c.Saved[at], r, key)
		if !ok {
			return m, false
		}
		m.steps = append(m.steps, step)
		at = i + 1
	}
	return m, true
}

// canCompare reports whether an item can be held against another quarter's:
// somebody answered it, if only with "don't know", and it applies.
func canCompare(it *Item) bool { return it != nil && it.told() }

// newStep compares one question in two quarters; false if its meaning changed in
// between.
func newStep(before, after *Result, key string) (Step, bool) {
	s := Step{
		From: before.Period, To: after.Period,
		Before: before.items[key], After: after.items[key],
		Across: after.Period.Since(before.Period) > 1,
	}
	if !sameMeaning(s.Before, s.After) {
		return s, false
	}
	ans := s.After.Answer
	if ans.Changed.Since(before.Period) > 0 {
		s.Reason = ans.Change
	}
	if s.Reason == NoReason && s.Before.State == Unknown && s.After.leveled() {
		s.Reason = FoundOut
	}
	moved := s.Points()
	s.AgainstItsWord = s.Reason == Improved && moved < 0 || s.Reason == Worsened && moved > 0
	return s, true
}

// sameMeaning reports whether two answers belong to the same meaning of the
// question: the same revision, or the one just before at a level that still holds.
func sameMeaning(before, after *Item) bool {
	was, is := before.Question.Revision, after.Question.Revision
	return was == is || was == is-1 && before.leveled() && after.Question.StillHolds(before.Answer.Level)
}
