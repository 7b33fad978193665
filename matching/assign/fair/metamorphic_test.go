package fair

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching/assign"
)

// requireAgreement takes figures of two solutions of the same problem, which agree
// when nothing that one reached lies above what the other proved. Figures after one
// that is not exact speak of different assignments. Where one solution has fewer
// levels, the next of its worst rows does not count, which only an unbounded level
// allows.
func requireAgreement(t *testing.T, a, b []Figure) {
	t.Helper()
	if len(a) > len(b) {
		a, b = b, a
	}
	for n := range a {
		if len(a) < len(b) && n == len(a)-1 {
			require.Equal(t, int64(Unbounded), b[n].Bound)
			return
		}
		require.LessOrEqual(t, a[n].Value, b[n].Bound, "figure %d", n)
		require.LessOrEqual(t, b[n].Value, a[n].Bound, "figure %d", n)
		if !a[n].Exact || !b[n].Exact {
			return
		}
	}
}

func figures(s *Solution) []Figure { return append(slices.Clone(s.Levels), s.Total) }

// variants draws problems with their solutions.
func variants(t *testing.T, seed uint64, check func(r *rand.Rand, p Problem, o Options, s *Solution)) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 1))
	solved := 0
	for range 100 * scale(t) {
		p, o := small(r), Options{Levels: 1 + r.IntN(3), Work: 3_000_000}
		if r.IntN(4) == 0 {
			p = panels(6+r.IntN(6), r.Uint64())
		}
		if s, err := Solve(context.Background(), p, o); err == nil {
			solved++
			check(r, p, o, s)
		}
	}
	require.Greater(t, solved, 50)
}

func TestRenumberingRowsAndColumnsChangesNothingThatIsExact(t *testing.T) {
	variants(t, 1, func(r *rand.Rand, p Problem, o Options, s *Solution) {
		q := renumbered(p, r.Perm(p.Base.Rows), r.Perm(len(p.Base.Capacity)))
		requireAgreement(t, figures(s), figures(solve(t, q, o)))
	})
}

// renumbered puts row rows[n] in place n and calls column j cols[j]. Ladders are
// kept only where they know pairs and rows alone.
func renumbered(p Problem, rows, cols []int) Problem {
	b := &p.Base
	q := Problem{SkipEmpty: p.SkipEmpty}
	q.Base = assign.Problem{Rows: b.Rows, Start: []int{0}, Capacity: make([]int64, len(b.Capacity))}
	for j, to := range cols {
		q.Base.Capacity[to] = b.Capacity[j]
	}
	if b.MinLoad != nil {
		q.Base.MinLoad = make([]int64, len(cols))
		for j, to := range cols {
			q.Base.MinLoad[to] = b.MinLoad[j]
		}
	}
	moved := func(list []int64) (out []int64) {
		for _, i := range rows {
			if list != nil {
				out = append(out, list[i])
			}
		}
		return out
	}
	q.Base.Demand, q.Base.MinDemand = moved(b.Demand), moved(b.MinDemand)
	var origin []int
	for _, i := range rows {
		order := []int{}
		for a := b.Start[i]; a < b.Start[i+1]; a++ {
			order = append(order, a)
		}
		slices.SortFunc(order, func(a, c int) int { return cols[b.Cols[a]] - cols[b.Cols[c]] })
		for _, a := range order {
			q.Base.Cols = append(q.Base.Cols, int32(cols[b.Cols[a]]))
			q.Value = append(q.Value, p.Value[a])
		}
		origin = append(origin, order...)
		q.Base.Start = append(q.Base.Start, len(q.Base.Cols))
	}
	for _, rung := range b.Ladder {
		out := assign.Rung{ID: rung.ID, Row: moved(rung.Row)}
		if rung.Pair != nil {
			out.Pair = []int64{}
			for _, a := range origin {
				out.Pair = append(out.Pair, rung.Pair[a])
			}
		}
		if place := rung.Place; place != nil {
			back := make([]int, len(cols))
			for j, to := range cols {
				back[to] = j
			}
			out.Place = func(j int, k int64) int64 { return place(back[j], k) }
		}
		q.Base.Ladder = append(q.Base.Ladder, out)
	}
	return q
}

func TestScalingAllValuesScalesAllFigures(t *testing.T) {
	variants(t, 2, func(_ *rand.Rand, p Problem, o Options, s *Solution) {
		p.Value = slices.Clone(p.Value)
		for a := range p.Value {
			p.Value[a] *= 7
		}
		scaled := figures(s)
		for n, fig := range scaled {
			scaled[n].Value *= 7
			if fig.Bound != Unbounded {
				scaled[n].Bound *= 7
			}
		}
		requireAgreement(t, scaled, figures(solve(t, p, o)))
	})
}

func TestARowThatMustHaveItsPairsAddsOneConstantToAll(t *testing.T) {
	variants(t, 3, func(_ *rand.Rand, p Problem, o Options, s *Solution) {
		if p.Base.MinDemand == nil || p.SkipEmpty || !slices.Equal(p.Base.MinDemand, p.Base.Demand) {
			return
		}
		for _, n := range p.Base.Demand {
			if n != p.Base.Demand[0] {
				return
			}
		}
		p.Value = slices.Clone(p.Value)
		for a := range p.Value {
			p.Value[a] += 11
		}
		shifted := figures(s)
		for n := range shifted {
			more := 11 * p.Base.Demand[0]
			if n == len(s.Levels) {
				more *= int64(p.Base.Rows)
			}
			shifted[n].Value += more
			shifted[n].Bound += more
		}
		requireAgreement(t, shifted, figures(solve(t, p, o)))
	})
}

func TestMoreRoomNeverLowersTheBoundOfTheWorstRow(t *testing.T) {
	variants(t, 4, func(r *rand.Rand, p Problem, o Options, s *Solution) {
		if len(p.Base.Ladder) > 0 || len(s.Levels) == 0 {
			return
		}
		p.Base.Capacity = slices.Clone(p.Base.Capacity)
		p.Base.Capacity[r.IntN(len(p.Base.Capacity))]++
		require.GreaterOrEqual(t, solve(t, p, o).Levels[0].Bound, s.Levels[0].Value)
	})
}
