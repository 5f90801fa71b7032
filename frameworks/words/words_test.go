package words_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hygeia/frameworks/words"
)

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0 people", 1: "1 person", 2: "2 people", 999: "999 people", 1000: "1,000 people", 1234567: "1,234,567 people", -2000: "-2,000 people", -1: "-1 people"} {
		if got := words.Count(n, "person", "people"); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestTimes(t *testing.T) {
	for n, want := range map[int]string{0: "0 times", 1: "once", 2: "2 times"} {
		if got := words.Times(n); got != want {
			t.Errorf("Times(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestFirstLetter(t *testing.T) {
	tests := []struct{ in, upper, lower string }{
		{"", "", ""},
		{"émilie Ärztin", "Émilie Ärztin", "émilie Ärztin"},
		{"Ärztin", "Ärztin", "ärztin"},
		{"e\u0301milie", "E\u0301milie", "e\u0301milie"},
		{"3 gaps", "3 gaps", "3 gaps"},
		{"漢字", "漢字", "漢字"},
		{"ǆ", "ǅ", "ǆ"},
		{"\xffa", "\xffa", "\xffa"},
	}
	for _, tt := range tests {
		if got := words.Capital(tt.in); got != tt.upper {
			t.Errorf("Capital(%q) = %q, want %q", tt.in, got, tt.upper)
		}
		if got := words.Lower(tt.in); got != tt.lower {
			t.Errorf("Lower(%q) = %q, want %q", tt.in, got, tt.lower)
		}
	}
}

func TestSentence(t *testing.T) {
	for in, want := range map[string]string{
		"":                     "",
		"a reason is missing":  "A reason is missing.",
		"what\nnow?":           "What now?",
		"émilie said so.":      "Émilie said so.",
		"it is full\x1b[2J\n ": "It is full[2J.",
	} {
		if got := words.Sentence(in); got != want {
			t.Errorf("Sentence(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestJoin(t *testing.T) {
	names := []string{"a", "", "b", "c"}
	before := slices.Clone(names)
	if got := words.Join("; ", names...); got != "a; b; c" {
		t.Errorf("Join = %q", got)
	}
	if diff := cmp.Diff(before, names); diff != "" {
		t.Errorf("the caller's parts changed (-want +got):\n%s", diff)
	}
	for n, want := range []string{"", "a", "a and b", "a, b and c"} {
		list := []string{"a", "b", "c"}[:n]
		if got := words.And(list); got != want {
			t.Errorf("And(%q) = %q, want %q", list, got, want)
		}
		if got := words.Or(list); got != strings.Replace(want, "and", "or", 1) {
			t.Errorf("Or(%q) = %q", list, got)
		}
	}
}

func TestWidth(t *testing.T) {
	for in, want := range map[string]int{"": 0, "abc": 3, "é": 1, "e\u0301": 1, "漢字": 4, "👩🏽‍⚕️": 2, "😀a": 3} {
		if got := words.Width(in); got != want {
			t.Errorf("Width(%q) = %d, want %d", in, got, want)
		}
	}
}

func TestShorten(t *testing.T) {
	tests := []struct {
		in        string
		n         int
		clip, cut string
	}{
		{"abc", 3, "abc", "abc"},
		{"abcd", 3, "ab…", "ab…"},
		{"ab cd", 4, "ab…", "ab…"},
		{"abcd", 1, "…", "…"},
		{"abcd", 0, "", ""},
		{"漢字漢字", 5, "漢字…", "漢字漢字"},
		{"ae\u0301\u0301\u0301b", 4, "ae\u0301\u0301\u0301b", "a…"},
		{"ab👩🏽‍⚕️cd", 4, "ab…", "ab…"},
	}
	for _, tt := range tests {
		if got := words.Clip(tt.in, tt.n); got != tt.clip {
			t.Errorf("Clip(%q, %d) = %q, want %q", tt.in, tt.n, got, tt.clip)
		}
		if got := words.Cut(tt.in, tt.n); got != tt.cut {
			t.Errorf("Cut(%q, %d) = %q, want %q", tt.in, tt.n, got, tt.cut)
		}
	}
}

func TestWrap(t *testing.T) {
	tests := []struct {
		name, in      string
		width, indent int
		want          []string
	}{
		{"empty", "", 10, 2, []string{""}},
		{"fits", "two words", 9, 2, []string{"two words"}},
		{"indented", "one two three", 8, 2, []string{"one two", "  three"}},
		{"paragraphs", "one\n\n  two", 8, 2, []string{"one", "", "  two"}},
		{"a date stays whole", "on 2026-11-24 at", 12, 0, []string{"on", "2026-11-24", "at"}},
		{"a quarter stays whole", "in 2026-Q4", 8, 0, []string{"in", "2026-Q4"}},
		{"a plain hyphen breaks", "a well-known way", 8, 0, []string{"a well-", "known", "way"}},
		{"an option stays whole", "use --fail-under 60", 14, 0, []string{"use", "--fail-under", "60"}},
		{"a path stays whole", "see d/harbor-regional", 17, 0, []string{"see", "d/harbor-regional"}},
		{"too long a word", "abcdefghij", 4, 1, []string{"abcd", " efg", " hij"}},
		{"wide characters", "漢字漢字", 5, 0, []string{"漢字", "漢字"}},
		{"a space that holds", "at 80\u00a0% now", 6, 0, []string{"at", "80\u00a0%", "now"}},
		{"one column is taken for two", "漢a", 1, 0, []string{"漢", "a"}},
		{"a letter that needs the indent", "aa\u0903\u0903", 3, 1, []string{"a", "a\u0903\u0903"}},
		{"a letter wider than a line", "aa\u0903\u0903\u0903", 3, 1, []string{"a", "a\u0903\u0903\u0903"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, words.Wrap(tt.in, tt.width, tt.indent)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// An address is copied from the screen: in two pieces it leads nowhere.
func TestFoldKeepsWordsWhole(t *testing.T) {
	const address = "https://example.org/a-very-long-path/to/a_document.pdf"
	want := []string{"See", "  " + address, "  and tell us."}
	if diff := cmp.Diff(want, words.Fold("See "+address+" and tell us.", 20, 2)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWrapLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := words.Line(nastyText().Draw(t, "text"))
		width := rapid.IntRange(2, 30).Draw(t, "width")
		indent := rapid.IntRange(0, 3).Draw(t, "indent")
		lines := words.Wrap(text, width, indent)
		got := strings.ReplaceAll(strings.Join(lines, ""), " ", "")
		if want := strings.ReplaceAll(text, " ", ""); got != want {
			t.Fatalf("%q became %q", want, got)
		}
		for _, l := range lines {
			whole, _ := words.Split(strings.TrimLeft(l, " "), width)
			if words.Width(l) > width && whole != "" { // a grapheme may be wider than a line
				t.Fatalf("%q is wider than %d", l, width)
			}
		}
	})
}

func TestHidingTellsThePlace(t *testing.T) {
	for _, c := range []struct {
		text            string
		n, line, column int
	}{
		{"plain", 0, 0, 0},
		{"two\r\nlines", 0, 0, 0},
		{"é\u200bx", 1, 1, 2},
		{"one\ntw\u200bo\U000e0041", 2, 2, 3},
		{"\U0001f469\u200d\U0001f52c", 0, 0, 0}, // an emoji of two
		{"a\nb\u200d", 1, 2, 2},
	} {
		if n, line, column := words.Hiding(c.text); n != c.n || line != c.line || column != c.column {
			t.Errorf("%q: %d, first at %d:%d; want %d at %d:%d", c.text, n, line, column, c.n, c.line, c.column)
		}
	}
}

func TestHides(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "plain\ttext\r\n": false, "é \u5e2b": false, "\U0001f469\u200d\u2695\ufe0f": false,
		"a\u200bb": true, "tag\U000e0041": true, "\x1b[31m": true, "\u200d": true, "\ufeff": true,
	} {
		if got := words.Hides(text); got != want {
			t.Errorf("%q: got %t", text, got)
		}
	}
	if got := words.Shown(" a\u200bb "); got != " ab " {
		t.Errorf("Shown: %q", got)
	}
}

func TestSet(t *testing.T) {
	type size int
	sizes := words.NewSet[size]("size", "", "small", "large")
	for word, want := range map[string]size{"small": 1, "Large": 2, " LARGE ": 2} {
		if got, err := sizes.Parse(word); err != nil || got != want {
			t.Errorf("%q: %d, %v", word, got, err)
		}
	}
	for _, word := range []string{"", " ", "smal", "huge"} {
		if got, err := sizes.Parse(word); got != 0 || err == nil || !strings.HasSuffix(err.Error(), ": must be small or large") {
			t.Errorf("%q: %d, %v", word, got, err)
		}
	}
	if sizes.Word(0) != "" || sizes.Word(2) != "large" {
		t.Errorf("words: %q, %q", sizes.Word(0), sizes.Word(2))
	}
}
