package matching_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestSmallRoundsAgreeWithBruteForce compares plans with the best of all
// assignments, over pairs that the independent checker allows.
func TestSmallRoundsAgreeWithBruteForce(t *testing.T) {
	t.Parallel()
	rounds, pairs, allowed := 2000*scale(t), 0, 0
	seed := 0
	defer func() {
		if t.Failed() {
			t.Logf("in world %d", seed)
		}
	}()
	for ; seed < rounds; seed++ {
		w := roll(uint64(seed), small())
		r, plan := w.match(t)
		o := newOracle(w)
		columns, costs := o.best()
		requireAgreement(t, o, r, plan, columns, costs)
		pairs += len(plan.Pairs)
		allowed += o.allowed()
	}
	require.Greater(t, pairs, rounds/2, "the worlds should give the engine something to do")
	t.Logf("%d rounds, %d pairs proposed of %d allowed", rounds, pairs, allowed)
}
