package match

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/frameworks"
)

// judgement is how a resource fits a gap, by what its entry says.
type judgement string

const (
	fitting judgement = "fitting" // does this gap's work, or leads through it
	near    judgement = "near"    // about the subject, but the work is left to the reader
	notIt   judgement = "not"     // about something else
)

// judgedFit is a line of testdata/fit.txt: questions, sizes and levels it is
// about, the resource, the judgement and its reason.
type judgedFit struct {
	sizes, levels []string
	judgement     judgement
}

// fits reads the table: "question | sizes | levels | resource | judgement | reason",
// with * for all sizes or levels.
func fits(t *testing.T) map[string][]judgedFit {
	t.Helper()
	data, err := os.ReadFile("testdata/fit.txt")
	if err != nil {
		t.Fatal(err)
	}
	lib := shipped(t)
	table := map[string][]judgedFit{}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		cells := strings.Split(strings.TrimSpace(line), " | ")
		if len(cells) != 6 || !slices.Contains([]judgement{fitting, near, notIt}, judgement(cells[4])) || len(cells[5]) < 10 {
			t.Errorf("testdata/fit.txt: must be question | sizes | levels | resource | judgement | reason: %s", line)
			continue
		}
		if _, ok := lib.Question(cells[0]); !ok {
			t.Errorf("testdata/fit.txt: no question %s", cells[0])
		}
		if _, ok := lib.Resource(cells[3]); !ok {
			t.Errorf("testdata/fit.txt: no resource %s", cells[3])
		}
		key := cells[0] + " " + cells[3]
		table[key] = append(table[key], judgedFit{strings.Fields(cells[1]), strings.Fields(cells[2]), judgement(cells[4])})
	}
	return table
}

func (f judgedFit) about(size frameworks.Size, level frameworks.Level) bool {
	return (f.sizes[0] == "*" || slices.Contains(f.sizes, size.String())) && (f.levels[0] == "*" || slices.Contains(f.levels, level.String()))
}

// oncePoor are questions whose help was the worst when it was first judged: it was
// about something else, or lost the volume of the size.
var oncePoor = []string{
	"purchase-record", "intrusion-prevention", "network-map", "network-admission", "network-rooms", "record-snooping", "role-access",
	"building-access", "internal-scan", "security-test", "sanction-policy", "repair-records", "security-budget", "web-filter",
}

// sample are the questions that were judged: all of the foundation and of the
// Essential goals, those that were once poor, and a third of the rest, drawn once
// and for all.
func sample(lib *frameworks.Library) []*frameworks.Question {
	var chosen, rest []*frameworks.Question
	for _, q := range lib.Questions {
		if lib.Ladder.Foundation(q.Key) || lib.Tier(q) == frameworks.Essential {
			chosen = append(chosen, q)
			continue
		}
		rest = append(rest, q)
	}
	slices.SortFunc(rest, func(a, b *frameworks.Question) int { return strings.Compare(a.Key, b.Key) })
	draw := rand.New(rand.NewPCG(20261127, 14))
	for _, i := range draw.Perm(len(rest))[:(len(rest)+2)/3] {
		chosen = append(chosen, rest[i])
	}
	for _, q := range rest {
		if slices.Contains(oncePoor, q.Key) && !slices.Contains(chosen, q) {
			chosen = append(chosen, q)
		}
	}
	return chosen
}

// What a person is shown for a gap was judged pair by pair. At least 95% of the
// first and 85% of the first three fit, and nothing is about something else. A
// pair that nobody judged is a mistake: whoever changes the help judges it.
func TestHelpFits(t *testing.T) {
	lib, table := shipped(t), fits(t)
	count := map[string]map[judgement]int{"first": {}, "three": {}}
	missing := map[string]bool{}
	for _, q := range sample(lib) {
		for _, org := range []assess.Organization{
			{Size: frameworks.Small, Country: "us"}, {Size: frameworks.Small, Country: "us", Beds: 25, Critical: true},
			{Size: frameworks.Medium, Country: "us"}, {Size: frameworks.Large, Country: "us"},
		} {
			for level := frameworks.No; level <= frameworks.Mostly; level++ {
				for i, m := range Question(lib, q, assess.Levelled, level, org) {
					if i == 3 || !m.Close {
						break
					}
					at := slices.IndexFunc(table[q.Key+" "+m.Resource.ID], func(f judgedFit) bool { return f.about(org.Size, level) })
					if at < 0 {
						missing[fmt.Sprintf("%s | %s | %s | %s", q.Key, org.Size, level, m.Resource.ID)] = true
						continue
					}
					j := table[q.Key+" "+m.Resource.ID][at].judgement
					count["three"][j]++
					if i == 0 {
						count["first"][j]++
						if j != fitting {
							t.Logf("first is %s: %s, %s, %s: %s", j, q.Key, org.Size, level, m.Resource.ID)
						}
					}
				}
			}
		}
	}
	for pair := range missing {
		t.Errorf("nobody judged %s", pair)
	}
	for _, c := range []struct {
		what  string
		share int // at least, in percent
	}{{"first", 95}, {"three", 85}} {
		n := count[c.what]
		all := n[fitting] + n[near] + n[notIt]
		t.Logf("%s: %d fitting, %d near, %d not, of %d", c.what, n[fitting], n[near], n[notIt], all)
		if all == 0 || 100*n[fitting] < c.share*all || n[notIt] > 0 {
			t.Errorf("%s: %d of %d fit, want %d%% and none that does not", c.what, n[fitting], all, c.share)
		}
	}
}
