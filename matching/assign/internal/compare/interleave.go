package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// placeholder stands for the instance in the command of a peer.
const placeholder = "{file}"

// contestant is one solver of the comparison.
type contestant struct {
	name    string
	command string // for /bin/sh, with placeholder
	ours    bool   // package assign itself
	longer  bool   // climbs a longer ladder: as many rows, but not the least cost
}

// outcome is how a contestant did on one instance: a result for each round, or
// the reason why it stopped.
type outcome struct {
	contestant
	results []result
	err     error
}

var errTimeout = errors.New("out of time")

// contestants lists package assign and the peers.
func contestants(s settings) ([]contestant, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	command := quote(self) + " -solve " + placeholder
	if s.job.check {
		command += " -check"
	}
	all := []contestant{{name: nameSingle, command: command, ours: true}}
	if s.full {
		all = append(all, contestant{name: nameFull, command: command + " -ladder full", ours: true, longer: true})
	}
	return append(all, s.peers...), nil
}

// quote makes one word of s for a shell.
func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// interleave lets everyone solve the file in turn, round after round. Who fails
// once is not asked again.
func interleave(ctx context.Context, all []contestant, file string, s settings) ([]outcome, error) {
	outcomes := make([]outcome, len(all))
	for n, c := range all {
		outcomes[n].contestant = c
	}
	for range s.runs {
		for n := range outcomes {
			o := &outcomes[n]
			if o.err != nil {
				continue
			}
			var r result
			r, o.err = solveOnce(ctx, o.command, file, s.timeout)
			if ctx.Err() != nil {
				return nil, context.Cause(ctx)
			}
			if o.err == nil {
				o.results = append(o.results, r)
			}
		}
	}
	return outcomes, nil
}

// solveOnce runs a command in a process of its own and reads its answer.
func solveOnce(ctx context.Context, command, file string, timeout time.Duration) (result, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, timeout, errTimeout)
	defer cancel()
	// The shell must not become the solver, as it may with its last command: the
	// solver would inherit the peak memory of this process.
	script := strings.ReplaceAll(command, placeholder, `"$1"`) + "\nexit $?"
	cmd := exec.CommandContext(ctx, "/bin/sh", "-c", script, "sh", file) //nolint:gosec // The user names the commands.
	endTogether(cmd)
	cmd.WaitDelay = time.Second
	var stderr strings.Builder
	cmd.Stderr = &stderr
	output, err := cmd.Output()
	switch {
	case errors.Is(context.Cause(ctx), errTimeout):
		return result{}, errTimeout
	case err != nil:
		return result{}, fmt.Errorf("%w: %s", err, firstLine(stderr.String()))
	}
	return findResult(string(output))
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}
