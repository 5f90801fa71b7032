package cmd

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report"
	"hygeia/report/calendar"
)

type guideOptions struct {
	env *Env

	Period  string
	Roadmap bool
	Effort  int
	Format  string
	Output  string
}

// usualEffort is how many points of effort a roadmap puts into 30 days: a large
// step, or some small ones.
const usualEffort = 8

// guideFormats are what the guide is written as; a roadmap may be a calendar, too.
func (o *guideOptions) formats() []string {
	formats := []string{"text", "md", "html", "pdf", "docx"}
	if o.Roadmap {
		formats = append(formats, "ics")
	}
	return formats
}

func newGuideCommand(env *Env, run func(*guideOptions) error) *cobra.Command {
	opts := &guideOptions{env: env}
	c := &cobra.Command{
		Use: "guide [PERIOD]",
		Long: long(`Walks through the seven steps of the Health Care and Public Health Sector
Cybersecurity Framework Implementation Guide: what each step means, whether it is
done, what is recorded of it, and the command that goes on. What it wants written
down in words (what is covered, which rules apply, the CSF tiers now and wanted) is
asked by "hygeia assess --section guide" and counts in no score. With -o it is a
record of the profile to keep.

--roadmap shares the plan among the next 30, 60 and 90 days, also as a calendar.`),
		Example: `  hygeia guide
  hygeia guide -o profile.pdf
  hygeia guide --roadmap
  hygeia guide --roadmap --effort 12 -o roadmap.ics`,
		Args: between(0, 1, "at most one PERIOD"),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				opts.Period = args[0]
			}
			if c.Flags().Changed("effort") && !opts.Roadmap {
				return usagef("--effort goes with --roadmap")
			}
			if err := opts.check(); err != nil {
				return err
			}
			return run(opts)
		},
	}
	f := c.Flags()
	f.BoolVar(&opts.Roadmap, "roadmap", false, "what to do in the next 30, 60 and 90 days")
	f.IntVar(&opts.Effort, "effort", usualEffort, "with --roadmap: `points` of effort for each 30 days")
	wordFlag(c, &opts.Format, "format", "", "`text`, md, html, pdf or docx, of a roadmap also ics (default: as the file of -o ends, else text)")
	f.StringVarP(&opts.Output, "output", "o", "", "write to this `file` or folder; - is standard output")
	return c
}

func (o *guideOptions) check() error {
	formats := o.formats()
	if o.Format == "" {
		o.Format = "text"
		if ending := strings.TrimPrefix(filepath.Ext(o.Output), "."); slices.Contains(formats, ending) {
			o.Format = ending
		}
	}
	if o.Effort < 1 {
		return usagef("--effort %d: must be 1 point of effort or more", o.Effort)
	}
	if o.Format == "ics" && !o.Roadmap {
		return usagef("a calendar has days: write one with --roadmap")
	}
	if !slices.Contains(formats, o.Format) {
		return unknown("format", o.Format, formats)
	}
	return notForScreen(o.env, o.Format, o.Output, "guide")
}

func runGuide(o *guideOptions) error {
	now, earlier, err := load(o.env, o.Period, onlyBefore)
	if err != nil {
		return err
	}
	in := report.Input{Result: now, Earlier: earlier, Program: program(), Rules: o.env.rules(now.Assessment.Organization)}
	today := assess.DateOf(o.env.Now())
	switch {
	case o.Format == "ics":
		return o.calendar(in, today)
	case o.Roadmap:
		return writeDocument(o.env, report.RoadmapPage(in, today, o.Effort), o.Format, o.Output, usualName(now, "roadmap"))
	}
	st, err := openStore(o.env)
	if err != nil {
		return err
	}
	errands, err := o.env.errandsOf(st, now)
	if err != nil {
		o.env.say("%v", err)
	}
	guide := report.GuideInput{Input: in, Errands: errands, Command: o.env.command}
	if err := writeDocument(o.env, report.Guide(guide), o.Format, o.Output, usualName(now, "guide")); err != nil {
		return err
	}
	o.env.hint("%s shares the plan among the next 90 days", o.env.named("guide", "--roadmap"))
	return nil
}

// rules are those known to hold where the organization is, with whom they tell.
// What cannot be read is said, and the rest is told without it.
func (env *Env) rules(recorded assess.Organization) []string {
	_, clocks, err := frameworks.ShippedIncident()
	if err != nil {
		env.say("%v", err)
		return nil
	}
	numbers, err := store.Open(env.Dir).Contacts()
	if err != nil {
		env.say("%v", err)
	}
	where := env.locale(clocks, place{}, numbers, recorded)
	var rules []string
	if where.Home() {
		rules = append(rules, "45 CFR 164 Subpart C (HIPAA Security Rule)")
	}
	for _, c := range where.Clocks {
		if c.InForce {
			rules = append(rules, c.Cite+" ("+c.Tell+")")
		}
	}
	return rules
}

// calendar writes a day for each action of the roadmap.
func (o *guideOptions) calendar(in report.Input, today assess.Date) error {
	var before *assess.Result
	if n := len(in.Earlier); n > 0 {
		before = in.Earlier[n-1]
	}
	var entries []calendar.Entry
	for _, stage := range report.Roadmap(in.Result, before, today, o.Effort) {
		for _, a := range stage.Actions {
			q, day := a.Item.Question, stage.Day(a)
			if today.After(day) {
				day = today // a day that is past reminds nobody
			}
			entries = append(entries, calendar.Entry{
				UID: fmt.Sprintf("roadmap.%s.%s@hygeia", in.Result.Period, q.Key),
				Day: calendarDay(day), Summary: q.Title, Text: q.Fix.Do, Changed: calendarDay(today),
			})
		}
	}
	var b bytes.Buffer
	if err := calendar.Write(&b, words.Join(": ", words.Line(in.Result.Assessment.Organization.Name), "roadmap"), entries); err != nil {
		return err
	}
	return writeBytes(o.env, b.Bytes(), o.Output, usualName(in.Result, "roadmap")+".ics")
}
