package form

import "fmt"

// keyHint is a key that works here and what it does, in two or three words for
// the foot of the screen and in a sentence for the help.
type keyHint struct{ key, short, long string }

// hints are the keys that do something here, the most needed first.
func (c *core) hints() []keyHint {
	p, onQuestion := c.here()
	var hints []keyHint
	when := func(works bool, h keyHint) {
		if works {
			hints = append(hints, h)
		}
	}
	next := "next unanswered"
	if c.s.Rerun {
		next = "next to do"
	}
	when(onQuestion && c.confirmable(p.q), keyHint{"t", "still true", "the answer of the quarter before is still true"})
	when(!onQuestion, keyHint{"Enter", "ends here", "ends; everything is saved"})
	hints = append(hints, keyHint{"?", "help", "all about the question, and the keys"})
	when(c.at > 0, keyHint{"b", "back", "the question before; the left arrow too"})
	when(onQuestion, keyHint{"s", "skip", "goes on without an answer; the right arrow too"})
	hints = append(hints, keyHint{"q", "save and quit", "stops; everything is saved"})
	when(!c.s.History.Empty(), keyHint{"u", "undo", "takes back the last step, whatever it was, as often as you like"})
	_, left := c.nextLeft(c.at)
	when(left, keyHint{"a", next, "goes to the next question that waits for you"})
	when(!left, keyHint{"a", "to the end", "every question is answered; the end tells what can be asked besides"})
	hints = append(hints, keyHint{"g", "go to", "goes to a question: by its number, part of its title, or any word of it"})
	when(onQuestion, keyHint{"n", "note", "writes a note, before or after the answer"})
	when(onQuestion, keyHint{"p", "proof", "writes down what shows that the answer is true"})
	when(onQuestion && !c.open(p.q), keyHint{"x", "clear", "takes the answer away"})
	when(onQuestion && len(c.markable(p.section)) > 0, keyHint{"-", "section does not apply", "marks what is open in this section; you see the list first"})
	return hints
}

// shortHints are the keys for the foot of the screen.
func (c *core) shortHints() []string {
	var keys []string
	for _, h := range c.hints() {
		keys = append(keys, h.key+" "+h.short)
	}
	return keys
}

const theKeys = "The keys"

// keyHelp tells every key that works here.
func (c *core) keyHelp() paragraph {
	par := paragraph{title: theKeys}
	if p, onQuestion := c.here(); onQuestion {
		par.lines = append(par.lines, choices(p.q)+" - the answer; or the arrow keys and then Enter")
	}
	for _, h := range c.hints() {
		par.lines = append(par.lines, fmt.Sprintf("%s - %s", h.key, h.long))
	}
	return par
}
