package assign

// An assignment can change along cycles only: from a row to a column by a free pair
// not in use, back by one in use, and through the hub at nodes that may have one unit
// more or less. What lies on no cycle is the same in every optimum to come.

// fixAcyclic fixes pairs that lie on no cycle, and the units of nodes that have none
// through the hub. It returns the component of each node, rows first, the hub last: a
// number that is the same for nodes on a common cycle and grows along all other arcs.
// And it returns how many pairs remain free.
func (x *network) fixAcyclic(m *meter) (component []int32, free int, err error) {
	g := newComponents(x, m)
	for v := int32(g.hub()); v >= 0; v-- {
		if err := g.visit(v); err != nil {
			return nil, 0, err
		}
	}
	c, n, hub := g.number, len(x.rows), g.number[g.hub()]
	for i := range x.rows {
		from, to := x.p.pairs(i)
		for a := from; a < to; a++ {
			switch {
			case x.pair[a]&pairFixed != 0:
			case c[i] != c[n+int(x.p.Cols[a])]:
				x.pair[a] |= pairFixed
			default:
				free++
			}
		}
		x.rows[i].freeze(c[i] != hub)
	}
	for j := range x.cols {
		x.cols[j].freeze(c[n+j] != hub)
	}
	x.countFixed()
	return c, free, nil
}

// freeze fixes the units of a node if that is so.
func (b *bounds) freeze(fixed bool) {
	if fixed {
		b.lo, b.hi = b.now, b.now
	}
}

// fewPerNode is how many free pairs a node may have on average if looking for cycles
// is to be worth while: where there are more, nearly everything lies on one.
const fewPerNode = 2

// sparse reports whether few pairs are free.
func (x *network) sparse() bool {
	free := 0
	for _, state := range x.pair {
		if state&pairFixed == 0 {
			free++
		}
	}
	return free <= fewPerNode*(len(x.rows)+len(x.cols))
}
