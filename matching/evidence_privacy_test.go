package matching_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
)

// TestTheOrderOfTheInputDecidesNoEvidence shuffles people, relations, requests,
// supporters and history.
func TestTheOrderOfTheInputDecidesNoEvidence(t *testing.T) {
	t.Parallel()
	for seed := range uint64(60 * bounded(t, 20)) {
		r := rand.New(rand.NewPCG(seed, 13))
		w := roll(seed, size{people: 20, requests: 8, supporters: 6, relations: 8})
		w.history = append(w.history, w.pasts(r)...)
		plan := w.anyPlan(t, r)
		want := w.evidence(t, plan)
		for range 3 {
			shuffled := w.shuffled(r)
			require.Equal(t, want, shuffled.evidence(t, plan), "world %d", seed)
		}
	}
}

// TestARecordMoreIsNobodyMore gives everybody in a round a second record, and
// uses it in the history: no measure counts anybody twice.
func TestARecordMoreIsNobodyMore(t *testing.T) {
	w, _ := marked()
	w.config.Flat = true
	plan := planOf(t, w.pool(t))
	want := w.evidence(t, plan)
	v := w.clone()
	for _, p := range w.people {
		v.people = append(v.people, peer.Person{Key: "second_" + p.Key, Manager: p.Manager, Team: p.Team, SameAs: p.Key})
	}
	for _, h := range w.history {
		h.Seeker, h.Supporter = "second_"+h.Seeker, "second_"+h.Supporter
		v.history = append(v.history, h)
	}
	require.Equal(t, want, v.evidence(t, plan))
}

func TestEvidenceHoldsNoSecret(t *testing.T) {
	w, markers := marked()
	pool := w.pool(t)
	plan := planOf(t, pool)
	evidence, err := pool.Evidence(plan)
	require.NoError(t, err)
	markers = append(markers, "ana", "ben", "cleo", "dan", "r_", "2026-08-23", "2026-09-22") // the days of the only relationship
	requireSilent(t, markers, asJSON(t, evidence)+fmt.Sprintf("%+v", evidence)+printed(evidence))
	_, err = pool.Evidence(matching.Plan{Schema: plan.Schema, Digest: "canary"})
	require.ErrorIs(t, err, matching.ErrOtherPlan)
	requireSilent(t, markers, err.Error()+printed(err))
}
