package assign

import (
	"context"
	"math"
	"slices"
)

// Probe answers what would be if something about a solved problem were otherwise,
// most questions with one shortest path search. The answers are exact: they are what
// Solve would find, or where its answer would change. Reduced costs would not do:
// they depend on which of many proofs a solution carries, and only bound the answers.
//
// A Probe reads the problem and the solution as long as it lives. It must not be used
// by several goroutines at a time.
type Probe struct {
	x      *exchange
	search *search
	start  []int // of each row's pairs
	gap    []int64
	far    bool    // potentials are too large for two walks
	path   []int32 // found last, from its first node to its last
	work   int     // arcs that searches looked at
}

// NewProbe takes time linear in the pairs. It returns the error of Check for a
// solution that is not proven, and the cause of the context when that ends.
func NewProbe(ctx context.Context, p Problem, s *Solution) (*Probe, error) {
	if err := Check(p, s); err != nil {
		return nil, err
	}
	x, err := newExchange(&p, s, &meter{ctx: ctx})
	if err != nil {
		return nil, err
	}
	return newProbe(x), nil
}

func newProbe(x *exchange) *Probe {
	q := &Probe{x: x, search: newSearch(x), start: []int{0}, gap: make([]int64, x.k)}
	for i := range x.lines {
		q.start = append(q.start, q.start[i]+len(x.lines[i].cols))
	}
	q.far = slices.ContainsFunc(x.rows.pot.all, far) || slices.ContainsFunc(x.cols.pot.all, far)
	return q
}

// row returns an error for a row that does not exist.
func (q *Probe) row(i int) error {
	if i < 0 || i >= len(q.x.lines) {
		return &ProblemError{Fault: FaultIndex, Index: i}
	}
	return nil
}

// between returns the reduced length of the shortest path from one node to another,
// nil if there is none shorter than the limit. It is good until the next search.
func (q *Probe) between(ctx context.Context, from, to int32, limit []int64) ([]int64, error) {
	m := &meter{ctx: ctx}
	if q.far {
		var length []int64
		err := q.tour(m, to, func(w *walk, t int32) bool {
			if w.labels[t].node == from {
				length, q.path = w.min(), w.trail(t)
			}
			return length == nil
		})
		return length, err
	}
	q.search.near.meter, q.search.far.meter = m, m
	found, err := q.search.run(from, false, []int32{to}, limit)
	q.work += q.search.near.work + q.search.far.work
	if !found || err != nil {
		return nil, err
	}
	q.search.trace()
	q.path = q.search.path
	return q.search.best, nil
}

// tour shows all labels of the walk that leads to a node against the arcs, nearest
// first, until visit reports false. Its keys have more room than those of two walks.
func (q *Probe) tour(m *meter, to int32, visit func(w *walk, t int32) bool) error {
	w := newWalk(q.x, 0, q.x.k)
	w.meter = m
	w.free(to, false)
	for len(w.heap) > 0 && visit(w, w.heap[0]) {
		if err := w.settle(); err != nil {
			return err
		}
	}
	return nil
}

// trail lists the nodes from that of a label to the start of the walk.
func (w *walk) trail(t int32) []int32 {
	var path []int32
	for ; t >= 0; t = w.labels[t].parent {
		path = append(path, w.labels[t].node)
	}
	return path
}

// free starts a walk from a node, along the arcs or against them, that no bar stops.
func (w *walk) free(from int32, along bool) {
	clear(w.bar)
	w.bar[0] = math.MaxInt64
	w.begin(!along)
	w.start(from)
}
