package pdf

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hygeia/frameworks"
	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/typeset"
)

func TestCleanerLine(t *testing.T) {
	tests := []struct {
		name, in, want string
		lost           bool
	}{
		{"plain", "Clínica Peña & Łódź – “North”", "Clínica Peña & Łódź – “North”", false},
		{"above U+FFFF", "ward \U0001F3E5", "ward □", true},
		{"exactly U+10000", "\U00010000", "□", true},
		{"no glyph", "医院", "□□", true},
		{"bad UTF-8", "a\xffb", "a□b", true},
		{"escape codes", "a\x1b[31mb\x00\x07\x7f\u009b", "a[31mb", false},
		{"bidi", "a\u202E\u2066\u200E\u061Cb", "ab", false},
		{"invisible", "a\u200B\u200D\uFEFF\u00AD\uFE0Fb", "ab", false},
		{"spaces", "\ta\u2003b\u202Fc\u00A0d\n", "a b\u00A0c\u00A0d", false},
		{"breaks", "a\r\nb\rc\u2028d", "a b c d", false},
		{"hyphens", "non\u2011breaking", "non-breaking", false},
		{"substitutes", "✓ ✗ ⚠\uFE0F ☐", "√ × (!) [ ]", false},
	}
	for _, tt := range tests {
		w := new(cleaner)
		if got := w.Line(tt.in); got != tt.want || w.lost != tt.lost {
			t.Errorf("%s: %q, lost %v; want %q, lost %v", tt.name, got, w.lost, tt.want, tt.lost)
		}
	}
}

func cleanText(w *cleaner, t doc.Text) doc.Text {
	d := &doc.Document{Blocks: []doc.Block{doc.Paragraph{Text: t}}}
	return d.Cleaned(w).Blocks[0].(doc.Paragraph).Text
}

func TestCleanerKeepsLineBreaksInRunningText(t *testing.T) {
	got := cleanText(new(cleaner), doc.Text{{Text: "a\r\nb\u2029c"}})
	if diff := cmp.Diff(doc.Text{{Text: "a\nb\nc"}}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestCleanerRelativesAreNeeded(t *testing.T) {
	for r, near := range substitutes {
		if typeset.Drawable(r) {
			t.Errorf("%q has a glyph of its own", r)
		}
		for _, n := range near {
			if !typeset.Drawable(n) {
				t.Errorf("%q, for %q, has no glyph", n, r)
			}
		}
	}
}

// Whatever comes in, only what can be drawn comes out, and twice is as once.
func TestCleanerProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		got := new(cleaner).Words(s)
		for _, r := range got {
			if r != '\n' && (!typeset.Drawable(r) || unicode.IsControl(r)) {
				t.Fatalf("%U came through", r)
			}
		}
		if again := new(cleaner).Words(got); again != got {
			t.Fatalf("once %q, twice %q", got, again)
		}
	})
}

func TestPDFSaysWhatItCouldNotDraw(t *testing.T) {
	draw := func(s string) string {
		return strings.ReplaceAll(mustDraw(t, &doc.Document{Blocks: []doc.Block{doc.Paragraph{Text: doc.Plain(s)}}}, doc.Options{}).All(), "\n", " ")
	}
	for text, want := range map[string]string{
		"ward \U0001F3E5": "Some characters are not in the font of this report. Each is shown as □.",
		"בית":             "Text written from right to left is shown here from left to right.",
	} {
		if got := draw(text); !strings.Contains(got, want) {
			t.Errorf("%q: no note in %q", text, got)
		}
	}
	if got := draw("plain ✓ □"); strings.Contains(got, "shown") {
		t.Errorf("a note without need: %q", got)
	}
}

func TestPDFLeavesTheDocumentAlone(t *testing.T) {
	d, same := doctest.Everywhere("a\x00\U0001F3E5"), doctest.Everywhere("a\x00\U0001F3E5")
	mustDraw(t, d, doc.Options{})
	if diff := cmp.Diff(same, d); diff != "" {
		t.Errorf("drawing changed the document (-want +got):\n%s", diff)
	}
}

// What we ship is drawn as it stands, without a replacement.
func TestPDFFontDrawsTheShippedContent(t *testing.T) {
	for _, f := range frameworks.ShippedFiles() {
		for _, r := range string(f.Data) {
			if r != '\n' && !typeset.Drawable(r) {
				t.Errorf("%s: %q (%U) is not in the font of the PDF", f.Name, r, r)
			}
		}
	}
}
