package cmd

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks"
	"hygeia/report"
)

type demoOptions struct {
	env *Env

	Dir     string
	Compare bool // print what changed in the last two quarters
}

func newDemoCommand(env *Env, run func(*demoOptions) error) *cobra.Command {
	opts := &demoOptions{env: env, Dir: "hygeia-demo"}
	c := &cobra.Command{
		Use: "demo [DIR]",
		Long: long(`Writes two invented hospitals into DIR (otherwise "hygeia-demo"), each in a folder
of its own with its saved quarters and its reports. It overwrites what an earlier
demo wrote there and nothing else. --compare also prints what changed in their last
two quarters.`),
		Example: `  hygeia demo
  hygeia demo --compare
  hygeia list --dir hygeia-demo/prairie-view`,
		Args: between(0, 1, "at most one DIR"),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				opts.Dir = args[0]
			}
			return run(opts)
		},
	}
	c.Flags().BoolVar(&opts.Compare, "compare", false, "print what changed in each hospital's last two quarters")
	return c
}

//go:embed demo/*.yaml
var demoFiles embed.FS

// hospital is an invented hospital; what it answered stands in demo/*.yaml as
// answers files, one a quarter, holding what was answered again.
type hospital struct {
	folder     string
	by         string
	frameworks []string
	added      map[assess.Quarter]string // a framework asked from that quarter on
	org        assess.Organization
}

func hospitals() []hospital {
	return []hospital{
		{
			folder: "prairie-view", by: "Dana Whitfield, IT and compliance (invented)",
			frameworks: []string{"hph-cpg", "hicp-2023"},
			added:      map[assess.Quarter]string{{Year: 2026, N: 2}: frameworks.FoundationID},
			org: assess.Organization{
				Name: "Prairie View Critical Access Hospital (invented)", Size: frameworks.Small,
				SizeReason: "25 beds and one IT person; we use the practices for small organizations.",
				Beds:       25, Critical: true, IT: "outsourced", Country: "us",
			},
		},
		{
			folder: "harbor-regional", by: "Luis Andrade, IT director (invented)",
			frameworks: []string{"hph-cpg", "nist-csf-2.0", "harbor-checklist"},
			org: assess.Organization{
				Name: "Harbor Regional Medical Center (invented)", Size: frameworks.Medium,
				Beds: 180, IT: "own", Country: "us",
			},
		},
	}
}

// demoQuarters are the days on which both hospitals sat down: 2026-Q1 is
// missing, and the last quarter is still a draft.
var demoQuarters = []struct {
	period assess.Quarter
	day    assess.Date
}{
	{assess.Quarter{Year: 2025, N: 3}, assess.Date{Year: 2025, Month: time.September, Day: 24}},
	{assess.Quarter{Year: 2025, N: 4}, assess.Date{Year: 2025, Month: time.December, Day: 17}},
	{assess.Quarter{Year: 2026, N: 2}, assess.Date{Year: 2026, Month: time.June, Day: 24}},
	{assess.Quarter{Year: 2026, N: 3}, assess.Date{Year: 2026, Month: time.September, Day: 16}},
}

func runDemo(o *demoOptions) error {
	for _, h := range hospitals() {
		st := store.Open(filepath.Join(o.Dir, h.folder))
		if err := demoIsOurs(st, h); err != nil {
			return err
		}
	}
	for i, h := range hospitals() {
		if i > 0 && o.Compare {
			fmt.Fprintln(o.env.Out)
		}
		done := o.env.working("writing " + h.org.Name)
		results, err := o.write(h)
		done()
		if err != nil {
			return err
		}
		if err := o.compare(results); err != nil {
			return err
		}
	}
	o.env.say("two hospitals to look at; all names and answers are invented. Each folder holds the report for its board")
	for _, h := range hospitals() {
		fmt.Fprintln(o.env.Out, filepath.Join(o.Dir, h.folder))
	}
	o.env.hint("look around with %s", asTyped("hygeia --dir "+quoted(filepath.Join(o.Dir, hospitals()[0].folder))))
	return nil
}

// demoIsOurs refuses a folder that holds the quarters of somebody else.
func demoIsOurs(st *store.Store, h hospital) error {
	saved, err := st.Latest()
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if saved.Organization.Name != h.org.Name {
		return fmt.Errorf("%s holds saved quarters of %s; choose another folder for the demo", st.Dir(), saved.Organization.Name)
	}
	return nil
}

// write builds one hospital's folder by the same steps a person takes, and returns
// its quarters, judged.
func (o *demoOptions) write(h hospital) ([]*assess.Result, error) {
	st := store.Open(filepath.Join(o.Dir, h.folder))
	unlock, err := st.Lock()
	if err != nil {
		return nil, err
	}
	defer unlock()
	for _, q := range demoQuarters {
		if err := st.Remove(q.period); err != nil {
			return nil, err
		}
	}
	if err := st.RemoveLedger(); err != nil {
		return nil, err
	}
	var results []*assess.Result
	var last *store.Saved
	var all []*store.Saved
	for i, q := range demoQuarters {
		last, err = demoQuarter(st, h, last, q.period, q.day)
		if err != nil {
			return nil, err
		}
		if i < len(demoQuarters)-1 {
			if err := st.Finish(last, q.day); err != nil {
				return nil, err
			}
		}
		all = append(all, last)
	}
	for _, saved := range all {
		view, err := st.View(saved, assess.Date{})
		if err != nil {
			return nil, err
		}
		results = append(results, assess.Evaluate(saved.Library, view))
	}
	return results, o.reports(st, results)
}

// ownContent puts the hospital's own checklist, as it was from that quarter on,
// into its folder. One of its questions changes its meaning on the way, so that
// the comparison shows what such a change looks like.
func ownContent(st *store.Store, h hospital, period assess.Quarter) error {
	prefix := fmt.Sprintf("demo/%s-%s-own-", h.folder, period)
	names, err := fs.Glob(demoFiles, prefix+"*.yaml")
	if err != nil {
		return err
	}
	for _, name := range names {
		data, err := demoFiles.ReadFile(name)
		if err != nil {
			return err
		}
		if err := st.WriteOwn(strings.TrimPrefix(name, prefix), data); err != nil {
			return err
		}
	}
	return nil
}

// demoQuarter starts a quarter, answers it on that day, and saves it.
func demoQuarter(st *store.Store, h hospital, last *store.Saved, period assess.Quarter, day assess.Date) (*store.Saved, error) {
	if err := ownContent(st, h, period); err != nil {
		return nil, err
	}
	when := time.Date(day.Year, day.Month, day.Day, 15, 0, 0, 0, time.UTC)
	lib, err := st.Library()
	if err != nil {
		return nil, err
	}
	a := &assess.Assessment{Period: period, Rules: assess.CurrentRules, Started: when, Organization: h.org, Frameworks: h.frameworks, Answers: map[string]assess.Answer{}}
	if last != nil {
		a = assess.NextQuarter(lib, last.Assessment, period, when)
	}
	if id := h.added[period]; id != "" {
		a.Frameworks = append(a.Frameworks, id)
	}
	name := fmt.Sprintf("demo/%s-%s.yaml", h.folder, period)
	data, err := demoFiles.ReadFile(name)
	if err != nil {
		return nil, err
	}
	given, err := assess.ReadAnswers(name, data, lib, a, day)
	if err != nil {
		return nil, err
	}
	if _, err := a.Merge(lib, given, h.by, day); err != nil {
		return nil, err
	}
	if err := demoFacts(lib, a, name, data, h.by, day); err != nil {
		return nil, err
	}
	if err := demoDecide(lib, a, h, day); err != nil {
		return nil, err
	}
	a.Touch(when)
	saved := unsaved(st, lib, a)
	return saved, st.Save(saved)
}

// demoFacts writes down the facts of an answers file.
func demoFacts(lib *frameworks.Library, a *assess.Assessment, name string, data []byte, by string, day assess.Date) error {
	given, err := assess.ReadGivenFacts(name, data, lib, day)
	if err != nil {
		return err
	}
	for _, f := range lib.Facts {
		if value := given[f.Key]; value != "" {
			if err := a.SetFact(f, value, by, day); err != nil {
				return err
			}
		}
	}
	return nil
}

// reports writes the hospital's two reports.
func (o *demoOptions) reports(st *store.Store, results []*assess.Result) error {
	n := len(results)
	in := report.Input{Result: results[n-1], Earlier: results[:n-1], Program: program()}
	if err := rememberIn(st, &in, assess.Date{}); err != nil {
		return err
	}
	board := in
	board.Audience = report.ForBoard
	for _, r := range []struct {
		name, format string
		document     *report.Document
	}{
		{"board", "pdf", report.Board(board)},
		{"report", "md", report.Full(in)},
	} {
		var b bytes.Buffer
		if err := report.Write(&b, r.format, r.document, report.Options{}); err != nil {
			return err
		}
		if _, err := st.WriteFile(usualName(in.Result, r.name)+extension(r.format), b.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// compare prints, if asked to, what changed in the last two quarters.
func (o *demoOptions) compare(results []*assess.Result) error {
	if !o.Compare {
		return nil
	}
	n := len(results)
	return writeDocument(o.env, comparison(results[n-2], results[n-1]), "text", "", "comparison")
}
