package report

import (
	"strings"

	"hygeia/report/doc"
)

// Full returns the full report for those who do the work: everything the board
// reads, every section of every framework, every gap in order, every answer and
// note.
func Full(in Input) *doc.Document {
	s := newStory(in)
	d := s.cover("Full report on cyber hygiene")
	d.Band = true
	if names := respondents(s.r); len(names) > 0 {
		d.Lines = append(d.Lines, "Answered by "+strings.Join(names, ", "))
	}
	first, tight := s.fitFirstPage(d)
	s.tight, d.SmallLogo = tight, tight >= lessLogo
	d.Blocks = append(first, s.ifNot(tight)...)
	d.Blocks = append(d.Blocks, s.write(
		contentsChapter,
		patients,
		standing,
		everyChange,
		everyGap,
		quickWins,
		foundationLeft,
		oversight,
		proofStrip,
		scanTrend,
		findOut,
		everySection,
		everyAnswer,
		everyNote,
		exceptions,
		everySheet,
		everyHelp,
		benchmark,
		method,
	)...)
	return s.closed(d)
}
