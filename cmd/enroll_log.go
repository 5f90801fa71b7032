package cmd

import (
	"context"
	"fmt"
	"strings"

	"hygeia/assess"
	"hygeia/assess/log"
	"hygeia/assess/store"
	"hygeia/frameworks/words"
)

// letterDays is after how many days a letter that did not come is asked for: CISA
// sends its papers within two weeks.
const letterDays = 14

// notes reports whether the log is to be written and no message.
func (o *enrollOptions) notes() bool { return o.Sent || o.Answered || o.Dropped }

// checkNotes refuses flags that do not go together.
func (o *enrollOptions) checkNotes() error {
	n := 0
	for _, set := range []bool{o.Sent, o.Answered, o.Dropped} {
		if set {
			n++
		}
	}
	switch {
	case n > 1:
		return usagef("--sent, --answered and --dropped are three different things: choose one")
	case n == 0 && o.On != "":
		return usagef("--on says when something happened: add --sent, --answered or --dropped")
	case n == 1 && o.Contact+o.Mailbox+o.Phone+o.Address+o.Output != "":
		return usagef("--sent, --answered and --dropped only write down what happened; write the message without them")
	}
	return nil
}

// note writes into the log that a service was asked for, wrote back, or is no
// longer waited for.
func (o *enrollOptions) note(ctx context.Context) error {
	today := assess.DateOf(o.env.Now())
	on, err := assess.DayPast(o.On, today)
	if o.On == "" {
		on, err = today, nil
	}
	switch {
	case err != nil:
		return usagef("--on: %w", err)
	case on.After(today):
		return usagef("--on: %s is still to come; give the day on which it happened", on)
	}
	st, err := openStore(o.env)
	if err != nil {
		return err
	}
	unlock, err := o.env.lock(ctx, st, "")
	if err != nil {
		return err
	}
	defer unlock()
	journal, err := st.Journal()
	if err != nil {
		return err
	}
	var kept []string
	for _, name := range o.services() {
		e := o.event(name, on)
		if s, asked := journal.Enrollment(name); e.Kind == log.EnrollAsked && asked && s.Answered.IsZero() && (s.Asked == on || s.Again == on) {
			o.env.say("%s: is written down for %s already", name, on)
			continue
		}
		if err := journal.Append(e); err != nil {
			if _, asked := journal.Enrollment(name); asked {
				return err
			}
			return withHint(err, "say first when it was asked for: %s", o.env.named("resources", "enroll", o.Service, "--sent", "--on", "DAY"))
		}
		kept = append(kept, fmt.Sprintf("%s: %s on %s, kept in %s", name, noted(e.Kind), on, st.LogPath()))
	}
	if err := st.WriteJournal(journal); err != nil {
		return err
	}
	for _, line := range kept {
		o.env.say("%s", line)
	}
	o.env.hint("%s", o.afterNote())
	return nil
}

// services are those a name on the command line stands for.
func (o *enrollOptions) services() []string {
	if o.Service == bothScans {
		return []string{cyberHygiene, webScanning}
	}
	return []string{o.Service}
}

func (o *enrollOptions) event(service string, on assess.Date) log.Event {
	e := log.Event{Day: on, What: service, By: o.By}
	switch {
	case o.Sent:
		e.Kind, e.Due = log.EnrollAsked, on.AddDays(letterDays)
	case o.Answered:
		e.Kind = log.EnrollAnswered
	default:
		e.Kind = log.EnrollDropped
	}
	return e
}

func noted(k log.Kind) string {
	switch k {
	case log.EnrollAsked:
		return "asked for"
	case log.EnrollAnswered:
		return "letter back"
	}
	return "no longer waited for"
}

func (o *enrollOptions) afterNote() string {
	switch {
	case o.Sent:
		return fmt.Sprintf("when the letter is there: %s; until then %s says how long you wait", o.env.named("resources", "enroll", o.Service, "--answered"), o.env.named())
	case o.Answered:
		return fmt.Sprintf("send the papers back signed; take over the files of the first report with %s", o.env.named("import", "FOLDER"))
	}
	return fmt.Sprintf("%s writes the message again", o.env.named("resources", "enroll", o.Service))
}

// followed is a service whose way is followed from the message to the trend.
type followed struct {
	service  string
	resource string
	title    string
	kinds    string   // begins the kinds of its files
	main     string   // the kind of file whose figures are compared
	figures  []string // that tell the trend
}

var follow = []followed{
	{cyberHygiene, "cisa-cyber-hygiene", "CISA's scans from outside", "cyhy-", "cyhy-findings", []string{"kev-open", "open"}},
	{webScanning, "cisa-web-application-scanning", "CISA's scans of web applications", "was-", "was-findings", []string{"open"}},
}

// errandsOf says of a folder how far each free scan is.
func (env *Env) errandsOf(st *store.Store, r *assess.Result) ([]string, error) {
	journal, err := st.Journal()
	if err != nil {
		return nil, err
	}
	evidence, err := st.Evidence()
	if err != nil {
		return nil, err
	}
	return env.errands(journal.Log, r, evidence, assess.DateOf(env.Now())), nil
}

// errands says how far each free scan is that was asked for or sends reports:
// asked, letter back, first report, trend.
func (env *Env) errands(journal *log.Log, r *assess.Result, evidence []*assess.Evidence, today assess.Date) []string {
	var lines []string
	for _, f := range follow {
		days, newest := f.days(evidence, today)
		s, asked := journal.Enrollment(f.service)
		text := ""
		switch {
		case len(days) > 1:
			text = fmt.Sprintf("%d reports taken over, %s to %s%s", len(days), days[0], days[len(days)-1], f.trend(r, evidence, newest))
		case len(days) == 1:
			text = fmt.Sprintf("first report of %s taken over; the next one shows the trend", days[0])
		case asked:
			text = env.waitsFor(f, s, today)
		default:
			continue
		}
		lines = append(lines, f.title+": "+text)
	}
	return lines
}

// waitsFor says what is waited for before the first report, and what to do.
func (env *Env) waitsFor(f followed, s log.Enrollment, today assess.Date) string {
	command := func(words ...string) string {
		return env.named(append([]string{"resources", "enroll", f.service}, words...)...)
	}
	days, waiting := s.Waiting(today)
	switch {
	case !waiting:
		return fmt.Sprintf("letter back on %s, no report taken over yet; %s takes over the files behind its paper clips", s.Answered, env.named("import", "FOLDER"))
	case s.Due.IsZero() || !today.After(s.Due):
		return fmt.Sprintf("asked %s, letter not back yet; %s keeps the day when it is", ago(days), command("--answered"))
	}
	return fmt.Sprintf("asked %s, no letter back: ask again at the same mailbox and note it with %s, or note the letter with %s", ago(days), command("--sent"), command("--answered"))
}

// ago says how many days have passed.
func ago(days int) string {
	if days == 0 {
		return "today"
	}
	return words.Count(days, "day", "days") + " ago"
}

// days returns the days of a service's whole reports up to a day, each once, the
// oldest first, and the newest report that has its main figures. The files of one
// report are of several days within a week, and the last of them is its day.
func (f followed) days(evidence []*assess.Evidence, today assess.Date) (days []assess.Date, newest *assess.Evidence) {
	var begun assess.Date
	for _, e := range evidence { // the oldest first
		if !strings.HasPrefix(e.Kind, f.kinds) || e.Partial != "" || e.Date.After(today) {
			continue
		}
		if len(days) == 0 || e.Date.DaysSince(begun) >= 7 {
			days, begun = append(days, e.Date), e.Date
		}
		days[len(days)-1] = e.Date
		if e.Kind == f.main {
			newest = e
		}
	}
	return days, newest
}

// trend compares the first and the newest report, figure by figure.
func (f followed) trend(r *assess.Result, evidence []*assess.Evidence, newest *assess.Evidence) string {
	var first *assess.Evidence
	for _, e := range evidence {
		if e.Kind == f.main && e.Partial == "" {
			first = e
			break
		}
	}
	if newest == nil || first == newest || r == nil {
		return ""
	}
	var parts []string
	for _, key := range f.figures {
		then, now := first.Figure(key), newest.Figure(key)
		if then.Known() && now.Known() {
			parts = append(parts, fmt.Sprintf("%s: %s then, %s now", words.Lower(r.Library.Scans.Figure(key)), seenFigure(then), seenFigure(now)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "; " + strings.Join(parts, "; ")
}

// seenFigure is a figure in words where the file may show only a part.
func seenFigure(f assess.Figure) string {
	switch {
	case !f.AtLeast():
		return f.Number()
	case !f.Reaches(1):
		return "none seen"
	}
	return "at least " + strings.TrimSuffix(f.Number(), "+")
}
