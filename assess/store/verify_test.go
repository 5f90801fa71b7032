package store

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"hygeia/assess"
	"hygeia/frameworks"

	"github.com/google/go-cmp/cmp"
)

// chained returns a store with three finished quarters and a draft, each carried
// from the one before.
func chained(t *testing.T) *Store {
	t.Helper()
	s := Open(filepath.Join(t.TempDir(), "hygeia"))
	lib, err := s.Library()
	must(t, err)
	a := draft(q2)
	period := q2
	for i, key := range []string{"mfa-remote", "mfa-email", "mfa-admin", "unique-accounts"} {
		if i > 0 {
			period = period.Next()
			a = assess.NextQuarter(lib, a, period, a.Updated)
		}
		q, _ := lib.Question(key)
		must(t, a.Put(q, assess.Answer{State: assess.Levelled, Level: frameworks.Partly}, a.Answers[q.Key], "R. Okafor", today))
		sv := s.New(a)
		sv.Library = lib
		must(t, s.Save(sv))
		if i < 3 {
			must(t, s.Finish(sv, today))
		}
	}
	return s
}

func chainWords(t *testing.T, s *Store) []string {
	t.Helper()
	links, err := s.Verify()
	must(t, err)
	var words []string
	for _, l := range links {
		w := l.Period.String()
		for _, is := range []struct {
			so   bool
			word string
		}{{l.Finished, " finished"}, {l.Vouched, " vouched"}, {len(l.Problems) > 0, ": " + strings.Join(l.Problems, "; ")}} {
			if is.so {
				w += is.word
			}
		}
		words = append(words, w)
	}
	return words
}

// swap replaces a text in a file of the store.
func swap(t *testing.T, s *Store, name, old, with string) {
	t.Helper()
	path := filepath.Join(s.Dir(), name)
	text := read(t, path)
	if !strings.Contains(text, old) {
		t.Fatalf("%s holds no %q:\n%s", name, old, text)
	}
	must(t, os.WriteFile(path, []byte(strings.Replace(text, old, with, 1)), 0o600))
}

func TestVerify(t *testing.T) {
	p := []string{q2.String(), q2.Next().String(), q2.Next().Next().String(), q2.Next().Next().Next().String()}
	whole := []string{p[0] + " finished vouched", p[1] + " finished vouched", p[2] + " finished vouched", p[3]}
	tests := []struct {
		name   string
		damage func(t *testing.T, s *Store)
		want   []string
	}{
		{"whole", func(*testing.T, *Store) {}, whole},
		{"a note changed", func(t *testing.T, s *Store) { swap(t, s, p[0]+".yaml", "R. Okafor", "R. Okafur") },
			[]string{p[0] + " finished: " + p[0] + ".yaml was changed after " + p[1] + " was finished on it", whole[1], whole[2], whole[3]}},
		{"the newest changed", func(t *testing.T, s *Store) { swap(t, s, p[2]+".yaml", "answer: partly", "answer: yes") },
			[]string{whole[0], whole[1], p[2] + " finished: " + p[2] + ".yaml was changed after " + p[3] + " was begun from it; " +
				`answer mfa-admin: "yes" in ` + p[2] + `, "partly" as ` + p[3] + " carried it", whole[3]}},
		{"the newest taken away", func(t *testing.T, s *Store) { must(t, os.Remove(filepath.Join(s.Dir(), p[2]+".yaml"))) },
			[]string{whole[0], p[1] + " finished: " + p[2] + " came after it and before " + p[3] + ", and its file was taken away", whole[3]}},
		{"other line ends", func(t *testing.T, s *Store) {
			for _, period := range p {
				path := filepath.Join(s.Dir(), period+".yaml")
				must(t, os.WriteFile(path, []byte(strings.ReplaceAll(read(t, path), "\n", "\r\n")), 0o600))
			}
		}, whole},
		{"letters written down otherwise", func(t *testing.T, s *Store) {
			for i, period := range p {
				path := filepath.Join(s.Dir(), period+".yaml")
				must(t, os.WriteFile(path, writtenBy[i%len(writtenBy)](read(t, path)), 0o600))
			}
		}, whole},
		{"one taken away", func(t *testing.T, s *Store) { must(t, os.Remove(s.Path(q2.Next()))) },
			[]string{p[0] + " finished: " + p[1] + " came after it and before " + p[2] + ", and its file was taken away", whole[2], whole[3]}},
		{"the first taken away", func(t *testing.T, s *Store) { must(t, os.Remove(s.Path(q2))) },
			[]string{p[1] + " finished vouched: the finished quarter before it is gone", whole[2], whole[3]}},
		{"the chain cut", func(t *testing.T, s *Store) {
			text := read(t, s.Path(q2.Next()))
			_, line, _ := strings.Cut(text, "\nprevious: ")
			line, _, _ = strings.Cut(line, "\n")
			swap(t, s, p[1]+".yaml", "previous: "+line+"\n", "")
		}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := chained(t)
			tt.damage(t, s)
			got := chainWords(t, s)
			unbroken, err := s.Unbroken()
			must(t, err)
			if unbroken == strings.Contains(strings.Join(got, "\n"), ": ") {
				t.Errorf("unbroken %t, and %q", unbroken, got)
			}
			if tt.want == nil {
				if all := strings.Join(got, "\n"); !strings.Contains(all, "was taken out of "+p[1]) || !strings.Contains(all, p[1]+".yaml was changed after") {
					t.Errorf("got\n%s", all)
				}
				return
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestVerifyNamesTheAnswer: the later quarter still knows what it carried.
func TestVerifyNamesTheAnswer(t *testing.T) {
	s := chained(t)
	key := "mfa-remote"
	links, err := s.Verify()
	must(t, err)
	must(t, Intact(links))
	saved, err := s.Load(q2)
	must(t, err)
	text := read(t, s.Path(q2))
	at := strings.Index(text, key+":")
	rest := strings.Replace(text[at:], "answer: "+saved.Answers[key].Word(), "answer: unknown", 1)
	must(t, os.WriteFile(s.Path(q2), []byte(text[:at]+rest), 0o600))
	all := strings.Join(chainWords(t, s), "\n")
	if !strings.Contains(all, `answer mfa-remote: "unknown" in `) || strings.Contains(all, "answer mfa-email") {
		t.Errorf("got\n%s", all)
	}
	links, err = s.Verify()
	must(t, err)
	wants(t, Intact(links), "not as they were finished")
}

// TestVerifyUnreadable names a file that cannot be read, and still checks the rest.
func TestVerifyUnreadable(t *testing.T) {
	s := chained(t)
	must(t, os.WriteFile(s.Path(q2.Next()), []byte("schema: ["), 0o600))
	all := strings.Join(chainWords(t, s), "\n")
	for _, want := range []string{q2.Next().String() + ": ", "was changed after", q2.String() + " finished\n"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is missing in\n%s", want, all)
		}
	}
}

// A finished quarter opens while its content is still in use, but the file it
// needs later is looked at.
func TestVerifyLooksAtContentInUse(t *testing.T) {
	s := chained(t)
	sv, err := s.Load(q2)
	must(t, err)
	must(t, os.Remove(filepath.Join(s.Dir(), frozenName(sv.Content.Digest))))
	s = Open(s.Dir())
	_, err = s.Load(q2)
	must(t, err)
	links, err := s.Verify()
	must(t, err)
	for _, l := range links {
		if got := strings.Join(l.Problems, "; "); strings.Contains(got, "are missing: put it back") != l.Finished {
			t.Errorf("%s: %q", l.Period, got)
		}
	}
}

// writtenBy are the ways in which Notepad saves a text again.
var writtenBy = []func(string) []byte{
	func(text string) []byte { return []byte("\ufeff" + text) },
	func(text string) []byte { return utf16s(binary.LittleEndian, "\ufeff"+text) },
	func(text string) []byte {
		return utf16s(binary.BigEndian, "\ufeff"+strings.ReplaceAll(text, "\n", "\r\n"))
	},
}

func utf16s(order binary.AppendByteOrder, text string) []byte {
	var data []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		data = order.AppendUint16(data, unit)
	}
	return data
}

// However a finished quarter was saved again, nothing was said but the same.
func TestUnbrokenWhateverWroteIt(t *testing.T) {
	for i, write := range writtenBy {
		s := chained(t)
		periods, err := s.Periods()
		must(t, err)
		for _, period := range periods {
			must(t, os.WriteFile(s.Path(period), write(read(t, s.Path(period))), 0o600))
		}
		if whole, err := s.Unbroken(); err != nil || !whole {
			t.Errorf("%d: unbroken %v, %v", i, whole, err)
		}
		swapped := strings.Replace(read(t, chained(t).Path(q2)), "R. Okafor", "R. Okafur", 1)
		must(t, os.WriteFile(s.Path(q2), write(swapped), 0o600))
		if whole, err := s.Unbroken(); err != nil || whole {
			t.Errorf("%d: a change is not seen: %v", i, err)
		}
	}
}

// Older quarters keep the digest of the bytes, line ends included.
func TestOlderDigestOfBytes(t *testing.T) {
	s := chained(t)
	path := s.Path(q2)
	old := read(t, path)
	crlf := strings.ReplaceAll(old, "\n", "\r\n")
	must(t, os.WriteFile(path, []byte(crlf), 0o600))
	swap(t, s, q2.Next().String()+".yaml", digestOf([]byte(old)), byteDigest([]byte(crlf)))
	later := q2.Next().Next()
	must(t, os.Remove(s.Path(later)))
	must(t, os.Remove(s.Path(later.Next())))
	if got := chainWords(t, s); got[0] != q2.String()+" finished vouched" {
		t.Errorf("%q", got)
	}
}

// A quarter is finished on what it was begun from, so that a change in between is
// not covered up.
func TestFinishKeepsTheQuarterItWasBegunFrom(t *testing.T) {
	s := chained(t)
	newest := q2.Next().Next()
	swap(t, s, newest.String()+".yaml", "answer: partly", "answer: yes")
	sv, err := s.Load(newest.Next())
	must(t, err)
	must(t, s.Finish(sv, today))
	if got := chainWords(t, s); !strings.Contains(got[2], "was changed after "+newest.Next().String()) {
		t.Errorf("%q", got)
	}
}

// The scans a quarter was scored with: one that is gone is named, and one that says
// something else now is a problem of its own.
func TestVerifyScans(t *testing.T) {
	s, _ := saved(t, q3)
	scan := &assess.Evidence{
		Kind: "scubagear", Date: today, Imported: today, Digest: "sha256:" + strings.Repeat("ab", 32), Rows: 3,
		Figures: map[string]assess.Figure{"factor-missing": assess.Exactly(1)},
	}
	path, err := s.KeepEvidence(scan)
	must(t, err)
	sv, err := s.Load(q3)
	must(t, err)
	must(t, s.Finish(sv, today))
	if len(sv.Scans.Files) != 1 {
		t.Fatalf("%d scans kept, want 1", len(sv.Scans.Files))
	}
	check := func(gone, wrong int, want error) {
		t.Helper()
		links, err := Open(s.Dir()).Verify()
		must(t, err)
		if len(links[0].ScansGone) != gone || len(links[0].ScansWrong) != wrong {
			t.Errorf("gone %q, wrong %q; want %d and %d", links[0].ScansGone, links[0].ScansWrong, gone, wrong)
		}
		if err := Intact(links); !errors.Is(err, want) {
			t.Errorf("%v, want %v", err, want)
		}
	}
	check(0, 0, nil)
	text := read(t, path)
	must(t, os.WriteFile(path, []byte(strings.Replace(text, ": 1\n", ": 7\n", 1)), 0o600))
	check(0, 1, ErrScansChanged)
	must(t, os.Remove(path))
	check(1, 0, nil)
}

// A draft that is taken away comes back after the quarter before it was opened again
// and finished anew: that is told, and its next save goes on from there. A changed
// file is still a changed file.
func TestDraftThatComesBackAfterAReopening(t *testing.T) {
	s, third := saved(t, q3)
	must(t, s.Finish(third, today))
	s.Doing("assess")
	fourth := s.New(assess.NextQuarter(third.Library, third.Assessment, q3.Next(), time.Date(2026, 10, 2, 9, 0, 0, 0, time.UTC)))
	fourth.Library = third.Library
	must(t, s.Save(fourth))
	text := read(t, s.Path(fourth.Period))
	must(t, s.Discard(fourth))
	third, err := s.Load(q3)
	must(t, err)
	must(t, s.Reopen(third, "a slip", assess.Date{Year: 2026, Month: 10, Day: 3}))
	must(t, s.Finish(third, assess.Date{Year: 2026, Month: 10, Day: 4}))

	s = Open(s.Dir())
	_, err = s.Place("2026-Q4 (1).yaml", []byte(text))
	must(t, err)
	links, err := s.Verify()
	must(t, err)
	if n := len(links[1].Problems); n != 1 || !strings.Contains(links[1].Problems[0], "opened again on 2026-10-03 (a slip)") || len(links[0].Problems) > 0 {
		t.Errorf("%+v", links)
	}
	back, err := s.Load(q3.Next())
	must(t, err)
	must(t, s.Save(back))
	if notes := s.Notes(); len(notes) != 1 || !strings.Contains(notes[0], "goes on from it as it is now") {
		t.Errorf("%q", notes)
	}
	links, err = s.Verify()
	must(t, err)
	must(t, Intact(links))

	changed := strings.Replace(read(t, s.Path(q3)), "answer: mostly", "answer: yes", 1)
	must(t, os.WriteFile(s.Path(q3), []byte(changed), 0o600))
	links, err = Open(s.Dir()).Verify()
	must(t, err)
	if err := Intact(links); !errors.Is(err, ErrBroken) {
		t.Errorf("a changed file: %v", err)
	}
}
