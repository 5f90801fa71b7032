package cmd

import (
	"fmt"
	"strings"
	"sync"
	"time"

	"hygeia/frameworks/words"
)

// patience is how long a person waits without being told what for.
const patience = 500 * time.Millisecond

// working says on a screen what takes long, from half a second on, and takes the
// line away when done is called. A pipe and a file hear nothing. Nothing else may
// be printed in between.
func (env *Env) working(what string) (done func()) {
	if !env.ErrTerminal {
		return func() {}
	}
	var mu sync.Mutex
	var said, over bool
	line := words.Clip("hygeia: "+what+" ...", max(20, env.Width-1))
	timer := time.AfterFunc(patience, func() {
		mu.Lock()
		defer mu.Unlock()
		if !over {
			fmt.Fprint(env.Err, line)
			said = true
		}
	})
	return func() {
		timer.Stop()
		mu.Lock()
		defer mu.Unlock()
		if over = true; said {
			said = false
			fmt.Fprint(env.Err, env.wipe(line))
		}
	}
}

// wipe takes a line away; where it is read aloud it only ends.
func (env *Env) wipe(line string) string {
	if env.Dumb {
		return "\n"
	}
	return "\r" + strings.Repeat(" ", words.Width(line)) + "\r"
}
