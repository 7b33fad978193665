package weighted

// domain holds the pairs that are still possible at a node of the search. A row
// with a single one left is settled: it takes its units, and pairs that no longer
// fit go. Removing a pair is the only change there is, and what undo takes back.
type domain struct {
	m       *model
	alive   []bool  // of each pair
	count   []int32 // pairs left of each row
	only    []int32 // the pair of a settled row, else −1
	room    []int64 // capacity the settled rows leave
	left    []int32 // possible pairs of each column
	settled int64   // cost of the settled rows
	open    int     // rows not settled
	trail   []int32 // pairs removed, in order
}

func newDomain(m *model) *domain {
	d := &domain{
		m:     m,
		alive: make([]bool, len(m.col)),
		count: make([]int32, m.rows),
		only:  make([]int32, m.rows),
		room:  append([]int64(nil), m.capacity...),
		open:  m.rows,
		left:  make([]int32, m.cols),
	}
	for j := range d.left {
		d.left[j] = int32(len(m.pairsOf(j)))
	}
	for a := range d.alive {
		d.alive[a] = true
	}
	for i := range d.count {
		d.count[i] = m.start[i+1] - m.start[i]
		d.only[i] = -1
	}
	return d
}

// begin settles the rows that have a single pair from the start. It reports false
// when they do not fit.
func (d *domain) begin() bool {
	for i := range int32(d.m.rows) {
		if d.count[i] == 1 && d.only[i] < 0 && !d.settle(i) {
			return false
		}
	}
	return true
}

// possible reports whether pair a is alive and its row not settled.
func (d *domain) possible(a int32) bool { return d.alive[a] && d.only[d.m.row[a]] < 0 }

// remove takes away a possible pair and all that follows. It reports false when a
// row is left with nothing or a column with too little; then only undo may follow.
func (d *domain) remove(a int32) bool {
	i := d.m.row[a]
	d.alive[a] = false
	d.count[i]--
	d.left[d.m.col[a]]--
	d.trail = append(d.trail, a)
	return d.count[i] > 1 || d.count[i] == 1 && d.settle(i)
}

// settle gives row i the one pair it has left.
func (d *domain) settle(i int32) bool {
	a := d.m.start[i]
	for !d.alive[a] {
		a++
	}
	j := d.m.col[a]
	d.only[i] = a
	d.open--
	d.left[j]--
	d.settled += d.m.cost[a]
	d.room[j] -= d.m.units[a]
	if d.room[j] < 0 {
		return false
	}
	for _, b := range d.m.pairsOf(int(j)) {
		if d.m.units[b] <= d.room[j] {
			break // so do all that follow
		}
		if d.possible(b) && !d.remove(b) {
			return false
		}
	}
	return true
}

// keep removes all other pairs of the row of pair a.
func (d *domain) keep(a int32) bool {
	i := d.m.row[a]
	for b := d.m.start[i]; b < d.m.start[i+1]; b++ {
		if b != a && d.possible(b) && !d.remove(b) {
			return false
		}
	}
	return d.alive[a]
}

// undo puts back the pairs removed since the trail was mark long.
func (d *domain) undo(mark int) {
	for len(d.trail) > mark {
		a := d.trail[len(d.trail)-1]
		d.trail = d.trail[:len(d.trail)-1]
		i := d.m.row[a]
		if b := d.only[i]; b >= 0 {
			d.only[i] = -1
			d.open++
			d.settled -= d.m.cost[b]
			d.room[d.m.col[b]] += d.m.units[b]
			d.left[d.m.col[b]]++
		}
		d.alive[a] = true
		d.count[i]++
		d.left[d.m.col[a]]++
	}
}
