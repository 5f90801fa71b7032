package cmd

import (
	"bytes"
	"io"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/assess/match"
	"hygeia/frameworks"
)

// on runs the command as a terminal or a pipe would see it.
func on(t *testing.T, env *Env, args ...string) (out, talk string) {
	t.Helper()
	var o, e bytes.Buffer
	env.In, env.Out, env.Err, env.Dir = strings.NewReader(""), &o, &e, t.TempDir()
	if env.Width == 0 {
		env.Width = 80
	}
	if status := Run(t.Context(), env, append([]string{"resources"}, args...)); status != 0 {
		t.Fatalf("%v: status %d, %s", args, status, e.String())
	}
	return o.String(), e.String()
}

// Links are for a terminal that shows color; everybody else gets plain text.
func TestLinksOnlyOnAColorTerminal(t *testing.T) {
	const link = "\x1b]8;id="
	for _, c := range []struct {
		name string
		env  Env
		want bool
	}{
		{"color terminal", Env{OutTerminal: true, Color: true}, true},
		{"NO_COLOR or dumb", Env{OutTerminal: true}, false},
		{"pipe", Env{}, false},
		{"pipe with color forced", Env{Color: true}, false},
	} {
		out, _ := on(t, &c.env, "kev")
		if got := strings.Contains(out, link); got != c.want {
			t.Errorf("%s: links %v, want %v", c.name, got, c.want)
		}
		if !strings.Contains(out, "https://www.cisa.gov/known-exploited-vulnerabilities-catalog") {
			t.Errorf("%s: no address in print", c.name)
		}
	}
	for _, format := range []string{"md", "json", "csv", "urls"} {
		if out, _ := on(t, &Env{OutTerminal: true, Color: true}, "kev", "--format", format); strings.Contains(out, "\x1b") {
			t.Errorf("%s has escape codes", format)
		}
	}
}

// What was typed reaches a message only as text.
func TestHostileWords(t *testing.T) {
	var o, e bytes.Buffer
	env := &Env{In: strings.NewReader(""), Out: &o, Err: &e, Dir: t.TempDir(), Width: 80}
	for _, args := range [][]string{
		{"--kind", "\u202ex"}, {"--size", "\x1b[2J"}, {"--format", "\x9b31m"}, {"enroll", "\x1b[31m"},
	} {
		if status := Run(t.Context(), env, append([]string{"resources"}, args...)); status == 0 {
			t.Errorf("%q: done", args)
		}
	}
	for _, args := range [][]string{{"\x1b]8;;https://evil.example\aclick"}, {"--for", "\x1b[31mx"}} {
		Run(t.Context(), env, append([]string{"resources"}, args...))
	}
	if s := o.String() + e.String(); strings.ContainsAny(s, "\x1b\a\u202e\u009b") {
		t.Errorf("%q", s)
	}
}

func TestResourcesOptions(t *testing.T) {
	var got *resourcesOptions
	c := newResourcesCommand(&Env{}, func(o *resourcesOptions) error { got = o; return nil })
	c.SetArgs([]string{"second", "factor", "--for", "mfa-email", "--kind", "tool", "--size", "large", "--explain", "--format", "csv"})
	if err := c.Execute(); err != nil {
		t.Fatal(err)
	}
	want := []any{[]string{"second", "factor"}, "mfa-email", "tool", "large", true, "csv"}
	if diff := cmp.Diff(want, []any{got.Words, got.For, got.Kind, got.Size, got.Explain, got.Format}); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A short list is printed with its steps, of a long answer the best, of
// everything none.
func TestHowManyHaveSteps(t *testing.T) {
	for _, c := range []struct {
		o     resourcesOptions
		found int
		want  int
	}{
		{resourcesOptions{}, 115, 0}, {resourcesOptions{}, 6, 10}, {resourcesOptions{For: "mfa-email"}, 40, 10}, {resourcesOptions{Words: []string{"x"}}, 40, mostForGap},
	} {
		f := finder{resourcesOptions: &c.o, found: make([]match.Matched, c.found)}
		if got := f.steps(); got != c.want {
			t.Errorf("%+v of %d: %d, want %d", c.o, c.found, got, c.want)
		}
	}
}

func TestWhoAnsweredLast(t *testing.T) {
	answer := func(by string, day int) assess.Answer {
		return assess.Answer{By: by, Recorded: assess.Date{Year: 2026, Month: 8, Day: day}}
	}
	for want, answers := range map[string]map[string]assess.Answer{
		"":  {"x": answer("", 3)},
		"B": {"x": answer("A", 1), "y": answer("B", 2), "z": answer("", 3)},
		"D": {"x": answer("D", 2), "y": answer("D", 2), "z": answer("A", 1)},
	} {
		if got := lastBy(&assess.Assessment{Answers: answers}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	two := map[string]assess.Answer{"x": answer("D", 2), "y": answer("C", 2), "z": answer("A", 1)}
	if got := lastBy(&assess.Assessment{Answers: two}); got != "" {
		t.Errorf("of two on the same day %q is taken", got)
	}
	if lastBy(&assess.Assessment{}) != "" {
		t.Error("somebody answered nothing")
	}
}

// The message of a hostile record is still one line a fact, as text and as a draft.
func TestHostileRecordInTheMessage(t *testing.T) {
	l := letter{To: "a@b.example\r\nBcc: y@evil.example", Subject: "S\nBcc: z@evil.example", Organization: "Mercy\nBcc: x@evil.example\x1b[2J", Contact: "\u202ePat"}
	if s := l.body(); strings.Contains(s, "\nBcc") || strings.ContainsAny(s, "\x1b\u202e") {
		t.Errorf("%q", s)
	}
	head, _, _ := strings.Cut(string(l.draft()), "\r\n\r\n")
	if strings.Contains(head, "\nBcc") {
		t.Errorf("%q", head)
	}
}

// A draft is read back by a mail reader with nothing lost.
func TestDraftIsAMessage(t *testing.T) {
	l := letter{To: "vulnerability@cisa.dhs.gov", Subject: scanSubject, Request: "we would like to enroll.", Closing: "Please send us the papers.",
		Organization: "Clínica Niño (invented)", Contact: "Pat Doe", Mailbox: "security@clinic.example", Phone: "555-0100"}
	m, err := mail.ReadMessage(bytes.NewReader(l.draft()))
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(quotedprintable.NewReader(m.Body))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(l.body(), strings.ReplaceAll(string(body), "\r\n", "\n")); diff != "" {
		t.Errorf("(-text +draft):\n%s", diff)
	}
	if m.Header.Get("To") != l.To || m.Header.Get("Subject") != l.Subject || m.Header.Get("From") != "" {
		t.Errorf("%v", m.Header)
	}
}

// typist gives out a line at a time, with the pause of somebody who types. It needs
// a clock that stands still while anything works, as synctest has it.
type typist struct{ lines []string }

func (t *typist) Read(p []byte) (int, error) {
	if len(t.lines) == 0 {
		return 0, io.EOF
	}
	time.Sleep(time.Second)
	n := copy(p, t.lines[0])
	if t.lines[0] = t.lines[0][n:]; t.lines[0] == "" {
		t.lines = t.lines[1:]
	}
	return n, nil
}

// A person at a terminal is asked whom the service should write to; Enter leaves
// a blank, and the end of what is typed too.
func TestEnrollAsks(t *testing.T) {
	for _, c := range []struct {
		name, typed string
		env         Env
		given       string
		want        letter
	}{
		{"one of those who answered", "2\nsecurity@clinic.example\n", Env{InTerminal: true, ErrTerminal: true}, "",
			letter{Contact: "Lee (invented)", Mailbox: "security@clinic.example"}},
		{"all", "Pat Doe\nsecurity@clinic.example\n\n1 Main St\n", Env{InTerminal: true, ErrTerminal: true}, "",
			letter{Contact: "Pat Doe", Mailbox: "security@clinic.example", Address: "1 Main St"}},
		{"ends early", "Pat Doe", Env{InTerminal: true, ErrTerminal: true}, "", letter{Contact: "Pat Doe"}},
		{"a flag says it", "Pat Doe\n", Env{InTerminal: true, ErrTerminal: true}, "Kim", letter{Contact: "Kim"}},
		{"a pipe", "Pat Doe\n", Env{}, "", letter{}},
	} {
		c.env.In, c.env.Err = &typist{lines: strings.SplitAfter(c.typed, "\n")}, io.Discard
		synctest.Test(t, func(t *testing.T) {
			o := &enrollOptions{env: &c.env, Contact: c.given}
			l := letter{Contact: c.given}
			if o.ask(t.Context(), &l, []string{"Ana (invented)", "Lee (invented)"}); l != c.want {
				t.Errorf("%s: %+v", c.name, l)
			}
			time.Sleep(time.Minute) // what reads ahead comes to the end
		})
	}
}

// Every command the list of synonyms or the toolkit names is one of ours.
func TestCommandsThatSearchNames(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	runs := lib.Commands()
	for _, part := range lib.Toolkit {
		for _, item := range part.Items {
			if item.Run != "" {
				runs = append(runs, item.Run)
			}
		}
	}
	if len(runs) < 10 {
		t.Fatalf("%d commands", len(runs))
	}
	for _, run := range runs {
		root := Command(&Env{Out: io.Discard, Err: io.Discard, In: strings.NewReader("")})
		c, rest, err := root.Find(strings.Fields(run)[1:])
		if err != nil || c == root {
			t.Errorf("%s: %v", run, err)
			continue
		}
		if err := c.ParseFlags(rest); err != nil {
			t.Errorf("%s: %v", run, err)
		}
	}
}
