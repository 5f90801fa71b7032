package form

import (
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks"
)

// place is one question with its place in its chapter.
type place struct {
	chapter *Chapter
	n       int // 1 for the first of the chapter
	q       *frameworks.Question
}

// core is a sitting without its drawing: where the person is, what was said to
// them last, and what is not saved yet.
type core struct {
	s       *Session
	places  []place
	at      int                      // len(places) on the page after the last question
	over    bool                     // the person went past that page
	before  map[string]assess.Answer // answers as they were carried into the quarter
	notice  string                   // one sentence about the last thing done
	unsaved error                    // why the last save did not work; nil if it did
	savedAt string                   // the place that was last saved
}

func newCore(s *Session) *core {
	c := &core{s: s, before: map[string]assess.Answer{}}
	if s.Assessment.Answers == nil {
		s.Assessment.Answers = map[string]assess.Answer{}
	}
	for i := range s.Chapters {
		for j, q := range s.Chapters[i].Questions {
			c.places = append(c.places, place{&s.Chapters[i], j + 1, q})
			if ans := s.Assessment.Answers[q.Key]; carried(ans) {
				c.before[q.Key] = ans
			}
		}
	}
	c.at = c.start()
	c.savedAt = c.keyAt(c.at) // looking and leaving again saves nothing
	c.over = len(c.places) == 0
	return c
}

// start is the wanted question, else the first that is not answered, else the
// first carried answer, else the page after the last question.
func (c *core) start() int {
	if i, ok := c.find(c.s.Start); ok {
		return i
	}
	if i, ok := c.nextWhere(-1, c.open); ok {
		return i
	}
	if i, ok := c.nextWhere(-1, c.unconfirmed); ok {
		return i
	}
	return len(c.places)
}

func (c *core) find(key string) (int, bool) {
	for i, p := range c.places {
		if p.q.Key == key {
			return i, true
		}
	}
	return 0, false
}

// nextWhere finds the next question after i for which want holds, going round
// once; i itself comes last.
func (c *core) nextWhere(i int, want func(*frameworks.Question) bool) (int, bool) {
	n := len(c.places)
	for step := 1; step <= n; step++ {
		j := (i + step) % n
		if want(c.places[j].q) {
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
// older wording does not count.
func (c *core) open(q *frameworks.Question) bool {
	ans := c.answer(q)
	return ans.State == assess.Open || outdated(q, ans)
}

// unconfirmed reports whether the answer was carried from an earlier quarter
// and nobody has said since that it is still true.
func (c *core) unconfirmed(q *frameworks.Question) bool {
	return carried(c.answer(q)) && !c.open(q)
}

func carried(ans assess.Answer) bool { return ans.State != assess.Open && !ans.Carried.IsZero() }

func outdated(q *frameworks.Question, ans assess.Answer) bool {
	return ans.State != assess.Open && ans.Revision != q.Revision
}

// count returns for how many questions of a chapter, or of all chapters, what
// is asked for holds.
func (c *core) count(ch *Chapter, want func(*frameworks.Question) bool) int {
	n := 0
	for _, p := range c.places {
		if (ch == nil || p.chapter == ch) && want(p.q) {
			n++
		}
	}
	return n
}

// next goes to the following question. After the last one it ends the sitting,
// unless something is left that the person should know about.
func (c *core) next() {
	if c.at < len(c.places) {
		c.at++
	}
	if c.at < len(c.places) || c.count(nil, c.open)+c.count(nil, c.unconfirmed) > 0 {
		return
	}
	c.over = true
}

func (c *core) back() {
	if c.at == 0 {
		c.say("This is the first question.")
		return
	}
	c.at--
}

// nextOpen goes to the next question without an answer, and when all have one,
// to the next carried answer.
func (c *core) nextOpen() {
	if i, ok := c.nextWhere(c.at, c.open); ok {
		c.at = i
		return
	}
	i, ok := c.nextWhere(c.at, c.unconfirmed)
	if !ok {
		c.say("Every question here is answered.")
		return
	}
	c.at = i
	c.say("Every question is answered. This answer is carried and not confirmed yet.")
}

func (c *core) goTo(key string) bool {
	i, ok := c.find(key)
	if ok {
		c.at = i
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
