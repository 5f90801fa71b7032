package form

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"hygeia/frameworks/words"
)

// plain asks line by line. It prints nothing but text.
type plain struct {
	in      lineReader
	out     io.Writer
	width   int
	failed  error // of writing; nothing is asked after it
	strayed bool  // an inquiry came after the question was printed
}

func newPlain(ctx context.Context, t Terminal) *plain {
	width, _ := t.size()
	return &plain{in: lineReader{ctx, t.In}, out: t.Out, width: max(20, width)}
}

// print writes a paragraph, wrapped.
func (p *plain) print(s string) { p.indented(s, 0) }

// item writes one of several, its further lines indented.
func (p *plain) item(s string) { p.indented(s, 2) }

// indented writes a paragraph with its further lines set in. An address is never
// broken: in two pieces it cannot be copied.
func (p *plain) indented(s string, indent int) {
	if strings.Contains(s, "://") && !strings.Contains(strings.TrimSpace(s), " ") {
		p.write(s + "\n")
		return
	}
	for _, l := range words.Wrap(s, p.width, indent) {
		p.write(l + "\n")
	}
}

func (p *plain) write(s string) {
	if p.failed == nil {
		_, p.failed = io.WriteString(p.out, s)
	}
}

// read prints a prompt and reads a line; at the end of the input, and when
// nothing can be written any more, it returns io.EOF. Several lines at once come
// back as an atOnce error.
func (p *plain) read(prompt string) (string, error) {
	for {
		p.write(prompt + " ")
		if p.failed != nil {
			return "", io.EOF
		}
		s, err := p.in.line()
		switch {
		case errors.Is(err, errTooLong):
			p.print(fmt.Sprintf("That line is too long; at most %s characters are read.", words.Number(maxText)))
			continue
		case err != nil && !errors.As(err, new(atOnce)):
			p.write("\n")
		case words.Hides(s):
			p.print(hiddenLeftOut)
		}
		return words.Clean(s), err
	}
}

// atTerminal reports whether a person types, who can be asked back; in a pipe
// every line counts as it comes.
func (p *plain) atTerminal() bool {
	_, ok := p.in.in.(*Typed)
	return ok
}

// takes shows text that came all at once and asks whether it is wanted for
// something. What else comes belongs to it: the end of a paste has no line end.
func (p *plain) takes(text, question string) (string, bool, error) {
	p.print("These lines came all at once, as a paste does. None of them was used:")
	for {
		for _, l := range strings.Split(text, "\n") {
			p.indented("  "+l, 4)
		}
		typed, err := p.read(question + " Type y, or Enter to drop it:")
		var more atOnce
		switch {
		case errors.As(err, &more):
			typed = more.text
		case err != nil:
			return "", false, err
		case strings.EqualFold(typed, "y"), strings.EqualFold(typed, "yes"):
			return text, true, nil
		case typed == "", strings.EqualFold(typed, "n"), strings.EqualFold(typed, "no"):
			return "", false, nil
		}
		p.print("That was taken for more of it:")
		text = words.Join("\n", text, typed)
	}
}

// questions asks from the core's place on until the person is through, quits or
// the input ends.
func (p *plain) questions(c *core) Outcome {
	for _, paragraph := range c.s.Opening {
		p.print(paragraph)
	}
	p.said(c)
	p.print(`Type the number or the word of an answer, or "?" for help, and press Enter.`)
	shown := -1
	for !c.over {
		if shown != c.at || p.strayed {
			p.place(c)
			shown, p.strayed = c.at, false
		}
		typed, err := p.read("Answer:")
		var came atOnce
		if errors.As(err, &came) {
			if err = p.offer(c, came.text); err == nil {
				p.said(c)
				shown = -1
				continue
			}
		}
		if err != nil {
			return p.ended(c)
		}
		if outcome, done := p.typed(c, typed); done {
			return outcome
		}
		if c.reset {
			return Undone // what was taken back is said on the next page
		}
		p.said(c)
		if c.unsaved != nil && c.s.Unattended {
			return Stopped // the next line was meant for the next question
		}
		if p.again(typed) {
			shown = -1
		}
	}
	return Done
}

// offer asks whether lines that came all at once belong into the note.
func (p *plain) offer(c *core, text string) error {
	pl, onQuestion := c.here()
	if !onQuestion {
		p.print(cameAtOnce(text))
		return nil
	}
	text, wanted, err := p.takes(text, "Put them into the note of this question?")
	switch {
	case err != nil:
		return err
	case wanted:
		c.addToNote(pl.q, text)
	default:
		c.say("They were dropped; nothing was changed.")
	}
	return nil
}

// again reports whether the question is to be printed once more although the
// person is still at it.
func (p *plain) again(typed string) bool {
	switch parseLine(typed).verb {
	case note, proof, clearAnswer, section, help, goTo, otherWay, notApply, undo:
		return true
	}
	return false
}

// typed carries out a line, and reports whether the sitting is over.
func (p *plain) typed(c *core, s string) (Outcome, bool) {
	c.notice = ""
	a := parseLine(s)
	switch a.verb {
	case nothing:
		p.unknown(c, s)
	case quit:
		if err := c.leave(); err == nil && c.aside == "" {
			p.print("Saved" + in(c.s.Path) + ".")
		} else if err == nil {
			p.print(c.aside)
		}
		return Stopped, true
	case help:
		p.help(c)
	case goTo:
		p.goTo(c, a.arg)
	default:
		for next := c.do(a); next != nil; {
			w, outcome := p.walk(next)
			p.strayed = true
			if outcome == Interrupted {
				return p.ended(c), true
			}
			if outcome == Stopped {
				c.abandon(next)
				break
			}
			next = w.finish(w.got)
		}
	}
	return Done, false
}

func in(path string) string {
	if path == "" {
		return ""
	}
	return " in " + path
}

// unknown says what can be typed. An empty line is never an answer; after the
// last question it ends the sitting.
func (p *plain) unknown(c *core, s string) {
	pl, onQuestion := c.here()
	switch {
	case !onQuestion && s == "":
		c.pass()
	case !onQuestion:
		c.say("%q does nothing here: Enter ends, a goes to the next question to do, b goes back, u takes back the last step.", words.Cut(s, 40))
	case s == "":
		c.say("Choose an answer: %s%s.", choices(pl.q), c.orTrue())
	case keys()[s].verb == section:
		c.spellOut(pl)
	default:
		c.say("%q is not an answer here: type %s%s, or ? for help.", words.Cut(s, 40), choices(pl.q), c.orTrue())
	}
}

// spellOut says what to type for the key that marks a section: line by line a dash
// is too easily typed for that.
func (c *core) spellOut(pl place) {
	n := len(c.markable(pl.section))
	if n == 0 {
		c.nothingToMark(pl.section)
		return
	}
	c.say("%q marks what is open in %s as not applying, %s. Line by line it is spelled out: type section. You see the list first.",
		"-", pl.section.Title, words.Count(n, "question", "questions"))
}

// orTrue names the word for a carried answer, where there is one to confirm.
func (c *core) orTrue() string {
	if p, onQuestion := c.here(); onQuestion && c.confirmable(p.q) {
		return ", or t if it is still true"
	}
	return ""
}

// said prints what the last act had to say, and what is not saved.
func (p *plain) said(c *core) {
	if c.notice != "" {
		p.print(c.notice)
	}
	if c.trouble() != "" {
		p.print(c.trouble())
	}
}

// ended says where the input ended.
func (p *plain) ended(c *core) Outcome {
	n, of, _ := c.progress()
	where := "after the last question"
	if pl, onQuestion := c.here(); onQuestion {
		where = fmt.Sprintf("at question %d of %d (%s)", n, of, pl.chapter.Title)
	}
	what := "Input ended "
	if p.in.ctx.Err() != nil {
		what = "Interrupted "
	}
	if c.leave() != nil {
		p.print(what + where + ".")
		p.print(c.trouble())
		return Interrupted
	}
	if c.aside != "" {
		p.print(what + where + ". " + c.aside)
		return Interrupted
	}
	p.print(what + where + "; the answers so far are saved.")
	return Interrupted
}

// place prints the question, or the page after the last one.
func (p *plain) place(c *core) {
	p.write("\n")
	pl, onQuestion := c.here()
	if !onQuestion {
		p.print(c.ending())
		p.print(`Enter ends here; "a" goes to the next one to do, "b" back, "u" takes back the last step.`)
		return
	}
	n, of, answered := c.progress()
	p.print(fmt.Sprintf("%s, question %d of %d, %s (%s)", pl.chapter.Title, n, of, answered, pl.q.Key))
	p.print(pl.q.Text)
	p.print("Why: " + pl.q.Why)
	for _, row := range c.rows(pl.q) {
		p.item(row)
	}
	p.print(strings.Join(c.special(pl.q), "   "))
	p.print(c.present(pl.q))
}
