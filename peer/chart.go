package peer

import (
	"cmp"
	"slices"
	"sort"
)

// Chart is an organisation as it counts on one day: line managers, and every
// line of authority beside them that holds on that day, held within the
// look-back, or is known for the future. Authority is followed through all
// records of one human being. A Chart is immutable and safe for concurrent use.
type Chart struct {
	org   *Organisation
	since Date
	up    map[Node][]Node // authority beside the line manager
	down  []authority     // the same, by upper
	alias []Node          // people with several records, ascending
	knot  []bool          // by node: authority does not only follow the tree from here up
}

type authority struct{ upper, lower Node }

// Step is somebody met on a walk through the chart.
type Step struct {
	Node     Node
	Distance int // in steps of authority
}

// On returns the chart of day at with a look-back in months.
func (o *Organisation) On(at Date, months int) *Chart {
	c := &Chart{org: o, since: at.AddMonths(-months), up: map[Node][]Node{}}
	for _, e := range o.relations.edges {
		if e.kind.Authority() && counts(e.kind, e.during, c.since) {
			c.up[e.person] = append(c.up[e.person], e.other)
			c.down = append(c.down, authority{upper: e.other, lower: e.person})
		}
	}
	slices.SortFunc(c.down, func(x, y authority) int {
		return cmp.Or(cmp.Compare(x.upper, y.upper), cmp.Compare(x.lower, y.lower))
	})
	for n := range o.accounts {
		c.alias = append(c.alias, n)
	}
	slices.Sort(c.alias)
	c.knot = make([]bool, o.Len())
	for n := range c.up {
		c.knot[n] = true
	}
	for _, n := range c.alias {
		c.knot[n] = true
	}
	return c
}

// Managers returns all records of everybody with direct authority over any
// record of n: the line manager and every further line, ascending, each once.
// Records of n itself are left out.
func (c *Chart) Managers(n Node) []Node {
	var managers []Node
	for _, a := range c.org.Accounts(n) {
		for _, m := range c.above(a) {
			if !c.org.SamePerson(m, n) {
				managers = append(managers, c.org.Accounts(m)...)
			}
		}
	}
	slices.Sort(managers)
	return slices.Compact(managers)
}

// Superiors returns everybody above n within depth steps, nearest first; depth
// 0 means the whole chain. Records of n itself are left out.
func (c *Chart) Superiors(n Node, depth int) []Step {
	seen := map[Node]bool{}
	var steps []Step
	layer := c.org.Accounts(n)
	for _, a := range layer {
		seen[a] = true
	}
	for distance := 1; len(layer) > 0 && (depth == 0 || distance <= depth); distance++ {
		var next []Node
		for _, x := range layer {
			for _, m := range c.above(x) {
				for _, a := range c.org.Accounts(m) {
					if !seen[a] {
						seen[a] = true
						next = append(next, a)
						steps = append(steps, Step{Node: a, Distance: distance})
					}
				}
			}
		}
		layer = next
	}
	return steps
}

// above returns who has direct authority over one record. A vacant position on
// the way is passed through, along every line that leads on from it.
func (c *Chart) above(x Node) []Node {
	var people []Node
	open := []Node{x}
	passed := map[Node]bool{}
	for i := 0; i < len(open); i++ {
		lines := c.up[open[i]]
		if p := c.org.parent[open[i]]; p != None {
			lines = append([]Node{p}, lines...)
		}
		for _, m := range lines {
			switch {
			case !c.passable(m):
				people = append(people, m)
			case !passed[m]:
				passed[m] = true
				open = append(open, m)
			}
		}
	}
	return people
}

// passable reports whether authority leads on through a position: it is vacant
// and there is a line, solid or other, to somebody above it.
func (c *Chart) passable(n Node) bool {
	return c.org.transparent(n) || (c.org.status[n] == Vacant && len(c.up[n]) > 0)
}

// Over returns how many steps of authority lead from a down to b, and false
// when none do within depth steps; depth 0 means the whole chain.
func (c *Chart) Over(a, b Node, depth int) (int, bool) {
	if !c.knot[a] && c.treeOnly(b) {
		steps := c.org.Depth(b) - c.org.Depth(a)
		if !c.org.Above(a, b) || (depth > 0 && steps > depth) {
			return 0, false
		}
		return steps, true
	}
	for _, s := range c.Superiors(b, depth) {
		if c.org.SamePerson(s.Node, a) {
			return s.Distance, true
		}
	}
	return 0, false
}

// treeOnly reports whether the way up from n is the tree and nothing else.
func (c *Chart) treeOnly(n Node) bool {
	if len(c.up) == 0 && len(c.alias) == 0 {
		return true
	}
	for ; n != None; n = c.org.parent[n] {
		if c.knot[n] {
			return false
		}
	}
	return true
}

// Branches returns the tops of subtrees that together hold everybody below n
// within depth steps; depth 0 means the whole chain. Somebody x in the subtree
// of a branch is Distance plus their steps below its Node away. The records of
// n itself are tops at distance 0 and are not below n.
func (c *Chart) Branches(n Node, depth int) []Step {
	best := map[Node]int{}
	var branches []Step
	add := func(n Node, distance int) {
		if depth == 0 {
			distance = 0 // every distance will do, so each top is needed once
		} else if distance > depth {
			return
		}
		if known, ok := best[n]; ok && known <= distance {
			return
		}
		best[n] = distance
		branches = append(branches, Step{Node: n, Distance: distance})
	}
	for _, a := range c.org.Accounts(n) {
		if !c.passable(a) { // nobody is below a position that authority leads through
			add(a, 0)
		}
	}
	for i := 0; i < len(branches); i++ {
		top := branches[i]
		to := func(x Node) int { return top.Distance + c.org.Depth(x) - c.org.Depth(top.Node) }
		for _, e := range c.within(top.Node) {
			steps := to(e.upper) + 1
			if c.passable(e.upper) {
				steps-- // whoever is above the vacant position is as near
			}
			add(e.lower, steps)
			if c.passable(e.lower) && !c.org.transparent(e.lower) {
				// A vacant top counts as a step of its tree, but not of this line.
				for x := e.lower + 1; x <= c.org.last[e.lower]; x = c.org.last[x] + 1 {
					add(x, steps)
				}
			}
		}
		for _, x := range c.aliasWithin(top.Node) {
			for _, a := range c.org.Accounts(x) {
				add(a, to(x))
			}
		}
	}
	return branches
}

// within returns the lines of authority whose upper end is in the subtree.
func (c *Chart) within(top Node) []authority {
	from := sort.Search(len(c.down), func(i int) bool { return c.down[i].upper >= top })
	until := sort.Search(len(c.down), func(i int) bool { return c.down[i].upper > c.org.last[top] })
	return c.down[from:until]
}

// aliasWithin returns the people with several records in the subtree.
func (c *Chart) aliasWithin(top Node) []Node {
	from, _ := slices.BinarySearch(c.alias, top)
	until, _ := slices.BinarySearch(c.alias, c.org.last[top]+1)
	return c.alias[from:until]
}
