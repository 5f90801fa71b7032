package form

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"hygeia/frameworks/words"
)

// inquire runs an inquiry that stands alone, and those that follow from it.
func (p *plain) inquire(in *inquiry) Outcome {
	lost := "nothing was changed"
	for next := in; next != nil; {
		w, outcome := p.walk(next)
		if outcome == Interrupted && p.failed == nil {
			p.print(fmt.Sprintf("Input ended at %q; %s.", cmp.Or(w.now.title, w.title), lost))
		}
		if outcome != Done {
			return outcome
		}
		if w.wentBack {
			next = w.before()
			continue
		}
		next = w.finish(w.got)
		lost = "what was said before is kept"
	}
	return Done
}

// walk reads the fields of an inquiry. An empty line keeps what is there
// already; in place of a reason it leaves without change, as "cancel" always does.
func (p *plain) walk(in *inquiry) (*walk, Outcome) {
	w := newWalk(in)
	p.write("\n")
	p.print(w.title)
	for !w.over() {
		p.step(w)
		p.field(&w.now)
		typed, err := p.read(prompt(&w.now))
		var came atOnce
		if errors.As(err, &came) {
			if typed, err = p.pasted(w, came.text); err == nil && typed == "" {
				continue
			}
		}
		if err != nil {
			return w, Interrupted
		}
		if w.before != nil && len(w.trail) == 0 && strings.EqualFold(typed, "back") {
			w.wentBack = true
			return w, Done
		}
		if leaves(&w.now, typed) {
			return w, Stopped
		}
		p.give(w, w.now.filled(typed))
	}
	return w, Done
}

// step says which field this is, where the inquiry counts them.
func (p *plain) step(w *walk) {
	if w.steps {
		n, of := w.count()
		p.print(fmt.Sprintf("Step %d of %d", n, of))
	}
}

// pasted asks what lines that came all at once are meant for: a text may be
// pasted, anything else not. It returns "" if they are for nothing.
func (p *plain) pasted(w *walk, text string) (string, error) {
	if w.now.kind == pick || w.now.check != nil && w.now.kind == line {
		p.print(cameAtOnce(text))
		return "", nil
	}
	text, wanted, err := p.takes(text, "Take them as the text asked for?")
	if !wanted {
		return "", err
	}
	return text, nil
}

// give gives a value to the field and says what is wrong with it. Whoever types is
// asked once about a value that looks like a secret; in a pipe nobody can be.
func (p *plain) give(w *walk, value string) {
	err := w.give(value)
	if err == nil {
		return
	}
	said := words.Sentence(err.Error())
	if !errors.As(err, new(doubt)) {
		p.print(said)
		return
	}
	if !p.atTerminal() {
		p.print(said + " It is kept as it is.")
		p.give(w, value)
		return
	}
	p.print(said + " Type it again without that, or press Enter to keep it.")
	w.now.start = value
}

// leaves reports whether a line leaves the inquiry.
func leaves(f *field, typed string) bool {
	switch strings.ToLower(typed) {
	case "cancel":
		return true
	case "q", "quit":
		return f.kind == pick
	case "":
		return f.start == "" && f.need != "" && f.kind == text
	}
	return false
}

// filled returns what a line means for the field: empty keeps what it holds,
// a dash empties it.
func (f *field) filled(typed string) string {
	switch {
	case f.kind == pick:
		return typed
	case typed == "":
		return f.start
	case typed == "-":
		return ""
	}
	return typed
}

func (p *plain) field(f *field) {
	for _, s := range f.about {
		p.print(s)
	}
	if f.title != "" {
		p.print(f.title)
	}
	for _, h := range f.help {
		p.print(h)
	}
	if len(f.offers) > 1 {
		p.print("Known: " + strings.Join(f.offers, ", ") + ".")
	}
	for _, o := range f.options {
		s := o.key + " " + o.title
		if o.off != "" {
			s += " (not possible yet)"
		}
		if o.detail != "" {
			s += " - " + o.detail
		}
		p.item(s)
	}
}

// prompt says what an empty line does.
func prompt(f *field) string {
	switch {
	case f.start != "" && f.kind == pick:
		return fmt.Sprintf("Choose (Enter for %s):", f.show(f.start))
	case f.kind == pick:
		return "Choose:"
	case f.start != "":
		return fmt.Sprintf("Type it, or Enter to keep %q, - to empty it:", words.Cut(words.Line(f.start), 60))
	case f.need == "":
		return "Type it, or Enter for none:"
	}
	return `Type it, or "cancel":`
}
