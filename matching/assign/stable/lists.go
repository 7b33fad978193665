package stable

// lists holds the strict preferences of both sides.
type lists struct {
	p    *Problem
	row  []int32 // of each pair
	rows order   // one list for each row
	cols order   // one list for each column
}

func newLists(p *Problem, m *meter) (*lists, error) {
	l := &lists{p: p, row: p.rowOf()}
	all := p.all()
	l.rows = deal(p.Rows, all, func(a int32) int32 { return l.row[a] })
	if err := l.rows.arrange(p.RowRank, p.draw(drawRows, l.row, p.Cols), m); err != nil {
		return nil, err
	}
	l.cols = deal(p.columns(), all, func(a int32) int32 { return p.Cols[a] })
	if err := l.cols.arrange(p.ColRank, p.draw(drawCols, l.row, p.Cols), m); err != nil {
		return nil, err
	}
	return l, nil
}

// all lists every pair.
func (p *Problem) all() []int32 {
	all := make([]int32, len(p.Cols))
	for a := range all {
		all[a] = int32(a)
	}
	return all
}

// draw returns the tie-break for pairs that stand for a row and a column, or for
// a row and a group; nil without a tie-break.
func (p *Problem) draw(counter int, row, other []int32) func(a int32) uint64 {
	if p.TieBreak == nil {
		return nil
	}
	return func(a int32) uint64 { return p.TieBreak(counter, int(row[a]), int(other[a])) }
}
