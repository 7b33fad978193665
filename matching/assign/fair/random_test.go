package fair

import (
	"math/rand/v2"
	"slices"

	"github.com/peersupport/peersupport/matching/assign"
)

// small draws a problem that brute force can deal with.
func small(r *rand.Rand) Problem {
	rows, cols, most := 1+r.IntN(4), 1+r.IntN(5), 13
	p := Problem{SkipEmpty: r.IntN(3) == 0}
	b := &p.Base
	b.Rows, b.Start = rows, []int{0}
	for range cols {
		b.Capacity = append(b.Capacity, 1+r.Int64N(3))
	}
	magnitude := []int64{1, 5, 100, 1_000_000_000}[r.IntN(4)]
	lowest := int64(0)
	if r.IntN(3) == 0 {
		lowest = -magnitude / 2
	}
	for range rows {
		for j := range cols {
			if r.IntN(4) > 0 && len(b.Cols) < most {
				b.Cols = append(b.Cols, int32(j))
				p.Value = append(p.Value, lowest+r.Int64N(magnitude+1))
			}
		}
		b.Start = append(b.Start, len(b.Cols))
	}
	if r.IntN(4) > 0 {
		for range rows {
			b.Demand = append(b.Demand, r.Int64N(4))
		}
	}
	planted(r, b)
	for n := range r.IntN(3) {
		b.Ladder = append(b.Ladder, rung(r, b, string(rune('a'+n))))
	}
	return p
}

// planted asks for no more than some assignment has, as a rule.
func planted(r *rand.Rand, b *assign.Problem) {
	units, load := make([]int64, b.Rows), make([]int64, len(b.Capacity))
	for i := range b.Rows {
		most := int64(1)
		if b.Demand != nil {
			most = b.Demand[i]
		}
		for _, n := range r.Perm(b.Start[i+1] - b.Start[i]) {
			if j := b.Cols[b.Start[i]+n]; units[i] < most && load[j] < b.Capacity[j] {
				units[i]++
				load[j]++
			}
		}
	}
	if r.IntN(20) == 0 && b.Demand != nil {
		units = slices.Clone(b.Demand)
	}
	if r.IntN(2) == 0 {
		b.MinDemand = units
	}
	if r.IntN(3) == 0 {
		b.MinLoad = load
	}
}

func rung(r *rand.Rand, b *assign.Problem, id string) assign.Rung {
	switch r.IntN(4) {
	case 0:
		out := assign.Served(b)
		out.ID = id
		return out
	case 1:
		return assign.EvenLoad(id, make([]int64, len(b.Capacity)))
	case 2:
		out := assign.Rung{ID: id, Row: make([]int64, b.Rows)}
		for i := range out.Row {
			out.Row[i] = r.Int64N(5) - 3
		}
		return out
	}
	out := assign.Rung{ID: id, Pair: make([]int64, len(b.Cols))}
	for a := range out.Pair {
		out.Pair[a] = r.Int64N(3) - 1
	}
	return out
}
