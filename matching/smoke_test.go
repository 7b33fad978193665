package matching

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/synthetic"
)

func TestSmoke(t *testing.T) {
	at, _ := peer.ParseDate("2026-11-21")
	people, rels := synthetic.Organisation(synthetic.Config{Seed: 1})
	org, err := peer.NewOrganisation(people, rels, peer.OrganisationConfig{})
	require.NoError(t, err)
	q, s, h := synthetic.Demand(synthetic.Config{Seed: 1, At: at}, org)
	r := Round{At: at, Organisation: org, Requests: q, Supporters: s, History: h}
	start := time.Now()
	plan, err := Match(context.Background(), r, Policy{})
	require.NoError(t, err)
	t.Log(len(q), len(s), len(h), len(plan.Pairs), len(plan.Unmatched), plan.Objectives, time.Since(start))
	for _, u := range plan.Unmatched {
		t.Log(u)
	}
	t.Log(plan.Repairs)
	v, err := Verify(r, Policy{}, plan)
	require.NoError(t, err)
	require.Empty(t, v.Failures)
	t.Log(v)
}
