package text

import (
	"strings"
	"testing"

	"hygeia/report/doc"
)

// draw returns a document as it is drawn here.
func draw(t testing.TB, d *doc.Document, opts doc.Options) string {
	t.Helper()
	var out strings.Builder
	if err := Draw(&out, d, opts); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
