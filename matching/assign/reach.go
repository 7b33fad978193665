package assign

// reach is where alternating paths lead: over a pair that is not in use from a row
// to a column, over one in use from a column to a row, and so on. Along such a path
// a unit can be handed on, if no pair is fixed.
type reach struct {
	rows, cols []bool
	queue      []int32
}

func newReach(x *network) *reach {
	return &reach{rows: make([]bool, len(x.rows)), cols: make([]bool, len(x.cols))}
}

// reachFrom follows the paths from some rows: who would have to give something up
// for them, and where. The queue holds the rows, nearest first.
func (x *network) reachFrom(rows []int32, m *meter) (*reach, error) {
	r, used := newReach(x), x.usedByColumn()
	for _, i := range rows {
		r.rows[i] = true
	}
	r.queue = append(r.queue, rows...)
	for head := 0; head < len(r.queue); head++ {
		from, to := x.p.pairs(int(r.queue[head]))
		for a := from; a < to; a++ {
			j := x.p.Cols[a]
			if r.cols[j] || x.pair[a]&pairUsed != 0 {
				continue
			}
			r.cols[j] = true
			for _, e := range used.of(int(j)) {
				if !r.rows[e.row] {
					r.rows[e.row] = true
					r.queue = append(r.queue, e.row)
				}
			}
		}
		if err := m.scanned(to - from); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// reachTo follows the paths to some columns backwards: who could use what is free
// there, and what would become free instead. The queue holds the columns, nearest
// first.
func (x *network) reachTo(cols []int32, m *meter) (*reach, error) {
	r := newReach(x)
	start, all := x.p.rowsByColumn()
	for _, j := range cols {
		r.cols[j] = true
	}
	r.queue = append(r.queue, cols...)
	for head := 0; head < len(r.queue); head++ { //nolint:intrange // it grows meanwhile
		j := r.queue[head]
		rows := all[start[j]:start[j+1]]
		for _, i := range rows {
			if !r.rows[i] && !x.uses(i, j) {
				r.rows[i] = true
				r.release(x, i)
			}
		}
		if err := m.scanned(len(rows)); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// release goes on to the columns of the pairs that row i could give up.
func (r *reach) release(x *network, i int32) {
	for _, a := range x.usedBy(int(i)) {
		if j := x.p.Cols[a]; !r.cols[j] {
			r.cols[j] = true
			r.queue = append(r.queue, j)
		}
	}
}

// uses reports whether row i has a unit in column j.
func (x *network) uses(i, j int32) bool {
	for _, a := range x.usedBy(int(i)) {
		if x.p.Cols[a] == j {
			return true
		}
	}
	return false
}

// rowsByColumn lists the rows that have a pair with each column: those of column j
// are start[j] to start[j+1].
func (p *Problem) rowsByColumn() (start, rows []int32) {
	start = make([]int32, p.columns()+1)
	for _, j := range p.Cols {
		start[j+1]++
	}
	for j := range p.Capacity {
		start[j+1] += start[j]
	}
	at := append([]int32(nil), start...)
	rows = make([]int32, len(p.Cols))
	for i := range p.Rows {
		for a, to := p.pairs(i); a < to; a++ {
			j := p.Cols[a]
			rows[at[j]] = int32(i)
			at[j]++
		}
	}
	return start, rows
}
