// Package form asks the questions: as a full-screen form, and line by line for
// screen readers, pipes and terminals without escape codes.
//
// Both are two ways to draw and read the same thing. What an answer means, where
// the person is, what has to be asked besides and when the quarter is written
// stands in core.go, commit.go and the inquiries; nothing of it knows a terminal.
//
// The rules that everything here serves: an answer exists when the person
// pressed a digit or Enter on it and not before; it is saved before the next
// screen is drawn; Enter held down makes no score; no program is ever started.
package form

import (
	"context"
	"fmt"
	"io"

	"hygeia/assess"
	"hygeia/frameworks"
)

// Chapter is a run of questions with a title. A question stands in one chapter.
type Chapter struct {
	ID, Title string
	Questions []*frameworks.Question // in asking order
	Offered   bool                   // it can wait: the sitting may end before it; such chapters stand last
}

// Session is one sitting over some chapters of a quarter.
type Session struct {
	Library    *frameworks.Library
	Assessment *assess.Assessment // answers go straight into it
	Chapters   []Chapter
	Rerun      bool              // the answers come from an earlier quarter: what is due is asked before what is open
	Sections   []Chapter         // where "the whole section" is looked up; none if the chapters are sections
	Why        map[string]string // by key, a sentence: why the question is asked again
	Opening    []string          // paragraphs on a page before the first question; none if there is no such page
	Notice     string            // a sentence beside the first question
	By         string            // who answers this sitting
	Today      assess.Date
	Start      string       // key to start at; without one, the first that wants an answer
	Save       func() error // writes the quarter; called after every committed change; see [Kept]
	Mark       func()       // called before a whole section is marked; may be nil
	Unattended bool         // nobody sees what is said: a sitting line by line ends when it cannot save
	Path       string       // where it is saved, shown to the person
	History    *History     // what was done before in the same sitting; a new one if nil
}

// Terminal is where the questions are asked.
type Terminal struct {
	In            io.Reader // for a sitting line by line at a terminal, a [Typed]
	Out           io.Writer
	Width, Height int  // columns and lines; 80 by 24 where they are 0
	Color         bool // plain text without any styling if false
}

// Outcome says how a sitting ended. Whatever it was, everything answered is
// saved, unless an error says otherwise.
type Outcome int

// The ways a sitting ends.
const (
	Done        Outcome = iota // went past the last question
	Stopped                    // the person quit
	Interrupted                // Ctrl-C, a canceled context, or the end of the input
	Undone                     // a step was taken back that changes what is asked; [Session.History] has lost it
)

// String returns done, stopped, interrupted or undone.
func (o Outcome) String() string {
	return [...]string{"done", "stopped", "interrupted", "undone"}[o]
}

// size returns the window's size, and the usual one where it is not known.
func (t Terminal) size() (width, height int) {
	width, height = t.Width, t.Height
	if width <= 0 {
		width = 80
	}
	if height <= 0 {
		height = 24
	}
	return width, height
}

// Run asks the questions full screen, on the terminal's alternate screen.
// It returns an error when the last changes could not be saved or the terminal
// could not be used.
func Run(ctx context.Context, t Terminal, s *Session) (Outcome, error) {
	c := newCore(s)
	if c.over {
		return Done, nil
	}
	m := newScreen(t, c)
	shown := show(ctx, t, m)
	m.end()
	outcome := m.outcome
	if !m.finished {
		outcome = Interrupted
	}
	if err := c.leave(); err != nil {
		return outcome, fmt.Errorf("the last answers are not saved: %w", err)
	}
	if !m.finished && ctx.Err() == nil {
		return outcome, shown
	}
	return outcome, nil
}

// Plain asks the questions line by line. At the end of the input it says where
// it stopped.
func Plain(ctx context.Context, t Terminal, s *Session) (Outcome, error) {
	c := newCore(s)
	p := newPlain(ctx, t)
	outcome := p.questions(c)
	if err := c.leave(); err != nil {
		return outcome, fmt.Errorf("the last answers are not saved: %w", err)
	}
	return outcome, p.failed
}
