package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"strconv"
	"time"

	"github.com/peersupport/peersupport/matching/assign"
	"github.com/peersupport/peersupport/matching/assign/asn"
	"github.com/peersupport/peersupport/peer"
)

// AssignSchema names the version of what assign prints as JSON.
const AssignSchema = "peersupport/assign/v1"

// assigned is what assign prints as JSON.
type assigned struct {
	Schema    string `json:"schema"`
	Rows      int    `json:"rows"`
	Columns   int    `json:"columns"`
	Pairs     int    `json:"pairs"`
	Served    int64  `json:"served"`
	Cost      int64  `json:"cost"`
	Certified bool   `json:"certified"`
	Elapsed   int64  `json:"elapsed_ms"`
}

// assignInstance solves a published instance: most rows first, then least
// cost.
func assignInstance(ctx context.Context, t terminal, args []string) error {
	var in, capacity, format string
	f := flag.NewFlagSet("assign", flag.ContinueOnError)
	f.StringVar(&in, "in", "", "`file` of the instance: DIMACS asn, or the plain numbers of OR-Library")
	f.StringVar(&capacity, "capacity", "", "places of the columns: one `number` for all, or one for each, a,b,…")
	f.StringVar(&format, "format", "text", "of what is printed: `text or json`")
	if err := parse(f, t, args, "in"); err != nil {
		return err
	}
	if err := checkFormat(format); err != nil {
		return err
	}
	problem, err := readInstance(in)
	if err != nil {
		return err
	}
	if err := setCapacity(&problem, capacity); err != nil {
		return err
	}
	started := t.now()
	solution, err := assign.Solve(ctx, problem, assign.Options{})
	if errors.Is(err, assign.ErrOverflow) {
		return peer.Faults{{Code: faultInstance, Source: in, Line: 1, Column: 1, Words: "costs too large for so many rows and columns"}}
	}
	if err != nil {
		return err
	}
	elapsed := t.now().Sub(started)
	refused := assign.Check(problem, solution)
	result := assigned{
		Schema: AssignSchema, Rows: problem.Rows, Columns: len(problem.Capacity), Pairs: len(problem.Cols),
		Served: -solution.Rungs[0].Value, Cost: solution.Rungs[1].Value,
		Certified: refused == nil, Elapsed: elapsed.Milliseconds()}
	if err := t.printAssigned(format, result, elapsed); err != nil {
		return err
	}
	if refused != nil {
		return errCheck
	}
	return nil
}

func (t terminal) printAssigned(format string, r assigned, elapsed time.Duration) error {
	if format == "json" {
		return writeJSON(t.out, r)
	}
	certificate := "holds"
	if !r.Certified {
		certificate = "REFUSED"
	}
	_, err := fmt.Fprintf(t.out, "%d rows, %d columns, %d pairs\nserved      %d\ncost        %d\ncertificate %s\ntime        %s\n",
		r.Rows, r.Columns, r.Pairs, r.Served, r.Cost, certificate, elapsed.Round(time.Millisecond))
	return err
}

// faultInstance is a text that is no instance.
const faultInstance peer.FaultCode = "invalid_instance"

func readInstance(name string) (assign.Problem, error) {
	var files opened
	defer files.close()
	file, err := files.open(name)
	if err != nil {
		return assign.Problem{}, err
	}
	problem, err := asn.Parse(file.Reader, asn.Limits{})
	var syntax *asn.SyntaxError
	if errors.As(err, &syntax) {
		return problem, peer.Faults{{
			Code: faultInstance, Source: name, Line: max(syntax.Line, 1), Column: 1,
			Words: "not a well-formed instance: " + string(syntax.Code)}}
	}
	return problem, err
}

func setCapacity(p *assign.Problem, text string) error {
	numbers := list(text)
	if len(numbers) == 0 {
		return nil
	}
	if len(numbers) != 1 && len(numbers) != len(p.Capacity) {
		return usageError{fmt.Sprintf("-capacity needs one number, or one for each of the %d columns", len(p.Capacity))}
	}
	for j := range p.Capacity {
		n, err := strconv.ParseInt(numbers[min(j, len(numbers)-1)], 10, 64)
		if err != nil || n < 0 {
			return usageError{"-capacity needs whole numbers from 0"}
		}
		p.Capacity[j] = n
	}
	return nil
}
