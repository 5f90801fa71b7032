package form

import (
	"fmt"
	"slices"

	"hygeia/assess"
	"hygeia/frameworks"
)

// place is one question with its place in its chapter.
type place struct {
	chapter *Chapter
	section *Chapter // the chapter itself, unless the chapters go by what is due
	n       int      // 1 for the first of the chapter
	q       *frameworks.Question
}

// core is a sitting without its drawing: where the person is, what was said to
// them last, and what is not saved yet.
type core struct {
	s       *Session
	places  []place
	asked   int                      // how many of them are asked before it may end; the others are offered
	opening bool                     // on the page before the first question
	at      int                      // len(places) on the page after the last question asked
	from    int                      // the place it was before that page
	over    bool                     // the person went past that page
	reset   bool                     // a step was taken back that changes what is asked
	before  map[string]assess.Answer // answers as they were carried into the quarter
	notice  string                   // one sentence about the last thing done
	unsaved error                    // why the last save did not work; nil if it did
	aside   string                   // how the last save was different from usual
	savedAt string                   // the place that was last saved
	detour  *detour                  // a question visited out of turn; nil if there is none

	shown map[frameworks.Contradiction]bool // pairs of answers asked about in this sitting
}

func newCore(s *Session) *core {
	c := &core{s: s, before: map[string]assess.Answer{}, shown: map[frameworks.Contradiction]bool{}}
	if s.History == nil {
		s.History = &History{}
	}
	for i := range s.Chapters {
		for j, q := range s.Chapters[i].Questions {
			c.places = append(c.places, place{&s.Chapters[i], s.sectionOf(q, &s.Chapters[i]), j + 1, q})
			if ans := s.Assessment.Answers[q.Key]; c.carried(q) && ans.Left == assess.NotLeft {
				c.before[q.Key] = ans
			}
		}
		if !s.Chapters[i].Offered {
			c.asked = len(c.places)
		}
	}
	c.at = c.start()
	c.from = max(0, c.asked-1)
	c.savedAt = c.keyAt(c.at) // looking and leaving again saves nothing
	c.over = len(c.places) == 0
	c.opening = len(s.Opening) > 0 && !c.over
	c.notice = s.Notice
	return c
}

// sectionOf returns the section of a question, and the chapter itself where the
// chapters are the sections.
func (s *Session) sectionOf(q *frameworks.Question, chapter *Chapter) *Chapter {
	for i := range s.Sections {
		if slices.Contains(s.Sections[i].Questions, q) {
			return &s.Sections[i]
		}
	}
	return chapter
}

// start is the wanted question, else the first that wants something, else the
// page after the last question.
func (c *core) start() int {
	if i, ok := c.find(c.s.Start); ok {
		return i
	}
	if i, ok := c.nextLeft(-1); ok && i < c.asked {
		return i
	}
	return len(c.places)
}

// nextLeft finds the next question after i that wants something, going round
// once: of those that are asked the first that is not answered, then a carried
// one; then one of those that are offered. In a rerun the order is its own.
func (c *core) nextLeft(i int) (int, bool) {
	asked := func(want func(*frameworks.Question) bool) func(int) bool {
		return func(j int) bool { return j < c.asked && want(c.places[j].q) }
	}
	anywhere := func(j int) bool { return c.left(c.places[j].q) }
	wants := []func(int) bool{asked(c.open), asked(c.left), anywhere}
	if c.s.Rerun {
		wants = wants[1:]
	}
	for _, want := range wants {
		if j, ok := c.nextWhere(i, want); ok {
			return j, true
		}
	}
	return 0, false
}

func (c *core) find(key string) (int, bool) {
	for i, p := range c.places {
		if p.q.Key == key {
			return i, true
		}
	}
	return 0, false
}

// nextWhere finds the next place after i for which want holds, going round
// once; i itself comes last. From the page after the last question the first
// place is next.
func (c *core) nextWhere(i int, want func(int) bool) (int, bool) {
	n := len(c.places)
	if i >= n {
		i = -1
	}
	for step := 1; step <= n; step++ {
		j := (i + step) % n
		if want(j) {
			return j, true
		}
	}
	return 0, false
}

// here returns the question being asked, and false on the page after the last.
func (c *core) here() (place, bool) {
	if c.at >= len(c.places) {
		return place{}, false
	}
	return c.places[c.at], true
}

func (c *core) answer(q *frameworks.Question) assess.Answer {
	return c.s.Assessment.Answers[q.Key]
}

// open reports whether the question still wants an answer; one given to an
// earlier meaning of it does not count, nor what was only left open.
func (c *core) open(q *frameworks.Question) bool {
	return !c.answer(q).Given(q)
}

// unconfirmed reports whether the answer was carried from an earlier quarter
// and somebody here has to say whether it is still true.
func (c *core) unconfirmed(q *frameworks.Question) bool {
	return c.s.Assessment.Unconfirmed(q.Key) && !c.open(q)
}

// confirmable reports whether the answer is carried and may be confirmed as it is.
func (c *core) confirmable(q *frameworks.Question) bool {
	return c.s.Assessment.Unconfirmed(q.Key) && c.answer(q).Stands(q, c.s.Today) == nil
}

// left reports whether the question still wants something of the person: it is
// open or unconfirmed, or its answer cannot stand any more.
func (c *core) left(q *frameworks.Question) bool {
	return c.open(q) || c.unconfirmed(q) || c.answer(q).Stands(q, c.s.Today) != nil
}

// carried reports whether the answer was given here in an earlier quarter.
func (c *core) carried(q *frameworks.Question) bool {
	return carried(c.answer(q)) && c.s.Assessment.InheritedFrom(q.Key) == ""
}

func carried(ans assess.Answer) bool { return ans.State != assess.Open && !ans.Carried.IsZero() }

// count returns for how many questions of a chapter or section, or of all
// chapters, what is asked for holds.
func (c *core) count(ch *Chapter, want func(*frameworks.Question) bool) int {
	n := 0
	for _, p := range c.places {
		if (ch == nil || p.chapter == ch || p.section == ch) && want(p.q) {
			n++
		}
	}
	return n
}

// following is the place after the one where something was just answered. Where that
// was the last one asked that waited for anything, it is the page: a digit typed once
// too often then finds no answer to change.
func (c *core) following(waited bool) int {
	if waited && c.at < c.asked {
		if i, ok := c.nextLeft(c.at); !ok || i >= c.asked {
			return len(c.places)
		}
	}
	return c.after(c.at)
}

// next goes to the following question. After the last one that is asked, and
// after the last one of all, it ends the sitting, unless something is left that
// the person should know about.
func (c *core) next() {
	c.step(c.after(c.at))
	c.endIfDone()
}

// step goes to the place that follows.
func (c *core) step(to int) {
	if c.at >= len(c.places) {
		return
	}
	c.from = c.at
	c.at = to
	if c.detour != nil && c.detour.at == c.from {
		c.detour = nil
	}
}

func (c *core) endIfDone() {
	c.over = c.at >= len(c.places) && c.count(nil, c.left) == 0
}

// after is the place after i: where a detour began, or the page for the last one
// that is asked.
func (c *core) after(i int) int {
	if c.detour != nil && c.detour.at == i {
		return c.detour.then
	}
	if i+1 == c.asked {
		return len(c.places)
	}
	return i + 1
}

func (c *core) back() {
	switch c.at {
	case 0:
		c.say("This is the first question.")
	case len(c.places):
		c.at = c.from
	default:
		c.at--
	}
}

// nextOpen goes to the next question that wants something, and where none does to
// the end, which tells what can be asked besides.
func (c *core) nextOpen() {
	i, ok := c.nextLeft(c.at)
	if !ok {
		c.step(len(c.places))
		c.endIfDone()
		return
	}
	if c.at < len(c.places) {
		c.from = c.at
	}
	c.at, c.detour = i, nil
	if q := c.places[i].q; !c.s.Rerun && !c.open(q) {
		c.say("Every question is answered. This answer is carried and not confirmed yet.")
	}
}

func (c *core) goTo(key string) bool {
	i, ok := c.find(key)
	if ok {
		c.at, c.opening, c.detour = i, false, nil
	}
	return ok
}

func (c *core) say(format string, args ...any) { c.notice = fmt.Sprintf(format, args...) }

// keyAt is the key to resume at; none past the last question.
func (c *core) keyAt(i int) string {
	if i >= len(c.places) {
		return ""
	}
	return c.places[i].q.Key
}
