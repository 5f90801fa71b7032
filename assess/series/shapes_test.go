package series

import (
	"testing"

	"hygeia/assess/sheet"
)

// TestShapes: shapes of sheets that people have, each made up here in the smallest form
// that shows it. What is wanted was written down before the reader met them.
func TestShapes(t *testing.T) {
	for _, tt := range []struct {
		name, sheet string
		choices     Choices
		want        string
	}{
		{"half of each edition", "ID|Score (0-5)\nGV.OC-01|1\nPR.AA-01|2\nPR.PS-01|3\nPR.AC-1|4\nPR.IP-12|5\nID.GV-1|0\nDE.DP-2|1", Choices{},
			"nist-csf-2.0 on 0-5\nGV.OC-01 current=1\nPR.AA-01 current=2\nPR.PS-01 current=3\nPR.AC-01 -> PR.AA-01 PR.AA-05 current=4\nPR.IP-12 -> ID.RA-01 PR.PS-02 current=5\nID.GV-01 -> GV.PO GV.PO-01 GV.PO-02 current=0\nDE.DP-02 -> DE.AE current=1"},
		{"tiers with their names and no mark between", "ID|As-Is (Tier)\nPR.AA-01|Tier 3 Repeatable\nPR.AA-02|2 Risk Informed", Choices{},
			"nist-csf-2.0 on tiers\nPR.AA-01 current=3\nPR.AA-02 current=2"},
		{"a number with a word that is not its name", "ID|Tier\nPR.AA-01|3 Repeatable\nPR.AA-02|2 Adaptive", Choices{},
			"nist-csf-2.0 on tiers\nPR.AA-01 current=3\nnot placed: row 3, \"Tier\": \"2 Adaptive\": is no score"},
		{"levels of C2M2", "ID|MIL (0-3)\nPR.AA-01|MIL2\nPR.AA-02|MIL 0", Choices{}, "nist-csf-2.0 on 0-3\nPR.AA-01 current=2\nPR.AA-02 current=0"},
		{"who rated it", "ID|Assessed Level (0-5)\nPR.AA-01|3", Choices{}, "nist-csf-2.0 on 0-5\nPR.AA-01 current=3"},
		{"who rated it, by two", "ID|Self Score (0-5)|Auditor Score (0-5)\nPR.AA-01|3|2", Choices{}, "which score: Self Score (0-5) | Auditor Score (0-5)"},
		{"what is required, as a level", "ID|Current Level|Required Level\nPR.AA-01|3|4", Choices{Scale: "0-5"}, "nist-csf-2.0 on 0-5\nPR.AA-01 current=3 target =4"},
		{"tiers that are ticked", "ID|Tier 1|Tier 2|Tier 3|Tier 4\nPR.AA-01||x||\nPR.AA-02||||x", Choices{}, "nist-csf-2.0 on tiers\nPR.AA-01 current=2\nPR.AA-02 current=4"},
		{"shares of one below percent", "ID|% complete\nPR.AA-01|0.45\nPR.AA-02|1", Choices{}, "nist-csf-2.0 on 0-1\nPR.AA-01 current=0.45\nPR.AA-02 current=1"},
		{"percent that is told for shares", "ID|Score\nPR.AA-01|0.45\nPR.AA-02|1", Choices{Scale: "percent"}, "nist-csf-2.0 on 0-1\nPR.AA-01 current=0.45\nPR.AA-02 current=1"},

		{"a scale behind its numbers", "0-5 scale|\nID|Score\nPR.AA-01|3", Choices{}, "nist-csf-2.0 on 0-5\nPR.AA-01 current=3"},
		{"a scale in the title", "NIST CSF assessment (0-4)|\nID|Score\nPR.AA-01|3", Choices{}, "nist-csf-2.0 on 0-4\nPR.AA-01 current=3"},
		{"pages in the title", "Handbook of the hospital (1-4)|\nID|Score\nPR.AA-01|3", Choices{}, "which scale: 0-3 | 1-3 | tiers | 0-4 | 1-5 | 0-5 | 0-10"},
		{"a legend that does not hold the scores", "Scale 0-3|\nID|Score\nPR.AA-01|3\nPR.AA-02|5\nPR.AA-03|4", Choices{}, "which scale: 1-5 | 0-5 | 0-10"},

		{"a year and a quarter on each row", "Year|Quarter|ID|Score (0-5)\n2024|Q3|PR.AA-01|1\n2024|Q4|PR.AA-01|2", Choices{},
			"nist-csf-2.0 on 0-5\nPR.AA-01 2024-Q3=1\nPR.AA-01 2024-Q4=2"},
		{"years merged over two rows of heads", "ID|Outcome|2024|2024|2025|2025\nID|Outcome|Score|Target|Score|Target\nPR.AA-01|x|1|2|3|4", Choices{Scale: "0-5"},
			"nist-csf-2.0 on 0-5\nPR.AA-01 2024=1 2025=3 target 2024=2 target 2025=4"},

		{"functions by their names", "Function|Score (0-5)\nGovern|2\nIdentify|1\nProtect|3\nDetect|1\nRespond|0\nRecover|2", Choices{},
			"nist-csf-2.0 on 0-5\nGV current=2\nID current=1\nPR current=3\nDE current=1\nRS current=0\nRC current=2"},
		{"categories by their names", "Category|Score (0-5)\n1. Organizational Context|2\n2. Asset Management|1\n3. Data Security|3\n4. Awareness and Training|1\nParking|2", Choices{},
			"nist-csf-2.0 on 0-5\nGV.OC current=2\nID.AM current=1\nPR.DS current=3\nPR.AT current=1\nnot placed: row 6: \"Parking\": has no id of NIST Cybersecurity Framework 2.0"},
		{"functions beside the controls of another framework", "Control|Function|Score\nAC-1|Protect|3\nAC-2|Protect|2\nSI-4|Detect|1", Choices{},
			"error: has ids such as SI-4, which look like NIST SP 800-53, and hygeia has no such framework; ids of NIST CSF, HIPAA, HICP, the HHS goals or CISA's goals can be placed, and those of a framework of your own"},

		{"a citation in two columns", "Section|Paragraph|Met?\n164.308|(a)(1)(ii)(A)|Yes\n|(a)(1)(ii)(B)|No\n164.312|(b)|Partial", Choices{},
			"hipaa-security-rule on words\n164.308(a)(1)(ii)(A) current=Yes\n164.308(a)(1)(ii)(B) current=No\n164.312(b) current=Partial"},
		{"specifications below a standard", "Standard|Specification|Met?\n164.308(a)(1)(i)|(ii)(A) Risk analysis|Yes\n|(ii)(B) Risk management|No\n164.310(d)(1)|(2)(iii) Accountability|Partial", Choices{},
			"hipaa-security-rule on words\n164.308(a)(1)(ii)(A) current=Yes\n164.308(a)(1)(ii)(B) current=No\n164.310(d)(2)(iii) current=Partial"},

		{"a scale in a row below the heads", "ID|Outcome|Current|Target\n||(0-5)|(0-5)\nPR.AA-01|x|3|4", Choices{}, "nist-csf-2.0 on 0-5\nPR.AA-01 current=3 target =4"},
		{"a summary above the scores", "Function|Average\nGV|2.1\nID|1.9\n|\nSubcategory|Score (0-5)\nPR.AA-01|3\nPR.AA-02|2\nPR.AA-03|1", Choices{},
			"nist-csf-2.0 on 0-5\nPR.AA-01 current=3\nPR.AA-02 current=2\nPR.AA-03 current=1"},
		{"a list of things to do below the scores", "Subcategory|Score (0-5)|Comment\nPR.AA-01|3|x\nPR.AA-02|2|y\nPR.AA-03|1|z\n||\nID|Task|Status\nPR.AA-01|buy keys|Open\nPR.AA-02|ask|Closed", Choices{},
			"nist-csf-2.0 on 0-5\nPR.AA-01 current=3\nPR.AA-02 current=2\nPR.AA-03 current=1"},
		{"heads again in other words", "GOVERN outcome|Score (0-5)|Notes\nGV.OC-01|3|x\nGV.OC-02|2|y\nPROTECT outcome|Score (0-5)|Comments\nPR.AA-01|1|z", Choices{},
			"nist-csf-2.0 on 0-5\nGV.OC-01 current=3\nGV.OC-02 current=2\nPR.AA-01 current=1"},
		{"ids beside each other", "Year|PR.AA-01|PR.AA-02|PR.AA-03|PR.AA-04\n2024|1|2|3|4", Choices{},
			"error: has its ids beside each other in row 1, and a row for each id is needed: copy the table and paste it transposed (in Excel: Paste Special, Transpose)"},
		{"answers that begin a sentence", "Citation|Answer\n164.308(a)(1)(ii)(A)|Yes. We look at it every year.\n164.312(b)|No.", Choices{},
			"hipaa-security-rule on words\n164.308(a)(1)(ii)(A) current=Yes\n164.312(b) current=No."},
		{"a number sign over the ids", "CPG #|Goal|HICP practice|Status\n1.A|Asset Inventory|5.M.A|Implemented\n2.H|Phishing-Resistant Multifactor Authentication (MFA)|3.M.D|Scoped", Choices{},
			"cisa-cpg-1.0.1 on words\n1.A -> CPG-2.A current=Implemented\n2.H -> CPG-3.F current=Scoped"},

		{"a list of risks", "Risk ID|Risk|Likelihood|Impact|CSF|Status\nR-001|Phishing|3|4|PR.AT-01|Open\nR-002|Old backup|2|5|PR.DS-11|Closed", Choices{},
			"error: is a list of risks or of work to be done, in which ids only say what each is about; it has no scores of them, so there is nothing to keep"},
		{"a list of risks with a maturity", "Risk ID|Risk|Likelihood|Impact|CSF|Status|Control maturity (0-5)\nR-001|Phishing|3|4|PR.AT-01|Open|2", Choices{},
			"nist-csf-2.0 on 0-5\nPR.AT-01 current=2"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := told(t, bar(tt.sheet), tt.choices); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// TestShapesOfWorkbooks: the same for several sheets in one workbook.
func TestShapesOfWorkbooks(t *testing.T) {
	for _, tt := range []struct {
		name string
		book *sheet.Book
		want string
	}{
		{"steps of a scale on a sheet of its own", tabs("Legend", "Score|Meaning\n0|None\n1|Ad hoc\n2|Documented\n3|Implemented\n4|Measured", "Scores", "ID|Score\nPR.AA-01|3\nPR.AA-02|4"),
			"nist-csf-2.0 on 0-4\nPR.AA-01 current=3\nPR.AA-02 current=4"},
		{"a title with an id merged over each sheet", tabs("GOVERN", "GOVERN (GV)|GOVERN (GV)|GOVERN (GV)\n#|Control|Score (0-5)\n1|GV.OC-01.1: mission|2\n2|GV.OC-03.1: duties|3", "IDENTIFY", "IDENTIFY (ID)||\n#|Control|Score (0-5)\n1|ID.AM-01.1: list|4"),
			"nist-csf-2.0 on 0-5\nGV.OC-01 .1 current=2\nGV.OC-03 .1 current=3\nID.AM-01 .1 current=4"},
		{"a list of risks beside the scores", tabs("Gap Analysis", "Citation|Status\n164.308(a)(1)(ii)(A)|Implemented\n164.312(b)|Not implemented", "Risks", "Risk ID|Risk|Likelihood|Impact|Score|CFR|Status\nR-1|x|3|4|12|164.312(b)|Open\nR-2|y|1|1|1|164.310(b)|Closed"),
			"hipaa-security-rule on words\n164.308(a)(1)(ii)(A) current=Implemented\n164.312(b) current=Not implemented"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := told(t, tt.book, Choices{}); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// TestSides: what columns beside the score say of other sides of the same work is kept
// as a note.
func TestSides(t *testing.T) {
	for _, tt := range []struct{ name, sheet, score, note string }{
		{"in words", "ID|Policy Defined|Control Implemented|Control Automated|Control Reported\nPR.AA-01|Informal Policy|Implemented on Some Systems|Not Automated|Not Reported",
			"Implemented on Some Systems", "Policy Defined: Informal Policy\nControl Automated: Not Automated\nControl Reported: Not Reported"},
		{"in percent", "ID|Policy|Procedure|Implemented|Measured|Managed\nPR.AA-01|75%|50%|25%|0%|10%", "25%", "Policy: 75%\nProcedure: 50%\nMeasured: 0%\nManaged: 10%"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, q, err := Understand(bar(tt.sheet), shipped(t), Choices{})
			if err != nil || q != nil {
				t.Fatalf("%v, question %+v", err, q)
			}
			if row := r.Series.Rows[0]; row.Values[0].Value.Text != tt.score || row.Note != tt.note {
				t.Errorf("score %s, note %q", row.Values[0].Value.Text, row.Note)
			}
		})
	}
}
