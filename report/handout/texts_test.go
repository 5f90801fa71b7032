package handout_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/assess/exchange"
	"hygeia/assess/packet"
	"hygeia/frameworks"
)

// What people type, paste and try into the page stands in the quarter as they gave it:
// every kind of answer, with note and proof, and some of the questions left open. The
// saved page is opened again in between.
func TestTextsThroughABrowser(t *testing.T) {
	texts := []string{
		"=1+1", "two lines\n\n  and a third", "\"quotes\" \\ back \\n", "😀 👩\u200d👩\u200d👧", "\u05e9\u05dc\u05d5\u05dd (abc)", "\u0645\u0631\u062d\u0628\u0627\n\u0639\u0627\u0644\u0645",
		"no\u00a0break", "line\u2028apart\vtwice", "tab\there", "{\"schema\": \"hygeia/packet/v1\"}", "</script><b>&amp;</b>", "e\u0301 Müller", "true", "- a\n- b: c # d", "  around  ", "zero\u200bwidth",
		strings.Repeat("long 😀 ", 120),
	}
	lib := library(t)
	a := &assess.Assessment{Period: clinic(t).Period, Organization: clinic(t).Organization}
	a.Day = today
	want := map[string]assess.Answer{}
	type typed struct {
		Key, Word, Reaches, Reason, Approver, Review, Note, What, Kind, Date string
	}
	var all []typed
	var keys []string
	for i, q := range lib.Questions[:len(texts)] {
		keys = append(keys, q.Key)
		if i == 5 {
			continue // left open
		}
		ans := assess.Answer{State: assess.Levelled, Level: frameworks.Level(i % 4), Note: texts[i]}
		in := typed{Key: q.Key, Word: ans.Level.String(), Note: texts[i]}
		switch {
		case i%5 == 1:
			ans.State, in.Word = assess.Unknown, assess.WordUnknown
		case i%5 == 2:
			ans = assess.Answer{State: assess.OtherWay, Level: frameworks.Partly, Note: texts[i], Reason: texts[i], Approver: "=CIO 😀", Review: assess.Date{Year: 2027, Month: 1, Day: 31}}
			in = typed{q.Key, assess.WordOtherWay, "partly", texts[i], ans.Approver, "2027-01-31", texts[i], "", "", ""}
		case i%5 == 3 && !q.MustApply:
			ans = assess.Answer{State: assess.NotApplicable, Note: texts[i], Reason: texts[i]}
			in.Word, in.Reason = assess.WordNotApplicable, texts[i]
		}
		if i%3 == 0 {
			ans.Proof = []assess.Proof{{Grade: assess.Outside, What: "=Report 4", Date: assess.Date{Year: 2026, Month: 7, Day: 1}}}
			in.What, in.Kind, in.Date = "=Report 4", "outside", "2026-07-01"
		}
		if err := a.Put(q, ans, assess.Answer{}, "J. Rivera \u05db\u05d4\u05df", today); err != nil {
			t.Fatal(err)
		}
		want[q.Key] = a.Answers[q.Key]
		a.Clear(q.Key)
		all = append(all, in)
	}
	p := packet.New(lib, a, packet.Wish{Keys: keys}, today)
	data, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	script := fmt.Sprintf(`
await loaded();
for (const t of %s) {
	choose(t.Key, t.Word);
	for (const [name, text] of Object.entries({ reaches: t.Reaches, reason: t.Reason, approver: t.Approver, review: t.Review, note: t.Note, what: t.What, kind: t.Kind, date: t.Date })) {
		if (text) { write(part(t.Key, name), text); }
	}
}
write(doc().getElementById("by"), "J. Rivera \u05db\u05d4\u05df");
const first = (await save())[1];
frame.srcdoc = frame.srcdoc;
await loaded();
await open(first);
done({ first, second: (await save())[1] });`, data)
	var found struct{ First, Second string }
	inBrowser(t, draw(t, p), script, 800, false, &found)
	if found.First == "" || found.First != found.Second {
		t.Errorf("what is opened again is not what was saved:\n%s\n%s", found.First, found.Second)
	}
	r, err := packet.Read("answers.txt", []byte(found.First), today)
	if err != nil {
		t.Fatalf("%v\n%s", err, found.First)
	}
	r.On = today // the browser's clock is not the test's
	if len(r.Wrong) > 0 || !slices.Equal(r.Empty, keys[5:6]) {
		t.Errorf("wrong %+v, empty %v", r.Wrong, r.Empty)
	}
	m := exchange.CombineReply(lib, a, r, "", today)
	if err := m.Apply(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, a.Answers); diff != "" {
		t.Errorf("(-typed +taken over)\n%s", diff)
	}
}
