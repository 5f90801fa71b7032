package cmd

import (
	"cmp"

	"hygeia/assess"
	"hygeia/frameworks"
)

// place is what a person told of where the organization is: a state of the United
// States, another country, or nothing.
type place struct {
	state   *frameworks.State
	country string
}

// told reads --state and --country.
func (o *incidentOptions) told(clocks *frameworks.Clocks) (place, error) {
	var p place
	var err error
	if o.Country != "" {
		if p.country, err = frameworks.ParseCountry(o.Country); err != nil {
			return p, usagef("--country: %v", err)
		}
	}
	if o.State == "" {
		return p, nil
	}
	if p.country != "" && p.country != "us" {
		return p, usagef("--state is for the United States; leave it out with --country %s", p.country)
	}
	if p.state, err = clocks.ParseState(o.State); err != nil {
		return p, usagef("--state: %v", err)
	}
	p.country = "us"
	return p, nil
}

// locale returns where the organization is: as told now, as kept with its own
// numbers, or as recorded in its latest quarter. What names no place is said, and
// never keeps the page away.
func (env *Env) locale(clocks *frameworks.Clocks, told place, kept frameworks.Numbers, recorded assess.Organization) *frameworks.Locale {
	if told.state != nil {
		return clocks.InState(told.state)
	}
	if kept.State != "" && kept.Country == "" {
		kept.Country = "us" // whoever wrote a state said where they are
	}
	country, err := frameworks.ParseCountry(cmp.Or(told.country, kept.Country, recorded.Country, "us"))
	if err != nil {
		env.say("%v; the page is for no country in particular", err)
		return clocks.InCountry("")
	}
	code := cmp.Or(kept.State, recorded.State)
	if country != "us" || code == "" {
		return clocks.InCountry(country)
	}
	state, err := clocks.ParseState(code)
	if err != nil {
		env.say("%v; the page is for no state in particular", err)
	}
	return clocks.InState(state)
}
