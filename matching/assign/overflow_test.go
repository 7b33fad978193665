package assign

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTheLargestCostsThatAreAllowedDoNotOverflow(t *testing.T) {
	p := Problem{Rows: 2, Capacity: []int64{1, 1}, Start: []int{0, 2, 4}, Cols: []int32{0, 1, 0, 1}}
	c := int64(1<<62) / int64(2*2+2+2)
	p.Ladder = []Rung{
		{ID: "a", Row: []int64{-c, -c}, Pair: []int64{c, -c, -c, c}, Place: func(j int, _ int64) int64 { return c - 2*c*int64(j) }},
		{ID: "b", Pair: []int64{-c, -c, c, -c}},
	}
	s := solve(t, p)
	require.Equal(t, []int32{1, 2}, s.Pairs)
	require.Equal(t, -4*c, s.Rungs[0].Value)
	require.NoError(t, Check(p, s))

	p.Ladder[0].Row[0]--
	_, err := Solve(t.Context(), p, Options{})
	require.ErrorIs(t, err, ErrOverflow)
}

// With 30 columns for each of 30 rows, units outnumber rows and columns, and it is
// their total that is near the end of int64.
func TestTheLargestCostsOfManyUnitsDoNotOverflow(t *testing.T) {
	const n = 30
	p := Problem{
		Rows: n, Demand: slices.Repeat([]int64{n}, n), Capacity: slices.Repeat([]int64{n}, n), Start: make([]int, n+1),
		TieBreak: tieBreak(1, 64),
	}
	for i := range n {
		for j := range int32(n) {
			p.Cols = append(p.Cols, j)
		}
		p.Start[i+1] = len(p.Cols)
	}
	c := int64(1<<62) / (2*n*n + 2)
	for _, sign := range []int64{1, -1} {
		p.Ladder = []Rung{{
			ID: "a", Row: slices.Repeat([]int64{sign * c}, n), Pair: slices.Repeat([]int64{sign * c}, n*n),
			Place: func(int, int64) int64 { return sign * c },
		}}
		p.MinDemand = p.Demand
		s := solve(t, p)
		require.Equal(t, sign*3*n*n*c, s.Rungs[0].Value)
		require.NoError(t, Check(p, s))
		p.MinDemand = nil
		s = solve(t, p)
		require.Equal(t, min(0, sign*3*n*n*c), s.Rungs[0].Value)
		require.NoError(t, Check(p, s))
	}
	p.Ladder[0].Pair[n] = -c - 1
	_, err := Solve(t.Context(), p, Options{})
	require.ErrorIs(t, err, ErrOverflow)
}

func TestACostIsTooLargeFromOneAboveTheLimitOn(t *testing.T) {
	for name, p := range map[string]Problem{
		"no rows":              {Capacity: []int64{1, 1}, MinLoad: []int64{0, 0}},
		"one each":             {Rows: 2, Capacity: []int64{1, 1}, Start: []int{0, 2, 3}, Cols: []int32{0, 1, 1}},
		"several":              {Rows: 2, Demand: []int64{5, 5}, Capacity: []int64{1, 1, 1, 1}, Start: []int{0, 4, 7}, Cols: []int32{0, 1, 2, 3, 0, 1, 2}},
		"more demand than all": {Rows: 2, Demand: []int64{math.MaxInt64, 0}, Capacity: []int64{9, 9}, Start: []int{0, 2, 3}, Cols: []int32{0, 1, 1}},
	} {
		t.Run(name, func(t *testing.T) {
			c := largest(&p)
			pair := make([]int64, len(p.Cols))
			for a := range pair {
				pair[a] = c
			}
			p.Ladder = []Rung{{ID: "a", Pair: pair, Row: make([]int64, p.Rows), Place: func(int, int64) int64 { return -c }}}
			require.NoError(t, Check(p, solve(t, p)))
			for i := range p.Rows {
				p.Ladder[0].Row[i] = -c - 1
				_, err := Solve(t.Context(), p, Options{})
				require.ErrorIs(t, err, ErrOverflow)
				p.Ladder[0].Row[i] = 0
			}
		})
	}
}
