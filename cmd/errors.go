package cmd

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"hygeia/frameworks/words"
)

// The exit statuses. They stand in every command's help.
const (
	statusDone        = 0
	statusFailed      = 1
	statusUsage       = 2
	statusBelow       = 3
	statusInterrupted = 130
)

// Interrupted is the exit status of a program that was told to end.
const Interrupted = statusInterrupted

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
	env.say("%s", strings.TrimRight(err.Error(), "\n"))
	var e *statusError
	switch {
	case errors.As(err, &e) && e.hint != "":
		env.hint("%s", e.hint)
	case env.looksDamaged(err):
		env.hint("put it back from a copy of the folder with %s", env.named("import", "BACKUP"))
	}
}

// looksDamaged reports whether an error is about a file of the folder that no person
// wrote so: empty, cut off, or no text, as a power cut leaves one.
func (env *Env) looksDamaged(err error) bool {
	text := err.Error()
	return env.Dir != "" && strings.HasPrefix(text, filepath.Clean(env.Dir)+string(filepath.Separator)) && damage().MatchString(text)
}

var damage = words.Pattern(`^[^\n]*[/\\](?:[0-9]{4}-Q[1-4]|ledger|log)\.yaml(?::[0-9:]+)?: (?:is empty|is not text|missing key)`)

// say prints talk to standard error. A message that holds several mistakes is a
// line for each.
func (env *Env) say(format string, args ...any) {
	for line := range strings.SplitSeq(fmt.Sprintf(format, args...), "\n") {
		env.talk("hygeia: " + line)
	}
}

// hint prints the next step to standard error. Whoever chooses from the menu is not
// told to type what the menu offers by a letter.
func (env *Env) hint(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if env.inMenu && offeredByMenu(text) {
		return
	}
	env.say("hint: %s", env.inThisFolder(text))
}

// offeredByMenu reports whether a hint names nothing to type but what the menu offers.
func offeredByMenu(hint string) bool {
	commands := asOne().FindAllString(hint, -1)
	for _, c := range commands {
		line, _, _ := strings.Cut(strings.Trim(c, `"`), " --dir ")
		if !slices.Contains([]string{"hygeia assess", "hygeia assess --finish", "hygeia report", "hygeia plan", "hygeia decide"}, line) {
			return false
		}
	}
	return len(commands) > 0
}

// talk prints one line of talk.
func (env *Env) talk(line string) {
	printLine(env.Err, line, env.ErrTerminal, env.Width, len("hygeia: "))
}

// tell prints a result, of one line or of several.
func (env *Env) tell(format string, args ...any) { env.tellIndented(2, format, args...) }

// tellIndented is tell with that many blanks before what is broken onto the next line.
func (env *Env) tellIndented(indent int, format string, args ...any) {
	for line := range strings.SplitSeq(fmt.Sprintf(format, args...), "\n") {
		printLine(env.Out, line, env.OutTerminal, env.Width, indent)
	}
}

// printLine prints a line that a person reads broken at words; a file or a pipe
// gets it whole. What could steer a terminal is written out: text from files and
// flags ends up in messages.
func printLine(w io.Writer, line string, terminal bool, width, indent int) {
	line = words.Visible(line)
	if terminal {
		line = fold(glue(line), width, indent)
	}
	fmt.Fprintln(w, line)
}
