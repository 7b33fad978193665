package fair

import "slices"

// refutations is how often a level is tried to be bounded more tightly.
const refutations = 16

// refute lowers the bound of the (k+1)-st worst row, which cannot be above hi, by
// prices that prove that no assignment reaches more.
func (s *solver) refute(k int, hi int64, fig *Figure) error {
	for n, lo := 0, s.values(k + 1)[k]; n < refutations && lo < hi && !s.meter.over(); n++ {
		t := lo + (hi-lo+1)/2
		if n == 0 {
			t = lo + 1
		}
		s.hold(k, t)
		sol, err := s.optimum(s.shares())
		if err != nil {
			return err
		}
		d := newDescent(s.l, append(s.values(k), t), 0, negated(sol.Rungs[0].Col))
		d.run(levelTries, func() bool { return false })
		if d.ruled {
			fig.Bound, fig.Proof, hi = t-1, d.best, t-1
		} else {
			lo = t
		}
	}
	return s.meter.err
}

// simple bounds the (k+1)-st worst row by what k + 1 rows can have at most, each by
// itself. A price on rank k proves it: all of them pay, but no more than k may. Hi is
// what no row with pairs exceeds.
func (s *solver) simple(k int) (fig Figure, hi int64) {
	f := s.f
	var list []int64
	hi = nothing
	for i := range f.Rows {
		r := row{f.value[f.Start[i]:f.Start[i+1]], int(f.MinDemand[i]), int(f.Demand[i])}
		s.l.choose.choose(r, r.value, nothing)
		most := s.l.choose.upper + f.base[i]
		hi = max(hi, most)
		if !f.mayEmpty[i] {
			list = append(list, most)
		}
	}
	slices.Sort(list)
	if k < len(list) {
		fig = Figure{Bound: list[k]}
		if k > 0 {
			fig.Proof.Rank = make([]int64, k)
			fig.Proof.Rank[k-1] = 1
		}
		return fig, fig.Bound
	}
	return s.served(k, hi), hi
}

// served bounds the (k+1)-st worst row by what no row exceeds, where all could be
// without pairs, but not more than k at once: columns that must have rows pay for
// them.
func (s *solver) served(k int, hi int64) Figure {
	f := s.f
	proof := Proof{Col: slices.Repeat([]int64{-1}, len(f.Capacity)), Rank: make([]int64, k)}
	if k > 0 {
		proof.Rank[k-1] = slices.Max(f.Demand)
	}
	if s.l.refutes(&proof, append(s.values(k), hi+1)) {
		return Figure{Bound: hi, Proof: proof}
	}
	return Figure{Bound: Unbounded}
}
