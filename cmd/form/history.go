package form

import "fmt"

// History is what was done in a sitting, the last step on top, so that each can
// be taken back. It goes from one session of the sitting to the next.
type History struct {
	steps []Step
	taken string // what was taken back last
}

// Step is something that was done and can be taken back.
type Step struct {
	Said  string // what it was: `"Yes" to Second factor for email`
	Key   string // of the question to go back to; none if it belongs to no question
	Undo  func() // puts back what was there before; saving is the caller's
	Reset bool   // what is asked changes with it, so the session has to be made anew
}

// Add puts a step on top.
func (h *History) Add(s Step) { h.steps = append(h.steps, s) }

// Empty reports whether there is nothing to take back.
func (h *History) Empty() bool { return h == nil || len(h.steps) == 0 }

// Back takes the last step back and returns it; false if there is none.
func (h *History) Back() (Step, bool) {
	if h.Empty() {
		return Step{}, false
	}
	last := h.steps[len(h.steps)-1]
	h.steps = h.steps[:len(h.steps)-1]
	last.Undo()
	h.taken = fmt.Sprintf("Taken back: %s.", last.Said)
	return last, true
}

// Taken says which step was taken back last; "" if none was.
func (h *History) Taken() string { return h.taken }

// recall remembers the answers under some keys as they are now. What comes back
// is called when they were changed, with what was done.
func (c *core) recall(goTo string, keys ...string) func(said string) {
	restore := c.s.Assessment.Remember(keys...)
	return func(said string) { c.s.History.Add(Step{Said: said, Key: goTo, Undo: restore}) }
}

// undo takes the last step back, saves that, and goes to where it was done.
func (c *core) undo() {
	step, ok := c.s.History.Back()
	if !ok {
		c.say("There is nothing to take back: nothing was changed in this sitting.")
		return
	}
	c.detour = nil
	if step.Reset {
		c.over, c.reset = true, true
	} else if i, here := c.find(step.Key); here {
		c.at = i
	}
	c.save(c.at)
	c.say("%s", c.s.History.Taken())
}
