package stable_test

import (
	"context"
	"fmt"

	"github.com/peersupport/peersupport/matching/assign/stable"
)

// Three seekers rank the supporters they may have, best first; two supporters with
// one place each rank the seekers. Ana (row 0) may have either and likes supporter 0
// better, Ben (row 1) too, Cem (row 2) may have supporter 0 only.
func problem() stable.Problem {
	return stable.Problem{
		Rows:     3,
		Capacity: []int64{1, 1},
		Start:    []int{0, 2, 4, 5},
		Cols:     []int32{0, 1, 0, 1, 0},
		RowRank:  []int32{0, 1, 0, 1, 0},
		ColRank:  []int32{1, 0, 0, 1, 2},
	}
}

func ExampleRowOptimal() {
	p := problem()
	pairs, err := stable.RowOptimal(context.Background(), p)
	if err != nil {
		fmt.Println(err)
		return
	}
	columns, err := p.Columns(pairs)
	fmt.Println("columns:", columns, err)
	fmt.Println("stable:", stable.Check(p, pairs) == nil)
	// Output:
	// columns: [1 0 -1] <nil>
	// stable: true
}

func ExampleColumnOptimal() {
	// Two seekers and two supporters who each like best whoever likes them least.
	p := stable.Problem{
		Rows:     2,
		Capacity: []int64{1, 1},
		Start:    []int{0, 2, 4},
		Cols:     []int32{0, 1, 0, 1},
		RowRank:  []int32{0, 1, 1, 0},
		ColRank:  []int32{1, 0, 0, 1},
	}
	ctx := context.Background()
	rows, err := stable.RowOptimal(ctx, p)
	fmt.Println("best for rows:   ", rows, err)
	cols, err := stable.ColumnOptimal(ctx, p)
	fmt.Println("best for columns:", cols, err)
	// Output:
	// best for rows:    [0 3] <nil>
	// best for columns: [1 2] <nil>
}

func ExampleBlockingPairs() {
	p := problem()
	found, err := stable.BlockingPairs(p, []int32{1, 4}) // Ana with supporter 1, Cem with 0
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range found {
		fmt.Printf("row %d and column %d: %s\n", b.Row, b.Col, b.Reason)
	}
	// Output:
	// row 0 and column 0: better
	// row 1 and column 0: better
}

func ExamplePopular() {
	// Row 0 and column 0 like each other best. Both have somebody else as well, who
	// has nobody but them.
	p := stable.Problem{
		Rows:     2,
		Capacity: []int64{1, 1},
		Start:    []int{0, 2, 3},
		Cols:     []int32{0, 1, 0},
		RowRank:  []int32{0, 1, 0},
		ColRank:  []int32{0, 0, 1},
	}
	ctx := context.Background()
	pairs, err := stable.RowOptimal(ctx, p)
	fmt.Println("stable: ", pairs, err)
	s, err := stable.Popular(ctx, p)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("popular:", s.Pairs, stable.CheckPopular(p, s) == nil)
	// Output:
	// stable:  [0] <nil>
	// popular: [1 2] true
}

func ExampleFullest() {
	p := problem()
	s, err := stable.Fullest(context.Background(), p)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("served:", len(s.Pairs), stable.CheckFullest(p, s) == nil)
	// Output:
	// served: 2 true
}

func ExampleRowOptimalGrouped() {
	// Supporters 0 and 1 have one supervisor, who can see to one pair only.
	g := stable.Grouped{
		Problem: stable.Problem{
			Rows:     2,
			Capacity: []int64{1, 1, 1},
			Start:    []int{0, 2, 4},
			Cols:     []int32{0, 2, 1, 2},
			RowRank:  []int32{0, 1, 0, 1},
			ColRank:  []int32{1, 0, 0, 0},
		},
		Group: []int32{0, 0, 1},
		Limit: []int64{1, 1},
	}
	pairs, err := stable.RowOptimalGrouped(context.Background(), g)
	fmt.Println(pairs, err, stable.CheckGrouped(g, pairs) == nil)
	// Output:
	// [1 2] <nil> true
}

func ExampleGenerous() {
	for _, rung := range stable.Generous([]int32{0, 1, 1, 2}) {
		fmt.Println(rung.ID, rung.Pair)
	}
	// Output:
	// served [-1 -1 -1 -1]
	// rank.3 [0 0 0 1]
	// rank.2 [0 1 1 0]
	// rank.1 [1 0 0 0]
}

func ExampleRankMaximal() {
	for _, rung := range stable.RankMaximal([]int32{0, 1, 1, 2}) {
		fmt.Println(rung.ID, rung.Pair)
	}
	// Output:
	// rank.1 [-1 0 0 0]
	// rank.2 [0 -1 -1 0]
	// rank.3 [0 0 0 -1]
}
