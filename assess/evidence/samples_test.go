package evidence_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/assess/evidence"
)

func read(t testing.TB, name, text string, opts evidence.Options) (*evidence.Report, error) {
	t.Helper()
	return evidence.Read(name, strings.NewReader(text), opts)
}

func sample(t testing.TB, name string, opts evidence.Options) *evidence.Report {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	report, err := read(t, name, string(data), opts)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// figures holds the figures of a report against "open=23 kev-open=5+ x=?", where
// ? says that the figure is not in the file.
func figures(t *testing.T, name string, e *assess.Evidence, want string) {
	t.Helper()
	for pair := range strings.FieldsSeq(want) {
		key, value, _ := strings.Cut(pair, "=")
		got := e.Figure(key).Number()
		if got == "" {
			got = "?"
		}
		if got != value {
			t.Errorf("%s: %s is %s, want %s", name, key, got, value)
		}
	}
}

// The figures were worked out apart from this program, by counting the rows.
func TestSamples(t *testing.T) {
	catalog := sample(t, "kev.json", evidence.Options{}).Catalog
	for _, c := range []struct{ name, kind, date, want string }{
		{"weekly/findings.csv", "cyhy-findings", "2024-03-24", `open=23 open-critical=8 open-high=4 open-medium=8 open-low=3
			critical-age-max=311 critical-age-median=17.5 high-age-max=125 high-age-median=29.5 medium-age-max=477 medium-age-median=32
			low-age-max=992 low-age-median=992 age-max=992 hosts-with-findings=13 critical-over-15=4 high-over-30=1
			kev-open=5+ kev-ransomware=3+ kev-age-max=235+ kev-over-14=3+ kev-over-3=4+ unsupported-hosts=2
			others-to-15=4 others-to-30=4 others-to-60=1 others-to-90=2 others-over-90=7`},
		{"weekly/potentially-risky-services.csv", "cyhy-risky", "", `risky-services=9 risky-ftp=1 risky-rpc=1 risky-netbios=1 risky-rdp=2
			risky-smb=1 risky-ldap=1 risky-telnet=1 risky-sql=1 risky-irc=0 management-interfaces=4 newly-opened=2`},
		{"weekly/scope.csv", "cyhy-scope", "", `addresses=97`},
		{"weekly/hosts.csv", "cyhy-hosts", "", `hosts=16`},
		{"weekly/services.csv", "cyhy-services", "", `services=22`},
		{"weekly/days-to-mitigate.csv", "cyhy-to-mitigate", "2024-03-25", `fix-critical-median=12 fix-critical-max=64 fix-low-max=402`},
		{"weekly/days-currently-active.csv", "cyhy-active", "2024-03-25", `active-critical-median=18 active-critical-max=313 active-low-median=998`},
		{"weekly/mitigated-vulnerabilities.csv", "cyhy-mitigated", "2024-03-20", `fixed=3 reopened=1 fixed-days-max=170 fixed-days-median=170`},
		{"weekly/recently-detected.csv", "cyhy-recent", "2024-03-21", `recent=2 recent-kev=1+ open=?`},
		{"weekly/false-positive-findings.csv", "cyhy-false-positives", "2024-03-24", `false-positives=2 open=?`},
		{"weekly-2020/findings.csv", "cyhy-findings", "2024-03-24", `open=7 open-critical=1 open-high=4 open-medium=1 open-low=1
			critical-age-max=14 critical-age-median=14 high-age-median=29.5 medium-age-max=477 low-age-max=992 hosts-with-findings=6
			critical-over-15=0 high-over-30=1 unsupported-hosts=0 kev-open=? kev-ransomware=? kev-age-max=? kev-over-14=? kev-over-3=? others-to-15=?`},
		{"weekly-2020/potentially-risky-services.csv", "cyhy-risky", "", `risky-services=4 newly-opened=1 management-interfaces=?`},
		{"alert/findings.csv", "cyhy-alert", "2024-03-21", `new=2 new-critical=1 new-high=1 new-kev=1+ open=? open-critical=? kev-open=?`},
		{"alert/potentially-risky-services.csv", "cyhy-alert-services", "2024-03-21", `new-risky-services=2 new-management-interfaces=1 risky-services=?`},
		{"kev.json", "kev-catalog", "2025-08-25", `kev-listed=12 kev-listed-ransomware=2`},
		{"kev.csv", "kev-catalog", "2025-08-25", `kev-listed=10 kev-listed-ransomware=0`},
		{"nessus-13.csv", "nessus", "", `open=1 open-medium=1 informational=28 flaws=1 kev-flaws=0 age-max=? kev-over-14=? critical-over-15=?`},
		{"nessus-26.csv", "nessus", "", `open=1 open-medium=1 informational=28 flaws=1 kev-flaws=0 age-max=?`},
		{"tenable-io-65.csv", "nessus", "2023-06-08", `open=9 open-high=3 open-medium=6 flaws=18 kev-flaws=0 age-max=21`},
		{"tenable-sc-40.csv", "nessus", "2021-01-05", `open=4 open-medium=4 flaws=3 kev-flaws=0`},
		{"scan.nessus", "nessus-xml", "2022-03-23", `hosts=1 open=26 open-critical=2 open-high=10 open-medium=13 open-low=1 informational=23
			flaws=136 kev-flaws=1 kev-open=1+ unsupported=2 unsupported-hosts=1 hosts-signed-in=0 age-max=? kev-over-14=?`},
		{"greenbone-25.csv", "greenbone", "2021-05-26", `open=4 open-low=1 open-medium=2 open-critical=1 said-high=1 hosts-with-findings=1 flaws=2 doubtful=?`},
		{"greenbone-26.csv", "greenbone", "2024-03-18", `open=43 open-critical=8 open-high=13 open-medium=22 said-high=21 said-medium=22 flaws=43 doubtful=0`},
		{"greenbone.xml", "greenbone-xml", "2023-09-26", `open=44 open-critical=8 open-high=11 open-medium=25 said-high=19 said-medium=23 flaws=46 kev-flaws=1 hosts-with-findings=1`},
		{"nmap-7.12.xml", "nmap", "2016-05-16", `hosts=1 open-ports=13 risky-services=1 risky-ftp=1`},
		{"nmap-7.91.xml", "nmap", "2021-04-29", `hosts=1 open-ports=24 risky-services=0`},
		{"nmap.xml", "nmap", "2024-03-25", `hosts=2 open-ports=7 risky-services=4 risky-telnet=1 risky-rdp=1 risky-ftp=1 risky-smb=1 management-interfaces=3`},
		{"https.csv", "https", "", `domains=6 domains-live=5 https-supported=4 https-enforced=4 https-not-enforced=1 https-strong=2 weak-encryption=2 certificates-expired=1`},
		{"email.csv", "email", "", `domains=3 mail-domains=2 dmarc-valid=1 dmarc-quarantine=1 dmarc-missing=1 dmarc-reject=0 spf-valid=1 mail-without-encryption=1 mail-weak-encryption=1`},
		{"scuba.csv", "scubagear", "", `shall-pass=41 shall-fail=14 should-pass=16 should-warning=12 not-checked=9`},
		{"scuba.json", "scubagear", "2026-05-04", `shall-pass=41 shall-fail=14 should-pass=16 should-warning=12 not-checked=9 factor-missing=0 strong-factor-missing=1 old-sign-in-open=0`},
		{"scuba-plan.csv", "scubagear-plan", "", `shall-fail=14 should-warning=? shall-pass=? factor-missing=?`},
		{"secure-score.csv", "secure-score", "", `actions=6 actions-done=1 actions-otherwise=1 actions-accepted=1 points-percent=40`},
		{"qualys.csv", "qualys", "2021-06-08", `open=6 level-5=6 level-1=0 hosts-with-findings=4 unsupported-hosts=4`},
		{"qualys-vmdr.csv", "qualys", "2026-02-03", `open=4 fixed=1 age-max=110 age-median=58`},
		{"defender.json", "defender", "", `open=4 open-high=1 open-medium=2 open-low=1 age-max=? critical-over-15=?`},
	} {
		e := sample(t, c.name, evidence.Options{Catalog: catalog}).Evidence
		if e.Kind != c.kind || e.Date.String() != c.date {
			t.Errorf("%s: is %s of %q, want %s of %q", c.name, e.Kind, e.Date, c.kind, c.date)
		}
		if e.Unread != 0 {
			t.Errorf("%s: %d rows could not be read", c.name, e.Unread)
		}
		if len(e.Hosts) > 0 {
			t.Errorf("%s: keeps %v without being asked", c.name, e.Hosts)
		}
		figures(t, c.name, e, c.want)
	}
}

// Without the catalog a file that names flaws says nothing about those in use.
func TestWithoutCatalog(t *testing.T) {
	figures(t, "scan.nessus", sample(t, "scan.nessus", evidence.Options{}).Evidence, "kev-open=? kev-flaws=? open=26")
}

func TestPartialFilesSaySo(t *testing.T) {
	for name, want := range map[string]string{
		"alert/findings.csv": "new that day", "greenbone.xml": "levels=hml", "scuba-plan.csv": "did not pass", "defender.json": "page",
	} {
		if e := sample(t, name, evidence.Options{}).Evidence; !strings.Contains(e.Partial, want) {
			t.Errorf("%s: partial is %q, want a word on %q", name, e.Partial, want)
		}
	}
}

func TestOwners(t *testing.T) {
	if e := sample(t, "alert/findings.csv", evidence.Options{}).Evidence; len(e.Owners) != 1 || e.Owners[0] != "EXHOSP" {
		t.Errorf("owners %v, want EXHOSP", e.Owners)
	}
}

func TestKeepHosts(t *testing.T) {
	for name, want := range map[string]string{
		"weekly/findings.csv": "198.51.100.10", "nmap.xml": "198.51.100.1", "greenbone.xml": ".", "scan.nessus": ".", "email.csv": "example.org",
	} {
		e := sample(t, name, evidence.Options{KeepHosts: true}).Evidence
		if !strings.Contains(strings.Join(e.Hosts, " "), want) {
			t.Errorf("%s: keeps %v, want %s among them", name, e.Hosts, want)
		}
	}
}
