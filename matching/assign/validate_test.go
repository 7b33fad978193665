package assign

import (
	"errors"
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAProblemThatMakesNoSenseIsRefusedWithItsPlace(t *testing.T) {
	good := func() Problem {
		return Problem{
			Rows: 2, Demand: []int64{1, 2}, MinDemand: []int64{0, 1}, Capacity: []int64{1, 2, 0}, MinLoad: []int64{0, 1, 0},
			Start: []int{0, 2, 4}, Cols: []int32{0, 1, 1, 2},
			Ladder: []Rung{{ID: "a", Row: []int64{-1, -1}}, {ID: "b", Pair: []int64{1, 2, 3, 4}}},
		}
	}
	p := good()
	require.NoError(t, Check(p, solve(t, p)))
	cases := map[string]struct {
		spoil func(*Problem)
		want  ProblemError
	}{
		"negative rows":            {func(p *Problem) { p.Rows = -1 }, ProblemError{Fault: FaultRows}},
		"too many rows":            {func(p *Problem) { p.Rows = math.MaxInt }, ProblemError{Fault: FaultSize}},
		"demand missing":           {func(p *Problem) { p.Demand = p.Demand[:1] }, ProblemError{Fault: FaultDemand}},
		"demand empty":             {func(p *Problem) { p.Demand = []int64{} }, ProblemError{Fault: FaultDemand}},
		"negative demand":          {func(p *Problem) { p.Demand[1] = -1 }, ProblemError{Fault: FaultDemand, Index: 1}},
		"least demand too long":    {func(p *Problem) { p.MinDemand = []int64{0, 0, 0} }, ProblemError{Fault: FaultMinDemand}},
		"negative least demand":    {func(p *Problem) { p.MinDemand[1] = math.MinInt64 }, ProblemError{Fault: FaultMinDemand, Index: 1}},
		"least demand above":       {func(p *Problem) { p.MinDemand[1] = 3 }, ProblemError{Fault: FaultRowBounds, Index: 1}},
		"least demand above one":   {func(p *Problem) { p.Demand, p.MinDemand[1] = nil, 2 }, ProblemError{Fault: FaultRowBounds, Index: 1}},
		"negative capacity":        {func(p *Problem) { p.Capacity[1] = -1 }, ProblemError{Fault: FaultCapacity, Index: 1}},
		"least load too short":     {func(p *Problem) { p.MinLoad = p.MinLoad[:2] }, ProblemError{Fault: FaultMinLoad}},
		"negative least load":      {func(p *Problem) { p.MinLoad[2] = -5 }, ProblemError{Fault: FaultMinLoad, Index: 2}},
		"least load above":         {func(p *Problem) { p.MinLoad[2] = 1 }, ProblemError{Fault: FaultColumnBounds, Index: 2}},
		"start missing":            {func(p *Problem) { p.Start = nil }, ProblemError{Fault: FaultStart}},
		"start not at zero":        {func(p *Problem) { p.Start[0] = 1 }, ProblemError{Fault: FaultStart}},
		"start past the end":       {func(p *Problem) { p.Start[2] = 5 }, ProblemError{Fault: FaultStart}},
		"start goes back":          {func(p *Problem) { p.Start[1] = 7 }, ProblemError{Fault: FaultStart, Index: 1}},
		"pairs without rows":       {func(p *Problem) { *p = Problem{Cols: []int32{0}} }, ProblemError{Fault: FaultStart}},
		"no such column":           {func(p *Problem) { p.Cols[3] = 3 }, ProblemError{Fault: FaultColumn, Index: 3}},
		"negative column":          {func(p *Problem) { p.Cols[0] = -1 }, ProblemError{Fault: FaultColumn, Index: 0}},
		"column twice":             {func(p *Problem) { p.Cols[3] = 1 }, ProblemError{Fault: FaultOrder, Index: 3}},
		"columns fall":             {func(p *Problem) { p.Cols[1], p.Cols[0] = 0, 1 }, ProblemError{Fault: FaultOrder, Index: 1}},
		"no name":                  {func(p *Problem) { p.Ladder[1].ID = "" }, ProblemError{Fault: FaultID, Index: 1}},
		"the same name":            {func(p *Problem) { p.Ladder[1].ID = "a" }, ProblemError{Fault: FaultID, Rung: "a", Index: 1}},
		"reserved name":            {func(p *Problem) { p.Ladder[1].ID = "canonical" }, ProblemError{Fault: FaultID, Rung: "canonical", Index: 1}},
		"another reserved one":     {func(p *Problem) { p.Ladder[0].ID = "canonical.1" }, ProblemError{Fault: FaultID, Rung: "canonical.1"}},
		"row costs":                {func(p *Problem) { p.Ladder[0].Row = []int64{1} }, ProblemError{Fault: FaultRowCosts, Rung: "a"}},
		"pair costs":               {func(p *Problem) { p.Ladder[1].Pair = []int64{} }, ProblemError{Fault: FaultPairCosts, Rung: "b"}},
		"a pair that costs a lot":  {func(p *Problem) { p.Ladder[1].Pair[2] = math.MinInt64 }, ProblemError{Fault: FaultOverflow, Rung: "b"}},
		"a row that gains a lot":   {func(p *Problem) { p.Ladder[0].Row[1] = math.MaxInt64 }, ProblemError{Fault: FaultOverflow, Rung: "a"}},
		"a place that costs a lot": {func(p *Problem) { p.Ladder[0].Place = func(int, int64) int64 { return 1 << 60 } }, ProblemError{Fault: FaultOverflow, Rung: "a"}},
		"places get cheaper": {func(p *Problem) {
			p.Ladder[1].Place = func(j int, k int64) int64 { return -k * int64(j) }
		}, ProblemError{Fault: FaultPlace, Rung: "b", Index: 1}},
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

func TestACapacityBeyondAllPairsIsNoFault(t *testing.T) {
	p := Problem{
		Rows: 1, Demand: []int64{math.MaxInt64}, MinDemand: []int64{1}, Capacity: []int64{math.MaxInt64}, MinLoad: []int64{1},
		Start: []int{0, 1}, Cols: []int32{0}, TieBreak: tieBreak(1, 64),
	}
	s := solve(t, p)
	require.Equal(t, []int32{0}, s.Pairs)
	require.NoError(t, Check(p, s))
}
