package frameworks

import "hygeia/frameworks/words"

// Ladder is the order in which a place that has nothing should put everything
// in place (SCORING 3). It is judgment, ours, and the only place where judgment
// about order is written.
type Ladder struct {
	Version string
	Notice  string // whose judgment it is and what it rests on
	Rungs   []*Rung
	First   bool // the content brought no ladder, and the first shipped one serves

	places map[string]*Place
}

// Rung is a run of neighboring places with one purpose.
type Rung struct {
	ID         int // 1 and up, without a gap
	Title, Why string
	Foundation bool // what comes first everywhere; such rungs come first
	Places     []*Place
}

// Place is where one question stands on the ladder, and what it costs to reach
// Yes from No.
type Place struct {
	Key    string
	Rung   *Rung
	Number int // 1 and up over all rungs
	Why    string
	Effort [columns]Effort // by Column
	Money  [columns]int    // by Column: 0 to MostMoney, the band a year
	Board  bool            // only leadership can decide it
}

// MostMoney is the highest band of money: 0 is nothing, 1 to 3 stand in
// [Thresholds.MoneyMeaning].
const MostMoney = 3

// Column is the kind of place an effort is judged for.
type Column int

// The four columns. PracticeColumn is a small organization that is counted in
// clinicians and has no beds.
const (
	PracticeColumn Column = iota
	SmallColumn
	MediumColumn
	LargeColumn

	columns = 4
)

var columnWords = words.NewSet[Column]("column", "practice", "small", "medium", "large")

// String returns practice, small, medium or large.
func (c Column) String() string { return columnWords.Word(c) }

// ColumnOf returns the column of a size, for a place that has beds. Before a
// size is chosen it is that of a medium one.
func ColumnOf(size Size) Column {
	switch size {
	case Small:
		return SmallColumn
	case Large:
		return LargeColumn
	}
	return MediumColumn
}

// Place returns where a question stands; false for one that is not on the
// ladder, as those of an organization's own are.
func (l *Ladder) Place(key string) (*Place, bool) {
	if l == nil {
		return nil, false
	}
	p, ok := l.places[key]
	return p, ok
}

// Rung returns the rung a question stands on.
func (l *Ladder) Rung(key string) (*Rung, bool) {
	if p, ok := l.Place(key); ok {
		return p.Rung, true
	}
	return nil, false
}

// Foundation reports whether the question stands on a rung of the foundation.
func (l *Ladder) Foundation(key string) bool {
	r, ok := l.Rung(key)
	return ok && r.Foundation
}

// Effort returns what it takes to bring the question from No to Yes at a place
// of that kind: from the ladder, or from the question's own fix if it is not on
// the ladder (SCORING 7).
func (l *Library) Effort(q *Question, c Column) Effort {
	if p, ok := l.Ladder.Place(q.Key); ok {
		return p.Effort[c]
	}
	return q.Fix.Effort
}

// Money returns the band of yearly cost of the question at Yes, 0 to
// [MostMoney]; 0 for a question that is not on the ladder.
func (l *Library) Money(q *Question, c Column) int {
	if p, ok := l.Ladder.Place(q.Key); ok {
		return p.Money[c]
	}
	return 0
}

// Board reports whether only leadership can decide on the question's fix.
func (l *Library) Board(q *Question) bool {
	p, ok := l.Ladder.Place(q.Key)
	return ok && p.Board
}
