package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/incident"
	"hygeia/report/pdf/pdftest"
)

// emergency is a page with numbers of an invented hospital.
func emergency(t testing.TB) incident.Emergency {
	return incident.Emergency{
		Page: shipped(t).Incident, Locale: inState(t, "TX"), Program: "hygeia 1.0.0", Organization: "Willow Creek Clinic (invented)",
		Contacts: []frameworks.Contact{
			{Who: "IT, Midwest Managed IT", Name: "Dana Ruiz", Phone: "555-010-0144, then press 2", Mail: "help@midwest.example", Note: "after 6 pm pager 0199"},
			{Who: "Incident leader", Name: "M. Lindqvist", Phone: "ext. 4711"},
			{Who: "Cyber insurer", Phone: "1-800-555-0123", Note: "policy HC-99-1234"},
		},
	}
}

// inState returns what holds in a state.
func inState(t testing.TB, code string) *frameworks.Locale {
	clocks := shipped(t).Clocks
	state, err := clocks.ParseState(code)
	if err != nil {
		t.Fatal(err)
	}
	return clocks.InState(state)
}

// everyLocale are all places the page knows, a country nothing is known of among them.
func everyLocale(t testing.TB) []*frameworks.Locale {
	clocks := shipped(t).Clocks
	places := []*frameworks.Locale{clocks.InCountry("us"), clocks.InCountry("jp"), clocks.InCountry("")}
	for _, s := range clocks.States {
		places = append(places, inState(t, s.Code))
	}
	for _, c := range clocks.Countries {
		places = append(places, clocks.InCountry(c.Codes[0]))
	}
	return places
}

// everyEmergency are the pages that must fit on one sheet.
func everyEmergency(t testing.TB) map[string]incident.Emergency {
	e := emergency(t)
	pages := map[string]incident.Emergency{"three numbers": e}

	e.Contacts = nil
	pages["no numbers"] = e

	e.Organization, e.Missing = "", "Some numbers are missing: own/contacts.yaml could not be read in full."
	pages["damaged, no name"] = e

	e.Organization = strings.Repeat("The Very Long Name of a Hospital ", 8)
	wide := strings.Repeat("Wide mmm ", 10)
	for range frameworks.MaxContacts { // the longest that the reader lets through, in the widest letters
		e.Contacts = append(e.Contacts, frameworks.Contact{
			Who: wide[:39], Name: wide[:39], Phone: "5" + wide[:38], Mail: strings.Repeat("wm", 23) + "@example.orgmm", Note: strings.Repeat("W", 40),
		})
	}
	pages["wide numbers"] = e
	return pages
}

// The pages of a hospital in Texas, of a clinic in California and of a hospital in
// Germany, the first with its numbers.
func TestIncidentGolden(t *testing.T) {
	texas := emergency(t)
	california, germany := texas, texas
	california.Contacts, california.Locale, california.Organization = nil, inState(t, "CA"), "Bayview Clinic (invented)"
	germany.Contacts, germany.Locale, germany.Organization = nil, shipped(t).Clocks.InCountry("de"), "Klinikum am See (invented)"
	for name, e := range map[string]incident.Emergency{"texas": texas, "california": california, "germany": germany} {
		golden(t, "incident-"+name+".txt", draw(t, "text", incident.Page(e), doc.Options{}))
		golden(t, "incident-"+name+".md", draw(t, "md", incident.Page(e), doc.Options{}))
	}
}

// Everywhere the page is one page: 84 lines at 8 to the inch, and one sheet of either paper as a PDF.
func TestIncidentIsOnePageEverywhere(t *testing.T) {
	e := emergency(t)
	e.Contacts = nil
	for i, place := range everyLocale(t) {
		if testing.Short() && i%8 != 0 {
			continue
		}
		e.Locale = place
		if n := strings.Count(draw(t, "text", incident.Page(e), doc.Options{}), "\n"); n > 84 {
			t.Errorf("%s: %d lines", place.Name, n)
		}
		for _, paper := range []string{"letter", "a4"} {
			s := mustDraw(t, incident.Page(e), doc.Options{Paper: paper})
			if len(s.Pages) != 1 {
				t.Errorf("%s, %s: %d pages", place.Name, paper, len(s.Pages))
			}
			for _, small := range []string{" 7.00 Tf", " 6.50 Tf", " 6.00 Tf"} {
				if strings.Contains(s.Pages[0], small) {
					t.Errorf("%s, %s: the page uses type of%s", place.Name, paper, small)
				}
			}
		}
	}
}

// A place of which nothing was confirmed has room to write what it is told.
func TestIncidentOfAPlaceNothingIsKnownOf(t *testing.T) {
	e := emergency(t)
	e.Locale = inState(t, "GU")
	page := draw(t, "text", incident.Page(e), doc.Options{})
	doctest.InOrder(t, page, "Guam", "DEA: drugs", "Ask GU attorney general", "Ask GU health")
	e.Locale = shipped(t).Clocks.InCountry("jp")
	page = draw(t, "text", incident.Page(e), doc.Options{})
	doctest.InOrder(t, page, "Japan", "National cyber center or CERT: phone ___", "Ask National cyber center", "Nothing was confirmed for this country.")
	for _, body := range []string{"CFR", "FBI", "CISA", "HHS"} {
		if strings.Contains(page, body) {
			t.Errorf("the page for Japan names %s", body)
		}
	}
}

// A printed page has 84 lines at 8 to the inch.
func TestIncidentTextIsOnePage(t *testing.T) {
	pages := everyEmergency(t)
	for name, most := range map[string]int{"three numbers": 76, "no numbers": 80} {
		if n := strings.Count(draw(t, "text", incident.Page(pages[name]), doc.Options{}), "\n"); n > most {
			t.Errorf("%s: %d lines, want at most %d", name, n, most)
		}
	}
	for name, e := range pages {
		for _, width := range []int{40, 64, 80, 200} {
			for l := range strings.Lines(draw(t, "text", incident.Page(e), doc.Options{Width: width, Color: true})) {
				if l = escapes.ReplaceAllString(l, ""); words.Width(strings.TrimSpace(l)) > width {
					t.Errorf("%s at width %d: %s", name, width, l)
				}
			}
		}
	}
}

func TestIncidentPDFIsOnePage(t *testing.T) {
	for name, e := range everyEmergency(t) {
		for paper, height := range map[string]float64{"letter": 792, "a4": 841.89} {
			t.Run(name+" "+paper, func(t *testing.T) {
				d := incident.Page(e)
				s := mustDraw(t, d, doc.Options{Paper: paper})
				if len(s.Pages) != 1 {
					t.Fatalf("%d pages", len(s.Pages))
				}
				for _, at := range s.Texts {
					if at.Y < 20 || at.Y > height-10 || at.X < 30 || at.X > 580 {
						t.Errorf("%q is drawn at %.0f, %.0f", at.Text, at.X, at.Y)
					}
				}
				mustHaveEverything(t, s, d)
			})
		}
	}
}

// mustHaveEverything looks for every word of a document on its page, however
// the lines are broken.
func mustHaveEverything(t *testing.T, s *pdftest.Scanned, d *doc.Document) {
	t.Helper()
	joined := func(text string) string {
		return strings.NewReplacer(" ", "", "\n", "").Replace(text)
	}
	page := joined(s.All())
	want := slices.Concat([]string{d.Title, d.Program, d.Date, d.Notice}, d.Lines)
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case doc.Heading:
			want = append(want, b.Text)
		case doc.Paragraph:
			want = append(want, b.Text.String())
		case doc.Note:
			want = append(want, b.Text.String())
		case doc.List:
			for _, item := range b.Items {
				want = append(want, item.String())
			}
		case doc.Table:
			for _, r := range b.Rows {
				for _, cell := range r {
					want = append(want, cell.String())
				}
			}
		}
	}
	for _, text := range want {
		if !strings.Contains(page, joined(text)) {
			t.Errorf("the page lacks %q", text)
		}
	}
}

// In an ordinary case the type is large enough to be read on a wall, and links
// can be followed on a screen.
func TestIncidentPDFCanBeRead(t *testing.T) {
	s := mustDraw(t, incident.Page(emergency(t)), doc.Options{})
	for _, small := range []string{" 7.50 Tf", " 7.00 Tf", " 6.50 Tf", " 6.00 Tf"} {
		if strings.Contains(s.Pages[0], small) {
			t.Errorf("the page uses type of%s", small)
		}
	}
	for _, want := range []string{
		"mailto:help@midwest.example", "https://www.cisa.gov/report", "https://www.ic3.gov",
	} {
		if !slices.Contains(s.Links, want) {
			t.Errorf("no link to %s", want)
		}
	}
}

func TestIncidentOrder(t *testing.T) {
	for _, format := range []string{"text", "md"} {
		page := draw(t, format, incident.Page(emergency(t)), doc.Options{})
		at := -1
		for _, want := range []string{"Our own numbers", "ext. 4711", "Incident number", "Care first.", "who takes our patients", "Do not restart", "CISA", "Attorney General", "164.404", "Not in force on 2026-10-05", "not legal advice"} {
			next := strings.Index(page, want)
			if next <= at {
				t.Errorf("%s: %q at %d, after %d", format, want, next, at)
			}
			at = next
		}
	}
}

// What a hospital typed cannot steer a terminal or become markup.
func TestIncidentHostile(t *testing.T) {
	e := emergency(t)
	e.Organization = "Clinic\x1b[31m \u202e<script>"
	e.Contacts = []frameworks.Contact{{Who: "IT | [x](javascript:1)", Name: "\x07Dana", Phone: "5\x1b]8;;x\a", Mail: "javascript:alert(1)@x.y", Note: "a\nb"}}
	for _, format := range []string{"text", "md"} {
		page := draw(t, format, incident.Page(e), doc.Options{})
		if strings.ContainsAny(page, "\x1b\x07\u202e") || format == "md" && (strings.Contains(page, "<script>") || strings.Contains(page, "[x](")) {
			t.Errorf("%s: %q", format, page[:400])
		}
	}
	for _, link := range mustDraw(t, incident.Page(e), doc.Options{}).Links {
		if strings.HasPrefix(link, "javascript") {
			t.Errorf("link %s", link)
		}
	}
}

func TestSheetMistakes(t *testing.T) {
	long := &doc.Document{Title: "T", Compact: true, Lines: []string{strings.Repeat("a long line ", 2000)}}
	err := Write(&strings.Builder{}, "pdf", long, doc.Options{})
	if want := `"T" does not fit on one page; shorten it`; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

// On the one page a chart stands as its table, with its caption.
func TestSheetHasChartsAsTables(t *testing.T) {
	d := &doc.Document{Title: "T", Compact: true, Blocks: []doc.Block{
		doc.Headed(2, "Figures"), doc.Tiles{Tiles: []doc.Tile{{Number: "4 of 10", Label: "Goals met", Sub: "one more"}}}, doc.PageBreak{},
		doc.Headed(2, "Over time"), doctest.SampleTrend(4, 2), doc.Contents{},
	}}
	s := mustDraw(t, d, doc.Options{})
	doctest.InOrder(t, s.All(), "Goals met", "4 of 10", "one more", "Over the quarters", "Area")
	if len(s.Pages) != 1 {
		t.Errorf("%d pages", len(s.Pages))
	}
}

// A compact document may lack any part, and carries mark and draft.
func TestSheetParts(t *testing.T) {
	one := doc.List{Ordered: true, Items: []doc.Text{doc.Plain("one"), {}, doc.Plain("three")}}
	for name, d := range map[string]*doc.Document{
		"nothing":       {},
		"no heading":    {Blocks: []doc.Block{one, doc.Say("words"), doc.Table{}}},
		"one section":   {Blocks: []doc.Block{doc.Headed(2, "H"), one}},
		"three, a tail": {Blocks: []doc.Block{doc.Headed(2, "A"), one, doc.Headed(2, "B"), doc.Headed(2, "C"), one, doc.Noted("n"), doc.Headed(2, "D"), doc.Table{Columns: []doc.Column{{Title: "N", Right: true}}, Rows: [][]doc.Text{doc.Row("1")}}}},
	} {
		d.Title, d.Compact, d.Draft, d.Marking = "Title", true, true, "TLP:CLEAR"
		s := mustDraw(t, d, doc.Options{})
		for _, want := range []string{"Title", "DRAFT", "TLP:CLEAR"} {
			if len(s.Pages) != 1 || !strings.Contains(s.All(), want) {
				t.Errorf("%s: %d pages, %s", name, len(s.Pages), fmt.Sprint(strings.Contains(s.All(), want)))
			}
		}
	}
}
