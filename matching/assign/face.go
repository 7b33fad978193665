package assign

import "sort"

// duals are those of rows and columns, as parts have them: a pair has the reduced
// cost c − u − v.
type duals struct{ u, v []int64 }

// restrict fixes what the duals show to be the same in every optimum: whatever has
// a reduced cost other than zero. It reports false when the duals prove nothing,
// since something costs more or less than they allow.
func (s *solver) restrict(c *costs, d duals) (proven bool, err error) {
	x := s.net
	wrong := make([]bool, s.chunks())
	err = s.eachChunk(func(k, from, to int) (pairs int) {
		for i := from; i < to; i++ {
			u := d.u[i]
			if !x.rows[i].restrict(u) || !x.restrictRow(c, i, u, d.v) {
				wrong[k] = true
			}
		}
		return x.p.Start[to] - x.p.Start[from]
	})
	if err != nil {
		return false, err
	}
	proven = true
	for _, w := range wrong {
		proven = proven && !w
	}
	for j := range x.cols {
		proven = x.restrictColumn(c, j, d.v[j]) && proven
	}
	x.countFixed()
	return proven, nil
}

// restrictRow fixes the pairs of row i. It has no branches within: whether a pair
// costs anything is as good as random.
func (x *network) restrictRow(c *costs, i int, u int64, v []int64) (proven bool) {
	from, to := x.p.pairs(i)
	cols, states := x.p.Cols[from:to], x.pair[from:to]
	shift := c.ofRow(i) - u
	wrong := pairState(0)
	if c.pair == nil {
		for n, j := range cols {
			state, flaw := states[n].settle(shift - v[j])
			states[n], wrong = state, wrong|flaw
		}
		return wrong == 0
	}
	for n, cost := range c.pair[from:to] {
		state, flaw := states[n].settle(shift + cost - v[cols[n]])
		states[n], wrong = state, wrong|flaw
	}
	return wrong == 0
}

// settle fixes a pair whose reduced cost is not zero. The flaw is zero unless the
// pair was free and is in use though it costs, or not in use though it gains.
func (s pairState) settle(reduced int64) (fixed, flaw pairState) {
	gains := pairState(uint64(reduced) >> 63)
	counts := pairState(uint64(reduced|-reduced) >> 63)
	free := ^s >> 1
	return s | counts<<1, counts & free & (gains ^ s) & pairUsed
}

// restrict narrows the bounds of units that cost v each.
func (b *bounds) restrict(v int64) (proven bool) {
	if v > 0 {
		b.hi = b.lo
	} else if v < 0 {
		b.lo = b.hi
	}
	return b.lo <= b.now && b.now <= b.hi
}

// restrictColumn narrows the bounds of column j, whose places cost ever more.
func (x *network) restrictColumn(c *costs, j int, v int64) (proven bool) {
	b := &x.cols[j]
	if c.place == nil {
		return b.restrict(v)
	}
	n, lo := int(b.hi-b.lo), b.lo
	at := func(k int) int64 { return c.place(j, int64(lo)+int64(k)+1) + v }
	first := sort.Search(n, func(k int) bool { return at(k) >= 0 })
	last := sort.Search(n, func(k int) bool { return at(k) > 0 })
	b.lo, b.hi = lo+int32(first), lo+int32(last)
	return b.lo <= b.now && b.now <= b.hi
}

// countFixed counts the fixed pairs in use of every row and column.
func (x *network) countFixed() {
	for j := range x.cols {
		x.cols[j].fixed = 0
	}
	for i := range x.rows {
		fixed := int32(0)
		for _, a := range x.usedBy(i) {
			if x.pair[a]&pairFixed != 0 {
				fixed++
				x.cols[x.p.Cols[a]].fixed++
			}
		}
		x.rows[i].fixed = fixed
	}
}
