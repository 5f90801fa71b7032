package evidence

import (
	"errors"
	"slices"
	"strings"

	"hygeia/assess"
)

// webTables are CISA's report on HTTPS, what its free tool writes, and the web
// application scan. Of the latter only figures are read: the columns with what
// was sent and answered may hold patient data, and are passed over unread.
var webTables = []table{
	{kind: "https", needs: []string{"domain", "live", "domain supports https", "domain enforces https", "domain uses strong hsts"}, bare: []string{"domain uses strong hsts"}, begin: beginHTTPS},
	{kind: "was-findings", needs: []string{"vuln_id", "qid", "severity", "web application"}, begin: beginWAS},
	{kind: "was-by-application", needs: []string{"webapp", "level 1", "level 5", "total"}, begin: beginWASTotals},
	{kind: "was-applications", needs: []string{"webapp", "url", "scope"}, begin: beginWASApps},
}

// web reads a report on HTTPS. Domains that do not answer count for nothing else.
type web struct {
	in                                          *input
	all, live, supports, enforces, strong, weak int
	expired                                     int
	hasWeak, hasExpired                         bool
}

func beginHTTPS(in *input, head row) rows {
	in.report.Evidence.From = assess.Internet
	return &web{in: in, hasWeak: head.has("domain supports weak crypto"), hasExpired: head.has("https expired cert")}
}

func (w *web) take(r row) error {
	live, known := truth(r.text("live"))
	if !known {
		return errors.New("it does not say whether the domain answers")
	}
	w.all++
	if !live {
		return nil
	}
	w.live++
	for column, n := range map[string]*int{
		"domain supports https": &w.supports, "domain enforces https": &w.enforces, "domain uses strong hsts": &w.strong,
		"domain supports weak crypto": &w.weak, "https expired cert": &w.expired,
	} {
		if yes, _ := truth(r.text(column)); yes {
			*n++
		}
	}
	w.in.host(r.text("domain"))
	return nil
}

func (w *web) done() {
	w.in.exactly("domains", w.all)
	w.in.exactly("domains-live", w.live)
	w.in.exactly("https-supported", w.supports)
	w.in.exactly("https-enforced", w.enforces)
	w.in.exactly("https-not-enforced", w.live-w.enforces)
	w.in.exactly("https-strong", w.strong)
	w.in.given("weak-encryption", w.hasWeak, w.weak)
	w.in.given("certificates-expired", w.hasExpired, w.expired)
}

// wasLevels are Qualys's levels, 5 the worst; they are not those of other scanners.
var wasLevels = []string{"1", "2", "3", "4", "5"}

// was reads the list of findings of a web application scan.
type was struct {
	in     *input
	tally  findings
	levels map[string]int
	apps   set
	maybe  int
	hasMay bool
}

func beginWAS(in *input, head row) rows {
	in.report.Evidence.From = assess.Internet
	return &was{in: in, levels: map[string]int{}, tally: findings{in: in, aged: head.has("first detection") && head.has("last detection")}, hasMay: head.has("vuln type")}
}

func (w *was) take(r row) error {
	level := r.text("severity")
	if !slices.Contains(wasLevels, level) {
		return errors.New(shown(level) + " is no level from 1 to 5")
	}
	x := finding{grade: low, host: unguard(r.text("web application"))}
	if w.tally.aged {
		age, on, err := seen(unguard(r.text("first detection")), unguard(r.text("last detection")))
		if err != nil {
			return err
		}
		x.age = age
		w.in.later(on)
	}
	if strings.EqualFold(r.text("vuln type"), "potential") {
		w.maybe++
		return nil
	}
	w.levels[level]++
	w.apps.add(x.host)
	w.in.host(x.host)
	w.tally.ages[low].add(x.age)
	w.tally.counts[low]++
	return nil
}

func (w *was) done() {
	w.in.levels(w.levels)
	w.in.exactly("applications-with-findings", len(w.apps))
	w.in.given("potential", w.hasMay, w.maybe)
	switch ages := w.tally.ages[low]; {
	case !w.tally.aged:
		w.in.missing("age-max", "age-median")
	case len(ages) > 0:
		w.in.exactly("age-max", ages.max())
		w.in.put("age-median", assess.Tenths(ages.median()))
	}
}

// levels gives the counts by Qualys's levels.
func (in *input) levels(found map[string]int) {
	total := 0
	for _, level := range wasLevels {
		in.exactly("level-"+level, found[level])
		total += found[level]
	}
	in.exactly("open", total)
}

// wasTotals reads the counts by web application.
type wasTotals struct {
	in     *input
	levels map[string]int
	apps   int
}

func beginWASTotals(in *input, _ row) rows {
	in.report.Evidence.From = assess.Internet
	return &wasTotals{in: in, levels: map[string]int{}}
}

func (w *wasTotals) take(r row) error {
	found := map[string]int{}
	for _, level := range wasLevels {
		n, err := count(r.text("level " + level))
		if err != nil {
			return err
		}
		found[level] = n
	}
	for level, n := range found {
		w.levels[level] += n
	}
	w.apps++
	return nil
}

func (w *wasTotals) done() {
	w.in.levels(w.levels)
	w.in.exactly("applications", w.apps)
}

func beginWASApps(in *input, _ row) rows {
	in.report.Evidence.From = assess.Internet
	return &wasApps{in: in}
}

// wasApps counts the web applications that are scanned.
type wasApps struct {
	in *input
	n  int
}

func (w *wasApps) take(r row) error {
	if r.text("webapp") == "" {
		return errors.New("it names no web application")
	}
	w.in.host(unguard(r.text("url")))
	w.n++
	return nil
}

func (w *wasApps) done() { w.in.exactly("applications", w.n) }
