package assign

// certify turns the final assignment and the duals of the search into a solution
// whose potentials depend on the assignment alone.
func (s *solver) certify() (*Solution, error) {
	for _, w := range s.workers {
		w.narrow, w.wide = workspace[int32]{}, workspace[int64]{} // the searches are over
	}
	sol := &Solution{Pairs: s.net.inUse(), Rungs: []Result{}}
	s.net.reopen(s.places)
	n := newNormaliser(s.net, s.meter)
	for k, found := range s.duals {
		c, err := s.settledCosts(k)
		if err != nil {
			return nil, err
		}
		if component := s.components[k]; component != nil {
			n.rankBy(func(v int32) int64 { return int64(component[v]) })
		}
		row, col, err := n.potentials(&c, found)
		if err != nil {
			return nil, err
		}
		d := duals{u: make([]int64, len(row)), v: col}
		for i := range row {
			d.u[i] = c.ofRow(i) - row[i]
		}
		value := s.net.value(&c)
		proven, err := s.restrict(&c, d)
		if err != nil {
			return nil, err
		}
		if !proven {
			return nil, ErrImpure
		}
		sol.Rungs = append(sol.Rungs, Result{ID: c.id, Value: value, Bound: value, Exact: true, Row: row, Col: col})
		if k+1 < len(s.duals) {
			n.split()
		}
	}
	sol.Stats = s.meter.stats
	return sol, nil
}

// settledCosts returns the costs of the k-th rung solved, canonical ones over the
// face that normalised potentials leave.
func (s *solver) settledCosts(k int) (costs, error) {
	if k < len(s.p.Ladder) {
		return s.p.Ladder[k].costs(s.magnitudes[k]), nil
	}
	d := s.draws[k-len(s.p.Ladder)]
	d.settle(s.net)
	return d.costs(s.net, s.meter)
}
