package peer

import (
	"cmp"
	"maps"
	"slices"
)

// edge is a relation between nodes.
type edge struct {
	person, other Node
	kind          RelationKind
	during        Interval
	row           int32 // in the source, for a stable order
}

// relations holds the edges beside the line of managers, sorted by their ends.
type relations struct {
	edges []edge  // by person, then other, then row
	start []int32 // edges of node n as person are edges[start[n]:start[n+1]]; nil when there are none
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
		edges[i] = edge{person: person, other: other, kind: r.Kind, during: r.During, row: int32(i)}
	}
	slices.SortFunc(edges, func(x, y edge) int {
		return cmp.Or(cmp.Compare(x.person, y.person), cmp.Compare(x.other, y.other), cmp.Compare(x.row, y.row))
	})
	start := make([]int32, o.Len()+1)
	for _, e := range edges {
		start[e.person+1]++
	}
	for n := range o.Len() {
		start[n+1] += start[n]
	}
	return relations{edges: edges, start: start}
}

// from returns the edges in which person stands to other.
func (r relations) from(person, other Node) []edge {
	if r.start == nil {
		return nil
	}
	edges := r.edges[r.start[person]:r.start[person+1]]
	first, _ := slices.BinarySearchFunc(edges, other, func(e edge, n Node) int { return cmp.Compare(e.other, n) })
	past, _ := slices.BinarySearchFunc(edges, other+1, func(e edge, n Node) int { return cmp.Compare(e.other, n) })
	return edges[first:past]
}

// between returns what counts between two nodes, in either direction.
func (r relations) between(o *Organisation, a, b Node, since Date) []Relation {
	var found []edge
	for _, pair := range [2][2]Node{{a, b}, {b, a}} {
		for _, e := range r.from(pair[0], pair[1]) {
			if counts(e.kind, e.during, since) {
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

// accounts joins the records that are declared to be of one human being, also
// by way of a third record.
func (b *builder) accounts() map[Node][]Node {
	next := map[Node]Node{} // from record to record, towards the smallest of the human being
	first := func(n Node) Node {
		for next[n] != n {
			next[n] = next[next[n]] // halving the path keeps a long row of records short
			n = next[n]
		}
		return n
	}
	for i := range b.people {
		same, known := b.org.Node(b.people[i].SameAs)
		if n := b.place[i]; known && same != n {
			for _, record := range []Node{n, same} {
				if _, seen := next[record]; !seen {
					next[record] = record
				}
			}
			a, z := first(n), first(same)
			next[max(a, z)] = min(a, z)
		}
	}
	records := map[Node][]Node{}
	for _, n := range slices.Sorted(maps.Keys(next)) {
		records[first(n)] = append(records[first(n)], n)
	}
	accounts := make(map[Node][]Node, len(next))
	for n := range next {
		accounts[n] = records[first(n)]
	}
	return accounts
}
