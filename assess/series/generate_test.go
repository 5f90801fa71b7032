package series

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess/sheet"
)

// made is a sheet that the generator made up, with what it means.
type made struct {
	cells   [][]string
	merged  []sheet.Range
	head    int // row with the heads, counted from 0
	choices Choices
	want    []Row
	lost    int    // places that are to be listed
	what    string // how it was made, to name it in a failure
}

// generator makes sheets of every kind: each property is drawn on its own.
type generator struct {
	*rand.Rand
	lib *library
	log []string
}

func pick[T any](g *generator, list ...T) T { return list[g.IntN(len(list))] }

func (g *generator) say(format string, args ...any) {
	g.log = append(g.log, fmt.Sprintf(format, args...))
}

// editions and what a sheet needs so that it can be of no other one.
var editionsMade = []string{"nist-csf-2.0", "nist-csf-1.1", "hipaa-security-rule", "hicp-2023", "hicp-2018", "cisa-cpg-2.0", "cisa-cpg-1.0.1", "hph-cpg", "categories"}

// ids draws the ids of a sheet.
func (g *generator) ids() (e *edition, list []*entry, told bool) {
	name := pick(g, editionsMade...)
	level := name != "categories"
	if !level {
		name = "nist-csf-2.0"
	}
	e = g.lib.edition(name)
	var all []*entry
	for _, x := range e.sorted() {
		if x.fine == level && (e.now != nil || !x.gone) && len(x.id) > 2 {
			all = append(all, x)
		}
	}
	g.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	list = all[:min(len(all), 3+g.IntN(40))]
	g.say("%s, %d ids", name, len(list))
	return e, list, name != "hipaa-security-rule" && name != "hph-cpg"
}

// written is an id as somebody writes it.
func (g *generator) written(style string, e *edition, x *entry) string {
	id := x.id
	if e.family.name == "hipaa" {
		id = pick(g, "45 CFR ", "§", "§ ", "", "45 CFR § ") + id
		if g.IntN(4) == 0 {
			id = strings.ReplaceAll(id, "(", " (")
		}
	}
	if e.family.name == "cpg" {
		id = strings.TrimPrefix(id, "CPG-")
	}
	title := x.title
	if title == "" {
		title = strings.Join(x.words, " ")
	}
	if e.family.name == "csf" {
		switch style {
		case "lower":
			return strings.ToLower(id)
		case "dash":
			return strings.ReplaceAll(id, "-", "–")
		case "hyphen":
			if !x.fine {
				return id // a category is not written so
			}
			return strings.Replace(id, ".", "-", 1)
		case "blank":
			return strings.Replace(id, "-", " ", 1)
		case "digit":
			return strings.Replace(id, "-0", "-", 1)
		case "prefix":
			return "NIST CSF " + id
		case "brackets":
			return words1(title) + " (" + id + ")"
		}
	}
	if style == "colon" {
		return id + ": " + title
	}
	return id
}

// words1 is a title that stands before an id in brackets.
func words1(title string) string {
	return strings.NewReplacer(".", "", ":", "", ";", "").Replace(title)
}

// scaled is a way of scoring: how a score is written, and as what it is read.
type scaled struct {
	name   string
	choice string // what has to be said
	head   string // what the head says
	values [][2]string
}

func (g *generator) scale() scaled {
	numbers := func(low, high, step int, format string) [][2]string {
		var list [][2]string
		for n := low * 1000; n <= high*1000; n += step {
			text := printed(n)
			written := text
			switch format {
			case "comma":
				written = strings.ReplaceAll(text, ".", ",")
			case "blank":
				written = " " + text + " "
			case "of":
				written = fmt.Sprintf("%s of %d", text, high)
			}
			list = append(list, [2]string{written, text})
		}
		return list
	}
	said := func(list ...string) [][2]string {
		var all [][2]string
		for _, w := range list {
			all = append(all, [2]string{w, w})
		}
		return all
	}
	list := []scaled{
		{"0-5 told", "0-5", "", numbers(0, 5, 1000, "")},
		{"0-5 halves comma", "0-5", "", numbers(0, 5, 500, "comma")},
		{"0-5 in the head", "", " (0-5)", numbers(0, 5, 1000, "blank")},
		{"0-4 told", "0-4", "", numbers(0, 4, 500, "")},
		{"0-10 told", "0-10", "", numbers(0, 10, 500, "")},
		{"of 5", "0-5", "", numbers(0, 5, 1000, "of")},
		{"0-10 in the head", "", " (0 to 10)", numbers(0, 10, 1000, "")},
		{"percent", "", "", [][2]string{{"0%", "0%"}, {"25%", "25%"}, {"50 %", "50%"}, {"62,5%", "62.5%"}, {"100%", "100%"}}},
		{"percent in the head", "", " %", [][2]string{{"0", "0"}, {"40", "40"}, {"85", "85"}, {"100", "100"}}},
		{"tiers", "", "", [][2]string{{"Tier 1", "1"}, {"Tier 2", "2"}, {"Tier 3: Repeatable", "3"}, {"Tier 4", "4"}}},
		{"tiers named", "", "", [][2]string{{"1 - Partial", "1"}, {"2 - Risk Informed", "2"}, {"3 - Repeatable", "3"}, {"4 – Adaptive", "4"}}},
		{"words", "", "", said("Not implemented", "Partially implemented", "Largely implemented", "Fully implemented")},
		{"short words", "", "", said("No", "Partial", "Largely", "Full")},
		{"yes and no", "", "", said("Yes", "No", "yes", "N")},
		{"traffic light", "", "", said("Red", "Amber", "Green")},
		{"cmmi", "", "", said("Initial", "Defined", "Optimizing", "Quantitatively Managed")},
	}
	return list[g.IntN(len(list))]
}

// periods are the heads of the columns with scores, and the periods they mean.
func (g *generator) periods() [][2]string {
	switch g.IntN(9) {
	case 0:
		return [][2]string{{"2025-Q4", "2025-Q4"}, {"2026-Q1", "2026-Q1"}}
	case 1:
		return [][2]string{{"Q1 2026", "2026-Q1"}, {"Q2 2026", "2026-Q2"}, {"Q3 2026", "2026-Q3"}}
	case 2:
		return [][2]string{{"FY25", "FY2025"}, {"FY26", "FY2026"}}
	case 3:
		return [][2]string{{"2024", "2024"}, {"2025", "2025"}}
	case 4:
		return [][2]string{{"Jan-26", "2026-01"}, {"Apr-26", "2026-04"}}
	case 6:
		return [][2]string{{"H2 2025", "2025-H2"}, {"2026-H1", "2026-H1"}}
	case 5:
		return [][2]string{{"Score 2025", "2025"}, {"Current score", "current"}}
	}
	return [][2]string{{pick(g, "Current", "Score", "Maturity", "Current state", "Rating", "Maturity Level", "Actual", "Status", "currentScore", "current_score"), "current"}}
}

// column is one column while a sheet is made.
type column struct {
	head string
	cell func(i int) string
}

func (g *generator) make() made {
	g.log = nil
	e, ids, _ := g.ids()
	m := made{}
	if e.family.name != "hipaa" && e.family.name != "hph" {
		m.choices.Framework = e.id
	}
	style := pick(g, "alone", "colon", "lower", "dash", "digit", "prefix", "brackets", "hyphen", "blank")
	s := g.scale()
	m.choices.Scale = s.choice
	g.say("style %s, scale %s", style, s.name)

	// Rows: some ids have several, each with values of its own.
	type line struct {
		x    *entry
		part int
	}
	var lines []line
	several := g.IntN(3) == 0
	for _, x := range ids {
		n := 1
		if several && g.IntN(3) == 0 {
			n = 2 + g.IntN(2)
		}
		for part := range n {
			lines = append(lines, line{x, part})
		}
	}
	m.want = make([]Row, len(lines))
	for i, l := range lines {
		m.want[i].ID, m.want[i].Went, m.want[i].Nowhere = l.x.id, l.x.went, l.x.gone && len(l.x.went) == 0
	}
	idHead := pick(g, "ID", "Subcategory", "Control ID", "Ref", "Requirement", "Practice")
	columns := []column{{idHead, func(i int) string { return g.written(style, e, lines[i].x) }}}
	for _, p := range g.periods() {
		columns = append(columns, column{p[0] + s.head, func(i int) string {
			if g.IntN(12) == 0 {
				return ""
			}
			if g.IntN(25) == 0 {
				m.want[i].Values = append(m.want[i].Values, Dated{Period(p[1]), Value{Text: "n/a", kind: notApplicable}})
				return "n/a"
			}
			v := s.values[g.IntN(len(s.values))]
			m.want[i].Values = append(m.want[i].Values, Dated{Period(p[1]), Value{Text: v[1]}})
			return v[0]
		}})
	}
	if g.IntN(2) == 0 {
		columns = append(columns, column{pick(g, "Target", "Goal", "Desired", "Target score", "To-Be") + s.head, func(i int) string {
			v := s.values[g.IntN(len(s.values))]
			m.want[i].Targets = append(m.want[i].Targets, Dated{"", Value{Text: v[1]}})
			return v[0]
		}})
	}
	columns = append(columns, g.traps(&m)...)
	scores := columns[1:]
	g.Shuffle(len(scores), func(i, j int) { scores[i], scores[j] = scores[j], scores[i] })

	// Rows above the heads.
	m.head = pick(g, 0, 0, 0, 1, 2, 3, 7, 20, 48)
	for r := range m.head {
		m.cells = append(m.cells, pick(g, []string{"Mercy Clinic (invented)"}, []string{""}, []string{"Self-assessment"}, []string{fmt.Sprintf("Page %d of the workbook", r)}))
	}
	var heads []string
	for _, c := range columns {
		heads = append(heads, c.head)
	}
	m.cells = append(m.cells, heads)
	first := len(m.cells)
	for i := range lines {
		row := make([]string, len(columns))
		for c := range columns {
			row[c] = columns[c].cell(i)
		}
		m.want[i].At = first + i + 1
		m.cells = append(m.cells, row)
	}
	if several && g.IntN(2) == 0 {
		g.merge(&m, first, len(lines), func(i int) bool { return lines[i].part > 0 })
	}
	g.extras(&m, len(columns))
	m.what = strings.Join(g.log, "; ")
	return m
}

// traps are columns that are no scores: numbers and words that look like them.
func (g *generator) traps(m *made) []column {
	var columns []column
	add := func(head string, cell func(i int) string) { columns = append(columns, column{head, cell}) }
	if g.IntN(2) == 0 {
		add(pick(g, "Priority", "Priority (1-5)", "Implementation Priority"), func(i int) string {
			m.want[i].Priority = pick(g, "1", "2", "5", "High", "Low")
			return m.want[i].Priority
		})
	}
	if g.IntN(2) == 0 {
		add(pick(g, "Weight", "Effort", "Risk score", "Cost", "Gap", "Score Impact", "Level of effort", "Confidence"), func(int) string { return pick(g, "1", "2", "3", "4") })
	}
	if g.IntN(2) == 0 {
		add(pick(g, "Owner", "Responsible", "Control owner", "Assigned to"), func(int) string {
			return pick(g, "dana.rivers <dana.rivers@prairieview.example>", "Kim Falk", "IT Manager")
		})
	}
	if g.IntN(2) == 0 {
		add(pick(g, "Notes", "Comments"), func(i int) string {
			if g.IntN(2) == 0 {
				return ""
			}
			m.want[i].Note = pick(g, "printers missing", "two vendors\nleft", "done, mostly; see list", "\"care\" is on the wall")
			return m.want[i].Note
		})
	}
	if g.IntN(3) == 0 {
		add(pick(g, "Target date", "Due", "Deadline"), func(int) string { return pick(g, "2027-03-31", "8/31/26", "Q2 2027") })
	}
	return columns
}

// merge takes the id away from all but the first row of each, as merged cells do.
func (g *generator) merge(m *made, first, n int, again func(i int) bool) {
	g.say("merged")
	for i := 0; i < n; i++ {
		last := i
		for last+1 < n && again(last+1) {
			last++
			m.cells[first+last][0] = ""
		}
		if last > i {
			m.merged = append(m.merged, sheet.Range{Row: first + i, LastRow: first + last})
		}
		i = last
	}
}

// extras are rows that have no place, and are listed.
func (g *generator) extras(m *made, width int) {
	if g.IntN(3) == 0 {
		row := make([]string, width)
		for c := range row {
			row[c] = "2"
		}
		row[0] = "Average"
		m.cells = append(m.cells, row)
		m.lost++
	}
	if g.IntN(3) == 0 {
		row := make([]string, width)
		row[0], row[1] = "HH-01", "3"
		if width > 2 {
			row[2] = "downtime boxes"
		}
		m.cells = append(m.cells, row)
		m.lost++
	}
	if g.IntN(4) == 0 {
		m.cells = append(m.cells, slices.Clone(m.cells[m.head]))
	}
}

// file writes the sheet in one of the ways people save one. A text has lost that cells
// were merged, so such sheets are workbooks.
func (g *generator) file(m made) (name string, data []byte) {
	kind := pick(g, "comma", "semicolon", "tab", "bom", "utf16", "workbook", "workbook")
	if len(m.merged) > 0 {
		kind = "workbook"
	}
	if kind == "workbook" {
		return kind, workbookOf(m, g.IntN(2) == 0, g.IntN(2) == 0)
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = g.IntN(2) == 0
	w.Comma = map[string]rune{"semicolon": ';', "tab": '\t'}[kind]
	if w.Comma == 0 {
		w.Comma = ','
	}
	for _, row := range m.cells {
		if len(row) == 1 && row[0] == "" {
			row = make([]string, 3) // as spreadsheets write an empty row
		}
		w.Write(row)
	}
	w.Flush()
	switch kind {
	case "bom":
		return kind, append([]byte("\xEF\xBB\xBF"), b.Bytes()...)
	case "utf16":
		out := []byte("\xFF\xFE")
		for _, u := range utf16.Encode([]rune(b.String())) {
			out = append(out, byte(u), byte(u>>8))
		}
		return kind, out
	}
	return kind, b.Bytes()
}

// workbookOf writes a workbook with merged cells, a read-me before the table, and a
// hidden sheet with ids behind it.
func workbookOf(m made, readme, hidden bool) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	part := func(name, text string) {
		w, _ := z.Create(name) // into memory
		w.Write([]byte(xml.Header + text))
	}
	type tab struct{ name, state, cells string }
	var tabs []tab
	if readme {
		tabs = append(tabs, tab{"Read me", "", sheetXML([][]string{{"How to fill in this workbook"}, {"Write one row for each outcome."}}, nil)})
	}
	tabs = append(tabs, tab{"Assessment", "", sheetXML(m.cells, m.merged)})
	if hidden {
		tabs = append(tabs, tab{"Lists", ` state="hidden"`, sheetXML([][]string{{"ID", "Score"}, {"ID.AM-06", "3"}, {"PR.AA-01", "1"}}, nil)})
	}
	list, rels := "", ""
	for i, t := range tabs {
		list += fmt.Sprintf(`<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>`, t.name, i+1, t.state, i+1)
		rels += fmt.Sprintf(`<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, i+1)
		part(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), t.cells)
	}
	part("xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>`+list+`</sheets></workbook>`)
	part("xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+rels+`</Relationships>`)
	z.Close()
	return b.Bytes()
}

func sheetXML(rows [][]string, merged []sheet.Range) string {
	var b strings.Builder
	b.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	for r, row := range rows {
		fmt.Fprintf(&b, `<row r="%d">`, r+1)
		for c, text := range row {
			if text != "" {
				fmt.Fprintf(&b, `<c r="%s%d" t="inlineStr"><is><t xml:space="preserve">`, letters(c+1), r+1)
				xml.EscapeText(&b, []byte(text))
				b.WriteString(`</t></is></c>`)
			}
		}
		b.WriteString(`</row>`)
	}
	b.WriteString(`</sheetData><mergeCells>`)
	for _, m := range merged {
		fmt.Fprintf(&b, `<mergeCell ref="%s%d:%s%d"/>`, letters(m.Column+1), m.Row+1, letters(m.LastColumn+1), m.LastRow+1)
	}
	b.WriteString(`</mergeCells></worksheet>`)
	return b.String()
}

// meant is what of a row is compared.
type meant struct {
	ID, Went, Values, Targets, Priority, Note string
	At                                        int
}

func meanings(rows []Row) []meant {
	var list []meant
	for _, r := range rows {
		m := meant{ID: r.ID, Went: strings.Join(r.Went, " "), Priority: r.Priority, Note: r.Note, At: r.At}
		for _, d := range slices.SortedFunc(slices.Values(r.Values), func(x, y Dated) int { return x.Period.compare(y.Period) }) {
			m.Values += fmt.Sprintf("%s=%s ", d.Period, d.Value.Text)
		}
		for _, d := range r.Targets {
			m.Targets += fmt.Sprintf("%s=%s ", d.Period, d.Value.Text)
		}
		if m.Values+m.Targets+m.Priority+m.Note != "" {
			list = append(list, m)
		}
	}
	return list
}

// TestGenerated: sheets of every kind are read as exactly what they mean, and what a
// series file holds comes back from it as it was.
func TestGenerated(t *testing.T) {
	lib, err := newLibrary(shipped(t))
	if err != nil {
		t.Fatal(err)
	}
	sheets := 300
	if testing.Short() {
		sheets = 30
	}
	if n, err := strconv.Atoi(os.Getenv("HYGEIA_SHEETS")); err == nil {
		sheets = n // as many as one wants to wait for
	}
	failed := 0
	for seed := range sheets {
		g := &generator{Rand: rand.New(rand.NewPCG(16, uint64(seed))), lib: lib}
		m := g.make()
		kind, data := g.file(m)
		if failed += g.check(t, seed, kind, data, m); failed > 5 {
			t.Fatal("and more")
		}
	}
}

func (g *generator) check(t *testing.T, seed int, kind string, data []byte, m made) int {
	name := fmt.Sprintf("seed %d, %s, %s, heads in row %d", seed, kind, m.what, m.head+1)
	book, err := sheet.Read("made", data)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return 1
	}
	r, q, err := Understand(book, shipped(t), m.choices)
	if err != nil || q != nil {
		t.Errorf("%s: %v, question %+v", name, err, q)
		return 1
	}
	if diff := cmp.Diff(meanings(m.want), meanings(r.Series.Rows)); diff != "" {
		t.Errorf("%s (-meant +read)\n%s\n%v", name, diff, r.Columns)
		return 1
	}
	if len(r.Unplaced) != m.lost {
		t.Errorf("%s: %v is not placed, want %d", name, r.Unplaced, m.lost)
		return 1
	}
	r.Series.Name, r.Series.Source, r.Series.Digest, r.Series.Imported = "made", "made.csv", "sha256:"+strings.Repeat("0", 64), day
	file, err := Encode(r.Series)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return 1
	}
	back, err := Decode("series/made.yaml", file)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return 1
	}
	if again, err := Encode(back); err != nil || !bytes.Equal(file, again) {
		t.Errorf("%s: the file does not come back as it was: %v", name, err)
		return 1
	}
	return 0
}
