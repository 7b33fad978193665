package assign

import "math"

// auction prices the right nodes of a part by ε-scaling: Bertsekas' auction for
// similar objects (Bertsekas and Castañón, Annals of OR 20, 1989) with the lists of
// best arcs of Goldberg and Kennedy (Math. Programming 71, 1995). The units of left
// nodes bid for places; each bid raises the price of a place so far that the bidder
// would be content with its second choice, and by ε more. In round after round ε
// becomes smaller.
//
// The prices need not be optimal, since searches for paths do the rest exactly:
// they only have to be near. So the last ε is far above what a proof would ask for,
// costs need not be scaled up, and may be scaled down.
type auction[C number] struct {
	part    *part[C]
	seats   []seat  // the places of each right node, as a heap by price
	start   []int32 // where those of a right node begin
	price   []int64 // of the cheapest place of each right node
	list    []shortlist[C]
	waiting []int32 // slots
	limit   int64   // of the meter
	shift   int     // bits of the costs that are passed over, so that prices stay in range
	single  bool    // slot i is the only one of left node i: what it uses need not be known
}

// seat is a place of a right node.
type seat struct {
	price  int64
	holder int32 // the slot in it, −1 for none
}

// shortlist holds the best arcs of a left node when it last looked at all of them.
// Prices only rise: as long as one of them costs no more than the next did then, no
// other can be better.
type shortlist[C number] struct {
	arc  [listed]arc[C] // copies, which need no search of memory
	at   [listed]int32  // where they are
	n    int32
	next int64 // cost and price of the best arc that is not listed
}

const (
	listed    = 4
	descent   = 10 // from one ε to the next
	nearness  = 10 // the last ε, times the nodes, is this part of the spread of costs
	priceRoom = 16 // prices rise to some multiple of nodes times spread

	// How many arcs an auction may look at, for each arc that there is, when it comes
	// first, and when paths have been given up for it.
	firstEndurance = 128
	lastEndurance  = 1024
)

// auction sets the duals of the right nodes of a closed part. It reports false when
// it has looked at arcs too often before it came to its end: then bids rise by little
// for long, and the prices so far are far from what they will be.
func (p *part[C]) auction(endurance int64) (ended bool, err error) {
	nodes := int64(len(p.lefts) + len(p.rights))
	spread, shift := p.spread(), 0
	for ; spread > math.MaxInt64/priceRoom/nodes; spread >>= 1 {
		shift++
	}
	q := &auction[C]{
		part: p, start: make([]int32, len(p.rights)+1), price: make([]int64, len(p.rights)),
		list: make([]shortlist[C], len(p.lefts)), shift: shift,
	}
	for j := range p.rights {
		q.start[j+1] = q.start[j] + p.rights[j].hi
		if p.rights[j].hi == 0 {
			q.price[j] = noPlace
		}
	}
	q.seats = make([]seat, q.start[len(p.rights)])
	q.single = p.single()
	q.limit = p.meter.stats.Scanned + endurance*int64(len(p.arcs))
	last := max(1, spread/nodes/nearness)
	for epsilon := max(1, spread/descent); ; epsilon = max(1, epsilon/descent) {
		if err := q.round(epsilon); err != nil {
			return false, err
		}
		if p.meter.stats.Scanned > q.limit {
			return false, nil
		}
		if epsilon <= last {
			break
		}
	}
	q.adopt(spread)
	return true, nil
}

// noPlace is the price of a right node without places.
const noPlace = math.MaxInt64

// adopt turns prices into duals. A right node without places has one so low that no
// arc to it costs less than nothing.
func (q *auction[C]) adopt(spread int64) {
	p := q.part
	bar := int64(1) << 60 >> q.shift // far beyond any path
	highest := -bar
	for _, price := range q.price {
		if price != noPlace {
			highest = max(highest, min(price, bar))
		}
	}
	p.highest = math.MinInt64
	for j := range p.rights {
		price := highest + spread + 1
		if q.price[j] != noPlace {
			price = max(-bar, min(q.price[j], bar))
		}
		p.rights[j].v = -(price << q.shift)
		p.highest = max(p.highest, p.rights[j].v)
	}
}

// single reports whether every left node has one slot.
func (p *part[C]) single() bool {
	for i := range p.lefts {
		if p.lefts[i].slots != 1 {
			return false
		}
	}
	return true
}

// spread is the largest difference of two costs.
func (p *part[C]) spread() int64 {
	lo, hi := int64(math.MaxInt64), int64(math.MinInt64)
	for _, a := range p.arcs {
		lo, hi = min(lo, int64(a.cost)), max(hi, int64(a.cost))
	}
	return hi - lo
}

// round assigns all units anew at one ε, as far as the limit allows.
func (q *auction[C]) round(epsilon int64) error {
	for j, price := range q.price {
		for s := q.start[j]; s < q.start[j+1]; s++ {
			q.seats[s] = seat{price, -1}
		}
	}
	for i := range q.list {
		q.list[i].n = 0
	}
	q.part.clearSlots()
	q.waiting = q.waiting[:0]
	for s := len(q.part.slots) - 1; s >= 0; s-- {
		q.waiting = append(q.waiting, int32(s))
	}
	for len(q.waiting) > 0 && q.part.meter.stats.Scanned <= q.limit {
		s := q.waiting[len(q.waiting)-1]
		q.waiting = q.waiting[:len(q.waiting)-1]
		if err := q.bid(s, epsilon); err != nil {
			return err
		}
	}
	return nil
}

// bid lets the unit of a slot take the place that is best for it.
func (q *auction[C]) bid(s int32, epsilon int64) error {
	p := q.part
	i := s
	if !q.single {
		i = p.slots[s].left
	}
	e := &q.list[i]
	first, second, best := q.fromList(e)
	if err := p.meter.scanned(int(e.n) + 1); err != nil {
		return err
	}
	if best < 0 || first > e.next {
		l := &p.lefts[i]
		q.look(l, e)
		if err := p.meter.scanned(int(l.to - l.from)); err != nil {
			return err
		}
		first, second, best = q.fromList(e)
	}
	j := e.arc[best].right
	seats := q.seats[q.start[j]:q.start[j+1]]
	for k := 1; k < min(3, len(seats)); k++ {
		second = min(second, first+seats[k].price-seats[0].price)
	}
	if second == math.MaxInt64 {
		second = first // there is no other place: any price will do
	}
	if k := seats[0].holder; k >= 0 {
		q.evict(k)
	}
	sink(seats, seat{seats[0].price + second - first + epsilon, s})
	q.price[j] = seats[0].price
	if !q.single {
		p.slots[s].right, p.slots[s].arc = j, e.at[best]
		p.arcs[e.at[best]].right = ^j
	}
	return nil
}

// evict takes the place of a slot away. With other units, its left node passed over
// that arc when it last looked.
func (q *auction[C]) evict(s int32) {
	q.waiting = append(q.waiting, s)
	if q.single {
		return
	}
	e := &q.part.slots[s]
	q.part.arcs[e.arc].right, e.right = e.right, -1
	q.list[e.left].n = 0
}

// sink replaces the cheapest seat.
func sink(h []seat, s seat) {
	i := 0
	for {
		least := 2*i + 1
		if least >= len(h) {
			break
		}
		if least+1 < len(h) && h[least+1].price < h[least].price {
			least++
		}
		if h[least].price >= s.price {
			break
		}
		h[i] = h[least]
		i = least
	}
	h[i] = s
}

// fromList returns the two least costs among the listed arcs that are not in use
// and the first not listed, and which of the list the least is, −1 if there is none.
func (q *auction[C]) fromList(e *shortlist[C]) (first, second int64, best int) {
	first, second, best = math.MaxInt64, e.next, -1
	for k := range e.arc[:e.n] {
		if !q.single && q.part.arcs[e.at[k]].used() {
			continue
		}
		cost := int64(e.arc[k].cost)>>q.shift + q.price[e.arc[k].right]
		if cost < first {
			first, second, best = cost, min(first, e.next), k
		} else {
			second = min(second, cost)
		}
	}
	return first, second, best
}

// look lists the best arcs of a left node that are not in use.
func (q *auction[C]) look(l *left, e *shortlist[C]) {
	var cost [listed + 1]int64
	n := 0
	for a, arc := range q.part.arcs[l.from:l.to] {
		if arc.used() {
			continue
		}
		price := q.price[arc.right]
		c := int64(arc.cost)>>q.shift + price
		if price == noPlace {
			continue
		}
		if n == listed+1 && c >= cost[listed] {
			continue
		}
		k := min(n, listed)
		for ; k > 0 && cost[k-1] > c; k-- {
			cost[k] = cost[k-1]
			if k < listed {
				e.arc[k], e.at[k] = e.arc[k-1], e.at[k-1]
			}
		}
		cost[k] = c
		if k < listed {
			e.arc[k], e.at[k] = arc, l.from+int32(a)
		}
		n = min(n+1, listed+1)
	}
	e.n, e.next = int32(min(n, listed)), math.MaxInt64
	if n > listed {
		e.next = cost[listed]
	}
}
