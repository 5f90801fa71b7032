package form

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"hygeia/frameworks/words"
)

// lines draws the dialog on the whole window.
func (d *dialog) lines() []string {
	if d.whole != nil {
		return d.whole.lines()
	}
	return fit(d.height, d.blocks())
}

func (d *dialog) blocks() []block {
	return []block{
		{lines: words.Wrap(d.heading(), d.width, 0), rank: 6, least: 1}, gap,
		{lines: d.given(), rank: 7},
		{lines: d.paragraphs(d.now.about), rank: 8, more: "…"}, d.gapAfterAbout(),
		{lines: d.asks(), rank: 3, least: 1},
		{lines: d.paragraphs(d.now.help), rank: 8, more: "…"}, gap,
		{lines: d.input(), rank: 1, least: 2},
		{lines: d.counter(), rank: 5},
		{lines: d.known(), rank: 6, more: "…"}, gap,
		{lines: styled(d.look.warn, d.problemLines()), rank: 2},
		{fill: true},
		{lines: flow(d.keyHelp(), " · ", d.width), rank: 4, least: 1},
	}
}

// cut reports whether something to read before choosing has no room in the window.
func (d *dialog) cut() bool {
	if d.now.kind != pick {
		return false
	}
	most := len(d.paragraphs(d.now.about)) + len(d.paragraphs(d.now.help))
	for _, row := range d.optionRows(true) {
		most += 1 + strings.Count(row, "\n")
	}
	return most+len(words.Wrap(d.heading(), d.width, 0))+len(d.asks())+2 > d.height // and the keys on two lines
}

// text is all that stands in the dialog, as far as it is there to be read.
func (d *dialog) text() []paragraph {
	rows := paragraph{title: d.now.title}
	for _, o := range d.now.options {
		row := o.key + " " + o.title
		if o.detail != "" {
			row += ". " + o.detail
		}
		rows.lines = append(rows.lines, row)
	}
	return []paragraph{{d.title, append(slices.Clone(d.now.about), d.now.help...)}, rows}
}

func (d *dialog) gapAfterAbout() block {
	if len(d.now.about) == 0 {
		return block{}
	}
	return gap
}

// heading is the title, with which step this is where that is wanted.
func (d *dialog) heading() string {
	if !d.steps {
		return d.title
	}
	n, of := d.count()
	return fmt.Sprintf("%s · %d of %d", d.title, n, of)
}

// known are the values that are offered, if there are several.
func (d *dialog) known() []string {
	if len(d.now.offers) < 2 {
		return nil
	}
	return words.Wrap("Known: "+strings.Join(d.now.offers, ", "), d.width, 0)
}

func (d *dialog) asks() []string {
	if d.now.title == "" {
		return nil
	}
	return styled(d.look.strong, words.Wrap(d.now.title, d.width, 0))
}

func (d *dialog) paragraphs(texts []string) []string {
	var lines []string
	for _, s := range texts {
		lines = append(lines, words.Wrap(s, d.width, 0)...)
	}
	return lines
}

func (d *dialog) input() []string {
	if d.choices != nil {
		return d.choices.lines()
	}
	return strings.Split(d.field.View(), "\n")
}

func (d *dialog) counter() []string {
	if d.now.kind != text {
		return nil
	}
	return []string{fmt.Sprintf("%s of %s characters", words.Number(utf8.RuneCountInString(d.typed)), words.Number(d.now.limit()))}
}

func (d *dialog) problemLines() []string {
	if d.problem == "" {
		return nil
	}
	return words.Wrap(d.problem, d.width, 0)
}

// given shows what was said in the fields before.
func (d *dialog) given() []string {
	var lines []string
	for _, i := range d.trail {
		f := d.fields[i](d.got)
		lines = append(lines, words.Clip(f.title+" "+f.show(d.got[f.key]), d.width))
	}
	return lines
}

// show returns a value as people read it.
func (f *field) show(value string) string {
	for _, o := range f.options {
		if o.key == value {
			return o.title
		}
	}
	return words.Line(value)
}

func (d *dialog) keyHelp() []string {
	var keys []string
	switch d.now.kind {
	case pick:
		if keys = []string{"type a key, or use arrows and Enter"}; d.cut() {
			keys = append(keys, "? shows all")
		}
	case text:
		keys = []string{"Enter goes on", "ctrl+j new line"}
	default:
		keys = []string{"Enter goes on"}
	}
	switch {
	case len(d.now.offers) > 1:
		keys = append(keys, "arrows: other names", "typing replaces it")
	case len(d.now.offers) == 1:
		keys = append(keys, "typing replaces it")
	}
	if len(d.trail) > 0 || d.before != nil {
		keys = append(keys, "shift+tab goes back")
	}
	return append(keys, cmp.Or(d.leaving, "Esc leaves without change"))
}
