package peer

import (
	"cmp"
	"slices"
)

// builder turns rows into an Organisation, step by step, without recursion:
// a chain may be a million long. Until number has run, nodes are row numbers.
type builder struct {
	people  []Person
	rels    []Relation
	cfg     OrganisationConfig
	keys    []ExternalID
	index   keyIndex
	manager []Node // by row: as given, then with vacant positions skipped
	root    []bool
	place   []Node // row to node
	org     *Organisation
	faults  Faults
}

func newBuilder(people []Person, rels []Relation, cfg OrganisationConfig) *builder {
	cfg.MaxDepth = cmp.Or(cfg.MaxDepth, DefaultMaxDepth)
	cfg.MaxRelations = cmp.Or(cfg.MaxRelations, DefaultMaxRelations)
	return &builder{people: people, rels: rels, cfg: cfg}
}

// fault adds a fault. A text that is no valid id may be anything, and is left
// out of the ids concerned.
func (b *builder) fault(list string, index int, field string, code FaultCode, ids ...ExternalID) {
	ids = slices.DeleteFunc(ids, func(id ExternalID) bool { return !id.Valid() })
	b.faults = append(b.faults, Fault{Code: code, List: list, Index: index, Field: field, IDs: ids})
}

func (b *builder) warn(list string, index int, field string, code FaultCode, ids ...ExternalID) {
	b.fault(list, index, field, code, ids...)
	b.faults[len(b.faults)-1].Warning = true
}

// readKeys indexes the people and reports keys that are missing, malformed,
// repeated or alike, and statuses that do not exist.
func (b *builder) readKeys() {
	b.keys = make([]ExternalID, len(b.people))
	b.index = newKeyIndex(len(b.people))
	for i := range b.people {
		key := b.people[i].Key
		b.keys[i] = key
		switch {
		case key == "":
			b.fault("people", i, "person_id", FaultIDMissing)
		case !key.Valid():
			b.fault("people", i, "person_id", FaultID)
		default:
			b.addKey(i, key)
		}
		if b.people[i].Status > Vacant {
			b.fault("people", i, "status", FaultStatus, key)
		}
	}
}

func (b *builder) addKey(row int, key ExternalID) {
	twin := None
	hash := b.index.hash(key)
	free := b.index.probe(hash, func(n Node) bool {
		if b.alike(b.keys[n], key) {
			twin = n
		}
		return twin == None
	})
	switch {
	case twin == None:
		b.index.slots[free] = slot{hash: hash, node: Node(row)}
	case b.keys[twin] == key:
		b.fault("people", row, "person_id", FaultIDDuplicate, key)
	default:
		b.fault("people", row, "person_id", FaultIDAlike, key, b.keys[twin])
	}
}

// alike reports whether two keys may not both be in use.
func (b *builder) alike(x, y ExternalID) bool {
	if b.cfg.CaseSensitive {
		return x.Normal() == y.Normal()
	}
	return equalFold(x, y)
}

// resolve finds the row of a key that another row refers to, and says why not.
func (b *builder) resolve(key ExternalID) (Node, FaultCode) {
	found, code := None, FaultPersonUnknown
	b.index.probe(b.index.hash(key), func(n Node) bool {
		switch {
		case b.keys[n] == key:
			found, code = n, ""
		case b.alike(b.keys[n], key):
			code = FaultIDCase
		}
		return found == None
	})
	return found, code
}

// readManagers resolves managers in a second pass, since a manager may stand
// below their reports in the file. Everybody's manager is guessed before any
// guess is checked: slots and keys lie far apart in memory, and a loop that
// only looks into slots lets the processor fetch many of them at a time.
func (b *builder) readManagers() {
	b.manager = make([]Node, len(b.people))
	for i := range b.people {
		if key := b.people[i].Manager; key != "" {
			b.manager[i] = b.index.guess(key)
		}
	}
	for i := range b.people {
		b.manager[i] = b.managerOf(i, b.manager[i])
	}
}

// managerOf returns the row of the manager of a row, or None.
func (b *builder) managerOf(row int, guess Node) Node {
	p := &b.people[row]
	if p.Manager == "" {
		return None
	}
	m, code := guess, FaultCode("")
	if m == None || b.keys[m] != p.Manager {
		m, code = b.resolve(p.Manager)
	}
	switch {
	case m == Node(row):
		b.fault("people", row, "manager_id", FaultSelfManager, p.Key)
		return None
	case code == FaultIDCase:
		b.fault("people", row, "manager_id", FaultIDCase, p.Key)
	case code == FaultPersonUnknown:
		b.warn("people", row, "manager_id", FaultManagerUnknown, p.Key)
	}
	return m
}

// findCycles walks up from everybody once, marking each walk with its own
// number; meeting the own mark again is a cycle.
func (b *builder) findCycles() {
	mark := make([]int32, len(b.people))
	for i := range b.people {
		walk, n := int32(i)+1, Node(i)
		for n != None && mark[n] == 0 {
			mark[n] = walk
			n = b.manager[n]
		}
		if n == None || mark[n] != walk {
			continue
		}
		ids := []ExternalID{b.keys[n]}
		for m := b.manager[n]; m != n; m = b.manager[m] {
			ids = append(ids, b.keys[m])
		}
		b.fault("people", int(n), "manager_id", FaultCycle, ids...)
	}
}

// readRoots marks who is declared to have no manager, and remarks on tops that
// are not declared when there is more than one top.
func (b *builder) readRoots() {
	b.root = make([]bool, len(b.people))
	for i, key := range b.cfg.Roots {
		n, code := b.resolve(key)
		switch {
		case code != "":
			b.fault("roots", i, "", FaultRootUnknown)
		case b.people[n].Manager != "":
			b.fault("roots", i, "", FaultRootHasManager, key)
		default:
			b.root[n] = true
		}
	}
	var open []ExternalID
	tops := 0
	for i := range b.people {
		if b.cfg.Flat && b.people[i].Manager == "" {
			b.root[i] = true
		}
		if b.manager[i] != None {
			continue
		}
		if tops++; !b.root[i] {
			open = append(open, b.keys[i])
		}
	}
	if len(open) > 0 && tops > 1 {
		b.warn("", 0, "manager_id", FaultSeveralTops, open...)
	}
}
