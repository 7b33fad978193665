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

func (b *builder) stopped() bool {
	return slices.ContainsFunc(b.faults, func(f Fault) bool { return !f.Warning })
}

func (b *builder) fault(list string, index int, field string, code FaultCode, ids ...ExternalID) {
	b.faults = append(b.faults, Fault{Code: code, List: list, Index: index, Field: field, IDs: ids})
}

func (b *builder) warn(list string, index int, field string, code FaultCode, ids ...ExternalID) {
	b.fault(list, index, field, code, ids...)
	b.faults[len(b.faults)-1].Warning = true
}

// readKeys indexes the people and reports keys that are missing, malformed,
// repeated or alike.
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
	}
}

func (b *builder) addKey(row int, key ExternalID) {
	clash := FaultCode("")
	free := b.index.probe(key, func(n Node) bool {
		other := b.keys[n]
		switch {
		case other == key:
			clash = FaultIDDuplicate
		case b.cfg.CaseSensitive && other.Normal() == key.Normal(),
			!b.cfg.CaseSensitive && other.Fold() == key.Fold():
			clash = FaultIDAlike
		}
		return clash == ""
	})
	if clash != "" {
		b.fault("people", row, "person_id", clash, key)
		return
	}
	b.index.slots[free] = Node(row) //nolint:gosec // rows fit a node
}

// resolve finds the row of a key that another row refers to, and says why not.
func (b *builder) resolve(key ExternalID) (Node, FaultCode) {
	if n := b.index.find(b.keys, key); n != None {
		return n, ""
	}
	if !b.cfg.CaseSensitive && len(b.index.alike(b.keys, key)) > 0 {
		return None, FaultIDCase
	}
	return None, FaultPersonUnknown
}

// readManagers resolves managers in a second pass, since a manager may stand
// below their reports in the file.
func (b *builder) readManagers() {
	b.manager = make([]Node, len(b.people))
	for i := range b.people {
		b.manager[i] = None
		p := &b.people[i]
		if p.Manager == "" {
			continue
		}
		m, code := b.resolve(p.Manager)
		switch {
		case m == Node(i): //nolint:gosec // rows fit a node
			b.fault("people", i, "manager_id", FaultSelfManager, p.Key)
		case code == FaultIDCase:
			b.fault("people", i, "manager_id", FaultIDCase, p.Key)
		case code == FaultPersonUnknown:
			b.warn("people", i, "manager_id", FaultManagerUnknown, p.Key)
		}
		if m != Node(i) { //nolint:gosec // as above
			b.manager[i] = m
		}
	}
}

// findCycles walks up from everybody once, marking each walk with its own
// number; meeting the own mark again is a cycle.
func (b *builder) findCycles() {
	mark := make([]int32, len(b.people))
	for i := range b.people {
		walk := int32(i) + 1 //nolint:gosec // rows fit
		n := Node(i)         //nolint:gosec // rows fit
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

// readRoots marks who is declared to have no manager, and remarks when several
// people have none and are not declared.
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
	for i := range b.people {
		if b.cfg.Flat && b.people[i].Manager == "" {
			b.root[i] = true
		}
		if b.manager[i] == None && !b.root[i] {
			open = append(open, b.keys[i])
		}
	}
	if len(open) > 1 {
		b.faults = append(b.faults, Fault{Code: FaultSeveralTops, Field: "manager_id", IDs: open, Warning: true})
	}
}

// skipVacant makes vacant positions transparent: the manager of somebody is
// the next person up. A vacant top stays, as nobody is known above it.
func (b *builder) skipVacant() {
	next := slices.Clone(b.manager)
	for i := range b.people {
		n := b.manager[i]
		// Path halving keeps a long vacant chain from being walked again and again.
		for n != None && b.people[n].Status == Vacant && b.manager[n] != None {
			if up := b.manager[n]; b.people[up].Status == Vacant && b.manager[up] != None {
				b.manager[n] = b.manager[up]
			}
			n = b.manager[n]
		}
		next[i] = n
	}
	b.manager = next
}
