package assign

// minimise brings the stage to an optimum: rows that would rather be elsewhere
// leave their columns, then each finds the cheapest way back, then columns that
// still owe rows get them. Every step keeps reduced costs from being negative.
func (g *stage) minimise() error {
	loose, err := g.release()
	if err != nil {
		return err
	}
	for _, i := range loose {
		if err := g.seat(i); err != nil {
			return err
		}
	}
	for j := range g.in {
		for g.in[j] < g.out[j] {
			if err := g.fill(int32(j)); err != nil {
				return err
			}
		}
	}
	return nil
}

// release takes every row off that would rather be elsewhere at the present
// potentials, and returns the rows that must be, or want to be, served.
func (g *stage) release() ([]int32, error) {
	var loose []int32
	for i := range g.use {
		from, to := g.start[i], g.start[i+1]
		if from == to {
			continue
		}
		if err := g.meter.scanned(int(to - from)); err != nil {
			return nil, err
		}
		best := g.gain(from)
		for a := from + 1; a < to; a++ {
			best = max(best, g.gain(a))
		}
		kept := g.use[i] >= 0 && g.gain(g.use[i]) == best
		wanted := !g.optional[i] || best > g.rowCost[i]
		if kept && (wanted || best == g.rowCost[i]) {
			continue
		}
		g.unlink(int32(i))
		if wanted {
			loose = append(loose, int32(i))
		}
	}
	return loose, nil
}

// gain is the largest potential of the row that leaves compact pair a tight.
func (g *stage) gain(a int32) int64 { return g.pot[g.col[a]] - g.cost[a] }

// link puts row i, whose pair is already noted in use, into the list of column j.
func (g *stage) link(i, j int32) {
	head := g.first[j]
	g.next[i], g.prev[i] = head, -1
	if head >= 0 {
		g.prev[head] = i
	}
	g.first[j] = i
}

// unlink takes row i off its column, if it has one.
func (g *stage) unlink(i int32) {
	if g.use[i] < 0 {
		return
	}
	j := g.col[g.use[i]]
	if g.prev[i] >= 0 {
		g.next[g.prev[i]] = g.next[i]
	} else {
		g.first[j] = g.next[i]
	}
	if g.next[i] >= 0 {
		g.prev[g.next[i]] = g.prev[i]
	}
	g.use[i] = -1
	g.in[j]--
}

// give serves row i, which has no column, through compact pair a.
func (g *stage) give(i, a int32) {
	g.use[i] = a
	g.in[g.col[a]]++
	g.link(i, g.col[a])
}

// store writes the stage's assignment back.
func (g *stage) store(x *flow) {
	for i, a := range g.use {
		x.pair[i] = -1
		if a >= 0 {
			x.pair[i] = g.origin[a]
		}
	}
	copy(x.load, g.in)
}

// duals returns potentials for every row and column that prove the stage's
// optimum. What a row does at present is tight: its pair when it has one, else its
// own arc. Hence that stays free in the next rung, where every row can be loaded.
func (g *stage) duals() duals {
	d := duals{row: make([]int64, len(g.use)), col: append([]int64(nil), g.pot...)}
	for i, a := range g.use {
		if a >= 0 {
			d.row[i] = g.gain(a)
		} else {
			d.row[i] = g.rowCost[i]
		}
	}
	return d
}
