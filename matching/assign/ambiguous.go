package assign

// ambiguous reports whether the face holds another set of pairs: whether the
// residual free arcs have a cycle with a pair in it. Such a cycle stays among rows
// and columns, or leaves them for the hub at a node that may have fewer units or
// more and comes back at another.
//
// Nodes are taken in topological order; what cannot be ordered lies on a cycle.
func ambiguous(x *network) bool {
	n := len(x.rows)
	g := &residual{x: x, used: x.usedByColumn()}
	waiting := make([]int32, n+len(x.cols)) // arcs into the node not yet followed
	for v := range waiting {
		g.follow(v, func(to int) { waiting[to]++ })
	}
	order := make([]int, 0, len(waiting))
	for v, w := range waiting {
		if w == 0 {
			order = append(order, v)
		}
	}
	entered := make([]bool, len(waiting)) // over at least one pair
	for k := 0; k < len(order); k++ {
		v := order[k]
		if entered[v] && g.leaves(v) {
			return true
		}
		from := entered[v] || g.enters(v)
		g.follow(v, func(to int) {
			entered[to] = entered[to] || from
			if waiting[to]--; waiting[to] == 0 {
				order = append(order, to)
			}
		})
	}
	return len(order) < len(waiting)
}

// residual is the graph of free arcs along which an assignment may change: from a
// row to a column by a pair not in use, back by one in use. Rows come first.
type residual struct {
	x    *network
	used usedPairs
}

func (g *residual) follow(v int, visit func(to int)) {
	if n := len(g.x.rows); v >= n {
		for _, e := range g.used.of(v - n) {
			if g.x.pair[e.pair] == pairUsed {
				visit(int(e.row))
			}
		}
		return
	}
	for a, to := g.x.p.pairs(v); a < to; a++ {
		if g.x.pair[a] == 0 {
			visit(len(g.x.rows) + int(g.x.p.Cols[a]))
		}
	}
}

// enters reports whether the hub leads to node v: to a row that may have one unit
// more, or a column that may have one less.
func (g *residual) enters(v int) bool {
	if n := len(g.x.rows); v >= n {
		return g.x.cols[v-n].now > g.x.cols[v-n].lo
	}
	return g.x.rows[v].now < g.x.rows[v].hi
}

// leaves reports whether node v leads to the hub.
func (g *residual) leaves(v int) bool {
	if n := len(g.x.rows); v >= n {
		return g.x.cols[v-n].now < g.x.cols[v-n].hi
	}
	return g.x.rows[v].now > g.x.rows[v].lo
}
