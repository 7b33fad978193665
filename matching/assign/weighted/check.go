package weighted

// Check reports whether s is what it says: nil, a *ProblemError, or a
// *SolutionError that names the first flaw found. It verifies that the pairs are
// allowed and fit, that the values are right, that no bound exceeds its value,
// and that the prices of each proof prove its bound. It calls no solver and
// shares with it the reading of the problem only.
//
// The part of a bound that goes beyond Proof.Bound comes from a search which
// would have to be repeated to be verified; Check believes it. An exact solution
// whose proof meets the value is therefore proven, and one whose proof does not
// is as good as the program that found it.
func Check(p Problem, s *Solution) error {
	if err := p.validate(); err != nil {
		return err
	}
	if s == nil {
		return &SolutionError{Flaw: FlawShape, Part: PartPairs}
	}
	served, cost, err := p.checkPairs(s.Pairs)
	if err != nil {
		return err
	}
	unserved := int64(p.Rows) - served
	if err := p.checkResult(PartUnserved, unserved, &s.Unserved, servedTerms(&p)); err != nil {
		return err
	}
	spare := unserved
	if p.Objective == LeastCost {
		spare = int64(p.Rows)
	}
	if err := p.checkResult(PartCost, cost, &s.Cost, costTerms(&p, spare)); err != nil {
		return err
	}
	if s.Exact != (s.Cost.Exact && (s.Unserved.Exact || p.Objective == LeastCost)) {
		return &SolutionError{Flaw: FlawBound, Part: PartPairs}
	}
	return nil
}

// checkPairs returns how many rows are served and at what cost.
func (p *Problem) checkPairs(pairs []int32) (served, cost int64, err error) {
	refuse := func(f Flaw, at int) (int64, int64, error) {
		return 0, 0, &SolutionError{Flaw: f, Part: PartPairs, Index: at}
	}
	room := append([]int64(nil), p.Capacity...)
	n := 0
	for i := range p.Rows {
		first := n
		for ; n < len(pairs) && int(pairs[n]) < p.Start[i+1]; n++ {
			a := int(pairs[n])
			if a < p.Start[i] || n > 0 && pairs[n] <= pairs[n-1] {
				return refuse(FlawPair, n)
			}
			j := p.Cols[a]
			if p.units(a) > room[j] {
				return refuse(FlawCapacity, int(j))
			}
			room[j] -= p.units(a)
			cost += p.cost(a)
		}
		switch {
		case n-first > 1:
			return refuse(FlawRow, i)
		case n == first && p.must(i):
			return refuse(FlawMust, i)
		}
		served += int64(n - first)
	}
	if n < len(pairs) {
		return refuse(FlawPair, n)
	}
	return served, cost, nil
}

func (p *Problem) checkResult(part Part, value int64, r *Result, t terms) error {
	refuse := func(f Flaw, at int) error { return &SolutionError{Flaw: f, Part: part, Index: at} }
	switch {
	case r.Value != value:
		return refuse(FlawValue, 0)
	case r.Bound > r.Value || r.Exact != (r.Bound == r.Value):
		return refuse(FlawBound, 0)
	case r.Proof.Bound > r.Bound:
		return refuse(FlawProof, 0)
	case r.Proof.Prices != nil && len(r.Proof.Prices) != p.Rows:
		return refuse(FlawShape, 0)
	}
	m := newModel(p, t)
	price, at := m.pricesOf(&r.Proof)
	if price == nil {
		return refuse(FlawPrice, at)
	}
	if r.Proof.Bound > m.total(m.grains(m.proves(price))) {
		return refuse(FlawProof, 0)
	}
	return nil
}
