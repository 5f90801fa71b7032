package assess_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/frameworks"
)

func scanDay(t *testing.T, s string) assess.Date {
	t.Helper()
	d, err := assess.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func weekly(t *testing.T, date string, figures map[string]assess.Figure) *assess.Evidence {
	t.Helper()
	return &assess.Evidence{
		Kind: "cyhy-findings", Date: scanDay(t, date), Imported: scanDay(t, date), Digest: "sha256:" + strings.Repeat("ab", 32),
		From: assess.Internet, Rows: 23, Figures: figures,
	}
}

// quarterWith is a quarter in which kev-fix and internet-scan are answered, on
// Sep. 20, 2026, with a record as proof.
func quarterWith(t *testing.T, lib *frameworks.Library, kevFix, scan frameworks.Level, evidence ...*assess.Evidence) *assess.Assessment {
	t.Helper()
	on := scanDay(t, "2026-09-20")
	a := &assess.Assessment{
		Period: assess.Quarter{Year: 2026, N: 3}, Rules: assess.CurrentRules, Day: on,
		Organization: assess.Organization{Name: "Clinic", Size: frameworks.Small, Country: "us"}, Evidence: evidence,
	}
	for _, f := range lib.Frameworks {
		a.Frameworks = append(a.Frameworks, f.ID)
	}
	for key, level := range map[string]frameworks.Level{"kev-fix": kevFix, "internet-scan": scan} {
		q, ok := lib.Question(key)
		if !ok {
			t.Fatalf("no question %s", key)
		}
		ans := assess.Answer{State: assess.Levelled, Level: level}
		if err := a.Put(q, ans, assess.Answer{}, "IT", on); err != nil {
			t.Fatal(err)
		}
	}
	return a
}

func prove(t *testing.T, lib *frameworks.Library, a *assess.Assessment, key string) {
	t.Helper()
	q, _ := lib.Question(key)
	a.SetProof(q, []assess.Proof{{Grade: assess.Record, What: "Log", Date: scanDay(t, "2026-09-01")}}, "IT", scanDay(t, "2026-09-20"))
}

func item(t *testing.T, r *assess.Result, key string) *assess.Item {
	t.Helper()
	it, ok := r.Item(key)
	if !ok {
		t.Fatalf("%s is not asked", key)
	}
	return it
}

// late is a weekly report with two flaws that intruders use, open too long.
func late(t *testing.T, date string) *assess.Evidence {
	return weekly(t, date, map[string]assess.Figure{"open": assess.Exactly(23), "kev-over-14": assess.AtLeast(2)})
}

func TestScansAndProof(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name                string
		kevFix, scan        frameworks.Level
		proof               bool
		evidence            []*assess.Evidence
		kevProven, scanning int // points with proof
	}{
		{"nothing imported", frameworks.Yes, frameworks.Mostly, false, nil, 0, 0},
		{"supports one, disputes one", frameworks.Yes, frameworks.Mostly, false, []*assess.Evidence{late(t, "2026-09-14")}, 0, 2},
		{"disputed, so that the proof does not count", frameworks.Yes, frameworks.Mostly, true, []*assess.Evidence{late(t, "2026-09-14")}, 0, 2},
		{"a dispute no longer fresh", frameworks.Yes, frameworks.Mostly, true, []*assess.Evidence{late(t, "2026-06-01")}, 3, 2},
		{"support no longer fresh", frameworks.Yes, frameworks.Mostly, false, []*assess.Evidence{late(t, "2026-06-01")}, 0, 0},
		{"supports Partly", frameworks.Partly, frameworks.No, false, []*assess.Evidence{late(t, "2026-09-14")}, 1, 0},
		{"no file supports Yes", frameworks.Yes, frameworks.Yes, false, []*assess.Evidence{late(t, "2026-09-14")}, 0, 0},
		{"a newer file without the figure hides nothing", frameworks.Yes, frameworks.Mostly, true,
			[]*assess.Evidence{late(t, "2026-09-07"), weekly(t, "2026-09-14", map[string]assess.Figure{"hosts-with-findings": assess.Exactly(1)})}, 0, 2},
		{"a newer file that can judge takes its place", frameworks.Yes, frameworks.Mostly, true,
			[]*assess.Evidence{late(t, "2026-09-07"), weekly(t, "2026-09-14", map[string]assess.Figure{"open": assess.Exactly(1), "kev-over-14": assess.AtLeast(0)})}, 3, 2},
		{"not in the file", frameworks.Yes, frameworks.Mostly, true, []*assess.Evidence{weekly(t, "2026-09-14", map[string]assess.Figure{})}, 3, 2},
	} {
		a := quarterWith(t, lib, c.kevFix, c.scan, c.evidence...)
		if c.proof {
			prove(t, lib, a, "kev-fix")
			prove(t, lib, a, "internet-scan")
		}
		r := assess.Evaluate(lib, a)
		if got := item(t, r, "kev-fix").Proven; got != c.kevProven {
			t.Errorf("%s: kev-fix counts %d with proof, want %d", c.name, got, c.kevProven)
		}
		if got := item(t, r, "internet-scan").Proven; got != c.scanning {
			t.Errorf("%s: internet-scan counts %d with proof, want %d", c.name, got, c.scanning)
		}
	}
}

// Whatever is imported: the score stays, and a question that is disputed counts no
// more with proof than before.
func TestImportChangesNoScore(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	values := []assess.Figure{{}, assess.Exactly(0), assess.AtLeast(0), assess.Exactly(2), assess.AtLeast(40)}
	levels := []frameworks.Level{frameworks.No, frameworks.Partly, frameworks.Mostly, frameworks.Yes}
	for _, rule := range lib.Scans.Rules {
		q, _ := lib.Question(rule.Question)
		for _, level := range levels {
			for n, value := range values {
				figures := map[string]assess.Figure{}
				for i, f := range lib.Scans.Figures {
					figures[f.Key] = values[(i*n+n)%len(values)]
				}
				for _, c := range rule.Cases {
					figures[c.When[0].Figure] = value
				}
				for _, proven := range []bool{false, true} {
					a := quarterWith(t, lib, frameworks.Yes, frameworks.Mostly)
					a.Organization.Size = frameworks.Large
					if err := a.Put(q, assess.Answer{State: assess.Levelled, Level: level}, assess.Answer{}, "IT", a.Day); err != nil {
						t.Fatal(err)
					}
					if proven {
						prove(t, lib, a, q.Key)
					}
					before := assess.Evaluate(lib, a)
					e := weekly(t, "2026-09-14", figures)
					e.Kind = rule.Kinds[0]
					if rule.From == "inside" {
						e.From = assess.Inside
					}
					a.Evidence = []*assess.Evidence{e}
					after := assess.Evaluate(lib, a)
					if diff := cmp.Diff(before.All.Tally, after.All.Tally); diff != "" {
						t.Fatalf("%s at %v: the score changed (-before +after):\n%s", q.Key, level, diff)
					}
					was, is := item(t, before, q.Key), item(t, after, q.Key)
					if is.Disputed() && (is.Proven > was.Proven || is.Proven != 0) {
						t.Errorf("%s at %v is disputed and counts %d with proof, before %d", q.Key, level, is.Proven, was.Proven)
					}
					if is.Supported() && is.Proven != is.Points {
						t.Errorf("%s at %v is supported and counts %d of %d with proof", q.Key, level, is.Proven, is.Points)
					}
				}
			}
		}
	}
}

// A finished quarter knows nothing of what was imported later.
func TestFinishedQuarterKnowsNoLaterImport(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	a := quarterWith(t, lib, frameworks.Yes, frameworks.Mostly, late(t, "2026-09-14"))
	a.Status, a.Finished = assess.Finished, scanDay(t, "2026-09-30")
	if !item(t, assess.Evaluate(lib, a), "kev-fix").Disputed() {
		t.Error("what was imported before the finish is not known")
	}
	a.Evidence[0].Imported = scanDay(t, "2026-10-01")
	if item(t, assess.Evaluate(lib, a), "kev-fix").Disputed() {
		t.Error("what was imported after the finish is known")
	}
}

// What a scan that left something out does not show is no proof of nothing.
func TestPartialFileNeverShowsNothing(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	a := quarterWith(t, lib, frameworks.Yes, frameworks.Mostly)
	q, _ := lib.Question("internet-doors")
	if err := a.Put(q, assess.Answer{State: assess.Levelled, Level: frameworks.Mostly}, assess.Answer{}, "IT", a.Day); err != nil {
		t.Fatal(err)
	}
	e := weekly(t, "2026-09-14", map[string]assess.Figure{"risky-services": assess.Exactly(0), "risky-rdp": assess.Exactly(0)})
	e.Kind = "cyhy-risky"
	a.Evidence = []*assess.Evidence{e}
	if !item(t, assess.Evaluate(lib, a), q.Key).Supported() {
		t.Error("a whole file with no open door does not support Mostly")
	}
	e.Partial = "the scan was stopped"
	if item(t, assess.Evaluate(lib, a), q.Key).Supported() {
		t.Error("a file that is not whole supports Mostly")
	}
}

func TestEvidenceRoundTrip(t *testing.T) {
	e := late(t, "2026-09-14")
	e.Told, e.Partial, e.Owners, e.Missing, e.Hosts, e.Unread = true, "one page", []string{"EXHOSP"}, []string{"kev-over-3"}, []string{"198.51.100.1"}, 3
	e.Figures["critical-age-median"] = assess.Tenths(175)
	data, err := assess.EncodeEvidence(e)
	if err != nil {
		t.Fatal(err)
	}
	got, err := assess.DecodeEvidence("x.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(e, got, cmp.AllowUnexported(assess.Figure{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, c := range []struct{ old, new, want string }{
		{"kind: cyhy-findings", "kind: CyHy", "small letters"},
		{"open: 23", "open: -1", "must be a number"},
		{"open: 23", "open: about 5", "must be a number"},
		{"date: 2026-09-14", "date: 2026-13-14", "must be a day"},
		{"date: 2026-09-14", "date: 2026-09-15", "when it was imported"},
		{"evidence/v1", "evidence/v9", "evidence/v1"},
		{"rows: 23", "rws: 23", "did you mean rows"},
		{"sha256:ab", "sha256:zz", "64 digits"},
		{"from: internet", "from: outside", "internet or inside"},
	} {
		changed := strings.Replace(string(data), c.old, c.new, 1)
		if changed == string(data) {
			t.Fatalf("nothing to change: %s", c.old)
		}
		if _, err := assess.DecodeEvidence("x.yaml", []byte(changed)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want a word on %q", c.new, err, c.want)
		}
	}
}

func TestFigure(t *testing.T) {
	for _, c := range []struct {
		figure         assess.Figure
		number, people string
	}{
		{assess.Figure{}, "", "not in this file"},
		{assess.Exactly(0), "0", "0"},
		{assess.AtLeast(5), "5+", "at least 5"},
		{assess.Tenths(175), "17.5", "17.5"},
	} {
		if c.figure.Number() != c.number || c.figure.String() != c.people {
			t.Errorf("%q and %q, want %q and %q", c.figure.Number(), c.figure, c.number, c.people)
		}
		if c.number == "" {
			continue
		}
		if got, err := assess.ParseFigure(c.number); err != nil || got != c.figure {
			t.Errorf("%s reads as %v, %v", c.number, got, err)
		}
	}
	for _, wrong := range []string{"", "-1", "1.55", "1.0", "01", "+", "1e3", "99999999999"} {
		if _, err := assess.ParseFigure(wrong); err == nil {
			t.Errorf("%q is read", wrong)
		}
	}
	if (assess.Figure{}).Within(5) || assess.AtLeast(0).Within(0) || !assess.Exactly(0).Within(0) || !assess.AtLeast(2).Reaches(1) || (assess.Figure{}).Reaches(0) {
		t.Error("what is not in the file, or not all of it, counts as little")
	}
}

// Proof ends on the last day on which the longest lasting of it counts.
func TestProofEnds(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	q, _ := lib.Question("internet-scan")
	a := quarterWith(t, lib, frameworks.Yes, frameworks.Mostly, late(t, "2026-09-14"))
	want := scanDay(t, "2026-09-14").AddDays(q.Fresh)
	if got := item(t, assess.Evaluate(lib, a), q.Key).ProofEnds(); got != want {
		t.Errorf("the scan ends on %s, want %s", got, want)
	}
	a.SetProof(q, []assess.Proof{{Grade: assess.Record, What: "Log", Date: scanDay(t, "2026-09-18")}, {Grade: assess.Said, What: "IT", Date: scanDay(t, "2026-09-20")}, {Grade: assess.Paper, What: "Plan"}}, "IT", a.Day)
	it := item(t, assess.Evaluate(lib, a), q.Key)
	want = scanDay(t, "2026-09-18").AddDays(q.Fresh)
	if got := it.ProofEnds(); got != want {
		t.Errorf("the log ends on %s, want %s", got, want)
	}
	if p := it.Answer.Proof[0]; !p.Counts(q, want) || p.Counts(q, want.AddDays(1)) {
		t.Error("the day it ends on is not the last on which it counts")
	}
	if got := item(t, assess.Evaluate(lib, a), "kev-fix").ProofEnds(); !got.IsZero() {
		t.Errorf("without proof it ends on %s", got)
	}
}
