package cmd

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

type evidenceOptions struct{ env *Env }

func newEvidenceCommand(env *Env, run func(*evidenceOptions) error, add func(context.Context, *proofOptions) error) *cobra.Command {
	opts := &evidenceOptions{env: env}
	c := &cobra.Command{
		Use: "evidence",
		Long: long(`Lists what was imported of scans, newest first, with what each says about today's
answers: it supports an answer, disputes it, or says nothing about it, and why. Then it
lists the other proof and when it runs out. To forget a scan, delete its file in the
folder "evidence".

A scan that supports an answer is proof from outside for as many days as the question
says. While a fresh one disputes an answer, none of its proof counts. The score itself
stays the same: what to do about a disagreement you decide. Correct the answer with
"hygeia assess --only scanned", or keep it with a note.`),
		Example: `  hygeia evidence
  hygeia evidence add mfa-email --grade record --title "Report of second factors" --date 2026-09-01`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error { return run(opts) },
	}
	c.AddCommand(newEvidenceAddCommand(env, add))
	return c
}

func runEvidence(o *evidenceOptions) error {
	st, err := openStore(o.env)
	if err != nil {
		return err
	}
	all, err := st.Evidence()
	if err != nil {
		return err
	}
	for _, note := range st.Notes() {
		o.env.say("%s", note)
	}
	saved, err := st.Latest()
	if errors.Is(err, fs.ErrNotExist) {
		return o.withoutQuarter(st, all)
	}
	if err != nil {
		return err
	}
	r, err := o.env.evaluate(st, saved)
	if err != nil {
		return err
	}
	if len(all) == 0 && len(r.Assessment.Scans.Files) == 0 {
		o.env.tell("Nothing of a scan is kept.")
	}
	for i := len(all) - 1; i >= 0; i-- {
		o.scan(r, all[i])
	}
	for _, kept := range r.Assessment.Scans.Files {
		if !slices.ContainsFunc(all, kept.SameScan) {
			o.scan(r, kept)
			o.env.tell("  its file is gone; %s keeps these figures", r.Period)
		}
	}
	o.proofs(r)
	homeErrands(o.env, st, r)
	o.ending(r, len(all))
	return nil
}

// withoutQuarter lists what is kept where there are no answers yet.
func (o *evidenceOptions) withoutQuarter(st *store.Store, all []*assess.Evidence) error {
	if len(all) == 0 {
		return errNothingSaved(st)
	}
	lib, err := st.Library()
	if err != nil {
		return err
	}
	for i := len(all) - 1; i >= 0; i-- {
		o.env.tell("%s  %s", all[i].Date, lib.Scans.Kind(all[i].Kind))
	}
	o.env.hint("no question is answered yet that they could say something about; begin with %s", o.env.named("assess"))
	return nil
}

// scan says what one file says about the answers.
func (o *evidenceOptions) scan(r *assess.Result, e *assess.Evidence) {
	o.env.tell("%s  %s%s", e.Date, r.Library.Scans.Kind(e.Kind), about(e))
	if r.Assessment.CameAfter(e) {
		o.env.tell("  came after %s was finished on %s; it says something about the answers of the next quarter", r.Period, r.AsOf)
		return
	}
	lines := 0
	for _, it := range r.Items {
		for _, s := range it.Scans {
			if s.Evidence.SameScan(e) {
				lines++
				o.env.tell("  %s (%s): %s%s", it.Question.Key, it.Answer.Name(), said(it, s), reason(s))
			}
		}
	}
	if lines == 0 && r.Assessment.Scans.Kept {
		o.env.tell("  is not among what %s was scored with when it was finished", r.Period)
	}
}

// about tells what limits a file.
func about(e *assess.Evidence) string {
	var limits []string
	if e.Partial != "" {
		limits = append(limits, "not the whole picture: "+e.Partial)
	}
	if e.Unread > 0 {
		limits = append(limits, words.Count(e.Unread, "row", "rows")+" could not be read")
	}
	if len(limits) == 0 {
		return ""
	}
	return " (" + strings.Join(limits, "; ") + ")"
}

// said is what a file says about an answer, and until when or why not.
func said(it *assess.Item, s assess.Saying) string {
	verdict := s.Verdict.String()
	switch {
	case s.Verdict == frameworks.SaysNothing:
		return verdict
	case !s.Fresh:
		return verdict + fmt.Sprintf(" (older than %d days, so it no longer counts)", it.Question.Fresh)
	case !s.Newest:
		return verdict + " (a newer file took its place)"
	case s.Verdict == frameworks.Supports && it.Disputed():
		return verdict + " (another file disputes it, so it does not count)"
	case s.Verdict == frameworks.Supports:
		return verdict + fmt.Sprintf(" (proof from outside until %s)", s.Evidence.Date.AddDays(it.Question.Fresh))
	}
	return verdict + fmt.Sprintf(" (no proof counts until it is settled, or until %s)", s.Evidence.Date.AddDays(it.Question.Fresh))
}

func reason(s assess.Saying) string {
	if s.Why == "" {
		return ""
	}
	return ": " + s.Why
}

// proofs lists the other proof, in the order of the questions.
func (o *evidenceOptions) proofs(r *assess.Result) {
	first := true
	for _, it := range r.Items {
		for _, p := range it.Answer.Proof {
			if first {
				o.env.tell("Other proof")
				first = false
			}
			o.env.tell("  %s: %s", it.Question.Key, words.Join(", ", p.Grade.String(), p.What, p.Date.String(), standing(it, p, r.AsOf), shortDigest(p.Digest)))
		}
	}
}

// standing says whether a proof counts, and until when.
func standing(it *assess.Item, p assess.Proof, asOf assess.Date) string {
	switch {
	case p.Grade < assess.Paper:
		return "does not count: it was only said"
	case p.Date.IsZero():
		return "does not count: it has no date"
	case it.Disputed():
		return "does not count while a scan disputes the answer"
	case !p.Counts(it.Question, asOf):
		return fmt.Sprintf("does not count: it is older than %d days", it.Question.Fresh)
	}
	return "is good until " + p.Date.AddDays(it.Question.Fresh).String()
}

func shortDigest(digest string) string {
	if digest == "" {
		return ""
	}
	return digest[:min(len(digest), len("sha256:")+12)]
}

// ending sums up, and names the next step.
func (o *evidenceOptions) ending(r *assess.Result, scans int) {
	var disputed []string
	for _, it := range r.Items {
		if it.Disputed() {
			disputed = append(disputed, it.Question.Key)
		}
	}
	switch {
	case len(disputed) > 0:
		o.env.say("scans dispute %s of %s; no proof of %s counts while they are fresh",
			words.Count(len(disputed), "answer", "answers"), r.Period, words.Plural(len(disputed), "it", "them"))
		o.env.hint("look at them again with %s, or keep the answer with a note: %s", o.env.named("assess", "--only", "scanned"), strings.Join(disputed, ", "))
	case scans == 0:
		o.env.hint("take over CISA's weekly report or another scan with %s", o.env.named("import", "FOLDER"))
	}
}
