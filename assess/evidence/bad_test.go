package evidence_test

import (
	"encoding/binary"
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"hygeia/assess"
	"hygeia/assess/evidence"
)

const weeklyHead = "ip_int,ip,port,known_exploited,severity,initial_detection,latest_detection,age_days,cve,name,plugin_id\r\n"

func weeklyRow(severity, first, last, age string) string {
	return "1,198.51.100.10,443,True," + severity + "," + first + "," + last + "," + age + ",CVE-2023-4966,Something,1\r\n"
}

// What people and their programs do to files: the figures are the same, or one
// line says what is wrong.
func TestDamage(t *testing.T) {
	row := weeklyRow("4", "2024-03-04 03:12:44+00:00", "2024-03-24 15:40:02+00:00", "20")
	whole := weeklyHead + row
	sheet := "\uFEFF" + weeklyHead + weeklyRow("4", "3/4/2024 3:12", "3/24/2024 15:40", "20")
	for _, c := range []struct{ name, text, want, wrong string }{
		{"as written", whole, "open=1 kev-over-14=1+ kev-ransomware=?", ""},
		{"saved in a spreadsheet", strings.ReplaceAll(sheet, "True", "TRUE"), "open=1 critical-age-max=20 kev-open=1+", ""},
		{"days as numbers", weeklyHead + weeklyRow("4", "45355.13", "45375.65", "20"), "open=1 critical-age-max=20", ""},
		{"semicolons and decimal commas", strings.ReplaceAll(strings.ReplaceAll(weeklyHead+weeklyRow("4", "2024-03-04", "2024-03-24", "20.0"), ",", ";"), "20.0", "20,0"), "open=1 critical-age-max=20", ""},
		{"line feeds only", strings.ReplaceAll(whole, "\r\n", "\n"), "open=1", ""},
		{"carriage returns only", strings.ReplaceAll(whole, "\r\n", "\r"), "open=1", ""},
		{"mixed line ends", weeklyHead + strings.ReplaceAll(row, "\r\n", "\n") + row, "open=2", ""},
		{"other order, new column", "tags,severity,plugin_id,age_days,latest_detection,initial_detection\n=HYPERLINK(1),3,1,5,2024-03-24,2024-03-19\n", "open=1 open-high=1 kev-open=? high-age-max=5", ""},
		{"header only", weeklyHead, "open=0 kev-open=0+ critical-age-max=?", ""},
		{"empty", "", "", "nothing to read"},
		{"blank", "\r\n \r\n", "", "nothing to read"},
		{"columns missing", "ip_int,ip,port,initial_detection,latest_detection,age_days,cve,name,plugin_id\n", "", "no column severity"},
		{"cut off in a cell", strings.TrimSuffix(whole, "Something,1\r\n") + "\"Some", "", "ends in the middle of line 2"},
		{"cut off in a row", strings.TrimSuffix(whole, "Something,1\r\n"), "", "ends in the middle of line 2"},
		{"day before month", weeklyHead + weeklyRow("4", "4/3/2024 15:40", "24/3/2024 15:40", ""), "open=1 critical-age-max=20", ""},
		{"a day of no month", weeklyHead + weeklyRow("4", "3/24/2024 15:40", "24/3/2024 15:40", "1"), "", "is no date"},
		{"a severity that is none", weeklyHead + weeklyRow("worst", "2024-03-04", "2024-03-24", "20"), "", "severity"},
		{"seen last before first", weeklyHead + weeklyRow("4", "2024-03-24", "2024-03-04", "20"), "", "before it was first seen"},
		{"a point lost", "IP,Hostname,Port,Port Protocol,CVSS,Severity,NVT Name,NVT OID,CVEs,Timestamp\n192.0.2.1,,,,75,High,x,1,,2024-03-18T12:46:31Z\n", "", "no score from 0 to 10"},
		{"a PDF", "%PDF-1.4\n", "", "paper clip"},
		{"packed", "\x1f\x8b\x08", "", "unpack it"},
		{"damaged XML", "<?xml version=\"1.0\"?><nmaprun start=\"1711324800\"><host></port></nmaprun>", "", "damaged near line 1"},
		{"XML cut off", "<?xml version=\"1.0\"?><nmaprun start=\"1711324800\"><host>", "", "ends in the middle"},
		{"XML with an entity from outside", `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><nmaprun start="1711324800"><host>&x;</host></nmaprun>`, "", "damaged"},
		{"JSON cut off", `{"title": "x", "vulnerabilities": [{"cveID": "CVE-2024-0001"`, "", "ends in the middle"},
		{"JSON of another shape", `{"vulnerabilities": {"cveID": 1}}`, "", "damaged"},
	} {
		report, err := read(t, "x", c.text, evidence.Options{})
		switch {
		case c.wrong != "" && (err == nil || !strings.Contains(err.Error(), c.wrong)):
			t.Errorf("%s: %v, want a word on %q", c.name, err, c.wrong)
		case c.wrong == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.wrong == "":
			figures(t, c.name, report.Evidence, c.want)
		}
	}
}

// A row that cannot be read is counted, and the others count.
func TestUnreadRowsAreCounted(t *testing.T) {
	good := weeklyRow("4", "2024-03-04", "2024-03-24", "20")
	report, err := read(t, "x", weeklyHead+good+weeklyRow("9", "2024-03-04", "2024-03-24", "20")+"1,2,3\r\n"+"1,\"a\"b,3\r\n"+good, evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if e := report.Evidence; e.Rows != 2 || e.Unread != 3 {
		t.Errorf("%d rows and %d unread, want 2 and 3: %q", e.Rows, e.Unread, report.Notes)
	}
	figures(t, "x", report.Evidence, "open=2")
	if len(report.Notes) != 3 || !strings.HasPrefix(report.Notes[0], "line 3: ") {
		t.Errorf("notes are %q, want the lines", report.Notes)
	}
}

func TestUTF16(t *testing.T) {
	text := weeklyHead + weeklyRow("4", "2024-03-04", "2024-03-24", "20")
	data := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(text)) {
		data = binary.LittleEndian.AppendUint16(data, u)
	}
	report, err := read(t, "x", string(data), evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures(t, "x", report.Evidence, "open=1 critical-over-15=1")
}

// Text of another code page is read, and never leaves control characters behind.
func TestHostileText(t *testing.T) {
	text := "owner," + weeklyHead + "Sant\xe9\x1b[31m\u202e," + weeklyRow("4", "2024-03-04", "2024-03-24", "20")
	report, err := read(t, "x", text, evidence.Options{KeepHosts: true})
	if err != nil {
		if strings.Contains(err.Error(), "\x1b") {
			t.Errorf("the error holds a control character: %q", err)
		}
		return
	}
	for _, text := range append(report.Evidence.Owners, report.Evidence.Hosts...) {
		if strings.ContainsAny(text, "\x1b\u202e") {
			t.Errorf("kept %q", text)
		}
	}
}

func TestUnknownFilesAreToldApart(t *testing.T) {
	for _, text := range []string{"name,phone\nA,1\n", "schema: hygeia/answers/v1\n", "{\"a\": 1}", "<html></html>", "hello"} {
		if _, err := read(t, "x", text, evidence.Options{}); !errors.Is(err, evidence.ErrUnknown) {
			t.Errorf("%q: %v, want ErrUnknown", text, err)
		}
		if evidence.Recognize([]byte(text)) {
			t.Errorf("%q is recognized", text)
		}
	}
}

// The web application scan: figures only, and what was sent or answered stays out.
func TestWebApplicationScan(t *testing.T) {
	findings := "VULN_ID,NAME,QID,SEVERITY,BASE CVSS,CWE,CVE,FIRST DETECTION,LAST DETECTION,GROUP,WEB APPLICATION,URL,PAYLOAD REQUEST,PAYLOAD RESPONSE,DESCRIPTION,IMPACT,SOLUTION,VULN TYPE\n" +
		"1,XSS,150001,5,9.1,79,,01 Sep 2026 01:00AM GMT,23 Sep 2026 01:00AM GMT,g,Portal,https://portal.example.org,GET /,patient 123,,,,Confirmed\n" +
		"2,Old TLS,38628,3,5.0,1,,22 Sep 2026 01:00AM GMT,23 Sep 2026 01:00AM GMT,g,Portal,https://portal.example.org,'=cmd,,,,,Confirmed\n" +
		"3,Maybe,1,4,5.0,1,,22 Sep 2026 01:00AM GMT,23 Sep 2026 01:00AM GMT,g,Booking,https://b.example.org,,,,,,Potential\n"
	report, err := read(t, "x", findings, evidence.Options{KeepHosts: true})
	if err != nil {
		t.Fatal(err)
	}
	figures(t, "findings", report.Evidence, "open=2 level-5=1 level-3=1 level-4=0 potential=1 applications-with-findings=1 age-max=22 open-critical=?")
	if e := report.Evidence; e.Date != (assess.Date{Year: 2026, Month: 9, Day: 23}) || strings.Contains(strings.Join(e.Hosts, " "), "patient") {
		t.Errorf("of %s, keeps %v", e.Date, e.Hosts)
	}
	totals, err := read(t, "x", "WEBAPP,LEVEL 1,LEVEL 2,LEVEL 3,LEVEL 4,LEVEL 5,TOTAL\nPortal,0,1,2,0,1,4\nBooking,1,0,0,0,0,1\n", evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures(t, "totals", totals.Evidence, "applications=2 open=5 level-3=2 level-1=1")
	if _, err := read(t, "x", "SSN URL,SSN FOUND,,CC URL,CREDIT CARD FOUND\nhttps://x,1,,,\n", evidence.Options{}); !errors.Is(err, evidence.ErrUnknown) {
		t.Errorf("the list of found card numbers is read: %v", err)
	}
}

// A parent's summary ends with a total that holds the others: it is never added.
func TestSubOrganizations(t *testing.T) {
	text := "org_name,addresses_owned,addresses_scanned,hosts_detected,critical_vulns_detected\nA,10,9,3,1\nB,5,5,1,0\nSYS Total,15,14,4,1\n"
	report, err := read(t, "x", text, evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures(t, "x", report.Evidence, "sub-organizations=2 addresses=15 addresses-scanned=14 open-critical=1 open-high=?")
}

// An anonymized report has no whole addresses; its figures are the same.
func TestAnonymized(t *testing.T) {
	data, err := os.ReadFile("testdata/weekly/findings.csv")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(data), "ip_int,ip,", "owner,ip,", 1)
	text = strings.ReplaceAll(text, "198.51.", "x.x.")
	report, err := read(t, "x", text, evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures(t, "x", report.Evidence, "open=23 hosts-with-findings=13 kev-over-14=3+")
}
