package peer_test

import (
	"errors"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
)

const million = 1_000_000

func chain(n int) []peer.Person {
	people := make([]peer.Person, n)
	for i := range people {
		people[i].Key = key(i)
		if i > 0 {
			people[i].Manager = people[i-1].Key
		}
	}
	return people
}

// A recursive walk would end the whole program here, beyond recover.
func TestMillionDeepChainIsBuiltWithoutRecursion(t *testing.T) {
	org := organisation(t, peer.OrganisationConfig{MaxDepth: -1}, nil, chain(million)...)
	top, bottom := node(t, org, key(0)), node(t, org, key(million-1))
	require.True(t, org.Above(top, bottom))
	require.Equal(t, million-1, org.Depth(bottom))
	steps, joined := org.Distance(bottom, node(t, org, key(million/2)))
	require.True(t, joined)
	require.Equal(t, million/2-1, steps)
	require.Len(t, org.On(day(t, "2026-01-01"), 12).Superiors(bottom, 1000), 1000)
}

func TestManyVacantPositionsInARowAreSkipped(t *testing.T) {
	const n = million / 10
	people := chain(n)
	for i := range people[1 : n-1] {
		people[1+i].Status = peer.Vacant
	}
	org := organisation(t, peer.OrganisationConfig{}, nil, people...)
	require.Equal(t, node(t, org, key(0)), org.Manager(node(t, org, key(n-1))))
}

// CSV-24 of the catalogue of hostile inputs allows two seconds. The time is told
// and not held against that: the machine of a test may be busy with others, and a
// walk that is not linear would take hours.
func TestMillionCircleIsFound(t *testing.T) {
	people := chain(million)
	people[0].Manager = key(million - 1)
	began := time.Now()
	_, err := peer.NewOrganisation(people, nil, peer.OrganisationConfig{})
	t.Logf("found after %v", time.Since(began))
	var fault peer.Fault
	require.ErrorAs(t, err, &fault)
	require.Equal(t, peer.FaultCycle, fault.Code)
	require.Len(t, fault.IDs, million)
	require.Less(t, len(err.Error()), 1000, "a report names the first few")
}

func TestManyRecordsOfOnePersonAreJoined(t *testing.T) {
	const n = million / 10
	people := chain(n)
	for i := range people {
		people[i].Manager, people[i].SameAs = "", key(max(0, i-1))
	}
	org := organisation(t, peer.OrganisationConfig{Flat: true}, nil, people...)
	require.Len(t, org.Accounts(node(t, org, key(7))), n)
	require.True(t, org.SamePerson(node(t, org, key(0)), node(t, org, key(n-1))))
}

func TestDepthIsLimitedUnlessDeclared(t *testing.T) {
	for depth, c := range map[int]struct {
		limit   int
		refused bool
	}{
		peer.DefaultMaxDepth:     {limit: 0},
		peer.DefaultMaxDepth + 1: {limit: 0, refused: true},
		100:                      {limit: 100},
		101:                      {limit: 100, refused: true},
		300:                      {limit: -1},
	} {
		t.Run(strconv.Itoa(depth), func(t *testing.T) {
			_, err := peer.NewOrganisation(chain(depth+1), nil, peer.OrganisationConfig{MaxDepth: c.limit})
			var faults peer.Faults
			require.Equal(t, c.refused, errors.As(err, &faults))
			require.Equal(t, c.refused, faults.Has(peer.FaultTooDeep))
		})
	}
}

// Only the shallowest of those who stand too deep are named, not everybody
// below them.
func TestTooDeepNamesWhereItBegins(t *testing.T) {
	_, err := peer.NewOrganisation(chain(200), nil, peer.OrganisationConfig{})
	var faults peer.Faults
	require.ErrorAs(t, err, &faults)
	require.Len(t, faults, 1)
	require.Equal(t, []peer.ExternalID{key(peer.DefaultMaxDepth + 1)}, faults[0].IDs)
}
