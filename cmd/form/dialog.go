package form

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"hygeia/frameworks/words"
)

// dialog draws an inquiry, one field at a time, with huh's fields.
type dialog struct {
	*walk
	look    *look
	width   int
	height  int
	typed   string    // what a text field holds
	field   huh.Field // of a line or a text
	choices *picker   // of a pick
	fresh   bool      // what the field starts with is only offered: typing replaces it
	problem string    // what is wrong with what was given
	whole   *panel    // all of it to scroll through, in front of it
}

// textLines is how many lines of a text are shown at once.
const textLines = 5

func newDialog(l *look, in *inquiry, width, height int) *dialog {
	d := &dialog{walk: newWalk(in), look: l, width: width, height: height}
	d.build()
	return d
}

// build makes the huh field for the present field.
func (d *dialog) build() {
	d.fresh = !d.over() && len(d.now.offers) > 0
	d.hold(d.now.start)
}

// hold builds the field with a text in it.
func (d *dialog) hold(typed string) {
	d.field, d.choices, d.problem, d.typed = nil, nil, "", typed
	if d.over() {
		return
	}
	switch d.now.kind {
	case pick:
		d.choices = newPicker(d.look, d.rows(), d.startRow(), d.width)
	case text:
		d.field = huh.NewText().CharLimit(0).ExternalEditor(false).Lines(d.textLines()).Value(&d.typed)
	default:
		d.field = huh.NewInput().CharLimit(0).Prompt("> ").Value(&d.typed)
	}
	if d.field != nil {
		d.field.WithTheme(d.look.huh)
		d.field.WithKeyMap(d.look.keys)
		d.field.WithWidth(d.width)
		d.field.Focus() // its command would only make the cursor blink
	}
}

func (d *dialog) textLines() int { return max(2, min(textLines, d.height-8)) }

// rows are the options with what is said below them, and without it where the
// window has no room for that: every option has to be seen, and before it what
// there is to decide about.
func (d *dialog) rows() []string {
	rows := d.optionRows(true)
	around := len(words.Wrap(d.title, d.width, 0)) + len(d.paragraphs(d.now.about)) + 3 // and the heading, the keys
	if room := d.height - around; strings.Count(strings.Join(rows, "\n"), "\n") >= room {
		return d.optionRows(false)
	}
	return rows
}

func (d *dialog) optionRows(details bool) []string {
	rows := make([]string, len(d.now.options))
	for i, o := range d.now.options {
		row := o.key + " " + o.title
		if o.off != "" {
			row = o.key + " " + o.title + " (not possible yet)"
		}
		lines := words.Wrap(row, d.width-2, 2)
		if details && o.detail != "" {
			for _, l := range words.Wrap(o.detail, d.width-4, 0) {
				lines = append(lines, "  "+l)
			}
		}
		rows[i] = strings.Join(lines, "\n")
	}
	return rows
}

func (d *dialog) startRow() int {
	for i, o := range d.now.options {
		if o.key == d.now.start {
			return i
		}
	}
	return -1
}

// resize keeps what was typed and what is lit.
func (d *dialog) resize(width, height int) {
	d.width, d.height = width, height
	if d.whole != nil {
		d.whole.resize(width, height)
	}
	switch {
	case d.field != nil:
		if t, ok := d.field.(*huh.Text); ok {
			t.Lines(d.textLines())
		}
		d.field.WithWidth(width)
	case d.choices != nil:
		row, lit := d.choices.row()
		if !lit {
			row = -1
		}
		d.choices = newPicker(d.look, d.rows(), row, width)
	}
}

// wantsText reports whether letters are text here and not keys.
func (d *dialog) wantsText() bool { return d.field != nil }

// fate is what a key did to a dialog.
type fate int

const (
	staying fate = iota
	left         // the person left it; nothing changes
	ended        // every field was given
	gone         // the person goes back to the inquiry before
)

// key takes a key. Enter, Tab and Esc are handled here and never reach a huh
// field, which would answer them later, perhaps on the wrong question.
func (d *dialog) key(msg tea.KeyMsg) fate {
	d.problem = ""
	if d.whole != nil {
		if d.whole.key(msg) {
			d.whole = nil
		}
		return staying
	}
	switch msg.Type {
	case tea.KeyEsc:
		return left
	case tea.KeyShiftTab:
		switch {
		case d.back():
			d.build()
		case d.before != nil:
			return gone
		}
		return staying
	case tea.KeyEnter, tea.KeyTab:
		if !msg.Alt || d.now.kind != text {
			return d.enter()
		}
	case tea.KeyCtrlV, tea.KeyCtrlE:
		return staying // in huh and bubbles these start programs
	}
	if d.choices != nil {
		return d.pickKey(msg)
	}
	if !d.offered(msg) {
		d.edit(msg)
	}
	return staying
}

// offered goes through the values that are offered, with the arrow keys.
func (d *dialog) offered(msg tea.KeyMsg) bool {
	n := len(d.now.offers)
	if n == 0 || msg.Type != tea.KeyUp && msg.Type != tea.KeyDown {
		return false
	}
	at := slices.Index(d.now.offers, d.typed)
	switch {
	case msg.Type == tea.KeyDown:
		at = (at + 1) % n
	case at < 1:
		at = n - 1
	default:
		at--
	}
	d.hold(d.now.offers[at])
	d.fresh = true
	return true
}

func (d *dialog) enter() fate {
	if d.choices == nil {
		return d.take(d.typed)
	}
	row, ok := d.choices.row()
	if !ok {
		d.problem = chooseOne
		return staying
	}
	return d.take(d.now.options[row].key)
}

const chooseOne = "Choose one: type its key, or use the arrow keys and then Enter."

func (d *dialog) pickKey(msg tea.KeyMsg) fate {
	if d.choices.move(msg) {
		return staying
	}
	if msg.Type != tea.KeyRunes || msg.Alt {
		return staying
	}
	for _, o := range d.now.options {
		if strings.EqualFold(o.key, string(msg.Runes)) {
			return d.take(o.key)
		}
	}
	switch strings.ToLower(string(msg.Runes)) {
	case "q":
		return left
	case "?":
		if d.cut() {
			d.whole = newPanel(d.look, d.text(), d.width, d.height)
			return staying
		}
	}
	d.problem = chooseOne
	return staying
}

// pasted takes text that came all at once: into the text field, with its line
// ends, and where a key is wanted not at all.
func (d *dialog) pasted(s string) {
	d.whole = nil
	if d.choices != nil {
		d.problem = cameAtOnce(s)
		return
	}
	d.problem = ""
	s = lineEnds(s)
	d.edit(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s), Paste: true})
	if d.problem == "" && strings.Contains(s, "\n") {
		d.problem = "This came all at once and was taken as text. Enter goes on."
	}
}

func (d *dialog) take(value string) fate {
	if err := d.give(value); err != nil {
		d.problem = words.Sentence(err.Error())
		if errors.As(err, new(doubt)) {
			d.problem += " Leave it out, or press Enter again to keep it."
		}
		return staying
	}
	d.build()
	if d.over() {
		return ended
	}
	return staying
}

// edit passes a key to the text field, no more than there is room for. The
// command that comes back is dropped: it blinks the cursor or reads the clipboard.
func (d *dialog) edit(msg tea.KeyMsg) {
	text := msg.Type == tea.KeyRunes || msg.Type == tea.KeySpace
	if d.fresh && text && !msg.Alt {
		d.hold("")
	}
	d.fresh = false
	room := max(0, d.now.limit()-utf8.RuneCountInString(d.typed))
	switch {
	case text && !msg.Alt:
		msg.Runes = d.fitting(msg.Runes, room)
		if len(msg.Runes) == 0 {
			return
		}
	case (msg.Type == tea.KeyCtrlJ || msg.Type == tea.KeyEnter) && room == 0:
		d.problem = fmt.Sprintf("At most %s characters fit.", words.Number(d.now.limit()))
		return
	}
	d.field.Update(msg)
	if secret := d.now.secret(d.typed); secret != "" && d.problem == "" && words.Clean(d.typed) != d.asked {
		d.problem = looksLike(secret) + "."
	}
}

// fitting leaves out what cannot be seen, and what there is no room for.
func (d *dialog) fitting(runes []rune, room int) []rune {
	if words.Hides(string(runes)) {
		runes = []rune(words.Shown(string(runes)))
		d.problem = hiddenLeftOut
	}
	if len(runes) > room {
		runes = runes[:room]
		d.problem = fmt.Sprintf("At most %s characters fit; the rest was left out.", words.Number(d.now.limit()))
	}
	return runes
}

const hiddenLeftOut = "Characters that cannot be seen were left out."

// lineEnds gives a text the line ends a text field expects.
func lineEnds(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// cameAtOnce says that text came where keys are wanted, and shows it.
func cameAtOnce(s string) string {
	return fmt.Sprintf("This came all at once, as a paste does, and none of it was used: %q", words.Cut(words.Line(s), 200))
}
