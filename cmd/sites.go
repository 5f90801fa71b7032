package cmd

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/rollup"
	"hygeia/assess/sites"
	"hygeia/frameworks/words"
	"hygeia/report"
	"hygeia/report/allsites"
)

type sitesOptions struct {
	env *Env

	Dirs    []string
	Format  string
	Output  string
	Name    string
	Marking string
	Legal   string
	AsOf    string
	NoIndex bool

	on assess.Date // of AsOf; zero for none
}

// indexFrom is the number of sites from which an index is worth its file.
const indexFrom = 10

func newSitesCommand(env *Env, run func(*sitesOptions) error) *cobra.Command {
	opts := &sitesOptions{env: env}
	c := &cobra.Command{
		Use: "sites [DIR...]",
		Long: long(`Reads the folders of many sites and shows how they stand, worst first: Essential goals
met, functions with worst, median and best, the practices most often missed, the gaps
that one action would help at several sites, what is past its date, who is silent, and
what fell since the quarter before. DIR is a site, or a folder whose sub-folders are.
Without DIR it is the folder in use.

Each site stands with its latest finished quarter. A site with only a draft is shown
and not counted. Every figure says of how many sites it is, and nothing is averaged.
A folder with a damaged file is named, the others are shown, and the exit status is 1.

From ten sites on, what they came to is kept in the file "sites.index" of the first
DIR, so that the next run is faster. It can be deleted at any time, and a site is read
again as soon as one of its files says something else.`),
		Example: `  hygeia sites health
  hygeia sites health --format pdf -o sites.pdf
  hygeia sites health/north health/south --format json`,
		RunE: func(_ *cobra.Command, args []string) error {
			if opts.Dirs = args; len(args) == 0 {
				opts.Dirs = []string{env.Dir}
			}
			if err := opts.check(); err != nil {
				return err
			}
			return run(opts)
		},
	}
	f := c.Flags()
	wordFlag(c, &opts.Format, "format", "text", "`text`, md, html, pdf, docx, xlsx, csv or json")
	f.StringVarP(&opts.Output, "output", "o", "", "write to this `file` or folder; - is standard output")
	f.StringVar(&opts.Name, "name", "", "whose sites they are (default: the `name` of the folder)")
	f.StringVar(&opts.Marking, "tlp", "", "who may pass it on, the `mark` on every page (default: TLP:AMBER+STRICT)")
	f.StringVar(&opts.Legal, "legal", "", "a `line` of your own on every page")
	f.StringVar(&opts.AsOf, "as-of", "", "with what was finished and decided up to this `day` (default: today)")
	f.BoolVar(&opts.NoIndex, "no-index", false, "read everything again, and keep no index")
	return c
}

func (o *sitesOptions) check() error {
	if o.Dirs[0] == "" {
		return usagef("no folder: say where the sites are")
	}
	if !slices.Contains(reportFormats(), o.Format) {
		return unknown("format", o.Format, reportFormats())
	}
	if o.Marking = tlp(o.Marking); o.Marking != "" && !slices.Contains(markings, o.Marking) {
		return unknown("TLP mark", o.Marking, markings)
	}
	var err error
	if o.Legal, err = report.LegalLine(o.Legal); err != nil {
		return usagef("--legal: %s", err)
	}
	if o.AsOf != "" {
		if o.on, err = assess.DayPast(o.AsOf, o.today()); err != nil {
			return usagef("--as-of: %w", err)
		}
	}
	if o.Format == "xlsx" && o.env.toStdout(o.Output) && o.env.OutTerminal {
		return withHint(usagef("an Excel workbook is not for the screen"), "write it to a file with -o sites.xlsx")
	}
	return notForScreen(o.env, o.Format, o.Output, "sites")
}

func (o *sitesOptions) today() assess.Date { return assess.DateOf(o.env.Now()) }

func runSites(o *sitesOptions) error {
	folders, err := sites.Find(o.Dirs)
	if err != nil {
		return err
	}
	defer atLeisure()()
	done := o.env.working("reading " + words.Count(len(folders), "site", "sites"))
	read, err := o.read(folders)
	done()
	if err != nil {
		return err
	}
	on := o.on
	if on.IsZero() {
		on = o.today()
	}
	if err := o.write(rollup.Roll(read.Library, on, read.Rows)); err != nil {
		return err
	}
	for _, problem := range read.Problems {
		o.env.say("%v", problem)
	}
	damaged := 0
	for _, row := range read.Rows {
		if row.Problem != "" {
			damaged++
		}
	}
	if damaged > 0 {
		return fmt.Errorf("of %s not everything can be read", words.Count(damaged, "folder", "folders"))
	}
	return nil
}

// read reads the sites, with the index where it is worth it.
func (o *sitesOptions) read(folders []sites.Folder) (*sites.Reading, error) {
	in := sites.Options{On: o.on, Today: o.on, Began: o.env.Now()}
	if o.on.IsZero() {
		in.Today = o.today()
	}
	if !o.NoIndex && o.on.IsZero() && len(folders) >= indexFrom {
		in.Index = sites.OpenIndex(o.Dirs[0], program()+" "+o.env.Build)
	}
	read, err := sites.Read(folders, in)
	if err != nil || in.Index == nil || !in.Index.Stale() {
		return read, err
	}
	if err := in.Index.Save(); err != nil {
		o.env.say("note: the index for the next run was not kept: %v", err)
	}
	return read, nil
}

func (o *sitesOptions) write(r *rollup.Rollup) error {
	in := allsites.Input{Roll: r, Subject: o.subject(), Marking: o.Marking, Legal: o.Legal, Program: program()}
	data := map[string]func(io.Writer, allsites.Input) error{
		"json": allsites.WriteJSON, "csv": allsites.WriteCSV, "xlsx": allsites.WriteXLSX,
	}
	if write, is := data[o.Format]; is {
		var b bytes.Buffer
		if err := write(&b, in); err != nil {
			return err
		}
		return writeBytes(o.env, b.Bytes(), o.Output, "sites."+o.Format)
	}
	return writeDocument(o.env, allsites.Document(in), o.Format, o.Output, "sites")
}

// subject is whose sites they are.
func (o *sitesOptions) subject() string {
	if o.Name != "" || len(o.Dirs) > 1 {
		return o.Name
	}
	abs, err := filepath.Abs(o.Dirs[0])
	if err != nil {
		return ""
	}
	return filepath.Base(abs)
}
