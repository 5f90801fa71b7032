package exchange

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/assess/exchange/oscal"
	"hygeia/assess/packet"
	"hygeia/assess/sheet"
	"hygeia/frameworks"
	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// Kind says what a file is.
type Kind int

// The kinds of files that can be taken over. None is something else.
const (
	None    Kind = iota
	Quarter      // a copy of a saved quarter
	Answers      // an answers file, filled in
	Backup       // a whole folder, as "hygeia export backup" writes it
	Sealed       // the same with a passphrase
	Ledger       // a copy of the ledger
	Log          // a copy of the log
	OSCAL        // a catalog of controls, or another of OSCAL's documents
	Reply        // a hand-out that came back
	Sheet        // a workbook or a table that may have ids of a framework
)

// families are the kinds in the order they are looked for: how each is named to
// people, and how it is recognized.
var families = []struct {
	kind Kind
	name string
	is   func(data []byte) bool
}{
	{Quarter, "a copy of a saved quarter", schema("assessment")},
	{Answers, "an answers file", schema("answers")},
	{Reply, "a hand-out that came back", packet.IsReply},
	{Ledger, "a copy of the ledger", schema("ledger")},
	{Log, "a copy of the log", schema("log")},
	{Backup, "a backup", isArchive},
	{OSCAL, "a catalog in OSCAL (JSON)", oscal.Recognize},
	{Sealed, "a backup with a passphrase", begins("age-encryption.org/v1\n")},
	{Sheet, "a sheet with ids of a framework", isSheet}, // last: it takes any table
}

// Recognize says what a file is by what it says.
func Recognize(data []byte) Kind {
	for _, f := range families {
		if f.is(data) {
			return f.kind
		}
	}
	return None
}

// Known names all that can be taken over.
func Known() []string {
	var names []string
	for _, f := range families {
		names = append(names, f.name)
	}
	return names
}

// String names the kind.
func (k Kind) String() string {
	for _, f := range families {
		if f.kind == k {
			return f.name
		}
	}
	return "an unknown file"
}

// schema recognizes a YAML file by its first key, in whatever encoding.
func schema(name string) func([]byte) bool {
	line := words.Pattern(`(?m)^(?:["']?schema["']?|[{ \t]*"schema") *: *["']?hygeia/` + name + `/v[0-9]+["']?[ \t\r,]*$`)
	return func(data []byte) bool { return line().Match(strictyaml.Text(data[:min(len(data), 4<<10)&^1])) }
}

func begins(with string) func([]byte) bool {
	return func(data []byte) bool { return bytes.HasPrefix(data, []byte(with)) }
}

// isArchive recognizes a zip archive that is no workbook, and no document of another
// program that is packed as one.
func isArchive(data []byte) bool {
	return sheet.KindOf(data) == sheet.Zip && sheet.ForeignOf(data) == nil
}

// isSheet recognizes an Excel workbook, and a text most of whose first lines have the
// same number of cells. A spreadsheet of another kind is one that cannot be read, which
// reading it says.
func isSheet(data []byte) bool {
	switch kind := sheet.KindOf(data); {
	case kind == sheet.Workbook, sheet.ForeignOf(data) != nil:
		return true
	case kind == sheet.TextFile:
		return sheet.LooksLikeTable(data)
	}
	return false
}

// ReadQuarter reads a copy of a quarter. Keys that the content does not know are
// no mistake: its questions may be on another computer.
func ReadQuarter(name string, data []byte) (*assess.Assessment, error) {
	a, _, err := assess.Decode(name, data, nil)
	return a, err
}

// unknownKeys are the answers of a copy that the content has no question for.
func unknownKeys(lib *frameworks.Library, a *assess.Assessment) []string {
	var keys []string
	for key := range a.Answers {
		if _, known := lib.Question(key); !known {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// list names a few things and counts the rest.
func list(names []string) string {
	const most = 12
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
}
