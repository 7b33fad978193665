package assign

import "slices"

// vector is a cost compared level by level: how many units break a bound, the
// rungs of the ladder, and one draw.
type vector [levels]int64

const levels = 6

func (v *vector) add(w *vector, sign int64) vector {
	var sum vector
	for n := range sum {
		sum[n] = v[n] + sign*w[n]
	}
	return sum
}

func (v *vector) compare(w *vector) int {
	for n := range v {
		if v[n] != w[n] {
			if v[n] < w[n] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// simplex is the second algorithm: the network simplex method on the whole network
// with its hub. Costs are vectors, so it needs no faces and no order of rungs; it
// moves a tree, so it needs no shortest paths. Strongly feasible trees keep it from
// cycling (W. H. Cunningham, A network simplex method, Math. Programming 11, 1976).
type simplex struct {
	arcs  []branch
	nodes []vertex
	next  int // where the search for an arc that improves goes on
}

type branch struct {
	from, to     int
	lo, up, flow int64
	cost         vector
	tree         bool
}

type vertex struct {
	parent, arc       int // arc to the parent
	child, next, prev int // a list of children; −1 ends it
	depth             int
	potential         vector
}

// secondOpinion returns the pairs that are best for the ladder and, with a
// tie-break, its first draw, and the totals of the ladder; ok is false when the
// bounds cannot be met.
func secondOpinion(p *Problem) (pairs []int32, values []int64, ok bool) {
	s, hub := &simplex{}, p.Rows+p.columns()
	row, place := make([]vector, p.Rows), func(j int, k int64) (v vector) { return v }
	pair := make([]vector, len(p.Cols))
	for n := range p.Ladder {
		r, before := &p.Ladder[n], place
		for i := range r.Row {
			row[i][n+1] = r.Row[i]
		}
		for a := range r.Pair {
			pair[a][n+1] = r.Pair[a]
		}
		if r.Place != nil {
			place = func(j int, k int64) vector {
				v := before(j, k)
				v[n+1] = r.Place(j, k)
				return v
			}
		}
	}
	degree := make([]int64, p.columns())
	for i := range p.Rows {
		from, to := p.pairs(i)
		for a := from; a < to; a++ {
			j := int(p.Cols[a])
			degree[j]++
			if p.TieBreak != nil {
				pair[a][len(p.Ladder)+1] = int64(p.TieBreak(0, i, j) >> (64 - widthOf(p)))
			}
			s.arcs = append(s.arcs, branch{from: i, to: p.Rows + j, up: 1, cost: pair[a]})
		}
	}
	for i := range p.Rows {
		b := branch{from: hub, to: i, up: 1, cost: row[i]}
		if p.Demand != nil {
			b.up = p.Demand[i]
		}
		if p.MinDemand != nil {
			b.lo = p.MinDemand[i]
		}
		s.arcs = append(s.arcs, b)
	}
	for j, capacity := range p.Capacity {
		least := int64(0)
		if p.MinLoad != nil {
			least = p.MinLoad[j]
		}
		if least > degree[j] {
			return nil, nil, false
		}
		for k := int64(1); k <= min(capacity, degree[j]); k++ {
			b := branch{from: p.Rows + j, to: hub, up: 1, cost: place(j, k)}
			if k <= least {
				b.lo = 1
			}
			s.arcs = append(s.arcs, b)
		}
	}
	s.plant(hub)
	for s.pivot() {
	}
	return s.result(p)
}

// plant begins with all arcs at their lower bounds and a tree of arcs to and from
// the hub that make up for it.
func (s *simplex) plant(hub int) {
	missing := make([]int64, hub+1)
	for n := range s.arcs {
		a := &s.arcs[n]
		a.flow = a.lo
		missing[a.from] += a.flow
		missing[a.to] -= a.flow
	}
	s.nodes = make([]vertex, hub+1)
	for v := range s.nodes {
		s.nodes[v] = vertex{parent: -1, child: -1, next: -1, prev: -1}
	}
	for v := range hub {
		b := branch{from: v, to: hub, up: 1 << 60, flow: -missing[v], cost: vector{1}, tree: true}
		if missing[v] > 0 {
			b.from, b.to, b.flow = hub, v, missing[v]
		}
		s.arcs = append(s.arcs, b)
		s.hang(v, hub, len(s.arcs)-1)
		s.price(v)
	}
}

// hang makes v a child of parent.
func (s *simplex) hang(v, parent, arc int) {
	n, up := &s.nodes[v], &s.nodes[parent]
	n.parent, n.arc, n.prev, n.next = parent, arc, -1, up.child
	if up.child >= 0 {
		s.nodes[up.child].prev = v
	}
	up.child = v
}

func (s *simplex) cut(v int) {
	n := &s.nodes[v]
	if n.prev >= 0 {
		s.nodes[n.prev].next = n.next
	} else {
		s.nodes[n.parent].child = n.next
	}
	if n.next >= 0 {
		s.nodes[n.next].prev = n.prev
	}
}

// price gives all nodes below v, and v, the potentials for which tree arcs cost
// nothing.
func (s *simplex) price(v int) {
	n := &s.nodes[v]
	up, a := &s.nodes[n.parent], &s.arcs[n.arc]
	sign := int64(1)
	if a.to != v {
		sign = -1
	}
	n.depth, n.potential = up.depth+1, up.potential.add(&a.cost, sign)
	for w := n.child; w >= 0; w = s.nodes[w].next {
		s.price(w)
	}
}

// enter finds an arc that improves, the best of the first block that has one.
func (s *simplex) enter() (arc int, forward bool) {
	const block = 200
	best, none := vector{}, vector{}
	arc = -1
	for seen := range s.arcs {
		if seen%block == 0 && arc >= 0 {
			return arc, forward
		}
		n := s.next
		s.next = (s.next + 1) % len(s.arcs)
		a := &s.arcs[n]
		if a.tree || a.lo == a.up {
			continue
		}
		gain := a.cost.add(&s.nodes[a.from].potential, 1)
		gain = gain.add(&s.nodes[a.to].potential, -1)
		if a.flow > a.lo { // at its upper bound: less of it may be better
			gain = none.add(&gain, -1)
		}
		if gain.compare(&best) < 0 {
			best, arc, forward = gain, n, a.flow == a.lo
		}
	}
	return arc, forward
}

// room is how much more may flow through an arc away from node v, or to it.
func (a *branch) room(v int, away bool) int64 {
	if (a.from == v) == away {
		return a.up - a.flow
	}
	return a.flow - a.lo
}

func (a *branch) push(v int, away bool, by int64) {
	if (a.from == v) == away {
		a.flow += by
	} else {
		a.flow -= by
	}
}

// pivot sends flow around the cycle that one more arc closes, as much as fits, and
// takes the last arc out of the tree that has no room left, counted from the top of
// the cycle in the direction of the flow.
func (s *simplex) pivot() bool {
	e, forward := s.enter()
	if e < 0 {
		return false
	}
	u, v := s.arcs[e].from, s.arcs[e].to
	if !forward {
		u, v = v, u
	}
	most, out, inside := s.arcs[e].up-s.arcs[e].lo, -1, v
	top := s.top(u, v)
	for w := u; w != top; w = s.nodes[w].parent {
		if room := s.arcs[s.nodes[w].arc].room(w, false); room < most {
			most, out, inside = room, w, u
		}
	}
	for w := v; w != top; w = s.nodes[w].parent {
		if room := s.arcs[s.nodes[w].arc].room(w, true); room <= most {
			most, out, inside = room, w, v
		}
	}
	for w := u; w != top; w = s.nodes[w].parent {
		s.arcs[s.nodes[w].arc].push(w, false, most)
	}
	for w := v; w != top; w = s.nodes[w].parent {
		s.arcs[s.nodes[w].arc].push(w, true, most)
	}
	s.arcs[e].push(u, true, most)
	if out >= 0 {
		s.regraft(e, inside, u+v-inside, out)
	}
	return true
}

// top is where the ways from u and v to the root meet.
func (s *simplex) top(u, v int) int {
	for u != v {
		if s.nodes[u].depth < s.nodes[v].depth {
			u, v = v, u
		}
		u = s.nodes[u].parent
	}
	return u
}

// regraft hangs the branch below out, turned round, from v by arc e at its node u.
func (s *simplex) regraft(e, u, v, out int) {
	s.arcs[e].tree, s.arcs[s.nodes[out].arc].tree = true, false
	for w, parent, arc := u, v, e; ; {
		up, by := s.nodes[w].parent, s.nodes[w].arc
		s.cut(w)
		s.hang(w, parent, arc)
		if w == out {
			break
		}
		w, parent, arc = up, w, by
	}
	s.price(u)
}

func (s *simplex) result(p *Problem) (pairs []int32, values []int64, ok bool) {
	var sum vector
	for n := range s.arcs {
		a := &s.arcs[n]
		sum = sum.add(&a.cost, a.flow)
		if n < len(p.Cols) && a.flow > 0 {
			pairs = append(pairs, int32(n))
		}
	}
	return pairs, slices.Clone(sum[1 : len(p.Ladder)+1]), sum[0] == 0
}
