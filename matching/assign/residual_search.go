package assign

import (
	"math"
	"slices"
)

// search finds a shortest path by two walks that come to meet each other.
type search struct {
	near, far *walk
	ties      bool // find out whether the path is the only one

	best            []int64 // length of the best path so far
	nearEnd, farEnd int32   // labels at which the walks meet, −1: nowhere
	met             []crossing
	path            []int32
	sum             []int64

	// When the last label was settled, nothing within turn of the start of the other
	// walk was left, and nothing within best − turn of the start of this one.
	last *walk
	turn []int64
}

// crossing is an arc at which the walks met on a path of the best length.
type crossing struct{ near, far int32 }

func newSearch(x *exchange) *search {
	s := &search{near: newWalk(x, 0, x.k), far: newWalk(x, 1, x.k)}
	s.best, s.sum, s.turn = make([]int64, x.k), make([]int64, x.k), make([]int64, x.k)
	s.near.search, s.far.search = s, s
	return s
}

// run searches along the arcs, or against them, from a node to the nearest of some
// ends. It reports false when there is no path shorter than the limit, nil for none.
func (s *search) run(start int32, against bool, ends []int32, limit []int64) (found bool, err error) {
	clear(s.best)
	s.best[0] = math.MaxInt64
	if limit != nil {
		copy(s.best, limit)
	}
	s.nearEnd, s.farEnd, s.met = -1, -1, s.met[:0]
	s.near.equal, s.far.equal = s.ties, s.ties
	clear(s.turn)
	s.last = s.far
	s.near.begin(against)
	s.far.begin(!against)
	for _, v := range ends {
		s.far.start(v)
	}
	s.near.start(start)
	for len(s.near.heap) > 0 && len(s.far.heap) > 0 {
		if c := orderSum(s.near.min(), s.far.min(), s.best); c > 0 || c == 0 && !s.ties {
			break
		}
		s.last = s.near
		if s.far.work < s.near.work {
			s.last = s.far
		}
		copy(s.turn, s.opposite(s.last).min())
		for k, c := range s.turn {
			s.last.bar[k] = s.best[k] - c
		}
		if err := s.last.settle(); err != nil {
			return false, err
		}
	}
	return s.nearEnd >= 0, nil
}

// hasHub reports whether the other walk goes on from the hub, so that this one need
// not.
func (s *search) hasHub(w *walk) bool {
	o := s.opposite(w)
	t := o.labelOf(hubNode)
	return t >= 0 && (o.labels[t].pos < 0 || o.labels[t].parent < 0)
}

func (s *search) opposite(w *walk) *walk {
	if w == s.near {
		return s.far
	}
	return s.near
}

// meet notes the path over label t of a walk if the other walk has been there, too.
func (s *search) meet(w *walk, t int32) {
	l := &w.labels[t]
	o := s.opposite(w)
	u := o.labelOf(l.node)
	if u < 0 {
		return
	}
	key, before := o.keys.at(u), l.node
	for k, c := range w.cand {
		s.sum[k] = c + key[k]
	}
	if l.parent >= 0 {
		before = w.labels[l.parent].node
	}
	if w == s.near {
		s.note(s.sum, t, u, crossing{before, l.node})
	} else {
		s.note(s.sum, u, t, crossing{l.node, before})
	}
}

func (s *search) note(length []int64, near, far int32, at crossing) {
	switch c := order(length, s.best); {
	case c < 0:
		copy(s.best, length)
		s.nearEnd, s.farEnd = near, far
		s.met = append(s.met[:0], at)
	case c == 0 && s.ties:
		s.met = append(s.met, at)
	}
}

// trace lists the nodes of the path from its start on.
func (s *search) trace() {
	s.path = s.path[:0]
	for t := s.nearEnd; t >= 0; t = s.near.labels[t].parent {
		s.path = append(s.path, s.near.labels[t].node)
	}
	slices.Reverse(s.path)
	for t := s.far.labels[s.farEnd].parent; t >= 0; t = s.far.labels[t].parent {
		s.path = append(s.path, s.far.labels[t].node)
	}
}

// unique reports whether no other path is as short. Any other would leave or enter
// this one at a node with a tie, or cross from one walk to the other elsewhere.
func (s *search) unique() bool {
	s.trace()
	for _, v := range s.path {
		if s.tied(v) {
			return false
		}
	}
	for _, at := range s.met {
		if !s.passes(at) {
			return false
		}
	}
	return true
}

// tied reports whether another path of a walk is as good for node v of the path.
// Labels that are longer than the path do not count, and neither do starts, which
// only an arc to the hub and back can reach again.
func (s *search) tied(v int32) bool {
	t, u := s.near.labelOf(v), s.far.labelOf(v)
	if t >= 0 && u >= 0 && orderSum(s.near.keys.at(t), s.far.keys.at(u), s.best) != 0 {
		return false
	}
	tied := func(w *walk, t int32) bool { return t >= 0 && w.labels[t].parent >= 0 && w.labels[t].tied }
	return tied(s.near, t) || tied(s.far, u)
}

func (s *search) passes(at crossing) bool {
	for n, v := range s.path[:len(s.path)-1] {
		if v == at.near && s.path[n+1] == at.far {
			return true
		}
	}
	return false
}
