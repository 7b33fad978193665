package assign

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// face draws a network in any state that rungs can leave behind: some pairs are in
// use, and some of those and of the others are fixed.
func (s shape) face(r *rand.Rand) *network {
	p := s.random(r)
	x := newNetwork(&p, p.places())
	for _, a := range r.Perm(len(p.Cols)) {
		i, j := rowOf(&p, int32(a)), p.Cols[a]
		if x.rows[i].now < x.rows[i].hi && x.cols[j].now < x.cols[j].hi && r.IntN(3) == 0 {
			x.pair[a] = pairUsed
			x.use[x.first[i]+x.rows[i].now] = int32(a)
			x.rows[i].now++
			x.cols[j].now++
		}
	}
	for a := range x.pair {
		if r.IntN(6) > 0 {
			continue
		}
		if x.pair[a] == pairUsed {
			x.rows[rowOf(&p, int32(a))].fixed++
			x.cols[p.Cols[a]].fixed++
		}
		x.pair[a] |= pairFixed
	}
	return x
}

// requireConsistent compares all that a network knows of its assignment.
func requireConsistent(t *testing.T, x *network) {
	t.Helper()
	rows, cols := make([]int32, len(x.rows)), make([]int32, len(x.cols))
	var used []int32
	for a, state := range x.pair {
		if state&pairUsed != 0 {
			rows[rowOf(x.p, int32(a))]++
			cols[x.p.Cols[a]]++
			used = append(used, int32(a))
		}
	}
	for i := range x.rows {
		require.Equal(t, rows[i], x.rows[i].now)
	}
	for j := range x.cols {
		require.Equal(t, cols[j], x.cols[j].now)
	}
	require.ElementsMatch(t, used, x.inUse())
}

// mostPairs is the size of the largest assignment, found by one path after the
// other, breadth first, over a matrix of all that may change. fixed pairs stay.
func mostPairs(x *network) int32 {
	rows, cols := len(x.rows), len(x.cols)
	source, sink := rows+cols, rows+cols+1
	room := make([][]int32, rows+cols+2)
	for v := range room {
		room[v] = make([]int32, rows+cols+2)
	}
	total := int32(0)
	for i := range x.rows {
		room[source][i] = x.rows[i].hi - x.rows[i].fixed
		total += x.rows[i].fixed
		for a, to := x.p.pairs(i); a < to; a++ {
			if x.pair[a]&pairFixed == 0 {
				room[i][rows+int(x.p.Cols[a])] = 1
			}
		}
	}
	for j := range x.cols {
		room[rows+j][sink] = x.cols[j].hi - x.cols[j].fixed
	}
	for {
		from := slices.Repeat([]int{-1}, len(room))
		queue := []int{source}
		for head := 0; head < len(queue); head++ {
			for v, c := range room[queue[head]] {
				if c > 0 && from[v] < 0 && v != source {
					from[v] = queue[head]
					queue = append(queue, v)
				}
			}
		}
		if from[sink] < 0 {
			return total
		}
		for v := sink; v != source; v = from[v] {
			room[from[v]][v]--
			room[v][from[v]]++
		}
		total++
	}
}

func pairsInUse(x *network) int32 {
	n := int32(0)
	for i := range x.rows {
		n += x.rows[i].now
	}
	return n
}

func fillMost(t testing.TB, x *network) {
	t.Helper()
	require.NoError(t, x.fillMost(&meter{ctx: context.Background()}))
}

func TestFillsAsManyPairsAsThereCanBe(t *testing.T) {
	r := rand.New(rand.NewPCG(101, 1))
	for n := range 3000 * scale(t) {
		s := shape{rows: 12, cols: 9, demand: r.Int64N(4), capacity: 1 + r.Int64N(4), density: 0.5 * r.Float64()}
		x := s.face(r)
		want, before, states := mostPairs(x), newNetwork(x.p, x.p.places()), slices.Clone(x.pair)
		copy(before.rows, x.rows)
		copy(before.cols, x.cols)
		fillMost(t, x)
		requireConsistent(t, x)
		require.Equal(t, want, pairsInUse(x), "problem %d:\n%s", n, describe(x.p))
		for a, state := range states {
			if state&pairFixed != 0 {
				require.Equal(t, state, x.pair[a], "a fixed pair stays as it is")
			}
		}
		for i, b := range before.rows {
			require.LessOrEqual(t, b.now, x.rows[i].now, "no row has fewer")
			require.LessOrEqual(t, x.rows[i].now, b.hi)
		}
		for j, b := range before.cols {
			require.LessOrEqual(t, b.now, x.cols[j].now, "no column has fewer")
			require.LessOrEqual(t, x.cols[j].now, b.hi)
		}
	}
}

func TestAColumnWithTooManyGivesThemAway(t *testing.T) {
	r := rand.New(rand.NewPCG(101, 2))
	moved := 0
	for n := range 3000 * scale(t) {
		s := shape{rows: 12, cols: 9, demand: r.Int64N(4), capacity: 1 + r.Int64N(4), density: 0.5 * r.Float64()}
		p := s.random(r)
		x := newNetwork(&p, p.places())
		fillMost(t, x)
		for j := range x.cols {
			x.cols[j].hi = r.Int32N(x.cols[j].hi + 1)
		}
		before, want := slices.Clone(x.rows), mostPairs(x)
		fillMost(t, x)
		requireConsistent(t, x)
		within := int32(0)
		for j := range x.cols {
			within += min(x.cols[j].now, x.cols[j].hi)
		}
		require.Equal(t, want, within, "problem %d:\n%s", n, describe(&p))
		for i, b := range before {
			require.LessOrEqual(t, b.now, x.rows[i].now, "no row has fewer")
		}
		moved += int(want)
	}
	require.Positive(t, moved)
}

// Row 3 wants a unit of column 0, which has too many. They go elsewhere, by a path of
// two pairs, although row 3 looks at the column first.
func TestARowThatWaitsForAColumnWithTooManyIsNotInTheWay(t *testing.T) {
	p := Problem{
		Rows: 4, Capacity: []int64{2, 1, 1}, Start: []int{0, 2, 3, 5, 6}, Cols: []int32{0, 1, 0, 1, 2, 0},
	}
	x := newNetwork(&p, p.places())
	x.rows[3].hi = 0
	fillMost(t, x)
	require.Equal(t, []int32{0, 2, 3}, x.inUse())
	x.rows[3].hi, x.cols[0].hi = 1, 1
	fillMost(t, x)
	require.Equal(t, []int32{1, 2, 4}, x.inUse())
}

// chain is a problem whose last row can only be served when all others move on: row
// i may have columns i and i + 1, and the last row only column 0.
func chain(n int) *network {
	p := Problem{Rows: n, Capacity: slices.Repeat([]int64{1}, n)}
	for i := range n - 1 {
		p.Start = append(p.Start, len(p.Cols))
		p.Cols = append(p.Cols, int32(i), int32(i+1))
	}
	p.Cols = append(p.Cols, 0)
	p.Start = append(p.Start, len(p.Cols)-1, len(p.Cols))
	return newNetwork(&p, p.places())
}

func TestAPathThroughAllRowsIsFound(t *testing.T) {
	x := chain(1_000_000)
	fillMost(t, x)
	require.Equal(t, int32(1_000_000), pairsInUse(x))
	require.Equal(t, []int32{1}, x.usedBy(0))
}

func TestFillingStopsWithTheContext(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	require.ErrorIs(t, chain(100).fillMost(&meter{ctx: ctx}), context.Canceled)
}
