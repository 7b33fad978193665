package assign

import "slices"

// exchange is the residual network of an assignment: the ways in which it could
// change, with costs and potentials for all rungs at once. Under the potentials no
// residual arc has a reduced cost below zero.
//
// A unit of flow runs from the hub to a row, over a pair to a column, and over a
// place back to the hub. While a change is being made, a row or column may have
// more units on one side than on the other.
type exchange struct {
	ladder []Rung // names and costs of places
	tie    TieBreak
	shift  int    // what a draw has too many bits
	k      int    // entries of a vector: the ladder, then draws
	priced []bool // of each: some pair may have a cost
	main   int    // the first rung of the ladder that prices pairs, −1 for none

	rows, cols shore
	lines      []line
	rolls      []roll
	hub        []int64 // potential
	out, in    *gates  // arcs to the hub and from it
}

// shore is one side of the network.
type shore struct {
	knots []knot
	pot   vectors // potentials
	more  vectors // cost of the next unit between hub and node
	less  vectors // cost of the last one
}

// knot is a row or column: how many units it may have and has between it and the
// hub. The tags belong to walks.
type knot struct {
	lo, hi, units int32
	tags          [2]int32
}

// line is what belongs to a row. Rows are stored apart, so that one can be added,
// changed or taken out without touching the others.
type line struct {
	most, fewest int64
	cols         []int32 // of its pairs, increasing
	use          []int32 // positions in cols of the pairs in use, increasing
	prices       *prices
	from         int32 // position of the first pair in prices
}

// prices holds the costs of the pairs of one or more rows, by rung: nil where all
// are zero. A draw is asked for when it is needed first.
type prices struct{ pair [][]int64 }

// roll is what belongs to a column.
type roll struct {
	most, fewest int64
	all          []link // its pairs, by row
	used         []link // those in use, in any order
}

// link is a pair as its column sees it.
type link struct {
	row  int32
	at   int32 // position in the row's pairs; bits inverted in roll.all while it is in use
	cost int64 // on the main rung: most comparisons need no other
}

// Nodes are numbered: row i is i, column j is ^j, and the hub comes after all rows.
const hubNode = 1<<31 - 1

func (x *exchange) shore(v int32) (*shore, int32) {
	if v >= 0 {
		return &x.rows, v
	}
	return &x.cols, ^v
}

func (x *exchange) potential(v int32) []int64 {
	if v == hubNode {
		return x.hub
	}
	s, n := x.shore(v)
	return s.pot.at(n)
}

// hubArc is the arc from node v to the hub, or with against set, from the hub to v:
// its cost is factor times the vector. It is open if the residual network has it.
func (x *exchange) hubArc(v int32, against bool) (cost []int64, factor int64, open bool) {
	s, n := x.shore(v)
	if (v < 0) != against {
		return s.more.at(n), 1, s.knots[n].units < s.knots[n].hi
	}
	return s.less.at(n), -1, s.knots[n].units > s.knots[n].lo
}

// hubGap is the reduced cost of the arc of hubArc, open or not.
func (x *exchange) hubGap(v int32, against bool, into []int64) {
	cost, factor, _ := x.hubArc(v, against)
	pot, way := x.potential(v), signOf(against)
	for k := range into {
		into[k] = factor*cost[k] + way*(pot[k]-x.hub[k])
	}
}

// moreGap is the reduced cost of one unit more than node v may have.
func (x *exchange) moreGap(v int32, into []int64) {
	x.hubGap(v, v >= 0, into)
	if v >= 0 {
		return
	}
	units := int64(x.cols.knots[^v].units)
	pot := x.potential(v)
	for k := range x.ladder {
		if place := x.ladder[k].Place; place != nil {
			into[k] = place(int(^v), units+1) + pot[k] - x.hub[k]
		}
	}
}

// pairGap is the reduced cost of the pair at a position of row i.
func (x *exchange) pairGap(i, at int32, into []int64) {
	p, q := x.potential(i), x.potential(^x.lines[i].cols[at])
	for k := range into {
		into[k] = x.pairCost(i, at, k) + p[k] - q[k]
	}
}

// uses reports whether the pair at a position of row i is in use.
func (x *exchange) uses(i, at int32) bool {
	_, used := slices.BinarySearch(x.lines[i].use, at)
	return used
}

// most is how many units node v may have, whether it has as many pairs or not.
func (x *exchange) most(v int32) int64 {
	if v >= 0 {
		return x.lines[v].most
	}
	return x.rolls[^v].most
}

// bounds are those of node v with the pairs that it has.
func (x *exchange) bounds(v int32) (lo, hi int32) {
	hi = int32(min(x.most(v), int64(x.degree(v))))
	if v >= 0 {
		return clip(x.lines[v].fewest), hi
	}
	return clip(x.rolls[^v].fewest), hi
}

func (x *exchange) degree(v int32) int {
	if v >= 0 {
		return len(x.lines[v].cols)
	}
	return len(x.rolls[^v].all)
}

// pairCost is what the pair at a position of row i costs on rung k.
func (x *exchange) pairCost(i, at int32, k int) int64 {
	l := &x.lines[i]
	costs := l.prices.pair[k]
	if costs == nil {
		return 0
	}
	c := &costs[l.from+at]
	if *c == notAsked && k >= len(x.ladder) {
		*c = int64(x.tie(k-len(x.ladder), int(i), int(l.cols[at])) >> x.shift)
	}
	return *c
}

// mainCosts are the costs of a row's pairs on the main rung, nil if all are zero.
func (x *exchange) mainCosts(l *line) []int64 {
	if x.main < 0 || l.prices.pair[x.main] == nil {
		return nil
	}
	return l.prices.pair[x.main][l.from : int(l.from)+len(l.cols)]
}

// linkOf is the pair at a position of row i as its column sees it.
func (x *exchange) linkOf(i, at int32) link {
	e := link{row: i, at: at}
	if costs := x.mainCosts(&x.lines[i]); costs != nil {
		e.cost = costs[at]
	}
	return e
}

// gates are the arcs by which paths leave the hub, or against the arcs, reach it.
func (x *exchange) gates(against bool) *gates {
	if against {
		return x.out
	}
	return x.in
}

// pricePlaces asks for the costs of the next place of a column and of the last.
func (x *exchange) pricePlaces(j int32) {
	e, more, less := &x.cols.knots[j], x.cols.more.at(j), x.cols.less.at(j)
	for k := range x.ladder {
		place := x.ladder[k].Place
		if place == nil {
			continue
		}
		if e.units < e.hi {
			more[k] = place(int(j), int64(e.units)+1)
		}
		if e.units > 0 && e.units <= e.hi {
			less[k] = place(int(j), int64(e.units))
		}
	}
}
