package assign_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/peersupport/peersupport/matching/assign"
)

// Ana has no supporter. Of Ben, Cem and her one must go without, whoever it is, since
// they may only have supporters 0 and 1, with one place each. Dana, who has supporter
// 2, has nothing to do with it.
func ExampleHall() {
	p := assign.Problem{
		Rows:     4,
		Capacity: []int64{1, 1, 1},
		Start:    []int{0, 1, 3, 4, 6},
		Cols:     []int32{0, 0, 1, 1, 1, 2},
	}
	set, ok := assign.Hall(p, []int32{1, 3, 5}, 0)
	fmt.Println(ok, set.Check(p))
	fmt.Println("rows", set.Rows, "want", set.Need, "places of columns", set.Cols, "which have", set.Room)
	// Output:
	// true <nil>
	// rows [0 1 2] want 3 places of columns [0 1] which have 2
}

// Seekers 0 and 2 must have two supporters each, and may have the same three.
func ExampleInfeasibleError() {
	p := assign.Problem{
		Rows:      3,
		Demand:    []int64{2, 2, 2},
		MinDemand: []int64{2, 0, 2},
		Capacity:  []int64{1, 1, 1, 5},
		Start:     []int{0, 3, 5, 8},
		Cols:      []int32{0, 1, 2, 0, 3, 0, 1, 2},
	}
	_, err := assign.Solve(context.Background(), p, assign.Options{})
	var infeasible *assign.InfeasibleError
	if errors.As(err, &infeasible) {
		fmt.Println(infeasible.Side, infeasible.Rows, "must have", infeasible.Need)
		fmt.Println("columns", infeasible.Cols, "have room for", infeasible.Room)
		fmt.Println("counted again:", infeasible.Check(p))
	}
	// Output:
	// rows [0 2] must have 4
	// columns [0 1 2] have room for 3
	// counted again: <nil>
}
