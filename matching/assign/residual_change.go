package assign

import (
	"cmp"
	"slices"
)

// find returns where the pair with row i is among all of a column, or would be.
func (r *roll) find(i int32) (n int, ok bool) {
	return slices.BinarySearchFunc(r.all, i, func(e link, i int32) int { return cmp.Compare(e.row, i) })
}

// flip puts the pair at a position of row i in use, or takes it out.
func (x *exchange) flip(i, at int32) {
	l := &x.lines[i]
	r := &x.rolls[l.cols[at]]
	n, _ := r.find(i)
	r.all[n].at = ^r.all[n].at
	n, used := slices.BinarySearch(l.use, at)
	if !used {
		l.use = slices.Insert(l.use, n, at)
		r.used = append(r.used, x.linkOf(i, at))
		return
	}
	l.use = slices.Delete(l.use, n, n+1)
	last := len(r.used) - 1
	n = r.findUsed(i)
	r.used[n] = r.used[last]
	r.used = r.used[:last]
}

// unlink takes the pairs of row i from a position on away from their columns.
func (x *exchange) unlink(i int32, from int) {
	for _, j := range x.lines[i].cols[from:] {
		r := &x.rolls[j]
		n, _ := r.find(i)
		r.all = slices.Delete(r.all, n, n+1)
	}
}

// link enters the pairs of row i from a position on, none of them in use, in their
// columns.
func (x *exchange) link(i int32, from int) {
	for n, j := range x.lines[i].cols[from:] {
		r := &x.rolls[j]
		at, _ := r.find(i)
		r.all = slices.Insert(r.all, at, x.linkOf(i, int32(from+n)))
	}
}

// recost tells columns what the first n pairs of row i cost now on the main rung.
func (x *exchange) recost(i int32, before *line, n int) {
	old, now := x.mainCosts(before), x.mainCosts(&x.lines[i])
	if old == nil && now == nil {
		return
	}
	for at, j := range x.lines[i].cols[:n] {
		e := x.linkOf(i, int32(at))
		if old != nil && old[at] == e.cost || old == nil && e.cost == 0 {
			continue
		}
		r := &x.rolls[j]
		m, _ := r.find(i)
		r.all[m].cost = e.cost
		if m := r.findUsed(i); m >= 0 {
			r.used[m].cost = e.cost
		}
	}
}

// findUsed returns where the pair with row i is among those in use, or −1.
func (r *roll) findUsed(i int32) int {
	return slices.IndexFunc(r.used, func(e link) bool { return e.row == i })
}

// excess is how many units more come into node v than go out.
func (x *exchange) excess(v int32) int {
	if v >= 0 {
		return int(x.rows.knots[v].units) - len(x.lines[v].use)
	}
	return len(x.rolls[^v].used) - int(x.cols.knots[^v].units)
}

// units is how many units a row can ever have.
func (l *line) units() int { return int(min(l.most, int64(len(l.cols)))) }
