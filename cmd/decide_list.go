package cmd

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"text/tabwriter"

	"hygeia/assess"
	"hygeia/assess/sheet"
	"hygeia/assess/store"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/calendar"
)

// listed is a line of the list: a matter, or a decision that no matter holds, as
// one of an old quarter without a date.
type listed struct {
	Number      int // 0 for none
	Question    string
	Since       assess.Date
	Times       int
	Decision    assess.Decision
	Date        assess.Date
	State       string
	Cost        int
	Redated     int
	Closed      assess.Date
	First, Last assess.Date
	Changes     int
}

// list prints everything that was asked and decided, by number.
func (o *decideOptions) list(b *books, saved *store.Saved) error {
	rows := o.rows(b, saved)
	if len(rows) == 0 && o.Format == "text" {
		o.env.say("nothing was asked or decided yet")
		o.env.hint(`what a quarter asks of the board is written down when it is finished; decide before that with "hygeia decide"`)
		return nil
	}
	var out bytes.Buffer
	write := map[string]func(*bytes.Buffer, []listed, *store.Saved) error{"text": listText, "csv": listCSV, "ics": listCalendar}[o.Format]
	if err := write(&out, rows, saved); err != nil {
		return err
	}
	return writeBytes(o.env, out.Bytes(), o.Output, "decisions"+extension(o.Format))
}

func (o *decideOptions) rows(b *books, saved *store.Saved) []listed {
	r := assess.Evaluate(saved.Library, b.view)
	var rows []listed
	told := map[string]bool{}
	for _, m := range b.matters {
		e, _ := m.Decision()
		row := listed{
			Number: m.Number, Question: m.Question, Since: m.Begun(), Times: m.Asks(), Decision: e.Said, Date: m.Date(),
			State: m.State(o.today()), Cost: m.Cost(), Redated: m.Redated(), Closed: m.Closed,
			First: m.First(), Last: m.Last(), Changes: len(m.Events) - 1,
		}
		if _, asked := r.Item(m.Question); !asked && m.Closed.IsZero() {
			row.State = "not asked now"
		}
		told[m.Question] = true
		rows = append(rows, row)
	}
	for _, key := range slices.Sorted(maps.Keys(b.view.Decisions)) {
		if d := b.view.Decisions[key]; !told[key] {
			rows = append(rows, listed{Question: key, Decision: d, Date: d.Date(), State: o.state(r, key, d)})
		}
	}
	return rows
}

func listText(out *bytes.Buffer, rows []listed, _ *store.Saved) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "NO.\tQUESTION\tASKED SINCE\tTIMES\tDECISION\tWHO\tDATE\tSTATE")
	for _, l := range rows {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", number(l.Number), l.Question, cmp.Or(l.Since.String(), "-"), number(l.Times),
			cmp.Or(l.Decision.Kind.String(), "-"), words.Line(cmp.Or(who(l.Decision), "-")), cmp.Or(l.Date.String(), "-"), words.Join(" ", l.State, l.Closed.String()))
	}
	return w.Flush()
}

// number prints a number, and a dash for none.
func number(n int) string {
	if n == 0 {
		return "-"
	}
	return strconv.Itoa(n)
}

func listCSV(out *bytes.Buffer, rows []listed, saved *store.Saved) error {
	t := sheet.Table{}
	for _, head := range []string{"number", "question", "title", "asked since", "times asked", "decision", "who", "date", "state", "times moved", "cost in dollars", "reason", "decided on", "done on"} {
		t.Columns = append(t.Columns, sheet.Column{Head: head})
	}
	for _, l := range rows {
		t.Rows = append(t.Rows, []sheet.Cell{
			count(l.Number), sheet.Text(l.Question), sheet.Text(titleOf(saved.Library, l.Question)), sheet.Text(l.Since.String()), count(l.Times),
			sheet.Text(l.Decision.Kind.String()), sheet.Text(who(l.Decision)), sheet.Text(l.Date.String()), sheet.Text(l.State), count(l.Redated),
			count(l.Cost), sheet.Text(words.Line(l.Decision.Reason)), sheet.Text(l.Decision.Recorded.String()), sheet.Text(l.Closed.String()),
		})
	}
	return sheet.WriteCSV(out, t)
}

// count is a cell with a number, empty for none.
func count(n int) sheet.Cell {
	if n == 0 {
		return sheet.Cell{}
	}
	return sheet.Whole(n)
}

func titleOf(lib *frameworks.Library, key string) string {
	if q, known := lib.Question(key); known {
		return q.Title
	}
	return key
}

// listCalendar writes the days that are still to come or past without being kept:
// what is due, what is looked at again, and what the board is asked by.
func listCalendar(out *bytes.Buffer, rows []listed, saved *store.Saved) error {
	var entries []calendar.Entry
	for _, l := range rows {
		if l.Number == 0 || l.Date.IsZero() || !l.Closed.IsZero() {
			continue
		}
		title := titleOf(saved.Library, l.Question)
		text := fmt.Sprintf("Matter %d, %s.", l.Number, l.Question)
		if l.Decision.Kind != assess.Undecided {
			text += " " + words.Capital(decisionText(l.Decision)) + costText(l.Cost) + "."
		}
		if l.Decision.Reason != "" {
			text += "\n" + words.Line(l.Decision.Reason)
		}
		entries = append(entries, calendar.Entry{
			UID: fmt.Sprintf("matter-%d.%s.%s@hygeia", l.Number, l.First, l.Question),
			Day: calendarDay(l.Date), Summary: calendarWord(l.Decision) + ": " + title, Text: text,
			Changed: calendarDay(l.Last), Sequence: l.Changes,
		})
	}
	slices.SortStableFunc(entries, func(x, y calendar.Entry) int { return cmp.Compare(x.Day.String(), y.Day.String()) })
	return calendar.Write(out, words.Join(": ", words.Line(saved.Organization.Name), "decisions"), entries)
}

func calendarDay(d assess.Date) calendar.Day {
	return calendar.Day{Year: d.Year, Month: int(d.Month), Day: d.Day}
}

// calendarWord says what happens on the day of a decision.
func calendarWord(d assess.Decision) string {
	switch d.Kind {
	case assess.Fix:
		return "Due, " + words.Line(d.Owner)
	case assess.Accept:
		return "Accepted risk ends"
	case assess.Transfer:
		return "Handed over, " + words.Line(d.Owner)
	case assess.Later:
		return "Look at it again"
	}
	return "Suggested date, not decided yet"
}
