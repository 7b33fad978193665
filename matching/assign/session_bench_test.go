package assign

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// BenchmarkSession makes changes to a programme, next to solving it afresh. With a
// scale of 10 or more (PEERSUPPORT_TEST_SCALE) it is one of 100,000 seekers.
func BenchmarkSession(b *testing.B) {
	rows := 10_000
	if scale(b) >= 10 {
		rows = 100_000
	}
	for n, places := range []string{"slack", "tight", "scarce"} {
		p := waiting(programme(rows, 2+n, 50, 1), 1)
		s, err := NewSession(context.Background(), p, Options{})
		if err != nil {
			b.Fatal(err)
		}
		r, name := rand.New(rand.NewPCG(1, 2)), fmt.Sprintf("/%s/rows=%d", places, rows)
		b.Run("solve"+name, func(b *testing.B) { benchmark(b, p) })
		b.Run("leave and join"+name, func(b *testing.B) {
			timed(b, func() error {
				i := r.IntN(rows)
				row := s.Row(i)
				if err := s.RemoveRow(context.Background(), i); err != nil {
					return err
				}
				return s.SetRow(context.Background(), i, row)
			})
		})
		b.Run("change"+name, func(b *testing.B) {
			timed(b, func() error {
				i := r.IntN(rows)
				row := s.Row(i)
				row.Cost[1] = -r.Int64N(120)
				return s.SetRow(context.Background(), i, row)
			})
		})
		b.Run("capacity"+name, func(b *testing.B) {
			timed(b, func() error {
				j := r.IntN(len(p.Capacity))
				return s.SetCapacity(context.Background(), j, max(0, s.x.rolls[j].most-1+r.Int64N(3)))
			})
		})
	}
}

// timed reports how long most calls take, and the longest.
func timed(b *testing.B, call func() error) {
	b.Helper()
	b.ReportAllocs()
	var took []time.Duration
	for b.Loop() {
		start := time.Now()
		if err := call(); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "µs/median")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "µs/p99")
	b.ReportMetric(float64(took[len(took)-1].Microseconds()), "µs/max")
}

func BenchmarkProbe(b *testing.B) {
	p := waiting(programme(10_000, 4, 50, 1), 1)
	q, err := NewProbe(context.Background(), p, solve(b, p))
	if err != nil {
		b.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	b.Run("five alternatives", func(b *testing.B) {
		timed(b, func() error { _, err := q.Alternatives(context.Background(), r.IntN(p.Rows), 5); return err })
	})
	b.Run("all alternatives", func(b *testing.B) {
		timed(b, func() error { _, err := q.Alternatives(context.Background(), r.IntN(p.Rows), 0); return err })
	})
	b.Run("range of a pair", func(b *testing.B) {
		timed(b, func() error { _, err := q.PairRange(context.Background(), 3, r.IntN(len(p.Cols))); return err })
	})
	b.Run("worth of a place", func(b *testing.B) {
		timed(b, func() error { _, err := q.PlaceWorth(context.Background(), r.IntN(len(p.Capacity))); return err })
	})
	b.Run("worth of everything", func(b *testing.B) {
		timed(b, func() error { _, _, err := q.Worths(context.Background()); return err })
	})
}
