package form

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/frameworks"
)

// slowly runs what it is given at a terminal on which keys are typed with a second
// between them, and which is then closed. The second passes once everything else
// waits, so that no busy computer makes a burst of the keys.
func slowly(t *testing.T, run func(Terminal), keys ...string) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		in, typed := io.Pipe()
		gone := make(chan struct{})
		go func() {
			defer close(gone)
			defer typed.Close()
			for _, k := range keys {
				if _, err := io.WriteString(typed, k); err != nil {
					return // nobody reads any more
				}
				time.Sleep(time.Second)
			}
		}()
		run(Terminal{In: in, Out: io.Discard, Width: 80, Height: 24})
		in.Close()
		<-gone
	})
}

// keysThen is a terminal on which something was typed and which is then closed.
func keysThen(typed string) Terminal {
	return Terminal{In: strings.NewReader(typed), Out: io.Discard, Width: 80, Height: 24}
}

func TestRunToTheEnd(t *testing.T) {
	h := newHospital()
	slowly(t, func(term Terminal) {
		outcome, err := Run(context.Background(), term, &h.Session)
		if err != nil {
			t.Error(err)
		}
		equal(t, "outcome", outcome, Done)
	}, "4", "32", "11")
	equal(t, "answers", h.words(), "mfa=yes training=mostly backups=partly inventory=no drills=no")
}

// bubbletea does not tell when its input ends; the form would wait for ever.
func TestRunEndsWithItsInput(t *testing.T) {
	h := newHospital()
	outcome, err := Run(context.Background(), keysThen("4"), &h.Session)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "outcome", outcome, Interrupted)
	equal(t, "answers", h.words(), "mfa=yes")
}

func TestRunWithoutQuestionsIsDone(t *testing.T) {
	h := newHospital()
	h.Chapters = nil
	outcome, err := Run(context.Background(), keysThen(""), &h.Session)
	if err != nil || outcome != Done {
		t.Errorf("%v, %v", outcome, err)
	}
}

func TestRunReturnsWhatCouldNotBeSaved(t *testing.T) {
	h := newHospital()
	h.fail = errors.New("disk full")
	slowly(t, func(term Terminal) {
		outcome, err := Run(context.Background(), term, &h.Session)
		equal(t, "outcome", outcome, Interrupted)
		if !errors.Is(err, h.fail) {
			t.Errorf("error: %v", err)
		}
	}, "4", "q4", "q")
}

func TestRunCanceled(t *testing.T) {
	h := newHospital()
	ctx, cancel := context.WithCancel(context.Background())
	in, typed := io.Pipe()
	defer typed.Close()
	h.Save = func() error { cancel(); return nil }
	go typed.Write([]byte("4"))
	outcome, err := Run(ctx, Terminal{In: in, Out: io.Discard}, &h.Session)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "outcome", outcome, Interrupted)
	equal(t, "answers", h.words(), "mfa=yes")
}

// Looking at the questions and leaving again writes nothing.
func TestLookingSavesNothing(t *testing.T) {
	h := newHospital()
	outcome, err := Run(context.Background(), keysThen("q"), &h.Session)
	if err != nil || outcome != Stopped {
		t.Errorf("%v, %v", outcome, err)
	}
	equal(t, "saves", h.saves, 0)
}

func TestRunProfile(t *testing.T) {
	p := Profile{Organization: assess.Organization{Name: "St. Mary", Size: frameworks.Small}}
	lib := library(t)
	slowly(t, func(term Terminal) {
		outcome, err := RunProfile(context.Background(), term, lib, &p, "2026-Q3")
		if err != nil || outcome != Done {
			t.Errorf("%v, %v", outcome, err)
		}
	}, "Ann", "\r")
	equal(t, "by", p.By, "Ann")
	outcome, err := RunProfile(context.Background(), keysThen("Bo"), library(t), &p, "2026-Q3")
	if err != nil || outcome != Interrupted {
		t.Errorf("%v, %v", outcome, err)
	}
	equal(t, "by", p.By, "Ann")
}

func TestRunReward(t *testing.T) {
	slowly(t, func(term Terminal) {
		ways, outcome, err := RunReward(context.Background(), term, &Reward{More: sets})
		if err != nil || outcome != Done || ways.Set != "stop" {
			t.Errorf("%v, %v, %v", ways, outcome, err)
		}
	}, "\r\r", "3", "m", "d")
}

// Names are offered and typing replaces them; the arrow keys go through them.
func TestWhoIsAnswering(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
		want string
	}{
		{"Enter keeps it", []string{"enter"}, "Dana Ortiz"},
		{"typing replaces it", []string{"A", "nn", "enter"}, "Ann"},
		{"a paste replaces it", []string{"Ann Lee", "enter"}, "Ann Lee"},
		{"the other one", []string{"down", "enter"}, "Bo"},
		{"and back", []string{"down", "down", "enter"}, "Dana Ortiz"},
		{"a chosen one is replaced, too", []string{"up", "X", "enter"}, "X"},
		{"it can be corrected", []string{"backspace", "s", "enter"}, "Dana Ortis"},
		{"nobody", []string{"ctrl+u", "enter"}, ""},
	} {
		p := Profile{Organization: assess.Organization{Name: "St. Mary", Size: frameworks.Small}, By: "Dana Ortiz", Known: []string{"Bo", "Dana Ortiz"}}
		a := openAlone(t, p.inquiry(library(t), "2026-Q3")).sees("Who is answering today?", "> Dana Ortiz", "Known: Dana Ortiz, Bo", "typing replaces it")
		a.press(c.keys...)
		equal(t, c.name, p.By, c.want)
		equal(t, "outcome", a.m.outcome, Done)
	}
}

// All that is told of the organization can be corrected; what is not touched stays.
func TestProfileIsCorrected(t *testing.T) {
	before := assess.Organization{Name: "St. Mary", Beds: 250, Critical: true, IT: "own", Size: frameworks.Medium, SizeReason: "so", Country: "us"}
	for _, c := range []struct {
		name string
		keys []string
		want assess.Organization
	}{
		{"nothing", []string{"enter", "enter", "enter", "enter", "enter", "enter"},
			assess.Organization{Name: "St. Mary", Beds: 250, IT: "own", Size: frameworks.Medium, Country: "us"}},
		{"beds, IT and state", []string{"enter", "25", "enter", "y", "3", "1", "enter", "texas", "enter"},
			assess.Organization{Name: "St. Mary", Beds: 25, Critical: true, IT: "outsourced", Size: frameworks.Small, Country: "us", State: "TX"}},
		{"a clinic in Canada", []string{" Clinic", "enter", "0", "enter", "8", "enter", "1", "1", "Canada", "enter"},
			assess.Organization{Name: "St. Mary Clinic", Clinicians: 8, IT: "own", Size: frameworks.Small, Country: "ca"}},
	} {
		p := Profile{Organization: before, By: "Bo", Correct: true}
		a := openAlone(t, p.inquiry(library(t), "2026-Q3")).sees("St. Mary", "1 of ").press(c.keys...)
		equal(t, c.name, a.m.outcome, Done)
		equal(t, "finished", a.m.finished, true)
		c.want.SizeReason = p.Organization.SizeReason
		if diff := cmp.Diff(c.want, p.Organization); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		equal(t, "by", p.By, "Bo")
	}
}

func TestCountry(t *testing.T) {
	for typed, want := range map[string]string{"us": "us", "USA": "us", "United States": "us", "Canada": "ca", "GB": "gb", "Mars": "", "1a": "", "é": ""} {
		got, err := frameworks.ParseCountry(typed)
		equal(t, typed, got, want)
		equal(t, "mistake in "+typed, err != nil, want == "")
	}
}

// The next reader finds what was typed ahead, so a line must not read past its end.
func TestLineReaderTakesNoMoreThanItsLine(t *testing.T) {
	in := bytes.NewBufferString("one\r\ntwo\n")
	r := lineReader{context.Background(), in}
	s, err := r.line()
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "line", s, "one")
	equal(t, "rest", in.String(), "two\n")
}
