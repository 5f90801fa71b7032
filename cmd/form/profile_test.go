package form

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/frameworks"
)

// library is content with HICP's size factors and nothing else.
func library(t *testing.T) *frameworks.Library {
	t.Helper()
	return &frameworks.Library{Thresholds: frameworks.Thresholds{SizeFactors: []frameworks.SizeFactor{
		{Key: "beds", Title: "Beds (hospital)", Small: [2]int{1, 50}, Medium: [2]int{51, 299}},
		{Key: "clinicians", Title: "Physicians (clinic or practice)", Small: [2]int{1, 10}, Medium: [2]int{11, 50}},
	}}}
}

// alone drives an inquiry that stands alone.
type alone struct {
	t *testing.T
	m *standalone
	g *gate
}

func openAlone(t *testing.T, in *inquiry) *alone {
	m := newStandalone(Terminal{Out: io.Discard, Width: 80, Height: 24}, in)
	return &alone{t, m, newGate(m)}
}

func (a *alone) press(keys ...string) *alone {
	a.t.Helper()
	for _, k := range keys {
		a.burst(k)
	}
	return a
}

// burst sends keys without a pause between them.
func (a *alone) burst(keys ...string) *alone {
	a.t.Helper()
	for _, k := range keys {
		a.g.Update(msgFor(k))
	}
	settle(a.g)
	if !a.m.finished {
		checkScreen(a.t, a.m.View(), a.m.width, a.m.height)
	}
	return a
}

func (a *alone) sees(parts ...string) *alone {
	a.t.Helper()
	contains(a.t, ansi.Strip(a.m.View()), parts...)
	return a
}

func TestProfileOfACriticalAccessHospital(t *testing.T) {
	p := Profile{}
	a := openAlone(t, p.inquiry(library(t), "2026-Q3"))
	a.press("enter").sees("About your organization, 2026-Q3 · 1 of 6", "A name is needed").press("St. Mary", "enter")
	a.press("many", "enter").sees("is not a number").press("backspace", "backspace", "backspace", "backspace", "25", "enter")
	a.sees("critical-access hospital?").press("enter").sees("Choose one").press("y", "3")
	a.sees("Which size fits?", "With 25 beds, small fits", "For a critical-access hospital", "> 1 Small (suggested)")
	a.press("enter").sees("Who is answering today?").press("Ann Lee", "enter")
	equal(t, "finished", a.m.finished, true)
	equal(t, "outcome", a.m.outcome, Done)
	want := assess.Organization{Name: "St. Mary", Beds: 25, Critical: true, IT: "outsourced", Size: frameworks.Small, SizeReason: p.Organization.SizeReason}
	if diff := cmp.Diff(Profile{Organization: want, By: "Ann Lee"}, p); diff != "" {
		t.Errorf("profile (-want +got):\n%s", diff)
	}
	contains(t, p.Organization.SizeReason, "both small and medium are right")
}

func TestProfileOfAClinicThatChoosesItsSize(t *testing.T) {
	p := Profile{}
	a := openAlone(t, p.inquiry(library(t), "2026-Q3"))
	a.press("Clinic", "enter", "0", "enter").sees("How many physicians").press("8", "enter", "1", "2")
	a.sees("Why this size?").press("many sites", "enter", "enter")
	equal(t, "size", p.Organization.Size, frameworks.Medium)
	equal(t, "reason", p.Organization.SizeReason, "many sites")
	equal(t, "outcome", a.m.outcome, Done)
}

func TestProfileAsksNothingTwice(t *testing.T) {
	p := Profile{Organization: assess.Organization{Name: "St. Mary", Size: frameworks.Small}, By: "Bo"}
	a := openAlone(t, p.inquiry(library(t), "2026-Q3")).sees("Who is answering today?", "Bo")
	a.press("enter")
	equal(t, "by", p.By, "Bo")
	equal(t, "outcome", a.m.outcome, Done)
}

func TestProfileIsUnchangedUnlessDone(t *testing.T) {
	for key, want := range map[string]Outcome{"esc": Stopped, "ctrl+c": Interrupted} {
		p := Profile{}
		a := openAlone(t, p.inquiry(library(t), "2026-Q3")).press("X", "enter", key)
		equal(t, key, a.m.outcome, want)
		if diff := cmp.Diff(Profile{}, p); diff != "" {
			t.Errorf("profile (-want +got):\n%s", diff)
		}
	}
	p := Profile{}
	a := openAlone(t, p.inquiry(library(t), "2026-Q3")).press("X", "enter")
	a.m.Update(inputEnded{})
	equal(t, "outcome", a.m.outcome, Interrupted)
	if diff := cmp.Diff(Profile{}, p); diff != "" {
		t.Errorf("profile (-want +got):\n%s", diff)
	}
}

func TestPlainProfileEndOfInput(t *testing.T) {
	var out bytes.Buffer
	p := Profile{}
	outcome, err := PlainProfile(context.Background(), Terminal{In: strings.NewReader("St. Mary\n"), Out: &out}, library(t), &p, "2026-Q3")
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "outcome", outcome, Interrupted)
	if diff := cmp.Diff(Profile{}, p); diff != "" {
		t.Errorf("profile (-want +got):\n%s", diff)
	}
	contains(t, out.String(), `Input ended at "How many beds does it have?"`)
}

var sets = []Choice{
	{ID: "enhanced", Title: "Enhanced goals", Detail: "12 new questions.", Enabled: true},
	{ID: "hicp", Title: "HICP, medium organizations", Detail: "Its questions are not there yet."},
	{ID: "stop", Title: "Stop here", Detail: "Everything is saved.", Enabled: true},
}

func TestChoice(t *testing.T) {
	chosen := ""
	a := openAlone(t, choiceInquiry("Go on with more?", sets, func(c Choice) { chosen = c.ID }))
	for range 20 {
		a.press("enter")
	}
	a.sees("Go on with more?", "a Enhanced goals", "12 new questions.", "(not possible yet)", "Choose one")
	a.press("1", "2", "3", "4").sees("Choose one")
	a.press("C").sees("cannot be chosen: Its questions are not there yet")
	a.m.Update(tea.WindowSizeMsg{Width: 40, Height: 12})
	a.press("up").sees("> d Stop here").press("enter")
	equal(t, "chosen", chosen, "stop")
	equal(t, "outcome", a.m.outcome, Done)
}

func TestChoiceIsLeft(t *testing.T) {
	for _, key := range []string{"q", "Q", "esc"} {
		chosen := ""
		a := openAlone(t, choiceInquiry("Go on?", sets, func(c Choice) { chosen = c.ID })).press("down", key)
		equal(t, key, a.m.outcome, Stopped)
		equal(t, "chosen", chosen, "")
	}
}

// Letters that come at once, part keys and part text, each go where they belong.
func TestAloneSplitsMergedKeys(t *testing.T) {
	p := Profile{Organization: assess.Organization{Name: "X", Beds: 60}}
	a := openAlone(t, p.inquiry(library(t), ""))
	a.press("22A", "nn", "enter")
	equal(t, "by", p.By, "Ann")
	equal(t, "size", p.Organization.Size, frameworks.Medium)
}
