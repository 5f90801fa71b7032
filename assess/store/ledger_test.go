package store

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/assess/ledger"
	"hygeia/frameworks"
)

// askable returns a draft whose backups and contracts are below target, which
// ask something of the board.
func askable(t *testing.T, s *Store, period assess.Quarter) *Saved {
	t.Helper()
	lib, err := s.Library()
	must(t, err)
	a := draft(period)
	for _, q := range assess.AskedQuestions(lib, a.Frameworks, a.Organization.Size) {
		must(t, a.Put(q, assess.Answer{State: assess.Levelled, Level: frameworks.Partly}, a.Answers[q.Key], "R. Okafor", today))
	}
	sv := s.New(a)
	sv.Library = lib
	must(t, s.Save(sv))
	return sv
}

func book(t *testing.T, s *Store) *Book {
	t.Helper()
	b, err := s.Book()
	must(t, err)
	return b
}

// A kill after the asks are written and before the quarter is changes nothing: the
// draft is finished again, on whatever day, and nothing is asked twice.
func TestKillBetweenLedgerAndQuarter(t *testing.T) {
	s := Open(filepath.Join(t.TempDir(), "hygeia"))
	sv := askable(t, s, q2)
	before := read(t, s.Path(q2))
	must(t, s.Finish(sv, today))
	asked, finished := read(t, s.LedgerPath()), read(t, s.Path(q2))
	if n := book(t, s).Len(); n != 3 {
		t.Fatalf("%d asks, want 3:\n%s", n, asked)
	}

	for _, day := range []assess.Date{today, today.AddMonths(1)} {
		must(t, os.WriteFile(s.Path(q2), []byte(before), 0o600))
		s = Open(s.Dir())
		again, err := s.Load(q2)
		must(t, err)
		must(t, s.Finish(again, day))
		if got := read(t, s.LedgerPath()); got != asked {
			t.Errorf("finished again on %s, the ledger is another:\n%s", day, got)
		}
		if day == today && read(t, s.Path(q2)) != finished {
			t.Error("finished again on the same day, the quarter is another")
		}
	}
}

// An ask that stands keeps its place when the quarter is reopened; one whose gap
// turns out to be none makes room for another.
func TestReopenedQuarterAsksForWhatIsLeft(t *testing.T) {
	s := Open(filepath.Join(t.TempDir(), "hygeia"))
	sv := askable(t, s, q2)
	must(t, s.Finish(sv, today))
	first := book(t, s).Events(3)[0]
	must(t, s.Reopen(sv, "a slip", today))
	q, _ := sv.Library.Question(first.Question)
	must(t, sv.Put(q, assess.Answer{State: assess.Levelled, Level: frameworks.Yes, Reason: "r"}, sv.Answers[q.Key], "R. Okafor", today))
	must(t, s.Finish(sv, today))
	events := book(t, s).Events(9)
	if len(events) != 4 || events[3].Kind != ledger.Asked || events[3].Matter != 4 {
		t.Errorf("%d events, the last %+v; want a fourth ask", len(events), events[len(events)-1])
	}
	must(t, s.Reopen(sv, "another slip", today))
	must(t, s.Finish(sv, today))
	if n := book(t, s).Len(); n != 4 {
		t.Errorf("%d events after nothing changed", n)
	}
}

// Decisions typed into a quarter before there was a ledger move over, each once.
func TestTypedDecisionsMoveOnce(t *testing.T) {
	s := Open(filepath.Join(t.TempDir(), "hygeia"))
	sv := askable(t, s, q2)
	typed := assess.Decision{Kind: assess.Fix, Owner: "CIO", Due: today.AddMonths(2), Recorded: today, By: "R. Okafor"}
	dateless := assess.Decision{Kind: assess.Transfer, Owner: "Insurer", Reason: "theirs", Recorded: today}
	file := func() {
		a := *sv.Assessment
		a.Decisions = map[string]assess.Decision{"mfa-email": typed}
		data, err := assess.Encode(&a)
		must(t, err)
		must(t, os.WriteFile(s.Path(q2), data, 0o600))
	}
	file()
	old, err := s.Load(q2)
	must(t, err)
	view, err := s.View(old, assess.Date{})
	must(t, err)
	if view.Decisions["mfa-email"] != typed {
		t.Errorf("before it moves, the typed decision is %+v", view.Decisions["mfa-email"])
	}
	must(t, s.Save(old))
	if strings.Contains(read(t, s.Path(q2)), "decisions:") {
		t.Error("the quarter still has what the ledger has")
	}
	after := read(t, s.LedgerPath())
	if b := book(t, s); b.Len() != 2 || b.Events(2)[1].Said != typed {
		t.Errorf("the ledger:\n%s", after)
	}

	file() // as after "hygeia undo", or a kill between the two files
	old, err = s.Load(q2)
	must(t, err)
	must(t, s.Save(old))
	if read(t, s.LedgerPath()) != after {
		t.Errorf("moved twice:\n%s", read(t, s.LedgerPath()))
	}
	if view, err = s.View(old, assess.Date{}); err != nil || view.Decisions["mfa-email"] != typed {
		t.Errorf("after it moved, the decision is %+v (%v)", view.Decisions["mfa-email"], err)
	}

	l := &ledger.Ledger{}
	old.Decisions = map[string]assess.Decision{"mfa-admin": dateless}
	if moved := l.Move(old.Assessment, nil); len(moved) != 0 || l.Len() != 0 {
		t.Errorf("a decision without a date moved: %v", moved)
	}
}

func TestLedgerOfOthersIsNotOverwritten(t *testing.T) {
	s := Open(filepath.Join(t.TempDir(), "hygeia"))
	mine, theirs := book(t, s), book(t, s)
	for _, b := range []*Book{mine, theirs} {
		must(t, b.Append(ledger.Event{Kind: ledger.Raised, Day: today, Matter: 1, Question: "mfa-email"}))
	}
	must(t, s.WriteBook(theirs))
	wants(t, s.WriteBook(mine), "somebody else wrote into it")
	must(t, theirs.Append(ledger.Event{Kind: ledger.Raised, Day: today, Matter: 2, Question: "mfa-admin"}))
	must(t, s.WriteBook(theirs))
}

// What a finished quarter knows of the ledger can be added to and not changed.
func TestVerifyTheLedger(t *testing.T) {
	s := Open(filepath.Join(t.TempDir(), "hygeia"))
	must(t, s.Finish(askable(t, s, q2), today))
	b := book(t, s)
	spoken, err := s.Words(mustLoad(t, s, q2))
	must(t, err)
	if again, err := s.WordsOf(q2); err != nil || again != spoken {
		t.Errorf("the words are %q with the quarter and %q without (%v)", spoken, again, err)
	}
	must(t, b.Append(ledger.Event{Kind: ledger.Raised, Day: today, Matter: 4, Question: "mfa-admin"}))
	must(t, s.WriteBook(b))
	text := read(t, s.LedgerPath())
	for _, c := range []struct{ name, text, want string }{
		{"added to", text, ""},
		{"with line ends of Windows", strings.ReplaceAll(text, "\n", "\r\n"), ""},
		{"changed", strings.Replace(text, "lead: ", "lead: Not the ", 1), "at least one of the events 1 to 3 is not as when it was finished"},
		{"gone", "", "had 3 events when it was finished and has 0 now"},
		{"damaged", "events: [", "ledger.yaml:1:"},
	} {
		if c.text == "" {
			must(t, os.Remove(s.LedgerPath()))
		} else {
			must(t, os.WriteFile(s.LedgerPath(), []byte(c.text), 0o600))
		}
		links, err := s.Verify()
		must(t, err)
		switch got := links[0].LedgerWrong; {
		case c.want == "" && (got != "" || Intact(links) != nil):
			t.Errorf("%s: %q", c.name, got)
		case c.want != "" && (!strings.Contains(got, c.want) || Intact(links) != ErrLedgerBroken):
			t.Errorf("%s: %q (%v), want %q", c.name, got, Intact(links), c.want)
		}
	}

	must(t, os.WriteFile(s.LedgerPath(), []byte(text), 0o600))
	words, fine := ledger.ReadWords(strings.ToUpper(strings.ReplaceAll(spoken, " ", "-")))
	if n, same := words.Events(book(t, s).Ledger); !fine || !same || n != 3 || !words.Quarter(mustLoad(t, s, q2).digest) {
		t.Errorf("the words %s: %v, %d events, %v", spoken, fine, n, same)
	}
}

func mustLoad(t *testing.T, s *Store, period assess.Quarter) *Saved {
	t.Helper()
	sv, err := s.Load(period)
	must(t, err)
	return sv
}
