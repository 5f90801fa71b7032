package evidence

import (
	"errors"
	"strings"

	"hygeia/assess"
)

// nessusTables are the exports of Nessus and of its cousins: Tenable.sc,
// Tenable.io, Tenable Vulnerability Management and its web scanner.
func nessusTables() []table {
	return []table{
		{kind: "nessus", needs: []string{"plugin id", "risk", "host", "port"}, begin: beginNessus(nessusColumns)},
		{kind: "nessus", needs: []string{"plugin", "severity", "ip address"}, begin: beginNessus(centerColumns)},
		{kind: "nessus", needs: []string{"definition.name", "severity", "state"}, begin: beginNessus(exploreColumns)},
	}
}

// scanColumns are where one family of exports has what is read of it.
type scanColumns struct {
	plugin, grade, name string
	host                []string
	port, protocol      string
	flaws               string
	first, last         string
	state               string
	authenticated       string
}

var (
	nessusColumns = scanColumns{
		plugin: "plugin id", grade: "risk", name: "name", host: []string{"ip address", "host"}, port: "port", protocol: "protocol",
		flaws: "cve", first: "first found", last: "last found", state: "vulnerability state", authenticated: "last authenticated results date",
	}
	centerColumns = scanColumns{
		plugin: "plugin", grade: "severity", name: "plugin name", host: []string{"ip address", "dns name"}, port: "port", protocol: "protocol",
		flaws: "cve", first: "first discovered", last: "last observed",
	}
	exploreColumns = scanColumns{
		plugin: "definition.id", grade: "severity", name: "definition.name", host: []string{"asset.display_ipv4_address", "asset.id", "asset.name"}, port: "port", protocol: "protocol",
		flaws: "definition.cve", first: "first_observed", last: "last_seen", state: "state",
	}
)

// nessus reads an export as rows, one for each flaw of a finding.
type nessus struct {
	in      *input
	columns scanColumns
	tally   findings
	fixed   int
}

func beginNessus(c scanColumns) func(*input, row) rows {
	return func(in *input, head row) rows {
		return &nessus{in: in, columns: c, tally: findings{in: in, aged: head.has(c.first) && head.has(c.last)}}
	}
}

func (n *nessus) take(r row) error {
	c := n.columns
	plugin := r.text(c.plugin)
	if plugin == "" && r.text(c.name) == "" {
		return errors.New("it names no check")
	}
	g, err := gradeOf(r.text(c.grade))
	if err != nil {
		return err
	}
	if strings.EqualFold(r.text(c.state), "fixed") {
		n.fixed++
		return nil
	}
	x := finding{grade: g, host: r.first(c.host...), name: r.text(c.name), flaws: cves(r.text(c.flaws)), listed: listedByScanner(r.first("xref", "cross references"))}
	check := plugin
	if check == "" {
		check = x.name
	}
	x.apart = strings.ToLower(strings.Join([]string{check, x.host, r.text(c.port), r.text(c.protocol)}, "\x00"))
	x.unsuppted = pastSupport(x.name)
	if first, last := r.text(c.first), r.text(c.last); n.tally.aged && first == "" && last == "" {
		x.undated = true
	} else if n.tally.aged {
		var on assess.Date
		if x.age, on, err = seen(first, last); err != nil {
			return err
		}
		n.in.later(on)
	}
	return n.tally.add(x)
}

// listedByScanner reports whether the references of a check say that CISA lists its
// flaw as attacked. They are as old as the check.
func listedByScanner(references string) bool {
	return strings.Contains(references, "CISA-KNOWN-EXPLOITED")
}

func (n *nessus) done() {
	n.tally.done()
	n.in.exactly("informational", n.tally.counts[informational])
	n.tally.unsupportedToo()
	n.tally.named()
	if n.fixed > 0 {
		n.in.exactly("fixed", n.fixed)
	}
}
