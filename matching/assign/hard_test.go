package assign

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAMillionPlacesCostNothing(t *testing.T) {
	asked := 0
	p := Problem{Rows: 3, Capacity: []int64{math.MaxInt64, 1_000_000}, Start: []int{0, 2, 4, 6}, Cols: []int32{0, 1, 0, 1, 0, 1}}
	p.Ladder = []Rung{{ID: "served", Row: []int64{-9, -9, -9}}, {ID: "even", Place: func(_ int, k int64) int64 { asked++; return 2*k - 1 }}}
	s := solve(t, p)
	require.Equal(t, int64(1+3+1), s.Rungs[1].Value)
	require.NoError(t, Check(p, s))
	require.Less(t, asked, 200)
}

func TestOneColumnForAThousandRowsIsNoTrouble(t *testing.T) {
	const n = 1000
	p := Problem{
		Rows: n, Demand: slices.Repeat([]int64{7}, n), Capacity: []int64{1_000_000}, MinLoad: []int64{600},
		Start: make([]int, n+1), Cols: make([]int32, n), TieBreak: tieBreak(1, 64),
	}
	fit := make([]int64, n)
	for i := range n {
		p.Start[i+1], fit[i] = i+1, int64(i)-300 // those below 0 gain, the rest only cost
	}
	p.Ladder = []Rung{{ID: "fit", Pair: fit}}
	s := solve(t, p)
	require.Equal(t, int64(-300*301/2+299*300/2), s.Rungs[0].Value)
	require.Len(t, s.Pairs, 600)
	require.NoError(t, Check(p, s))
}

// The same in the large: places for three quarters of the rows, each of which has
// twenty pairs and could be served.
func TestRowsWaitWherePlacesAreScarceAlthoughTheyHavePairs(t *testing.T) {
	for seed := range uint64(2) {
		p := programme(1000, 4, 20, seed)
		require.Empty(t, differs(&p))
		s := solve(t, p)
		require.Less(t, -s.Rungs[0].Value, int64(p.Rows))
		p = waiting(p, seed)
		require.Empty(t, differs(&p))
	}
}

// products is the problem of R. E. Machol and M. Wien, A "hard" assignment problem,
// Operations Research 24, 1976: row i costs i·j in column j, so that searches for
// paths look nearly everywhere.
func products(rows, cols int, sign int64) Problem {
	p := Problem{Rows: rows, Capacity: slices.Repeat([]int64{1}, cols), Start: []int{0}}
	cost := Rung{ID: "cost"}
	for i := range rows {
		for j := range cols {
			p.Cols = append(p.Cols, int32(j))
			cost.Pair = append(cost.Pair, sign*int64((i+1)*(j+1)))
		}
		p.Start = append(p.Start, len(p.Cols))
	}
	p.Ladder = []Rung{{ID: "served", Row: slices.Repeat([]int64{-1}, rows)}, cost}
	return p
}

func TestProductsAsCostsAreSolvedLikeOthers(t *testing.T) {
	const n = 150
	for sign, want := range map[int64]int64{
		1:  n * (n + 1) * (n + 2) / 6,    // the largest row with the smallest column, and so on
		-1: -n * (n + 1) * (2*n + 1) / 6, // each row with its own column
	} {
		p := products(n, n, sign)
		s := solve(t, p)
		require.Equal(t, []int64{-n, want}, values(s, 2))
		require.NoError(t, Check(p, s))
	}
}

func TestProductsAsCostsAgreeWithASecondAlgorithm(t *testing.T) {
	for name, change := range map[string]func(p *Problem){
		"a place for each":   func(*Problem) {},
		"two for each":       func(p *Problem) { p.Demand, p.Capacity = twice(p.Rows), twice(p.columns()) },
		"two places, one":    func(p *Problem) { p.Capacity = twice(p.columns()) },
		"all must be filled": func(p *Problem) { p.Ladder, p.MinLoad = p.Ladder[1:], slices.Clone(p.Capacity) },
		"load is priced":     func(p *Problem) { p.Ladder[1].Place = func(j int, k int64) int64 { return 3 * k * int64(j) } },
	} {
		t.Run(name, func(t *testing.T) {
			for _, size := range [][2]int{{80, 80}, {90, 70}, {70, 90}} {
				for _, sign := range []int64{1, -1} {
					p := products(size[0], size[1], sign)
					change(&p)
					require.Empty(t, differs(&p), "%v, %d", size, sign)
				}
			}
		})
	}
}

func twice(n int) []int64 { return slices.Repeat([]int64{2}, n) }
