package form

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"hygeia/frameworks"
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

func (p *plain) indented(s string, indent int) {
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
// nothing can be written any more, it returns io.EOF.
func (p *plain) read(prompt string) (string, error) {
	for {
		p.write(prompt + " ")
		if p.failed != nil {
			return "", io.EOF
		}
		s, err := p.in.line()
		if !errors.Is(err, errTooLong) {
			if err != nil {
				p.write("\n")
			}
			return s, err
		}
		p.print(fmt.Sprintf("That line is too long; at most %s characters are read.", words.Number(maxText)))
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
		if err != nil {
			return p.ended(c)
		}
		if outcome, done := p.typed(c, typed); done {
			return outcome
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

// again reports whether the question is to be printed once more although the
// person is still at it.
func (p *plain) again(typed string) bool {
	switch parseLine(typed).verb {
	case note, proof, clearAnswer, section, help, goTo, otherWay, notApply:
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
		if err := c.leave(); err == nil {
			p.print("Saved" + in(c.s.Path) + ".")
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
	_, onQuestion := c.here()
	switch {
	case !onQuestion && s == "":
		c.pass()
	case s == "":
		c.say("Choose an answer: 1 to 4, or 5, 6 or 0%s.", c.orTrue())
	default:
		c.say("%q is not an answer here: type 1 to 4, 5, 6 or 0%s, or ? for help.", words.Cut(s, 40), c.orTrue())
	}
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
	_, n, of, _ := c.progress()
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
	p.print(what + where + "; the answers so far are saved.")
	return Interrupted
}

// place prints the question, or the page after the last one.
func (p *plain) place(c *core) {
	p.write("\n")
	pl, onQuestion := c.here()
	if !onQuestion {
		p.print(c.ending())
		p.print(`Enter ends here; "u" goes to the next one to do, "b" back.`)
		return
	}
	chapter, n, of, answered := c.progress()
	p.print(fmt.Sprintf("%s, question %d of %d, %s (%s)", chapter, n, of, answered, pl.q.Key))
	p.print(pl.q.Text)
	p.print("Why: " + pl.q.Why)
	for l := frameworks.No; l <= frameworks.Yes; l++ {
		p.item(answerLine(pl.q, l))
	}
	p.print(specialLine)
	p.print(c.present(pl.q))
}

func (p *plain) help(c *core) {
	if pl, onQuestion := c.here(); onQuestion {
		for _, par := range c.helpFor(pl.q) {
			p.paragraph(par)
		}
	}
	p.paragraph(paragraph{"What can be typed", []string{
		"1 to 4, or no, partly, mostly, yes: the answer",
		"5 other way, 6 does not apply, 0 don't know",
		"t, or true: the carried answer is still true",
		"b back, s skip, u next unanswered, g KEY go to a question, g alone lists them",
		"n note, p proof, x clear the answer, section: the whole section does not apply",
		"q: save and quit",
	}})
}

func (p *plain) paragraph(par paragraph) {
	if len(par.lines) == 0 || len(par.lines) == 1 && par.lines[0] == "" {
		return
	}
	p.write("\n")
	if par.title != "" {
		p.print(par.title + ":")
	}
	for _, s := range par.lines {
		p.indented(s, par.indent())
	}
}

// goTo goes to the question or chapter named, or lists them all.
func (p *plain) goTo(c *core, key string) {
	if key == "" {
		p.list(c)
		return
	}
	if c.goTo(key) {
		return
	}
	var known []string
	for _, pl := range c.places {
		known = append(known, pl.q.Key)
		if pl.n == 1 && (strings.EqualFold(pl.chapter.ID, key) || strings.EqualFold(pl.chapter.Title, key)) {
			c.goTo(pl.q.Key)
			return
		}
	}
	c.say("There is no question %q here.%s Type g alone for the list.", words.Cut(key, 40), nearest(key, known))
}

func nearest(key string, known []string) string {
	if near := frameworks.Nearest(key, known); near != "" {
		return fmt.Sprintf(" Did you mean %s?", near)
	}
	return ""
}

func (p *plain) list(c *core) {
	for _, pl := range c.places {
		if pl.n == 1 {
			p.paragraph(paragraph{"", []string{pl.chapter.Title}})
		}
		p.item(fmt.Sprintf("%d %s: %s - %s", pl.n, pl.q.Key, pl.q.Title, c.answer(pl.q).Name()))
	}
}
