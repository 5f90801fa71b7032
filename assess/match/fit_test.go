package match

import (
	"maps"
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

// lastDrawn is the last of the keys in frameworks/testdata/keys.txt when a third of
// the questions was drawn; whatever came later is judged as well.
const (
	lastDrawn = "flaw-inbox"
	drawn     = 103
)

// sample are the questions that are judged: all of the foundation and of the
// Essential goals, what the table has (those that were once poor, and a third of the
// rest, drawn once and for all), and every newer one.
func sample(t *testing.T, lib *frameworks.Library, table map[string][]judgedFit) []*frameworks.Question {
	t.Helper()
	keys, err := os.ReadFile("../../frameworks/testdata/keys.txt")
	if err != nil {
		t.Fatal(err)
	}
	older, _, found := strings.Cut(string(keys), "\n"+lastDrawn+"\n")
	if !found {
		t.Fatalf("keys.txt has no %s", lastDrawn)
	}
	old := append(strings.Fields(older), lastDrawn)
	judged := map[string]bool{}
	for pair := range table {
		key, _, _ := strings.Cut(pair, " ")
		judged[key] = true
	}
	if len(judged) < drawn {
		t.Errorf("testdata/fit.txt judges %d questions, want the %d that were drawn", len(judged), drawn)
	}
	var chosen []*frameworks.Question
	for _, q := range lib.Questions {
		if judged[q.Key] || lib.Ladder.Foundation(q.Key) || lib.Tier(q) == frameworks.Essential || !slices.Contains(old, q.Key) {
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
	missing := map[string][]string{}
	for _, q := range sample(t, lib, table) {
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
						if !slices.Contains(missing[q.Key], m.Resource.ID) {
							missing[q.Key] = append(missing[q.Key], m.Resource.ID)
						}
						continue
					}
					j := table[q.Key+" "+m.Resource.ID][at].judgement
					count["three"][j]++
					if i == 0 {
						count["first"][j]++
						if j != fitting && testing.Verbose() {
							t.Logf("first is %s: %s, %s, %s: %s", j, q.Key, org.Size, level, m.Resource.ID)
						}
					}
				}
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(missing)) {
		t.Errorf("question %s: nobody judged how these fit: %s; testdata/fit.txt wants a line for each", key, strings.Join(missing[key], ", "))
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
