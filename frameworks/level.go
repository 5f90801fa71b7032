package frameworks

import "fmt"

// Level says how far a practice works today. The value is the points it earns
// (SCORING 1): 0 for No up to 3 for Yes.
type Level int

// The four levels, lowest first.
const (
	No Level = iota
	Partly
	Mostly
	Yes
)

var levelWords = [...]string{"no", "partly", "mostly", "yes"}
var levelNames = [...]string{"No", "Partly", "Mostly", "Yes"}

// String returns the word used in files: no, partly, mostly or yes.
func (l Level) String() string { return levelWords[l] }

// Name returns the word shown to people: No, Partly, Mostly or Yes.
func (l Level) Name() string { return levelNames[l] }

// ParseLevel reads the word a file uses for a level; its error lists the four words.
func ParseLevel(s string) (Level, error) {
	for i, w := range levelWords {
		if s == w {
			return Level(i), nil
		}
	}
	return 0, fmt.Errorf("level %q: must be no, partly, mostly or yes", s)
}

// Effort says what it takes to reach Yes from No, in time and money. Its points
// are in the thresholds file.
type Effort int

// The three classes of effort (SCORING 7).
const (
	SmallEffort  Effort = iota + 1 // under a day, nothing to buy
	MediumEffort                   // under two weeks, or under $5,000
	LargeEffort                    // a project, or more
)

var effortWords = [...]string{SmallEffort: "small", MediumEffort: "medium", LargeEffort: "large"}

// String returns small, medium or large, and nothing for the zero value.
func (e Effort) String() string { return effortWords[e] }

// ParseEffort reads small, medium or large.
func ParseEffort(s string) (Effort, error) {
	for e := SmallEffort; e <= LargeEffort; e++ {
		if s == e.String() {
			return e, nil
		}
	}
	return 0, fmt.Errorf("effort %q: must be small, medium or large", s)
}

// Size is HICP's class of organization (HICP 2023 main document, p. 12-13).
// The zero value means that no size was chosen yet.
type Size int

// The three sizes of HICP.
const (
	Small Size = iota + 1
	Medium
	Large
)

var sizeWords = [...]string{"", "small", "medium", "large"}

// String returns small, medium or large, and nothing for the zero value.
func (s Size) String() string { return sizeWords[s] }

// ParseSize reads small, medium or large.
func ParseSize(s string) (Size, error) {
	for size := Small; size <= Large; size++ {
		if s == size.String() {
			return size, nil
		}
	}
	return 0, fmt.Errorf("size %q: must be small, medium or large", s)
}
