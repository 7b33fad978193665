package stable

import "context"

// RowOptimalGrouped returns the stable matching that is best for every row, with
// ties broken by the tie-break, as the pairs in use in increasing order. It is the
// algorithm of Abraham, Irving and Manlove (Two Algorithms for the Student-Project
// Allocation Problem, Journal of Discrete Algorithms 2007). With the strict lists
// made, its work is proportional to the number of pairs.
//
// It returns a *ProblemError for a problem that makes no sense, and the cause of
// the context, wrapped, when the context ends.
func RowOptimalGrouped(ctx context.Context, g Grouped) ([]int32, error) {
	if err := g.validate(); err != nil {
		return nil, err
	}
	o, err := newGroupOffers(&g, &meter{ctx: ctx})
	if err != nil {
		return nil, err
	}
	for i := range g.Problem.Rows {
		if err := o.seek(int32(i)); err != nil {
			return nil, err
		}
	}
	return o.inUse(), nil
}

// groupOffers is deferred acceptance with the rows offering. A full column gives up
// its worst row for a better one; a column with a free place in a full group, the
// worst row of the group.
type groupOffers struct {
	*matching
	g     *Grouped
	meter *meter

	row, group []int32 // of each pair
	rows       order
	groups     order // one list for each group; the pairs of a row are neighbours
	cols       order // the lists of the groups, dealt to their columns; place is theirs

	next      []int32 // position in the row's list of its next offer
	groupLoad []int64
	// low marks a position in each list. What a full column or group has stands
	// there or before; both only improve, even if a column has to give up a row
	// for its group, so that marks move up only.
	lowCol, lowGroup []int32
}

func newGroupOffers(g *Grouped, m *meter) (*groupOffers, error) {
	p := &g.Problem
	o := &groupOffers{
		matching:  newMatching(p),
		g:         g,
		meter:     m,
		row:       p.rowOf(),
		group:     g.groupOf(),
		next:      make([]int32, p.Rows),
		groupLoad: make([]int64, len(g.Limit)),
	}
	all := p.all()
	o.rows = deal(p.Rows, all, func(a int32) int32 { return o.row[a] })
	if err := o.rows.arrange(p.RowRank, p.draw(drawRows, o.row, p.Cols), m); err != nil {
		return nil, err
	}
	o.groups = deal(len(g.Limit), all, func(a int32) int32 { return o.group[a] })
	if err := o.groups.arrange(p.ColRank, p.draw(drawCols, o.row, o.group), m); err != nil {
		return nil, err
	}
	o.cols = deal(p.columns(), o.groups.pairs, func(a int32) int32 { return p.Cols[a] })
	o.cols.place = o.groups.place
	o.lowCol, o.lowGroup = o.cols.ends(), o.groups.ends()
	return o, nil
}

// ends returns the last position of each list.
func (o *order) ends() []int32 {
	ends := make([]int32, len(o.start)-1)
	for n := range ends {
		ends[n] = int32(len(o.list(n)) - 1)
	}
	return ends
}

// seek makes row i offer itself until a column accepts, then the row that had to
// go for it, and so on.
func (o *groupOffers) seek(i int32) error {
	for i >= 0 {
		list := o.rows.list(int(i))
		if int(o.next[i]) == len(list) {
			return nil
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
func (o *groupOffers) offer(i, a int32) int32 {
	j, k := o.g.Problem.Cols[a], o.group[a]
	capacity, limit := o.g.Problem.Capacity[j], o.g.Limit[k]
	out := int32(-1)
	switch {
	case capacity == 0 || limit == 0:
		return i
	case o.load[j] == capacity:
		out = o.worst(o.cols.list(int(j)), &o.lowCol[j])
	case o.groupLoad[k] == limit:
		out = o.worst(o.groups.list(int(k)), &o.lowGroup[k])
	}
	if out >= 0 {
		if o.groups.prefers(out, a) {
			return i
		}
		o.use[o.row[out]] = -1
		o.load[o.g.Problem.Cols[out]]--
		o.groupLoad[k]--
	}
	o.use[i] = a
	o.load[j]++
	o.groupLoad[k]++
	if out < 0 {
		return -1
	}
	return o.row[out]
}

// worst moves the mark to the last pair in use of a list and returns it.
func (o *groupOffers) worst(list []int32, low *int32) int32 {
	for o.use[o.row[list[*low]]] != list[*low] {
		*low--
	}
	return list[*low]
}
