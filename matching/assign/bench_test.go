package assign

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// programme is a made-up round: rows seekers, a supporter for every div of them
// with one to five places, k eligible supporters a seeker, and fit from 0 to 1000.
func programme(rows, div, k int, seed uint64) Problem {
	r := rand.New(rand.NewPCG(seed, 0))
	p := Problem{Rows: rows, Start: []int{0}}
	for range rows / div {
		p.Capacity = append(p.Capacity, 1+r.Int64N(5))
	}
	served := make([]int64, rows)
	var fit []int64
	picked := make([]int32, 0, k)
	for i := range rows {
		served[i] = -1
		picked = picked[:0]
		for len(picked) < min(k, len(p.Capacity)) {
			if j := int32(r.IntN(len(p.Capacity))); !slices.Contains(picked, j) {
				picked = append(picked, j)
			}
		}
		slices.Sort(picked)
		p.Cols = append(p.Cols, picked...)
		for range picked {
			fit = append(fit, -r.Int64N(1001))
		}
		p.Start = append(p.Start, len(p.Cols))
	}
	p.Ladder = []Rung{{ID: "served", Row: served}, {ID: "fit", Pair: fit}}
	return p
}

// waiting adds the rungs a real round has: longest wait first, and even load.
func waiting(p Problem, seed uint64) Problem {
	r := rand.New(rand.NewPCG(seed, 1))
	days := make([]int64, p.Rows)
	for i := range days {
		days[i] = -r.Int64N(120)
	}
	p.Ladder = []Rung{
		p.Ladder[0],
		{ID: "waiting", Row: days},
		{ID: "load", Place: func(j int, k int64) int64 { return 2*(k-int64(j)%4) - 1 }},
		p.Ladder[1],
	}
	p.TieBreak = tieBreak(seed, 64)
	return p
}

// dense is the linear assignment problem with costs from 1 to largest.
func dense(n int, largest int64, seed uint64) Problem {
	r := rand.New(rand.NewPCG(seed, 2))
	p := Problem{Rows: n, Start: []int{0}}
	served := make([]int64, n)
	var pair []int64
	for i := range n {
		served[i] = -1
		p.Capacity = append(p.Capacity, 1)
		for j := range n {
			p.Cols = append(p.Cols, int32(j))
			pair = append(pair, 1+r.Int64N(largest))
		}
		p.Start = append(p.Start, len(p.Cols))
	}
	p.Ladder = []Rung{{ID: "served", Row: served}, {ID: "cost", Pair: pair}}
	return p
}

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
	for _, rows := range []int{100, 1_000, 10_000} {
		for _, div := range []int{2, 3, 4} {
			p := programme(rows, div, 50, 1)
			b.Run(fmt.Sprintf("programme/rows=%d/div=%d", rows, div), func(b *testing.B) { benchmark(b, p) })
			q := waiting(p, 1)
			b.Run(fmt.Sprintf("ladder/rows=%d/div=%d", rows, div), func(b *testing.B) { benchmark(b, q) })
		}
	}
	b.Run("dense/rows=500", func(b *testing.B) { benchmark(b, dense(500, 1000, 1)) })
}

func BenchmarkCheck(b *testing.B) {
	p := waiting(programme(10_000, 4, 50, 1), 1)
	s := solve(b, p)
	for b.Loop() {
		if err := Check(p, s); err != nil {
			b.Fatal(err)
		}
	}
}
