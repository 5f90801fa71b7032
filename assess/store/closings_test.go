package store

import (
	"os"
	"strings"
	"testing"

	"hygeia/assess"
)

// said returns what the quarters of a folder say about questions, by period, read
// whole and read in part.
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
			line := c.Period.String() + " " + c.AsOf.String()
			for _, key := range keys {
				if c.Closed(key) {
					line += " " + key
				}
			}
			list = append(list, line)
		}
		return list
	}
	return words(nil), words(some)
}

// Quarters that are read in part say the same, the one whose answer is closed too.
func TestClosingsInPart(t *testing.T) {
	s := chained(t)
	sv, err := s.Load(q2.Next().Next().Next())
	must(t, err)
	q, _ := sv.Library.Question("mfa-email")
	must(t, sv.Put(q, assess.Answer{State: assess.Levelled, Level: 3}, sv.Answers[q.Key], "R. Okafor", today))
	must(t, s.Save(sv))
	must(t, s.Finish(sv, today))
	whole, part := said(t, s, "mfa-email", "mfa-admin")
	if got, want := strings.Join(part, "\n"), strings.Join(whole, "\n"); got != want {
		t.Errorf("in part they say\n%s\nwhole\n%s", got, want)
	}
	if len(whole) != 4 || !strings.HasSuffix(whole[3], " mfa-email") {
		t.Errorf("%q", whole)
	}
}

// A quarter that was changed by hand, and one that cannot be read, are read whole
// and say what they said before.
func TestClosingsOfChangedQuarters(t *testing.T) {
	for name, change := range map[string]func(string) string{
		"an answer":   func(text string) string { return strings.Replace(text, "answer: partly", "answer: yes", 1) },
		"other quote": func(text string) string { return strings.Replace(text, "  mfa-remote:\n", "  \"mfa-remote\": \n", 1) },
		"no answers":  func(text string) string { return text[:strings.Index(text, "answers:")] },
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
