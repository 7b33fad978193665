package assign

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// archipelago is a problem of many pieces: programmes that know nothing of each
// other, with bounds on both sides.
func archipelago(seed uint64) Problem {
	r := rand.New(rand.NewPCG(seed, 12))
	whole := Problem{Start: []int{0}, TieBreak: tieBreak(seed, 64)}
	var served, fit []int64
	for n := range 12 {
		p := shape{rows: 10 + 8*n, cols: 5 + 3*n, exact: true, rungs: 0, demand: 3, capacity: 4, cost: 1, density: 0.4, lower: 1}.random(r)
		for _, j := range p.Cols {
			whole.Cols = append(whole.Cols, j+int32(len(whole.Capacity)))
			fit = append(fit, r.Int64N(50)-25)
		}
		for i := range p.Rows {
			whole.Start = append(whole.Start, whole.Start[whole.Rows+i]+p.Start[i+1]-p.Start[i])
			served = append(served, -1)
		}
		whole.Rows += p.Rows
		whole.Demand, whole.MinDemand = append(whole.Demand, p.Demand...), append(whole.MinDemand, p.MinDemand...)
		whole.Capacity, whole.MinLoad = append(whole.Capacity, p.Capacity...), append(whole.MinLoad, p.MinLoad...)
	}
	whole.Ladder = []Rung{
		{ID: "served", Row: served},
		{ID: "load", Place: func(j int, k int64) int64 { return 2*(k-int64(j)%4) - 1 }},
		{ID: "fit", Pair: fit},
	}
	return whole
}

// fine lets goroutines share even small work.
var fine = tuning{patience: 20, grain: 16}

func TestPiecesAreSharedAmongGoroutines(t *testing.T) {
	p := archipelago(3)
	before := runtime.NumGoroutine()
	ctx := &watched{Context: t.Context()}
	_, err := solveWith(ctx, &p, Options{Workers: 3}, fine)
	require.NoError(t, err)
	require.Greater(t, ctx.most.Load(), int64(before))
	requireGoroutines(t, before)
}

// watched is a context that counts goroutines whenever it is asked.
type watched struct {
	context.Context
	most atomic.Int64
}

func (w *watched) Err() error {
	now := int64(runtime.NumGoroutine())
	for most := w.most.Load(); now > most && !w.most.CompareAndSwap(most, now); most = w.most.Load() {
	}
	return nil
}

func TestTheResultDoesNotDependOnProcessorsOrWorkers(t *testing.T) {
	for name, p := range map[string]Problem{
		"one piece":   waiting(programme(400, 3, 10, 6), 6),
		"many pieces": archipelago(1),
		"square":      dense(60, 40, 1),
	} {
		t.Run(name, func(t *testing.T) {
			alone, err := solveWith(t.Context(), &p, Options{Workers: 1}, fine)
			require.NoError(t, err)
			want, err := json.Marshal(alone)
			require.NoError(t, err)
			require.JSONEq(t, proof(t, solve(t, p)), proof(t, alone))
			for _, processors := range []int{1, 2, 4} {
				for _, workers := range []int{0, 1, 2, 3} {
					before := runtime.GOMAXPROCS(processors)
					s, err := solveWith(t.Context(), &p, Options{Workers: workers}, fine)
					runtime.GOMAXPROCS(before)
					require.NoError(t, err)
					have, err := json.Marshal(s)
					require.NoError(t, err)
					require.Equal(t, string(want), string(have), "%d processors, %d workers", processors, workers)
				}
			}
		})
	}
}

func TestTheArchipelagoAgreesWithASecondAlgorithm(t *testing.T) {
	for seed := range uint64(3) {
		p := archipelago(seed)
		require.Empty(t, differs(&p))
	}
}

func TestProgressNamesEveryRungAtItsStartAndEnd(t *testing.T) {
	var got []Progress
	p := waiting(programme(40, 3, 4, 5), 5)
	_, err := Solve(t.Context(), p, Options{Progress: func(q Progress) { q.Stats = Stats{}; got = append(got, q) }})
	require.NoError(t, err)
	var want []Progress
	for n, id := range []string{"served", "waiting", "load", "fit", "canonical"} {
		planned := 5
		want = append(want, Progress{Rung: id, Done: n, Planned: planned}, Progress{Rung: id, Done: n + 1, Planned: planned})
	}
	require.Equal(t, want, got)
}

func TestACancelledContextStopsWithItsCause(t *testing.T) {
	reason := errors.New("enough")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(reason)
	_, err := Solve(ctx, programme(10, 2, 2, 1), Options{})
	require.ErrorIs(t, err, reason)
}

func TestCancelledFromProgressItStopsWithItsCauseAndLeavesNoGoroutine(t *testing.T) {
	p, reason := archipelago(2), errors.New("enough")
	events := 0
	_, err := Solve(t.Context(), p, Options{Progress: func(Progress) { events++ }})
	require.NoError(t, err)
	require.Positive(t, events)
	before := runtime.NumGoroutine()
	for _, workers := range []int{1, 2, 3} {
		for at := range events - 1 {
			ctx, cancel := context.WithCancelCause(t.Context())
			seen := 0
			_, err := solveWith(ctx, &p, Options{Workers: workers, Progress: func(Progress) {
				if seen == at {
					cancel(reason)
				}
				seen++
			}}, fine)
			require.ErrorIs(t, err, reason)
			require.LessOrEqual(t, seen, at+2)
		}
	}
	requireGoroutines(t, before)
}

// requireGoroutines waits a little for goroutines that have done their work to be
// gone.
func requireGoroutines(t *testing.T, most int) {
	t.Helper()
	require.Eventually(t, func() bool { return runtime.NumGoroutine() <= most+1 }, 5*time.Second, time.Millisecond)
}

// The deadline passes in the middle of the work. How soon that is answered takes a
// machine with nothing else to do to measure; here only that it is.
func TestADeadlineIsAnswered(t *testing.T) {
	p := waiting(programme(20_000, 4, 50, 1), 1)
	before := runtime.NumGoroutine()
	for _, workers := range []int{1, 3} {
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Millisecond)
		_, err := Solve(ctx, p, Options{Workers: workers})
		require.ErrorIs(t, err, context.DeadlineExceeded)
		cancel()
	}
	requireGoroutines(t, before)
}

// countdown is a context that ends when it has been asked a number of times.
type countdown struct {
	context.Context
	left  int64
	asked atomic.Int64
}

func (c *countdown) Err() error {
	if c.asked.Add(1) > c.left {
		return context.Canceled
	}
	return nil
}

func TestACancelledContextStopsAtEveryPointOfTheWork(t *testing.T) {
	p := waiting(programme(700, 4, 20, 3), 3)
	for _, workers := range []int64{1, 2} {
		o := Options{Workers: int(workers)}
		whole := &countdown{Context: t.Context(), left: math.MaxInt64}
		s, err := solveWith(whole, &p, o, fine)
		require.NoError(t, err)
		asked := whole.asked.Load()
		require.Greater(t, asked, s.Stats.Scanned/(2*checkEvery), "looks at the context too seldom")
		for left := range asked / workers { // two workers may ask less often, each for itself
			if left > 50 && left < asked-50 && left%50 > 0 {
				continue
			}
			ctx := &countdown{Context: t.Context(), left: left}
			_, err := solveWith(ctx, &p, o, fine)
			require.ErrorIs(t, err, context.Canceled, "after %d of %d", left, asked)
			// Each goroutine notices once, and context.Cause asks a second time.
			require.LessOrEqual(t, ctx.asked.Load(), left+2*workers)
		}
	}
}
