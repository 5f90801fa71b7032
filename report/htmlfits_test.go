package report

import (
	"encoding/json"
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

// In a phone's window nothing has to be scrolled to; in none is a text of a chart cut
// off, also in a font that runs a fifth wider than the one it was computed for.
func TestHTMLFitsItsWindow(t *testing.T) {
	doctest.Long(t)
	chromium := browser(t)
	page := draw(t, "html", Board(creek(t)), doc.Options{})
	page = regexp.MustCompile(`<meta http-equiv=[^>]*>`).ReplaceAllString(page, "")
	page = strings.Replace(page, "</head>", "<style>body, .chart { font-family: \"DejaVu Sans\", Verdana, sans-serif !important }</style></head>", 1)
	for _, width := range []int{360, 480, 800, 1280} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			harness := fmt.Sprintf(`<!DOCTYPE html><html><meta charset="utf-8"><body><pre></pre><iframe style="width:%dpx;height:2000px;border:0" srcdoc="%s"></iframe><script>
const frame = document.querySelector("iframe");
frame.addEventListener("load", () => {
	const d = frame.contentDocument, all = q => [...d.querySelectorAll(q)], shown = e => e.getClientRects().length > 0;
	const cut = all(".chart text").filter(shown).filter(e => {
		const t = e.getBoundingClientRect(), c = e.closest("svg").getBoundingClientRect();
		return t.left < c.left - 1 || t.right > c.right + 1;
	});
	const scrolled = all(".scroll").filter(shown).filter(e => e.scrollWidth > e.clientWidth + 1);
	document.querySelector("pre").textContent = JSON.stringify({
		Texts: all(".chart text").filter(shown).length, Cut: cut.map(e => e.textContent), Scrolled: scrolled.map(e => e.textContent.trim().slice(0, 60)),
		Cards: all("td[data-label]").filter(shown).filter(e => frame.contentWindow.getComputedStyle(e).display == "grid").length, Needs: d.documentElement.scrollWidth,
	});
});
</script>`, width, html.EscapeString(page))
			var saw struct {
				Texts, Cards, Needs int
				Cut, Scrolled       []string
			}
			dom := dump(t, chromium, harness, false)
			if err := json.Unmarshal([]byte(html.UnescapeString(between(dom, "<pre>", "</pre>"))), &saw); err != nil {
				t.Fatalf("the browser found nothing to say: %v\n%.500s", err, dom)
			}
			if saw.Texts == 0 || (saw.Cards > 0) != (width < 992) {
				t.Errorf("%d texts in charts and %d cells of cards", saw.Texts, saw.Cards)
			}
			if saw.Needs > width || len(saw.Cut) > 0 || width <= 500 && len(saw.Scrolled) > 0 {
				t.Errorf("the page needs %d pixels; cut off %q, to be scrolled %q", saw.Needs, saw.Cut, saw.Scrolled)
			}
		})
	}
}
