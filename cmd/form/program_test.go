package form

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"hygeia/assess"
	"hygeia/frameworks"
)

// slowly is a terminal on which keys are typed with pauses between them, and which
// is then closed.
func slowly(keys ...string) Terminal {
	in, typed := io.Pipe()
	go func() {
		for _, k := range keys {
			io.WriteString(typed, k)
			time.Sleep(5 * moment * beat)
		}
		typed.Close()
	}()
	return Terminal{In: in, Out: io.Discard, Width: 80, Height: 24}
}

// keysThen is a terminal on which something was typed and which is then closed.
func keysThen(typed string) Terminal {
	return Terminal{In: strings.NewReader(typed), Out: io.Discard, Width: 80, Height: 24}
}

func TestRunToTheEnd(t *testing.T) {
	h := newHospital()
	outcome, err := Run(context.Background(), slowly("4", "32", "11"), &h.Session)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "outcome", outcome, Done)
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
	outcome, err := Run(context.Background(), slowly("4", "q4", "q"), &h.Session)
	equal(t, "outcome", outcome, Interrupted)
	if !errors.Is(err, h.fail) {
		t.Errorf("error: %v", err)
	}
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
	outcome, err := RunProfile(context.Background(), slowly("Ann", "\r"), library(t), &p, "2026-Q3")
	if err != nil || outcome != Done {
		t.Errorf("%v, %v", outcome, err)
	}
	equal(t, "by", p.By, "Ann")
	outcome, err = RunProfile(context.Background(), keysThen("Bo"), library(t), &p, "2026-Q3")
	if err != nil || outcome != Interrupted {
		t.Errorf("%v, %v", outcome, err)
	}
	equal(t, "by", p.By, "Ann")
}

func TestRunReward(t *testing.T) {
	ways, outcome, err := RunReward(context.Background(), slowly("\r\r", "3", "m", "d"), &Reward{More: sets})
	if err != nil || outcome != Done || ways.Set != "stop" {
		t.Errorf("%v, %v, %v", ways, outcome, err)
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
