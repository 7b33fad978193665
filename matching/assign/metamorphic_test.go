package assign

import (
	"context"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// variants draws problems with a tie-break, whose pairs are therefore unique.
func variants(t *testing.T, seed uint64, check func(r *rand.Rand, p Problem, s *Solution)) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 11))
	for range 200 * scale(t) {
		p := shape{rows: 12, cols: 8, rungs: r.IntN(4), demand: r.Int64N(4), capacity: 4, cost: 9, density: 0.5, lower: 0.4, tie: 64}.random(r)
		check(r, p, solve(t, p))
	}
}

// choose picks elements, or nothing of nothing.
func choose[T any](from []T, at []int) []T {
	if from == nil {
		return nil
	}
	picked := make([]T, len(at))
	for n, m := range at {
		picked[n] = from[m]
	}
	return picked
}

// renumber moves row i to place rows[i] and column j to place cols[j].
func renumber(p Problem, rows, cols []int) Problem {
	backRow, backCol := inverse(rows), inverse(cols)
	q := Problem{
		Rows: p.Rows, Demand: choose(p.Demand, backRow), MinDemand: choose(p.MinDemand, backRow),
		Capacity: choose(p.Capacity, backCol), MinLoad: choose(p.MinLoad, backCol), Start: []int{0},
	}
	var origin []int // pair of p for each pair of q
	for _, i := range backRow {
		from, to := p.pairs(i)
		order := make([]int, 0, to-from)
		for a := from; a < to; a++ {
			order = append(order, a)
		}
		slices.SortFunc(order, func(a, b int) int { return cols[p.Cols[a]] - cols[p.Cols[b]] })
		for _, a := range order {
			q.Cols = append(q.Cols, int32(cols[p.Cols[a]]))
		}
		origin = append(origin, order...)
		q.Start = append(q.Start, len(q.Cols))
	}
	for _, r := range p.Ladder {
		moved := Rung{ID: r.ID, Row: choose(r.Row, backRow), Pair: choose(r.Pair, origin)}
		if r.Place != nil {
			moved.Place = func(j int, k int64) int64 { return r.Place(backCol[j], k) }
		}
		q.Ladder = append(q.Ladder, moved)
	}
	q.TieBreak = func(counter, row, col int) uint64 { return p.TieBreak(counter, backRow[row], backCol[col]) }
	return q
}

func inverse(perm []int) []int {
	back := make([]int, len(perm))
	for n, m := range perm {
		back[m] = n
	}
	return back
}

// couple is a pair by its row and column.
type couple struct{ row, col int }

func couples(p *Problem, pairs []int32) []couple {
	list := make([]couple, len(pairs))
	for n, a := range pairs {
		list[n] = couple{rowOf(p, a), int(p.Cols[a])}
	}
	return list
}

func TestRenumberingChangesNothingButTheNumbers(t *testing.T) {
	variants(t, 1, func(r *rand.Rand, p Problem, s *Solution) {
		rows, cols := r.Perm(p.Rows), r.Perm(p.columns())
		q := renumber(p, rows, cols)
		moved := solve(t, q)
		require.Len(t, moved.Rungs, len(s.Rungs))
		want := couples(&p, s.Pairs)
		for n, c := range want {
			want[n] = couple{rows[c.row], cols[c.col]}
		}
		require.ElementsMatch(t, want, couples(&q, moved.Pairs))
		for k, rung := range s.Rungs {
			require.Equal(t, rung.Value, moved.Rungs[k].Value)
			require.Equal(t, choose(rung.Row, inverse(rows)), moved.Rungs[k].Row)
			require.Equal(t, choose(rung.Col, inverse(cols)), moved.Rungs[k].Col)
		}
	})
}

// transpose makes rows of columns and columns of rows. Costs of places that rise
// have no counterpart and are left out, first from p.
func transpose(p *Problem) Problem {
	q := Problem{Rows: p.columns(), Demand: p.Capacity, MinDemand: p.MinLoad, Capacity: p.Demand, MinLoad: p.MinDemand, Start: []int{0}}
	if p.Demand == nil {
		q.Capacity = slices.Repeat([]int64{1}, p.Rows)
	}
	var origin []int
	for j := range p.columns() {
		for a, col := range p.Cols {
			if int(col) == j {
				q.Cols, origin = append(q.Cols, int32(rowOf(p, int32(a)))), append(origin, a)
			}
		}
		q.Start = append(q.Start, len(q.Cols))
	}
	p.Ladder = slices.Clone(p.Ladder)
	for n := range p.Ladder {
		r := &p.Ladder[n]
		r.Place = nil
		turned := Rung{ID: r.ID, Pair: choose(r.Pair, origin)}
		if r.Row != nil {
			turned.Place = func(j int, _ int64) int64 { return r.Row[j] }
		}
		q.Ladder = append(q.Ladder, turned)
	}
	q.TieBreak = func(counter, row, col int) uint64 { return p.TieBreak(counter, col, row) }
	return q
}

func TestRowsAndColumnsMayChangePlaces(t *testing.T) {
	variants(t, 6, func(_ *rand.Rand, p Problem, _ *Solution) {
		q := transpose(&p)
		s, turned := solve(t, p), solve(t, q)
		require.Equal(t, values(s, len(p.Ladder)), values(turned, len(p.Ladder)))
		want := couples(&p, s.Pairs)
		for n, c := range want {
			want[n] = couple{c.col, c.row}
		}
		if widthOf(&p) == widthOf(&q) {
			require.ElementsMatch(t, want, couples(&q, turned.Pairs))
		}
	})
}

func TestScalingARungScalesItsValueAndPotentials(t *testing.T) {
	variants(t, 2, func(_ *rand.Rand, p Problem, s *Solution) {
		q := p
		q.Ladder = slices.Clone(p.Ladder)
		for n, r := range p.Ladder {
			q.Ladder[n].Row, q.Ladder[n].Pair = times(r.Row, 7), times(r.Pair, 7)
			if r.Place != nil {
				q.Ladder[n].Place = func(j int, k int64) int64 { return 7 * r.Place(j, k) }
			}
		}
		scaled := solve(t, q)
		require.Equal(t, s.Pairs, scaled.Pairs)
		for n := range p.Ladder {
			require.Equal(t, 7*s.Rungs[n].Value, scaled.Rungs[n].Value)
			require.Equal(t, times(s.Rungs[n].Row, 7), scaled.Rungs[n].Row)
			require.Equal(t, times(s.Rungs[n].Col, 7), scaled.Rungs[n].Col)
		}
	})
}

func times(v []int64, by int64) []int64 {
	if v == nil {
		return nil
	}
	w := make([]int64, len(v))
	for n := range v {
		w[n] = by * v[n]
	}
	return w
}

func TestAColumnThatNobodyMayUseChangesNothing(t *testing.T) {
	variants(t, 3, func(_ *rand.Rand, p Problem, s *Solution) {
		q := p
		q.Capacity = append(slices.Clone(p.Capacity), 5)
		if p.MinLoad != nil {
			q.MinLoad = append(slices.Clone(p.MinLoad), 0)
		}
		// The width of the tie-break may shrink by the column, so only what is
		// decided before it must stay.
		require.Equal(t, values(s, len(p.Ladder)), values(solve(t, q), len(p.Ladder)))
	})
}

// The bounds of an optimum are no news.
func TestBoundsThatTheOptimumMeetsChangeNothing(t *testing.T) {
	variants(t, 7, func(r *rand.Rand, p Problem, s *Solution) {
		q := p
		q.MinDemand, q.MinLoad = make([]int64, p.Rows), make([]int64, p.columns())
		for _, c := range couples(&p, s.Pairs) {
			q.MinDemand[c.row]++
			q.MinLoad[c.col]++
		}
		if r.IntN(2) == 0 { // nothing more than the optimum has, either
			q.Capacity = slices.Clone(q.MinLoad)
		}
		bound := solve(t, q)
		require.Equal(t, s.Pairs, bound.Pairs)
		require.Equal(t, values(s, len(p.Ladder)), values(bound, len(p.Ladder)))
	})
}

func TestForbiddingAPairThatIsNotUsedChangesNothing(t *testing.T) {
	variants(t, 4, func(r *rand.Rand, p Problem, s *Solution) {
		if len(p.Cols) == 0 {
			return
		}
		a := r.IntN(len(p.Cols))
		if slices.Contains(s.Pairs, int32(a)) {
			return
		}
		q := p
		q.Start, q.Cols, q.Ladder = slices.Clone(p.Start), slices.Delete(slices.Clone(p.Cols), a, a+1), slices.Clone(p.Ladder)
		for i := rowOf(&p, int32(a)) + 1; i <= p.Rows; i++ {
			q.Start[i]--
		}
		for n, rung := range p.Ladder {
			if rung.Pair != nil {
				q.Ladder[n].Pair = slices.Delete(slices.Clone(rung.Pair), a, a+1)
			}
		}
		forbidden := solve(t, q)
		require.Equal(t, values(s, len(p.Ladder)), values(forbidden, len(p.Ladder)))
		if widthOf(&p) == widthOf(&q) {
			require.Equal(t, couples(&p, s.Pairs), couples(&q, forbidden.Pairs))
		}
	})
}

// Where no row has more than one column, a column is as good as its places, each a
// column of its own.
func TestAColumnMayBeSplitIntoSinglePlaces(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 11))
	for range 200 * scale(t) {
		p := shape{rows: 12, cols: 8, rungs: r.IntN(4), capacity: 3, cost: 9, density: 0.5, lower: 0.4}.random(r)
		p.MinLoad = nil // a place says nothing of its neighbours
		q := Problem{Rows: p.Rows, MinDemand: p.MinDemand, Start: []int{0}}
		var owner []int
		var nth []int64
		first := make([]int32, p.columns())
		places := p.places()
		for j, n := range places {
			first[j] = int32(len(owner))
			for k := range n {
				owner, nth = append(owner, j), append(nth, k+1)
				q.Capacity = append(q.Capacity, 1)
			}
		}
		var origin []int
		for i := range p.Rows {
			for a, to := p.pairs(i); a < to; a++ {
				j := p.Cols[a]
				for k := range places[j] {
					q.Cols, origin = append(q.Cols, first[j]+int32(k)), append(origin, a)
				}
			}
			q.Start = append(q.Start, len(q.Cols))
		}
		for n, r := range p.Ladder {
			q.Ladder = append(q.Ladder, Rung{ID: strconv.Itoa(n), Row: r.Row, Pair: choose(r.Pair, origin)})
			if r.Place != nil {
				q.Ladder[n].Place = func(j int, _ int64) int64 { return r.Place(owner[j], nth[j]) }
			}
		}
		s, err := Solve(context.Background(), p, Options{})
		require.NoError(t, err)
		require.Equal(t, values(s, len(p.Ladder)), values(solve(t, q), len(p.Ladder)))
	}
}
