package peer

// Node is the number of a person inside one [Organisation]: their position in
// Euler-tour order, from 0. Everyone below somebody is one contiguous range of
// nodes. Nodes mean nothing outside the organisation that gave them.
type Node int32

// None is the node of nobody.
const None Node = -1

// DefaultMaxDepth is the deepest reporting chain that is accepted unless the
// configuration says otherwise. It is this project's own figure: deeper chains
// have only been seen as mistakes in the data.
const DefaultMaxDepth = 64

// DefaultMaxRelations is how many relations one person may have unless the
// configuration says otherwise; this project's own figure.
const DefaultMaxRelations = 1000

// OrganisationConfig says how people and relations are read. The zero value
// is the careful choice.
type OrganisationConfig struct {
	// Roots are the people declared to have no manager.
	Roots []ExternalID
	// Flat declares everybody without a manager a root.
	Flat bool
	// MaxDepth is the largest number of steps from a person to the top.
	// Defaults to DefaultMaxDepth; negative means no limit.
	MaxDepth int
	// MaxRelations is the largest number of relations of one person.
	// Defaults to DefaultMaxRelations; negative means no limit.
	MaxRelations int
	// CaseSensitive declares that ids differing only in case are different
	// people. Defaults to false: such ids are refused.
	CaseSensitive bool
}

// Organisation is the reporting graph: people, their line managers and the
// dated relations beside the line. It is built once, validated whole,
// immutable, and safe for concurrent use. The zero value is an organisation
// without people.
type Organisation struct {
	keys      []ExternalID // by node
	index     keyIndex
	parent    []Node  // the position above, vacant or not; None at a top
	manager   []Node  // the next person above; parent itself where no position is vacant
	last      []Node  // the last node of the subtree
	depth     []int32 // people above
	tree      []Node  // the top of the person's tree
	ancestry  ancestry
	teams     []string
	locations []string
	status    []Status
	root      []bool // declared to have no manager; false below a top
	relations relations
	accounts  map[Node][]Node // records of one human being, only where several
	warnings  Faults
}

// NewOrganisation validates everything and builds the graph. The error is of
// type [Faults] and lists every fault at once; nothing is guessed away. Only
// depth is not judged while people report to one another in a circle. What is
// remarkable but does not stop (an unknown manager, several undeclared
// tops) is in [Organisation.Warnings].
func NewOrganisation(people []Person, rels []Relation, cfg OrganisationConfig) (*Organisation, error) {
	b := newBuilder(people, rels, cfg)
	b.readKeys()
	b.readManagers()
	b.findCycles()
	b.readRoots()
	b.checkRelations()
	if !b.faults.Has(FaultCycle) {
		b.number()
		b.checkDepth()
	}
	if err := b.faults.Err(); err != nil {
		return nil, err
	}
	return b.organisation(), nil
}

// Warnings returns what was remarkable while building.
func (o *Organisation) Warnings() Faults { return o.warnings }

// Len returns the number of people and positions.
func (o *Organisation) Len() int { return len(o.keys) }

// Node finds a person by key, exactly as the source writes it.
func (o *Organisation) Node(key ExternalID) (Node, bool) {
	n := o.index.find(o.keys, key)
	return n, n != None
}

// NodesAlike returns the people whose keys equal key by case or Unicode form;
// rules that protect somebody use it so that a slip of the shift key does not
// undo a wish.
func (o *Organisation) NodesAlike(key ExternalID) []Node {
	return o.index.alike(o.keys, key)
}

// Key returns the key of a person.
func (o *Organisation) Key(n Node) ExternalID { return o.keys[n] }

// Team returns the team of a person, empty when unknown.
func (o *Organisation) Team(n Node) string { return o.teams[n] }

// Location returns the location of a person, empty when unknown.
func (o *Organisation) Location(n Node) string { return o.locations[n] }

// Status returns the status of a person.
func (o *Organisation) Status(n Node) Status { return o.status[n] }

// Accounts returns every record of the human being behind n, n included, in
// ascending order.
func (o *Organisation) Accounts(n Node) []Node {
	if several, ok := o.accounts[n]; ok {
		return several
	}
	return []Node{n}
}

// SamePerson reports whether two records are of one human being.
func (o *Organisation) SamePerson(a, b Node) bool {
	if a == b {
		return true
	}
	several, ok := o.accounts[a]
	return ok && several[0] == o.Accounts(b)[0]
}
