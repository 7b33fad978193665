package assign

import "slices"

// Rows is the number of rows, those that were removed included.
func (s *Session) Rows() int { return len(s.x.lines) }

// Columns is the number of columns.
func (s *Session) Columns() int { return len(s.x.rolls) }

// Column returns the column of row i, the first if it has several, and −1 if it has
// none or there is no such row.
func (s *Session) Column(i int) int32 {
	if cols := s.ColumnsOf(i); len(cols) > 0 {
		return cols[0]
	}
	return -1
}

// ColumnsOf returns the columns of row i, in increasing order; nil if there is no
// such row.
func (s *Session) ColumnsOf(i int) []int32 {
	if i < 0 || i >= len(s.x.lines) {
		return nil
	}
	l := &s.x.lines[i]
	cols := make([]int32, len(l.use))
	for n, at := range l.use {
		cols[n] = l.cols[at]
	}
	return cols
}

// RowsOf returns the rows of column j, in increasing order; nil if there is no such
// column.
func (s *Session) RowsOf(j int) []int32 {
	if j < 0 || j >= len(s.x.rolls) {
		return nil
	}
	rows := make([]int32, 0, len(s.x.rolls[j].used))
	for _, e := range s.x.rolls[j].used {
		rows = append(rows, e.row)
	}
	slices.Sort(rows)
	return rows
}

// Pairs returns the pairs in use as Solution.Pairs has them for Problem.
func (s *Session) Pairs() []int32 {
	pairs := []int32{}
	first := int32(0)
	for i := range s.x.lines {
		for _, at := range s.x.lines[i].use {
			pairs = append(pairs, first+at)
		}
		first += int32(len(s.x.lines[i].cols))
	}
	return pairs
}

// Values returns the total of each rung of the ladder.
func (s *Session) Values() []int64 {
	x := s.x
	values := make([]int64, len(x.ladder))
	for k := range values {
		for i := range x.lines {
			values[k] += x.rows.more.at(int32(i))[k] * int64(len(x.lines[i].use))
			for _, at := range x.lines[i].use {
				values[k] += x.pairCost(int32(i), at, k)
			}
		}
		for j := 0; x.ladder[k].Place != nil && j < len(x.rolls); j++ {
			for n := int64(1); n <= int64(len(x.rolls[j].used)); n++ {
				values[k] += x.ladder[k].Place(j, n)
			}
		}
	}
	return values
}

// Row returns row i as AddRow would take it, with slices of its own; a row without
// pairs if there is no such row.
func (s *Session) Row(i int) Row {
	if i < 0 || i >= len(s.x.lines) {
		return Row{}
	}
	l := &s.x.lines[i]
	rungs := len(s.x.ladder)
	r := Row{
		Cols: slices.Clone(l.cols), Demand: l.most, MinDemand: l.fewest,
		Cost: slices.Clone(s.x.rows.more.at(int32(i))[:rungs]), Pair: make([][]int64, rungs),
	}
	for k := range r.Pair {
		if all := l.prices.pair[k]; all != nil {
			r.Pair[k] = slices.Clone(all[l.from : int(l.from)+len(l.cols)])
		}
	}
	return r
}

// Probe answers questions about the assignment as it is now; the next change ends
// its use.
func (s *Session) Probe() *Probe { return newProbe(s.x) }
