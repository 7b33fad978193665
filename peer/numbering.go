package peer

import "slices"

// number gives every row its node: its place in an Euler tour, so that each
// subtree is one range. Rows are first put in an order in which managers come
// before reports; sizes then add up from the end, and places follow from the
// beginning. No step recurses.
func (b *builder) number() {
	order := b.topDown()
	size := make([]Node, len(order))
	for i := range size {
		size[i] = 1
	}
	for _, row := range slices.Backward(order) {
		if m := b.manager[row]; m != None {
			size[m] += size[row]
		}
	}
	b.place = make([]Node, len(order))
	next := make([]Node, len(order)) // the place of the next subtree inside a subtree
	top := Node(0)
	for _, row := range order {
		m := b.manager[row]
		at := &top
		if m != None {
			at = &next[m]
		}
		b.place[row] = *at
		next[row] = *at + 1
		*at += size[row]
	}
	b.org = b.renumbered(size)
}

// topDown returns the rows so that every manager comes before their reports.
func (b *builder) topDown() []Node {
	n := len(b.people)
	start := make([]Node, n+1) // reports of row m are list[start[m]:start[m+1]]
	order := make([]Node, 0, n)
	for row, m := range b.manager {
		if m == None {
			order = append(order, Node(row))
		} else {
			start[m+1]++
		}
	}
	for i := range n {
		start[i+1] += start[i]
	}
	list := make([]Node, start[n])
	fill := slices.Clone(start)
	for row, m := range b.manager {
		if m != None {
			list[fill[m]] = Node(row)
			fill[m]++
		}
	}
	for i := 0; i < len(order); i++ {
		row := order[i]
		order = append(order, list[start[row]:start[row+1]]...)
	}
	return order
}

// renumbered moves everything that is kept a person from rows to nodes.
func (b *builder) renumbered(size []Node) *Organisation {
	n := len(b.people)
	o := &Organisation{
		keys: make([]ExternalID, n), index: b.index, parent: make([]Node, n), last: make([]Node, n),
		depth: make([]int32, n), tree: make([]Node, n), status: make([]Status, n), root: make([]bool, n),
		teams: make([]string, n), locations: make([]string, n),
	}
	for r, node := range b.place {
		o.keys[node] = b.keys[r]
		o.last[node] = node + size[r] - 1
		p := &b.people[r]
		o.status[node], o.teams[node], o.locations[node] = p.Status, p.Team, p.Location
		o.root[node] = b.root[r]
		o.parent[node] = None
		if m := b.manager[r]; m != None {
			o.parent[node] = b.place[m]
		}
	}
	for node := range Node(n) {
		up := o.parent[node]
		if up == None {
			o.tree[node] = node
			continue
		}
		o.tree[node], o.depth[node] = o.tree[up], o.depth[up]
		if !o.transparent(up) {
			o.depth[node]++
		}
	}
	o.manager = o.managers()
	b.index.renumber(b.place)
	return o
}

// managers returns the next person above everybody, past vacant positions. It
// goes from the top down, so that a long row of vacancies is walked once.
func (o *Organisation) managers() []Node {
	if !slices.Contains(o.status, Vacant) {
		return o.parent
	}
	managers := slices.Clone(o.parent)
	for node, up := range o.parent {
		if up != None && o.transparent(up) {
			managers[node] = managers[up]
		}
	}
	return managers
}

// checkDepth reports the shallowest people who stand deeper than allowed, not
// everybody below them.
func (b *builder) checkDepth() {
	limit := b.cfg.MaxDepth
	if limit < 0 {
		return
	}
	for row, node := range b.place {
		if b.org.Depth(node) == limit+1 {
			b.fault("people", row, "manager_id", FaultTooDeep, b.keys[row])
		}
	}
}

// organisation completes what needs node numbers.
func (b *builder) organisation() *Organisation {
	o := b.org
	o.ancestry = newAncestry(o)
	o.relations = newRelations(o, b.rels)
	o.accounts = b.accounts()
	o.warnings = b.faults
	return o
}
