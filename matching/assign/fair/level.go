package fair

import (
	"math"
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

// bisections is how often the range of a level is halved.
const bisections = 24

// raise raises the (k+1)-st worst row, and bounds how far it can be raised: first in
// small steps, then to the bound that is there to begin with, then to one that prices
// prove, and by bisection in between.
func (s *solver) raise(k int) error {
	if s.values(k + 1)[k] == Unbounded {
		return nil
	}
	fig, hi := s.simple(k)
	parts, limit := 4, s.meter.stop
	for _, part := range []func() error{
		func() error { return s.climb(k, hi) },
		func() error { return s.attempt(k, hi, true) },
		func() error { return s.refute(k, hi, &fig) },
		func() error { return s.bisect(k, min(hi, fig.Bound)) },
	} {
		if s.values(k + 1)[k] >= hi {
			break
		}
		s.meter.allow(limit, parts)
		parts--
		if err := part(); err != nil {
			return err
		}
	}
	s.levels = append(s.levels, fig)
	return s.meter.err
}

// climb raises as many rows at a time as succeed, to the value of the next one.
func (s *solver) climb(k int, hi int64) error {
	tooHigh := int64(math.MaxInt64)
	for n := 1; n > 0 && !s.meter.over(); {
		list := s.values(s.f.Rows)[k:]
		above, _ := slices.BinarySearch(list, list[0]+1)
		t := hi
		if above+n <= len(list) {
			t = min(hi, list[above+n-1])
		}
		if list[0] >= hi {
			break
		}
		s.hold(k, t)
		if t < tooHigh {
			if s.offer(s.now.pairs(), false); s.now.state().short == 0 {
				n *= 2
				continue
			}
			tooHigh = t
		}
		n /= 2
	}
	return s.meter.err
}

// bisect looks for the largest value up to hi that an attempt reaches.
func (s *solver) bisect(k int, hi int64) error {
	for n := 0; n < bisections && !s.meter.over(); n++ {
		lo := s.values(k + 1)[k]
		if lo >= hi {
			break
		}
		t := lo + (hi-lo+1)/2
		if n == 0 {
			t = hi
		}
		if err := s.attempt(k, t, false); err != nil {
			return err
		}
		if s.values(k + 1)[k] < t {
			hi = t - 1
		}
	}
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
	if s.offer(s.now.pairs(), false); s.now.state().short == 0 {
		return s.meter.err
	}
	sol, err := s.optimum(s.shares(), assign.Total("total", s.f.value))
	if err != nil {
		return err
	}
	s.offer(sol.Pairs, false)
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
