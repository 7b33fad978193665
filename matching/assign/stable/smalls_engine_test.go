package stable

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching/assign"
)

// quotas are bounds on the load of every column.
type quotas struct{ lower, upper []int64 }

// cases lists the quotas under which the engine covers all feasible matchings.
//
// Hospitals need one, or with closures one for each set of hospitals that close.
// Limits of lecturers are no bounds on single columns; a case for each number of
// students of every project that lecturers and projects allow takes their place.
func (f *file) cases(closures bool) []quotas {
	upper := f.grouped.Problem.Capacity
	found := []quotas{{}}
	for j := range upper {
		var longer []quotas
		for _, q := range found {
			add := func(lower, upper int64) {
				longer = append(longer, quotas{append(slices.Clone(q.lower), lower), append(slices.Clone(q.upper), upper)})
			}
			switch {
			case f.target == nil:
				add(f.lower[j], upper[j])
				if closures {
					add(0, 0)
				}
			default:
				for n := f.lower[j]; n <= upper[j]; n++ {
					add(n, n)
				}
			}
		}
		found = longer
	}
	return slices.DeleteFunc(found, func(q quotas) bool {
		load := f.loadsOf(q)
		for k, n := range load {
			if n < f.groupLower[k] || n > f.grouped.Limit[k] {
				return true
			}
		}
		return false
	})
}

// loadsOf adds up the columns of each group.
func (f *file) loadsOf(q quotas) []int64 {
	load := make([]int64, len(f.grouped.Limit))
	for j, k := range f.grouped.Group {
		load[k] += q.upper[j]
	}
	return load
}

// solve finds the values of a ladder under one case; it reports false when nothing
// is feasible.
func (f *file) solve(t testing.TB, q quotas, ladder []assign.Rung) ([]int64, bool) {
	t.Helper()
	p := assign.Problem{
		Rows:     f.grouped.Problem.Rows,
		Capacity: q.upper,
		MinLoad:  q.lower,
		Start:    f.grouped.Problem.Start,
		Cols:     f.grouped.Problem.Cols,
		Ladder:   ladder,
	}
	s, err := assign.Solve(context.Background(), p, assign.Options{})
	var infeasible *assign.InfeasibleError
	if errors.As(err, &infeasible) {
		return nil, false
	}
	require.NoError(t, err)
	require.NoError(t, assign.Check(p, s))
	values := make([]int64, len(ladder))
	for n := range values {
		values[n] = s.Rungs[n].Value
	}
	return values, true
}

// climb finds the values of a ladder that are best of all cases.
func (f *file) climb(t testing.TB, cases []quotas, ladder []assign.Rung) []int64 {
	t.Helper()
	var best []int64
	for _, q := range cases {
		if values, ok := f.solve(t, q, ladder); ok && (best == nil || slices.Compare(values, best) < 0) {
			best = values
		}
	}
	return best
}

// engineFigures computes by assign.Solve what bruteFigures does by trying all.
func (f *file) engineFigures(t testing.TB, closures bool) figures {
	t.Helper()
	cases := slices.DeleteFunc(f.cases(closures), func(q quotas) bool {
		_, ok := f.solve(t, q, nil)
		return !ok
	})
	if len(cases) == 0 {
		return figures{}
	}
	ranks := f.grouped.Problem.RowRank
	generous, greedy := Generous(ranks), RankMaximal(ranks)
	served := generous[0]
	cost, squared := assign.Rung{ID: "cost"}, assign.Rung{ID: "squared"}
	for _, r := range ranks {
		rank := int64(r) + 1
		cost.Pair, squared.Pair = append(cost.Pair, rank), append(squared.Pair, rank*rank)
	}
	profile := func(values []int64, sign int) []int {
		counts := []int{}
		for _, v := range values {
			counts = append(counts, sign*int(v))
		}
		return counts
	}
	found := figures{
		feasible:          true,
		size:              -int(f.climb(t, cases, []assign.Rung{served})[0]),
		cost:              int(f.climb(t, cases, []assign.Rung{served, cost})[1]),
		squared:           int(f.climb(t, cases, []assign.Rung{served, squared})[1]),
		generousMost:      backwards(profile(f.climb(t, cases, generous)[1:], 1)),
		greedyMost:        profile(f.climb(t, cases, append([]assign.Rung{served}, greedy...))[1:], -1),
		greedy:            profile(f.climb(t, cases, greedy), -1),
		largestFromTarget: none, totalFromTarget: none,
	}
	_, _, _, found.degree = ofProfile(found.generousMost) // whatever spares the worst rank also has the least
	for _, q := range cases {
		largest, total := f.fromTarget(f.loadsOf(q))
		found.largestFromTarget = min(found.largestFromTarget, largest)
		found.totalFromTarget = min(found.totalFromTarget, total)
	}
	return found
}

func TestPublishedFiguresAreThoseOfTheEngine(t *testing.T) {
	for _, f := range smalls(t, "hr", "spa", "spa_onesided") {
		t.Run(f.String(), func(t *testing.T) {
			require.Equal(t, publishedFigures(t, f, "bruteforce"), f.engineFigures(t, false))
			if f.kind == "hr" {
				require.Equal(t, publishedFigures(t, f, "bruteforce_pc"), f.engineFigures(t, true))
			}
		})
	}
}
