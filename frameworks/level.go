package frameworks

import "hygeia/frameworks/words"

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

var levelWords = words.NewSet[Level]("level", "no", "partly", "mostly", "yes")
var levelNames = [...]string{"No", "Partly", "Mostly", "Yes"}

// String returns the word used in files: no, partly, mostly or yes.
func (l Level) String() string { return levelWords.Word(l) }

// Name returns the word shown to people: No, Partly, Mostly or Yes.
func (l Level) Name() string { return levelNames[l] }

// ParseLevel reads the word a file uses for a level; its error lists the four words.
func ParseLevel(s string) (Level, error) { return levelWords.Parse(s) }

// Effort says what it takes to reach Yes from No, in time and money. Its points
// are in the thresholds file.
type Effort int

// The three classes of effort (SCORING 7).
const (
	SmallEffort  Effort = iota + 1 // under a day, nothing to buy
	MediumEffort                   // under two weeks, or under $5,000
	LargeEffort                    // a project, or more
)

var effortWords = words.NewSet[Effort]("effort", "", "small", "medium", "large")

// String returns small, medium or large, and nothing for the zero value.
func (e Effort) String() string { return effortWords.Word(e) }

// ParseEffort reads small, medium or large.
func ParseEffort(s string) (Effort, error) { return effortWords.Parse(s) }

// Size is HICP's class of organization (HICP 2023 main document, p. 12-13).
// The zero value means that no size was chosen yet.
type Size int

// The three sizes of HICP.
const (
	Small Size = iota + 1
	Medium
	Large
)

var sizeWords = words.NewSet[Size]("size", "", "small", "medium", "large")

// String returns small, medium or large, and nothing for the zero value.
func (s Size) String() string { return sizeWords.Word(s) }

// ParseSize reads small, medium or large.
func ParseSize(s string) (Size, error) { return sizeWords.Parse(s) }
