package series

import (
	"fmt"
	"strings"
	"testing"

	"hygeia/assess/sheet"
)

// told is what becomes of a sheet, in short: the question, the mistake, or the rows.
func told(t *testing.T, book *sheet.Book, c Choices) string {
	t.Helper()
	r, q, err := Understand(book, shipped(t), c)
	switch {
	case err != nil:
		return "error: " + err.Error()
	case q != nil:
		var words []string
		for _, choice := range q.Choices {
			words = append(words, choice.Word)
		}
		return "which " + q.Flag + ": " + strings.Join(words, " | ")
	}
	lines := []string{r.Series.Framework + " on " + r.Series.Scale.String()}
	for _, row := range r.Series.Rows {
		line := row.ID
		if row.Part != "" {
			line += " " + row.Part
		}
		if len(row.Went) > 0 {
			line += " -> " + strings.Join(row.Went, " ")
		}
		for _, d := range row.Values {
			line += fmt.Sprintf(" %s=%s", d.Period, d.Value.Text)
		}
		for _, d := range row.Targets {
			line += fmt.Sprintf(" target %s=%s", d.Period, d.Value.Text)
		}
		if row.Priority != "" {
			line += " priority " + row.Priority
		}
		lines = append(lines, line)
	}
	for _, u := range r.Unplaced {
		lines = append(lines, "not placed: "+u.String())
	}
	for _, w := range r.Warnings {
		lines = append(lines, "warned: "+w)
	}
	return strings.Join(lines, "\n")
}

// table is a book of one sheet, cells parted by a bar.
func bar(text string) *sheet.Book {
	s := sheet.Sheet{}
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		var row []string
		for cell := range strings.SplitSeq(line, "|") {
			row = append(row, strings.ReplaceAll(strings.TrimSpace(cell), "\\n", "\n"))
		}
		s.Rows = append(s.Rows, row)
	}
	return &sheet.Book{Sheets: []sheet.Sheet{s}}
}

func TestUnderstand(t *testing.T) {
	for _, tt := range []struct {
		name, sheet string
		choices     Choices
		want        string
	}{
		{"two rows of heads", "Mercy (invented)\n|2025||2026|\nID|Score|Target|Score|Target\nPR.AA-01|1|3|2|4\nPR.AA-02|2|3|5|4", Choices{Scale: "0-5"},
			"nist-csf-2.0 on 0-5\nPR.AA-01 2025=1 2026=2 target 2025=3 target 2026=4\nPR.AA-02 2025=2 2026=5 target 2025=3 target 2026=4"},
		{"kinds above the heads", "|Current||Target|\nID|Tier|Notes|Tier|Due\nPR.AA-01|1|a note|3|2027-01-01", Choices{},
			"nist-csf-2.0 on tiers\nPR.AA-01 current=1 target =3"},
		{"a column with the time", "ID|Quarter|Score (0-5)\nPR.AA-01|2026-Q1|2\nPR.AA-01|2026-Q2|3", Choices{},
			"nist-csf-2.0 on 0-5\nPR.AA-01 2026-Q1=2\nPR.AA-01 2026-Q2=3"},
		{"several ids in a cell", "Control|Score (0-5)\nPR.AA-01, PR.AA-03|2\nPR.DS-01|3", Choices{},
			"nist-csf-2.0 on 0-5\nPR.AA-01 current=2\nPR.AA-03 current=2\nPR.DS-01 current=3"},
		{"a range of ids", "Control|Score (0-5)\nPR.AA-01 to PR.AA-03|2\nPR.DS-01 – 03|1\nPR.PS-01 - Configuration|3", Choices{},
			"nist-csf-2.0 on 0-5\nPR.PS-01 current=3\nnot placed: row 2: \"PR.AA-01 to PR.AA-03\": a range of ids; write one row for each\n" +
				"not placed: row 3: \"PR.DS-01 – 03\": a range of ids; write one row for each"},
		{"another measure", "Requirement|Answer\nPR.AA-01|Y\nPR.AA-03|A\nPR.AA-06|NA\nPR.DS-01|U", Choices{},
			"nist-csf-2.0 on words\nPR.AA-01 current=Y\nPR.AA-03 current=A\nPR.AA-06 current=NA\nPR.DS-01 current=U"},
		{"fiscal years of two", "ID|2024-25 (0-5)|FY2025-26 (0-5)\nPR.AA-01|1|2", Choices{}, "nist-csf-2.0 on 0-5\nPR.AA-01 FY2025=1 FY2026=2"},
		{"a family of heads that says it is the ids", "CPG ID|NIST CSF|HICP|Status\n1.A|ID.AM-1|5.M.A|Yes\n2.H|PR.AC-7|3.M.D|No", Choices{Framework: "cisa-cpg-1.0.1"},
			"cisa-cpg-1.0.1 on words\n1.A -> CPG-2.A current=Yes\n2.H -> CPG-3.F current=No"},
		{"parts of an outcome", "Control|Score (1-5)\nGV.OC-01.1: mission|2\nGV.OC-01.2: plan|4\nPR.AA-03a|3", Choices{},
			"nist-csf-2.0 on 1-5\nGV.OC-01 .1 current=2\nGV.OC-01 .2 current=4\nPR.AA-03 a current=3"},
		{"an example row", "ID|Score (0-5)\nExample: PR.AA-01|4\nPR.AA-02|3", Choices{},
			"nist-csf-2.0 on 0-5\nPR.AA-02 current=3\nnot placed: row 2: \"Example: PR.AA-01\": an example row"},
		{"no scale is guessed", "ID|Score\nPR.AA-01|3\nPR.AA-02|4", Choices{}, "which scale: tiers | 0-4 | 1-5 | 0-5 | 0-10"},
		{"numbers that fit one scale alone", "ID|Score\nPR.AA-01|40\nPR.AA-02|85", Choices{}, "nist-csf-2.0 on percent\nPR.AA-01 current=40\nPR.AA-02 current=85"},
		{"numbers that fit none", "ID|Score\nPR.AA-01|40\nPR.AA-02|850", Choices{}, "error: scores from 40 to 850, which fits no usual scale; say it, as in --scale 0-850"},
		{"yes or no", "ID|Yes/No\nPR.AA-01|Yes\nPR.AA-02|N", Choices{}, "nist-csf-2.0 on words\nPR.AA-01 current=Yes\nPR.AA-02 current=N"},
		{"a legend names the scale", "Scoring scale: 0 to 5|\nID|Score\nPR.AA-01|3\nPR.AA-02|4", Choices{},
			"nist-csf-2.0 on 0-5\nPR.AA-01 current=3\nPR.AA-02 current=4"},
		{"steps that stand below each other", "How we score\n0|Not done\n1|Ad hoc, undocumented\n2|Written\n3|Measured\n||\nID|Score|Target\nPR.AA-01|1|3", Choices{},
			"nist-csf-2.0 on 0-3\nPR.AA-01 current=1 target =3"},
		{"a list of things to do", "How to use this\n1|Open the workbook\n2|Fill in your scores\n3|Send it back\n||\nID|Score\nPR.AA-01|1", Choices{}, "which scale: 0-1 | 0-2 | 0-3 | 1-3 | tiers | 0-4 | 1-5 | 0-5 | 0-10"},
		{"steps that are announced", "Maturity levels\n1|Ad hoc\n2|Written\n3|Measured\n||\nID|Score\nPR.AA-01|1", Choices{}, "nist-csf-2.0 on 1-3\nPR.AA-01 current=1"},
		{"steps in one cell", "0 = none, 1 = ad hoc, 2 = repeatable, 3 = defined, 4 = managed, 5 = optimized\nID|Score\nPR.AA-01|1", Choices{}, "nist-csf-2.0 on 0-5\nPR.AA-01 current=1"},
		{"remarks beside scores", "ID|Status (0-5)|Comment\nPR.AA-01|3 (two vendors left)|x\nPR.AA-02|2 - no list|\nPR.AA-03|2-3|\nPR.AA-04|4 - 5|", Choices{},
			"nist-csf-2.0 on 0-5\nPR.AA-01 current=3\nPR.AA-02 current=2\nnot placed: row 4, \"Status (0-5)\": \"2-3\": is no score\nnot placed: row 5, \"Status (0-5)\": \"4 - 5\": is no score"},
		{"remarks beside words", "ID|Status\nPR.AA-01|Partial - see the list\nPR.AA-02|Yes, for all servers\nPR.AA-03|Fully implemented (policy 7)", Choices{},
			"nist-csf-2.0 on words\nPR.AA-01 current=Partial\nPR.AA-02 current=Yes\nPR.AA-03 current=Fully implemented"},
		{"two legends say nothing", "Scale 0-5|\nScale 1-4|\nID|Score\nPR.AA-01|3", Choices{}, "which scale: 0-3 | 1-3 | tiers | 0-4 | 1-5 | 0-5 | 0-10"},
		{"managed", "ID|Maturity\nPR.AA-01|Initial\nPR.AA-02|Managed", Choices{}, "which scale: cmmi | cmm"},
		{"managed among CMMI's", "ID|Maturity\nPR.AA-01|Initial\nPR.AA-02|Managed", Choices{Scale: "cmmi"},
			"nist-csf-2.0 on cmmi\nPR.AA-01 current=Initial\nPR.AA-02 current=Managed"},
		{"outside the scale", "ID|Score (0-5)\nPR.AA-01|3\nPR.AA-02|6\nPR.AA-03|>3", Choices{},
			"nist-csf-2.0 on 0-5\nPR.AA-01 current=3\nnot placed: row 3, \"Score (0-5)\": \"6\": lies outside 0 to 5\nnot placed: row 4, \"Score (0-5)\": \">3\": is no score"},
		{"a priority is no score", "ID|Priority|Weight|Effort\nPR.AA-01|3|2|1", Choices{}, "error: has ids, but no column with scores or targets, so there is nothing to keep"},
		{"a head that says nothing", "ID|Ours|Priority\nPR.AA-01|3|1\nPR.AA-02|4|2", Choices{}, "which score: Ours"},
		{"the column is named", "ID|Ours|Priority\nPR.AA-01|3|1", Choices{Score: "B", Scale: "0-5"}, "nist-csf-2.0 on 0-5\nPR.AA-01 current=3 priority 1"},
		{"two scores of a time", "ID|Self score|External score\nPR.AA-01|3|1", Choices{}, "which score: Self score | External score"},
		{"one of two scores", "ID|Self score|External score\nPR.AA-01|3|1", Choices{Score: "External score", Scale: "0-5"}, "nist-csf-2.0 on 0-5\nPR.AA-01 current=1"},
		{"no such column", "ID|Score\nPR.AA-01|3", Choices{Score: "Grade"}, `error: has no column "Grade"; its columns are "ID" and "Score"`},

		{"CSF 1.1 by its own ids", "ID|Score (0-5)\nID.AM-1|3\nPR.AC-7|4\nPR.IP-12|2", Choices{},
			"nist-csf-1.1 on 0-5\nID.AM-1 -> ID.AM-01 current=3\nPR.AC-7 -> PR.AA-03 current=4\nPR.IP-12 -> ID.RA-01 PR.PS-02 current=2"},
		{"CSF 1.1 in two digits", "ID|Score (0-5)\nPR.AC-07|4\nPR.IP-12|2\nID.BE-01|1", Choices{},
			"nist-csf-1.1 on 0-5\nPR.AC-7 -> PR.AA-03 current=4\nPR.IP-12 -> ID.RA-01 PR.PS-02 current=2\nID.BE-1 -> GV.OC-05 current=1"},
		{"CSF 2.0 in one digit", "ID|Score (0-5)\nGV.OC-1|3\nPR.AA-3|4\nID.AM-1|2", Choices{},
			"nist-csf-2.0 on 0-5\nGV.OC-01 current=3\nPR.AA-03 current=4\nID.AM-01 current=2"},
		{"one digit that both know", "ID|Score (0-5)\nID.AM-1|3\nID.AM-2|4", Choices{}, "which framework: nist-csf-2.0 | nist-csf-1.1"},
		{"a version above the heads", "NIST CSF v1.1 self-assessment|\nID|Score (0-5)\nID.AM-1|3", Choices{}, "nist-csf-1.1 on 0-5\nID.AM-1 -> ID.AM-01 current=3"},
		{"a withdrawn category", "ID|Score (0-5)\nPR.AA|3\nPR.AC|2\nGV.OC|1", Choices{},
			"nist-csf-2.0 on 0-5\nPR.AA current=3\nPR.AC -> PR.AA current=2\nGV.OC current=1"},

		{"HICP where nothing moved", "Practice|Score (0-5)\n1.M.A|3\n3.M.D|4", Choices{}, "hicp-2023 on 0-5\n1.M.A current=3\n3.M.D current=4"},
		{"HICP of 2018 by an id", "Practice|Score (0-5)\n2.L.F|3\n9.L.D|4", Choices{}, "hicp-2018 on 0-5\n2.L.F -> 2.L.E current=3\n9.L.D -> 9.M.F current=4"},
		{"HICP that can be both", "Practice|Score (0-5)\n2.L.C|3", Choices{}, "which framework: hicp-2023 | hicp-2018"},
		{"HICP by its titles", "Practice|Title|Score (0-5)\n2.L.C|Host Based Intrusion Detection/Prevention Systems|3", Choices{}, "hicp-2018 on 0-5\n2.L.C -> 2.L.B current=3"},
		{"CPG by titles", "Goal|Name|Score (0-5)\n1.A|Asset Inventory|3\n2.H|Phishing-Resistant Multifactor Authentication (MFA)|2", Choices{},
			"cisa-cpg-1.0.1 on 0-5\n1.A -> CPG-2.A current=3\n2.H -> CPG-3.F current=2"},
		{"CPG of 2.0", "Goal|Score (0-5)\nCPG 3.A|3\n4.A|2\n6.A|1", Choices{}, "cisa-cpg-2.0 on 0-5\nCPG-3.A current=3\nCPG-4.A current=2\nCPG-6.A current=1"},
		{"CPG that can be both", "Goal|Score (0-5)\n1.A|3\n2.B|1", Choices{}, "which framework: cisa-cpg-2.0 | cisa-cpg-1.0.1"},
		{"HHS goals", "Goal|Score (0-5)\nHPH-1|3\nHPH CPG 12|1", Choices{}, "hph-cpg on 0-5\nHPH-01 current=3\nHPH-12 current=1"},
		{"HIPAA citations", "Citation|Status\n45 CFR 164.308(a)(1)(ii)(A)|Partially implemented\n§ 164.308 (a)(1)|Implemented\n164.308(b)(4)|No\n164.312.a.2.i|Yes\n164.308(a)(1)(ii)|No", Choices{},
			"hipaa-security-rule on words\n164.308(a)(1)(ii)(A) current=Partially implemented\n164.308(a)(1)(i) current=Implemented\n164.308(b)(3) current=No\n164.312(a)(2)(i) current=Yes\n" +
				"not placed: row 6: \"164.308(a)(1)(ii)\": names no single standard; it has 164.308(a)(1)(ii)(A), 164.308(a)(1)(ii)(B), 164.308(a)(1)(ii)(C) and 164.308(a)(1)(ii)(D)"},
		{"a mapping beside the ids", "HIPAA citation|CSF mapping|Score (0-5)\n164.308(a)(2)|GV.RR-02|3\n164.310(b)|PR.AA-06|2", Choices{},
			"hipaa-security-rule on 0-5\n164.308(a)(2) current=3\n164.310(b) current=2"},
		{"ids of two frameworks", "HIPAA|CSF|Score (0-5)\n164.308(a)(2)|GV.RR-02|3\n164.310(b)|PR.AA-06|2", Choices{}, "which framework: nist-csf-2.0 | hipaa-security-rule"},
		{"one of two frameworks", "HIPAA|CSF|Score (0-5)\n164.308(a)(2)|GV.RR-02|3\n164.310(b)|PR.AA-06|2", Choices{Framework: "hipaa-security-rule"},
			"hipaa-security-rule on 0-5\n164.308(a)(2) current=3\n164.310(b) current=2"},

		{"a title of another id", "ID|Outcome|Score (0-5)\nPR.AA-03|Inventories of hardware managed by the organization are maintained|3\nPR.DS-11|Backups of data are created, protected, maintained, and tested|2\nGV.OC|Asset Management|1", Choices{},
			"nist-csf-2.0 on 0-5\nPR.AA-03 current=3\nPR.DS-11 current=2\nGV.OC current=1\n" +
				"warned: row 2: PR.AA-03 stands beside \"Inventories of hardware managed by the organization are mai…\", which reads like ID.AM-01\n" +
				"warned: row 4: GV.OC stands beside \"Asset Management\", which reads like ID.AM"},
		{"words of one's own", "ID|Outcome here|Score (0-5)\nPR.AA-03|MFA on every VPN and for all admins|3\nPR.DS-11|Veeam copies go to a vault every night|2\nPR.AA-01|Backups of data are tested every quarter|1", Choices{},
			"nist-csf-2.0 on 0-5\nPR.AA-03 current=3\nPR.DS-11 current=2\nPR.AA-01 current=1\nwarned: row 4: PR.AA-01 stands beside \"Backups of data are tested every quarter\", which reads like PR.DS-11"},
		{"no such id", "ID|Score (0-5)\nPR.AA-01|3\nPR.AA-07|2\nPR.ZZ-01|1\n||", Choices{},
			"nist-csf-2.0 on 0-5\nPR.AA-01 current=3\nnot placed: row 3: \"PR.AA-07\": there is no such id in NIST Cybersecurity Framework 2.0\nnot placed: row 4: \"PR.ZZ-01\": there is no such id in NIST Cybersecurity Framework 2.0"},
		{"no row of heads", "PR.AA-01|3\nPR.AA-02|2", Choices{}, "error: has ids of NIST Cybersecurity Framework 2.0, but no row above them says what its columns are: put a row with heads such as \"ID\", \"Score\" and \"Target\" above it"},
		{"another framework", "ID|Score\nAC-1|3\nAC-2|2\nSI-4|1", Choices{}, "error: has ids such as SI-4, which look like NIST SP 800-53, and hygeia has no such framework; ids of NIST CSF, HIPAA, HICP, the HHS goals or CISA's goals can be placed, and those of a framework of your own"},
		{"CIS", "Safeguard|Score\n1.1|3\n4.12|2\n8.2|1", Choices{}, "error: has ids such as 8.2, which look like the CIS Controls, and hygeia has no such framework; ids of NIST CSF, HIPAA, HICP, the HHS goals or CISA's goals can be placed, and those of a framework of your own"},
		{"numbers of one's own", "ID|Maturity\nGV-1|3\nDE-2|2\nPR-14|1", Choices{}, "error: has ids such as PR-14, which belong to no framework hygeia knows; ids of NIST CSF, HIPAA, HICP, the HHS goals or CISA's goals can be placed, and those of a framework of your own"},
		{"no ids at all", "Name|Score\nDana|3\nKim|2", Choices{}, "error: has no column with the ids of a framework; ids of NIST CSF, HIPAA, HICP, the HHS goals or CISA's goals can be placed, and those of a framework of your own"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := told(t, bar(tt.sheet), tt.choices); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// tabs is a workbook of several sheets.
func tabs(sheets ...string) *sheet.Book {
	book := &sheet.Book{}
	for i := 0; i < len(sheets); i += 2 {
		s := bar(sheets[i+1]).Sheets[0]
		s.Name, s.Hidden = strings.TrimSuffix(sheets[i], "*"), strings.HasSuffix(sheets[i], "*")
		book.Sheets = append(book.Sheets, s)
	}
	return book
}

func TestSeveralSheets(t *testing.T) {
	one, two := "ID|Score (0-5)\nPR.AA-01|3\nPR.AA-02|4", "ID|Score (0-5)\nDE.CM-01|1\nDE.CM-02|2"
	both := "nist-csf-2.0 on 0-5\nPR.AA-01 current=3\nPR.AA-02 current=4\nDE.CM-01 current=1\nDE.CM-02 current=2"
	first := "nist-csf-2.0 on 0-5\nPR.AA-01 current=3\nPR.AA-02 current=4"
	for _, tt := range []struct {
		name   string
		book   *sheet.Book
		choice string
		want   string
	}{
		{"a sheet for each function", tabs("Read me", "How to|fill in", "Protect", one, "Detect", two), "", both},
		{"a hidden sheet", tabs("Protect", one, "Old*", two), "", first},
		{"a hidden sheet that is named", tabs("Protect", one, "Old*", two), "Old", "nist-csf-2.0 on 0-5\nDE.CM-01 current=1\nDE.CM-02 current=2"},
		{"a sheet made from the other", tabs("Assessment", one, "Gap Analysis", one), "", first},
		{"the same ids twice", tabs("2024 review", one, "2025 review", one), "", "which sheet: 2024 review | 2025 review"},
		{"a sheet that names ids without scores", tabs("Assessment", one, "Register", "Risk|Control\nR1|PR.AA-01\nR2|DE.CM-01"), "", first},
		{"no such sheet", tabs("Assessment", one), "Other", `error: has no sheet "Other" with ids of a framework; its sheets are "Assessment"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := told(t, tt.book, Choices{Sheet: tt.choice}); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// Names and mail addresses stay where they are, unless they are wanted.
func TestNamesAreLeftBehind(t *testing.T) {
	text := "ID|Score (0-5)|Owner|Notes\nPR.AA-01|3|Dana Rivers|ask Kim Falk <kim.falk@prairieview.example> or kim@x.example"
	r, _, err := Understand(bar(text), shipped(t), Choices{})
	if err != nil {
		t.Fatal(err)
	}
	if row := r.Series.Rows[0]; row.Owner != "" || row.Note != "ask (name left out) or (address left out)" || r.Names != 3 {
		t.Errorf("%+v, %d names left behind", row, r.Names)
	}
	r, _, err = Understand(bar(text), shipped(t), Choices{KeepNames: true})
	if err != nil {
		t.Fatal(err)
	}
	if row := r.Series.Rows[0]; row.Owner != "Dana Rivers" || !strings.Contains(row.Note, "kim.falk@prairieview.example") || r.Names != 0 {
		t.Errorf("%+v, %d names left behind", row, r.Names)
	}
}

// TestEarlierIDs: every id that an earlier edition went to is one of the current one.
func TestEarlierIDs(t *testing.T) {
	lib, err := newLibrary(shipped(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range lib.editions {
		if e.now == nil {
			continue
		}
		for _, x := range e.sorted() {
			for _, to := range x.went {
				if y := e.now.look(e.family.key(to)); y == nil || y.gone || y.id != to {
					t.Errorf("%s: %s went to %s, which %s does not have", e.id, x.id, to, e.now.id)
				}
			}
		}
	}
	for id, n := range map[string]int{"nist-csf-1.1": 5 + 23 + 108, "hicp-2018": 89, "cisa-cpg-1.0.1": 38} {
		if got := len(lib.edition(id).entries); got != n {
			t.Errorf("%s has %d ids, want %d", id, got, n)
		}
	}
	for _, f := range shipped(t).Frameworks {
		for _, w := range f.Withdrawn {
			if x := lib.edition(f.ID).look(lib.edition(f.ID).family.key(w.ID)); x == nil || !x.gone {
				t.Errorf("%s withdrew %s, and a sheet that has it would not be understood", f.ID, w.ID)
			}
		}
	}
}

func TestLevels(t *testing.T) {
	for _, tt := range []struct {
		scale, value, want string
	}{
		{"0-5", "0", "no"}, {"0-5", "2", "partly"}, {"0-5", "2.5", "mostly"}, {"0-5", "4", "mostly"}, {"0-5", "5", "yes"},
		{"tiers", "1", "no"}, {"tiers", "2", "partly"}, {"tiers", "2.5", "mostly"}, {"tiers", "3", "mostly"}, {"tiers", "4", "yes"},
		{"percent", "50%", "mostly"}, {"percent", "100%", "yes"}, {"words", "Largely implemented", "mostly"}, {"words", "Partial", "partly"},
		{"cmmi", "Managed", "partly"}, {"cmm", "Managed", "mostly"}, {"words", "n/a", ""},
	} {
		s, err := ParseScale(tt.scale)
		if err != nil {
			t.Fatal(err)
		}
		v, ok := parseValue(tt.value)
		if !ok {
			t.Fatalf("%s is no score", tt.value)
		}
		got := ""
		if level, ok := v.Level(s); ok {
			got = level.String()
		}
		if got != tt.want {
			t.Errorf("%s on %s is %q, want %q", tt.value, tt.scale, got, tt.want)
		}
	}
}

// What stands behind a number is a remark where it has words and is parted by more
// than a full stop; a percentage says its own scale.
func TestRemarksBehindAScore(t *testing.T) {
	for _, tt := range []struct {
		cell, text, rest string
		hint             Scale
		ok               bool
	}{
		{cell: "3 (two vendors left)", text: "3", rest: "two vendors left", ok: true},
		{cell: "Partial. See the list", text: "Partial", rest: "See the list", ok: true},
		{cell: "3. See the list"},
		{cell: "3 (5)"},
		{cell: "50 %", text: "50%", hint: Percent, ok: true},
	} {
		v, ok := parseValue(tt.cell)
		if ok != tt.ok || ok && (v.Text != tt.text || v.rest != tt.rest || v.hint != tt.hint) {
			t.Errorf("%q: %v, %q, beside %q, scale %v", tt.cell, ok, v.Text, v.rest, v.hint)
		}
	}
}
