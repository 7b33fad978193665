package weighted

import "cmp"

// search finds the best assignment of a model, and bounds what is possible.
type search struct {
	m      *model
	d      *domain
	prices *prices
	meter  *meter
	report func()

	best   []int32 // pair of each row, the best assignment so far
	value  int64   // what it comes to, in grains
	bound  int64   // no assignment comes to less
	target int64   // the question at hand: is there one of this or less?
	begun  int64   // steps of the meter at the start
	built  int64   // steps spent on building assignments
	proven int64   // what the proof shows, in grains
	proof  Proof
	window window
}

// run searches until the bound meets the value or the meter stops it.
//
// Rather than for the best assignment it asks, again and again, for one of at
// most a target a little above the bound: then most pairs are out of the question
// and the tree stays small. The answer "none" raises the bound, and the target
// goes up in ever larger steps; an assignment found lowers the value. A question
// that takes too long is put aside for a smaller one, and for others that lower
// the value: is there an assignment half way, or one close to the best? (Posta, Ferland and
// Michelon, Computational Optimization and Applications 52, 2012, ask for one
// grain more at a time.)
func (s *search) run() {
	s.root()
	patience, step := s.meter.stats.Steps-s.begun+1, int64(1)
	for s.bound < s.value && !s.meter.over() {
		if s.ask(min(s.value-1, s.bound+step-1), patience) {
			step *= 2
			continue
		}
		if half := (s.value - s.bound) / 2; half >= step {
			s.ask(s.bound+half, patience/2)
		}
		s.nearby(patience / 2)
		if step == 1 {
			patience *= 2
		}
		step = max(1, step/4)
	}
}

// ask searches for assignments of at most target, with so many steps, and reports
// whether it came to an end: then none is better than the best found or target.
func (s *search) ask(target, steps int64) bool {
	mark, limit := len(s.d.trail), s.meter.limit
	s.target = min(target, s.value-1)
	s.meter.limit = min(limit, s.meter.stats.Steps+steps)
	s.branch()
	over := s.meter.over()
	s.meter.limit = limit
	s.d.undo(mark)
	if !over {
		s.raise(target + 1)
	}
	return !over
}

// root finds good prices, keeps them as proof, and removes what they rule out.
func (s *search) root() {
	s.target = s.value - 1
	if !s.ascend(steady(), false) || s.bound >= s.value {
		return
	}
	if s.target = s.value - 1; !s.d.begin() || !s.ascend(brief(), true) {
		if !s.meter.over() {
			s.raise(s.value)
		}
	}
}

// branch answers the question for the pairs that are left: it tries a pair,
// removes it, and so on. Depth is bounded by the rows, since each level settles
// one. Prices are not put back on the way: the latest know best what is tight.
func (s *search) branch() {
	for {
		s.meter.stats.Nodes++
		if s.d.open == 0 {
			s.offer(s.d.only)
			return
		}
		if !s.ascend(brief(), true) {
			return
		}
		if s.d.open == 0 {
			continue
		}
		a := s.choose()
		mark := len(s.d.trail)
		if s.d.keep(a) {
			s.branch()
		}
		s.d.undo(mark)
		if s.meter.over() || !s.d.remove(a) {
			return
		}
	}
}

// choose returns the cheapest pair of the row whose cheapest pair takes the
// largest share of what its column has left: what comes last must be small.
func (s *search) choose() int32 {
	best, most := int32(-1), int64(0)
	for i, only := range s.d.only {
		if only >= 0 {
			continue
		}
		a, regret := s.prices.cheapest(i)
		if best >= 0 {
			c := s.share(a).compare(s.share(best))
			if c < 0 || c == 0 && regret <= most {
				continue
			}
		}
		best, most = a, regret
	}
	return best
}

func (s *search) share(a int32) ratio {
	return ratio{s.m.units[a], max(s.d.room[s.m.col[a]], 1)}
}

// offer takes assignment x when it is the best so far.
func (s *search) offer(x []int32) {
	v := s.m.value(x)
	if v >= s.value {
		return
	}
	copy(s.best, x)
	s.value = v
	s.target = min(s.target, v-1)
	s.report()
}

// raise notes that no assignment comes to less than bound, unless it is the best.
func (s *search) raise(bound int64) {
	if bound = min(bound, s.value); bound > s.bound {
		s.bound = bound
		s.report()
	}
}

// solve starts from the relaxation, and searches when that is not enough.
func (s *search) solve() error {
	s.proof = Proof{Bound: s.m.total(0), Prices: s.m.original(s.prices.row), Scale: s.m.scale}
	if s.bound < s.value && s.meter.err == nil {
		r, err := s.m.relax(s.meter.ctx)
		if err != nil {
			s.meter.look()
			return cmp.Or(s.meter.err, err)
		}
		copy(s.prices.row, r.row)
		s.take(r.pair)
		s.raise(s.m.value(r.pair))
		s.polish()
		s.run()
	}
	return s.meter.err
}
