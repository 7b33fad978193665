package assign

import (
	"cmp"
	"math/bits"
	"slices"
)

// number is the type of costs within a part: narrow where all of them fit, which
// halves the memory that searches go through.
type number interface{ int32 | int64 }

// arc is a pair as a search sees it from its left node.
type arc[C number] struct {
	cost  C
	right int32 // the bits of the right node are inverted while the arc is in use
}

func (a arc[C]) used() bool { return a.right < 0 }

// firstSorted is how many arcs of a node are put in order when the first is
// asked for. Most searches look no further.
const firstSorted = 8

// sortNext puts the next arcs in order, behind the first n, which are in order
// already and cost no more than the rest. It returns how many are in order then:
// four times as many, so that all of them together take little more than one
// ordinary sort.
func sortNext[C number](arcs []arc[C], n int) int {
	if n == 0 && len(arcs) > firstSorted {
		sortFirst(arcs)
		return firstSorted
	}
	to := max(firstSorted, 4*n)
	if to+to/2 >= len(arcs) {
		to = len(arcs)
	} else {
		selectCheapest(arcs[n:], to-n)
	}
	sortArcs(arcs[n:to])
	return to
}

// sortFirst puts the firstSorted cheapest arcs in front, in one pass: after a while
// few arcs are cheaper than the last of them.
func sortFirst[C number](arcs []arc[C]) {
	front := arcs[:firstSorted:firstSorted]
	sortArcs(front)
	bar := front[firstSorted-1].cost
	for n := firstSorted; n < len(arcs); n++ {
		a := arcs[n]
		if a.cost >= bar {
			continue
		}
		arcs[n] = front[firstSorted-1]
		k := firstSorted - 1
		for ; k > 0 && front[k-1].cost > a.cost; k-- {
			front[k] = front[k-1]
		}
		front[k] = a
		bar = front[firstSorted-1].cost
	}
}

func sortArcs[C number](arcs []arc[C]) {
	if len(arcs) > 24 {
		slices.SortFunc(arcs, func(a, b arc[C]) int { return cmp.Compare(a.cost, b.cost) })
		return
	}
	for i := 1; i < len(arcs); i++ {
		a := arcs[i]
		k := i
		for ; k > 0 && arcs[k-1].cost > a.cost; k-- {
			arcs[k] = arcs[k-1]
		}
		arcs[k] = a
	}
}

// selectCheapest moves the n cheapest arcs to the front: Hoare's selection with
// the median of three as pivot, which copes with many equal costs. Should the
// pivots be bad again and again, sorting bounds the work.
func selectCheapest[C number](arcs []arc[C], n int) {
	lo, hi := 0, len(arcs)-1
	for patience := 3 * bits.Len(uint(len(arcs))); lo < hi; patience-- {
		if patience == 0 {
			sortArcs(arcs[lo : hi+1])
			return
		}
		a, b, c := arcs[lo].cost, arcs[lo+(hi-lo)/2].cost, arcs[hi].cost
		pivot := max(min(a, b), min(max(a, b), c))
		i, k := lo, hi
		for i <= k {
			for arcs[i].cost < pivot {
				i++
			}
			for arcs[k].cost > pivot {
				k--
			}
			if i <= k {
				arcs[i], arcs[k] = arcs[k], arcs[i]
				i++
				k--
			}
		}
		switch {
		case n <= k:
			hi = k
		case n >= i:
			lo = i
		default:
			return
		}
	}
}
