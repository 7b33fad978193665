package stable

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

type voter func(context.Context, Problem) (*Solution, error)

func elect(t testing.TB, f voter, p Problem) *Solution {
	t.Helper()
	s, err := f(context.Background(), p)
	require.NoError(t, err)
	return s
}

func TestPopularIsNeverOutvoted(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 1))
	for n := range 1000 * scale(t) {
		p := small(r)
		broken := strict(t, p)
		s := elect(t, Popular, p)
		require.False(t, places(&broken).beaten(useOf(&p, s.Pairs), all(&p)), "problem %d", n)
		require.NoError(t, CheckPopular(p, s), "problem %d", n)
	}
}

func TestPopularServesAsManyAsAnyPopularMatching(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	for n := range 1000 * scale(t) {
		p := small(r)
		broken := strict(t, p)
		s := elect(t, Popular, p)
		others := all(&p)
		for _, larger := range others {
			if size(larger) <= len(s.Pairs) {
				continue
			}
			for _, vote := range []ballot{places(&broken), correspondence(&broken)} {
				require.True(t, vote.beaten(larger, others), "problem %d: %v is popular and larger", n, larger)
			}
		}
	}
}

func TestTheVoteByPlacesIsAtLeastAsDemandingAsThatByCorrespondence(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 3))
	for range 50 * scale(t) {
		p := strict(t, small(r))
		matchings := all(&p)
		for range 1000 {
			a, b := matchings[r.IntN(len(matchings))], matchings[r.IntN(len(matchings))]
			require.GreaterOrEqual(t, places(&p).margin(a, b), correspondence(&p).margin(a, b))
		}
	}
}

func TestStableMatchingsArePopularAndNoPopularOneIsSmaller(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 4))
	for n := range 300 * scale(t) {
		p := strict(t, small(r))
		others := all(&p)
		ones := stableOnes(&p)
		for _, use := range ones {
			require.False(t, places(&p).beaten(use, others), "problem %d", n)
		}
		for _, use := range others {
			if size(use) < size(ones[0]) {
				require.True(t, places(&p).beaten(use, others), "problem %d: %v", n, use)
				require.True(t, correspondence(&p).beaten(use, others), "problem %d: %v", n, use)
			}
		}
	}
}

func TestFullestIsLargestAndNeverOutvotedByAnotherThatIs(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 5))
	for n := range 1000 * scale(t) {
		p := small(r)
		broken := strict(t, p)
		s := elect(t, Fullest, p)
		others := all(&p)
		for _, use := range others {
			require.LessOrEqual(t, size(use), len(s.Pairs), "problem %d", n)
		}
		others = slices.DeleteFunc(others, func(use []int32) bool { return size(use) < len(s.Pairs) })
		require.False(t, places(&broken).beaten(useOf(&p, s.Pairs), others), "problem %d", n)
		require.NoError(t, CheckFullest(p, s), "problem %d", n)
	}
}

// Whatever the levels are: what the check accepts is true.
func TestCheckPopularAcceptsNothingThatIsFalse(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 6))
	accepted := 0
	for n := range 100 * scale(t) {
		p := strict(t, small(r))
		others := all(&p)
		largest := 0
		for _, use := range others {
			if !places(&p).beaten(use, others) {
				largest = max(largest, size(use))
			}
		}
		for _, use := range others {
			for _, level := range levels(p.Rows, 2) {
				if CheckPopular(p, &Solution{Pairs: pairsOf(use), Level: level}) != nil {
					continue
				}
				accepted++
				require.False(t, places(&p).beaten(use, others), "problem %d: %v %v", n, use, level)
				require.Equal(t, largest, size(use), "problem %d: %v %v", n, use, level)
			}
		}
	}
	require.Positive(t, accepted)
}

func TestCheckFullestAcceptsNothingThatIsFalse(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 7))
	accepted := 0
	for n := range 40 * scale(t) {
		p := strict(t, small(r))
		others := all(&p)
		largest := size(slices.MaxFunc(others, func(a, b []int32) int { return size(a) - size(b) }))
		rivals := slices.DeleteFunc(slices.Clone(others), func(use []int32) bool { return size(use) < largest })
		for _, use := range others {
			for _, level := range levels(p.Rows, 4) {
				if CheckFullest(p, &Solution{Pairs: pairsOf(use), Level: level}) != nil {
					continue
				}
				accepted++
				require.Equal(t, largest, size(use), "problem %d: %v %v", n, use, level)
				require.False(t, places(&p).beaten(use, rivals), "problem %d: %v %v", n, use, level)
			}
		}
	}
	require.Positive(t, accepted)
}

// levels lists every way to give rows one of n levels.
func levels(rows, n int) [][]int32 {
	found := [][]int32{{}}
	for range rows {
		var longer [][]int32
		for _, l := range found {
			for k := range n {
				longer = append(longer, append(slices.Clone(l), int32(k)))
			}
		}
		found = longer
	}
	return found
}

func TestLargePopularMatchingsAreProvenAndInOrderOfSize(t *testing.T) {
	for _, div := range []int{2, 3, 4} {
		p := programme(3000, div, 2, 3)
		some := len(pairsOf(solve(t, RowOptimal, p)))
		popular, fullest := elect(t, Popular, p), elect(t, Fullest, p)
		require.NoError(t, CheckPopular(p, popular))
		require.NoError(t, CheckFullest(p, fullest))
		require.Len(t, fullest.Pairs, maximum(&p), "a largest matching by another algorithm")
		require.Less(t, some, len(popular.Pairs))
		require.Less(t, len(popular.Pairs), len(fullest.Pairs))
		require.GreaterOrEqual(t, 2*some, len(fullest.Pairs), "a stable matching is at least half of the largest")
		require.GreaterOrEqual(t, 3*len(popular.Pairs), 2*len(fullest.Pairs), "a largest popular one is at least two thirds")
	}
}

// maximum counts the rows of a largest matching, by augmenting paths.
func maximum(p *Problem) int {
	has := make([][]int32, len(p.Capacity)) // rows of each column
	var seen []bool
	var place func(i int32) bool
	place = func(i int32) bool {
		for _, j := range p.Cols[p.Start[i]:p.Start[i+1]] {
			if seen[j] {
				continue
			}
			seen[j] = true
			if int64(len(has[j])) < p.Capacity[j] {
				has[j] = append(has[j], i)
				return true
			}
			for n, k := range has[j] {
				if place(k) {
					has[j][n] = i
					return true
				}
			}
		}
		return false
	}
	count := 0
	for i := range p.Rows {
		seen = make([]bool, len(p.Capacity))
		if place(int32(i)) {
			count++
		}
	}
	return count
}

// A chain in which each step is refused by all needs a level of its own: every row
// would rather have the next row's column, and every column its neighbour's row.
func TestALongChainNeedsManyLevels(t *testing.T) {
	const rows = 50
	p := Problem{Rows: rows, Start: []int{0}}
	for i := range rows {
		p.Capacity = append(p.Capacity, 1)
		if i > 0 {
			p.Cols, p.RowRank, p.ColRank = append(p.Cols, int32(i-1)), append(p.RowRank, 0), append(p.ColRank, 0)
		}
		p.Cols, p.RowRank, p.ColRank = append(p.Cols, int32(i)), append(p.RowRank, 1), append(p.ColRank, 1)
		p.Start = append(p.Start, len(p.Cols))
	}
	require.Len(t, pairsOf(solve(t, RowOptimal, p)), rows-1)
	s := elect(t, Fullest, p)
	require.Len(t, s.Pairs, rows)
	require.NoError(t, CheckFullest(p, s))
}
