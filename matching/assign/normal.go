package assign

import (
	"cmp"
	"slices"
)

// normaliser computes normalised potentials: with all nodes starting at zero,
// the lengths of shortest residual paths over the free arcs of a rung, shifted so
// that the hub has zero. They depend on the final assignment only, whereas the
// potentials of the search depend on every step of it.
//
// The definition asks for shortest paths with negative costs. The potentials of
// the search turn most of them into reduced costs that are not negative; yet they
// belong to the face the search went through, and the one that follows from
// normalised potentials may free arcs which that one had fixed, though no cycle
// runs through them. Along such an arc the search's potential less the normalised
// one, on the rung that fixed it, goes down, and along all others it stays. So
// nodes are ranked by that difference, and Dijkstra's algorithm goes rank by rank.
type normaliser struct {
	p     *Problem
	flow  *flow
	rows  groups
	face  *face
	meter *meter

	rank []int32 // rows, then columns, then the hub
	dist []int64
	from []int64 // potentials of the search
	done []bool
	late bool // a path came after its node was done
	heap heap
}

func newNormaliser(p *Problem, x *flow, m *meter) *normaliser {
	nodes := p.Rows + p.columns() + 1
	return &normaliser{
		p:     p,
		flow:  x,
		rows:  rowsByColumn(p, x, func(i int) bool { return x.pair[i] >= 0 }),
		face:  newFace(p),
		meter: m,
		rank:  make([]int32, nodes),
		dist:  make([]int64, nodes),
		from:  make([]int64, nodes),
		done:  make([]bool, nodes),
	}
}

func (n *normaliser) hub() int { return n.p.Rows + n.p.columns() }

// potentials returns the normalised potentials of one rung over the present face.
func (n *normaliser) potentials(c costs, found duals) (duals, error) {
	copy(n.from, found.row)
	copy(n.from[n.p.Rows:], found.col)
	n.from[n.hub()] = 0
	clear(n.dist)
	clear(n.done)
	for v := range n.dist {
		n.heap.push(n.entry(v))
	}
	for len(n.heap) > 0 {
		v := int(n.heap.pop().node)
		if n.done[v] {
			continue
		}
		n.done[v] = true
		if err := n.relax(v, c); err != nil {
			return duals{}, err
		}
		if n.late {
			return duals{}, ErrImpure
		}
	}
	hub := n.dist[n.hub()]
	for v := range n.dist {
		n.dist[v] -= hub
	}
	d := duals{
		row: append([]int64{}, n.dist[:n.p.Rows]...),
		col: append([]int64{}, n.dist[n.p.Rows:n.hub()]...),
	}
	n.split()
	return d, nil
}

func (n *normaliser) entry(v int) entry {
	return entry{rank: n.rank[v], key: n.dist[v] - n.from[v], node: int32(v)}
}

// reach offers a path of the given length to node v. No shorter path can come
// after a node was done, unless costs are not what they were a moment ago.
func (n *normaliser) reach(v int, length int64) {
	if length < n.dist[v] {
		n.late = n.late || n.done[v]
		n.dist[v] = length
		n.heap.push(n.entry(v))
	}
}

// relax follows the residual free arcs out of node v.
func (n *normaliser) relax(v int, c costs) error {
	switch {
	case v < n.p.Rows:
		return n.relaxRow(v, c)
	case v < n.hub():
		return n.relaxColumn(v-n.p.Rows, c)
	default:
		return n.relaxHub(c)
	}
}

func (n *normaliser) relaxRow(i int, c costs) error {
	d, used := n.dist[i], n.flow.pair[i]
	if used >= 0 && n.face.row[i] {
		n.reach(n.hub(), d-c.row(i))
	}
	from, to := n.p.pairs(i)
	for a := from; a < to; a++ {
		if n.face.pair[a] && int32(a) != used {
			n.reach(n.p.Rows+int(n.p.Cols[a]), d+c.pair(i, a))
		}
	}
	return n.meter.scanned(to - from)
}

func (n *normaliser) relaxColumn(j int, c costs) error {
	d, load := n.dist[n.p.Rows+j], n.flow.load[j]
	if load < n.face.hi[j] {
		n.reach(n.hub(), d+c.place(j, load+1))
	}
	rows := n.rows.of(j)
	for _, i := range rows {
		if a := n.flow.pair[i]; n.face.pair[a] {
			n.reach(int(i), d-c.pair(int(i), int(a)))
		}
	}
	return n.meter.scanned(len(rows))
}

func (n *normaliser) relaxHub(c costs) error {
	d := n.dist[n.hub()]
	for i := range n.p.Rows {
		if n.face.row[i] && n.flow.pair[i] < 0 {
			n.reach(i, d+c.row(i))
		}
	}
	for j, load := range n.flow.load {
		if load > n.face.lo[j] {
			n.reach(n.p.Rows+j, d-c.place(j, load))
		}
	}
	return n.meter.scanned(n.hub())
}

// split orders nodes of one rank by how far the normalised potentials, now in
// dist, lie below those of the search.
func (n *normaliser) split() {
	order := make([]int32, len(n.rank))
	gap := make([]int64, len(n.rank))
	for v := range order {
		order[v], gap[v] = int32(v), n.dist[v]-n.from[v]
	}
	compare := func(u, v int32) int {
		return cmp.Or(cmp.Compare(n.rank[u], n.rank[v]), cmp.Compare(gap[u], gap[v]))
	}
	slices.SortFunc(order, compare)
	next := make([]int32, len(n.rank))
	for k := 1; k < len(order); k++ {
		next[order[k]] = next[order[k-1]]
		if compare(order[k-1], order[k]) != 0 {
			next[order[k]]++
		}
	}
	n.rank = next
}
