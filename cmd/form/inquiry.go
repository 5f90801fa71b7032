package form

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"hygeia/assess"
	"hygeia/frameworks/words"
)

// inquiry is a few questions in a row that belong together: the fields of an
// answer "other way", a note, who the organization is. Nothing comes of it
// unless the person goes through to the end.
type inquiry struct {
	title  string
	fields []func(got map[string]string) field // each built when it is reached
	finish func(got map[string]string) *inquiry
	draft  func(text string) // keeps half-typed text; nil if it need not be kept
	drop   func()            // undoes the drafts when the person leaves; nil if there are none
	steps  bool              // says how many fields there are and which one this is

	before func() *inquiry // the inquiry before this one, for going back; nil if there is none

	leave   func() // what leaving means where it is a choice like others; nil if it changes nothing
	leaving string // says so beside the keys
}

// abandon is what happens when the person leaves an inquiry.
func (c *core) abandon(in *inquiry) {
	if in.leave != nil {
		in.leave()
		return
	}
	if in.drop != nil {
		in.drop()
	}
	c.say("Nothing was changed.")
}

// fieldKind is what a field takes.
type fieldKind int

const (
	skipped fieldKind = iota // not asked
	line                     // one line of text
	text                     // text of several lines
	pick                     // one of its options
)

// field is one question of an inquiry.
type field struct {
	kind    fieldKind
	key     string
	title   string
	about   []string                           // what the field is about, above its title, a paragraph each
	help    []string                           // what to know before answering, a paragraph each
	start   string                             // what it holds at first; for a pick, the key preselected
	offers  []string                           // known values of a line: typing replaces the one it starts with
	options []option                           // of a pick
	need    string                             // said when it is left empty; "" if it may be
	most    int                                // characters it takes, if not the usual number of its kind
	check   func(value string) (string, error) // refuses a value, or returns it as it is kept
}

// option is one of the answers of a pick.
type option struct {
	key    string // typed to choose it
	title  string
	words  []string // other words that mean it
	detail string   // shown below it
	off    string   // why it cannot be chosen; "" if it can
}

// The most characters a field takes.
const (
	maxText = assess.MaxNote
	maxLine = assess.MaxName
)

// limit is the most characters the field takes.
func (f *field) limit() int {
	switch {
	case f.most > 0:
		return f.most
	case f.kind == text:
		return maxText
	}
	return maxLine
}

// walk is the way through an inquiry.
type walk struct {
	*inquiry
	at       int
	now      field
	got      map[string]string
	trail    []int  // the fields asked before, for going back
	wentBack bool   // to the inquiry before
	asked    string // the value it was asked about whether it may be kept
}

// doubt is what is asked once about a value: it looks like something that
// belongs into no note. Given again, the value is kept.
type doubt struct{ looksLike string }

func (d doubt) Error() string { return looksLike(d.looksLike) }

func looksLike(what string) string {
	return fmt.Sprintf("This looks like %s, which others would read here", what)
}

// newWalk starts at the first field that is asked. It is over at once if
// there is none.
func newWalk(in *inquiry) *walk {
	w := &walk{inquiry: in, at: -1, got: map[string]string{}}
	w.forward()
	return w
}

func (w *walk) over() bool { return w.at >= len(w.fields) }

func (w *walk) forward() {
	for w.at++; !w.over(); w.at++ {
		if w.now = w.fields[w.at](w.got); w.now.kind != skipped {
			return
		}
	}
}

// give takes the value of the present field and goes to the next. It returns
// what is wrong with the value, if anything is.
func (w *walk) give(value string) error {
	value, err := w.now.accept(value)
	if err != nil {
		return err
	}
	if secret := w.now.secret(value); secret != "" && value != w.asked {
		w.asked = value
		return doubt{secret}
	}
	w.got[w.now.key] = value
	w.trail = append(w.trail, w.at)
	w.forward()
	return nil
}

// back returns to the field before, which holds what was given there.
func (w *walk) back() bool {
	if len(w.trail) == 0 {
		return false
	}
	w.at = w.trail[len(w.trail)-1]
	w.trail = w.trail[:len(w.trail)-1]
	w.now = w.fields[w.at](w.got)
	w.now.start = w.got[w.now.key]
	return true
}

// count returns which field this is and of how many, as far as is known now.
func (w *walk) count() (n, of int) {
	n = len(w.trail) + 1
	of = n
	for i := w.at + 1; i < len(w.fields); i++ {
		if w.fields[i](w.got).kind != skipped {
			of++
		}
	}
	return n, of
}

// secret says what a text looks like that belongs into no note; "" for every
// other value.
func (f *field) secret(value string) string {
	if f.kind == text || f.kind == line && f.check == nil {
		return words.Secret(value)
	}
	return ""
}

// accept returns the value as it is kept.
func (f *field) accept(value string) (string, error) {
	if f.kind == pick {
		return f.option(value)
	}
	value = words.Clean(value)
	if f.kind == line {
		value = words.Line(value)
	}
	if value == "" && f.need != "" {
		return "", fmt.Errorf("%s", f.need)
	}
	if n := utf8.RuneCountInString(value); n > f.limit() {
		return "", fmt.Errorf("%s characters; at most %s fit", words.Number(n), words.Number(f.limit()))
	}
	if f.check != nil && value != "" {
		return f.check(value)
	}
	return value, nil
}

// option finds the option that was typed and returns its key.
func (f *field) option(value string) (string, error) {
	if value == "" {
		value = f.start
	}
	var keys []string
	for _, o := range f.options {
		if !o.means(value) {
			keys = append(keys, o.key)
			continue
		}
		if o.off != "" {
			return "", fmt.Errorf("%s cannot be chosen: %s", o.title, o.off)
		}
		return o.key, nil
	}
	return "", fmt.Errorf("choose one of %s", strings.Join(keys, ", "))
}

func (o option) means(value string) bool {
	value = strings.TrimSpace(value)
	for _, word := range append([]string{o.key, o.title}, o.words...) {
		if strings.EqualFold(value, word) {
			return true
		}
	}
	return false
}

// always makes a field that does not depend on what was said before.
func always(f field) func(map[string]string) field {
	return func(map[string]string) field { return f }
}
