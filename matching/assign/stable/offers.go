package stable

// offers is deferred acceptance with the rows offering, on one level or several.
//
// A row offers itself to its columns, best first. A column keeps the best offers
// it has had. A row that all have refused rises to the next level, if that is open,
// and begins again with its best column. Every column prefers any row of a higher
// level to any of a lower one. What comes of it does not depend on the order in
// which rows offer, nor on when the levels are opened.
//
// With one level that is the algorithm of Gale and Shapley; with two, and with as
// many as it takes, those of Kavitha (A Size-Popularity Tradeoff in the Stable
// Marriage Problem, SIAM Journal on Computing 2014).
type offers struct {
	*lists
	*matching
	meter *meter

	top     int32   // the highest level that is open
	level   []int32 // of each row
	next    []int32 // position in the row's list of its next offer
	low     []mark  // of each column
	refused []int32 // rows that all have refused on the highest level
}

// mark is a position in a column's list on a level: where the worst row stands that
// a full column has. Since a column only improves, its mark moves up only, and all
// moves together take one pass over the list for each level.
type mark struct{ level, at int32 }

// newOffers makes every row offer itself on level 0.
func newOffers(p *Problem, m *meter) (*offers, error) {
	l, err := newLists(p, m)
	if err != nil {
		return nil, err
	}
	o := &offers{
		lists:    l,
		matching: newMatching(p),
		meter:    m,
		level:    make([]int32, p.Rows),
		next:     make([]int32, p.Rows),
		low:      make([]mark, p.columns()),
	}
	for j := range o.low {
		o.low[j].at = int32(len(l.cols.list(j)) - 1)
	}
	for i := range p.Rows {
		if err := o.seek(int32(i)); err != nil {
			return nil, err
		}
	}
	return o, nil
}

// open opens the next level.
func (o *offers) open() error {
	o.top++
	rows := o.refused
	o.refused = nil
	for _, i := range rows {
		if err := o.seek(i); err != nil {
			return err
		}
	}
	return o.meter.alive()
}

// seek makes row i offer itself until a column accepts, then the row that had to
// go for it, and so on.
func (o *offers) seek(i int32) error {
	for i >= 0 {
		list := o.rows.list(int(i))
		if int(o.next[i]) == len(list) {
			if o.level[i] == o.top {
				o.refused = append(o.refused, i)
				return nil
			}
			o.level[i]++
			o.next[i] = 0
			continue
		}
		a := list[o.next[i]]
		o.next[i]++
		i = o.offer(i, a)
		if err := o.meter.step(1); err != nil {
			return err
		}
	}
	return nil
}

// offer puts pair a of row i before its column. It returns the row that has no
// place then: −1 for none, i when refused, or the one that i replaces.
func (o *offers) offer(i, a int32) int32 {
	j := o.p.Cols[a]
	if o.load[j] < o.p.Capacity[j] {
		o.use[i] = a
		if o.load[j]++; o.load[j] == o.p.Capacity[j] {
			o.move(j)
		}
		return -1
	}
	low := o.low[j]
	if o.load[j] == 0 || o.level[i] < low.level || o.level[i] == low.level && o.cols.place[a] > low.at {
		return i
	}
	out := o.row[o.cols.list(int(j))[low.at]]
	o.use[out] = -1
	o.use[i] = a
	o.move(j)
	return out
}

// move moves the mark of a full column up to the worst row that it has.
func (o *offers) move(j int32) {
	list, low := o.cols.list(int(j)), &o.low[j]
	for {
		a := list[low.at]
		if i := o.row[a]; o.use[i] == a && o.level[i] == low.level {
			return
		}
		if low.at--; low.at < 0 {
			low.level++
			low.at = int32(len(list) - 1)
		}
	}
}
