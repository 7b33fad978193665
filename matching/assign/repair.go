package assign

import "context"

// Shortage explains why rows have fewer columns than they ask for: the rows that
// compete, among them some that have all they ask for, and the columns they compete
// for, both in increasing order. All those columns are full with those rows, which
// use every pair they have with any other column: by Hall's theorem no assignment
// gives them more. It takes one more place in one of those columns, or one more pair
// between a row that asks and a column that Spare marks, to give out one unit more.
//
// A row that uses all its pairs, or has none, competes for nothing and is left out.
// So is a row from which a free place can still be reached, which happens only when
// the assignment does not use as many pairs as it could. The assignment is given as
// in Solution.Pairs; for one that does not fit the problem both results are nil.
func Shortage(p Problem, pairs []int32) (rows, cols []int) {
	x, ok := p.assigned(pairs)
	if !ok {
		return nil, nil
	}
	spare := x.spare()
	var asking []int32
	for i := range x.rows {
		if b := &x.rows[i]; b.now < b.hi && !x.mayUse(i, spare) {
			asking = append(asking, int32(i))
		}
	}
	r, _ := x.reachFrom(asking, endless())
	return marked(r.rows), marked(r.cols)
}

// Spare marks the columns from which an alternating path leads to a free place: the
// column has one itself, or one of its rows may move to a column so marked. One more
// row given to such a column can be served without taking anything from another. The
// assignment is given as in Solution.Pairs; for one that does not fit the problem
// the result is nil.
func Spare(p Problem, pairs []int32) []bool {
	x, ok := p.assigned(pairs)
	if !ok {
		return nil
	}
	return x.spare()
}

// Hall explains why one row has fewer columns than it asks for: the rows that have,
// together, all the units there is room for, and that would have to give one up for
// this row to have one more. Any one of them could, and nobody else. Need is what
// they have and the one more, just above Room; every part of the set has room for
// what its rows have, and for the one more if the row is among them, so that the set
// cannot be smaller. A row that uses all its pairs is the whole set.
//
// The assignment is given as in Solution.Pairs. Hall reports false when it does not
// fit the problem, when the row does not exist or has all it asks for, and when it
// could have more without taking it from another.
func Hall(p Problem, pairs []int32, row int) (HallSet, bool) {
	x, ok := p.assigned(pairs)
	if !ok || row < 0 || row >= p.Rows || int64(x.rows[row].now) >= p.asks(row) {
		return HallSet{}, false
	}
	r, _ := x.reachFrom([]int32{int32(row)}, endless())
	h := HallSet{Side: SideRows, Rows: marked(r.rows), Cols: marked(r.cols)}
	for _, j := range h.Cols {
		if x.cols[j].now < x.cols[j].hi {
			return HallSet{}, false
		}
	}
	for _, i := range h.Rows {
		h.Room += int64(x.rows[i].now)
	}
	h.Need = h.Room + 1
	return h, true
}

// assigned returns a network with the pairs given in use. It reports false when the
// problem makes no sense or they do not fit it.
func (p *Problem) assigned(pairs []int32) (x *network, ok bool) {
	if p.validatePairs() != nil {
		return nil, false
	}
	x = newNetwork(p, p.places())
	i, last := 0, int32(-1)
	for _, a := range pairs {
		if a <= last || int(a) >= len(p.Cols) {
			return nil, false
		}
		for int(a) >= p.Start[i+1] {
			i++
		}
		row, col := &x.rows[i], &x.cols[p.Cols[a]]
		if row.now == row.hi || col.now == col.hi {
			return nil, false
		}
		x.use[x.first[i]+row.now] = a
		x.pair[a] = pairUsed
		row.now++
		col.now++
		last = a
	}
	return x, true
}

// spare marks the columns from which a free place can be reached.
func (x *network) spare() []bool {
	var free []int32
	for j, c := range x.p.Capacity {
		if int64(x.cols[j].now) < c {
			free = append(free, int32(j))
		}
	}
	r, _ := x.reachTo(free, endless())
	return r.cols
}

// mayUse reports whether row i has a pair with a marked column that it does not use.
func (x *network) mayUse(i int, mark []bool) bool {
	for a, to := x.p.pairs(i); a < to; a++ {
		if x.pair[a]&pairUsed == 0 && mark[x.p.Cols[a]] {
			return true
		}
	}
	return false
}

// asks returns how many columns row i asks for.
func (p *Problem) asks(i int) int64 {
	if p.Demand == nil {
		return 1
	}
	return p.Demand[i]
}

// marked returns the positions that are true, in order.
func marked(marks []bool) []int {
	var at []int
	for n, m := range marks {
		if m {
			at = append(at, n)
		}
	}
	return at
}

// endless is a meter that nothing stops.
func endless() *meter { return &meter{ctx: context.Background()} }
