package assign

import (
	"sort"
	"sync"
	"sync/atomic"
)

// worker solves one piece after the other with memory of its own.
type worker struct {
	meter              *meter
	narrow, narrowFlip part[int32]
	wide, wideFlip     part[int64]
}

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
	err = s.each(q.shares(), len(q.list), func(w *worker, k int) error {
		if c.wide {
			return solvePiece(&w.wide, &w.wideFlip, w.meter, s, q, &q.list[k], c, d)
		}
		return solvePiece(&w.narrow, &w.narrowFlip, w.meter, s, q, &q.list[k], c, d)
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

// solvePiece solves one piece and stores the result. Where paths take too long and
// the piece can be closed, it begins again with an auction.
func solvePiece[C number](
	p, flipped *part[C], m *meter, s *solver, q *pieces, e *piece, c *costs, d duals,
) error {
	p.meter = m
	x := s.net
	if e.indifferent(c) {
		x.keep(q.cols[e.firstCol:e.firstCol+e.cols], c, d)
		return nil
	}
	w := e.way(c)
	closing, ok := e.closing(c)
	patience := s.patience
	if !ok {
		patience = unlimited
	}
	for {
		if err := p.build(x, q, e, c, w); err != nil {
			return err
		}
		done, err := p.solve(w, patience)
		if err != nil {
			return err
		}
		last, rowsLeft := p, w.rowsLeft
		if done && p.owes() {
			p.flip(flipped)
			last, rowsLeft = flipped, !rowsLeft
			if done, err = flipped.placeRest(); err != nil {
				return err
			}
		}
		if done {
			last.store(x, d, rowsLeft)
			m.stats.count(w, p.priced, w.auction)
			return nil
		}
		w, patience = closing, unlimited
	}
}

// shares is how many workers are worth their while.
func (q *pieces) shares() int {
	arcs := 0
	for k := range q.list {
		arcs += int(q.list[k].arcs)
	}
	return 1 + arcs/chunkPairs
}

// each calls do for 0 to n−1 from as many workers as there are, at most the number
// of shares, and waits for them. After an error no further call begins; of several
// errors the one for the smallest number is returned.
func (s *solver) each(shares, n int, do func(w *worker, k int) error) error {
	var next atomic.Int64
	failed := make([]error, len(s.workers))
	at := make([]int64, len(s.workers))
	run := func(id int) {
		for k := next.Add(1) - 1; k < int64(n); k = next.Add(1) - 1 {
			if err := do(s.workers[id], int(k)); err != nil {
				failed[id], at[id] = err, k
				next.Store(int64(n))
			}
		}
	}
	var wg sync.WaitGroup
	for id := 1; id < min(len(s.workers), shares, n); id++ {
		wg.Go(func() { run(id) })
	}
	run(0)
	wg.Wait()
	first := -1
	for id, w := range s.workers {
		if failed[id] != nil && (first < 0 || at[id] < at[first]) {
			first = id
		}
		s.meter.stats.add(w.meter.stats)
		w.meter.stats, w.meter.next = Stats{}, 0
	}
	if first < 0 {
		return nil
	}
	return failed[first]
}

// chunkPairs is how many pairs of consecutive rows one goroutine goes through
// before it takes more, and between two looks at the context.
const chunkPairs = 1 << 16

// chunks is the number of pieces that eachChunk cuts the rows into.
func (s *solver) chunks() int { return len(s.p.Cols)/chunkPairs + 1 }

// eachChunk calls do for consecutive ranges of rows with about the same number of
// pairs, from all workers. It returns the cause when the context ends; do returns
// how many pairs it looked at.
func (s *solver) eachChunk(do func(k, from, to int) (pairs int)) error {
	n := s.chunks()
	if s.p.Rows == 0 {
		return nil
	}
	cut := func(k int) int {
		if k == n {
			return s.p.Rows
		}
		return sort.SearchInts(s.p.Start[:s.p.Rows], k*chunkPairs)
	}
	return s.each(n, n, func(w *worker, k int) error {
		return w.meter.scanned(do(k, cut(k), cut(k+1)))
	})
}
