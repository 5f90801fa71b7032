package report

import (
	"bytes"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess/sheet"
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
