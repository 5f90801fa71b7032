package form

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// Profile is who is assessed, and who answers.
type Profile struct {
	Organization assess.Organization
	By           string   // the last name given; asked again each sitting, and not to correct
	Known        []string // who has answered before
	Correct      bool     // ask for all of it again, to be corrected; otherwise for what is not known
}

// RunProfile asks full screen for what is not known of the organization, and
// who answers. The profile is changed only if the outcome is Done.
func RunProfile(ctx context.Context, t Terminal, lib *frameworks.Library, p *Profile, period string) (Outcome, error) {
	return runInquiry(ctx, t, p.inquiry(lib, period))
}

// PlainProfile asks the same line by line.
func PlainProfile(ctx context.Context, t Terminal, lib *frameworks.Library, p *Profile, period string) (Outcome, error) {
	pl := newPlain(ctx, t)
	outcome := pl.inquire(p.inquiry(lib, period))
	return outcome, pl.failed
}

// maxPeople bounds beds and clinicians, so that a slip of the finger is seen.
const maxPeople = 99_999

// criticalBeds is the number of beds up to which an organization is asked
// whether it is a critical-access hospital: 25, and 20 in units of their own.
const criticalBeds = 45

func (p *Profile) inquiry(lib *frameworks.Library, period string) *inquiry {
	in := &inquiry{
		title: words.Join(", ", "About your organization", period),
		steps: true,
		fields: []func(map[string]string) field{
			p.nameField, p.latinField, p.bedsField, p.cliniciansField, p.criticalField, p.itField,
			func(got map[string]string) field { return p.sizeField(lib, got) },
			func(got map[string]string) field { return p.whyField(lib, got) },
			p.countryField, p.stateField, p.byField,
		},
		finish: func(got map[string]string) *inquiry {
			org := p.with(got)
			if p.asksSize() {
				org.Size, _ = frameworks.ParseSize(sizeWord(got["size"]))
				org.SizeReason = sizeReason(suggest(lib, org), org, got["why"])
			}
			if p.Organization = org; !p.Correct {
				p.By = got["by"]
			}
			return nil
		},
	}
	if _, of := newWalk(in).count(); of == 1 {
		in.steps = false
	}
	return in
}

// asksSize reports whether the size is asked, and with it whatever only
// suggests one.
func (p *Profile) asksSize() bool { return p.Correct || p.Organization.Size == 0 }

func (p *Profile) nameField(map[string]string) field {
	if p.Organization.Name != "" && !p.Correct {
		return field{}
	}
	return field{kind: line, key: "name", title: "What is your organization called?", start: p.Organization.Name,
		help: []string{"As it should stand on the report."}, need: "a name is needed for the report"}
}

// latinField asks for the name in Latin letters where it has others, which a PDF may
// not be able to draw.
func (p *Profile) latinField(got map[string]string) field {
	other := func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }
	org := p.with(got)
	if !strings.ContainsFunc(org.Name, other) || org.Latin != "" && !p.Correct {
		return field{}
	}
	return field{kind: line, key: "latin", title: "How is the name written in Latin letters?", start: org.Latin,
		help: []string{"For a PDF, which cannot draw every script. HTML and Word show the name as it is. It may stay empty."}}
}

func (p *Profile) bedsField(map[string]string) field {
	org := p.Organization
	if !p.asksSize() || !p.Correct && (org.Beds > 0 || org.Clinicians > 0) {
		return field{}
	}
	return field{kind: line, key: "beds", title: "How many beds does it have?", start: p.number(org.Beds), offers: words.Present(p.number(org.Beds)),
		help: []string{"0 for a clinic or practice without beds."}, need: "a number is needed, 0 for none", check: checkCount}
}

func (p *Profile) cliniciansField(got map[string]string) field {
	if !p.asksSize() || !p.Correct && p.Organization.Clinicians > 0 || p.with(got).Beds > 0 {
		return field{}
	}
	return field{kind: line, key: "clinicians", title: "How many physicians work there?", start: p.number(p.Organization.Clinicians), offers: words.Present(p.number(p.Organization.Clinicians)),
		help: []string{"Count the other clinicians who see patients of their own, too."}, need: "a number is needed", check: checkCount}
}

// number is what a field for a number starts with.
func (p *Profile) number(n int) string {
	if !p.Correct {
		return ""
	}
	return strconv.Itoa(n)
}

func (p *Profile) criticalField(got map[string]string) field {
	beds := p.with(got).Beds
	if !p.asksSize() || !p.Correct && p.Organization.Critical || beds == 0 || beds > criticalBeds {
		return field{}
	}
	f := field{kind: pick, key: "critical", title: "Is it a critical-access hospital?", options: []option{
		{key: "y", title: "Yes"}, {key: "n", title: "No", words: []string{"don't know"}}}}
	if p.Correct {
		f.start = map[bool]string{true: "y", false: "n"}[p.Organization.Critical]
	}
	return f
}

// itKeys are the keys of who runs IT.
func itKeys() map[string]string {
	return map[string]string{"1": "own", "2": "shared", "3": "outsourced"}
}

func (p *Profile) itField(map[string]string) field {
	if !p.asksSize() || !p.Correct && p.Organization.IT != "" {
		return field{}
	}
	f := field{kind: pick, key: "it", title: "Who looks after its computers and network?", options: []option{
		{key: "1", title: "Its own staff", words: []string{"own"}},
		{key: "2", title: "Its own staff together with a service provider", words: []string{"shared"}},
		{key: "3", title: "A service provider", words: []string{"outsourced"}}}}
	for key, it := range itKeys() {
		if it == p.Organization.IT {
			f.start = key
		}
	}
	return f
}

func (p *Profile) sizeField(lib *frameworks.Library, got map[string]string) field {
	if !p.asksSize() {
		return field{}
	}
	return sizeField(suggest(lib, p.with(got)), p.Organization.Size)
}

func (p *Profile) whyField(lib *frameworks.Library, got map[string]string) field {
	s := suggest(lib, p.with(got))
	if !p.asksSize() || s.Size == 0 || got["size"] == "" || got["size"] == sizeKey(s.Size) {
		return field{}
	}
	f := field{kind: line, key: "why", title: "Why this size?",
		help: []string{"One line for those who read the report; it may stay empty."}}
	if got["size"] == sizeKey(p.Organization.Size) {
		f.start = p.Organization.SizeReason
	}
	return f
}

func (p *Profile) countryField(map[string]string) field {
	if !p.Correct {
		return field{}
	}
	return field{kind: line, key: "country", title: "In which country is it?", start: p.Organization.Country, offers: words.Present(p.Organization.Country),
		help: []string{"Its name, or its two letters, such as us or ca. Help that is open only to the United States is left out elsewhere."},
		need: "a country is needed, such as us", check: frameworks.ParseCountry}
}

// stateField asks for the state of a place in the United States. Whoever leaves it
// empty is shown what holds in all of them.
func (p *Profile) stateField(got map[string]string) field {
	if !p.Correct || p.with(got).Country != "us" {
		return field{}
	}
	return field{kind: line, key: "state", title: "In which state is it?", start: p.Organization.State, offers: words.Present(p.Organization.State),
		help:  []string{"Its name, or its two letters, such as TX. The page for a bad day then shows the state's own time limits. It may stay empty."},
		check: checkState}
}

func checkState(value string) (string, error) {
	if value == "" {
		return "", nil
	}
	return frameworks.ParseState(value)
}

func (p *Profile) byField(map[string]string) field {
	if p.Correct {
		return field{}
	}
	f := field{kind: line, key: "by", title: "Who is answering today?", start: p.By,
		help: []string{"Kept with each answer, so that others know whom to ask. It may stay empty."}}
	for _, name := range append([]string{p.By}, p.Known...) {
		if name != "" && !slices.Contains(f.offers, name) {
			f.offers = append(f.offers, name)
		}
	}
	return f
}

// with returns the organization with what was said so far, the size left out.
func (p *Profile) with(got map[string]string) assess.Organization {
	org := p.Organization
	if got["name"] != "" {
		org.Name = got["name"]
	}
	if got["latin"] != "" {
		org.Latin = got["latin"]
	}
	if n, err := strconv.Atoi(got["beds"]); err == nil {
		org.Beds = n
	}
	if n, err := strconv.Atoi(got["clinicians"]); err == nil {
		org.Clinicians = n
	}
	if got["critical"] != "" || p.Correct && got["beds"] != "" {
		org.Critical = got["critical"] == "y"
	}
	if it := itKeys()[got["it"]]; it != "" {
		org.IT = it
	}
	if got["country"] != "" {
		org.Country = got["country"]
	}
	if state, asked := got["state"]; asked {
		org.State = state
	}
	if org.Country != "us" {
		org.State = ""
	}
	return org
}

func suggest(lib *frameworks.Library, org assess.Organization) assess.Suggestion {
	return assess.SuggestSize(lib, org.Beds, org.Clinicians, org.Critical, org.IT)
}

// sizeField shows what speaks for which size; a person decides. What is there
// already is offered before what is suggested.
func sizeField(s assess.Suggestion, now frameworks.Size) field {
	help := append([]string{"The size decides how much is asked: a larger place is asked more."}, s.Lines...)
	f := field{kind: pick, key: "size", title: "Which size fits?", help: help, start: sizeKey(s.Size)}
	if now != 0 {
		f.start = sizeKey(now)
	}
	for size := frameworks.Small; size <= frameworks.Large; size++ {
		title := words.Capital(size.String())
		o := option{key: sizeKey(size), title: title, words: []string{size.String()[:1]}}
		if size == s.Size {
			o.title += " (suggested)"
			o.words = append(o.words, title)
		}
		f.options = append(f.options, o)
	}
	return f
}

func sizeKey(s frameworks.Size) string {
	if s == 0 {
		return ""
	}
	return strconv.Itoa(int(s))
}

func sizeWord(key string) string {
	n, _ := strconv.Atoi(key)
	return frameworks.Size(n).String()
}

// sizeReason says why the size is what it is where the reader may wonder: the
// person's own words, or both readings of a critical-access hospital.
func sizeReason(s assess.Suggestion, org assess.Organization, why string) string {
	switch {
	case why != "":
		return why
	case s.Size != 0 && s.Size != org.Size:
		return fmt.Sprintf("Chosen; by HICP's table %s fits.", s.Size)
	case org.Critical:
		return strings.Join(s.Lines, " ")
	}
	return ""
}

// People reads a number of beds or clinicians, as 25 or 1,200.
func People(s string) (int, error) {
	n, err := strconv.Atoi(strings.ReplaceAll(s, ",", ""))
	if err != nil || n < 0 || n > maxPeople {
		return 0, fmt.Errorf("%q is not a number from 0 to %s", s, words.Number(maxPeople))
	}
	return n, nil
}

func checkCount(value string) (string, error) {
	n, err := People(value)
	return strconv.Itoa(n), err
}
