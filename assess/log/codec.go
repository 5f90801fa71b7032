package log

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"hygeia/assess"
	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// Schema is the first line of a log. A change that an older hygeia could not read
// raises the number, and the older number stays readable.
const Schema = "hygeia/log/v1"

// MaxFile is the largest log that is read, in bytes: a copy a day for decades.
const MaxFile = 4 << 20

// key is one field of an event in the file. What is empty is left out.
type key struct {
	name  string
	has   func(Event) bool
	write func(*strictyaml.Map, Event)
	read  func(strictyaml.Node, *Event)
}

// fits reports whether an event of that kind may have the key.
func (k key) fits(kind Kind) bool {
	return slices.Contains(kinds[kind].must, k.name) || slices.Contains(kinds[kind].may, k.name)
}

// keys are the fields beside number, day and kind, in the order of the file.
var keys = []key{
	text("what", func(e *Event) *string { return &e.What }),
	text("by", func(e *Event) *string { return &e.By }),
	date("due", func(e *Event) *assess.Date { return &e.Due }),
	text("packet", func(e *Event) *string { return &e.Packet }),
	{
		name:  "period",
		has:   func(e Event) bool { return !e.Period.IsZero() },
		write: func(m *strictyaml.Map, e Event) { m.Word("period", e.Period.String()) },
		read:  func(n strictyaml.Node, e *Event) { e.Period = strictyaml.Word(n, assess.ParseQuarter) },
	},
	text("to", func(e *Event) *string { return &e.To }),
	{
		name:  "questions",
		has:   func(e Event) bool { return e.Questions > 0 },
		write: func(m *strictyaml.Map, e Event) { m.Int("questions", e.Questions) },
		read:  func(n strictyaml.Node, e *Event) { e.Questions = n.Int(1, 1<<20) },
	},
}

func text(name string, of func(*Event) *string) key {
	return key{
		name:  name,
		has:   func(e Event) bool { return *of(&e) != "" },
		write: func(m *strictyaml.Map, e Event) { m.Text(name, *of(&e)) },
		read: func(n strictyaml.Node, e *Event) {
			s := words.Line(n.Text())
			if length := utf8.RuneCountInString(s); length > MaxText {
				n.Errorf("%s has %d characters; at most %d are kept", name, length, MaxText)
			}
			*of(e) = s
		},
	}
}

func date(name string, of func(*Event) *assess.Date) key {
	return key{
		name:  name,
		has:   func(e Event) bool { return !of(&e).IsZero() },
		write: func(m *strictyaml.Map, e Event) { m.Word(name, of(&e).String()) },
		read:  func(n strictyaml.Node, e *Event) { *of(e) = strictyaml.Word(n, assess.ParseDate) },
	}
}

// Encode returns the log as the YAML file a person can read: one event after the
// other, in the order written. The bytes are the same for the same events.
func (l *Log) Encode() ([]byte, error) {
	m := strictyaml.NewMap()
	m.Comment("What went out of this folder and what came back. Events are only added; nothing is\nchanged or removed. Written by hygeia.")
	m.Word("schema", Schema)
	list := m.List("events")
	for i, e := range l.events {
		item := list.Map()
		item.Int("number", i+1)
		item.Word("day", e.Day.String())
		item.Word("kind", e.Kind.String())
		for _, k := range keys {
			if k.has(e) {
				k.write(item, e)
			}
		}
	}
	return m.Encode()
}

// Read returns the log of a file. Every mistake in it comes with its place: a
// number twice, a field that its kind does not have, a letter back from a service
// that was never asked.
func Read(name string, data []byte) (*Log, error) {
	doc, err := strictyaml.Parse(name, data, strictyaml.Limits{Bytes: MaxFile})
	if err != nil {
		return nil, err
	}
	m := doc.Root().Mapping("schema", "events", "entries")
	if schema := m.Need("schema"); schema.Present() && schema.Text() != Schema {
		schema.Errorf("schema %q: this hygeia reads %s", schema.Text(), Schema)
	}
	l := &Log{}
	readEntries(m.Get("entries"), l)
	for i, n := range m.Get("events").Items() {
		e, fine := read(n, l.Len()+1)
		if !fine {
			return nil, doc.Err() // what follows would be measured against a gap
		}
		if err := l.Append(e); err != nil {
			n.Errorf("event %d: %v", i+1, err)
			return nil, doc.Err()
		}
	}
	if err := doc.Err(); err != nil {
		return nil, err
	}
	return l, nil
}

// read returns one event and whether its form is fine.
func read(n strictyaml.Node, number int) (Event, bool) {
	names := []string{"number", "day", "kind"}
	for _, k := range keys {
		names = append(names, k.name)
	}
	m := n.Mapping(names...)
	fine := true
	count := m.Need("number")
	if got := count.Int(1, 1<<20); count.Present() && got != number {
		count.Errorf("number %d: must be %d, for events are numbered in the order in which they stand", got, number)
		fine = false
	}
	kind, day := m.Need("kind"), m.Need("day")
	e := Event{Kind: strictyaml.Word(kind, ParseKind), Day: strictyaml.Word(day, assess.ParseDate)}
	for _, k := range keys {
		at := m.Get(k.name)
		if at.Present() && e.Kind != 0 && !k.fits(e.Kind) {
			at.Errorf("%s has no place in an event that is %s", k.name, e.Kind)
			fine = false
		}
		if at.Present() {
			k.read(at, &e)
		}
	}
	return e, fine && count.Present() && e.Kind != 0 && !e.Day.IsZero()
}

// readEntries reads what the log held before it had events: the copies that were
// made, and where they went.
func readEntries(n strictyaml.Node, l *Log) {
	for _, item := range n.Items() {
		m := item.Mapping("day", "what", "where")
		day, what := m.Need("day"), m.Need("what")
		e := Event{Kind: strictyaml.Word(what, onlyBackup), Day: strictyaml.Word(day, assess.ParseDate), What: m.Get("where").Text()}
		if e.Kind == 0 || e.Day.IsZero() {
			continue // recorded with its place
		}
		if err := l.Append(e); err != nil {
			item.Errorf("%v", err)
		}
	}
}

func onlyBackup(s string) (Kind, error) {
	if s != kinds[Backup].word {
		return 0, fmt.Errorf("what %q: must be %s", s, kinds[Backup].word)
	}
	return Backup, nil
}
