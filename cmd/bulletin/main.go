// Bulletin builds a regional report: a website from figures in YAML and words
// in Markdown, in which every number comes from the data or is checked
// against it. Run bulletin help for its commands.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() { os.Exit(start(time.Now)) }

// start runs the process with a clock, until it ends or is told to, and gives its exit
// code.
func start(now clock) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return execute(ctx, now, os.Args[1:], os.Stdout, os.Stderr)
}
