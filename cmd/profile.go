package cmd

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/cmd/form"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// profileFlags say who is assessed, as the questions about it do; "" where nothing
// was said.
type profileFlags struct {
	Name, Latin, Beds, Clinicians, Critical, IT, Country, State, Size string

	beds, clinicians int
	critical         bool
	it               string
	country, state   string
	size             frameworks.Size
}

func (p *profileFlags) add(c *cobra.Command) {
	f := c.Flags()
	wordFlag(c, &p.Size, "size", "", "small, medium or large: HICP's `size` of the organization")
	f.StringVar(&p.Name, "name", "", "the `organization`")
	f.StringVar(&p.Latin, "name-latin", "", "its name in Latin `letters`, where it has others, for PDFs")
	f.StringVar(&p.Beds, "beds", "", "how many beds it has; a `number`, 0 for a clinic or practice")
	f.StringVar(&p.Clinicians, "clinicians", "", "the `number` of physicians and others who see patients of their own there")
	wordFlag(c, &p.Critical, "critical-access", "", "`yes` or no: is it a critical-access hospital")
	wordFlag(c, &p.IT, "it", "", "`who` looks after its computers: own staff, shared with a provider, or outsourced")
	f.StringVar(&p.Country, "country", "", "the `country` it is in, such as us or ca")
	f.StringVar(&p.State, "state", "", "the `state` of the United States it is in, such as TX")
}

// said reports whether any of them was given.
func (p *profileFlags) said() bool {
	return p.Name+p.Latin+p.Beds+p.Clinicians+p.Critical+p.IT+p.Country+p.State+p.Size != ""
}

// check reads them and tells everything that is wrong.
func (p *profileFlags) check() error {
	var wrong []error
	read := func(flag, value string, read func(string) error) {
		if value == "" {
			return
		}
		if err := read(value); err != nil {
			wrong = append(wrong, fmt.Errorf("--%s: %w", flag, err))
		}
	}
	count := func(to *int) func(string) error {
		return func(s string) (err error) {
			*to, err = form.People(s)
			return err
		}
	}
	p.Name, p.Latin = words.Line(p.Name), words.Line(p.Latin)
	read("beds", p.Beds, count(&p.beds))
	read("clinicians", p.Clinicians, count(&p.clinicians))
	read("critical-access", p.Critical, func(s string) error {
		p.critical = s == "yes" || s == "y"
		if !p.critical && s != "no" && s != "n" {
			return fmt.Errorf("%q: say yes or no", s)
		}
		return nil
	})
	read("country", p.Country, func(s string) (err error) {
		p.country, err = frameworks.ParseCountry(s)
		return err
	})
	read("state", p.State, func(s string) (err error) {
		if p.country != "" && p.country != "us" {
			return errors.New("is for the United States; leave it out with another country")
		}
		p.state, err = frameworks.ParseState(s)
		return err
	})
	var err error
	if p.IT != "" {
		p.it, err = assess.ParseIT(p.IT)
		wrong = append(wrong, err)
	}
	if p.Size != "" {
		p.size, err = frameworks.ParseSize(p.Size)
		wrong = append(wrong, err)
	}
	if err := errors.Join(wrong...); err != nil {
		return usagef("%w", err)
	}
	return nil
}

// apply puts what was said on the organization. Beds make it a hospital and no
// beds a clinic, so that what belongs to the other kind goes.
func (p *profileFlags) apply(org *assess.Organization) {
	if p.Name != "" {
		org.Name = p.Name
	}
	if p.Latin != "" {
		org.Latin = p.Latin
	}
	if p.Beds != "" {
		if org.Beds = p.beds; org.Beds > 0 && p.Clinicians == "" {
			org.Clinicians = 0
		}
		if org.Beds == 0 && p.Critical == "" {
			org.Critical = false
		}
	}
	if p.Clinicians != "" {
		org.Clinicians = p.clinicians
	}
	if p.Critical != "" {
		org.Critical = p.critical
	}
	if p.it != "" {
		org.IT = p.it
	}
	if p.country != "" {
		org.Country = p.country
	}
	if p.state != "" {
		org.Country, org.State = "us", p.state
	}
	if org.Country != "us" {
		org.State = ""
	}
	if p.size != 0 && p.size != org.Size {
		org.Size, org.SizeReason = p.size, ""
	}
}

// correct puts the flags on the quarter and asks nothing: "assess --profile" with
// any of them, as a script does it.
func (o *assessOptions) correct(st *store.Store, saved *store.Saved) error {
	org := saved.Organization
	if org.Name == "" || org.Size == 0 {
		return withHint(usagef("whose profile is this?"), "say it once with --name \"Our Clinic\" and --size small, medium or large")
	}
	if err := o.env.keepNow(st, saved); err != nil {
		return err
	}
	said := []string{org.Name, org.Size.String()}
	if org.Beds > 0 {
		said = append(said, words.Count(org.Beds, "bed", "beds"))
	}
	if org.Clinicians > 0 {
		said = append(said, words.Count(org.Clinicians, "clinician", "clinicians"))
	}
	if org.Critical {
		said = append(said, "a critical-access hospital")
	}
	if org.IT != "" {
		said = append(said, "IT "+itWords()[org.IT])
	}
	said = append(said, words.Join(", ", org.State, frameworks.CountryName(org.Country)))
	o.env.say("the profile is now: %s; saved in %s", strings.Join(said, ", "), st.Dir())
	if s := assess.SuggestSize(saved.Library, org.Beds, org.Clinicians, org.Critical, org.IT); s.Size != 0 && s.Size != org.Size {
		o.env.hint("by HICP's table %s fits; --size %s sets it", s.Size, s.Size)
	}
	return nil
}

func itWords() map[string]string {
	return map[string]string{"own": "by its own staff", "shared": "by its own staff and a provider", "outsourced": "by a provider"}
}
