package stable

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPublishedStableMatchingsAreAccepted(t *testing.T) {
	for _, f := range smalls(t, "spa_no_lq") {
		t.Run(f.String(), func(t *testing.T) {
			a, ok := answers(t, f, "stable")
			require.True(t, ok)
			use := f.published(t, a["matching"])
			require.NoError(t, CheckGrouped(f.grouped, pairsOf(use)))
			require.Empty(t, blockingGrouped(&f.grouped, use))
			_, cost, squared, degree := ofProfile(f.profile(use))
			require.EqualValues(t, number(t, a["cost"]), cost)
			require.EqualValues(t, number(t, a["cost_sq"]), squared)
			require.EqualValues(t, number(t, a["degree"]), degree)
		})
	}
}

func TestAllStableMatchingsOfThePublishedProblemsAreFound(t *testing.T) {
	// How many there are, and their sizes. Problem 2 has some that serve one student
	// more than the published one.
	want := []struct {
		count int
		sizes []int
	}{{1, []int{6}}, {5, []int{6}}, {6, []int{5, 6}}, {1, []int{6}}, {2, []int{6}}}
	for _, f := range smalls(t, "spa_no_lq") {
		t.Run(f.String(), func(t *testing.T) {
			found, sizes := 0, []int{}
			for _, use := range allGrouped(&f.grouped) {
				if CheckGrouped(f.grouped, pairsOf(use)) == nil {
					found++
					sizes = append(sizes, size(use))
				}
			}
			slices.Sort(sizes)
			require.Equal(t, want[f.n].count, found)
			require.Equal(t, want[f.n].sizes, slices.Compact(sizes))
		})
	}
}

func TestPublishedProblemsAreSolvedWhateverTheTieBreak(t *testing.T) {
	for _, f := range smalls(t, "spa_no_lq") {
		t.Run(f.String(), func(t *testing.T) {
			for seed := range uint64(100) {
				f.grouped.Problem.TieBreak = hash(seed)
				require.NoError(t, CheckGrouped(f.grouped, pairsOf(solveGrouped(t, f.grouped))))
			}
		})
	}
}

// Lower quotas have no part in stability: without them the hospitals are a problem
// that all solvers here can read.
func TestHospitalsOfThePublishedProblemsAreSolved(t *testing.T) {
	for _, f := range smalls(t, "hr") {
		t.Run(f.String(), func(t *testing.T) {
			p := f.grouped.Problem
			for seed := range uint64(100) {
				p.TieBreak = hash(seed)
				broken := strict(t, p)
				ones := stableOnes(&broken)
				for _, s := range []solver{RowOptimal, ColumnOptimal} {
					use := solve(t, s, p)
					require.NoError(t, Check(p, pairsOf(use)))
					require.True(t, slices.ContainsFunc(ones, func(other []int32) bool { return slices.Equal(use, other) }))
				}
				require.NoError(t, CheckPopular(p, elect(t, Popular, p)))
				require.NoError(t, CheckFullest(p, elect(t, Fullest, p)))
			}
		})
	}
}
