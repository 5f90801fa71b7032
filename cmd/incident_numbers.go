package cmd

import (
	"context"
	"fmt"
	"slices"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/cmd/form"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// numberAsker asks for an organization's own numbers, line by line, and keeps
// them after each answer.
type numberAsker struct {
	ctx     context.Context
	env     *Env
	term    form.Terminal
	store   *store.Store
	numbers frameworks.Numbers
	ended   bool // the input is at its end: nothing more is asked
}

// askNumbers asks where the organization is and for the number of each role of
// the page, and keeps all of it in own/contacts.yaml. A file with mistakes is not
// written over.
func (o *incidentOptions) askNumbers(ctx context.Context, page *frameworks.Incident, clocks *frameworks.Clocks, told place) error {
	if o.env.Dir == "" {
		return usagef("--numbers keeps the numbers in the folder of your quarters: say which with --dir")
	}
	st := store.Open(o.env.Dir)
	known, err := st.Contacts()
	if err != nil {
		return withHint(err, "correct %s first, so that nothing in it is lost", st.ContactsPath())
	}
	term := form.Terminal{In: o.env.typed(), Out: o.env.Err, Width: o.env.Width}
	a := &numberAsker{ctx: ctx, env: o.env, term: term, store: st, numbers: known}
	a.tell("Your own numbers for the page of a bad day. Enter keeps what stands in brackets, - takes it out.")
	if err := a.where(clocks, told); err != nil {
		return err
	}
	locale := o.env.locale(clocks, place{}, a.numbers, o.recorded(st))
	if err := a.all(page.At(locale).Own); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return interruptedf("interrupted; the numbers up to here are kept in %s", st.ContactsPath())
	}
	if a.ended {
		a.tell("")
	}
	filled := len(slices.DeleteFunc(slices.Clone(a.numbers.Contacts), func(c frameworks.Contact) bool { return c.Phone == "" }))
	o.env.say("%s kept in %s", words.Count(filled, "number is", "numbers are"), st.ContactsPath())
	o.env.hint("print the page anew: %s", o.env.named("incident", "-o", "incident.pdf"))
	return nil
}

// recorded is who the latest quarter is about; nobody if there is none.
func (o *incidentOptions) recorded(st *store.Store) assess.Organization {
	latest, err := st.Glance()
	if err != nil {
		return assess.Organization{}
	}
	return latest.Organization
}

// where asks for the state, or the country of a place outside the United States.
func (a *numberAsker) where(clocks *frameworks.Clocks, told place) error {
	if told.country != "" {
		a.settle(told)
		return a.save()
	}
	for {
		answer := a.line("Your state, such as TX, or your country if it is not the United States", words.Join("", a.numbers.State, abroad(a.numbers.Country)))
		if a.ended || answer == words.Join("", a.numbers.State, abroad(a.numbers.Country)) {
			return nil
		}
		if answer == "" {
			a.numbers.State, a.numbers.Country = "", ""
			return a.save()
		}
		if state, err := clocks.ParseState(answer); err == nil {
			a.settle(place{state: state, country: "us"})
			return a.save()
		}
		country, err := frameworks.ParseCountry(answer)
		if err == nil {
			a.settle(place{country: country})
			return a.save()
		}
		a.tell("there is no state or country %q: type two letters, such as TX, or de for Germany", answer)
	}
}

func (a *numberAsker) settle(p place) {
	a.numbers.Country, a.numbers.State = p.country, ""
	if p.state != nil {
		a.numbers.State = p.state.Code
	}
}

func abroad(country string) string {
	if country == "us" {
		return ""
	}
	return country
}

// all asks for those that are recorded already, in their order, and then for the
// roles of the page that are not, as long as there is room.
func (a *numberAsker) all(roles []frameworks.Contact) error {
	for i := range a.numbers.Contacts {
		if err := a.one(&a.numbers.Contacts[i]); err != nil || a.ended {
			return err
		}
	}
	for _, role := range roles {
		recorded := func(c frameworks.Contact) bool { return c.Who == role.Who }
		if slices.ContainsFunc(a.numbers.Contacts, recorded) || len(a.numbers.Contacts) >= frameworks.MaxContacts {
			continue
		}
		a.numbers.Contacts = append(a.numbers.Contacts, role)
		if err := a.one(&a.numbers.Contacts[len(a.numbers.Contacts)-1]); err != nil || a.ended {
			return err
		}
	}
	return nil
}

// one asks for the number of one of them, and where there is one for the name.
func (a *numberAsker) one(c *frameworks.Contact) error {
	label := words.Join("; ", c.Who, c.Note)
	if err := a.field(c, &c.Phone, label+": phone"); err != nil || a.ended || c.Phone == "" {
		return err
	}
	return a.field(c, &c.Name, "  name")
}

// field asks for one text of a contact until it can be kept, and keeps it.
func (a *numberAsker) field(c *frameworks.Contact, value *string, label string) error {
	before := *value
	for {
		*value = a.line(label, before)
		err := c.Check()
		if err == nil {
			return a.save()
		}
		a.tell("%v", err)
		if *value = before; a.ended {
			return nil
		}
	}
}

// line asks for one line. Enter leaves what is known, - takes it out.
func (a *numberAsker) line(label, known string) string {
	if known != "" {
		label += " [" + words.Visible(known) + "]"
	}
	typed, more := form.Line(a.ctx, a.term, label+":")
	a.ended = !more
	switch typed = words.Line(typed); typed {
	case "":
		return known
	case "-":
		return ""
	}
	return typed
}

func (a *numberAsker) save() error { return a.store.SaveContacts(a.numbers) }

// tell says something to the person who is asked.
func (a *numberAsker) tell(format string, args ...any) {
	a.env.talk(fmt.Sprintf(format, args...))
}
