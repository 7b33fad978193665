package matching_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/synthetic"
)

// company is a made-up round of a company with so many people.
func company(t testing.TB, people int) matching.Round {
	t.Helper()
	return demand(t, synthetic.Config{Seed: 1, People: people, At: day("2026-11-21")})
}

func demand(t testing.TB, cfg synthetic.Config) matching.Round {
	t.Helper()
	people, relations := synthetic.Organisation(cfg)
	org, err := peer.NewOrganisation(people, relations, peer.OrganisationConfig{})
	require.NoError(t, err)
	r := matching.Round{At: cfg.At, Organisation: org}
	r.Requests, r.Supporters, r.History = synthetic.Demand(cfg, org)
	return r
}

func TestACompanyOfFourHundredIsMatchedAndVerified(t *testing.T) {
	r := company(t, 400)
	plan, err := matching.Match(t.Context(), r, matching.Policy{})
	require.NoError(t, err)
	require.Greater(t, len(plan.Pairs), 20)
	v, err := matching.Verify(r, matching.Policy{}, plan)
	require.NoError(t, err)
	require.Empty(t, v.Failures)
	require.Equal(t, len(r.Requests)*len(r.Supporters), v.Considered)
}

func TestTheLargestWeightsAndWaitsFit(t *testing.T) {
	w := pairOf()
	w.at = day("2200-12-31")
	w.requests[0].Asked = day("1900-01-01")
	w.supporters[0] = offering("ben", peer.MaxCapacity, w.at)
	w.supporters[0].TargetLoad = 1
	w.policy.Objectives = matching.Objectives()
	w.policy.Weights = nil
	for _, x := range matching.DefaultWeights() {
		w.policy.Weights = append(w.policy.Weights, matching.Weight{Criterion: x.Criterion, Weight: matching.MaxWeight})
	}
	r, plan := w.match(t)
	require.Len(t, plan.Pairs, 1)
	require.Equal(t, int64(w.at.Sub(day("1900-01-01"))), plan.Objectives[1].Value)
	v, err := matching.Verify(r, w.policy, plan)
	require.NoError(t, err)
	require.Empty(t, v.Failures)
}

// TestACancelledRoundStops cancels at several moments; whatever the moment, the
// answer is the cause, unless the plan was there first.
func TestACancelledRoundStops(t *testing.T) {
	pool, err := matching.Prepare(company(t, 3000), matching.Policy{})
	require.NoError(t, err)
	stop := errors.New("enough")
	for _, after := range []time.Duration{0, time.Millisecond, 10 * time.Millisecond} {
		ctx, cancel := context.WithCancelCause(t.Context())
		time.AfterFunc(after, func() { cancel(stop) })
		if after == 0 {
			cancel(stop)
		}
		_, err := pool.Match(ctx)
		if err != nil {
			require.ErrorIs(t, err, stop)
		}
		require.True(t, err != nil || after > 0)
	}
}
