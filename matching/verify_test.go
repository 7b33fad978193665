package matching_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
)

// withDigest returns the plan as somebody would forge it: with a digest that
// fits.
func withDigest(t testing.TB, plan matching.Plan) matching.Plan {
	t.Helper()
	canonical, err := plan.Canonical()
	require.NoError(t, err)
	sum := sha256.Sum256(canonical)
	plan.Digest = hex.EncodeToString(sum[:])
	return plan
}

// copyOf returns a plan that shares nothing with the given one.
func copyOf(t testing.TB, plan matching.Plan) matching.Plan {
	t.Helper()
	var c matching.Plan
	require.NoError(t, json.Unmarshal([]byte(asJSON(t, plan)), &c))
	return c
}

// mutation changes one place of a plan.
type mutation struct {
	name   string
	change func(*matching.Plan)
	// proof says that the place belongs to the proof: another potential can
	// be a proof of the same values, so that the digest alone may refuse it.
	proof bool
}

// mutations returns a change of every single place of a plan.
func mutations(plan matching.Plan) []mutation {
	var list []mutation
	add := func(name string, change func(*matching.Plan)) {
		list = append(list, mutation{name: name, change: change})
	}
	add("schema", func(p *matching.Plan) { p.Schema += "2" })
	add("day", func(p *matching.Plan) { p.At = p.At.AddDays(1) })
	add("policy name", func(p *matching.Plan) { p.Policy.Name = "another" })
	add("policy depth", func(p *matching.Plan) { p.Policy.Hierarchy.Depth++ })
	add("policy weight", func(p *matching.Plan) { p.Policy.Weights = nil })
	add("policy rules", func(p *matching.Plan) { p.Policy.OwnRules = append(p.Policy.OwnRules, "extra") })
	add("tie-break method", func(p *matching.Plan) { p.TieBreak.Method = "none" })
	add("tie-break key", func(p *matching.Plan) { p.TieBreak.PublicKey += "x" })
	add("tie-break commitment", func(p *matching.Plan) { p.TieBreak.Commitment += "0" })
	for i := range plan.Pairs {
		add("pair removed", func(p *matching.Plan) { p.Pairs = slices.Delete(p.Pairs, i, i+1) })
		add("pair twice", func(p *matching.Plan) { p.Pairs = append(p.Pairs, p.Pairs[i]) })
		add("pair's request", func(p *matching.Plan) { p.Pairs[i].Request += "x" })
		add("pair's score", func(p *matching.Plan) { p.Pairs[i].Score++ })
		for other := range plan.Places {
			if other != plan.Pairs[i].Supporter {
				add("pair's supporter", func(p *matching.Plan) { p.Pairs[i].Supporter = other })
			}
		}
		for k := range plan.Pairs[i].Criteria {
			add("criterion id", func(p *matching.Plan) { p.Pairs[i].Criteria[k].ID += "x" })
			add("criterion score", func(p *matching.Plan) { p.Pairs[i].Criteria[k].Score++ })
			add("criterion weight", func(p *matching.Plan) { p.Pairs[i].Criteria[k].Weight++ })
		}
	}
	for i := range plan.Unmatched {
		add("unmatched removed", func(p *matching.Plan) { p.Unmatched = slices.Delete(p.Unmatched, i, i+1) })
		for k := range plan.Unmatched[i].Reasons {
			add("reason's code", func(p *matching.Plan) { p.Unmatched[i].Reasons[k].Code += "x" })
			add("reason's count", func(p *matching.Plan) { p.Unmatched[i].Reasons[k].Count++ })
		}
	}
	for i := range plan.Repairs {
		add("repair removed", func(p *matching.Plan) { p.Repairs = slices.Delete(p.Repairs, i, i+1) })
		add("repair's gain", func(p *matching.Plan) { p.Repairs[i].Gain++ })
	}
	for i := range plan.Objectives {
		add("objective's value", func(p *matching.Plan) { p.Objectives[i].Value++ })
		add("objective's bound", func(p *matching.Plan) { p.Objectives[i].Bound-- })
		add("objective's exactness", func(p *matching.Plan) { p.Objectives[i].Exact = false })
		add("objective removed", func(p *matching.Plan) { p.Objectives = slices.Delete(p.Objectives, i, i+1) })
	}
	for key := range plan.Places {
		add("places", func(p *matching.Plan) { p.Places[key]++ })
		add("supporter without places", func(p *matching.Plan) { delete(p.Places, key) })
	}
	return append(list, potentialMutations(plan)...)
}

func potentialMutations(plan matching.Plan) []mutation {
	var list []mutation
	for n := range plan.Certificate {
		change := func(pick func(*matching.Certificate) map[peer.ExternalID]int64) {
			for key := range pick(&plan.Certificate[n]) {
				for _, by := range []int64{1, -1, 1 << 40} {
					list = append(list, mutation{
						name: fmt.Sprintf("potential of %s in %s", key, plan.Certificate[n].Objective), proof: true,
						change: func(p *matching.Plan) { pick(&p.Certificate[n])[key] += by }})
				}
			}
		}
		change(func(c *matching.Certificate) map[peer.ExternalID]int64 { return c.Requests })
		change(func(c *matching.Certificate) map[peer.ExternalID]int64 { return c.Supporters })
	}
	return list
}

// plans are rounds with pairs, people without a proposal, and repairs.
func plans(t *testing.T, n int) []world {
	t.Helper()
	var worlds []world
	for seed := uint64(0); len(worlds) < n; seed++ {
		w := roll(seed, small())
		if _, plan := w.match(t); len(plan.Pairs) > 1 && len(plan.Unmatched) > 0 {
			worlds = append(worlds, w)
		}
	}
	return worlds
}

func TestVerifyRefusesEveryChange(t *testing.T) {
	t.Parallel()
	proven, tried := 0, 0
	for _, w := range plans(t, 5*bounded(t, 10)) {
		pool := w.pool(t)
		plan := planOf(t, pool)
		for _, m := range mutations(plan) {
			changed := copyOf(t, plan)
			m.change(&changed)
			v, err := pool.Verify(changed)
			require.NoError(t, err)
			require.False(t, v.OK(), "%s, with the old digest", m.name)
			require.Contains(t, failures(v), string(matching.FailDigest), m.name)

			v, err = pool.Verify(withDigest(t, changed))
			require.NoError(t, err)
			require.True(t, m.proof || !v.OK(), "%s, with a digest that fits", m.name)
			if v.OK() {
				proven++
			}
			tried++
		}
	}
	t.Logf("%d changes; %d potentials were still a proof", tried, proven)
}

func failures(v matching.Verification) []string {
	var list []string
	for _, f := range v.Failures {
		list = append(list, string(f.Code))
	}
	return list
}

func TestVerifyAcceptsAPlanOnALaterDay(t *testing.T) {
	w := plans(t, 1)[0]
	r, plan := w.match(t)
	read := copyOf(t, plan) // as it comes back from a file
	r.At = read.At          // what was asked for: the plan's own day
	v, err := matching.Verify(r, w.policy, read)
	require.NoError(t, err)
	require.Empty(t, v.Failures)
	require.Equal(t, len(plan.Pairs), v.Pairs)

	r.At = r.At.AddDays(40)
	v, err = matching.Verify(r, w.policy, read)
	require.NoError(t, err)
	require.Contains(t, failures(v), "other_day")
}

func TestVerifyKnowsARoundByItsSeed(t *testing.T) {
	w := plans(t, 1)[0]
	w.seed = []byte("sixteen bytes or more")
	r, plan := w.match(t)
	r.Seed = []byte("sixteen other bytes, or more")
	v, err := matching.Verify(r, w.policy, plan)
	require.NoError(t, err)
	require.Contains(t, failures(v), "other_tie_break")
}

func TestAPlanSurvivesItsJSON(t *testing.T) {
	for _, w := range plans(t, 5) {
		_, plan := w.match(t)
		read := copyOf(t, plan)
		require.Equal(t, asJSON(t, plan), asJSON(t, read))
		require.Equal(t, plan.Digest, withDigest(t, read).Digest)
		require.Equal(t, slices.Sorted(maps.Keys(plan.Places)), slices.Sorted(maps.Keys(read.Places)))
	}
}

// TestVerifyRefusesAPlanWithTooManyOnOnePlace: such a plan has no potentials to
// check and no repairs to compare, and is refused all the same.
func TestVerifyRefusesAPlanWithTooManyOnOnePlace(t *testing.T) {
	w := pairOf()
	w.people = append(w.people, peer.Person{Key: "cleo", Manager: "top"}, peer.Person{Key: "dan", Manager: "top"})
	w.requests = append(w.requests, asking("cleo", w.at), asking("dan", w.at))
	w.policy.Weights = []matching.Weight{} // every pair fits alike
	r, plan := w.match(t)
	require.Len(t, plan.Pairs, 1)
	forged := copyOf(t, plan)
	one := forged.Pairs[0]
	one.Request = forged.Unmatched[0].Request
	forged.Pairs = append(forged.Pairs, one)
	forged.Unmatched = forged.Unmatched[1:]
	slices.SortFunc(forged.Pairs, func(a, b matching.PlannedPair) int { return strings.Compare(string(a.Request), string(b.Request)) })
	v, err := matching.Verify(r, w.policy, withDigest(t, forged))
	require.NoError(t, err)
	require.Contains(t, failures(v), string(matching.FailCertificate))
}
