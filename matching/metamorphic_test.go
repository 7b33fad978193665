package matching_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// eachPlan calls yield with small random worlds and their plans.
func eachPlan(t *testing.T, rounds int, yield func(w world, plan matching.Plan)) {
	t.Helper()
	for seed := range uint64(rounds) {
		w := roll(seed, small())
		_, plan := w.match(t)
		yield(w, plan)
		if t.Failed() {
			t.Fatalf("in world %d", seed)
		}
	}
}

// values are what the objectives come to, the lots left out.
func values(p matching.Plan) []matching.ObjectiveResult {
	var list []matching.ObjectiveResult
	for _, o := range p.Objectives {
		if o.ID[0] != 'c' {
			list = append(list, o)
		}
	}
	return list
}

// betterThan reports whether a comes before b on the ladder.
func betterThan(a, b matching.Plan) bool {
	for n, o := range values(a) {
		sign := int64(1)
		if o.ID == "load" {
			sign = -1
		}
		if d := sign * (o.Value - b.Objectives[n].Value); d != 0 {
			return d > 0
		}
	}
	return false
}

func TestForbiddingAPairNeverHelpsNorMakesIt(t *testing.T) {
	eachPlan(t, 150*scale(t), func(w world, plan matching.Plan) {
		for _, pair := range plan.Pairs {
			v := w.clone()
			v.policy.Rules = append([]matching.Rule{forbid(pair.Request, pair.Supporter)}, w.policy.Rules...)
			_, after := v.match(t)
			require.NotEqual(t, pair.Supporter, pairsOf(after)[pair.Request])
			require.False(t, betterThan(after, plan))
		}
	})
}

func forbid(request, supporter peer.ExternalID) matching.Rule {
	return matching.Func("forbidden", "", func(p matching.Pair) principles.Finding {
		if p.Request() == request && p.SupporterKey() == supporter {
			return principles.Finding{Verdict: principles.Violated, Code: "forbidden"}
		}
		return principles.Finding{Verdict: principles.Satisfied}
	})
}

func TestSomebodyOutOfReachChangesNothing(t *testing.T) {
	eachPlan(t, 100*scale(t), func(w world, plan matching.Plan) {
		v := w.clone()
		v.people = append(v.people, peer.Person{Key: "far_away", Manager: w.people[0].Key})
		_, after := v.match(t)
		require.Equal(t, pairsOf(plan), pairsOf(after))
		require.Equal(t, values(plan), values(after))
	})
}

func TestASupporterWithoutAPairIsNotMissed(t *testing.T) {
	eachPlan(t, 100*scale(t), func(w world, plan matching.Plan) {
		paired := map[peer.ExternalID]bool{}
		for _, p := range plan.Pairs {
			paired[p.Supporter] = true
		}
		c := newChecker(w)
		for j, s := range w.supporters {
			if paired[s.Person] || c.asksToo(s) {
				continue // who asks too closes the other direction
			}
			v := w.clone()
			v.supporters = append(v.supporters[:j:j], v.supporters[j+1:]...)
			_, after := v.match(t)
			require.Equal(t, values(plan), values(after))
		}
	})
}

func (c *checker) asksToo(s peer.Supporter) bool {
	for _, q := range c.requests {
		if c.sameKeys(q.Person, s.Person) {
			return true
		}
	}
	return false
}

func TestRenamingChangesNoValue(t *testing.T) {
	eachPlan(t, 100*scale(t), func(w world, plan matching.Plan) {
		v := w.clone()
		for i := range v.requests {
			v.requests[i].Key = "renamed_" + v.requests[i].Key // which keeps their order
		}
		_, after := v.match(t)
		require.Equal(t, values(plan), values(after))
	})
}

func TestScalingAllWeightsChangesNoPair(t *testing.T) {
	eachPlan(t, 100*scale(t), func(w world, plan matching.Plan) {
		weights := w.policy.Weights
		if weights == nil {
			weights = matching.DefaultWeights()
		}
		v := w.clone()
		v.policy.Weights = []matching.Weight{}
		for _, x := range weights {
			if x.Weight > matching.MaxWeight/3 {
				return
			}
			v.policy.Weights = append(v.policy.Weights, matching.Weight{Criterion: x.Criterion, Weight: 3 * x.Weight})
		}
		_, after := v.match(t)
		require.Equal(t, pairsOf(plan), pairsOf(after))
	})
}

func TestSplittingPlacesBetweenTwinsChangesNoValue(t *testing.T) {
	for places := 2; places <= 4; places++ {
		one, two := pairOf(), pairOf()
		one.supporters = []peer.Supporter{offering("ben", places, one.at)}
		two.people = append(two.people, peer.Person{Key: "twin", Manager: "bens_boss"})
		two.supporters = []peer.Supporter{offering("ben", 1, two.at), offering("twin", places-1, two.at)}
		for _, w := range []*world{&one, &two} {
			for n := range 3 {
				key := peer.ExternalID(fmt.Sprintf("more_%d", n))
				w.people = append(w.people, peer.Person{Key: key, Manager: "anas_boss"})
				w.requests = append(w.requests, asking(key, w.at.AddDays(-n)))
			}
		}
		_, a := one.match(t)
		_, b := two.match(t)
		require.Equal(t, values(a), values(b))
	}
}

// TestLosingAManagerNeverAllowsMore deletes one manager after the other: no pair
// that was not allowed becomes allowed, whatever the further lines.
func TestLosingAManagerNeverAllowsMore(t *testing.T) {
	eachPlan(t, 100*scale(t), func(w world, _ matching.Plan) {
		w.config = peer.OrganisationConfig{}
		before := newOracle(w)
		if before.circular() || w.policy.Hierarchy.Depth > 0 || w.policy.Hierarchy.SharedManager {
			return // how far an unknown manager would have been away, nobody knows
		}
		for k := range w.people {
			if w.people[k].Manager == "" || w.people[k].Status == peer.Vacant {
				continue
			}
			v := w.clone()
			v.people[k].Manager = ""
			pool := v.pool(t)
			pairs, err := pool.Eligible(t.Context())
			require.NoError(t, err)
			for _, e := range pairs {
				pair := pool.Pair(e.Request, e.Supporter)
				i, j := before.find(pair.Request(), pair.SupporterKey())
				require.True(t, before.legal[i][j], "%s with %s", pair.Request(), pair.SupporterKey())
			}
		}
	})
}

// circular reports whether two people are above each other, by further lines
// or further records: then somebody below a top may be above it too.
func (c *checker) circular() bool {
	for a := range c.people {
		for b := range a {
			if c.steps(a, b) > 0 && c.steps(b, a) > 0 {
				return true
			}
		}
	}
	return false
}
