package assign

import "math"

// way is how a piece is solved.
type way struct {
	rowsLeft bool // units are placed from the rows, else from the columns
	outside  bool // what the left side has too much is placed outside
	auction  bool // paths were given up: an auction comes first in any case
}

// way chooses by the numbers of units. A side that must place all it has goes first.
// Else the side that must place more does, unless the other must place nearly as
// many: then that one goes first, and the rest is quickly done. Where neither must,
// the side with fewer units is scarce.
//
// When every column must be full, and most rows must be served but not all can be,
// the rows not served are placed outside.
func (e *piece) way(c *costs) way {
	few, many := min(e.rowMust, e.colMust), max(e.rowMust, e.colMust)
	switch {
	case e.rowMust == e.rowUnits:
		return way{rowsLeft: true}
	case e.colMust == e.colUnits && 2*e.rowMust > e.rowUnits && e.mayClose(c):
		return way{rowsLeft: true, outside: e.rowUnits > e.colUnits}
	case e.colMust == e.colUnits:
		return way{}
	case many == 0:
		return way{rowsLeft: e.rowUnits <= e.colUnits}
	case 2*few < many:
		return way{rowsLeft: e.rowMust == many}
	}
	return way{rowsLeft: e.rowMust == few}
}

// closing chooses a way in which as many units are placed as there are places, so
// that an auction can price them. It reports false where there is none.
func (e *piece) closing(c *costs) (w way, ok bool) {
	switch {
	case !e.mayClose(c):
		return way{}, false
	case e.colMust == e.colUnits:
		return way{rowsLeft: true, outside: e.rowUnits > e.colUnits, auction: true}, true
	case e.rowMust == e.rowUnits:
		return way{outside: e.colUnits > e.rowUnits, auction: true}, true
	}
	return way{}, false
}

// mayClose reports whether units can be placed outside: places cost nothing, and
// arcs to the outside can be counted.
func (e *piece) mayClose(c *costs) bool {
	return c.place == nil && int64(e.arcs)+int64(e.rows+e.cols)+e.rowUnits+e.colUnits < math.MaxInt32
}

// indifferent reports whether everything that the piece may do costs the same.
func (e *piece) indifferent(c *costs) bool {
	return c.pair == nil && c.row == nil && (c.place == nil || e.colMust == e.colUnits)
}

// keep prices columns of a part in which everything costs the same, so that what
// there is stays. A column that
// could have less only with other pairs must not want that.
func (x *network) keep(cols []int32, c *costs, d duals) {
	for _, j := range cols {
		d.v[j] = 0
		if b := &x.cols[j]; b.lo < b.hi {
			d.v[j] = min(0, -c.ofPlace(int(j), int64(b.now)))
		}
	}
}

// canAuction reports whether an auction can price the part: it is closed, and places
// cost nothing by themselves.
func (p *part[C]) canAuction() bool {
	return p.closed && p.leftPlace == nil && p.rightPlace == nil
}

// favoursAuction tells from the numbers whether paths will be long: in a closed part
// of left nodes with one unit and with few arcs, of which few are as cheap as the
// cheapest of their left node.
func (p *part[C]) favoursAuction() bool {
	n := len(p.lefts)
	if n < 64 || !p.single() || len(p.arcs) < 8*n || len(p.arcs) > n*len(p.rights)/4 {
		return false
	}
	cheapest := 0
	for i := range p.lefts {
		l := &p.lefts[i]
		least, ties := int64(never), 0
		for _, a := range p.arcs[l.from:l.to] {
			switch cost := int64(a.cost); {
			case cost < least:
				least, ties = cost, 1
			case cost == least:
				ties++
			}
		}
		cheapest += ties
	}
	return cheapest < 2*n
}
