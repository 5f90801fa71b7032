package cmd

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks/words"
	"hygeia/report"
)

// kindDossier is the report about twelve months; see [report.Dossier].
const kindDossier = "dossier"

// dossier reports whether the dossier is wanted.
func (o *reportOptions) dossier() bool { return o.Kind == kindDossier }

// checkDossier refuses what a dossier cannot be.
func (o *reportOptions) checkDossier() error {
	if !o.dossier() {
		return nil
	}
	switch {
	case o.AsOf == "":
		return withHint(usagef("--kind dossier needs --as-of: it says what holds on a day, which is yours to choose"),
			"add the day on which the twelve months end, such as --as-of %s", assess.DateOf(o.env.Now()))
	case o.on.After(assess.DateOf(o.env.Now())):
		return usagef("--as-of: %s lies ahead of today, %s", o.on, assess.DateOf(o.env.Now()))
	case o.Period != "":
		return usagef("--kind dossier: goes through all quarters up to the day of --as-of; leave %s out", o.Period)
	case o.For != "" && o.For != report.Internal.String():
		return withHint(usagef("--kind dossier: holds each answer and is for your own house; whoever gets it, gets it from you"), "leave --for out")
	case o.Annex, o.Benchmark, o.judged:
		return usagef("--kind dossier: has no annexes, no published figures and no score to judge")
	}
	for _, f := range o.Formats {
		if f == "csv" || f == "xlsx" {
			return withHint(usagef("--kind dossier: is no table and is not written as %s", f), "choose pdf, docx, md, html, text or json")
		}
	}
	return nil
}

// runDossier writes the dossier of the quarters that were finished by the day.
func runDossier(o *reportOptions) error {
	in, err := o.gatherDossier()
	if err != nil {
		return err
	}
	if err := o.furnish(&in.Input); err != nil {
		return err
	}
	return o.writeDossier(in)
}

// gatherDossier reads the quarters and the chain.
func (o *reportOptions) gatherDossier() (report.DossierInput, error) {
	in := report.DossierInput{On: o.on}
	st, err := openStore(o.env)
	if err != nil {
		return in, err
	}
	entries, err := st.List()
	if err != nil {
		return in, err
	}
	if len(entries) == 0 {
		return in, errNothingSaved(st)
	}
	var inside []store.Entry
	for _, e := range entries {
		if why := outside(e, o.on); why != "" {
			in.LeftOut = append(in.LeftOut, report.LeftOut{Period: e.Period, Why: why})
			continue
		}
		inside = append(inside, e)
	}
	if len(inside) == 0 {
		return in, withHint(fmt.Errorf("no quarter was finished by %s, so there is nothing to put together", o.on), "%s", o.firstFinish(entries))
	}
	last := inside[len(inside)-1]
	now, earlier, err := evaluate(st, last.Saved, inside[:len(inside)-1], o.on)
	if err != nil {
		return in, err
	}
	in.Input = report.Input{Result: now, Earlier: earlier, Marking: o.Marking, Legal: o.Legal, Program: program(), Decided: o.on}
	if in.Matters, err = st.Matters(o.on, now.Period); err != nil {
		return in, err
	}
	if in.Words, err = st.Words(last.Saved); err != nil {
		return in, err
	}
	in.Chain, err = chainOf(st, inside)
	return in, err
}

// outside says why a quarter is not part of a dossier of that day; nothing if it is.
func outside(e store.Entry, on assess.Date) string {
	switch {
	case e.Err != nil:
		return "its file cannot be read"
	case e.Status == assess.Draft && len(e.Saved.Reopened) > 0:
		return "it was opened again and is not finished"
	case e.Status == assess.Draft:
		return "it is a draft"
	case e.Saved.Finished.After(on) && len(e.Saved.Reopened) > 0:
		return fmt.Sprintf("it was finished for good on %s, after it was opened again", e.Saved.Finished)
	case e.Saved.Finished.After(on):
		return fmt.Sprintf("it was finished on %s, after that day", e.Saved.Finished)
	}
	return ""
}

// firstFinish says when there would be something.
func (o *reportOptions) firstFinish(entries []store.Entry) string {
	for _, e := range entries {
		if e.Err == nil && e.Status == assess.Finished {
			return fmt.Sprintf("the first was finished on %s", e.Saved.Finished)
		}
	}
	return "finish the quarter with " + o.env.named("assess", "--finish")
}

// chainOf verifies the folder and tells it of the quarters that are inside.
func chainOf(st *store.Store, inside []store.Entry) (report.Chain, error) {
	chain := report.Chain{}
	links, err := st.Verify()
	if err != nil {
		return chain, err
	}
	var told []store.Link
	for _, l := range links {
		if !slices.ContainsFunc(inside, func(e store.Entry) bool { return e.Period == l.Period }) {
			continue
		}
		told = append(told, l)
		link := report.ChainLink{Period: l.Period, Digest: l.Digest, State: linkWord(l), Ledger: ledgerWord(l), Problems: slices.Clone(l.Problems)}
		if l.LedgerWrong != "" {
			link.Problems = append(link.Problems, l.LedgerWrong)
		}
		for _, name := range l.ScansWrong {
			link.Problems = append(link.Problems, name+" says something else than when the quarter was finished; the quarter keeps the figures it was scored with")
		}
		chain.Links = append(chain.Links, link)
	}
	chain.Sound = store.Intact(told) == nil
	book, err := st.Book()
	if err != nil || book.Len() == 0 {
		return chain, nil // what is wrong with it is among the problems
	}
	digest, err := book.Digest(book.Len())
	chain.Ledger = fmt.Sprintf("The ledger has %s now; its digest is %s.", words.Count(book.Len(), "event", "events"), digest)
	return chain, err
}

// writeDossier draws every wanted format and puts it where it belongs.
func (o *reportOptions) writeDossier(in report.DossierInput) error {
	formats := o.formats()
	drawn := make([]bytes.Buffer, len(formats))
	done := o.env.working("drawing the dossier")
	for i, f := range formats {
		if err := o.drawDossier(&drawn[i], f, in); err != nil {
			done()
			return err
		}
	}
	done()
	if len(formats) == 1 && len(o.Formats) == 1 && o.Output == "" || o.Output != "" && o.env.toStdout(o.Output) {
		_, err := drawn[0].WriteTo(o.env.Out)
		return err
	}
	name := cmp.Or(slug(in.Result.Assessment.Organization.Name), "hygeia") + "-dossier-" + o.on.String()
	for i, f := range formats {
		path := filepath.Join(cmp.Or(o.Output, o.env.Dir), name+extension(f))
		if o.Output != "" && len(formats) == 1 {
			path = placed(o.Output, name+extension(f))
		}
		if err := o.env.put(path, drawn[i].Bytes()); err != nil {
			return err
		}
		fmt.Fprintln(o.env.Out, path)
	}
	return nil
}

func (o *reportOptions) drawDossier(w io.Writer, format string, in report.DossierInput) error {
	if format == "json" {
		return report.WriteDossierJSON(w, in)
	}
	return report.Write(w, format, report.Dossier(in), report.Options{
		Width: o.env.Width, Color: o.env.Color && o.env.toStdout(o.Output), Paper: o.Paper,
	})
}
