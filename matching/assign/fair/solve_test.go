package fair

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching/assign"
)

func solve(t testing.TB, p Problem, o Options) *Solution {
	t.Helper()
	s, err := Solve(context.Background(), p, o)
	require.NoError(t, err)
	require.NoError(t, Check(context.Background(), p, s))
	return s
}

// panels is a made-up conference: papers that want three reviewers each, out of as
// many as there are papers with up to four papers each.
func panels(rows int, seed uint64) Problem {
	r := rand.New(rand.NewPCG(seed, 7))
	p := Problem{Base: assign.Problem{Rows: rows, Start: []int{0}}}
	b := &p.Base
	for range rows {
		b.Capacity, b.MinLoad = append(b.Capacity, 4), append(b.MinLoad, 2)
	}
	for range rows {
		b.Demand, b.MinDemand = append(b.Demand, 3), append(b.MinDemand, 3)
		for j := range b.Capacity {
			b.Cols = append(b.Cols, int32(j))
			p.Value = append(p.Value, r.Int64N(1000)*r.Int64N(1000))
		}
		b.Start = append(b.Start, len(b.Cols))
	}
	return p
}

func TestNothingToDoIsSolved(t *testing.T) {
	for name, p := range map[string]Problem{
		"zero value":           {},
		"columns without rows": {Base: assign.Problem{Capacity: []int64{3}}},
		"rows without columns": {Base: assign.Problem{Rows: 2, Start: []int{0, 0, 0}}},
		"no row that counts":   {Base: assign.Problem{Rows: 2, Start: []int{0, 0, 0}}, SkipEmpty: true},
	} {
		t.Run(name, func(t *testing.T) {
			s := solve(t, p, Options{Levels: 5})
			require.Empty(t, s.Pairs)
			require.True(t, s.Total.Exact)
		})
	}
}

func TestAProblemThatMakesNoSenseIsRefused(t *testing.T) {
	good := panels(3, 1)
	for name, c := range map[string]struct {
		spoil func(*Problem, *Options)
		want  Fault
	}{
		"a value missing":  {func(p *Problem, _ *Options) { p.Value = p.Value[1:] }, FaultValue},
		"levels below two": {func(_ *Problem, o *Options) { o.Levels = -1 }, FaultOptions},
		"negative work":    {func(_ *Problem, o *Options) { o.Work = -1 }, FaultOptions},
		"values too large": {func(p *Problem, _ *Options) { p.Value = slices.Repeat([]int64{1 << 55}, len(p.Value)) }, FaultOverflow},
	} {
		t.Run(name, func(t *testing.T) {
			p, o := good, Options{}
			c.spoil(&p, &o)
			_, err := Solve(context.Background(), p, o)
			var got *ProblemError
			require.ErrorAs(t, err, &got)
			require.Equal(t, c.want, got.Fault)
			require.NotEmpty(t, err.Error())
			if c.want == FaultOverflow {
				require.ErrorIs(t, err, assign.ErrOverflow)
			}
		})
	}
}

func TestWhatIsWrongWithTheBaseIsSaidByAssign(t *testing.T) {
	p := panels(3, 1)
	p.Base.MinLoad = []int64{4, 4, 4} // twelve places for nine units
	_, err := Solve(context.Background(), p, Options{})
	var infeasible *assign.InfeasibleError
	require.ErrorAs(t, err, &infeasible)

	p.Base.MinLoad = []int64{-1}
	_, err = Solve(context.Background(), p, Options{})
	var invalid *assign.ProblemError
	require.ErrorAs(t, err, &invalid)

	for _, enormous := range []int64{math.MaxInt64, math.MinInt64} {
		p = panels(3, 1)
		s, err := Solve(context.Background(), p, Options{})
		require.NoError(t, err)
		p.Value[0] = enormous
		require.Error(t, Check(context.Background(), p, s))
		_, err = Solve(context.Background(), p, Options{})
		require.ErrorIs(t, err, assign.ErrOverflow)
	}
}

func TestPricesOfTheLargestValuesStayInRange(t *testing.T) {
	p := Problem{
		Base: assign.Problem{
			Rows: 2, Demand: []int64{3, 3}, Capacity: []int64{1, 3}, Start: []int{0, 2, 3}, Cols: []int32{0, 1, 0},
		},
		Value: []int64{27021597764222976, 13510798882111488, 96},
	}
	s := solve(t, p, Options{})
	require.Equal(t, int64(96), s.Levels[0].Value)
	require.True(t, s.Total.Exact)
}

func TestTheLadderDecidesFirst(t *testing.T) {
	// Two rows want the only column; the ladder prefers the one it is worth less to.
	p := Problem{
		Base: assign.Problem{
			Rows: 2, Capacity: []int64{1}, Start: []int{0, 1, 2}, Cols: []int32{0, 0},
			Ladder: []assign.Rung{{ID: "waiting", Row: []int64{-1, -9}}},
		},
		Value:     []int64{100, 7},
		SkipEmpty: true,
	}
	s := solve(t, p, Options{})
	require.Equal(t, []int32{1}, s.Pairs)
	require.Len(t, s.Levels, 1)
	require.Equal(t, int64(7), s.Levels[0].Value)
	require.True(t, s.Levels[0].Exact)
}

func TestARowThatDoesNotCountMayStandBack(t *testing.T) {
	// Both columns are taken either way; row 1 is either badly off or not served.
	p := Problem{
		Base: assign.Problem{
			Rows: 2, Demand: []int64{2, 1}, Capacity: []int64{1, 1}, Start: []int{0, 2, 3}, Cols: []int32{0, 1, 1},
		},
		Value: []int64{100, 0, 1},
	}
	p.Base.Ladder = []assign.Rung{assign.Served(&p.Base)}
	s := solve(t, p, Options{})
	require.Equal(t, []int64{1, 101}, []int64{s.Levels[0].Value, s.Total.Value})
	require.True(t, s.Levels[0].Exact)
	p.SkipEmpty = true
	s = solve(t, p, Options{})
	require.Equal(t, []int64{100, 100}, []int64{s.Levels[0].Value, s.Total.Value})
	require.True(t, s.Levels[0].Exact)
}

func TestLevelsAreBoundedWhereEachRowCouldBeLeftOut(t *testing.T) {
	// Two of three rows are served, and any two may be.
	p := Problem{
		Base: assign.Problem{
			Rows: 3, Capacity: []int64{1, 1}, Start: []int{0, 2, 4, 6}, Cols: []int32{0, 1, 0, 1, 0, 1},
		},
		Value:     []int64{5, 9, 7, 4, 6, 6},
		SkipEmpty: true,
	}
	p.Base.Ladder = []assign.Rung{assign.Served(&p.Base)}
	s := solve(t, p, Options{Levels: 3})
	require.Len(t, s.Levels, 2)
	require.Equal(t, []int64{7, 9, 16}, []int64{s.Levels[0].Value, s.Levels[1].Value, s.Total.Value})
	for _, fig := range figures(s) {
		require.True(t, fig.Exact)
	}
}

func TestWithOneColumnEachNothingContradictsTheLadderOfBands(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	for range 60 * scale(t) {
		const rows = 12
		p := Problem{Base: assign.Problem{Rows: rows, Start: []int{0}, MinDemand: slices.Repeat([]int64{1}, rows)}}
		b := &p.Base
		b.Capacity = slices.Repeat([]int64{1}, rows+r.IntN(3))
		band := []int{}
		for range rows {
			for j := range b.Capacity {
				b.Cols = append(b.Cols, int32(j))
				band = append(band, r.IntN(6))
				p.Value = append(p.Value, int64(band[len(band)-1]))
			}
			b.Start = append(b.Start, len(b.Cols))
		}
		q := *b
		q.Ladder = assign.Bands("band", band, 6)
		exact, err := assign.Solve(context.Background(), q, assign.Options{})
		require.NoError(t, err)
		var want []int64
		for _, a := range exact.Pairs {
			want = append(want, p.Value[a])
		}
		slices.Sort(want)
		s := solve(t, p, Options{Levels: rows})
		require.Equal(t, want[0], s.Levels[0].Value)
		require.True(t, s.Levels[0].Exact)
		for k, fig := range s.Levels {
			require.LessOrEqual(t, fig.Value, want[k], "level %d", k)
			require.GreaterOrEqual(t, fig.Bound, want[k], "level %d", k)
			if fig.Value < want[k] {
				break
			}
		}
	}
}

func TestTheSameProblemHasTheSameSolution(t *testing.T) {
	p := panels(30, 2)
	first := solve(t, p, Options{Levels: 2, Work: 50_000_000})
	require.Equal(t, first, solve(t, p, Options{Levels: 2, Work: 50_000_000}))
}

func TestMoreWorkIsNotWorse(t *testing.T) {
	p := panels(30, 3)
	least := solve(t, p, Options{Work: 1})
	require.False(t, least.Levels[0].Exact)
	most := solve(t, p, Options{})
	require.Greater(t, most.Levels[0].Value, least.Levels[0].Value)
	require.LessOrEqual(t, most.Levels[0].Bound, least.Levels[0].Bound)
	for work := int64(1); work < most.Stats.Steps; work *= 10 {
		s := solve(t, p, Options{Work: work})
		require.LessOrEqual(t, s.Stats.Steps, work+3*least.Stats.Steps, "limit %d", work)
	}
}

// fuse is a context that ends when it has been asked so many times.
type fuse struct {
	context.Context
	left, asked atomic.Int64
}

func (f *fuse) Err() error {
	f.asked.Add(1)
	if f.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

func TestSolveAndCheckStopWhenTheContextEnds(t *testing.T) {
	p := panels(100, 4)
	s := solve(t, p, Options{Levels: 3, Work: 20_000_000})
	for work, run := range map[string]func(ctx context.Context) error{
		"solve": func(ctx context.Context) error {
			_, err := Solve(ctx, p, Options{Levels: 3, Work: 20_000_000})
			return err
		},
		"check": func(ctx context.Context) error { return Check(ctx, p, s) },
	} {
		whole := &fuse{Context: context.Background()}
		whole.left.Store(math.MaxInt64)
		require.NoError(t, run(whole))
		require.Greater(t, whole.asked.Load(), int64(1), work)
		for n := range min(40, whole.asked.Load()) {
			ctx := &fuse{Context: context.Background()}
			ctx.left.Store(n * whole.asked.Load() / 40)
			require.ErrorIs(t, run(ctx), context.Canceled, "%s after %d", work, n)
			require.LessOrEqual(t, ctx.asked.Load()-n*whole.asked.Load()/40, int64(4), "asked again after the end")
		}
	}
}
