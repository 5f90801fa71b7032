package assess

import "testing"

// What counts for a requirement because something else asks it raises reach and
// decides the status, and what is not asked of it lowers nothing.
func TestCounts(t *testing.T) {
	lib := bank{sections: []string{"s: r1 +e1; +r2; +r3", "other: r2"}, added: []string{"m: r3"}}.mustLoad(t)
	tests := []struct {
		name, answers string
		chosen        []string
		want          []ReqStatus
		reach         string
	}{
		// e1 is asked as an Essential goal and decides; r2 is asked by the other section; nothing asks r3.
		{"asked elsewhere", "e1=partly r1=yes r2=mostly", []string{"own"}, []ReqStatus{ReqPartly, ReqNearly, ReqNotCovered}, "2/3"},
		{"asked by another framework", "e1=yes r1=yes r2=yes r3=no", []string{"own", "mine"}, []ReqStatus{ReqMet, ReqMet, ReqNotMet}, "3/3"},
		{"only what the Essential goals ask", "e1=yes", nil, []ReqStatus{ReqAsFarAsAsked, ReqNotCovered, ReqNotCovered}, "1/3"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := draftOf(told(tt.answers))
			a.Frameworks = tt.chosen
			s := sectionOfOwn(t, Evaluate(lib, a), "s")
			for i, want := range tt.want {
				if got := s.Requirements[i].Status; got != want {
					t.Errorf("requirement %d: %s, want %s", i+1, got, want)
				}
			}
			if got := s.Reach.String(); got != tt.reach {
				t.Errorf("reach %s, want %s", got, tt.reach)
			}
		})
	}
}

// Reach leaves out what does not apply and what binds other kinds of organization.
func TestReach(t *testing.T) {
	lib := libraryOf(t, "s: e1; r1; r2 r3; /none; /binds")
	for answers, want := range map[string]string{
		"e1=yes r1=yes r2=yes r3=yes": "3/4",
		"e1=yes r1=na r2=yes r3=yes":  "2/3", // r1 is all of its requirement
		"e1=yes r1=yes r2=na r3=yes":  "3/4", // r3 still speaks for it
		"e1=yes r1=na r2=na r3=na":    "1/2",
		"":                            "3/4",
	} {
		if got := ownSection(t, lib, answers, "s").Reach.String(); got != want {
			t.Errorf("%q: reach %s, want %s", answers, got, want)
		}
	}
}

// A small group says how much one answer can move it.
func TestSway(t *testing.T) {
	lib := libraryOf(t, "small: e1; n1; r1", "large: e1; e2; e3; e4; e5; e6; n1", "out: e7; r2")
	r := Evaluate(lib, draftOf(told("e7=na")))
	for id, want := range map[string]string{"small": "3/6", "large": "", "out": "1/1"} {
		got := ""
		if share, small := sectionOfOwn(t, r, id).Sway(); small {
			got = share.String()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}

// The lowest section is that of all with a score, whatever its reach; there is
// none when no action is left, and none of a framework that is not asked.
func TestLowest(t *testing.T) {
	lib := libraryOf(t, "a: e1; r1", "b: r2; /none; /none", "c: r3; r4")
	tests := []struct{ name, answers, want string }{
		{"a reach under half is no matter", "e1=partly r1=yes r2=no r3=yes r4=yes", "b"},
		{"a range is no score", "e1=partly r1=yes r2=yes r3=no", "a"},
		{"nothing is left to do", "e1=yes r1=partly r2=partly r3=partly r4=partly", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := Evaluate(lib, draftOf(told(tt.answers)))
			got := ""
			if _, s := lowestOf(r, Actions(r, nil), "other", "own"); s != nil {
				got = s.ID
			}
			if got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
	if v, s := lowestOf(Evaluate(lib, &Assessment{Period: testQuarter}), nil, "own"); v != nil || s != nil {
		t.Errorf("%v, %v of a framework that is not asked", v, s)
	}
}
