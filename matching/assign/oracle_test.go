package assign

import (
	"context"
	"math/bits"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// scale multiplies the counts of randomised tests.
func scale(t testing.TB) int {
	t.Helper()
	s := os.Getenv("PEERSUPPORT_TEST_SCALE")
	if s == "" {
		return 1
	}
	n, err := strconv.Atoi(s)
	require.NoError(t, err, "PEERSUPPORT_TEST_SCALE")
	require.Positive(t, n, "PEERSUPPORT_TEST_SCALE")
	return n
}

// optimum is what brute force finds.
type optimum struct {
	values []int64  // of the ladder
	sets   []uint32 // of pairs, as bits, that are optimal for the ladder and all draws
	draws  int      // how many it took until one set was left, or all of them
}

func (o *optimum) infeasible() bool { return len(o.sets) == 0 }

func (o *optimum) has(pairs []int32) bool { return slices.Contains(o.sets, bitsOf(pairs)) }

func bitsOf(pairs []int32) uint32 {
	set := uint32(0)
	for _, a := range pairs {
		set |= 1 << a
	}
	return set
}

// enumeration tries every set of pairs within the bounds, pair by pair.
type enumeration struct {
	p                *Problem
	row              []int // of each pair
	units, load      []int64
	most, cap        []int64
	fewest, mustLoad []int64
	set              uint32
	value            []int64
	best             []int64
	sets             []uint32
}

// bruteForce knows nothing of networks: it tries all sets of up to 31 pairs.
func bruteForce(p *Problem) optimum {
	e := &enumeration{
		p: p, units: make([]int64, p.Rows), load: make([]int64, p.columns()), most: p.Demand, cap: p.Capacity,
		fewest: p.MinDemand, mustLoad: p.MinLoad, value: make([]int64, len(p.Ladder)), best: make([]int64, len(p.Ladder)),
	}
	if p.Demand == nil {
		e.most = slices.Repeat([]int64{1}, p.Rows)
	}
	for i := range p.Rows {
		e.row = append(e.row, slices.Repeat([]int{i}, p.Start[i+1]-p.Start[i])...)
	}
	e.try(0)
	if len(e.sets) == 0 {
		return optimum{}
	}
	o := optimum{values: e.best, sets: e.sets}
	for p.TieBreak != nil && o.draws < maxDraws && (o.draws == 0 || len(o.sets) > 1) {
		e.draw(&o)
	}
	return o
}

func (e *enumeration) try(a int) {
	if a == len(e.row) {
		e.keep()
		return
	}
	e.try(a + 1)
	i, j := e.row[a], e.p.Cols[a]
	if e.units[i] == e.most[i] || e.load[j] == e.cap[j] {
		return
	}
	e.units[i]++
	e.load[j]++
	e.set |= 1 << a
	e.pay(a, e.load[j], 1)
	e.try(a + 1)
	e.pay(a, e.load[j], -1)
	e.set &^= 1 << a
	e.units[i]--
	e.load[j]--
}

// pay adds what pair a costs in the k-th place of its column, or takes it back.
func (e *enumeration) pay(a int, k, sign int64) {
	for n := range e.p.Ladder {
		r := &e.p.Ladder[n]
		if r.Row != nil {
			e.value[n] += sign * r.Row[e.row[a]]
		}
		if r.Pair != nil {
			e.value[n] += sign * r.Pair[a]
		}
		if r.Place != nil {
			e.value[n] += sign * r.Place(int(e.p.Cols[a]), k)
		}
	}
}

func (e *enumeration) keep() {
	for i, n := range e.fewest {
		if e.units[i] < n {
			return
		}
	}
	for j, n := range e.mustLoad {
		if e.load[j] < n {
			return
		}
	}
	order := -1
	if len(e.sets) > 0 {
		order = slices.Compare(e.value, e.best)
	}
	if order < 0 {
		e.sets = e.sets[:0]
		copy(e.best, e.value)
	}
	if order <= 0 {
		e.sets = append(e.sets, e.set)
	}
}

// draw keeps the sets whose pairs have the smallest total in the next draw.
func (e *enumeration) draw(o *optimum) {
	width := widthOf(e.p)
	drawn := make([]int64, len(e.row))
	for a, i := range e.row {
		drawn[a] = int64(e.p.TieBreak(o.draws, i, int(e.p.Cols[a])) >> (64 - width))
	}
	sum := func(set uint32) (total int64) {
		for ; set != 0; set &= set - 1 {
			total += drawn[bits.TrailingZeros32(set)]
		}
		return total
	}
	least := sum(o.sets[0])
	for _, set := range o.sets {
		least = min(least, sum(set))
	}
	o.sets = slices.DeleteFunc(o.sets, func(set uint32) bool { return sum(set) != least })
	o.draws++
}

// widthOf is 62 − bits.Len(rows + columns + demand), counted out.
func widthOf(p *Problem) int {
	width := 62
	for n := p.Rows + p.columns() + demandOf(p); n > 0; n /= 2 {
		width--
	}
	return width
}

// demandOf counts what all rows ask for, as a TieBreak counts it.
func demandOf(p *Problem) int {
	demand := 0
	for i := range p.Rows {
		asks := 1
		if p.Demand != nil {
			asks = int(min(p.Demand[i], int64(p.Start[i+1]-p.Start[i])))
		}
		demand += max(asks, 1)
	}
	return demand
}

// total is the cost of the pairs in use on one rung.
func total(p *Problem, r *Rung, pairs []int32) int64 {
	sum := int64(0)
	load := make([]int64, p.columns())
	for _, a := range pairs {
		j := p.Cols[a]
		load[j]++
		if r.Row != nil {
			sum += r.Row[rowOf(p, a)]
		}
		if r.Pair != nil {
			sum += r.Pair[a]
		}
		if r.Place != nil {
			sum += r.Place(int(j), load[j])
		}
	}
	return sum
}

func rowOf(p *Problem, a int32) int {
	i, _ := slices.BinarySearch(p.Start, int(a)+1)
	return i - 1
}

func values(s *Solution, rungs int) []int64 {
	var v []int64
	for _, r := range s.Rungs[:rungs] {
		v = append(v, r.Value)
	}
	return v
}

func solve(t testing.TB, p Problem) *Solution {
	t.Helper()
	s, err := Solve(context.Background(), p, Options{})
	require.NoError(t, err)
	return s
}
