package matching_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/matching/matchingtest"
	"github.com/peersupport/peersupport/principles"
)

// TestBothFacesOfEveryRuleAgree runs the conformance suite over every rule in
// random worlds.
func TestBothFacesOfEveryRuleAgree(t *testing.T) {
	t.Parallel()
	blocked := map[principles.RuleID]int{}
	for seed := range uint64(60 * bounded(t, 10)) {
		w := roll(seed, size{people: 40, requests: 14, supporters: 14, relations: 20})
		if len(w.requests) == 0 || len(w.supporters) == 0 {
			continue
		}
		pool := w.pool(t)
		for _, rule := range matching.BuiltIn(pool.Policy()) {
			require.Implements(t, (*matching.Indexed)(nil), rule)
			matchingtest.TestRule(t, rule, pool)
			blocked[rule.ID()] += countBlocked(rule, pool)
		}
		require.False(t, t.Failed(), "world %d", seed)
	}
	for _, rule := range matching.BuiltIn(matching.Policy{}) {
		require.Positive(t, blocked[rule.ID()], "the worlds should have cases for %s", rule.ID())
	}
}

func countBlocked(rule matching.Rule, pool *matching.Pool) int {
	n := 0
	for i := range pool.Requests() {
		for j := range pool.Supporters() {
			if rule.Check(pool.Pair(i, j)).Verdict.Blocks() {
				n++
			}
		}
	}
	return n
}

// TestOnlyTwoRulesKeepSecrets: vetoes and private relations are behind one mask
// in every finding, for the auditor alone; no other rule masks anything.
func TestOnlyTwoRulesKeepSecrets(t *testing.T) {
	w := pairOf()
	pair := w.pool(t).Pair(0, 0)
	for _, rule := range matching.BuiltIn(matching.Policy{}) {
		f := rule.Check(pair)
		switch rule.ID() {
		case "veto", "private_relation":
			require.Equal(t, matching.CodePrivateBlock, f.Mask)
			require.Zero(t, f.Audience)
		default:
			require.Empty(t, f.Mask)
		}
	}
}
