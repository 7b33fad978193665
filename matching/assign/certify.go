package assign

// certify turns the final flow and the potentials of the search into a solution
// whose potentials depend on the flow alone.
func (s *solver) certify() (*Solution, error) {
	sol := &Solution{Column: make([]int32, s.p.Rows), Rungs: []Result{}}
	for i, a := range s.flow.pair {
		sol.Column[i] = -1
		if a >= 0 {
			sol.Column[i] = s.p.Cols[a]
		}
	}
	n := newNormaliser(s.p, s.flow, s.meter)
	for k, found := range s.duals {
		c := s.costsOf(k, n.face)
		d, err := n.potentials(c, found)
		if err != nil {
			return nil, err
		}
		r := Result{ID: c.id, Value: s.value(c), Bound: s.bound(c, n.face, d), Row: d.row, Col: d.col}
		if r.Exact = r.Value == r.Bound; !r.Exact {
			return nil, ErrImpure
		}
		sol.Rungs = append(sol.Rungs, r)
		n.face.restrict(s.p, c, d)
	}
	sol.Stats = s.meter.stats
	return sol, nil
}

// costsOf returns the costs of the k-th rung solved, canonical ones over face f.
func (s *solver) costsOf(k int, f *face) costs {
	if k < len(s.p.Ladder) {
		return s.p.Ladder[k].costs()
	}
	return s.draws[k-len(s.p.Ladder)].costs(f)
}

// value is the total cost of the flow. A row costs at most three times the
// largest cost, which the limit on costs keeps within range.
func (s *solver) value(c costs) int64 {
	total := int64(0)
	for i, a := range s.flow.pair {
		if a >= 0 {
			total += c.row(i) + c.pair(i, int(a))
		}
	}
	for j, load := range s.flow.load {
		for k := int64(1); k <= load; k++ {
			total += c.place(j, k)
		}
	}
	return total
}

// bound is what the potentials d prove: reduced costs of whatever is fixed, and
// of whatever is free only where they are negative. Sums may wrap around on the
// way; the result is within range whenever it equals a value.
func (s *solver) bound(c costs, f *face, d duals) int64 {
	total := int64(0)
	add := func(free, used bool, reduced int64) {
		if free && reduced < 0 || !free && used {
			total += reduced
		}
	}
	for i := range s.p.Rows {
		used := s.flow.pair[i]
		add(f.row[i], used >= 0, c.row(i)-d.row[i])
		for a, to := s.p.pairs(i); a < to; a++ {
			add(f.pair[a], int32(a) == used, c.pair(i, a)+d.row[i]-d.col[s.p.Cols[a]])
		}
	}
	for j := range d.col {
		for k := int64(1); k <= f.hi[j]; k++ {
			reduced := c.place(j, k) + d.col[j]
			if k > f.lo[j] && reduced >= 0 {
				break // places cost ever more
			}
			total += reduced
		}
	}
	return total
}
