package assign

import (
	"context"
	"errors"
	"math"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAProblemThatMakesNoSenseIsRefusedWithItsPlace(t *testing.T) {
	good := func() Problem {
		return Problem{
			Rows: 2, Capacity: []int64{1, 2, 0}, Start: []int{0, 2, 4}, Cols: []int32{0, 1, 1, 2},
			Ladder: []Rung{{ID: "a", Row: []int64{-1, -1}}, {ID: "b", Pair: []int64{1, 2, 3, 4}}},
		}
	}
	cases := map[string]struct {
		spoil func(*Problem)
		want  ProblemError
	}{
		"negative rows":        {func(p *Problem) { p.Rows = -1 }, ProblemError{Fault: FaultRows}},
		"too many rows":        {func(p *Problem) { p.Rows = math.MaxInt }, ProblemError{Fault: FaultSize}},
		"negative capacity":    {func(p *Problem) { p.Capacity[1] = -1 }, ProblemError{Fault: FaultCapacity, Index: 1}},
		"start missing":        {func(p *Problem) { p.Start = nil }, ProblemError{Fault: FaultStart}},
		"start not at zero":    {func(p *Problem) { p.Start[0] = 1 }, ProblemError{Fault: FaultStart}},
		"start past the end":   {func(p *Problem) { p.Start[2] = 5 }, ProblemError{Fault: FaultStart}},
		"start goes back":      {func(p *Problem) { p.Start[1] = 7 }, ProblemError{Fault: FaultStart, Index: 1}},
		"no such column":       {func(p *Problem) { p.Cols[3] = 3 }, ProblemError{Fault: FaultColumn, Index: 3}},
		"negative column":      {func(p *Problem) { p.Cols[0] = -1 }, ProblemError{Fault: FaultColumn, Index: 0}},
		"column twice":         {func(p *Problem) { p.Cols[3] = 1 }, ProblemError{Fault: FaultOrder, Index: 3}},
		"columns fall":         {func(p *Problem) { p.Cols[1], p.Cols[0] = 0, 1 }, ProblemError{Fault: FaultOrder, Index: 1}},
		"no name":              {func(p *Problem) { p.Ladder[1].ID = "" }, ProblemError{Fault: FaultID, Index: 1}},
		"the same name":        {func(p *Problem) { p.Ladder[1].ID = "a" }, ProblemError{Fault: FaultID, Rung: "a", Index: 1}},
		"reserved name":        {func(p *Problem) { p.Ladder[1].ID = "canonical" }, ProblemError{Fault: FaultID, Rung: "canonical", Index: 1}},
		"another reserved one": {func(p *Problem) { p.Ladder[0].ID = "canonical.1" }, ProblemError{Fault: FaultID, Rung: "canonical.1"}},
		"row costs":            {func(p *Problem) { p.Ladder[0].Row = []int64{1} }, ProblemError{Fault: FaultRowCosts, Rung: "a"}},
		"pair costs":           {func(p *Problem) { p.Ladder[1].Pair = []int64{} }, ProblemError{Fault: FaultPairCosts, Rung: "b"}},
		"places get cheaper": {func(p *Problem) {
			p.Ladder[1].Place = func(j int, k int64) int64 { return -k * int64(j) }
		}, ProblemError{Fault: FaultPlace, Rung: "b", Index: 1}},
		"overflow": {func(p *Problem) { p.Ladder[1].Pair[2] = math.MinInt64 }, ProblemError{Fault: FaultOverflow, Rung: "b"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			p := good()
			c.spoil(&p)
			_, err := Solve(t.Context(), p, Options{})
			var got *ProblemError
			require.ErrorAs(t, err, &got)
			require.Equal(t, c.want, *got)
			require.Equal(t, c.want.Fault == FaultOverflow, errors.Is(err, ErrOverflow))
			require.Equal(t, err, Check(p, &Solution{}))
			require.NotEmpty(t, err.Error())
		})
	}
}

func TestNothingToDoIsSolved(t *testing.T) {
	lots := tieBreak(1, 64)
	for name, p := range map[string]Problem{
		"zero value":           {},
		"only a tie-break":     {TieBreak: lots},
		"rows without columns": {Rows: 2, Start: []int{0, 0, 0}, TieBreak: lots},
		"columns without rows": {Capacity: []int64{1, 2}, Ladder: []Rung{{ID: "a"}}},
		"no places":            {Rows: 1, Capacity: []int64{0}, Start: []int{0, 1}, Cols: []int32{0}, Ladder: []Rung{{ID: "a", Row: []int64{-1}}}, TieBreak: lots},
	} {
		t.Run(name, func(t *testing.T) {
			s := solve(t, p)
			for _, j := range s.Column {
				require.Equal(t, int32(-1), j)
			}
			require.NoError(t, Check(p, s))
		})
	}
}

func TestTheLargestCostsThatAreAllowedDoNotOverflow(t *testing.T) {
	p := Problem{Rows: 2, Capacity: []int64{1, 1}, Start: []int{0, 2, 4}, Cols: []int32{0, 1, 0, 1}}
	c := int64(1<<62) / int64(2*2+2+2)
	p.Ladder = []Rung{
		{ID: "a", Row: []int64{-c, -c}, Pair: []int64{c, -c, -c, c}, Place: func(j int, _ int64) int64 { return c - 2*c*int64(j) }},
		{ID: "b", Pair: []int64{-c, -c, c, -c}},
	}
	s := solve(t, p)
	require.Equal(t, []int32{1, 0}, s.Column)
	require.Equal(t, -4*c, s.Rungs[0].Value)
	require.NoError(t, Check(p, s))

	p.Ladder[0].Row[0]--
	_, err := Solve(t.Context(), p, Options{})
	require.ErrorIs(t, err, ErrOverflow)
}

func TestAMillionPlacesCostNothing(t *testing.T) {
	asked := 0
	p := Problem{Rows: 3, Capacity: []int64{math.MaxInt64, 1_000_000}, Start: []int{0, 2, 4, 6}, Cols: []int32{0, 1, 0, 1, 0, 1}}
	p.Ladder = []Rung{{ID: "served", Row: []int64{-9, -9, -9}}, {ID: "even", Place: func(_ int, k int64) int64 { asked++; return 2*k - 1 }}}
	s := solve(t, p)
	require.Equal(t, int64(1+3+1), s.Rungs[1].Value)
	require.NoError(t, Check(p, s))
	require.Less(t, asked, 200)
}

// Rows that are not served share one potential, the hub's. A method that lets each
// keep its own stops at the first of these assignments that looks tight: it keeps
// the pairs found first and misses that a better row is waiting.
func TestRowsThatWaitAreComparedWithRowsThatAreServed(t *testing.T) {
	p := Problem{
		Rows: 4, Capacity: []int64{1, 1}, Start: []int{0, 2, 3, 5, 6}, Cols: []int32{0, 1, 0, 0, 1, 1},
		Ladder: []Rung{{ID: "served", Row: []int64{-1, -1, -1, -1}}, {ID: "fit", Pair: []int64{-3, -2, -4, -6, -7, -5}}},
	}
	s := solve(t, p)
	require.Equal(t, int64(-2), s.Rungs[0].Value)
	require.Equal(t, int64(-11), s.Rungs[1].Value)
	require.Equal(t, []int64{-2, -11}, cancelCycles(&p))
	require.NoError(t, Check(p, s))
}

func TestACancelledContextStopsWithItsCause(t *testing.T) {
	reason := errors.New("enough")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(reason)
	_, err := Solve(ctx, programme(10, 2, 2, 1), Options{})
	require.ErrorIs(t, err, reason)
}

// countdown is a context that ends when it has been asked a number of times.
type countdown struct {
	context.Context
	left, asked int
}

func (c *countdown) Err() error {
	c.asked++
	if c.asked > c.left {
		return context.Canceled
	}
	return nil
}

func TestACancelledContextStopsAtEveryPointOfTheWork(t *testing.T) {
	p := waiting(programme(700, 4, 20, 3), 3)
	whole := &countdown{Context: t.Context(), left: math.MaxInt}
	s, err := Solve(whole, p, Options{})
	require.NoError(t, err)
	require.Greater(t, int64(whole.asked), s.Stats.Scanned/(2*checkEvery), "looks at the context too seldom")
	for left := range whole.asked {
		ctx := &countdown{Context: t.Context(), left: left}
		if left > 50 && left < whole.asked-50 && left%50 > 0 {
			continue
		}
		_, err := Solve(ctx, p, Options{})
		require.ErrorIs(t, err, context.Canceled, "after %d of %d", left, whole.asked)
		require.LessOrEqual(t, ctx.asked, left+2)
	}
}

func TestProgressNamesEveryRungAtItsStartAndEnd(t *testing.T) {
	var got []Progress
	p := waiting(programme(40, 3, 4, 5), 5)
	_, err := Solve(t.Context(), p, Options{Progress: func(q Progress) { q.Stats = Stats{}; got = append(got, q) }})
	require.NoError(t, err)
	var want []Progress
	for n, id := range []string{"served", "waiting", "load", "fit", "canonical"} {
		planned := 4 + n/4
		want = append(want, Progress{Rung: id, Done: n, Planned: planned}, Progress{Rung: id, Done: n + 1, Planned: planned})
	}
	require.Equal(t, want, got)
}

func TestTheResultDoesNotDependOnTheNumberOfProcessors(t *testing.T) {
	p := waiting(programme(400, 3, 10, 6), 6)
	many := solve(t, p)
	before := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(before)
	require.Equal(t, many, solve(t, p))
}

// Dropping only the pairs that cannot be used is not enough: here the first rung
// fixes who is served, and a second rung that forgets it would rather serve none.
func TestALaterRungKeepsWhatAnEarlierOneFixed(t *testing.T) {
	p := Problem{Rows: 1, Capacity: []int64{1}, Start: []int{0, 1}, Cols: []int32{0}}
	p.Ladder = []Rung{{ID: "served", Row: []int64{-1}}, {ID: "effort", Pair: []int64{5}}}
	s := solve(t, p)
	require.Equal(t, []int32{0}, s.Column)
	require.Equal(t, int64(5), s.Rungs[1].Value)
}

func TestPairsDrawnTheSameAreDrawnAgain(t *testing.T) {
	p := Problem{Rows: 1, Capacity: []int64{1, 1}, Start: []int{0, 2}, Cols: []int32{0, 1}}
	p.Ladder = []Rung{{ID: "served", Row: []int64{-1}}}
	p.TieBreak = func(counter, _, col int) uint64 {
		if counter == 2 && col == 0 {
			return 1 << 63
		}
		return 0
	}
	s := solve(t, p)
	require.Equal(t, []int32{1}, s.Column)
	require.Equal(t, []string{"served", "canonical", "canonical.1", "canonical.2"}, []string{s.Rungs[0].ID, s.Rungs[1].ID, s.Rungs[2].ID, s.Rungs[3].ID})
	require.NoError(t, Check(p, s))
	s.Rungs = s.Rungs[:3]
	require.Error(t, Check(p, s))
}

// A place that gets dearer each time it is asked must neither hang nor panic.
func TestCostsThatChangeEndInAnErrorOrAProof(t *testing.T) {
	impure := 0
	for seed := range uint64(200) {
		p := programme(12, 3, 3, seed)
		asked := int64(0)
		p.Ladder[1].Place = func(_ int, k int64) int64 { asked++; return k*1_000_000 + asked }
		s, err := Solve(t.Context(), p, Options{})
		if errors.Is(err, ErrImpure) {
			impure++
			continue
		}
		require.NoError(t, err)
		require.True(t, s.Rungs[1].Exact)
	}
	require.Positive(t, impure)
}

func TestTheMarksOfASearchSurviveTheirRange(t *testing.T) {
	q := newSearch(1)
	q.round = math.MaxInt32
	q.offer(0, 0, 0, 0, 0)
	q.begin(0)
	q.offer(0, 5, 5, 0, 0)
	_, found := q.settle(6)
	require.True(t, found)
	require.Equal(t, int64(5), q.label[0])
}
