package assign

import "sort"

// rung checks one rung and settles what it decides.
func (c *checker) rung(r *Rung, counter int, result *Result) error {
	refuse := func(f Flaw, at int) error { return &SolutionError{Flaw: f, Rung: r.ID, Index: at} }
	if result.ID != r.ID || len(result.Row) != len(c.rows) || len(result.Col) != len(c.cols) {
		return refuse(FlawShape, 0)
	}
	if at := outOfRange(result.Row); at >= 0 {
		return refuse(FlawPotential, at)
	}
	if at := outOfRange(result.Col); at >= 0 {
		return refuse(FlawPotential, len(c.rows)+at)
	}
	value := int64(0) // at most three costs a unit, hence within range
	for i := range c.rows {
		cost := int64(0)
		if r.Row != nil {
			cost = r.Row[i]
		}
		if !c.rows[i].settle(cost - result.Row[i]) {
			return refuse(FlawRow, i)
		}
		total, wrong := c.pairs(r, counter, i, result)
		if wrong >= 0 {
			return refuse(FlawArc, wrong)
		}
		value += total + cost*c.rows[i].now
	}
	for j := range c.cols {
		total, ok := c.places(r, j, result.Col[j])
		if !ok {
			return refuse(FlawPlace, j)
		}
		value += total
	}
	if result.Value != value {
		return refuse(FlawValue, 0)
	}
	if result.Bound != value || !result.Exact {
		return refuse(FlawBound, 0)
	}
	return nil
}

// outOfRange finds a potential that is too large, −1 for none. Lengths of paths
// stay below two thirds of 2^62; within three quarters no reduced cost leaves the
// range of int64.
func outOfRange(potentials []int64) int {
	const limit = 3 << 60
	for n, v := range potentials {
		if v < -limit || v > limit {
			return n
		}
	}
	return -1
}

// pairs settles the pairs of row i. It returns the cost of those in use, and a
// pair that contradicts the potentials, or −1.
func (c *checker) pairs(r *Rung, counter, i int, result *Result) (total int64, wrong int) {
	from, to := c.p.pairs(i)
	marks := c.pair[from:to]
	cols, costs := c.p.Cols[from:to][:len(marks)], c.pairCosts(r, counter, i)[:len(marks)]
	potential := result.Row[i]
	for n, m := range marks {
		if m&inUse != 0 {
			total += costs[n]
		}
		if m&settled != 0 {
			continue
		}
		reduced := costs[n] + potential - result.Col[cols[n]]
		if reduced == 0 {
			continue
		}
		if (reduced < 0) != (m == inUse) {
			return 0, from + n
		}
		marks[n] |= settled
	}
	return total, -1
}

// pairCosts returns what the pairs of row i cost, until it is called again. A draw
// is asked only for pairs that are still free; the others cost nothing.
func (c *checker) pairCosts(r *Rung, counter, i int) []int64 {
	from, to := c.p.pairs(i)
	if r.Pair != nil {
		return r.Pair[from:to]
	}
	if counter == noDraw {
		return c.costs
	}
	for a := from; a < to; a++ {
		c.costs[a-from] = 0
		if c.pair[a]&settled == 0 {
			c.costs[a-from] = int64(c.p.TieBreak(counter, i, int(c.p.Cols[a])) >> c.shift)
		}
	}
	return c.costs
}

// places settles the places of column j and returns the cost of those filled. They
// cost ever more, so that those which must be filled come before the free ones, and
// those which must not come after.
func (c *checker) places(r *Rung, j int, potential int64) (total int64, ok bool) {
	s := &c.cols[j]
	if r.Place == nil {
		return 0, s.settle(potential)
	}
	for k := int64(1); k <= s.now; k++ {
		total += r.Place(j, k)
	}
	lo, n := s.lo, int(s.hi-s.lo)
	reduced := func(k int) int64 { return r.Place(j, lo+int64(k)+1) + potential }
	s.lo = lo + int64(sort.Search(n, func(k int) bool { return reduced(k) >= 0 }))
	s.hi = lo + int64(sort.Search(n, func(k int) bool { return reduced(k) > 0 }))
	return total, s.holds()
}
