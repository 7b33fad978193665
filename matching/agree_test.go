package matching_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
)

// requireAgreement fails unless a plan is what an oracle says is best, pair by
// pair and rung by rung, and Verify accepts it.
func requireAgreement(t testing.TB, o *oracle, r matching.Round, plan matching.Plan, columns []int, costs []int64) {
	t.Helper()
	require.Equal(t, o.named(columns), pairsOf(plan), "the pairs")
	for n, rung := range o.ladder() {
		value := costs[n]
		if rung != "load" {
			value = -value
		}
		require.Equal(t, matching.ObjectiveResult{ID: string(rung), Value: value, Bound: value, Exact: true},
			plan.Objectives[n])
	}
	for _, pair := range plan.Pairs {
		i, j := o.find(pair.Request, pair.Supporter)
		require.Equal(t, o.score[i][j], pair.Score)
	}
	require.Len(t, plan.Unmatched, len(o.requests)-len(plan.Pairs))
	v, err := matching.Verify(r, o.policy, plan)
	require.NoError(t, err)
	require.Empty(t, v.Failures)
	require.Equal(t, o.allowed(), v.Allowed)
}

func (o *oracle) named(columns []int) map[peer.ExternalID]peer.ExternalID {
	pairs := map[peer.ExternalID]peer.ExternalID{}
	for i, j := range columns {
		if j >= 0 {
			pairs[o.requests[i].Key] = o.supporters[j].Person
		}
	}
	return pairs
}

func pairsOf(plan matching.Plan) map[peer.ExternalID]peer.ExternalID {
	pairs := map[peer.ExternalID]peer.ExternalID{}
	for _, p := range plan.Pairs {
		pairs[p.Request] = p.Supporter
	}
	return pairs
}

func (o *oracle) find(request, supporter peer.ExternalID) (i, j int) {
	for i = range o.requests {
		for j = range o.supporters {
			if o.requests[i].Key == request && o.supporters[j].Person == supporter {
				return i, j
			}
		}
	}
	return -1, -1
}

// allowed counts the legal pairs.
func (o *oracle) allowed() int {
	n := 0
	for _, row := range o.legal {
		for _, legal := range row {
			if legal {
				n++
			}
		}
	}
	return n
}
