package series

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// Schema is the first line of a series file.
const Schema = "hygeia/series/v1"

// MaxFile is the largest series file that is read, in bytes.
const MaxFile = 6 << 20

// maxRows is the most rows of one.
const maxRows = 20_000

// Encode returns the series as the YAML a person can read.
func Encode(s *Series) ([]byte, error) {
	m := strictyaml.NewMap()
	m.Comment("What somebody else's sheet says, as it was understood. It is no answer and no target.\nDelete this file to forget it.")
	m.Word("schema", Schema)
	m.Word("name", s.Name)
	m.Text("source", s.Source)
	m.Word("digest", s.Digest)
	m.Word("imported", s.Imported.String())
	m.Text("framework", s.Framework)
	m.Word("scale", s.Scale.String())
	if s.Aim != (Scale{}) {
		m.Word("target_scale", s.Aim.String())
	}
	m.Int("unplaced", s.Unplaced)
	columns := m.List("columns")
	for _, c := range s.Columns {
		writeColumn(columns.Map(), c)
	}
	rows := m.List("rows")
	for _, r := range s.Rows {
		writeRow(rows.Map(), r)
	}
	data, _, err := m.EncodeAs(s.Name, limits)
	return data, err
}

var limits = strictyaml.Limits{Bytes: MaxFile, Keys: maxRows}

func writeColumn(m *strictyaml.Map, c Column) {
	if c.Sheet != "" {
		m.Text("sheet", c.Sheet)
	}
	m.Word("column", c.Letter())
	m.Text("head", c.Head)
	m.Word("means", c.Means.String())
	if c.Period != "" {
		m.Text("period", c.Period.String())
	}
}

func writeRow(m *strictyaml.Map, r Row) {
	m.Text("id", r.ID)
	if len(r.Went) > 0 {
		list := m.List("went")
		for _, id := range r.Went {
			list.Text(id)
		}
	}
	if r.Nowhere {
		m.Bool("nowhere", true)
	}
	text(m, "part", r.Part)
	text(m, "sheet", r.Sheet)
	m.Int("row", r.At)
	for _, group := range []struct {
		key    string
		values []Dated
	}{{"values", r.Values}, {"targets", r.Targets}, {"plans", r.Plans}} {
		if len(group.values) == 0 {
			continue
		}
		values := m.Map(group.key)
		for _, d := range group.values {
			values.Text(periodKey(d.Period), d.Value.Text)
		}
	}
	text(m, "priority", r.Priority)
	text(m, "status", r.Status)
	if r.Excluded {
		m.Bool("excluded", true)
	}
	text(m, "note", r.Note)
	text(m, "owner", r.Owner)
}

func text(m *strictyaml.Map, key, value string) {
	if value != "" {
		m.Text(key, value)
	}
}

// undated is the key of a value without a time.
const undated = "undated"

func periodKey(p Period) string {
	if p == "" {
		return undated
	}
	return p.String()
}

var (
	nameShape   = words.Pattern(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	digestShape = words.Pattern(`^sha256:[0-9a-f]{64}$`)
	columnShape = words.Pattern(`^[A-Z]{1,3}$`)
)

// MaxName is the longest name of a series, in characters.
const MaxName = 60

// CheckName refuses what is no name of a series.
func CheckName(name string) error {
	if !nameShape().MatchString(name) || len(name) > MaxName {
		return fmt.Errorf("name %q: must be small letters, digits and hyphens, at most %d of them", name, MaxName)
	}
	return nil
}

// Decode reads what [Encode] wrote. The error holds every mistake with its place.
func Decode(name string, data []byte) (*Series, error) {
	doc, err := strictyaml.Parse(name, data, limits)
	if doc == nil || err != nil {
		return nil, err
	}
	if !doc.Root().Present() {
		return nil, fmt.Errorf("%s:1:1: there is nothing in this file; it must begin with \"schema: %s\"", name, Schema)
	}
	m := doc.Root().Mapping("schema", "name", "source", "digest", "imported", "framework", "scale", "target_scale", "unplaced", "columns", "rows")
	if schema := m.Need("schema"); schema.Present() && schema.Text() != Schema {
		schema.Errorf("schema %q: this hygeia reads %s", schema.Text(), Schema)
	}
	s := &Series{
		Name:      strictyaml.Word(m.Need("name"), func(t string) (string, error) { return t, CheckName(t) }),
		Source:    m.Need("source").Text(),
		Digest:    strictyaml.Word(m.Need("digest"), shaped("digest", digestShape, "sha256: and 64 digits or letters a to f")),
		Imported:  strictyaml.Word(m.Need("imported"), assess.ParseDate),
		Framework: m.Need("framework").Text(),
		Scale:     strictyaml.Word(m.Need("scale"), ParseScale),
		Aim:       strictyaml.Word(m.Get("target_scale"), ParseScale),
		Unplaced:  m.Need("unplaced").Int(0, 1<<30),
	}
	for _, item := range m.Need("columns").Items() {
		s.Columns = append(s.Columns, readColumn(item))
	}
	for _, item := range m.Need("rows").Items() {
		s.Rows = append(s.Rows, readRow(item, s))
	}
	if err := doc.Err(); err != nil {
		return nil, err
	}
	return s, nil
}

func shaped(what string, shape func() *regexp.Regexp, right string) func(string) (string, error) {
	return func(s string) (string, error) {
		if !shape().MatchString(s) {
			return "", fmt.Errorf("%s %q: must be %s", what, s, right)
		}
		return s, nil
	}
}

func readColumn(n strictyaml.Node) Column {
	m := n.Mapping("sheet", "column", "head", "means", "period")
	c := Column{
		Sheet: m.Get("sheet").Text(), Head: m.Get("head").Text(),
		Means: strictyaml.Word(m.Need("means"), ParseMeans), Period: strictyaml.Word(m.Get("period"), ParsePeriod),
	}
	for _, letter := range strictyaml.Word(m.Need("column"), shaped("column", columnShape, "one to three capital letters")) {
		c.At = c.At*26 + int(letter-'A') + 1
	}
	return c
}

func readRow(n strictyaml.Node, s *Series) Row {
	m := n.Mapping("id", "went", "nowhere", "part", "sheet", "row", "values", "targets", "plans", "priority", "status", "excluded", "note", "owner")
	r := Row{
		ID: m.Need("id").Text(), Nowhere: m.Get("nowhere").Bool(), Part: m.Get("part").Text(), Sheet: m.Get("sheet").Text(), At: m.Need("row").Int(1, 1<<30),
		Values: readValues(m.Get("values"), s.Scale), Targets: readValues(m.Get("targets"), s.aim()), Plans: readValues(m.Get("plans"), s.Scale),
		Priority: m.Get("priority").Text(), Status: m.Get("status").Text(), Excluded: m.Get("excluded").Bool(), Note: m.Get("note").Text(), Owner: m.Get("owner").Text(),
	}
	for _, id := range m.Get("went").Items() {
		r.Went = append(r.Went, id.Text())
	}
	if r.Nowhere && len(r.Went) > 0 {
		m.Get("nowhere").Errorf("nowhere: the id went somewhere, as \"went\" says; take one of them away")
	}
	return r
}

func readValues(n strictyaml.Node, scale Scale) []Dated {
	var values []Dated
	for _, e := range n.Entries() {
		d := Dated{Value: strictyaml.Word(e.Value, func(t string) (Value, error) {
			v, ok := parseValue(t)
			if !ok || v.Text != t {
				return Value{Text: t}, fmt.Errorf("score %q: must be a number, a word for how far something is done, or n/a", t)
			}
			return Value{Text: t, kind: v.kind, n: v.n}, v.On(scale)
		})}
		if e.Key.Text() != undated {
			d.Period = strictyaml.Word(e.Key, ParsePeriod)
		}
		values = append(values, d)
	}
	return values
}

// NameOf makes the name of a series of that of a file.
func NameOf(file string) string {
	if i := strings.LastIndexAny(file, `/\`); i >= 0 {
		file = file[i+1:]
	}
	if i := strings.LastIndexByte(file, '.'); i > 0 {
		file = file[:i]
	}
	parts := strings.FieldsFunc(strings.ToLower(file), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') })
	name := strings.Join(parts, "-")
	if len(name) > MaxName {
		name = strings.Trim(name[:MaxName], "-")
	}
	if name == "" {
		return "sheet"
	}
	return name
}

// Same reports whether two series hold the same, whenever they were imported.
func Same(x, y *Series) bool {
	a, b := *x, *y
	a.Imported, b.Imported = assess.Date{}, assess.Date{}
	one, err1 := Encode(&a)
	two, err2 := Encode(&b)
	return err1 == nil && err2 == nil && slices.Equal(one, two)
}
