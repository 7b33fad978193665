package assign

import "sort"

// rung checks one rung and settles what it decides.
func (c *checker) rung(r *Rung, result *Result) error {
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
		total, wrong := c.pairs(r, i, result)
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
func (c *checker) pairs(r *Rung, i int, result *Result) (total int64, wrong int) {
	from, to := c.p.pairs(i)
	marks, cols, potential := c.pair[from:to], c.p.Cols[from:to], result.Row[i]
	for n, m := range marks {
		cost := int64(0)
		if r.Pair != nil {
			cost = r.Pair[from+n]
		}
		if m&inUse != 0 {
			total += cost
		}
		if m&settled != 0 {
			continue
		}
		reduced := cost + potential - result.Col[cols[n]]
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
