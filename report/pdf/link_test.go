package pdf

import (
	"testing"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

// A refused address leaves its words on the page, without a link.
func TestPDFLinksOnlySafeAddresses(t *testing.T) {
	s := mustDraw(t, &doc.Document{Blocks: []doc.Block{doc.Paragraph{Text: doc.Text{
		{Text: "one", URL: "javascript:alert(1)"}, {Text: " two", URL: "https://example.org/a b"},
	}}}}, doc.Options{})
	if len(s.Links) != 1 || s.Links[0] != "https://example.org/a%20b" {
		t.Errorf("links %q", s.Links)
	}
	if got := s.OnPage(2); got == "" || s.Texts == nil {
		t.Errorf("the words are missing: %q", got)
	}
	doctest.InOrder(t, s.All(), "one", "two")
}
