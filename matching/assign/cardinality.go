package assign

// fillMost changes the assignment into one with the most pairs that the upper
// bounds allow. It takes up and gives back pairs that are not fixed; no row and no
// column has fewer units afterwards, but that a column which has more than it may
// have gives some away where other columns have room.
//
// This is the algorithm of Hopcroft and Karp (SIAM J. Computing 2, 1973) for nodes
// of any number of units. A path takes up a pair of a row that wants a unit; if its
// column is full, a row gives back a pair there and takes up another one instead,
// and so on to a column with room. A phase takes shortest paths until the others
// are in its way and leaves only longer ones, so that 2·√n phases are enough
// where n is the number of rows, or of columns, and each may have one unit. The
// first phase is the greedy choice.
func (x *network) fillMost(m *meter) error {
	return newFiller(x, m).fill()
}

// fill takes paths until there are none.
func (f *filler) fill() error {
	for f.begin() {
		found, err := f.measure()
		if err != nil {
			return err
		}
		if !found {
			f.starved = true
			return nil
		}
		if err := f.augment(); err != nil {
			return err
		}
	}
	return nil
}

// filler finds the paths of one phase after the other. It reads pairs row by row,
// and of a column it needs only the rows that have units there.
type filler struct {
	x       *network
	meter   *meter
	rows    []rowTrack
	cols    []colTrack
	holders []int32 // the rows with units that are not fixed, for every full column
	col     []int32 // the column of each unit, beside network.use
	queue   []int32
	path    []int32 // the rows along it
	last    int32   // the steps of a shortest path
	closed  int32   // all columns below are full, and will be
	starved bool    // some row wants a unit that it cannot have: what it reaches has steps

	// For byPriority. Both are nil, or have an entry for every row or column.
	wanted []bool // rows that may want units now
	dead   []bool // columns from which no room can be reached
}

// rowTrack says how many pairs a path takes up as far as the row and with the next
// one, 0 for a row not reached, and how many pairs of the row have been tried.
type rowTrack struct{ step, tried int32 }

// colTrack says how many pairs a path takes up as far as the column, 0 for a column
// not reached or with room, how much room it has, and which of its holders have not
// been tried.
type colTrack struct{ step, room, next, end int32 }

// source is the step of a column that has too many units, where paths may begin, and
// of one that is dead: no path leads there.
const source = -1

func newFiller(x *network, m *meter) *filler {
	f := &filler{
		x: x, meter: m, rows: make([]rowTrack, len(x.rows)), cols: make([]colTrack, len(x.cols)),
		col: make([]int32, len(x.use)),
	}
	for i := range x.rows {
		for n, a := range x.usedBy(i) {
			f.col[int(x.first[i])+n] = x.p.Cols[a]
		}
	}
	return f
}

// begin prepares a phase. It reports false when there is nothing to do: nobody
// wants a unit, or no column has room.
func (f *filler) begin() bool {
	f.starved = false
	room, tooMany, units := false, false, int32(0)
	for j := range f.x.cols {
		b, c := &f.x.cols[j], &f.cols[j]
		*c = colTrack{room: b.hi - b.now, next: units, end: units}
		if c.room > 0 {
			room = true
			continue
		}
		if f.dead != nil && f.dead[j] {
			c.step = source
			continue
		}
		if c.room < 0 {
			c.step, tooMany = source, true
		}
		units += b.now - b.fixed
	}
	if !room && f.dead == nil {
		return false
	}
	f.queue = f.queue[:0]
	clear(f.rows)
	for i := range f.x.rows {
		if b := &f.x.rows[i]; b.now < b.hi && (f.wanted == nil || f.wanted[i]) {
			f.reach(int32(i), 1)
		}
	}
	if len(f.queue) == 0 && !tooMany {
		return false
	}
	f.holders = resized(f.holders, int(units))
	for i := range f.x.rows {
		f.hold(i)
	}
	return len(f.queue) > 0
}

// hold notes which full columns row i has units in. Those of a column that has too
// many may begin a path.
func (f *filler) hold(i int) {
	b, first := &f.x.rows[i], f.x.first[i]
	for n := first; n < first+b.now; n++ {
		c := &f.cols[f.col[n]]
		if c.room > 0 || c.room == 0 && c.step == source ||
			b.fixed > 0 && f.x.pair[f.x.use[n]]&pairFixed != 0 {
			continue
		}
		f.holders[c.end] = int32(i)
		c.end++
		if c.room < 0 {
			f.reach(int32(i), 1)
		}
	}
}

func (f *filler) reach(i, step int32) {
	if f.rows[i].step == 0 {
		f.rows[i].step = step
		f.queue = append(f.queue, i)
	}
}

// measure counts the steps to all rows that a shortest path may visit. It reports
// false when no path leads to a column with room.
func (f *filler) measure() (found bool, err error) {
	for head := 0; head < len(f.queue); head++ { //nolint:intrange // it grows meanwhile
		i := f.queue[head]
		step := f.rows[i].step
		from, to := f.x.p.pairs(int(i))
		for n, j := range f.x.p.Cols[from:to] {
			c := &f.cols[j]
			if c.step != 0 || f.x.pair[from+n] != 0 {
				continue
			}
			if c.room > 0 {
				f.last = step // every row with as many steps is in the queue by now
				return true, nil
			}
			c.step = step
			for _, r := range f.holders[c.next:c.end] {
				f.reach(r, step+1)
			}
		}
		if err := f.meter.scanned(to - from); err != nil {
			return false, err
		}
	}
	return false, nil
}
