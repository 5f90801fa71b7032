package html

import (
	"fmt"
	"strings"

	"hygeia/report/chart"
	"hygeia/report/typeset"
)

// svgStyle is the style sheet of every [svg]: a rule for each class, for a white
// ground, and on screens that ask for it for the dark ground #14181f. Paper is
// always white. The type is one as wide as the charts are computed for.
func svgStyle() string {
	var b strings.Builder
	b.WriteString(".chart{display:block;width:100%;height:auto;font-family:\"Liberation Sans\",Arial,Helvetica,sans-serif}\n")
	hueRules(&b, chart.Hue.Light)
	b.WriteString("@media screen and (prefers-color-scheme:dark){\n")
	hueRules(&b, chart.Hue.Dark)
	b.WriteString("}\n")
	return b.String()
}

func hueRules(b *strings.Builder, of func(chart.Hue) typeset.Ink) {
	for _, h := range chart.AllHues() {
		c := of(h)
		hex := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
		fmt.Fprintf(b, ".chart .ink-%s{fill:%s}\n.chart .line-%s{stroke:%s}\n", h.Name(), hex, h.Name(), hex)
	}
}
