package stable

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// feasible lists the matchings that respect all quotas. With closures a column that
// has nobody need not reach its lower quota.
func (f *file) feasible(closures bool) [][]int32 {
	p := &f.grouped.Problem
	return slices.DeleteFunc(all(p), func(use []int32) bool {
		for j, mine := range held(p, use) {
			if n := int64(len(mine)); n < f.lower[j] && !(closures && n == 0) {
				return true
			}
		}
		for k, n := range f.groupLoads(use) {
			if n < f.groupLower[k] || n > f.grouped.Limit[k] {
				return true
			}
		}
		return false
	})
}

// groupLoads counts the rows of each group.
func (f *file) groupLoads(use []int32) []int64 {
	load := make([]int64, len(f.grouped.Limit))
	if len(load) > 0 {
		for _, a := range pairsOf(use) {
			load[f.grouped.Group[f.grouped.Problem.Cols[a]]]++
		}
	}
	return load
}

// fromTarget returns the largest and the total difference of loads from targets.
func (f *file) fromTarget(load []int64) (largest, total int) {
	for k, n := range load {
		d := int(max(n-f.target[k], f.target[k]-n))
		largest, total = max(largest, d), total+d
	}
	return largest, total
}

// profile counts the rows that have each rank, the longest list giving its length.
func (f *file) profile(use []int32) []int {
	return profile(&f.grouped.Problem, use, slices.Max(f.grouped.Problem.RowRank)+1)
}

// ofProfile returns the number of rows, the sum and the sum of squares of their
// ranks, counted from 1, and the worst rank.
func ofProfile(profile []int) (size, cost, squared, degree int) {
	for r, n := range profile {
		rank := r + 1
		size, cost, squared = size+n, cost+n*rank, squared+n*rank*rank
		if n > 0 {
			degree = rank
		}
	}
	return size, cost, squared, degree
}

// bruteFigures tries all matchings.
func (f *file) bruteFigures(closures bool) figures {
	best := figures{cost: none, degree: none, squared: none, largestFromTarget: none, totalFromTarget: none}
	for _, use := range f.feasible(closures) {
		best.feasible = true
		largest, total := f.fromTarget(f.groupLoads(use))
		best.largestFromTarget = min(best.largestFromTarget, largest)
		best.totalFromTarget = min(best.totalFromTarget, total)
		p := f.profile(use)
		if best.greedy == nil || slices.Compare(p, best.greedy) > 0 {
			best.greedy = p
		}
		size, cost, squared, degree := ofProfile(p)
		if size < best.size {
			continue
		}
		if size > best.size || best.generousMost == nil {
			best.size, best.cost, best.squared, best.degree = size, none, none, none
			best.generousMost, best.greedyMost = p, p
		}
		best.cost, best.squared, best.degree = min(best.cost, cost), min(best.squared, squared), min(best.degree, degree)
		if slices.Compare(p, best.greedyMost) > 0 {
			best.greedyMost = p
		}
		if slices.Compare(backwards(p), backwards(best.generousMost)) < 0 {
			best.generousMost = p
		}
	}
	if !best.feasible {
		return figures{}
	}
	return best
}

func backwards(list []int) []int {
	list = slices.Clone(list)
	slices.Reverse(list)
	return list
}

func TestPublishedFiguresAreThoseOfBruteForce(t *testing.T) {
	for _, f := range smalls(t, "hr", "spa", "spa_onesided") {
		t.Run(f.String(), func(t *testing.T) {
			require.Equal(t, publishedFigures(t, f, "bruteforce"), f.bruteFigures(false))
			if f.kind == "hr" {
				require.Equal(t, publishedFigures(t, f, "bruteforce_pc"), f.bruteFigures(true))
			}
		})
	}
}

func TestPublishedMatchingsReachThePublishedFigures(t *testing.T) {
	answered := map[string][]string{
		"hr":           {"genmax", "gremax", "gre_pc"},
		"spa":          {"genmax", "gremax"},
		"spa_onesided": {"genmax"},
	}
	for _, f := range smalls(t, "hr", "spa", "spa_onesided") {
		best := publishedFigures(t, f, "bruteforce")
		want := map[string][]int{"genmax": best.generousMost, "gremax": best.greedyMost, "gre_pc": best.greedy}
		for _, folder := range answered[f.kind] {
			t.Run(f.String()+"/"+folder, func(t *testing.T) {
				a, ok := answers(t, f, folder)
				require.Equal(t, best.feasible, ok)
				if !ok {
					return
				}
				use := f.published(t, a["matching"])
				closures := folder == "gre_pc"
				require.True(t, slices.ContainsFunc(f.feasible(closures), func(other []int32) bool { return slices.Equal(use, other) }))
				require.Equal(t, want[folder], f.profile(use))
				require.Equal(t, want[folder], numbers(t, a["profile"]))
			})
		}
	}
}
