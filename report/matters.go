package report

import (
	"fmt"
	"slices"
	"sync"

	"hygeia/assess"
	"hygeia/assess/ledger"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// matter is one matter of the ledger, as the reader may hear of it.
type matter struct {
	ledger.Matter
	item *assess.Item // its question in this quarter; nil if it is not asked
}

func (m matter) asked() bool { return m.Asks() > 0 }

func (m matter) decided() bool {
	_, ok := m.Matter.Decision()
	return ok
}

// decision returns what stands; the zero Event if nothing does.
func (m matter) decision() ledger.Event {
	e, _ := m.Matter.Decision()
	return e
}

// newMatters returns the matters of the ledger, or where there is none what the
// quarter itself has decided.
func newMatters(in redacted) []matter {
	var list []matter
	for _, m := range in.Matters {
		it, _ := in.Result.Item(m.Question)
		list = append(list, matter{m, it})
	}
	if in.Matters != nil {
		return list
	}
	for _, d := range assess.Decisions(in.Result) {
		m := ledger.Matter{Question: d.Item.Question.Key, Events: []ledger.Event{{Kind: ledger.Decided, Day: d.Decision.Recorded, Question: d.Item.Question.Key, Said: d.Decision}}}
		if d.Done() {
			m.Closed = in.Result.AsOf
		}
		list = append(list, matter{m, d.Item})
	}
	return list
}

// openMatter returns the open matter about a question.
func (s *story) openMatter(key string) (matter, bool) {
	for i := len(s.matters) - 1; i >= 0; i-- {
		if m := s.matters[i]; m.Question == key {
			return m, m.Closed.IsZero()
		}
	}
	return matter{}, false
}

// told are the matters a report speaks of: those that are open, and those that
// were closed since the quarter before.
func (s *story) told() []matter {
	var list []matter
	for _, m := range s.matters {
		recent := s.before == nil || m.Closed.After(s.before.AsOf)
		if m.item != nil && (m.Closed.IsZero() || recent) {
			list = append(list, m)
		}
	}
	return list
}

// ledgerDay is the day up to which the ledger counts: the one chosen, or else that of
// its latest event, and never before the quarter's own.
func (s *story) ledgerDay() assess.Date {
	if !s.in.Decided.IsZero() {
		return s.in.Decided
	}
	day := s.r.AsOf
	for _, m := range s.matters {
		if last := m.Last(); last.After(day) {
			day = last
		}
	}
	return day
}

// upTo says how far the ledger counts where that is another day than the quarter's.
func (s *story) upTo() string {
	if day := s.ledgerDay(); !day.IsZero() && day != s.r.AsOf {
		return ", decisions up to " + day.Long()
	}
	return ""
}

// mattersNamed is how many matters the first page names where it is short of room.
const mattersNamed = 3

// lastAsks says what became of what was asked and decided: by whom, for when, done
// or not, how often moved.
func (s *story) lastAsks(tight squeeze) []doc.Block {
	list := s.told()
	if len(list) == 0 {
		return nil
	}
	shown := list
	if tight >= fewer || len(list) > 2*mattersNamed {
		shown = list[:min(len(list), mattersNamed)]
	}
	blocks := []doc.Block{tight.heading("What became of what was asked and decided" + s.upTo()), s.matterTable(shown, tight.dense())}
	if more := len(list) - len(shown); more > 0 {
		blocks = append(blocks, andMore(more, "Oversight"))
	}
	return blocks
}

// moreMatters lists those that the first page had no room for.
func (s *story) moreMatters(tight squeeze) []doc.Block {
	list := s.told()
	if tight < fewer && len(list) <= 2*mattersNamed || len(list) <= mattersNamed {
		return nil
	}
	rest := list[mattersNamed:]
	most := s.mattersListed()
	blocks := []doc.Block{doc.Headed(2, "The other matters asked and decided"), s.matterTable(rest[:min(len(rest), most)], true)}
	if more := len(rest) - most; more > 0 {
		blocks = append(blocks, andMore(more, everyMatterTitle))
	}
	return blocks
}

// mattersListed is how many matters the body names besides those of the first page.
func (s *story) mattersListed() int {
	if s.lean == leanest {
		return mattersNamed
	}
	return bodyList
}

const everyMatterTitle = "Every matter asked and decided"

// everyMatter lists all of them where a body has no room for it.
func everyMatter(s *story) []doc.Block {
	list := s.told()
	if len(list) <= mattersNamed+s.mattersListed() {
		return nil
	}
	return []doc.Block{doc.Headed(2, everyMatterTitle), s.matterTable(list, true)}
}

func (s *story) matterTable(list []matter, dense bool) doc.Table {
	t := doc.Table{Dense: dense, Columns: []doc.Column{
		{Title: "Matter", Width: 2, Right: true}, {Title: "What", Width: 7}, {Title: "Asked", Width: 4}, {Title: "Decided", Width: 7}, {Title: "Today", Width: 5},
	}}
	kept := s.in.Matters != nil
	if !kept {
		t.Columns = slices.Delete(t.Columns, 2, 3)[1:] // what the quarter itself has decided has no number, and no report asked
	}
	for _, m := range list {
		named := func(what, text string) doc.Text {
			return doc.Text{doc.Figure(words.Join(" ", what, "of matter", m.Question, fmt.Sprint(m.Number)), text)}
		}
		row := []doc.Text{
			doc.Plain(fmt.Sprint(m.Number)), doc.Plain(m.item.Question.Title),
			named("asked", askedWords(m)), named("decided", decidedWords(m)), named("today", s.todayWords(m)),
		}
		if !kept {
			row = slices.Delete(row, 2, 3)[1:]
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func askedWords(m matter) string {
	if !m.asked() {
		return "not asked by a report"
	}
	return words.Join(", ", m.Begun().Long(), onlyMore(m.Asks(), "asked %d times"))
}

// onlyMore is a count from two on.
func onlyMore(n int, format string) string {
	if n < 2 {
		return ""
	}
	return fmt.Sprintf(format, n)
}

// decisionMeans says what a kind of decision means with its date.
var decisionMeans = sync.OnceValue(func() map[assess.DecisionKind]string {
	return map[assess.DecisionKind]string{
		assess.Fix: "fix by %s", assess.Accept: "accept the risk until %s", assess.Transfer: "hand over by %s", assess.Later: "look again by %s",
	}
})

func decidedWords(m matter) string {
	e := m.decision()
	said := e.Said
	if said.Kind == assess.Undecided {
		return "no decision yet"
	}
	day := said.Date().Long()
	if day == "" {
		day = "a day not set"
	}
	redated := ""
	if n := m.Redated(); n > 0 {
		redated = "moved " + words.Times(n)
	}
	return words.Join(", ", fmt.Sprintf(decisionMeans()[said.Kind], day), words.Cut(words.Line(orElse(said.Owner, said.Approver)), longestOwner), redated)
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// todayWords says whether a matter is done, past its date or open.
func (s *story) todayWords(m matter) string {
	on := s.ledgerDay()
	switch {
	case !m.Closed.IsZero():
		return "done by " + m.Closed.Long()
	case m.Late(on) && !m.decided():
		return words.Count(on.DaysSince(m.Date()), "day", "days") + " past the suggested date"
	case m.Late(on):
		return words.Count(on.DaysSince(m.Date()), "day", "days") + " past its date"
	}
	return "open: " + words.Lower(s.says(m.item))
}
