package assess

import (
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// figures are the numbers of a row of SCORING 9, as exact fractions.
type figures struct {
	T                int
	S, L, H, C, K    string // "" where there is none
	Printed          string
	Color, Uncapped  Color
	Standing         Standing
	Reason, ScoreTxt string
}

func ratText(s Share) string {
	if !s.Known() {
		return ""
	}
	return s.Rat().RatString()
}

// TestVectors holds the table of SCORING 9. Keys with e weigh 3, with n 2, with
// r 1.
func TestVectors(t *testing.T) {
	tests := []struct {
		name     string
		section  string
		answers  string
		finished bool
		want     figures
	}{
		{
			// T = 3+3+2+1 = 9. N = 3·1 + 3·2/3 + 2·1/3 + 1·0 = 17/3. S = 100·17/27 = 1700/27 = 62.96.
			// All four have a level, so L = S = H and C = K = 100. Amber from 50; the worst Essential is Mostly: no cap.
			name: "1 levels only", section: "s: e1; e2; n1; r1",
			answers: "e1=yes e2=mostly n1=partly r1=no",
			want: figures{T: 9, S: "1700/27", L: "1700/27", H: "1700/27", C: "100", K: "100",
				Printed: "63%", Color: Amber, Uncapped: Amber, Standing: Scored, ScoreTxt: "63%"},
		},
		{
			// T = 3+3+2+2 = 10, without the one that does not apply. N = 3 + 2 = 5. S = 100·5/8 = 62.5, half up 63.
			// L = 100·5/10 = 50. H = 100·(5+2+2)/10 = 90. C = 100·8/10 = 80. K = 100·6/10 = 60, and H - L = 40.
			// Excluded 1 of 11 is under a fifth: not limited.
			name: "2 unknown, blank, does not apply", section: "s: e1; e2; n1; n2; r1",
			answers: "e1=yes e2=mostly n1=unknown r1=na",
			want: figures{T: 10, S: "125/2", L: "50", H: "90", C: "80", K: "60",
				Printed: "63%", Color: Amber, Uncapped: Amber, Standing: Scored, ScoreTxt: "63%"},
		},
		{
			// The same, finished: n2 is left open and counts like "don't know". T = 10, N = 5, S = 100·5/10 = 50 = L.
			// H = 100·(5+2+2)/10 = 90. C = 100. K = 60.
			name: "2f the same, finished", section: "s: e1; e2; n1; n2; r1", finished: true,
			answers: "e1=yes e2=mostly n1=unknown r1=na",
			want: figures{T: 10, S: "50", L: "50", H: "90", C: "100", K: "60",
				Printed: "50%", Color: Amber, Uncapped: Amber, Standing: Scored, ScoreTxt: "50%"},
		},
		{
			// T = 3 + 2 = 5, X = 2 + 2 + 1 = 5: S = 100, G = 100·5/10 = 50: limited scope, and still a score.
			name: "6 half does not apply", section: "s: e1; n1; n2; n3; r1",
			answers: "e1=yes n1=yes n2=na n3=na r1=na",
			want: figures{T: 5, S: "100", L: "100", H: "100", C: "100", K: "100",
				Printed: "100%", Color: Green, Uncapped: Green, Standing: Scored, ScoreTxt: "100%"},
		},
		{
			// T = 9·1 + 3 = 12. N = 9. S = 900/12 = 75: amber by score, red by the Essential No.
			name: "3 red by the floor", section: "s: r1; r2; r3; r4; r5; r6; r7; r8; r9; e1",
			answers: "r1=yes r2=yes r3=yes r4=yes r5=yes r6=yes r7=yes r8=yes r9=yes e1=no",
			want: figures{T: 12, S: "75", L: "75", H: "75", C: "100", K: "100",
				Printed: "75%", Color: Red, Uncapped: Amber, Standing: Scored, ScoreTxt: "75%",
				Reason: "Section s scores 75 but is weak (red): 'The practice e1' is No."},
		},
		{
			// T = 3 + 2 = 5, nothing answered: no score, L = 0, H = 100·5/5.
			name: "4 nothing answered", section: "s: e1; n1",
			want: figures{T: 5, S: "", L: "0", H: "100", C: "0", K: "0",
				Printed: "not assessed", Standing: NotAssessed, ScoreTxt: "not assessed"},
		},
		{
			// T = 3+3+2+2+2+1+1+1+3 = 18. N = 15 + 3·1/3 = 16. S = 1600/18 = 800/9 = 88.9: green by score, amber by floor.
			name: "5 amber by the floor", section: "s: e1; e2; n1; n2; n3; r1; r2; r3; e3",
			answers: "e1=yes e2=yes n1=yes n2=yes n3=yes r1=yes r2=yes r3=yes e3=partly",
			want: figures{T: 18, S: "800/9", L: "800/9", H: "800/9", C: "100", K: "100",
				Printed: "89%", Color: Amber, Uncapped: Green, Standing: Scored, ScoreTxt: "89%",
				Reason: "Section s scores 89 but is partly in place (amber): 'The practice e3' is Partly."},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lib := libraryOf(t, tt.section)
			a := draftOf(told(tt.answers))
			if tt.finished {
				a.Finish(lib, testDay, "")
			}
			g := &sectionOfOwn(t, Evaluate(lib, a), "s").Group
			uncapped := NoColor
			if g.Standing == Scored {
				uncapped, _ = scoreColor(g.Tally, &lib.Thresholds)
			}
			got := figures{
				T: g.Tally.Total(),
				S: ratText(g.Tally.Score()), L: ratText(g.Tally.Low()), H: ratText(g.Tally.High()),
				C: ratText(g.Tally.Coverage()), K: ratText(g.Tally.Known()),
				Printed: g.Figures().Score, Color: g.Color, Uncapped: uncapped, Standing: g.Standing,
				Reason: g.Reason, ScoreTxt: g.ScoreText(),
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestQuarterVector holds the quarters of SCORING 9: a no→yes (3), b yes→mostly
// (3), c partly→partly (2), d blank→yes (2).
//
//	S1 = 100·(0 + 3 + 2/3)/8 = 100·11/24 = 45.8, coverage 8/10 = 80
//	S2 = 100·(3 + 2 + 2/3 + 2)/10 = 100·23/30 = 76.7
//	matched over a, b, c: a 100·3·1/8 = 37.5, b 100·3·(-1/3)/8 = -12.5, c 0; together 25
//	scope = 76.67 - 45.83 - 25 = 5.83
func TestQuarterVector(t *testing.T) {
	lib := libraryOf(t, "s: e1; e2; n1; n2")
	before := draftOf(told("e1=no e2=yes n1=partly"))
	before.Period = Quarter{2026, 2}

	tests := []struct {
		name              string
		corrected         bool
		real, corrections string
	}{
		{"all of it real", false, "+25.0", "0.0"},
		{"a was wrong before", true, "-12.5", "+37.5"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			after := draftOf(told("e1=yes e2=mostly n1=partly n2=yes"))
			if tt.corrected {
				ans := after.Answers["e1"]
				ans.Change, ans.Changed = Corrected, testQuarter
				after.Answers["e1"] = ans
			}
			c := Compare(Evaluate(lib, before), Evaluate(lib, after))
			got := ownChange(t, c, "s")
			want := map[string]string{
				"before": "46%", "after": "77%", "matched": "+25.0", "real": tt.real,
				"corrections": tt.corrections, "scope": "+5.8", "shown": "+30.8",
				"e1": "+37.5", "e2": "-12.5",
			}
			if diff := cmp.Diff(want, changeTexts(got)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// ownChange returns the change of a section of the framework "own".
func ownChange(t testing.TB, c *Comparison, id string) *SectionChange {
	t.Helper()
	for _, v := range c.Views {
		for i := range v.Sections {
			if v.View.Framework.ID == "own" && v.Sections[i].After.ID == id {
				return &v.Sections[i]
			}
		}
	}
	t.Fatalf("no change of section %s", id)
	return nil
}

// changeTexts prints a section's change, a dash for what there is none of.
func changeTexts(c *SectionChange) map[string]string {
	text := func(r *big.Rat) string {
		if r == nil {
			return "-"
		}
		return ChangeText(r)
	}
	m := map[string]string{
		"before": "-", "after": c.After.ScoreText(), "matched": text(c.Matched), "real": text(c.Real),
		"corrections": text(c.Corrected), "scope": text(c.Scope), "shown": text(c.Shown),
	}
	if c.Before != nil {
		m["before"] = c.Before.ScoreText()
	}
	for _, x := range c.Contributions {
		m[x.After.Question.Key] = ChangeText(x.Change)
	}
	return m
}

// TestThreeQuarters holds the last vectors of SCORING 9: one question alone over
// three saved quarters. The change is the sum of its steps, each under its own
// reason.
func TestThreeQuarters(t *testing.T) {
	lib := libraryOf(t, "s: e1")
	tests := []struct {
		name              string
		words             [3]string
		reasons           [3]Change
		real, corrections string
		fell              bool
	}{
		{"corrected, then improved", [3]string{"no", "mostly", "yes"}, [3]Change{NoReason, Corrected, Improved}, "+33.3", "+66.7", false},
		{"worsened, then corrected", [3]string{"yes", "no", "partly"}, [3]Change{NoReason, Worsened, Corrected}, "-100.0", "+33.3", true},
		{"corrected down, then worsened", [3]string{"yes", "partly", "no"}, [3]Change{NoReason, Corrected, Worsened}, "-33.3", "-66.7", true},
		{"down by correction and up by work", [3]string{"yes", "no", "partly"}, [3]Change{NoReason, Corrected, Improved}, "+33.3", "-100.0", true},
		{"up and down again", [3]string{"no", "yes", "no"}, [3]Change{NoReason, Corrected, Worsened}, "-100.0", "+100.0", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var row []*Result
			for i, word := range tt.words {
				a := draftOf(told("e1=" + word))
				a.Period = Quarter{2026, i + 1}
				ans := a.Answers["e1"]
				ans.Change, ans.Changed = tt.reasons[i], a.Period
				a.Answers["e1"] = ans
				row = append(row, Evaluate(lib, a))
			}
			c := NewTrend(row).Whole()
			got := ownChange(t, c, "s")
			if real, corrections := ChangeText(got.Real), ChangeText(got.Corrected); real != tt.real || corrections != tt.corrections {
				t.Errorf("real %s, corrections %s, want %s and %s", real, corrections, tt.real, tt.corrections)
			}
			if fell := len(c.Fell()) == 1; fell != tt.fell {
				t.Errorf("in the list of what fell: %t, want %t", fell, tt.fell)
			}
		})
	}
}
