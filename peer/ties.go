package peer

// Tie is a relation between two records that counts on some day.
type Tie struct {
	Person Node
	Other  Node
	Kind   RelationKind
}

// Ties returns every relation that counts on day at with a look-back in
// months, ordered by person.
func (o *Organisation) Ties(at Date, months int) []Tie {
	since := at.AddMonths(-months)
	var ties []Tie
	for _, e := range o.relations.edges {
		if counts(e.kind, e.during, since) {
			ties = append(ties, Tie{Person: e.person, Other: e.other, Kind: e.kind})
		}
	}
	return ties
}
