package report

// Board returns the report for a board: one page for the chair, then what it
// means for patients, where things stand, what changed, the plan, and the lists
// and the method behind it. It names roles and no persons, and it copies no notes.
func Board(in Input) *Document {
	d := cover(in, "Board report on cyber hygiene")
	d.Blocks = newStory(in).write(
		chairPage,
		patients,
		standing,
		changed,
		plan,
		findOut,
		notApplying,
		otherWays,
		contradictions,
		planHelp,
		method,
		glossary,
	)
	return d
}
