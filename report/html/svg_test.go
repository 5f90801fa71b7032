package html

import (
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hygeia/report/chart"
	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

func TestSVGOfEachChart(t *testing.T) {
	for _, b := range []doc.Block{doctest.SampleBars(), doctest.SampleTrend(8, 6), doctest.SampleDumbbells(), doctest.SampleStrip(8)} {
		f := figureOf(b)
		markup := svg(f, "chart-1")
		for _, want := range []string{
			`<svg class="chart wide" viewBox="0 0 176 `, ` role="img" aria-labelledby="chart-1-title chart-1-desc">`,
			`<title id="chart-1-title">` + f.caption + `</title>`, `<desc id="chart-1-desc">` + f.finding + `</desc>`,
		} {
			if !strings.Contains(markup, want) {
				t.Errorf("%T lacks %s in\n%.300s", b, want, markup)
			}
		}
		for _, w := range wordsOf(f.bands...) {
			if !strings.Contains(markup, ">"+svgText(w)+"</text>") {
				t.Errorf("%T lacks the words %q", b, w)
			}
		}
		for _, no := range []string{"style=", "<script", "NaN", "Inf", "#"} {
			if strings.Contains(markup, no) {
				t.Errorf("%T contains %q", b, no)
			}
		}
		if again := svg(f, "chart-1"); again != markup {
			t.Errorf("%T differs from one run to the next", b)
		}
	}
}

// figureOf is a chart of the kinds that are drawn.
func figureOf(b doc.Block) figure {
	switch b := b.(type) {
	case doc.Bars:
		return figure{b.Caption, b.Finding, chart.Bars(b, svgWidth), svgWidth}
	case doc.Trend:
		return figure{b.Caption, b.Finding, chart.Trend(b, svgWidth), svgWidth}
	case doc.Dumbbells:
		return figure{b.Caption, b.Finding, chart.Dumbbells(b, svgWidth), svgWidth}
	case doc.Strip:
		return figure{b.Caption, b.Finding, chart.Strip(b, svgWidth), svgWidth}
	}
	return figure{}
}

func TestSVGOfNoChart(t *testing.T) {
	for _, b := range []doc.Block{doc.Table{}, doc.Tiles{}, doctest.SampleTicks(), doc.Bars{}, doc.Trend{}, doc.Dumbbells{}, doc.Strip{}} {
		if out := draw(t, &doc.Document{Blocks: []doc.Block{b}}, doc.Options{}); strings.Contains(out, "<figure") {
			t.Errorf("%T has a drawing", b)
		}
	}
}

func TestSVGWithoutTextsRefersToNone(t *testing.T) {
	b := doctest.SampleBars()
	b.Caption, b.Finding = "", ""
	if markup := svg(figureOf(b), "x"); strings.Contains(markup, "labelledby") || strings.Contains(markup, "<title") || strings.Contains(markup, "<desc") {
		t.Errorf("got %.200s", markup)
	}
}

var classNames = regexp.MustCompile(`class="([^"]*)"`)

func TestSVGClassesHaveRules(t *testing.T) {
	light, dark, ok := strings.Cut(svgStyle(), "@media screen and (prefers-color-scheme:dark){")
	if !ok {
		t.Fatal("no rules for dark screens")
	}
	for _, b := range []doc.Block{doctest.SampleBars(), doctest.SampleTrend(8, 6), doctest.SampleDumbbells(), doctest.SampleStrip(8)} {
		markup := svg(figureOf(b), "x")
		for _, m := range classNames.FindAllStringSubmatch(markup, -1)[1:] {
			for _, class := range strings.Fields(m[1]) {
				if rule := ".chart ." + class + "{"; !strings.Contains(light, rule) || !strings.Contains(dark, rule) {
					t.Fatalf("%q has no rule", class)
				}
			}
		}
	}
}

// Whatever words a chart holds, its drawing is one well-formed element of the
// kinds we write, with the words as words.
func TestSVGOfHostileWords(t *testing.T) {
	for _, s := range append(doctest.Hostile, "</text></svg><script>alert(1)</script>", `" onload="alert(1)`, "]]>", "&lt;", "a\x00b\ufffec", "\xff\xfe") {
		b := doctest.SampleDumbbells()
		b.Caption, b.Finding, b.Before, b.Rows[0].Label, b.Rows[0].Words = s, s, s, s, s
		markup := svg(figureOf(b), s)
		checkSVG(t, markup)
	}
	rapid.Check(t, func(t *rapid.T) {
		checkSVG(t, svg(figureOf(doctest.AnyStrip(t)), "x"))
	})
}

func checkSVG(t rapid.TB, markup string) {
	t.Helper()
	known := map[string]bool{"svg": true, "title": true, "desc": true, "g": true, "rect": true, "path": true, "circle": true, "text": true}
	attributes := map[string]bool{
		"class": true, "viewBox": true, "role": true, "aria-labelledby": true, "id": true, "transform": true, "x": true, "y": true, "width": true, "height": true,
		"d": true, "cx": true, "cy": true, "r": true, "fill": true, "stroke-width": true, "stroke-linejoin": true, "stroke-linecap": true, "stroke-dasharray": true,
		"font-size": true, "textLength": true, "lengthAdjust": true, "font-weight": true, "text-anchor": true,
	}
	d := xml.NewDecoder(strings.NewReader(markup))
	depth, roots := 0, 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v in %q", err, markup)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth == 0 {
				roots++
			}
			depth++
			if !known[token.Name.Local] {
				t.Fatalf("an element %s in %q", token.Name.Local, markup)
			}
			for _, a := range token.Attr {
				if !attributes[a.Name.Local] {
					t.Fatalf("an attribute %s in %q", a.Name.Local, markup)
				}
			}
		case xml.EndElement:
			depth--
		case xml.Comment, xml.Directive, xml.ProcInst:
			t.Fatalf("%T in %q", token, markup)
		}
	}
	if roots != 1 {
		t.Fatalf("%d elements side by side", roots)
	}
}

func TestSVGNumber(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 1: "1", -0.001: "0", 0.126: "0.13", 100: "100", 12.5: "12.5", -3.456: "-3.46"} {
		if got := svgNumber(v); got != want {
			t.Errorf("svgNumber(%v) = %s, want %s", v, got, want)
		}
	}
}

// marksOf returns the marks of one kind, in the order they are painted.
func marksOf[M chart.Mark](b chart.Band, is func(M) bool) []M {
	var found []M
	for _, m := range b.Marks {
		if m, ok := m.(M); ok && is(m) {
			found = append(found, m)
		}
	}
	return found
}

// wordsOf returns the texts of bands in the order they are set.
func wordsOf(bands ...chart.Band) []string {
	var words []string
	for _, b := range bands {
		for _, m := range marksOf(b, func(chart.Text) bool { return true }) {
			words = append(words, m.Text)
		}
	}
	return words
}
