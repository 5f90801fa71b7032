package evidence_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/assess/evidence"
)

// resaved reads a text and gives what a person sees of it but its digest.
func resaved(t *testing.T, text string) *assess.Evidence {
	t.Helper()
	r, err := evidence.Read("x", strings.NewReader(text), evidence.Options{})
	if err != nil {
		t.Fatalf("%v\n%s", err, text[:min(len(text), 200)])
	}
	r.Evidence.Digest = ""
	return r.Evidence
}

// Files of scans whose heads another program wrote with blanks for underlines, or the
// other way around, give the same figures.
func TestHeadsWrittenOtherwise(t *testing.T) {
	n := 0
	for _, path := range samplePaths(t) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.TrimPrefix(string(data), "\ufeff")
		r, err := evidence.Read("x", strings.NewReader(text), evidence.Options{})
		if err != nil {
			continue // one that shows a mistake
		}
		r.Evidence.Digest = ""
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil || len(rows) == 0 {
			continue // rows of different lengths, as with lines above the heads
		}
		n++
		for from, to := range map[string]string{"_": " ", " ": "_"} {
			heads := slices.Clone(rows[0])
			for i := range heads {
				heads[i] = strings.ReplaceAll(heads[i], from, to)
			}
			var b strings.Builder
			w := csv.NewWriter(&b)
			if err := w.WriteAll(append([][]string{heads}, rows[1:]...)); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(r.Evidence, resaved(t, b.String()), cmp.AllowUnexported(assess.Date{}, assess.Figure{})); diff != "" {
				t.Errorf("%s with %q for %q (-want +got)\n%s", path, to, from, diff)
			}
		}
	}
	if n < 8 {
		t.Errorf("%d files were tried", n)
	}
}

func samplePaths(t *testing.T) []string {
	t.Helper()
	var paths []string
	err := filepath.WalkDir("testdata", func(path string, d os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".csv") {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

// Defender's list counts the same however it was saved. The entries are made up.
func TestDefenderResaved(t *testing.T) {
	one := `{"cveId":"CVE-2026-0001","machineId":"m1","productName":"reader","productVersion":"1","severity":"High"}`
	two := `{"cveId":"CVE-2026-0002","machineId":"m2","productName":"reader","productVersion":"1","severity":"Low"}`
	want := resaved(t, `{"@odata.context":"x","value":[`+one+`,`+two+`]}`)
	if want.Rows != 2 {
		t.Fatalf("%d rows", want.Rows)
	}
	for name, text := range map[string]string{
		"the list alone":        "[" + one + ",\n" + two + "]",
		"with a mark before it": "\ufeff[" + one + "," + two + "]",
		"an entry a line":       one + "\n" + two + "\n",
		"names with capitals":   "[" + strings.NewReplacer("cveId", "CveId", "machineId", "MachineId", "productName", "ProductName", "productVersion", "ProductVersion", "severity", "Severity").Replace(one+","+two) + "]",
		"a table":               "id,cveId,machineId,productName,productVersion,severity\n1,CVE-2026-0001,m1,reader,1,High\n2,CVE-2026-0002,m2,reader,1,Low\n",
	} {
		if diff := cmp.Diff(want, resaved(t, text), cmp.AllowUnexported(assess.Date{}, assess.Figure{})); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
	if _, err := evidence.Read("x", strings.NewReader("["+one+","+two[:30]), evidence.Options{}); err == nil || !strings.Contains(err.Error(), "ends in the middle") {
		t.Errorf("a list that was cut off: %v", err)
	}
}

// Dates that are not there are not 0 days: the findings count, and no age is told.
func TestQualysWithoutDates(t *testing.T) {
	head := "IP,QID,Title,Vuln Status,Type,Severity,First Detected,Last Detected\n"
	for name, tt := range map[string]struct {
		text   string
		oldest string
	}{
		"none":     {head + "10.0.0.1,1,A,Active,Vuln,5,,\n10.0.0.2,2,B,Active,Vuln,4,-,N/A\n", ""},
		"of some":  {head + "10.0.0.1,1,A,Active,Vuln,5,2026-01-01,2026-01-11\n10.0.0.2,2,B,Active,Vuln,4,,2026-01-12\n", "10"},
		"one only": {head + "10.0.0.1,1,A,Active,Vuln,5,,2026-01-11\n", ""},
	} {
		e := resaved(t, tt.text)
		if e.Unread != 0 || e.Rows != strings.Count(tt.text, "\n")-1 {
			t.Errorf("%s: %d rows, %d unread", name, e.Rows, e.Unread)
		}
		f, told := e.Figures["age-max"]
		if told != (tt.oldest != "") || told && f.String() != tt.oldest {
			t.Errorf("%s: the oldest is %v (%v)", name, f, told)
		}
		if missing := slices.Contains(e.Missing, "age-max"); missing == told {
			t.Errorf("%s: missing is %v", name, e.Missing)
		}
	}
}

// A scan that was saved as a workbook is told by its heads.
func TestInRows(t *testing.T) {
	for want, head := range map[string]string{
		"Nessus": "Plugin ID,CVE,CVSS,Risk,Host,Protocol,Port,Name", "Qualys": "QID,Title,Severity,First Detected,Last Detected,Status", "": "ID,Score",
	} {
		if got := evidence.InRows([][]string{{"A title"}, strings.Split(head, ",")}); got != want {
			t.Errorf("%s: %q, want %q", head, got, want)
		}
	}
}
