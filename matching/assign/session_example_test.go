package assign_test

import (
	"context"
	"fmt"
	"math"

	"github.com/peersupport/peersupport/matching/assign"
)

func ExampleSession() {
	ctx := context.Background()
	s, err := assign.NewSession(ctx, problem(), assign.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	show := func(what string) {
		fmt.Print(what, ":")
		for i := range s.Rows() {
			fmt.Print(" ", s.Column(i))
		}
		fmt.Println()
	}
	show("at first")

	// Dora has waited longer than Cem; each cost is for one rung of the ladder.
	dora, err := s.AddRow(ctx, assign.Row{
		Cols: []int32{1}, Demand: 1, Cost: []int64{-1, -25, 0}, Pair: [][]int64{nil, nil, {-600}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	show("Dora joins")
	if err := s.SetCapacity(ctx, 1, 2); err != nil {
		fmt.Println(err)
		return
	}
	show("supporter 1 has another place")
	if err := s.RemoveRow(ctx, dora); err != nil {
		fmt.Println(err)
		return
	}
	show("Dora leaves")
	fmt.Println("proven:", assign.Check(s.Problem(), s.Solution()) == nil)
	// Output:
	// at first: -1 0 1
	// Dora joins: -1 0 -1 1
	// supporter 1 has another place: -1 0 1 1
	// Dora leaves: 0 1 1 -1
	// proven: true
}

func ExampleAlternatives() {
	p := problem()
	s, err := assign.Solve(context.Background(), p, assign.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	// What else could Ben (row 1) have than supporter 0?
	all, err := assign.Alternatives(context.Background(), p, s, 1, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range all {
		fmt.Println("column", a.Column, "at a loss of", a.Loss)
		for _, m := range a.Moves {
			fmt.Println("  row", m.Row, "from", m.From, "to", m.To)
		}
	}
	// Output:
	// column 1 at a loss of [0 10 -700]
	//   row 1 from 0 to 1
	//   row 2 from 1 to -1
	//   row 0 from -1 to 0
	// column -1 at a loss of [0 20 -500]
	//   row 1 from 0 to -1
	//   row 0 from -1 to 0
}

func ExampleProbe_PlaceWorth() {
	p := problem()
	s, err := assign.Solve(context.Background(), p, assign.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	q, err := assign.NewProbe(context.Background(), p, s)
	if err != nil {
		fmt.Println(err)
		return
	}
	for j := range p.Capacity {
		w, err := q.PlaceWorth(context.Background(), j)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println("column", j, "one more:", w.More, "one less:", w.Less)
	}
	// Output:
	// column 0 one more: [-1 -10 -900] one less: [1 20 200]
	// column 1 one more: [-1 -10 -1200] one less: [1 20 500]
}

// The days waited decide before the fit. So Cem (row 2, pair 4) may fit as badly as can
// be; but Ben's pair with supporter 0 (pair 2) must not count for ten days less.
func ExampleProbe_PairRange() {
	p := problem()
	s, err := assign.Solve(context.Background(), p, assign.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	q, err := assign.NewProbe(context.Background(), p, s)
	if err != nil {
		fmt.Println(err)
		return
	}
	fit, err := q.PairRange(context.Background(), 2, 4)
	if err != nil {
		fmt.Println(err)
		return
	}
	days, err := q.PairRange(context.Background(), 1, 2)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("fit has no bound:", fit.High == math.MaxInt64)
	fmt.Println("days:", days.High)
	// Output:
	// fit has no bound: true
	// days: 9
}
