package cmd

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/rows"
	"hygeia/assess/sites"
	"hygeia/assess/store"
	"hygeia/frameworks/words"
)

type rowsOptions struct {
	env *Env

	Dirs   []string
	Format string
	Output string
}

func newRowsCommand(env *Env, run func(*rowsOptions) error) *cobra.Command {
	opts := &rowsOptions{env: env}
	c := &cobra.Command{
		Use:   "rows [DIR...]",
		Short: "Write tidy tables for a database or a data lake",
		Long: long(`Writes every saved quarter as tables that other engines read: quarters, answers,
members (which question counts in which section), sections with their scores, goals,
gaps, the ledger, its matters, and the figures kept of scans. DIR is a site, or a
folder whose sub-folders are; without DIR it is the folder in use.

Files lie by table, site and quarter, as in answers/site=north/quarter=2026-Q3/rows.csv,
which DuckDB, Spark, Trino and others read at once. The file schema.sql beside them makes
the tables and says what each column means. Nothing in them names a person, and there
are no notes, reasons or places. A file that cannot be read is named, the rest goes on,
and the exit status is 1.`),
		Example: `  hygeia export rows -o rows
  hygeia export rows health --format jsonl -o rows`,
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
	wordFlag(c, &opts.Format, "format", "csv", "`csv` or jsonl")
	f.StringVarP(&opts.Output, "output", "o", "", "write into this new or empty `folder`")
	return c
}

func (o *rowsOptions) check() error {
	if o.Dirs[0] == "" {
		return usagef("no folder: say where the sites are")
	}
	if !slices.Contains(rows.Formats, o.Format) {
		return unknown("format", o.Format, rows.Formats)
	}
	if o.Output == "" || o.env.toStdout(o.Output) {
		return withHint(usagef("say where the tables go with -o: they are a folder of files"), "name a new folder with -o rows")
	}
	switch entries, err := os.ReadDir(o.Output); {
	case err == nil && len(entries) > 0:
		return withHint(usagef("%s is not empty, and rows of another day would stay among these", o.Output), "name a new folder, or delete that one first")
	case err != nil && !os.IsNotExist(err):
		return usagef("%s: is no folder", o.Output)
	}
	return nil
}

func runRows(o *rowsOptions) error {
	folders, err := sites.Find(o.Dirs)
	if err != nil {
		return err
	}
	if len(folders) == 1 && len(o.Dirs) == 1 {
		if abs, err := filepath.Abs(folders[0].Path); err == nil {
			folders[0].Name = filepath.Base(abs)
		}
	}
	out, err := openStore(o.env)
	if err != nil {
		return err
	}
	done := o.env.working("writing the rows of " + words.Count(len(folders), "site", "sites"))
	damaged, failed := o.all(out, folders)
	done()
	if failed != nil {
		return failed
	}
	if err := refusedName(out.WriteOut(filepath.Join(o.Output, "schema.sql"), []byte(rows.SQL()))); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(o.env.Out, o.Output); err != nil {
		return err
	}
	for _, problem := range damaged {
		o.env.say("left out: %v", problem)
	}
	o.env.say("%s says what each table and column means, and makes the tables in a database", filepath.Join(o.Output, "schema.sql"))
	o.env.hint("DuckDB reads them where they lie: %s", o.readLine())
	if n := len(damaged); n > 0 {
		return fmt.Errorf("%s not be read", words.Count(n, "file could", "files could"))
	}
	return nil
}

// readLine is the line with which DuckDB reads one of the tables where it lies.
func (o *rowsOptions) readLine() string {
	read := map[string]string{"csv": "read_csv", "jsonl": "read_json"}[o.Format]
	files := strings.ReplaceAll(filepath.ToSlash(filepath.Join(o.Output, "answers", "*", "*", "rows."+o.Format)), "'", "''")
	return fmt.Sprintf(`duckdb -c "FROM %s('%s', hive_partitioning = true)"`, read, files)
}

// all writes the sites side by side, and returns what could not be read, in the order
// of the folders, and why writing had to stop.
func (o *rowsOptions) all(out *store.Store, folders []sites.Folder) (damaged []error, failed error) {
	problems, stopped := make([][]error, len(folders)), make([]error, len(folders))
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(len(folders), runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := range next {
				problems[i], stopped[i] = o.site(out, folders[i])
			}
		})
	}
	for i := range folders {
		next <- i
	}
	close(next)
	wg.Wait()
	return slices.Concat(problems...), errors.Join(stopped...)
}

// site writes the rows of one site, a quarter in memory at a time, and the one before.
func (o *rowsOptions) site(out *store.Store, f sites.Folder) (damaged []error, failed error) {
	st := store.Open(f.Path)
	periods, err := st.Periods()
	if err != nil {
		return []error{err}, nil
	}
	view, err := st.Viewer(assess.Date{})
	if err != nil {
		damaged, view = append(damaged, err), asSaved
	}
	pick, err := st.Pick(assess.Date{})
	if err != nil {
		return append(damaged, err), nil
	}
	var before *assess.Result
	for _, period := range periods {
		saved, err := st.Load(period)
		if err != nil {
			damaged = append(damaged, err)
			continue
		}
		r := assess.Evaluate(saved.Library, view(saved))
		latest := saved.Status == assess.Finished && period == pick.Now
		if err := o.put(out, f.Name, rows.OfQuarter(f.Name, r, before, latest)); err != nil {
			return damaged, err
		}
		before = r
	}
	beside, besides := o.beside(st, f.Name, pick.Now)
	return append(damaged, besides...), o.put(out, f.Name, beside)
}

// beside are the rows of a site that belong to no quarter's file. What a draft after
// the last quarter shows closes no matter yet. A ledger that cannot be read is told
// already.
func (o *rowsOptions) beside(st *store.Store, folder string, last assess.Quarter) (list []rows.Rows, damaged []error) {
	scans, err := st.Evidence()
	if err != nil {
		damaged = append(damaged, err)
	}
	book, err := st.Book()
	if err != nil {
		return rows.OfSite(folder, nil, nil, scans), damaged
	}
	matters, err := st.Matters(assess.Date{}, last)
	if err != nil {
		damaged = append(damaged, err)
	}
	return rows.OfSite(folder, book.Events(book.Len()), matters, scans), damaged
}

func (o *rowsOptions) put(out *store.Store, folder string, list []rows.Rows) error {
	for _, r := range list {
		if len(r.Rows) == 0 {
			continue
		}
		data, err := r.Table.Encode(o.Format, r.Rows)
		if err != nil {
			return err
		}
		path := filepath.Join(o.Output, filepath.FromSlash(rows.Path(r.Table.Name, folder, r.Period, o.Format)))
		if err := refusedName(out.WriteOut(path, data)); err != nil {
			return err
		}
	}
	return nil
}
