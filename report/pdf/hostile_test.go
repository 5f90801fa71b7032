package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/pdf/pdftest"
)

var testDate = time.Date(2026, 9, 30, 0, 0, 0, 0, time.UTC)

func TestPDFHostileText(t *testing.T) {
	doctest.Long(t)
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
			scan := mustDraw(t, doctest.Everywhere(s), doc.Options{})
			pdftest.Check(t, scan)
		})
	}
}

// What the tools of others say about our file. They are not on every machine.
func TestPDFWithOtherTools(t *testing.T) {
	run := func(t *testing.T, d *doc.Document, tool string, args ...string) string {
		t.Helper()
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed here; the other tests look at the same things from inside", tool)
		}
		file := filepath.Join(t.TempDir(), "report.pdf")
		f, err := os.Create(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := Draw(f, d, doc.Options{}); err != nil {
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
		run(t, doctest.SampleDocument(), "qpdf", "--check")
		run(t, doctest.Everywhere("\\) \U0001F3E5 ("), "qpdf", "--check")
		run(t, &doc.Document{}, "qpdf", "--check")
	})
	t.Run("pdftotext", func(t *testing.T) {
		doctest.InOrder(t, run(t, doctest.SampleDocument(), "pdftotext", "-layout"),
			"Board report on cyber hygiene", "Clínica Peña & Łódź Regional – “North” Campus", "page 1 of 7",
			"Where we stand", "4 of 10", "What the board is asked to decide", "page 3 of 7",
			"Every gap, with the first step", "What is missing", "What is missing", "How the figures are made")
	})
}

func TestPDFOfFortyQuarters(t *testing.T) {
	trend, strip := doc.Trend{Caption: "Ten years"}, doc.Strip{Caption: "Proof"}
	row := doc.StripRow{Label: "Backups"}
	for i := range 40 {
		quarter := strconv.Itoa(2016+i/4) + "-Q" + strconv.Itoa(i%4+1)
		trend.Quarters, trend.Turned = append(trend.Quarters, quarter), append(trend.Turned, i == 20)
		strip.Columns, row.Cells = append(strip.Columns, quarter), append(row.Cells, "P")
	}
	for range 6 {
		line := doc.TrendLine{Label: "Govern"}
		for i := range 40 {
			line.Points = append(line.Points, doc.TrendPoint{Value: i * 2, Known: i != 7, Words: strconv.Itoa(i*2) + " %"})
		}
		trend.Lines, strip.Rows = append(trend.Lines, line), append(strip.Rows, row)
	}
	s := mustDraw(t, &doc.Document{Blocks: []doc.Block{trend, strip}}, doc.Options{})
	pdftest.Check(t, s)
	doctest.InOrder(t, s.All(), "Ten years", "Govern", "Proof", "Backups")
}
