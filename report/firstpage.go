package report

import (
	"cmp"
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
	"hygeia/report/pdf"
)

// squeeze is how much gives way on the first page so that it stays one.
type squeeze int

// What gives way, one after the other.
const (
	airy      squeeze = iota
	lessLogo          // the logo has half its height
	roomy             // smaller type in the tables
	fewer             // of the matters only the first three
	noIfNot           // what happens if not stands on page two
	onlyTitle         // why now stands there too
	small             // smaller type in the paragraphs
)

// paragraphs are the blocks of the first page, small where nothing else gives way.
func (tight squeeze) paragraphs(blocks []doc.Block) []doc.Block {
	for i, b := range blocks {
		if p, is := b.(doc.Paragraph); is {
			p.Dense = tight >= small
			blocks[i] = p
		}
	}
	return blocks
}

// heading is a heading of the first page.
func (tight squeeze) heading(text string) doc.Heading {
	return doc.Heading{Level: 2, Text: text, Dense: tight.dense()}
}

// dense reports whether tables and headings have to be small.
func (tight squeeze) dense() bool { return tight >= roomy }

// firstPage is the page that decides: how we stand and why, better or worse, the
// ten goals over four quarters, what became of what was asked, what is asked now,
// how sure all of it is and what was set by hand. It names no framework by its
// code.
func (s *story) firstPage(tight squeeze) []doc.Block {
	blocks := []doc.Block{doc.Paragraph{Text: doc.Text{{Text: s.grounds().verdict(), Bold: true}}}}
	blocks = append(blocks, s.better()...)
	blocks = append(blocks, s.figures())
	blocks = append(blocks, s.goalsOverTime()...)
	blocks = append(blocks, s.lastAsks(tight)...)
	blocks = append(blocks, s.decisionsAsked(tight)...)
	blocks = append(blocks, s.certainty())
	return append(blocks, s.byHand()...)
}

// fitFirstPage chooses how much gives way, so that the first page is one page on
// both papers, and ends it.
func (s *story) fitFirstPage(d *doc.Document) (blocks []doc.Block, tight squeeze) {
	for tight = airy; tight <= small; tight++ {
		if tight == lessLogo && d.Logo == nil {
			continue // that gives no room
		}
		alone := *d
		alone.SmallLogo = tight >= lessLogo
		alone.Blocks = tight.paragraphs(s.firstPage(tight))
		blocks = alone.Blocks
		if fits(&alone, 1) {
			break
		}
	}
	return append(blocks, doc.PageBreak{}), min(tight, small)
}

// fits reports whether a document has at most so many pages on letter and on A4.
// What cannot be laid out is told when it is drawn.
func fits(d *doc.Document, pages int) bool {
	for _, paper := range []string{"letter", "a4"} {
		if n, err := pdf.Pages(d, doc.Options{Paper: paper}); err == nil && n > pages {
			return false
		}
	}
	return true
}

// figures are the headline, the one sum there is and the lowest area.
func (s *story) figures() doc.Block {
	goals := s.goalsFigure()
	goals.Bold = true
	text := doc.Text{{Text: "Essential goals: ", Bold: true}, goals, {Text: ".", Bold: true}}
	say := func(format string, args ...any) {
		text = append(append(text, doc.Span{Text: " "}), doc.Sentence(format, args...)...)
	}
	if s.before != nil && s.before.Goals.Known {
		say("It was %d of %d in %s.", s.before.Goals.Met, s.before.Goals.Of, s.before.Period)
	}
	if then, older := s.r.GoalsThen(); older && then != s.r.Goals.String() {
		say("When the quarter was finished, the rules of that time printed %s.", then)
	}
	all := s.r.All.Figures()
	switch {
	case s.r.All.HasScore():
		score := doc.Figure("score of all", all.Score)
		score.Bold = true
		text = append(text, doc.Span{Text: " All questions asked: ", Bold: true}, score)
		say("(%s; %s with fresh proof).", doc.Figure("range of all", rangeWords(all)), doc.Figure("proof of all", all.Proven))
	case s.r.All.Standing == assess.RangeOnly || s.r.All.Standing == assess.NarrowScope:
		say("All questions asked: %s, %s.", all.Range, all.Note)
	}
	if low := s.lowestWords(); low != "" {
		say("%s", low)
	}
	return doc.Paragraph{Text: text}
}

// rangeWords says what the open answers can still do to a score.
func rangeWords(f assess.Figures) string {
	if f.Range == f.Score {
		return "nothing open can move it"
	}
	return f.Range + " however what is open turns out"
}

// lowestWords names the lowest area with its score; empty where none may be named.
func (s *story) lowestWords() string {
	if s.low == nil {
		return ""
	}
	f := s.low.Figures()
	said := fmt.Sprintf("The lowest area is %s, at %s (%s with fresh proof)", s.low.Title, f.Score, f.Proven)
	if s.low.Color == assess.NoColor {
		said += ", though too little of it is asked about to judge it"
	}
	return said + "."
}

// certainty says how sure the figures are, in one line: what is answered, how much
// of it applies and is asked about, and who checked.
func (s *story) certainty() doc.Block {
	f := s.r.All.Figures()
	text := doc.Text{{Text: "How sure we are.", Bold: true}}
	add := func(format string, args ...any) {
		text = append(append(text, doc.Span{Text: " "}), doc.Sentence(format, args...)...)
	}
	if f.Coverage != "" {
		add("%s answered, %d confirmed this quarter%s, %s.", s.answeredFigure(), s.r.All.Confirmed, leftOpenWords(&s.r.All), cmp.Or(words.Lower(s.answeredBy()), "nobody is named"))
	}
	if s.r.All.Limited {
		add("Limited scope: %s.", f.Scope)
	}
	if reach := totalReach(s.csf()); reach.Known() {
		add("They speak for %d of the %d outcomes of the national framework.", reach.Part, reach.Whole)
	}
	if len(text) == 1 {
		add("Nothing has been asked yet.")
	}
	add("These are our own answers; %s.", s.checkedOutside())
	if disputed := s.disputedWords(); disputed != nil {
		text = append(append(text, doc.Span{Text: " "}), disputed...)
	}
	return doc.Paragraph{Text: text}
}

// leftOpenWords says how many answers only the finish gave; nothing for none.
func leftOpenWords(g *assess.Group) string {
	if g.LeftOpen == 0 {
		return ""
	}
	return fmt.Sprintf(", %d left open", g.LeftOpen)
}

// totalReach adds up the reach of a framework's sections.
func totalReach(v *assess.View) assess.Share {
	var total assess.Share
	if v == nil {
		return total
	}
	for i := range v.Sections {
		total.Part += v.Sections[i].Reach.Part
		total.Whole += v.Sections[i].Reach.Whole
	}
	return total
}

// handmade is what was set by hand. Where only the range of all questions may be
// told, no score is.
func (s *story) handmade() assess.ByHand {
	hand := s.r.SetByHand(s.before)
	if !s.r.All.HasScore() {
		hand.Strict = assess.Share{}
	}
	return hand
}

// byHand says what was set by hand, which can make a figure look better; nothing
// where nothing was (SCORING 5).
func (s *story) byHand() []doc.Block {
	hand := s.handmade()
	if !hand.Any() {
		return nil
	}
	return []doc.Block{doc.Paragraph{Text: doc.Text{{Text: "Set by hand. ", Bold: true}, {Text: words.Capital(hand.String()) + "."}}}}
}
