package assign

import (
	"cmp"
	"slices"
)

// byPriority solves a rung that only asks which rows are served, and served rather
// than not: the greedy algorithm of matroids. Rows whose units are fixed come first,
// then those that gain most, each class as many as can be without losing any of
// those before (fillMost). A class that cannot be served whole is in want of the
// places that it can reach; what those are worth is the gain of that class.
//
// It reports false when the rung is of another kind, when it has so many classes
// that searches for paths are faster, or when a row or column is left with less than
// it must have: without regard to that, the result is the best there is.
func (s *solver) byPriority(c *costs, d duals) (solved bool, err error) {
	x := s.net
	if c.pair != nil || c.place != nil || c.row == nil {
		return false, nil
	}
	for i, b := range x.rows {
		if b.lo < b.hi && c.row[i] > 0 {
			return false, nil
		}
	}
	order := x.classes(c.row)
	if len(order.start)*(len(x.rows)+len(x.cols)) > maxClassWork*(len(x.pair)+1) {
		return false, nil
	}
	x.releaseAll()
	f := newFiller(x, s.meter)
	f.wanted = make([]bool, len(x.rows))
	f.dead = make([]bool, len(x.cols))
	known := make([]bool, len(x.rows))
	copy(d.u, c.row)
	clear(d.v)
	for k, from := range order.start {
		class := order.rows[from:order.end(k)]
		for _, i := range class {
			f.wanted[i] = true
		}
		if err := f.fill(); err != nil {
			return false, err
		}
		f.bury(c.row[class[0]], c.row, d, known)
		for _, i := range class {
			f.wanted[i] = false
			if x.rows[i].now < x.rows[i].hi && !known[i] {
				d.u[i], known[i] = 0, true
			}
		}
	}
	if !x.withinBounds() {
		return false, nil
	}
	s.meter.stats.Greedy++
	return true, nil
}

// maxClassWork bounds how often byPriority looks at all rows and columns, by the
// number of pairs.
const maxClassWork = 64

// classes are rows in groups: those that must be served, then by increasing cost.
type classes struct {
	rows  []int32
	start []int32
}

func (c *classes) end(k int) int32 {
	if k+1 < len(c.start) {
		return c.start[k+1]
	}
	return int32(len(c.rows))
}

func (x *network) classes(cost []int64) classes {
	c := classes{rows: make([]int32, 0, len(x.rows))}
	for i, b := range x.rows {
		if b.most() > 0 {
			c.rows = append(c.rows, int32(i))
		}
	}
	must := func(i int32) int {
		if x.rows[i].lo == x.rows[i].hi {
			return 0
		}
		return 1
	}
	compare := func(a, b int32) int {
		if m := cmp.Compare(must(a), must(b)); m != 0 || must(a) == 0 {
			return m
		}
		return cmp.Compare(cost[a], cost[b])
	}
	if !slices.IsSortedFunc(c.rows, compare) {
		slices.SortStableFunc(c.rows, compare)
	}
	for k, i := range c.rows {
		if k == 0 || compare(c.rows[k-1], i) != 0 {
			c.start = append(c.start, int32(k))
		}
	}
	return c
}

// bury sets the duals of what the rows of a class, those that are left, compete
// for: no free place can be reached from there, so nothing will change there.
func (f *filler) bury(cost int64, rowCost []int64, d duals, known []bool) {
	if !f.starved {
		return
	}
	for j := range f.cols {
		if f.cols[j].step > 0 && !f.dead[j] {
			f.dead[j] = true
			d.v[j] = cost
		}
	}
	for i := range f.rows {
		if f.rows[i].step > 1 && !known[i] {
			d.u[i], known[i] = rowCost[i]-cost, true
		}
	}
}

// releaseAll takes all free pairs out of use.
func (x *network) releaseAll() {
	for j := range x.cols {
		x.cols[j].now = x.cols[j].fixed
	}
	for i := range x.rows {
		if x.rows[i].now > x.rows[i].fixed {
			x.release(int32(i))
		}
	}
}

// withinBounds reports whether every row and column has as many units as it must.
func (x *network) withinBounds() bool {
	for i := range x.rows {
		if x.rows[i].now < x.rows[i].lo {
			return false
		}
	}
	for j := range x.cols {
		if x.cols[j].now < x.cols[j].lo {
			return false
		}
	}
	return true
}
