package matching_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// TestWhoEndedAPairIsForTheAuditorAlone compares worlds that differ only in how
// an earlier pair ended: whether somebody declined, and who. The plan and what
// everybody but the auditor is told are the same bytes.
func TestWhoEndedAPairIsForTheAuditorAlone(t *testing.T) {
	t.Parallel()
	noticed := 0
	for seed := range uint64(20 * scale(t)) {
		if w := roll(seed, small()); len(w.requests) == 0 || len(w.supporters) == 0 {
			continue
		}
		ended := func(by peer.EndedBy) *matching.Pool {
			w := roll(seed, small())
			w.history = append(slices.Clone(w.history), peer.Relationship{
				Seeker: w.requests[0].Person, Supporter: w.supporters[0].Person,
				During:  peer.Interval{From: w.at.AddDays(-90), Until: w.at.AddDays(-60)},
				EndedBy: peer.NewPrivate(by)})
			return w.pool(t)
		}
		declined := ended(peer.EndedByDeclining)
		plan := planOf(t, declined)
		for _, by := range []peer.EndedBy{peer.EndedAsPlanned, peer.EndedBySeeker, peer.EndedBySupporter, peer.EndedByNotKnown} {
			other := ended(by)
			otherPlan := planOf(t, other)
			require.Equal(t, asJSON(t, plan), asJSON(t, otherPlan))
			w := roll(seed, small())
			q := matching.Question{Request: w.requests[0].Key, Supporter: w.supporters[0].Person}
			for _, reader := range []principles.Reader{
				principles.ReaderSeeker, principles.ReaderSupporter, principles.ReaderCoordinator} {
				q.Reader = reader
				require.Equal(t, told(t, declined, plan, q), told(t, other, otherPlan, q), "world %d, %s", seed, reader)
			}
			q.Reader = principles.ReaderAuditor
			if told(t, declined, plan, q) != told(t, other, otherPlan, q) {
				noticed++
			}
		}
	}
	require.Positive(t, noticed, "the auditor should see a difference, or nothing is compared")
}

// TestAPoolSharesNothingThatCanBeWrittenTo changes what a pool hands out and
// asks for the plan again.
func TestAPoolSharesNothingThatCanBeWrittenTo(t *testing.T) {
	t.Parallel()
	w := roll(3, small())
	pool := w.pool(t)
	before := asJSON(t, planOf(t, pool))
	policy := pool.Policy()
	policy.Weights[0].Weight = 999
	policy.Objectives[0] = matching.Fit
	pool.Pair(0, 0).Policy().Weights[0].Weight = 999
	require.Equal(t, before, asJSON(t, planOf(t, pool)))
}
