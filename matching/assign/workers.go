package assign

import (
	"sort"
	"sync"
	"sync/atomic"
)

// worker solves one piece after the other with memory of its own.
type worker struct {
	meter  *meter
	narrow workspace[int32]
	wide   workspace[int64]
}

// shares is how many workers are worth their while.
func (q *pieces) shares(grain int) int {
	arcs := 0
	for k := range q.list {
		arcs += int(q.list[k].arcs)
	}
	return 1 + arcs/grain
}

// each calls do for 0 to n−1 from as many workers as there are, at most the number
// of shares, and waits for them. After an error no further call begins but those
// that are about to; of several errors the one for the smallest number is returned.
func (s *solver) each(shares, n int, do func(w *worker, k int) error) error {
	var next atomic.Int64
	failed := make([]error, len(s.workers))
	at := make([]int64, len(s.workers))
	run := func(id int) {
		for k := next.Add(1) - 1; k < int64(n); k = next.Add(1) - 1 {
			if err := do(s.workers[id], int(k)); err != nil {
				failed[id], at[id] = err, k
				next.Store(int64(n))
				return
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

// chunks is the number of pieces that eachChunk cuts the rows into.
func (s *solver) chunks() int { return len(s.p.Cols)/s.tuning.grain + 1 }

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
		return sort.SearchInts(s.p.Start[:s.p.Rows], k*s.tuning.grain)
	}
	return s.each(n, n, func(w *worker, k int) error {
		return w.meter.scanned(do(k, cut(k), cut(k+1)))
	})
}
