package form

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// Profile is who is assessed, and who answers.
type Profile struct {
	Organization assess.Organization
	By           string // the last name given; asked again each sitting
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
	org := p.Organization
	sized := org.Size != 0 // then nothing that only suggests a size is asked
	unless := func(known bool, f field) func(map[string]string) field {
		if known {
			return always(field{})
		}
		return always(f)
	}
	return &inquiry{
		title: strings.TrimSpace("About this assessment " + period),
		fields: []func(map[string]string) field{
			unless(org.Name != "", field{kind: line, key: "name", title: "What is the organization called?",
				help: []string{"As it should stand on the report."}, need: "a name is needed for the report"}),
			unless(sized || org.Beds > 0 || org.Clinicians > 0, field{kind: line, key: "beds", title: "How many beds does it have?",
				help: []string{"0 for a clinic or practice without beds."}, need: "a number is needed, 0 for none", check: checkCount}),
			func(got map[string]string) field {
				if sized || org.Clinicians > 0 || p.with(got).Beds > 0 {
					return field{}
				}
				return field{kind: line, key: "clinicians", title: "How many physicians work there?",
					help: []string{"Count the other clinicians who see patients of their own, too."}, need: "a number is needed", check: checkCount}
			},
			func(got map[string]string) field {
				beds := p.with(got).Beds
				if sized || org.Critical || beds == 0 || beds > criticalBeds {
					return field{}
				}
				return field{kind: pick, key: "critical", title: "Is it a critical-access hospital?", options: []option{
					{key: "y", title: "Yes"}, {key: "n", title: "No", words: []string{"don't know"}}}}
			},
			unless(sized || org.IT != "", field{kind: pick, key: "it", title: "Who runs its IT?", options: []option{
				{key: "1", title: "Its own staff", words: []string{"own"}},
				{key: "2", title: "Own staff together with a service provider", words: []string{"shared"}},
				{key: "3", title: "A service provider", words: []string{"outsourced"}}}}),
			func(got map[string]string) field {
				if sized {
					return field{}
				}
				return sizeField(suggest(lib, p.with(got)))
			},
			func(got map[string]string) field {
				s := suggest(lib, p.with(got))
				if sized || s.Size == 0 || got["size"] == sizeKey(s.Size) {
					return field{}
				}
				return field{kind: line, key: "why", title: "Why this size?",
					help: []string{"One line for those who read the report; it may stay empty."}}
			},
			always(field{kind: line, key: "by", title: "Who is answering today?", start: p.By,
				help: []string{"Kept with each answer, so that others know whom to ask. It may stay empty."}}),
		},
		finish: func(got map[string]string) *inquiry {
			org := p.with(got)
			if !sized {
				org.Size, _ = frameworks.ParseSize(sizeWord(got["size"]))
				org.SizeReason = sizeReason(suggest(lib, org), org, got["why"])
			}
			p.Organization, p.By = org, got["by"]
			return nil
		},
	}
}

// with returns the organization with what was said so far, the size left out.
func (p *Profile) with(got map[string]string) assess.Organization {
	org := p.Organization
	if got["name"] != "" {
		org.Name = got["name"]
	}
	if n, err := strconv.Atoi(got["beds"]); err == nil {
		org.Beds = n
	}
	if n, err := strconv.Atoi(got["clinicians"]); err == nil {
		org.Clinicians = n
	}
	org.Critical = org.Critical || got["critical"] == "y"
	if it := map[string]string{"1": "own", "2": "shared", "3": "outsourced"}[got["it"]]; it != "" {
		org.IT = it
	}
	return org
}

func suggest(lib *frameworks.Library, org assess.Organization) assess.Suggestion {
	return assess.SuggestSize(lib, org.Beds, org.Clinicians, org.Critical, org.IT)
}

// sizeField shows how each factor reads; a person decides.
func sizeField(s assess.Suggestion) field {
	f := field{kind: pick, key: "size", title: "Which size fits?", help: s.Lines, start: sizeKey(s.Size)}
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
		return fmt.Sprintf("Chosen; HICP's table suggests %s.", s.Size)
	case org.Critical:
		return strings.Join(s.Lines, " ")
	}
	return ""
}

func checkCount(value string) (string, error) {
	n, err := strconv.Atoi(strings.ReplaceAll(value, ",", ""))
	if err != nil || n < 0 || n > maxPeople {
		return "", fmt.Errorf("%q is not a number from 0 to %s", value, words.Number(maxPeople))
	}
	return strconv.Itoa(n), nil
}
