package report

import (
	"io"

	"hygeia/assess"
	"hygeia/assess/sheet"
	"hygeia/frameworks/words"
	"hygeia/report/data"
	"hygeia/report/doc"
)

// WriteXLSX writes a quarter as an Excel workbook: the gaps, the answers, the plan,
// what was asked and decided, and the facts where there are any, one sheet each, with
// the columns its reader may see. Texts are texts, whatever they begin with. An insurer gets the answers alone.
func WriteXLSX(w io.Writer, in Input) error {
	if err := in.Audience.data(); err != nil {
		return err
	}
	s := newStory(in)
	d := s.cover("")
	about := words.Join(", ", d.Subject, d.Period, d.Marks(), d.Legal)
	tables := []sheet.Table{s.answerSheet(about)}
	if s.reader != ForInsurer {
		tables = []sheet.Table{s.gapSheet(about), s.answerSheet(about), s.planSheet(about), s.ledgerSheet(about)}
	}
	if s.reader != ForInsurer && len(s.answeredFacts()) > 0 {
		tables = append(tables, s.factSheet(about))
	}
	return sheet.WriteWorkbook(w, words.Join(", ", d.Subject, "cyber hygiene", d.Period), tables...)
}

func (s *story) gapSheet(about string) sheet.Table {
	t := data.NewSheet("Gaps", about, sheet.Column{Head: "No. in the plan", Width: 8}, sheet.Column{Head: "Practice", Width: 34}, sheet.Column{Head: "Question", Width: 60},
		sheet.Column{Head: "How far", Width: 22}, sheet.Column{Head: "Target"}, sheet.Column{Head: "Decided", Width: 34}, sheet.Column{Head: "Key", Width: 22})
	for _, it := range s.r.Items {
		if it.Gap == 0 {
			continue
		}
		number := sheet.Text("")
		if n := s.order[it.Question.Key]; n > 0 {
			number = sheet.Whole(n)
		}
		t.Rows = append(t.Rows, append([]sheet.Cell{number}, sheet.Texts(it.Question.Title, it.Question.Text, s.says(it), it.Target.Name(), s.decidedWords(it), it.Question.Key)...))
	}
	return t
}

func (s *story) answerSheet(about string) sheet.Table {
	columns := csvColumnsFor(s.reader)
	t := data.NewSheet("Answers", about)
	for _, c := range columns {
		t.Columns = append(t.Columns, sheet.Column{Head: words.Capital(c.title), Width: 18})
	}
	for _, it := range s.r.Items {
		row := &csvRow{story: s, item: it}
		row.action, row.order = s.actionOn(it)
		var cells []sheet.Cell
		for _, c := range columns {
			cells = append(cells, sheet.Text(words.Line(c.cell(row))))
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func (s *story) planSheet(about string) sheet.Table {
	t := data.NewSheet("Plan", about, sheet.Column{Head: "No.", Width: 6}, sheet.Column{Head: "When", Width: 8}, sheet.Column{Head: "Why here", Width: 34}, sheet.Column{Head: "What", Width: 34},
		sheet.Column{Head: "First step", Width: 60}, sheet.Column{Head: "Mind care", Width: 50}, sheet.Column{Head: "Who leads", Width: 24}, sheet.Column{Head: "By when", Width: 24},
		sheet.Column{Head: "Work and money", Width: 30}, sheet.Column{Head: "Free help", Width: 34}, sheet.Column{Head: "Address", Width: 40})
	for _, a := range s.actions {
		help, address := "", ""
		if fit := s.helpFor(a.Item); len(fit) > 0 {
			help, address = fit[0].Resource.Title+" ("+fit[0].Resource.Provider+")", doc.LinkTarget(fit[0].URL)
		}
		t.Rows = append(t.Rows, append([]sheet.Cell{sheet.Whole(s.order[a.Item.Question.Key])},
			sheet.Texts(words.Capital(assess.TierWord(a.Under)), s.reason(a), actionTitle(a), s.firstStep(a), careful(a), s.owner(a), s.dueWords(a), s.quoted(a), help, address)...))
	}
	return t
}

func (s *story) ledgerSheet(about string) sheet.Table {
	t := data.NewSheet("Ledger", about, sheet.Column{Head: "Matter", Width: 8}, sheet.Column{Head: "Practice", Width: 34}, sheet.Column{Head: "Asked", Width: 30},
		sheet.Column{Head: "Decided", Width: 40}, sheet.Column{Head: "Quote", Width: 12}, sheet.Column{Head: "Today", Width: 34})
	for _, m := range s.matters {
		if m.item == nil {
			continue
		}
		number, quote := sheet.Text(""), ""
		if m.Number > 0 {
			number = sheet.Whole(m.Number)
		}
		if m.Cost() > 0 {
			quote = dollars(m.Cost())
		}
		t.Rows = append(t.Rows, append([]sheet.Cell{number}, sheet.Texts(m.item.Question.Title, askedWords(m), decidedWords(m), quote, s.todayWords(m))...))
	}
	return t
}

func (s *story) factSheet(about string) sheet.Table {
	t := data.NewSheet("Facts", about, sheet.Column{Head: "Fact", Width: 34}, sheet.Column{Head: "Question", Width: 60}, sheet.Column{Head: "Our answer", Width: 40},
		sheet.Column{Head: "Written down", Width: 16}, sheet.Column{Head: "Key", Width: 22})
	for _, f := range s.answeredFacts() {
		t.Rows = append(t.Rows, sheet.Texts(f.Title, f.Text, factPrinted(f), f.Said.Recorded.Long(), f.Key))
	}
	return t
}
