package synthetic_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/synthetic"
)

// possible is a plain reading of the conditions of a pair, enough to see
// whether made-up demand is neither hopeless nor trivial; the rules that count
// are those of the matching package.
func possible(org *peer.Organisation, r peer.Request, s peer.Supporter, at peer.Date) bool {
	seeker, _ := org.Node(r.Person)
	giver, _ := org.Node(s.Person)
	seeks, offers := r.Seeks.Reveal(), s.Usable(at)
	switch {
	case org.SamePerson(seeker, giver), org.Above(seeker, giver), org.Below(seeker, giver):
		return false
	case !s.Trained(at), s.Paused(at), len(r.Withheld(at)) > 0:
		return false
	case slices.Contains(seeks.NotWanted, s.Person), slices.Contains(offers.NotPairedWith, r.Person):
		return false
	case len(seeks.Languages) > 0 && !meet(seeks.Languages, offers.Languages):
		return false
	case len(seeks.Modes) > 0 && !slices.ContainsFunc(seeks.Modes, func(m peer.Mode) bool {
		place := org.Location(seeker)
		return slices.Contains(offers.Modes, m) && (m.Remote() || place != "" && place == org.Location(giver))
	}):
		return false
	}
	if !seeks.Availability.IsZero() {
		mine, err := seeks.Availability.Week(at)
		theirs, err2 := offers.Availability.Week(at)
		if err != nil || err2 != nil || mine.And(theirs).Starts(60).IsZero() {
			return false
		}
	}
	for _, w := range slices.Concat(seeks.Experiences, seeks.Attributes) {
		if w.Must && !offered(offers, w.Item) {
			return false
		}
	}
	return true
}

func meet[T comparable](a, b []T) bool {
	return slices.ContainsFunc(a, func(x T) bool { return slices.Contains(b, x) })
}

func offered(o peer.Offers, item peer.Item) bool {
	return slices.ContainsFunc(o.Experiences, func(tag string) bool { return peer.ExperienceItem(tag) == item }) ||
		slices.ContainsFunc(o.Attributes, func(a peer.Attribute) bool { return a.Item() == item })
}

// answerable counts who asks and who of them has a possible supporter.
func answerable(org *peer.Organisation, cfg synthetic.Config, day peer.Date) (asking, answered int) {
	requests, supporters, _ := synthetic.Demand(cfg, org)
	for _, r := range requests {
		if slices.ContainsFunc(supporters, func(s peer.Supporter) bool { return possible(org, r, s, day) }) {
			answered++
		}
	}
	return len(requests), answered
}

func TestMostSeekersFindSomebodyAndSomeDoNot(t *testing.T) {
	day := at(t)
	var seekers, found int
	for seed := range uint64(10) {
		cfg := synthetic.Config{Seed: seed}
		asking, answered := answerable(build(t, cfg), cfg, day)
		seekers, found = seekers+asking, found+answered
	}
	require.Greater(t, found, seekers*3/4)
	require.Less(t, found, seekers)
}
