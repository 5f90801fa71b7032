package cmd

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"hygeia/assess"
	"hygeia/cmd/form"
)

// showsMenu reports whether a person sees the menu and can choose from it.
func (env *Env) showsMenu() bool { return env.InTerminal && env.OutTerminal && env.Screen != nil }

// menuHelp is what ? says in the menu.
var menuHelp = []string{
	"A letter, or the word beside it, chooses; Enter alone does nothing. Answers are saved one by one, so you can leave at any moment.",
	`Everything here is a command too: "hygeia --help" in a terminal lists them, and "hygeia help windows" says how to get there on Windows.`,
}

// menuEntry is one thing to do: a command as it would be typed, or a function.
type menuEntry struct {
	form.MenuItem
	line  []string // of the command
	does  func(context.Context) error
	moves bool // afterwards something else may be due
}

// runMenu is the bare "hygeia" at a terminal: what is here, and what to do by
// letters, until the person leaves. It prints paths and starts no other program.
func runMenu(ctx context.Context, env *Env) error {
	ask, term := form.RunMenu, form.Terminal{In: env.In, Out: env.Screen, Width: env.Width, Height: env.Height}
	if env.mode(false) == fullScreen {
		env.lines = env.In // a reader that reads ahead would take keys from the screens
	} else {
		ask, term.In, term.Out = form.PlainMenu, env.typed(), env.Out
	}
	for fresh := true; ; {
		entries, err := env.menuNow(fresh)
		if err != nil {
			return err
		}
		menu := menuOf(entries)
		fmt.Fprintln(env.Out)
		key, outcome, err := ask(ctx, term, menu)
		switch {
		case err != nil:
			return err
		case outcome == form.Interrupted:
			return interruptedf("interrupted; everything is saved")
		case outcome != form.Done:
			return nil
		}
		for _, e := range entries {
			if e.Key != key {
				continue
			}
			if err := env.carryOut(ctx, e); statusOf(err) == statusInterrupted {
				return err
			} else if err != nil {
				printError(env, err)
			}
			fresh = e.moves
		}
	}
}

// menuOf is the menu of what there is to do.
func menuOf(entries []menuEntry) *form.Menu {
	menu := &form.Menu{}
	for _, paragraph := range menuHelp {
		menu.Help = append(menu.Help, glueProse(paragraph))
	}
	for _, e := range entries {
		menu.Items = append(menu.Items, e.MenuItem)
	}
	return menu
}

// carryOut does what was chosen, by the same way as if it had been typed.
func (env *Env) carryOut(ctx context.Context, e menuEntry) error {
	env.inMenu = true
	defer func() { env.inMenu = false }()
	if e.does != nil {
		return e.does(ctx)
	}
	err := commandFor(env, e.line).ExecuteContext(ctx)
	printNotes(env)
	return err
}

// entries are the things to do here and now.
func (h *here) entries(env *Env) []menuEntry {
	var all []menuEntry
	full := 0 // how many tell what they do; the others do so in the help
	add := func(key, word, what string, moves bool, line ...string) {
		all = append(all, menuEntry{MenuItem: form.MenuItem{Key: key, Word: word, What: what}, line: line, moves: moves})
	}
	if what := h.answering(env); what != "" {
		add("a", "answer", what, true, "assess")
	}
	if h.result != nil {
		if h.complete() {
			all = append(all, menuEntry{
				MenuItem: form.MenuItem{Key: "c", Word: "close", What: "finish the quarter, and keep its questions with it"},
				does:     h.finish(env), moves: true,
			})
		}
		all = append(all, menuEntry{
			MenuItem: form.MenuItem{Key: "r", Word: "report", What: "write the board PDF, and the full report as a web page"},
			does:     env.reports,
		})
		add("p", "plan", "what to do next", false, "plan")
		full = len(all)
		add("d", "decide", "write down what was decided about a gap", true, "decide")
		add("g", "guide", "the sector's guide, step by step: done, next", false, "guide")
		if h.result.Status == assess.Draft {
			add("u", "undo", "take back the last sitting", true, "undo")
		}
	}
	if h.result == nil {
		add("d", "demo", "look at two invented hospitals first; they go into "+env.demoDir(), false, "demo", env.demoDir())
	}
	add("b", "bad day", "the page for when something has happened", false, "incident")
	all = append(all, menuEntry{
		MenuItem: form.MenuItem{Key: "f", Word: "folder", What: "where the files are"},
		does: func(context.Context) error {
			_, err := fmt.Fprintln(env.Out, env.Dir)
			env.sayCloud()
			return err
		},
	})
	if h.result != nil {
		for i := range all {
			all[i].Brief = i >= full
		}
	}
	return all
}

// demoDir is where the demo goes from the menu: beside the folder of one's own, for
// a double-click begins wherever the program lies.
func (env *Env) demoDir() string { return filepath.Join(filepath.Dir(env.Dir), "hygeia-demo") }

// reports writes the two reports that open with a double-click on any computer.
func (env *Env) reports(ctx context.Context) error {
	into := env.Dir + string(filepath.Separator)
	if err := env.carryOut(ctx, menuEntry{line: []string{"report", "--format", "pdf", "-o", into}}); err != nil {
		return err
	}
	return env.carryOut(ctx, menuEntry{line: []string{"report", "--kind", "full", "--format", "html", "-o", into}})
}

// finish closes the quarter after one more question: it is not changed any more.
func (h *here) finish(env *Env) func(context.Context) error {
	return func(ctx context.Context) error {
		question := fmt.Sprintf("Close %s? Its answers stand from then on.", h.result.Period)
		if !form.Confirm(ctx, form.Terminal{In: env.typed(), Out: env.Screen, Width: env.Width}, question) {
			env.say("%s stays open", h.result.Period)
			return nil
		}
		return env.carryOut(ctx, menuEntry{line: []string{"assess", "--finish"}})
	}
}

// stayOpen waits for Enter before the window closes that a double-click opened.
func stayOpen(env *Env) {
	fmt.Fprint(env.Out, "\nPress Enter to close this window. ")
	var one [1]byte
	for one[0] != '\n' {
		if _, err := io.ReadFull(env.typed(), one[:]); err != nil {
			return
		}
	}
}
