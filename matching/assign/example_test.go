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
	s, err := assign.Solve(context.Background(), problem(), assign.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("columns:", s.Column)
	for _, r := range s.Rungs {
		fmt.Println(r.ID, -r.Value, r.Exact)
	}
	// Output:
	// columns: [-1 0 1]
	// served 2 true
	// waiting 50 true
	// fit 900 true
}

func ExampleCheck() {
	p := problem()
	s, err := assign.Solve(context.Background(), p, assign.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("as solved:", assign.Check(p, s))

	s.Column = []int32{0, 1, -1} // a better fit, but Cem has waited longer
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
	rows, cols := assign.Shortage(p, []int32{-1, 0, 1})
	fmt.Println("rows", rows, "compete for the places of columns", cols)
	// Output:
	// rows [0 1 2] compete for the places of columns [0 1]
}
