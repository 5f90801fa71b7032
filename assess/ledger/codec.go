package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks/strictyaml"
)

// Schema is the first line of a ledger. A change that an older hygeia could not
// read raises the number, and the older number stays readable.
const Schema = "hygeia/ledger/v1"

// MaxFile is the largest ledger that is read, in bytes: decades of decisions.
const MaxFile = 4 << 20

// Encode returns the ledger as the YAML file a person can read: one event after
// the other, in the order written. The bytes are the same for the same events.
func (l *Ledger) Encode() ([]byte, error) { return encode(l.events) }

func encode(events []Event) ([]byte, error) {
	m := strictyaml.NewMap()
	m.Comment("What the board was asked and what was decided. Events are only added; nothing is\nchanged or removed. Write with \"hygeia decide\".")
	m.Word("schema", Schema)
	list := m.List("events")
	for i, e := range events {
		write(list.Map(), i+1, e)
	}
	return m.Encode()
}

func write(m *strictyaml.Map, number int, e Event) {
	m.Int("event", number)
	m.Word("day", e.Day.String())
	m.Int("matter", e.Matter)
	m.Word("question", e.Question)
	m.Word("what", e.Kind.String())
	word := func(key, text string) {
		if text != "" {
			m.Word(key, text)
		}
	}
	text := func(key, text string) {
		if text != "" {
			m.Text(key, text)
		}
	}
	word("period", e.Period.String())
	word("suggested", e.Due.String())
	text("lead", e.Lead)
	word("decision", e.Said.Kind.String())
	text("owner", e.Said.Owner)
	word("due", e.Said.Due.String())
	text("reason", e.Said.Reason)
	text("approver", e.Said.Approver)
	word("until", e.Said.Until.String())
	if e.Cost > 0 {
		m.Int("cost", e.Cost)
	}
	text("by", e.By)
}

// Digest returns "sha256:" and 64 hex digits over the first n events as they are
// written, whatever the line ends of the file. A finished quarter keeps it, so
// that decisions can be added after it and none before it can be changed unseen.
// The number of events is part of what is digested.
func (l *Ledger) Digest(n int) (string, error) {
	if n < 0 || n > len(l.events) {
		return "", fmt.Errorf("the ledger has %d events and not %d", len(l.events), n)
	}
	data, err := encode(l.events[:n])
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:]), nil
}

// Read returns the ledger of a file. Every mistake in it comes with its place:
// a number twice, a decision about what was never asked or raised, a date before
// the ask.
func Read(name string, data []byte) (*Ledger, error) {
	doc, err := strictyaml.Parse(name, data, strictyaml.Limits{Bytes: MaxFile})
	if err != nil {
		return nil, err
	}
	m := doc.Root().Mapping("schema", "events")
	if schema := m.Need("schema"); schema.Present() && schema.Text() != Schema {
		schema.Errorf("schema %q: this hygeia reads %s", schema.Text(), Schema)
	}
	l := &Ledger{}
	for i, n := range m.Get("events").Items() {
		e, fine := read(n, i+1)
		switch {
		case !fine:
			return nil, doc.Err() // what follows would be measured against a gap
		default:
			if err := l.Append(e); err != nil {
				n.Errorf("event %d: %v", i+1, err)
				return nil, doc.Err()
			}
		}
	}
	if err := doc.Err(); err != nil {
		return nil, err
	}
	return l, nil
}

// read returns one event and whether its form is fine.
func read(n strictyaml.Node, number int) (Event, bool) {
	m := n.Mapping("event", "day", "matter", "question", "what", "period", "suggested", "lead",
		"decision", "owner", "due", "reason", "approver", "until", "cost", "by")
	fine := true
	has := func(node strictyaml.Node) strictyaml.Node {
		fine = fine && node.Present()
		return node
	}
	count := has(m.Need("event"))
	if got, want := count.Int(1, 1<<20), number; fine && got != want {
		count.Errorf("event %d: must be %d, for events are numbered in the order in which they stand", got, want)
		fine = false
	}
	e := Event{
		Day:      strictyaml.Word(has(m.Need("day")), assess.ParseDate),
		Matter:   has(m.Need("matter")).Int(1, 1<<20),
		Question: has(m.Need("question")).Text(),
		Kind:     strictyaml.Word(has(m.Need("what")), ParseKind),
		Period:   strictyaml.Word(m.Get("period"), assess.ParseQuarter),
		Due:      strictyaml.Word(m.Get("suggested"), assess.ParseDate),
		Lead:     m.Get("lead").Text(),
		By:       m.Get("by").Text(),
		Said: assess.Decision{
			Kind:     strictyaml.Word(m.Get("decision"), assess.ParseDecision),
			Owner:    m.Get("owner").Text(),
			Due:      strictyaml.Word(m.Get("due"), assess.ParseDate),
			Reason:   m.Get("reason").Text(),
			Approver: m.Get("approver").Text(),
			Until:    strictyaml.Word(m.Get("until"), assess.ParseDate),
		},
	}
	if cost := m.Get("cost"); cost.Present() {
		e.Cost = cost.Int(1, MaxCost)
	}
	for _, at := range misplaced(m, e.Kind) {
		at.node.Errorf("%s has no place in an event that is %q", at.key, e.Kind)
		fine = false
	}
	return e, fine && e.Kind != 0 && !e.Day.IsZero() && e.Matter > 0
}

// place is a key with its value.
type place struct {
	key  string
	node strictyaml.Node
}

// misplaced returns the keys an event of that kind may not have.
func misplaced(m strictyaml.Mapping, k Kind) []place {
	var found []place
	refuse := func(keys ...string) {
		for _, key := range keys {
			if n := m.Get(key); n.Present() {
				found = append(found, place{key, n})
			}
		}
	}
	if k != Asked {
		refuse("period", "suggested", "lead")
	}
	if k != Decided {
		refuse("decision", "owner", "due", "reason", "approver", "until", "cost")
	}
	return found
}
