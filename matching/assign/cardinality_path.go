package assign

import "slices"

// augment takes shortest paths until every other one shares a pair with them.
func (f *filler) augment() error {
	for i := range f.x.rows {
		for b := &f.x.rows[i]; b.now < b.hi && f.rows[i].step == 1; {
			if found, err := f.search(int32(i), -1); err != nil {
				return err
			} else if !found {
				break
			}
		}
	}
	for j := range f.x.cols {
		for c := &f.cols[j]; c.room < 0 && c.next < c.end; c.next++ {
			if _, err := f.search(f.holders[c.next], int32(j)); err != nil {
				return err
			}
		}
	}
	return nil
}

// search looks for a shortest path that begins at row s, depth first, and takes
// it. Its first unit is one more for the row, or one that it gives back in the
// column given.
func (f *filler) search(s, back int32) (found bool, err error) {
	f.path = append(f.path[:0], s)
	for len(f.path) > 0 && !found && err == nil {
		end := len(f.path) - 1
		i := f.path[end]
		before := f.rows[i].tried
		next := int32(-1)
		if f.rows[i].step < f.last {
			next = f.advance(i)
		} else {
			found = f.arrive(i)
		}
		err = f.meter.scanned(1 + int(f.rows[i].tried-before))
		switch {
		case found:
			f.shift(back)
		case next >= 0:
			f.path = append(f.path, next)
		default:
			f.path = f.path[:end]
		}
	}
	return found, err
}

// arrive looks for a pair of row i to a column with room. Rows take the first they
// find, so that the first columns are full soon.
func (f *filler) arrive(i int32) bool {
	from, to := f.x.p.pairs(int(i))
	for int(f.closed) < len(f.cols) && f.cols[f.closed].room <= 0 {
		f.closed++
	}
	a := from + int(f.rows[i].tried)
	if a < to && f.x.p.Cols[a] < f.closed {
		n, _ := slices.BinarySearch(f.x.p.Cols[a:to], f.closed)
		a += n
	}
	for a < to && (f.cols[f.x.p.Cols[a]].room <= 0 || f.x.pair[a] != 0) {
		a++
	}
	f.rows[i].tried = int32(a - from)
	return a < to
}

// advance looks for a pair of row i to a full column and for a row one step on that
// holds a unit there. It returns −1 when all have been tried.
func (f *filler) advance(i int32) int32 {
	from, to := f.x.p.pairs(int(i))
	row := &f.rows[i]
	for a := from + int(row.tried); a < to; a++ {
		c := &f.cols[f.x.p.Cols[a]]
		if c.step != row.step || f.x.pair[a] != 0 {
			continue
		}
		for c.next < c.end {
			r := f.holders[c.next]
			c.next++
			if f.rows[r].step == row.step+1 {
				row.tried = int32(a - from)
				return r
			}
		}
	}
	row.tried = int32(to - from)
	return -1
}

// shift takes up the pair that each row of the path has come to. The first row gives
// one back in the column given, if any; the others do in the column of the row before.
func (f *filler) shift(back int32) {
	x := f.x
	if back >= 0 {
		x.cols[back].now--
		f.cols[back].room++
	}
	for _, i := range f.path {
		n := x.rows[i].now
		if back < 0 {
			x.rows[i].now++
		} else {
			n = int32(slices.Index(f.col[x.first[i]:x.first[i]+n], back))
			x.pair[x.use[x.first[i]+n]] = 0
		}
		a := x.p.Start[i] + int(f.rows[i].tried)
		x.pair[a] = pairUsed
		back = x.p.Cols[a]
		x.use[x.first[i]+n], f.col[x.first[i]+n] = int32(a), back
	}
	x.cols[back].now++
	f.cols[back].room--
}
