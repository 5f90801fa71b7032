package html

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"strings"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
	"hygeia/report/typeset"
)

//go:embed style.css
var css string

// styleSheet is the style sheet of a page: the same rules for every document
// and every chart, the color of its mark, and what stands in the margins of its printed pages.
func styleSheet(d *doc.Document) string {
	mark := typeset.MarkingInk(d.Marking)
	return strings.Replace(css, "/* CARDS */", cards("31.25rem", "table.columns-3,.columns-4,.columns-5,.columns-6,.columns-7,.columns-8")+cards("62rem", ".columns-8"), 1) + svgStyle() +
		fmt.Sprintf(".tlp { color: #%02x%02x%02x }\n", mark.R, mark.G, mark.B) +
		printedMargins(d)
}

// cards draws those tables as cards in a window of at most that width: 500 pixels for
// all, more for one of many columns. A cell has the title of its column before it.
func cards(most, tables string) string {
	of := func(parts string) string { return ":is(" + tables + ") " + parts }
	return "@media screen and (max-width: " + most + ") {\n" +
		"  :is(" + tables + ") { min-width: 0; overflow-wrap: anywhere }\n" +
		"  " + of("colgroup") + ", " + of("thead") + " { position: absolute; left: -100rem }\n" +
		"  :is(" + tables + "), " + of("caption") + ", " + of("tr") + ", " + of("tbody th") + ", " + of("td") + " { display: block }\n" +
		"  " + of("tbody") + " { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: .75rem }\n" +
		"  " + of("tbody tr") + " { padding: .4rem .6rem; border: 1px solid var(--rule); border-left: 4px solid var(--teal) }\n" +
		"  " + of("tbody :is(th, td)") + " { padding: .15rem 0; border: 0; text-align: left }\n" +
		"  " + of("tbody th") + " { font-weight: bold }\n" +
		"  " + of("td[data-label]") + " { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: .5rem }\n" +
		"  " + of("td[data-label]::before") + " { content: attr(data-label); color: var(--soft) }\n" +
		"  " + of("td:empty") + " { display: none }\n}\n"
}

// printedMargins repeats the marks on every printed page, in the margin boxes
// of CSS Paged Media (https://www.w3.org/TR/css-page-3/#margin-boxes).
func printedMargins(d *doc.Document) string {
	top := strings.Join(words.Present(d.Subject, d.Period), " · ")
	return "@page {\n" +
		marginBox("top-left", cssString(d.Marks())) +
		marginBox("top-right", cssString(top)) +
		marginBox("bottom-left", cssString(strings.Join(words.Present(d.Program, d.Legal), " · "))) +
		marginBox("bottom-right", `"page " counter(page) " of " counter(pages)`) +
		"}\n"
}

func marginBox(place, content string) string {
	return "  @" + place + " { content: " + content + " }\n"
}

// cssString quotes a text for a style sheet. Everything but letters, digits and
// spaces is written by its number, so that no text ends the string or the style.
func cssString(s string) string {
	var out strings.Builder
	for _, r := range words.Line(s) {
		if r == ' ' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			out.WriteRune(r)
			continue
		}
		fmt.Fprintf(&out, `\%06x`, r)
	}
	return `"` + out.String() + `"`
}

// contentPolicy allows a page this style and pictures inside the file. Anything
// else, above all scripts and addresses, is refused by the browser.
func contentPolicy(style string) string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; img-src data:; base-uri 'none'; form-action 'none'"
}
