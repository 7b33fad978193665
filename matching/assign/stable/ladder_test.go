package stable

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching/assign"
)

// profile counts the pairs of each rank.
func profile(p *Problem, use []int32, ranks int32) []int {
	count := make([]int, ranks)
	for _, a := range pairsOf(use) {
		count[p.RowRank[a]]++
	}
	return count
}

// climb keeps the matchings that are optimal for every rung of a ladder.
func climb(ladder []assign.Rung, matchings [][]int32) [][]int32 {
	for _, rung := range ladder {
		cost := func(use []int32) int64 {
			sum := int64(0)
			for _, a := range pairsOf(use) {
				sum += rung.Pair[a]
			}
			return sum
		}
		best := cost(matchings[0])
		for _, use := range matchings {
			best = min(best, cost(use))
		}
		matchings = slices.DeleteFunc(matchings, func(use []int32) bool { return cost(use) > best })
	}
	return matchings
}

func TestTheLadderOfRankMaximalFindsTheGreatestProfile(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 1))
	const ranks = 4
	for n := range 1000 * scale(t) {
		p := shape{rows: 4, cols: 4, capacity: 2, ranks: ranks, density: 0.7}.random(r)
		p.RowRank = shape{ranks: ranks}.strictRanks(r, len(p.Cols))
		matchings := all(&p)
		want := profile(&p, slices.MaxFunc(matchings, func(a, b []int32) int {
			return slices.Compare(profile(&p, a, ranks), profile(&p, b, ranks))
		}), ranks)
		for _, use := range climb(RankMaximal(p.RowRank), matchings) {
			require.Equal(t, want, profile(&p, use, ranks), "problem %d", n)
		}
	}
}

func TestTheLadderOfGenerousServesMostAndThenSparesTheWorstRanks(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 2))
	const ranks = 4
	for n := range 1000 * scale(t) {
		p := shape{rows: 4, cols: 4, capacity: 2, ranks: ranks, density: 0.7}.random(r)
		p.RowRank = shape{ranks: ranks}.strictRanks(r, len(p.Cols))
		matchings := all(&p)
		backwards := func(use []int32) []int {
			count := profile(&p, use, ranks)
			slices.Reverse(count)
			return count
		}
		want := slices.MinFunc(matchings, func(a, b []int32) int {
			if size(a) != size(b) {
				return size(b) - size(a)
			}
			return slices.Compare(backwards(a), backwards(b))
		})
		for _, use := range climb(Generous(p.RowRank), matchings) {
			require.Equal(t, profile(&p, want, ranks), profile(&p, use, ranks), "problem %d", n)
		}
	}
}

// strictRanks draws ranks that are never absent.
func (s shape) strictRanks(r *rand.Rand, pairs int) []int32 {
	ranks := make([]int32, pairs)
	for a := range ranks {
		ranks[a] = r.Int32N(s.ranks)
	}
	return ranks
}

func TestLaddersHaveOneRungForEachRankThatOccurs(t *testing.T) {
	ranks := []int32{2, 0, 7, 0}
	require.Equal(t, []assign.Rung{
		{ID: "rank.1", Pair: []int64{0, -1, 0, -1}},
		{ID: "rank.3", Pair: []int64{-1, 0, 0, 0}},
		{ID: "rank.8", Pair: []int64{0, 0, -1, 0}},
	}, RankMaximal(ranks))
	require.Equal(t, []assign.Rung{
		{ID: "served", Pair: []int64{-1, -1, -1, -1}},
		{ID: "rank.8", Pair: []int64{0, 0, 1, 0}},
		{ID: "rank.3", Pair: []int64{1, 0, 0, 0}},
		{ID: "rank.1", Pair: []int64{0, 1, 0, 1}},
	}, Generous(ranks))
}

func TestLaddersOfNoRanks(t *testing.T) {
	require.Empty(t, RankMaximal(nil))
	require.Equal(t, []assign.Rung{{ID: "served", Pair: []int64{}}}, Generous(nil))
}
