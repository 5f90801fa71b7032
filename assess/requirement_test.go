package assess

import "testing"

// TestRequirementStatus holds SCORING 5: a requirement is as far as its weakest
// question.
func TestRequirementStatus(t *testing.T) {
	tests := []struct {
		name        string
		requirement string
		answers     string
		want        ReqStatus
		weakest     string
	}{
		{"all Yes", "e1 r1", "e1=yes r1=yes", ReqMet, "e1"},
		{"Mostly", "e1 r1", "e1=yes r1=mostly", ReqNearly, "r1"},
		{"Partly below Mostly", "e1 r1", "e1=mostly r1=partly", ReqPartly, "r1"},
		{"not answered below Partly", "e1 r1", "e1=partly", ReqNotKnown, "r1"},
		{"unknown below not answered", "e1 r1 r2", "r1=unknown r2=yes", ReqNotKnown, "r1"},
		{"No below unknown", "e1 r1 r2", "e1=unknown r2=no", ReqNotMet, "r2"},
		{"incomplete other way is a No", "e1 r1", "e1=unknown r1=other-incomplete", ReqNotMet, "r1"},
		{"another way reaching Mostly", "e1 r1", "e1=yes r1=other-mostly", ReqAnotherWay, "r1"},
		{"Mostly is weaker than another way", "e1 r1", "e1=other-mostly r1=mostly", ReqNearly, "r1"},
		{"another way reaching Partly", "e1 r1", "e1=yes r1=other-partly", ReqPartly, "r1"},
		{"other way reaching Partly", "e1 r1", "e1=mostly r1=other-partly", ReqPartly, "r1"},
		{"does not apply is left out", "e1 r1", "e1=yes r1=na", ReqMet, "e1"},
		{"nothing applies", "e1 r1", "e1=na r1=na", ReqDoesNotApply, ""},
		{"part is at most as far as asked", "e1 r1/part", "e1=yes r1=yes", ReqAsFarAsAsked, "e1"},
		{"part, nearly", "e1 r1/part", "e1=mostly r1=yes", ReqNearly, "e1"},
		{"part that is not met", "e1 r1/part", "e1=no r1=yes", ReqNotMet, "e1"},
		{"none", "/none", "e9=yes", ReqNotCovered, ""},
		{"the first of equals", "r1 e1", "e1=partly r1=partly", ReqPartly, "r1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lib := libraryOf(t, "s: "+tt.requirement, "other: e9")
			req := ownSection(t, lib, tt.answers, "s").Requirements[0]
			weakest := ""
			if req.Weakest != nil {
				weakest = req.Weakest.Question.Key
			}
			if req.Status != tt.want || weakest != tt.weakest {
				t.Errorf("%s by %q, want %s by %q", req.Status, weakest, tt.want, tt.weakest)
			}
		})
	}
}

// A full requirement of which only the Essential part is asked is met as far as
// asked at most.
func TestRequirementAskedInPart(t *testing.T) {
	lib := libraryOf(t, "s: e1 r1; e1")
	a := draftOf(told("e1=yes r1=yes"))
	a.Frameworks = nil
	v, _ := Evaluate(lib, a).View("own")
	for i, want := range []ReqStatus{ReqAsFarAsAsked, ReqMet} {
		if got := v.Sections[0].Requirements[i].Status; got != want {
			t.Errorf("requirement %d: %s, want %s", i+1, got, want)
		}
	}
}

// TestGoals holds the headline.
func TestGoals(t *testing.T) {
	const six = " e5=no e6=no e7=no e8=no e9=no e10=no"
	tests := []struct{ answers, want string }{
		{"", "not known yet"},
		{"e1=yes e2=yes e3=yes e4=yes e5=yes e6=yes e7=yes e8=yes e9=yes e10=yes", "10 of 10 met"},
		{"e1=yes e2=mostly e3=no e4=unknown" + six, "1 of 10 met, 1 nearly"},
		{"e1=yes e2=other-mostly e3=mostly" + six, "1 of 10 met, 1 nearly, 1 another way"},
		{"e1=yes e2=na e3=partly" + six, "1 of 9 met"},
		{"e1=na e2=na e3=na e4=na e5=na e6=na e7=na e8=na e9=na e10=na", "0 of 0 met"},
	}
	lib := libraryOf(t, "s: e1; e2; e3; e4; e5; e6; e7; e8; e9; e10")
	for _, tt := range tests {
		t.Run(tt.answers, func(t *testing.T) {
			if got := Evaluate(lib, draftOf(told(tt.answers))).Goals.String(); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

// An older quarter says which headline was printed then.
func TestGoalsThen(t *testing.T) {
	lib := libraryOf(t, "s: e1; e2; e3; e4; e5; e6; e7; e8; e9; e10")
	a := draftOf(told("e1=yes e2=other-mostly e3=mostly e4=partly"))
	if then, older := Evaluate(lib, a).GoalsThen(); older {
		t.Errorf("%q of a quarter of today's rules", then)
	}
	a.Rules, a.Status, a.Finished = 1, Finished, testDay
	if then, _ := Evaluate(lib, a).GoalsThen(); then != "1 of 10 met, 2 more with listed exceptions" {
		t.Errorf("got %q", then)
	}
}
