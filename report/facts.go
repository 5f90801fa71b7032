package report

import (
	"slices"
	"strconv"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// facts are what was answered of a group, in the order in which it is asked.
func (s *story) facts(group string) []assess.StatedFact {
	return slices.DeleteFunc(s.answeredFacts(), func(f assess.StatedFact) bool { return f.Group != group })
}

// answeredFacts are the facts of all groups that were answered, in the order in which
// they are asked.
func (s *story) answeredFacts() []assess.StatedFact {
	all := assess.AskedFacts(s.lib, s.r.Assessment, s.r.AsOf)
	return slices.DeleteFunc(all, func(f assess.StatedFact) bool { return f.Said.Value == "" })
}

// factPrinted is an answer as a report prints it, with what is the matter with its age.
func factPrinted(f assess.StatedFact) string { return words.Capital(factWithAge(f)) }

// factFigure is [factPrinted] with the fact's name: it reads the same everywhere.
func factFigure(f assess.StatedFact) doc.Span { return doc.Figure("fact "+f.Key, factPrinted(f)) }

// factText is an answer in words: "24 hours", "Sept. 14, 2026", "not known".
func factText(f assess.StatedFact) string {
	switch value := f.Said.Value; {
	case value == "":
		return ""
	case value == frameworks.FactUnknown:
		return "not known"
	case value == frameworks.FactAbsent:
		return "not here"
	case f.Kind == frameworks.HoursFact:
		n, _ := strconv.Atoi(value) // it was read as a number
		return words.Count(n, "hour", "hours")
	case f.Kind == frameworks.DayFact:
		day, _ := assess.ParseDate(value) // and as a day
		return day.Long()
	default:
		return value
	}
}

// factWithAge adds what is the matter with its age.
func factWithAge(f assess.StatedFact) string {
	switch text := factText(f); {
	case !f.Old:
		return text
	case f.Ahead:
		return text + " (past)"
	case f.Kind == frameworks.DayFact && f.Fresh == oldAnswer:
		return text + " (over a year ago)"
	default:
		return text + " (said long ago)"
	}
}

// minuted are the facts of oversight with the day they were written down, to be
// taken into the minutes as they are.
func minuted(s *story) []doc.Block {
	if len(s.facts(frameworks.OversightFacts)) == 0 {
		return nil
	}
	t := doc.Table{Dense: s.lean.dense(), Columns: []doc.Column{{Title: "To be minuted", Width: 4}, {Title: "Our answer", Width: 5}, {Title: "Written down", Width: 3}}}
	for _, f := range assess.AskedFacts(s.lib, s.r.Assessment, s.r.AsOf) {
		switch {
		case f.Group != frameworks.OversightFacts:
		case f.Said.Value == "":
			t.Rows = append(t.Rows, doc.Row(f.Title, "Not answered yet", ""))
		default:
			t.Rows = append(t.Rows, []doc.Text{doc.Plain(f.Title), {factFigure(f)}, doc.Plain(f.Said.Recorded.Long())})
		}
	}
	return []doc.Block{doc.Headed(2, "For the minutes"), t}
}

// services say for each service of the place how long it goes on without computers,
// and when bringing it back was tested, as far as that is answered.
func services(s *story) []doc.Block {
	type service struct{ paper, restore, took doc.Text }
	of := map[string]*service{}
	var names []string
	var stops doc.Block
	for _, f := range s.facts(frameworks.PatientFacts) {
		if f.Service == "" {
			said := factFigure(f)
			said.Text = strings.TrimSuffix(said.Text, ".")
			stops = doc.Say("If the vendor of the patient record system cannot serve us for a week, this stops: %s.", said)
			continue
		}
		if of[f.Service] == nil {
			of[f.Service] = &service{}
			names = append(names, f.Service)
		}
		is := of[f.Service]
		*map[string]*doc.Text{frameworks.MeasurePaper: &is.paper, frameworks.MeasureRestore: &is.restore, frameworks.MeasureTook: &is.took}[f.Measure] = doc.Text{factFigure(f)}
	}
	names = slices.DeleteFunc(names, func(name string) bool { return of[name].paper.String() == "Not here" })
	var blocks []doc.Block
	if len(names) > 0 {
		t := doc.Table{Dense: len(names) > fewServices || s.lean.dense(), Columns: []doc.Column{
			{Title: "Service", Width: 3}, {Title: "Works on paper for", Width: 3}, {Title: "Restore last tested", Width: 3}, {Title: "That took", Width: 3},
		}}
		for _, name := range names {
			is := of[name]
			t.Rows = append(t.Rows, []doc.Text{doc.Plain(name), orDash(is.paper), orDash(is.restore), orDash(is.took)})
		}
		blocks = append(blocks, t)
	}
	if stops != nil {
		blocks = append([]doc.Block{stops}, blocks...)
	}
	if len(blocks) > 0 {
		blocks = append([]doc.Block{doc.Headed(2, "Without computers")}, blocks...)
	}
	return blocks
}

// fewServices is how many services a table shows in type of the usual size.
const fewServices = 4

// orDash is a cell of a table; a dash where nothing was answered.
func orDash(t doc.Text) doc.Text {
	if len(t) == 0 {
		return doc.Plain(doc.Dash)
	}
	return t
}
