package evidence_test

import (
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/assess/evidence"
)

// Whatever is read: it does not panic, and what is kept of it can be written and
// read again, without a character that could steer a screen.
func FuzzRead(f *testing.F) {
	err := fs.WalkDir(os.DirFS("testdata"), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasSuffix(name, ".md") {
			return err
		}
		data, err := os.ReadFile("testdata/" + name)
		f.Add(data)
		return err
	})
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte("a,b\n\"\x1b[31m,2"))
	f.Fuzz(func(t *testing.T, data []byte) {
		report, err := evidence.Read("x", bytes.NewReader(data), evidence.Options{KeepHosts: true})
		if err != nil {
			return
		}
		e := report.Evidence
		if e.Date.IsZero() {
			e.Date = assess.Date{Year: 2026, Month: 9, Day: 14}
		}
		e.Imported = e.Date
		text, err := assess.EncodeEvidence(e)
		if err != nil {
			t.Fatalf("read but cannot be written: %v", err)
		}
		if len(text) > assess.MaxEvidence {
			return
		}
		if _, err := assess.DecodeEvidence("x", text); err != nil {
			t.Fatalf("written but cannot be read: %v\n%s", err, text)
		}
		if strings.ContainsRune(string(text), 0x1b) {
			t.Errorf("kept a control character: %q", text)
		}
	})
}
