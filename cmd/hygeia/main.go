// Hygeia is a cyber-hygiene self-assessment for hospitals and clinics.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"sync"
	"syscall"
	"time"

	"hygeia/cmd"
	"hygeia/cmd/aguard"
)

// grace is how long a command has to end by itself when it is told to. A sitting
// saves the place; a read from a drive that does not answer never ends.
const grace = 2 * time.Second

func main() {
	aguard.Restore()
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	env := cmd.System()
	env.Begin = sync.OnceFunc(func() {
		collectLate()
		go endWhenTold(listen(), stop)
	})
	os.Exit(cmd.Run(ctx, env, os.Args[1:]))
}

// collectLate trades a little memory for time, since most runs end within a second.
// The heap is first looked through at 16 MiB, which most commands never reach: until
// then, little in it is garbage. From then on it may grow to two and a half times
// what is in use: twice took an eighth more time, three times 3 MiB more for a PDF.
// A command that chose something else keeps it.
func collectLate() {
	const first, then = 400, 150 // percent; the first of the 4 MiB a heap has at least
	debug.SetGCPercent(first)
	type sentinel [2]*byte // what holds a pointer is kept apart from others
	found := func(*sentinel) {
		if chosen := debug.SetGCPercent(then); chosen != first {
			debug.SetGCPercent(chosen)
		}
	}
	runtime.SetFinalizer(new(sentinel), found) // by the first look
}

// listen returns where the system's wishes to end the program arrive, from now on:
// one that came before anybody listened would end it without a word.
func listen() <-chan os.Signal {
	told := make(chan os.Signal, 2)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	if !signal.Ignored(syscall.SIGHUP) { // as nohup asks for
		signal.Notify(told, syscall.SIGHUP)
	}
	return told
}

// endWhenTold ends the program at Ctrl-C, when its window is closed and when the
// system asks it to, whatever it is doing: at once the second time. Files are
// written whole or not at all, so nothing is left half done, and a note that was
// half typed is kept.
func endWhenTold(told <-chan os.Signal, stop func()) {
	<-told
	stop()
	select {
	case <-told:
	case <-time.After(grace):
	}
	fmt.Fprintln(os.Stderr, "hygeia: interrupted")
	os.Exit(cmd.Interrupted)
}
