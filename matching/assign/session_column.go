package assign

import (
	"context"
	"slices"
)

// Column is a column as a Session takes it. The zero value is a column without
// places.
type Column struct {
	Capacity int64   // the most rows it may have
	MinLoad  int64   // the fewest
	Rows     []int32 // the rows that may have it, increasing
	// Pair holds on each rung of the ladder the cost of each pair, in the order of
	// Rows. It may be nil, and so may be each of its entries: zero for all.
	Pair [][]int64
}

// AddColumn adds a column and returns its number, which is the number of columns
// before; Rung.Place will be asked for it. Errors are those of AddRow.
func (s *Session) AddColumn(ctx context.Context, c Column) (int, error) {
	j := len(s.x.rolls)
	return j, s.change(ctx, func() (revision, error) {
		s.journal.addColumn()
		s.size++
		return s.setColumn(int32(j), c)
	})
}

func (s *Session) setColumn(j int32, c Column) (revision, error) {
	if err := s.checkColumn(&c); err != nil {
		return revision{}, err
	}
	most := newExtreme(s.x.k, -1)
	for n, i := range c.Rows {
		s.appendPair(i, j, n, &c)
		at, pot := int32(len(s.x.lines[i].cols)-1), s.x.rows.pot.at(i)
		most.offer(func(k int) int64 { return pot[k] + s.x.pairCost(i, at, k) })
	}
	if most.any {
		s.setPotential(^j, most.v)
	}
	s.journal.setPlaces(j, c.Capacity, c.MinLoad)
	return revision{resized: true, node: ^j}, s.newPlaces(j)
}

// appendPair gives row i a pair with the last column. If it may have more units now,
// all it had are in use, so that no path leads to it but from the hub, and its
// potential may be as low as that arc asks.
func (s *Session) appendPair(i, j int32, n int, c *Column) {
	x := s.x
	l := s.ownLine(i)
	at := len(l.cols)
	l.cols = append(slices.Clip(l.cols), j)
	for k := range l.prices.pair {
		cost := int64(0)
		if k >= len(x.ladder) && x.tie != nil {
			cost = notAsked
		} else if k < len(x.ladder) && c.Pair != nil && c.Pair[k] != nil {
			cost = c.Pair[k][n]
			s.note(k, cost)
		}
		if l.prices.pair[k] == nil && cost != 0 {
			l.prices.pair[k] = make([]int64, at)
			x.priced[k] = true
		}
		if l.prices.pair[k] != nil {
			l.prices.pair[k] = append(l.prices.pair[k], cost)
		}
	}
	s.pairs++
	s.journal.setLine(i, l, x.rows.more.at(i))
	e := x.rows.knots[i]
	if _, hi := x.bounds(i); e.hi == hi {
		return
	}
	if at > 0 {
		s.size++
	}
	if e.units == e.hi {
		p := make([]int64, x.k)
		cost, pot := x.rows.more.at(i), x.rows.pot.at(i)
		for k := range p {
			p[k] = cost[k] + x.hub[k]
		}
		if order(p, pot) < 0 {
			s.setPotential(i, p)
		}
	}
	e.hi++
	s.journal.setKnot(i, e)
}

// ownLine copies a row's line with costs that belong to this row alone.
func (s *Session) ownLine(i int32) line {
	l := s.x.lines[i]
	own := &prices{pair: make([][]int64, len(l.prices.pair))}
	for k, all := range l.prices.pair {
		if all != nil {
			own.pair[k] = slices.Clone(all[l.from : int(l.from)+len(l.cols)])
		}
	}
	l.prices, l.from = own, 0
	return l
}

// SetCapacity changes the most rows that a column may have. Errors are those of
// AddRow.
func (s *Session) SetCapacity(ctx context.Context, j int, n int64) error {
	return s.setPlaces(ctx, j, func(r *roll) (most, fewest int64) { return n, r.fewest })
}

// SetMinLoad changes the fewest rows that a column must have. Errors are those of
// AddRow.
func (s *Session) SetMinLoad(ctx context.Context, j int, n int64) error {
	return s.setPlaces(ctx, j, func(r *roll) (most, fewest int64) { return r.most, n })
}

func (s *Session) setPlaces(ctx context.Context, j int, of func(*roll) (most, fewest int64)) error {
	if j < 0 || j >= len(s.x.rolls) {
		return &ProblemError{Fault: FaultIndex, Index: j}
	}
	most, fewest := of(&s.x.rolls[j])
	if err := checkPlaces(most, fewest, j); err != nil {
		return err
	}
	return s.change(ctx, func() (revision, error) {
		s.journal.setPlaces(int32(j), most, fewest)
		return revision{resized: true, node: ^int32(j)}, s.newPlaces(int32(j))
	})
}

func checkPlaces(most, fewest int64, j int) error {
	switch {
	case most < 0:
		return &ProblemError{Fault: FaultCapacity, Index: j}
	case fewest < 0:
		return &ProblemError{Fault: FaultMinLoad, Index: j}
	case fewest > most:
		return &ProblemError{Fault: FaultColumnBounds, Index: j}
	}
	return nil
}

// relinked adapts column j to pairs that it got or lost. If it may have more units
// now, all its pairs were in use, so that no path led to it but from the hub, and
// its potential may be as high as its next place asks.
func (s *Session) relinked(j int32) error {
	e := s.x.cols.knots[j]
	_, hi := s.x.bounds(^j)
	if hi == e.hi {
		return nil
	}
	if err := s.newPlaces(j); err != nil {
		return err
	}
	full := e.units == e.hi
	e.hi = hi
	s.journal.setKnot(^j, e)
	if full && e.units < e.hi {
		p := slices.Clone(s.x.hub)
		for k, cost := range s.x.cols.more.at(j) {
			p[k] -= cost
		}
		if order(p, s.x.cols.pot.at(j)) > 0 {
			s.setPotential(^j, p)
		}
	}
	return nil
}

// newPlaces looks at the costs of places that column j could not fill before.
func (s *Session) newPlaces(j int32) error {
	_, hi := s.x.bounds(^j)
	for k := range s.x.ladder {
		place := s.x.ladder[k].Place
		if place == nil {
			continue
		}
		for n := s.x.cols.knots[j].hi + 1; n <= hi; n++ {
			cost := place(int(j), int64(n))
			if n > 1 && cost < place(int(j), int64(n)-1) {
				return &ProblemError{Fault: FaultPlace, Rung: s.x.ladder[k].ID, Index: int(j)}
			}
			s.note(k, cost)
		}
	}
	return nil
}

func (s *Session) checkColumn(c *Column) error {
	if err := checkPlaces(c.Capacity, c.MinLoad, 0); err != nil {
		return err
	}
	last := int32(-1)
	for n, i := range c.Rows {
		if int(i) >= len(s.x.lines) || i < 0 {
			return &ProblemError{Fault: FaultIndex, Index: n}
		}
		if i <= last {
			return &ProblemError{Fault: FaultOrder, Index: n}
		}
		last = i
	}
	return s.checkPair(c.Pair, len(c.Rows))
}
