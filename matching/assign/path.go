package assign

// trail remembers what a search has settled and where its best path ends.
type trail struct {
	lefts, rights []int32
	best          int64
	end           endKind
	at            int32
}

// endKind is how a path ends.
type endKind uint8

const (
	endNowhere endKind = iota
	endRight           // at a right node that takes one more
	endLeft            // at a left node that has one unit less
)

// place finds the cheapest way to place one unit of left node s and takes it: a
// chain of units moves on, until a right node takes one more or a left node gives
// one up. This is Dijkstra's algorithm over reduced costs.
func (p *part[C]) place(s int32) error {
	p.round++
	t := &p.trail
	t.lefts, t.rights, t.best, t.end = t.lefts[:0], t.rights[:0], never, endNowhere
	p.queue.begin(0)
	p.meter.stats.Searches++
	l := &p.lefts[s]
	l.round, l.dist, l.via = p.round, 0, -1
	if err := p.settleLeft(s); err != nil {
		return err
	}
	for {
		n, ok := p.queue.next(t.best)
		if !ok {
			break
		}
		var err error
		if n >= 0 {
			err = p.settleRight(n)
		} else {
			err = p.settleLeft(^n)
		}
		if err != nil {
			return err
		}
	}
	if t.end == endNowhere {
		return ErrImpure
	}
	p.reprice()
	p.shift(s)
	return nil
}

// settleLeft follows the arcs of a left node that is reached at the present key.
// In order of cost, no arc matters after one that leads nowhere near enough.
func (p *part[C]) settleLeft(i int32) error {
	l, t, q := &p.lefts[i], &p.trail, &p.queue
	if l.dist != q.current {
		return nil // reached more cheaply meanwhile
	}
	t.lefts = append(t.lefts, i)
	if l.units > l.lo {
		if leave := l.dist - p.unitCost(i, l.units) - l.u; leave < t.best {
			t.best, t.end, t.at = leave, endLeft, i
		}
	}
	base := l.dist - l.u
	bar := base - p.highest
	a := l.from
	for ; a < l.to; a++ {
		if a == l.sorted {
			p.sortMore(i)
		}
		arc := &p.arcs[a]
		cost := int64(arc.cost)
		if bar+cost >= t.best {
			break
		}
		if arc.used() {
			continue
		}
		r := &p.rights[arc.right]
		key := base + cost - r.v
		if key >= t.best || r.round == p.round && key >= r.dist {
			continue
		}
		r.round, r.dist, r.from, r.arc = p.round, key, i, a
		if r.exit < t.best-key {
			t.best, t.end, t.at = key+r.exit, endRight, arc.right
			if r.exit == 0 {
				continue // no better path leads on from here
			}
		}
		q.push(key, arc.right)
	}
	return p.meter.scanned(int(a-l.from) + 1)
}

// sortMore puts more arcs of a left node in order.
func (p *part[C]) sortMore(i int32) {
	l := &p.lefts[i]
	arcs := p.arcs[l.from:l.to]
	if !p.resort {
		l.sorted = l.from + int32(sortNext(arcs, int(l.sorted-l.from)))
		return
	}
	sortArcs(arcs)
	l.sorted = l.to
	for a := l.from; a < l.to; a++ {
		for s := l.slot; p.arcs[a].used() && s < l.slot+l.slots; s++ {
			if p.slots[s].right == ^p.arcs[a].right {
				p.slots[s].arc = a
				break
			}
		}
	}
}

// settleRight follows the arcs in use back from a right node to left nodes whose
// units could go elsewhere.
func (p *part[C]) settleRight(j int32) error {
	r, q := &p.rights[j], &p.queue
	if r.dist != q.current {
		return nil // reached more cheaply meanwhile
	}
	p.trail.rights = append(p.trail.rights, j)
	base := r.dist + r.v
	for _, s := range p.held[r.held : r.held+r.in] {
		e := &p.slots[s]
		l := &p.lefts[e.left]
		dist := base + l.u - e.cost
		if dist >= p.trail.best || l.round == p.round && dist >= l.dist {
			continue
		}
		l.round, l.dist, l.via = p.round, dist, s
		q.push(dist, ^e.left)
	}
	return p.meter.scanned(int(r.in) + 1)
}

// reprice moves the duals so that the path found costs nothing more.
func (p *part[C]) reprice() {
	t := &p.trail
	for _, i := range t.lefts {
		if l := &p.lefts[i]; l.dist < t.best {
			l.u += t.best - l.dist
		}
	}
	for _, j := range t.rights {
		r := &p.rights[j]
		if r.dist >= t.best {
			continue
		}
		r.v -= t.best - r.dist
		if r.exit != never && r.exit != 0 {
			r.exit -= t.best - r.dist
		}
	}
}

// shift moves the units along the path that was found.
func (p *part[C]) shift(s int32) {
	j := p.trail.at
	switch p.trail.end {
	case endRight:
		r := &p.rights[j]
		if r.in == r.units {
			r.units++
		}
	case endLeft:
		l := &p.lefts[j]
		l.units--
		if j == s {
			return
		}
		j = p.slots[l.via].right
		p.empty(l.via)
	}
	end := j
	for {
		r := &p.rights[j]
		i, a := r.from, r.arc
		if i == s {
			p.fill(p.freeSlot(s), a)
			break
		}
		via := p.lefts[i].via
		j = p.slots[via].right
		p.empty(via)
		p.fill(via, a)
	}
	p.rights[end].exit = p.openExit(end)
}

// freeSlot returns an empty slot of a left node.
func (p *part[C]) freeSlot(i int32) int32 {
	s := p.lefts[i].slot
	for p.slots[s].right >= 0 {
		s++
	}
	return s
}

// fill puts arc a in use in an empty slot.
func (p *part[C]) fill(s, a int32) {
	e, arc := &p.slots[s], &p.arcs[a]
	j := arc.right
	r := &p.rights[j]
	e.cost, e.right, e.arc, e.at = int64(arc.cost), j, a, r.held+r.in
	p.held[e.at] = s
	r.in++
	p.lefts[e.left].in++
	arc.right = ^j
}

// empty takes the arc of a slot out of use.
func (p *part[C]) empty(s int32) {
	e := &p.slots[s]
	r := &p.rights[e.right]
	r.in--
	last := p.held[r.held+r.in]
	p.held[e.at], p.slots[last].at = last, e.at
	p.lefts[e.left].in--
	p.arcs[e.arc].right = e.right
	e.right = -1
}
