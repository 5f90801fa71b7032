package report

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/assess/series"
	"hygeia/assess/sheet"
	"hygeia/frameworks"
)

// profileSays is what a profile has to say of each outcome: how far its weakest practice
// reaches, and the lowest target.
func profileSays(in Input) map[string][2]string {
	says := map[string][2]string{}
	v, _ := in.Result.View(frameworks.CSFID)
	for _, sec := range v.Sections {
		for _, r := range sec.Requirements {
			status, target := "", ""
			lowest := frameworks.Yes + 1
			for _, it := range r.Items {
				if it.State != assess.NotApplicable {
					lowest = min(lowest, it.Target)
				}
			}
			if lowest <= frameworks.Yes {
				target = lowest.Name()
			}
			if w := r.Weakest; w != nil {
				switch w.State {
				case assess.Unknown:
					status = "Unknown"
				case assess.Open:
				default:
					status = frameworks.Level(w.Points).Name()
				}
			}
			if status+target != "" {
				says[r.ID] = [2]string{status, target}
			}
		}
	}
	return says
}

// readProfile imports a profile as a series.
func readProfile(t *testing.T, name string, data []byte) map[string][2]string {
	t.Helper()
	book, err := sheet.Read(name, data)
	if err != nil {
		t.Fatal(err)
	}
	r, q, err := series.Understand(book, shipped(t), series.Choices{})
	if err != nil || q != nil {
		t.Fatalf("%s: %v, question %+v", name, err, q)
	}
	if len(r.Unplaced)+len(r.Warnings) > 0 {
		t.Errorf("%s: unplaced %v, warned %v", name, r.Unplaced, r.Warnings)
	}
	says := map[string][2]string{}
	for _, row := range r.Series.Rows {
		status, target := "", ""
		if d, ok := series.Latest(row.Values); ok {
			status = d.Value.Text
		}
		if d, ok := series.Latest(row.Targets); ok {
			target = d.Value.Text
		}
		if status+target != "" {
			says[row.ID] = [2]string{status, target}
		}
	}
	return says
}

func profileBytes(t *testing.T, in Input, format string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteProfile(&b, in, format); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A profile that is taken over again says the same of every outcome, as a workbook and
// as CSV.
func TestProfileRoundTrip(t *testing.T) {
	for name, in := range map[string]Input{"creek": creek(t), "lakeside": lakeside(t), "gaps": fourHundredGaps(t)} {
		want := profileSays(in)
		if _, ok := in.Result.View(frameworks.CSFID); !ok {
			continue
		}
		for _, format := range profileFormatsTested {
			if got := readProfile(t, name+"."+format, profileBytes(t, in, format)); !cmp.Equal(want, got) {
				t.Errorf("%s as %s (-said +read):\n%s", name, format, cmp.Diff(want, got))
			}
		}
		if name != "gaps" && len(want) < 50 {
			t.Errorf("%s says something of %d outcomes only", name, len(want))
		}
	}
}

var profileFormatsTested = []string{"xlsx", "csv"}

// The columns and rows are those of NIST's template: 19 and 6 + 22 + 106.
func TestProfileIsNISTs(t *testing.T) {
	book, err := sheet.Read("p.xlsx", profileBytes(t, creek(t), "xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	s := book.Sheets[0]
	if s.Name != ProfileSheet || len(s.Rows) != 135 || len(s.Rows[0]) != 19 {
		t.Errorf("%s has %d rows and %d columns", s.Name, len(s.Rows), len(s.Rows[0]))
	}
	want := "CSF Outcome (Function, Category, or Subcategory) | CSF Outcome Description | Included in Profile? | Rationale | Current Priority | Current Status | " +
		"Current Policies, Processes, and Procedures | Current Internal Practices | Current Roles and Responsibilities | Current Selected Informative References | " +
		"Current Artifacts and Evidence | Target Priority | Target CSF Tier | Target Policies, Processes, and Procedures | Target Internal Practices | " +
		"Target Roles and Responsibilities | Target Selected Informative References | Notes | Considerations"
	if got := strings.Join(s.Rows[0], " | "); got != want {
		t.Errorf("heads\n%s\nwant\n%s", got, want)
	}
	for i, id := range []string{"GV", "GV.OC", "GV.OC-01"} {
		if s.Rows[i+1][0] != id {
			t.Errorf("row %d is %s, want %s", i+2, s.Rows[i+1][0], id)
		}
	}
	if second := book.Sheets[1]; second.Name != "Column Descriptions" || !strings.Contains(second.Rows[0][0], "TLP:") {
		t.Errorf("the second sheet is %s, %q", second.Name, second.Rows[0])
	}
	if err := WriteProfile(&bytes.Buffer{}, creek(t), "pdf"); err == nil {
		t.Error("a profile as PDF is no mistake")
	}
}

// LibreOffice saves a profile again, and it says the same.
func TestProfileSavedAgain(t *testing.T) {
	if testing.Short() {
		t.Skip("LibreOffice is not started in a short run")
	}
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice (LibreOffice) is not installed here")
	}
	in := creek(t)
	dir, user := t.TempDir(), t.TempDir()
	file := filepath.Join(dir, "profile.xlsx")
	if err := os.WriteFile(file, profileBytes(t, in, "xlsx"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"xlsx", "csv"} {
		out := t.TempDir()
		said, err := exec.Command(soffice, "--headless", "-env:UserInstallation=file://"+filepath.ToSlash(user), "--convert-to", format, "--outdir", out, file).CombinedOutput()
		if err != nil {
			t.Fatalf("soffice: %v\n%s", err, said)
		}
		data, err := os.ReadFile(filepath.Join(out, "profile."+format))
		if err != nil {
			t.Fatal(err)
		}
		if want, got := profileSays(in), readProfile(t, "again."+format, data); !cmp.Equal(want, got) {
			t.Errorf("saved again as %s (-said +read):\n%s", format, cmp.Diff(want, got))
		}
	}
}

// What other sheets say stands beside the requirement and in the full report, as
// theirs, and in nothing that leaves the house.
func TestOtherSheets(t *testing.T) {
	in := creek(t)
	in.Series = []*series.Series{budgetSheet(t, "ID,2025 (0-5),2026 Target (0-5),Notes\nPR.AA-03,2,4,hidden note\nPR.AC-7,1,,\nPR.AA,3,,\n")}
	d, err := ExplainRequirement(in, "PR.AA-03")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(boardText(t, d)), " ")
	for _, want := range []string{
		`Your sheet "budget-2025" says 2 of 5 (2025), target 2026 4 of 5.`,
		`Your sheet "budget-2025" says 1 of 5 (2025), under PR.AC-07, which went here.`,
		`Your sheet "budget-2025" says 3 of 5 (2025), of all of PR.AA, and not of this alone.`,
		"They count in no score here.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %q:\n%s", want, text)
		}
	}
	if full := boardText(t, Full(in)); !strings.Contains(full, "budget 2025.csv") || strings.Contains(full, "hidden note") {
		t.Error("the full report does not list the sheet, or gives its notes")
	}
	in.Audience = ForBoard
	if board := boardText(t, Board(in)); strings.Contains(board, "budget") {
		t.Error("the board reads another's sheet")
	}
	if got := newStory(in).in.Series; got != nil {
		t.Errorf("the board sees %v", got)
	}
}
