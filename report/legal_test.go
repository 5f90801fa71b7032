package report

import (
	"strings"
	"testing"

	"hygeia/report/doc"
)

func TestLegalLine(t *testing.T) {
	for in, want := range map[string]string{
		"": "", " Peer review\tprivileged\n": "Peer review privileged", "a\x1b[31mb": "a[31mb",
		strings.Repeat("é", 120): strings.Repeat("é", 120),
	} {
		if got, err := LegalLine(in); err != nil || got != want {
			t.Errorf("LegalLine(%q) = %q, %v, want %q", in, got, err, want)
		}
	}
	if _, err := LegalLine(strings.Repeat("é", 121)); err == nil || err.Error() != "has 121 characters; at most 120 fit on every page" {
		t.Errorf("got %v", err)
	}
}

func TestLegalLineIsInTextFormats(t *testing.T) {
	d := &doc.Document{Marking: "TLP:GREEN", Legal: "Peer *review* privileged"}
	for format, line := range map[string]string{"md": `Peer \*review\* privileged`, "text": "Peer *review* privileged"} {
		if n := strings.Count(draw(t, format, d, doc.Options{}), line); n != 2 {
			t.Errorf("%s has it %d times, want at the top and at the bottom", format, n)
		}
	}
}
