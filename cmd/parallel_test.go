//go:build linux

package cmd_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"hygeia/assess/store"
	"hygeia/frameworks"
)

// together is how many commands write into one folder at the same time; "make
// torture" takes 200.
var together = flag.Int("together", 20, "how many commands write into one folder at once")

// TestCommandsAtOnce lets many commands answer into one folder at once. Half of them
// wait for their turn and must all come through; of the others whoever says "saved"
// has saved, and the rest is told that another hygeia is at work.
func TestCommandsAtOnce(t *testing.T) {
	if testing.Short() {
		t.Skip(`takes long; "make test" runs it`)
	}
	dir := t.TempDir()
	if _, status, said := within(t, dir, "", "", []string{"assess", "--answers", sheetOf(t, dir, "kev-fix", "no"), "--name", "Mercy", "--size", "small"}); status != 0 {
		t.Fatal(said)
	}
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	n := min(*together, len(lib.Questions)-1)
	type done struct {
		key    string
		status int
		said   string
	}
	all := make([]done, *together)
	var wg sync.WaitGroup
	for i := range all {
		all[i].key = lib.Questions[1+i%n].Key
		line := []string{"assess", "--answers", sheetOf(t, dir, all[i].key, "partly"), "--by", fmt.Sprint("P", i)}
		if i >= n { // more commands than questions: the rest writes targets
			line = []string{"target", all[i].key, "mostly", "--reason", "Agreed", "--approver", "CEO"}
		}
		if i%2 == 0 {
			line = append(line, "--wait")
		}
		wg.Go(func() { _, all[i].status, all[i].said = within(t, dir, "", "", line) })
	}
	wg.Wait()
	saved, err := store.Open(filepath.Join(dir, "clinic")).Latest()
	if err != nil {
		t.Fatal(err)
	}
	worked, told, lost := 0, 0, 0
	for i, d := range all {
		ans := saved.Answers[d.key]
		_, target := saved.Targets[d.key]
		there := i < n && ans.Level == frameworks.Partly && ans.By == fmt.Sprint("P", i) || i >= n && target
		switch {
		case d.status == 0 && there:
			worked++
		case d.status == 0:
			lost++
			t.Errorf("%s: says it worked, and nothing is saved: %s", d.key, d.said)
		case i%2 == 0:
			t.Errorf("%s: waited in vain: %s", d.key, d.said)
		case !strings.Contains(d.said, "another hygeia is working in this folder"):
			t.Errorf("%s: status %d: %s", d.key, d.status, d.said)
		default:
			told++
		}
	}
	count(t, "commands at once in one folder", len(all), lost, fmt.Sprintf("%d saved, %d were told that another one is at work", worked, told))
}

// sheetOf writes an answers file with one answer.
func sheetOf(t *testing.T, dir, key, answer string) string {
	t.Helper()
	path := filepath.Join(dir, key+".yaml")
	text := fmt.Sprintf("schema: hygeia/answers/v1\nanswers: {%s: {answer: %s}}\n", key, answer)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
