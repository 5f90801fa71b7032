package report

import (
	"fmt"
	"strings"
)

// sampleDocument is a board report as a hospital would get it: every kind of
// block, several pages.
func sampleDocument() *Document {
	return &Document{
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
		Blocks: append([]Block{
			Heading{1, "Where we stand"},
			Paragraph{Text{
				{Text: "Four of ten essential goals are met", Bold: true},
				{Text: ", one more than in the last quarter. Email and remote access now need a second factor (a code or key besides the password). What still worries us most are backups that nobody has ever restored, and vendor accounts that stay open after the work is done."},
			}},
			Tiles{[]Tile{
				{"4 of 10", "Essential goals met", "3 of 10 last quarter"},
				{"68 %", "Protect", "50 to 74 %, amber"},
				{"41 %", "Lowest function: Recover", "red, was 38 %"},
				{"54 of 58", "Questions answered", "38 confirmed this quarter"},
				{"12", "Open actions", "5 of them small"},
				{"not assessed", "Supply chain", "reach 3 of 31 requirements"},
			}},
			Bars{Caption: "Score by function, in percent", Rows: []Bar{
				{Label: "Govern", Value: 55, Scored: true, Low: 50, High: 61, Ranged: true, Target: 70, Words: "55 %, amber", Detail: "50 to 61; 28 of 31 answered; reach 16 of 31"},
				{Label: "Identify", Value: 72, Scored: true, Low: 70, High: 78, Ranged: true, Target: 70, Words: "72 %, green", Detail: "70 to 78; 20 of 21 answered; reach 14 of 21"},
				{Label: "Protect", Value: 68, Scored: true, Low: 50, High: 74, Ranged: true, Target: 80, Words: "68 %, amber", Detail: "50 to 74; 54 of 58 answered; reach 16 of 22"},
				{Label: "Detect", Low: 20, High: 75, Ranged: true, Target: 60, Words: "20 to 75 %", Detail: "too few answers for one score: 7 of 11"},
				{Label: "Respond to an incident and tell those who must know", Value: 100, Scored: true, Target: 100, Words: "100 %, green"},
				{Label: "Recover", Words: "not assessed", Detail: "no question of this section was asked"},
			}},
			Heading{2, "What the board is asked to decide"},
			List{true, []Text{
				Plain("Release 18,000 dollars for a second backup that cannot be changed from inside the network, and name who restores it once a quarter."),
				Plain("End remote access of vendors by default; open it for a day when there is work to do."),
				{{Text: "Confirm the contact at "}, {Text: "the regional CISA office", URL: "https://www.cisa.gov/about/regions"}, {Text: " for the emergency plan."}},
			}},
			Note{Plain("Amber means: more than half is done, and a gap remains that an attacker could use. The score says how much of what was asked is in place, not how likely an incident is.")},
			Heading{2, "What became better, what became worse"},
			List{false, []Text{
				Plain("Better: second factor for email, from partly to yes."),
				Plain("Better: list of devices, from no to partly. The biomedical department has started with infusion pumps; imaging and laboratory devices follow by the end of November, with the help of the maintenance company."),
				Plain("Worse: restore test. The last one is more than a year old."),
			}},
			PageBreak{},
			Heading{1, "Every gap, with the first step"},
			Paragraph{Plain("Sorted by what a step brings for the effort it takes. Resources are free of charge.")},
		}, gapTable(46), Heading{1, "How the figures are made"}, Heading{2, "The score"}, Heading{3, "What counts"},
			Paragraph{Plain(strings.Repeat("Each answer earns points by its level, times the weight of its question. Nothing that was not asked is counted as zero. ", 9))}),
	}
}

// sampleSheet is a page to pin to a wall: every kind of block that it may hold.
func sampleSheet() *Document {
	return &Document{
		Title: "In an emergency", Subject: "Willow Creek Clinic (invented)", Lines: []string{"Care first. Then call."},
		Marking: "TLP:AMBER", Legal: "Peer review privileged", Draft: true, Program: "hygeia 1.0.0", Date: "2026-09-30",
		Notice: "This page is not legal advice.", Compact: true,
		Blocks: []Block{
			Heading{2, "Whom to call"},
			Table{Columns: []Column{{"Who", 2, false}, {"Number", 1, true}}, Rows: [][]Text{
				{Plain("IT"), {{Text: "555-010-0144", URL: "tel:555-010-0144"}}}, {Plain("Insurer"), Plain("1-800-555-0123")}, {Plain("Leader"), nil, nil},
			}},
			Heading{2, "What to do"},
			List{true, []Text{Plain("Care first."), {{Text: "Report it to "}, {Text: "CISA", URL: "https://www.cisa.gov/report"}}}},
			Heading{2, "What not to do"},
			List{false, []Text{Plain("Do not switch off.")}},
			Note{Plain("Amber means: not beyond those who need it.")},
			Paragraph{Text{{Text: "Write to "}, {Text: "contact@cisa.dhs.gov", URL: "mailto:contact@cisa.dhs.gov"}}},
		},
	}
}

// gapTable is a table of so many rows with text, a link and a number.
func gapTable(rows int) Table {
	t := Table{Caption: "Gaps by priority", Columns: []Column{
		{"No.", 2, true}, {"What is missing", 9, false}, {"First step", 12, false}, {"Resource", 8, false}, {"Effort (points)", 4, true},
	}}
	titles := []string{"Second factor for remote access", "Restore test", "List of vendor accounts", "Phishing exercise", "Medical device inventory", "Incident contact sheet"}
	steps := []string{
		"Turn it on for administrators first, then for everyone who connects from outside.",
		"Restore one server to a spare machine and write down how long it took; repeat each quarter.",
		"Ask accounts payable for every vendor paid last year and compare.",
	}
	for i := range rows {
		t.Rows = append(t.Rows, []Text{
			Plain(fmt.Sprint(i + 1)),
			{{Text: titles[i%len(titles)], Bold: true}},
			Plain(steps[i%len(steps)]),
			{{Text: "Cyber Hygiene Services", URL: "https://www.cisa.gov/cyber-hygiene-services"}, {Text: ", CISA"}},
			Plain(fmt.Sprint(i*7%13 + 1)),
		})
	}
	return t
}
