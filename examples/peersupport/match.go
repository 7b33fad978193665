package main

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"time"

	"github.com/peersupport/peersupport/matching"
)

// match proposes pairs for a round read from files.
func match(ctx context.Context, t terminal, args []string) error {
	var in inputs
	var out, export, format string
	f := flag.NewFlagSet("match", flag.ContinueOnError)
	in.roundFlags(f)
	f.StringVar(&out, "out", "", "`file` to write the plan to")
	f.StringVar(&export, "export", "", "`file` to write every eligible pair with its score to")
	f.StringVar(&format, "format", "text", "of what is printed: `text or json`")
	if err := parse(f, t, args, "people", "requests", "supporters"); err != nil {
		return err
	}
	if err := checkFormat(format); err != nil {
		return err
	}
	if err := distinct(in.files(), map[string]string{"out": out, "export": export}); err != nil {
		return err
	}
	at, err := in.day(t)
	if err != nil {
		return err
	}
	started := t.now()
	r, err := in.readRound(t, at)
	if err != nil {
		return err
	}
	pool, err := r.prepare(t)
	if err != nil {
		return err
	}
	t.stage("finding pairs")
	plan, err := pool.Match(ctx)
	if err != nil {
		return err
	}
	elapsed := t.now().Sub(started)
	t.stage("verifying")
	v, err := pool.Verify(plan)
	if err != nil {
		return err
	}
	if !v.OK() { // a result that cannot be proven is withheld
		return t.verified(format, r.Round, plan, v)
	}
	outputs := []output{{out, func(w io.Writer) error { return writeJSON(w, plan) }}}
	if export != "" {
		pairs, err := pool.Eligible(ctx)
		if err != nil {
			return err
		}
		outputs = append(outputs, output{export, func(w io.Writer) error { return writePairs(w, pool, pairs) }})
	}
	if err := writeAll(outputs...); err != nil {
		return err
	}
	if format == "json" {
		return writeJSON(t.out, summaryOf(plan, elapsed))
	}
	report, err := newReport(t.out, r.Round, plan)
	if err != nil {
		return err
	}
	report.plan()
	report.verification(v)
	return report.flush()
}

func checkFormat(format string) error {
	if format != "text" && format != "json" {
		return usageError{"-format is text or json"}
	}
	return nil
}

// summary is what match prints as JSON: the plan without its proof.
type summary struct {
	Schema     string                     `json:"schema"`
	Pairs      []matching.PlannedPair     `json:"pairs"`
	Unmatched  []matching.Unmatched       `json:"unmatched"`
	Objectives []matching.ObjectiveResult `json:"objectives"`
	Repairs    []matching.Repair          `json:"repairs"`
	Digest     string                     `json:"digest"`
	Elapsed    int64                      `json:"elapsed_ms"`
}

func summaryOf(p matching.Plan, elapsed time.Duration) summary {
	return summary{
		Schema: p.Schema, Pairs: p.Pairs, Unmatched: p.Unmatched, Objectives: p.Objectives,
		Repairs: p.Repairs, Digest: p.Digest, Elapsed: elapsed.Milliseconds()}
}

func writeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}

// writePairs writes every pair that every rule allows, so that anybody can
// check the result with a solver of their own.
func writePairs(w io.Writer, pool *matching.Pool, pairs []matching.EligiblePair) error {
	b := bufio.NewWriter(w)
	fmt.Fprintln(b, "request_id,supporter_id,score")
	for _, p := range pairs {
		pair := pool.Pair(p.Request, p.Supporter)
		// Ids hold neither comma, quote nor line break, so none needs quoting.
		fmt.Fprintf(b, "%s,%s,%d\n", pair.Request(), pair.SupporterKey(), p.Score)
	}
	return b.Flush()
}
