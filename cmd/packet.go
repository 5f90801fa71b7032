package cmd

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/log"
	"hygeia/assess/packet"
	"hygeia/assess/store"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/handout"
)

type packetOptions struct {
	env *Env

	Ask     []string
	Section string
	Keys    []string
	All     bool
	Only    string
	To      string // who gets this copy
	Due     string
	Format  string
	Output  string

	Withdraw string

	due assess.Date // of Due
}

// packetFormats are the forms of a hand-out, the first one first, each with what
// writes it.
var packetFormats = []struct {
	name  string
	write func(*packet.Packet) ([]byte, error)
}{
	{"html", func(p *packet.Packet) ([]byte, error) { return drawn(p, handout.Draw) }},
	{"xlsx", func(p *packet.Packet) ([]byte, error) { return drawn(p, packet.WriteXLSX) }},
	{"yaml", (*packet.Packet).WriteYAML},
}

func packetFormatNames() []string {
	var names []string
	for _, f := range packetFormats {
		names = append(names, f.name)
	}
	return names
}

// onlyDue is what --only takes: what the quarter still asks.
const onlyDue = "due"

func newPacketCommand(env *Env, run func(context.Context, *packetOptions) error) *cobra.Command {
	opts := &packetOptions{env: env}
	c := &cobra.Command{
		Use:   "packet",
		Short: "Hand questions out to those who know the answers",
		Long: long(`Writes some of the questions as one file for somebody else to fill in, with what each
answer means, help, and the answer of today. It holds no note, proof, reason or name
that was given before. "hygeia import FILE" takes the answers over when it comes back.

The web page opens in any browser, without a network and with nothing to install, and
can be printed as a paper form. Many mail systems hold back web pages with a script:
put it on a share, or send the workbook (xlsx). A yaml file is for a text editor.

--ask takes the questions that a role would know: it, msp (your IT provider), biomed,
hr, compliance, leadership, facilities, clinical, purchasing or finance. Where a
provider runs your IT, msp has the questions for IT too. --only due leaves what has no
answer yet or is asked again this quarter. "hygeia list" shows what is out, what came
back and what is overdue; --withdraw says that nobody waits for one any more.

The same questions written once more, in another form, are the same hand-out and have
the same number. Where several people get the same questions, --to says who gets this
copy, so that each is waited for by itself.`),
		Example: `  hygeia export packet --ask hr --due 9/30 -o hr.html
  hygeia export packet --ask msp,it --only due -o provider.xlsx
  hygeia export packet --section essential --format yaml -o essential.yaml
  hygeia export packet --keys mfa-email,email-filter -o mail.html
  hygeia export packet --ask clinical --to "3 West" -o 3west.html
  hygeia export packet --all -o all.html`,
		Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := opts.check(); err != nil {
				return err
			}
			return run(c.Context(), opts)
		},
	}
	f := c.Flags()
	listFlag(c, &opts.Ask, "ask", "the questions that this `role` would know, as hr or msp; several with commas")
	f.StringVar(&opts.Section, "section", "", "the questions of this `section`, as essential or PR")
	listFlag(c, &opts.Keys, "keys", "these `questions`, by their keys with commas")
	f.BoolVar(&opts.All, "all", false, "all questions of the quarter")
	wordFlag(c, &opts.Only, "only", "", "of those only `what` is due: no answer yet, or asked again this quarter")
	f.StringVar(&opts.To, "to", "", "`who` gets this copy: it has a number of its own then, and the name stays here")
	f.StringVar(&opts.Due, "due", "", "the last `day` to send it back")
	wordFlag(c, &opts.Format, "format", "", "write it as `what`: html, xlsx or yaml (default: as -o ends, or html)")
	f.StringVarP(&opts.Output, "output", "o", "", "write to this `file` or folder; - is standard output")
	wordFlag(c, &opts.Withdraw, "withdraw", "", "nobody waits for the hand-out with this `number` any more; \"hygeia list\" has the numbers")
	return c
}

// check refuses what cannot be meant, before anything is touched.
func (o *packetOptions) check() error {
	chosen := 0
	for _, is := range []bool{len(o.Ask) > 0, o.Section != "", len(o.Keys) > 0, o.All} {
		if is {
			chosen++
		}
	}
	switch {
	case o.Withdraw != "" && (chosen > 0 || o.Only != "" || o.To != "" || o.Due != "" || o.Format != "" || o.Output != ""):
		return usagef("--withdraw stands alone: it writes no hand-out")
	case o.Withdraw != "":
		return nil
	case chosen == 0:
		return withHint(usagef("say which questions to hand out: --ask ROLE, --section NAME, --keys KEY,KEY or --all"), "see %q", "hygeia export packet --help")
	case chosen > 1:
		return usagef("--ask, --section, --keys and --all each choose the questions; give one of them")
	case o.Only != "" && o.Only != onlyDue:
		return unknown("choice", o.Only, []string{onlyDue})
	}
	for _, role := range o.Ask {
		if !slices.Contains(frameworks.Roles(), role) {
			return unknown("role", role, frameworks.Roles())
		}
	}
	if o.Due != "" {
		var err error
		if o.due, err = assess.DayAhead(o.Due, o.today()); err != nil {
			return usagef("--due: %s", err)
		}
		if o.today().After(o.due) {
			return usagef("--due: %s is over; today is %s", o.due, o.today())
		}
	}
	if o.Format == "" {
		o.Format = packetFormats[0].name
		if ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(o.Output), ".")); slices.Contains(packetFormatNames(), ending) {
			o.Format = ending
		}
	}
	if !slices.Contains(packetFormatNames(), o.Format) {
		return unknown("format", o.Format, packetFormatNames())
	}
	if o.Format != "yaml" && o.Output == stdout && o.env.OutTerminal {
		return withHint(usagef("this form is not for the screen"), "write it to a file with -o packet.%s", o.Format)
	}
	return nil
}

func (o *packetOptions) today() assess.Date { return assess.DateOf(o.env.Now()) }

func runPacket(ctx context.Context, o *packetOptions) error {
	st, err := openStore(o.env)
	if err != nil {
		return err
	}
	saved, err := latest(st)
	if err != nil {
		return err
	}
	if o.Withdraw != "" {
		return o.withdraw(ctx, st, saved.Period)
	}
	if saved.Status == assess.Finished {
		return withHint(fmt.Errorf("%s is finished, so there is nothing to ask in it", saved.Period), `begin the next quarter first with "hygeia assess"`)
	}
	keys, err := o.choose(st, saved)
	if err != nil {
		return err
	}
	p := packet.New(saved.Library, saved.Assessment, packet.Wish{Keys: keys, Asked: o.Ask, To: o.To, Due: o.due}, o.today())
	if len(p.Questions) == 0 {
		return o.nothing(saved.Period)
	}
	data, err := o.form(p)
	if err != nil {
		return err
	}
	unlock, err := o.env.lock(ctx, st, "")
	if err != nil {
		return err
	}
	defer unlock()
	if _, err := st.Journal(); err != nil {
		return err // before anything goes out of which it could not tell
	}
	name := o.name(p)
	output := o.Output
	if output == "" {
		output = name
	}
	if err := writeTemplate(o.env, data, output, name, (*store.Store).WriteNew); err != nil {
		return err
	}
	return o.told(st, p, placed(output, name))
}

// withdraw writes down that nobody waits for a hand-out any more. If it comes back
// all the same, it is taken over like any other.
func (o *packetOptions) withdraw(ctx context.Context, st *store.Store, period assess.Quarter) error {
	unlock, err := o.env.lock(ctx, st, "")
	if err != nil {
		return err
	}
	defer unlock()
	journal, err := st.Journal()
	if err != nil {
		return err
	}
	var out []string
	for _, h := range journal.Handouts(period) {
		if h.Waiting() {
			out = append(out, h.Packet)
		}
	}
	if len(out) == 0 {
		return fmt.Errorf("no hand-out of %s is out", period)
	}
	if !slices.Contains(out, o.Withdraw) {
		return unknown("hand-out", o.Withdraw, out)
	}
	if err := st.LogEvent(log.Event{Kind: log.PacketWithdrawn, Day: o.today(), Packet: o.Withdraw, Period: period}); err != nil {
		return err
	}
	o.env.say("nobody waits for %s any more; if it comes back, it can be taken over all the same", o.Withdraw)
	return nil
}

func (o *packetOptions) nothing(period assess.Quarter) error {
	if o.Only == onlyDue {
		return fmt.Errorf("none of these questions is due in %s, so there is nothing to hand out", period)
	}
	return fmt.Errorf("%s asks none of these questions, so there is nothing to hand out", period)
}

func (o *packetOptions) form(p *packet.Packet) ([]byte, error) {
	for _, f := range packetFormats {
		if f.name == o.Format {
			return f.write(p)
		}
	}
	return nil, unknown("format", o.Format, packetFormatNames())
}

// name is the usual one of a hand-out's file.
func (o *packetOptions) name(p *packet.Packet) string {
	about := []string{"all"}
	switch {
	case len(o.Ask) > 0:
		about = o.Ask
	case o.Section != "":
		about = strings.Fields(plainWord(o.Section))
	case len(o.Keys) > 0:
		about = o.Keys[:1]
	}
	safe := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, strings.Join(slices.Concat(about, strings.Fields(plainWord(o.To))), "-"))
	return fmt.Sprintf("questions-%s-%s.%s", p.Quarter, safe, o.Format)
}

// told writes down that the hand-out is out, and says what comes next.
func (o *packetOptions) told(st *store.Store, p *packet.Packet, path string) error {
	e := log.Event{Kind: log.PacketOut, Day: o.today(), Packet: p.ID, Period: p.Quarter, To: words.Join(": ", p.RoleNames(), p.To), Due: p.Due, Questions: len(p.Questions)}
	before, err := outAlready(st, p, path)
	if err != nil {
		return err
	}
	if !o.env.toStdout(o.Output) || o.Output == "" {
		e.What = path
	}
	if err := st.LogEvent(e); err != nil {
		return fmt.Errorf("it is written, but nobody is told that it is out: %w", err)
	}
	o.env.say("%s for %s, without notes, proofs, reasons or names; mark %s", words.Count(len(p.Questions), "question", "questions"), orAnybody(p.RoleNames()), packet.Mark)
	if before != "" {
		o.env.say("it is the same hand-out as %s, which is out already (%s): \"hygeia list\" counts both as one. If somebody else gets this copy, write it with --to and who that is", before, p.ID)
	}
	if o.Format == "html" {
		o.env.say("many mail systems hold back web pages with a script: put it on a share, or send the workbook (--format xlsx)")
	}
	o.env.hint("when it comes back, take the answers over with %s", o.env.named("import", "FILE"))
	return nil
}

// outAlready names another file of the same hand-out that somebody waits for; "" for
// none.
func outAlready(st *store.Store, p *packet.Packet, path string) (string, error) {
	journal, err := st.Journal()
	if err != nil {
		return "", err
	}
	for _, h := range journal.Handouts(p.Quarter) {
		if h.Packet == p.ID && h.Waiting() && h.File != path {
			return cmp.Or(h.File, "one that was written to standard output"), nil
		}
	}
	return "", nil
}

func orAnybody(names string) string {
	if names == "" {
		return "whoever knows"
	}
	return names
}

func drawn(p *packet.Packet, draw func(io.Writer, *packet.Packet) error) ([]byte, error) {
	var b bytes.Buffer
	err := draw(&b, p)
	return b.Bytes(), err
}
