package report

import "strings"

// Full returns the full report for those who do the work: everything the board
// reads, every section of every framework, every gap in order, every answer and
// note.
func Full(in Input) *Document {
	d := cover(in, "Full report on cyber hygiene")
	if names := respondents(in.Result); len(names) > 0 {
		d.Lines = append(d.Lines, "Answered by "+strings.Join(names, ", "))
	}
	d.Blocks = newStory(in).write(
		chapters,
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
		notApplying,
		otherWays,
		ownTargets,
		contradictions,
		everyHelp,
		method,
		glossary,
	)
	return d
}
