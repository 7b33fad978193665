package fair_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/peersupport/peersupport/matching/assign"
	"github.com/peersupport/peersupport/matching/assign/fair"
)

// Three seekers want two supporters each; four supporters have up to two places.
// The values say how well a pair fits.
func teams() fair.Problem {
	return fair.Problem{
		Base: assign.Problem{
			Rows:      3,
			Demand:    []int64{2, 2, 2},
			MinDemand: []int64{2, 2, 2},
			Capacity:  []int64{2, 2, 2, 2},
			Start:     []int{0, 4, 8, 12},
			Cols:      []int32{0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3},
		},
		Value: []int64{
			90, 80, 20, 10,
			85, 75, 30, 25,
			70, 60, 15, 40,
		},
	}
}

func ExampleSolve() {
	p := teams()
	s, err := fair.Solve(context.Background(), p, fair.Options{Levels: 2})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range p.Base.Rows {
		fmt.Print("seeker ", i, ":")
		for _, a := range s.Pairs {
			if int(a) >= p.Base.Start[i] && int(a) < p.Base.Start[i+1] {
				fmt.Print(" ", p.Base.Cols[a])
			}
		}
		fmt.Println()
	}
	fmt.Println("worst:", s.Levels[0].Value, s.Levels[0].Exact)
	fmt.Println("second worst:", s.Levels[1].Value, s.Levels[1].Exact)
	fmt.Println("total:", s.Total.Value, "of at most", s.Total.Bound)
	// Output:
	// seeker 0: 0 1
	// seeker 1: 1 2
	// seeker 2: 0 3
	// worst: 105 true
	// second worst: 110 true
	// total: 385 of at most 385
}

func ExampleCheck() {
	p := teams()
	s, err := fair.Solve(context.Background(), p, fair.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("as solved:", fair.Check(context.Background(), p, s))

	s.Levels[0].Bound = s.Levels[0].Value - 1 // a bound that nothing proves
	var refused *fair.SolutionError
	if errors.As(fair.Check(context.Background(), p, s), &refused) {
		fmt.Println("changed:", refused.Flaw, "of level", refused.Level)
	}
	// Output:
	// as solved: <nil>
	// changed: bound of level 0
}
