package log_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/assess/log"
)

func day(t testing.TB, s string) assess.Date {
	t.Helper()
	d, err := assess.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// sample is a log in which a scan was asked for twice before its letter came, and
// another one is still waited for.
func sample(t testing.TB) *log.Log {
	t.Helper()
	l := &log.Log{}
	for _, e := range []log.Event{
		{Kind: log.Backup, Day: day(t, "2026-10-01"), What: `D:\copies "new"\x.zip`},
		{Kind: log.EnrollAsked, Day: day(t, "2026-10-02"), What: "cyber-hygiene", By: "Dana", Due: day(t, "2026-10-16")},
		{Kind: log.EnrollAsked, Day: day(t, "2026-10-20"), What: "cyber-hygiene", By: "Dana"},
		{Kind: log.EnrollAsked, Day: day(t, "2026-10-21"), What: "web-scanning"},
		{Kind: log.EnrollAnswered, Day: day(t, "2026-10-25"), What: "cyber-hygiene", By: "Dana"},
		{Kind: log.Backup, Day: day(t, "2026-11-01")},
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
	back, err := log.Read("log.yaml", data)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	if !slices.Equal(l.Events(), back.Events()) {
		t.Errorf("what is read is not what was written:\n%v\n%v", l.Events(), back.Events())
	}
	again, err := back.Encode()
	if err != nil || !bytes.Equal(data, again) {
		t.Errorf("encoding twice gives other bytes (%v)", err)
	}
}

func TestEnrollments(t *testing.T) {
	l := sample(t)
	all := l.Enrollments()
	if len(all) != 2 || all[0].Service != "cyber-hygiene" || all[1].Service != "web-scanning" {
		t.Fatalf("%+v", all)
	}
	if s := all[0]; s.Asked != day(t, "2026-10-02") || s.Again != day(t, "2026-10-20") || s.Answered != day(t, "2026-10-25") {
		t.Errorf("asked twice and answered: %+v", s)
	}
	if days, waiting := all[1].Waiting(day(t, "2026-11-13")); days != 23 || !waiting {
		t.Errorf("asked 23 days ago: %d days, waiting %v", days, waiting)
	}
	if _, waiting := all[0].Waiting(day(t, "2026-11-13")); waiting {
		t.Error("an answered service is waited for")
	}
	if err := l.Append(log.Event{Kind: log.EnrollAsked, Day: day(t, "2027-03-01"), What: "cyber-hygiene"}); err != nil {
		t.Fatal(err)
	}
	if s, _ := l.Enrollment("cyber-hygiene"); s.Asked != day(t, "2027-03-01") || !s.Answered.IsZero() || !s.Again.IsZero() {
		t.Errorf("asked anew after it wrote back: %+v", s)
	}
	if err := l.Append(log.Event{Kind: log.EnrollDropped, Day: day(t, "2027-04-01"), What: "web-scanning"}); err != nil {
		t.Fatal(err)
	}
	if s, asked := l.Enrollment("web-scanning"); asked {
		t.Errorf("given up and still waited for: %+v", s)
	}
	if e, ok := l.Last(log.Backup); !ok || e.Day != day(t, "2026-11-01") || e.What != "" {
		t.Errorf("the last copy: %+v", e)
	}
}

func TestAppendRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		e    log.Event
		want string
	}{
		{"no kind", log.Event{Day: day(t, "2026-11-01"), What: "x"}, "kind is missing"},
		{"no day", log.Event{Kind: log.Backup}, "day is missing"},
		{"no service", log.Event{Kind: log.EnrollAsked, Day: day(t, "2026-11-01"), What: " "}, "what is missing"},
		{"a copy that is due back", log.Event{Kind: log.Backup, Day: day(t, "2026-11-01"), Due: day(t, "2026-12-01")}, "due has no place"},
		{"back before it went", log.Event{Kind: log.EnrollAsked, Day: day(t, "2026-11-01"), What: "x", Due: day(t, "2026-10-01")}, "is before"},
		{"never asked", log.Event{Kind: log.EnrollAnswered, Day: day(t, "2026-11-01"), What: "other"}, "was not asked for"},
		{"before the ask", log.Event{Kind: log.EnrollAnswered, Day: day(t, "2026-10-01"), What: "web-scanning"}, "is before 2026-10-21"},
		{"answered twice", log.Event{Kind: log.EnrollAnswered, Day: day(t, "2026-11-01"), What: "cyber-hygiene"}, "already"},
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

// A log edited by hand is refused at the place of the mistake.
func TestReadRefusesAHandOnTheFile(t *testing.T) {
	data, err := sample(t).Encode()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"a number twice", "number: 2\n", "number: 1\n", "log.yaml:9:13: number 1: must be 2"},
		{"an unknown kind", "kind: enroll-answered", "kind: enroll-answer", "must be one of"},
		{"an unknown key", "due: 2026-10-16", "duw: 2026-10-16", "did you mean due?"},
		{"a day that is none", "day: 2026-10-21", "day: 2026-10-41", "log.yaml:21:10: date"},
		{"a due date that a copy has not", "kind: backup\n", "kind: backup\n    due: 2026-12-01\n", "due has no place"},
		{"a letter from nobody", "kind: enroll-asked\n    what: cyber-hygiene\n    by: Dana\n    due: 2026-10-16", "kind: enroll-answered\n    what: cyber-hygiene", "was not asked for"},
		{"a text without end", "by: Dana", "by: " + strings.Repeat("x", log.MaxText+1), "at most 500"},
		{"a newer schema", "log/v1", "log/v9", "log/v1"},
		{"no number", "  - number: 1\n    day", "  - day", `missing key "number"`},
	} {
		changed := strings.Replace(string(data), c.old, c.new, 1)
		if changed == string(data) {
			t.Fatalf("%s: nothing to change in\n%s", c.name, data)
		}
		_, err := log.Read("log.yaml", []byte(changed))
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "log.yaml:") {
			t.Errorf("%s: %v; want its place and %q", c.name, err, c.want)
		}
	}
}

// Copies written down before the log had events are read on.
func TestReadsCopiesOfBefore(t *testing.T) {
	l, err := log.Read("log.yaml", []byte("schema: hygeia/log/v1\nentries:\n  - day: 2026-09-01\n    what: backup\n    where: E:\\copy.zip\n"))
	if err != nil {
		t.Fatal(err)
	}
	if e, ok := l.Last(log.Backup); !ok || e.What != `E:\copy.zip` || e.Day != day(t, "2026-09-01") {
		t.Errorf("%+v", e)
	}
	if _, err := log.Read("log.yaml", []byte("schema: hygeia/log/v1\nentries:\n  - day: 2026-09-01\n    what: packet\n")); err == nil {
		t.Error("what was never written is read")
	}
}

func FuzzRead(f *testing.F) {
	data, err := sample(f).Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte("schema: hygeia/log/v1\nevents: []\n"))
	f.Add([]byte("schema: hygeia/log/v1\nentries:\n  - day: 2026-09-01\n    what: backup\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := log.Read("x", data)
		if err != nil {
			return
		}
		out, err := l.Encode()
		if err != nil {
			t.Fatalf("read but cannot be written: %v", err)
		}
		if _, err := log.Read("y", out); err != nil {
			t.Fatalf("written but cannot be read: %v\n%s", err, out)
		}
	})
}

func TestMergeOfACopy(t *testing.T) {
	l, copied := sample(t), sample(t)
	more := log.Event{Kind: log.Backup, Day: day(t, "2026-11-01")} // as the last one: two copies on one day
	if err := copied.Append(more); err != nil {
		t.Fatal(err)
	}
	added, left := l.Merge(copied)
	if !slices.Equal(added, []log.Event{more}) || left != 0 || l.Len() != copied.Len() {
		t.Errorf("added %+v, %d left", added, left)
	}
	if added, left := l.Merge(copied); len(added)+left > 0 {
		t.Errorf("merged twice, it adds %+v", added)
	}
}
