// Hygeia is a cyber-hygiene self-assessment for hospitals and clinics.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"hygeia/cmd"
	"hygeia/cmd/aguard"
)

func main() {
	aguard.Restore()
	debug.SetGCPercent(200) // most runs end within a second: a little more memory, a fifth less time
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := cmd.Run(ctx, cmd.System(), os.Args[1:])
	stop()
	os.Exit(status)
}
