package assign

// unique checks the canonical rungs, and that after the last one, and not before, no
// other pairs are as good.
func (c *checker) unique(s *Solution) error {
	ladder := len(c.p.Ladder)
	rest := s.Rungs[ladder:]
	if c.p.TieBreak == nil {
		if len(rest) > 0 {
			return &SolutionError{Flaw: FlawShape, Index: ladder}
		}
		return nil
	}
	if len(rest) == 0 {
		return &SolutionError{Flaw: FlawShape, Index: ladder}
	}
	for counter := range rest {
		if err := c.rung(c.draw(counter), &rest[counter]); err != nil {
			return err
		}
		if !c.another(s.Pairs) {
			if counter+1 < len(rest) {
				return &SolutionError{Flaw: FlawShape, Index: ladder + counter + 1}
			}
			return nil
		}
	}
	return &SolutionError{Flaw: FlawTied}
}

// draw is a canonical rung. The tie-break is asked only for pairs that are still
// free; the others cost nothing.
func (c *checker) draw(counter int) *Rung {
	r := &Rung{ID: canonicalID(counter), Pair: make([]int64, len(c.p.Cols))}
	shift := c.p.drawShift()
	for i := range c.rows {
		for a, to := c.p.pairs(i); a < to; a++ {
			if c.pair[a]&settled == 0 {
				r.Pair[a] = int64(c.p.TieBreak(counter, i, int(c.p.Cols[a])) >> shift)
			}
		}
	}
	return r
}

// another reports whether the free arcs allow other pairs. Two assignments differ
// by cycles: some among rows and columns only, which a depth-first search finds
// as an arc back to an open node, others from a node that may take more to a
// different one that may give up some.
func (c *checker) another(pairs []int32) bool {
	const open, closed = 1, 2
	type visit struct{ node, next int }
	back := c.rowsOf(pairs)
	state := make([]uint8, len(c.rows)+len(c.cols))
	gives := make([]bool, len(state)) // a node further on may give up some
	var path []visit
	for root := range state {
		if state[root] != 0 {
			continue
		}
		state[root] = open
		path = append(path, visit{node: root})
		for len(path) > 0 {
			top := &path[len(path)-1]
			v := top.node
			to, next := c.follow(back, v, top.next)
			top.next = next
			switch {
			case to < 0:
				if gives[v] && c.begins(v) {
					return true
				}
				state[v] = closed
				path = path[:len(path)-1]
				if len(path) > 0 {
					before := path[len(path)-1].node
					gives[before] = gives[before] || gives[v] || c.ends(v)
				}
			case state[to] == open:
				return true
			case state[to] == closed:
				gives[v] = gives[v] || gives[to] || c.ends(to)
			default:
				state[to] = open
				path = append(path, visit{node: to})
			}
		}
	}
	return false
}

// columnRows lists, column after column, the rows whose free pair with it is in use.
type columnRows struct {
	start []int
	rows  []int32
}

func (c *checker) rowsOf(pairs []int32) columnRows {
	b := columnRows{start: make([]int, len(c.cols)+1)}
	for _, a := range pairs {
		if c.pair[a] == inUse {
			b.start[c.p.Cols[a]]++
		}
	}
	sum := 0
	for j, n := range b.start {
		sum += n
		b.start[j] = sum
	}
	b.rows = make([]int32, sum)
	for n, i := len(pairs)-1, len(c.rows)-1; n >= 0; n-- {
		a := pairs[n]
		for c.p.Start[i] > int(a) {
			i--
		}
		if c.pair[a] == inUse {
			at := &b.start[c.p.Cols[a]]
			*at--
			b.rows[*at] = int32(i)
		}
	}
	return b
}

// follow returns the first node, counting from n, that a row leads to by a free
// pair it does not use, or a column by one in use; −1 for none. The search for the
// one after it begins at next.
func (c *checker) follow(back columnRows, v, n int) (to, next int) {
	if j := v - len(c.rows); j >= 0 {
		if at := back.start[j] + n; at < back.start[j+1] {
			return int(back.rows[at]), n + 1
		}
		return -1, n
	}
	for a := c.p.Start[v] + n; a < c.p.Start[v+1]; a++ {
		if c.pair[a] == 0 {
			return len(c.rows) + int(c.p.Cols[a]), a + 1 - c.p.Start[v]
		}
	}
	return -1, n
}

// begins reports whether a path may begin at v: a row that may have more columns,
// or a column that may have fewer rows.
func (c *checker) begins(v int) bool {
	if j := v - len(c.rows); j >= 0 {
		return c.cols[j].now > c.cols[j].lo
	}
	return c.rows[v].now < c.rows[v].hi
}

// ends reports whether a path may end at v: a row that may have fewer columns, or
// a column that may have more rows.
func (c *checker) ends(v int) bool {
	if j := v - len(c.rows); j >= 0 {
		return c.cols[j].now < c.cols[j].hi
	}
	return c.rows[v].now > c.rows[v].lo
}
