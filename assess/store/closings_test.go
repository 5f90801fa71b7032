package store

import (
	"os"
	"strings"
	"testing"

	"hygeia/assess"
)

// said returns which questions the quarters of a folder call closed, by period and
// day, read whole and read in part.
func said(t *testing.T, s *Store, keys ...string) (whole, part []string) {
	t.Helper()
	some := map[string]bool{}
	for _, key := range keys {
		some[key] = true
	}
	words := func(about map[string]bool) (list []string) {
		closings, err := Open(s.Dir()).closingsOf(about)
		must(t, err)
		for _, c := range closings {
			for _, key := range keys {
				if c.Closed(key) {
					list = append(list, c.Period.String()+" "+c.AsOf.String()+" "+key)
				}
			}
		}
		return list
	}
	return words(nil), words(some)
}

// closedLast is a folder of four finished quarters, the last with a gap closed.
func closedLast(t *testing.T) *Store {
	t.Helper()
	s := chained(t)
	sv, err := s.Load(q2.Next().Next().Next())
	must(t, err)
	q, _ := sv.Library.Question("mfa-email")
	must(t, sv.Put(q, assess.Answer{State: assess.Levelled, Level: 3}, sv.Answers[q.Key], "R. Okafor", today))
	must(t, s.Save(sv))
	must(t, s.Finish(sv, today))
	return s
}

// Quarters that are read in part say the same, the one whose answer is closed too.
func TestClosingsInPart(t *testing.T) {
	s := closedLast(t)
	whole, part := said(t, s, "mfa-email", "mfa-admin")
	if got, want := strings.Join(part, "\n"), strings.Join(whole, "\n"); got != want {
		t.Errorf("in part they say\n%s\nwhole\n%s", got, want)
	}
	if want := "2027-Q1 " + today.String() + " mfa-email"; len(whole) != 1 || whole[0] != want {
		t.Errorf("%q, want %q", whole, want)
	}
}

// A command that shows two of many quarters does not read the others: a quarter is
// read when its word is asked for, and only once.
func TestClosingsAreReadWhenAsked(t *testing.T) {
	for _, asked := range []bool{true, false} {
		s := closedLast(t)
		closings, err := Open(s.Dir()).closingsOf(map[string]bool{"mfa-email": true})
		must(t, err)
		last := closings[len(closings)-1]
		if asked && !last.Closed("mfa-email") {
			t.Fatal("the gap is not closed")
		}
		must(t, os.Remove(s.Path(last.Period)))
		if got := last.Closed("mfa-email"); got != asked {
			t.Errorf("asked before the file went: %t; closed then: %t", asked, got)
		}
	}
}

// A quarter that was changed by hand, and one that cannot be read, are read whole
// and say what they said before.
func TestClosingsOfChangedQuarters(t *testing.T) {
	for name, change := range map[string]func(string) string{
		"an answer": func(text string) string { return strings.Replace(text, "answer: partly", "answer: yes", 1) },
		"other quote": func(text string) string {
			return strings.NewReplacer("  mfa-remote:\n", "  \"mfa-remote\": \n", "answer: partly", "answer: yes").Replace(text)
		},
		"no answers": func(text string) string { return text[:strings.Index(text, "answers:")] },
	} {
		t.Run(name, func(t *testing.T) {
			s := chained(t)
			text := read(t, s.Path(q2))
			if change(text) == text {
				t.Fatal("nothing was changed")
			}
			must(t, os.WriteFile(s.Path(q2), []byte(change(text)), 0o600))
			whole, part := said(t, s, "mfa-remote", "mfa-email")
			if got, want := strings.Join(part, "\n"), strings.Join(whole, "\n"); got != want {
				t.Errorf("in part they say\n%s\nwhole\n%s", got, want)
			}
		})
	}
}
