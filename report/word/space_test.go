package word

import (
	"bytes"
	"strings"
	"testing"

	"hygeia/report/doc"
	"hygeia/report/word/wordtest"
)

// A span that is a space alone parts its neighbors.
func TestSpaceBetweenSpans(t *testing.T) {
	var b bytes.Buffer
	d := &doc.Document{Blocks: []doc.Block{doc.Paragraph{Text: doc.Text{{Text: "One.", Bold: true}, {Text: " "}, {Text: "Two."}}}}}
	if err := Draw(&b, d, doc.Options{}); err != nil {
		t.Fatal(err)
	}
	if told := wordtest.Read(t, b.Bytes()).Told(); !strings.Contains(told, "One. Two.") {
		t.Errorf("it says %q", told)
	}
}
