package stable

import (
	"context"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// scale multiplies the counts of randomised tests.
func scale(t testing.TB) int {
	t.Helper()
	s := os.Getenv("PEERSUPPORT_TEST_SCALE")
	if s == "" {
		return 1
	}
	n, err := strconv.Atoi(s)
	require.NoError(t, err, "PEERSUPPORT_TEST_SCALE")
	require.Positive(t, n, "PEERSUPPORT_TEST_SCALE")
	return n
}

// shape bounds a random problem.
type shape struct {
	rows, cols int
	capacity   int64
	ranks      int32   // ranks lie between 0 and ranks − 1; few of them make ties
	density    float64 // probability of a pair
}

// random draws a problem; now and then one side is indifferent.
func (s shape) random(r *rand.Rand) Problem {
	p := Problem{Rows: r.IntN(s.rows + 1), Start: []int{0}}
	for range r.IntN(s.cols + 1) {
		p.Capacity = append(p.Capacity, r.Int64N(s.capacity+1))
	}
	for range p.Rows {
		for j := range p.Capacity {
			if r.Float64() < s.density {
				p.Cols = append(p.Cols, int32(j))
			}
		}
		p.Start = append(p.Start, len(p.Cols))
	}
	p.RowRank, p.ColRank = s.draw(r, len(p.Cols)), s.draw(r, len(p.Cols))
	if r.IntN(3) > 0 {
		p.TieBreak = hash(r.Uint64())
	}
	return p
}

func (s shape) draw(r *rand.Rand, pairs int) []int32 {
	if r.IntN(8) == 0 {
		return nil
	}
	ranks := make([]int32, pairs)
	for a := range ranks {
		ranks[a] = r.Int32N(s.ranks)
	}
	return ranks
}

// hash is a tie-break for tests.
func hash(seed uint64) func(counter, row, col int) uint64 {
	return func(counter, row, col int) uint64 {
		z := seed + uint64(counter)*0x9e3779b97f4a7c15 + uint64(row)*0xbf58476d1ce4e5b9 + uint64(col)*0x94d049bb133111eb
		z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		return z ^ z>>31
	}
}

// small draws problems that brute force can answer.
func small(r *rand.Rand) Problem {
	return shape{rows: 4, cols: 4, capacity: 2, ranks: 1 + r.Int32N(6), density: 0.4 + 0.6*r.Float64()}.random(r)
}

// strict breaks the ties.
func strict(t testing.TB, p Problem) Problem {
	t.Helper()
	s, err := p.Strict()
	require.NoError(t, err)
	return s
}

// all tries every way to give each row one of its columns, or none, within the
// places. A matching holds the pair of each row, −1 for none.
func all(p *Problem) [][]int32 {
	var found [][]int32
	load, use := make([]int64, len(p.Capacity)), make([]int32, p.Rows)
	var try func(i int)
	try = func(i int) {
		if i == p.Rows {
			found = append(found, slices.Clone(use))
			return
		}
		use[i] = -1
		try(i + 1)
		for a := p.Start[i]; a < p.Start[i+1]; a++ {
			if j := p.Cols[a]; load[j] < p.Capacity[j] {
				load[j]++
				use[i] = int32(a)
				try(i + 1)
				load[j]--
			}
		}
	}
	try(0)
	return found
}

// pairsOf drops the rows without a pair.
func pairsOf(use []int32) []int32 {
	return slices.DeleteFunc(slices.Clone(use), func(a int32) bool { return a < 0 })
}

// useOf is the reverse of pairsOf.
func useOf(p *Problem, pairs []int32) []int32 {
	use := slices.Repeat([]int32{-1}, p.Rows)
	for _, a := range pairs {
		i, _ := slices.BinarySearch(p.Start, int(a)+1) // the first row that begins after the pair
		use[i-1] = a
	}
	return use
}

// held lists the pairs that each column has.
func held(p *Problem, use []int32) [][]int32 {
	columns := make([][]int32, len(p.Capacity))
	for _, a := range use {
		if a >= 0 {
			columns[p.Cols[a]] = append(columns[p.Cols[a]], a)
		}
	}
	return columns
}

func rankOf(ranks []int32, a int32) int32 {
	if ranks == nil {
		return 0
	}
	return ranks[a]
}

// blocking lists the pairs that block a matching, by the words of the definition.
func blocking(p *Problem, use []int32) []int32 {
	columns := held(p, use)
	found := []int32{}
	for i := range p.Rows {
		for a := int32(p.Start[i]); int(a) < p.Start[i+1]; a++ {
			rowGains := use[i] == -1 || rankOf(p.RowRank, a) < rankOf(p.RowRank, use[i])
			mine := columns[p.Cols[a]]
			colGains := int64(len(mine)) < p.Capacity[p.Cols[a]] ||
				slices.ContainsFunc(mine, func(b int32) bool { return rankOf(p.ColRank, a) < rankOf(p.ColRank, b) })
			if rowGains && colGains {
				found = append(found, a)
			}
		}
	}
	return found
}

// stableOnes keeps the matchings that no pair blocks.
func stableOnes(p *Problem) [][]int32 {
	return slices.DeleteFunc(all(p), func(use []int32) bool { return len(blocking(p, use)) > 0 })
}

func size(use []int32) int { return len(pairsOf(use)) }

type solver func(context.Context, Problem) ([]int32, error)

// solve runs a solver that must succeed and returns the pair of each row.
func solve(t testing.TB, f solver, p Problem) []int32 {
	t.Helper()
	pairs, err := f(context.Background(), p)
	require.NoError(t, err)
	return useOf(&p, pairs)
}
