package data

import "testing"

func TestCellsAreNoFormulas(t *testing.T) {
	for in, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'=1", "\rx": "'x", " =1": "'=1", "＝1": "'＝1",
		`"=1"`: `'"=1"`, "'@x": "''@x", "“+1": "'“+1", " \u200d=1": "'=1", "\u00a0-1": "'-1", "a;=1": "a;'=1", `a; "@b`: `a; "'@b`, "a; b=1": "a; b=1",
		"plain": "plain", "a=b": "a=b", "": "", "two\nlines": "two lines",
	} {
		if got := csvSafe(in); got != want {
			t.Errorf("csvSafe(%q) = %q, want %q", in, got, want)
		}
	}
}
