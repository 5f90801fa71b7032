package assess_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/frameworks"
)

// What is deleted or imported after a finish, and be it on the same day, moves no
// figure of the finished quarter.
func TestFinishedQuarterKeepsItsScans(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	finishedWith := func(evidence ...*assess.Evidence) *assess.Assessment {
		a := quarterWith(t, lib, frameworks.Yes, frameworks.Mostly, evidence...)
		prove(t, lib, a, "kev-fix")
		a.Finish(lib, scanDay(t, "2026-09-20"), "")
		return a
	}
	sameDay := late(t, "2026-09-19")
	sameDay.Imported = scanDay(t, "2026-09-20")
	for _, c := range []struct {
		name              string
		at, later         []*assess.Evidence
		kevFix, scanFound int // points with proof
	}{
		{"nothing was imported, then a dispute on the day", nil, []*assess.Evidence{sameDay}, 3, 0},
		{"a dispute, then deleted", []*assess.Evidence{late(t, "2026-09-14")}, nil, 0, 2},
		{"a dispute, then a newer file that settles it", []*assess.Evidence{late(t, "2026-09-14")},
			[]*assess.Evidence{late(t, "2026-09-14"), weekly(t, "2026-09-19", map[string]assess.Figure{"open": assess.Exactly(0), "kev-over-14": assess.Exactly(0)})}, 0, 2},
	} {
		a := finishedWith(c.at...)
		before := assess.Evaluate(lib, a)
		a.Evidence = c.later
		after := assess.Evaluate(lib, a)
		if diff := cmp.Diff(before.All.Proven, after.All.Proven); diff != "" {
			t.Errorf("%s: the score with proof moved (-before +after):\n%s", c.name, diff)
		}
		if got := item(t, after, "kev-fix").Proven; got != c.kevFix {
			t.Errorf("%s: kev-fix counts %d with proof, want %d", c.name, got, c.kevFix)
		}
		if got := item(t, after, "internet-scan").Proven; got != c.scanFound {
			t.Errorf("%s: internet-scan counts %d with proof, want %d", c.name, got, c.scanFound)
		}
	}
	a := finishedWith(late(t, "2026-09-14"))
	a.Reopen("a mistake", scanDay(t, "2026-09-21"))
	a.Evidence = nil
	if item(t, assess.Evaluate(lib, a), "kev-fix").Disputed() {
		t.Error("a draft that was reopened is held against scans that are gone")
	}
}

func TestPinsRoundTrip(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	e := late(t, "2026-09-14")
	e.Owners, e.Hosts, e.Missing, e.Partial = []string{"EXHOSP"}, []string{"198.51.100.1"}, []string{"kev-over-3"}, "one page"
	for _, evidence := range [][]*assess.Evidence{nil, {e}} {
		a := quarterWith(t, lib, frameworks.Yes, frameworks.Mostly, evidence...)
		a.Content = assess.Pin{Version: "1", Digest: "sha256:" + strings.Repeat("0", 64)}
		a.Updated = a.Updated.AddDate(2026, 0, 0)
		a.Finish(lib, a.Day, "")
		data, err := assess.Encode(a)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(data), "198.51") || strings.Contains(string(data), "EXHOSP") {
			t.Error("names of systems or owners got into the quarter")
		}
		got, _, err := assess.Decode("q.yaml", data, nil)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(a.Scans, got.Scans, cmp.AllowUnexported(assess.Figure{})); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if len(evidence) == 0 {
			continue
		}
		for _, c := range []struct{ old, new, want string }{
			{"files: 1", "files: 2", "files: says 2, and 1 are kept"},
			{"kind: cyhy-findings", "kind: cyhy-findings\n      owners: [x]", "owners"},
			{"status: finished", "status: draft", "a draft keeps no scans"},
			{"kev-over-14: 2+", "kev-over-14: few", "must be a number"},
		} {
			changed := strings.Replace(string(data), c.old, c.new, 1)
			if changed == string(data) {
				t.Fatalf("nothing to change: %s in\n%s", c.old, data)
			}
			if _, _, err := assess.Decode("q.yaml", []byte(changed), nil); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: %v, want a word on %q", c.new, err, c.want)
			}
		}
	}
}
