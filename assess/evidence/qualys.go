package evidence

import (
	"bufio"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"hygeia/assess"
)

// qualysTables are exports of Qualys: by system, and by flaw.
var qualysTables = []table{
	{kind: "qualys", needs: []string{"qid", "title", "severity", "first detected", "last detected", "vuln status", "type"}, begin: beginQualys},
	{kind: "qualys", needs: []string{"qid", "title", "severity", "first detected", "last detected", "status"}, begin: beginQualys},
}

// qualys counts by Qualys's levels, 5 the worst.
type qualys struct {
	in     *input
	levels map[string]int
	ages   histogram
	hosts  set
	apart  set
	fixed  int
	old    set
	kevs   set
}

func beginQualys(in *input, _ row) rows { return &qualys{in: in, levels: map[string]int{}} }

func (q *qualys) take(r row) error {
	if kind := r.text("type"); kind != "" && !strings.EqualFold(kind, "vuln") {
		return nil
	}
	if strings.EqualFold(r.first("vuln status", "status"), "fixed") {
		q.fixed++
		return nil
	}
	level := unguard(r.text("severity"))
	if !slices.Contains(wasLevels, level) {
		return errors.New(shown(level) + " is no level from 1 to 5")
	}
	age, on, err := seen(r.text("first detected"), r.text("last detected"))
	if err != nil {
		return err
	}
	q.in.later(on)
	host := r.first("ip", "asset ipv4", "asset name")
	for _, flaw := range cves(r.first("cve id", "cve")) {
		if _, listed := q.in.opts.Catalog.find(flaw); listed {
			q.kevs.add(flaw)
		}
	}
	if !q.apart.add(strings.Join([]string{r.text("qid"), host, r.text("port"), r.text("protocol")}, "\x00")) {
		return nil
	}
	if len(q.apart) >= maxSet {
		return errTooMany
	}
	q.levels[level]++
	q.ages.add(age)
	q.hosts.add(host)
	q.in.host(host)
	if title := r.text("title"); strings.HasPrefix(title, "EOL/Obsolete") || pastSupport(title) {
		q.old.add(host)
	}
	return nil
}

func (q *qualys) done() {
	q.in.levels(q.levels)
	q.in.exactly("hosts-with-findings", len(q.hosts))
	q.in.exactly("unsupported-hosts", len(q.old))
	q.in.exactly("fixed", q.fixed)
	if len(q.ages) > 0 {
		q.in.exactly("age-max", q.ages.max())
		q.in.put("age-median", assess.Tenths(q.ages.median()))
	}
	q.in.given("kev-flaws", q.in.opts.Catalog != nil, len(q.kevs))
}

// readDefender reads the list of weaknesses of Microsoft Defender, as JSON. It has
// no dates.
func readDefender(in *input, file *bufio.Reader) error {
	in.report.Evidence.Kind = "defender"
	tally := findings{in: in}
	err := fields(file, map[string]func(*json.Decoder) error{
		"value": func(d *json.Decoder) error {
			return items(d, func() error {
				var x struct{ CveID, MachineID, ProductName, ProductVersion, Severity string }
				wrong, err := entry(d, &x)
				if err != nil {
					return err
				}
				g, err := gradeOf(x.Severity)
				switch {
				case wrong != nil:
					err = wrong
				case err == nil:
					err = tally.add(finding{
						grade: g, host: x.MachineID, name: x.ProductName, flaws: cves(x.CveID),
						apart: strings.Join([]string{x.MachineID, x.CveID, x.ProductName, x.ProductVersion}, "\x00"),
					})
				}
				if err != nil {
					in.unread(0, err)
					return nil
				}
				in.report.Evidence.Rows++
				return nil
			})
		},
		"@odata.nextLink": func(d *json.Decoder) error {
			in.report.Evidence.Partial = "it is one page of several"
			return pass(d)
		},
	})
	if err != nil {
		return err
	}
	tally.done()
	tally.named()
	in.report.Evidence.From = assess.Inside
	in.keepHosts()
	return nil
}
