package assess

import "testing"

// What is set by hand and moves no printed digit says so, and not "71% and not 71%".
func TestSetByHandThatMovesNothing(t *testing.T) {
	for _, c := range []struct {
		strict, score Share
		want          string
	}{
		{Share{Part: 705, Whole: 1000}, Share{Part: 710, Whole: 1000}, "1 another way; with what does not apply and another way counted as No, all questions asked score 71% all the same"},
		{Share{Part: 39, Whole: 100}, Share{Part: 60, Whole: 100}, "1 another way; with what does not apply and another way counted as No, all questions asked score 39% and not 60%"},
	} {
		if got := (ByHand{AnotherWay: 1, Strict: c.strict, Score: c.score}).String(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
