package pdf

import (
	"bytes"
	"testing"

	"hygeia/report/doc"
	"hygeia/report/pdf/pdftest"
)

// mustDraw draws a document and scans the result.
func mustDraw(t testing.TB, d *doc.Document, opts doc.Options) *pdftest.Scanned {
	t.Helper()
	var out bytes.Buffer
	if err := Draw(&out, d, opts); err != nil {
		t.Fatalf("drawPDF: %v", err)
	}
	return pdftest.Scan(t, out.Bytes())
}
