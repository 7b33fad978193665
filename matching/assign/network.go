package assign

import (
	"math"
	"slices"
)

// pairState is what is known of a pair.
type pairState uint8

const (
	pairUsed  pairState = 1 << iota
	pairFixed           // stays as it is in every optimum so far
)

// bounds are how many units a node may have on the face, how many it has, and how
// many of those are fixed pairs.
type bounds struct{ lo, hi, now, fixed int32 }

// most and fewest are the bounds for free pairs.
func (b *bounds) most() int64   { return int64(b.hi - b.fixed) }
func (b *bounds) fewest() int64 { return int64(max(0, b.lo-b.fixed)) }

// network is the face of all assignments that are optimal for the rungs so far,
// and one of them. Pairs that are not fixed are free to change, and the number of
// units of a row or column stays within its bounds.
type network struct {
	p     *Problem
	rows  []bounds
	cols  []bounds
	pair  []pairState
	first []int32 // where the units of each row begin in use
	use   []int32 // the pairs in use of each row, as many as it has now
}

// newNetwork allows everything the problem allows; nothing is in use. The places
// are those that Problem.places counts.
func newNetwork(p *Problem, places []int64) *network {
	x := &network{
		p:     p,
		rows:  make([]bounds, p.Rows),
		cols:  make([]bounds, p.columns()),
		pair:  make([]pairState, len(p.Cols)),
		first: make([]int32, p.Rows+1),
	}
	units := int32(0)
	for i := range x.rows {
		units += int32(p.demand(i))
		x.first[i+1] = units
	}
	x.use = make([]int32, units)
	x.open(places)
	return x
}

// open sets the bounds to what the problem allows.
func (x *network) open(places []int64) {
	for i := range x.rows {
		b := &x.rows[i]
		b.lo, b.hi, b.fixed = 0, x.first[i+1]-x.first[i], 0
		if x.p.MinDemand != nil {
			b.lo = clip(x.p.MinDemand[i])
		}
	}
	for j, n := range places {
		b := &x.cols[j]
		b.lo, b.hi, b.fixed = 0, int32(n), 0
		if x.p.MinLoad != nil {
			b.lo = clip(x.p.MinLoad[j])
		}
	}
}

// clip keeps a lower bound that nothing can reach unreachable.
func clip(n int64) int32 { return int32(min(n, math.MaxInt32)) }

// reopen frees again whatever the problem allows; the assignment stays.
func (x *network) reopen(places []int64) {
	x.open(places)
	for a := range x.pair {
		x.pair[a] &= pairUsed
	}
}

// usedBy lists the pairs that row i uses.
func (x *network) usedBy(i int) []int32 {
	return x.use[x.first[i] : x.first[i]+x.rows[i].now]
}

// inUse lists all pairs in use, in increasing order.
func (x *network) inUse() []int32 {
	n := 0
	for i := range x.rows {
		n += int(x.rows[i].now)
	}
	pairs := make([]int32, 0, n)
	for i := range x.rows {
		used := x.usedBy(i)
		slices.Sort(used)
		pairs = append(pairs, used...)
	}
	return pairs
}

// value is the total cost of the assignment. A unit costs at most three times the
// largest cost, which the limit on costs keeps within range.
func (x *network) value(c *costs) int64 {
	total := int64(0)
	for i := range x.rows {
		for _, a := range x.usedBy(i) {
			total += c.ofRow(i) + c.ofPair(int(a))
		}
	}
	if c.place == nil {
		return total
	}
	for j := range x.cols {
		for k := int64(1); k <= int64(x.cols[j].now); k++ {
			total += c.place(j, k)
		}
	}
	return total
}

// usedPairs lists the pairs in use of each column.
type usedPairs struct {
	start []int32
	list  []usedPair
}

type usedPair struct{ row, pair int32 }

func (u *usedPairs) of(j int) []usedPair { return u.list[u.start[j]:u.start[j+1]] }

func (x *network) usedByColumn() usedPairs {
	u := usedPairs{start: make([]int32, len(x.cols)+1)}
	for j := range x.cols {
		u.start[j+1] = u.start[j] + x.cols[j].now
	}
	u.list = make([]usedPair, u.start[len(x.cols)])
	at := append([]int32(nil), u.start...)
	for i := range x.rows {
		for _, a := range x.usedBy(i) {
			j := x.p.Cols[a]
			u.list[at[j]] = usedPair{int32(i), a}
			at[j]++
		}
	}
	return u
}
