package assess

import (
	"fmt"
	"maps"
	"regexp"
	"slices"

	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// EvidenceSchema is the first line of a file that keeps the figures of one scan file.
const EvidenceSchema = "hygeia/evidence/v1"

// MaxEvidence is the largest such file that is read, in bytes.
const MaxEvidence = 2 << 20

// MaxHosts is the most names and addresses of systems that are kept of one file.
const MaxHosts = 10_000

// EncodeEvidence returns what is kept of a scan file as the YAML a person can read.
func EncodeEvidence(e *Evidence) ([]byte, error) {
	m := strictyaml.NewMap()
	m.Comment("What was kept of one file of a scan. Delete this file to forget it.")
	m.Word("schema", EvidenceSchema)
	writeScan(m, e)
	texts(m, "not_in_file", e.Missing)
	texts(m, "hosts", e.Hosts)
	return m.Encode()
}

// writeScan writes what may decide about an answer.
func writeScan(m *strictyaml.Map, e *Evidence) {
	m.Word("kind", e.Kind)
	m.Word("date", e.Date.String())
	if e.Told {
		m.Bool("date_told", true)
	}
	m.Word("imported", e.Imported.String())
	m.Word("digest", e.Digest)
	if e.From != NotTold {
		m.Word("from", e.From.String())
	}
	if e.Partial != "" {
		m.Text("partial", e.Partial)
	}
	texts(m, "owners", e.Owners)
	m.Int("rows", e.Rows)
	m.Int("unread", e.Unread)
	figures := m.Map("figures")
	for _, key := range slices.Sorted(maps.Keys(e.Figures)) {
		if f := e.Figures[key]; f.Known() {
			figures.Word(key, f.Number())
		}
	}
}

func texts(m *strictyaml.Map, key string, list []string) {
	if len(list) == 0 {
		return
	}
	l := m.List(key)
	for _, text := range list {
		l.Text(text)
	}
}

var (
	keyShape    = words.Pattern(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	digestShape = words.Pattern(`^sha256:[0-9a-f]{64}$`)
)

// DecodeEvidence reads what [EncodeEvidence] wrote. The error holds every mistake
// with its place.
func DecodeEvidence(name string, data []byte) (*Evidence, error) {
	doc, err := strictyaml.Parse(name, data, strictyaml.Limits{Bytes: MaxEvidence, Keys: MaxHosts})
	if err != nil {
		return nil, err
	}
	m := doc.Root().Mapping(append([]string{"schema", "owners", "not_in_file", "hosts"}, scanKeys...)...)
	if schema := m.Need("schema"); schema.Present() && schema.Text() != EvidenceSchema {
		schema.Errorf("schema %q: this hygeia reads %s", schema.Text(), EvidenceSchema)
	}
	e := readScan(m)
	e.Owners, e.Missing, e.Hosts = listOf(m.Get("owners")), listOf(m.Get("not_in_file")), listOf(m.Get("hosts"))
	return e, doc.Err()
}

// scanKeys are the keys of [writeScan], but for the owners.
var scanKeys = []string{"kind", "date", "date_told", "imported", "digest", "from", "partial", "rows", "unread", "figures"}

// readScan reads what [writeScan] wrote, but for the owners.
func readScan(m strictyaml.Mapping) *Evidence {
	e := &Evidence{
		Kind:     strictyaml.Word(m.Need("kind"), shaped("kind", keyShape, "small letters and hyphens")),
		Date:     strictyaml.Word(m.Need("date"), ParseDate),
		Told:     m.Get("date_told").Bool(),
		Imported: strictyaml.Word(m.Need("imported"), ParseDate),
		Digest:   strictyaml.Word(m.Need("digest"), shaped("digest", digestShape, digestRight)),
		From:     strictyaml.Word(m.Get("from"), ParseVantage),
		Partial:  m.Get("partial").Text(),
		Rows:     m.Need("rows").Int(0, maxFigure),
		Unread:   m.Need("unread").Int(0, maxFigure),
		Figures:  map[string]Figure{},
	}
	for _, f := range m.Need("figures").Entries() {
		key := strictyaml.Word(f.Key, shaped("figure", keyShape, "small letters, digits and hyphens"))
		e.Figures[key] = strictyaml.Word(f.Value, ParseFigure)
	}
	if e.Date.After(e.Imported) {
		m.Get("date").Errorf("date: %s is after %s, when it was imported", e.Date, e.Imported)
	}
	return e
}

// digestRight says how a digest looks.
const digestRight = "sha256: and 64 digits or letters a to f"

// shaped returns the reader of a word of that shape.
func shaped(what string, shape func() *regexp.Regexp, right string) func(string) (string, error) {
	return func(s string) (string, error) {
		if !shape().MatchString(s) {
			return "", fmt.Errorf("%s %q: must be %s", what, s, right)
		}
		return s, nil
	}
}

// listOf reads a list of texts.
func listOf(n strictyaml.Node) []string {
	var list []string
	for _, item := range n.Items() {
		list = append(list, item.Text())
	}
	return list
}
