package evidence

import (
	"errors"
	"strings"

	"hygeia/assess"
)

// pace reads days-to-mitigate.csv and days-currently-active.csv: the row of the
// newest report. CISA writes 0 there for "none" too, so a 0 is not in the file.
type pace struct {
	in     *input
	key    string // what the figures begin with
	column string
	on     assess.Date
	found  map[string]assess.Figure
}

func beginPace(key, column string) func(*input, row) rows {
	return func(in *input, _ row) rows {
		in.report.Evidence.From = assess.Internet
		return &pace{in: in, key: key, column: column}
	}
}

func (p *pace) take(r row) error {
	at, err := moment(r.text("report_date"))
	if err != nil {
		return err
	}
	on := assess.DateOf(at)
	found := map[string]assess.Figure{}
	for g := low; g <= critical; g++ {
		for _, what := range []string{"median", "max"} {
			text := r.text(what + "_" + p.column + "_" + gradeNames[g] + "s")
			if text == "" {
				continue
			}
			n, err := number(text)
			if err != nil || n > maxDays {
				return errors.New(shown(text) + " is no number of days")
			}
			if n > 0 {
				found[p.key+"-"+gradeNames[g]+"-"+what] = assess.Tenths(int(n*10 + 0.5))
			}
		}
	}
	if p.found == nil || on.After(p.on) {
		p.on, p.found = on, found
	}
	return nil
}

func (p *pace) done() {
	p.in.later(p.on)
	for g := low; g <= critical; g++ {
		for _, what := range []string{"median", "max"} {
			key := p.key + "-" + gradeNames[g] + "-" + what
			if f, ok := p.found[key]; ok {
				p.in.put(key, f)
			} else {
				p.in.missing(key)
			}
		}
	}
}

// mitigated reads mitigated-vulnerabilities.csv: what was fixed since the report
// before.
type mitigated struct {
	in       *input
	took     histogram
	fixed    int
	reopened int
}

func beginMitigated(in *input, _ row) rows {
	in.report.Evidence.From = assess.Internet
	return &mitigated{in: in}
}

func (m *mitigated) take(r row) error {
	text := r.text("days_to_mitigate")
	m.in.owner(r.text("owner"))
	if text == "" && r.text("mitigation_detected") == "" {
		m.reopened++
		return nil
	}
	took, err := days(text)
	if err != nil {
		return err
	}
	at, err := moment(r.text("mitigation_detected"))
	if err != nil {
		return err
	}
	m.in.later(assess.DateOf(at))
	m.fixed++
	m.took.add(took)
	return nil
}

func (m *mitigated) done() {
	m.in.exactly("fixed", m.fixed)
	m.in.exactly("reopened", m.reopened)
	if m.fixed > 0 {
		m.in.exactly("fixed-days-max", m.took.max())
		m.in.put("fixed-days-median", assess.Tenths(m.took.median()))
	}
}

// recent reads recently-detected.csv: seen since the report before, and not in
// the latest scan.
type recent struct {
	in      *input
	n, kevs int
	flagged bool
}

func beginRecent(in *input, head row) rows {
	in.report.Evidence.From = assess.Internet
	return &recent{in: in, flagged: head.has("known_exploited")}
}

func (c *recent) take(r row) error {
	x, on, err := cyhyFinding(r)
	if err != nil {
		return err
	}
	c.in.later(on)
	c.in.owner(r.text("owner"))
	c.n++
	if x.kev {
		c.kevs++
	}
	return nil
}

func (c *recent) done() {
	c.in.exactly("recent", c.n)
	c.in.counted("recent-kev", c.flagged, c.kevs)
}

// falsePositives reads false-positive-findings.csv: what is left out of the
// findings. It is never counted as fixed.
type falsePositives struct {
	in *input
	n  int
}

func beginFalse(in *input, _ row) rows {
	in.report.Evidence.From = assess.Internet
	return &falsePositives{in: in}
}

func (f *falsePositives) take(r row) error {
	if _, err := gradeOf(r.text("severity")); err != nil {
		return err
	}
	if at, err := moment(r.text("latest_detection")); err == nil {
		f.in.later(assess.DateOf(at))
	}
	f.in.owner(r.text("owner"))
	f.n++
	return nil
}

func (f *falsePositives) done() { f.in.exactly("false-positives", f.n) }

// subs reads sub-org-summary.csv. Only its last row, the total, is kept: it holds
// the others.
type subs struct {
	in    *input
	n     int
	total map[string]int
}

// subColumns are the columns that are kept, and as what.
var subColumns = [][2]string{
	{"addresses_owned", "addresses"}, {"addresses_scanned", "addresses-scanned"}, {"hosts_detected", "hosts"}, {"hosts_vulnerable", "hosts-with-findings"},
	{"critical_vulns_detected", "open-critical"}, {"high_vulns_detected", "open-high"}, {"medium_vulns_detected", "open-medium"}, {"low_vulns_detected", "open-low"},
	{"services_detected", "services"},
}

func beginSub(in *input, _ row) rows {
	in.report.Evidence.From = assess.Internet
	return &subs{in: in}
}

func (s *subs) take(r row) error {
	found := map[string]int{}
	for _, c := range subColumns {
		if text := r.text(c[0]); text != "" {
			n, err := count(text)
			if err != nil {
				return err
			}
			found[c[1]] = n
		}
	}
	owner, isTotal := strings.CutSuffix(r.text("org_name"), " Total")
	if !isTotal {
		s.n++
		return nil
	}
	s.in.owner(owner)
	s.total = found
	return nil
}

func (s *subs) done() {
	s.in.exactly("sub-organizations", s.n)
	for _, c := range subColumns {
		n, ok := s.total[c[1]]
		s.in.given(c[1], ok, n)
	}
}
