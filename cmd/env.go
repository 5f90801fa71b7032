package cmd

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"

	"golang.org/x/term"

	"hygeia/assess/store"
	"hygeia/cmd/form"
)

// Env is everything of the outside world that a command may touch.
type Env struct {
	In       io.Reader
	Out, Err io.Writer // results go to Out, talk to Err

	InTerminal  bool      // a person can type
	OutTerminal bool      // results are read on a screen
	ErrTerminal bool      // talk is read on a screen
	Screen      io.Writer // where a form is drawn; nil if no terminal shows it
	Dumb        bool      // the terminal knows no escape codes
	Color       bool      // color is wanted on Out
	Sparks      bool      // Out is a screen that draws small bars: not dumb, and its characters are UTF-8
	Width       int       // columns of the terminal, 80 where there is none
	Height      int       // lines of the terminal, 24 where there is none

	Dir    string           // the folder used without --dir
	Others []string         // folders that were found besides it and have quarters too
	Now    func() time.Time // the clock

	Elsewhere []string // folders for what cannot be saved where it belongs

	Wait bool // wait for another program that works in the folder

	OwnConsole bool // the window was opened for this program alone and closes with it

	Begin func() // called before a command sets to work, which a help and the version do not; may be nil

	Build string // tells this program file from every other one; empty if nothing is known

	usual string       // Dir before --dir changed it
	store *store.Store // of Dir, see openStore
	lines io.Reader    // what is typed line by line, see typed

	inMenu bool // what was chosen in the menu is at work

	mistyped error // a mistake found where only help was asked for
}

// System returns the Env of the running process. It is the only place that
// looks at the process's streams, clock and environment.
func System() *Env {
	env := &Env{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		InTerminal:  term.IsTerminal(int(os.Stdin.Fd())),
		OutTerminal: term.IsTerminal(int(os.Stdout.Fd())),
		ErrTerminal: term.IsTerminal(int(os.Stderr.Fd())),
		Dumb:        os.Getenv("TERM") == "dumb",
		Width:       80, Height: 24,
		Dir: os.Getenv("HYGEIA_DIR"),
		Now: time.Now,
	}
	_, plain := os.LookupEnv("NO_COLOR")
	env.Color = env.OutTerminal && !env.Dumb && !plain

	env.Sparks = env.OutTerminal && !env.Dumb && utf8Locale()

	// A form is drawn on standard error, so that results can be piped away,
	// unless standard error is a file: a form drawn into a log looks like a hang.
	for _, f := range []*os.File{os.Stderr, os.Stdout} {
		if !term.IsTerminal(int(f.Fd())) {
			continue
		}
		env.Screen = f
		if w, h, err := term.GetSize(int(f.Fd())); err == nil && w > 0 && h > 0 {
			env.Width, env.Height = w, h
		}
		break
	}
	home, err := os.UserHomeDir()
	if err != nil {
		home = ""
	} else {
		env.Elsewhere = append(env.Elsewhere, home)
	}
	env.Elsewhere = append(env.Elsewhere, os.TempDir())
	program, _ := os.Executable() // without it, one place less to look
	if info, err := os.Stat(program); err == nil {
		env.Build = fmt.Sprintf("%d %d", info.Size(), info.ModTime().UnixNano())
	}
	if env.Dir == "" {
		env.Dir, env.Others = surroundings{
			windows: runtime.GOOS == "windows", env: os.Getenv, home: home, program: program, system: systemDocuments(),
		}.find()
	}
	allowDoubleClick()
	env.OwnConsole = ownConsole()
	return env
}

// typed returns the input for a sitting line by line. At a terminal it tells what
// is typed from what is pasted; in a pipe every line counts. It is the same one
// for all commands of a run, because it reads ahead.
func (env *Env) typed() io.Reader {
	if !env.InTerminal {
		return env.In
	}
	if env.lines == nil {
		env.lines = form.NewTyped(env.In)
	}
	return env.lines
}

// asking returns the input for a question outside of a sitting, after which a
// screen may take the keys.
func (env *Env) asking() io.Reader {
	if env.lines != nil {
		return env.lines
	}
	return env.In
}

// utf8Locale reports whether the locale writes characters as UTF-8. The first
// variable that is set decides, as for other programs.
func utf8Locale() bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale := strings.ToLower(os.Getenv(name)); locale != "" {
			return strings.Contains(locale, "utf-8") || strings.Contains(locale, "utf8")
		}
	}
	return false
}
