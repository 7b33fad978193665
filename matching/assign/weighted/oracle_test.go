package weighted

import (
	"errors"
	"math"
	"math/rand/v2"
	"os"
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
	rows, cols      int
	capacity, units int64
	cost            int64 // costs lie between −cost and cost
	density         float64
	must            float64 // probability that a row must be served
}

func (s shape) random(r *rand.Rand) Problem {
	p := Problem{Rows: r.IntN(s.rows + 1), Start: []int{0}, Objective: Objective(r.IntN(2))}
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
		p.Must = append(p.Must, r.Float64() < s.must)
	}
	if r.IntN(8) > 0 {
		p.Units = []int64{}
		for range p.Cols {
			p.Units = append(p.Units, r.Int64N(s.units+1))
		}
	}
	if r.IntN(8) > 0 {
		p.Cost = []int64{}
		bound := r.Int64N(s.cost) + 1
		for range p.Cols {
			p.Cost = append(p.Cost, r.Int64N(2*bound+1)-bound)
		}
	}
	if r.IntN(4) == 0 {
		p.Must = nil
	}
	return p
}

// bruteForce tries every assignment and returns the values of the best; it
// reports false when none serves all rows that must be served.
func bruteForce(p *Problem) (unserved, cost int64, ok bool) {
	room := append([]int64(nil), p.Capacity...)
	unserved, cost = math.MaxInt64, math.MaxInt64
	var try func(i int, u, c int64)
	try = func(i int, u, c int64) {
		if i == p.Rows {
			if p.Objective == MostServed && u < unserved || (p.Objective == LeastCost || u == unserved) && c < cost {
				unserved, cost, ok = u, c, true
			}
			return
		}
		if p.Must == nil || !p.Must[i] {
			try(i+1, u+1, c)
		}
		for a := p.Start[i]; a < p.Start[i+1]; a++ {
			units, price := int64(1), int64(0)
			if p.Units != nil {
				units = p.Units[a]
			}
			if p.Cost != nil {
				price = p.Cost[a]
			}
			if j := p.Cols[a]; units <= room[j] {
				room[j] -= units
				try(i+1, u, c+price)
				room[j] += units
			}
		}
	}
	try(0, 0, 0)
	return unserved, cost, ok
}

// agrees solves a problem without a limit that matters and compares.
func agrees(t *testing.T, p Problem, n int) {
	t.Helper()
	unserved, cost, ok := bruteForce(&p)
	s, err := Solve(t.Context(), p, Options{})
	if !ok {
		require.ErrorIs(t, err, ErrInfeasible, "problem %d", n)
		require.Nil(t, s)
		return
	}
	require.NoError(t, err, "problem %d", n)
	require.Equal(t, cost, s.Cost.Value, "problem %d", n)
	require.True(t, s.Exact, "problem %d", n)
	if p.Objective == MostServed {
		require.Equal(t, unserved, s.Unserved.Value, "problem %d", n)
	}
	if err := Check(p, s); err != nil {
		require.NoError(t, err, "problem %d", n)
	}
}

func TestEverySmallProblemAgreesWithBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 20_000 * scale(t) {
		s := shape{rows: 6, cols: 4, capacity: 1 + r.Int64N(12), units: 1 + r.Int64N(6), cost: 8, density: 0.3 + 0.7*r.Float64(), must: r.Float64() * r.Float64()}
		agrees(t, s.random(r), n)
	}
}

// Units of thousands of millions are rounded in tables or taken in fractions.
func TestLargeUnitsAgreeWithBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for n := range 1_000 * scale(t) {
		s := shape{rows: 8, cols: 3, capacity: 1 << (20 + r.Int64N(42)), cost: 50, density: 0.8, must: 0.2}
		s.units = max(1, s.capacity>>(1+r.Int64N(3)))
		agrees(t, s.random(r), n)
	}
}

func TestALimitedSearchNeverLies(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for n := range 2_000 * scale(t) {
		p := shape{rows: 9, cols: 4, capacity: 20, units: 10, cost: 20, density: 0.8, must: 0.1}.random(r)
		whole, err := Solve(t.Context(), p, Options{})
		s, limited := Solve(t.Context(), p, Options{Work: 1 + r.Int64N(3_000)})
		if errors.Is(limited, ErrUndecided) {
			continue
		}
		require.Equal(t, err, limited, "problem %d", n)
		if err != nil {
			continue
		}
		require.NoError(t, Check(p, s), "problem %d", n)
		if p.Objective == MostServed {
			require.LessOrEqual(t, s.Unserved.Bound, whole.Unserved.Value, "problem %d", n)
			require.GreaterOrEqual(t, s.Unserved.Value, whole.Unserved.Value, "problem %d", n)
		}
		if p.Objective == LeastCost || s.Unserved.Value == whole.Unserved.Value {
			require.LessOrEqual(t, s.Cost.Bound, whole.Cost.Value, "problem %d", n)
			require.GreaterOrEqual(t, s.Cost.Value, whole.Cost.Value, "problem %d", n)
		}
		if s.Exact {
			require.Equal(t, whole.Cost.Value, s.Cost.Value, "problem %d", n)
		}
	}
}
