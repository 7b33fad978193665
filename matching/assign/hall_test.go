package assign

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// Rows 0 and 2 must have column 1, which has one place; row 1 has a way out.
func tooMany() (Problem, InfeasibleError) {
	return Problem{
			Rows: 3, MinDemand: []int64{1, 1, 1}, Capacity: []int64{1, 1}, Start: []int{0, 1, 3, 4}, Cols: []int32{1, 0, 1, 1},
		}, InfeasibleError{
			HallSet{Side: SideRows, Must: true, Rows: []int{0, 2}, Cols: []int{1}, Need: 2, Room: 1},
		}
}

func TestASetIsCheckedByCounting(t *testing.T) {
	for name, change := range map[string]func(e *InfeasibleError){
		"another side":       func(e *InfeasibleError) { e.Side = SideColumns },
		"no side":            func(e *InfeasibleError) { e.Side = "" },
		"a row is missing":   func(e *InfeasibleError) { e.Rows = e.Rows[1:] },
		"a row too many":     func(e *InfeasibleError) { e.Rows = []int{0, 1, 2} },
		"no such row":        func(e *InfeasibleError) { e.Rows = []int{0, 3} },
		"a negative row":     func(e *InfeasibleError) { e.Rows = []int{-1, 0} },
		"a row twice":        func(e *InfeasibleError) { e.Rows = []int{0, 0} },
		"out of order":       func(e *InfeasibleError) { e.Rows = []int{2, 0} },
		"a column is missed": func(e *InfeasibleError) { e.Cols = nil },
		"a column too many":  func(e *InfeasibleError) { e.Cols = []int{0, 1} },
		"no such column":     func(e *InfeasibleError) { e.Cols = []int{2} },
		"more needed":        func(e *InfeasibleError) { e.Need = 3 },
		"no more than room":  func(e *InfeasibleError) { e.Need = 1 },
		"less room":          func(e *InfeasibleError) { e.Room = 0 },
	} {
		t.Run(name, func(t *testing.T) {
			p, e := tooMany()
			require.NoError(t, e.Check(p))
			change(&e)
			require.ErrorIs(t, e.Check(p), ErrUnproven)
			e.Must = false
			require.ErrorIs(t, e.Check(p), ErrUnproven)
		})
	}
}

func TestASetOfRowsThatAskProvesNothingAboutRowsThatMust(t *testing.T) {
	p, e := tooMany()
	p.MinDemand = nil
	require.ErrorIs(t, e.Check(p), ErrUnproven)
	e.Must = false
	require.NoError(t, e.Check(p))
}

func TestASetProvesNothingAboutAProblemThatMakesNoSense(t *testing.T) {
	p, e := tooMany()
	p.Start = nil
	var invalid *ProblemError
	require.ErrorAs(t, e.Check(p), &invalid)
}

func TestEnormousBoundsAreCountedWithoutOverflow(t *testing.T) {
	most := []int64{math.MaxInt64, math.MaxInt64}
	p := Problem{Rows: 2, Demand: most, MinDemand: most, Capacity: most, Start: []int{0, 1, 3}, Cols: []int32{0, 0, 1}}
	e := InfeasibleError{HallSet{Side: SideRows, Must: true, Rows: []int{0, 1}, Need: math.MaxInt64, Room: 3}}
	require.NoError(t, e.Check(p))
	e.Cols, e.Room = []int{0, 1}, math.MaxInt64
	require.ErrorIs(t, e.Check(p), ErrUnproven)
}

// Any set that is accepted must be right, wherever it comes from.
func TestWhatASetProvesIsTrue(t *testing.T) {
	r := rand.New(rand.NewPCG(104, 1))
	proven := map[Side]int{}
	for range 50_000 * scale(t) {
		p := shape{rows: 5, cols: 5, demand: r.Int64N(3), capacity: 2, density: 0.5}.random(r)
		h := HallSet{Side: []Side{SideRows, SideColumns}[r.IntN(2)], Rows: some(r, p.Rows), Cols: some(r, len(p.Capacity))}
		h.Need, h.Room = r.Int64N(6), r.Int64N(5)
		if h.Check(p) != nil {
			continue
		}
		proven[h.Side]++
		x := newNetwork(&p, p.places())
		for i := range x.rows {
			if h.Side == SideRows && !slices.Contains(h.Rows, i) {
				x.rows[i].hi = 0
			}
		}
		for j := range x.cols {
			if h.Side == SideColumns && !slices.Contains(h.Cols, j) {
				x.cols[j].hi = 0
			}
		}
		require.Less(t, int64(mostPairs(x)), h.Need, "%+v\n%s", h, describe(&p))
	}
	require.Positive(t, proven[SideRows])
	require.Positive(t, proven[SideColumns])
}

// some draws an increasing list of numbers below n.
func some(r *rand.Rand, n int) []int {
	var list []int
	for k := range n {
		if r.IntN(2) == 0 {
			list = append(list, k)
		}
	}
	return list
}
