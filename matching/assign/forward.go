package assign

import "math"

// The ways a path from a row can end.
const (
	endNowhere = iota
	endOwed    // a column that owes a row
	endPlace   // a place not filled
	endRow     // an optional row that is no longer served
)

// seat finds the cheapest way to place row s, which has no column, and takes it:
// a chain of rows moves on, until a column has room or an optional row gives way.
func (g *stage) seat(s int32) error {
	q := &g.search
	g.meter.stats.Searches++
	nearest := int64(math.MaxInt64)
	for a := g.start[s]; a < g.start[s+1]; a++ {
		nearest = min(nearest, -g.gain(a))
	}
	q.begin(nearest)
	best, end, at := int64(math.MaxInt64), endNowhere, s
	if g.optional[s] {
		best, end = -g.rowCost[s], endRow
	}
	if err := g.advance(s, 0, best); err != nil {
		return err
	}
	for {
		j, ok := q.settle(best)
		if !ok {
			break
		}
		cost := q.label[j]
		if g.in[j] < g.out[j] {
			best, end, at = cost-g.pot[j], endOwed, j
			break
		}
		if g.out[j] < g.face.hi[j] && cost+g.up[j] < best {
			best, end, at = cost+g.up[j], endPlace, j
		}
		for i := g.first[j]; i >= 0 && best > q.current; i = g.next[i] {
			here := cost - g.cost[g.use[i]]
			if g.optional[i] && here-g.rowCost[i] < best {
				best, end, at = here-g.rowCost[i], endRow, i
			}
			if err := g.advance(i, here, best); err != nil {
				return err
			}
		}
	}
	if end == endNowhere {
		return ErrImpure
	}
	for _, j := range q.settled {
		g.pot[j] = min(g.pot[j], q.label[j]-best)
	}
	g.shift(s, end, at)
	return nil
}

// advance offers every column of row i, which is reached at the given cost. It
// stops at a column where a path of the current key may end: that one is settled
// next, and no path is shorter.
func (g *stage) advance(i int32, cost, best int64) error {
	q := &g.search
	from, to := g.start[i], g.start[i+1]
	for a := from; a < to; a++ {
		j := g.col[a]
		there := cost + g.cost[a]
		key := there - g.pot[j]
		if key >= best {
			continue
		}
		q.offer(j, there, key, i, a)
		if key == q.current && g.open(j) {
			to = a + 1
		}
	}
	return g.meter.scanned(int(to - from))
}

// open reports whether a path that reaches column j ends there at no more cost.
func (g *stage) open(j int32) bool {
	return g.in[j] < g.out[j] || g.out[j] < g.face.hi[j] && g.up[j]+g.pot[j] == 0
}

// shift moves the rows along the path that ends at the given node.
func (g *stage) shift(s int32, end int, at int32) {
	j := at
	switch end {
	case endPlace:
		g.setOut(int(at), g.out[at]+1)
	case endRow:
		if at == s {
			return
		}
		j = g.col[g.use[at]]
		g.unlink(at)
	}
	for {
		i, a := g.search.by[j], g.search.via[j]
		before := int32(-1)
		if i != s {
			before = g.col[g.use[i]]
			g.unlink(i)
		}
		g.give(i, a)
		if i == s {
			return
		}
		j = before
	}
}
