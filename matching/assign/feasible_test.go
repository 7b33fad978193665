package assign

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// demanding draws a shape whose lower bounds are often too much.
func demanding(r *rand.Rand) shape {
	return shape{
		rows: 9, cols: 8, demand: r.Int64N(5), capacity: 1 + r.Int64N(5), density: r.Float64(), lower: 0.7, wild: 0.7,
	}
}

func fillLeast(p *Problem) (*network, error) {
	x := newNetwork(p, p.places())
	return x, x.fillLeast(&meter{ctx: context.Background()})
}

func TestFeasibilityAgreesWithBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(102, 1))
	feasible, infeasible := 0, 0
	for n := range 5000 * scale(t) {
		s := demanding(r)
		s.most = 12
		p := s.random(r)
		want := bruteForce(&p)
		x, err := fillLeast(&p)
		if want.infeasible() {
			infeasible++
			requireSmallest(t, &p, err)
			continue
		}
		feasible++
		require.NoError(t, err, "problem %d:\n%s", n, describe(&p))
		requireConsistent(t, x)
		requireWithinBounds(t, x)
	}
	require.Positive(t, feasible)
	require.Positive(t, infeasible)
}

func requireWithinBounds(t *testing.T, x *network) {
	t.Helper()
	for i, b := range x.rows {
		require.LessOrEqual(t, b.lo, b.now, "row %d", i)
		require.LessOrEqual(t, b.now, b.hi, "row %d", i)
	}
	for j, b := range x.cols {
		require.LessOrEqual(t, b.lo, b.now, "column %d", j)
		require.LessOrEqual(t, b.now, b.hi, "column %d", j)
	}
}

// lacks is what some rows, or columns, must have beyond the room there is for them
// with the best choice of nodes on the other side.
func lacks(p *Problem, side Side, nodes []int) int64 {
	need, pairs := int64(0), map[int32]int64{}
	for _, v := range nodes {
		if side == SideRows {
			need += p.MinDemand[v]
		} else {
			need += p.MinLoad[v]
		}
	}
	for a, j := range p.Cols {
		i := rowOf(p, int32(a))
		if side == SideRows && slices.Contains(nodes, i) {
			pairs[j]++
		} else if side == SideColumns && slices.Contains(nodes, int(j)) {
			pairs[int32(i)]++
		}
	}
	for v, n := range pairs {
		if side == SideRows {
			need -= min(n, p.Capacity[v])
		} else {
			need -= min(n, p.asks(int(v)))
		}
	}
	return need
}

// requireSmallest holds a set against every part of it.
func requireSmallest(t *testing.T, p *Problem, err error) {
	t.Helper()
	var e *InfeasibleError
	require.ErrorAs(t, err, &e, describe(p))
	require.NoError(t, e.Check(*p), describe(p))
	nodes := e.Rows
	if e.Side == SideColumns {
		nodes = e.Cols
	}
	require.NotEmpty(t, nodes)
	require.Equal(t, e.Need-e.Room, lacks(p, e.Side, nodes))
	for part := range 1<<len(nodes) - 1 {
		var some []int
		for n, v := range nodes {
			if part>>n&1 != 0 {
				some = append(some, v)
			}
		}
		require.LessOrEqual(t, lacks(p, e.Side, some), int64(0), "%v is enough of %+v\n%s", some, e.HallSet, describe(p))
	}
}

func TestNoPartOfAnInfeasibleSetIsInfeasible(t *testing.T) {
	r := rand.New(rand.NewPCG(102, 2))
	large := map[Side]int{}
	for range 5000 * scale(t) {
		p := demanding(r).random(r)
		_, err := fillLeast(&p)
		var e *InfeasibleError
		if !errors.As(err, &e) {
			require.NoError(t, err)
			continue
		}
		requireSmallest(t, &p, err)
		if len(e.Rows) > 2 && len(e.Cols) > 2 {
			large[e.Side]++
		}
	}
	require.Positive(t, large[SideRows])
	require.Positive(t, large[SideColumns])
}

// Where every row must have several units, several are lacking, and which rows are
// needed to show it takes more than one search. The flow that the tests of fillMost
// trust says that all rows of the set but one can have theirs.
func TestALargeInfeasibleSetIsSmallest(t *testing.T) {
	r := rand.New(rand.NewPCG(102, 3))
	for _, units := range []int64{1, 2, 3} {
		largest := 0
		for range 5 * scale(t) {
			p := crowded(r, 81, 80, units)
			_, err := fillLeast(&p)
			var e *InfeasibleError
			require.ErrorAs(t, err, &e)
			require.NoError(t, e.Check(p))
			for _, but := range e.Rows {
				requireFeasibleWithout(t, &p, e.Rows, but)
			}
			largest = max(largest, len(e.Rows))
		}
		require.Greater(t, largest, 20)
	}
}

// crowded draws a problem with one row too many, each of which must have a number of
// units and may use a few columns more than that.
func crowded(r *rand.Rand, rows, cols int, units int64) Problem {
	p := Problem{Rows: rows, Start: []int{0}, Capacity: slices.Repeat([]int64{units}, cols)}
	p.Demand = slices.Repeat([]int64{units}, rows)
	p.MinDemand = p.Demand
	for range rows {
		own := r.Perm(cols)[:int(units)+1+r.IntN(5)]
		slices.Sort(own)
		for _, j := range own {
			p.Cols = append(p.Cols, int32(j))
		}
		p.Start = append(p.Start, len(p.Cols))
	}
	return p
}

func requireFeasibleWithout(t *testing.T, p *Problem, rows []int, but int) {
	t.Helper()
	x, need := newNetwork(p, p.places()), int32(0)
	for i := range x.rows {
		b := &x.rows[i]
		b.hi = 0
		if i != but && slices.Contains(rows, i) {
			b.hi = b.lo
		}
		need += b.hi
	}
	fillMost(t, x)
	require.Equal(t, need, pairsInUse(x), "without row %d of %v", but, rows)
}

func TestTheSmallestSetIsNamed(t *testing.T) {
	ones := func(n int) []int64 { return slices.Repeat([]int64{1}, n) }
	for name, c := range map[string]struct {
		p    Problem
		want HallSet
	}{
		"17 rows, 18 columns, all forbidden": {
			Problem{Rows: 17, MinDemand: ones(17), Capacity: ones(18), Start: make([]int, 18)},
			HallSet{Side: SideRows, Must: true, Rows: []int{0}, Need: 1},
		},
		"17 rows, 18 columns that must be full, all forbidden": {
			Problem{Rows: 17, Capacity: ones(18), MinLoad: ones(18), Start: make([]int, 18)},
			HallSet{Side: SideColumns, Must: true, Cols: []int{0}, Need: 1},
		},
		"a row with too few pairs": {
			Problem{
				Rows: 2, Demand: []int64{1, 3}, MinDemand: []int64{1, 3}, Capacity: ones(2), Start: []int{0, 2, 4},
				Cols: []int32{0, 1, 0, 1},
			},
			HallSet{Side: SideRows, Must: true, Rows: []int{1}, Need: 3, Room: 2},
		},
		"a column with too few pairs": {
			Problem{Rows: 2, Capacity: []int64{9, 9}, MinLoad: []int64{0, 9}, Start: []int{0, 2, 4}, Cols: []int32{0, 1, 0, 1}},
			HallSet{Side: SideColumns, Must: true, Cols: []int{1}, Need: 9, Room: 2},
		},
		"the row with too few pairs, not those that compete": {
			Problem{Rows: 3, MinDemand: ones(3), Capacity: ones(1), Start: []int{0, 1, 2, 2}, Cols: []int32{0, 0}},
			HallSet{Side: SideRows, Must: true, Rows: []int{2}, Need: 1},
		},
		"the column with too few pairs, not those that compete": {
			Problem{Rows: 1, Capacity: ones(3), MinLoad: ones(3), Start: []int{0, 2}, Cols: []int32{0, 1}},
			HallSet{Side: SideColumns, Must: true, Cols: []int{2}, Need: 1},
		},
		"three rows for two places": {
			Problem{
				Rows: 4, MinDemand: ones(4), Capacity: []int64{1, 2, 1}, Start: []int{0, 1, 3, 4, 5},
				Cols: []int32{1, 0, 1, 1, 1},
			},
			HallSet{Side: SideRows, Must: true, Rows: []int{0, 2, 3}, Cols: []int{1}, Need: 3, Room: 2},
		},
		"two columns for one row that would take one": {
			Problem{Rows: 1, Capacity: ones(3), MinLoad: []int64{1, 0, 1}, Start: []int{0, 3}, Cols: []int32{0, 1, 2}},
			HallSet{Side: SideColumns, Must: true, Rows: []int{0}, Cols: []int{0, 2}, Need: 2, Room: 1},
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := fillLeast(&c.p)
			var e *InfeasibleError
			require.ErrorAs(t, err, &e)
			require.Equal(t, c.want, e.HallSet)
			require.NotEmpty(t, e.Error())
		})
	}
}

func TestWithoutLowerBoundsNothingIsDone(t *testing.T) {
	p := shape{rows: 9, cols: 9, capacity: 3, density: 0.5, exact: true}.random(rand.New(rand.NewPCG(102, 4)))
	x, err := fillLeast(&p)
	require.NoError(t, err)
	require.Zero(t, pairsInUse(x))
}

func TestFeasibilityStopsWithTheContext(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	x := chain(100)
	x.p.MinLoad = slices.Repeat([]int64{1}, 100)
	x.open(x.p.places())
	require.ErrorIs(t, x.fillLeast(&meter{ctx: ctx}), context.Canceled)
}

func FuzzFeasibility(f *testing.F) {
	seedsOf(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		p := (*tape)(&data).problem()
		if p.validatePairs() != nil {
			return
		}
		want := bruteForce(&p)
		x, err := fillLeast(&p)
		if want.infeasible() {
			requireSmallest(t, &p, err)
			return
		}
		require.NoError(t, err)
		requireWithinBounds(t, x)
	})
}

func BenchmarkFeasibility(b *testing.B) {
	r := rand.New(rand.NewPCG(102, 5))
	p := shape{rows: 20_000, cols: 6_667, demand: 3, capacity: 12, density: 0.006, exact: true}.random(r)
	p.MinDemand, p.MinLoad = make([]int64, p.Rows), make([]int64, p.columns())
	for i := range p.MinDemand {
		p.MinDemand[i] = min(p.demand(i), 1)
	}
	for j := range p.MinLoad {
		p.MinLoad[j] = p.Capacity[j] / 2
	}
	for b.Loop() {
		if _, err := fillLeast(&p); err != nil {
			b.Fatal(err)
		}
	}
}
