package report

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var destination = regexp.MustCompile(`/Dest \[(\d+) 0 R /XYZ 0 ([-0-9.]+) null\]>>`)

// chapters is a document with its contents first and chapters of so many lines.
func chapters(lines ...int) *Document {
	d := &Document{Title: "T", Subject: "S", Blocks: []Block{Heading{1, "Contents"}, Contents{}}}
	for i, n := range lines {
		d.Blocks = append(d.Blocks, Heading{1, fmt.Sprintf("CHAPTER%d", i)}, filler(n))
	}
	return d
}

func TestPDFContents(t *testing.T) {
	d := chapters(30, 70, 5, 120, 5)
	s := mustDraw(t, d, Options{})
	var numbers []string
	onCover := strings.Split(s.onPage(1), "\n")
	for i, w := range onCover {
		if strings.HasPrefix(w, "CHAPTER") {
			numbers = append(numbers, onCover[i+1])
		}
	}
	links := destination.FindAllStringSubmatch(string(s.raw), -1)
	links = links[len(links)-len(numbers):] // the bookmarks come first
	if len(numbers) != 5 {
		t.Fatalf("%d lines in the contents, want 5:\n%s", len(numbers), s.onPage(1))
	}
	for i, number := range numbers {
		heading := find(t, s, fmt.Sprintf("CHAPTER%d", i))
		if number != strconv.Itoa(heading.page) {
			t.Errorf("chapter %d: the contents say page %s, it stands on %d", i, number, heading.page)
		}
		if want := strconv.Itoa(1 + 2*heading.page); links[i][1] != want {
			t.Errorf("chapter %d: the link leads to object %s, want %s", i, links[i][1], want)
		}
		if top, _ := strconv.ParseFloat(links[i][2], 64); top < heading.y || top > heading.y+40 {
			t.Errorf("chapter %d: the link leads to %v points, the heading stands at %v", i, top, heading.y)
		}
	}
}

// find returns the last text that is drawn with these words.
func find(t *testing.T, s *scannedPDF, words string) drawnText {
	t.Helper()
	for i := len(s.texts) - 1; i >= 0; i-- {
		if s.texts[i].text == words {
			return s.texts[i]
		}
	}
	t.Fatalf("%q is not drawn", words)
	return drawnText{}
}

// The cover, the contents and the notice share the first page, while there is room.
func TestPDFCoverHoldsTheContents(t *testing.T) {
	for count, want := range map[int]int{1: 1, 14: 1, 40: 2} {
		d := chapters(slices.Repeat([]int{1}, count)...)
		d.Logo = taggedDocument(t).Logo
		d.Notice = "NOTICE"
		s := mustDraw(t, d, Options{})
		checkDrawing(t, s)
		last := fmt.Sprintf("CHAPTER%d", count-1)
		if i := slices.IndexFunc(s.texts, func(d drawnText) bool { return d.text == last }); i < 0 || s.texts[i].page != want {
			t.Errorf("%d chapters: the contents do not end on page %d", count, want)
		}
		if got := find(t, s, "NOTICE").page; got != 1 {
			t.Errorf("%d chapters: the notice stands on page %d", count, got)
		}
	}
}

// What comes before the contents is not in them.
func TestPDFContentsListWhatFollows(t *testing.T) {
	s := mustDraw(t, &Document{Blocks: []Block{Heading{1, "BEFORE"}, Heading{1, ""}, Contents{}, Heading{2, "SECTION"}, Heading{1, "AFTER"}}}, Options{})
	for words, want := range map[string]int{"BEFORE": 1, "AFTER": 2, "SECTION": 1} {
		if got := strings.Count(s.all(), words); got != want {
			t.Errorf("%s stands there %d times, want %d", words, got, want)
		}
	}
	if at, want := find(t, s, "AFTER").page, find(t, s, strconv.Itoa(2)); want.text != strconv.Itoa(at) {
		t.Errorf("the contents say page %s, the chapter is on %d", want.text, at)
	}
}

func TestPDFLegalLineOnEveryPage(t *testing.T) {
	d := chapters(90, 90)
	d.Legal = strings.Repeat("Privileged under the law. ", 8) + "LAST"
	s := mustDraw(t, d, Options{})
	checkDrawing(t, s)
	lowest := (bodyBottom - 1) / mmPerPoint
	for page := range s.pages {
		if got := strings.Count(s.onPage(page+1), "LAST"); got != 1 {
			t.Errorf("page %d has the legal line %d times", page+1, got)
		}
	}
	for _, text := range s.texts {
		if text.text == "x" && text.y < lowest+8/mmPerPoint {
			t.Fatalf("page %d: running text stands in the legal line", text.page)
		}
	}
	if sheet := mustDraw(t, &Document{Compact: true, Legal: "Privileged"}, Options{}); !strings.Contains(sheet.all(), "Privileged") {
		t.Error("the sheet lacks the legal line")
	}
}

func TestPDFLogo(t *testing.T) {
	for name, size := range map[string][2]int{"wide": {2000, 10}, "tall": {10, 2000}, "dot": {1, 1}, "usual": {300, 110}} {
		logo, err := ReadLogo("logo.png", pngOf(t, sign(size[0], size[1])))
		if err != nil {
			t.Fatal(err)
		}
		s := mustDraw(t, &Document{Title: "T", Subject: "Creek Clinic", Logo: logo}, Options{})
		m := regexp.MustCompile(`q ([0-9.]+) 0 0 ([0-9.]+) ([0-9.]+) ([0-9.]+) cm /I\w+ Do Q`).FindStringSubmatch(s.pages[0])
		if m == nil {
			t.Fatalf("%s: no picture on the cover", name)
		}
		width, height := number(t, m[1])*mmPerPoint, number(t, m[2])*mmPerPoint
		if width > logoWidth+0.01 || height > logoHeight+0.01 {
			t.Errorf("%s: %.1f by %.1f mm, want at most %v by %v", name, width, height, logoWidth, logoHeight)
		}
		if ratio := width / height * float64(size[1]) / float64(size[0]); size[0] == 300 && (ratio < 0.99 || ratio > 1.01) {
			t.Errorf("%s: the logo is out of shape, %.1f by %.1f mm", name, width, height)
		}
		var alt string
		tagsOf(t, &Document{Subject: "Creek Clinic", Logo: logo}).root.walk(func(_, e *element) { alt += e.alt })
		if alt != "Logo of Creek Clinic" {
			t.Errorf("%s: alternative text %q", name, alt)
		}
	}
}
