package frameworks_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

func TestLoadReadsTheIncidentPage(t *testing.T) {
	lib, err := load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	want := &frameworks.Incident{
		Title: "When the door is open", Lead: "People first.", Reviewed: "2026-11-20",
		Own:       []frameworks.Contact{{Who: "The guard", Note: "badge number"}, {Who: "The locksmith"}},
		First:     []frameworks.Step{{Do: "Lead everybody out.", How: "By the other door."}, {Do: "Touch nothing."}},
		Avoid:     []frameworks.Step{{Do: "Do not run after anyone."}},
		WriteDown: []string{"Which door it was"},
		Calls: []frameworks.Call{
			{Who: "The guard", For: "To look.", When: "At once.", Links: []frameworks.Link{}},
			{
				Who: "The police", For: "To report it.", When: "The same day.", Phone: "1-555-010-0100", Mail: "desk@example.org",
				Links: []frameworks.Link{{Text: "example.org/report", URL: "https://example.org/report"}},
			},
		},
		Starts: "The clock starts when the door is found open.",
		Clocks: []frameworks.Clock{
			{Tell: "The neighbors", Within: "2 days", From: "finding it", Cite: "House rules 4", AsOf: "2026-01-02", InForce: true},
			{Tell: "The press", Within: "9 days", From: "finding it", Cite: "no rule yet", AsOf: "2026-03-04"},
		},
		Notice: "Not advice.", Sources: []string{"House rules"},
	}
	if diff := cmp.Diff(want, lib.Incident); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Content from before there was a page still loads; two pages do not.
func TestOneIncidentPageAtMost(t *testing.T) {
	files := small(t)
	second := frameworks.File{Name: "own/x.yaml", Data: files["incident.yaml"].Data}
	delete(files, "incident.yaml")
	if lib, err := load(files); err != nil || lib.Incident != nil {
		t.Errorf("without a page: %v", err)
	}
	files = small(t)
	files["own/x.yaml"] = second
	_, err := load(files)
	want := "own/x.yaml:1:1: a library has one file with the schema hygeia/incident/v1; this is the second"
	if diff := cmp.Diff(want, fmt.Sprint(err)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// sentences returns every text of the page a person reads.
func sentences(p *frameworks.Incident) []string {
	all := slices.Concat([]string{p.Title, p.Lead, p.Starts, p.Notice}, p.WriteDown, p.Sources)
	for _, s := range slices.Concat(p.First, p.Avoid) {
		all = append(all, s.Do+" "+s.How)
	}
	for _, c := range p.Own {
		all = append(all, c.Who+" "+c.Note)
	}
	for _, c := range p.Calls {
		all = append(all, c.Who+". "+c.For+" "+c.When)
	}
	for _, c := range p.Clocks {
		all = append(all, c.Tell+" "+c.Within+" "+c.From)
	}
	return all
}

// Whoever reads the page has no time to look a word up.
func TestWordsOfTheIncidentPage(t *testing.T) {
	names := []string{"CFR", "NYCRR", "CIRCIA", "ISAC"} // of laws and of those to call, as they are looked for
	for _, s := range sentences(shippedLibrary(t).Incident) {
		if w := banned.FindString(s); w != "" {
			t.Errorf("%q is not used: %s", w, s)
		}
		if w := british.FindString(s); w != "" {
			t.Errorf("%q is British: %s", w, s)
		}
		for _, word := range capitals.FindAllString(s, -1) {
			if !slices.Contains(wellKnown, word) && !slices.Contains(names, word) && strings.ToUpper(word) == word && strings.Trim(word, "0123456789") != "" {
				t.Errorf("%s is an abbreviation: %s", word, s)
			}
		}
	}
	page := shippedLibrary(t).Incident
	for _, s := range slices.Concat(page.First, page.Avoid) {
		if grade := readingGrade(s.Do + " " + s.How); grade > 10 {
			t.Errorf("grade %.1f: %s %s", grade, s.Do, s.How)
		}
	}
}

// The time limits and numbers are facts; a change of one is meant.
func TestFactsOfTheIncidentPage(t *testing.T) {
	page := shippedLibrary(t).Incident
	want := []string{
		"45 CFR 164.404, as of 2026-01-24: 60 days of discovery",
		"45 CFR 164.406, as of 2026-01-24: 60 days of discovery",
		"45 CFR 164.408, as of 2026-01-24: 60 days of discovery",
		"45 CFR 164.408, as of 2026-01-24: 60 days of year's end",
		"45 CFR 164.410, as of 2026-01-24: 60 days of its discovery",
		"10 NYCRR 405.46, as of 2025-10-02: 72 hours of finding out",
		"no final rule yet, as of 2026-10-05: not in force",
	}
	var got []string
	for _, c := range page.Clocks {
		limit := c.Within + " of " + c.From
		if !c.InForce {
			limit = "not in force"
		}
		got = append(got, fmt.Sprintf("%s, as of %s: %s", c.Cite, c.AsOf, limit))
		if c.AsOf > page.Reviewed {
			t.Errorf("%s is stated as of %s, after the page was looked through", c.Cite, c.AsOf)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("clocks (-want +got):\n%s", diff)
	}
	want = []string{
		"Your IT and your incident leader", "Your cyber insurer and your lawyer",
		"CISA, federal cyber agency 1-844-729-2472 contact@mail.cisa.dhs.gov", "FBI", "HHS, Office for Civil Rights",
		"FDA, and the maker of the device CyberMed@fda.hhs.gov",
		"Your state: health department, attorney general", "Health-ISAC",
	}
	got = nil
	for _, c := range page.Calls {
		got = append(got, strings.Join(strings.Fields(c.Who+" "+c.Phone+" "+c.Mail), " "))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("calls (-want +got):\n%s", diff)
	}
}

// The addresses of the page are those of the resources, where there is one.
func TestAddressesOfTheIncidentPage(t *testing.T) {
	known := []string{ // alternate addresses of ic3 and ocr-breach-reporting
		"https://www.fbi.gov/contact-us/field-offices",
		"https://ocrportal.hhs.gov/ocr/breach/wizard_breach.jsf",
	}
	for _, r := range shippedLibrary(t).Resources {
		known = append(known, r.URL)
	}
	for _, c := range shippedLibrary(t).Incident.Calls {
		for _, l := range c.Links {
			if !slices.Contains(known, l.URL) {
				t.Errorf("%s: no resource has the address %s", c.Who, l.URL)
			}
		}
	}
}

// The page alone is the one of the library.
func TestShippedIncident(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	page, err := frameworks.ShippedIncident()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(lib.Incident, page); diff != "" {
		t.Errorf("(-library +alone):\n%s", diff)
	}
}
