package assess

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestClean(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain", "Done in May.", "Done in May."},
		{"tab first", "\tindented\nsecond", "indented\nsecond"},
		{"tab inside", "a\tb", "a b"},
		{"line feed first", "\n\nnote\n", "note"},
		{"Windows lines", "one\r\ntwo\rthree", "one\ntwo\nthree"},
		{"line ends", "one  \ntwo\u00a0\n\nthree \t", "one\ntwo\n\nthree"},
		{"indented line stays", "list:\n  - a", "list:\n  - a"},
		{"emoji with joiner", "👩🏽‍⚕️ checked ✅", "👩🏽‍⚕️ checked ✅"},
		{"ANSI escape", "\x1b[31mred\x1b[0m \x1b]0;title\x07", "[31mred[0m ]0;title"},
		{"C1 escape", "\u009b31mred", "31mred"},
		{"right to left", "שלום عالم", "שלום عالم"},
		{"override", "safe\u202egnp.exe\u202c \u2066x\u2069", "safegnp.exe x"},
		{"line separators", "one\u2028two\u2029three\u0085four", "one\ntwo\nthree\nfour"},
		{"byte order mark", "\ufeffstart \ufeffmiddle", "start middle"},
		{"non-characters", "a\ufffe\uffffb", "ab"},
		{"broken bytes", "a\xff\xfeb\xc3", "ab"},
		{"NUL and DEL", "a\x00b\x7fc", "abc"},
		{"only space", " \t\r\n ", ""},
		{"2,000 characters", strings.Repeat("😀", MaxNote), strings.Repeat("😀", MaxNote)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Clean(tt.in)); diff != "" {
				t.Errorf("Clean(%q) (-want +got):\n%s", tt.in, diff)
			}
		})
	}
}

func TestCleanTextIsLeftAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := Clean(nastyText().Draw(t, "text"))
		if twice := Clean(once); twice != once {
			t.Fatalf("cleaned twice (-want +got):\n%s", cmp.Diff(once, twice))
		}
		if !utf8.ValidString(once) || strings.ContainsAny(once, "\t\r\x1b\u0085\u2028\u2029\u202e\ufeff") {
			t.Fatalf("not clean: %q", once)
		}
	})
}

// nastyText draws text made of pieces that have broken a YAML file before.
func nastyText() *rapid.Generator[string] {
	pieces := []string{
		"\t", "\n", "\r\n", " ", "  ", "- ", ": ", " #", "#", "|", ">", "'", `"`, `\`, "{", "[", "&a", "*a", "!!binary", "%", "@", "`",
		"---", "...", "<<", "null", "no", "010", "2026-09-14", "~", "word", "é", "😀", "👩🏽‍⚕️", "שלום", "\u200f", "\u202e", "\u2028",
		"\u0085", "\ufeff", "\x1b[31m", "\x00", "\x7f", "\u00a0", "\ue000", "\uf8ff", "\xff", "\ufffd", "=1+1",
	}
	return rapid.Custom(func(t *rapid.T) string {
		parts := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "pieces")
		return strings.Join(parts, "") + rapid.StringN(0, 8, 40).Draw(t, "any")
	})
}
