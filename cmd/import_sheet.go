package cmd

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess/exchange"
	"hygeia/assess/series"
	"hygeia/assess/sheet"
	"hygeia/assess/store"
	"hygeia/cmd/form"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// sheetFlags are what a person can say about a sheet before it is asked.
func (o *importOptions) sheetFlags(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&o.Sheet.Sheet, "sheet", "", "which `sheet` of a workbook to read")
	wordFlag(c, &o.Sheet.Framework, "framework", "", "the `framework` or edition that the ids of a sheet are of, such as nist-csf-1.1")
	f.StringVar(&o.Sheet.Score, "score", "", "the `column` with the scores of a sheet, by its head or its letter")
	f.StringVar(&o.Sheet.Scale, "scale", "", "the `scale` of a sheet that does not name it, such as 0-5, percent or tiers")
	f.IntVar(&o.Sheet.Year, "year", 0, "the `year` of a sheet's quarters that stand without one")
	f.BoolVar(&o.Sheet.KeepNames, "keep-names", false, "keep owners and mail addresses of a sheet too")
}

// checkSheet refuses what cannot be said about a sheet.
func (o *importOptions) checkSheet() error {
	if o.Name != "" && len(o.Paths) > 1 {
		return usagef("--name is for one file; take them over one by one")
	}
	if o.Sheet.Scale != "" {
		if _, err := series.ParseScale(o.Sheet.Scale); err != nil {
			return usagef("--scale: %s", err)
		}
	}
	if o.Sheet.Year != 0 && (o.Sheet.Year < 2000 || o.Sheet.Year > 2099) {
		return usagef("--year %d: must be a year from 2000 to 2099", o.Sheet.Year)
	}
	return nil
}

// sheet keeps what somebody's sheet says. It changes no answer and no target.
func (o *importOptions) sheet(ctx context.Context, st *store.Store, path string, data []byte) error {
	if o.Name != "" {
		if err := series.CheckName(o.Name); err != nil {
			return usagef("--name: %s", err)
		}
	}
	book, err := sheet.Read(path, data)
	if err != nil {
		return err
	}
	lib, err := st.Library()
	if err != nil {
		return err
	}
	choices := o.Sheet
	for {
		r, q, err := series.Understand(book, lib, choices)
		if err != nil {
			if r != nil && len(r.Columns) > 0 {
				o.showReading(path, r)
			}
			return fmt.Errorf("%s: %w", path, err)
		}
		if q == nil {
			return o.keepSheet(st, lib, path, data, r)
		}
		answer, err := o.askSheet(ctx, path, r, q)
		if err != nil {
			return err
		}
		choices = answered(choices, q.Flag, answer)
	}
}

// isSheet reports whether a file of a folder is a sheet with ids of a framework.
func isSheet(st *store.Store, name string, head []byte) bool {
	if exchange.Recognize(head) != exchange.Sheet {
		return false
	}
	lib, err := st.Library()
	if err != nil {
		return false
	}
	data, err := readFile(name, sheet.MaxFile)
	if err != nil {
		return false
	}
	book, err := sheet.Read(name, data)
	return err == nil && series.Recognize(book, lib)
}

// answered puts the answer to a question among the choices.
func answered(c series.Choices, flag, answer string) series.Choices {
	switch flag {
	case "sheet":
		c.Sheet = answer
	case "framework":
		c.Framework = answer
	case "score":
		c.Score = answer
	case "scale":
		c.Scale = answer
	}
	return c
}

// askSheet asks which of two readings holds; where nobody can be asked, it shows what
// was understood and says which option decides.
func (o *importOptions) askSheet(ctx context.Context, path string, r *series.Reading, q *series.Question) (string, error) {
	o.showReading(path, r)
	if !o.asking() {
		var ways []string
		for _, c := range q.Choices {
			word := c.Word
			if strings.ContainsAny(word, " ()&;'") {
				word = `"` + word + `"`
			}
			ways = append(ways, fmt.Sprintf("--%s %s", q.Flag, word))
		}
		return "", withHint(usagef("%s: %s Nothing was kept", path, q.Text), "say it with %s", words.Or(ways))
	}
	var options []form.Option
	for _, c := range q.Choices {
		options = append(options, form.Option{Word: c.Word, Says: c.Says})
	}
	term := form.Terminal{In: o.env.asking(), Out: o.env.Screen, Width: o.env.Width}
	answer, answered := form.Pick(ctx, term, q.Text, options)
	if !answered {
		return "", interruptedf("interrupted; nothing was kept")
	}
	return answer, nil
}

// keepSheet shows what was read and keeps it.
func (o *importOptions) keepSheet(st *store.Store, lib *frameworks.Library, path string, data []byte, r *series.Reading) error {
	sum := sha256.Sum256(data)
	s := r.Series
	s.Name, s.Source, s.Digest, s.Imported = o.Name, words.Line(filepath.Base(path)), "sha256:"+hex.EncodeToString(sum[:]), o.today()
	if s.Name == "" {
		s.Name = series.NameOf(path)
	}
	was, err := st.SeriesNamed(s.Name)
	if err != nil {
		return withHint(err, "keep this sheet under another name with --name, or delete that file")
	}
	o.showReading(path, r)
	o.showRows(path, r)
	switch {
	case o.DryRun:
		o.env.say("nothing was kept because of --dry-run; it would be %s in series/%s.yaml", words.Count(len(s.Rows), "row", "rows"), s.Name)
		return nil
	case was != nil && series.Same(was, s):
		o.env.say("%s: is kept already; nothing was changed", path)
		return nil
	}
	file, err := st.KeepSeries(s)
	if err != nil {
		return err
	}
	if was != nil {
		o.env.say("what was kept as %s before, of %s, is replaced", s.Name, was.Imported)
	}
	o.env.say("%s kept in %s; no answer, no target and no score was changed", words.Count(len(s.Rows), "row is", "rows are"), file)
	if id := firstID(lib, s); id != "" {
		o.env.hint("see it beside your answers with %s", o.env.named("explain", id))
	}
	if slices.ContainsFunc(s.Rows, func(r series.Row) bool { return len(r.Targets) > 0 }) {
		o.env.hint("see which targets it would propose with %s", o.env.named("target", "--from", s.Name))
	}
	o.env.hint("take it back with %s", o.env.named("undo"))
	return nil
}

// mostWarnings is how many titles that do not fit are told one by one.
const mostWarnings = 20

// firstID is the first requirement that a sheet says something about.
func firstID(lib *frameworks.Library, s *series.Series) string {
	for _, r := range s.Rows {
		for _, id := range append([]string{r.ID}, r.Went...) {
			if _, _, ok := lib.Requirement(id); ok {
				return id
			}
		}
	}
	return ""
}

// showReading says what was understood of a sheet: where it stands, what its columns
// mean, and on which scale.
func (o *importOptions) showReading(path string, r *series.Reading) {
	o.env.tell("%s", path)
	line := func(what, text string) { o.env.tellIndented(27, "  %-24s %s", words.Clip(what, 24), text) }
	for _, t := range r.Tables {
		if t.Sheet != "" {
			line("sheet", fmt.Sprintf("%q, heads in row %d", t.Sheet, t.Header))
		} else {
			line("heads in row", fmt.Sprint(t.Header))
		}
	}
	if r.Framework != "" {
		line("framework", r.Framework)
	}
	for _, c := range r.Columns {
		if c.Means == series.Other {
			continue
		}
		text := c.Means.Says()
		if c.Period != "" && c.Means != series.When {
			text += ", " + c.Period.Says()
		}
		if c.Scale != (series.Scale{}) {
			text += "; " + c.Scale.Says()
		}
		if c.Means == series.Owner && !o.Sheet.KeepNames {
			text += "; left behind, unless with --keep-names"
		}
		line(fmt.Sprintf("%s %s", c.Letter(), words.Line(c.Head)), text)
	}
	var over []string
	for _, c := range r.Columns {
		if c.Means == series.Other && c.Head != "" {
			over = append(over, fmt.Sprintf("%s %q", c.Letter(), words.Cut(words.Line(c.Head), 30)))
		}
	}
	if len(over) > 0 {
		line("passed over", strings.Join(over, ", "))
	}
	for _, note := range r.Notes {
		o.env.say("%s: %s", path, note)
	}
}

// showRows says how many rows were read, and lists all that has no place.
func (o *importOptions) showRows(path string, r *series.Reading) {
	line := func(what, text string) { o.env.tellIndented(27, "  %-24s %s", what, text) }
	moved := 0
	for _, row := range r.Series.Rows {
		if row.Nowhere || len(row.Went) > 0 && !slices.Equal(row.Went, []string{row.ID}) {
			moved++
		}
	}
	line("rows with an id", fmt.Sprintf("%d, of which %d say nothing", r.Rows, r.Empty))
	line("rows to keep", words.Number(len(r.Series.Rows)))
	if moved > 0 {
		line("of ids used no longer", fmt.Sprintf("%d, kept with the ids they went to%s", moved, r.Mapping()))
	}
	if r.Names > 0 {
		line("names left behind", words.Number(r.Names))
	}
	line("not placed", words.Number(len(r.Unplaced)))
	for _, u := range r.Unplaced {
		o.env.tell("    %s", u)
	}
	for i, w := range r.Warnings {
		if i == mostWarnings {
			o.env.say("%s: %s more stand beside a text that does not fit", path, words.Count(len(r.Warnings)-i, "id", "ids"))
			break
		}
		o.env.say("%s: %s; nothing was corrected", path, w)
	}
}
