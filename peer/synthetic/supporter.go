package synthetic

import "github.com/peersupport/peersupport/peer"

func (m *demand) supporters(d draw) []peer.Supporter {
	supporters := make([]peer.Supporter, 0, len(m.giving))
	for _, n := range m.giving {
		s := peer.Supporter{
			Person:       m.org.Key(n),
			Capacity:     choose(d, []weighted[int]{{1, 25}, {2, 40}, {3, 25}, {4, 10}}),
			TrainedUntil: trainedUntil(d, m.cfg.At),
			PausedUntil:  pausedUntil(d, m.cfg.At),
			Offers:       peer.NewPrivate(m.offers(d, n)),
			Terms:        peer.NewPrivate(m.terms(d, false)),
		}
		if d.percent(40) {
			s.TargetLoad = d.between(1, s.Capacity)
		}
		supporters = append(supporters, s)
	}
	return supporters
}

// trainedUntil is in date for nine in ten; some have lapsed and some were
// never trained.
func trainedUntil(d draw, at peer.Date) peer.Date {
	switch share := d.below(100); {
	case share < 90:
		return at.AddDays(d.between(30, 700))
	case share < 96:
		return at.AddDays(-d.between(1, 400))
	default:
		return peer.Date{}
	}
}

// pausedUntil is a day to come for one in twenty, and a day that has passed
// for a few.
func pausedUntil(d draw, at peer.Date) peer.Date {
	switch share := d.below(100); {
	case share < 5:
		return at.AddDays(d.between(1, 90))
	case share < 8:
		return at.AddDays(-d.between(0, 60))
	default:
		return peer.Date{}
	}
}

func (m *demand) offers(d draw, n peer.Node) peer.Offers {
	o := peer.Offers{
		Experiences:  several(d, m.words.experiences, d.between(1, 4)),
		Languages:    m.words.spoken(d),
		Modes:        several(d, m.words.modes, d.between(1, 3)),
		Availability: m.words.week(d, m.words.zone(m.cfg.Seed, m.org.Location(n)), d.between(3, 5)),
		Stage:        choose(d, m.words.supportStage),
	}
	for _, a := range m.words.attributes {
		if d.percent(75) {
			o.Attributes = append(o.Attributes, m.words.attribute(d, a.value))
		}
	}
	if d.percent(6) {
		list := m.people
		if d.percent(50) {
			list = m.seeking
		}
		o.NotPairedWith = m.someOthers(d, list, n, d.between(1, 2))
	}
	return o
}
