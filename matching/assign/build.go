package assign

// build fills a part with one piece of the network. Its rows are the left side,
// or else its columns.
func (p *part[C]) build(x *network, q *pieces, e *piece, c *costs, w way) error {
	p.outside = w.outside
	n := int32(len(x.rows))
	rows, cols := q.rows[e.firstRow:e.firstRow+e.rows], q.cols[e.firstCol:e.firstCol+e.cols]
	p.leftID, p.rightID, p.leftPlace, p.rightPlace = rows, cols, nil, c.freePlace(x.cols)
	leftOf, rightOf, leftDegree := x.rows, x.cols, q.degree[:n]
	if !w.rowsLeft {
		p.leftID, p.rightID, p.leftPlace, p.rightPlace = cols, rows, p.rightPlace, nil
		leftOf, rightOf, leftDegree = x.cols, x.rows, q.degree[n:]
	}
	p.lefts, p.rights = resized(p.lefts, len(p.leftID)), resized(p.rights, len(p.rightID)+1)
	arcs, units := int32(0), int32(0)
	for i, v := range p.leftID {
		b, d := leftOf[v], leftDegree[v]
		if p.outside {
			d += outsideArcs(b)
		}
		n := min(b.hi-b.fixed, d)
		p.lefts[i] = left{lo: b.lo - b.fixed, hi: b.hi - b.fixed, from: arcs, to: arcs + d, sorted: arcs, slot: units, slots: n}
		arcs, units = arcs+d, units+n
	}
	held := int32(0)
	for j, v := range p.rightID {
		b := rightOf[v]
		p.rights[j] = right{lo: b.lo - b.fixed, hi: b.hi - b.fixed, held: held}
		held += b.hi - b.fixed
	}
	p.rights = p.rights[:len(p.rightID)]
	if p.outside {
		surplus := int32(max(e.rowUnits-e.colUnits, e.colUnits-e.rowUnits))
		p.rights = append(p.rights, right{lo: surplus, hi: surplus, held: held})
		held += surplus
	}
	p.slots, p.held = resized(p.slots, int(units)), resized(p.held, int(held))
	p.openSlots()
	p.round, p.resort = 0, false
	p.close()
	p.arcs = resized(p.arcs, int(arcs))
	if p.outside {
		p.addOutside(leftOf)
	}
	if w.rowsLeft {
		return p.copyRows(x, q, c)
	}
	return p.copyColumns(x, q, c)
}

// outsideArcs is how many units of a node may be placed outside. Where fixed pairs
// give it more than it must have, one arc more says that it must not want fewer.
func outsideArcs(b bounds) int32 { return b.hi - b.fixed - max(b.lo-b.fixed, -1) }

// addOutside puts the arcs to the outside at the end of those of their left nodes.
func (p *part[C]) addOutside(leftOf []bounds) {
	for i, id := range p.leftID {
		to := p.lefts[i].to
		for a := to - outsideArcs(leftOf[id]); a < to; a++ {
			p.arcs[a] = arc[C]{right: int32(len(p.rightID))}
		}
	}
}

// copyRows fills in the arcs of a part whose left side is rows.
func (p *part[C]) copyRows(x *network, q *pieces, c *costs) error {
	local := q.local[len(x.rows):]
	for i, v := range p.leftID {
		n := p.lefts[i].from
		from, to := x.p.pairs(int(v))
		cols, states, row := x.p.Cols[from:to], x.pair[from:to], c.ofRow(int(v))
		if c.pair == nil {
			for k, j := range cols {
				if states[k]&pairFixed == 0 {
					p.arcs[n] = arc[C]{cost: C(row), right: local[j]}
					n++
				}
			}
		} else {
			for k, cost := range c.pair[from:to] {
				if states[k]&pairFixed == 0 {
					p.arcs[n] = arc[C]{cost: C(row + cost), right: local[cols[k]]}
					n++
				}
			}
		}
		if err := p.meter.scanned(to - from); err != nil {
			return err
		}
	}
	return nil
}

// copyColumns fills in the arcs of a part whose left side is columns.
func (p *part[C]) copyColumns(x *network, q *pieces, c *costs) error {
	local := q.local[len(x.rows):]
	at := make([]int32, len(p.lefts))
	for j := range p.lefts {
		at[j] = p.lefts[j].from
	}
	for r, v := range p.rightID {
		from, to := x.p.pairs(int(v))
		states, row := x.pair[from:to], c.ofRow(int(v))
		for k, col := range x.p.Cols[from:to] {
			if states[k]&pairFixed != 0 {
				continue
			}
			j := local[col]
			p.arcs[at[j]] = arc[C]{cost: C(row + c.ofPair(from+k)), right: int32(r)}
			at[j]++
		}
		if err := p.meter.scanned(to - from); err != nil {
			return err
		}
	}
	return nil
}

// store writes the result of a part into the network and the duals.
func (p *part[C]) store(x *network, d duals, rowsLeft bool) {
	u, v, leftOf, rightOf := d.u, d.v, x.rows, x.cols
	if !rowsLeft {
		u, v, leftOf, rightOf = d.v, d.u, x.cols, x.rows
	}
	if p.closed {
		p.shiftDuals(leftOf, rightOf)
	}
	for i, id := range p.leftID {
		u[id] = p.lefts[i].u
	}
	for j, id := range p.rightID {
		v[id] = p.rights[j].v
	}
	rows, cols := p.leftID, p.rightID
	if !rowsLeft {
		rows, cols = cols, rows
	}
	for _, i := range rows {
		x.release(i)
	}
	for _, j := range cols {
		x.cols[j].now = x.cols[j].fixed
	}
	for s := range p.slots {
		if j := p.slots[s].right; j < 0 || int(j) == len(p.rightID) {
			continue
		}
		i, j := p.leftID[p.slots[s].left], p.rightID[p.slots[s].right]
		if !rowsLeft {
			i, j = j, i
		}
		a := int32(x.p.find(i, j))
		x.pair[a] = pairUsed
		b := &x.rows[i]
		x.use[x.first[i]+b.now] = a
		b.now++
		x.cols[j].now++
	}
}

// release takes the free pairs of a row out of use.
func (x *network) release(i int32) {
	kept := x.first[i]
	for _, a := range x.usedBy(int(i)) {
		if x.pair[a]&pairFixed != 0 {
			x.use[kept] = a
			kept++
		} else {
			x.pair[a] = 0
		}
	}
	x.rows[i].now = kept - x.first[i]
}
