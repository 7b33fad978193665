package assign

// walk is Dijkstra's algorithm over vectors in the exchange network, along the arcs
// or against them. It keeps labels for the nodes that it reaches only.
//
// A key is the reduced length of a path: with the potential of its start added and
// that of its end taken off, the other way round against the arcs. Keys never
// decrease along a path.
type walk struct {
	x       *exchange
	meter   *meter
	self    int // which tags of the knots are its own
	against bool
	sign    int64   // −1 against the arcs, otherwise 1
	search  *search // of two walks that this one is part of, or nil

	bar   []int64 // no path with a larger key is of use
	equal bool    // one with the same key is

	labels []label
	keys   vectors
	heap   []int32 // labels that are not settled
	hubTag int32
	work   int  // arcs looked at
	impure bool // a path came after its end was settled

	from       int32 // label that is being settled
	base, cand []int64
	fetched    int64  // of no meaning
	gates      cursor // through which paths go on from the hub
}

// label is a node that was reached.
type label struct {
	node   int32
	parent int32 // label before it, −1 at the start
	at     int32 // position of the pair between them in its row, −1 for an arc of the hub
	pos    int32 // in the heap, −1 once settled
	tied   bool  // another path to it is as short
}

// newWalk makes a walk that compares the first k entries of vectors.
func newWalk(x *exchange, self, k int) *walk {
	w := &walk{x: x, self: self, bar: make([]int64, k), base: make([]int64, k), cand: make([]int64, k)}
	w.keys.k = k
	return w
}

// begin forgets all labels.
func (w *walk) begin(against bool) {
	w.against, w.sign = against, signOf(against)
	w.labels, w.keys.all, w.heap = w.labels[:0], w.keys.all[:0], w.heap[:0]
	w.work, w.impure = 0, false
}

// start makes a node a start of paths.
func (w *walk) start(v int32) {
	clear(w.cand)
	w.from = -1
	w.record(v, -1)
}

// min is the smallest key that is not settled.
func (w *walk) min() []int64 { return w.keys.at(w.heap[0]) }

func (w *walk) tag(v int32) *int32 {
	if v == hubNode {
		return &w.hubTag
	}
	s, n := w.x.shore(v)
	return &s.knots[n].tags[w.self]
}

// labelOf returns the label of node v, or −1.
func (w *walk) labelOf(v int32) int32 {
	if t := *w.tag(v); int(t) < len(w.labels) && w.labels[t].node == v {
		return t
	}
	return -1
}

// settle follows the residual arcs of the label with the smallest key, which is final.
func (w *walk) settle() error {
	t := w.pop()
	v := w.labels[t].node
	w.from = t
	n := 1
	switch {
	case v == hubNode && t != w.labelOf(v):
		w.passGate(t)
	case v == hubNode:
		w.openGates(t)
	default:
		key, pot := w.keys.at(t), w.x.potential(v)
		for k := range w.base {
			w.base[k] = key[k] + w.sign*pot[k]
		}
		n += w.leave(v)
	}
	w.work += n
	if w.impure {
		return ErrImpure
	}
	return w.meter.scanned(n)
}

// leave follows the arcs of a row or column over its pairs.
func (w *walk) leave(v int32) (arcs int) {
	x := w.x
	switch {
	case v >= 0 && !w.against:
		l := &x.lines[v]
		use, costs := l.use, x.mainCosts(l)
		for at, j := range l.cols {
			if len(use) > 0 && int(use[0]) == at {
				use = use[1:]
				continue
			}
			cost := int64(0)
			if costs != nil {
				cost = costs[at]
			}
			w.cross(^j, x.cols.pot.at(j), link{v, int32(at), cost}, 1)
		}
		return len(l.cols)
	case v >= 0:
		l := &x.lines[v]
		costs := x.mainCosts(l)
		for _, at := range l.use {
			cost := int64(0)
			if costs != nil {
				cost = costs[at]
			}
			j := l.cols[at]
			w.cross(^j, x.cols.pot.at(j), link{v, at, cost}, -1)
		}
		return len(l.use)
	case !w.against:
		used := x.rolls[^v].used
		for n := range used {
			e := &used[n]
			w.cross(e.row, x.rows.pot.at(e.row), link{e.row, e.at, e.cost}, -1)
		}
		return len(used)
	}
	all := x.rolls[^v].all
	w.fetch(all)
	for n := range all {
		if e := &all[n]; e.at >= 0 {
			w.cross(e.row, x.rows.pot.at(e.row), link{e.row, e.at, e.cost}, 1)
		}
	}
	return len(all)
}

// fetch reads a little of the potentials of many rows, which lie anywhere in memory: as
// no read waits for another, they arrive together. That saves a quarter of the time.
func (w *walk) fetch(all []link) {
	pots, k := w.x.rows.pot.all, w.x.k
	for n := range all {
		w.fetched += pots[int(all[n].row)*k+k/2]
	}
}

// cross offers node v, which has the given potential, a path over a pair whose costs
// count by factor.
func (w *walk) cross(v int32, pot []int64, over link, factor int64) {
	x := w.x
	below := false
	for k, b := range w.base {
		c := b - w.sign*pot[k]
		if k == x.main {
			c += factor * over.cost
		} else if x.priced[k] {
			c += factor * x.pairCost(over.row, over.at, k)
		}
		w.cand[k] = c
		if !below {
			if c > w.bar[k] {
				return
			}
			below = c < w.bar[k]
		}
	}
	if below || w.equal {
		w.offer(v, over.at)
	}
}

// openGates goes on from the hub, whose label is t: over one arc after the other, as
// they are due, since there are many. A second label of the hub waits for the next.
func (w *walk) openGates(t int32) {
	if w.search != nil && w.search.hasHub(w) {
		return
	}
	w.gates.begin(w.x.gates(w.against))
	if w.gates.done() {
		return
	}
	w.labels = append(w.labels, label{node: hubNode, parent: t, at: -1})
	w.keys.add(w.keys.at(t))
	w.await(int32(len(w.labels) - 1))
}

// await makes the hub's second label wait for the next gate.
func (w *walk) await(t int32) {
	if w.gates.done() {
		return
	}
	w.gates.gap(w.cand)
	key := w.keys.at(t)
	for k, c := range w.keys.at(w.labels[t].parent) {
		key[k] = c + w.cand[k]
	}
	w.labels[t].pos = int32(len(w.heap))
	w.heap = append(w.heap, t)
	w.up(w.labels[t].pos)
}

// passGate offers a path to the node behind a gate that is due.
func (w *walk) passGate(t int32) {
	w.from = w.labels[t].parent
	copy(w.cand, w.keys.at(t))
	w.offer(w.gates.head(), -1)
	w.gates.next()
	w.await(t)
}

// offer records the candidate for node v if it is a better path.
func (w *walk) offer(v, at int32) {
	if t := w.labelOf(v); t >= 0 {
		if c := order(w.cand, w.keys.at(t)); c >= 0 {
			w.labels[t].tied = w.labels[t].tied || c == 0
			return
		}
	}
	w.record(v, at)
}

// record gives node v the candidate as its key.
func (w *walk) record(v, at int32) {
	t := w.labelOf(v)
	if t < 0 {
		t = int32(len(w.labels))
		*w.tag(v) = t
		w.labels = append(w.labels, label{node: v, pos: int32(len(w.heap))})
		w.keys.add(w.cand)
		w.heap = append(w.heap, t)
	} else {
		copy(w.keys.at(t), w.cand)
	}
	l := &w.labels[t]
	l.parent, l.at, l.tied = w.from, at, false
	if l.pos < 0 {
		w.impure = true
		return
	}
	w.up(l.pos)
	if w.search != nil {
		w.search.meet(w, t)
	}
	if v != hubNode {
		w.reachHub(t)
	}
}

// reachHub offers the hub a path from a label that has just been recorded.
func (w *walk) reachHub(t int32) {
	if h := w.labelOf(hubNode); h >= 0 && w.labels[h].parent < 0 {
		return
	}
	v := w.labels[t].node
	cost, factor, open := w.x.hubArc(v, w.against)
	if !open {
		return
	}
	pot := w.x.potential(v)
	for k, c := range w.cand {
		w.cand[k] = c + w.sign*(pot[k]-w.x.hub[k]) + factor*cost[k]
	}
	from := w.from
	w.from = t
	w.offer(hubNode, -1)
	w.from = from
}
