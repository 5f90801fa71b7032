package assess

import "hygeia/frameworks/words"

// Evidence is what was kept of one file of a scan: figures, and nothing of the
// file's rows. It is no answer and changes none.
type Evidence struct {
	Kind     string   // one of the kinds the content has rules for, such as cyhy-findings
	Date     Date     // of the scan, as the file says, or as the person said where it does not
	Told     bool     // the date was told by a person
	Imported Date     // when the file was read
	Digest   string   // "sha256:" and 64 hex digits over the file
	Owners   []string // whose the file says it is; may be empty
	From     Vantage
	Partial  string // why it is not the whole picture; empty if it is one
	Rows     int    // that were read
	Unread   int    // rows that could not be read
	Figures  map[string]Figure
	Missing  []string // figures that files of this kind can have and this one has not
	Hosts    []string // names and addresses of systems; only where the person asked to keep them
}

// Figure returns one figure; the zero Figure if the file does not have it.
func (e *Evidence) Figure(key string) Figure { return e.Figures[key] }

// Vantage says where a scan looked from. The zero Vantage is "not told".
type Vantage int

// Where a scan looked from.
const (
	NotTold Vantage = iota
	Internet
	Inside
)

var vantageWords = words.NewSet[Vantage]("from", "", "internet", "inside")

// String returns internet or inside, and nothing where it is not told.
func (v Vantage) String() string { return vantageWords.Word(v) }

// ParseVantage reads internet or inside.
func ParseVantage(s string) (Vantage, error) { return vantageWords.Parse(s) }
