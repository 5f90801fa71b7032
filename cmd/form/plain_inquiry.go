package form

import (
	"cmp"
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
		p.field(&w.now)
		typed, err := p.read(prompt(&w.now))
		if err != nil {
			return w, Interrupted
		}
		if leaves(&w.now, typed) {
			return w, Stopped
		}
		if err := w.give(w.now.filled(typed)); err != nil {
			p.print(words.Sentence(err.Error()))
		}
	}
	return w, Done
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
