package report

import (
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// Board returns the report for a board: the contents, one page for the chair,
// what it means for patients, where things stand, what changed, the plan and the
// oversight; then as annexes every gap, every answer, the lists, and the method.
// It names roles and no respondents, and it copies no notes.
func Board(in Input) *doc.Document {
	s := newStory(in)
	d := s.cover("Board report on cyber hygiene")
	d.Lines = append(d.Lines, words.Present(s.answeredBy())...)
	d.Blocks = s.write(
		contentsChapter,
		chairPage,
		patients,
		standing,
		changed,
		plan,
		oversight,
		annex,
		changedInFull,
		everyGap,
		everyAnswer,
		exceptions,
		everyHelp,
		benchmark,
		method,
		glossary,
	)
	return d
}

// contentsChapter lists what follows.
func contentsChapter(*story) []doc.Block { return []doc.Block{heading(2, "Contents"), doc.Contents{}} }

// annex parts what is read from what is looked up.
func annex(*story) []doc.Block { return []doc.Block{doc.PageBreak{}} }
