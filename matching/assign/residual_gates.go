package assign

// gates is a heap of the nodes with an open arc to the hub, or from it, by its
// reduced cost, so that a search can begin at the hub without going through all of
// them. One node may change at a time.
type gates struct {
	x       *exchange
	against bool
	heap    []int32
	rows    []int32 // position of each row in the heap, −1 for none
	cols    []int32
}

func newGates(x *exchange, against bool) *gates {
	g := &gates{x: x, against: against}
	for i := range x.rows.knots {
		g.rows = append(g.rows, -1)
		g.fix(int32(i))
	}
	for j := range x.cols.knots {
		g.cols = append(g.cols, -1)
		g.fix(^int32(j))
	}
	return g
}

func (g *gates) pos(v int32) *int32 {
	if v >= 0 {
		return &g.rows[v]
	}
	return &g.cols[^v]
}

// before compares the reduced costs of two arcs; the hub's potential is in both.
func (g *gates) before(u, v int32) bool {
	a, fa, _ := g.x.hubArc(u, g.against)
	b, fb, _ := g.x.hubArc(v, g.against)
	p, q := g.x.potential(u), g.x.potential(v)
	sign := signOf(g.against)
	for k := range a {
		c, d := fa*a[k]+sign*p[k], fb*b[k]+sign*q[k]
		if c != d {
			return c < d
		}
	}
	return false
}

// fix puts node v where it belongs after a change.
func (g *gates) fix(v int32) {
	_, _, open := g.x.hubArc(v, g.against)
	at := g.pos(v)
	switch {
	case open && *at < 0:
		*at = int32(len(g.heap))
		g.heap = append(g.heap, v)
		g.up(*at)
	case open:
		g.up(*at)
		g.down(*g.pos(v))
	case *at >= 0:
		g.remove(*at)
	}
}

func (g *gates) remove(pos int32) {
	last := int32(len(g.heap)) - 1
	*g.pos(g.heap[pos]) = -1
	moved := g.heap[last]
	g.heap = g.heap[:last]
	if pos < last {
		g.put(pos, moved)
		g.up(pos)
		g.down(*g.pos(moved))
	}
}

func (g *gates) put(pos, v int32) {
	g.heap[pos] = v
	*g.pos(v) = pos
}

func (g *gates) up(pos int32) {
	v := g.heap[pos]
	for pos > 0 {
		above := (pos - 1) / fan
		if !g.before(v, g.heap[above]) {
			break
		}
		g.put(pos, g.heap[above])
		pos = above
	}
	g.put(pos, v)
}

func (g *gates) down(pos int32) {
	v := g.heap[pos]
	for {
		first := fan*pos + 1
		if int(first) >= len(g.heap) {
			break
		}
		least := first
		for c := first + 1; c < min(first+fan, int32(len(g.heap))); c++ {
			if g.before(g.heap[c], g.heap[least]) {
				least = c
			}
		}
		if !g.before(g.heap[least], v) {
			break
		}
		g.put(pos, g.heap[least])
		pos = least
	}
	g.put(pos, v)
}
