package assess

import (
	"cmp"
	"strings"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// State says what kind of answer a question has. The zero State is "no answer yet".
type State int

// The states of SCORING 1.
const (
	Open State = iota
	Levelled
	OtherWay
	NotApplicable
	Unknown
)

// Answer is what was said about one question in one quarter. The zero Answer is
// "not answered"; an Open one may hold a note and proof that wait for the answer.
type Answer struct {
	State    State
	Level    frameworks.Level // of a Levelled answer; of an OtherWay what it reaches, Partly or Mostly
	Revision int              // of the question when it was answered
	Reason   string           // why another way, or why it does not apply
	Approver string           // who approved the other way
	Review   Date             // when the other way must be looked at again
	Left     Left             // of an Unknown: nobody said so, the finish recorded it

	Effective Date    // since when it is true; may be empty
	Recorded  Date    // when it was written down; set by the program
	By        string  // who answered
	Change    Change  // why it differs from the quarter before
	Changed   Quarter // the quarter in which it last changed
	Carried   Quarter // the quarter it was last given or confirmed in; zero if that is this quarter

	Note  string
	Proof []Proof
}

// Proof is something that shows an answer is true (SCORING 2).
type Proof struct {
	Grade Grade
	What  string
	Date  Date
	Where string // where it is kept; never copied into a report for others

	Digest string // of the file it is in, "sha256:" and 64 hex digits; may be empty
}

// Grade says how good a proof is.
type Grade int

// The grades of SCORING 2. Nothing is the zero value and is never saved.
const (
	Nothing Grade = iota
	Said
	Paper
	Record
	Outside
)

var gradeWords = words.NewSet[Grade]("proof", "", "said", "paper", "record", "outside")

// String returns none, said, paper, record or outside.
func (g Grade) String() string { return cmp.Or(gradeWords.Word(g), "none") }

// ParseGrade reads said, paper, record or outside.
func ParseGrade(s string) (Grade, error) { return gradeWords.Parse(s) }

// Change says why an answer differs from the quarter before (SCORING 8).
type Change int

// The reasons; the zero value is "no reason given". The first two are real, the
// others corrections: nothing became better or worse by them.
const (
	NoReason Change = iota
	Improved
	Worsened
	Corrected // the earlier answer was wrong
	FoundOut  // nobody knew before
)

var changeWords = words.NewSet[Change]("change", "", "improved", "worsened", "corrected", "found-out")

// String returns improved, worsened, corrected or found-out, and nothing for the
// zero value.
func (c Change) String() string { return changeWords.Word(c) }

// Words returns the words for people: improved, worsened, corrected or found out.
func (c Change) Words() string { return strings.ReplaceAll(c.String(), "-", " ") }

// Correction reports whether the reason is that more is known, and not that
// something became better or worse.
func (c Change) Correction() bool { return c == Corrected || c == FoundOut }

// ParseChange reads improved, worsened, corrected or found-out.
func ParseChange(s string) (Change, error) { return changeWords.Parse(s) }

// Left says that a "don't know" is nobody's answer but was recorded when the
// quarter was finished, and why. In every comparison it counts as not answered.
type Left int

// The zero value is an answer that somebody gave.
const (
	NotLeft     Left = iota
	LeftOpen         // there was no answer
	LeftChanged      // the answer was to an earlier meaning of the question
)

var leftWords = words.NewSet[Left]("left", "", "open", "question-changed")

// String returns open or question-changed, and nothing for the zero value.
func (l Left) String() string { return leftWords.Word(l) }

// Words returns the words for people: left open, or the question changed.
func (l Left) Words() string { return [...]string{"", "left open", "the question changed"}[l] }

// ParseLeft reads open or question-changed.
func ParseLeft(s string) (Left, error) { return leftWords.Parse(s) }

// The words a file uses for the answers that are not levels.
const (
	WordOtherWay      = "other-way"
	WordNotApplicable = "does-not-apply"
	WordUnknown       = "unknown"
)

// Word returns the word a file uses for the answer: yes, mostly, partly, no,
// other-way, does-not-apply or unknown; nothing for an open one.
func (a Answer) Word() string {
	switch a.State {
	case Levelled:
		return a.Level.String()
	case OtherWay:
		return WordOtherWay
	case NotApplicable:
		return WordNotApplicable
	case Unknown:
		return WordUnknown
	}
	return ""
}

// Name returns the words shown to people: "Yes", "Another way (reaches Mostly)",
// "Does not apply", "Don't know", "Don't know (left open)", "Not answered".
func (a Answer) Name() string {
	switch a.State {
	case Levelled:
		return a.Level.Name()
	case OtherWay:
		return "Another way (reaches " + a.Level.Name() + ")"
	case NotApplicable:
		return "Does not apply"
	case Unknown:
		if a.Left == NotLeft {
			return "Don't know"
		}
		return "Don't know (" + a.Left.Words() + ")"
	}
	return "Not answered"
}
