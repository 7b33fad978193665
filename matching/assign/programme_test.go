package assign

import (
	"math/rand/v2"
	"slices"
)

// programme is a made-up round: rows seekers, a supporter for every div of them
// with one to five places, k eligible supporters a seeker, and fit from 0 to 1000.
// With div 2 places are plenty, with 3 there is one for each, with 4 they are scarce.
func programme(rows, div, k int, seed uint64) Problem {
	r := rand.New(rand.NewPCG(seed, 0))
	p := Problem{Rows: rows, Start: []int{0}}
	for range rows / div {
		p.Capacity = append(p.Capacity, 1+r.Int64N(5))
	}
	var fit []int64
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
			fit = append(fit, -r.Int64N(1001))
		}
		p.Start = append(p.Start, len(p.Cols))
	}
	p.Ladder = []Rung{{ID: "served", Row: slices.Repeat([]int64{-1}, rows)}, {ID: "fit", Pair: fit}}
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
	p := Problem{Rows: n, Capacity: slices.Repeat([]int64{1}, n), Start: []int{0}}
	var pair []int64
	for range n {
		for j := range n {
			p.Cols = append(p.Cols, int32(j))
			pair = append(pair, 1+r.Int64N(largest))
		}
		p.Start = append(p.Start, len(p.Cols))
	}
	p.Ladder = []Rung{{ID: "served", Row: slices.Repeat([]int64{-1}, n)}, {ID: "cost", Pair: pair}}
	return p
}
