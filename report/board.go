package report

import (
	"slices"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// Board returns the report for a board: one page that decides, then what it means
// for patients, the goals, the change, the plan and the oversight; behind a divider
// the annexes: every gap, the lists, and the method. It names roles and no
// respondents, and it copies no notes.
func Board(in Input) *doc.Document {
	s := newStory(in)
	s.fitBody()
	return s.closed(s.bound(body, annexes))
}

// BoardBody is [Board] without its annexes, for those who want them as a file of
// their own.
func BoardBody(in Input) *doc.Document {
	s := newStory(in)
	s.fitBody()
	return s.bound(body).Seen("in the annexes")
}

// BoardAnnex returns the annexes of [Board] alone.
func BoardAnnex(in Input) *doc.Document {
	s := newStory(in)
	s.fitBody() // what the body has no room for is here
	d := s.cover("Annexes to the board report on cyber hygiene")
	d.Band = true
	d.Blocks = s.write(append([]chapter{contentsChapter}, annexChapters...)...)
	return s.closed(d)
}

// Brief returns two pages of [Board]: the first, and as much of the plan as the
// second has room for.
func Brief(in Input) *doc.Document {
	s := newStory(in)
	var d *doc.Document
	for most := planned; most > 0; most-- {
		d = s.bound(func(s *story) []doc.Block { return append(s.ifNot(s.tight), s.planOf(most)...) })
		if fits(d, 2) {
			break
		}
	}
	return d.Seen("in the board report")
}

// closed ends a document that is whole: with the words that occur in it.
func (s *story) closed(d *doc.Document) *doc.Document {
	d.Blocks = append(d.Blocks, s.glossary(d)...)
	return d.Seen("in the board report")
}

// bound is a document that begins with the first page.
func (s *story) bound(parts ...chapter) *doc.Document {
	d := s.cover("Board report on cyber hygiene")
	d.Lines = append(d.Lines, words.Present(s.answeredBy())...)
	d.Band = true
	if s.first == nil { // a body is tried in several ways, its first page is the same
		s.first, s.tight = s.fitFirstPage(d)
	}
	d.SmallLogo = s.tight >= lessLogo
	d.Blocks = append(slices.Clone(s.first), s.write(parts...)...)
	return d
}

// bodyPages is how many pages a board reads, the first among them.
const bodyPages = 8

// lean is how much of the body is left to the annex so that it has no more pages.
type lean int

// What is left out, one after the other.
const (
	whole       lean = iota
	smallTables      // smaller type in the tables
	fewSteps         // the first seven actions
	fewAreas         // no areas but those of the NIST framework and HICP
	fewerSteps       // the first five actions
	noTrend          // what changed over the quarters stands in the annex
	leanest          // few of the matters that the first page has no room for
)

// dense reports whether the tables of the body have to be small.
func (l lean) dense() bool { return l >= smallTables }

// steps is how many actions a body of that kind shows.
func (l lean) steps() int {
	switch {
	case l < fewSteps:
		return planned
	case l < fewerSteps:
		return 7
	}
	return 5
}

// fitBody chooses how lean the body is.
func (s *story) fitBody() {
	for s.lean = whole; s.lean < leanest; s.lean++ {
		if fits(s.bound(body), bodyPages) {
			return
		}
	}
}

// body is what a board reads after the first page.
func body(s *story) []doc.Block {
	return append(s.ifNot(s.tight), s.write(patients, standing, changed, plan, oversight)...)
}

// annexChapters are looked up and not read.
var annexChapters = []chapter{changedInFull, everyGap, everyAnswer, exceptions, proofStrip, scanTrend, everyHelp, guideRecord, benchmark, method}

// annexes are parted from the body by a page that says what follows.
func annexes(s *story) []doc.Block {
	blocks := []doc.Block{doc.PageBreak{}, doc.Headed(1, "Annexes"), doc.Say("What follows is for looking up. It adds no decision."), doc.Contents{}}
	return append(blocks, s.write(annexChapters...)...)
}

// contentsChapter lists what follows.
func contentsChapter(*story) []doc.Block {
	return []doc.Block{doc.Headed(2, "Contents"), doc.Contents{}}
}
