package doctest

import (
	"fmt"

	"hygeia/report/doc"
)

// The charts of the tests, as a report would hold them.

// SampleBars is a chart of bars with everything a bar may have.
func SampleBars() doc.Bars {
	return doc.Bars{Caption: "Score by function", Finding: "Recover is lowest.", Rows: []doc.Bar{
		{Label: "Govern", Value: 55, Scored: true, Low: 50, High: 61, Ranged: true, Target: 70, Last: 48, Marked: true, Words: "55%, amber", Detail: "50 to 61; 28 of 31 answered; reach 16 of 31"},
		{Label: "Identify", Value: 72, Scored: true, Low: 70, High: 78, Ranged: true, Target: 72, Last: 72, Marked: true, Words: "72%, green", Detail: "70 to 78; 20 of 21 answered"},
		{Label: "Protect", Value: 100, Scored: true, Low: 0, High: 100, Ranged: true, Target: 70, Last: 30, Marked: true, Words: "100%, green"},
		{Label: "Detect", Low: 20, High: 75, Ranged: true, Target: 60, Last: 10, Marked: true, Words: "20 to 75%", Detail: "too few answers for one score: 7 of 11"},
		{Label: "Respond to an incident and tell those who must know", Value: 0, Scored: true, Target: 100, Words: "0%, red"},
		{Label: "Recover", Words: "not assessed", Detail: "no question of this section was asked"},
	}}
}

// SampleTrend goes over so many quarters with gaps and two changes of content.
func SampleTrend(quarters, lines int) doc.Trend {
	b := doc.Trend{Caption: "Over the quarters", Finding: "Protect rose, Detect fell."}
	for i := range quarters {
		b.Quarters = append(b.Quarters, fmt.Sprintf("%d-Q%d", 2017+i/4, i%4+1))
		b.Turned = append(b.Turned, i == 2 || i == 19)
	}
	for l := range lines {
		line := doc.TrendLine{Label: []string{"Govern", "Identify", "Protect", "Detect", "Respond", "Recover"}[l%6]}
		for i := range quarters {
			p := doc.TrendPoint{Value: (i*(7+l)*3 + l*17) % 101, Known: (i+l)%7 != 3, Words: ""}
			p.Words = fmt.Sprintf("%d%%", p.Value)
			if !p.Known {
				p.Words = "not saved"
			}
			line.Points = append(line.Points, p)
		}
		b.Lines = append(b.Lines, line)
	}
	return b
}

// SampleDumbbells is a chart of what rose, fell and stayed.
func SampleDumbbells() doc.Dumbbells {
	return doc.Dumbbells{Caption: "What changed", Finding: "Detect fell by 12.5.", Before: "2026-Q2", Now: "2026-Q3", Rows: []doc.Dumbbell{
		{Label: "Detect", From: 61, To: 48, Words: "-12.5"}, {Label: "Recover", From: 100, To: 0, Words: "-100"}, {Label: "Govern", From: 50, To: 50, Words: "no change"},
		{Label: "Identify", From: 40, To: 42, Words: "+2"}, {Label: "Protect", From: 0, To: 100, Words: "+100"}, {Label: "Respond to an incident and tell those who must know", From: 20, To: 70, Words: "+50"},
	}}
}

// SampleStrip is a grid of so many quarters.
func SampleStrip(quarters int) doc.Strip {
	b := doc.Strip{Caption: "Proof by practice", Finding: "Backups have proof in every quarter.", Legend: []doc.StripKey{
		{Letter: "P", Words: "fresh proof", Shade: 3}, {Letter: "S", Words: "proof older than its time", Shade: 2}, {Letter: "A", Words: "answered without proof", Shade: 1}, {Letter: "-", Words: "not asked", Shade: 0},
	}}
	for i := range quarters {
		b.Columns = append(b.Columns, fmt.Sprintf("%d-Q%d", 2017+i/4, i%4+1))
	}
	for r, label := range []string{"Email protection", "Endpoint protection", "Access management", "Data protection and loss prevention", "Asset management"} {
		row := doc.StripRow{Label: label}
		for i := range quarters {
			row.Cells = append(row.Cells, []string{"P", "S", "A", "-"}[(i+r)%4])
		}
		b.Rows = append(b.Rows, row)
	}
	return b
}

// SampleTicks is a list with each mark.
func SampleTicks() doc.Ticks {
	return doc.Ticks{Caption: "Essential goals", Rows: []doc.Tick{
		{Mark: doc.TickMet, Label: "Mitigate Known Vulnerabilities", Words: "met", Detail: ""},
		{Mark: doc.TickPartly, Label: "Email Security", Words: "partly", Detail: "Forged mail is not rejected yet"},
		{Mark: doc.TickNot, Label: "Multifactor Authentication", Words: "not met", Detail: "Second factor for remote access; second factor for administrators"},
		{Mark: doc.TickUnknown, Label: "Basic Cybersecurity Training", Words: "not known", Detail: ""},
		{Mark: doc.TickNone, Label: "Strong Encryption", Words: "does not apply", Detail: ""},
		{Mark: doc.TickMet, Label: "Revoke Credentials", Words: "met with listed exceptions", Detail: "Contract staff of the laboratory"},
		{Mark: doc.TickPartly, Label: "Basic Incident Planning and Preparedness", Words: "partly", Detail: ""},
	}}
}
