package assign

// components finds strong components by Tarjan's algorithm (SIAM J. Computing 1,
// 1972), those first from which arcs lead to no other.
type components struct {
	x      *network
	used   usedPairs
	meter  *meter
	number []int32 // of the component of each node, 0 while it is not known
	last   int32   // the number given last
	time   int32   // visits begun
	begun  []int32 // when the visit of each node began, 0 for not yet
	low    []int32 // the earliest visit of a node that is known to lie on a cycle with it
	next   []int32 // the arc of each node that is to be followed
	path   []int32 // nodes whose visit has not ended
	open   []int32 // nodes visited whose component is not known
}

func newComponents(x *network, m *meter) *components {
	n := len(x.rows) + len(x.cols) + 1
	return &components{
		x: x, used: x.usedByColumn(), meter: m, last: int32(n) + 1,
		number: make([]int32, n), begun: make([]int32, n), low: make([]int32, n), next: make([]int32, n),
	}
}

func (g *components) hub() int { return len(g.number) - 1 }

// visit finds the components of all nodes that can be reached. The hub's visit must
// be the first: so arcs to it never need to be followed.
func (g *components) visit(root int32) error {
	if g.begun[root] != 0 {
		return nil
	}
	for v := root; v >= 0; v = g.advance() {
		switch {
		case g.begun[v] == 0:
			if err := g.meter.scanned(g.begin(v)); err != nil {
				return err
			}
		case g.number[v] == 0: // it is on a cycle with the node from which the arc came
			at := g.path[len(g.path)-1]
			g.low[at] = min(g.low[at], g.begun[v])
		}
	}
	return nil
}

// advance follows the next arc and returns where it leads; visits that have none left
// end, and −1 means that all have.
func (g *components) advance() int32 {
	for len(g.path) > 0 {
		if v := g.follow(g.path[len(g.path)-1]); v >= 0 {
			return v
		}
		g.end()
	}
	return -1
}

// begin starts the visit of a node and returns how many arcs it has.
func (g *components) begin(v int32) (arcs int) {
	g.time++
	g.begun[v], g.low[v] = g.time, g.time
	g.path, g.open = append(g.path, v), append(g.open, v)
	n, hub := len(g.x.rows), g.hub()
	if int(v) == hub {
		return hub
	}
	if g.number[hub] == 0 && g.leaves(int(v)) {
		g.low[v] = g.begun[hub]
	}
	if int(v) < n {
		from, to := g.x.p.pairs(int(v))
		g.next[v] = int32(from)
		return to - from
	}
	g.next[v] = g.used.start[int(v)-n]
	return len(g.used.of(int(v) - n))
}

// end ends the last visit that was begun, and the component that began with it.
func (g *components) end() {
	last := len(g.path) - 1
	v := g.path[last]
	g.path = g.path[:last]
	if last > 0 {
		up := g.path[last-1]
		g.low[up] = min(g.low[up], g.low[v])
	}
	if g.low[v] != g.begun[v] {
		return
	}
	g.last--
	for w := int32(-1); w != v; {
		w = g.open[len(g.open)-1]
		g.open = g.open[:len(g.open)-1]
		g.number[w] = g.last
	}
}

// follow returns where the next arc of a node leads, other than to the hub, −1 if
// there is none.
func (g *components) follow(v int32) (to int32) {
	x, n, hub, next := g.x, int32(len(g.x.rows)), int32(g.hub()), &g.next[v]
	switch {
	case v == hub:
		for *next < hub {
			*next++
			if g.enters(int(*next) - 1) {
				return *next - 1
			}
		}
	case v < n:
		for end := int32(x.p.Start[v+1]); *next < end; {
			*next++
			if x.pair[*next-1] == 0 {
				return n + x.p.Cols[*next-1]
			}
		}
	default:
		for end := g.used.start[v-n+1]; *next < end; {
			*next++
			if e := g.used.list[*next-1]; x.pair[e.pair] == pairUsed {
				return e.row
			}
		}
	}
	return -1
}

// enters reports whether the hub leads to node v: to a row that may have one unit
// more, or a column that may have one less.
func (g *components) enters(v int) bool {
	if n := len(g.x.rows); v >= n {
		return g.x.cols[v-n].now > g.x.cols[v-n].lo
	}
	return g.x.rows[v].now < g.x.rows[v].hi
}

// leaves reports whether node v leads to the hub.
func (g *components) leaves(v int) bool {
	if n := len(g.x.rows); v >= n {
		return g.x.cols[v-n].now < g.x.cols[v-n].hi
	}
	return g.x.rows[v].now > g.x.rows[v].lo
}
