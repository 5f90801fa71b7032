package words_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hygeia/frameworks/words"
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
		{"more joined emoji", "🏳️‍🌈 ❤️‍🔥 🙂‍↔️ 1️⃣", "🏳️‍🌈 ❤️‍🔥 🙂‍↔️ 1️⃣"},
		{"joiners between letters", "می\u200cخواهم क्\u200dष", "می\u200cخواهم क्\u200dष"},
		{"joiners that join nothing", "\u200da \u200d b\u200c. \u200c\u200d", "a  b."},
		{"several joiners", "a\u200c\u200d\u200cb", "ab"},
		{"variation selectors that hide a message", "✅\ufe0f\ufe01\ufe02 a\U000e0101\U000e0102 \ufe0fb", "✅\ufe0f a\U000e0101 b"},
		{"ANSI escape", "\x1b[31mred\x1b[0m \x1b]0;title\x07", "[31mred[0m ]0;title"},
		{"C1 escape", "\u009b31mred", "31mred"},
		{"right to left", "שלום عالم", "שלום عالم"},
		{"Arabic number sign", "\u0600١٢", "\u0600١٢"},
		{"override", "safe\u202egnp.exe\u202c \u2066x\u2069", "safegnp.exe x"},
		{"marks of direction", "own/\u200fx\u061c.yaml\u200e", "own/x.yaml"},
		{"tag characters", "ok\U000e0001\U000e0049\U000e0047\U000e007f", "ok"},
		{"zero width", "pass\u200bword\u2060 re\u00adboot", "password reboot"},
		{"fillers", "a\u3164b\u115fc\uffa0d\u034fe", "abcde"},
		{"line separators", "one\u2028two\u2029three\u0085four", "one\ntwo\nthree\nfour"},
		{"byte order mark", "\ufeffstart \ufeffmiddle", "start middle"},
		{"non-characters", "a\ufffe\uffff\ufdd0\U0001ffffb", "ab"},
		{"private use", "\uf0b7 a point", "a point"},
		{"broken bytes", "a\xff\xfeb\xc3", "a\ufffdb\ufffd"},
		{"NUL and DEL", "a\x00b\x7fc", "abc"},
		{"only space", " \t\r\n ", ""},
		{"2,000 characters", strings.Repeat("😀", 2000), strings.Repeat("😀", 2000)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, words.Clean(tt.in)); diff != "" {
				t.Errorf("Clean(%q) (-want +got):\n%s", tt.in, diff)
			}
		})
	}
}

// Hide holds one of each kind of character that must not get through.
var hide = []rune{
	0, '\x07', '\x1b', '\x7f', '\u009b', '\u00ad', '\u034f', '\u061c', '\u115f', '\u180e', '\u200b', '\u200e', '\u200f',
	'\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2060', '\u2064', '\u2066', '\u2067', '\u2068', '\u2069', '\u206f', '\u3164',
	'\ue000', '\ufdd0', '\ufeff', '\uffa0', '\ufff9', '\ufffe', '\uffff', '\U000e0001', '\U000e0041', '\U000e007f', '\U000f0000', '\U0010ffff',
}

func TestHiddenCharacters(t *testing.T) {
	for _, r := range hide {
		in := "a" + string(r) + "b"
		if !words.Hidden(r) {
			t.Errorf("U+%04X counts as one that is seen", r)
		}
		if got := words.Clean(in); got != "ab" {
			t.Errorf("Clean lets U+%04X through: %q", r, got)
		}
		if got := words.Line(in); got != "ab" {
			t.Errorf("Line lets U+%04X through: %q", r, got)
		}
		if got := words.Visible(in); strings.ContainsRune(got, r) || !strings.Contains(got, `\`) || got[0] != 'a' || got[len(got)-1] != 'b' {
			t.Errorf("Visible(%q) = %q", in, got)
		}
	}
	for _, r := range "az09 .,-é漢ש\u00a0€…😀\u0301\u0600\ufffd\n\t" {
		if words.Hidden(r) || words.Steers(r) {
			t.Errorf("U+%04X counts as one that is hidden", r)
		}
	}
}

// TestSteers holds the list that decides which files are opened: what is added
// to it shuts out quarters that were saved before.
func TestSteers(t *testing.T) {
	var got []string
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if words.Steers(r) {
			got = append(got, fmt.Sprintf("%X", r))
		}
	}
	if want := 30 + 33 + 2 + 5 + 4 + 3; len(got) != want { // C0, DEL with C1, separators, embeddings, isolates, marks
		t.Errorf("%d characters steer, want %d: %s", len(got), want, strings.Join(got, " "))
	}
}

func TestCleanTextIsLeftAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := nastyText().Draw(t, "text")
		once := words.Clean(in)
		if twice := words.Clean(once); twice != once {
			t.Fatalf("cleaned twice (-want +got):\n%s", cmp.Diff(once, twice))
		}
		if shown := words.Visible(strings.ReplaceAll(once, "\n", "")); strings.Contains(shown, `\u200`) && !strings.Contains(once, `\u200`) {
			t.Fatalf("%q is clean and shown as %q", once, shown)
		}
		line := words.Line(in)
		if again := words.Line(line); again != line || strings.ContainsAny(line, "\n\t") {
			t.Fatalf("line cleaned twice: %q, %q", line, again)
		}
		for _, s := range []string{once, line, words.Visible(in)} {
			if !utf8.ValidString(s) {
				t.Fatalf("not UTF-8: %q", s)
			}
			for _, r := range hide {
				if strings.ContainsRune(s, r) {
					t.Fatalf("U+%04X is left in %q", r, s)
				}
			}
		}
	})
}

func nastyText() *rapid.Generator[string] {
	pieces := []string{"a", "é", "e\u0301", " ", "\t", "\n", "\r\n", "\u2028", "\x85", "\xff", "😀", "👩🏽‍⚕️", "ש", "\u200c", "\u200d", "\ufe0f", "\U000e0101", "\u00a0", `\`}
	for _, r := range hide {
		pieces = append(pieces, string(r))
	}
	return rapid.Custom(func(t *rapid.T) string {
		parts := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "pieces")
		return strings.Join(parts, "") + rapid.StringN(0, 8, 40).Draw(t, "any")
	})
}

func TestLine(t *testing.T) {
	for in, want := range map[string]string{
		" one\n two\t three ": "one two three",
		"one\u00a0two":        "one two",
		"a\rb\x1b[2J":         "a b[2J",
		"":                    "",
	} {
		if got := words.Line(in); got != want {
			t.Errorf("Line(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"own/\u200fx\u061c.yaml":    `own/\u200fx\u061c.yaml`,
		"a\x1b[31mb\nc\td":          `a\x1b[31mb\nc\td`,
		"caf\xe9.csv":               `caf\xe9.csv`,
		"Zoë 漢 👩🏽‍⚕️":               "Zoë 漢 👩🏽‍⚕️",
		"a\u200d.\U000e0041\u2028b": `a\u200d.\U000e0041\u2028b`,
	} {
		if got := words.Visible(in); got != want {
			t.Errorf("Visible(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestManyJoiners keeps hostile text from taking more time than its length.
func TestManyJoiners(t *testing.T) {
	if got := words.Clean("a" + strings.Repeat("\u200d", 1<<20) + "b"); got != "ab" {
		t.Errorf("%d characters are left of a million joiners", utf8.RuneCountInString(got))
	}
}
