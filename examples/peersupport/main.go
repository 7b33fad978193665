// Command peersupport runs rounds of peer support on files: it reads an
// organisation from an HR export, proposes safe pairs of seekers and
// supporters, verifies a plan independently of the solver that made it, and
// explains it to each reader. Without arguments it shows one full round of a
// made-up company.
//
// See docs/formats.md of the repository for the files, and the -h of each verb
// for its flags.
package main

import (
	"context"
	"os"
	"os/signal"
	"time"
	_ "time/tzdata" // time zones also where the machine has none
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	status := run(ctx, os.Args[1:], terminal{
		out: os.Stdout, err: os.Stderr, now: time.Now, interactive: isTerminal(os.Stderr)})
	stop()
	os.Exit(status)
}

// isTerminal reports whether a person is watching.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
