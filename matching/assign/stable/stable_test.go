package stable

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestBlockingPairsAreThoseOfTheDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for n := range 1000 * scale(t) {
		p := small(r)
		for _, use := range all(&p) {
			found, err := BlockingPairs(p, pairsOf(use))
			require.NoError(t, err)
			pairs := []int32{}
			for _, b := range found {
				pairs = append(pairs, b.Pair)
			}
			require.Equal(t, blocking(&p, use), pairs, "problem %d", n)
		}
	}
}

func TestEveryBlockingPairHasItsReason(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 * scale(t) {
		p := small(r)
		for _, use := range all(&p) {
			columns := held(&p, use)
			found, err := BlockingPairs(p, pairsOf(use))
			require.NoError(t, err)
			for _, b := range found {
				require.Equal(t, int(p.Cols[b.Pair]), b.Col)
				require.True(t, p.Start[b.Row] <= int(b.Pair) && int(b.Pair) < p.Start[b.Row+1])
				mine := columns[b.Col]
				if int64(len(mine)) < p.Capacity[b.Col] {
					require.Equal(t, ReasonFree, b.Reason)
					require.EqualValues(t, -1, b.Against)
					continue
				}
				require.Equal(t, ReasonBetter, b.Reason)
				worst := slices.MaxFunc(mine, func(a, b int32) int { return int(rankOf(p.ColRank, a) - rankOf(p.ColRank, b)) })
				require.Equal(t, worst, b.Against)
			}
		}
	}
}

func TestBothExtremesAreStableUnderTheTiesAsGiven(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 3))
	for n := range 5000 * scale(t) {
		p := small(r)
		for _, f := range []solver{RowOptimal, ColumnOptimal} {
			use := solve(t, f, p)
			require.Empty(t, blocking(&p, use), "problem %d", n)
			require.NoError(t, Check(p, pairsOf(use)), "problem %d", n)
		}
	}
}

func TestRowOptimalIsBestForEveryRowOfAllStableMatchings(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 4))
	for n := range 5000 * scale(t) {
		p := small(r)
		broken := strict(t, p)
		got := solve(t, RowOptimal, p)
		require.Empty(t, blocking(&broken, got), "problem %d", n)
		for _, use := range stableOnes(&broken) {
			for i := range use {
				if use[i] >= 0 {
					require.LessOrEqual(t, broken.RowRank[got[i]], broken.RowRank[use[i]], "problem %d row %d", n, i)
				}
			}
		}
	}
}

func TestColumnOptimalIsBestForEveryColumnPlaceByPlace(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 5))
	for n := range 5000 * scale(t) {
		p := small(r)
		broken := strict(t, p)
		got := solve(t, ColumnOptimal, p)
		require.Empty(t, blocking(&broken, got), "problem %d", n)
		for _, use := range stableOnes(&broken) {
			mine, other := held(&broken, got), held(&broken, use)
			for j := range mine {
				a, b := ranks(broken.ColRank, mine[j]), ranks(broken.ColRank, other[j])
				require.Len(t, a, len(b), "problem %d column %d", n, j)
				for k := range a {
					require.LessOrEqual(t, a[k], b[k], "problem %d column %d", n, j)
				}
			}
		}
	}
}

// ranks lists the ranks of pairs, best first.
func ranks(rank, pairs []int32) []int32 {
	out := []int32{}
	for _, a := range pairs {
		out = append(out, rank[a])
	}
	slices.Sort(out)
	return out
}

func TestColumnOptimalIsWorstForEveryRow(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 6))
	for n := range 2000 * scale(t) {
		p := small(r)
		broken := strict(t, p)
		got := solve(t, ColumnOptimal, p)
		for _, use := range stableOnes(&broken) {
			for i := range use {
				if use[i] >= 0 {
					require.GreaterOrEqual(t, broken.RowRank[got[i]], broken.RowRank[use[i]], "problem %d row %d", n, i)
				}
			}
		}
	}
}

// The theorem of rural hospitals (Roth 1986).
func TestStableMatchingsOfStrictPreferencesServeTheSameRows(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 7))
	several := 0
	for n := range 5000 * scale(t) {
		p := strict(t, small(r))
		ones := stableOnes(&p)
		require.NotEmpty(t, ones)
		first := held(&p, ones[0])
		for _, use := range ones[1:] {
			several++
			for i := range use {
				require.Equal(t, ones[0][i] < 0, use[i] < 0, "problem %d row %d", n, i)
			}
			for j, mine := range held(&p, use) {
				require.Len(t, mine, len(first[j]), "problem %d column %d", n, j)
				if int64(len(mine)) < p.Capacity[j] {
					require.Equal(t, first[j], mine, "problem %d column %d has a free place", n, j)
				}
			}
		}
	}
	require.Positive(t, several)
}

func TestLargeExtremesAreStableAndServeTheSameRows(t *testing.T) {
	p := programme(3000, 3, 20, 1)
	broken := strict(t, p)
	byRow, byCol := solve(t, RowOptimal, p), solve(t, ColumnOptimal, p)
	for _, use := range [][]int32{byRow, byCol} {
		require.NoError(t, Check(p, pairsOf(use)))
		require.NoError(t, Check(broken, pairsOf(use)))
	}
	for i := range byRow {
		require.Equal(t, byRow[i] < 0, byCol[i] < 0, "row %d", i)
		if byRow[i] >= 0 {
			require.LessOrEqual(t, broken.RowRank[byRow[i]], broken.RowRank[byCol[i]], "row %d", i)
		}
	}
}

func TestNobodyPrefersAnything(t *testing.T) {
	p := Problem{Rows: 3, Capacity: []int64{1, 1}, Start: []int{0, 2, 4, 6}, Cols: []int32{0, 1, 0, 1, 0, 1}}
	pairs := pairsOf(solve(t, RowOptimal, p))
	require.Equal(t, []int32{0, 3}, pairs, "the first rows get the first columns")
	p.TieBreak = func(_, row, col int) uint64 { return uint64(10 - 3*row - col) }
	pairs = pairsOf(solve(t, RowOptimal, p))
	require.Equal(t, []int32{2, 5}, pairs, "the tie-break prefers the last ones")
}

func TestTheZeroProblemHasTheEmptyMatching(t *testing.T) {
	require.Empty(t, solve(t, RowOptimal, Problem{}))
	require.Empty(t, solve(t, ColumnOptimal, Problem{}))
	require.NoError(t, Check(Problem{}, nil))
}
