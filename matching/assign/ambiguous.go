package assign

// ambiguous reports whether the face holds another set of pairs: whether the
// residual free arcs have a cycle with a pair in it. Such a cycle stays among rows
// and columns, or leaves them for the hub at a node that may have fewer units or
// more and comes back at another.
//
// Nodes are taken in topological order; what cannot be ordered lies on a cycle.
func ambiguous(x *network, m *meter) (bool, error) {
	n := len(x.rows)
	g := &freeArcs{x: x, used: x.usedByColumn()}
	waiting := make([]int32, n+len(x.cols)) // arcs into the node not yet followed
	for v := range waiting {
		if err := m.scanned(g.follow(v, func(to int) { waiting[to]++ })); err != nil {
			return false, err
		}
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
			return true, nil
		}
		from := entered[v] || g.enters(v)
		looked := g.follow(v, func(to int) {
			entered[to] = entered[to] || from
			if waiting[to]--; waiting[to] == 0 {
				order = append(order, to)
			}
		})
		if err := m.scanned(looked); err != nil {
			return false, err
		}
	}
	return len(order) < len(waiting), nil
}

// freeArcs is the graph along which an assignment may change: from a row to a column
// by a free pair not in use, back by one in use. Rows come first.
type freeArcs struct {
	x    *network
	used usedPairs
}

// follow visits where the arcs of node v lead, and returns how many it looked at.
func (g *freeArcs) follow(v int, visit func(to int)) (looked int) {
	if n := len(g.x.rows); v >= n {
		used := g.used.of(v - n)
		for _, e := range used {
			if g.x.pair[e.pair] == pairUsed {
				visit(int(e.row))
			}
		}
		return len(used)
	}
	from, to := g.x.p.pairs(v)
	for a := from; a < to; a++ {
		if g.x.pair[a] == 0 {
			visit(len(g.x.rows) + int(g.x.p.Cols[a]))
		}
	}
	return to - from
}

// enters reports whether the hub leads to node v: to a row that may have one unit
// more, or a column that may have one less.
func (g *freeArcs) enters(v int) bool {
	if n := len(g.x.rows); v >= n {
		return g.x.cols[v-n].now > g.x.cols[v-n].lo
	}
	return g.x.rows[v].now < g.x.rows[v].hi
}

// leaves reports whether node v leads to the hub.
func (g *freeArcs) leaves(v int) bool {
	if n := len(g.x.rows); v >= n {
		return g.x.cols[v-n].now < g.x.cols[v-n].hi
	}
	return g.x.rows[v].now > g.x.rows[v].lo
}
