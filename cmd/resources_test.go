package cmd

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
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
		{"\x1b]8;;https://evil.example\aclick"}, {"--for", "\x1b[31mx"}, {"--kind", "\u202ex"}, {"--size", "\x1b[2J"}, {"--format", "\x9b31m"}, {"enroll", "\x1b[31m"},
	} {
		if status := Run(t.Context(), env, append([]string{"resources"}, args...)); status == 0 {
			t.Errorf("%q: done", args)
		}
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

// A short list is printed whole, of a long one the best ten, of everything none.
func TestHowManyAreWhole(t *testing.T) {
	for _, c := range []struct {
		o     resourcesOptions
		found int
		want  int
	}{
		{resourcesOptions{}, 115, 0}, {resourcesOptions{}, 6, 10}, {resourcesOptions{For: "mfa-email"}, 40, 10}, {resourcesOptions{Words: []string{"x"}}, 40, 10},
	} {
		if got := c.o.steps(c.found); got != c.want {
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
		"C": {"x": answer("D", 2), "y": answer("C", 2), "z": answer("A", 1)},
	} {
		if got := lastBy(&assess.Assessment{Answers: answers}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if lastBy(&assess.Assessment{}) != "" {
		t.Error("somebody answered nothing")
	}
}

// The message of a hostile record is still one line a fact.
func TestHostileRecordInTheMessage(t *testing.T) {
	var b bytes.Buffer
	r := &frameworks.Resource{Contact: "a@b.example"}
	enrollments[0].message(&b, r, "Mercy\nBcc: x@evil.example\x1b[2J", "\u202ePat")
	if s := b.String(); strings.Contains(s, "\nBcc") || strings.ContainsAny(s, "\x1b\u202e") {
		t.Errorf("%q", s)
	}
}
