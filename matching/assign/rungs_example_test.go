package assign_test

import (
	"context"
	"fmt"
	"hash/maphash"

	"github.com/peersupport/peersupport/matching/assign"
)

// pool is everybody with everybody: rows seekers, supporters with the given places.
func pool(rows int, places ...int64) assign.Problem {
	p := assign.Problem{Rows: rows, Capacity: places, Start: []int{0}}
	for range rows {
		for j := range places {
			p.Cols = append(p.Cols, int32(j))
		}
		p.Start = append(p.Start, len(p.Cols))
	}
	return p
}

func columnsOf(p assign.Problem) []int32 {
	s, err := assign.Solve(context.Background(), p, assign.Options{})
	if err != nil {
		fmt.Println(err)
		return nil
	}
	return p.Columns(s.Pairs)
}

// A fit of 900 for one seeker does not outweigh that another has one of 100: first as
// few as can be are in the band below 300, then the sum decides.
func ExampleBands() {
	p := pool(2, 1, 1)
	fit := []int64{900, 400, 500, 100}
	p.Ladder = []assign.Rung{assign.Served(&p), assign.Total("fit", fit)}
	fmt.Println("largest sum:", columnsOf(p))

	bands := assign.Bands("band", assign.BandsOf(fit, []int64{300, 600}), 3)
	p.Ladder = append(append([]assign.Rung{assign.Served(&p)}, bands...), assign.Total("fit", fit))
	fmt.Println("worst band first:", columnsOf(p))
	// Output:
	// largest sum: [0 1]
	// worst band first: [1 0]
}

// Two supporters have three places each and would like two seekers and one.
func ExampleEvenLoad() {
	p := pool(3, 3, 3)
	fit := []int64{9, 1, 8, 2, 7, 6}
	p.Ladder = []assign.Rung{assign.Served(&p), assign.EvenLoad("load", []int64{2, 1}), assign.Total("fit", fit)}
	fmt.Println(columnsOf(p))
	// Output:
	// [0 0 1]
}

// Everything else being equal, people stay with the supporter whom they know. A third
// seeker has come since, for whom one place has been added.
func ExampleContinuity() {
	p := pool(3, 2, 1)
	earlier := []int32{1, 2} // pairs: seeker 0 with supporter 1, seeker 1 with 0
	p.Ladder = []assign.Rung{assign.Served(&p), assign.Continuity("same", &p, earlier)}
	fmt.Println(columnsOf(p))
	// Output:
	// [1 0 0]
}

// Lots are drawn with a secret key where the ladder leaves a choice. Whoever holds the
// key can draw them again, and Check does.
func ExampleTieBreak() {
	key := maphash.MakeSeed()
	p := pool(2, 1, 1)
	p.Ladder = []assign.Rung{assign.Served(&p)}
	p.TieBreak = func(counter, row, col int) uint64 {
		return maphash.Comparable(key, [3]int{counter, row, col})
	}
	s, err := assign.Solve(context.Background(), p, assign.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	again, err := assign.Solve(context.Background(), p, assign.Options{Workers: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("the same again:", fmt.Sprint(s.Pairs) == fmt.Sprint(again.Pairs))
	fmt.Println("checked:", assign.Check(p, s))
	// Output:
	// the same again: true
	// checked: <nil>
}

// A long computation can say how far it is.
func ExampleProgress() {
	p := problem()
	o := assign.Options{Progress: func(g assign.Progress) {
		fmt.Printf("%s: %d of %d\n", g.Rung, g.Done, g.Planned)
	}}
	if _, err := assign.Solve(context.Background(), p, o); err != nil {
		fmt.Println(err)
	}
	// Output:
	// served: 0 of 3
	// served: 1 of 3
	// waiting: 1 of 3
	// waiting: 2 of 3
	// fit: 2 of 3
	// fit: 3 of 3
}
