package assign

import "math"

// reverse lists the pairs of each column, built when a stage first needs it.
type reverse struct {
	start     []int32
	row, pair []int32
}

func (g *stage) buildReverse() {
	start := make([]int32, len(g.pot)+1)
	for _, j := range g.col {
		start[j+1]++
	}
	for j := range g.pot {
		start[j+1] += start[j]
	}
	r := reverse{start: start, row: make([]int32, len(g.col)), pair: make([]int32, len(g.col))}
	at := append([]int32(nil), start...)
	for i := range g.use {
		for a := g.start[i]; a < g.start[i+1]; a++ {
			n := at[g.col[a]]
			at[g.col[a]]++
			r.row[n], r.pair[n] = int32(i), a
		}
	}
	g.reverse = r
}

// fill finds the cheapest way to bring column t, which owes a row, one nearer to
// what it should have, and takes it: a row not yet served comes in, or some
// column gives up a place, and a chain of rows moves on to t.
func (g *stage) fill(t int32) error {
	if g.reverse.start == nil {
		g.buildReverse()
	}
	q, r := &g.search, &g.reverse
	g.meter.stats.Searches++
	q.begin(g.pot[t])
	q.offer(t, 0, g.pot[t], -1, -1)
	best, end, at, enter := int64(math.MaxInt64), endNowhere, t, int32(-1)
	for {
		j, ok := q.settle(best)
		if !ok {
			break
		}
		cost := q.label[j]
		if g.out[j] > g.face.lo[j] && cost-g.down[j] < best {
			best, end, at = cost-g.down[j], endPlace, j
		}
		from, to := r.start[j], r.start[j+1]
		for n := from; n < to && best > q.current; n++ {
			i, a := r.row[n], r.pair[n]
			here := cost + g.cost[a]
			used := g.use[i]
			if used < 0 {
				if here+g.rowCost[i] < best {
					best, end, at, enter = here+g.rowCost[i], endRow, i, a
				}
				continue
			}
			there := here - g.cost[used]
			before := g.col[used]
			key := there + g.pot[before]
			if key >= best {
				continue
			}
			q.offer(before, there, key, i, a)
			if key == q.current && g.drains(before) {
				to = n + 1 // settled next, and no path is shorter
			}
		}
		if err := g.meter.scanned(int(to - from)); err != nil {
			return err
		}
	}
	if end == endNowhere {
		return ErrImpure
	}
	for _, j := range q.settled {
		g.pot[j] = max(g.pot[j], best-q.label[j])
	}
	g.pull(t, end, at, enter)
	return nil
}

// drains reports whether a path back to column j can begin there at no more cost.
func (g *stage) drains(j int32) bool {
	return g.out[j] > g.face.lo[j] && g.down[j]+g.pot[j] == 0
}

// pull moves the rows along the path that begins at the given node and ends at t.
func (g *stage) pull(t int32, end int, at, enter int32) {
	j := at
	if end == endPlace {
		g.setOut(int(at), g.out[at]-1)
	} else {
		g.give(at, enter)
		j = g.col[enter]
	}
	for j != t {
		i, a := g.search.by[j], g.search.via[j]
		g.unlink(i)
		g.give(i, a)
		j = g.col[a]
	}
}
