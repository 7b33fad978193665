package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"time"

	"github.com/peersupport/peersupport/matching/assign"
)

// Names of package assign in the tables.
const (
	nameSingle = "assign"
	nameFull   = "assign-full"
)

// job is what the child does.
type job struct {
	file  string
	full  bool // the ladder of five rungs instead of the one of two
	check bool
	rungs bool // print the time of every rung
}

// run solves the instance once and prints its RESULT line. Memory is what it
// was after solving: checking comes later and is nobody's business.
func (j job) run(ctx context.Context, w world) error {
	p, costs, err := openBPM(j.file)
	if err != nil {
		return fmt.Errorf("%s: %w", j.file, err)
	}
	r := result{name: nameSingle, file: filepath.Base(j.file)}
	build := singleLadder
	if j.full {
		r.name, build = nameFull, fullLadder
	}
	start := w.now()
	build(&p, costs)
	r.build = w.now().Sub(start)
	clock := &rungClock{now: w.now}
	start = w.now()
	sol, err := assign.Solve(ctx, p, j.options(clock))
	r.solve = w.now().Sub(start)
	if err != nil {
		return fmt.Errorf("%s: %w", j.file, err)
	}
	r.mb = peakMB()
	r.matched = int64(len(sol.Pairs))
	for _, a := range sol.Pairs {
		r.cost += costs[a]
	}
	if j.rungs {
		clock.print(w.out, r.solve)
	}
	fmt.Fprintln(w.out, r)
	if j.check {
		if err := assign.Check(p, sol); err != nil {
			return fmt.Errorf("%s: %w", j.file, err)
		}
	}
	return nil
}

func (j job) options(clock *rungClock) assign.Options {
	if !j.rungs {
		return assign.Options{}
	}
	return assign.Options{Progress: clock.tick}
}

// rungClock learns from the progress of Solve how long each rung took.
type rungClock struct {
	now   func() time.Time
	last  time.Time
	done  int
	rungs []rungTime
}

type rungTime struct {
	id   string
	took time.Duration
}

// tick hears of the start and of the end of every rung.
func (c *rungClock) tick(p assign.Progress) {
	at := c.now()
	if p.Done > c.done {
		c.rungs = append(c.rungs, rungTime{id: p.Rung, took: at.Sub(c.last)})
		c.done = p.Done
	}
	c.last = at
}

// print tells the time of every rung, then what is left of the whole: reading the
// problem and writing the certificates.
func (c *rungClock) print(out io.Writer, whole time.Duration) {
	for _, rung := range c.rungs {
		fmt.Fprintf(out, "RUNG,%s,%.6f\n", rung.id, rung.took.Seconds())
		whole -= rung.took
	}
	fmt.Fprintf(out, "REST,%.6f\n", whole.Seconds())
}
