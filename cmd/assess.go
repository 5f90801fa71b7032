package cmd

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks/words"
)

type assessOptions struct {
	env *Env

	Frameworks []string
	Without    []string
	Period     string
	By         string
	Section    string
	Only       string
	Answers    string
	Template   bool
	Output     string
	Plain      bool
	Profile    bool
	Finish     bool
	AsIs       bool
	Reopen     string
	Discard    bool
	Ahead      bool
	Inherit    string
	Keys       []string

	profileFlags

	period assess.Quarter // of Period
	only   assess.Only    // of Only
	left   []string       // ids of the frameworks that were left out in this run
}

func newAssessCommand(env *Env, run func(context.Context, *assessOptions) error) *cobra.Command {
	opts := &assessOptions{env: env}
	c := &cobra.Command{
		Use: "assess [PERIOD]",
		Long: long(`Asks one question at a time and saves each answer at once. It starts with the
Essential goals (20 questions, about 15 minutes) and then offers more. Stop with q
and come back any day: it goes on where you stopped. An open draft is resumed
whatever the date; once it is finished, the next quarter starts from its answers:
what is due comes first, then what is new, then the oldest third to confirm with
one key. The rest can wait.

A finished quarter has no open questions: what is left open counts as "don't know".
A framework with hardly an answer is left out at --finish; its answers stay and
return with --framework.

Services that several sites share are answered once, in the folder of their parent:
--inherit takes those answers over. They count here as they were finished there, with
a mark; an answer of your own takes the place of one. --finish copies them.

Without a terminal, or for a screen reader, use --plain: the same questions line by
line. Or let others fill in a file: --template prints it, --answers reads it back.`),
		Example: `  hygeia assess
  hygeia assess --framework csf
  hygeia assess --only due
  hygeia assess --template -o answers.yaml
  hygeia assess --answers answers.yaml --by "J. Rivera"
  hygeia assess --inherit ../system --keys mfa-email,backup-restore
  hygeia assess --finish
  hygeia assess --finish --without csf`,
		Args: between(0, 1, "at most one PERIOD"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := opts.takePeriod(args); err != nil {
				return err
			}
			if err := opts.check(c.Flags().Changed("reopen")); err != nil {
				return err
			}
			return run(c.Context(), opts)
		},
	}
	f := c.Flags()
	listFlag(c, &opts.Frameworks, "framework", "also ask this `framework`: hph, hicp, csf or an id; several with commas")
	listFlag(c, &opts.Without, "without", "leave this `framework` out of the quarter; several with commas")
	f.StringVar(&opts.Period, "period", "", "the `quarter`, as 2026-Q3 (default: the open draft, or this quarter)")
	opts.add(c)
	f.StringVar(&opts.By, "by", "", "`who` is answering")
	f.StringVar(&opts.Section, "section", "", "ask only this `section`, as essential or PR; oversight asks what the board minutes")
	wordFlag(c, &opts.Only, "only", "", "ask only `what` is open, unknown, due or changed, or scanned")
	f.StringVar(&opts.Answers, "answers", "", "take the answers from this `file`")
	f.BoolVar(&opts.Template, "template", false, "print a file to fill in, and change nothing")
	f.StringVarP(&opts.Output, "output", "o", "", "with --template: write to this `file` or folder; - is standard output")
	f.BoolVar(&opts.Plain, "plain", false, "line by line, for screen readers and pipes")
	f.BoolVar(&opts.Profile, "profile", false, "correct the name, beds, IT, size, country and state of the organization; with --beds and the like it asks nothing")
	f.BoolVar(&opts.Finish, "finish", false, "close the quarter and keep its questions with it")
	f.BoolVar(&opts.AsIs, "as-is", false, "finish although answers are missing or in doubt")
	f.StringVar(&opts.Reopen, "reopen", "", "open the latest finished quarter again, for this `reason`")
	f.BoolVar(&opts.Discard, "discard", false, "take the open draft away; \"hygeia undo\" brings it back")
	f.StringVar(&opts.Inherit, "inherit", "", "take answers over from this parent `folder`, such as ../system; none stops it")
	listFlag(c, &opts.Keys, "keys", "with --inherit: the `questions`, with commas (default: all answered there and asked here)")
	f.BoolVar(&opts.Ahead, "ahead", false, "begin the next quarter, or the one named, before its first day")
	return c
}

// takePeriod takes the quarter named without --period, as other commands do.
func (o *assessOptions) takePeriod(args []string) error {
	switch {
	case len(args) == 0:
	case o.Period != "":
		return usagef("two quarters are named, %s and %s: give one", args[0], o.Period)
	default:
		o.Period = args[0]
	}
	return nil
}

// check refuses what cannot be meant, before anything is touched.
func (o *assessOptions) check(reopen bool) (err error) {
	if o.Period != "" {
		if o.period, err = o.env.period(o.Period); err != nil {
			return err
		}
	}
	if err := o.profileFlags.check(); err != nil {
		return err
	}
	if o.Only != "" {
		if o.only, err = assess.ParseOnly(o.Only); err != nil {
			return usagef("--%s", err)
		}
	}
	o.Reopen = words.Clean(o.Reopen)
	switch {
	case reopen && o.Reopen == "":
		return usagef("--reopen needs the reason, which is kept with the quarter")
	case reopen && (o.Finish || o.Template):
		return usagef("--reopen stands alone: open the quarter first, then answer and finish it")
	case o.Discard && (reopen || o.Finish || o.Template || o.Answers != "" || o.Plain || o.Ahead):
		return usagef("--discard stands alone: it takes the open draft away")
	case o.AsIs && !o.Finish:
		return usagef("--as-is goes with --finish")
	case o.Output != "" && !o.Template:
		return usagef("-o says where the file of --template goes; leave it out here")
	case len(o.Without) > 0 && (reopen || o.Template || o.Plain):
		return usagef("--without changes what is asked; give it alone, with --answers or with --finish")
	case o.Template && (o.Finish || o.Answers != "" || o.Plain):
		return usagef("--template only prints the file; give --answers, --finish or --plain in a run of its own")
	case o.Plain && o.Answers != "":
		return usagef("--plain asks and --answers reads a file; choose one")
	case (reopen || o.Discard) && o.said():
		return usagef("--name, --size and the like describe the organization; give them in a run of their own")
	case o.Profile && (!o.asks() && !o.corrects() || o.Only != "" || o.Section != "" || len(o.Frameworks) > 0):
		return usagef("--profile corrects who is assessed and asks no questions; give the other flags in a run of their own")
	case o.Only != "" && !o.asks():
		return usagef("--only chooses what is asked of a person; leave it out here")
	}
	if err := o.checkInherit(); err != nil {
		return err
	}
	if o.asks() && !o.Plain && o.mode() == noTerminal {
		return withHint(usagef("there is no terminal to ask the questions in"),
			`use "hygeia assess --plain" to answer line by line, or --template and --answers to fill in a file`)
	}
	return nil
}

// asks reports whether questions are put to a person in this run.
func (o *assessOptions) asks() bool {
	return !o.Template && o.Answers == "" && !o.Finish && o.Reopen == "" && !o.Discard && len(o.Without) == 0 && o.Inherit == "" && !o.corrects()
}

// corrects reports whether the flags say all that --profile would ask.
func (o *assessOptions) corrects() bool { return o.Profile && o.said() }

// mode is how questions can be asked here.
type mode int

const (
	noTerminal mode = iota
	lines           // line by line
	fullScreen
)

func (o *assessOptions) mode() mode { return o.env.mode(o.Plain) }

func (env *Env) mode(plain bool) mode {
	switch {
	case plain:
		return lines
	case env.InTerminal && env.Screen != nil && !env.Dumb:
		return fullScreen
	case env.InTerminal || env.Screen != nil:
		return lines
	}
	return noTerminal
}

func runAssess(ctx context.Context, o *assessOptions) error {
	st, err := openStore(o.env)
	if err != nil {
		return err
	}
	if o.Template {
		return runTemplate(o, st)
	}
	unlock, err := o.env.lock(ctx, st, "assess")
	if err != nil {
		return err
	}
	defer unlock()

	if o.Reopen != "" {
		return runReopen(o, st)
	}
	if o.Discard {
		return runDiscard(o, st)
	}
	if o.asks() {
		if err := o.env.offerRecount(ctx, st); err != nil {
			return err
		}
		if err := o.env.offerRescue(ctx, st); err != nil {
			return err
		}
	}
	saved, err := o.open(st)
	if err != nil {
		return err
	}
	if err := o.checkSection(saved); err != nil {
		return err
	}
	o.apply(saved)
	if o.corrects() {
		return o.correct(st, saved)
	}
	if o.asks() && o.aboutFacts() {
		return errors.Join(o.askFacts(ctx, st, saved), o.env.unfinished(saved))
	}
	if o.asks() {
		return errors.Join(ask(ctx, o, st, saved), o.env.unfinished(saved))
	}
	if err := o.choose(saved); err != nil {
		return err
	}
	if o.Inherit != "" {
		return o.inherit(st, saved)
	}
	if o.Answers != "" {
		if err := takeAnswers(o, st, saved); err != nil {
			return err
		}
	}
	if o.Finish {
		return finish(ctx, o, st, saved)
	}
	if o.Answers == "" {
		return o.env.keepNow(st, saved)
	}
	return nil
}

func (o *assessOptions) today() assess.Date { return assess.DateOf(o.env.Now()) }

func finish(ctx context.Context, o *assessOptions, st *store.Store, saved *store.Saved) error {
	o.env.sayBroken()
	stop := o.leaveOutFew(saved)
	earlier, err := before(o.env, st, saved.Period)
	if err != nil {
		return err
	}
	r := assess.Evaluate(saved.Library, saved.Assessment)
	if err := o.checkFinish(ctx, r, evaluated(earlier)); err != nil {
		return err
	}
	if stop != nil {
		return stop
	}
	if err := st.Finish(saved, o.today()); err != nil {
		return err
	}
	r = assess.Evaluate(saved.Library, saved.Assessment)
	left := ""
	if r.All.LeftOpen > 0 {
		left = fmt.Sprintf(", %d left open", r.All.LeftOpen)
	}
	o.env.say("%s is finished: %s%s, Essential goals %s", saved.Period, r.All.SaidOf(), left, r.Goals)
	if err := o.sayAsked(st, saved); err != nil {
		return err
	}
	o.env.hint(`write the report with "hygeia report"`)
	return nil
}

// sayAsked tells what the finished quarter asks of the board, with the numbers to
// decide by.
func (o *assessOptions) sayAsked(st *store.Store, saved *store.Saved) error {
	r, err := o.env.evaluate(st, saved)
	if err != nil {
		return err
	}
	var asked []string
	for _, a := range assess.BoardDecisions(assess.Actions(r, nil)) {
		asked = append(asked, fmt.Sprintf("%d %s", a.Matter.Number, a.Item.Question.Title))
	}
	if len(asked) > 0 {
		o.env.say("asked of the board, by number: %s", strings.Join(asked, "; "))
		o.env.hint("once it has met, write down what it decided, as in \"hygeia decide %s fix …\"", strings.Fields(asked[0])[0])
	}
	return nil
}

// evaluated is the result of a saved quarter, nil if there is none.
func evaluated(saved *store.Saved) *assess.Result {
	if saved == nil {
		return nil
	}
	return assess.Evaluate(saved.Library, saved.Assessment)
}

func runReopen(o *assessOptions, st *store.Store) error {
	saved, err := latest(st)
	if err != nil {
		return err
	}
	if o.Period != "" && saved.Period != o.period {
		return usagef("only the latest quarter, %s, can be opened again; correct an older mistake in the current one", saved.Period)
	}
	if saved.Status != assess.Finished {
		return usagef("%s is still open", saved.Period)
	}
	if err := st.Reopen(saved, o.Reopen, o.today()); err != nil {
		return err
	}
	o.env.say("%s is open again; the reason is kept with it", saved.Period)
	o.env.hint(`go on with "hygeia assess", and close it with "hygeia assess --finish"`)
	return nil
}

func runDiscard(o *assessOptions, st *store.Store) error {
	saved, err := loadPeriod(o.env, st, o.Period)
	if err != nil {
		return err
	}
	if saved.Status == assess.Finished {
		return withHint(usagef("%s is finished and is not discarded", saved.Period), `open it again first with --reopen "the reason"`)
	}
	if err := st.Discard(saved); err != nil {
		return err
	}
	o.env.say("the draft %s is taken away, with %s", saved.Period, words.Count(len(saved.Answers), "answer", "answers"))
	o.env.hint("bring it back with %s", o.env.named("undo"))
	return nil
}
