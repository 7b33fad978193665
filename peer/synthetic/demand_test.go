package synthetic_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/synthetic"
)

// told is a round with everything private laid open, so that two can be
// compared.
type told struct {
	Keys, People []peer.ExternalID
	Asked        []peer.Date
	Seeks        []peer.Seeks
	Offers       []peer.Offers
	Terms        []peer.Terms
	Supporters   [][4]any
	History      []peer.Relationship
	Endings      []peer.EndedBy
}

func tell(requests []peer.Request, supporters []peer.Supporter, history []peer.Relationship) told {
	var all told
	for _, r := range requests {
		all.Keys = append(all.Keys, r.Key)
		all.People = append(all.People, r.Person)
		all.Asked = append(all.Asked, r.Asked)
		all.Seeks = append(all.Seeks, r.Seeks.Reveal())
		all.Terms = append(all.Terms, r.Terms.Reveal())
	}
	for _, s := range supporters {
		all.People = append(all.People, s.Person)
		all.Offers = append(all.Offers, s.Offers.Reveal())
		all.Terms = append(all.Terms, s.Terms.Reveal())
		all.Supporters = append(all.Supporters, [4]any{s.Capacity, s.TargetLoad, s.TrainedUntil, s.PausedUntil})
	}
	for _, h := range history {
		all.Endings = append(all.Endings, h.EndedBy.Reveal())
		h.EndedBy = peer.Private[peer.EndedBy]{}
		all.History = append(all.History, h)
	}
	return all
}

// at is the default day of a round.
func at(t testing.TB) peer.Date {
	t.Helper()
	day, err := peer.ParseDate("2026-01-05")
	require.NoError(t, err)
	return day
}

func TestDemandIsTheSameForTheSameSeed(t *testing.T) {
	cfg := synthetic.Config{Seed: 11}
	org := build(t, cfg)
	first := tell(synthetic.Demand(cfg, org))
	again := tell(synthetic.Demand(cfg, org))
	require.Equal(t, first, again)
}

func TestDemandDiffersBetweenSeeds(t *testing.T) {
	org := build(t, synthetic.Config{Seed: 11})
	one := tell(synthetic.Demand(synthetic.Config{Seed: 1}, org))
	two := tell(synthetic.Demand(synthetic.Config{Seed: 2}, org))
	require.NotEqual(t, one, two)
}

func TestDemandDoesNotDependOnTheOrderOfPeople(t *testing.T) {
	cfg := synthetic.Config{Seed: 4, People: 300}
	people, relations := synthetic.Organisation(cfg)
	org, err := peer.NewOrganisation(people, relations, peer.OrganisationConfig{})
	require.NoError(t, err)
	want := tell(synthetic.Demand(cfg, org))
	rng := rand.New(rand.NewPCG(4, 4))
	for range 10 {
		rng.Shuffle(len(people), func(i, j int) { people[i], people[j] = people[j], people[i] })
		shuffled, err := peer.NewOrganisation(people, relations, peer.OrganisationConfig{})
		require.NoError(t, err)
		require.Equal(t, want, tell(synthetic.Demand(cfg, shuffled)))
	}
}

func TestDemandIsAccepted(t *testing.T) {
	check := peer.NewValidator()
	for seed := range uint64(scaled(t, 100)) {
		cfg := synthetic.Config{Seed: seed, People: 100}
		org := build(t, cfg)
		requests, supporters, history := synthetic.Demand(cfg, org)
		require.Len(t, requests, len(slices.Compact(keysOf(requests))), "request keys are distinct")
		for i, r := range requests {
			require.Empty(t, check.Request(i, r), "seed %d", seed)
			_, known := org.Node(r.Person)
			require.True(t, known)
		}
		for i, s := range supporters {
			require.Empty(t, check.Supporter(i, s), "seed %d", seed)
		}
		for i, h := range history {
			require.Empty(t, check.Relationship(i, h), "seed %d", seed)
			require.NotEqual(t, h.Seeker, h.Supporter)
		}
	}
}

func keysOf(requests []peer.Request) []peer.ExternalID {
	keys := make([]peer.ExternalID, len(requests))
	for i, r := range requests {
		keys[i] = r.Key
	}
	slices.Sort(keys)
	return keys
}

func TestDemandHasTheSharesAskedFor(t *testing.T) {
	org := build(t, synthetic.Config{People: 1000})
	requests, supporters, _ := synthetic.Demand(synthetic.Config{Seekers: 0.2, Supporters: 0.05}, org)
	require.InDelta(t, 200, len(requests), 10) // of those present
	require.InDelta(t, 50, len(supporters), 5)
	for _, none := range []float64{-1, math.Inf(-1), math.NaN()} {
		requests, supporters, history := synthetic.Demand(synthetic.Config{Seekers: none, Supporters: none}, org)
		require.Empty(t, requests)
		require.Empty(t, supporters)
		require.Empty(t, history)
	}
}

func TestOnlyThoseWhoArePresentTakePart(t *testing.T) {
	org := build(t, synthetic.Config{People: 2000})
	requests, supporters, _ := synthetic.Demand(synthetic.Config{Seekers: 1, Supporters: 1}, org)
	for _, r := range requests {
		n, _ := org.Node(r.Person)
		require.Contains(t, []peer.Status{peer.Active, peer.OnLeave}, org.Status(n))
	}
	for _, s := range supporters {
		n, _ := org.Node(s.Person)
		require.Equal(t, peer.Active, org.Status(n))
	}
}

func TestOneHumanBeingTakesPartOnce(t *testing.T) {
	people := []peer.Person{{Key: "boss"}, {Key: "b", Manager: "boss"}, {Key: "a", Manager: "boss", SameAs: "b"}}
	org, err := peer.NewOrganisation(people, nil, peer.OrganisationConfig{})
	require.NoError(t, err)
	requests, supporters, _ := synthetic.Demand(synthetic.Config{Seekers: 1, Supporters: 1}, org)
	require.Equal(t, []peer.ExternalID{"a", "boss"}, []peer.ExternalID{requests[0].Person, requests[1].Person})
	require.Len(t, requests, 2)
	require.Len(t, supporters, 2)
}

func TestRequestsWereMadeInTheSixtyDaysBefore(t *testing.T) {
	org := build(t, synthetic.Config{People: 3000})
	requests, _, _ := synthetic.Demand(synthetic.Config{}, org)
	for _, r := range requests {
		days := at(t).Sub(r.Asked)
		require.True(t, 1 <= days && days <= 60, "%d days", days)
	}
}

func TestNobodyIsBothWantedAndNotWanted(t *testing.T) {
	var preferring, refusing int
	for seed := range uint64(50) {
		cfg := synthetic.Config{Seed: seed, People: 50, Seekers: 1, Supporters: 0.05}
		requests, _, _ := synthetic.Demand(cfg, build(t, cfg))
		for _, r := range requests {
			s := r.Seeks.Reveal()
			for _, p := range s.Preferred {
				require.NotContains(t, s.NotWanted, p)
				require.NotEqual(t, r.Person, p)
			}
			preferring += min(1, len(s.Preferred))
			refusing += min(1, len(s.NotWanted))
		}
	}
	require.Positive(t, preferring)
	require.Positive(t, refusing)
}

func TestMostGiveEveryConsentAndSomeWithhold(t *testing.T) {
	cfg := synthetic.Config{People: 5000}
	requests, supporters, _ := synthetic.Demand(cfg, build(t, cfg))
	var terms []peer.Terms
	for _, r := range requests {
		terms = append(terms, r.Terms.Reveal())
	}
	for _, s := range supporters {
		terms = append(terms, s.Terms.Reveal())
	}
	matching, release := 0, 0
	for _, x := range terms {
		give, tell := 1, 1
		for _, kind := range peer.Kinds() {
			if kind == peer.KindPreferred {
				continue
			}
			if !x.ForMatching(kind, at(t)) {
				give = 0
			}
			if !x.ForRelease(kind, at(t)) {
				tell = 0
			}
		}
		require.False(t, x.ForRelease(peer.KindPreferred, at(t)))
		matching, release = matching+give, release+tell
	}
	require.Greater(t, matching, len(terms)*7/10)
	require.Less(t, matching, len(terms))
	require.Greater(t, release, len(terms)*4/10)
	require.Less(t, release, matching)
}

func TestOpenRelationshipsFitTheSupportersPlaces(t *testing.T) {
	for seed := range uint64(20) {
		cfg := synthetic.Config{Seed: seed, People: 1000}
		requests, supporters, history := synthetic.Demand(cfg, build(t, cfg))
		places := map[peer.ExternalID]int{}
		for _, s := range supporters {
			places[s.Person] = s.Capacity
		}
		asking := keysOfPeople(requests)
		var open, ended int
		for _, h := range history {
			if !h.Open(at(t)) {
				ended++
				continue
			}
			open++
			places[h.Supporter]--
			require.GreaterOrEqual(t, places[h.Supporter], 0)
			require.NotContains(t, asking, h.Seeker)
		}
		require.Positive(t, open)
		require.Positive(t, ended)
	}
}

func keysOfPeople(requests []peer.Request) []peer.ExternalID {
	people := make([]peer.ExternalID, len(requests))
	for i, r := range requests {
		people[i] = r.Person
	}
	return people
}

func TestAnOrganisationWithoutPeopleHasNoDemand(t *testing.T) {
	requests, supporters, history := synthetic.Demand(synthetic.Config{}, &peer.Organisation{})
	require.Empty(t, requests)
	require.Empty(t, supporters)
	require.Empty(t, history)
}

// zones returns the time zone of each location, and fails when a location has
// two.
func zones(t *testing.T, cfg synthetic.Config, org *peer.Organisation) map[string]string {
	t.Helper()
	requests, supporters, _ := synthetic.Demand(cfg, org)
	found := map[string]string{}
	note := func(person peer.ExternalID, a peer.Availability) {
		n, _ := org.Node(person)
		place := org.Location(n)
		if a.IsZero() {
			return
		}
		if zone, ok := found[place]; ok {
			require.Equal(t, zone, a.Zone)
		}
		found[place] = a.Zone
	}
	for _, r := range requests {
		note(r.Person, r.Seeks.Reveal().Availability)
	}
	for _, s := range supporters {
		note(s.Person, s.Offers.Reveal().Availability)
	}
	return found
}

func TestEverybodyAtALocationHasOneTimeZone(t *testing.T) {
	differ := 0
	for seed := range uint64(20) {
		cfg := synthetic.Config{Seed: seed, People: 2000}
		found := zones(t, cfg, build(t, cfg))
		for _, zone := range found {
			if zone != found["Head Office"] {
				differ++
				break
			}
		}
	}
	require.Greater(t, differ, 5, "organisations with more than one time zone")
}

func TestPeopleWithoutALocationHaveTheTimeOfLondon(t *testing.T) {
	people := []peer.Person{{Key: "top"}}
	for i := range 50 {
		people = append(people, peer.Person{Key: peer.ExternalID(fmt.Sprint("p", i)), Manager: "top"})
	}
	org, err := peer.NewOrganisation(people, nil, peer.OrganisationConfig{})
	require.NoError(t, err)
	for seed := range uint64(10) {
		cfg := synthetic.Config{Seed: seed, Seekers: 1}
		require.Equal(t, map[string]string{"": "Europe/London"}, zones(t, cfg, org))
	}
}

func BenchmarkDemand(b *testing.B) {
	cfg := synthetic.Config{People: 100_000, Seekers: 0.1, Supporters: 0.025}
	org := build(b, cfg)
	for b.Loop() {
		synthetic.Demand(cfg, org)
	}
}
