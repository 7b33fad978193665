package fair

import (
	"slices"

	"github.com/peersupport/peersupport/matching/assign"
)

// values returns the values of the worst rows of the present assignment, in order.
func (s *solver) values(levels int) []int64 {
	list := make([]int64, levels)
	for k, i := range s.now.ranking()[:levels] {
		list[k] = s.now.standing(i)
	}
	return list
}

// hold asks of the k worst rows what they have, and of all others t, or what the
// last of those has, if that is more.
func (s *solver) hold(k int, t int64) {
	for r, i := range s.now.ranking() {
		if r < k {
			s.now.need[i] = s.now.value[i]
			t = max(t, s.now.value[i])
		} else {
			s.now.need[i] = t
		}
	}
}

const (
	refutations = 16 // of a level
	bisections  = 24 // of a level
)

// raise raises the (k+1)-st worst row, and bounds how far it can be raised: first to
// the bound that is there to begin with, then to one that prices prove, then by
// bisection.
func (s *solver) raise(k int) error {
	lo := s.values(k + 1)[k]
	if lo == Unbounded {
		return nil
	}
	fig, hi := s.simple(k)
	if lo < hi {
		if err := s.attempt(k, hi, true); err != nil {
			return err
		}
		if err := s.refute(k, hi, &fig); err != nil {
			return err
		}
	}
	hi = min(hi, fig.Bound)
	for n := 0; n < bisections && !s.meter.over(); n++ {
		if lo = s.values(k + 1)[k]; lo >= hi {
			break
		}
		t := lo + (hi-lo+1)/2
		if n == 0 {
			t = hi
		}
		if err := s.attempt(k, t, n == 0); err != nil {
			return err
		}
		if s.values(k + 1)[k] < t {
			hi = t - 1
		}
	}
	s.levels = append(s.levels, fig)
	return s.meter.err
}

// attempt looks for an assignment in which all rows but the k worst have the value t:
// by exchanges from the present one, from the one that comes nearest when each of a
// row's pairs needs its share of the value, and, if thorough, by prices.
func (s *solver) attempt(k int, t int64, thorough bool) error {
	if s.meter.over() {
		return s.meter.err
	}
	needs := append(s.values(k), t)
	s.hold(k, t)
	if s.offer(s.now.pairs()); s.now.state().short == 0 {
		return s.meter.err
	}
	sol, err := s.optimum(s.shares(), assign.Total("total", s.f.value))
	if err != nil {
		return err
	}
	s.offer(sol.Pairs)
	done := func() bool { return s.now.state().short == 0 }
	if !thorough || done() || s.meter.over() {
		return s.meter.err
	}
	d := newDescent(s.l, needs, scaleOf(s.f), negated(sol.Rungs[1].Col))
	return s.descend(d, levelTries, done)
}

// shares costs what each pair lacks of its share in what its row needs. Where rows
// have one pair each that is exact: cost zero if and only if all have what they
// need.
func (s *solver) shares() assign.Rung {
	f := s.f
	r := assign.Rung{ID: "shares", Pair: make([]int64, len(f.Cols))}
	for i := range f.Rows {
		if f.Demand[i] == 0 {
			continue
		}
		share := -floor(f.base[i]-s.now.need[i], f.Demand[i])
		for a := f.Start[i]; a < f.Start[i+1]; a++ {
			r.Pair[a] = min(max(0, share-f.value[a]), 4*f.largest)
		}
	}
	return r
}

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
		proof.Rank[k-1] = slices.Max(f.Demand) + 1
	}
	if s.l.refutes(&proof, append(s.values(k), hi+1)) {
		return Figure{Bound: hi, Proof: proof}
	}
	return Figure{Bound: Unbounded}
}
