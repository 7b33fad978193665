package weighted

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// programme is a made-up round: rows seekers, a supporter for every four of them
// with 8 to 40 hours, k eligible supporters a seeker, one to eight hours a pair,
// and fit from 0 to 1000.
func programme(rows, k int, seed uint64) Problem {
	r := rand.New(rand.NewPCG(seed, 0))
	p := Problem{Rows: rows, Start: []int{0}}
	for range max(1, rows/4) {
		p.Capacity = append(p.Capacity, 8+r.Int64N(33))
	}
	picked := make([]int32, 0, k)
	for range rows {
		picked = picked[:0]
		for len(picked) < min(k, len(p.Capacity)) {
			if j := int32(r.IntN(len(p.Capacity))); !slices.Contains(picked, j) {
				picked = append(picked, j)
			}
		}
		slices.Sort(picked)
		hours := 1 + r.Int64N(8)
		for _, j := range picked {
			p.Cols = append(p.Cols, j)
			p.Units = append(p.Units, max(1, hours+r.Int64N(3)-1))
			p.Cost = append(p.Cost, -r.Int64N(1001))
		}
		p.Start = append(p.Start, len(p.Cols))
	}
	return p
}

func BenchmarkSolve(b *testing.B) {
	run := func(name string, p Problem) {
		b.Run(name, func(b *testing.B) {
			var s *Solution
			for b.Loop() {
				var err error
				if s, err = Solve(context.Background(), p, Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(s.Cost.Value-s.Cost.Bound), "gap")
			b.ReportMetric(float64(s.Stats.Nodes), "nodes")
		})
	}
	for _, kind := range "abcde" {
		run(fmt.Sprintf("%c/10x60", kind), classic(byte(kind), 10, 60, 1))
	}
	run("c/20x200", classic('c', 20, 200, 1))
	run("programme/rows=200", programme(200, 20, 1))
}

func BenchmarkCheck(b *testing.B) {
	p := classic('d', 20, 200, 1)
	s, err := Solve(context.Background(), p, Options{Work: 1e7})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := Check(p, s); err != nil {
			b.Fatal(err)
		}
	}
}
