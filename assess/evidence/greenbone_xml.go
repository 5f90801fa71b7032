package evidence

import (
	"bufio"
	"encoding/xml"
	"errors"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks/words"
)

// greenboneXML reads a report of Greenbone in XML.
type greenboneXML struct {
	greenbone
	tree *tree

	inside bool // a result
	item   finding
	oid    string
	port   string
	points string
	said   string
	level  string
	seen   bool // there is a list of results
}

func readGreenboneXML(in *input, file *bufio.Reader) error {
	in.report.Evidence.Kind = "greenbone-xml"
	g := &greenboneXML{greenbone: greenbone{in: in, tally: findings{in: in}, said: map[string]int{}}, tree: newTree(file)}
	if err := g.tree.walk(g.begin, g.end); err != nil {
		return err
	}
	if !g.seen {
		return errors.New("is XML of an unknown kind: it has no list of results")
	}
	g.done()
	in.keepHosts()
	return nil
}

func (g *greenboneXML) begin(e xml.StartElement) (skip bool) {
	switch e.Name.Local {
	case "results":
		g.seen = true
	case "report_format", "ports", "tls_certificates", "errors":
		return true
	case "result":
		if g.inside = g.tree.within("results"); g.inside {
			g.item, g.oid, g.port, g.points, g.said, g.level = finding{}, "", "", "", "", ""
		}
	case "nvt":
		g.oid = attribute(e, "oid")
	case "ref":
		if g.inside && strings.EqualFold(attribute(e, "type"), "cve") {
			g.item.flaws = append(g.item.flaws, cves(attribute(e, "id"))...)
		}
	}
	if g.inside && g.item.host == "" && g.tree.within("host") {
		g.item.host = g.tree.before() // its asset and name stand behind it, inside the same element
	}
	return false
}

func (g *greenboneXML) end(name, text string) {
	if !g.inside {
		g.outside(name, text)
		return
	}
	switch {
	case name == "name" && g.tree.within("result"):
		g.item.name = text
	case name == "host" && g.tree.within("result") && text != "":
		g.item.host = text
	case name == "port" && g.tree.within("result"):
		g.port = text
	case name == "threat" && g.tree.within("result"):
		g.said = text
	case name == "severity" && g.tree.within("result"):
		g.points = text
	case name == "cve" && g.tree.within("nvt"):
		g.item.flaws = append(g.item.flaws, cves(text)...)
	case name == "value" && g.tree.within("qod"):
		g.level, g.quality = text, true
	case name == "result":
		g.inside = false
		g.count()
	}
}

func (g *greenboneXML) outside(name, text string) {
	switch {
	case name == "scan_end" || name == "timestamp" || name == "scan_start":
		if at, err := moment(text); err == nil {
			g.in.later(assess.DateOf(at))
		}
	case name == "term" && g.tree.within("filters"):
		if left := filtered(text); left != "" {
			g.in.report.Evidence.Partial = "its filter left some out: " + words.Cut(words.Line(left), 100)
		}
	}
}

// filtered returns those words of a filter that leave results out.
func filtered(term string) string {
	var found []string
	for word := range strings.FieldsSeq(term) {
		if strings.HasPrefix(word, "levels=") || strings.HasPrefix(word, "min_qod=") || strings.HasPrefix(word, "severity>") {
			found = append(found, word)
		}
	}
	return strings.Join(found, " ")
}

func (g *greenboneXML) count() {
	quality := 100.0
	if g.level != "" {
		if n, err := number(g.level); err == nil {
			quality = n
		}
	}
	if err := g.add(g.item, g.points, g.said, quality, g.oid+"\x00"+g.port); err != nil {
		g.in.unread(g.tree.line(), err)
		return
	}
	g.in.report.Evidence.Rows++
}
