package assign

// flip fills q with the same part seen from the other side, in the state that p
// has reached. It is not for parts with an outside: those are closed, and a closed
// part in which all left nodes have placed their units owes none.
func (p *part[C]) flip(q *part[C]) error {
	q.budget = p.budget
	q.leftID, q.rightID = p.rightID, p.leftID
	q.leftPlace, q.rightPlace = p.rightPlace, p.leftPlace
	q.lefts = resized(q.lefts, len(p.rights))
	q.rights = resized(q.rights, len(p.lefts))
	q.arcs = resized(q.arcs, len(p.arcs))
	at := make([]int32, len(p.rights))
	for _, a := range p.arcs {
		at[max(a.right, ^a.right)]++
	}
	arcs, units := int32(0), int32(0)
	for j := range p.rights {
		r := &p.rights[j]
		n := min(r.hi, at[j])
		q.lefts[j] = left{u: r.v, lo: r.lo, hi: r.hi, units: r.units, from: arcs, to: arcs + at[j], sorted: arcs, slot: units, slots: n}
		arcs, units, at[j] = arcs+at[j], units+n, arcs
	}
	q.slots = resized(q.slots, int(units))
	q.openSlots()
	q.held = resized(q.held, p.unitsOfLefts())
	q.highest, q.round, q.resort = -never, 0, true
	held := int32(0)
	q.closed = p.closed
	for i := range p.lefts {
		l := &p.lefts[i]
		q.rights[i] = right{v: l.u, lo: l.lo, hi: l.hi, units: l.units, held: held}
		held += l.hi
		q.highest = max(q.highest, l.u)
		for _, a := range p.arcs[l.from:l.to] {
			j := max(a.right, ^a.right)
			n := at[j]
			at[j]++
			q.arcs[n] = arc[C]{cost: a.cost, right: int32(i)}
			if a.used() {
				q.fill(q.freeSlot(j), n)
			}
		}
		q.rights[i].exit = q.openExit(int32(i))
		if err := p.meter.scanned(int(l.to - l.from)); err != nil {
			return err
		}
	}
	return nil
}

func (p *part[C]) unitsOfLefts() int {
	n := 0
	for i := range p.lefts {
		n += int(p.lefts[i].hi)
	}
	return n
}

// openSlots empties the slots and tells each its left node.
func (p *part[C]) openSlots() {
	for i := range p.lefts {
		for s := p.lefts[i].slot; s < p.lefts[i].slot+p.lefts[i].slots; s++ {
			p.slots[s] = slot{left: int32(i), right: -1}
		}
	}
}

// clearSlots takes all arcs out of use.
func (p *part[C]) clearSlots() {
	for s := range p.slots {
		if e := &p.slots[s]; e.right >= 0 {
			p.arcs[e.arc].right, e.right = e.right, -1
		}
	}
}

// resized returns a slice of n elements of any content, the old one if it is long
// enough.
func resized[T any](s []T, n int) []T {
	if cap(s) >= n {
		return s[:n]
	}
	return make([]T, n)
}
