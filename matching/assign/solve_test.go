package assign

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNothingToDoIsSolved(t *testing.T) {
	lots := tieBreak(1, 64)
	for name, p := range map[string]Problem{
		"zero value":             {},
		"only a tie-break":       {TieBreak: lots},
		"rows without columns":   {Rows: 2, Start: []int{0, 0, 0}, TieBreak: lots},
		"columns without rows":   {Capacity: []int64{1, 2}, Ladder: []Rung{{ID: "a"}}},
		"no rows, no start":      {Capacity: []int64{3}, Demand: []int64{}, MinDemand: []int64{}, MinLoad: []int64{0}, TieBreak: lots},
		"no places":              {Rows: 1, Capacity: []int64{0}, Start: []int{0, 1}, Cols: []int32{0}, Ladder: []Rung{{ID: "a", Row: []int64{-1}}}, TieBreak: lots},
		"no demand":              {Rows: 1, Demand: []int64{0}, Capacity: []int64{1}, Start: []int{0, 1}, Cols: []int32{0}, Ladder: []Rung{{ID: "a", Row: []int64{-1}}}, TieBreak: lots},
		"17 x 18, all forbidden": {Rows: 17, Capacity: slices.Repeat([]int64{1}, 18), Start: make([]int, 18), Ladder: []Rung{{ID: "a", Row: slices.Repeat([]int64{-1}, 17)}}},
	} {
		t.Run(name, func(t *testing.T) {
			s := solve(t, p)
			require.Empty(t, s.Pairs)
			require.NotNil(t, s.Pairs)
			for _, r := range s.Rungs {
				require.Zero(t, r.Value)
			}
			require.NoError(t, Check(p, s))
		})
	}
}

func TestBoundsThatCannotBeMetAreAnErrorOfTheirOwn(t *testing.T) {
	for name, p := range map[string]Problem{
		"17 x 18, all forbidden": {Rows: 17, MinDemand: slices.Repeat([]int64{1}, 17), Capacity: slices.Repeat([]int64{1}, 18), Start: make([]int, 18)},
		"a row without pairs":    {Rows: 1, MinDemand: []int64{1}, Capacity: []int64{1}, Start: []int{0, 0}},
		"a column without rows":  {Capacity: []int64{1}, MinLoad: []int64{1}},
		"more than 32 bits":      {Rows: 1, Demand: []int64{1 << 40}, MinDemand: []int64{1 << 32}, Capacity: []int64{1}, Start: []int{0, 1}, Cols: []int32{0}},
		"more than 31 bits":      {Rows: 1, Demand: []int64{1 << 31}, MinDemand: []int64{1 << 31}, Capacity: []int64{1}, Start: []int{0, 1}, Cols: []int32{0}},
		"the most there is":      {Rows: 1, Capacity: []int64{math.MaxInt64}, MinLoad: []int64{math.MaxInt64}, Start: []int{0, 1}, Cols: []int32{0}},
		"two rows, one place":    {Rows: 2, MinDemand: []int64{1, 1}, Capacity: []int64{1}, Start: []int{0, 1, 2}, Cols: []int32{0, 0}},
		"two columns, one row":   {Rows: 1, Capacity: []int64{1, 1}, MinLoad: []int64{1, 1}, Start: []int{0, 2}, Cols: []int32{0, 1}},
		"a row twice in a column": {Rows: 2, Demand: []int64{2, 2}, MinDemand: []int64{2, 2}, Capacity: []int64{4, 1},
			Start: []int{0, 2, 4}, Cols: []int32{0, 1, 0, 1}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Solve(t.Context(), p, Options{})
			var infeasible *InfeasibleError
			require.ErrorAs(t, err, &infeasible)
			require.NoError(t, infeasible.Check(p))
			require.Greater(t, infeasible.Need, infeasible.Room)
		})
	}
}

// Rows that are not served share one potential, the hub's. A method that lets each
// keep its own stops at the first of these assignments that looks tight: it keeps
// the pairs found first and misses that a better row is waiting.
func TestRowsThatWaitAreComparedWithRowsThatAreServed(t *testing.T) {
	p := Problem{
		Rows: 4, Capacity: []int64{1, 1}, Start: []int{0, 2, 3, 5, 6}, Cols: []int32{0, 1, 0, 0, 1, 1},
		Ladder: []Rung{{ID: "served", Row: []int64{-1, -1, -1, -1}}, {ID: "fit", Pair: []int64{-3, -2, -4, -6, -7, -5}}},
	}
	s := solve(t, p)
	require.Equal(t, []int64{-2, -11}, values(s, 2))
	require.Equal(t, []int64{-2, -11}, bruteForce(&p).values)
	require.NoError(t, Check(p, s))
}

// Dropping only the pairs that cannot be used is not enough: here the first rung
// fixes who is served, and a second rung that forgets it would rather serve none.
func TestALaterRungKeepsWhatAnEarlierOneFixed(t *testing.T) {
	p := Problem{Rows: 1, Capacity: []int64{1}, Start: []int{0, 1}, Cols: []int32{0}}
	p.Ladder = []Rung{{ID: "served", Row: []int64{-1}}, {ID: "effort", Pair: []int64{5}}}
	s := solve(t, p)
	require.Equal(t, []int32{0}, s.Pairs)
	require.Equal(t, int64(5), s.Rungs[1].Value)
}

func TestPairsDrawnTheSameAreDrawnAgain(t *testing.T) {
	p := Problem{Rows: 1, Capacity: []int64{1, 1}, Start: []int{0, 2}, Cols: []int32{0, 1}}
	p.Ladder = []Rung{{ID: "served", Row: []int64{-1}}}
	p.TieBreak = func(counter, _, col int) uint64 {
		if counter == 2 && col == 0 {
			return 1 << 63
		}
		return 0
	}
	s := solve(t, p)
	require.Equal(t, []int32{1}, s.Pairs)
	require.Equal(t, []string{"served", "canonical", "canonical.1", "canonical.2"}, []string{s.Rungs[0].ID, s.Rungs[1].ID, s.Rungs[2].ID, s.Rungs[3].ID})
	require.NoError(t, Check(p, s))
	s.Rungs = s.Rungs[:3]
	require.Error(t, Check(p, s))
}

func TestATieBreakThatNeverDecidesIsAnError(t *testing.T) {
	p := Problem{Rows: 1, Capacity: []int64{1, 1}, Start: []int{0, 2}, Cols: []int32{0, 1}}
	p.Ladder = []Rung{{ID: "served", Row: []int64{-1}}}
	p.TieBreak = func(int, int, int) uint64 { return 1 << 63 }
	_, err := Solve(context.Background(), p, Options{})
	require.ErrorIs(t, err, ErrTied)
}

// A place that gets dearer each time it is asked costs what it said first.
func TestPlacesAreAskedOnce(t *testing.T) {
	for seed := range uint64(200) {
		p := programme(12, 3, 3, seed)
		asked := int64(0)
		p.Ladder[1].Place = func(_ int, k int64) int64 { asked++; return k*1_000_000 + asked }
		_, err := Solve(t.Context(), p, Options{Workers: 1})
		require.NoError(t, err)
		most := int64(0)
		for _, n := range p.places() {
			most += n
		}
		require.Equal(t, most, asked)
	}
}

// Any answer at any time: still no panic, and always an end.
func TestCostsAtRandomEndInAnErrorOrAProof(t *testing.T) {
	r := rand.New(rand.NewPCG(10, 11))
	for range 500 * scale(t) {
		s := small(r)
		s.rungs = max(1, s.rungs)
		p := s.random(r)
		calls := 0
		p.Ladder[0].Place = func(int, int64) int64 { // validation must get through now and then
			if calls++; calls < 8 {
				return int64(calls)
			}
			return r.Int64N(21) - 10
		}
		p.TieBreak = func(int, int, int) uint64 { return r.Uint64() }
		_, err := Solve(t.Context(), p, Options{Workers: 1})
		var invalid *ProblemError
		var infeasible *InfeasibleError
		if err != nil && !errors.Is(err, ErrImpure) && !errors.Is(err, ErrTied) && !errors.As(err, &invalid) {
			require.ErrorAs(t, err, &infeasible)
		}
	}
}
