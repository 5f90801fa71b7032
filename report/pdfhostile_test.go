package report

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"
)

var testDate = time.Date(2026, 9, 30, 0, 0, 0, 0, time.UTC)

// everywhere puts one text into every place of a document that takes a text.
func everywhere(s string) *Document {
	text := Text{{Text: s}, {Text: s, Bold: true}, {Text: s, URL: "https://example.org/" + s[:min(len(s), 200)]}}
	return &Document{
		Title: s, Subject: s, Period: s, Lines: []string{s, s}, Marking: s, Legal: s, Draft: true, Program: s, Notice: s,
		Blocks: []Block{
			Contents{},
			Heading{1, s}, Heading{2, s}, Heading{3, s}, Heading{9, s}, Heading{-1, s},
			Paragraph{text}, Note{text}, List{false, []Text{text, nil}}, List{true, []Text{text, {}}},
			Table{s, []Column{{s, 1, false}, {s, 0, true}, {s, -4, false}}, [][]Text{{text, text, text}, {text}, nil, {text, text, text, text}}},
			Bars{Caption: s, Rows: []Bar{{Label: s, Words: s, Detail: s}, {Label: s, Value: 50, Scored: true, Words: s, Detail: s}}},
			Tiles{[]Tile{{s, s, s}, {s, s, s}}}, PageBreak{},
			Trend{Caption: s, Finding: s, Quarters: []string{s, s}, Lines: []TrendLine{{s, []TrendPoint{{Words: s}, {50, true, s}}}}},
			Dumbbells{Caption: s, Finding: s, Before: s, Now: s, Rows: []Dumbbell{{s, 10, 90, s}, {Label: s}}},
			Strip{Caption: s, Finding: s, Columns: []string{s}, Rows: []StripRow{{s, []string{s}}}, Legend: []StripKey{{s, s, 2}}},
			Ticks{Caption: s, Rows: []Tick{{TickMet, s, s, s}, {TickNone, s, s, s}}},
		},
	}
}

func TestPDFHostileText(t *testing.T) {
	oneGoroutine(t)
	texts := map[string]string{
		"emoji":              "ward \U0001F3E5 \U0001F468\u200D\U0001F469\u200D\U0001F467 end",
		"first above FFFF":   "\U00010000",
		"last character":     "\U0010FFFF\uFFFF\uFFFE",
		"Chinese":            "医院 网络安全",
		"Arabic":             "مستشفى",
		"Hebrew":             "בית חולים",
		"control":            "a\x1b[31mb\x07c\x7f\u0085d\u009bm",
		"NUL":                "a\x00b",
		"bidi and invisible": "a\u202Eb\u2066c\u200Bd\uFEFFe\u00ADf",
		"bad UTF-8":          "a\xff\xfe\xc3(b",
		"missing signs":      "✓ ✗ ⚠ ☐ non\u2011breaking",
		"accents apart":      "e\u0301" + strings.Repeat("o\u0308", 300),
		"one long word":      strings.Repeat("x", 10_000),
		"many lines":         strings.Repeat("line\n", 400),
		"only lines":         "\n\n\r\n",
		"only spaces":        "   \t ",
		"empty":              "",
		"PDF syntax":         `\) Tj ET (( \\ <</Type /Page\n endobj`,
		"placeholder":        "{nb} {total}",
	}
	for name, s := range texts {
		t.Run(name, func(t *testing.T) {
			scan := mustDraw(t, everywhere(s), Options{})
			checkDrawing(t, scan)
		})
	}
}

var rectangle = regexp.MustCompile(`(?m)^(\S+) (\S+) (\S+) (\S+) re [fS]$`)

// checkDrawing looks for what must not happen on any page.
func checkDrawing(t *testing.T, s *scannedPDF) {
	t.Helper()
	const width, height = 612, 792
	for i, page := range s.pages {
		if strings.Contains(page, "NaN") || strings.Contains(page, "Inf") {
			t.Errorf("page %d draws with a number that is none", i+1)
		}
		for _, m := range rectangle.FindAllStringSubmatch(page, -1) {
			x, y, w := number(t, m[1]), number(t, m[2]), number(t, m[3])
			if x < -0.01 || x+w > width+0.01 || y < -0.01 || y > height+0.01 {
				t.Errorf("page %d: a rectangle at %v %v, %v wide, leaves the page", i+1, x, y, w)
			}
		}
	}
	for _, d := range s.texts {
		for _, r := range d.text {
			if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r > 0xFFFF || !drawable(r) {
				t.Fatalf("page %d: %.40q has the character %U", d.page, d.text, r)
			}
		}
		if d.x < 0 || d.x > width || d.y < 0 || d.y > height {
			t.Fatalf("page %d: %.40q stands outside, at %v %v", d.page, d.text, d.x, d.y)
		}
	}
	for _, l := range s.links {
		if l != linkTarget(l) {
			t.Errorf("link %.60q is not clean", l)
		}
	}
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// inOrder looks for words one after the other.
func inOrder(t *testing.T, text string, words ...string) {
	t.Helper()
	for _, w := range words {
		_, rest, found := strings.Cut(text, w)
		if !found {
			t.Errorf("%q is missing, or not in its place", w)
			continue
		}
		text = rest
	}
}

// What the tools of others say about our file. They are not on every machine.
func TestPDFWithOtherTools(t *testing.T) {
	run := func(t *testing.T, d *Document, tool string, args ...string) string {
		t.Helper()
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed here; the other tests look at the same things from inside", tool)
		}
		file := filepath.Join(t.TempDir(), "report.pdf")
		f, err := os.Create(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := drawPDF(f, d, Options{}); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
		if tool == "pdftotext" {
			args = append(args, "-")
		}
		out, err := exec.Command(tool, args...).CombinedOutput()
		if err != nil && tool == "qpdf" {
			t.Errorf("%s: %v\n%s", tool, err, out)
		}
		return string(out)
	}
	t.Run("qpdf", func(t *testing.T) {
		run(t, sampleDocument(), "qpdf", "--check")
		run(t, everywhere("\\) \U0001F3E5 ("), "qpdf", "--check")
		run(t, &Document{}, "qpdf", "--check")
	})
	t.Run("pdftotext", func(t *testing.T) {
		inOrder(t, run(t, sampleDocument(), "pdftotext", "-layout"),
			"Board report on cyber hygiene", "Clínica Peña & Łódź Regional – “North” Campus", "page 1 of 7",
			"Where we stand", "4 of 10", "What the board is asked to decide", "page 3 of 7",
			"Every gap, with the first step", "What is missing", "What is missing", "How the figures are made")
	})
}

func TestPDFOfFortyQuarters(t *testing.T) {
	trend, strip := Trend{Caption: "Ten years"}, Strip{Caption: "Proof"}
	row := StripRow{Label: "Backups"}
	for i := range 40 {
		quarter := strconv.Itoa(2016+i/4) + "-Q" + strconv.Itoa(i%4+1)
		trend.Quarters, trend.Turned = append(trend.Quarters, quarter), append(trend.Turned, i == 20)
		strip.Columns, row.Cells = append(strip.Columns, quarter), append(row.Cells, "P")
	}
	for range 6 {
		line := TrendLine{Label: "Govern"}
		for i := range 40 {
			line.Points = append(line.Points, TrendPoint{i * 2, i != 7, strconv.Itoa(i*2) + " %"})
		}
		trend.Lines, strip.Rows = append(trend.Lines, line), append(strip.Rows, row)
	}
	s := mustDraw(t, &Document{Blocks: []Block{trend, strip}}, Options{})
	checkDrawing(t, s)
	inOrder(t, s.all(), "Ten years", "Govern", "Proof", "Backups")
}
