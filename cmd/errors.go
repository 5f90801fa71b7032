package cmd

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"hygeia/cmd/form"
)

// The exit statuses. They stand in every command's help.
const (
	statusDone        = 0
	statusFailed      = 1
	statusUsage       = 2
	statusBelow       = 3
	statusInterrupted = 130
)

const statusHelp = "Exit status: 0 done, 1 failed, 2 wrong usage, 3 below --fail-under or worse with --fail-on-drop, 130 interrupted with the draft kept."

// statusError is an error that knows its exit status and, where there is one,
// the next step.
type statusError struct {
	status int
	err    error
	hint   string
}

func (e *statusError) Error() string { return e.err.Error() }
func (e *statusError) Unwrap() error { return e.err }

// usagef is a mistake in how the program was called.
func usagef(format string, args ...any) error {
	return &statusError{status: statusUsage, err: fmt.Errorf(format, args...)}
}

// interruptedf is an interruption after which everything answered is kept.
func interruptedf(format string, args ...any) error {
	return &statusError{status: statusInterrupted, err: fmt.Errorf(format, args...)}
}

// belowf is a result that --fail-under judges too low, or --fail-on-drop worse.
func belowf(format string, args ...any) error {
	return &statusError{status: statusBelow, err: fmt.Errorf(format, args...)}
}

// withHint adds the next step to an error and keeps its exit status.
func withHint(err error, format string, args ...any) error {
	return &statusError{status: statusOf(err), err: err, hint: fmt.Sprintf(format, args...)}
}

func statusOf(err error) int {
	var e *statusError
	switch {
	case err == nil:
		return statusDone
	case errors.As(err, &e):
		return e.status
	}
	return statusFailed
}

// printError prints an error as "hygeia: …", a line each, and its hint after it.
func printError(env *Env, err error) {
	for _, line := range strings.Split(strings.TrimRight(err.Error(), "\n"), "\n") {
		env.talk("hygeia: " + line)
	}
	var e *statusError
	if errors.As(err, &e) && e.hint != "" {
		env.hint("%s", e.hint)
	}
}

// say prints talk to standard error.
func (env *Env) say(format string, args ...any) {
	env.talk("hygeia: " + fmt.Sprintf(format, args...))
}

// hint prints the next step to standard error.
func (env *Env) hint(format string, args ...any) {
	env.talk("hygeia: hint: " + fmt.Sprintf(format, args...))
}

// talk prints one line of talk.
func (env *Env) talk(line string) {
	printLine(env.Err, line, env.ErrTerminal, env.Width, len("hygeia: "))
}

// tell prints one line of a result.
func (env *Env) tell(format string, args ...any) {
	printLine(env.Out, fmt.Sprintf(format, args...), env.OutTerminal, env.Width, 2)
}

// printLine prints a line that a person reads broken at words; a file or a pipe
// gets it whole.
func printLine(w io.Writer, line string, terminal bool, width, indent int) {
	line = printable(line)
	if terminal {
		line = strings.Join(form.Wrap(line, width, indent), "\n")
	}
	fmt.Fprintln(w, line)
}

// printable replaces what could steer a terminal; text from files and flags
// ends up in messages.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r < 0x20, r >= 0x7f && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return '\uFFFD'
		}
		return r
	}, s)
}
