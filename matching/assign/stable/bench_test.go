package stable

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// programme is a made-up round: rows seekers, a supporter for every div of them
// with one to five places, k listed supporters a seeker. Ranks are random, with
// some ties on both sides.
func programme(rows, div, k int, seed uint64) Problem {
	r := rand.New(rand.NewPCG(seed, 0))
	p := Problem{Rows: rows, Start: []int{0}, TieBreak: hash(seed)}
	for range max(1, rows/div) {
		p.Capacity = append(p.Capacity, 1+r.Int64N(5))
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
		p.Cols = append(p.Cols, picked...)
		for range picked {
			p.RowRank = append(p.RowRank, r.Int32N(int32(k)))
			p.ColRank = append(p.ColRank, r.Int32N(100))
		}
		p.Start = append(p.Start, len(p.Cols))
	}
	return p
}

func BenchmarkSolve(b *testing.B) {
	for _, rows := range []int{1_000, 100_000} {
		for _, div := range []int{3, 4} { // all can be served, or not
			p := programme(rows, div, 20, 1)
			name := fmt.Sprintf("/rows=%d/div=%d", rows, div)
			b.Run("row_optimal"+name, func(b *testing.B) { benchmark(b, p, RowOptimal) })
			b.Run("column_optimal"+name, func(b *testing.B) { benchmark(b, p, ColumnOptimal) })
			b.Run("popular"+name, func(b *testing.B) { benchmark(b, p, Popular) })
			b.Run("fullest"+name, func(b *testing.B) { benchmark(b, p, Fullest) })
			g := supervised(p, 10, 20)
			b.Run("grouped"+name, func(b *testing.B) { benchmark(b, g, RowOptimalGrouped) })
		}
	}
}

// benchmark runs any of the solvers.
func benchmark[P, S any](b *testing.B, p P, f func(context.Context, P) (S, error)) {
	b.Helper()
	for b.Loop() {
		if _, err := f(context.Background(), p); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	p := programme(100_000, 4, 20, 1)
	pairs, err := RowOptimal(context.Background(), p)
	if err != nil {
		b.Fatal(err)
	}
	s, err := Fullest(context.Background(), p)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("stable", func(b *testing.B) {
		for b.Loop() {
			if err := Check(p, pairs); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("fullest", func(b *testing.B) {
		for b.Loop() {
			if err := CheckFullest(p, s); err != nil {
				b.Fatal(err)
			}
		}
	})
}
