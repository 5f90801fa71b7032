package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/google/go-cmp/cmp"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/pdf/pdftest"
)

func TestPDFLeavesTheSharedFontBytesAlone(t *testing.T) {
	sum := func() [2][32]byte {
		return [2][32]byte{sha256.Sum256(liberationsansregular.TTF), sha256.Sum256(liberationsansbold.TTF)}
	}
	before := sum()
	mustDraw(t, doctest.SampleDocument(), doc.Options{})
	if sum() != before {
		t.Error("drawing changed the embedded font")
	}
}

func TestPDFOfASampleReport(t *testing.T) {
	d := doctest.SampleDocument()
	s := mustDraw(t, d, doc.Options{})

	wantOutline := []string{
		"Where we stand", "  What the board is asked to decide", "  What became better, what became worse",
		"Every gap, with the first step",
		"How the figures are made", "  The score", "    What counts",
	}
	if diff := cmp.Diff(wantOutline, s.Outline); diff != "" {
		t.Errorf("bookmarks (-want +got):\n%s", diff)
	}
	wantLinks := []string{"https://www.cisa.gov/about/regions"}
	for range 46 {
		wantLinks = append(wantLinks, "https://www.cisa.gov/cyber-hygiene-services")
	}
	if diff := cmp.Diff(wantLinks, s.Links); diff != "" {
		t.Errorf("link targets (-want +got):\n%s", diff)
	}
	for i := range s.Pages {
		page := s.OnPage(i + 1)
		for _, want := range []string{fmt.Sprintf("page %d of %d", i+1, len(s.Pages)), "DRAFT", d.Program, d.Title} {
			if !strings.Contains(page, want) {
				t.Errorf("page %d lacks %q", i+1, want)
			}
		}
		if got := strings.Count(page, d.Marking); got != 2 {
			t.Errorf("page %d has the marking %d times, want it in header and footer", i+1, got)
		}
	}
	cover := s.OnPage(1)
	for _, want := range append([]string{d.Subject, d.Period}, d.Lines...) {
		if !strings.Contains(cover, want) {
			t.Errorf("the cover lacks %q", want)
		}
	}
	if !strings.Contains(strings.ReplaceAll(cover, "\n", " "), d.Notice) {
		t.Error("the cover lacks the notice")
	}
	if got := bytes.Count(s.Raw, []byte("/FontFile2")); got != 2 {
		t.Errorf("%d embedded fonts, want 2", got)
	}
}

func TestPDFMetadata(t *testing.T) {
	s := mustDraw(t, doctest.SampleDocument(), doc.Options{})
	info := pdftest.Object(t, s.Raw, pdftest.Reference(t, s.Raw, "Info"))
	for name, want := range map[string]string{
		"Title": "Clínica Peña & Łódź Regional – “North” Campus, Board report on cyber hygiene, 2026-Q3", "Author": "Clínica Peña & Łódź Regional – “North” Campus",
		"Subject": "Clínica Peña & Łódź Regional – “North” Campus, 2026-Q3", "Creator": "hygeia 1.0.0",
	} {
		_, value, found := bytes.Cut(info, []byte("/"+name+" ("))
		if !found {
			t.Errorf("no %s", name)
			continue
		}
		if got, _ := pdftest.ReadString(value); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	for _, want := range []string{"/CreationDate (D:20260930000000)", "/ModDate (D:20260930000000)"} {
		if !bytes.Contains(info, []byte(want)) {
			t.Errorf("no %s", want)
		}
	}
}

func TestPDFWithoutDraftAndMarking(t *testing.T) {
	d := doctest.SampleDocument()
	d.Draft, d.Marking = false, ""
	if s := mustDraw(t, d, doc.Options{}); strings.Contains(s.All(), "DRAFT") || strings.Contains(s.All(), "TLP") {
		t.Error("a finished report without marking must have neither")
	}
}

func TestPDFPaper(t *testing.T) {
	for paper, want := range map[string]string{
		"": "[0 0 612.00 792.00]", "letter": "[0 0 612.00 792.00]", "a4": "[0 0 595.28 841.89]", "A4": "[0 0 595.28 841.89]",
	} {
		s := mustDraw(t, doctest.SampleDocument(), doc.Options{Paper: paper})
		if !bytes.Contains(s.Raw, []byte("/MediaBox "+want)) {
			t.Errorf("paper %q: the pages are not %s", paper, want)
		}
	}
}

func TestPDFMistakes(t *testing.T) {
	tests := []struct {
		name  string
		doc   doc.Document
		paper string
		want  string
	}{
		{"paper", doc.Document{}, "legal", `paper "legal": must be letter or a4`},
		{"date", doc.Document{Date: "30 Sep 2026"}, "", `date of the document "30 Sep 2026": must look like 2026-09-30`},
	}
	for _, tt := range tests {
		var out bytes.Buffer
		err := Draw(&out, &tt.doc, doc.Options{Paper: tt.paper})
		if err == nil || err.Error() != tt.want {
			t.Errorf("%s: error %v, want %s", tt.name, err, tt.want)
		}
		if out.Len() > 0 {
			t.Errorf("%s: something was written", tt.name)
		}
	}
}

func TestPDFReportsAFailingWriter(t *testing.T) {
	if err := Draw(doctest.FullDisk{}, doctest.SampleDocument(), doc.Options{}); !errors.Is(err, doctest.ErrFull) {
		t.Errorf("error %v, want %v", err, doctest.ErrFull)
	}
}

// An emoji that passed the cleaning would make gofpdf panic.
func TestPDFPanicIsAnError(t *testing.T) {
	size, _ := paperSize("")
	p, err := layOut(&doc.Document{Blocks: []doc.Block{doc.Heading{Level: 1, Text: "Clinic \U0001F3E5"}}}, size, pageCount{})
	if err == nil {
		err = p.output(&bytes.Buffer{}, testDate)
	}
	if err == nil || !strings.Contains(err.Error(), `drawing the PDF, section "Clinic`) {
		t.Errorf("error %v, want one that names the section", err)
	}
}

func TestPDFEmptyDocument(t *testing.T) {
	for name, d := range map[string]*doc.Document{
		"nothing":        {},
		"only breaks":    {Blocks: []doc.Block{doc.PageBreak{}, doc.PageBreak{}}},
		"only no blocks": {Title: "T", Blocks: []doc.Block{doc.Paragraph{}, doc.Note{}, doc.List{}, doc.Table{}, doc.Bars{}, doc.Tiles{}, doc.Heading{}}},
	} {
		s := mustDraw(t, d, doc.Options{})
		if len(s.Pages) != 1 || !strings.Contains(s.All(), "page 1 of 1") {
			t.Errorf("%s: %d pages, want the cover alone", name, len(s.Pages))
		}
	}
}

func TestPDFBreaksLeaveNoEmptyPage(t *testing.T) {
	one := doc.Paragraph{Text: doc.Plain("one")}
	d := &doc.Document{Blocks: []doc.Block{doc.PageBreak{}, one, doc.PageBreak{}, doc.PageBreak{}, one, doc.PageBreak{}}}
	if s := mustDraw(t, d, doc.Options{}); len(s.Pages) != 3 {
		t.Errorf("%d pages, want a cover and two", len(s.Pages))
	}
}

// The count of pages is not put in by gofpdf's placeholder, which would change
// what people wrote.
func TestPDFKeepsThePlaceholderPeopleWrote(t *testing.T) {
	s := mustDraw(t, &doc.Document{Blocks: []doc.Block{doc.Paragraph{Text: doc.Plain("the {nb} of {nb}")}}}, doc.Options{})
	if !strings.Contains(s.All(), "the {nb} of {nb}") {
		t.Error("{nb} was replaced")
	}
}

func BenchmarkPDF(b *testing.B) {
	d := doctest.SampleDocument()
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := Draw(&out, d, doc.Options{}); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(out.Len()), "bytes/file")
	}
}
