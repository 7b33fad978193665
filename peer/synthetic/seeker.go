package synthetic

import (
	"fmt"
	"strconv"

	"github.com/peersupport/peersupport/peer"
)

// longestWait is how many days before the round the first requests were made.
const longestWait = 60

func (m *demand) requests(d draw) []peer.Request {
	width := max(4, len(strconv.Itoa(len(m.seeking))))
	requests := make([]peer.Request, 0, len(m.seeking))
	for i, n := range m.seeking {
		seeks := m.seeks(d, n)
		requests = append(requests, peer.Request{
			Key:    peer.ExternalID(fmt.Sprintf("R%0*d", width, i+1)),
			Person: m.org.Key(n),
			Asked:  m.cfg.At.AddDays(-d.between(1, longestWait)),
			Seeks:  peer.NewPrivate(seeks),
			Terms:  peer.NewPrivate(m.terms(d, len(seeks.Preferred) > 0)),
		})
	}
	return requests
}

func (m *demand) seeks(d draw, n peer.Node) peer.Seeks {
	s := peer.Seeks{
		Experiences: m.wishedExperiences(d),
		Attributes:  m.wishedAttributes(d),
		Stage:       choose(d, m.words.seekerStage),
	}
	if d.percent(60) {
		s.Languages = m.words.spoken(d)
	}
	if d.percent(70) {
		s.Modes = several(d, m.words.modes, d.between(1, 3))
	}
	if d.percent(85) {
		s.Availability = m.words.week(d, m.words.zone(m.cfg.Seed, m.org.Location(n)), d.between(2, 5))
	}
	if s.Stage > 0 {
		s.JourneyWish = choose(d, m.words.journeyWish)
	}
	if d.percent(8) {
		// Half of those not wanted are people who might have been proposed.
		list := m.people
		if d.percent(50) {
			list = m.giving
		}
		s.NotWanted = m.someOthers(d, list, n, d.between(1, 2))
	}
	if d.percent(10) {
		s.Preferred = m.someOthers(d, m.giving, n, d.between(1, 3), s.NotWanted...)
	}
	return s
}

// wishedExperiences are one or two for most; few make one a condition.
func (m *demand) wishedExperiences(d draw) []peer.Wish {
	number := choose(d, []weighted[int]{{0, 4}, {1, 56}, {2, 30}, {3, 10}})
	wishes := make([]peer.Wish, 0, number)
	for _, tag := range several(d, m.words.experiences, number) {
		wishes = append(wishes, peer.Wish{
			Item:       peer.ExperienceItem(tag),
			Importance: choose(d, m.words.importance),
			Must:       d.percent(4),
		})
	}
	return wishes
}

// wishedAttributes are stated by a third; a third of those are conditions.
func (m *demand) wishedAttributes(d draw) []peer.Wish {
	number := choose(d, []weighted[int]{{0, 66}, {1, 26}, {2, 8}})
	wishes := make([]peer.Wish, 0, number)
	for _, name := range several(d, m.words.attributes, number) {
		wishes = append(wishes, peer.Wish{
			Item:       m.words.attribute(d, name).Item(),
			Importance: choose(d, m.words.importance),
			Must:       d.percent(30),
		})
	}
	return wishes
}
