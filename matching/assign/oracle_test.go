package assign

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
	rows, cols, rungs int
	capacity          int64
	cost              int64   // costs lie between −cost and cost
	density           float64 // probability of a pair
	tie               int     // bits of the tie-break that differ; 0: no tie-break
	exact             bool    // rows and cols are numbers, not bounds
}

// random draws a problem; every kind of cost is absent from some rungs.
func (s shape) random(r *rand.Rand) Problem {
	rows, cols := s.rows, s.cols
	if !s.exact {
		rows, cols = r.IntN(s.rows+1), r.IntN(s.cols+1)
	}
	p := Problem{Rows: rows, Start: []int{0}}
	for range cols {
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
	for n := range s.rungs {
		p.Ladder = append(p.Ladder, s.rung(r, &p, "r"+strconv.Itoa(n)))
	}
	if s.tie > 0 {
		p.TieBreak = tieBreak(r.Uint64(), s.tie)
	}
	return p
}

func (s shape) rung(r *rand.Rand, p *Problem, id string) Rung {
	bound := r.Int64N(s.cost) + 1
	draw := func() int64 { return r.Int64N(2*bound+1) - bound }
	out := Rung{ID: id}
	if r.IntN(3) == 0 {
		for range p.Rows {
			out.Row = append(out.Row, draw())
		}
	}
	if r.IntN(3) > 0 {
		for range p.Cols {
			out.Pair = append(out.Pair, draw())
		}
	}
	if r.IntN(3) == 0 {
		table := make([][]int64, p.columns())
		for j := range table {
			for range p.Rows {
				table[j] = append(table[j], draw())
			}
			slices.Sort(table[j])
		}
		out.Place = func(j int, k int64) int64 { return table[j][k-1] }
	}
	return out
}

// tieBreak hashes a pair; only the given number of its top bits differ between
// pairs, few of them so that ties survive a draw.
func tieBreak(seed uint64, width int) TieBreak {
	return func(counter, row, col int) uint64 {
		z := seed + uint64(counter)*0x9e3779b97f4a7c15 + uint64(row)*0xbf58476d1ce4e5b9 + uint64(col)*0x94d049bb133111eb
		z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		return (z ^ z>>31) >> (64 - width) << (64 - width)
	}
}

// bruteForce tries every assignment. It returns those that are optimal for the
// ladder and all draws, the values of the ladder, and how many draws it took; the
// number of optima is above one when all draws left a tie.
func bruteForce(p *Problem) (optima [][]int32, values []int64, draws int) {
	var all [][]int32
	load := make([]int64, p.columns())
	column := make([]int32, p.Rows)
	var try func(i int)
	try = func(i int) {
		if i == p.Rows {
			all = append(all, slices.Clone(column))
			return
		}
		column[i] = -1
		try(i + 1)
		for a, to := p.pairs(i); a < to; a++ {
			j := p.Cols[a]
			if load[j] < p.Capacity[j] {
				load[j]++
				column[i] = j
				try(i + 1)
				load[j]--
			}
		}
	}
	try(0)
	keepBest := func(value func([]int32) int64) int64 {
		best := value(all[0])
		for _, c := range all {
			best = min(best, value(c))
		}
		all = slices.DeleteFunc(all, func(c []int32) bool { return value(c) != best })
		return best
	}
	for n := range p.Ladder {
		values = append(values, keepBest(func(c []int32) int64 { return total(p, &p.Ladder[n], c) }))
	}
	if p.TieBreak == nil {
		return all, values, 0
	}
	shift := 64 - widthOf(p)
	for draws < maxDraws && (draws == 0 || len(all) > 1) {
		keepBest(func(c []int32) int64 {
			sum := int64(0)
			for i, j := range c {
				if j >= 0 {
					sum += int64(p.TieBreak(draws, i, int(j)) >> shift)
				}
			}
			return sum
		})
		draws++
	}
	return all, values, draws
}

// widthOf is 62 − bits.Len(rows + columns + demand), counted out.
func widthOf(p *Problem) int {
	width := 62
	for n := p.Rows + p.columns() + p.Rows; n > 0; n /= 2 {
		width--
	}
	return width
}

// total is the cost of an assignment on one rung.
func total(p *Problem, r *Rung, column []int32) int64 {
	sum := int64(0)
	load := make([]int64, p.columns())
	for i, j := range column {
		if j < 0 {
			continue
		}
		load[j]++
		if r.Row != nil {
			sum += r.Row[i]
		}
		if r.Pair != nil {
			sum += r.Pair[p.Start[i]+slices.Index(p.Cols[p.Start[i]:p.Start[i+1]], j)]
		}
		if r.Place != nil {
			sum += r.Place(int(j), load[j])
		}
	}
	return sum
}

func solve(t testing.TB, p Problem) *Solution {
	t.Helper()
	s, err := Solve(context.Background(), p, Options{})
	require.NoError(t, err)
	return s
}

func TestEverySmallLadderAgreesWithBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 20_000 * scale(t) {
		s := shape{rows: 5, cols: 4, rungs: r.IntN(5), capacity: 3, cost: 6, density: 0.3 + 0.7*r.Float64()}
		switch r.IntN(4) {
		case 0:
			s.tie = 1 + widthBits
		case 1, 2:
			s.tie = 64
		}
		p := s.random(r)
		optima, values, draws := bruteForce(&p)
		got, err := Solve(context.Background(), p, Options{})
		if len(optima) > 1 && p.TieBreak != nil {
			require.ErrorIs(t, err, ErrTied, "problem %d", n)
			continue
		}
		require.NoError(t, err, "problem %d", n)
		require.Len(t, got.Rungs, len(values)+draws, "problem %d", n)
		for k, v := range values {
			require.Equal(t, v, got.Rungs[k].Value, "problem %d rung %d", n, k)
		}
		require.True(t, slices.ContainsFunc(optima, func(c []int32) bool { return slices.Equal(c, got.Column) }), "problem %d", n)
		if err := Check(p, got); err != nil {
			require.NoError(t, err, "problem %d", n)
		}
	}
}

// widthBits leaves three values of the tie-break apart in small problems.
const widthBits = 1

func TestATieBreakThatNeverDecidesIsAnError(t *testing.T) {
	p := Problem{Rows: 1, Capacity: []int64{1, 1}, Start: []int{0, 2}, Cols: []int32{0, 1}}
	p.Ladder = []Rung{{ID: "served", Row: []int64{-1}}}
	p.TieBreak = func(int, int, int) uint64 { return 1 << 63 }
	_, err := Solve(context.Background(), p, Options{})
	require.ErrorIs(t, err, ErrTied)
}
