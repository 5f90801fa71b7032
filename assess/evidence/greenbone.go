package evidence

import (
	"strings"

	"hygeia/assess"
)

var greenboneTables = []table{{
	kind: "greenbone", needs: []string{"nvt oid", "cvss", "severity"}, begin: beginGreenbone,
}}

// greenbone reads a CSV of Greenbone, once OpenVAS. Its words for severity changed
// over the years, so findings are counted by their score.
type greenbone struct {
	in      *input
	tally   findings
	said    map[string]int
	weak    int // results of low quality of detection
	quality bool
	wrong   int
}

func beginGreenbone(in *input, head row) rows {
	return &greenbone{in: in, tally: findings{in: in}, said: map[string]int{}, quality: head.has("qod")}
}

// doubtful is the quality of detection below which a result is doubtful, as the
// maker's own filter has it.
const doubtful = 70

func (g *greenbone) take(r row) error {
	if at, err := moment(r.text("timestamp")); err == nil {
		g.in.later(assess.DateOf(at))
	}
	x := finding{host: r.first("ip", "hostname"), name: unguard(r.text("nvt name"))}
	x.flaws = cves(r.text("cves"))
	if len(x.flaws) == 0 {
		x.flaws = cves(x.name)
	}
	quality := 100.0
	if text := r.text("qod"); text != "" {
		n, err := number(strings.TrimSpace(strings.TrimSuffix(text, "%")))
		if err != nil {
			return err
		}
		quality = n
	}
	return g.add(x, unguard(r.text("cvss")), r.text("severity"), quality, r.text("nvt oid")+"\x00"+r.text("port")+"\x00"+r.text("port protocol"))
}

// add counts a result, from CSV or XML.
func (g *greenbone) add(x finding, points, said string, quality float64, apart string) error {
	switch strings.ToLower(said) {
	case "false positive":
		g.wrong++
		return nil
	case "error":
		return nil
	}
	switch points = strings.TrimSpace(points); {
	case strings.HasPrefix(points, "-1"): // how it scores what was set aside as wrong
		g.wrong++
		return nil
	case strings.HasPrefix(points, "-"): // an error of its own
		return nil
	}
	n, err := score(points)
	if err != nil {
		return err
	}
	if quality < doubtful {
		g.weak++
	}
	x.grade = band(n)
	x.unsuppted = strings.Contains(strings.ToLower(x.name), "end of life") || pastSupport(x.name)
	x.apart = apart + "\x00" + x.host
	g.said[strings.ToLower(said)]++
	return g.tally.add(x)
}

// unguard takes away the apostrophe that keeps a spreadsheet from reading a formula.
func unguard(s string) string { return strings.TrimPrefix(s, "'") }

func (g *greenbone) done() {
	g.tally.done()
	g.in.exactly("informational", g.tally.counts[informational])
	g.in.given("doubtful", g.quality, g.weak)
	g.in.exactly("unsupported", g.tally.unsupported)
	g.in.exactly("unsupported-hosts", len(g.tally.old))
	for grade := low; grade <= critical; grade++ {
		if n := g.said[gradeNames[grade]]; n > 0 {
			g.in.exactly("said-"+gradeNames[grade], n)
		}
	}
	if g.wrong > 0 {
		g.in.exactly("false-positives", g.wrong)
	}
	g.tally.named()
}
