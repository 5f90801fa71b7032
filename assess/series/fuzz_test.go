package series

import (
	"os"
	"path/filepath"
	"testing"

	"hygeia/assess"
	"hygeia/assess/sheet"
)

// FuzzUnderstand: whatever a sheet holds, it is read, asked about or refused, and what
// was read can be kept.
func FuzzUnderstand(f *testing.F) {
	files, _ := filepath.Glob(filepath.Join("testdata", "samples", "*.csv"))
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, "0-10")
	}
	f.Add([]byte("ID;Score;Target;Period\nPR.AA-01;Tier 2;3 - Repeatable;FY25\n164.308(a)(1);2;3;\n"), "tiers")
	f.Add([]byte("Practice\tQ1\n1.M.A, 1.M.B\t50%\n"), "")
	lib := shipped(f)
	f.Fuzz(func(t *testing.T, data []byte, scale string) {
		if len(data) > 1<<20 {
			return
		}
		book, err := sheet.Read("s.csv", data)
		if err != nil {
			return
		}
		r, q, err := Understand(book, lib, Choices{Scale: scale})
		if err != nil || q != nil {
			return
		}
		r.Series.Name, r.Series.Source, r.Series.Imported = "s", "s.csv", assess.Date{Year: 2026, Month: 11, Day: 28}
		r.Series.Digest = "sha256:0000000000000000000000000000000000000000000000000000000000000000"
		text, err := Encode(r.Series)
		if err != nil {
			t.Fatalf("what was read cannot be kept: %v", err)
		}
		if back, err := Decode("s.yaml", text); err != nil || !Same(r.Series, back) {
			t.Fatalf("does not come back: %v\n%s", err, text)
		}
	})
}
