package cmd

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/assess/match"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// finder looks for help and keeps what it found, in the order of the printing.
type finder struct {
	*resourcesOptions

	lib *frameworks.Library
	now *assess.Result // the latest quarter; nil if there is none
	org assess.Organization

	lines []frameworks.Hit // what is printed; the resources of it are also in found
	found []match.Matched
	most  int // of found that are printed whole, without --all the only ones
}

// The best of a long list are printed: three for a gap, because nobody uses
// more at once, and a screenful for words.
const (
	mostForGap   = 3
	mostForWords = 8
)

// everything lists all resources by kind.
func (f *finder) everything() {
	all := slices.Clone(f.lib.Resources)
	slices.SortStableFunc(all, frameworks.ByKind)
	for _, r := range all {
		f.add(match.Matched{Resource: r, URL: match.Address(r, f.org.Size)})
	}
	f.most = len(f.found)
	f.leave()
}

func (f *finder) add(m match.Matched) {
	f.found = append(f.found, m)
	f.lines = append(f.lines, frameworks.Hit{Resource: m.Resource})
}

// search looks for the words and says how it read them.
func (f *finder) search() error {
	s := f.lib.Search(strings.Join(f.Words, " "), f.org.Size)
	for _, r := range s.Read {
		f.env.say("nothing mentions %q; looked for %q", r.Word, r.As)
	}
	switch {
	case s.Lost:
		f.env.say("nothing fits %q; here is where most people begin", strings.Join(f.Words, " "))
	case len(s.Missing) > 0:
		f.env.say("nothing is known about %q; looked for the other words", strings.Join(s.Missing, " "))
	}
	address := f.addresses(s.Hits)
	for _, h := range s.Hits {
		switch {
		case h.Resource != nil:
			f.add(match.Matched{Resource: h.Resource, URL: cmp.Or(address[h.Resource], match.Address(h.Resource, f.org.Size))})
		case f.Kind == "": // whoever names a kind wants resources
			f.lines = append(f.lines, h)
		}
	}
	f.most = mostForWords
	f.leave()
	return f.some()
}

// addresses are those of the help of the questions that were found, which lead
// to the chapter that is meant.
func (f *finder) addresses(hits []frameworks.Hit) map[*frameworks.Resource]string {
	of := map[*frameworks.Resource]string{}
	for _, h := range hits {
		if h.Question == nil {
			continue
		}
		for _, m := range match.Question(f.lib, h.Question, assess.Open, frameworks.No, f.org) {
			if m.Close && of[m.Resource] == "" {
				of[m.Resource] = m.URL
			}
		}
	}
	return of
}

// findFor looks for what helps with something that has a name, and by words if
// it has none.
func (f *finder) findFor() error {
	matched, err := f.named(f.For, f.org)
	if err != nil {
		return err
	}
	f.leftOut()
	if matched == nil {
		f.Words = append(strings.Fields(f.For), f.Words...)
		return f.search()
	}
	wanted := map[*frameworks.Resource]bool{}
	for _, h := range f.lib.Search(strings.Join(f.Words, " "), f.org.Size).Hits {
		wanted[h.Resource] = true
	}
	for _, m := range matched {
		if len(f.Words) == 0 || wanted[m.Resource] {
			f.add(m)
		}
	}
	f.leave()
	f.most = f.worth()
	return f.some()
}

// worth is how many of the first three are worth printing: those that were
// picked, and all three where none was.
func (f *finder) worth() int {
	first := f.found[:min(mostForGap, len(f.found))]
	n := 0
	for n < len(first) && (first[n].Picked || first[n].Close) {
		n++
	}
	if n == 0 {
		return mostForGap
	}
	return n
}

// leftOut says what the same search finds in the United States alone.
func (f *finder) leftOut() {
	us := f.org
	us.Country = "us"
	there, err := f.named(f.For, us)
	if err != nil {
		return
	}
	var left []*frameworks.Resource
	for _, m := range there {
		if !match.InCountry(m.Resource, f.org) && f.wants(m.Resource) {
			left = append(left, m.Resource)
		}
	}
	f.sayAbroad(left)
}

// some says so if nothing is left.
func (f *finder) some() error {
	if len(f.lines) == 0 {
		return withHint(errors.New("no resource is left for that"), `"hygeia resources" lists all %d`, len(f.lib.Resources))
	}
	return nil
}

// leave takes out what is not of the kind or the size, and what cannot be used
// in the country, which it says with what stands in its place.
func (f *finder) leave() {
	var abroad []*frameworks.Resource
	out := func(r *frameworks.Resource) bool {
		// A list of addresses is for whoever looks after all of them.
		if f.Format != "urls" && !match.InCountry(r, f.org) {
			return true
		}
		return !f.wants(r)
	}
	for _, m := range f.found {
		if f.Format != "urls" && !match.InCountry(m.Resource, f.org) && f.wants(m.Resource) && m.Resource.InCountry("us") {
			abroad = append(abroad, m.Resource)
		}
	}
	f.found = slices.DeleteFunc(f.found, func(m match.Matched) bool { return out(m.Resource) })
	f.lines = slices.DeleteFunc(f.lines, func(h frameworks.Hit) bool { return h.Resource != nil && out(h.Resource) })
	f.sayAbroad(abroad)
}

// sayAbroad names what only places in the United States can use.
func (f *finder) sayAbroad(left []*frameworks.Resource) {
	if len(left) == 0 {
		return
	}
	const most = 3
	var titles []string
	for _, r := range left[:min(most, len(left))] {
		titles = append(titles, r.Title)
	}
	if more := len(left) - most; more > 0 {
		titles = append(titles, fmt.Sprintf("%d more", more))
	}
	f.env.say("left out: %s that only organizations in the United States can use (%s)",
		words.Count(len(left), "resource", "resources"), words.And(titles))
	if instead := f.inTheirPlace(left); len(instead) > 0 {
		f.env.hint("in their place: %s; %q shows one", words.And(instead), "hygeia resources "+instead[0])
	}
	if slices.ContainsFunc(left, func(r *frameworks.Resource) bool { return r.Kind == "reporting-portal" }) {
		f.env.hint("whom to tell in your country: %s", f.env.named("incident"))
	}
}

// inTheirPlace are the first few that stand in the place of what is left out and
// can be used here, those that are printed anyway left out.
func (f *finder) inTheirPlace(left []*frameworks.Resource) []string {
	const most = 3
	var ids []string
	for _, r := range left {
		other, ok := f.lib.Resource(r.Abroad)
		printed := slices.ContainsFunc(f.found, func(m match.Matched) bool { return m.Resource == other })
		if ok && len(ids) < most && !printed && match.InCountry(other, f.org) && !slices.Contains(ids, other.ID) {
			ids = append(ids, other.ID)
		}
	}
	return ids
}

// wants reports whether a resource is of the kind and the size.
func (o *resourcesOptions) wants(r *frameworks.Resource) bool {
	if o.Kind != "" && r.Kind != o.Kind {
		return false
	}
	size, err := frameworks.ParseSize(o.Size)
	return err != nil || slices.Contains(r.Audience, size)
}
