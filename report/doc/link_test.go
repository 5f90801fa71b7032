package doc

import "testing"

func TestLinkTarget(t *testing.T) {
	tests := []struct{ in, want string }{
		{"https://www.cisa.gov/a-b?c=d#e", "https://www.cisa.gov/a-b?c=d#e"},
		{" HTTPS://example.org ", "https://example.org"},
		{"https://example.org/Łódź (north)", "https://example.org/%C5%81%C3%B3d%C5%BA%20(north)"},
		{"https://example.org/100%/a%20b", "https://example.org/100%25/a%20b"},
		{"https://example.org/\x00\n\\<>\"", "https://example.org/%00%0A%5C%3C%3E%22"},
		{"mailto:vulnerability@cisa.dhs.gov", "mailto:vulnerability@cisa.dhs.gov"},
		{"tel:+1-888-282-0870", "tel:+1-888-282-0870"},
		{"http://example.org", ""},
		{"javascript:alert(1)", ""},
		{"file:///etc/passwd", ""},
		{"https:example.org", ""},
		{"https://", ""},
		{"mailto:", ""},
		{"example.org", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got := LinkTarget(tt.in); got != tt.want {
			t.Errorf("linkTarget(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzLinkTarget(f *testing.F) {
	for _, s := range []string{"https://example.org/%", "mailto:a b", "tel:+1", "javascript:x", "https://\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := LinkTarget(s)
		for i := range len(got) {
			if got[i] <= ' ' || got[i] > '~' {
				t.Fatalf("%q: byte %#x", got, got[i])
			}
		}
		if LinkTarget(got) != got {
			t.Fatalf("%q becomes %q", got, LinkTarget(got))
		}
	})
}
