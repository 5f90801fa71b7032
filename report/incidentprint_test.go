package report

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/incident"
)

var pageObject = regexp.MustCompile(`/Type\s*/Page[^s]`)

// printedElsewhere are the pages that are printed from other programs: a hospital in Texas
// with its numbers, a clinic in California and a hospital in Germany without.
func printedElsewhere(t *testing.T) map[string]incident.Emergency {
	texas := emergency(t)
	california, germany := texas, texas
	california.Contacts, california.Locale = nil, inState(t, "CA")
	germany.Contacts, germany.Locale = nil, shipped(t).Clocks.InCountry("de")
	return map[string]incident.Emergency{"texas": texas, "california": california, "germany": germany}
}

// A Word file printed by LibreOffice is one page, on either paper.
func TestIncidentIsOnePageInLibreOffice(t *testing.T) {
	doctest.Long(t)
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice (soffice) is not installed")
	}
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir}
	for name, e := range printedElsewhere(t) {
		for _, paper := range []string{"letter", "a4"} {
			file := filepath.Join(dir, name+"-"+paper+".docx")
			if err := os.WriteFile(file, []byte(draw(t, "docx", incident.Page(e), doc.Options{Paper: paper})), 0o600); err != nil {
				t.Fatal(err)
			}
			args = append(args, file)
		}
	}
	if out, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for name := range printedElsewhere(t) {
		for _, paper := range []string{"letter", "a4"} {
			onePage(t, filepath.Join(dir, name+"-"+paper+".pdf"))
		}
	}
}

// A web page printed by a browser is one page.
func TestIncidentIsOnePageInABrowser(t *testing.T) {
	doctest.Long(t)
	chromium := browser(t)
	dir := t.TempDir()
	for name, e := range printedElsewhere(t) {
		file, pdf := filepath.Join(dir, name+".html"), filepath.Join(dir, name+".pdf")
		if err := os.WriteFile(file, []byte(draw(t, "html", incident.Page(e), doc.Options{})), 0o600); err != nil {
			t.Fatal(err)
		}
		c := exec.Command(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+filepath.Join(dir, "profile"),
			"--no-pdf-header-footer", "--print-to-pdf="+pdf, "file://"+file)
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		onePage(t, pdf)
	}
}

// onePage holds a PDF of another program to have one page.
func onePage(t *testing.T, name string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(pageObject.FindAll(data, -1)); n != 1 {
		t.Errorf("%s has %d pages", filepath.Base(name), n)
	}
}
