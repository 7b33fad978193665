package assign

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// session solves a problem and keeps the result.
func session(t testing.TB, p Problem) *Session {
	t.Helper()
	s, err := NewSession(t.Context(), p, Options{Workers: 1})
	require.NoError(t, err)
	return s
}

// sloped replaces costs of places, which know only the columns there are, by others
// that know them all.
func sloped(p Problem, slope int64) Problem {
	for k := range p.Ladder {
		if p.Ladder[k].Place != nil {
			p.Ladder[k].Place = func(j int, k int64) int64 { return int64(j%3) - 1 + slope*k }
		}
	}
	return p
}

func TestASessionStaysEqualToSolvingAfresh(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 1))
	infeasible, refused := 0, 0
	var sum SessionStats
	for n := range 600 * scale(t) {
		sh := small(r)
		sh.rows, sh.most, sh.wild, sh.tie = 7, 0, 0, []int{0, 2, 64, 64}[r.IntN(4)]
		p := sloped(sh.random(r), r.Int64N(3))
		s, err := NewSession(t.Context(), p, Options{Workers: 1})
		if err != nil {
			continue
		}
		mirror := mirrorOf(p)
		for m := range 12 {
			before := state(s)
			what, err := anyChange(t.Context(), r.Int64N, s, mirror)
			hint := fmt.Sprintf("%d.%d: %s", n, m, what)
			var odd *InfeasibleError
			switch {
			case err == nil:
				requireAsMirrored(t, s, mirror, hint)
				continue
			case errors.As(err, &odd):
				infeasible++
			default:
				refused++
			}
			require.Equal(t, before, state(s), hint)
		}
		sum.Changes += s.Stats().Changes
		sum.Solves += s.Stats().Solves
	}
	require.Positive(t, infeasible)
	require.Positive(t, refused)
	require.Less(t, 3*sum.Solves, sum.Changes, "too seldom without solving afresh")
}

// state is all that a session knows, apart from what it only remembers.
func state(s *Session) string {
	p := s.Problem()
	text := fmt.Sprint(p.Rows, p.Demand, p.MinDemand, p.Capacity, p.MinLoad, p.Start, p.Cols, s.Solution(), s.size, s.pairs)
	for k := range p.Ladder {
		text += fmt.Sprint(p.Ladder[k].Row, p.Ladder[k].Pair)
	}
	for j := range p.Capacity {
		e := &s.x.cols.knots[j]
		text += fmt.Sprint(e.lo, e.hi, e.units, s.x.rolls[j].all, s.RowsOf(j))
	}
	return text
}

func TestLongChainsOfALargerSessionLeadToTheSamePairs(t *testing.T) {
	r := rand.New(rand.NewPCG(32, 1))
	for _, div := range []int{2, 3, 4} {
		p := waiting(programme(400, div, 8, uint64(div)), 1)
		s, m := session(t, p), mirrorOf(p)
		for n := range 20 + 10*scale(t) {
			what := anyPersonsChange(t, r, s, m)
			requireAsMirrored(t, s, m, fmt.Sprintf("%d: %s", n, what))
		}
		require.Equal(t, int64(1), s.Stats().Solves)
	}
}

// anyPersonsChange lets somebody join, leave or change, as in a programme.
func anyPersonsChange(t *testing.T, r *rand.Rand, s *Session, m *mirror) string {
	t.Helper()
	i, j := r.IntN(len(m.rows)), r.IntN(len(m.most))
	row := m.rows[i]
	switch r.IntN(4) {
	case 0:
		m.rows[i] = m.without()
		require.NoError(t, s.RemoveRow(t.Context(), i))
		return fmt.Sprintf("row %d leaves", i)
	case 1:
		row.Cost = slices.Clone(row.Cost)
		row.Cost[1] = -r.Int64N(120)
		to := r.IntN(len(m.rows))
		m.rows[to] = row
		require.NoError(t, s.SetRow(t.Context(), to, row))
		return fmt.Sprintf("row %d becomes like row %d", to, i)
	case 2:
		m.most[j] = r.Int64N(6)
		require.NoError(t, s.SetCapacity(t.Context(), j, m.most[j]))
		return fmt.Sprintf("column %d has other places", j)
	}
	require.NoError(t, s.RemoveRow(t.Context(), i))
	require.NoError(t, s.SetRow(t.Context(), i, row))
	return fmt.Sprintf("row %d leaves and comes back", i)
}

// The change is cancelled at each of its looks at the context.
func TestACancelledChangeLeavesTheSessionAsItWas(t *testing.T) {
	s := session(t, waiting(programme(6000, 4, 20, 3), 3))
	r := rand.New(rand.NewPCG(33, 1))
	stopped := 0
	for n := 0; n < 3; {
		i := r.IntN(s.Rows())
		row := s.Row(i)
		require.NoError(t, s.RemoveRow(t.Context(), i))
		before := s.Solution()
		left := int64(0)
		for ; s.SetRow(&countdown{Context: t.Context(), left: left}, i, row) != nil; left++ {
			require.Equal(t, before, s.Solution())
		}
		stopped += int(left)
		if left > 2 { // it has looked more often than at its start
			n++
		}
	}
	p := s.Problem()
	require.Equal(t, solve(t, p).Pairs, s.Pairs())
	require.ErrorIs(t, s.RemoveRow(&countdown{Context: t.Context()}, 0), context.Canceled)
}

func TestAChangeThatCannotBeHadSaysWhyAndChangesNothing(t *testing.T) {
	p := Problem{
		Rows: 2, Capacity: []int64{1, 1}, MinLoad: []int64{1, 0}, Start: []int{0, 2, 3}, Cols: []int32{0, 1, 1},
		Ladder: []Rung{{ID: "served", Row: []int64{-1, -1}}}, TieBreak: tieBreak(1, 64),
	}
	s := session(t, p)
	before := state(s)
	var infeasible *InfeasibleError
	require.ErrorAs(t, s.RemoveRow(t.Context(), 0), &infeasible)
	require.Equal(t, SideColumns, infeasible.Side)
	require.Equal(t, []int{0}, infeasible.Cols)
	require.Equal(t, before, state(s))

	_, err := s.AddRow(t.Context(), Row{Cols: []int32{1}, Demand: 1, MinDemand: 1})
	require.NoError(t, err, "it takes the place of row 1")
	require.Equal(t, []int32{0, -1, 1}, []int32{s.Column(0), s.Column(1), s.Column(2)})
}

func TestAChangeThatMakesNoSenseIsRefused(t *testing.T) {
	s := session(t, waiting(programme(12, 3, 3, 1), 1))
	col := s.x.lines[0].cols[0]
	ctx := t.Context()
	add := func(r Row) func() error {
		return func() error { _, err := s.AddRow(ctx, r); return err }
	}
	addColumn := func(c Column) func() error {
		return func() error { _, err := s.AddColumn(ctx, c); return err }
	}
	cases := map[string]struct {
		change func() error
		want   ProblemError
	}{
		"no such row":          {func() error { return s.RemoveRow(ctx, 12) }, ProblemError{Fault: FaultIndex, Index: 12}},
		"no such column":       {func() error { return s.SetCapacity(ctx, -1, 1) }, ProblemError{Fault: FaultIndex, Index: -1}},
		"no row of a pair":     {func() error { return s.SetPair(ctx, -1, 0, nil) }, ProblemError{Fault: FaultIndex, Index: -1}},
		"no such pair":         {func() error { return s.SetPair(ctx, 0, 1<<32+int(col), nil) }, ProblemError{Fault: FaultIndex, Index: 1<<32 + int(col)}},
		"costs of a pair":      {func() error { return s.SetPair(ctx, 0, int(col), []int64{1}) }, ProblemError{Fault: FaultPairCosts}},
		"demand":               {add(Row{Demand: -1}), ProblemError{Fault: FaultDemand}},
		"least demand":         {add(Row{MinDemand: -1}), ProblemError{Fault: FaultMinDemand}},
		"bounds of a row":      {add(Row{MinDemand: 2, Demand: 1}), ProblemError{Fault: FaultRowBounds}},
		"column of a pair":     {add(Row{Cols: []int32{0, 4}}), ProblemError{Fault: FaultColumn, Index: 1}},
		"order of pairs":       {add(Row{Cols: []int32{1, 1}}), ProblemError{Fault: FaultOrder, Index: 1}},
		"costs of a row":       {add(Row{Cost: []int64{1}}), ProblemError{Fault: FaultRowCosts}},
		"rungs of pair costs":  {add(Row{Pair: [][]int64{}}), ProblemError{Fault: FaultPairCosts}},
		"costs of pairs":       {add(Row{Pair: [][]int64{nil, {1}, nil, nil}}), ProblemError{Fault: FaultPairCosts, Rung: "waiting"}},
		"too large":            {add(Row{Cost: []int64{1 << 62, 0, 0, 0}}), ProblemError{Fault: FaultOverflow, Rung: "served"}},
		"capacity":             {func() error { return s.SetCapacity(ctx, 2, -1) }, ProblemError{Fault: FaultCapacity, Index: 2}},
		"least load":           {func() error { return s.SetMinLoad(ctx, 2, -1) }, ProblemError{Fault: FaultMinLoad, Index: 2}},
		"bounds of a column":   {func() error { return s.SetMinLoad(ctx, 2, 1000) }, ProblemError{Fault: FaultColumnBounds, Index: 2}},
		"capacity of a column": {addColumn(Column{Capacity: -1}), ProblemError{Fault: FaultCapacity}},
		"load of a column":     {addColumn(Column{MinLoad: -1}), ProblemError{Fault: FaultMinLoad}},
		"more than capacity":   {addColumn(Column{MinLoad: 1}), ProblemError{Fault: FaultColumnBounds}},
		"rows of a column":     {addColumn(Column{Rows: []int32{1, 0}}), ProblemError{Fault: FaultOrder, Index: 1}},
		"no row of a column":   {addColumn(Column{Rows: []int32{1, 12}}), ProblemError{Fault: FaultIndex, Index: 1}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			before := state(s)
			var refused *ProblemError
			require.ErrorAs(t, c.change(), &refused)
			require.Equal(t, c.want, *refused)
			require.Equal(t, before, state(s))
		})
	}
}

// Once there are more places, they become cheaper.
func TestPlacesThatGetCheaperAreRefusedWhenTheyAreReached(t *testing.T) {
	p := programme(6, 3, 2, 1)
	p.Capacity = []int64{1, 1}
	p.Ladder[1].Place = func(_ int, k int64) int64 { return []int64{0, 0, 5, 4, 3, 2, 1}[k] }
	s := session(t, p)
	require.NoError(t, s.SetCapacity(t.Context(), 0, 2))
	var refused *ProblemError
	require.ErrorAs(t, s.SetCapacity(t.Context(), 0, 3), &refused)
	require.Equal(t, ProblemError{Fault: FaultPlace, Rung: "fit"}, *refused)
}

func TestTheWidthOfDrawsFollowsTheSize(t *testing.T) {
	s := session(t, waiting(programme(20, 3, 3, 1), 1))
	for s.size < 80 {
		_, err := s.AddRow(t.Context(), s.Row(s.Rows()-20))
		require.NoError(t, err)
		require.Equal(t, solve(t, s.Problem()).Pairs, s.Pairs())
	}
	require.Equal(t, int64(2), s.Stats().Solves, "64 is one bit more than 63")
}

func TestASessionGoesOnFromASolutionThatIsProven(t *testing.T) {
	p := waiting(programme(30, 3, 4, 1), 1)
	solution := solve(t, p)
	s, err := ResumeSession(t.Context(), p, solution, Options{})
	require.NoError(t, err)
	require.Equal(t, solution.Pairs, s.Pairs())
	require.Zero(t, s.Stats().Solves)

	solution.Rungs[1].Value++
	var refused *SolutionError
	_, err = ResumeSession(t.Context(), p, solution, Options{})
	require.ErrorAs(t, err, &refused)
}

func TestASessionShowsTheAssignmentItHas(t *testing.T) {
	p := waiting(programme(40, 3, 4, 2), 2)
	solution := solve(t, p)
	s := session(t, p)
	for i, j := range p.Columns(solution.Pairs) {
		require.Equal(t, j, s.Column(i))
		if j >= 0 {
			require.Equal(t, []int32{j}, s.ColumnsOf(i))
			require.Contains(t, s.RowsOf(int(j)), int32(i))
		}
	}
	require.Equal(t, values(solution, len(p.Ladder)), s.Values())
	require.Equal(t, int32(-1), s.Column(-1))
	require.Nil(t, s.ColumnsOf(40))
	require.Nil(t, s.RowsOf(-1))
	require.Equal(t, Row{}, s.Row(40))
}

func TestASessionAnswersLikeAProbeOfWhatItHasBecome(t *testing.T) {
	r := rand.New(rand.NewPCG(34, 1))
	p := waiting(programme(60, 3, 5, 4), 4)
	s, m := session(t, p), mirrorOf(p)
	for range 30 {
		anyPersonsChange(t, r, s, m)
		p := m.problem()
		want, err := NewProbe(t.Context(), p, solve(t, p))
		require.NoError(t, err)
		have := s.Probe()
		i := r.IntN(p.Rows)
		a, err := want.Alternatives(t.Context(), i, 0)
		require.NoError(t, err)
		b, err := have.Alternatives(t.Context(), i, 0)
		require.NoError(t, err)
		require.Equal(t, a, b)
		if len(p.Cols) > 0 {
			pair := r.IntN(len(p.Cols))
			c, err := want.PairRange(t.Context(), 3, pair)
			require.NoError(t, err)
			d, err := have.PairRange(t.Context(), 3, pair)
			require.NoError(t, err)
			require.Equal(t, c, d)
		}
	}
}

func TestChangesDoNotTouchTheProblemTheyBeganWith(t *testing.T) {
	p := waiting(programme(40, 3, 4, 5), 5)
	cols, fit, days := slices.Clone(p.Cols), slices.Clone(p.Ladder[3].Pair), slices.Clone(p.Ladder[1].Row)
	s := session(t, p)
	r := rand.New(rand.NewPCG(35, 1))
	m := mirrorOf(p)
	for range 60 {
		anyPersonsChange(t, r, s, m)
	}
	require.Equal(t, cols, p.Cols)
	require.Equal(t, fit, p.Ladder[3].Pair)
	require.Equal(t, days, p.Ladder[1].Row)
}

func FuzzSession(f *testing.F) {
	seedsOf(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		in := (*tape)(&data)
		p := sloped(in.problem(), in.next()&3)
		s, err := NewSession(context.Background(), p, Options{Workers: 1})
		if err != nil {
			return
		}
		m := mirrorOf(p)
		d := dice(func(n int64) int64 { return (in.next() & 255) % n })
		for range 6 {
			before := state(s)
			what, err := anyChange(context.Background(), d, s, m)
			if err == nil {
				requireAsMirrored(t, s, m, what)
			} else {
				require.Equal(t, before, state(s), what)
			}
		}
	})
}
