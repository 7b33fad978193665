package assign

// newContest sets up the contest of the nodes given on one side of a network for
// what they must have. Nobody takes part yet.
func newContest(x *network, side Side, nodes []int32, m *meter) *contest {
	c := &contest{meter: m, in: make([]bool, len(nodes)), sure: make([]bool, len(nodes))}
	want, give := x.rows, x.cols
	if side == SideColumns {
		want, give = x.cols, x.rows
	}
	wanter := make([]int32, len(want)) // its number here, plus one
	for n, v := range nodes {
		wanter[v] = int32(n) + 1
		c.need = append(c.need, want[v].lo)
	}
	giver := make([]int32, len(give))
	for i := range x.rows {
		for a, to := x.p.pairs(i); a < to; a++ {
			v, w := int32(i), x.p.Cols[a]
			if side == SideColumns {
				v, w = w, v
			}
			if wanter[v] == 0 {
				continue
			}
			if giver[w] == 0 {
				c.room = append(c.room, give[w].hi)
				giver[w] = int32(len(c.room))
			}
			c.bonds = append(c.bonds, bond{end: [2]int32{wanter[v] - 1, giver[w] - 1}})
		}
	}
	c.flank = [2]flank{c.sort(wanters, len(c.need)), c.sort(givers, len(c.room))}
	return c
}

// sort lists the bonds of each of n nodes on one side.
func (c *contest) sort(side, n int) flank {
	f := flank{start: make([]int32, n+1), bonds: make([]int32, len(c.bonds)), seen: make([]int32, n), via: make([]int32, n)}
	for k := range c.bonds {
		f.start[c.bonds[k].end[side]+1]++
	}
	for v := range n {
		f.start[v+1] += f.start[v]
	}
	at := append([]int32(nil), f.start...)
	for k := range c.bonds {
		v := c.bonds[k].end[side]
		f.bonds[at[v]] = int32(k)
		at[v]++
	}
	return f
}

// search follows alternating paths from node s, over idle bonds to the other side
// and back over those in use, to the nearest goal there, and changes what is in use
// along the path. The queue holds the nodes on the side of s that it came to.
func (c *contest) search(s int32, side int, goal func(v int32) bool) (found bool, err error) {
	c.round++
	near, far := &c.flank[side], &c.flank[1-side]
	near.seen[s], near.via[s] = c.round, -1
	c.queue = append(c.queue[:0], s)
	for head := 0; head < len(c.queue); head++ { //nolint:intrange // it grows meanwhile
		bonds := near.of(c.queue[head])
		for _, k := range bonds {
			v := c.bonds[k].end[1-side]
			if c.bonds[k].state != bondIdle || far.seen[v] == c.round {
				continue
			}
			far.seen[v], far.via[v] = c.round, k
			if goal(v) {
				c.move(v, side)
				return true, nil
			}
			c.follow(far.of(v), side)
		}
		if err := c.meter.scanned(len(bonds)); err != nil {
			return false, err
		}
	}
	return false, nil
}

// follow goes on over those of the bonds that are in use.
func (c *contest) follow(bonds []int32, side int) {
	near := &c.flank[side]
	for _, k := range bonds {
		v := c.bonds[k].end[side]
		if c.bonds[k].state == bondUsed && near.seen[v] != c.round {
			near.seen[v], near.via[v] = c.round, k
			c.queue = append(c.queue, v)
		}
	}
}

// move changes what is in use along the path that ends at node v, opposite the side
// it began on.
func (c *contest) move(v int32, side int) {
	near, far := &c.flank[side], &c.flank[1-side]
	for {
		k := far.via[v]
		c.bonds[k].state = bondUsed
		c.moved = append(c.moved, k)
		k = near.via[c.bonds[k].end[side]]
		if k < 0 {
			return
		}
		c.bonds[k].state = bondIdle
		c.moved = append(c.moved, k)
		v = c.bonds[k].end[1-side]
	}
}
