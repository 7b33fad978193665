package matching_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
)

func TestTheZeroPolicyIsTheDefault(t *testing.T) {
	require.Empty(t, matching.Policy{}.Check())
	require.Empty(t, matching.DefaultPolicy().Check())
	w := pairOf()
	_, zero := w.match(t)
	w.policy = matching.DefaultPolicy()
	_, written := w.match(t)
	require.Equal(t, zero.Digest, written.Digest)
}

func TestAPolicyIsCheckedWhole(t *testing.T) {
	var nobody *criterionPointer
	cases := map[peer.FaultCode]matching.Policy{
		matching.FaultPolicyRange:     {MaxRepairs: -1},
		matching.FaultPolicyName:      {Name: strings.Repeat("x", 65)},
		matching.FaultCriterion:       {Weights: []matching.Weight{{Criterion: "luck", Weight: 1}}},
		matching.FaultObjective:       {Objectives: []matching.Objective{matching.Canonical}},
		matching.FaultPolicyTwice:     {Objectives: []matching.Objective{matching.Fit, matching.Fit}},
		matching.FaultPolicyRule:      {Rules: []matching.Rule{nil}},
		matching.FaultPolicyCriterion: {Criteria: []matching.Criterion{nobody}},
	}
	for code, p := range cases {
		t.Run(string(code), func(t *testing.T) {
			require.True(t, p.Check().Has(code))
			w := pairOf()
			_, err := matching.Prepare(w.round(t), p)
			var faults *matching.RoundError
			require.ErrorAs(t, err, &faults)
			require.True(t, faults.Faults.Has(code))
		})
	}
	several := matching.Policy{Name: "a\nb", MaxRepairs: -1, Objectives: []matching.Objective{"speed"}}
	require.Len(t, several.Check(), 3)
	require.Empty(t, matching.Policy{Name: strings.Repeat("ü", 64)}.Check())
	require.NotEmpty(t, matching.Policy{Criteria: []matching.Criterion{nil}}.Check())
}

// criterionPointer is a criterion that a nil pointer can hide in.
type criterionPointer struct{ id string }

func (c *criterionPointer) ID() string                 { return c.id }
func (c *criterionPointer) Rate(matching.Pair) float64 { return 0 }

func TestARoundIsCheckedWhole(t *testing.T) {
	w := pairOf()
	w.people = append(w.people, peer.Person{Key: "again", Manager: "top", SameAs: "ana"})
	w.requests = append(w.requests, asking("again", w.at), asking("stranger", w.at), asking("top", w.at))
	w.requests[3].Key = "R_ANA"
	w.supporters = append(w.supporters, offering("stranger", -1, w.at), offering("ben", 1, w.at))
	_, err := matching.Prepare(w.round(t), w.policy)
	var faults *matching.RoundError
	require.ErrorAs(t, err, &faults)
	for _, code := range []peer.FaultCode{
		peer.FaultSecondRequest, peer.FaultPersonUnknown, peer.FaultIDDuplicate, peer.FaultRange, peer.FaultSecondSupporter,
	} {
		require.True(t, faults.Faults.Has(code), code)
	}
}

func TestARequestOfTomorrowCountsAsOfToday(t *testing.T) {
	w := pairOf()
	w.requests[0].Asked = w.at.AddDays(1)
	pool := w.pool(t)
	require.True(t, pool.Warnings().Has(peer.FaultFutureRequest))
	require.Zero(t, pool.Pair(0, 0).Waited())
}
