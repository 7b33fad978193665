package weighted

import (
	"math"
	"slices"
)

// pace says how long prices are raised.
type pace struct {
	patience    int // evaluations without progress until steps are halved
	first, last int // halvings at the start, and those after which to stop
	worth       int // progress is a part in 2^worth of what is missing
}

// The two paces were tuned on problems of the types C, D and E with 60 to 200
// rows (Chu and Beasley, Computers and Operations Research 24, 1997). The result
// does not depend on them, only the work.
func steady() pace { return pace{patience: 12, first: 0, last: 6, worth: 8} }
func brief() pace  { return pace{patience: 2, first: 1, last: 1, worth: 4} }

// ascend improves the prices. It reports false when they prove that nothing meets
// the target, and when the meter stopped it. With prune it removes the pairs that
// cannot be part of what meets the target; without, the prices prove what they
// prove for the whole model, and the best become the proof.
func (s *search) ascend(p pace, prune bool) bool {
	best, idle := int64(math.MinInt64), 0
	for halvings := p.first; s.d.open > 0 && halvings <= p.last; {
		bound, ok := s.prices.evaluate()
		if !ok {
			return false
		}
		if !prune {
			s.prove(bound)
		}
		once := s.prices.once()
		if once {
			s.take(s.prices.pick)
		}
		s.construct()
		if s.bound >= s.value || bound > s.target*s.m.scale || prune && !s.prune() {
			return false
		}
		goal := (s.target + 1) * s.m.scale
		if idle++; best == math.MinInt64 || bound-best > (goal-best)>>p.worth {
			idle = 0
		}
		best = max(best, bound)
		if idle == p.patience {
			idle = 0
			halvings++
		}
		if once {
			break
		}
		s.prices.move(bound, goal, halvings)
	}
	return !s.meter.over()
}

// prune removes the pairs whose bound exceeds the target.
func (s *search) prune() bool {
	top := s.target * s.m.scale
	for i := range s.m.rows {
		for a := s.m.start[i]; a < s.m.start[i+1] && s.d.only[i] < 0; a++ {
			if s.d.alive[a] && s.prices.with[a] > top && !s.d.remove(a) {
				return false
			}
		}
	}
	return true
}

// prove keeps the prices when their bound is the best so far.
func (s *search) prove(bound int64) {
	if v := s.m.grains(bound); v > s.proven {
		s.proven = v
		s.proof = Proof{Bound: s.m.total(v), Prices: s.m.original(s.prices.row), Scale: s.m.scale}
		s.raise(v)
	}
}

// take offers an assignment of which only the number of pairs in each row is
// known to be right.
func (s *search) take(x []int32) {
	room := slices.Clone(s.m.capacity)
	for _, a := range x {
		j := s.m.col[a]
		if room[j] -= s.m.units[a]; room[j] < 0 {
			return
		}
	}
	s.offer(x)
}

// construct turns what the columns picked into an assignment, as long as that
// takes no more than a small part of all work.
func (s *search) construct() {
	if 8*s.built > s.meter.stats.Steps-s.begun {
		return
	}
	before := s.meter.stats.Steps
	q := newPlan(s.m, s.meter)
	if q.fill(s.prices) {
		q.improve()
		s.offer(q.pair)
	}
	s.built += s.meter.stats.Steps - before
}

// polish improves the assignment the search begins with.
func (s *search) polish() {
	before := s.meter.stats.Steps
	q := newPlan(s.m, s.meter)
	for i, a := range s.best {
		q.set(int32(i), a)
	}
	q.improve()
	s.offer(q.pair)
	s.built += s.meter.stats.Steps - before
}
