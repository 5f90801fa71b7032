package cmd

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/cmd/form"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// asker asks one sitting's questions, full screen or line by line.
type asker struct {
	*assessOptions
	store *store.Store
	saved *store.Saved
	term  form.Terminal
	plain bool
	kept  bool // something was written in this sitting

	before *store.Saved // the quarter this one was carried from; nil if there is none
	begun  bool         // questions were asked in this sitting

	history form.History // what was done in this sitting
	notice  string       // said on the next page
}

// ask runs one sitting: who answers, the questions, and the offer to go on.
func ask(ctx context.Context, o *assessOptions, st *store.Store, saved *store.Saved) error {
	a := &asker{assessOptions: o, store: st, saved: saved, plain: o.mode() == lines}
	a.term = form.Terminal{In: o.env.In, Out: o.env.Screen, Width: o.env.Width, Height: o.env.Height, Color: o.env.Color}
	if a.plain {
		a.term.Out, a.term.Color = o.env.Out, false
		a.term.In = o.env.typed()
	}
	var err error
	if a.before, err = before(o.env, st, saved.Period); err != nil {
		return err
	}
	if _, err := st.View(saved, assess.Date{}); err != nil {
		return err
	}
	if nothing, err := a.nothingChosen(); err != nil || nothing {
		return err
	}
	outcome, err := a.sitting(ctx)
	if err != nil {
		return err
	}
	return a.farewell(outcome)
}

// keep writes the quarter.
func (a *asker) keep() error {
	a.kept = true
	return a.env.keep(a.store, a.saved)
}

// keepAside is keep outside of the questions, where there is no page to say on
// that the quarter is not where it belongs; it is told at the end.
func (a *asker) keepAside() error {
	err := a.keep()
	if k := new(form.Kept); errors.As(err, &k) {
		return nil
	}
	return err
}

// mark makes the marking of a section a step of its own in the history.
func (a *asker) mark() {
	if err := a.store.Mark(a.saved, store.PastSection); err != nil {
		a.notice = words.Sentence(err.Error())
	}
}

func (a *asker) sitting(ctx context.Context) (form.Outcome, error) {
	outcome, err := a.profile(ctx)
	if err != nil || outcome != form.Done {
		return outcome, err
	}
	if err := a.choose(a.saved); err != nil {
		return form.Stopped, err
	}
	if a.Profile {
		return form.Done, nil
	}
	for {
		outcome, err := a.questions(ctx)
		if err != nil || outcome != form.Done && outcome != form.Undone {
			return outcome, err
		}
		if outcome == form.Undone {
			a.notice = a.history.Taken()
		}
		more, outcome, err := a.afterwards(ctx)
		if err != nil || outcome != form.Done || !more {
			return outcome, err
		}
	}
}

// profile asks who is assessed, once, and who answers, each sitting. Flags that
// say it all leave nothing to ask.
func (a *asker) profile(ctx context.Context) (form.Outcome, error) {
	if !a.Profile && a.By != "" && a.saved.Organization.Name != "" && a.saved.Organization.Size != 0 {
		return form.Done, nil
	}
	p := form.Profile{Organization: a.saved.Organization, By: a.By, Known: people(a.saved.Assessment), Correct: a.Profile}
	if p.By == "" {
		p.By = lastBy(a.saved.Assessment)
	}
	run := form.RunProfile
	if a.plain {
		run = form.PlainProfile
	}
	outcome, err := run(ctx, a.term, a.saved.Library, &p, a.saved.Period.String())
	if err != nil || outcome != form.Done {
		return outcome, err
	}
	a.saved.Organization, a.By = p.Organization, p.By
	return outcome, a.keepAside()
}

// lastBy is who gave the newest answer; "" if nobody is recorded, or if two did
// on that day: which of them is at work again nobody can tell.
func lastBy(as *assess.Assessment) string {
	var by string
	var on assess.Date
	alone := true
	for _, a := range as.Answers {
		switch {
		case a.By == "" || by != "" && on.After(a.Recorded):
		case by == "" || a.Recorded.After(on):
			by, on, alone = a.By, a.Recorded, true
		case a.By != by:
			alone = false
		}
	}
	if !alone {
		return ""
	}
	return by
}

// people are those who gave an answer of the quarter, by name.
func people(as *assess.Assessment) []string {
	var names []string
	for _, a := range as.Answers {
		if a.By != "" && !slices.Contains(names, a.By) {
			names = append(names, a.By)
		}
	}
	slices.Sort(names)
	return names
}

func (a *asker) questions(ctx context.Context) (form.Outcome, error) {
	s, err := a.session()
	if err != nil {
		return form.Stopped, err
	}
	a.begun = true
	run := form.Run
	if a.plain {
		run = form.Plain
	}
	return run(ctx, a.term, s)
}

func (a *asker) rerun() rerun { return rerunOf(a.saved.Library, a.view(), a.before, a.today()) }

// view is the quarter with what the ledger says about it. That the ledger can be
// read is looked at when the sitting begins.
func (a *asker) view() *assess.Assessment {
	view, err := a.store.View(a.saved, assess.Date{})
	if err != nil {
		return a.saved.Assessment
	}
	return view
}

// session is what is asked now: section by section in a first quarter, by what
// is due in a later one, or what was chosen on the command line. What there is to
// do is told before the first question of a sitting.
func (a *asker) session() (*form.Session, error) {
	sections, err := a.chapters(a.saved)
	if err != nil {
		return nil, err
	}
	r := a.rerun().within(sections)
	s := &form.Session{
		Library:    a.saved.Library,
		Assessment: a.saved.Assessment,
		Chapters:   sections,
		Rerun:      r.again,
		Why:        r.why(),
		By:         a.By,
		Today:      a.today(),
		Start:      a.saved.At,
		Save:       a.keep,
		Mark:       a.mark,
		Unattended: !a.env.InTerminal,
		Path:       a.store.Dir(),
		History:    &a.history,
	}
	if r.again && a.Section == "" {
		s.Chapters, s.Sections = r.chapters(sections), sections
	}
	if a.only != assess.Everything {
		r.asks = a.saved.Select(r.asks, a.only)
		s.Chapters = restricted(s.Chapters, r.asks)
		if len(s.Chapters) > 0 {
			s.Start = s.Chapters[0].Questions[0].Key
		}
	}
	switch {
	case a.begun:
		s.Notice, a.notice = a.notice, ""
	case r.again && a.only == assess.Everything && a.Section == "":
		s.Opening = r.opening(a.saved.Period, a.before)
	case a.only == assess.OnlyUnknown:
		s.Notice = words.Count(len(r.asks), "question", "questions") + ` answered "don't know".`
	case r.again || assess.Summary(r.asks).Asked() > 0:
		s.Notice = words.Capital(r.left()) + "."
	}
	return s, nil
}

// nothingChosen reports whether --only leaves nothing to ask, and says so with
// the next step. While the size is not known it is too early to tell what is open.
func (a *asker) nothingChosen() (bool, error) {
	if a.only == assess.Everything || a.only == assess.OnlyOpen && a.saved.Organization.Size == 0 {
		return false, nil
	}
	if a.saved.Organization.Size != 0 {
		if err := a.choose(a.saved); err != nil {
			return false, err
		}
	}
	sections, err := a.chapters(a.saved)
	if err != nil {
		return false, err
	}
	r := a.rerun().within(sections)
	if len(a.saved.Select(r.asks, a.only)) > 0 {
		return false, nil
	}
	where := a.saved.Period.String()
	if a.Section != "" {
		where = fmt.Sprintf("section %s of %s", a.Section, where)
	}
	a.env.say("nothing to ask in %s: %s; %s", where, noneOf()[a.only], r.left())
	if w := assess.Summary(r.asks); w.Asked()+w[assess.AskRest] > 0 {
		a.env.hint(`for the others: "hygeia assess"`)
	} else {
		a.env.hint(`write the report with "hygeia report"`)
	}
	return true, nil
}

func noneOf() map[assess.Only]string {
	return map[assess.Only]string{
		assess.OnlyOpen:    "every question is answered",
		assess.OnlyUnknown: `no answer is "don't know"`,
		assess.OnlyDue:     "nothing is due",
		assess.OnlyChanged: "no question is new or changed",
		assess.OnlyScanned: "no scan bears on a question",
	}
}

// goOn is how the next sitting begins: line by line where this one was asked to be.
func (o *assessOptions) goOn() string {
	if o.Plain {
		return `go on with "hygeia assess --plain"`
	}
	return `go on with "hygeia assess"`
}

// farewell says where everything is, and what to type next.
func (a *asker) farewell(outcome form.Outcome) error {
	if !a.kept && outcome != form.Done {
		if outcome == form.Interrupted {
			return interruptedf("interrupted; nothing was changed")
		}
		a.env.say("nothing was changed")
		return nil
	}
	r := assess.Evaluate(a.saved.Library, a.saved.Assessment)
	where := fmt.Sprintf("%s: %s", savedIn(a.store, a.saved), r.All.SaidOf())
	if outcome == form.Interrupted {
		return withHint(interruptedf("interrupted; %s", where), "%s", a.goOn())
	}
	a.env.say("%s", where)
	if a.Profile {
		a.env.hint("%s", a.goOn())
		return nil
	}
	left := a.rerun()
	if left.again {
		a.env.say("%s: %s", a.saved.Period, left.left())
	}
	if outcome == form.Stopped {
		a.env.hint("%s", a.goOn())
		return nil
	}
	a.env.say("Essential goals: %s", r.Goals)
	a.env.hint(`write the report with "hygeia report"; close the quarter with "hygeia assess --finish"`)
	return nil
}

// chapters are the questions to ask, in order; with --section only those of
// one section.
func (o *assessOptions) chapters(saved *store.Saved) ([]form.Chapter, error) {
	return o.section(chaptersOf(saved.Library, saved.Frameworks, saved.Organization.Size))
}

func chaptersOf(lib *frameworks.Library, ids []string, size frameworks.Size) []form.Chapter {
	var chapters []form.Chapter
	for _, c := range assess.Chapters(lib, ids, size) {
		chapters = append(chapters, form.Chapter{ID: c.Section.ID, Title: c.Section.Title, Questions: c.Questions})
	}
	return chapters
}

// section chooses the chapter that --section names, or all without one.
func (o *assessOptions) section(chapters []form.Chapter) ([]form.Chapter, error) {
	if o.Section == "" {
		return chapters, nil
	}
	var ids []string
	for _, c := range chapters {
		if strings.EqualFold(c.ID, o.Section) || strings.EqualFold(c.Title, o.Section) {
			return []form.Chapter{c}, nil
		}
		ids = append(ids, c.ID)
	}
	return nil, unknown("section", o.Section, append(ids, frameworks.OversightFacts, frameworks.PatientFacts, frameworks.GuideFacts))
}
