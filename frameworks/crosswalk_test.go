package frameworks_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"hygeia/frameworks"
)

// crosswalk is a pair of requirements as a publisher prints it.
type crosswalk struct {
	left, printed string
	right         []string // printed, or the outcomes into which it was carried
}

func (c crosswalk) String() string { return c.left + " " + c.printed }

// lines returns the lines of a file of test data that say something.
func lines(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			all = append(all, line)
		}
	}
	return all
}

func crosswalks(t *testing.T) []crosswalk {
	t.Helper()
	var all []crosswalk
	for _, line := range lines(t, "testdata/crosswalks.txt") {
		ids := strings.Fields(line)
		if len(ids) < 2 {
			t.Fatalf("no pair: %s", line)
		}
		c := crosswalk{left: ids[0], printed: ids[1], right: ids[2:]}
		if len(c.right) == 0 {
			c.right = ids[1:]
		}
		all = append(all, c)
	}
	return all
}

// What a publisher puts side by side shares a question with us too, or
// crosswalk-exceptions.txt says why it does not.
func TestPublishedCrosswalks(t *testing.T) {
	lib := shippedLibrary(t)
	speakers := func(id string) []*frameworks.Question {
		_, r, ok := lib.Requirement(id)
		if !ok {
			t.Fatalf("there is no requirement %s", id)
		}
		return r.Speakers()
	}
	share := func(c crosswalk) bool {
		ours := speakers(c.left)
		return slices.ContainsFunc(c.right, func(id string) bool {
			return slices.ContainsFunc(speakers(id), func(q *frameworks.Question) bool { return slices.Contains(ours, q) })
		})
	}

	reasons := map[string]string{}
	for _, line := range lines(t, "testdata/crosswalk-exceptions.txt") {
		pair, reason, _ := strings.Cut(line, ": ")
		if len(strings.Fields(reason)) < 5 || reasons[pair] != "" {
			t.Errorf("an exception has a pair, once, and a reason in words: %s", line)
		}
		reasons[pair] = reason
	}
	pairs, excepted := 0, len(reasons)
	for _, c := range crosswalks(t) {
		pairs++
		reason, listed := reasons[c.String()]
		delete(reasons, c.String())
		switch shared := share(c); {
		case !shared && !listed:
			t.Errorf("%s: no question speaks for both", c)
		case shared && listed:
			t.Errorf("%s shares a question: take it from the exceptions (%s)", c, reason)
		}
	}
	for pair := range reasons {
		t.Errorf("exception %s: no publisher prints this pair", pair)
	}
	t.Logf("%d pairs, %d of them excepted", pairs, excepted)
}
