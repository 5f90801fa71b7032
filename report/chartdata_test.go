package report

import "fmt"

// The charts of the tests, as a report would hold them.

func sampleBars() Bars {
	return Bars{Caption: "Score by function", Finding: "Recover is lowest.", Rows: []Bar{
		{Label: "Govern", Value: 55, Scored: true, Low: 50, High: 61, Ranged: true, Target: 70, Last: 48, Marked: true, Words: "55 %, amber", Detail: "50 to 61; 28 of 31 answered; reach 16 of 31"},
		{Label: "Identify", Value: 72, Scored: true, Low: 70, High: 78, Ranged: true, Target: 72, Last: 72, Marked: true, Words: "72 %, green", Detail: "70 to 78; 20 of 21 answered"},
		{Label: "Protect", Value: 100, Scored: true, Low: 0, High: 100, Ranged: true, Target: 70, Last: 30, Marked: true, Words: "100 %, green"},
		{Label: "Detect", Low: 20, High: 75, Ranged: true, Target: 60, Last: 10, Marked: true, Words: "20 to 75 %", Detail: "too few answers for one score: 7 of 11"},
		{Label: "Respond to an incident and tell those who must know", Value: 0, Scored: true, Target: 100, Words: "0 %, red"},
		{Label: "Recover", Words: "not assessed", Detail: "no question of this section was asked"},
	}}
}

// sampleTrend goes over so many quarters with gaps and two changes of content.
func sampleTrend(quarters, lines int) Trend {
	b := Trend{Caption: "Over the quarters", Finding: "Protect rose, Detect fell."}
	for i := range quarters {
		b.Quarters = append(b.Quarters, fmt.Sprintf("%d-Q%d", 2017+i/4, i%4+1))
		b.Turned = append(b.Turned, i == 2 || i == 19)
	}
	for l := range lines {
		line := TrendLine{Label: []string{"Govern", "Identify", "Protect", "Detect", "Respond", "Recover"}[l%6]}
		for i := range quarters {
			p := TrendPoint{(i*(7+l)*3 + l*17) % 101, (i+l)%7 != 3, ""}
			p.Words = fmt.Sprintf("%d %%", p.Value)
			if !p.Known {
				p.Words = "not saved"
			}
			line.Points = append(line.Points, p)
		}
		b.Lines = append(b.Lines, line)
	}
	return b
}

func sampleDumbbells() Dumbbells {
	return Dumbbells{Caption: "What changed", Finding: "Detect fell by 12.5.", Before: "2026-Q2", Now: "2026-Q3", Rows: []Dumbbell{
		{"Detect", 61, 48, "-12.5"}, {"Recover", 100, 0, "-100"}, {"Govern", 50, 50, "no change"},
		{"Identify", 40, 42, "+2"}, {"Protect", 0, 100, "+100"}, {"Respond to an incident and tell those who must know", 20, 70, "+50"},
	}}
}

func sampleStrip(quarters int) Strip {
	b := Strip{Caption: "Proof by practice", Finding: "Backups have proof in every quarter.", Legend: []StripKey{
		{"P", "fresh proof", 3}, {"S", "proof older than its time", 2}, {"A", "answered without proof", 1}, {"-", "not asked", 0},
	}}
	for i := range quarters {
		b.Columns = append(b.Columns, fmt.Sprintf("%d-Q%d", 2017+i/4, i%4+1))
	}
	for r, label := range []string{"Email protection", "Endpoint protection", "Access management", "Data protection and loss prevention", "Asset management"} {
		row := StripRow{Label: label}
		for i := range quarters {
			row.Cells = append(row.Cells, []string{"P", "S", "A", "-"}[(i+r)%4])
		}
		b.Rows = append(b.Rows, row)
	}
	return b
}

func sampleTicks() Ticks {
	return Ticks{Caption: "Essential goals", Rows: []Tick{
		{TickMet, "Mitigate Known Vulnerabilities", "met", ""},
		{TickPartly, "Email Security", "partly", "Forged mail is not rejected yet"},
		{TickNot, "Multifactor Authentication", "not met", "Second factor for remote access; second factor for administrators"},
		{TickUnknown, "Basic Cybersecurity Training", "not known", ""},
		{TickNone, "Strong Encryption", "does not apply", ""},
		{TickMet, "Revoke Credentials", "met with listed exceptions", "Contract staff of the laboratory"},
		{TickPartly, "Basic Incident Planning and Preparedness", "partly", ""},
	}}
}
