package cmd

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// Small bars are for a screen that can draw them; a pipe and a file get digits.
func TestSparksOnlyOnAScreen(t *testing.T) {
	dir := t.TempDir()
	run := func(env Env, args ...string) string {
		var out, talk bytes.Buffer
		env.In, env.Out, env.Err, env.Width = strings.NewReader(""), &out, &talk, 80
		if status := Run(t.Context(), &env, args); status != 0 {
			t.Fatalf("%v: status %d, %s", args, status, talk.String())
		}
		return out.String()
	}
	run(Env{}, "demo", dir)
	row := []string{"compare", "--last", "4", "--dir", filepath.Join(dir, "prairie-view")}
	if out := run(Env{Sparks: true}, row...); !strings.Contains(out, "0 to 100") || !strings.ContainsRune(out, '·') {
		t.Errorf("no small bars in\n%s", out)
	}
	if out := run(Env{}, row...); strings.ContainsAny(out, "▁▂▃▄▅▆▇█") {
		t.Errorf("small bars in a pipe:\n%s", out)
	}
}

func TestCompareOptions(t *testing.T) {
	for args, want := range map[string]string{
		"":                         "",
		"2026-Q2 2026-Q3":          "",
		"2026-Q2..2026-Q3":         "",
		"--last 4":                 "",
		"--last 0":                 "--last 0: must be 2 or more",
		"--last 4 2026-Q2":         "say either PERIODs or --last, not both",
		"2026-Q1..2026-Q3 2026-Q2": `"2026-Q1..2026-Q3" is a row of quarters already: it takes no second PERIOD`,
		"2026-Q1 2026-Q2 2026-Q3":  `"compare" takes at most two PERIODs, but got 3 arguments`,
	} {
		c := newCompareCommand(&Env{}, func(*compareOptions) error { return nil })
		c.SetArgs(strings.Fields(args))
		c.SilenceErrors, c.SilenceUsage = true, true
		got := ""
		if err := c.Execute(); err != nil {
			got = err.Error()
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got)\n%s", args, diff)
		}
	}
}

// The second quarter of --between stands among the arguments, on either side.
func TestExplainBetweenArguments(t *testing.T) {
	for args, want := range map[string][]string{
		"mfa-email":                            nil,
		"mfa-email --between 2026-Q2":          {"2026-Q2"},
		"mfa-email --between 2026-Q2 2026-Q3":  {"2026-Q2", "2026-Q3"},
		"--between 2026-Q2 2026-Q3 mfa-email":  {"2026-Q2", "2026-Q3"},
		"mfa-email --between 2026-Q2..2026-Q3": {"2026-Q2", "2026-Q3"},
	} {
		c := newExplainCommand(&Env{Now: time.Now}, func(o *explainOptions) error {
			if diff := cmp.Diff(want, o.Between); diff != "" || o.Name != "mfa-email" {
				t.Errorf("%q: name %q, quarters (-want +got)\n%s", args, o.Name, diff)
			}
			return nil
		})
		c.SetArgs(strings.Fields(args))
		if err := c.Execute(); err != nil {
			t.Errorf("%q: %v", args, err)
		}
	}
}
