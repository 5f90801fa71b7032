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

func TestLoadReadsTheClocks(t *testing.T) {
	lib, err := load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	neighbors := frameworks.Clock{Tell: "The neighbors", Within: "2 days", From: "discovery", Cite: "House rules 4", AsOf: "2026-01-02", InForce: true}
	texas, err := lib.Clocks.ParseState("Texas")
	if err != nil {
		t.Fatal(err)
	}
	want := &frameworks.Locale{
		Country: "us", Name: "Texas", Note: "The landlord is told first.", HIPAA: frameworks.OfficeTold,
		Clocks: []frameworks.Clock{{Tell: "TX: The sheriff", Within: "1 day", Cite: "Ranch rules 7", AsOf: "2026-01-03", InForce: true, OneSource: true}, neighbors},
		Ask:    []frameworks.Clock{{Tell: "TX landlord"}},
	}
	if diff := cmp.Diff(want, lib.Clocks.InState(texas)); diff != "" {
		t.Errorf("Texas (-want +got):\n%s", diff)
	}
	want = &frameworks.Locale{Country: "us", Clocks: []frameworks.Clock{neighbors}, Ask: []frameworks.Clock{{Tell: "state landlord"}}}
	if diff := cmp.Diff(want, lib.Clocks.InCountry("us")); diff != "" {
		t.Errorf("no state (-want +got):\n%s", diff)
	}
	want = &frameworks.Locale{
		Country: "fr", Name: "France", Note: "Nothing is known of this place.", Clocks: []frameworks.Clock{},
		Calls: []frameworks.Call{{Who: "Whoever has the key", For: "To open the door.", Links: []frameworks.Link{}}}, Ask: []frameworks.Clock{{Tell: "Whoever has the key"}},
	}
	if diff := cmp.Diff(want, lib.Clocks.InCountry("fr")); diff != "" {
		t.Errorf("elsewhere (-want +got):\n%s", diff)
	}
}

// sentences returns every text of the page and its clocks a person reads.
func sentences(p *frameworks.Incident, c *frameworks.Clocks) []string {
	all := slices.Concat([]string{p.Title, p.Lead, p.Starts, p.Notice, p.Abroad}, p.WriteDown)
	for _, s := range slices.Concat(p.First, p.Avoid) {
		all = append(all, s.Do+" "+s.How)
	}
	for _, c := range p.Own {
		all = append(all, c.Who+" "+c.Note)
	}
	for _, c := range p.Calls {
		all = append(all, c.Who+". "+c.Number+". "+c.For+" "+c.When)
	}
	for _, c := range c.Federal {
		all = append(all, c.Tell+" "+c.Limit())
	}
	for _, s := range c.States {
		all = append(all, s.Note)
		for _, c := range s.Clocks {
			all = append(all, c.Tell+" "+c.Limit())
		}
	}
	for _, country := range append(slices.Clone(c.Countries), c.Elsewhere) {
		all = append(all, country.Note)
	}
	return all
}

// Whoever reads the page has no time to look a word up.
func TestWordsOfTheIncidentPage(t *testing.T) {
	// Laws and those to call, as they are looked for, and what an emergency room says itself.
	names := []string{"CFR", "NYCRR", "CIRCIA", "ISAC", "DEA", "FTC", "SEC", "8-K", "EMS", "CT", "DIR", "DHSES", "DACO", "BSI", "ACSC", "HHS"}
	lib := shippedLibrary(t)
	for _, s := range sentences(lib.Incident, lib.Clocks) {
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
	lib := shippedLibrary(t)
	facts := func(clocks []frameworks.Clock) (got []string) {
		for _, c := range clocks {
			limit := c.Limit()
			if !c.InForce {
				limit = "not in force"
			}
			got = append(got, fmt.Sprintf("%s, as of %s: %s", c.Cite, c.AsOf, limit))
		}
		return got
	}
	want := []string{
		"21 CFR 1301.76, as of 2023-07-24: 1 business day from discovery",
		"21 CFR 1311.150, as of 2026-07-30: 1 business day from discovery",
		"17 CFR 229.106, as of 2026-08-24: 4 business days from \"material\"",
		"21 CFR 803.30, as of 2026-06-20: 10 work days from discovery",
		"45 CFR 164.404, as of 2026-01-24: 60 days from discovery",
		"45 CFR 164.406, as of 2026-01-24: 60 days from discovery",
		"45 CFR 164.408, as of 2026-01-24: 60 days, with patients from discovery",
		"45 CFR 164.408, as of 2026-01-24: 60 days from year's end",
		"45 CFR 164.410, as of 2026-01-24: 60 days from its discovery",
		"16 CFR 318, as of 2026-09-25: 60 days from discovery",
		"no final rule yet, as of 2026-10-05: not in force",
	}
	if diff := cmp.Diff(want, facts(lib.Clocks.Federal)); diff != "" {
		t.Errorf("federal (-want +got):\n%s", diff)
	}
	for code, want := range map[string][]string{
		"TX": {"state law, as of 2026-11-27: 48 hours from discovery", "Bus. & Com. 521.053, as of 2025-09-01: 30 days from determination", "Bus. & Com. 521.053, as of 2026-08-18: 60 days from determination"},
		"CA": {"H&S 1280.15, as of 2026-11-27: 15 business days from discovery", "Civ. Code 1798.82, as of 2026-08-18: 15 days from the letters", "Civ. Code 1798.82, as of 2025-09-01: 30 days from discovery"},
		"NY": {"10 NYCRR 405.46, as of 2025-10-02: 72 hours from finding out", "Gen. Bus. Law 899-aa, as of 2026-08-19: 5 business days from HHS", "Gen. Mun. Law 995-b, as of 2026-11-27: 72 hours; ransom, 24 from discovery", "Gen. Bus. Law 899-aa, as of 2025-09-01: with the letters", "Gen. Bus. Law 899-aa, as of 2025-09-01: 30 days from discovery"},
	} {
		state, err := lib.Clocks.ParseState(code)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, facts(state.Clocks)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", code, diff)
		}
	}
	for _, s := range lib.Clocks.States {
		for _, c := range slices.Concat(s.Clocks, lib.Clocks.Federal) {
			if c.AsOf > lib.Clocks.Reviewed {
				t.Errorf("%s, %s: stated as of %s, after the clocks were looked through", s.Code, c.Cite, c.AsOf)
			}
		}
	}
	want = []string{
		"Cyber insurer, lawyer", "FBI 1-800-225-5324", "CISA 1-844-729-2472", "State health duty officer",
		"FDA, and the maker 1-866-300-4374", "Health-ISAC members", "HHS, Office for Civil Rights 1-800-368-1019",
	}
	var got []string
	for _, c := range lib.Incident.At(lib.Clocks.InCountry("us")).Calls {
		got = append(got, strings.TrimSpace(c.Who+" "+c.Phone+" "+c.Mail))
		if c.Phone == "" && c.Number == "" {
			t.Errorf("%s: neither a phone nor where its number stands", c.Who)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("calls (-want +got):\n%s", diff)
	}
}

// All states, the district and five territories are there; those of which nothing
// was confirmed say whom to ask.
func TestStatesOfTheClocks(t *testing.T) {
	clocks := shippedLibrary(t).Clocks
	if n := len(clocks.States); n != 56 {
		t.Errorf("%d states, want 50, the district and 5 territories", n)
	}
	for _, s := range clocks.States {
		bare := slices.Contains([]string{"AS", "GU", "MP", "VI"}, s.Code)
		if bare != (len(s.Clocks) == 0) {
			t.Errorf("%s has %d clocks", s.Code, len(s.Clocks))
		}
	}
}

// What holds in one country stays off the page of another.
func TestIncidentPageAbroad(t *testing.T) {
	lib := shippedLibrary(t)
	for _, code := range []string{"de", "gb", "ca", "mx", "jp"} {
		page := lib.Incident.At(lib.Clocks.InCountry(code))
		for _, s := range sentences(page, &frameworks.Clocks{Federal: page.Clocks}) {
			for _, body := range []string{"FBI", "CISA", "HHS", "FDA", "DEA", "SEC", "FTC", "HIPAA", "ic3", "EMS"} {
				if strings.Contains(s, body) {
					t.Errorf("%s: %s in %q", code, body, s)
				}
			}
		}
	}
	if got := lib.Clocks.InCountry("jp"); got.Name != "Japan" || len(got.Clocks) != 0 || len(got.Ask) == 0 || got.Note == "" {
		t.Errorf("a country of which nothing is known: %+v", got)
	}
	if got := lib.Clocks.InCountry("at").Clocks; len(got) != 5 {
		t.Errorf("Austria has %d clocks", len(got))
	}
}

func TestParsePlaces(t *testing.T) {
	clocks := shippedLibrary(t).Clocks
	for _, c := range []struct{ said, want string }{
		{"de", "de"}, {" US ", "us"}, {"Germany", "de"}, {"uk", "gb"}, {"U.S.", "us"}, {"norway", "no"},
		{"Germny", `there is no country "Germny": did you mean Germany?`},
		{"zz", `there is no country "zz": type its two letters, such as us, ca or de, or its name`},
		{"", `there is no country "": type its two letters, such as us, ca or de, or its name`},
	} {
		got, err := frameworks.ParseCountry(c.said)
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("country %q: %s, want %s", c.said, got, c.want)
		}
	}
	for _, c := range []struct{ said, want string }{
		{"tx", "TX"}, {"New York", "NY"}, {" dc", "DC"}, {"puerto rico", "PR"},
		{"Texs", `there is no state "Texs": did you mean Texas?`},
		{"XX", `there is no state "XX": type its two letters, such as TX, or its name`},
	} {
		got := ""
		if s, err := clocks.ParseState(c.said); err != nil {
			got = err.Error()
		} else {
			got = s.Code
		}
		if got != c.want {
			t.Errorf("state %q: %s, want %s", c.said, got, c.want)
		}
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
	page, clocks, err := frameworks.ShippedIncident()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(lib.Incident, page); diff != "" {
		t.Errorf("(-library +alone):\n%s", diff)
	}
	if diff := cmp.Diff(lib.Clocks, clocks); diff != "" {
		t.Errorf("(-library +alone):\n%s", diff)
	}
}

// Every state of the list has its clocks or whom to ask, and no other has.
func TestClocksOfEveryState(t *testing.T) {
	clocks := shippedLibrary(t).Clocks
	for _, s := range clocks.States {
		if code, err := frameworks.ParseState(s.Name); err != nil || code != s.Code {
			t.Errorf("%s, %s: %q, %v", s.Code, s.Name, code, err)
		}
	}
	if n := len(clocks.States); n != 56 {
		t.Errorf("%d states, want the 50, the district and 5 territories", n)
	}
	for s, want := range map[string]string{"tx": "TX", " new york ": "NY", "Texs": "", "ZZ": "", "": ""} {
		if code, err := frameworks.ParseState(s); code != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v", s, code, err)
		}
	}
}
