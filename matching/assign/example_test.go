package assign_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/peersupport/peersupport/matching/assign"
)

// Three seekers, two supporters with one place each: Ana (row 0) and Ben (row 1)
// could both go to supporter 0 or 1, Cem (row 2) only to supporter 1. Most people
// first, then the longest wait, then the best fit.
func problem() assign.Problem {
	return assign.Problem{
		Rows:     3,
		Capacity: []int64{1, 1},
		Start:    []int{0, 2, 4, 5},
		Cols:     []int32{0, 1, 0, 1, 1},
		Ladder: []assign.Rung{
			{ID: "served", Row: []int64{-1, -1, -1}},
			{ID: "waiting", Row: []int64{-10, -30, -20}}, // days
			{ID: "fit", Pair: []int64{-900, -200, -400, -700, -500}},
		},
	}
}

func ExampleSolve() {
	p := problem()
	s, err := assign.Solve(context.Background(), p, assign.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("columns:", p.Columns(s.Pairs))
	for _, r := range s.Rungs {
		fmt.Println(r.ID, -r.Value, r.Exact)
	}
	// Output:
	// columns: [-1 0 1]
	// served 2 true
	// waiting 50 true
	// fit 900 true
}

// Every group needs two or three helpers, and every helper should have a group, with
// room for two: what must be and what may be on both sides.
func ExampleSolve_bounds() {
	p := assign.Problem{
		Rows:      2,
		Demand:    []int64{3, 3},
		MinDemand: []int64{2, 2},
		Capacity:  []int64{2, 2, 2, 2},
		MinLoad:   []int64{1, 1, 1, 1},
		Start:     []int{0, 4, 8},
		Cols:      []int32{0, 1, 2, 3, 0, 1, 2, 3},
		Ladder:    []assign.Rung{{ID: "effort", Pair: []int64{1, 2, 9, 9, 1, 2, 3, 8}}},
	}
	s, err := assign.Solve(context.Background(), p, assign.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range p.Rows {
		fmt.Print("group ", i, ":")
		for _, a := range s.Pairs {
			if p.Start[i] <= int(a) && int(a) < p.Start[i+1] {
				fmt.Print(" ", p.Cols[a])
			}
		}
		fmt.Println()
	}
	fmt.Println("effort", s.Rungs[0].Value)
	// Output:
	// group 0: 0 1
	// group 1: 2 3
	// effort 14
}

func ExampleCheck() {
	p := problem()
	s, err := assign.Solve(context.Background(), p, assign.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("as solved:", assign.Check(p, s))

	s.Pairs = []int32{0, 3} // a better fit, but Cem has waited longer
	var refused *assign.SolutionError
	if errors.As(assign.Check(p, s), &refused) {
		fmt.Println("changed:", refused.Rung, refused.Flaw)
	}
	// Output:
	// as solved: <nil>
	// changed: waiting row
}

func ExampleShortage() {
	p := problem()
	rows, cols := assign.Shortage(p, []int32{2, 4})
	fmt.Println("rows", rows, "compete for the places of columns", cols)
	// Output:
	// rows [0 1 2] compete for the places of columns [0 1]
}
