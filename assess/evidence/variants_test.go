package evidence_test

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"hygeia/assess/evidence"
)

// What other programs write into the cells of dates and numbers: the figures are the
// same as for CISA's own form.
func TestFormsOfCells(t *testing.T) {
	for _, c := range []struct{ name, severity, first, last, age string }{
		{"seconds", "4", "1709521964", "1711294802", ""},
		{"thousandths of seconds", "4", "1709521964000", "1711294802000", ""},
		{"day numbers with a comma", "4", "\"45355,13\"", "\"45375,65\"", ""},
		{"zone without a colon", "4", "2024-03-04T03:12:44+0000", "2024-03-24T15:40:02+0000", ""},
		{"zone behind a blank", "4", "2024-03-04 03:12:44 +00:00", "2024-03-24 15:40:02 +00:00", ""},
		{"dots", "4", "04.03.2024 03:12", "24.03.2024 15:40", ""},
		{"names of months", "4", "4-Mar-2024", "24-Mar-24", ""},
		{"numbers with a point", "4.0", "2024-03-04", "2024-03-24", "20.0"},
	} {
		report, err := read(t, "x", weeklyHead+weeklyRow(c.severity, c.first, c.last, c.age), evidence.Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		figures(t, c.name, report.Evidence, "open=1 open-critical=1 critical-age-max=20 critical-over-15=1")
		if got := report.Evidence.Date.String(); got != "2024-03-24" {
			t.Errorf("%s: is of %s", c.name, got)
		}
	}
}

// A file that puts the day first is read so as a whole, also where the month could
// stand first, and says so.
func TestDayFirst(t *testing.T) {
	report, err := read(t, "x", weeklyHead+weeklyRow("4", "04/03/2024", "05/03/2024", "1")+weeklyRow("3", "4/3/2024 1:00", "24/3/2024 1:00", ""), evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures(t, "x", report.Evidence, "open=2 critical-age-max=1 high-age-max=20")
	if got := report.Evidence.Date.String(); got != "2024-03-24" || len(report.Notes) != 1 || !strings.Contains(report.Notes[0], "24/3/2024") {
		t.Errorf("is of %s, notes %q", got, report.Notes)
	}
}

const nessusHead = "Plugin ID,CVE,CVSS,Risk,Host,Protocol,Port,Name,Plugin Output\n"

// Rows that are shorter or longer than the header.
func TestLengthsOfRows(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty cells left out at the end", nessusHead + "1,,5,High,a,tcp,1,X\n2,,5,Low,a,tcp,1\n", "open=2 open-high=1"},
		{"names left out at the end", "ip,os,hostname\n192.0.2.1,Linux\n192.0.2.2,Linux,a\n", "hosts=2"},
		{"settings left out at the end", "Domain,Live,Domain Supports HTTPS,Domain Enforces HTTPS,Domain Uses Strong HSTS\na,True,True,True\n", "https-enforced=1 https-strong=0 certificates-expired=?"},
		{"blank cells too many", nessusHead + "1,,5,High,a,tcp,1,X,,,\n", "open=1"},
	} {
		report, err := read(t, "x", c.text, evidence.Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		figures(t, c.name, report.Evidence, c.want)
		if n := report.Evidence.Unread; n != 0 {
			t.Errorf("%s: %d rows could not be read", c.name, n)
		}
	}
	report, err := read(t, "x", nessusHead+"1,,5,High,a,tcp,1,X,o\n2,,7,5,High,a,tcp,1,X,o\n", evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if e := report.Evidence; e.Rows != 1 || e.Unread != 1 {
		t.Errorf("a comma that parts a number: %d rows and %d unread, want 1 and 1", e.Rows, e.Unread)
	}
}

// Semicolons part the cells, and the texts in them have commas, quotation marks and
// lines of their own.
func TestSemicolonsAroundCommas(t *testing.T) {
	text := "Plugin ID;CVE;Risk;Host;Protocol;Port;Name;Description\n"
	for range 3 {
		text += "1;;High;a;tcp;1;X;\"one\ntwo \"\"quoted\"\", x\nthree\"\n"
	}
	report, err := read(t, "x", text, evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures(t, "x", report.Evidence, "open=1 open-high=1")
}

// One row a flaw: a check on one port of one system is one finding, whatever it is called.
func TestNessusCountsChecks(t *testing.T) {
	report, err := read(t, "x", nessusHead+"1,CVE-2024-0001,5,High,a,tcp,1,X,\n1,CVE-2024-0002,5,High,a,tcp,1,X (updated),\n1,,5,High,a,tcp,2,X,\n", evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures(t, "x", report.Evidence, "open=2 flaws=2 kev-open=?")
}

// A scanner that says itself that CISA lists a flaw needs no list.
func TestListedByScanner(t *testing.T) {
	row := "1,CVE-2024-0001,5,High,a,tcp,1,X,"
	head := strings.TrimSuffix(nessusHead, "\n") + ",XREF\n"
	for _, c := range []struct{ name, text, want string }{
		{"a table", head + row + ",IAVA:1; CISA-KNOWN-EXPLOITED:2024/07/03\n" + row + ",\n", "open=1 kev-open=1+ kev-ransomware=? age-max=? kev-over-14=?"},
		{"a table without", head + row + ",IAVA:1\n", "open=1 kev-open=?"},
		{"XML", nessusXML(`<xref>CISA-KNOWN-EXPLOITED:2024/07/03</xref>`, ""), "open=1 kev-open=1+"},
	} {
		report, err := read(t, "x", c.text, evidence.Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		figures(t, c.name, report.Evidence, c.want)
	}
}

func nessusXML(inside, head string) string {
	return head + `<NessusClientData_v2><Report name="r"><ReportHost name="a"><HostProperties><tag name="HOST_END">Sun Mar 24 15:07:52 2024</tag></HostProperties>` +
		`<ReportItem port="1" protocol="tcp" severity="3" pluginID="1" pluginName="X">` + inside + `</ReportItem></ReportHost></Report></NessusClientData_v2>`
}

// What services answer goes into XML as it came: letters of other code pages and
// control characters.
func TestForeignXML(t *testing.T) {
	for name, text := range map[string]string{
		"a code page":               nessusXML("<plugin_output>Z\xfcrich</plugin_output>", `<?xml version="1.0" encoding="ISO-8859-1"?>`),
		"letters that are no UTF-8": nessusXML("<plugin_output>Z\xfcrich</plugin_output>", `<?xml version="1.0"?>`),
		"control characters":        nessusXML("<plugin_output>a\x1b[1m\x0b</plugin_output>", `<?xml version="1.0"?>`),
	} {
		report, err := read(t, "x", text, evidence.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		figures(t, name, report.Evidence, "open=1 open-high=1")
	}
	if _, err := read(t, "x", nessusXML("", `<?xml version="1.0" encoding="EBCDIC"?>`), evidence.Options{}); err == nil || !strings.Contains(err.Error(), "UTF-8") {
		t.Errorf("a code page of another kind: %v", err)
	}
	report, err := read(t, "x", "Starting Nmap\n<nmaprun><host><status state=\"up\"/></host><runstats><finished time=\"1711324800\" exit=\"success\"/></runstats></nmaprun>", evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures(t, "nmap", report.Evidence, "hosts=1")
	if got := report.Evidence.Date.String(); got != "2024-03-25" {
		t.Errorf("nmap without a start is of %q", got)
	}
}

// The latest end of any host is the day of a scan, however the file says it.
func TestLatestEnd(t *testing.T) {
	text := strings.Replace(nessusXML("", ""), "<tag name=\"HOST_END\">Sun Mar 24 15:07:52 2024</tag>", "<tag name=\"HOST_END_TIMESTAMP\">1709521964</tag><tag name=\"HOST_END_TIMESTAMP\">1711294802</tag>", 1)
	report, err := read(t, "x", text, evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := report.Evidence.Date.String(); got != "2024-03-24" {
		t.Errorf("is of %q", got)
	}
}

// Greenbone: what was set aside has the score -1, and the file may name systems only.
func TestGreenboneVariants(t *testing.T) {
	result := func(threat, score string) string {
		return "<result><name>N</name><host>192.0.2.1</host><port>1/tcp</port><nvt oid=\"" + score + "\"/><threat>" + threat + "</threat><severity>" + score + "</severity></result>"
	}
	report, err := read(t, "x", "<report><report><results>"+result("High", "8.0")+result("", "-1.0")+result("", "-3.0")+"</results></report></report>", evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures(t, "XML", report.Evidence, "open=1 false-positives=1")
	report, err = read(t, "x", "Hostname,Port,CVSS,Severity,NVT Name,NVT OID\na,1,8.0,High,x,1\nb,1,8.0,High,x,1\n", evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures(t, "CSV", report.Evidence, "open=2 hosts-with-findings=2")
}

// The list of attacked flaws with fields of other kinds than today's.
func TestCatalogVariants(t *testing.T) {
	good := `{"cveID":"CVE-2024-3400","dateAdded":"2024-04-12","knownRansomwareCampaignUse":"Known"}`
	for _, c := range []struct{ name, text, want, version string }{
		{"count as text", `{"catalogVersion":"2024.04.12","count":"1","vulnerabilities":[` + good + `]}`, "kev-listed=1 kev-listed-ransomware=1", "2024.04.12"},
		{"version as a number", `{"catalogVersion":2024.5,"count":null,"vulnerabilities":[` + good + `]}`, "kev-listed=1", "2024.5"},
		{"an entry of another form", `{"count":2,"vulnerabilities":[` + good + `,{"cveID":5,"dateAdded":[]}]}`, "kev-listed=1", "2024-04-12"},
		{"nothing on ransomware", `{"vulnerabilities":[{"cveID":"CVE-2024-3400","dateAdded":"2024-04-12"}]}`, "kev-listed=1 kev-listed-ransomware=?", "2024-04-12"},
		{"no entries", `{"catalogVersion":"2024.04.12","vulnerabilities":[]}`, "kev-listed=0", "2024.04.12"},
	} {
		report, err := read(t, "x", c.text, evidence.Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		figures(t, c.name, report.Evidence, c.want)
		if report.Catalog.Version != c.version {
			t.Errorf("%s: is version %q, want %q", c.name, report.Catalog.Version, c.version)
		}
	}
}

// The description of the catalog's fields, which stands beside it, is no catalog.
func TestSchemaIsNoCatalog(t *testing.T) {
	text := `{"$schema":"http://json-schema.org/draft-04/schema#","properties":{"vulnerabilities":{"items":{"properties":{"cveID":{"type":"string"}}}}}}`
	if evidence.Recognize([]byte(text)) || evidence.IsCatalog([]byte(text)) {
		t.Error("it is recognized")
	}
}

func TestCloudVariants(t *testing.T) {
	report, err := read(t, "x", "Control ID,Result,Criticality\nMS.AAD.1.1v1,Pass,Shall\nMS.AAD.2.1v1,Error - Test results missing,Shall\nMS.AAD.2.2v1,-,Shall\n", evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures(t, "ScubaGear", report.Evidence, "shall-pass=1 errors=1 not-checked=1")
	report, err = read(t, "x", "Rank,Improvement action,Points achieved,Status\n1,x,9/9,Completed\n", evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures(t, "secure score", report.Evidence, "actions=1 actions-done=1")
}

// What a file has no column for is not in it.
func TestColumnsThatAreNotThere(t *testing.T) {
	report, err := read(t, "x", "Domain,Base Domain,Valid SPF,Valid DMARC,DMARC Policy\na.org,a.org,True,True,reject\n", evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures(t, "email", report.Evidence, "dmarc-reject=1 mail-without-encryption=? mail-weak-encryption=?")
}

// CISA keeps no finding without a severity: such a row is damaged, and is not passed
// over as no weakness.
func TestWeeklyRowWithoutSeverity(t *testing.T) {
	good := weeklyRow("4", "2024-03-04", "2024-03-24", "20")
	report, err := read(t, "x", weeklyHead+good+weeklyRow("", "2024-03-04", "2024-03-24", "20"), evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures(t, "x", report.Evidence, "open=1")
	if report.Evidence.Unread != 1 {
		t.Errorf("%d rows unread, want 1", report.Evidence.Unread)
	}
}

func TestThousands(t *testing.T) {
	report, err := read(t, "x", "cidr,first,last,count\na,b,c,\"65,536\"\na,b,c,4\n", evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures(t, "x", report.Evidence, "addresses=65540")
}

// Text with zero bytes is none, other than in UTF-16 that says so.
func TestZeroBytes(t *testing.T) {
	var data []byte
	for _, u := range utf16.Encode([]rune(weeklyHead)) {
		data = binary.LittleEndian.AppendUint16(data, u)
	}
	if evidence.Recognize(data) {
		t.Error("UTF-16 without its mark is recognized")
	}
	if !evidence.Recognize([]byte(nessusHead + "1,,5,High,a,tcp,1,X,\x1b[1mroot\n")) {
		t.Error("a table with a control character in a cell is not recognized")
	}
}

// Findings without dates count as open, and in no figure about age.
func TestFindingsWithoutDates(t *testing.T) {
	head := "Plugin,Plugin Name,Severity,IP Address,First Discovered,Last Observed\n"
	report, err := read(t, "x", head+"1,A,Critical,a,\"Mar 4, 2024 10:00:00 EST\",\"Mar 24, 2024 11:00:00 EDT\"\n2,B,Critical,a,,\n", evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures(t, "some", report.Evidence, "open=2 open-critical=2 critical-age-max=20 critical-over-15=1")
	if len(report.Notes) != 1 || !strings.Contains(report.Notes[0], "1 finding has no dates") {
		t.Errorf("notes are %q", report.Notes)
	}
	if report, err = read(t, "x", head+"2,B,Critical,a,,\n", evidence.Options{}); err != nil {
		t.Fatal(err)
	}
	figures(t, "none", report.Evidence, "open=1 critical-age-max=? critical-over-15=?")
}

// CISA's files tell flaws in use by True and False; what is neither is not taken for False.
func TestFlagsOfAttackedFlaws(t *testing.T) {
	row := weeklyRow("4", "2024-03-04", "2024-03-24", "20")
	for value, want := range map[string]string{"T": "open=1 kev-open=1+", "nan": "open=1 kev-open=0+", "": "open=1 kev-open=0+"} {
		report, err := read(t, "x", weeklyHead+strings.Replace(row, "True", value, 1), evidence.Options{})
		if err != nil {
			t.Errorf("%q: %v", value, err)
			continue
		}
		figures(t, value, report.Evidence, want)
	}
	if _, err := read(t, "x", weeklyHead+strings.Replace(row, "True", "WAHR", 1), evidence.Options{}); err == nil || !strings.Contains(err.Error(), "neither True nor False") {
		t.Errorf("a word of another language: %v", err)
	}
}

// A column that can be worked out may be missing; without one that cannot, a file is
// not taken for another of the same report.
func TestWeeklyColumnsMissing(t *testing.T) {
	head := "ip,severity,initial_detection,latest_detection,cvss_base_score,cve,name"
	report, err := read(t, "x", head+",plugin_id\na,4,2024-03-04,2024-03-24,7.5,,X,1\n\x1a", evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures(t, "no age", report.Evidence, "open=1 critical-age-max=20")
	for text, want := range map[string]string{
		head + ",age_days\na,4,2024-03-04,2024-03-24,7.5,,X,20\n": "no column plugin_id",
		"NVT OID,Severity,IP\n1,High,a\n":                         "no column cvss",
		"Plugin,Plugin Name,IP Address\n1,x,a\n":                  "no column severity",
		"<nmaprun/><nmaprun/>":                                    "several scans",
	} {
		if _, err := read(t, "x", text, evidence.Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want a word on %q", text, err, want)
		}
	}
}
