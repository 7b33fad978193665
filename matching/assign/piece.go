package assign

// minimise solves one rung over the network's face and returns its duals. Pieces
// are independent, and each worker takes the next one when it is free, so that
// the result is the same whoever takes it.
func (s *solver) minimise(c *costs) (duals, error) {
	d := duals{u: make([]int64, len(s.net.rows)), v: make([]int64, len(s.net.cols))}
	if solved, err := s.byPriority(c, d); solved || err != nil {
		return d, err
	}
	clear(d.u)
	clear(d.v)
	s.net.idle(c, d)
	q, err := s.net.split(s.meter)
	if err != nil {
		return d, err
	}
	err = s.each(q.shares(s.tuning.grain), len(q.list), func(w *worker, k int) error {
		e := &q.list[k]
		switch {
		case e.indifferent(c):
			s.net.keep(q.cols[e.firstCol:e.firstCol+e.cols], c, d)
			return nil
		case c.wide:
			return w.wide.solve(s, w.meter, q, e, c, d)
		}
		return w.narrow.solve(s, w.meter, q, e, c, d)
	})
	return d, err
}

// idle prices rows and columns that no free pair touches; the others follow.
func (x *network) idle(c *costs, d duals) {
	if c.place == nil {
		return
	}
	for j := range x.cols {
		switch b := &x.cols[j]; {
		case b.now < b.hi:
			d.v[j] = -c.place(j, int64(b.now)+1)
		case b.now > b.lo:
			d.v[j] = -c.place(j, int64(b.now))
		}
	}
}

// workspace is where a worker solves pieces: a part, and the same from the other side.
type workspace[C number] struct{ part, flipped part[C] }

// solve solves one piece and stores the result. Where paths take too long and the
// piece can be closed, it begins again with an auction.
func (t *workspace[C]) solve(s *solver, m *meter, q *pieces, e *piece, c *costs, d duals) error {
	t.part.meter, t.flipped.meter = m, m
	w, patience := e.way(c), s.tuning.patience
	closing, ok := e.closing(c)
	if !ok {
		patience = unlimited
	}
	for {
		if err := t.part.build(s.net, q, e, c, w); err != nil {
			return err
		}
		result, done, err := t.place(w, patience)
		if err != nil {
			return err
		}
		if done {
			result.store(s.net, d, w.rowsLeft == (result == &t.part))
			m.stats.count(w, t.part.priced)
			return nil
		}
		w, patience = closing, unlimited
	}
}

// place places all units, those of the right side last, and returns the part that
// holds the result. It reports false when paths try its patience.
func (t *workspace[C]) place(w way, patience int64) (result *part[C], done bool, err error) {
	done, err = t.part.solve(w, patience)
	if !done || err != nil || !t.part.owes() {
		return &t.part, done, err
	}
	if err := t.part.flip(&t.flipped); err != nil {
		return nil, false, err
	}
	done, err = t.flipped.placeRest()
	return &t.flipped, done, err
}
