package synthetic

import "github.com/peersupport/peersupport/peer"

// relationShares is how many people in a thousand have a relation of the kind.
func relationShares() []weighted[peer.RelationKind] {
	return []weighted[peer.RelationKind]{
		{peer.Line, 3},
		{peer.Dotted, 60},
		{peer.Acting, 6},
		{peer.Delegate, 4},
		{peer.Reviewer, 25},
		{peer.HRCase, 6},
		{peer.Investigator, 2},
		{peer.Grievance, 2},
		{peer.OccupationalHealth, 4},
		{peer.Family, 12},
		{peer.FormerPartner, 5},
	}
}

// relate makes up the relations beside the line.
func relate(d draw, people []peer.Person, at peer.Date) []peer.Relation {
	if len(people) < 2 {
		return nil
	}
	var relations []peer.Relation
	shares := relationShares()
	for i := range people {
		for _, s := range shares {
			if !d.permille(s.weight) {
				continue
			}
			other := d.below(len(people) - 1)
			if other >= i {
				other++ // anybody but i
			}
			if people[i].Status == peer.Vacant || people[other].Status == peer.Vacant {
				continue
			}
			r := peer.Relation{Person: people[i].Key, Other: people[other].Key, Kind: s.value}
			if !s.value.Lasting() {
				r.During = someTime(d, at)
			}
			relations = append(relations, r)
		}
	}
	return relations
}

// someTime draws an interval that holds on day at, is over, or is to come.
func someTime(d draw, at peer.Date) peer.Interval {
	switch d.below(10) {
	case 0, 1:
		until := at.AddDays(-d.between(1, 900))
		return peer.Interval{From: until.AddDays(-d.between(30, 700)), Until: until}
	case 2:
		return peer.Interval{From: at.AddDays(d.between(1, 120))}
	case 3, 4:
		return peer.Interval{From: at.AddDays(-d.between(1, 300)), Until: at.AddDays(d.between(1, 300))}
	default:
		return peer.Interval{From: at.AddDays(-d.between(1, 1500))}
	}
}
