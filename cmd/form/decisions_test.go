package form

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/frameworks"
)

// board is a sitting over three gaps on 2026-09-14 and what comes of it.
type board struct {
	Decisions
	taken []string
	fails error
}

func newBoard() *board {
	b := &board{}
	b.Today = assess.Date{Year: 2026, Month: 9, Day: 14}
	for _, key := range []string{"mfa", "backup", "inventory"} {
		b.Gaps = append(b.Gaps, Gap{question(key, false), []string{"Answer: No; target: Yes."}})
	}
	b.Take = func(q *frameworks.Question, d assess.Decision) error {
		if b.fails != nil {
			return b.fails
		}
		b.taken = append(b.taken, strings.Join([]string{q.Key, d.Kind.String(), d.Owner, d.Due.String(), d.Reason, d.Approver, d.Until.String()}, "|"))
		return nil
	}
	return b
}

func (b *board) open(t *testing.T) *alone {
	return openAlone(t, (&deciding{Decisions: &b.Decisions}).gap(0))
}

// In a small window what is said below the choices gives way to the choices.
func TestEveryChoiceIsSeen(t *testing.T) {
	b := newBoard()
	b.Gaps[0].About = []string{b.Gaps[0].Question.Text, "Answer: No; target: Yes.", "First step: " + strings.Repeat("do it ", 30)}
	a := b.open(t).sees("Somebody does it by a day you name.")
	for _, size := range [][2]int{{60, 16}, {40, 12}} {
		a.m.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		checkScreen(t, a.m.View(), size[0], size[1])
		a.sees("Does everyone do mfa", "What is decided?", "1 Fix it", "2 Accept", "3 Hand", "4 Look", "5 Leave it")
	}
}

func TestDecisionsOneAfterTheOther(t *testing.T) {
	b := newBoard()
	a := b.open(t).sees("1 of 3: ", "What is decided?", "Answer: No; target: Yes.", "1 Fix it", "5 Leave it as it is")
	a.press("1").sees("Who sees to it?").press("enter").sees("An owner is missing: which role or person sees to it?")
	a.press("IT lead", "enter").sees("By which day is it done?").press("soon", "enter").sees(`"soon" is not a day: write it like 2027-09-14, 9/14/2027 or "in 6 months".`)
	a.press("backspace", "backspace", "backspace", "backspace", "2026-09-13", "enter").sees("is over: choose a day from 2026-09-14 on")
	a.press("backspace", "4", "enter")
	if diff := cmp.Diff([]string{"mfa|fix|IT lead|2026-09-14|||"}, b.taken); diff != "" {
		t.Errorf("taken before the next gap (-want +got):\n%s", diff)
	}
	a.sees("2 of 3: ").press("5").sees("3 of 3: ")
	a.press("2", "why", "enter", "the board", "enter").sees("Until which day is it accepted?", "A day within a year")
	a.sees("2027-09-14").press("backspace", "5", "enter").sees("more than a year away: the latest is 2027-09-14").press("backspace", "4", "enter")
	equal(t, "outcome", a.m.outcome, Done)
	equal(t, "finished", a.m.finished, true)
	want := []string{"mfa|fix|IT lead|2026-09-14|||", "inventory|accept|||why|the board|2027-09-14"}
	if diff := cmp.Diff(want, b.taken); diff != "" {
		t.Errorf("taken (-want +got):\n%s", diff)
	}
}

// Whoever leans on the Enter key decides nothing.
func TestEnterAloneDecidesNothing(t *testing.T) {
	for _, kind := range []string{"", "1", "2", "3", "4"} {
		b := newBoard()
		a := b.open(t)
		if kind != "" {
			a.press(kind)
		}
		for range 20 {
			a.press("enter")
		}
		a.sees("1 of 3: ")
		equal(t, "decisions after "+kind, len(b.taken), 0)
	}
}

func TestDecisionsAreLeft(t *testing.T) {
	b := newBoard()
	a := b.open(t).press("4", "jan 1, 2027", "enter", "not now", "enter", "1", "half", "esc")
	equal(t, "outcome", a.m.outcome, Stopped)
	equal(t, "taken", strings.Join(b.taken, " "), "mfa|later||2027-01-01|not now||")
}

func TestPlainDecisions(t *testing.T) {
	tests := []struct {
		name, input string
		outcome     Outcome
		taken       []string
		says        []string
	}{
		{"transfer, then quit", "transfer\nthe vendor\nin 3 months\nin the contract\nq\n", Stopped,
			[]string{"mfa|transfer|the vendor|2026-12-14|in the contract||"}, []string{"Who takes the risk over?", "2 of 3: "}},
		{"empty lines choose nothing", "\n\n", Interrupted, nil,
			[]string{"Choose one of 1, 2, 3, 4, 5.", `Input ended at "What is decided?"; nothing was changed.`}},
		{"the end of the input in the second", "3\nv\n2027-01-01\nr\n1\n", Interrupted, []string{"mfa|transfer|v|2027-01-01|r||"},
			[]string{`Input ended at "Who sees to it?"; what was said before is kept.`}},
		{"all passed over", "skip\n5\nundecided\n", Done, nil, []string{"3 of 3: "}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := newBoard()
			var out bytes.Buffer
			outcome, err := PlainDecisions(context.Background(), Terminal{In: strings.NewReader(tt.input), Out: &out}, &b.Decisions)
			if err != nil {
				t.Fatal(err)
			}
			equal(t, "outcome", outcome, tt.outcome)
			contains(t, out.String(), tt.says...)
			if diff := cmp.Diff(tt.taken, b.taken); diff != "" {
				t.Errorf("taken (-want +got):\n%s", diff)
			}
		})
	}
}

// A decision that cannot be saved ends the sitting with the reason.
func TestDecisionsThatCannotBeTaken(t *testing.T) {
	full := errors.New("the disk is full")
	b := newBoard()
	b.fails = full
	if _, err := PlainDecisions(context.Background(), Terminal{In: strings.NewReader("3\nv\n2027-01-01\nr\n1\n"), Out: &bytes.Buffer{}}, &b.Decisions); !errors.Is(err, full) {
		t.Errorf("plain: %v, want %v", err, full)
	}
	slowly(t, func(term Terminal) {
		if _, err := RunDecisions(context.Background(), term, &b.Decisions); !errors.Is(err, full) {
			t.Errorf("full screen: %v, want %v", err, full)
		}
	}, "3", "v", "\r", "2027-01-01", "\r", "r", "\r")
}
