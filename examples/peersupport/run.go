package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
)

// Exit statuses. They are a contract with other programs.
const (
	exitDone     = 0
	exitCheck    = 1 // a check failed
	exitUsage    = 2
	exitBadInput = 3
	exitStopped  = 130 // interrupted; what a shell reports for it
)

// terminal is what the program may touch beside files.
type terminal struct {
	out         io.Writer
	err         io.Writer
	now         func() time.Time
	interactive bool // a person watches err
}

// verb is one thing the program can do.
type verb struct {
	name    string
	purpose string
	run     func(ctx context.Context, t terminal, args []string) error
}

func verbs() []verb {
	return []verb{
		{"generate", "draw synthetic requests and supporters for an organisation", generate},
		{"match", "propose pairs", match},
		{"verify", "check a plan without a solver", verify},
		{"explain", "say why, to one reader", explain},
		{"assign", "solve a published assignment instance", assignInstance},
		{"audit", "hold a programme against what it promises", audit},
	}
}

// errCheck is returned by a verb whose check failed; what failed is printed.
var errCheck = errors.New("a check failed")

// usageError is a mistake on the command line.
type usageError struct{ words string }

func (e usageError) Error() string { return e.words }

// run does what args ask for and returns the exit status.
func run(ctx context.Context, args []string, t terminal) int {
	if len(args) == 0 {
		return t.status(demonstrate(ctx, t))
	}
	if slices.Contains([]string{"help", "-h", "-help", "--help"}, args[0]) {
		t.usage(t.out)
		return exitDone
	}
	for _, v := range verbs() {
		if v.name == args[0] {
			return t.status(v.run(ctx, t, args[1:]))
		}
	}
	t.usage(t.err)
	return t.status(usageError{fmt.Sprintf("no verb %q", args[0])})
}

func (t terminal) usage(w io.Writer) {
	fmt.Fprintln(w, "peersupport                 one full round of a made-up company")
	for _, v := range verbs() {
		fmt.Fprintf(w, "peersupport %-15s %s\n", v.name, v.purpose)
	}
	fmt.Fprintln(w, "peersupport VERB -h         the flags of a verb")
}

// status prints what went wrong and returns the exit status for it. Faults
// come one a line, so that programs can read them.
func (t terminal) status(err error) int {
	var usage usageError
	var faults peer.Faults
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return exitDone
	case errors.Is(err, errCheck):
		return exitCheck
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(t.err, "peersupport: interrupted; nothing was written")
		return exitStopped
	case errors.As(err, &usage):
		fmt.Fprintln(t.err, "peersupport:", err)
		return exitUsage
	case errors.Is(err, matching.ErrNoSuchRequest), errors.Is(err, matching.ErrNoSuchSupporter):
		fmt.Fprintln(t.err, "peersupport:", err)
		return exitUsage
	case errors.Is(err, matching.ErrOtherPlan):
		fmt.Fprintln(t.err, "peersupport:", err)
		return exitCheck
	case errors.As(err, &faults):
		fmt.Fprintln(t.err, faults.Error())
		return exitBadInput
	}
	fmt.Fprintln(t.err, "peersupport:", err)
	return exitBadInput
}

// stage tells a watching person what is going on.
func (t terminal) stage(words string) {
	if t.interactive {
		fmt.Fprintln(t.err, words, "…")
	}
}

// warn reports what is remarkable and stops nothing.
func (t terminal) warn(faults peer.Faults) {
	for _, f := range faults {
		fmt.Fprintln(t.err, "note:", f.Error())
	}
}
