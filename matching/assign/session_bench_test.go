package assign

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// BenchmarkSession makes changes of one kind, each followed by its reverse.
func BenchmarkSession(b *testing.B) {
	for _, rows := range []int{10_000, 100_000} {
		for _, div := range []int{2, 4} { // places are plenty, or scarce
			p := waiting(programme(rows, div, 50, 1), 1)
			s, err := NewSession(context.Background(), p, Options{})
			if err != nil {
				b.Fatal(err)
			}
			r := rand.New(rand.NewPCG(1, 2))
			name := fmt.Sprintf("rows=%d/div=%d", rows, div)
			timed := func(kind string, change func() error) {
				b.Run(kind+"/"+name, func(b *testing.B) {
					var took []time.Duration
					for b.Loop() {
						start := time.Now()
						if err := change(); err != nil {
							b.Fatal(err)
						}
						took = append(took, time.Since(start))
					}
					slices.Sort(took)
					b.ReportMetric(float64(took[len(took)/2].Microseconds()), "µs/median")
					b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "µs/p99")
					b.ReportMetric(float64(took[len(took)-1].Microseconds()), "µs/max")
				})
			}
			timed("leave and join", func() error {
				i := r.IntN(rows)
				row := s.Row(i)
				if err := s.RemoveRow(context.Background(), i); err != nil {
					return err
				}
				return s.SetRow(context.Background(), i, row)
			})
			timed("change", func() error {
				i := r.IntN(rows)
				row := s.Row(i)
				row.Cost[1] = -r.Int64N(120)
				return s.SetRow(context.Background(), i, row)
			})
			timed("capacity", func() error {
				j := r.IntN(len(p.Capacity))
				return s.SetCapacity(context.Background(), j, max(0, s.x.rolls[j].most-1+r.Int64N(3)))
			})
			b.Log(name, s.Stats())
		}
	}
}
