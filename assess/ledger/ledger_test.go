package ledger_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/assess/ledger"
)

func day(t testing.TB, s string) assess.Date {
	t.Helper()
	d, err := assess.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func fix(t testing.TB, owner, due string) assess.Decision {
	return assess.Decision{Kind: assess.Fix, Owner: owner, Due: day(t, due)}
}

// sample is a ledger in which a board was asked twice about contracts, decided,
// moved the date, and brought up something of its own that it took back.
func sample(t testing.TB) *ledger.Ledger {
	t.Helper()
	l := &ledger.Ledger{}
	q3, q4 := assess.Quarter{Year: 2026, N: 3}, assess.Quarter{Year: 2026, N: 4}
	for _, e := range []ledger.Event{
		{Kind: ledger.Asked, Day: day(t, "2026-09-20"), Matter: 1, Question: "vendor-contracts", Period: q3, Due: day(t, "2026-12-20"), Lead: "Compliance officer"},
		{Kind: ledger.Asked, Day: day(t, "2026-12-18"), Matter: 1, Question: "vendor-contracts", Period: q4, Due: day(t, "2027-03-18"), Lead: "Compliance officer"},
		{Kind: ledger.Decided, Day: day(t, "2027-01-14"), Matter: 1, Question: "vendor-contracts", Said: fix(t, "CFO", "2027-03-31"), Cost: 12000, By: "Dana"},
		{Kind: ledger.Raised, Day: day(t, "2027-01-14"), Matter: 2, Question: "alerts-watched", By: "Dana"},
		{Kind: ledger.Decided, Day: day(t, "2027-01-14"), Matter: 2, Question: "alerts-watched", Said: fix(t, "CIO", "2027-06-30"), By: "Dana"},
		{Kind: ledger.Withdrawn, Day: day(t, "2027-01-15"), Matter: 2, Question: "alerts-watched", By: "Dana"},
		{Kind: ledger.Decided, Day: day(t, "2027-04-02"), Matter: 1, Question: "vendor-contracts", Said: fix(t, "CFO", "2027-06-30"), By: "Dana"},
	} {
		if err := l.Append(e); err != nil {
			t.Fatalf("%+v: %v", e, err)
		}
	}
	return l
}

func TestRoundTrip(t *testing.T) {
	l := sample(t)
	data, err := l.Encode()
	if err != nil {
		t.Fatal(err)
	}
	back, err := ledger.Read("ledger.yaml", data)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	if !slices.Equal(l.Events(l.Len()), back.Events(back.Len())) {
		t.Error("what is read is not what was written")
	}
	again, err := back.Encode()
	if err != nil || !bytes.Equal(data, again) {
		t.Errorf("encoding twice gives other bytes (%v)", err)
	}
	windows := bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
	if other, err := ledger.Read("ledger.yaml", windows); err != nil {
		t.Error(err)
	} else if x, _ := other.Digest(other.Len()); x != digest(t, l, l.Len()) {
		t.Error("line ends change the digest")
	}
}

func digest(t testing.TB, l *ledger.Ledger, n int) string {
	t.Helper()
	d, err := l.Digest(n)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDigestOfTheFirstEventsStands(t *testing.T) {
	l := sample(t)
	before := digest(t, l, l.Len())
	if err := l.Append(ledger.Event{Kind: ledger.Raised, Day: day(t, "2027-05-01"), Matter: 3, Question: "backup-restore"}); err != nil {
		t.Fatal(err)
	}
	if digest(t, l, l.Len()-1) != before {
		t.Error("an event written later changes the digest of those before it")
	}
	if digest(t, l, l.Len()) == before {
		t.Error("another event does not change the digest")
	}
	if _, err := l.Digest(l.Len() + 1); err == nil {
		t.Error("a digest over more events than there are")
	}
}

func TestMatters(t *testing.T) {
	l := sample(t)
	matters := l.Matters(assess.Date{}, nil)
	if len(matters) != 2 {
		t.Fatalf("%d matters", len(matters))
	}
	m := matters[0]
	if m.Asks() != 2 || m.Redated() != 1 || m.Cost() != 12000 || m.First() != day(t, "2026-09-20") || m.Suggested() != day(t, "2026-12-20") {
		t.Errorf("matter 1: asked %d times, re-dated %d times, cost %d, since %s, suggested %s", m.Asks(), m.Redated(), m.Cost(), m.First(), m.Suggested())
	}
	if e, ok := m.Decision(); !ok || e.Said.Due != day(t, "2027-06-30") {
		t.Errorf("the decision that stands is %+v", e)
	}
	if _, ok := matters[1].Decision(); ok {
		t.Error("a withdrawn decision stands")
	}
	view := l.View(&assess.Assessment{Period: assess.Quarter{Year: 2027, N: 2}}, assess.Date{}, nil)
	if got := view.Decisions; len(got) != 1 || got["vendor-contracts"].Owner != "CFO" {
		t.Errorf("decisions that stand: %v", got)
	}
}

func TestMattersOnADay(t *testing.T) {
	matters := sample(t).Matters(day(t, "2027-01-14"), nil)
	if len(matters) != 2 {
		t.Fatalf("%d matters", len(matters))
	}
	for i, owner := range []string{"CFO", "CIO"} { // the day's own events count, the withdrawal a day later not yet
		if e, ok := matters[i].Decision(); !ok || e.Said.Owner != owner {
			t.Errorf("matter %d on that day: %+v, %v", i+1, e, ok)
		}
	}
}

// A gap closes a matter on the as-of day of the first quarter that shows it
// closed, and what is asked later is a new matter with a number of its own.
func TestClosedMatterKeepsItsNumber(t *testing.T) {
	l := sample(t)
	quarters := []ledger.Closing{
		{Period: assess.Quarter{Year: 2026, N: 2}, AsOf: day(t, "2026-06-30"), Closed: func(string) bool { return true }}, // before the matter began: says nothing
		{Period: assess.Quarter{Year: 2027, N: 1}, AsOf: day(t, "2027-03-30"), Closed: func(string) bool { return false }},
		{Period: assess.Quarter{Year: 2027, N: 2}, AsOf: day(t, "2027-06-29"), Closed: func(q string) bool { return q == "vendor-contracts" }},
	}
	matters := l.Matters(assess.Date{}, quarters)
	if matters[0].Closed != day(t, "2027-06-29") || !matters[1].Closed.IsZero() {
		t.Errorf("closed on %s and %s", matters[0].Closed, matters[1].Closed)
	}
	if _, open := openMatter(matters, "vendor-contracts"); open {
		t.Error("a closed matter is open")
	}
	for _, c := range []struct {
		quarter assess.Quarter
		stands  bool
	}{
		{assess.Quarter{Year: 2027, N: 1}, true},
		{assess.Quarter{Year: 2027, N: 2}, true}, // the quarter that closes it tells that it is done
		{assess.Quarter{Year: 2027, N: 3}, false},
	} {
		view := l.View(&assess.Assessment{Period: c.quarter}, assess.Date{}, quarters)
		if _, stands := view.Decisions["vendor-contracts"]; stands != c.stands {
			t.Errorf("%s: the decision about the gap stands: %v, want %v", c.quarter, stands, c.stands)
		}
	}
	e := ledger.Event{Kind: ledger.Asked, Day: day(t, "2027-12-20"), Matter: l.Next(), Question: "vendor-contracts", Period: assess.Quarter{Year: 2027, N: 4}, Due: day(t, "2028-03-20")}
	if err := l.Append(e); err != nil {
		t.Fatal(err)
	}
	matters = l.Matters(assess.Date{}, quarters)
	m, open := openMatter(matters, "vendor-contracts")
	if !open || m.Number != 3 || m.Asks() != 1 {
		t.Errorf("the later gap: matter %d, open %v, asked %d times", m.Number, open, m.Asks())
	}
}

func TestAppendRefuses(t *testing.T) {
	q4 := assess.Quarter{Year: 2026, N: 4}
	for _, c := range []struct {
		name string
		e    ledger.Event
		want string
	}{
		{"decision about nothing", ledger.Event{Kind: ledger.Decided, Day: day(t, "2027-05-01"), Matter: 3, Question: "x", Said: fix(t, "IT", "2027-06-01")}, "neither asked nor raised"},
		{"a number left out", ledger.Event{Kind: ledger.Raised, Day: day(t, "2027-05-01"), Matter: 4, Question: "x"}, "number 3"},
		{"another question", ledger.Event{Kind: ledger.Decided, Day: day(t, "2027-05-01"), Matter: 1, Question: "x", Said: fix(t, "IT", "2027-06-01")}, "vendor-contracts"},
		{"before the latest decision", ledger.Event{Kind: ledger.Decided, Day: day(t, "2027-03-01"), Matter: 1, Question: "vendor-contracts", Said: fix(t, "IT", "2027-06-01")}, "before the day of the latest decision"},
		{"before the ask", ledger.Event{Kind: ledger.Decided, Day: day(t, "2026-09-01"), Matter: 1, Question: "vendor-contracts", Said: fix(t, "IT", "2027-06-01")}, "2026-09-01 is before 2026-09-20"},
		{"asked twice in a quarter", ledger.Event{Kind: ledger.Asked, Day: day(t, "2027-05-01"), Matter: 1, Question: "vendor-contracts", Period: q4, Due: day(t, "2027-06-01")}, "2026-Q4 already"},
		{"suggested before asked", ledger.Event{Kind: ledger.Asked, Day: day(t, "2027-05-01"), Matter: 3, Question: "x", Period: q4, Due: day(t, "2027-04-01")}, "before the day of the ask"},
		{"nothing to withdraw", ledger.Event{Kind: ledger.Withdrawn, Day: day(t, "2027-05-01"), Matter: 2, Question: "alerts-watched"}, "no decision that could be withdrawn"},
		{"accepted without an approver", ledger.Event{Kind: ledger.Decided, Day: day(t, "2027-05-01"), Matter: 1, Question: "vendor-contracts", Said: assess.Decision{Kind: assess.Accept, Reason: "r", Until: day(t, "2027-12-01")}}, "approver"},
		{"an endless cost", ledger.Event{Kind: ledger.Decided, Day: day(t, "2027-05-01"), Matter: 1, Question: "vendor-contracts", Said: fix(t, "IT", "2027-06-01"), Cost: ledger.MaxCost + 1}, "cost"},
	} {
		l := sample(t)
		before := l.Len()
		if err := l.Append(c.e); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v; want a word on %q", c.name, err, c.want)
		}
		if l.Len() != before {
			t.Errorf("%s: the refused event was written", c.name)
		}
	}
}

// A ledger edited by hand is refused at the place of the mistake.
func TestReadRefusesAHandOnTheFile(t *testing.T) {
	data, err := sample(t).Encode()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"a number twice", "event: 2\n", "event: 1\n", "must be 2"},
		{"the ask is gone", "what: asked", "what: decided", "ledger.yaml:"},
		{"a date before the ask", "day: 2027-01-14\n    matter: 1", "day: 2026-01-14\n    matter: 1", "is before 2026-09-20"},
		{"a quote that is no amount", "cost: 12000", "cost: about twelve", "cost"},
		{"an owner of an ask", "lead: Compliance officer\n", "owner: Compliance officer\n", "has no place"},
		{"an unknown key", "lead: Compliance", "leed: Compliance", "did you mean lead?"},
		{"a newer schema", "ledger/v1", "ledger/v9", "ledger/v1"},
		{"an accepted risk for ever", "decision: fix\n    owner: CFO\n    due: 2027-03-31", "decision: accept\n    reason: r\n    approver: CEO\n    until: 2099-01-01", "more than a year"},
	} {
		changed := strings.Replace(string(data), c.old, c.new, 1)
		if changed == string(data) {
			t.Fatalf("%s: nothing to change in\n%s", c.name, data)
		}
		_, err := ledger.Read("ledger.yaml", []byte(changed))
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "ledger.yaml:") {
			t.Errorf("%s: %v; want its place and %q", c.name, err, c.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	data, err := sample(f).Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte("schema: hygeia/ledger/v1\nevents: []\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := ledger.Read("x", data)
		if err != nil {
			return
		}
		out, err := l.Encode()
		if err != nil {
			t.Fatalf("read but cannot be written: %v", err)
		}
		if _, err := ledger.Read("y", out); err != nil {
			t.Fatalf("written but cannot be read: %v\n%s", err, out)
		}
	})
}

// openMatter returns the open matter about a question.
func openMatter(matters []ledger.Matter, question string) (ledger.Matter, bool) {
	for _, m := range slices.Backward(matters) {
		if m.Question == question {
			return m, m.Closed.IsZero()
		}
	}
	return ledger.Matter{}, false
}
