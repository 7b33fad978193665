package assign

import "math"

// never is a cost that nothing has.
const never = math.MaxInt64

// part is a piece of a rung that can be solved by itself: nodes connected by free
// pairs. The side whose units look for a place is called left, whether it holds
// rows or columns; the other is called right.
//
// Duals u and v give an arc the reduced cost: cost − u − v, not negative for an
// arc that is not in use, not positive for one that is. The k-th unit of a node
// costs what its side says for k, plus its dual, and is taken while that is not
// positive. Every search keeps this true of all arcs and units; what it mends is
// that a left node has fewer arcs in use than units.
type part[C number] struct {
	meter                 *meter
	lefts                 []left
	rights                []right
	arcs                  []arc[C]
	slots                 []slot
	held                  []int32                       // the slots in each right node
	leftID, rightID       []int32                       // their row or column
	leftPlace, rightPlace func(id int32, k int64) int64 // nil: zero
	highest               int64                         // no right dual is above
	outside               bool                          // the last right node stands for not being served
	closed                bool                          // both sides must have all their units
	resort                bool                          // arcs were in use before they were in order

	priced bool  // an auction came first
	budget int64 // pairs that may be scanned, as the meter counts
	round  int64 // number of the search
	queue  queue
	trail  trail
}

// left is a node whose units are placed one by one. A lower bound below zero says
// that the node may have fewer units than fixed pairs give it, which would only
// take other pairs: then it must not want that.
type left struct {
	u, dist  int64
	round    int64 // search in which dist was set
	via      int32 // slot through which it was reached
	lo, hi   int32
	units    int32
	in       int32 // arcs in use
	from, to int32 // its arcs
	sorted   int32 // up to here they are in order
	slot     int32 // the first of its slots
	slots    int32 // how many: one for each unit it can ever have
}

// right is a node that units end in.
type right struct {
	v, dist int64
	exit    int64 // what it costs to end a path here, or never
	round   int64 // search in which dist was set
	from    int32 // left node before it
	arc     int32 // arc from there
	held    int32 // where the slots in it are listed
	lo, hi  int32
	units   int32
	in      int32 // arcs in use; fewer than units only while some are owed
}

// slot holds one unit of a left node: the arc it uses.
type slot struct {
	cost        int64
	left, right int32 // right is −1 while the slot is empty
	arc         int32
	at          int32 // its place in the list of the right node
}

// openExit says what it costs to take one more unit at a right node.
func (p *part[C]) openExit(j int32) int64 {
	r := &p.rights[j]
	switch {
	case r.in < r.units:
		return 0
	case r.units == r.hi:
		return never
	}
	return p.placeCost(j, r.units+1) + r.v
}

// placeCost is what the k-th unit of a right node costs without its dual.
func (p *part[C]) placeCost(j int32, k int32) int64 {
	if p.rightPlace == nil {
		return 0
	}
	return p.rightPlace(p.rightID[j], int64(k))
}

// unitCost is what the k-th unit of a left node costs without its dual.
func (p *part[C]) unitCost(i int32, k int32) int64 {
	if p.leftPlace == nil {
		return 0
	}
	return p.leftPlace(p.leftID[i], int64(k))
}

// unlimited is the patience where there is no other way.
const unlimited = math.MaxInt64

// solve places every unit of the left nodes, with an auction first where it is asked
// for or promises short paths. It reports false when paths try its patience.
func (p *part[C]) solve(w way, patience int64) (done bool, err error) {
	p.openRights()
	p.budget, p.priced = never, false
	if p.canAuction() && (w.auction || p.favoursAuction()) {
		endurance := int64(firstEndurance)
		if w.auction {
			endurance = lastEndurance
		}
		if p.priced, err = p.auction(endurance); err != nil {
			return false, err
		}
		if p.priced {
			patience = unlimited
		}
	}
	if patience < unlimited {
		p.budget = p.meter.stats.Scanned + patience*int64(len(p.arcs))
	}
	return p.placeAll()
}

// placeAll reports false when the budget was used up before all units were placed.
func (p *part[C]) placeAll() (done bool, err error) {
	p.clearSlots()
	if err := p.openLefts(); err != nil {
		return false, err
	}
	return p.placeRest()
}

// placeRest goes on from the present state.
func (p *part[C]) placeRest() (done bool, err error) {
	for i := range p.lefts {
		for l := &p.lefts[i]; l.in < l.units; {
			if err := p.place(int32(i)); err != nil {
				return false, err
			}
		}
		if p.meter.stats.Scanned > p.budget {
			return false, nil
		}
	}
	return true, nil
}

// owes reports whether a right node has fewer arcs in use than units.
func (p *part[C]) owes() bool {
	for j := range p.rights {
		if p.rights[j].in < p.rights[j].units {
			return true
		}
	}
	return false
}
