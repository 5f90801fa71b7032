package report

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/doc"
	"hygeia/report/pdf/pdftest"
)

// layoutCase is one way of asking for a report.
type layoutCase struct {
	name  string
	paper string
	build func(Input) *doc.Document
	first int  // pages the document must not exceed; 0 for any number
	much  bool // a logo and a line of one's own on every page
}

var layoutCases = []layoutCase{
	{name: "board", paper: "letter", build: Board},
	{name: "body with logo and legal line", paper: "letter", build: BoardBody, first: bodyPages, much: true},
	{name: "board on A4", paper: "a4", build: Board},
	{name: "brief with logo and legal line", paper: "letter", build: Brief, first: 2, much: true},
	{name: "annex", paper: "letter", build: BoardAnnex},
	{name: "internal full report", paper: "letter", build: func(in Input) *doc.Document {
		in.Audience = Internal
		return Full(in)
	}},
}

// layoutInputs are organizations of every kind: with nothing, a little, everything,
// and two hospitals with a history and long names.
func layoutInputs(t testing.TB) []struct {
	name string
	in   Input
} {
	lib := shipped(t)
	org := assess.Organization{Name: "Cedar Bend Hospital", Size: frameworks.Medium, Beds: 80, IT: "shared", Country: "us"}
	all := func(pick func(int, *frameworks.Question) assess.Answer) Input {
		return Input{Result: assess.Evaluate(lib, quarter(lib, third, org, []string{"hph-cpg", "hicp-2023", "nist-csf-2.0"}, pick)), Program: "hygeia 1.0.0"}
	}
	always := func(l frameworks.Level) func(int, *frameworks.Question) assess.Answer {
		return func(int, *frameworks.Question) assess.Answer { return level(l) }
	}
	small, large := creek(t), lakeside(t)
	for _, in := range []Input{small, large} {
		in.Result.Assessment.Organization.Name = "The " + strings.Repeat("Memorial and Community ", 5) + "Hospital of Our County"
	}
	return []struct {
		name string
		in   Input
	}{
		{"nothing answered", withFacts(t, all(nothing))},
		{"one answer", all(func(i int, _ *frameworks.Question) assess.Answer {
			if i == 0 {
				return level(frameworks.Yes)
			}
			return open
		})},
		{"Essential only", only(t, mixed)},
		{"all No", withMatters(t, all(always(frameworks.No)), 30)},
		{"all Mostly", withFacts(t, withMatters(t, all(always(frameworks.Mostly)), 7))},
		{"all Yes", all(always(frameworks.Yes))},
		{"creek", withMatters(t, withFacts(t, small), 12)},
		{"lakeside", withFacts(t, large)},
	}
}

// Layouts over a matrix of organizations and ways of asking: the first page is one
// page, the brief two, the body at most eight; no page inside is under 40% full, no
// heading stands alone, no chart is torn, and no row of a table is split. Some have
// answered all facts, and some have a ledger of many matters.
func TestLayoutMatrix(t *testing.T) {
	logo := &doc.Logo{PNG: whitePicture(t), Width: 300, Height: 150}
	n := 0
	for i, org := range layoutInputs(t) {
		for j, c := range layoutCases {
			if n++; testing.Short() && (i+j)%8 != 0 {
				continue // 6 of the 48
			}
			t.Run(org.name+", "+c.name, func(t *testing.T) {
				in := org.in
				in.Audience = ForBoard
				if c.much {
					in.Logo, in.Legal = logo, "Peer review privileged under the law of our state, not to be copied"
				}
				d := c.build(in)
				s := mustDraw(t, d, doc.Options{Paper: c.paper})
				if c.first > 0 && len(s.Pages) > c.first {
					t.Errorf("%d pages, want at most %d", len(s.Pages), c.first)
				}
				if at := pageOf(s, "Annexes"); at > bodyPages+1 {
					t.Errorf("the body has %d pages, want at most %d", at-1, bodyPages)
				}
				height := map[string]float64{"letter": 792, "a4": 842}[c.paper]
				checkFill(t, d, s, height)
				checkHeadings(t, d, s, height)
				checkCharts(t, d, s)
				checkRows(t, d, s)
			})
		}
	}
}

// pageOf is the page that begins with a chapter; 0 where none does.
func pageOf(s *pdftest.Scanned, chapter string) int {
	for page := range s.Pages {
		for _, line := range strings.Split(s.OnPage(page+1), "\n") {
			if strings.TrimSpace(line) == chapter {
				return page + 1
			}
		}
	}
	return 0
}

// The parts of a page in points: the head, and the foot with the legal line.
const (
	pageHead = 27 * 72 / 25.4
	pageFoot = 23 * 72 / 25.4
	pageLeft = 20*72/25.4 + 1
)

// bodyTexts returns the texts of a page between its head and its foot, and the
// lowest of them.
func bodyTexts(s *pdftest.Scanned, page int, height float64) (list []pdftest.Drawn, lowest pdftest.Drawn) {
	lowest.Y = height
	for _, d := range s.Texts {
		if d.Page != page || d.Y > height-pageHead+12 || d.Y < pageFoot+6 {
			continue
		}
		list = append(list, d)
		if d.Y < lowest.Y {
			lowest = d
		}
	}
	return list, lowest
}

// checkFill looks at each page inside: not the last, nor the last before a page that
// was asked for, which closes a part.
func checkFill(t *testing.T, d *doc.Document, s *pdftest.Scanned, height float64) {
	t.Helper()
	closing := map[int]bool{len(s.Pages): true}
	for _, part := range partStarts(d) {
		for page := 2; page <= len(s.Pages); page++ {
			if list, _ := bodyTexts(s, page, height); len(list) > 0 && part != "" && strings.HasPrefix(part, list[0].Text) {
				closing[page-1] = true
			}
		}
	}
	for page := 1; page < len(s.Pages); page++ {
		_, lowest := bodyTexts(s, page, height)
		if fill := (height - pageHead - lowest.Y) / (height - pageHead - pageFoot); fill < 0.4 && !closing[page] {
			t.Errorf("page %d of %d is %.0f%% full", page, len(s.Pages), 100*fill)
		}
	}
}

// partStarts are the headings that begin a part on a page of its own.
func partStarts(d *doc.Document) []string {
	var list []string
	for i, b := range d.Blocks[:max(len(d.Blocks)-1, 0)] {
		if _, is := b.(doc.PageBreak); is {
			if h, is := d.Blocks[i+1].(doc.Heading); is {
				list = append(list, h.Text)
			}
		}
	}
	return list
}

// checkHeadings refuses a heading as the last thing on a page.
func checkHeadings(t *testing.T, d *doc.Document, s *pdftest.Scanned, height float64) {
	t.Helper()
	heads := map[string]bool{}
	for _, h := range blocksOf[doc.Heading](d.Blocks) {
		heads[h.Text] = h.Level < 3 // deeper ones are called like rows of charts
	}
	for page := 2; page < len(s.Pages); page++ {
		if _, lowest := bodyTexts(s, page, height); heads[lowest.Text] && lowest.X < pageLeft {
			t.Errorf("page %d ends with the heading %q", page, lowest.Text)
		}
	}
}

// checkCharts looks for all rows of each bar chart on the page of its caption.
func checkCharts(t *testing.T, d *doc.Document, s *pdftest.Scanned) {
	t.Helper()
	at := 0
	for _, bars := range blocksOf[doc.Bars](d.Blocks) {
		for ; at < len(s.Texts) && !strings.HasPrefix(s.Texts[at].Text, bars.Caption[:30]); at++ {
		}
		if at == len(s.Texts) {
			t.Fatalf("the chart %q is not there", bars.Rows[0].Label)
		}
		page := s.OnPage(s.Texts[at].Page)
		at++
		for _, row := range bars.Rows {
			label, _, _ := strings.Cut(row.Label, " ")
			if words, _, _ := strings.Cut(row.Words, " "); !strings.Contains(page, label) || !strings.Contains(page, words) {
				t.Errorf("the bar %q is not on the page of its chart", row.Label)
			}
		}
	}
}

// checkRows looks for each row of each table on one page. What is drawn is what is
// written but for spaces, cell by cell, so that a row is found as one run of letters.
func checkRows(t *testing.T, d *doc.Document, s *pdftest.Scanned) {
	t.Helper()
	var drawn strings.Builder
	var pages []int // of each byte that is drawn
	for page := range s.Pages {
		for _, text := range s.Texts {
			if text.Page == page+1 {
				letters := withoutSpaces(text.Text)
				drawn.WriteString(letters)
				for range len(letters) {
					pages = append(pages, page+1)
				}
			}
		}
	}
	all, from, rows := drawn.String(), 0, 0
	for _, table := range blocksOf[doc.Table](d.Blocks) {
		for _, row := range table.Rows {
			var want strings.Builder
			for _, cell := range row {
				want.WriteString(withoutSpaces(cell.String()))
			}
			if want.Len() == 0 {
				continue
			}
			at := strings.Index(all[from:], want.String())
			if at < 0 {
				t.Errorf("the row %.60q is torn", want.String())
				continue
			}
			rows++
			from += at + want.Len()
			if first, last := pages[from-want.Len()], pages[from-1]; first != last {
				t.Errorf("the row %.60q begins on page %d and ends on page %d", want.String(), first, last)
			}
		}
	}
	if rows == 0 {
		t.Error("no row was looked at")
	}
}

// withoutSpaces is a text without its spaces.
func withoutSpaces(s string) string { return strings.Join(strings.Fields(s), "") }

func whitePicture(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 300, 150))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
