package assign

// settle gives a node its new bounds, as many units as they ask for, and as many more
// or less as are worth it. Each unit is one search.
func (s *Session) settle(r *revision) error {
	v, e := r.node, s.knot(r.node)
	lo, hi := s.x.bounds(v)
	s.journal.setKnot(v, knot{lo: lo, hi: hi, units: e.units})
	for e.units < e.lo || e.units > e.hi {
		by := int32(1)
		if e.units > e.hi {
			by = -1
		}
		if _, err := s.move(v, by); err != nil {
			return err
		}
	}
	for _, by := range []int32{1, -1} {
		for moved := true; moved && s.wants(v, by); {
			var err error
			if moved, err = s.move(v, by); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Session) knot(v int32) *knot {
	side, n := s.x.shore(v)
	return &side.knots[n]
}

// wants reports whether one unit more or less between node v and the hub would be a
// gain, or with a tie-break, no loss.
func (s *Session) wants(v, by int32) bool {
	against := (v >= 0) == (by > 0)
	if _, _, open := s.x.hubArc(v, against); !open {
		return false
	}
	s.x.hubGap(v, against, s.gap)
	gain := sign(s.gap)
	return gain < 0 || gain == 0 && s.search.ties
}

// move takes one unit more or less between node v and the hub, and makes up for it
// elsewhere, or by taking it back: then nothing has moved.
func (s *Session) move(v, by int32) (moved bool, err error) {
	e := *s.knot(v)
	e.units += by
	s.journal.setKnot(v, e)
	if err := s.route(v, (v >= 0) == (by < 0)); err != nil {
		return false, err
	}
	return s.knot(v).units == e.units, nil
}

// balance takes away what nodes have too much of, or against the arcs brings what
// they have too little of.
func (s *Session) balance(against bool) error {
	for _, v := range s.others {
		for s.x.excess(v)*int(signOf(against)) > 0 {
			if err := s.route(v, against); err != nil {
				return err
			}
		}
	}
	return nil
}

// route takes one unit too many away from node v along the shortest path to the hub
// or to a node that has too little; or against the arcs, brings it one that it lacks.
func (s *Session) route(v int32, against bool) error {
	s.ends = append(s.ends[:0], hubNode)
	for _, u := range s.others {
		if !against && s.direct && s.x.excess(u) < 0 {
			s.ends = append(s.ends, u)
		}
	}
	s.stats.Searches++
	found, err := s.search.run(v, against, s.ends, nil)
	if err != nil {
		return err
	}
	if !found || s.search.ties && !s.search.unique() {
		return errAfresh
	}
	s.reprice()
	if s.doubt {
		return errAfresh
	}
	s.push()
	return nil
}

// reprice moves the potentials so that the path found costs nothing more. Around
// each end there is a radius within which nodes move by what they are nearer; the
// radii make up the length of the path. The hub is always one of the ends.
func (s *Session) reprice() {
	q := s.search
	for k, c := range q.turn {
		s.gap[k] = q.best[k] - c
	}
	near, far := s.gap, q.turn
	if q.last == q.far {
		near, far = far, near
	}
	s.widen(q.near, near)
	s.widen(q.far, far)
	for k, old := range s.x.hub {
		s.moved[k] = old - q.far.sign*far[k]
	}
	s.setPotential(hubNode, s.moved)
}

// widen moves the potentials of rows and columns within a radius of a walk's start.
func (s *Session) widen(w *walk, radius []int64) {
	for t := range w.labels {
		key, v := w.keys.at(int32(t)), w.labels[t].node
		if v == hubNode || order(key, radius) >= 0 {
			continue
		}
		for k, old := range s.x.potential(v) {
			s.moved[k] = old + w.sign*(key[k]-radius[k])
		}
		s.setPotential(v, s.moved)
	}
}

// push moves one unit along the path found.
func (s *Session) push() {
	s.pushChain(s.search.near, s.search.nearEnd)
	s.pushChain(s.search.far, s.search.farEnd)
}

// pushChain moves it between a label and the start of its walk.
func (s *Session) pushChain(w *walk, t int32) {
	for w.labels[t].parent >= 0 {
		v, at := w.labels[t].node, w.labels[t].at
		t = w.labels[t].parent
		before := w.labels[t].node
		switch {
		case v == hubNode:
			s.pushHub(before, w.against)
		case before == hubNode:
			s.pushHub(v, !w.against)
		default:
			s.journal.flip(max(v, before), at) // rows count from 0, columns below
		}
	}
}

// pushHub moves a unit from node v to the hub, or with against set, from there.
func (s *Session) pushHub(v int32, against bool) {
	e := *s.knot(v)
	if (v >= 0) == against {
		e.units++
	} else {
		e.units--
	}
	s.journal.setKnot(v, e)
}
