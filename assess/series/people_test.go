package series

import "testing"

// Shapes that consultants' sheets, exports and check lists of people have.
func TestSheetsOfPeople(t *testing.T) {
	for _, tt := range []struct {
		name, sheet string
		choices     Choices
		want        string
	}{
		{"a policy score and a practice score", "ID|Policy score|Practice score\nGV.OC-01|3|2", Choices{}, "which score: Policy score | Practice score"},
		{"policies in words are no score", "ID|Current policies, processes, and procedures|Current tier\nGV.OC-01|Implemented|2", Choices{}, "nist-csf-2.0 on tiers\nGV.OC-01 current=2"},
		{"required or addressable behind a citation", "Citation|Status\n164.308(a)(1)(ii)(A) (R)|Yes\n164.308(a)(2) (A)|No\n164.310(d)(2)(i) (R)|Yes\n164.308(a)(3)(ii) (A)|No", Choices{},
			"hipaa-security-rule on words\n164.308(a)(1)(ii)(A) current=Yes\n164.308(a)(2) current=No\n164.310(d)(2)(i) current=Yes\n164.308(a)(3)(ii)(A) current=No"},
		{"a specification beside its standard", "Standard|Implementation specification|Compliant?\n164.308(a)(1)(i) Security Management Process|Risk Analysis 164.308(a)(1)(ii)(A)|Yes\n|Risk Management 164.308(a)(1)(ii)(B)|No\n164.308(a)(2) Assigned Security Responsibility||Yes", Choices{},
			"hipaa-security-rule on words\n164.308(a)(1)(ii)(A) current=Yes\n164.308(a)(1)(ii)(B) current=No\n164.308(a)(2) current=Yes"},
		{"a head that lists the answers", "CPG 2.0 goal|Implemented / In progress / Scoped / Not started\n1.A|Implemented\n3.H|Scoped\n5.A|Not started", Choices{},
			"cisa-cpg-2.0 on words\nCPG-1.A current=Implemented\nCPG-3.H current=Scoped\nCPG-5.A current=Not started"},
		{"a head with the answers in brackets", "ID|Status (Not started, In progress or Done)|Started\nPR.AA-01|Done|2024\nPR.AA-02|Not started|", Choices{},
			"nist-csf-2.0 on words\nPR.AA-01 current=Done\nPR.AA-02 current=Not started"},
		{"a column for each answer", "CPG 2.0 goal|Implemented|In Progress|Scoped|Not Started\n1.A|X|||\n1.B||x||\n2.A|||✓|\n3.A||||[x]\n3.B|x|||x\n4.A||||", Choices{},
			"cisa-cpg-2.0 on words\nCPG-1.A current=Implemented\nCPG-1.B current=In Progress\nCPG-2.A current=Scoped\nCPG-3.A current=Not Started\n" +
				`not placed: row 6, "Implemented / In Progress / Scoped / Not Started": "Implemented and Not Started": is no score`},
		{"a column for each level", "ID|Outcome|0|1|2|3|4\nPR.AA-01|a|||x||\nPR.AA-02|b|x||||", Choices{}, "nist-csf-2.0 on 0-4\nPR.AA-01 current=2\nPR.AA-02 current=0"},
		{"columns of words are no ticks", "ID|Planned|Done\nPR.AA-01|yes|no\nPR.AA-02|no|yes", Choices{}, "nist-csf-2.0 on words\nPR.AA-01 current=no target =yes\nPR.AA-02 current=yes target =no"},
		{"boxes in a cell", "ID|Status\nPR.AA-01|☒ Implemented ☐ In progress ☐ Not started\nPR.AA-02|☐ Implemented ☑ In progress ☐ Not started\nPR.AA-03|☐ Implemented ☐ In progress ☒ Not started\nPR.AA-04|☒ Implemented ☒ In progress ☐ Not started", Choices{},
			"nist-csf-2.0 on words\nPR.AA-01 current=Implemented\nPR.AA-02 current=In progress\nPR.AA-03 current=Not started\n" +
				`not placed: row 5, "Status": "☒ Implemented ☒ In progress ☐ Not started": is no score`},
		{"lights", "ID|Status\nPR.AA-01|● Green\nPR.AA-02|🟡\nPR.AA-03|🔴 Red", Choices{}, "nist-csf-2.0 on words\nPR.AA-01 current=● Green\nPR.AA-02 current=🟡\nPR.AA-03 current=🔴 Red"},
		{"footnotes", "ID|Score* (1-5)\nPR.AA-01|2*\nPR.AA-02|3 [1]\nPR.AA-03|~2\nPR.AA-04|3 (1)\nPR.AA-05|4²", Choices{},
			"nist-csf-2.0 on 1-5\nPR.AA-01 current=2\nPR.AA-02 current=3\nPR.AA-05 current=4\n" +
				"not placed: row 4, \"Score* (1-5)\": \"~2\": is no score\nnot placed: row 5, \"Score* (1-5)\": \"3 (1)\": is no score"},
		{"scores of which none is plain are named", "ID|Score|Target (0-5)\nPR.AA-01|2-3|4\nPR.AA-02|~1|3", Choices{},
			"nist-csf-2.0 on 0-5\nPR.AA-01 target =4\nPR.AA-02 target =3\nnot placed: row 2, \"Score\": \"2-3\": is no score\nnot placed: row 3, \"Score\": \"~1\": is no score"},
		{"a dash is an empty cell", "ID|Score (0-5)\nPR.AA-01|2\nPR.AA-02|-\nPR.AA-03|–\nPR.AA-04|--", Choices{}, "nist-csf-2.0 on 0-5\nPR.AA-01 current=2"},
		{"a control without an id below one with it", "Control ID|Name|CSF|Status\nDCF-1|MFA|PR.AA-01, PR.AA-03|Passing\nDCF-2|Backups|PR.DS-11|Needs attention\nDCF-3|Visitor log||Passing", Choices{},
			"nist-csf-2.0 on words\nPR.AA-01 current=Passing\nPR.AA-03 current=Passing\nPR.DS-11 current=Needs attention\nnot placed: row 4: \"DCF-3\": has no id"},
		{"this year and last", "ID|Last year|This year|Next year (goal)\nPR.AA-01|1/5|2/5|3/5\nPR.AA-02|2 of 5|3 of 5|5 of 5", Choices{Scale: "0-5"},
			"nist-csf-2.0 on 0-5\nPR.AA-01 previous=1 current=2 target =3\nPR.AA-02 previous=2 current=3 target =5"},
		{"a goal is the item of a list of goals", "ID|Goal|Status\n1.A|Asset Inventory|Implemented\n1.B|Organizational Cybersecurity Leadership|In progress", Choices{},
			"cisa-cpg-1.0.1 on words\n1.A -> CPG-2.A current=Implemented\n1.B -> CPG-1.A current=In progress"},
		{"how far in words and percent", "ID|Compliance\nPR.AA-01|Fully Compliant (100%)\nPR.AA-02|Partially Compliant (50%)", Choices{},
			"nist-csf-2.0 on words\nPR.AA-01 current=Fully Compliant\nPR.AA-02 current=Partially Compliant"},
		{"AuditScripts", "ID|Policy Defined|Control Implemented\nID.AM-1|Written Policy|Implemented on All Systems\nPR.AC-4|No Policy|Parts of Policy Implemented", Choices{},
			"nist-csf-1.1 on words\nID.AM-1 -> ID.AM-01 current=Implemented on All Systems\nPR.AC-4 -> PR.AA-05 current=Parts of Policy Implemented"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := told(t, bar(tt.sheet), tt.choices); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// TestStatusInOwnWords checks that words nobody ranks are kept as they stand.
func TestStatusInOwnWords(t *testing.T) {
	book := bar("ID|Status|Remarks\nPR.AA-01|With the vendor|a\nPR.AA-02|Wave 2|b\nPR.AA-03|Wave 2|c")
	r, q, err := Understand(book, shipped(t), Choices{})
	if q != nil || err != nil {
		t.Fatal(q, err)
	}
	if len(r.Series.Rows) != 3 || r.Series.Rows[0].Status != "With the vendor" || len(r.Series.Rows[0].Values) > 0 || r.Series.Scale != (Scale{}) {
		t.Errorf("rows %+v on %s", r.Series.Rows, r.Series.Scale)
	}
}
