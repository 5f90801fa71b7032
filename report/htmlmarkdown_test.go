package report

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"hygeia/report/doc"
	"hygeia/report/html/htmltest"
)

func TestHTMLSaysWhatMarkdownSays(t *testing.T) {
	for name, in := range map[string]Input{"creek": creek(t), "lakeside": lakeside(t)} {
		for what, d := range everyDocument(t, in) {
			t.Run(name+"/"+what, func(t *testing.T) {
				fromHTML := inWords(htmltest.Read(t, draw(t, "html", d, doc.Options{})).Told())
				fromMarkdown := inWords(toldByMarkdown(draw(t, "md", d, doc.Options{})))
				if diff := cmp.Diff(fromMarkdown, fromHTML); diff != "" {
					t.Errorf("words in order (-Markdown +HTML):\n%s", diff)
				}
			})
		}
	}
}

// toldByMarkdown takes away what is markup, and the head of the table that
// stands for tiles.
func toldByMarkdown(md string) string {
	md = strings.ReplaceAll(md, "| Figure | Number | Beside it |", "")
	for _, markup := range []string{`<!-- -->`, `\]\([^)]*\)`, `(?m)^[0-9]+\. `, `(?m)^\| [-: |]+\|$`} {
		md = regexp.MustCompile(markup).ReplaceAllString(md, "")
	}
	return html.UnescapeString(backslashed.ReplaceAllString(md, "$1"))
}

// inWords returns the runs of letters and digits.
func inWords(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

var backslashed = regexp.MustCompile(`\\([[:punct:]])`)
