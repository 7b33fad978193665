package assign

import (
	"cmp"
	"math"
	"slices"
)

// normaliser computes normalised potentials: with all nodes starting at zero,
// the lengths of shortest residual paths over the free arcs of a rung, shifted so
// that the hub has zero. They depend on the final assignment only, whereas the
// duals of the search depend on every step of it.
//
// The definition asks for shortest paths with negative costs. The potentials of
// the search turn most of them into reduced costs that are not negative; yet they
// belong to the face the search went through, and the one that follows from
// normalised potentials may free arcs which that one had fixed, though no cycle
// runs through them. Along such an arc the search's potential less the normalised
// one, on the rung that fixed it, goes down, and along all others it stays. So
// nodes are ranked by that difference, and Dijkstra's algorithm goes rank by rank.
type normaliser struct {
	x     *network
	used  usedPairs
	meter *meter

	order  []int32 // rows, then columns, then the hub, by rank
	rank   []int32
	dist   []int64
	from   []int64 // potentials of the search
	done   []bool
	late   bool // a path came after its node was done
	start  []entry
	packed []uint64
	queue  queue
}

func newNormaliser(x *network, m *meter) *normaliser {
	nodes := len(x.rows) + len(x.cols) + 1
	n := &normaliser{
		x:     x,
		used:  x.usedByColumn(),
		meter: m,
		order: make([]int32, nodes),
		rank:  make([]int32, nodes),
		dist:  make([]int64, nodes),
		from:  make([]int64, nodes),
		done:  make([]bool, nodes),
		start: make([]entry, 0, nodes),
		queue: queue{heap: make([]entry, 0, nodes), ready: make([]int32, 0, nodes)},
	}
	for v := range n.order {
		n.order[v] = int32(v)
	}
	return n
}

func (n *normaliser) hub() int { return len(n.dist) - 1 }

// potentials returns the normalised potentials of one rung over the present face.
func (n *normaliser) potentials(c *costs, found duals) (row, col []int64, err error) {
	rows := len(n.x.rows)
	for i, u := range found.u {
		n.from[i] = c.ofRow(i) - u
	}
	copy(n.from[rows:], found.v)
	n.from[n.hub()] = 0
	clear(n.dist)
	clear(n.done)
	for from := 0; from < len(n.order); {
		rank, to := n.rank[n.order[from]], from+1
		for to < len(n.order) && n.rank[n.order[to]] == rank {
			to++
		}
		if err := n.settle(c, n.order[from:to], rank); err != nil {
			return nil, nil, err
		}
		from = to
	}
	if n.late {
		return nil, nil, ErrImpure
	}
	hub := n.dist[n.hub()]
	for v := range n.dist {
		n.dist[v] -= hub
	}
	row, col = slices.Clone(n.dist[:rows:rows]), slices.Clone(n.dist[rows:n.hub()])
	return row, col, nil
}

// settle runs Dijkstra's algorithm over the nodes of one rank. Their paths so far
// come from lower ranks, or from the start.
func (n *normaliser) settle(c *costs, nodes []int32, rank int32) error {
	if len(nodes) == 1 {
		n.done[nodes[0]] = true
		return n.relax(int(nodes[0]), c, rank)
	}
	n.line(nodes)
	n.queue.begin(n.start[0].key)
	for k := 0; ; {
		// Nodes that no path has reached yet wait in order; the queue has the others.
		limit := int64(math.MaxInt64)
		if k < len(n.start) {
			limit = n.start[k].key + 1
		}
		v, ok := n.queue.next(limit)
		switch {
		case ok:
		case k == len(n.start):
			return nil
		default:
			v = n.start[k].node
			n.queue.current = limit - 1
			k++
		}
		if n.done[v] {
			continue
		}
		n.done[v] = true
		if err := n.relax(int(v), c, rank); err != nil {
			return err
		}
	}
}

// line puts nodes in order at the start, those of one key in the order of memory.
func (n *normaliser) line(nodes []int32) {
	n.start = n.start[:0]
	least, most := int64(math.MaxInt64), int64(math.MinInt64)
	for _, v := range nodes {
		key := n.key(v)
		least, most = min(least, key), max(most, key)
		n.start = append(n.start, entry{key, v})
	}
	if uint64(most-least) > math.MaxUint32 {
		slices.SortFunc(n.start, func(a, b entry) int {
			return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.node, b.node))
		})
		return
	}
	// Key and node in one number are sorted in half the time.
	n.packed = slices.Grow(n.packed[:0], len(nodes))
	for _, e := range n.start {
		n.packed = append(n.packed, uint64(e.key-least)<<32|uint64(e.node))
	}
	slices.Sort(n.packed)
	for k, e := range n.packed {
		n.start[k] = entry{least + int64(e>>32), int32(uint32(e))}
	}
}

func (n *normaliser) key(v int32) int64 { return n.dist[v] - n.from[v] }

// reach offers a path of the given length to node v. No shorter path can come
// after a node was done, unless costs are not what they were a moment ago.
func (n *normaliser) reach(v int, length int64, rank int32) {
	if length >= n.dist[v] {
		return
	}
	n.late = n.late || n.done[v]
	n.dist[v] = length
	if n.rank[v] == rank {
		n.queue.push(n.key(int32(v)), int32(v))
	}
}

// relax follows the residual free arcs out of node v.
func (n *normaliser) relax(v int, c *costs, rank int32) error {
	switch {
	case v < len(n.x.rows):
		return n.relaxRow(v, c, rank)
	case v < n.hub():
		return n.relaxColumn(v-len(n.x.rows), c, rank)
	default:
		return n.relaxHub(c, rank)
	}
}

func (n *normaliser) relaxRow(i int, c *costs, rank int32) error {
	d := n.dist[i]
	if b := &n.x.rows[i]; b.now > b.lo {
		n.reach(n.hub(), d-c.ofRow(i), rank)
	}
	from, to := n.x.p.pairs(i)
	cols, states, dist := n.x.p.Cols[from:to], n.x.pair[from:to], n.dist[len(n.x.rows):]
	if c.pair == nil {
		for k, j := range cols {
			if states[k] == 0 && d < dist[j] {
				n.reach(len(n.x.rows)+int(j), d, rank)
			}
		}
		return n.meter.scanned(to - from)
	}
	costs := c.pair[from:to]
	for k, j := range cols {
		if states[k] == 0 && d+costs[k] < dist[j] {
			n.reach(len(n.x.rows)+int(j), d+costs[k], rank)
		}
	}
	return n.meter.scanned(to - from)
}

func (n *normaliser) relaxColumn(j int, c *costs, rank int32) error {
	d := n.dist[len(n.x.rows)+j]
	if b := &n.x.cols[j]; b.now < b.hi {
		n.reach(n.hub(), d+c.ofPlace(j, int64(b.now)+1), rank)
	}
	used := n.used.of(j)
	for _, e := range used {
		if n.x.pair[e.pair] == pairUsed {
			n.reach(int(e.row), d-c.ofPair(int(e.pair)), rank)
		}
	}
	return n.meter.scanned(len(used))
}

func (n *normaliser) relaxHub(c *costs, rank int32) error {
	d := n.dist[n.hub()]
	for i := range n.x.rows {
		if b := &n.x.rows[i]; b.now < b.hi {
			n.reach(i, d+c.ofRow(i), rank)
		}
	}
	for j := range n.x.cols {
		if b := &n.x.cols[j]; b.now > b.lo {
			n.reach(len(n.x.rows)+j, d-c.ofPlace(j, int64(b.now)), rank)
		}
	}
	return n.meter.scanned(n.hub())
}

// split ranks nodes of one rank by how far the normalised potentials, now in dist, lie
// below those of the search.
func (n *normaliser) split() {
	gap := n.from
	for v := range gap {
		gap[v] = n.dist[v] - gap[v]
	}
	n.rankBy(func(v int32) int64 { return gap[v] })
}

// rankBy ranks nodes of one rank by a number of each.
func (n *normaliser) rankBy(number func(v int32) int64) {
	compare := func(u, v int32) int {
		return cmp.Or(cmp.Compare(n.rank[u], n.rank[v]), cmp.Compare(number(u), number(v)))
	}
	slices.SortFunc(n.order, compare)
	next := make([]int32, len(n.rank))
	for k := 1; k < len(n.order); k++ {
		next[n.order[k]] = next[n.order[k-1]]
		if compare(n.order[k-1], n.order[k]) != 0 {
			next[n.order[k]]++
		}
	}
	n.rank = next
}
