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
	return css + svgStyle() +
		fmt.Sprintf(".tlp { color: #%02x%02x%02x }\n", mark.R, mark.G, mark.B) +
		printedMargins(d)
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
