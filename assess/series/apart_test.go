package series_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"hygeia/assess/evidence"
	"hygeia/assess/exchange"
	"hygeia/assess/series"
	"hygeia/assess/sheet"
	"hygeia/frameworks"
)

// A sheet is never taken for the file of a scan, and the file of a scan has no ids that
// a sheet would be read by.
func TestSheetsAndScansApart(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	sheets, err := filepath.Glob(filepath.Join("testdata", "samples", "*.[cx]*"))
	if err != nil || len(sheets) != 6 {
		t.Fatalf("%d samples, %v", len(sheets), err)
	}
	for _, name := range sheets {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if evidence.Recognize(data) {
			t.Errorf("%s is taken for the file of a scan", name)
		}
		if kind := exchange.Recognize(data); kind != exchange.Sheet {
			t.Errorf("%s is taken for %s", name, kind)
		}
	}
	scans := 0
	err = filepath.WalkDir(filepath.Join("..", "evidence", "testdata"), func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if !evidence.Recognize(data) || exchange.Recognize(data) != exchange.Sheet {
			return nil
		}
		scans++
		if book, err := sheet.Read(name, data); err == nil && series.Recognize(book, lib) {
			t.Errorf("%s is a file of a scan, and has ids of a framework", name)
		}
		return nil
	})
	if err != nil || scans < 5 {
		t.Errorf("%d files of scans are tables, %v", scans, err)
	}
}
