package report

import (
	"errors"
	"strings"
	"testing"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

func TestUnknownFormat(t *testing.T) {
	err := Write(&strings.Builder{}, "odt", &doc.Document{}, doc.Options{})
	if err == nil || err.Error() != `format "odt": must be one of docx, html, md, pdf, text` {
		t.Errorf("got %v", err)
	}
}

func TestFailingWriterOfData(t *testing.T) {
	in := creek(t)
	if err := WriteJSON(doctest.FullDisk{}, in); !errors.Is(err, doctest.ErrFull) {
		t.Errorf("json: got %v", err)
	}
	if err := WriteCSV(doctest.FullDisk{}, in); !errors.Is(err, doctest.ErrFull) {
		t.Errorf("csv: got %v", err)
	}
}
