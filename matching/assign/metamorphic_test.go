package assign

import (
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
		p := shape{rows: 12, cols: 8, rungs: r.IntN(4), capacity: 3, cost: 9, density: 0.5, tie: 64}.random(r)
		check(r, p, solve(t, p))
	}
}

func values(s *Solution, rungs int) []int64 {
	var v []int64
	for _, r := range s.Rungs[:rungs] {
		v = append(v, r.Value)
	}
	return v
}

// renumber moves row i to place rows[i] and column j to place cols[j].
func renumber(p Problem, rows, cols []int) Problem {
	q := Problem{Rows: p.Rows, Capacity: make([]int64, p.columns()), Start: []int{0}}
	backRow, backCol := inverse(rows), inverse(cols)
	for j, c := range p.Capacity {
		q.Capacity[cols[j]] = c
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
		moved := Rung{ID: r.ID}
		if r.Row != nil {
			for _, i := range backRow {
				moved.Row = append(moved.Row, r.Row[i])
			}
		}
		if r.Pair != nil {
			for _, a := range origin {
				moved.Pair = append(moved.Pair, r.Pair[a])
			}
		}
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

func TestRenumberingChangesNothingButTheNumbers(t *testing.T) {
	variants(t, 1, func(r *rand.Rand, p Problem, s *Solution) {
		rows, cols := r.Perm(p.Rows), r.Perm(p.columns())
		moved := solve(t, renumber(p, rows, cols))
		require.Len(t, moved.Rungs, len(s.Rungs))
		for i, j := range s.Column {
			want := j
			if j >= 0 {
				want = int32(cols[j])
			}
			require.Equal(t, want, moved.Column[rows[i]])
		}
		for k, rung := range s.Rungs {
			require.Equal(t, rung.Value, moved.Rungs[k].Value)
			for i, v := range rung.Row {
				require.Equal(t, v, moved.Rungs[k].Row[rows[i]])
			}
			for j, v := range rung.Col {
				require.Equal(t, v, moved.Rungs[k].Col[cols[j]])
			}
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
		require.Equal(t, s.Column, scaled.Column)
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
		// The width of the tie-break may shrink by the column, so only what is
		// decided before it must stay.
		require.Equal(t, values(s, len(p.Ladder)), values(solve(t, q), len(p.Ladder)))
	})
}

func TestForbiddingAPairThatIsNotUsedChangesNothing(t *testing.T) {
	variants(t, 4, func(r *rand.Rand, p Problem, s *Solution) {
		if len(p.Cols) == 0 {
			return
		}
		a := r.IntN(len(p.Cols))
		row := 0
		for p.Start[row+1] <= a {
			row++
		}
		if s.Column[row] == p.Cols[a] {
			return
		}
		q := p
		q.Start, q.Cols, q.Ladder = slices.Clone(p.Start), slices.Delete(slices.Clone(p.Cols), a, a+1), slices.Clone(p.Ladder)
		for i := row + 1; i <= p.Rows; i++ {
			q.Start[i]--
		}
		for n, rung := range p.Ladder {
			if rung.Pair != nil {
				q.Ladder[n].Pair = slices.Delete(slices.Clone(rung.Pair), a, a+1)
			}
		}
		forbidden := solve(t, q)
		require.Equal(t, s.Column, forbidden.Column)
		require.Equal(t, values(s, len(p.Ladder)), values(forbidden, len(p.Ladder)))
	})
}

func TestAColumnMayBeSplitIntoSinglePlaces(t *testing.T) {
	variants(t, 5, func(_ *rand.Rand, p Problem, s *Solution) {
		q := Problem{Rows: p.Rows, Start: []int{0}}
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
			q.Ladder = append(q.Ladder, Rung{ID: strconv.Itoa(n), Row: r.Row})
			if r.Pair != nil {
				q.Ladder[n].Pair = []int64{}
				for _, a := range origin {
					q.Ladder[n].Pair = append(q.Ladder[n].Pair, r.Pair[a])
				}
			}
			if r.Place != nil {
				q.Ladder[n].Place = func(j int, _ int64) int64 { return r.Place(owner[j], nth[j]) }
			}
		}
		require.Equal(t, values(s, len(p.Ladder)), values(solve(t, q), len(p.Ladder)))
	})
}
