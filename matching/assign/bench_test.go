package assign

import (
	"context"
	"fmt"
	"testing"
)

func benchmark(b *testing.B, p Problem) {
	b.Helper()
	var s *Solution
	for b.Loop() {
		var err error
		if s, err = Solve(context.Background(), p, Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(s.Stats.Scanned)/float64(len(p.Cols)), "scans/pair")
}

func BenchmarkSolve(b *testing.B) {
	for _, rows := range []int{1_000, 10_000} {
		for n, places := range []string{"slack", "tight", "scarce"} {
			p := programme(rows, 2+n, 50, 1)
			b.Run(fmt.Sprintf("total/%s/rows=%d", places, rows), func(b *testing.B) { benchmark(b, p) })
			q := waiting(p, 1)
			b.Run(fmt.Sprintf("ladder/%s/rows=%d", places, rows), func(b *testing.B) { benchmark(b, q) })
		}
	}
	b.Run("dense/rows=500", func(b *testing.B) { benchmark(b, dense(500, 1000, 1)) })
	b.Run("bounds/rows=648", func(b *testing.B) { benchmark(b, archipelago(1)) })
}

func BenchmarkCheck(b *testing.B) {
	p := waiting(programme(10_000, 4, 50, 1), 1)
	s := solve(b, p)
	for b.Loop() {
		if err := Check(p, s); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(s.Rungs)), "rungs")
}
