package synthetic

import (
	"slices"
	"strings"

	"github.com/peersupport/peersupport/peer"
)

// Demand makes up who asks for support and who gives it in org on the day
// cfg.At, and the support that was given before. org may be any organisation;
// what it does not know (locations, relations) is not needed. cfg.People is
// ignored.
//
// Requests have the keys R0001 and so on and come, like supporters, in the
// order of their people's keys; everybody has at most one of each, counting all
// records of one human being as one. Most people who ask can be supported by
// somebody, and some cannot: that happens, and a programme has to answer it.
func Demand(cfg Config, org *peer.Organisation) ([]peer.Request, []peer.Supporter, []peer.Relationship) {
	cfg = cfg.withDefaults()
	d := &demand{cfg: cfg, org: org, words: newVocabulary(), people: participants(org)}
	d.choosePeople(newDraw(cfg.Seed, peopleStream))
	requests := d.requests(newDraw(cfg.Seed, seekerStream))
	supporters := d.supporters(newDraw(cfg.Seed, supporterStream))
	return requests, supporters, d.history(newDraw(cfg.Seed, historyStream), supporters)
}

// demand is one round in the making.
type demand struct {
	cfg     Config
	org     *peer.Organisation
	words   vocabulary
	people  []peer.Node // who can take part, by key
	seeking []peer.Node
	giving  []peer.Node
}

// participants returns one record for each human being who can take part, in
// the order of keys.
func participants(org *peer.Organisation) []peer.Node {
	var people []peer.Node
	for n := range peer.Node(org.Len()) { //nolint:gosec // nodes are as many as the organisation has people
		if n == presentRecord(org, n) {
			people = append(people, n)
		}
	}
	slices.SortFunc(people, func(a, b peer.Node) int {
		return strings.Compare(string(org.Key(a)), string(org.Key(b)))
	})
	return people
}

// presentRecord returns the record under which the human being behind n takes
// part: among those that are neither vacant nor gone, the one with the first
// key; or peer.None.
func presentRecord(org *peer.Organisation, n peer.Node) peer.Node {
	present := peer.None
	for _, account := range org.Accounts(n) {
		status := org.Status(account)
		if status != peer.Active && status != peer.OnLeave {
			continue
		}
		if present == peer.None || org.Key(account) < org.Key(present) {
			present = account
		}
	}
	return present
}

// choosePeople draws who asks and who gives. Some do both, as in life.
func (m *demand) choosePeople(d draw) {
	m.seeking = sample(d, m.people, count(m.cfg.Seekers, len(m.people)))
	var active []peer.Node
	for _, n := range m.people {
		if m.org.Status(n) == peer.Active {
			active = append(active, n)
		}
	}
	m.giving = sample(d, active, min(len(active), count(m.cfg.Supporters, len(m.people))))
}

// sample draws k of the people and keeps their order (Knuth, The Art of
// Computer Programming 2, algorithm 3.4.2 S).
func sample(d draw, people []peer.Node, k int) []peer.Node {
	chosen := make([]peer.Node, 0, k)
	for i, n := range people {
		if d.below(len(people)-i) < k-len(chosen) {
			chosen = append(chosen, n)
		}
	}
	return chosen
}

// someoneElse draws a key of the list that is not the person's own nor among
// those taken; empty when a few tries find none.
func (m *demand) someoneElse(d draw, list []peer.Node, own peer.Node, taken ...peer.ExternalID) peer.ExternalID {
	const tries = 8
	for range tries {
		if len(list) == 0 {
			break
		}
		n := list[d.below(len(list))]
		if key := m.org.Key(n); !m.org.SamePerson(n, own) && !slices.Contains(taken, key) {
			return key
		}
	}
	return ""
}

// someOthers draws up to n different people of the list.
func (m *demand) someOthers(d draw, list []peer.Node, own peer.Node, n int, taken ...peer.ExternalID) []peer.ExternalID {
	var others []peer.ExternalID
	for range n {
		if key := m.someoneElse(d, list, own, slices.Concat(taken, others)...); key != "" {
			others = append(others, key)
		}
	}
	return others
}
