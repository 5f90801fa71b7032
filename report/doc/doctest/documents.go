package doctest

import (
	"fmt"
	"strings"
	"testing"

	"hygeia/report/doc"
)

// SampleDocument is a board report as a hospital would get it: every kind of
// block, several pages.
func SampleDocument() *doc.Document {
	return &doc.Document{
		Title:   "Board report on cyber hygiene",
		Subject: "Clínica Peña & Łódź Regional – “North” Campus",
		Period:  "2026-Q3",
		Lines: []string{
			"As of 2026-09-30, answered by R. Okafor (IT) and M. Lindqvist (compliance)",
			"54 of 58 questions answered, 38 confirmed this quarter",
			"Measured against: HPH Cybersecurity Performance Goals, HICP 2023, NIST CSF 2.0",
		},
		Marking: "TLP:AMBER+STRICT",
		Draft:   true,
		Program: "hygeia 1.0.0",
		Date:    "2026-09-30",
		Notice:  "This report is the hospital's own reading of its answers. It is not an audit, not legal advice, and no statement that a law is met.",
		Blocks: append([]doc.Block{
			doc.Heading{Level: 1, Text: "Where we stand"},
			doc.Paragraph{Text: doc.Text{
				{Text: "Four of ten essential goals are met", Bold: true},
				{Text: ", one more than in the last quarter. Email and remote access now need a second factor (a code or key besides the password). What still worries us most are backups that nobody has ever restored, and vendor accounts that stay open after the work is done."},
			}},
			doc.Tiles{Tiles: []doc.Tile{
				{Number: "4 of 10", Label: "Essential goals met", Sub: "3 of 10 last quarter"},
				{Number: "68%", Label: "Protect", Sub: "50 to 74%, amber"},
				{Number: "41%", Label: "Lowest function: Recover", Sub: "red, was 38%"},
				{Number: "54 of 58", Label: "Questions answered", Sub: "38 confirmed this quarter"},
				{Number: "12", Label: "Open actions", Sub: "5 of them small"},
				{Number: "not assessed", Label: "Supply chain", Sub: "reach 3 of 31 requirements"},
			}},
			doc.Bars{Caption: "Score by function, in percent", Rows: []doc.Bar{
				{Label: "Govern", Value: 55, Scored: true, Low: 50, High: 61, Ranged: true, Target: 70, Words: "55%, amber", Detail: "50 to 61; 28 of 31 answered; reach 16 of 31"},
				{Label: "Identify", Value: 72, Scored: true, Low: 70, High: 78, Ranged: true, Target: 70, Words: "72%, green", Detail: "70 to 78; 20 of 21 answered; reach 14 of 21"},
				{Label: "Protect", Value: 68, Scored: true, Low: 50, High: 74, Ranged: true, Target: 80, Words: "68%, amber", Detail: "50 to 74; 54 of 58 answered; reach 16 of 22"},
				{Label: "Detect", Low: 20, High: 75, Ranged: true, Target: 60, Words: "20 to 75%", Detail: "too few answers for one score: 7 of 11"},
				{Label: "Respond to an incident and tell those who must know", Value: 100, Scored: true, Target: 100, Words: "100%, green"},
				{Label: "Recover", Words: "not assessed", Detail: "no question of this section was asked"},
			}},
			doc.Heading{Level: 2, Text: "What the board is asked to decide"},
			doc.List{Ordered: true, Items: []doc.Text{
				doc.Plain("Release 18,000 dollars for a second backup that cannot be changed from inside the network, and name who restores it once a quarter."),
				doc.Plain("End remote access of vendors by default; open it for a day when there is work to do."),
				{{Text: "Confirm the contact at "}, {Text: "the regional CISA office", URL: "https://www.cisa.gov/about/regions"}, {Text: " for the emergency plan."}},
			}},
			doc.Note{Text: doc.Plain("Amber means: more than half is done, and a gap remains that an attacker could use. The score says how much of what was asked is in place, not how likely an incident is.")},
			doc.Heading{Level: 2, Text: "What became better, what became worse"},
			doc.List{Ordered: false, Items: []doc.Text{
				doc.Plain("Better: second factor for email, from partly to yes."),
				doc.Plain("Better: list of devices, from no to partly. The biomedical department has started with infusion pumps; imaging and laboratory devices follow by the end of November, with the help of the maintenance company."),
				doc.Plain("Worse: restore test. The last one is more than a year old."),
			}},
			doc.PageBreak{},
			doc.Heading{Level: 1, Text: "Every gap, with the first step"},
			doc.Paragraph{Text: doc.Plain("Sorted by what a step brings for the effort it takes. Resources are free of charge.")},
		}, gapTable(46), doc.Heading{Level: 1, Text: "How the figures are made"}, doc.Heading{Level: 2, Text: "The score"}, doc.Heading{Level: 3, Text: "What counts"},
			doc.Paragraph{Text: doc.Plain(strings.Repeat("Each answer earns points by its level, times the weight of its question. Nothing that was not asked is counted as zero. ", 9))}),
	}
}

// SampleSheet is a page to pin to a wall: every kind of block that it may hold.
func SampleSheet() *doc.Document {
	return &doc.Document{
		Title: "In an emergency", Subject: "Willow Creek Clinic (invented)", Lines: []string{"Care first. Then call."},
		Marking: "TLP:AMBER", Legal: "Peer review privileged", Draft: true, Program: "hygeia 1.0.0", Date: "2026-09-30",
		Notice: "This page is not legal advice.", Compact: true,
		Blocks: []doc.Block{
			doc.Heading{Level: 2, Text: "Whom to call"},
			doc.Table{Columns: []doc.Column{{Title: "Who", Width: 2, Right: false}, {Title: "Number", Width: 1, Right: true}}, Rows: [][]doc.Text{
				{doc.Plain("IT"), {{Text: "555-010-0144", URL: "tel:555-010-0144"}}}, {doc.Plain("Insurer"), doc.Plain("1-800-555-0123")}, {doc.Plain("Leader"), nil, nil},
			}},
			doc.Heading{Level: 2, Text: "What to do"},
			doc.List{Ordered: true, Items: []doc.Text{doc.Plain("Care first."), {{Text: "Report it to "}, {Text: "CISA", URL: "https://www.cisa.gov/report"}}}},
			doc.Heading{Level: 2, Text: "What not to do"},
			doc.List{Ordered: false, Items: []doc.Text{doc.Plain("Do not switch off.")}},
			doc.Note{Text: doc.Plain("Amber means: not beyond those who need it.")},
			doc.Paragraph{Text: doc.Text{{Text: "Write to "}, {Text: "contact@cisa.dhs.gov", URL: "mailto:contact@cisa.dhs.gov"}}},
		},
	}
}

// gapTable is a table of so many rows with text, a link and a number.
func gapTable(rows int) doc.Table {
	t := doc.Table{Caption: "Gaps by priority", Columns: []doc.Column{
		{Title: "No.", Width: 2, Right: true}, {Title: "What is missing", Width: 9, Right: false}, {Title: "First step", Width: 12, Right: false}, {Title: "Resource", Width: 8, Right: false}, {Title: "Effort (points)", Width: 4, Right: true},
	}}
	titles := []string{"Second factor for remote access", "Restore test", "List of vendor accounts", "Phishing exercise", "Medical device inventory", "Incident contact sheet"}
	steps := []string{
		"Turn it on for administrators first, then for everyone who connects from outside.",
		"Restore one server to a spare machine and write down how long it took; repeat each quarter.",
		"Ask accounts payable for every vendor paid last year and compare.",
	}
	for i := range rows {
		t.Rows = append(t.Rows, []doc.Text{
			doc.Plain(fmt.Sprint(i + 1)),
			{{Text: titles[i%len(titles)], Bold: true}},
			doc.Plain(steps[i%len(steps)]),
			{{Text: "Cyber Hygiene Services", URL: "https://www.cisa.gov/cyber-hygiene-services"}, {Text: ", CISA"}},
			doc.Plain(fmt.Sprint(i*7%13 + 1)),
		})
	}
	return t
}

// TaggedDocument has everything that is tagged in a way of its own.
func TaggedDocument(t testing.TB) *doc.Document {
	t.Helper()
	d := SampleDocument()
	logo, err := doc.ReadLogo("logo.png", PNG(t, Sign(60, 20)))
	if err != nil {
		t.Fatal(err)
	}
	d.Logo, d.Legal = logo, "Peer review privileged"
	d.Blocks = append([]doc.Block{doc.Heading{Level: 1, Text: "Contents"}, doc.Contents{}}, d.Blocks...)
	for _, b := range EveryBlock {
		d.Blocks = append(d.Blocks, b.Block)
	}
	return d
}
