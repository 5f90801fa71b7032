package report

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess/sheet"
	"hygeia/report/doc/doctest"
)

func workbook(t *testing.T, in Input) *sheet.Book {
	t.Helper()
	var b bytes.Buffer
	if err := WriteXLSX(&b, in); err != nil {
		t.Fatal(err)
	}
	book, err := sheet.Read("report.xlsx", b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// The workbook has the gaps, the answers, the plan and the ledger, with the numbers
// of the one list, and no more than its reader may see.
func TestWorkbook(t *testing.T) {
	in, _ := decided(t, fix(day(2026, 12, 1)))
	for _, reader := range []Audience{Internal, ForBoard, ForInsurer} {
		in.Audience = reader
		book := workbook(t, in)
		var names []string
		for _, s := range book.Sheets {
			names = append(names, s.Name)
		}
		want := []string{"Gaps", "Answers", "Plan", "Ledger"}
		if reader == ForInsurer {
			want = []string{"Answers"}
		}
		if diff := cmp.Diff(want, names); diff != "" {
			t.Fatalf("for %s (-want +got):\n%s", reader, diff)
		}
		if reader == ForInsurer {
			continue
		}
		s := newStory(in)
		plan := book.Sheets[2].Rows
		first := slices.IndexFunc(plan, func(r []string) bool { return len(r) > 0 && r[0] == "1" })
		if first < 0 || len(plan)-first != len(s.actions) {
			t.Fatalf("for %s the plan has no row 1, or not %d rows: %d of %d", reader, len(s.actions), first, len(plan))
		}
		for i, a := range s.actions {
			if row := plan[first+i]; row[0] != itoa(i+1) || row[3] != actionTitle(a) {
				t.Errorf("for %s row %d of the plan is %q", reader, i+1, row[:4])
			}
		}
	}
}

// A formula that somebody typed is a text.
func TestWorkbookStartsNoFormula(t *testing.T) {
	in := creek(t)
	key := in.Result.Items[0].Question.Key
	ans := in.Result.Assessment.Answers[key]
	ans.Note = "=HYPERLINK(1)"
	in.Result.Assessment.Answers[key] = ans
	in.Result.Items[0].Answer.Note = ans.Note
	var b bytes.Buffer
	if err := WriteXLSX(&b, in); err != nil {
		t.Fatal(err)
	}
	if text := unpacked(t, b.Bytes()); bytes.Contains([]byte(text), []byte("<f>")) {
		t.Error("the workbook holds a formula")
	}
}

// LibreOffice opens the workbook and saves it again with the same sheets and the same
// words in every cell.
func TestWorkbookInLibreOffice(t *testing.T) {
	doctest.Long(t)
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice (soffice) is not installed")
	}
	in := withMatters(t, withFacts(t, creek(t)), 8)
	ours := workbook(t, in)
	var b bytes.Buffer
	if err := WriteXLSX(&b, in); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	name := filepath.Join(dir, "report.xlsx")
	if err := os.WriteFile(name, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "again"), name)
	if text, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	data, err := os.ReadFile(filepath.Join(dir, "again", "report.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := sheet.Read("again.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	cells := 0
	for i, s := range ours.Sheets {
		if i >= len(theirs.Sheets) || theirs.Sheets[i].Name != s.Name {
			t.Fatalf("the sheet %q is gone", s.Name)
		}
		for row := range s.Rows {
			for column := range s.Rows[row] {
				cells++
				if got, want := theirs.Sheets[i].Cell(row, column), strings.TrimSpace(s.Cell(row, column)); got != want {
					t.Errorf("%s, row %d, column %d: %q comes back as %q", s.Name, row+1, column+1, want, got)
				}
			}
		}
	}
	if len(ours.Sheets) != 5 || cells < 1000 {
		t.Errorf("%d sheets with %d cells", len(ours.Sheets), cells)
	}
}
