package packet_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/assess/packet"
	"hygeia/assess/sheet"
	"hygeia/frameworks"
)

// edit returns a workbook with the text of its parts changed.
func edit(t testing.TB, data []byte, change func(name, text string) string) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		w, err := z.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, change(f.Name, string(text)))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// with returns a workbook with one more part.
func with(t testing.TB, data []byte, name, text string) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range archive.File {
		if err := z.Copy(f); err != nil {
			t.Fatal(err)
		}
	}
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, text)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// typeIn puts texts into empty cells of the first sheet, by their place ("D12").
func typeIn(t testing.TB, data []byte, cells map[string]string) []byte {
	t.Helper()
	return edit(t, data, func(name, text string) string {
		if name != "xl/worksheets/sheet1.xml" {
			return text
		}
		for place, typed := range cells {
			empty := regexp.MustCompile(`<c r="` + place + `" s="([0-9]+)"/>`)
			if !empty.MatchString(text) {
				t.Fatalf("%s is no empty cell", place)
			}
			text = empty.ReplaceAllString(text, `<c r="`+place+`" s="$1" t="inlineStr"><is><t>`+typed+`</t></is></c>`)
		}
		return text
	})
}

// The rows of a hand-out of three questions: name and day, and the first question.
const (
	nameCell, dayCell = "B6", "B7"
	firstRow          = 12
)

func cell(column string, row int) string { return fmt.Sprintf("%s%d", column, firstRow+row) }

// filledIn is a workbook with an answer of each kind that a sheet can have.
func filledIn(t testing.TB, p *packet.Packet) []byte {
	return typeIn(t, xlsxOf(t, p), map[string]string{
		nameCell: "J. Rivera", dayCell: "8/1/2026",
		cell("D", 0): "Still true", cell("F", 0): "Checked.",
		cell("D", 1): "Another way (partly)", cell("E", 1): "We switch it off.", cell("J", 1): "Dr. Ito", cell("K", 1): "12/31/2026",
		cell("G", 1): "Ticket 9", cell("H", 1): "Record",
		cell("D", 2): "MOSTLY", cell("G", 2): "Contract", cell("I", 2): "July 1, 2026",
	})
}

func checkFilledIn(t *testing.T, r *packet.Reply, p *packet.Packet) {
	t.Helper()
	if r.ID != p.ID || r.Organization != p.Organization || r.Quarter != q3 || r.By != "J. Rivera" || r.On.String() != "2026-08-01" {
		t.Errorf("came back as %+v", r)
	}
	if len(r.Given) != 3 || len(r.Wrong) > 0 {
		t.Fatalf("given %+v, wrong %+v", r.Given, r.Wrong)
	}
	for i, g := range r.Given {
		if g.Key != p.Questions[i].Key || g.Check != p.Questions[i].Check {
			t.Errorf("answer %d is of %s %s", i, g.Key, g.Check)
		}
	}
	if g := r.Given[0]; !g.Still || g.Answer.Note != "Checked." {
		t.Errorf("the first came back as %+v", g)
	}
	other := assess.Answer{
		State: assess.OtherWay, Level: frameworks.Partly, Reason: "We switch it off.", Approver: "Dr. Ito", Review: assess.Date{Year: 2026, Month: 12, Day: 31},
		Proof: []assess.Proof{{Grade: assess.Record, What: "Ticket 9"}},
	}
	if diff := cmp.Diff(other, r.Given[1].Answer); diff != "" {
		t.Errorf("the second came back as (-want +got)\n%s", diff)
	}
	proof := assess.Proof{Grade: assess.Paper, What: "Contract", Date: assess.Date{Year: 2026, Month: 7, Day: 1}}
	if g := r.Given[2]; g.Answer.Level != frameworks.Mostly || len(g.Answer.Proof) != 1 || g.Answer.Proof[0] != proof {
		t.Errorf("the third came back as %+v", g)
	}
}

func three(t testing.TB) *packet.Packet {
	return handout(t, clinic(t), "mfa-email", "kev-fix", "email-filter")
}

func TestWorkbookComesBack(t *testing.T) {
	p := three(t)
	data := filledIn(t, p)
	if !packet.IsReply(data) {
		t.Error("it is not recognized")
	}
	r, err := packet.Read("hr.xlsx", data, today)
	if err != nil {
		t.Fatal(err)
	}
	checkFilledIn(t, r, p)
}

// Google keeps the texts of cells in a part of their own, and drops looks.
func TestSharedTexts(t *testing.T) {
	p := three(t)
	var shared []string
	inline := regexp.MustCompile(`t="inlineStr"><is>(.*?)</is></c>`)
	data := edit(t, filledIn(t, p), func(name, text string) string {
		switch {
		case strings.HasPrefix(name, "xl/worksheets/"):
			text = inline.ReplaceAllStringFunc(text, func(m string) string {
				shared = append(shared, inline.FindStringSubmatch(m)[1])
				return fmt.Sprintf(`t="s"><v>%d</v></c>`, len(shared)-1)
			})
		case name == "xl/_rels/workbook.xml.rels":
			text = strings.Replace(text, "</Relationships>", `<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`, 1)
		}
		return text
	})
	data = with(t, data, "xl/sharedStrings.xml",
		fmt.Sprintf(`<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si>%s</si></sst>`, strings.Join(shared, "</si><si>")))
	if !packet.IsReply(data) {
		t.Error("it is not recognized")
	}
	r, err := packet.Read("hr.xlsx", data, today)
	if err != nil {
		t.Fatal(err)
	}
	checkFilledIn(t, r, p)
}

// A CSV file of the sheet, whatever parts its cells, is read like the workbook; rows
// may have been sorted, and columns added.
func TestCSVComesBack(t *testing.T) {
	p := three(t)
	book, err := sheet.Read("hr.xlsx", filledIn(t, p))
	if err != nil {
		t.Fatal(err)
	}
	rows := book.Sheets[0].Rows
	for name, separator := range map[string]rune{"comma": ',', "semicolon": ';', "tab": '\t'} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			w := csv.NewWriter(&b)
			w.Comma = separator
			for _, row := range rows {
				w.Write(append(row[:len(row):len(row)], "a column of somebody's"))
			}
			w.Flush()
			if !packet.IsReply(b.Bytes()) {
				t.Error("it is not recognized")
			}
			r, err := packet.Read("hr.csv", b.Bytes(), today)
			if err != nil {
				t.Fatal(err)
			}
			checkFilledIn(t, r, p)
		})
	}
}

// An answer that cannot be read is named, and the others are read.
func TestWrongCells(t *testing.T) {
	for name, c := range map[string]struct {
		cells map[string]string
		want  string
	}{
		"no answer":            {map[string]string{cell("D", 0): "perhaps"}, `"perhaps" is no answer`},
		"nearly an answer":     {map[string]string{cell("D", 0): "mosty"}, "did you mean Mostly?"},
		"another way":          {map[string]string{cell("D", 0): "Another way"}, `choose "Another way (mostly)" or "Another way (partly)"`},
		"without a reason":     {map[string]string{cell("D", 0): "Another way (mostly)", cell("J", 0): "CIO", cell("K", 0): "2026-12-31"}, `"Why it does not apply, or what you do instead": is empty`},
		"without an approver":  {map[string]string{cell("D", 0): "Another way (mostly)", cell("E", 0): "So.", cell("K", 0): "2026-12-31"}, `"Another way: who approved it": is empty`},
		"without a next look":  {map[string]string{cell("D", 0): "Another way (mostly)", cell("E", 0): "So.", cell("J", 0): "CIO"}, `"Another way: look at it again on": is empty`},
		"a next look one day":  {map[string]string{cell("D", 0): "Another way (mostly)", cell("E", 0): "So.", cell("J", 0): "CIO", cell("K", 0): "some day"}, `"some day" is not a day`},
		"an approver of a yes": {map[string]string{cell("D", 0): "Yes", cell("J", 0): "CIO"}, "belongs to another way only"},
		"a note alone":         {map[string]string{cell("F", 0): "Ask Pat."}, "choose an answer"},
		"a date alone":         {map[string]string{cell("D", 0): "yes", cell("I", 0): "2026-07-01"}, "write what shows it"},
		"a kind alone":         {map[string]string{cell("D", 0): "yes", cell("H", 0): "Record"}, "write what shows it"},
		"a kind of no one":     {map[string]string{cell("D", 0): "yes", cell("G", 0): "Policy", cell("H", 0): "Papper"}, `"Papper" is no kind of proof`},
		"a date that is none":  {map[string]string{cell("D", 0): "yes", cell("G", 0): "Policy", cell("I", 0): "soon"}, `"soon" is not a day`},
		"a formula":            {map[string]string{cell("D", 0): "</t></is><f>1+1</f><v>2</v><is><t>Yes"}, "worked out by a formula"},
		"a formula for a note": {map[string]string{cell("D", 0): "Yes", cell("E", 0): "</t></is><f>A1</f><v>2</v><is><t>x"}, "worked out by a formula"},
	} {
		t.Run(name, func(t *testing.T) {
			c.cells[cell("D", 1)] = "no"
			r, err := packet.Read("hr.xlsx", typeIn(t, xlsxOf(t, three(t)), c.cells), today)
			if err != nil {
				t.Fatal(err)
			}
			if len(r.Wrong) != 1 || !strings.Contains(r.Wrong[0].Why, c.want) || !strings.Contains(r.Wrong[0].Why, "row 12") {
				t.Errorf("wrong is %+v, want %q", r.Wrong, c.want)
			}
			if len(r.Given) != 1 || r.Given[0].Answer.Level != frameworks.No {
				t.Errorf("given is %+v", r.Given)
			}
		})
	}
}

// A sheet that cannot be trusted to say which question was answered is refused.
func TestWrongWorkbooks(t *testing.T) {
	data := typeIn(t, xlsxOf(t, three(t)), map[string]string{cell("D", 0): "yes"})
	replaced := func(old, new string) []byte {
		return edit(t, data, func(_, text string) string { return strings.ReplaceAll(text, old, new) })
	}
	macros := with(t, data, "xl/vbaProject.bin", "a program")
	key := three(t).Questions[0].Key
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"macros":                {macros, "holds macros"},
		"a changed check":       {replaced(key+"&#xA;", "&#xA;"), "was changed"},
		"a question twice":      {replaced(three(t).Questions[1].Key+"&#xA;", key+"&#xA;"), "stands in this sheet twice"},
		"a newer hygeia":        {replaced("packet/v1", "packet/v9"), "a newer one wrote it"},
		"no quarter":            {replaced(">2026-Q3<", ">soon<"), "Quarter:"},
		"no head":               {replaced("Your answer", "Answer"), "no row has the headings"},
		"a file that is cut":    {data[:len(data)/2], "cut off or damaged"},
		"a workbook of 60 MB":   {append(data[:len(data):len(data)], make([]byte, 60<<20)...), "at most 50 MB are read"},
		"the line is not there": {replaced("Hand-out:", "Number:"), "cannot be told where it came from"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := packet.Read("hr.xlsx", c.data, today)
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "hr.xlsx: ") {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

// A reason beside an answer that needs none is a note, and nothing typed is lost.
func TestReasonBesideALevel(t *testing.T) {
	data := typeIn(t, xlsxOf(t, three(t)), map[string]string{cell("D", 0): "partly", cell("E", 0): "Two wards only.", cell("F", 0): "Ask Pat."})
	r, err := packet.Read("hr.xlsx", data, today)
	if err != nil {
		t.Fatal(err)
	}
	if g := r.Given[0].Answer; g.Note != "Ask Pat.\nTwo wards only." || g.Reason != "" {
		t.Errorf("given is %+v", g)
	}
}

// What is filled in is open, everything else is locked, and each answer and kind of
// proof stands in a list.
func TestOpenCellsAndLists(t *testing.T) {
	text := inside(t, xlsxOf(t, three(t)))
	for _, want := range []string{`Mostly,Partly,No,Another way (mostly),Another way (partly),Don`, `Paper,Record,From outside,Somebody said so`, "<sheetProtection "} {
		if !strings.Contains(text, want) {
			t.Errorf("the workbook lacks %q", want)
		}
	}
	style := func(place string) string {
		m := regexp.MustCompile(`<c r="` + place + `" s="([0-9]+)"`).FindStringSubmatch(text)
		if m == nil {
			t.Fatalf("there is no cell %s", place)
		}
		return m[1]
	}
	for column, open := range map[string]bool{
		"A": false, "B": false, "C": false, "D": true, "E": true, "F": true, "G": true, "H": true, "I": true, "J": true, "K": true, "L": false,
	} {
		if got := style(cell(column, 0)) == style(nameCell); got != open {
			t.Errorf("column %s is open: %v", column, got)
		}
	}
}
