package word_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/word"
	"hygeia/report/word/wordtest"
)

func draw(t testing.TB, d *doc.Document, opts doc.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := word.Draw(&b, d, opts); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// full is a document with a block of every kind, a logo and contents.
func full(t testing.TB) *doc.Document {
	t.Helper()
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewNRGBA(image.Rect(0, 0, 300, 40))); err != nil {
		t.Fatal(err)
	}
	d := doctest.SampleDocument()
	d.Logo = &doc.Logo{PNG: picture.Bytes(), Width: 300, Height: 40}
	d.Legal = "Peer review privileged"
	for _, c := range doctest.EveryBlock {
		d.Blocks = append(d.Blocks, c.Block)
	}
	return d
}

func TestSameBytes(t *testing.T) {
	if !bytes.Equal(draw(t, full(t), doc.Options{}), draw(t, full(t), doc.Options{})) {
		t.Error("the same document gives other bytes")
	}
}

// Every script is kept as it was written; what runs from right to left says so.
func TestScriptsAreKept(t *testing.T) {
	for text, right := range map[string]bool{"בית חולים 12": true, "مستشفى": true, "北京医院": false, "Clinic 🏥 בית": false} {
		raw := draw(t, &doc.Document{Title: "T", Subject: text, Latin: "Beijing Hospital", Blocks: []doc.Block{doc.Paragraph{Text: doc.Plain(text)}}}, doc.Options{})
		f := wordtest.Read(t, raw)
		if !strings.Contains(f.Body, text) || strings.Contains(f.Told(), "Beijing") {
			t.Errorf("%q is not kept:\n%s", text, f.Told())
		}
		if got := strings.Contains(wordtest.Part(t, raw, "word/document.xml"), "<w:rtl/>"); got != right {
			t.Errorf("%q from right to left: %v", text, got)
		}
	}
}

func TestStylesAndLinks(t *testing.T) {
	f := wordtest.Read(t, draw(t, full(t), doc.Options{}))
	for _, style := range []string{"Title", "Subtitle", "Heading1", "Heading2", "Heading3", "Note", "Caption", "ListParagraph", "TableText"} {
		if !slices.Contains(f.Styles, style) {
			t.Errorf("no paragraph has the style %s", style)
		}
	}
	if !slices.Contains(f.Links, "https://example.org/a") {
		t.Errorf("links: %v", f.Links)
	}
	if !slices.Contains(f.Parts, "word/media/logo.png") {
		t.Errorf("parts: %v", f.Parts)
	}
	if !strings.Contains(f.Footer, "Page ") || !strings.Contains(f.Header, "Peer review privileged") {
		t.Errorf("head %q, foot %q", f.Header, f.Footer)
	}
}

// A link that may not be followed keeps its words only.
func TestLinksThatMayNotBeFollowed(t *testing.T) {
	d := &doc.Document{Title: "T", Blocks: []doc.Block{doc.Paragraph{Text: doc.Text{{Text: "words", URL: "javascript:alert(1)"}}}}}
	raw := draw(t, d, doc.Options{})
	f := wordtest.Read(t, raw)
	if len(f.Links) > 0 || !strings.Contains(f.Body, "words") {
		t.Errorf("links %v in %q", f.Links, f.Body)
	}
}

func TestPaper(t *testing.T) {
	for paper, width := range map[string]string{"": "12240", "letter": "12240", "a4": "11906"} {
		if raw := draw(t, &doc.Document{Title: "T"}, doc.Options{Paper: paper}); !strings.Contains(wordtest.Part(t, raw, "word/document.xml"), `w:pgSz w:w="`+width+`"`) {
			t.Errorf("paper %q: the page is not %s wide", paper, width)
		}
	}
}

// LibreOffice opens the file and prints it, marks on every page.
func TestOpensInLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("starting LibreOffice takes long")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice (soffice) is not installed")
	}
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	dir := t.TempDir()
	name := filepath.Join(dir, "report.docx")
	if err := os.WriteFile(name, draw(t, full(t), doc.Options{}), 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir, name)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	out, err := exec.Command(reader, "-layout", filepath.Join(dir, "report.pdf"), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
	if len(pages) < 2 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, p := range pages {
		for _, want := range []string{"TLP:AMBER+STRICT", "DRAFT", "Peer review privileged"} {
			if !strings.Contains(p, want) {
				t.Errorf("page %d lacks %q", i+1, want)
			}
		}
	}
	if !strings.Contains(string(out), "Email Security") {
		t.Errorf("the words of a table are lost:\n%s", out)
	}
}
