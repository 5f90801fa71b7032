package cmd

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"hygeia/assess/match"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report"
	"hygeia/report/listing"
)

// print writes what was found: as text the lines in their order, in the other
// formats the resources, and in JSON the lines beside them.
func (f *finder) print() error {
	if f.Format != "text" {
		return f.listing(f.shownOf(f.Format == "md"), f.steps())
	}
	shown := f.shownOf(true)
	left := len(f.found) - len(shown)
	if len(f.Words) == 0 && f.For == "" {
		if err := f.listing(f.found, f.steps()); err != nil {
			return err
		}
	} else if err := f.text(shown); err != nil {
		return err
	}
	if left > 0 {
		fmt.Fprintf(f.env.Out, "\n%d more: --all\n", left)
	}
	f.hints()
	return nil
}

// shownOf returns the resources that are printed; data formats have all.
func (f *finder) shownOf(cut bool) []match.Matched {
	if f.All || !cut {
		return f.found
	}
	return f.found[:min(f.most, len(f.found))]
}

// steps is how many entries are printed with their steps: of a long list none,
// of an answer to words the first three.
func (f *finder) steps() int {
	const short = 10
	switch {
	case f.For == "" && len(f.Words) == 0 && len(f.found) > short:
		return 0
	case f.For == "" && len(f.Words) > 0:
		return mostForGap
	}
	return short
}

// today is the day by the clock, for entries that were to be looked at again.
func (f *finder) today() string {
	if f.env.Now == nil {
		return ""
	}
	return f.env.Now().Format(time.DateOnly)
}

// searched are the lines of a search, which JSON has too.
func (f *finder) searched() []frameworks.Hit {
	if len(f.Words) == 0 {
		return nil
	}
	return f.lines
}

func (f *finder) listing(found []match.Matched, steps int) error {
	return listing.Write(f.env.Out, f.Format, listing.List{
		Library: f.lib,
		Found:   found,
		Steps:   steps,
		Best:    f.most,
		Explain: f.Explain,
		Links:   f.env.Color && f.env.OutTerminal,
		Program: program(),
		Lines:   f.searched(),
		Today:   f.today(),
	}, report.Options{Width: f.env.Width, Color: f.env.Color})
}

// text prints questions, resources and commands as they were found, up to the
// last resource that is shown.
func (f *finder) text(shown []match.Matched) error {
	printed, first := 0, true
	for _, h := range f.lines {
		if h.Resource != nil && printed == len(shown) {
			continue
		}
		if !first {
			fmt.Fprintln(f.env.Out)
		}
		first = false
		if h.Resource == nil {
			f.line(h)
			continue
		}
		at := slices.IndexFunc(shown, func(m match.Matched) bool { return m.Resource == h.Resource })
		if err := f.listing(shown[at:at+1], min(1, max(0, f.steps()-printed))); err != nil {
			return err
		}
		printed++
	}
	return nil
}

// line prints a question or a command.
func (f *finder) line(h frameworks.Hit) {
	if h.Command != nil {
		fmt.Fprintf(f.env.Out, "%s\n", h.Command.Run)
		f.wrapped(h.Command.Does)
		return
	}
	fmt.Fprintf(f.env.Out, "Question: %s\n", h.Question.Title)
	f.wrapped(h.Question.Text)
	fmt.Fprintf(f.env.Out, "  hygeia resources --for %s\n", h.Question.Key)
}

func (f *finder) wrapped(text string) {
	line := " "
	for word := range strings.FieldsSeq(text) {
		if words.Width(line)+1+words.Width(word) > max(f.env.Width, 40) && line != " " {
			fmt.Fprintln(f.env.Out, line)
			line = " "
		}
		line += " " + word
	}
	fmt.Fprintln(f.env.Out, line)
}

// hints name the command that signs up for what was found.
func (f *finder) hints() {
	for _, m := range f.shownOf(true) {
		for _, e := range enrollments {
			if e.resource == m.Resource.ID && f.For != "" {
				f.env.hint(`"hygeia resources enroll %s" writes the message that signs you up`, e.name)
				return
			}
		}
	}
}
