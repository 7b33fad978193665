package peer

// Manager returns the line manager of n, skipping vacant positions, or [None]
// at a top.
func (o *Organisation) Manager(n Node) Node { return o.manager[n] }

// transparent reports whether a position is vacant and there is somebody above
// it: that person is then the manager of those below. A vacant top is a step
// like any other, as nobody is known above it.
func (o *Organisation) transparent(n Node) bool { return o.status[n] == Vacant && o.parent[n] != None }

// Top returns the person at the top of n's tree, who may be n.
func (o *Organisation) Top(n Node) Node { return o.tree[n] }

// Declared reports whether the top of n's tree is declared to have no manager.
func (o *Organisation) Declared(n Node) bool { return o.root[o.tree[n]] }

// Last returns the last node of n's subtree: n+1 to Last(n) are below n. Below a
// vacant position are those whose positions are, although it is above nobody.
func (o *Organisation) Last(n Node) Node { return o.last[n] }

// Depth returns the number of steps from n to the top of their tree.
func (o *Organisation) Depth(n Node) int { return int(o.depth[n]) }

// Above reports in constant time whether a is above b in the line of
// managers. Nobody is above themselves, and a vacant position with somebody
// above it is above nobody.
func (o *Organisation) Above(a, b Node) bool { return a < b && b <= o.last[a] && !o.transparent(a) }

// Below reports in constant time whether a is below b in the line of managers.
func (o *Organisation) Below(a, b Node) bool { return o.Above(b, a) }

// SameManager reports in constant time whether a and b are two people with the
// same line manager.
func (o *Organisation) SameManager(a, b Node) bool {
	return a != b && o.manager[a] != None && o.manager[a] == o.manager[b]
}

// Distance returns in constant time the number of reporting steps between a
// and b by way of the nearest manager above both, and false when they stand in
// different trees.
func (o *Organisation) Distance(a, b Node) (int, bool) {
	if o.tree[a] != o.tree[b] {
		return 0, false
	}
	meet := o.ancestry.common(a, b)
	if a == b {
		return 0, true
	}
	if o.transparent(meet) {
		meet = o.manager[meet]
	}
	return o.Depth(a) + o.Depth(b) - 2*o.Depth(meet), true
}

// Uncertain reports in constant time whether it cannot be known how a and b
// stand to each other, because one of them reports to a top that is not
// declared as such and the other is outside that tree: the missing manager may
// be the other one.
func (o *Organisation) Uncertain(a, b Node) bool {
	ta, tb := o.tree[a], o.tree[b]
	return ta != tb && (!o.root[ta] || !o.root[tb])
}

// Relations returns the relations between two records, in either direction,
// that count on day at with a look-back in months, in source order.
func (o *Organisation) Relations(a, b Node, at Date, months int) []Relation {
	return o.relations.between(o, a, b, at.AddMonths(-months))
}

// RelatedBy reports whether a relation of the kind counts between two records,
// in either direction.
func (o *Organisation) RelatedBy(kind RelationKind, a, b Node, at Date, months int) bool {
	for _, r := range o.Relations(a, b, at, months) {
		if r.Kind == kind {
			return true
		}
	}
	return false
}
