package assign

// close notes that a part has as many units on one side as on the other and that
// one side must have all of them: then so must the other, and a constant may be
// taken from the duals of one side and added to those of the other.
func (p *part[C]) close() {
	p.closed = false
	lefts, rights, leftFixed, rightFixed := int64(0), int64(0), true, true
	for i := range p.lefts {
		l := &p.lefts[i]
		lefts += int64(l.hi)
		leftFixed = leftFixed && l.lo == l.hi
	}
	for j := range p.rights {
		r := &p.rights[j]
		rights += int64(r.hi)
		rightFixed = rightFixed && r.lo == r.hi
	}
	if lefts != rights || !leftFixed && !rightFixed {
		return
	}
	p.closed = true
	for i := range p.lefts {
		p.lefts[i].lo = p.lefts[i].hi
	}
	for j := range p.rights {
		p.rights[j].lo = p.rights[j].hi
	}
}

// reopen shifts the duals of a closed part so that nodes which only happen to have
// all their units want no fewer. Either side may have such nodes, not both.
func (p *part[C]) reopen(leftOf, rightOf []bounds) {
	shift := int64(0)
	if p.outside {
		shift = p.rights[len(p.rightID)].v
		leftOf, rightOf = nil, nil
	}
	for j, id := range p.rightID {
		if rightOf == nil {
			break
		}
		if b := rightOf[id]; b.lo < b.hi {
			shift = max(shift, p.placeCost(int32(j), p.rights[j].hi)+p.rights[j].v)
		}
	}
	for i, id := range p.leftID {
		if leftOf == nil {
			break
		}
		if b := leftOf[id]; b.lo < b.hi {
			shift = min(shift, -p.unitCost(int32(i), p.lefts[i].hi)-p.lefts[i].u)
		}
	}
	for i := range p.lefts {
		p.lefts[i].u += shift
	}
	for j := range p.rights {
		p.rights[j].v -= shift
	}
}
