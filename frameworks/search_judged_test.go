package frameworks_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"hygeia/frameworks"
)

// judged is a search and what would satisfy it.
type judged struct {
	query string
	names []string // keys, ids and commands
}

func judgedSearches(t testing.TB, file string) []judged {
	t.Helper()
	data, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	lib := shippedLibrary(t)
	var list []judged
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimSpace(line), "|")
		if strings.HasPrefix(line, "#") || len(cells) != 3 {
			continue
		}
		j := judged{query: strings.TrimSpace(cells[0])}
		for name := range strings.FieldsSeq(cells[1]) {
			if r, ok := lib.Resource(name); ok {
				name = r.ID
			} else if _, ok := lib.Question(name); !ok {
				t.Errorf("%s: %q is neither a question nor a resource", file, name)
			}
			j.names = append(j.names, name)
		}
		if command := strings.TrimSpace(cells[2]); command != "" {
			j.names = append(j.names, "hygeia "+command)
		}
		list = append(list, j)
	}
	return list
}

// searchFigures are how often one of the first three lines is a good one, and
// the mean of one divided by the place of the first good one.
type searchFigures struct{ hits, all, reciprocal, empty int } // reciprocal in 1/60

func (f searchFigures) String() string {
	return fmt.Sprintf("%d of %d hits (%d%%), mean reciprocal rank %.3f, %d empty",
		f.hits, f.all, 100*f.hits/f.all, float64(f.reciprocal)/60/float64(f.all), f.empty)
}

func (f *searchFigures) count(j judged, found frameworks.Search) (place int) {
	f.all++
	if len(found.Hits) == 0 {
		f.empty++
	}
	place = 1 + slices.IndexFunc(found.Hits, func(h frameworks.Hit) bool { return slices.Contains(j.names, h.Name()) })
	if place == 0 {
		return 0
	}
	if place <= 3 {
		f.hits++
	}
	f.reciprocal += 60 / place
	return place
}

// At least nine in ten of the searches that the words were made for find a good
// line among the first three, and mostly as the first; so do nearly as many of
// those nobody looked at.
func TestJudgedSearches(t *testing.T) {
	lib := shippedLibrary(t)
	for _, c := range []struct {
		file         string
		hits, tenths int // at least, in percent and in tenths
	}{
		{file: "search-judged.txt", hits: 90, tenths: 8},
		{file: "search-held.txt", hits: 85, tenths: 8},
	} {
		for _, size := range []frameworks.Size{0, frameworks.Small, frameworks.Large} {
			var f searchFigures
			for _, j := range judgedSearches(t, c.file) {
				found := lib.Search(j.query, size)
				if place := f.count(j, found); place == 0 || place > 2 {
					t.Logf("%s, size %q: place %d for %q: %s", c.file, size, place, j.query, hitNames(found, 5))
				}
			}
			t.Logf("%s, size %q: %s", c.file, size, f)
			if 100*f.hits < c.hits*f.all || 10*f.reciprocal < 60*c.tenths*f.all || f.empty > 0 {
				t.Errorf("%s, size %q: %s; want %d%% hits and a mean reciprocal rank of 0.%d", c.file, size, f, c.hits, c.tenths)
			}
		}
	}
}

func hitNames(s frameworks.Search, most int) string {
	var names []string
	for _, h := range s.Hits[:min(most, len(s.Hits))] {
		names = append(names, h.Name())
	}
	return strings.Join(names, ", ")
}
