package evidence

import (
	"bufio"
	"encoding/xml"
	"strconv"
	"strings"
	"time"

	"hygeia/assess"
)

// nessusXML reads a .nessus file. It has no dates of first seeing, so no ages.
type nessusXML struct {
	in    *input
	tree  *tree
	tally findings

	host, ip, tag string
	signedIn      string
	hosts         int
	credentialed  int         // hosts that the scan signed in to
	told          int         // hosts of which the file says whether it did
	stamp         assess.Date // the latest end of a host by universal time, for files that tell no other
	item          finding
	wrong         error
}

func readNessusXML(in *input, file *bufio.Reader) error {
	in.report.Evidence.Kind = "nessus-xml"
	n := &nessusXML{in: in, tree: newTree(file), tally: findings{in: in}}
	if err := n.tree.walk(n.begin, n.end); err != nil {
		return err
	}
	if in.report.Evidence.Date.IsZero() {
		in.later(n.stamp)
	}
	n.tally.done()
	in.exactly("informational", n.tally.counts[informational])
	in.exactly("hosts", n.hosts)
	in.given("hosts-signed-in", n.told > 0, n.credentialed)
	n.tally.unsupportedToo()
	n.tally.named()
	in.keepHosts()
	return nil
}

func (n *nessusXML) begin(e xml.StartElement) (skip bool) {
	switch e.Name.Local {
	case "Policy":
		return true
	case "ReportHost":
		n.host, n.ip, n.signedIn = attribute(e, "name"), "", ""
		n.hosts++
	case "tag":
		n.tag = attribute(e, "name")
	case "ReportItem":
		n.item = finding{host: n.host, name: attribute(e, "pluginName")}
		if n.ip != "" {
			n.item.host = n.ip
		}
		n.item.grade, n.wrong = gradeOf(attribute(e, "severity"))
		n.item.unsuppted = pastSupport(n.item.name)
	}
	return false
}

func (n *nessusXML) end(name, text string) {
	switch name {
	case "tag":
		n.property(text)
	case "cve":
		n.item.flaws = append(n.item.flaws, cves(text)...)
	case "xref":
		n.item.listed = n.item.listed || listedByScanner(text)
	case "ReportItem":
		if n.wrong == nil {
			n.wrong = n.tally.add(n.item)
		}
		if n.wrong != nil {
			n.in.unread(n.tree.line(), n.wrong)
			return
		}
		n.in.report.Evidence.Rows++
	case "ReportHost":
		if n.signedIn != "" {
			n.told++
		}
		if n.signedIn == "true" {
			n.credentialed++
		}
	}
}

// property reads what is told of a host.
func (n *nessusXML) property(text string) {
	switch n.tag {
	case "host-ip":
		n.ip = text
	case "Credentialed_Scan":
		n.signedIn = strings.ToLower(text)
	case "HOST_END":
		if at, err := moment(text); err == nil {
			n.in.later(assess.DateOf(at))
		}
	case "HOST_END_TIMESTAMP":
		if day := unixDay(text); day.After(n.stamp) {
			n.stamp = day
		}
	}
}

// unixDay reads seconds since 1970; the zero Date where it is no such number.
func unixDay(s string) assess.Date {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n <= 0 || n > 4e9 {
		return assess.Date{}
	}
	return assess.DateOf(time.Unix(n, 0).UTC())
}
