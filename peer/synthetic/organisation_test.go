package synthetic_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/synthetic"
)

func build(t testing.TB, cfg synthetic.Config) *peer.Organisation {
	t.Helper()
	people, relations := synthetic.Organisation(cfg)
	org, err := peer.NewOrganisation(people, relations, peer.OrganisationConfig{})
	require.NoError(t, err)
	return org
}

func TestOrganisationIsTheSameForTheSameSeed(t *testing.T) {
	people, relations := synthetic.Organisation(synthetic.Config{Seed: 7})
	again, relationsAgain := synthetic.Organisation(synthetic.Config{Seed: 7})
	require.Equal(t, people, again)
	require.Equal(t, relations, relationsAgain)
}

func TestOrganisationDiffersBetweenSeeds(t *testing.T) {
	people, _ := synthetic.Organisation(synthetic.Config{Seed: 7})
	other, _ := synthetic.Organisation(synthetic.Config{Seed: 8})
	require.NotEqual(t, people, other)
}

func TestOrganisationBuildsWithoutFaultsOrWarnings(t *testing.T) {
	for seed := range uint64(scaled(t, 100)) {
		org := build(t, synthetic.Config{Seed: seed, People: 1 + int(seed*37%1200)})
		require.Empty(t, org.Warnings(), "seed %d", seed)
	}
}

func TestOrganisationHasTheSizeAskedFor(t *testing.T) {
	for n := 1; n <= 60; n++ {
		people, _ := synthetic.Organisation(synthetic.Config{Seed: uint64(n), People: n})
		require.Len(t, people, n)
	}
}

func TestOrganisationKeysCountFromTheTop(t *testing.T) {
	people, _ := synthetic.Organisation(synthetic.Config{})
	require.Len(t, people, synthetic.DefaultPeople)
	require.Equal(t, peer.ExternalID("P0001"), people[0].Key)
	require.Empty(t, people[0].Manager)
	require.Equal(t, peer.ExternalID("P0400"), people[399].Key)
}

func TestSpansAreRealistic(t *testing.T) {
	for seed := range uint64(20) {
		people, _ := synthetic.Organisation(synthetic.Config{Seed: seed, People: 5000})
		reports := map[peer.ExternalID]int{}
		for _, p := range people[1:] {
			reports[p.Manager]++
		}
		var spans []int
		for _, n := range reports {
			spans = append(spans, n)
		}
		slices.Sort(spans)
		require.GreaterOrEqual(t, spans[0], 2, "seed %d", seed)
		require.LessOrEqual(t, spans[len(spans)-1], 15, "seed %d", seed)
		median := spans[len(spans)/2]
		require.True(t, 6 <= median && median <= 8, "seed %d: median span %d", seed, median)
	}
}

func TestDepthGrowsWithTheLogarithmOfTheSize(t *testing.T) {
	for _, size := range []struct{ people, least, most int }{
		{40, 1, 5}, {400, 2, 7}, {4000, 4, 9}, {100_000, 5, 12},
	} {
		t.Run(fmt.Sprint(size.people), func(t *testing.T) {
			for seed := range uint64(2) {
				org := build(t, synthetic.Config{Seed: seed, People: size.people})
				deepest := 0
				for n := range peer.Node(org.Len()) {
					deepest = max(deepest, org.Depth(n))
				}
				require.GreaterOrEqual(t, deepest, size.least)
				require.LessOrEqual(t, deepest, size.most)
			}
		})
	}
}

func TestTeamsAreSubtreesOfBoundedSize(t *testing.T) {
	people, _ := synthetic.Organisation(synthetic.Config{Seed: 3, People: 3000})
	byKey := map[peer.ExternalID]peer.Person{}
	members := map[string]int{}
	entries := map[string]int{} // people of a team whose manager is not of it
	for _, p := range people {
		byKey[p.Key] = p
		members[p.Team]++
		if p.Manager == "" || byKey[p.Manager].Team != p.Team {
			entries[p.Team]++
		}
	}
	require.Greater(t, len(members), 50)
	for team, n := range entries {
		require.Equal(t, 1, n, "team %s has one top", team)
		if strings.ContainsAny(team, "0123456789") {
			require.LessOrEqual(t, members[team], 40, "team %s", team)
		}
	}
}

func TestOneSiteIsLarge(t *testing.T) {
	people, _ := synthetic.Organisation(synthetic.Config{Seed: 5, People: 5000})
	at := map[string]int{}
	for _, p := range people {
		at[p.Location]++
	}
	require.Len(t, at, 6)
	require.Greater(t, at["Head Office"], 2000)
	require.Less(t, at["Head Office"], 4000)
}

func TestEveryStatusAndKindOfRelationOccurs(t *testing.T) {
	people, relations := synthetic.Organisation(synthetic.Config{Seed: 1, People: 5000})
	statuses := map[peer.Status]int{}
	for _, p := range people {
		statuses[p.Status]++
	}
	for _, s := range []peer.Status{peer.Active, peer.OnLeave, peer.Left, peer.Vacant} {
		require.Positive(t, statuses[s], s.String())
	}
	require.Greater(t, statuses[peer.Active], 4500)
	kinds := map[peer.RelationKind]int{}
	for _, r := range relations {
		kinds[r.Kind]++
	}
	for _, k := range peer.RelationKinds() {
		require.Positive(t, kinds[k], k.String())
	}
}

func TestRelationsArePastPresentAndToCome(t *testing.T) {
	at := peer.DateOf(time.Date(2025, time.March, 14, 0, 0, 0, 0, time.UTC))
	_, relations := synthetic.Organisation(synthetic.Config{Seed: 1, People: 2000, At: at})
	var past, present, coming int
	for _, r := range relations {
		require.False(t, r.During.Reversed())
		switch {
		case r.During.Contains(at):
			present++
		case at.Before(r.During.From):
			coming++
		default:
			past++
		}
	}
	require.Positive(t, past)
	require.Positive(t, coming)
	require.Greater(t, present, past+coming)
}

func BenchmarkOrganisation(b *testing.B) {
	for _, n := range []int{400, 10_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				synthetic.Organisation(synthetic.Config{Seed: 1, People: n})
			}
		})
	}
}
