package assign

// another reports whether the free arcs allow other pairs. Two assignments differ
// by cycles: some among rows and columns only, which a depth-first search finds
// as an arc back to an open node, others from a node that may take more to a
// different one that may give up some.
func (c *checker) another() bool {
	const open, closed = 1, 2
	type visit struct{ node, next int }
	state := make([]uint8, c.p.Rows+len(c.load))
	gives := make([]bool, len(state)) // a node further on may give up some
	for root := range state {
		if state[root] != 0 {
			continue
		}
		state[root] = open
		for path := []visit{{root, 0}}; len(path) > 0; {
			top := &path[len(path)-1]
			v := top.node
			next, more := c.step(v, top.next)
			top.next++
			switch {
			case next >= 0 && state[next] == open:
				return true
			case next >= 0 && state[next] == closed:
				gives[v] = gives[v] || gives[next] || c.ends(next)
			case next >= 0:
				state[next] = open
				path = append(path, visit{next, 0})
			case !more:
				if gives[v] && c.begins(v) {
					return true
				}
				state[v] = closed
				path = path[:len(path)-1]
				if len(path) > 0 {
					before := path[len(path)-1].node
					gives[before] = gives[before] || gives[v] || c.ends(v)
				}
			}
		}
	}
	return false
}

// step returns the n-th node that a row or column v leads to, −1 when the n-th
// arc is fixed or in use, and whether there was an n-th arc at all.
func (c *checker) step(v, n int) (next int, more bool) {
	if v < c.p.Rows {
		a := c.p.Start[v] + n
		if a >= c.p.Start[v+1] {
			return -1, false
		}
		if c.pair[a] || a == c.used[v] {
			return -1, true
		}
		return c.p.Rows + int(c.p.Cols[a]), true
	}
	rows := c.in[v-c.p.Rows]
	if n >= len(rows) {
		return -1, false
	}
	if c.pair[c.used[rows[n]]] {
		return -1, true
	}
	return int(rows[n]), true
}

// begins reports whether a path may begin at v: a row not served yet, or a
// column that may have fewer rows.
func (c *checker) begins(v int) bool {
	if v < c.p.Rows {
		return !c.row[v] && c.used[v] < 0
	}
	j := v - c.p.Rows
	return c.load[j] > c.lo[j]
}

// ends reports whether a path may end at v: a row that may be left unserved, or
// a column that may have more rows.
func (c *checker) ends(v int) bool {
	if v < c.p.Rows {
		return !c.row[v] && c.used[v] >= 0
	}
	j := v - c.p.Rows
	return c.load[j] < c.hi[j]
}
