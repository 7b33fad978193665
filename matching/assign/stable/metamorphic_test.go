package stable

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// shuffled is a problem with rows and columns in another order, and the way back.
type shuffled struct {
	p        Problem
	row, col []int   // new to old
	pair     []int32 // new to old
}

// shuffle orders rows and columns anew. The tie-break goes on speaking of those it
// knows.
func shuffle(r *rand.Rand, p Problem) shuffled {
	s := shuffled{row: r.Perm(p.Rows), col: r.Perm(len(p.Capacity))}
	newCol := make([]int32, len(s.col))
	s.p = Problem{Rows: p.Rows, Start: []int{0}}
	for n, old := range s.col {
		newCol[old] = int32(n)
		s.p.Capacity = append(s.p.Capacity, p.Capacity[old])
	}
	for _, old := range s.row {
		first := len(s.pair)
		for a := p.Start[old]; a < p.Start[old+1]; a++ {
			s.pair = append(s.pair, int32(a))
		}
		slices.SortFunc(s.pair[first:], func(a, b int32) int { return int(newCol[p.Cols[a]] - newCol[p.Cols[b]]) })
		s.p.Start = append(s.p.Start, len(s.pair))
	}
	pick := func(ranks []int32) []int32 {
		if ranks == nil {
			return nil
		}
		out := []int32{}
		for _, a := range s.pair {
			out = append(out, ranks[a])
		}
		return out
	}
	s.p.RowRank, s.p.ColRank = pick(p.RowRank), pick(p.ColRank)
	for _, a := range s.pair {
		s.p.Cols = append(s.p.Cols, newCol[p.Cols[a]])
	}
	s.p.TieBreak = func(counter, row, col int) uint64 { return p.TieBreak(counter, s.row[row], s.col[col]) }
	return s
}

// back returns pairs under their old names.
func (s *shuffled) back(pairs []int32) []int32 {
	old := []int32{}
	for _, a := range pairs {
		old = append(old, s.pair[a])
	}
	slices.Sort(old)
	return old
}

func TestTheOrderOfRowsAndColumnsChangesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 1))
	levelled := func(f voter) solver {
		return func(ctx context.Context, p Problem) ([]int32, error) {
			s, err := f(ctx, p)
			return s.Pairs, err
		}
	}
	for n := range 300 * scale(t) {
		p := shape{rows: 40, cols: 15, capacity: 3, ranks: 1 + r.Int32N(5), density: 0.3}.random(r)
		p.TieBreak = hash(r.Uint64())
		s := shuffle(r, p)
		for k, f := range []solver{RowOptimal, ColumnOptimal, levelled(Popular), levelled(Fullest)} {
			want, err := f(context.Background(), p)
			require.NoError(t, err)
			got, err := f(context.Background(), s.p)
			require.NoError(t, err)
			require.Equal(t, want, s.back(got), "problem %d solver %d", n, k)
		}
	}
}

func TestTheOrderOfRowsColumnsAndGroupsChangesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2))
	for n := range 300 * scale(t) {
		p := shape{rows: 40, cols: 15, capacity: 3, ranks: 1 + r.Int32N(5), density: 0.3}.random(r)
		p.TieBreak = hash(r.Uint64())
		g := supervised(p, 4, 5)
		s := shuffle(r, g.Problem)
		groups := r.Perm(len(g.Limit)) // old to new
		other := Grouped{Problem: s.p, Limit: slices.Clone(g.Limit)}
		byNew := make([]int, len(groups))
		for old, now := range groups {
			byNew[now] = old
			other.Limit[now] = g.Limit[old]
		}
		for _, old := range s.col {
			other.Group = append(other.Group, int32(groups[g.Group[old]]))
		}
		other.Problem.TieBreak = func(counter, row, k int) uint64 {
			if counter == drawCols {
				return p.TieBreak(counter, s.row[row], byNew[k])
			}
			return p.TieBreak(counter, s.row[row], s.col[k])
		}
		got := pairsOf(solveGrouped(t, other))
		require.Equal(t, pairsOf(solveGrouped(t, g)), s.back(got), "problem %d", n)
	}
}

func TestStretchedRanksChangeNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 3))
	for n := range 300 * scale(t) {
		p := small(r)
		want := solve(t, RowOptimal, p)
		for _, ranks := range [][]int32{p.RowRank, p.ColRank} {
			for a := range ranks {
				ranks[a] = 7*ranks[a] + 1000
			}
		}
		require.Equal(t, want, solve(t, RowOptimal, p), "problem %d", n)
	}
}

func TestBreakingTiesFirstChangesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	for n := range 1000 * scale(t) {
		p := small(r)
		broken := strict(t, p)
		require.Equal(t, solve(t, RowOptimal, p), solve(t, RowOptimal, broken), "problem %d", n)
		require.Equal(t, solve(t, ColumnOptimal, p), solve(t, ColumnOptimal, broken), "problem %d", n)
		require.Equal(t, elect(t, Popular, p), elect(t, Popular, broken), "problem %d", n)
		require.Equal(t, elect(t, Fullest, p), elect(t, Fullest, broken), "problem %d", n)
	}
}

func TestOneLotteryForAllColumnsTreatsRowsAlikeEverywhere(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 5))
	for range 300 * scale(t) {
		p := small(r)
		lot := hash(r.Uint64())
		p.ColRank = nil
		p.TieBreak = func(counter, row, col int) uint64 {
			if counter == drawCols {
				return lot(0, row, 0)
			}
			return lot(1, row, col)
		}
		// With one order of all rows there is one stable matching: each row in its
		// turn takes the best of what is left.
		require.Equal(t, solve(t, RowOptimal, p), solve(t, ColumnOptimal, p))
	}
}

func TestNothingIsWrittenToAProblem(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 6))
	for range 300 * scale(t) {
		p := small(r)
		before := Problem{
			Rows: p.Rows, Capacity: slices.Clone(p.Capacity), Start: slices.Clone(p.Start),
			Cols: slices.Clone(p.Cols), RowRank: slices.Clone(p.RowRank), ColRank: slices.Clone(p.ColRank),
		}
		everySolver(context.Background(), p)
		everyError(p)
		p.TieBreak = nil
		require.Equal(t, before, p)
	}
}
