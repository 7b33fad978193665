package assign

// Shortage explains why rows are not served: the rows that compete, some of them
// served, and the columns they compete for, both in increasing order. All those
// columns are full, none of those rows may use any other, and there are more rows
// than places: by Hall's theorem no assignment serves them all. It takes one more
// place in one of the columns, or one more pair from one of the rows to a column
// that Spare marks, to serve one more row.
//
// A row without any pair competes for nothing and is left out. So is a row from
// which a free place can still be reached, which happens only when the assignment
// does not serve as many rows as it could. column is an assignment as in
// Solution.Column; for one that does not fit the problem both results are nil.
func Shortage(p Problem, column []int32) (rows, cols []int) {
	load, ok := p.loads(column)
	if !ok {
		return nil, nil
	}
	spare := Spare(p, column)
	served := p.rowsOf(column, load)
	seenRow, seenCol := make([]bool, p.Rows), make([]bool, p.columns())
	var queue []int32
	for i, j := range column {
		if from, to := p.pairs(i); j < 0 && from < to && !p.reaches(i, spare) {
			seenRow[i] = true
			queue = append(queue, int32(i))
		}
	}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		for a, to := p.pairs(int(i)); a < to; a++ {
			j := p.Cols[a]
			if seenCol[j] {
				continue
			}
			// A row of this column has no other, so it is new as well.
			seenCol[j] = true
			for _, next := range served[j] {
				seenRow[next] = true
			}
			queue = append(queue, served[j]...)
		}
	}
	return marked(seenRow), marked(seenCol)
}

// Spare marks the columns from which an alternating path leads to a free place:
// the column has one itself, or one of its rows may move to a column so marked.
// One more row given to such a column can be served without leaving another
// unserved. For an assignment that does not fit the problem the result is nil.
func Spare(p Problem, column []int32) []bool {
	load, ok := p.loads(column)
	if !ok {
		return nil
	}
	wishes := make([][]int32, p.columns()) // rows that may move here
	for i, now := range column {
		if now < 0 {
			continue
		}
		for a, to := p.pairs(i); a < to; a++ {
			wishes[p.Cols[a]] = append(wishes[p.Cols[a]], int32(i))
		}
	}
	spare := make([]bool, p.columns())
	var queue []int32
	for j, n := range load {
		if n < p.Capacity[j] {
			spare[j] = true
			queue = append(queue, int32(j))
		}
	}
	for n := 0; n < len(queue); n++ {
		for _, i := range wishes[queue[n]] {
			if j := column[i]; !spare[j] {
				spare[j] = true
				queue = append(queue, j)
			}
		}
	}
	return spare
}

// loads counts the rows of each column; ok is false when the problem or the
// assignment makes no sense.
func (p *Problem) loads(column []int32) (load []int64, ok bool) {
	if p.validatePairs() != nil || len(column) != p.Rows {
		return nil, false
	}
	load = make([]int64, p.columns())
	for _, j := range column {
		if j < -1 || int(j) >= p.columns() {
			return nil, false
		}
		if j >= 0 {
			load[j]++
		}
	}
	for j, n := range load {
		if n > p.Capacity[j] {
			return nil, false
		}
	}
	return load, true
}

// rowsOf lists the rows of each column.
func (p *Problem) rowsOf(column []int32, load []int64) [][]int32 {
	rows := make([][]int32, p.columns())
	for j, n := range load {
		rows[j] = make([]int32, 0, n)
	}
	for i, j := range column {
		if j >= 0 {
			rows[j] = append(rows[j], int32(i))
		}
	}
	return rows
}

// reaches reports whether row i may use a marked column.
func (p *Problem) reaches(i int, mark []bool) bool {
	for a, to := p.pairs(i); a < to; a++ {
		if mark[p.Cols[a]] {
			return true
		}
	}
	return false
}

// marked returns the positions that are true, in order.
func marked(marks []bool) []int {
	var at []int
	for n, m := range marks {
		if m {
			at = append(at, n)
		}
	}
	return at
}
