package fair

import (
	"math"
	"sort"

	"github.com/peersupport/peersupport/matching/assign"
)

// face is what a ladder leaves to decide: a problem without a ladder, with all four
// bounds. Rows and columns keep their numbers; pairs that are the same in every
// optimum are gone, and the bounds count the others only.
type face struct {
	assign.Problem
	value    []int64 // of the free pairs
	pair     []int32 // their numbers in the whole problem
	settled  []int32 // pairs of the whole problem that every optimum uses
	base     []int64 // value of the settled pairs of each row
	mayEmpty []bool  // rows that count for nothing without pairs, and may have none
	largest  int64   // magnitude of a value, one at least
	room     int64   // magnitude that a price or a scaled value may have
}

// newFace reads what the ladder leaves from its proof: what has a reduced cost other
// than zero is the same in every optimum.
func newFace(p *Problem, ladder []assign.Result) *face {
	b := &p.Base
	f := &face{base: make([]int64, b.Rows), mayEmpty: make([]bool, b.Rows), largest: 1}
	f.Rows, f.Start = b.Rows, []int{0}
	f.open(b)
	for n := range ladder {
		f.narrow(&b.Ladder[n], &ladder[n])
	}
	for i := range b.Rows {
		f.addRow(p, ladder, i)
	}
	f.imply()
	for _, v := range p.Value {
		f.largest = max(f.largest, v, -max(v, -math.MaxInt64)) // the smallest number has no negative
	}
	size := 2*sum(f.Demand) + sum(f.Capacity) + 3*int64(f.Rows) + int64(len(f.Capacity)) + 4
	f.room = 1 << 59 / size
	return f
}

func sum(list []int64) (total int64) {
	for _, n := range list {
		total += n
	}
	return total
}

// open sets the bounds to what the problem allows.
func (f *face) open(b *assign.Problem) {
	f.MinDemand, f.MinLoad = make([]int64, b.Rows), make([]int64, len(b.Capacity))
	copy(f.MinDemand, b.MinDemand)
	copy(f.MinLoad, b.MinLoad)
	f.Demand, f.Capacity = make([]int64, b.Rows), make([]int64, len(b.Capacity))
	for _, j := range b.Cols {
		f.Capacity[j]++
	}
	for j, c := range b.Capacity {
		f.Capacity[j] = min(f.Capacity[j], c)
	}
	for i := range f.Demand {
		f.Demand[i] = 1
		if b.Demand != nil {
			f.Demand[i] = b.Demand[i]
		}
		f.Demand[i] = min(f.Demand[i], int64(b.Start[i+1]-b.Start[i]))
	}
}

// narrow narrows the bounds by the reduced costs of one rung.
func (f *face) narrow(r *assign.Rung, proof *assign.Result) {
	for i := range f.Demand {
		reduced := -proof.Row[i]
		if r.Row != nil {
			reduced += r.Row[i]
		}
		if reduced > 0 {
			f.Demand[i] = f.MinDemand[i]
		} else if reduced < 0 {
			f.MinDemand[i] = f.Demand[i]
		}
	}
	for j := range f.Capacity {
		lo, n := f.MinLoad[j], int(f.Capacity[j]-f.MinLoad[j])
		reduced := func(k int) int64 {
			if r.Place == nil {
				return proof.Col[j]
			}
			return proof.Col[j] + r.Place(j, lo+int64(k)+1)
		}
		f.MinLoad[j] = lo + int64(sort.Search(n, func(k int) bool { return reduced(k) >= 0 }))
		f.Capacity[j] = lo + int64(sort.Search(n, func(k int) bool { return reduced(k) > 0 }))
	}
}

// addRow keeps the free pairs of row i and takes the settled ones out of its bounds.
func (f *face) addRow(p *Problem, ladder []assign.Result, i int) {
	b := &p.Base
	settled := len(f.settled)
	for a := b.Start[i]; a < b.Start[i+1]; a++ {
		j := b.Cols[a]
		switch reduced := reducedCost(b, ladder, i, a); {
		case reduced == 0:
			f.Cols = append(f.Cols, j)
			f.value = append(f.value, p.Value[a])
			f.pair = append(f.pair, int32(a))
		case reduced < 0:
			f.settled = append(f.settled, int32(a))
			f.base[i] += p.Value[a]
			f.Demand[i]--
			f.MinDemand[i] = max(0, f.MinDemand[i]-1)
			f.Capacity[j]--
			f.MinLoad[j] = max(0, f.MinLoad[j]-1)
		}
	}
	f.Start = append(f.Start, len(f.Cols))
	f.Demand[i] = min(f.Demand[i], int64(f.Start[i+1]-f.Start[i]))
	f.mayEmpty[i] = p.SkipEmpty && f.MinDemand[i] == 0 && len(f.settled) == settled
}

// reducedCost is that of pair a of row i on the first rung where it has one.
func reducedCost(b *assign.Problem, ladder []assign.Result, i, a int) int64 {
	for n := range ladder {
		reduced := ladder[n].Row[i] - ladder[n].Col[b.Cols[a]]
		if c := b.Ladder[n].Pair; c != nil {
			reduced += c[a]
		}
		if reduced != 0 {
			return reduced
		}
	}
	return 0
}

// imply narrows the bounds of either side by what those of the other side leave: if
// all other columns have as few rows as they must, one column has no more than the
// rest.
func (f *face) imply() {
	fewest := max(sum(f.MinDemand), sum(f.MinLoad))
	most := min(sum(f.Demand), sum(f.Capacity))
	within := func(lo, hi []int64) {
		allLo, allHi := sum(lo), sum(hi)
		for n := range lo {
			lo[n], hi[n] = max(lo[n], fewest-(allHi-hi[n])), min(hi[n], most-(allLo-lo[n]))
		}
	}
	within(f.MinDemand, f.Demand)
	within(f.MinLoad, f.Capacity)
}

// whole turns free pairs in use, in any order, into all pairs in use of the whole
// problem, in increasing order.
func (f *face) whole(used []bool) []int32 {
	pairs := append([]int32{}, f.settled...)
	for a, in := range used {
		if in {
			pairs = append(pairs, f.pair[a])
		}
	}
	sort.Slice(pairs, func(m, n int) bool { return pairs[m] < pairs[n] })
	return pairs
}
