package peer

import (
	"cmp"
	"slices"
)

// edge is a relation between nodes.
type edge struct {
	person, other Node
	kind          RelationKind
	during        Interval
	row           int32 // in the source, for a stable order
}

// relations holds the edges beside the line of managers, found by either end
// in constant time.
type relations struct {
	edges  []edge  // by person
	person []int32 // edges of node n as person are edges[person[n]:person[n+1]]; nil when there are none
	others []int32 // numbers of edges, by other
	other  []int32 // as person, into others
}

// checkRelations reports relations that cannot be read.
func (b *builder) checkRelations() {
	count := map[Node]int{}
	for i, r := range b.rels {
		person, ok := b.relationEnd(i, "person_id", r.Person)
		other, ok2 := b.relationEnd(i, "other_id", r.Other)
		if r.Kind < Line || r.Kind > lastRelationKind {
			b.fault("lines", i, "kind", FaultRelationKind)
		}
		if r.During.Reversed() {
			b.fault("lines", i, "until", FaultInterval)
		}
		if !ok || !ok2 {
			continue
		}
		if person == other {
			b.fault("lines", i, "other_id", FaultRelationSelf, r.Person)
		}
		for _, n := range []Node{person, other} {
			if count[n]++; count[n] == b.cfg.MaxRelations+1 && b.cfg.MaxRelations > 0 {
				b.fault("lines", i, "person_id", FaultTooManyRelations, b.keys[n])
			}
		}
	}
	for i := range b.people {
		if same := b.people[i].SameAs; same != "" {
			if _, code := b.resolve(same); code != "" {
				b.fault("people", i, "same_as", code, b.people[i].Key)
			}
		}
	}
}

func (b *builder) relationEnd(row int, field string, key ExternalID) (Node, bool) {
	if key == "" {
		b.fault("lines", row, field, FaultIDMissing)
		return None, false
	}
	n, code := b.resolve(key)
	if code != "" {
		b.fault("lines", row, field, code)
	}
	return n, code == ""
}

func newRelations(o *Organisation, rels []Relation) relations {
	if len(rels) == 0 {
		return relations{}
	}
	edges := make([]edge, len(rels))
	for i, r := range rels {
		person, _ := o.Node(r.Person)
		other, _ := o.Node(r.Other)
		edges[i] = edge{person: person, other: other, kind: r.Kind, during: r.During, row: int32(i)} //nolint:gosec // rows fit
	}
	slices.SortFunc(edges, func(x, y edge) int {
		return cmp.Or(cmp.Compare(x.person, y.person), cmp.Compare(x.row, y.row))
	})
	others := make([]int32, len(edges))
	for i := range others {
		others[i] = int32(i) //nolint:gosec // rows fit
	}
	slices.SortFunc(others, func(x, y int32) int {
		return cmp.Or(cmp.Compare(edges[x].other, edges[y].other), cmp.Compare(edges[x].row, edges[y].row))
	})
	return relations{
		edges:  edges,
		person: spans(o.Len(), len(edges), func(i int) Node { return edges[i].person }),
		others: others,
		other:  spans(o.Len(), len(edges), func(i int) Node { return edges[others[i]].other }),
	}
}

// spans returns where each node's entries begin in a list sorted by node.
func spans(nodes, entries int, node func(int) Node) []int32 {
	start := make([]int32, nodes+1)
	for i := range entries {
		start[node(i)+1]++
	}
	for n := range nodes {
		start[n+1] += start[n]
	}
	return start
}

// of returns the edges in which n is the person.
func (r relations) of(n Node) []edge {
	if r.person == nil {
		return nil
	}
	return r.edges[r.person[n]:r.person[n+1]]
}

// over returns the numbers of the edges in which n is the other.
func (r relations) over(n Node) []int32 {
	if r.other == nil {
		return nil
	}
	return r.others[r.other[n]:r.other[n+1]]
}

// between returns what counts between two nodes, in either direction.
func (r relations) between(o *Organisation, a, b Node, since Date) []Relation {
	var found []edge
	for _, pair := range [2][2]Node{{a, b}, {b, a}} {
		for _, e := range r.of(pair[0]) {
			if e.other == pair[1] && counts(e.kind, e.during, since) {
				found = append(found, e)
			}
		}
	}
	slices.SortFunc(found, func(x, y edge) int { return cmp.Compare(x.row, y.row) })
	rels := make([]Relation, len(found))
	for i, e := range found {
		rels[i] = Relation{Person: o.keys[e.person], Other: o.keys[e.other], Kind: e.kind, During: e.during}
	}
	return rels
}

// accounts joins the records that are declared to be of one human being.
func (b *builder) accounts() map[Node][]Node {
	group := map[Node][]Node{}
	at := func(n Node) []Node {
		if g, ok := group[n]; ok {
			return g
		}
		return []Node{n}
	}
	for i := range b.people {
		if b.people[i].SameAs == "" {
			continue
		}
		same, _ := b.org.Node(b.people[i].SameAs)
		joined := append(slices.Clone(at(b.place[i])), at(same)...)
		slices.Sort(joined)
		joined = slices.Compact(joined)
		for _, n := range joined {
			group[n] = joined
		}
	}
	return group
}
