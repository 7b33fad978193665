package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"time"
)

// Exit statuses.
const (
	statusDone   = 0
	statusFailed = 1 // answers differ, a proof is refused, or package assign fails
	statusUsage  = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	//nolint:forbidigo // A program prints, and measuring time is what this one is for.
	status := run(ctx, os.Args[1:], world{out: os.Stdout, err: os.Stderr, now: time.Now})
	stop()
	os.Exit(status) //nolint:forbidigo // The status says whether the answers agree.
}

// world is what the program touches outside itself.
type world struct {
	out, err io.Writer
	now      func() time.Time
}

// settings are the flags.
type settings struct {
	peers   []contestant
	runs    int
	timeout time.Duration
	full    bool
	files   []string
	job     job // of the child; the rest of the flags is the parent's
}

func run(ctx context.Context, args []string, w world) int {
	s, err := parseFlags(args, w.err)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return statusDone
	case err != nil:
		fmt.Fprintln(w.err, "compare:", err)
		return statusUsage
	case s.job.file != "":
		err = s.job.run(ctx, w)
	default:
		err = compare(ctx, s, w)
	}
	if err != nil {
		fmt.Fprintln(w.err, "compare:", err)
		return statusFailed
	}
	return statusDone
}

func parseFlags(args []string, usage io.Writer) (settings, error) {
	var s settings
	var ladder string
	f := flag.NewFlagSet("compare", flag.ContinueOnError)
	f.SetOutput(usage)
	f.Usage = func() {
		fmt.Fprintln(usage, "usage: compare [flags] FILE...\n       compare -solve FILE [flags]")
		f.PrintDefaults()
	}
	f.Func("peer", "`name=command` of a peer, {file} standing for the instance; may be repeated", func(v string) error {
		c, err := parsePeer(v)
		s.peers = append(s.peers, c)
		return err
	})
	f.IntVar(&s.runs, "runs", 3, "rounds for each instance")
	f.DurationVar(&s.timeout, "timeout", 2*time.Minute, "time for one run")
	f.BoolVar(&s.full, "full", false, "run the full ladder as well")
	f.BoolVar(&s.job.check, "check", false, "check the proof after solving, outside the time measured")
	f.StringVar(&s.job.file, "solve", "", "solve this `file` once and print one RESULT line")
	f.StringVar(&ladder, "ladder", "single", "with -solve: single, or full for five rungs")
	f.BoolVar(&s.job.rungs, "rungs", false, "with -solve: print the time of each rung first")
	if err := f.Parse(args); err != nil {
		return settings{}, err
	}
	s.files = f.Args()
	s.job.full = ladder == "full"
	return s, s.valid(ladder)
}

// valid reports what no run could make sense of.
func (s settings) valid(ladder string) error {
	switch {
	case ladder != "single" && ladder != "full":
		return fmt.Errorf("no ladder %q: it is single or full", ladder)
	case s.job.file == "" && len(s.files) == 0:
		return errors.New("no file; -h shows the usage")
	case s.job.file != "" && len(s.files) > 0:
		return errors.New("-solve takes one file")
	case s.runs < 1 || s.timeout <= 0:
		return errors.New("-runs and -timeout must be positive")
	}
	names := map[string]bool{nameSingle: true, nameFull: true}
	for _, c := range s.peers {
		if names[c.name] {
			return fmt.Errorf("two solvers are called %s", c.name)
		}
		names[c.name] = true
	}
	return nil
}

// parsePeer reads name=command.
func parsePeer(v string) (contestant, error) {
	name, command, found := strings.Cut(v, "=")
	if !found || name == "" || strings.ContainsAny(name, "|,\n") || !strings.Contains(command, placeholder) {
		return contestant{}, fmt.Errorf("want name=command with %s", placeholder)
	}
	return contestant{name: name, command: command}, nil
}
