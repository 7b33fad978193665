package assign

import (
	"cmp"
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// questions solves random problems, with lower bounds and rows that ask for several
// columns among them, and hands them out.
func questions(t *testing.T, seed uint64, count int, ask func(r *rand.Rand, p Problem, s *Solution, q *Probe)) {
	t.Helper()
	bounded := []int64{1, 2, 6, 1000}
	questionsOf(t, seed, count, bounded, ask)
}

// questionsOf draws costs up to one of some bounds, 0 for as large as they may be.
func questionsOf(t *testing.T, seed uint64, count int, costs []int64, ask func(r *rand.Rand, p Problem, s *Solution, q *Probe)) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 41))
	for n := 0; n < count*scale(t); {
		p := shape{
			rows: 5, cols: 4, rungs: r.IntN(4), demand: r.Int64N(3), capacity: 3, cost: costs[r.IntN(len(costs))],
			density: 0.7, most: 11, lower: 0.3, tie: 64 * r.IntN(2),
		}.random(r)
		s, err := Solve(t.Context(), p, Options{Workers: 1})
		var infeasible *InfeasibleError
		if errors.As(err, &infeasible) {
			continue
		}
		require.NoError(t, err)
		q, err := NewProbe(t.Context(), p, s)
		require.NoError(t, err)
		n++
		ask(r, p, s, q)
	}
}

// minus is by how much the ladder's totals of one solution exceed those of another.
func minus(p *Problem, s, than *Solution) []int64 {
	loss := make([]int64, len(p.Ladder))
	for k := range p.Ladder {
		loss[k] = total(p, &p.Ladder[k], s.Pairs) - total(p, &p.Ladder[k], than.Pairs)
	}
	return loss
}

// forced is what the totals grow by when a pair must be in use, by brute force.
func forced(p Problem, s *Solution, pair int) ([]int64, bool) {
	rung := Rung{ID: "forced", Pair: make([]int64, len(p.Cols))}
	rung.Pair[pair] = -1
	p.Ladder = append([]Rung{rung}, p.Ladder...)
	best := bruteForce(&p)
	loss := best.values[1:]
	for k := range loss {
		loss[k] -= total(&p, &p.Ladder[k+1], s.Pairs)
	}
	return loss, best.values[0] == -1
}

// fewer solves a problem in which a row may have one column less than it has.
func fewer(t *testing.T, p Problem, s *Solution, row int) (*Solution, bool) {
	t.Helper()
	units := int64(0)
	for _, a := range s.Pairs {
		if rowOf(&p, a) == row {
			units++
		}
	}
	if units == 0 || p.MinDemand != nil && units <= p.MinDemand[row] {
		return nil, false
	}
	demand := slices.Clone(p.Demand)
	if demand == nil {
		demand = slices.Repeat([]int64{1}, p.Rows)
	}
	demand[row] = units - 1
	p.Demand = demand
	best, err := Solve(t.Context(), p, Options{})
	return best, err == nil
}

func TestAlternativesAreWhatForcingThePairCosts(t *testing.T) {
	questionsOf(t, 1, 150, []int64{0, 1, 6, 1000}, func(_ *rand.Rand, p Problem, s *Solution, q *Probe) {
		for i := range p.Rows {
			var want []Alternative
			if best, ok := fewer(t, p, s, i); ok {
				want = append(want, Alternative{Column: -1, Loss: minus(&p, best, s)})
			}
			for a, to := p.pairs(i); a < to; a++ {
				if loss, ok := forced(p, s, a); ok && !slices.Contains(s.Pairs, int32(a)) {
					want = append(want, Alternative{Column: p.Cols[a], Loss: loss})
				}
			}
			sortAlternatives(want)
			have, err := q.Alternatives(t.Context(), i, 0)
			require.NoError(t, err)
			require.Equal(t, want, withoutMoves(have), describe(&p))
			for k := 1; k <= len(want); k++ {
				best, err := Alternatives(t.Context(), p, s, i, k)
				require.NoError(t, err)
				require.Equal(t, want[:k], withoutMoves(best))
			}
		}
	})
}

func sortAlternatives(a []Alternative) {
	slices.SortFunc(a, func(a, b Alternative) int {
		return cmp.Or(slices.Compare(a.Loss, b.Loss), cmp.Compare(a.Column, b.Column))
	})
}

func withoutMoves(a []Alternative) []Alternative {
	var out []Alternative
	for _, b := range a {
		out = append(out, Alternative{Column: b.Column, Loss: b.Loss})
	}
	return out
}

func TestTheMovesOfAnAlternativeCostWhatItSays(t *testing.T) {
	questions(t, 2, 300, func(_ *rand.Rand, p Problem, s *Solution, q *Probe) {
		for i := range p.Rows {
			all, err := q.Alternatives(t.Context(), i, 0)
			require.NoError(t, err)
			for _, a := range all {
				moved := &Solution{Pairs: moved(t, &p, s.Pairs, a.Moves)}
				require.Equal(t, a.Loss, minus(&p, moved, s))
				require.NoError(t, newChecker(&p).assignment(moved.Pairs))
				require.Equal(t, Move{Row: i, From: a.Moves[0].From, To: a.Column}, a.Moves[0])
			}
		}
	})
}

// moved returns the pairs in use after some moves.
func moved(t *testing.T, p *Problem, pairs []int32, moves []Move) []int32 {
	t.Helper()
	pairs = slices.Clone(pairs)
	for _, m := range moves {
		if m.From >= 0 {
			a := int32(p.find(int32(m.Row), m.From))
			n, ok := slices.BinarySearch(pairs, a)
			require.True(t, ok)
			pairs = slices.Delete(pairs, n, n+1)
		}
	}
	for _, m := range moves {
		if m.To >= 0 {
			a := int32(p.find(int32(m.Row), m.To))
			n, ok := slices.BinarySearch(pairs, a)
			require.False(t, ok)
			pairs = slices.Insert(pairs, n, a)
		}
	}
	return pairs
}

func TestAProbeRefusesWhatDoesNotExist(t *testing.T) {
	p := waiting(programme(12, 3, 3, 1), 1)
	s := solve(t, p)
	q, err := NewProbe(t.Context(), p, s)
	require.NoError(t, err)
	for name, ask := range map[string]func() error{
		"row":     func() error { _, err := q.Alternatives(t.Context(), 12, 1); return err },
		"row, -1": func() error { _, err := q.DemandWorth(t.Context(), -1); return err },
		"column":  func() error { _, err := q.PlaceWorth(t.Context(), 4); return err },
		"rung":    func() error { _, err := q.PairRange(t.Context(), 4, 0); return err },
		"pair":    func() error { _, err := q.PairRange(t.Context(), 0, len(p.Cols)); return err },
	} {
		t.Run(name, func(t *testing.T) {
			var refused *ProblemError
			require.ErrorAs(t, ask(), &refused)
			require.Equal(t, FaultIndex, refused.Fault)
		})
	}
	t.Run("unproven", func(t *testing.T) {
		bad := s.clone()
		bad.Rungs[0].Value++
		var refused *SolutionError
		_, err := Alternatives(t.Context(), p, bad, 0, 1)
		require.ErrorAs(t, err, &refused)
	})
	t.Run("cancelled", func(t *testing.T) {
		ctx, cancel := context.WithCancelCause(t.Context())
		reason := errors.New("enough")
		cancel(reason)
		_, err := q.Alternatives(ctx, 0, 1)
		require.ErrorIs(t, err, reason)
	})
}
