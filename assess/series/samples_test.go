package series

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess/sheet"
	"hygeia/frameworks"
)

func shipped(t testing.TB) *frameworks.Library {
	t.Helper()
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// understood reads a sheet that leaves no question.
func understood(t testing.TB, name string, data []byte, c Choices) *Reading {
	t.Helper()
	book, err := sheet.Read(name, data)
	if err != nil {
		t.Fatal(err)
	}
	r, q, err := Understand(book, shipped(t), c)
	if err != nil || q != nil {
		t.Fatalf("%s: %v, question %+v", name, err, q)
	}
	return r
}

func sample(t testing.TB, name string, c Choices) *Reading {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "samples", name))
	if err != nil {
		t.Fatal(err)
	}
	return understood(t, name, data, c)
}

// expected is what the samples are to give, in the words of the list beside them.
func expected(t *testing.T, name string) map[string]any {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "samples", "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]map[string]any
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return all[name]
}

// scored checks one value against what the sheet shows: a score, or a place that is
// listed because it is none.
func scored(t *testing.T, r *Reading, at int, values []Dated, p Period, want any, head string) {
	t.Helper()
	text := ""
	if want != nil {
		text = fmt.Sprint(want)
	}
	v, ok := parseValue(text)
	got := ""
	for _, d := range values {
		if d.Period == p {
			got = d.Value.Text
		}
	}
	if !ok {
		v.Text = ""
		if listed := slices.ContainsFunc(r.Unplaced, func(u Unplaced) bool { return u.Row == at && strings.TrimSpace(u.Column) == head }); strings.TrimSpace(text) != "" && !listed {
			t.Errorf("row %d, %s: %q is neither read nor listed", at, head, text)
		}
	}
	if got != v.Text {
		t.Errorf("row %d, %s: read %q, want %q of %q", at, head, got, v.Text, text)
	}
}

func rowAt(t *testing.T, r *Reading, at int) Row {
	t.Helper()
	for _, row := range r.Series.Rows {
		if row.At == at {
			return row
		}
	}
	return Row{}
}

func number0(v any) int { f, _ := v.(float64); return int(f) }

func listOf(v any) []string {
	var list []string
	for _, x := range v.([]any) {
		list = append(list, fmt.Sprint(x))
	}
	return list
}

// withdrawn checks where ids that are no longer used are sent, for every one that the
// list has, read or not.
func withdrawn(t *testing.T, r *Reading, want map[string]any) {
	t.Helper()
	lib, err := newLibrary(shipped(t))
	if err != nil {
		t.Fatal(err)
	}
	for id, x := range want["withdrawn_ids"].(map[string]any) {
		x := x.(map[string]any)
		to := listOf(x["to_2_0"])
		if got := lib.edition("nist-csf-2.0").entries[normCSF(id)]; got == nil || !got.gone || !slices.Equal(got.went, to) {
			t.Errorf("%s: went %+v, want %v", id, got, to)
		}
		if row := rowAt(t, r, number0(x["row"])); row.At > 0 && !slices.Equal(row.Went, to) {
			t.Errorf("row %d: went %v, want %v", row.At, row.Went, to)
		}
	}
}

func TestNISTProfileSample(t *testing.T) {
	r, want := sample(t, "nist-organizational-profile.xlsx", Choices{Scale: "tiers"}), expected(t, "nist-organizational-profile.xlsx")
	for id, x := range want["by_id"].(map[string]any) {
		x := x.(map[string]any)
		at := number0(x["row"])
		row := rowAt(t, r, at)
		if row.ID != id {
			t.Errorf("row %d is read as %q, want %s", at, row.ID, id)
		}
		scored(t, r, at, row.Values, Current, x["current"], "Current Status")
		scored(t, r, at, row.Targets, "", x["target"], "Target CSF Tier")
		if priority := x["target_priority"]; priority != "" && row.Priority != priority {
			t.Errorf("%s: priority %q, want %q", id, row.Priority, priority)
		}
		for _, key := range []string{"notes", "considerations"} {
			if note := fmt.Sprint(x[key]); !strings.Contains(row.Note, note) {
				t.Errorf("%s: note %q lacks %q", id, row.Note, note)
			}
		}
		if row.Owner != "" {
			t.Errorf("%s: the owner %q was taken over", id, row.Owner)
		}
	}
	withdrawn(t, r, want)
	if row := rowAt(t, r, 2); row.ID != "GV" || row.Targets[0].Value.Text != "2" || !strings.Contains(row.Note, "Board wants Tier 3 by 2028") {
		t.Errorf("the function: %+v", row)
	}
	if row := rowAt(t, r, 73); row.ID != "PR.AT" || row.Priority != "Medium" || row.Note != "category note" {
		t.Errorf("the category: %+v", row)
	}
	if row := rowAt(t, r, 72); row.ID != "PR.AA-06" || !row.Excluded {
		t.Errorf("what is not in the profile: %+v", row)
	}
	var listed []string
	for _, u := range r.Unplaced {
		listed = append(listed, u.String())
	}
	sheetRow := `sheet "Current and Target Profile", row `
	if diff := cmp.Diff([]string{
		sheetRow + `99, "Target CSF Tier": "DE.CM-09": a formula whose result the file does not hold; open it in a spreadsheet program and save it`,
		sheetRow + `138: "HH-01": has no id of NIST Cybersecurity Framework 2.0`,
	}, listed); diff != "" {
		t.Errorf("unplaced (-want +got)\n%s", diff)
	}
	if r.Rows != 136 || r.Tables[0].Header != 1 {
		t.Errorf("%d rows below row %d, want 136 below 1", r.Rows, r.Tables[0].Header)
	}
	kept := sample(t, "nist-organizational-profile.xlsx", Choices{Scale: "tiers", KeepNames: true})
	if row := rowAt(t, kept, 69); row.Owner != "IT Manager; MSP; MSP" {
		t.Errorf("with names the owner is %q", row.Owner)
	}
}

func TestQuartersSample(t *testing.T) {
	r, want := sample(t, "csf-profile-quarters.csv", Choices{Scale: "0-10"}), expected(t, "csf-profile-quarters.csv")
	rows := 0
	for id, list := range want["by_id"].(map[string]any) {
		for _, x := range list.([]any) {
			x := x.(map[string]any)
			rows++
			at := number0(x["row"])
			row := rowAt(t, r, at)
			if row.ID != id || row.Part != fmt.Sprintf("Ex%d", number0(x["example"])) {
				t.Errorf("row %d is read as %s %s, want %s", at, row.ID, row.Part, id)
			}
			for i := range 4 {
				q := Period(fmt.Sprintf("Q%d", i+1))
				scored(t, r, at, row.Values, q, x["actual_by_quarter"].([]any)[i], string(q)+" Actual Score")
				scored(t, r, at, row.Targets, q, x["target_by_quarter"].([]any)[i], string(q)+" Target Score")
			}
			if row.Excluded != (x["in_scope"] == "No") {
				t.Errorf("row %d: excluded is %v", at, row.Excluded)
			}
			for _, part := range []string{"note_q1", "action"} {
				if text := fmt.Sprint(x[part]); !strings.Contains(row.Note, text) {
					t.Errorf("row %d: note %q lacks %q", at, row.Note, text)
				}
			}
			if row.Owner != "" || strings.Contains(row.Note, "@") {
				t.Errorf("row %d: names were taken over: %+v", at, row)
			}
		}
	}
	if rows != len(r.Series.Rows) || len(r.Unplaced) > 0 {
		t.Errorf("%d rows, want %d; unplaced %v", len(r.Series.Rows), rows, r.Unplaced)
	}
	year := sample(t, "csf-profile-quarters.csv", Choices{Scale: "0-10", Year: 2026})
	if p := rowAt(t, year, 2).Values[0].Period; p != "2026-Q1" {
		t.Errorf("with a year the first quarter is %s", p)
	}
}

func TestConsultantSample(t *testing.T) {
	r, want := sample(t, "consultant-106.csv", Choices{Scale: "tiers"}), expected(t, "consultant-106.csv")
	for id, x := range want["by_id"].(map[string]any) {
		x := x.(map[string]any)
		at := number0(x["row"])
		row := rowAt(t, r, at)
		if row.ID != id {
			t.Errorf("row %d is read as %q, want %s", at, row.ID, id)
		}
		scored(t, r, at, row.Values, "2025", x["prior_year"], "2025")
		scored(t, r, at, row.Values, Current, x["current"], "Current")
		scored(t, r, at, row.Targets, "2026", x["target"], "2026 Target")
		scored(t, r, at, row.Plans, "2027", x["later"], "2027 estimate")
		for _, key := range []string{"project", "notes"} {
			if note := fmt.Sprint(x[key]); !strings.Contains(row.Note, note) {
				t.Errorf("%s: note %q lacks %q", id, row.Note, note)
			}
		}
	}
	if len(r.Series.Rows) != 106 || len(r.Unplaced) != 1 || len(r.Warnings) > 0 {
		t.Errorf("%d rows, unplaced %v, warnings %v", len(r.Series.Rows), r.Unplaced, r.Warnings)
	}
}

func TestCategorySample(t *testing.T) {
	r, want := sample(t, "category-level.csv", Choices{Scale: "tiers"}), expected(t, "category-level.csv")
	for id, x := range want["by_id"].(map[string]any) {
		x := x.(map[string]any)
		at := number0(x["row"])
		row := rowAt(t, r, at)
		scored(t, r, at, row.Values, Current, x["current"], "score")
		scored(t, r, at, row.Targets, "", x["target"], "target")
		if row.ID != id || !strings.Contains(row.Note, fmt.Sprint(x["notes"])) {
			t.Errorf("row %d: %+v, want %s", at, row, id)
		}
	}
	if len(r.Series.Rows) != 14 || len(r.Unplaced) > 0 {
		t.Errorf("%d rows, unplaced %v", len(r.Series.Rows), r.Unplaced)
	}
	if rows := r.Series.About("ID.AM-01"); len(rows) > 0 {
		t.Errorf("the value of a category is shown as that of an outcome: %+v", rows)
	}
}

func TestCISOAssistantSample(t *testing.T) {
	r, want := sample(t, "ciso-assistant-audit.csv", Choices{Scale: "1-4"}), expected(t, "ciso-assistant-audit.csv")
	for id, x := range want["by_id"].(map[string]any) {
		x := x.(map[string]any)
		at := number0(x["row"])
		row := rowAt(t, r, at)
		scored(t, r, at, row.Values, Current, x["score"], "score")
		if row.ID != id || row.Status != x["result"] || !strings.Contains(row.Note, fmt.Sprint(x["notes"])) {
			t.Errorf("row %d: %+v, want %v", at, row, x)
		}
	}
	withdrawn(t, r, want)
	if len(r.Unplaced) > 0 || r.Empty != number0(want["rows_not_assessable"]) {
		t.Errorf("unplaced %v, %d empty rows", r.Unplaced, r.Empty)
	}
	if rows := r.Series.About("PR.DS-11"); len(rows) != 2 || rows[1].ID != "PR.IP-04" {
		t.Errorf("PR.DS-11: %+v, want its own row and that of the id that went there", rows)
	}
}

func TestReferenceToolSample(t *testing.T) {
	r, want := sample(t, "reference-tool-with-columns.xlsx", Choices{}), expected(t, "reference-tool-with-columns.xlsx")
	for id, x := range want["by_id"].(map[string]any) {
		x := x.(map[string]any)
		at := number0(x["row"])
		row := rowAt(t, r, at)
		if row.ID != id {
			t.Errorf("row %d is read as %q, want %s", at, row.ID, id)
		}
		scored(t, r, at, row.Values, Current, x["current"], "Score (0-5)")
		scored(t, r, at, row.Targets, "FY2027", x["target"], "Goal FY27")
	}
	withdrawn(t, r, want)
	if r.Series.Scale != Numbers(0, 5) || r.Tables[0] != (TableAt{"CSF 2.0", 2}) || r.Rows != number0(want["data_rows"]) || len(r.Series.Rows) != 8 || len(r.Unplaced) != 1 {
		t.Errorf("scale %s, table %v, %d rows, %d with values, unplaced %v", r.Series.Scale, r.Tables, r.Rows, len(r.Series.Rows), r.Unplaced)
	}
}

// TestScaleIsAsked: no scale is guessed, and every one that the numbers fit is offered.
func TestScaleIsAsked(t *testing.T) {
	for name, want := range map[string]string{
		"nist-organizational-profile.xlsx": "tiers 0-4",
		"csf-profile-quarters.csv":         "0-10 1-10 percent",
		"consultant-106.csv":               "tiers 0-4 1-5 0-5 0-10",
		"category-level.csv":               "tiers 0-4 1-5 0-5 0-10",
		"ciso-assistant-audit.csv":         "tiers 0-4 1-5 0-5 0-10",
		"reference-tool-with-columns.xlsx": "",
	} {
		data, err := os.ReadFile(filepath.Join("testdata", "samples", name))
		if err != nil {
			t.Fatal(err)
		}
		book, err := sheet.Read(name, data)
		if err != nil {
			t.Fatal(err)
		}
		_, q, err := Understand(book, shipped(t), Choices{})
		if err != nil {
			t.Fatal(err)
		}
		var offered []string
		if q != nil {
			for _, c := range q.Choices {
				offered = append(offered, c.Word)
			}
		}
		if got := strings.Join(offered, " "); got != want {
			t.Errorf("%s: offered %q, want %q", name, got, want)
		}
	}
}
