package assign

import (
	"cmp"
	"context"
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// pair of values of two rungs.
type twoValues struct{ first, second int64 }

// hull lists the corners of the lower left of the convex hull of the values of all
// assignments that are optimal for the rungs before both. It tries all sets of pairs.
func hull(p *Problem, first, second int) []twoValues {
	q := *p
	q.Ladder, q.TieBreak = p.Ladder[:min(first, second)], nil
	best := bruteForce(&q)
	var all []twoValues
	for _, set := range best.sets {
		var pairs []int32
		for a := range int32(len(p.Cols)) {
			if set>>a&1 != 0 {
				pairs = append(pairs, a)
			}
		}
		all = append(all, twoValues{total(p, &p.Ladder[first], pairs), total(p, &p.Ladder[second], pairs)})
	}
	slices.SortFunc(all, func(a, b twoValues) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.second, b.second))
	})
	var corners []twoValues
	for _, v := range all {
		if n := len(corners); n > 0 && v.second >= corners[n-1].second {
			continue
		}
		for n := len(corners); n > 1; n-- {
			if turns(corners[n-2], corners[n-1], v) {
				break
			}
			corners = corners[:n-1]
		}
		corners = append(corners, v)
	}
	return corners
}

// turns reports whether b lies below the line from a to c.
func turns(a, b, c twoValues) bool {
	product := func(x, y int64) *big.Int { return new(big.Int).Mul(big.NewInt(x), big.NewInt(y)) }
	return product(b.second-a.second, c.first-a.first).Cmp(product(c.second-a.second, b.first-a.first)) < 0
}

// tradeOff draws a problem that brute force can deal with and two of its rungs.
func tradeOff(r *rand.Rand) (p Problem, first, second int) {
	s := small(r)
	s.rungs = 2 + r.IntN(3)
	s.cost = []int64{1, 6, 1000}[r.IntN(3)]
	s.tied = false
	p = s.random(r)
	first = r.IntN(len(p.Ladder))
	second = (first + 1 + r.IntN(len(p.Ladder)-1)) % len(p.Ladder)
	return p, first, second
}

func TestEverySmallFrontierIsTheHullOfAllAssignments(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 1))
	longest, infeasible := 0, 0
	for n := range 2000 * scale(t) {
		p, first, second := tradeOff(r)
		want := hull(&p, first, second)
		f, err := Frontier(context.Background(), p, first, second, Options{Workers: 1})
		if len(want) == 0 {
			var none *InfeasibleError
			require.ErrorAs(t, err, &none)
			infeasible++
			continue
		}
		if errors.Is(err, ErrTied) {
			continue
		}
		require.NoError(t, err, "problem %d\n%s", n, describe(&p))
		var have []twoValues
		for _, point := range f.Points {
			have = append(have, twoValues{point.First, point.Second})
			require.Equal(t, point.First, total(&p, &p.Ladder[first], point.Pairs))
			require.Equal(t, point.Second, total(&p, &p.Ladder[second], point.Pairs))
		}
		require.Equal(t, want, have, "problem %d, rungs %d and %d\n%s", n, first, second, describe(&p))
		require.NoError(t, CheckFrontier(p, first, second, f), "problem %d\n%s", n, describe(&p))
		longest = max(longest, len(have))
	}
	require.Greater(t, longest, 4)
	require.Positive(t, infeasible)
}

func TestTheOtherRungsAndTheTieBreakChooseAmongAssignmentsOfTheSameValues(t *testing.T) {
	r := rand.New(rand.NewPCG(22, 1))
	solved, within := 0, 0
	for range 500 * scale(t) {
		p, first, second := tradeOff(r)
		p.TieBreak = tieBreak(r.Uint64(), 64)
		f, err := Frontier(context.Background(), p, first, second, Options{Workers: 1})
		if err != nil {
			continue
		}
		solved, within = solved+1, within+max(0, len(f.Points)-2)
		w, err := newWeighing(&p, first, second)
		require.NoError(t, err)
		for k := range f.Points {
			num, den := int64(0), int64(0)
			for _, edge := range f.Points[max(0, k-1) : k+1] {
				num, den = num+edge.Num, den+edge.Den
			}
			order := []Rung{*w.first, *w.second} // which no weights are needed for at the ends
			switch {
			case k == 0:
			case k == len(f.Points)-1:
				slices.Reverse(order)
			default:
				order[0], err = w.rung(den, num)
				require.NoError(t, err)
			}
			q := w.problem(order, true)
			want := bruteForce(&q)
			require.True(t, want.has(f.Points[k].Pairs), describe(&p))
		}
	}
	require.Greater(t, solved, 250)
	require.Positive(t, within, "corners between the ends")
}

// programmeTrade is a made-up round in which who waits longest is not who fits best.
func programmeTrade(rows int, seed uint64) Problem {
	p := waiting(programme(rows, 3, 12, seed), seed)
	p.Ladder = []Rung{p.Ladder[0], p.Ladder[1], p.Ladder[3]}
	return p
}

func TestTheEndsAreTheTwoLexicographicOptima(t *testing.T) {
	p := programmeTrade(120, 1)
	f, err := Frontier(context.Background(), p, 1, 2, Options{})
	require.NoError(t, err)
	require.NoError(t, CheckFrontier(p, 1, 2, f))
	require.Greater(t, len(f.Points), 5)
	require.Equal(t, solve(t, p).Pairs, f.Points[0].Pairs)
	q := p
	q.Ladder = []Rung{p.Ladder[0], p.Ladder[2], p.Ladder[1]}
	require.Equal(t, solve(t, q).Pairs, f.Points[len(f.Points)-1].Pairs)
	for k := range len(f.Points) - 1 {
		here, next := f.Points[k], f.Points[k+1]
		require.Less(t, here.First, next.First)
		require.Greater(t, here.Second, next.Second)
		require.Equal(t, here.Num*(here.Second-next.Second), here.Den*(next.First-here.First))
	}
}

func TestTheFrontierTurnedRoundIsTheSame(t *testing.T) {
	p := programmeTrade(60, 2)
	there, err := Frontier(context.Background(), p, 1, 2, Options{})
	require.NoError(t, err)
	back, err := Frontier(context.Background(), p, 2, 1, Options{})
	require.NoError(t, err)
	require.Len(t, back.Points, len(there.Points))
	for k, point := range there.Points {
		other := back.Points[len(back.Points)-1-k]
		require.Equal(t, []int64{point.First, point.Second}, []int64{other.Second, other.First})
	}
}

func TestTwoRungsThatAgreeHaveOnePoint(t *testing.T) {
	p := programmeTrade(20, 3)
	p.Ladder[2] = Rung{ID: "again", Row: p.Ladder[1].Row}
	f, err := Frontier(context.Background(), p, 1, 2, Options{})
	require.NoError(t, err)
	require.Len(t, f.Points, 1)
	require.Nil(t, f.Points[0].Edge)
	require.NoError(t, CheckFrontier(p, 1, 2, f))
}

func TestAFrontierOfRungsThatDoNotExistIsRefused(t *testing.T) {
	p := programmeTrade(5, 4)
	for _, c := range [][3]int{{-1, 1, -1}, {0, 3, 3}, {1, 1, 1}} {
		_, err := Frontier(context.Background(), p, c[0], c[1], Options{})
		var invalid *ProblemError
		require.ErrorAs(t, err, &invalid)
		require.Equal(t, ProblemError{Fault: FaultFrontier, Index: c[2]}, *invalid)
		require.Equal(t, err, CheckFrontier(p, c[0], c[1], &FrontierResult{}))
	}
}

func TestWeightsThatLeaveNoRoomAreRefused(t *testing.T) {
	const large = 1 << 40
	p := Problem{
		Rows: 1, Capacity: []int64{1, 1, 1}, Start: []int{0, 3}, Cols: []int32{0, 1, 2}, MinDemand: []int64{1},
		Ladder: []Rung{{ID: "a", Pair: []int64{0, large + 1, large * 3}}, {ID: "b", Pair: []int64{large*3 + 7, large, 0}}},
	}
	_, err := Frontier(context.Background(), p, 0, 1, Options{})
	require.ErrorIs(t, err, ErrOverflow)
	p.Ladder[0].Pair = []int64{0, large, large * 3} // what weights have in common is no matter
	p.Ladder[1].Pair = []int64{large * 3, large, 0}
	f, err := Frontier(context.Background(), p, 0, 1, Options{})
	require.NoError(t, err)
	require.Len(t, f.Points, 3)
	require.Equal(t, []int64{1, 2}, []int64{f.Points[0].Num, f.Points[0].Den})
}

func TestFrontierStopsWhenTheContextEnds(t *testing.T) {
	p := programmeTrade(120, 5)
	cause := errors.New("enough")
	for _, after := range []int{0, 2, 9} {
		ctx, cancel := context.WithCancelCause(context.Background())
		if after == 0 {
			cancel(cause)
		}
		solves := 0
		_, err := Frontier(ctx, p, 1, 2, Options{Progress: func(g Progress) {
			if g.Done == 0 {
				if solves++; solves > after {
					cancel(cause)
				}
			}
		}})
		require.ErrorIs(t, err, cause)
		cancel(nil)
	}
}

func TestAChangedFrontierIsRefused(t *testing.T) {
	p := programmeTrade(60, 6)
	cases := map[string]struct {
		change func(*FrontierResult)
		want   Flaw
	}{
		"no points":         {func(f *FrontierResult) { f.Points = nil }, FlawShape},
		"a corner missing":  {func(f *FrontierResult) { f.Points = slices.Delete(f.Points, 2, 3) }, FlawEdge},
		"an end missing":    {func(f *FrontierResult) { f.Points = f.Points[1:] }, FlawRow},
		"a value":           {func(f *FrontierResult) { f.Points[1].Second-- }, FlawValue},
		"a rate":            {func(f *FrontierResult) { f.Points[1].Num++ }, FlawEdge},
		"an edge unproven":  {func(f *FrontierResult) { f.Points[1].Edge = nil }, FlawShape},
		"an edge too many":  {func(f *FrontierResult) { f.Points[len(f.Points)-1].Num = 1 }, FlawEdge},
		"no pair":           {func(f *FrontierResult) { f.Points[1].Pairs = []int32{math.MaxInt32} }, FlawPair},
		"a pair missing":    {func(f *FrontierResult) { f.Points[1].Pairs = f.Points[1].Pairs[1:] }, FlawValue},
		"an end unproven":   {func(f *FrontierResult) { f.Ends[1] = nil }, FlawShape},
		"an edge's bound":   {func(f *FrontierResult) { f.Points[1].Edge[1].Bound-- }, FlawBound},
		"an edge's columns": {func(f *FrontierResult) { f.Points[1].Edge[1].Col = nil }, FlawShape},
	}
	require.Error(t, CheckFrontier(p, 1, 2, nil))
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			f, err := Frontier(context.Background(), p, 1, 2, Options{})
			require.NoError(t, err)
			require.Greater(t, len(f.Points), 3)
			c.change(f)
			var flaw *SolutionError
			require.ErrorAs(t, CheckFrontier(p, 1, 2, f), &flaw)
			require.Equal(t, c.want, flaw.Flaw)
		})
	}
}

func FuzzFrontier(f *testing.F) {
	f.Add([]byte{2, 0, 2, 1, 1, 2, 0, 0, 1, 0, 2, 0, 0, 1, 0, 2, 2, 1, 2, 3, 4, 2, 4, 3, 2, 1}, 0, 1)
	f.Fuzz(func(t *testing.T, data []byte, first, second int) {
		in := tape(data)
		p := in.problem()
		r, err := Frontier(context.Background(), p, first, second, Options{Workers: 1})
		var invalid *ProblemError
		var infeasible *InfeasibleError
		switch {
		case errors.As(err, &invalid), errors.Is(err, ErrTied):
			return
		case errors.As(err, &infeasible):
			if len(hull(&p, first, second)) > 0 {
				t.Fatal("something is feasible")
			}
			return
		case err != nil:
			t.Fatal(err)
		}
		if err := CheckFrontier(p, first, second, r); err != nil {
			t.Fatal(err)
		}
		if want := hull(&p, first, second); len(want) != len(r.Points) {
			t.Fatalf("%d corners, want %d", len(r.Points), len(want))
		}
	})
}
