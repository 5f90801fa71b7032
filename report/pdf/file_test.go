package pdf

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/jung-kurt/gofpdf"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/pdf/pdftest"
)

// simplePDF is what gofpdf writes for one empty page.
func simplePDF(t testing.TB) string {
	t.Helper()
	pdf := gofpdf.New("P", "mm", "A4", "")
	pdf.SetCreationDate(testDate)
	pdf.SetModificationDate(testDate)
	pdf.AddPage()
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestParsePDF(t *testing.T) {
	f, err := parsePDF([]byte(simplePDF(t)))
	if err != nil {
		t.Fatal(err)
	}
	if f.root != len(f.objects) || f.info != f.root-1 {
		t.Errorf("catalog %d, information %d of %d objects", f.root, f.info, len(f.objects))
	}
	for n, begins := range map[int]string{1: "<</Type /Pages\n", 3: "<</Type /Page\n", f.root: "<<\n/Type /Catalog\n"} {
		if !bytes.HasPrefix(f.objects[n-1], []byte(begins)) {
			t.Errorf("object %d begins %.30q, want %q", n, f.objects[n-1], begins)
		}
	}
}

// A file that is not as expected is refused: nothing half right is written.
func TestParsePDFRefusesWhatItDoesNotKnow(t *testing.T) {
	good := simplePDF(t)
	for name, tt := range map[string]struct{ data, want string }{
		"empty":      {"", "does not begin or end like a PDF"},
		"cut":        {good[:len(good)-3], "does not begin or end like a PDF"},
		"other":      {"%!PS" + good[4:], "does not begin or end like a PDF"},
		"far table":  {strings.Replace(good, "startxref\n", "startxref\n99", 1), "past the end"},
		"moved":      {strings.Replace(good, "%PDF-1.3\n", "%PDF-1.3\n\n", 1), "does not begin or end like one"},
		"object":     {strings.Replace(good, "\n3 0 obj\n", "\n4 0 obj\n", 1), "object 3 does not begin or end like one"},
		"open":       {strings.Replace(good, "endobj\n1 0", "endobX\n1 0", 1), "does not begin or end like one"},
		"no root":    {strings.Replace(good, "/Root", "/Ruut", 1), "the trailer has no"},
		"other root": {strings.Replace(good, "/Root ", "/Root 9", 1), "the trailer names object 9"},
	} {
		if _, err := parsePDF([]byte(tt.data)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %q", name, err, tt.want)
		}
	}
}

// Links that were not drawn by us, or that gofpdf writes in another way.
func TestPDFRefusesLinksItDoesNotKnow(t *testing.T) {
	for name, draw := range map[string]func(p *layout){
		"one more": func(p *layout) { p.pdf.LinkString(10, 10, 10, 10, "https://example.org") },
		"one less": func(p *layout) {
			p.tags.within(p.tags.root.add("P"), func() { p.tags.link("x", "x", func() {}, func() {}) })
		},
	} {
		p := newTestLayout(t)
		p.addPage()
		draw(p)
		var out bytes.Buffer
		err := p.output(&out, testDate)
		if err == nil || !strings.HasPrefix(err.Error(), "tagging the PDF: page object 3 has ") || out.Len() > 0 {
			t.Errorf("%s: error %v, %d bytes", name, err, out.Len())
		}
	}
}

// The tags rest on the layout of the files that this release writes.
func TestPDFLibraryIsPinned(t *testing.T) {
	module, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(module), "github.com/jung-kurt/gofpdf v1.16.2\n") || producer != "gofpdf 1.16.2" {
		t.Error("another release of gofpdf: read what it writes, then change this test and the producer's name")
	}
}

func FuzzParsePDF(f *testing.F) {
	f.Add([]byte(simplePDF(f)))
	f.Add([]byte("%PDF-1.3\nxref\n0 1\n0000000000 65535 f \ntrailer\n/Root 1 0 R\n/Info 1 0 R\nstartxref\n9\n%%EOF\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := parsePDF(data)
		if err != nil {
			return
		}
		if err := file.write(&bytes.Buffer{}, new(compressor)); err != nil {
			t.Fatal(err)
		}
	})
}

func TestPDFString(t *testing.T) {
	got := map[string]string{}
	want := map[string]string{
		"":         "()",
		"a (b) \\": `(a \(b\) \\)`,
		"é":        "<FEFF00E9>",
		"🏥":        "<FEFFD83CDFE5>",
		"a\nb":     "<FEFF0061000A0062>",
	}
	for s := range want {
		got[s] = pdfString(s)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("strings (-want +got):\n%s", diff)
	}
}

func TestPDFMetadataStream(t *testing.T) {
	d := doctest.SampleDocument()
	d.Title, d.Legal = `A & B <"C">`, "Privileged"
	raw := mustDraw(t, d, doc.Options{}).Raw
	_, xmp, _ := bytes.Cut(raw, []byte("<?xpacket begin"))
	xmp, _, found := bytes.Cut(xmp, []byte("<?xpacket end"))
	if !found || !utf8.Valid(xmp) {
		t.Fatal("no metadata stream, or not in UTF-8")
	}
	for _, want := range []string{
		"Campus, A &amp; B &lt;&#34;C&#34;&gt;, 2026-Q3</rdf:li>", "<rdf:li>Clínica Peña &amp; Łódź Regional – “North” Campus</rdf:li>", "<rdf:li>en-US</rdf:li>",
		"<xmp:CreateDate>2026-09-30T00:00:00</xmp:CreateDate>", "TLP:AMBER+STRICT, Privileged", "<pdf:Producer>gofpdf 1.16.2</pdf:Producer>", "<xmp:CreatorTool>hygeia 1.0.0<",
	} {
		if !bytes.Contains(xmp, []byte(want)) {
			t.Errorf("no %s in\n%s", want, xmp)
		}
	}
	if bytes.Contains(xmp, []byte("pdfuaid")) {
		t.Error("the file claims what no validator was asked about")
	}
}

func TestPDFCatalog(t *testing.T) {
	raw := mustDraw(t, doctest.SampleDocument(), doc.Options{}).Raw
	catalog := string(pdftest.Object(t, raw, pdftest.Reference(t, raw, "Root")))
	for _, want := range []string{"/Lang (en-US)", "/MarkInfo <</Marked true>>", "/DisplayDocTitle true", "/StructTreeRoot ", "/Metadata ", "/Outlines "} {
		if !strings.Contains(catalog, want) {
			t.Errorf("no %s in the catalog", want)
		}
	}
	if !bytes.HasPrefix(raw, []byte("%PDF-1.7\n")) || !bytes.Contains(raw, []byte("/ID [<")) {
		t.Error("no version 1.7, or no identifier")
	}
}
