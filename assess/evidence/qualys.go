package evidence

import (
	"errors"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks/words"
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

	undated int // without one of the two dates
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
	age, dated, err := q.age(r)
	if err != nil {
		return err
	}
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
	if dated {
		q.ages.add(age)
	} else {
		q.undated++
	}
	q.hosts.add(host)
	q.in.host(host)
	if title := r.text("title"); strings.HasPrefix(title, "EOL/Obsolete") || pastSupport(title) {
		q.old.add(host)
	}
	return nil
}

// age is how many days lie between the dates of a row; false where it lacks one of them.
func (q *qualys) age(r row) (days int, dated bool, err error) {
	first, last := dateOrNone(r.text("first detected")), dateOrNone(r.text("last detected"))
	if first == "" || last == "" {
		if day := first + last; day != "" {
			on, err := moment(day)
			if err != nil {
				return 0, false, err
			}
			q.in.later(assess.DateOf(on))
		}
		return 0, false, nil
	}
	days, on, err := seen(first, last)
	if err != nil {
		return 0, false, err
	}
	q.in.later(on)
	return days, true, nil
}

func (q *qualys) done() {
	q.in.levels(q.levels)
	q.in.exactly("hosts-with-findings", len(q.hosts))
	q.in.exactly("unsupported-hosts", len(q.old))
	q.in.exactly("fixed", q.fixed)
	switch {
	case len(q.ages) > 0:
		q.in.exactly("age-max", q.ages.max())
		q.in.put("age-median", assess.Tenths(q.ages.median()))
	case q.undated > 0:
		q.in.missing("age-max", "age-median")
	}
	if q.undated > 0 {
		q.in.note("%s no dates and stand in no figure about age", words.Count(q.undated, "finding has", "findings have"))
	}
	q.in.given("kev-flaws", q.in.opts.Catalog != nil, len(q.kevs))
}
