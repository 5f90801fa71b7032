package form

import (
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// save writes the quarter, with the place to resume at, and remembers whether
// that worked.
func (c *core) save(resume int) bool {
	c.s.Assessment.At = c.keyAt(resume)
	c.aside, c.unsaved = kept(c.s.Save())
	if c.unsaved != nil {
		return false
	}
	c.savedAt = c.s.Assessment.At
	return true
}

// leave saves what is not saved yet, the place included. It returns why that
// did not work.
func (c *core) leave() error {
	if c.unsaved != nil || c.savedAt != c.keyAt(c.at) {
		c.save(c.at)
	}
	return c.unsaved
}

// commit puts an answer into the quarter, saves, and goes to the next question.
// It returns what is asked about the answer once it is safe, if anything is.
// When saving fails the person stays where they are; the answer is kept and
// written with the next change.
func (c *core) commit(q *frameworks.Question, ans assess.Answer) *inquiry {
	waited := c.left(q)
	done := c.recall(q.Key, q.Key)
	if !c.put(q, ans) {
		return nil
	}
	done(on(ans.Name(), q))
	to := c.following(waited)
	if !c.save(to) {
		return nil
	}
	c.step(to)
	if in := c.askTogether(q); in != nil {
		return in
	}
	c.endIfDone()
	return nil
}

// on names what was said to a question: `"Yes" on Second factor for email`.
func on(said string, q *frameworks.Question) string { return fmt.Sprintf("%q on %s", said, q.Title) }

// put replaces an answer in memory. One that was carried is compared with what
// was carried, even if it was changed in this sitting already.
func (c *core) put(q *frameworks.Question, ans assess.Answer) bool {
	before, carried := c.before[q.Key]
	if !carried {
		before = c.answer(q)
	}
	if err := c.s.Assessment.Put(q, ans, before, c.s.By, c.s.Today); err != nil {
		c.say("%s", words.Sentence(err.Error()))
		return false
	}
	return true
}

// confirm says that the carried answer is still true, or tells why it cannot be
// said of this one.
func (c *core) confirm(q *frameworks.Question) {
	ans := c.answer(q)
	if !c.s.Assessment.Unconfirmed(q.Key) {
		c.say("There is no carried answer to confirm here.")
		return
	}
	if err := ans.Stands(q, c.s.Today); err != nil {
		c.say("It cannot be confirmed: %s. %s", err, renewal(ans, q))
		return
	}
	done := c.recall(q.Key, q.Key)
	c.s.Assessment.Confirm(q, c.s.Today)
	done(on("still true", q))
	if to := c.following(true); c.save(to) {
		c.step(to)
		c.endIfDone()
	}
	if old := ans.OldProof(q, c.s.Today); !old.IsZero() {
		c.say("Confirmed: %s. Its proof stays old (%s, good for %d days): b goes back, p adds a new one.", q.Title, old, q.Fresh)
	}
}

// renewal tells how an answer that cannot be confirmed is given again.
func renewal(ans assess.Answer, q *frameworks.Question) string {
	switch {
	case ans.Outdated(q), ans.Left != assess.NotLeft:
		return "Please answer it again."
	case ans.State == assess.OtherWay:
		return "5 renews it, or choose another answer."
	}
	return "Choose another answer."
}

func (c *core) clear(q *frameworks.Question) {
	done := c.recall(q.Key, q.Key)
	c.s.Assessment.Clear(q.Key)
	done("clearing the answer on " + q.Title)
	c.say("The answer is cleared.")
	c.save(c.at)
}

// revised is the present answer about to become another one: what was noted and
// proven stays, what belonged to the old answer goes.
func (c *core) revised(q *frameworks.Question, state assess.State, level frameworks.Level) assess.Answer {
	ans := c.answer(q)
	if ans.State != state || ans.Level != level {
		ans.Effective = assess.Date{}
	}
	ans.State, ans.Level = state, level
	ans.Reason, ans.Approver, ans.Review = "", "", assess.Date{}
	ans.Change, ans.Changed = assess.NoReason, assess.Quarter{}
	return ans
}

// choose commits an answer, or returns the inquiry that has to come first: why
// an answer carried from the quarter before is different now. What is asked
// about a committed answer comes back the same way.
func (c *core) choose(q *frameworks.Question, ans assess.Answer) *inquiry {
	first, ok := c.before[q.Key]
	if !ok || first.Outdated(q) {
		return c.commit(q, ans)
	}
	likely := likelyChange(first, ans)
	if likely == assess.NoReason {
		return c.commit(q, ans)
	}
	return c.askChange(q, first, ans, likely)
}

// likelyChange is the reason a carried answer most likely differs; none if it
// does not count differently, or if the two cannot be compared.
//
// Where nobody knew, it is most likely found out: on the day somebody looked, the
// figure changed and the protection did not. Preselecting "improved" would credit
// whoever presses Enter with work that nobody did; where work was done, the other
// choice is one key away. Found out to be No counts the same as before, and
// nothing is asked.
func likelyChange(before, after assess.Answer) assess.Change {
	was, now := leveled(before), leveled(after)
	switch {
	case before.State == assess.Unknown && before.Left == assess.NotLeft && now && after.Level > frameworks.No:
		return assess.FoundOut
	case !was || !now || before.Level == after.Level:
		return assess.NoReason
	case after.Level > before.Level:
		return assess.Improved
	}
	return assess.Worsened
}

func leveled(ans assess.Answer) bool {
	return ans.State == assess.Levelled || ans.State == assess.OtherWay
}

func (c *core) setNote(q *frameworks.Question, note string) {
	if c.answer(q).Note == note {
		return
	}
	c.s.Assessment.SetNote(q, note, c.s.By, c.s.Today)
	c.save(c.at)
}

func (c *core) setProof(q *frameworks.Question, proof []assess.Proof) {
	c.s.Assessment.SetProof(q, proof, c.s.By, c.s.Today)
	c.save(c.at)
}
