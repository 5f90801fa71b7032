package evidence

import (
	"errors"
	"strings"

	"hygeia/assess"
)

// cyhyCommon are the columns that the attachments of CISA's reports share, which
// say nothing that is kept.
var cyhyCommon = []string{
	"owner", "ip_int", "ip", "port", "protocol", "known_exploited", "ransomware_exploited", "known_ransomware", "severity",
	"initial_detection", "latest_detection", "age_days", "cvss_base_score", "cvss_version", "cvss_source", "vpr_score", "cve", "name",
	"description", "solution", "source", "plugin_id", "plugin_output", "service", "category", "possible_nmi", "newly_opened_since_last_report",
	"os", "hostname", "automatable", "ssvc_automatable", "technical_impact", "ssvc_technical_impact",
}

// cyhyTables are the attachments of CISA's weekly report and of its alert in
// between, in every layout since 2018. The two have files of the same names.
var cyhyTables = []table{
	{kind: "cyhy-alert", needs: []string{"initial_detection", "latest_detection", "severity", "plugin_id", "known_ransomware"}, known: cyhyCommon, begin: beginAlert},
	{kind: "cyhy-alert", needs: []string{"initial_detection", "latest_detection", "severity", "plugin_id", "plugin_output"}, bare: []string{"plugin_output"}, known: cyhyCommon, begin: beginAlert},
	{kind: "cyhy-findings", needs: []string{"initial_detection", "latest_detection", "plugin_id", "severity"}, without: []string{"known_ransomware", "plugin_output"}, known: cyhyCommon, begin: beginCyhy},
	{kind: "cyhy-alert-services", needs: []string{"service", "category", "initial_detection"}, known: cyhyCommon, begin: beginServices},
	{kind: "cyhy-risky", needs: []string{"service", "category", "newly_opened_since_last_report"}, known: cyhyCommon, begin: beginServices},
	{kind: "cyhy-risky", needs: []string{"service", "category", "possible_nmi"}, without: []string{"initial_detection"}, known: cyhyCommon, begin: beginServices},
	{kind: "cyhy-false-positives", needs: []string{"false_positive_effective", "false_positive_expiration", "severity"}, known: cyhyCommon, begin: beginFalse},
	{kind: "cyhy-mitigated", needs: []string{"vulnerability", "mitigation_detected", "days_to_mitigate"}, bare: []string{"mitigation_detected", "days_to_mitigate"}, known: cyhyCommon, begin: beginMitigated},
	{kind: "cyhy-recent", needs: []string{"name", "cve", "initial_detection", "latest_detection", "age_days"}, without: []string{"plugin_id", "cvss_base_score", "solution"}, known: cyhyCommon, begin: beginRecent},
	{kind: "cyhy-scope", needs: []string{"cidr", "first", "last", "count"}, known: cyhyCommon, begin: beginScope},
	{kind: "cyhy-hosts", needs: []string{"ip", "os", "hostname"}, bare: []string{"os", "hostname"}, without: []string{"plugin_id", "plugin id"}, known: cyhyCommon, begin: beginHosts},
	{kind: "cyhy-hosts", needs: []string{"ip", "os"}, bare: []string{"os"}, without: []string{"hostname", "plugin_id", "qid", "dns"}, known: cyhyCommon, begin: beginHosts},
	{kind: "cyhy-services", needs: []string{"ip", "port", "service"}, bare: []string{"service"}, without: []string{"category", "plugin_id", "qid"}, known: cyhyCommon, begin: beginAll},
	{kind: "cyhy-to-mitigate", needs: []string{"report_date", "median_days_to_mitigate_criticals"}, begin: beginPace("fix", "days_to_mitigate")},
	{kind: "cyhy-active", needs: []string{"report_date", "median_days_currently_active_criticals"}, begin: beginPace("active", "days_currently_active")},
	{kind: "cyhy-sub-organizations", needs: []string{"org_name", "addresses_owned", "critical_vulns_detected"}, begin: beginSub},
}

// newOnly says why an alert is no picture of what is open.
const newOnly = "an alert holds only what was new that day"

// cyhyFindings reads findings.csv of the weekly report.
type cyhyFindings struct {
	in    *input
	tally findings
}

func beginCyhy(in *input, head row) rows {
	in.report.Evidence.From = assess.Internet
	return &cyhyFindings{in: in, tally: findings{in: in, aged: true, flagged: head.has("known_exploited"), noRansom: !head.has("ransomware_exploited"), valued: valued(head), alone: true}}
}

func (c *cyhyFindings) take(r row) error {
	x, on, err := cyhyFinding(r)
	if err != nil {
		return err
	}
	c.in.later(on)
	c.in.owner(r.text("owner"))
	return c.tally.add(x)
}

func (c *cyhyFindings) done() {
	c.tally.done()
	c.tally.directive()
	c.tally.unsupportedToo()
	c.tally.named()
}

// cyhyFinding reads the columns that all findings of CISA have. The age is the
// one CISA gives, or what lies between the two dates.
func cyhyFinding(r row) (finding, assess.Date, error) {
	g, err := gradeOf(r.text("severity"))
	if err == nil && g == informational { // CISA stores none of these
		err = errors.New("it has no severity from low to critical")
	}
	if err != nil {
		return finding{}, assess.Date{}, err
	}
	age, on, err := seen(r.text("initial_detection"), r.text("latest_detection"))
	if err != nil {
		return finding{}, assess.Date{}, err
	}
	if told := r.text("age_days"); told != "" {
		if age, err = days(told); err != nil {
			return finding{}, assess.Date{}, err
		}
	}
	told := r.text("known_exploited")
	kev, known := truth(told)
	if !known && told != "" && !strings.EqualFold(told, "nan") { // which CISA's program writes for a missing one
		return finding{}, assess.Date{}, errors.New(shown(told) + " is neither True nor False")
	}
	ransom, _ := truth(r.first("ransomware_exploited", "known_ransomware"))
	name := r.text("name")
	return finding{
		grade: g, age: age, host: r.text("ip"), name: name, kev: kev, ransom: ransom, flaws: cves(r.text("cve")),
		unsuppted: pastSupport(name), within: dueWithin(r, kev),
	}, on, nil
}

// alert reads findings.csv of an alert, whose totals are not what is open.
type alert struct {
	in                  *input
	all, crit, high     int
	kevs, ransom        int
	flagged, ransomware bool
}

func beginAlert(in *input, head row) rows {
	in.report.Evidence.From, in.report.Evidence.Partial = assess.Internet, newOnly
	return &alert{in: in, flagged: head.has("known_exploited"), ransomware: head.has("known_ransomware")}
}

func (a *alert) take(r row) error {
	x, on, err := cyhyFinding(r)
	if err != nil {
		return err
	}
	a.in.later(on)
	a.in.owner(r.text("owner"))
	a.in.host(x.host)
	a.all++
	switch x.grade {
	case critical:
		a.crit++
	case high:
		a.high++
	}
	if x.kev {
		a.kevs++
		if x.ransom {
			a.ransom++
		}
	}
	return nil
}

func (a *alert) done() {
	a.in.exactly("new", a.all)
	a.in.exactly("new-critical", a.crit)
	a.in.exactly("new-high", a.high)
	a.in.counted("new-kev", a.flagged, a.kevs)
	a.in.counted("new-kev-ransomware", a.flagged && a.ransomware, a.ransom)
}

// counted gives a count of which the file may show a part, if it has the column.
func (in *input) counted(key string, has bool, n int) {
	if has {
		in.put(key, assess.AtLeast(n))
	} else {
		in.missing(key)
	}
}
