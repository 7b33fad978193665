package weighted

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching/assign"
)

// variants draws problems that can be solved, with their solutions.
func variants(t *testing.T, seed uint64, check func(r *rand.Rand, p Problem, s *Solution)) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 11))
	for range 200 * scale(t) {
		p := shape{rows: 12, cols: 5, capacity: 25, units: 10, cost: 30, density: 0.7, must: 0.2}.random(r)
		s, err := Solve(t.Context(), p, Options{})
		if err != nil {
			require.ErrorIs(t, err, ErrInfeasible)
			continue
		}
		check(r, p, s)
	}
}

// same compares what two solutions prove.
func same(t *testing.T, p Problem, s *Solution, q Problem) {
	t.Helper()
	got := solve(t, q)
	require.NoError(t, Check(q, got))
	require.True(t, got.Exact)
	require.Equal(t, s.Cost.Value, got.Cost.Value)
	if p.Objective == MostServed {
		require.Equal(t, s.Unserved.Value, got.Unserved.Value)
	}
}

func TestRenumberingChangesNoValue(t *testing.T) {
	variants(t, 1, func(r *rand.Rand, p Problem, s *Solution) {
		rows, cols := r.Perm(p.Rows), r.Perm(p.columns())
		q := Problem{Rows: p.Rows, Capacity: make([]int64, p.columns()), Start: []int{0}, Must: make([]bool, p.Rows), Units: []int64{}, Cost: []int64{}, Objective: p.Objective}
		for j, c := range p.Capacity {
			q.Capacity[cols[j]] = c
		}
		for n, i := range rows {
			var order []int
			for a := p.Start[i]; a < p.Start[i+1]; a++ {
				order = append(order, a)
			}
			slices.SortFunc(order, func(a, b int) int { return cols[p.Cols[a]] - cols[p.Cols[b]] })
			for _, a := range order {
				q.Cols = append(q.Cols, int32(cols[p.Cols[a]]))
				q.Units, q.Cost = append(q.Units, p.units(a)), append(q.Cost, p.cost(a))
			}
			q.Start = append(q.Start, len(q.Cols))
			q.Must[n] = p.must(i)
		}
		same(t, p, s, q)
	})
}

func TestScalingCostsScalesTheValueAndNothingElse(t *testing.T) {
	variants(t, 2, func(_ *rand.Rand, p Problem, s *Solution) {
		q := p
		q.Cost = make([]int64, len(p.Cols))
		for a := range q.Cost {
			q.Cost[a] = 7 * p.cost(a)
		}
		got := solve(t, q)
		require.Equal(t, s.Pairs, got.Pairs)
		require.Equal(t, s.Stats, got.Stats)
		require.Equal(t, 7*s.Cost.Value, got.Cost.Value)
		require.Equal(t, 7*s.Cost.Bound, got.Cost.Bound)
		require.Equal(t, 7*s.Cost.Proof.Bound, got.Cost.Proof.Bound)
		require.NoError(t, Check(q, got))
	})
}

func TestScalingUnitsAndCapacitiesChangesNothing(t *testing.T) {
	variants(t, 3, func(_ *rand.Rand, p Problem, s *Solution) {
		q := p
		q.Units, q.Capacity = make([]int64, len(p.Cols)), make([]int64, p.columns())
		for a := range q.Units {
			q.Units[a] = 1_000_003 * p.units(a)
		}
		for j := range q.Capacity {
			q.Capacity[j] = 1_000_003*p.Capacity[j] + 1_000_002
		}
		got := solve(t, q)
		require.Equal(t, s.Pairs, got.Pairs)
		require.Equal(t, s.Stats, got.Stats)
	})
}

func TestACostThatARowHasEverywhereAddsUp(t *testing.T) {
	variants(t, 4, func(r *rand.Rand, p Problem, _ *Solution) {
		p.Objective = MostServed
		p.Must = slices.Repeat([]bool{true}, p.Rows)
		s, err := Solve(t.Context(), p, Options{})
		if err != nil {
			require.ErrorIs(t, err, ErrInfeasible)
			return
		}
		q := p
		q.Cost = make([]int64, len(p.Cols))
		more := int64(0)
		for i := range p.Rows {
			extra := r.Int64N(100) - 50
			more += extra
			for a := p.Start[i]; a < p.Start[i+1]; a++ {
				q.Cost[a] = p.cost(a) + extra
			}
		}
		got := solve(t, q)
		require.Equal(t, s.Cost.Value+more, got.Cost.Value)
	})
}

func TestAColumnThatNobodyMayUseChangesNoValue(t *testing.T) {
	variants(t, 5, func(_ *rand.Rand, p Problem, s *Solution) {
		q := p
		q.Capacity = append(slices.Clone(p.Capacity), 5)
		same(t, p, s, q)
	})
}

func TestMoreCapacityIsNeverWorse(t *testing.T) {
	variants(t, 6, func(r *rand.Rand, p Problem, s *Solution) {
		if p.columns() == 0 {
			return
		}
		q := p
		q.Capacity = slices.Clone(p.Capacity)
		q.Capacity[r.IntN(p.columns())] += r.Int64N(10)
		got := solve(t, q)
		if p.Objective == LeastCost || got.Unserved.Value == s.Unserved.Value {
			require.LessOrEqual(t, got.Cost.Value, s.Cost.Value)
		} else {
			require.Less(t, got.Unserved.Value, s.Unserved.Value)
		}
	})
}

// ladder is the problem as package assign sees it when every pair takes one place.
func ladder(p *Problem) assign.Problem {
	q := assign.Problem{Rows: p.Rows, Capacity: p.Capacity, Start: p.Start, Cols: p.Cols}
	if p.Objective == MostServed {
		q.Ladder = append(q.Ladder, assign.Rung{ID: "unserved", Row: slices.Repeat([]int64{-1}, p.Rows)})
	}
	q.Ladder = append(q.Ladder, assign.Rung{ID: "cost", Pair: p.Cost})
	if p.Must != nil {
		q.MinDemand = make([]int64, p.Rows)
		for i, must := range p.Must {
			if must {
				q.MinDemand[i] = 1
			}
		}
	}
	return q
}

func TestWithOneUnitForEveryPairItIsTheAssignmentProblemAndProven(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	for n := range 2_000 * scale(t) {
		p := shape{rows: 12, cols: 6, capacity: 4, cost: 30, density: 0.2 + 0.8*r.Float64(), must: 0.2}.random(r)
		p.Units = nil
		want, err := assign.Solve(t.Context(), ladder(&p), assign.Options{})
		s, failed := Solve(t.Context(), p, Options{})
		if err != nil {
			require.ErrorIs(t, failed, ErrInfeasible, "problem %d", n)
			continue
		}
		require.NoError(t, failed, "problem %d", n)
		require.Equal(t, want.Rungs[len(want.Rungs)-1].Value, s.Cost.Value, "problem %d", n)
		require.Equal(t, s.Cost.Value, s.Cost.Proof.Bound, "problem %d", n)
		if p.Objective == MostServed {
			require.Equal(t, want.Rungs[0].Value, s.Unserved.Value-int64(p.Rows), "problem %d", n)
			require.Equal(t, s.Unserved.Value, s.Unserved.Proof.Bound, "problem %d", n)
		}
		require.True(t, s.Exact, "problem %d", n)
		require.Zero(t, s.Stats.Nodes, "problem %d", n)
		require.NoError(t, Check(p, s), "problem %d", n)
	}
}
