package assign

import (
	"context"
	"slices"
)

// Row is a row as a Session takes it. The zero value is a row without pairs.
type Row struct {
	Cols      []int32 // the columns it may have, increasing
	Demand    int64   // the most of them
	MinDemand int64   // the fewest
	// Cost holds what each column that the row gets costs, on each rung of the
	// ladder; nil means zero for all.
	Cost []int64
	// Pair holds on each rung the cost of each pair, in the order of Cols. It may be
	// nil, and so may be each of its entries: zero for all.
	Pair [][]int64
}

// AddRow adds a row and returns its number, which is the number of rows before. Like
// all changes of a session it fails with a *ProblemError for what makes no sense (with
// FaultIndex for what does not exist; Index counts within the row), and otherwise with
// the errors of Solve for the problem as it would be. Then nothing has changed, and the
// number means nothing.
func (s *Session) AddRow(ctx context.Context, r Row) (int, error) {
	i := len(s.x.lines)
	return i, s.change(ctx, func() (revision, error) {
		s.journal.addRow()
		s.size += 2
		return s.setRow(int32(i), r)
	})
}

// RemoveRow takes the pairs of a row away, and what it must have with them. Errors are
// those of AddRow.
func (s *Session) RemoveRow(ctx context.Context, i int) error { return s.SetRow(ctx, i, Row{}) }

// SetRow changes everything about a row. Errors are those of AddRow. No search is
// needed when the row keeps what it has.
func (s *Session) SetRow(ctx context.Context, i int, r Row) error {
	if i < 0 || i >= len(s.x.lines) {
		return &ProblemError{Fault: FaultIndex, Index: i}
	}
	return s.change(ctx, func() (revision, error) { return s.setRow(int32(i), r) })
}

func (s *Session) setRow(i int32, r Row) (revision, error) {
	if err := s.checkRow(&r); err != nil {
		return revision{}, err
	}
	before := s.x.lines[i]
	had := s.release(i)
	s.pairs += len(r.Cols) - len(before.cols)
	s.size -= max(1, before.units())
	cost := make([]int64, s.x.k)
	copy(cost, r.Cost)
	s.journal.setLine(i, s.lineOf(&r, &before), cost)
	s.size += max(1, s.x.lines[i].units())
	for _, cols := range [][]int32{before.cols, r.Cols} {
		for _, j := range cols {
			if err := s.relinked(j); err != nil {
				return revision{}, err
			}
		}
	}
	if s.keep(i, had) {
		return revision{}, nil
	}
	s.fitRow(i)
	rest := revision{resized: true, node: i}
	for _, j := range had {
		rest.others = append(rest.others, ^j)
	}
	return rest, nil
}

// release takes all units of a row away, and returns the columns that it had.
func (s *Session) release(i int32) (had []int32) {
	l := &s.x.lines[i]
	for len(l.use) > 0 {
		at := l.use[len(l.use)-1]
		had = append(had, l.cols[at])
		s.journal.flip(i, at)
	}
	s.journal.setKnot(i, knot{})
	return had
}

// lineOf copies what a row asks for. What the tie-break said of the pairs that it had
// before is still true.
func (s *Session) lineOf(r *Row, before *line) line {
	x := s.x
	all := &prices{pair: make([][]int64, x.k)}
	for k := range x.ladder {
		if r.Cost != nil {
			s.note(k, r.Cost[k])
		}
		if r.Pair != nil && r.Pair[k] != nil {
			all.pair[k] = slices.Clone(r.Pair[k])
			x.priced[k] = true
			s.note(k, r.Pair[k]...)
		}
	}
	if k := len(x.ladder); x.tie != nil {
		all.pair[k] = undrawn(len(r.Cols))
		if old := before.prices.pair[k]; old != nil {
			n := common(before.cols, r.Cols)
			copy(all.pair[k], old[before.from:int(before.from)+n])
		}
	}
	return line{most: r.Demand, fewest: r.MinDemand, cols: slices.Clone(r.Cols), prices: all}
}

// keep gives a row back the columns that it had, if with them nothing could be
// better, and with a tie-break nothing else as good: the potentials that its outgoing
// arcs allow are less than those that the incoming ones do.
func (s *Session) keep(i int32, had []int32) bool {
	x := s.x
	l := &x.lines[i]
	e := knot{units: int32(len(had))}
	e.lo, e.hi = x.bounds(i)
	if e.units < e.lo || e.units > e.hi || e.lo < e.units && e.units < e.hi {
		return false
	}
	kept := make([]int32, len(had))
	for n, j := range had {
		at, ok := slices.BinarySearch(l.cols, j)
		if !ok {
			return false
		}
		kept[n] = int32(at)
	}
	least, most := newExtreme(x.k, 1), newExtreme(x.k, -1)
	hub := func(k int) int64 { return x.rows.more.at(i)[k] + x.hub[k] }
	if e.units > e.lo {
		least.offer(hub)
	}
	if e.units < e.hi {
		most.offer(hub)
	}
	for at, j := range l.cols {
		pot := x.cols.pot.at(j)
		bound := func(k int) int64 { return pot[k] - x.pairCost(i, int32(at), k) }
		if slices.Contains(kept, int32(at)) {
			most.offer(bound)
		} else {
			least.offer(bound)
		}
	}
	if least.any && most.any {
		if c := order(least.v, most.v); c > 0 || c == 0 && s.search.ties {
			return false
		}
	}
	switch {
	case most.any:
		s.setPotential(i, most.v)
	case least.any:
		s.setPotential(i, least.v)
	}
	for _, at := range kept {
		s.journal.flip(i, at)
	}
	s.journal.setKnot(i, e)
	return true
}

// note keeps the largest cost of a rung.
func (s *Session) note(k int, costs ...int64) {
	for _, c := range costs {
		magnitude := uint64(c)
		if c < 0 {
			magnitude = -magnitude
		}
		s.largest[k] = max(s.largest[k], magnitude)
	}
}

// fitRow gives a row without units the least potential at which no pair of it has
// a reduced cost below zero.
func (s *Session) fitRow(i int32) {
	x := s.x
	least := newExtreme(x.k, 1)
	for at, j := range x.lines[i].cols {
		pot := x.cols.pot.at(j)
		least.offer(func(k int) int64 { return pot[k] - x.pairCost(i, int32(at), k) })
	}
	if least.any {
		s.setPotential(i, least.v)
	}
}

// setPotential changes a potential, which must be in range.
func (s *Session) setPotential(v int32, p []int64) {
	s.doubt = s.doubt || slices.ContainsFunc(p, far)
	s.journal.setPotential(v, p)
}

func (s *Session) checkRow(r *Row) error {
	switch {
	case r.Demand < 0:
		return &ProblemError{Fault: FaultDemand}
	case r.MinDemand < 0:
		return &ProblemError{Fault: FaultMinDemand}
	case r.MinDemand > r.Demand:
		return &ProblemError{Fault: FaultRowBounds}
	}
	last := int32(-1)
	for n, j := range r.Cols {
		if j < 0 || int(j) >= len(s.x.rolls) {
			return &ProblemError{Fault: FaultColumn, Index: n}
		}
		if j <= last {
			return &ProblemError{Fault: FaultOrder, Index: n}
		}
		last = j
	}
	if r.Cost != nil && len(r.Cost) != len(s.x.ladder) {
		return &ProblemError{Fault: FaultRowCosts}
	}
	return s.checkPair(r.Pair, len(r.Cols))
}

// checkPair expects for every rung no costs, or n.
func (s *Session) checkPair(pair [][]int64, n int) error {
	if pair == nil {
		return nil
	}
	if len(pair) != len(s.x.ladder) {
		return &ProblemError{Fault: FaultPairCosts}
	}
	for k, costs := range pair {
		if costs != nil && len(costs) != n {
			return &ProblemError{Fault: FaultPairCosts, Rung: s.x.ladder[k].ID}
		}
	}
	return nil
}
