package weighted_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/peersupport/peersupport/matching/assign/weighted"
)

// Four seekers and two supporters with five and four hours a week. A seeker takes
// two or three hours, some take longer with one supporter than with the other;
// costs are negative scores of fit.
func hours() weighted.Problem {
	return weighted.Problem{
		Rows:     4,
		Capacity: []int64{5, 4},
		Start:    []int{0, 2, 4, 6, 7},
		Cols:     []int32{0, 1, 0, 1, 0, 1, 1},
		Units:    []int64{3, 3, 2, 3, 3, 2, 2},
		Cost:     []int64{-90, -40, -70, -30, -80, -20, -50},
	}
}

func ExampleSolve() {
	p := hours()
	s, err := weighted.Solve(context.Background(), p, weighted.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range s.Pairs {
		fmt.Println("supporter", p.Cols[a], "gives", p.Units[a], "hours")
	}
	fmt.Println("waiting:", s.Unserved.Value, "fit:", -s.Cost.Value, "exact:", s.Exact)
	// Output:
	// supporter 0 gives 3 hours
	// supporter 0 gives 2 hours
	// supporter 1 gives 2 hours
	// supporter 1 gives 2 hours
	// waiting: 0 fit: 230 exact: true
}

// A limit of work stops at the same place on every machine. What is returned
// then says how far from the best it can be at most.
func ExampleSolve_limit() {
	s, err := weighted.Solve(context.Background(), hours(), weighted.Options{Work: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("fit", -s.Cost.Value, "and at most", -s.Cost.Bound, "exact:", s.Exact)
	// Output:
	// fit 230 and at most 250 exact: false
}

func ExampleCheck() {
	p := hours()
	s, err := weighted.Solve(context.Background(), p, weighted.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("as solved:", weighted.Check(p, s))

	p.Capacity[0] = 4 // an hour less
	var refused *weighted.SolutionError
	if errors.As(weighted.Check(p, s), &refused) {
		fmt.Println("changed:", refused.Flaw, "of column", refused.Index)
	}
	// Output:
	// as solved: <nil>
	// changed: capacity of column 0
}

// Everyone has to be served, and that cannot be.
func ExampleProblem_must() {
	p := hours()
	p.Must = []bool{true, true, true, true}
	p.Capacity = []int64{4, 4}
	_, err := weighted.Solve(context.Background(), p, weighted.Options{})
	fmt.Println(errors.Is(err, weighted.ErrInfeasible))
	// Output:
	// true
}
