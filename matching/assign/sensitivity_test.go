package assign

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// stays reports whether the solution's pairs are what Solve finds, or without a
// tie-break as good, when a pair costs something else on a rung.
func stays(t *testing.T, p Problem, s *Solution, rung, pair int, cost int64) bool {
	t.Helper()
	p.Ladder = slices.Clone(p.Ladder)
	costs := slices.Clone(p.Ladder[rung].Pair)
	if costs == nil {
		costs = make([]int64, len(p.Cols))
	}
	costs[pair] = cost
	p.Ladder[rung].Pair = costs
	now := solve(t, p)
	if p.TieBreak != nil {
		return slices.Equal(now.Pairs, s.Pairs)
	}
	return slices.Equal(minus(&p, now, s), make([]int64, len(p.Ladder)))
}

func TestAPairMayCostWhatItsRangeSaysAndNoMore(t *testing.T) {
	const far = 1_000_000 // beyond all sums of the costs drawn
	bounded, unbounded := 0, 0
	questions(t, 3, 150, func(r *rand.Rand, p Problem, s *Solution, q *Probe) {
		for rung := range p.Ladder {
			for pair := range p.Cols {
				span, err := q.PairRange(t.Context(), rung, pair)
				require.NoError(t, err)
				for _, end := range []struct{ at, out int64 }{{span.Low, -1}, {span.High, 1}} {
					if end.at == math.MinInt64 || end.at == math.MaxInt64 {
						unbounded++
						require.True(t, stays(t, p, s, rung, pair, end.out*far))
						continue
					}
					bounded++
					require.True(t, stays(t, p, s, rung, pair, end.at), describe(&p))
					require.False(t, stays(t, p, s, rung, pair, end.at+end.out), describe(&p))
				}
			}
		}
	})
	require.Positive(t, bounded)
	require.Positive(t, unbounded)
}

// resolved is what the totals change by when a bound of the problem is another, nil
// if there is no assignment.
func resolved(t *testing.T, p Problem, s *Solution, bounds func(*Problem) *[]int64, n int, by int64) []int64 {
	t.Helper()
	b := bounds(&p)
	*b = slices.Clone(*b)
	(*b)[n] += by
	now, err := Solve(t.Context(), p, Options{})
	var infeasible *InfeasibleError
	var invalid *ProblemError
	if errors.As(err, &infeasible) || errors.As(err, &invalid) {
		return nil
	}
	require.NoError(t, err)
	return minus(&p, now, s)
}

func TestAPlaceIsWorthWhatSolvingWithItChanges(t *testing.T) {
	questionsOf(t, 4, 400, []int64{0, 1, 6, 1000}, func(_ *rand.Rand, p Problem, s *Solution, q *Probe) {
		_, all, err := q.Worths(t.Context())
		require.NoError(t, err)
		for j := range p.Capacity {
			have, err := q.PlaceWorth(t.Context(), j)
			require.NoError(t, err)
			require.Equal(t, resolved(t, p, s, func(p *Problem) *[]int64 { return &p.Capacity }, j, 1), have.More, describe(&p))
			require.Equal(t, resolved(t, p, s, func(p *Problem) *[]int64 { return &p.Capacity }, j, -1), have.Less, describe(&p))
			require.Equal(t, have, all[j])
		}
	})
}

func TestAUnitOfDemandIsWorthWhatSolvingWithItChanges(t *testing.T) {
	questions(t, 5, 400, func(_ *rand.Rand, p Problem, s *Solution, q *Probe) {
		if p.Demand == nil {
			p.Demand = slices.Repeat([]int64{1}, p.Rows)
		}
		all, _, err := q.Worths(t.Context())
		require.NoError(t, err)
		for i := range p.Rows {
			have, err := q.DemandWorth(t.Context(), i)
			require.NoError(t, err)
			require.Equal(t, resolved(t, p, s, func(p *Problem) *[]int64 { return &p.Demand }, i, 1), have.More, describe(&p))
			require.Equal(t, resolved(t, p, s, func(p *Problem) *[]int64 { return &p.Demand }, i, -1), have.Less, describe(&p))
			require.Equal(t, have, all[i])
		}
	})
}
