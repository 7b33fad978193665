package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
)

var errDisagree = errors.New("answers disagree")

// compare lets everyone solve every file and prints one table for each as soon as
// it is known, then one that sums up.
func compare(ctx context.Context, s settings, w world) error {
	all, err := contestants(s)
	if err != nil {
		return err
	}
	var failures []error
	var lines []string
	for _, file := range s.files {
		outcomes, err := interleave(ctx, all, file, s)
		if err != nil {
			return err
		}
		name := filepath.Base(file)
		detail(w.out, name, outcomes)
		if len(disagreement(outcomes)) > 0 {
			failures = append(failures, fmt.Errorf("%s: %w", name, errDisagree))
		}
		for _, o := range outcomes {
			if o.ours && o.err != nil {
				failures = append(failures, fmt.Errorf("%s: %s: %w", name, o.name, o.err))
			}
		}
		lines = append(lines, summary(name, outcomes))
	}
	fmt.Fprintln(w.out, "## Package assign against the fastest peer")
	fmt.Fprintln(w.out)
	row(w.out, "instance", "assign s", "fastest peer", "peer s", "time ratio", "assign MB", "peer MB", "memory ratio")
	row(w.out, "---", "---", "---", "---", "---", "---", "---", "---")
	for _, line := range lines {
		fmt.Fprintln(w.out, line)
	}
	return errors.Join(failures...)
}

// detail prints the table of one instance. Ratios are those of package assign to
// the solver of the line.
func detail(out io.Writer, name string, outcomes []outcome) {
	fmt.Fprintf(out, "### %s\n\n", name)
	if answers := disagreement(outcomes); len(answers) > 0 {
		fmt.Fprintln(out, "**THE ANSWERS DISAGREE. No figure below means anything.**")
		fmt.Fprintln(out)
		for _, a := range answers {
			fmt.Fprintf(out, "- %s\n", a)
		}
		fmt.Fprintln(out)
	}
	row(out, "solver", "runs", "served", "cost", "solve s", "build s", "MB", "time ratio", "memory ratio")
	row(out, "---", "---", "---", "---", "---", "---", "---", "---", "---")
	best := fastest(outcomes)
	for n, o := range outcomes {
		label := o.name
		if n == best {
			label = "**" + label + "**"
		}
		if o.err != nil {
			label += " (" + cell(o.err.Error()) + ")"
		}
		if len(o.results) == 0 {
			row(out, label, "0", "", "", "", "", "", "", "")
			continue
		}
		last := o.results[len(o.results)-1]
		cells := []string{
			label, strconv.Itoa(len(o.results)),
			strconv.FormatInt(last.matched, 10), strconv.FormatInt(last.cost, 10),
			measure(o.results, solveSeconds).text(5), measure(o.results, buildSeconds).short(5),
			measure(o.results, peak).short(0),
		}
		if o.ours && !o.longer {
			cells = append(cells, "", "")
		} else {
			ours := outcomes[0].results
			cells = append(cells, ratios(ours, o.results, solveSeconds).text(2), ratios(ours, o.results, peak).short(2))
		}
		row(out, cells...)
	}
	fmt.Fprintln(out)
}

// summary is the line of one instance in the last table.
func summary(name string, outcomes []outcome) string {
	var b strings.Builder
	ours := outcomes[0].results
	cells := []string{cell(name), measure(ours, solveSeconds).short(5), "none", "", "", measure(ours, peak).short(0), "", ""}
	if best := fastest(outcomes); best >= 0 {
		peer := outcomes[best]
		cells[2], cells[3] = peer.name, measure(peer.results, solveSeconds).short(5)
		cells[4] = ratios(ours, peer.results, solveSeconds).text(2)
		cells[6], cells[7] = measure(peer.results, peak).short(0), ratios(ours, peer.results, peak).short(2)
	}
	if len(disagreement(outcomes)) > 0 {
		cells[0] += " **DISAGREE**"
	}
	row(&b, cells...)
	return strings.TrimSuffix(b.String(), "\n")
}

func row(out io.Writer, cells ...string) { fmt.Fprintf(out, "| %s |\n", strings.Join(cells, " | ")) }

// cell keeps what others wrote from breaking the table.
func cell(s string) string { return strings.NewReplacer("|", "/", "\n", " ").Replace(s) }

// text is the median with its bounds; empty without measurements.
func (s span) text(digits int) string {
	if s.n < 2 {
		return s.short(digits)
	}
	return fmt.Sprintf("%.*f [%.*f–%.*f]", digits, s.median, digits, s.least, digits, s.most)
}

// short is the median alone.
func (s span) short(digits int) string {
	if s.n == 0 {
		return ""
	}
	return fmt.Sprintf("%.*f", digits, s.median)
}
