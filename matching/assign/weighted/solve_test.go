package weighted

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
			Units: []int64{1, 0, 2, 3}, Cost: []int64{1, 2, 3, 4}, Must: []bool{true, false},
		}
	}
	cases := map[string]struct {
		spoil func(*Problem)
		want  ProblemError
	}{
		"negative rows":      {func(p *Problem) { p.Rows = -1 }, ProblemError{Fault: FaultRows}},
		"too many rows":      {func(p *Problem) { p.Rows = math.MaxInt }, ProblemError{Fault: FaultSize}},
		"too many in all":    {func(p *Problem) { p.Rows = math.MaxInt32 / 2 }, ProblemError{Fault: FaultSize}},
		"negative capacity":  {func(p *Problem) { p.Capacity[1] = -1 }, ProblemError{Fault: FaultCapacity, Index: 1}},
		"start missing":      {func(p *Problem) { p.Start = nil }, ProblemError{Fault: FaultStart}},
		"start not at zero":  {func(p *Problem) { p.Start[0] = 1 }, ProblemError{Fault: FaultStart}},
		"start past the end": {func(p *Problem) { p.Start[2] = 5 }, ProblemError{Fault: FaultStart}},
		"start goes back":    {func(p *Problem) { p.Start[1] = 7 }, ProblemError{Fault: FaultStart, Index: 1}},
		"no such column":     {func(p *Problem) { p.Cols[3] = 3 }, ProblemError{Fault: FaultColumn, Index: 3}},
		"negative column":    {func(p *Problem) { p.Cols[0] = -1 }, ProblemError{Fault: FaultColumn, Index: 0}},
		"column twice":       {func(p *Problem) { p.Cols[3] = 1 }, ProblemError{Fault: FaultOrder, Index: 3}},
		"units too few":      {func(p *Problem) { p.Units = p.Units[:3] }, ProblemError{Fault: FaultUnits}},
		"negative units":     {func(p *Problem) { p.Units[2] = -1 }, ProblemError{Fault: FaultUnits, Index: 2}},
		"costs too many":     {func(p *Problem) { p.Cost = make([]int64, 5) }, ProblemError{Fault: FaultCosts}},
		"must too few":       {func(p *Problem) { p.Must = []bool{true} }, ProblemError{Fault: FaultMust}},
		"unknown objective":  {func(p *Problem) { p.Objective = 2 }, ProblemError{Fault: FaultObjective}},
		"overflow":           {func(p *Problem) { p.Cost[2] = math.MinInt64 }, ProblemError{Fault: FaultOverflow, Index: 2}},
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
	for name, p := range map[string]Problem{
		"zero value":           {},
		"rows without columns": {Rows: 2, Start: []int{0, 0, 0}},
		"columns without rows": {Capacity: []int64{1, 2}},
		"no capacity":          {Rows: 1, Capacity: []int64{0}, Start: []int{0, 1}, Cols: []int32{0}},
		"nothing gained":       {Rows: 1, Capacity: []int64{1}, Start: []int{0, 1}, Cols: []int32{0}, Cost: []int64{1}, Objective: LeastCost},
	} {
		t.Run(name, func(t *testing.T) {
			s := solve(t, p)
			require.Empty(t, s.Pairs)
			require.True(t, s.Exact)
			require.NoError(t, Check(p, s))
		})
	}
}

func TestPairsOfNoUnitsNeedNoCapacity(t *testing.T) {
	p := Problem{Rows: 3, Capacity: []int64{0}, Start: []int{0, 1, 2, 3}, Cols: []int32{0, 0, 0}, Units: []int64{0, 0, 1}}
	require.Equal(t, []int32{0, 1}, solve(t, p).Pairs)
}

func TestServingMoreComesBeforeAnyCostUnlessCostDecidesAlone(t *testing.T) {
	p := Problem{
		Rows: 3, Capacity: []int64{4}, Start: []int{0, 1, 2, 3}, Cols: []int32{0, 0, 0},
		Units: []int64{4, 2, 2}, Cost: []int64{-1000, 5, 5},
	}
	require.Equal(t, []int32{1, 2}, solve(t, p).Pairs)
	p.Objective = LeastCost
	require.Equal(t, []int32{0}, solve(t, p).Pairs)
	p.Must = []bool{false, true, false}
	require.Equal(t, []int32{1}, solve(t, p).Pairs)
}

func TestRowsThatMustBeServedComeBeforeTheNumberOfRows(t *testing.T) {
	p := Problem{
		Rows: 3, Capacity: []int64{4}, Start: []int{0, 1, 2, 3}, Cols: []int32{0, 0, 0},
		Units: []int64{4, 2, 2}, Must: []bool{true, false, false},
	}
	s := solve(t, p)
	require.Equal(t, []int32{0}, s.Pairs)
	require.Equal(t, int64(2), s.Unserved.Value)
	require.True(t, s.Exact)
}

func TestRowsThatMustBeServedAndCannotBeAreAnError(t *testing.T) {
	for name, p := range map[string]Problem{
		"no pair":       {Rows: 1, Start: []int{0, 0}, Must: []bool{true}},
		"too large":     {Rows: 1, Capacity: []int64{1}, Start: []int{0, 1}, Cols: []int32{0}, Units: []int64{2}, Must: []bool{true}},
		"only together": {Rows: 2, Capacity: []int64{3}, Start: []int{0, 1, 2}, Cols: []int32{0, 0}, Units: []int64{2, 2}, Must: []bool{true, true}},
		// Six units for six, if only one of the rows could be split.
		"only in halves": {
			Rows: 3, Capacity: []int64{3, 3}, Start: []int{0, 2, 4, 6}, Cols: []int32{0, 1, 0, 1, 0, 1},
			Units: []int64{2, 2, 2, 2, 2, 2}, Must: []bool{true, true, true},
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := Solve(t.Context(), p, Options{})
			require.ErrorIs(t, err, ErrInfeasible)
			require.Nil(t, s)
		})
	}
}

func TestStoppedBeforeTheFirstAssignmentIsUndecided(t *testing.T) {
	s, err := Solve(t.Context(), classic('d', 5, 60, 1), Options{Work: 1})
	require.ErrorIs(t, err, ErrUndecided)
	require.Nil(t, s)
}

func TestTheLargestCostsThatAreAllowedDoNotOverflow(t *testing.T) {
	p := Problem{
		Rows: 3, Capacity: []int64{3, 3}, Start: []int{0, 2, 4, 6}, Cols: []int32{0, 1, 0, 1, 0, 1},
		Units: []int64{2, 2, 1, 1, 2, 1},
	}
	c := int64(1<<56) / int64(p.size())
	p.Cost = []int64{-c, c, c, -c, -c, c}
	s := solve(t, p)
	require.Equal(t, -c, s.Cost.Value)
	require.True(t, s.Exact)
	require.NoError(t, Check(p, s))

	p.Cost[0]--
	_, err := Solve(t.Context(), p, Options{})
	require.ErrorIs(t, err, ErrOverflow)
}

func TestTheLargestUnitsDoNotOverflow(t *testing.T) {
	const m = math.MaxInt64
	p := Problem{
		Rows: 4, Capacity: []int64{m, m}, Start: []int{0, 2, 4, 6, 8}, Cols: []int32{0, 1, 0, 1, 0, 1, 0, 1},
		Units: []int64{m, m - 1, m / 2, m, m / 2, m, 2, 1},
		Cost:  []int64{-9, -8, -5, -7, -5, -7, -1, -1},
	}
	s := solve(t, p)
	require.Equal(t, []int32{1, 2, 4, 7}, s.Pairs)
	require.NoError(t, Check(p, s))
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

func TestACancelledContextStopsWithItsCause(t *testing.T) {
	reason := errors.New("enough")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(reason)
	_, err := Solve(ctx, classic('c', 5, 15, 1), Options{})
	require.ErrorIs(t, err, reason)
}

func TestACancelledSearchReturnsWhatItHas(t *testing.T) {
	p := classic('d', 5, 30, 2)
	whole := &countdown{Context: t.Context(), left: math.MaxInt}
	best, err := Solve(whole, p, Options{})
	require.NoError(t, err)
	require.Greater(t, int64(whole.asked), best.Stats.Steps/(8*checkEvery), "looks at the context too seldom")
	returned := 0
	for left := 0; left < whole.asked; left += 1 + whole.asked/40 {
		ctx := &countdown{Context: t.Context(), left: left}
		s, err := Solve(ctx, p, Options{})
		require.ErrorIs(t, err, context.Canceled, "after %d of %d", left, whole.asked)
		if s == nil {
			continue
		}
		returned++
		require.NoError(t, Check(p, s))
		require.LessOrEqual(t, s.Cost.Bound, best.Cost.Value)
		require.GreaterOrEqual(t, s.Cost.Value, best.Cost.Value)
	}
	require.Greater(t, returned, 20)
}

func TestACancelledSearchForMoreRowsStillKnowsTheCost(t *testing.T) {
	p := scarce(40, 1)
	for left := range 200 {
		s, err := Solve(&countdown{Context: t.Context(), left: left}, p, Options{})
		if err == nil {
			return
		}
		require.NoError(t, Check(p, s), "after %d", left)
	}
}

func TestProgressClosesInFromBothSides(t *testing.T) {
	last := map[Part]Progress{}
	p := scarce(40, 1)
	p.Must = make([]bool, p.Rows)
	p.Must[1] = true
	s, err := Solve(t.Context(), p, Options{Progress: func(q Progress) {
		if before, ok := last[q.Part]; ok {
			require.LessOrEqual(t, q.Value, before.Value)
			require.GreaterOrEqual(t, q.Bound, before.Bound)
			require.GreaterOrEqual(t, q.Stats.Steps, before.Stats.Steps)
		}
		require.LessOrEqual(t, q.Bound, q.Value)
		last[q.Part] = q
	}})
	require.NoError(t, err)
	require.Equal(t, int64(0), last[PartMust].Value)
	require.Equal(t, s.Unserved.Value, last[PartUnserved].Value)
	require.Equal(t, s.Cost.Value, last[PartCost].Value)
	require.Equal(t, s.Cost.Bound, last[PartCost].Bound)
}

func TestTheResultDoesNotDependOnTheNumberOfProcessors(t *testing.T) {
	p := classic('d', 5, 30, 3)
	many := solve(t, p)
	before := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(before)
	require.Equal(t, many, solve(t, p))
}

func TestTheWorkLimitHolds(t *testing.T) {
	p := classic('d', 10, 60, 1)
	for _, work := range []int64{20_000_000, 100_000_000} {
		s, err := Solve(t.Context(), p, Options{Work: work})
		require.NoError(t, err)
		require.False(t, s.Exact)
		require.NoError(t, Check(p, s))
		require.Less(t, s.Stats.Steps, 2*work)
	}
}
