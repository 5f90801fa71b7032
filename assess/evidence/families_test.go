package evidence_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess/evidence"
)

// Every sample fits one family at most, so nobody is asked about a file as its maker
// writes it.
func TestSamplesFitOneFamily(t *testing.T) {
	for _, pattern := range []string{"*", "*/*"} {
		names, err := filepath.Glob(filepath.Join("testdata", pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				continue // a folder
			}
			if kinds := evidence.Families(data); len(kinds) > 1 {
				t.Errorf("%s fits %v", name, kinds)
			}
		}
	}
}

// A table with the columns of two families is read as the one that is meant, and as
// none where nobody says which.
func TestTwoFamilies(t *testing.T) {
	const text = "ip,port,service,category,possible_nmi,domain,live,domain supports https,domain enforces https,domain uses strong hsts\n" +
		"198.51.100.1,3389,ms-wbt-server,rdp,True,example.org,True,True,True,False\n"
	want := []string{"cyhy-risky", "https"}
	if diff := cmp.Diff(want, evidence.Families([]byte(text))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	_, err := read(t, "x", text, evidence.Options{})
	var several *evidence.SeveralError
	if !errors.As(err, &several) || !cmp.Equal(want, several.Kinds) {
		t.Errorf("%v, want both named", err)
	}
	for as, figure := range map[string]string{"cyhy-risky": "risky-rdp=1 domains=?", "https": "domains=1 risky-rdp=?"} {
		report, err := read(t, "x", text, evidence.Options{As: as})
		if err != nil {
			t.Fatal(err)
		}
		figures(t, as, report.Evidence, figure)
	}
	if _, err := read(t, "x", text, evidence.Options{As: "nmap"}); err == nil || !strings.Contains(err.Error(), "is no file of nmap: it may be one of cyhy-risky, https") {
		t.Errorf("as nmap: %v", err)
	}
	if !evidence.Recognize([]byte(text)) {
		t.Error("it is not recognized")
	}
}
