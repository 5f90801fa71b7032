package assess_test

import (
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	. "hygeia/assess"
	"hygeia/frameworks"
)

func TestCleanFrom(t *testing.T) {
	for from, want := range map[string]bool{
		"../system": true, "..": true, "../a/b": true, "../": true,
		"": false, ".": false, "system": false, "../..": false, "../../x": false, "../a/../../x": false, "/srv": false,
		`..\system`: false, "C:/x": false, "../a/../..": false,
	} {
		if _, ok := CleanFrom(from); ok != want {
			t.Errorf("%q: %v", from, ok)
		}
	}
}

// TestInheritance follows answers from the parent into a draft, a finished quarter,
// the next draft and back.
func TestInheritance(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	period := Quarter{Year: 2026, N: 3}
	day := Date{Year: 2026, Month: 9, Day: 14}
	level := func(l frameworks.Level) Answer {
		return Answer{State: Levelled, Level: l, Revision: 1, Recorded: day, Note: "private to the parent"}
	}
	revised := func(key string, ans Answer) Answer {
		q, ok := lib.Question(key)
		if !ok {
			t.Fatalf("no question %s", key)
		}
		ans.Revision = q.Revision
		return ans
	}
	parent := &Assessment{Period: period, Status: Finished, Finished: day, Organization: Organization{Name: "Prairie Health"}, Answers: map[string]Answer{
		"mfa-email": revised("mfa-email", level(frameworks.Yes)), "backup-restore": revised("backup-restore", level(frameworks.Partly)),
		"training-all": {State: Unknown, Left: LeftOpen, Revision: 1, Recorded: day},
	}}
	site := NextQuarter(lib, nil, period, time.Date(2026, 9, 14, 9, 0, 0, 0, time.UTC))
	own := revised("mfa-email", level(frameworks.No))
	site.Answers["mfa-email"] = own
	dropped := site.InheritFrom("../system", []string{"training-all", "mfa-email", "backup-restore", "mfa-email"})
	if len(dropped) != 1 || dropped["mfa-email"].Level != frameworks.No {
		t.Errorf("dropped %v", dropped)
	}
	missing := site.Inherit(lib, parent, "sha256:x")
	if !slices.Equal(missing, []string{"training-all"}) {
		t.Errorf("missing %v: what the parent left open is no answer", missing)
	}
	if ans := site.Answers["mfa-email"]; ans.Level != frameworks.Yes || ans.Note != "" || site.InheritedFrom("mfa-email") != "Prairie Health, 2026-Q3" {
		t.Errorf("inherited %+v from %q", ans, site.InheritedFrom("mfa-email"))
	}

	// The file of a draft names the questions and has no copies.
	data, err := Encode(site)
	if err != nil {
		t.Fatal(err)
	}
	back, _, err := Decode("draft", data, nil)
	if err != nil || len(back.Answers) != 0 || len(back.Inherits.Keys) != 3 {
		t.Fatalf("saved with %v, %v:\n%s", slices.Collect(maps.Keys(back.Answers)), err, data)
	}

	// An answer given here takes its place, also when the parent is asked again.
	q, _ := lib.Question("backup-restore")
	if err := site.Put(q, level(frameworks.Mostly), site.Answers[q.Key], "us", day); err != nil {
		t.Fatal(err)
	}
	site.Inherit(lib, parent, "sha256:x")
	if ans := site.Answers[q.Key]; ans.Level != frameworks.Mostly || site.InheritedFrom(q.Key) != "" {
		t.Errorf("the parent's answer came back: %+v", ans)
	}

	// Finished it has copies, and says of which only.
	draft := *site
	site.Finish(lib, day, "")
	if want := []string{"mfa-email"}; !slices.Equal(site.Inherits.Keys, want) || site.Answers["mfa-email"].Level != frameworks.Yes {
		t.Errorf("finished with %+v", site.Inherits)
	}
	if draft.Inherited == nil {
		t.Error("finishing changed the draft it was made from")
	}

	// The next quarter asks the parent anew, and keeps what is older with its mark.
	next := NextQuarter(lib, site, period.Next(), time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC))
	if _, copied := next.Answers["mfa-email"]; copied {
		t.Error("the copy was carried")
	}
	next.Inherit(lib, parent, "sha256:x")
	if ans := next.Answers["mfa-email"]; ans.Carried != period {
		t.Errorf("an older answer of the parent is marked %v", ans.Carried)
	}

	// A draft again, the copies are gone.
	site.Reopen("mistake", day)
	if _, copied := site.Answers["mfa-email"]; copied || site.Inherits.Digest != "" {
		t.Errorf("opened again with %+v", site.Inherits)
	}

	// A parent with newer questions: what it was asked is not what is asked here.
	newer := revised("mfa-email", level(frameworks.Yes))
	newer.Revision++
	parent.Answers["mfa-email"] = newer
	fresh := NextQuarter(lib, nil, period, time.Date(2026, 9, 14, 9, 0, 0, 0, time.UTC))
	fresh.InheritFrom("..", []string{"mfa-email"})
	if missing := fresh.Inherit(lib, parent, "sha256:x"); len(missing) != 1 {
		t.Errorf("an answer to a newer question was taken: %s", cmp.Diff(nil, fresh.Answers))
	}
}

// TestAnOlderAnswerOfTheParentIsNotAskedAboutHere: it is asked about where the parent
// would be asked again, and takes nobody's place among the carried ones.
func TestAnOlderAnswerOfTheParentIsNotAskedAboutHere(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	then, now := Quarter{Year: 2026, N: 1}, Quarter{Year: 2026, N: 2}
	day, today := Date{Year: 2026, Month: 3, Day: 20}, time.Date(2026, 6, 20, 9, 0, 0, 0, time.UTC)
	var keys []string
	parent := &Assessment{Period: then, Status: Finished, Finished: day, Organization: Organization{Name: "Prairie Health"}, Answers: map[string]Answer{}}
	for _, q := range AskedQuestions(lib, []string{"hph"}, frameworks.Small)[:6] {
		keys = append(keys, q.Key)
		parent.Answers[q.Key] = Answer{State: Levelled, Level: frameworks.Mostly, Revision: q.Revision, Recorded: day}
	}
	unknown, otherWay := parent.Answers[keys[0]], parent.Answers[keys[1]]
	unknown.State = Unknown
	otherWay.State, otherWay.Reason, otherWay.Approver, otherWay.Review = OtherWay, "a wall", "the board", Date{Year: 2026, Month: 6, Day: 25}
	parent.Answers[keys[0]], parent.Answers[keys[1]] = unknown, otherWay
	old := parent.Answers[keys[2]]
	old.Carried = Quarter{Year: 2025, N: 4}
	parent.Answers[keys[2]] = old

	site := NextQuarter(lib, nil, now, today)
	site.Organization, site.Frameworks = Organization{Name: "North Clinic", Size: frameworks.Small}, []string{"hph"}
	site.InheritFrom("../system", keys)
	if missing := site.Inherit(lib, parent, "sha256:x"); len(missing) > 0 {
		t.Fatalf("missing %v", missing)
	}
	for _, before := range []*Result{nil, Evaluate(lib, NextQuarter(lib, nil, then, today))} {
		got := map[string]Ask{}
		for _, ask := range Agenda(lib, site, before, DateOf(today)) {
			got[ask.Question.Key] = ask
		}
		for i, want := range []struct {
			kind AskKind
			done bool
			why  string
		}{
			{AskDue, false, "Nobody knew the last time."},
			{AskDue, false, "Its review date is near: 2026-06-25."},
			{AskConfirm, false, "Nobody has confirmed it there since 2025-Q4."},
			{AskRest, true, ""}, {AskRest, true, ""}, {AskRest, true, ""},
		} {
			ask := got[keys[i]]
			if ask.Kind != want.kind || ask.Done != want.done || ask.Why != want.why {
				t.Errorf("%s is %d, done %v, %q; want %+v", keys[i], ask.Kind, ask.Done, ask.Why, want)
			}
			if got := site.Unconfirmed(keys[i]); got != (i == 2) {
				t.Errorf("%s to be confirmed: %v", keys[i], got)
			}
		}
	}

	// Confirmed here it is an answer of this place.
	q, _ := lib.Question(keys[2])
	site.Confirm(q, DateOf(today))
	if site.InheritedFrom(keys[2]) != "" || site.Unconfirmed(keys[2]) {
		t.Errorf("confirmed here and still of %q", site.InheritedFrom(keys[2]))
	}
}
