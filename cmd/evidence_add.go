package cmd

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks/words"
)

type proofOptions struct {
	env *Env

	Key   string
	Grade string
	Title string
	Date  string
	File  string
	Where string
	By    string

	proof assess.Proof
}

func newEvidenceAddCommand(env *Env, run func(context.Context, *proofOptions) error) *cobra.Command {
	opts := &proofOptions{env: env}
	c := &cobra.Command{
		Use:   "add KEY --grade GRADE --title TEXT --date DAY [--file FILE]",
		Short: "Write down a proof of an answer",
		Long: long(`Writes down what shows that an answer is true, as "p" does in the questionnaire. The
grade is said (somebody said so), paper (a rule or a plan), record (a dated record that
it is done) or outside (somebody independent looked).

With --file the file's digest is kept, so that it can be told later whether it is still
the same. The file itself is neither copied nor changed.`),
		Example: `  hygeia evidence add backup-restore --grade record --title "Restore test" --date 2026-09-01
  hygeia evidence add risk-analysis --grade outside --title "Consultant's report" --date 2026-06-30 --file report.pdf`,
		Args: between(1, 1, "the KEY of a question"),
		RunE: func(c *cobra.Command, args []string) error {
			opts.Key = plainWord(args[0])
			if err := opts.check(); err != nil {
				return err
			}
			return run(c.Context(), opts)
		},
	}
	f := c.Flags()
	wordFlag(c, &opts.Grade, "grade", "", "how `good` it is: said, paper, record or outside")
	f.StringVar(&opts.Title, "title", "", "`what` it is")
	f.StringVar(&opts.Date, "date", "", "the `day` it is of, as 2026-09-01")
	f.StringVar(&opts.File, "file", "", "the `file` it is in, whose digest is kept")
	f.StringVar(&opts.Where, "where", "", "`where` it is kept; with --file the file's name if left out")
	f.StringVar(&opts.By, "by", "", "`who` writes it down")
	return c
}

// check refuses what cannot be meant, before anything is touched.
func (o *proofOptions) check() error {
	title := words.Line(o.Title)
	if o.Grade == "" || title == "" || o.Date == "" {
		return withHint(usagef("a proof needs --grade, --title and --date"), "see %q", "hygeia evidence add --help")
	}
	grade, err := assess.ParseGrade(o.Grade)
	if err != nil {
		return usagef("--grade: %s", err)
	}
	today := assess.DateOf(o.env.Now())
	day, err := assess.DayPast(o.Date, today)
	if err != nil {
		return usagef("--date: %s", err)
	}
	if day.After(today) {
		return usagef("--date: %s lies ahead of today, %s", day, today)
	}
	where := words.Line(o.Where)
	if where == "" && o.File != "" {
		where = words.Line(filepath.Base(o.File))
	}
	for flag, text := range map[string]string{"title": title, "where": where} {
		if n := len([]rune(text)); n > assess.MaxName {
			return usagef("--%s: has %d characters; at most %d fit", flag, n, assess.MaxName)
		}
	}
	o.proof = assess.Proof{Grade: grade, What: title, Date: day, Where: where}
	return nil
}

func runEvidenceAdd(ctx context.Context, o *proofOptions) error {
	st, err := openStore(o.env)
	if err != nil {
		return err
	}
	if o.File != "" {
		if o.proof.Digest, err = digestOfFile(o.File); err != nil {
			return err
		}
	}
	saved, unlock, err := o.env.lockLatest(ctx, st, "evidence")
	if err != nil {
		return err
	}
	defer unlock()
	if saved.Status == assess.Finished {
		return withHint(fmt.Errorf("%s is finished, and its proof with it", saved.Period), `begin the next quarter with "hygeia assess"`)
	}
	q, ok := saved.Library.Question(o.Key)
	if !ok {
		return unknownName(saved.Library, o.Key)
	}
	had := saved.Answers[q.Key].Proof
	switch {
	case slices.ContainsFunc(had, o.same):
		o.env.say("%s: this proof is there already; nothing was changed", q.Key)
		return nil
	case len(had) >= assess.MaxProofs:
		return withHint(fmt.Errorf("%s: has %d proofs, which is all that is kept", q.Key, len(had)), "take one away in the questionnaire, with p at the question; g goes to it by its key")
	}
	by := words.Line(o.By)
	if by == "" {
		by = lastBy(saved.Assessment)
	}
	saved.Touch(o.env.Now())
	saved.SetProof(q, append(slices.Clone(had), o.proof), by, assess.DateOf(o.env.Now()))
	if err := st.Save(saved); err != nil {
		return err
	}
	o.env.say("%s: %s", q.Key, words.Join(", ", o.proof.Grade.String(), o.proof.What, o.proof.Date.String(), o.proof.Digest))
	if it, asked := assess.Evaluate(saved.Library, saved.Assessment).Item(q.Key); asked {
		o.env.say("this proof %s", standing(it, o.proof, saved.AsOf()))
	}
	return nil
}

// same reports whether a proof says what this one says.
func (o *proofOptions) same(p assess.Proof) bool { return p == o.proof }

// digestOfFile reads a file through and returns the digest of its bytes.
func digestOfFile(name string) (string, error) {
	f, err := store.OpenPlain(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	return "sha256:" + hex.EncodeToString(sum.Sum(nil)), nil
}
