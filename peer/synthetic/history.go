package synthetic

import "github.com/peersupport/peersupport/peer"

// history makes up support that was or is given by the supporters. A quarter
// of them have relationships that are over, some of these with somebody who is
// asking again; one in six gives support now. Nobody is over or under the
// other in the line of managers, and no open relationship is with somebody who
// is asking, nor beyond the supporter's places.
func (m *demand) history(d draw, supporters []peer.Supporter) []peer.Relationship {
	asking := make(map[peer.ExternalID]bool, len(m.seeking))
	for _, n := range m.seeking {
		asking[m.org.Key(n)] = true
	}
	supported := make(map[peer.ExternalID]bool) // now
	var history []peer.Relationship
	for i, giver := range m.giving {
		var before []peer.ExternalID
		if d.percent(25) {
			for range d.between(1, 3) {
				list := m.people
				if d.percent(40) {
					list = m.seeking
				}
				if key := m.supportable(d, list, giver, before); key != "" {
					before = append(before, key)
					history = append(history, m.ended(d, key, supporters[i].Person))
				}
			}
		}
		if !d.percent(16) {
			continue
		}
		for range d.between(1, supporters[i].Capacity) {
			key := m.supportable(d, m.people, giver, before)
			if key == "" || asking[key] || supported[key] {
				continue
			}
			supported[key] = true
			before = append(before, key)
			history = append(history, m.open(d, key, supporters[i].Person))
		}
	}
	return history
}

// supportable draws somebody whom the giver may have supported; empty when the
// first draw is nobody.
func (m *demand) supportable(d draw, list []peer.Node, giver peer.Node, before []peer.ExternalID) peer.ExternalID {
	key := m.someoneElse(d, list, giver, before...)
	n, ok := m.org.Node(key)
	if !ok || m.org.Above(n, giver) || m.org.Below(n, giver) {
		return ""
	}
	return key
}

// ended returns a relationship of some months that ended within two years.
func (m *demand) ended(d draw, seeker, supporter peer.ExternalID) peer.Relationship {
	until := m.cfg.At.AddDays(-d.between(1, 730))
	endings := []weighted[peer.EndedBy]{
		{peer.EndedAsPlanned, 55}, {peer.EndedBySeeker, 15}, {peer.EndedByBoth, 10}, {peer.EndedBySupporter, 8},
		{peer.EndedByProgramme, 4}, {peer.EndedByDeclining, 4}, {peer.EndedByNotKnown, 4},
	}
	return peer.Relationship{
		Seeker:    seeker,
		Supporter: supporter,
		During:    peer.Interval{From: until.AddDays(-d.between(14, 300)), Until: until},
		EndedBy:   peer.NewPrivate(choose(d, endings)),
	}
}

// open returns a relationship that goes on, half of them without a set end.
func (m *demand) open(d draw, seeker, supporter peer.ExternalID) peer.Relationship {
	r := peer.Relationship{
		Seeker:    seeker,
		Supporter: supporter,
		During:    peer.Interval{From: m.cfg.At.AddDays(-d.between(1, 180))},
	}
	if d.percent(50) {
		r.During.Until = m.cfg.At.AddDays(d.between(7, 180))
	}
	return r
}
