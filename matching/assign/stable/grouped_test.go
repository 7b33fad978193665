package stable

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// supervised puts every so many columns of a problem into a group. The group ranks
// a row as its first column of the group does.
func supervised(p Problem, columns int, limit int64) Grouped {
	g := Grouped{Problem: p}
	for j := range p.Capacity {
		g.Group = append(g.Group, int32(j/columns))
	}
	g.Limit = slices.Repeat([]int64{limit}, (len(p.Capacity)+columns-1)/columns)
	g.Problem.ColRank = slices.Clone(p.ColRank)
	g.level()
	return g
}

// level gives all pairs of a row with one group the rank of the first.
func (g *Grouped) level() {
	p := &g.Problem
	if p.ColRank == nil {
		return
	}
	for i := range p.Rows {
		rank := map[int32]int32{}
		for a := p.Start[i]; a < p.Start[i+1]; a++ {
			k := g.Group[p.Cols[a]]
			if _, ok := rank[k]; !ok {
				rank[k] = p.ColRank[a]
			}
			p.ColRank[a] = rank[k]
		}
	}
}

// smallGrouped draws problems that brute force can answer.
func smallGrouped(r *rand.Rand) Grouped {
	g := Grouped{Problem: shape{rows: 4, cols: 5, capacity: 2, ranks: 1 + r.Int32N(6), density: 0.4 + 0.5*r.Float64()}.random(r)}
	for range 1 + r.IntN(3) {
		g.Limit = append(g.Limit, r.Int64N(4))
	}
	for range g.Problem.Capacity {
		g.Group = append(g.Group, r.Int32N(int32(len(g.Limit))))
	}
	g.level()
	return g
}

// withoutTies gives every row, and every group, ranks that differ.
func (g *Grouped) withoutTies(r *rand.Rand) {
	p := &g.Problem
	p.RowRank, p.ColRank = make([]int32, len(p.Cols)), make([]int32, len(p.Cols))
	ofGroup := make([][]int, len(g.Limit))
	for k := range ofGroup {
		ofGroup[k] = r.Perm(p.Rows)
	}
	for i := range p.Rows {
		from, to := p.Start[i], p.Start[i+1]
		for n, rank := range r.Perm(to - from) {
			p.RowRank[from+n] = int32(rank)
			p.ColRank[from+n] = int32(ofGroup[g.Group[p.Cols[from+n]]][i])
		}
	}
}

// allGrouped lists the matchings within the limits.
func allGrouped(g *Grouped) [][]int32 {
	return slices.DeleteFunc(all(&g.Problem), func(use []int32) bool {
		load := make([]int64, len(g.Limit))
		for _, a := range pairsOf(use) {
			load[g.Group[g.Problem.Cols[a]]]++
		}
		for k := range load {
			if load[k] > g.Limit[k] {
				return true
			}
		}
		return false
	})
}

// blockingGrouped lists the pairs that block a matching, by the words of Abraham,
// Irving and Manlove (2007), section 2, with strict preference of both sides.
func blockingGrouped(g *Grouped, use []int32) []int32 {
	p := &g.Problem
	group := func(a int32) int32 { return g.Group[p.Cols[a]] }
	found := []int32{}
	for i := range p.Rows {
		for a := int32(p.Start[i]); int(a) < p.Start[i+1]; a++ {
			if use[i] >= 0 && rankOf(p.RowRank, use[i]) <= rankOf(p.RowRank, a) {
				continue
			}
			var inColumn, inGroup []int32
			for _, b := range pairsOf(use) {
				if p.Cols[b] == p.Cols[a] {
					inColumn = append(inColumn, b)
				}
				if group(b) == group(a) {
					inGroup = append(inGroup, b)
				}
			}
			worse := func(b int32) bool { return rankOf(p.ColRank, a) < rankOf(p.ColRank, b) }
			columnFree := int64(len(inColumn)) < p.Capacity[p.Cols[a]]
			groupFree := int64(len(inGroup)) < g.Limit[group(a)]
			already := use[i] >= 0 && group(use[i]) == group(a)
			if columnFree && groupFree ||
				columnFree && !groupFree && (already || slices.ContainsFunc(inGroup, worse)) ||
				!columnFree && slices.ContainsFunc(inColumn, worse) {
				found = append(found, a)
			}
		}
	}
	return found
}

func stableGrouped(g *Grouped) [][]int32 {
	return slices.DeleteFunc(allGrouped(g), func(use []int32) bool { return len(blockingGrouped(g, use)) > 0 })
}

func solveGrouped(t testing.TB, g Grouped) []int32 {
	t.Helper()
	pairs, err := RowOptimalGrouped(context.Background(), g)
	require.NoError(t, err)
	return useOf(&g.Problem, pairs)
}

func TestBlockingPairsOfGroupsAreThoseOfTheDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	reasons := map[Reason]int{}
	for n := range 1000 * scale(t) {
		g := smallGrouped(r)
		for _, use := range allGrouped(&g) {
			found, err := BlockingPairsGrouped(g, pairsOf(use))
			require.NoError(t, err)
			pairs := []int32{}
			for _, b := range found {
				pairs = append(pairs, b.Pair)
				reasons[b.Reason]++
			}
			require.Equal(t, blockingGrouped(&g, use), pairs, "problem %d", n)
		}
	}
	require.Len(t, reasons, 4, "all reasons occur")
}

func TestTheSolutionWithGroupsIsStableUnderTheTiesAsGiven(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 2))
	for n := range 5000 * scale(t) {
		g := smallGrouped(r)
		use := solveGrouped(t, g)
		require.Empty(t, blockingGrouped(&g, use), "problem %d", n)
		require.NoError(t, CheckGrouped(g, pairsOf(use)), "problem %d", n)
	}
}

func TestTheSolutionWithGroupsIsBestForEveryRow(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for n := range 3000 * scale(t) {
		g := smallGrouped(r)
		g.withoutTies(r)
		got := solveGrouped(t, g)
		for _, use := range stableGrouped(&g) {
			for i := range use {
				require.Equal(t, got[i] < 0, use[i] < 0, "problem %d row %d", n, i)
				if use[i] >= 0 {
					require.LessOrEqual(t, g.Problem.RowRank[got[i]], g.Problem.RowRank[use[i]], "problem %d row %d", n, i)
				}
			}
		}
	}
}

func TestAGroupOfOneColumnIsThatColumn(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for n := range 2000 * scale(t) {
		p := small(r)
		g := Grouped{Problem: p, Limit: p.Capacity}
		for j := range p.Capacity {
			g.Group = append(g.Group, int32(j))
		}
		require.Equal(t, solve(t, RowOptimal, p), solveGrouped(t, g), "problem %d", n)
	}
}

func TestALargeProblemWithGroupsIsStable(t *testing.T) {
	g := supervised(programme(3000, 3, 20, 2), 10, 20)
	pairs := pairsOf(solveGrouped(t, g))
	require.NoError(t, CheckGrouped(g, pairs))
}
