package assign

// close notes that a part has as many units on one side as on the other and that
// one side must have all of them: then so must the other, and a constant may be
// taken from the duals of one side and added to those of the other.
func (p *part[C]) close() {
	lefts, rights, leftFixed, rightFixed := int64(0), int64(0), true, true
	for i := range p.lefts {
		l := &p.lefts[i]
		lefts += int64(l.hi)
		leftFixed = leftFixed && max(0, l.lo) == l.hi
	}
	for j := range p.rights {
		r := &p.rights[j]
		rights += int64(r.hi)
		rightFixed = rightFixed && max(0, r.lo) == r.hi
	}
	p.closed = lefts == rights && (leftFixed || rightFixed)
	if !p.closed {
		return
	}
	for i := range p.lefts {
		p.lefts[i].lo = p.lefts[i].hi
	}
	for j := range p.rights {
		p.rights[j].lo = p.rights[j].hi
	}
}

// shiftDuals shifts the duals of a closed part so that nodes which only happen to have
// all their units want no fewer. Either side may have such nodes, not both; with an
// outside, it is that which has no dual. A node without units may have any dual low
// enough.
func (p *part[C]) shiftDuals(leftOf, rightOf []bounds) {
	shift := int64(0)
	if p.outside {
		shift = p.rights[len(p.rightID)].v
	}
	for j, id := range p.rightID {
		if p.wantsFewer(rightOf[id], p.rights[j].hi) {
			shift = max(shift, p.placeCost(int32(j), p.rights[j].hi)+p.rights[j].v)
		}
	}
	for i, id := range p.leftID {
		if p.wantsFewer(leftOf[id], p.lefts[i].hi) {
			shift = min(shift, -p.unitCost(int32(i), p.lefts[i].hi)-p.lefts[i].u)
		}
	}
	for i, id := range p.leftID {
		l := &p.lefts[i]
		l.u += shift
		if b := leftOf[id]; l.hi == 0 && b.lo < b.hi {
			l.u = min(l.u, -p.unitCost(int32(i), 0))
		}
	}
	for j, id := range p.rightID {
		r := &p.rights[j]
		r.v -= shift
		if b := rightOf[id]; r.hi == 0 && b.lo < b.hi {
			r.v = min(r.v, -p.placeCost(int32(j), 0))
		}
	}
}

// wantsFewer reports whether a node of a closed part, which has all its units, could
// have fewer if the dual did not say otherwise.
func (p *part[C]) wantsFewer(b bounds, units int32) bool {
	return !p.outside && units > 0 && b.lo < b.hi
}
