package assign

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
)

// shape bounds a random problem.
type shape struct {
	rows, cols, rungs int
	demand            int64 // 0: one each
	capacity          int64
	cost              int64   // costs lie between −cost and cost; 0: as large as they may be
	density           float64 // probability of a pair
	most              int     // pairs at most; 0: no limit
	lower             float64 // probability that a side has lower bounds
	wild              float64 // probability that they need not be feasible
	tight             float64 // probability that they are the upper bounds as well
	tie               int     // bits of the tie-break that differ; 0: no tie-break
	tied              bool    // a tie-break in which no bit differs
	exact             bool    // rows and cols are numbers, not bounds
}

// small draws a shape that brute force can deal with.
func small(r *rand.Rand) shape {
	s := shape{
		rows: 5, cols: 4, rungs: r.IntN(5), demand: r.Int64N(5), capacity: 1 + r.Int64N(4), cost: []int64{0, 1, 2, 6, 1000}[r.IntN(5)],
		density: 0.3 + 0.7*r.Float64(), most: 11, lower: 0.4, wild: 0.3, tight: 0.2,
	}
	switch r.IntN(16) {
	case 0:
		s.tied = true
	case 1, 2, 3:
		s.tie = 2
	case 4, 5, 6, 7, 8, 9, 10, 11:
		s.tie = 64
	}
	return s
}

// medium draws a shape that is large enough for every turn that the search for
// paths may take, and small enough for many of them.
func medium(r *rand.Rand) shape {
	return shape{
		rows: 2 + r.IntN(9), cols: 2 + r.IntN(9), rungs: r.IntN(5), demand: r.Int64N(5), capacity: 1 + r.Int64N(5),
		cost: []int64{1, 2, 10, 1000, 1 << 40}[r.IntN(5)], density: 0.2 + 0.8*r.Float64(), lower: 0.5, wild: 0.05, tight: 0.3, tie: 64 * r.IntN(2),
	}
}

// random draws a problem; every kind of cost and of bound is absent from some.
func (s shape) random(r *rand.Rand) Problem {
	rows, cols := s.rows, s.cols
	if !s.exact {
		rows, cols = r.IntN(s.rows+1), r.IntN(s.cols+1)
	}
	p := Problem{Rows: rows, Start: []int{0}}
	for range cols {
		p.Capacity = append(p.Capacity, r.Int64N(s.capacity+1))
	}
	for range p.Rows {
		density := s.density
		if r.IntN(8) == 0 {
			density = 0
		}
		for j := range p.Capacity {
			if r.Float64() < density && (s.most == 0 || len(p.Cols) < s.most) {
				p.Cols = append(p.Cols, int32(j))
			}
		}
		p.Start = append(p.Start, len(p.Cols))
	}
	if s.demand > 0 {
		p.Demand = make([]int64, p.Rows)
		for i := range p.Demand {
			p.Demand[i] = r.Int64N(s.demand + 1)
		}
	}
	s.lowerBounds(r, &p)
	for n := range s.rungs {
		p.Ladder = append(p.Ladder, s.rung(r, &p, "r"+strconv.Itoa(n)))
	}
	if s.tie > 0 || s.tied {
		p.TieBreak = tieBreak(r.Uint64(), s.tie)
	}
	return p
}

// lowerBounds asks for what some assignment has, or for anything.
func (s shape) lowerBounds(r *rand.Rand, p *Problem) {
	units, load := make([]int64, p.Rows), make([]int64, p.columns())
	for _, a := range r.Perm(len(p.Cols)) {
		i, j := rowOf(p, int32(a)), p.Cols[a]
		if units[i] < p.demand(i) && load[j] < p.Capacity[j] && r.IntN(4) > 0 {
			units[i]++
			load[j]++
		}
	}
	draw := func(planted, upper []int64) []int64 {
		if r.Float64() >= s.lower {
			return nil
		}
		limit := planted
		if r.Float64() < s.wild {
			limit = upper
		}
		lower := make([]int64, len(limit))
		for n := range lower {
			if r.IntN(2) == 0 {
				lower[n] = r.Int64N(limit[n] + 1)
			}
		}
		return lower
	}
	upper := p.Demand
	if upper == nil {
		upper = slices.Repeat([]int64{1}, p.Rows)
	}
	p.MinDemand, p.MinLoad = draw(units, upper), draw(load, p.Capacity)
	if p.MinDemand != nil && r.Float64() < s.tight {
		p.Demand = p.MinDemand
	}
	if p.MinLoad != nil && r.Float64() < s.tight {
		p.Capacity = p.MinLoad
	}
}

func (s shape) rung(r *rand.Rand, p *Problem, id string) Rung {
	bound := s.cost
	if bound == 0 {
		bound = largest(p)
	}
	bound = r.Int64N(bound) + 1
	if s.cost == 0 && r.IntN(2) == 0 {
		bound = largest(p)
	}
	draw := func() int64 { return r.Int64N(2*bound+1) - bound }
	if r.IntN(6) == 0 { // many ties, at both ends
		draw = func() int64 { return bound * (r.Int64N(3) - 1) }
	}
	out := Rung{ID: id}
	if r.IntN(3) == 0 {
		for range p.Rows {
			out.Row = append(out.Row, draw())
		}
	}
	if r.IntN(3) > 0 {
		for range p.Cols {
			out.Pair = append(out.Pair, draw())
		}
	}
	if r.IntN(3) == 0 {
		table := make([][]int64, p.columns())
		for j := range table {
			for range p.Rows {
				table[j] = append(table[j], draw())
			}
			slices.Sort(table[j])
		}
		out.Place = func(j int, k int64) int64 { return table[j][k-1] }
	}
	return out
}

// largest is the largest cost that a problem allows; see ErrOverflow.
func largest(p *Problem) int64 {
	demand := demandOf(p)
	return (1 << 62) / int64(max(p.Rows+p.columns(), demand)+demand+2)
}

// tieBreak hashes a pair; only the given number of its top bits differ between
// pairs, few of them so that ties survive a draw.
func tieBreak(seed uint64, width int) TieBreak {
	return func(counter, row, col int) uint64 {
		z := seed + uint64(counter)*0x9e3779b97f4a7c15 + uint64(row)*0xbf58476d1ce4e5b9 + uint64(col)*0x94d049bb133111eb
		z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		return (z ^ z>>31) >> (64 - width) << (64 - width)
	}
}

// describe writes a small problem down so that it can be typed in again.
func describe(p *Problem) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Rows: %d, Demand: %#v, MinDemand: %#v,\nCapacity: %#v, MinLoad: %#v,\nStart: %#v, Cols: %#v,\n",
		p.Rows, p.Demand, p.MinDemand, p.Capacity, p.MinLoad, p.Start, p.Cols)
	places := p.places()
	for _, r := range p.Ladder {
		fmt.Fprintf(&b, "{ID: %q, Row: %#v, Pair: %#v}", r.ID, r.Row, r.Pair)
		for j := range places {
			for k := int64(1); r.Place != nil && k <= places[j]; k++ {
				fmt.Fprintf(&b, " place(%d,%d)=%d", j, k, r.Place(j, k))
			}
		}
		b.WriteString(",\n")
	}
	for a, j := range p.Cols {
		if p.TieBreak != nil {
			i := rowOf(p, int32(a))
			fmt.Fprintf(&b, "tie(%d,%d)=%#x,%#x ", i, j, p.TieBreak(0, i, int(j)), p.TieBreak(1, i, int(j)))
		}
	}
	return b.String()
}
