package report

import (
	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/doc"
)

// mostQuarters is how far back a trend and the proof of practices go: ten years.
const mostQuarters = 40

// moment is a quarter of the calendar with its result, nil if none was saved.
type moment struct {
	period assess.Quarter
	result *assess.Result
}

// timeline returns every quarter from the first saved one to this one, missing
// ones too, and of a longer history the last [mostQuarters].
func (s *story) timeline() []moment {
	saved := map[assess.Quarter]*assess.Result{s.r.Period: s.r}
	first := s.r.Period
	for _, r := range s.earlier {
		saved[r.Period] = r
		if first.Since(r.Period) > 0 {
			first = r.Period
		}
	}
	var line []moment
	for q := first; s.r.Period.Since(q) >= 0; q = q.Next() {
		if s.r.Period.Since(q) < mostQuarters {
			line = append(line, moment{q, saved[q]})
		}
	}
	return line
}

// trend draws the scores of the functions over the quarters; nothing where there
// is only one.
func trend(s *story) []doc.Block {
	line, v := s.timeline(), s.csf()
	if len(line) < 2 || v == nil {
		return nil
	}
	t := doc.Trend{Caption: "Score of each area by quarter, from 0 to 100", Quarters: periods(line), Turned: turned(line)}
	for i := range v.Sections {
		t.Lines = append(t.Lines, trendLine(&v.Sections[i].Group, line))
	}
	t.Finding = s.areasFinding(line)
	blocks := []doc.Block{doc.Headed(2, "Over the quarters"), doc.Say("%s", t.Finding), t}
	if lastTurn(t.Turned) >= 0 {
		blocks = append(blocks, doc.Noted("A marked quarter was asked with other content than the one saved before it, so its scores need not mean the same."))
	}
	return append(blocks, besideTrend(s, line)...)
}

func periods(line []moment) []string {
	names := make([]string, len(line))
	for i, m := range line {
		names[i] = m.period.String()
	}
	return names
}

// turned marks the quarters whose content differs from that of the quarter saved
// before them.
func turned(line []moment) []bool {
	marks := make([]bool, len(line))
	digest := ""
	for i, m := range line {
		if m.result == nil {
			continue
		}
		now := m.result.Library.Digest
		marks[i] = digest != "" && digest != now
		digest = now
	}
	return marks
}

func trendLine(now *assess.Group, line []moment) doc.TrendLine {
	l := doc.TrendLine{Label: now.Title}
	for _, m := range line {
		l.Points = append(l.Points, trendPoint(m, now.ID))
	}
	return l
}

func trendPoint(m moment, id string) doc.TrendPoint {
	if m.result == nil {
		return doc.TrendPoint{Words: "no quarter saved"}
	}
	sec := sectionOf(m.result, frameworks.CSFID, id)
	if sec == nil {
		return doc.TrendPoint{Words: "not asked"}
	}
	p := doc.TrendPoint{Words: sec.ScoreText()}
	if sec.HasScore() {
		p.Value, p.Known = sec.Tally.Score().Percent()
	}
	return p
}

// areasFinding says which areas rose and fell most since the first quarter that is
// shown. Only real change counts, step by step through the saved quarters (SCORING
// 8).
func (s *story) areasFinding(line []moment) string {
	var shown []*assess.Result
	for _, m := range line {
		if m.result != nil {
			shown = append(shown, m.result)
		}
	}
	c := assess.NewTrend(shown).Whole()
	if c == nil {
		return "There is no earlier quarter to compare with."
	}
	v, _ := s.r.View(frameworks.CSFID)
	return realFinding(c.Before.Period, viewChange(c, v))
}

// lastTurn returns the place of the last mark, -1 without one.
func lastTurn(turned []bool) int {
	last := -1
	for i, mark := range turned {
		if mark {
			last = i
		}
	}
	return last
}
