package frameworks_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hygeia/frameworks"
)

// ladderOrder returns the shipped questions in the order of the ladder.
func ladderOrder(lib *frameworks.Library) []string {
	var keys []string
	for _, r := range lib.Ladder.Rungs {
		for _, p := range r.Places {
			keys = append(keys, p.Key)
		}
	}
	return keys
}

func TestLadderHoldsEveryQuestionOnce(t *testing.T) {
	lib := shippedLibrary(t)
	order := ladderOrder(lib)
	for _, q := range lib.Questions {
		if !slices.Contains(order, q.Key) {
			t.Errorf("%s is on no rung", q.Key)
		}
	}
	if n := len(order); n != len(lib.Questions) || len(lib.Ladder.Rungs) != 8 {
		t.Errorf("%d places on %d rungs for %d questions", n, len(lib.Ladder.Rungs), len(lib.Questions))
	}
}

func TestEssentialGoalsAreOnTheFirstThreeRungs(t *testing.T) {
	lib := shippedLibrary(t)
	for _, q := range lib.Questions {
		if r, ok := lib.Ladder.Rung(q.Key); ok && lib.Tier(q) == frameworks.Essential && r.ID > 3 {
			t.Errorf("%s serves an Essential goal and is on rung %d", q.Key, r.ID)
		}
	}
}

// What most attacks walk through comes first.
func TestFirstFifteen(t *testing.T) {
	first := ladderOrder(shippedLibrary(t))[:15]
	for _, key := range strings.Fields("responsible-person backup-protected internet-doors mfa-remote mfa-admin mfa-email kev-fix") {
		if !slices.Contains(first, key) {
			t.Errorf("%s is not among the first fifteen: %v", key, first)
		}
	}
}

// The foundation is about forty questions, with what the law asks first, what
// keeps patients safe on the bad day, and how to come back.
func TestFoundation(t *testing.T) {
	lib := shippedLibrary(t)
	var keys []string
	for _, key := range ladderOrder(lib) {
		if lib.Ladder.Foundation(key) {
			keys = append(keys, key)
		}
	}
	if n := len(keys); n < 34 || n > 44 {
		t.Errorf("%d questions, want about 40", n)
	}
	for _, key := range strings.Fields(`responsible-person risk-analysis risk-decisions backup-protected backup-restore recovery-plan downtime-care
		emergency-access breach-notice incident-plan containment patch-computers helpdesk-check`) {
		if !slices.Contains(keys, key) {
			t.Errorf("%s is not in it", key)
		}
	}
}

// What a step needs comes before it.
func TestLadderGoesByNeeds(t *testing.T) {
	lib := shippedLibrary(t)
	for _, q := range lib.Questions {
		at, ok := lib.Ladder.Place(q.Key)
		for _, key := range q.Needs {
			if need, there := lib.Ladder.Place(key); ok && there && need.Number > at.Number {
				t.Errorf("%s (place %d) needs %s (place %d)", q.Key, at.Number, key, need.Number)
			}
		}
	}
}

// A larger place never has less to do or to pay, and only the foundation must
// give its reasons.
func TestCostsGrowWithSize(t *testing.T) {
	for _, r := range shippedLibrary(t).Ladder.Rungs {
		for _, p := range r.Places {
			for c := frameworks.PracticeColumn; c < frameworks.LargeColumn; c++ {
				if p.Effort[c] > p.Effort[c+1] {
					t.Errorf("%s: effort %s at a %s place, %s at a %s one", p.Key, p.Effort[c], c, p.Effort[c+1], c+1)
				}
				if p.Money[c] > p.Money[c+1] {
					t.Errorf("%s: money band %d at a %s place, %d at a %s one", p.Key, p.Money[c], c, p.Money[c+1], c+1)
				}
			}
		}
	}
}

// Only leadership can name the responsible person, accept a risk, decide on
// ransom, sign contracts and policies of insurance, or stop a ward for a drill.
func TestBoardDecides(t *testing.T) {
	lib := shippedLibrary(t)
	for _, key := range strings.Fields("responsible-person risk-decisions vendor-contracts downtime-care cyber-insurance security-budget risk-appetite") {
		if p, ok := lib.Ladder.Place(key); !ok || !p.Board {
			t.Errorf("%s is not for the board", key)
		}
	}
	for _, key := range strings.Fields("kev-fix antivirus email-filter patch-computers internet-scan guest-wifi") {
		if p, ok := lib.Ladder.Place(key); !ok || p.Board {
			t.Errorf("%s is for the board", key)
		}
	}
}

func TestWordsOfTheLadder(t *testing.T) {
	ladder := shippedLibrary(t).Ladder
	check := func(place, text string) {
		if w := banned.FindString(text) + british.FindString(text); w != "" {
			t.Errorf("%s: %q is not used: %s", place, w, text)
		}
	}
	check("notice", ladder.Notice)
	for _, r := range ladder.Rungs {
		check(fmt.Sprintf("rung %d", r.ID), r.Title+" "+r.Why)
		for _, p := range r.Places {
			check(p.Key, p.Why)
		}
	}
}
