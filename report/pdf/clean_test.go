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
	tests := []struct{ name, in, want, lost string }{
		{"plain", "Clínica Peña & Łódź – “North”", "Clínica Peña & Łódź – “North”", ""},
		{"Hebrew", "בית חולים 123", "בית חולים 123", ""},
		{"above U+FFFF", "ward \U0001F3E5\U0001F3E5", "ward [emoji]", "emoji"},
		{"exactly U+10000", "\U00010000", "[text in Linear B]", "Linear B"},
		{"Chinese", "医院 北京", "[text in Chinese or Japanese characters]", "Chinese or Japanese characters"},
		{"Korean and Arabic", "a 병원, مستشفى", "a [text in Korean], [text in Arabic]", "Korean Arabic"},
		{"bad UTF-8", "a\xffb", "a[other signs]b", "other signs"},
		{"escape codes", "a\x1b[31mb\x00\x07\x7f\u009b", "a[31mb", ""},
		{"bidi", "a\u202E\u2066\u200E\u061Cb", "ab", ""},
		{"invisible", "a\u200B\u200D\uFEFF\u00AD\uFE0Fb", "ab", ""},
		{"spaces", "\ta\u2003b\u202Fc\u00A0d\n", "a b\u00A0c\u00A0d", ""},
		{"breaks", "a\r\nb\rc\u2028d", "a b c d", ""},
		{"hyphens", "non\u2011breaking", "non-breaking", ""},
		{"substitutes", "✓ ✗ ⚠\uFE0F ☐", "√ × (!) [ ]", ""},
	}
	for _, tt := range tests {
		w := new(cleaner)
		if got := w.Line(tt.in); got != tt.want || strings.Join(w.lost, " ") != tt.lost {
			t.Errorf("%s: %q, lost %q; want %q, lost %q", tt.name, got, w.lost, tt.want, tt.lost)
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
	for r, near := range substitutes() {
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

// What a page cannot show is said on the first one, and a name in Latin letters takes
// the place of one that cannot be drawn.
func TestPDFSaysWhatItCouldNotDraw(t *testing.T) {
	for _, c := range []struct{ name, subject, latin, text, want, not string }{
		{"emoji", "Clinic", "", "ward \U0001F3E5", "Some text is written in what this PDF cannot draw (emoji)", "□"},
		{"Chinese name", "北京医院", "", "x", "a script this PDF cannot draw: Chinese or Japanese characters", "□"},
		{"Chinese name in words", "北京医院", "", "x", "[name in Chinese or Japanese characters]", "□"},
		{"emoji in a name", "Clinic \U0001F3E5", "", "x", "The name has what this PDF cannot draw: emoji. HTML and Word show it. A notice.", "--name-latin"},
		{"part of a name", "مستشفى Care", "", "x", "this PDF cannot draw: Arabic", "[name"},
		{"Latin name", "北京医院", "Beijing Hospital", "x", "The name is drawn in Latin letters", "cannot draw"},
		{"Latin name in a text", "北京医院", "Beijing Hospital", "I answer for 北京医院.", "I answer for Beijing Hospital.", "["},
		{"Hebrew", "בית חולים", "", "בית חולים", "םילוח תיב", "cannot draw"},
		{"nothing", "Clinic", "", "plain ✓ □", "plain √ □", "draw"},
	} {
		d := &doc.Document{Subject: c.subject, Latin: c.latin, Band: true, Notice: "A notice.", Blocks: []doc.Block{doc.Paragraph{Text: doc.Plain(c.text)}, doc.PageBreak{}, doc.Paragraph{Text: doc.Plain("more")}}}
		s := mustDraw(t, d, doc.Options{})
		if got := strings.Join(strings.Fields(s.OnPage(1)), " "); !strings.Contains(got, c.want) || strings.Contains(got, c.not) {
			t.Errorf("%s: the first page says\n%q\nwant %q and no %q", c.name, got, c.want, c.not)
		}
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
