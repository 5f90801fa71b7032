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
	if names := respondents(s.r); len(names) > 0 {
		d.Lines = append(d.Lines, "Answered by "+strings.Join(names, ", "))
	}
	d.Blocks = s.write(
		contentsChapter,
		chairPage,
		patients,
		standing,
		everyChange,
		everyGap,
		quickWins,
		acceptedRisks,
		oversight,
		findOut,
		everySection,
		everyAnswer,
		everyNote,
		exceptions,
		everyHelp,
		benchmark,
		method,
		glossary,
	)
	return d
}
