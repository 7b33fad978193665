package weighted

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// knapsack solves the knapsack problems of columns, one after another in the same
// memory.
type knapsack struct {
	forward  []int64
	backward []int64
}

// solve finds the items worth taking within room, in units of the divided items.
// It returns the least sum of their prices, or a lower bound of it when c is not
// exact, marks what it takes, and says at least how much the sum grows when an
// item is forced in or out.
func (k *knapsack) solve(c column, items []item, room int64) (least int64, steps int) {
	worth := 0
	for n := range items {
		items[n].taken = false
		if items[n].price < 0 {
			items[n], items[worth] = items[worth], items[n]
			worth++
		}
	}
	if c.table {
		return k.table(items[:worth], items[worth:], int(room)), len(items) + 3*worth*(int(room)+1)
	}
	return fractions(items[:worth], items[worth:], room), len(items) + 8*worth*bits.Len(uint(worth))
}

// table fills row after row: the least sum with the first items, by capacity. A
// second pass from the other end, joined with the first, tells what the sum would
// be with and without each item (Dudziński and Walukiewicz, European Journal of
// Operational Research 28, 1987, use the same to fix variables).
func (k *knapsack) table(worth, rest []item, room int) int64 {
	cells := room + 1
	k.forward = slices.Grow(k.forward[:0], (len(worth)+1)*cells)[:(len(worth)+1)*cells]
	k.backward = slices.Grow(k.backward[:0], cells)[:cells]
	row := func(n int) []int64 { return k.forward[n*cells : (n+1)*cells] }
	clear(row(0))
	clear(k.backward)
	for n, it := range worth {
		u, before, after := int(it.units), row(n), row(n+1)
		copy(after[:u], before)
		without, with := before[u:], before[:cells-u]
		for c := range after[u:] {
			after[u+c] = min(without[c], with[c]+it.price)
		}
	}
	last := row(len(worth))
	least := last[room]
	for n := range rest {
		rest[n].force = rest[n].price + last[room-int(rest[n].units)] - least
	}
	left := room
	for n := len(worth) - 1; n >= 0; n-- {
		it := &worth[n]
		u, before := int(it.units), row(n)
		if it.taken = row(n + 1)[left] != before[left]; it.taken {
			left -= u
			it.force = join(before, k.backward) - least
		} else {
			it.force = it.price + join(before[:cells-u], k.backward) - least
		}
		for c := room; c >= u; c-- {
			k.backward[c] = min(k.backward[c], k.backward[c-u]+it.price)
		}
	}
	return least
}

// join is the least sum of two tables that share the capacity len(f) − 1.
func join(f, b []int64) int64 {
	least := int64(math.MaxInt64)
	last := len(f) - 1
	for c := range f {
		least = min(least, f[c]+b[last-c])
	}
	return least
}

// fractions takes what is worth most for its units until the next item does not
// fit, and of that a fraction: Dantzig's bound. Each unit is then worth what that
// item pays for one of its own, and forcing an item in or out costs at least the
// difference.
func fractions(worth, rest []item, room int64) int64 {
	slices.SortStableFunc(worth, func(a, b item) int { return ratio{-b.price, b.units}.compare(ratio{-a.price, a.units}) })
	least, n := int64(0), 0
	for ; n < len(worth) && worth[n].units <= room; n++ {
		worth[n].taken = true
		room -= worth[n].units
		least += worth[n].price
	}
	pay, per := int64(0), int64(1)
	if n < len(worth) {
		pay, per = -worth[n].price, worth[n].units
		part, _ := mulDiv(pay, room, per)
		least -= part
	}
	for _, items := range [2][]item{worth, rest} {
		for n := range items {
			it := &items[n]
			fair, cut := mulDiv(pay, it.units, per)
			if it.taken {
				if cut {
					fair++
				}
				fair = -fair
				it.force = max(0, fair-it.price)
			} else {
				it.force = max(0, fair+it.price)
			}
		}
	}
	return least
}

// ratio is a fraction of two numbers that are not negative; above all is what has
// the denominator zero.
type ratio struct{ num, den int64 }

func (r ratio) compare(s ratio) int {
	hi, lo := bits.Mul64(uint64(r.num), uint64(s.den))
	hj, lp := bits.Mul64(uint64(s.num), uint64(r.den))
	return cmp.Or(cmp.Compare(hi, hj), cmp.Compare(lo, lp))
}
