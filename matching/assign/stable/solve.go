package stable

import "context"

// RowOptimal returns the stable matching of the broken preferences that is best
// for every row, as the pairs in use in increasing order. With the strict lists
// made, its work is proportional to the number of pairs.
//
// It returns a *ProblemError for a problem that makes no sense, and the cause of
// the context, wrapped, when the context ends.
func RowOptimal(ctx context.Context, p Problem) ([]int32, error) {
	if err := p.validate(); err != nil {
		return nil, err
	}
	o, err := newOffers(&p, &meter{ctx: ctx})
	if err != nil {
		return nil, err
	}
	return o.inUse(), nil
}

// ColumnOptimal returns the stable matching of the broken preferences that is best
// for every column and worst for every row, like [RowOptimal] in all else. A column
// compares the sets of rows it may have place by place, best against best: here it
// has the best row it has in any stable matching, the best two, and so on.
func ColumnOptimal(ctx context.Context, p Problem) ([]int32, error) {
	if err := p.validate(); err != nil {
		return nil, err
	}
	m := &meter{ctx: ctx}
	l, err := newLists(&p, m)
	if err != nil {
		return nil, err
	}
	c := &calls{lists: l, matching: newMatching(&p), meter: m, next: make([]int32, p.columns())}
	for j := range p.columns() {
		if err := c.fill(int32(j)); err != nil {
			return nil, err
		}
	}
	return c.inUse(), nil
}

// calls is deferred acceptance with the columns calling.
type calls struct {
	*lists
	*matching
	meter *meter
	next  []int32 // position in the column's list of its next call
	short []int32 // columns that may have lost a row and not called since
}

// fill lets column j call rows, best first, for every place it has free, then the
// columns that lost a row to it, and so on.
func (c *calls) fill(j int32) error {
	c.short = append(c.short, j)
	for len(c.short) > 0 {
		j := c.short[len(c.short)-1]
		c.short = c.short[:len(c.short)-1]
		list := c.cols.list(int(j))
		for c.load[j] < c.p.Capacity[j] && int(c.next[j]) < len(list) {
			c.call(j, list[c.next[j]])
			c.next[j]++
			if err := c.meter.step(1); err != nil {
				return err
			}
		}
	}
	return nil
}

// call offers pair a to its row, which takes the better of two.
func (c *calls) call(j, a int32) {
	i := c.row[a]
	if old := c.use[i]; old >= 0 {
		if c.rows.prefers(old, a) {
			return
		}
		loser := c.p.Cols[old]
		c.load[loser]--
		c.short = append(c.short, loser)
	}
	c.use[i] = a
	c.load[j]++
}
