package pdf

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/pdf/pdftest"
	"hygeia/report/typeset"
)

var destination = regexp.MustCompile(`/Dest \[(\d+) 0 R /XYZ 0 ([-0-9.]+) null\]>>`)

// chapters is a document with its contents first and chapters of so many lines.
func chapters(lines ...int) *doc.Document {
	d := &doc.Document{Title: "T", Subject: "S", Blocks: []doc.Block{doc.Heading{Level: 1, Text: "Contents"}, doc.Contents{}}}
	for i, n := range lines {
		d.Blocks = append(d.Blocks, doc.Heading{Level: 1, Text: fmt.Sprintf("CHAPTER%d", i)}, filler(n))
	}
	return d
}

func TestPDFContents(t *testing.T) {
	d := chapters(30, 70, 5, 120, 5)
	s := mustDraw(t, d, doc.Options{})
	var numbers []string
	onCover := strings.Split(s.OnPage(1), "\n")
	for i, w := range onCover {
		if strings.HasPrefix(w, "CHAPTER") {
			numbers = append(numbers, onCover[i+1])
		}
	}
	links := destination.FindAllStringSubmatch(string(s.Raw), -1)
	links = links[len(links)-len(numbers):] // the bookmarks come first
	if len(numbers) != 5 {
		t.Fatalf("%d lines in the contents, want 5:\n%s", len(numbers), s.OnPage(1))
	}
	for i, number := range numbers {
		heading := find(t, s, fmt.Sprintf("CHAPTER%d", i))
		if number != strconv.Itoa(heading.Page) {
			t.Errorf("chapter %d: the contents say page %s, it stands on %d", i, number, heading.Page)
		}
		if want := strconv.Itoa(1 + 2*heading.Page); links[i][1] != want {
			t.Errorf("chapter %d: the link leads to object %s, want %s", i, links[i][1], want)
		}
		if top, _ := strconv.ParseFloat(links[i][2], 64); top < heading.Y || top > heading.Y+40 {
			t.Errorf("chapter %d: the link leads to %v points, the heading stands at %v", i, top, heading.Y)
		}
	}
}

// find returns the last text that is drawn with these words.
func find(t *testing.T, s *pdftest.Scanned, words string) pdftest.Drawn {
	t.Helper()
	for i := len(s.Texts) - 1; i >= 0; i-- {
		if s.Texts[i].Text == words {
			return s.Texts[i]
		}
	}
	t.Fatalf("%q is not drawn", words)
	return pdftest.Drawn{}
}

// The cover, the contents and the notice share the first page, while there is room.
func TestPDFCoverHoldsTheContents(t *testing.T) {
	for count, want := range map[int]int{1: 1, 14: 1, 40: 2} {
		d := chapters(slices.Repeat([]int{1}, count)...)
		d.Logo = doctest.TaggedDocument(t).Logo
		d.Notice = "NOTICE"
		s := mustDraw(t, d, doc.Options{})
		pdftest.Check(t, s)
		last := fmt.Sprintf("CHAPTER%d", count-1)
		if i := slices.IndexFunc(s.Texts, func(d pdftest.Drawn) bool { return d.Text == last }); i < 0 || s.Texts[i].Page != want {
			t.Errorf("%d chapters: the contents do not end on page %d", count, want)
		}
		if got := find(t, s, "NOTICE").Page; got != 1 {
			t.Errorf("%d chapters: the notice stands on page %d", count, got)
		}
	}
}

// What comes before the contents is not in them.
func TestPDFContentsListWhatFollows(t *testing.T) {
	s := mustDraw(t, &doc.Document{Blocks: []doc.Block{doc.Heading{Level: 1, Text: "BEFORE"}, doc.Heading{Level: 1, Text: ""}, doc.Contents{}, doc.Heading{Level: 2, Text: "SECTION"}, doc.Heading{Level: 1, Text: "AFTER"}}}, doc.Options{})
	for words, want := range map[string]int{"BEFORE": 1, "AFTER": 2, "SECTION": 1} {
		if got := strings.Count(s.All(), words); got != want {
			t.Errorf("%s stands there %d times, want %d", words, got, want)
		}
	}
	if at, want := find(t, s, "AFTER").Page, find(t, s, strconv.Itoa(2)); want.Text != strconv.Itoa(at) {
		t.Errorf("the contents say page %s, the chapter is on %d", want.Text, at)
	}
}

func TestPDFLegalLineOnEveryPage(t *testing.T) {
	d := chapters(90, 90)
	d.Legal = strings.Repeat("Privileged under the law. ", 8) + "LAST"
	s := mustDraw(t, d, doc.Options{})
	pdftest.Check(t, s)
	lowest := (bodyBottom - 1) / typeset.MMPerPoint
	for page := range s.Pages {
		if got := strings.Count(s.OnPage(page+1), "LAST"); got != 1 {
			t.Errorf("page %d has the legal line %d times", page+1, got)
		}
	}
	for _, text := range s.Texts {
		if text.Text == "x" && text.Y < lowest+8/typeset.MMPerPoint {
			t.Fatalf("page %d: running text stands in the legal line", text.Page)
		}
	}
	if sheet := mustDraw(t, &doc.Document{Compact: true, Legal: "Privileged"}, doc.Options{}); !strings.Contains(sheet.All(), "Privileged") {
		t.Error("the sheet lacks the legal line")
	}
}

func TestPDFLogo(t *testing.T) {
	for name, size := range map[string][2]int{"wide": {1995, 133}, "tall": {133, 1995}, "dot": {1, 1}, "usual": {300, 110}} {
		logo, err := doc.ReadLogo("logo.png", doctest.PNG(t, doctest.Sign(size[0], size[1])))
		if err != nil {
			t.Fatal(err)
		}
		s := mustDraw(t, &doc.Document{Title: "T", Subject: "Creek Clinic", Logo: logo}, doc.Options{})
		m := regexp.MustCompile(`q ([0-9.]+) 0 0 ([0-9.]+) ([0-9.]+) ([0-9.]+) cm /I\w+ Do Q`).FindStringSubmatch(s.Pages[0])
		if m == nil {
			t.Fatalf("%s: no picture on the cover", name)
		}
		width, height := pdftest.Number(t, m[1])*typeset.MMPerPoint, pdftest.Number(t, m[2])*typeset.MMPerPoint
		if width > logoWidth+0.01 || height > logoHeight+0.01 {
			t.Errorf("%s: %.1f by %.1f mm, want at most %v by %v", name, width, height, logoWidth, logoHeight)
		}
		if ratio := width / height * float64(size[1]) / float64(size[0]); size[0] == 300 && (ratio < 0.99 || ratio > 1.01) {
			t.Errorf("%s: the logo is out of shape, %.1f by %.1f mm", name, width, height)
		}
		var alt string
		tagsOf(t, &doc.Document{Subject: "Creek Clinic", Logo: logo}).root.walk(func(_, e *element) { alt += e.alt })
		if alt != "Logo of Creek Clinic" {
			t.Errorf("%s: alternative text %q", name, alt)
		}
	}
}
