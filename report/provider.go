package report

import (
	"slices"

	"hygeia/assess"
	"hygeia/report/doc"
)

// Provider returns what the IT provider has to do: the fixes that one leads or is
// needed for, with the first step, what care has to be asked and by when, and no
// other gap, answer or score. The audience is the provider whatever the input says.
func Provider(in Input) *doc.Document {
	in.Audience = ForProvider
	s := newStory(in)
	d := s.cover("What our IT provider is asked to do")
	d.Band = true
	d.Blocks = []doc.Block{
		doc.Say("This is your part of our plan for computer security, in the order in which we need it. Tell us by the dates below what is done, what it costs and what stands in the way."),
	}
	t := doc.Table{Dense: true, Columns: []doc.Column{
		{Title: "No.", Width: 2, Right: true}, {Title: "What to do first", Width: 14}, {Title: "By when", Width: 4}, {Title: "Done on", Width: 4}, {Title: "Help", Width: 6},
	}}
	for _, a := range s.actions {
		if a.Kind == assess.FixIt && s.forProvider(a) {
			t.Rows = append(t.Rows, []doc.Text{
				{s.number(a)}, s.step(a), doc.Plain(s.due(a).Long()), doc.Plain("____________"), s.firstHelp(a.Item),
			})
		}
	}
	if len(t.Rows) == 0 {
		d.Blocks = append(d.Blocks, doc.Say("Nothing at present."))
		return d
	}
	d.Blocks = append(d.Blocks, t, doc.Say("The numbers are those of our own plan, so some are missing here. %s", s.helpAge()))
	return d
}

// forProvider reports whether the IT provider has to do a step: where one runs IT,
// all that IT does; elsewhere what a provider is named for.
func (s *story) forProvider(a assess.Action) bool {
	ask := a.Item.Question.Ask
	if s.r.Assessment.Organization.IT == "outsourced" && len(ask) > 0 && ask[0] == roleIT {
		return true
	}
	return slices.Contains(ask, roleProvider)
}

// Public returns a page of counts for minutes that anybody may read: it names no
// practice, no area and no score. The audience is the public whatever the input says.
func Public(in Input) *doc.Document {
	in.Audience = ForPublic
	s := newStory(in)
	d := s.cover("Cyber hygiene in numbers")
	d.Band = true
	t := doc.Table{Columns: []doc.Column{{Title: "What is counted", Width: 5}, {Title: "Count", Width: 4}}}
	add := func(what string, n doc.Span) { t.Rows = append(t.Rows, []doc.Text{doc.Plain(what), {n}}) }
	add("Essential goals of the U.S. Department of Health and Human Services", s.goalsFigure())
	if s.before != nil && s.before.Goals.Known {
		add("The same in "+s.before.Period.String(), doc.Span{Text: s.before.Goals.String()})
	}
	add("Questions answered", s.answeredFigure())
	if m := s.moved(); s.change != nil {
		add("Answers that rose since "+s.before.Period.String(), count("rose", m.rose))
		add("Answers that fell", count("fell", m.fell))
		add("Answers that can no longer be said", count("no longer known", m.lost))
	}
	add("Steps in the plan", s.stepsFigure())
	add("Decisions asked of the board", count("decisions asked", len(s.asks())))
	add("Matters decided and open", count("decided and open", s.decidedOpen()))
	d.Blocks = []doc.Block{
		doc.Say("Each quarter we answer the same questions about how we protect patient care and records, and report to the board. What is below does not name where we are weak."),
		t,
	}
	if !s.r.AsOf.IsZero() {
		d.Blocks = append(d.Blocks, doc.Say("The next report is due by %s.", s.r.AsOf.AddMonths(reportMonths).Long()))
	}
	return d
}

// decidedOpen counts the matters that are decided and not done.
func (s *story) decidedOpen() int {
	n := 0
	for _, m := range s.told() {
		if m.decided() && m.Closed.IsZero() {
			n++
		}
	}
	return n
}
