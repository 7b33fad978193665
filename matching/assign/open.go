package assign

import "math"

// openRights gives right nodes their first duals: as many units as they must
// have, all of them owed, and no wish for more. Where the number is fixed any
// dual will do, so it is one at which no left node wants a unit there that it need
// not have: who gets those is best decided from the right, when only they are owed.
func (p *part[C]) openRights() {
	floor := p.floor()
	p.highest = math.MinInt64
	for j := range p.rights {
		r := &p.rights[j]
		r.units, r.in, r.round = max(0, r.lo), 0, 0
		switch {
		case r.lo == r.hi:
			r.v = floor
		case r.units < r.hi:
			r.v = -p.placeCost(int32(j), r.units+1)
		default:
			r.v = min(floor, -p.placeCost(int32(j), r.units))
		}
		r.exit = p.openExit(int32(j))
		p.highest = max(p.highest, r.v)
	}
}

// floor is the least cost of an arc from a left node that need not have all its
// units.
func (p *part[C]) floor() int64 {
	least := int64(0)
	for i := range p.lefts {
		l := &p.lefts[i]
		if max(0, l.lo) == l.hi {
			continue
		}
		unit := p.unitCost(int32(i), max(0, l.lo)+1)
		for _, a := range p.arcs[l.from:l.to] {
			least = min(least, int64(a.cost)+unit)
		}
	}
	return least
}

// openLefts prices left nodes so that their cheapest arc costs nothing, and gives
// them the units they want at that price.
func (p *part[C]) openLefts() error {
	for i := range p.lefts {
		l := &p.lefts[i]
		l.units, l.in, l.round = max(0, l.lo), 0, 0
		l.u = p.cheapest(l)
		if l.units > l.lo {
			l.u = min(l.u, -p.unitCost(int32(i), l.units))
		}
		for l.units < l.hi && p.unitCost(int32(i), l.units+1)+l.u < 0 {
			l.units++
		}
		if err := p.meter.scanned(int(l.to - l.from)); err != nil {
			return err
		}
	}
	return nil
}

// cheapest is the least cost of an arc less its right dual.
func (p *part[C]) cheapest(l *left) int64 {
	best := int64(never)
	for a := l.from; a < l.to; a++ {
		if a == l.sorted {
			l.sorted = l.from + int32(sortNext(p.arcs[l.from:l.to], int(l.sorted-l.from)))
		}
		cost := int64(p.arcs[a].cost)
		if cost-p.highest >= best {
			break
		}
		best = min(best, cost-p.rights[p.arcs[a].right].v)
	}
	return best
}
