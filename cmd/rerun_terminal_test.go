//go:build !windows

package cmd_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"hygeia/assess"
	"hygeia/assess/store"
)

// typist types one key after the other and counts them.
type typist struct {
	*screen
	keys int
}

func (p *typist) key(keys string) {
	p.t.Helper()
	p.keys += len(keys)
	p.typeKeys(keys)
}

// answer gives the question on the screen a key: a changed answer and its
// reason, "still true", or No and s where neither can be said. It reports
// whether the answer was changed.
func (p *typist) answer(ask assess.Ask, ans assess.Answer, today assess.Date, change bool) bool {
	p.t.Helper()
	p.await(" " + ask.Question.Key)
	switch {
	case ans.State == assess.Open:
		p.key("1")
	case ans.Stands(ask.Question, today) != nil:
		p.key("s")
	case change && ans.State == assess.Levelled:
		level := int(ans.Level) + 1 // one better, and Mostly where there is nothing better
		if level > 3 {
			level = 2
		}
		p.key(fmt.Sprint(level + 1))
		p.await("Why?")
		p.key("\r")
		return true
	default:
		p.key("t")
	}
	return false
}

// A rerun of the smaller demo hospital with ten changed answers, typed as a
// person would type it, takes about a key a question and one more for a change.
func TestRerunWithTenChanges(t *testing.T) {
	if testing.Short() {
		t.Skip(`takes long; "make test" runs it`)
	}
	const changes = 10
	dir := t.TempDir()
	if status := start(t, dir, "demo", filepath.Join(dir, "demo")).exit(); status != 0 {
		t.Fatalf("the demo exits with %d", status)
	}
	home := filepath.Join(dir, "demo", "prairie-view")
	last, err := store.Open(home).Latest()
	if err != nil {
		t.Fatal(err)
	}
	period := assess.QuarterOf(time.Now())
	if period.Since(last.Period) < 1 {
		period = last.Period.Next()
	}
	today := assess.DateOf(time.Now())
	next := assess.NextQuarter(last.Library, last.Assessment, period, time.Now())
	asks := assess.Agenda(last.Library, next, assess.Evaluate(last.Library, last.Assessment), today)
	work := assess.Summary(asks)

	p := &typist{screen: start(t, home, "assess", "--period", period.String())}
	p.await("Who is answering")
	p.key("\r")
	p.await("about " + assess.MinutesText(work.Minutes()))
	p.key("\r")
	changed := 0
	for _, ask := range asks[:work.Asked()] {
		if p.answer(ask, next.Answers[ask.Question.Key], today, changed < changes) {
			changed++
		}
	}
	p.await("That was all that is asked")
	p.key("\r")
	p.await("q stop here")
	p.key("\x1b")
	if status := p.exit(); status != 0 {
		t.Errorf("exit status %d", status)
	}

	saved, err := store.Open(home).Latest()
	if err != nil {
		t.Fatal(err)
	}
	explained := 0
	for _, ans := range saved.Answers {
		if ans.Changed == period && ans.Change != assess.NoReason {
			explained++
		}
	}
	if changed != changes || explained != changes {
		t.Errorf("%d answers changed and %d are explained in the file, want %d", changed, explained, changes)
	}
	if want := work.Asked() + changes + 4; p.keys != want {
		t.Errorf("%d keys, want %d: one a question, one a change, and four around them", p.keys, want)
	}
	t.Logf("%s; %d keys", work, p.keys)
}
