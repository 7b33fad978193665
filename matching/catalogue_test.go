package matching_test

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// elsewhere skips a row of the catalogue of hostile inputs that this package
// cannot meet.
func elsewhere(why string) func(*testing.T) {
	return func(t *testing.T) {
		t.Helper()
		t.Skip(why)
	}
}

// blockedBy returns a row of the catalogue in which a change keeps ana and ben
// apart.
func blockedBy(change func(*world), code principles.Code) func(*testing.T) {
	return func(t *testing.T) {
		t.Helper()
		w := pairOf()
		change(&w)
		require.Contains(t, codes(w.decide(t, 0, 0)), code)
		_, plan := w.match(t)
		require.Empty(t, plan.Pairs)
	}
}

func TestHostileOrganisations(t *testing.T) {
	for name, row := range map[string]func(*testing.T){
		"ORG-01 zero values":              zeroValues,
		"ORG-02 an empty organisation":    emptyOrganisation,
		"ORG-03 one person":               onePerson,
		"ORG-04 a boss and a report":      bossAndReport,
		"ORG-05 a boss and 999 reports":   star,
		"ORG-06 two managers each":        twoManagers,
		"ORG-07 acting for three days":    blockedBy(during("ana", "ben", peer.Acting, "2026-03-01", "2026-03-04"), matching.CodeDirectReport),
		"ORG-08 the head asks":            headAsks,
		"ORG-09 the coordinator manages":  elsewhere("who coordinates a case is the service's business"),
		"ORG-10 promoted mid-round":       promoted,
		"ORG-11 a client's manager":       blockedBy(line("ana", "ben", peer.Line), matching.CodeDirectReport),
		"ORG-12 a relative":               blockedBy(line("ana", "ben", peer.Family), matching.CodePrivateRelation),
		"ORG-13 an HR business partner":   blockedBy(line("ana", "ben", peer.HRCase), matching.CodePrivateRelation),
		"ORG-14 a grievance officer":      blockedBy(line("ana", "ben", peer.Grievance), matching.CodePrivateRelation),
		"ORG-14 an investigator":          blockedBy(line("ana", "ben", peer.Investigator), matching.CodePrivateRelation),
		"ORG-15 a snapshot of a week ago": staleOrganisation,
	} {
		t.Run(name, row)
	}
}

// A snapshot older than a week is remarked on, one older than thirty days is
// not matched on.
func staleOrganisation(t *testing.T) {
	t.Helper()
	w := pairOf()
	r := w.round(t)
	for age, want := range map[int]string{7: "fine", 8: "warned", 30: "warned", 31: "refused"} {
		r.Exported = r.At.AddDays(-age)
		pool, err := matching.Prepare(r, matching.Policy{})
		got := "fine"
		var refused *matching.RoundError
		switch {
		case errors.As(err, &refused) && refused.Faults.Has(matching.FaultStale):
			got = "refused"
		case pool.Warnings().Has(matching.FaultStale):
			got = "warned"
		}
		require.Equal(t, want, got, age)
	}
}

func emptyOrganisation(t *testing.T) {
	t.Helper()
	requireNoPairs(t, world{at: day("2026-11-21")})
}

func requireNoPairs(t *testing.T, w world) {
	t.Helper()
	r, plan := w.match(t)
	require.Empty(t, plan.Pairs)
	v, err := matching.Verify(r, w.policy, plan)
	require.NoError(t, err)
	require.Empty(t, v.Failures)
}

func zeroValues(t *testing.T) {
	t.Helper()
	_, err := matching.Match(t.Context(), matching.Round{}, matching.Policy{})
	var faults *matching.RoundError
	require.ErrorAs(t, err, &faults)
	require.True(t, faults.Faults.Has(matching.FaultNoOrganisation))
	require.True(t, faults.Faults.Has(matching.FaultNoDay))

	plan, err := matching.Match(t.Context(), matching.Round{At: day("2026-11-21"), Organisation: &peer.Organisation{}}, matching.Policy{})
	require.NoError(t, err)
	require.Empty(t, plan.Pairs)
}

func onePerson(t *testing.T) {
	t.Helper()
	w := world{at: day("2026-11-21"), people: []peer.Person{{Key: "ana"}}}
	w.requests = []peer.Request{asking("ana", w.at)}
	w.supporters = []peer.Supporter{offering("ana", 1, w.at)}
	requireNoPairs(t, w)
}

func bossAndReport(t *testing.T) {
	t.Helper()
	w := world{at: day("2026-11-21"), people: []peer.Person{{Key: "ana", Manager: "ben"}, {Key: "ben"}}}
	w.requests = []peer.Request{asking("ana", w.at)}
	w.supporters = []peer.Supporter{offering("ben", 1, w.at)}
	requireNoPairs(t, w)
	pool := w.pool(t)
	e := explained(t, pool, planOf(t, pool), matching.Question{Request: "r_ana", Reader: principles.ReaderSeeker})
	require.Equal(t, matching.AnswerNeutral, e.Answer)
}

func star(t *testing.T) {
	t.Helper()
	w := world{at: day("2026-11-21"), people: []peer.Person{{Key: "boss"}}}
	w.supporters = []peer.Supporter{offering("boss", 1000, w.at)}
	for i := range 999 {
		key := peer.ExternalID(fmt.Sprintf("p%03d", i))
		w.people = append(w.people, peer.Person{Key: key, Manager: "boss"})
		w.requests = append(w.requests, asking(key, w.at))
	}
	requireNoPairs(t, w)
}

func twoManagers(t *testing.T) {
	t.Helper()
	for _, boss := range []peer.ExternalID{"anas_boss", "bens_boss"} {
		w := pairOf()
		w.relate("ana", "bens_boss", peer.Line)
		w.supporters[0] = offering(boss, 1, w.at)
		require.Equal(t, only(matching.CodeDirectReport), codes(w.decide(t, 0, 0)))
	}
}

func headAsks(t *testing.T) {
	t.Helper()
	w := pairOf()
	w.requests[0] = asking("top", w.at)
	require.Equal(t, only(matching.CodeReportingLine), codes(w.decide(t, 0, 0)))
}

// promoted: the plan was good; the organisation changed; Verify says so.
func promoted(t *testing.T) {
	t.Helper()
	w := pairOf()
	_, plan := w.match(t)
	require.Len(t, plan.Pairs, 1)
	reportsTo("ana", "ben")(&w)
	v, err := matching.Verify(w.round(t), w.policy, plan)
	require.NoError(t, err)
	require.Contains(t, failures(v), string(matching.FailPair))
}

func TestHostilePolicies(t *testing.T) {
	for name, row := range map[string]func(*testing.T){
		"RULE-01 no rules":                        noRules,
		"RULE-02 a rule that allows reports":      allowReports,
		"RULE-03 rules that contradict":           contradiction,
		"RULE-04 an unknown field":                elsewhere("policy files are read by the examples, strictly"),
		"RULE-05 a look-back out of range":        lookBack,
		"RULE-06 weights that are no numbers":     elsewhere("weights are whole numbers; files are read by the examples"),
		"RULE-06 weights out of range":            weightRange,
		"RULE-07 a criterion on a diagnosis":      elsewhere("needs a register of data classes"),
		"RULE-08 a protected characteristic":      elsewhere("needs a register of data classes"),
		"RULE-09 a regular expression":            elsewhere("policies hold no regular expressions"),
		"RULE-10 ten thousand rules":              manyRules,
		"RULE-11 a YAML bomb":                     elsewhere("YAML is read by the examples"),
		"RULE-12 a rule changed during a round":   changedPolicy,
		"RULE-13 small groups in a release":       elsewhere("belongs to evaluation/release"),
		"RULE-14 thresholds changed after launch": elsewhere("belongs to evaluation/release"),
		"RULE-15 a seed that is too short":        shortSeed,
		"RULE-16 an unknown country":              elsewhere("belongs to supervision"),
	} {
		t.Run(name, row)
	}
}

func noRules(t *testing.T) {
	t.Helper()
	w := pairOf()
	reportsTo("ana", "ben")(&w)
	w.policy.Rules = []matching.Rule{}
	w.policy.Hierarchy.Depth = 1
	requireNoPairs(t, w)
}

func allowing(id principles.RuleID) matching.Rule {
	return matching.Func(id, "", func(matching.Pair) principles.Finding {
		return principles.Finding{Verdict: principles.Satisfied}
	})
}

func allowReports(t *testing.T) {
	t.Helper()
	require.True(t, matching.Policy{Rules: []matching.Rule{allowing("hierarchy")}}.Check().Has(matching.FaultPolicyRule))
	w := pairOf()
	reportsTo("ana", "ben")(&w)
	w.policy.Rules = []matching.Rule{allowing("managers_welcome")}
	requireNoPairs(t, w)
}

func contradiction(t *testing.T) {
	t.Helper()
	w := pairOf()
	w.policy.Rules = []matching.Rule{allowing("yes"), matching.Func("no", "", func(matching.Pair) principles.Finding {
		return principles.Finding{Verdict: principles.Violated, Code: "refused"}
	})}
	require.Equal(t, only("refused"), codes(w.decide(t, 0, 0)))
	requireNoPairs(t, w)
}

func lookBack(t *testing.T) {
	t.Helper()
	for _, months := range []int{-1, 601, 1_000_000, math.MinInt, math.MaxInt} {
		p := matching.Policy{Hierarchy: matching.Hierarchy{LookBackMonths: months}}
		require.True(t, p.Check().Has(matching.FaultPolicyRange))
	}
	require.Empty(t, matching.Policy{Hierarchy: matching.Hierarchy{LookBackMonths: 600}}.Check())
}

func weightRange(t *testing.T) {
	t.Helper()
	for _, weight := range []int{-1, matching.MaxWeight + 1, math.MinInt, math.MaxInt, 1<<53 + 1} {
		p := matching.Policy{Weights: []matching.Weight{{Criterion: matching.CriterionLoad, Weight: weight}}}
		require.True(t, p.Check().Has(matching.FaultPolicyRange))
	}
}

func manyRules(t *testing.T) {
	t.Helper()
	w := pairOf()
	for n := range 10_000 {
		w.policy.Rules = append(w.policy.Rules, allowing(principles.RuleID(fmt.Sprintf("own_%d", n))))
	}
	_, plan := w.match(t)
	require.Len(t, plan.Pairs, 1)
}

func changedPolicy(t *testing.T) {
	t.Helper()
	w := pairOf()
	r, plan := w.match(t)
	for _, p := range []matching.Policy{
		{Hierarchy: matching.Hierarchy{Depth: 1}}, {Name: "other"}, {Rules: []matching.Rule{allowing("own")}},
		{Objectives: []matching.Objective{matching.Fit}},
	} {
		v, err := matching.Verify(r, p, plan)
		require.NoError(t, err)
		require.Contains(t, failures(v), string(matching.FailPolicy))
	}
}

func shortSeed(t *testing.T) {
	t.Helper()
	w := pairOf()
	w.seed = make([]byte, matching.MinSeed-1)
	_, err := matching.Match(t.Context(), w.round(t), w.policy)
	var faults *matching.RoundError
	require.ErrorAs(t, err, &faults)
	require.True(t, faults.Faults.Has(matching.FaultShortSeed))
	w.seed = make([]byte, matching.MinSeed)
	_, plan := w.match(t)
	require.NotEmpty(t, plan.TieBreak.Commitment)
	require.Empty(t, plan.TieBreak.PublicKey)
}
