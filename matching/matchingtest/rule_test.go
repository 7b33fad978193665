package matchingtest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/matching/matchingtest"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// recorder is a testing.TB that keeps what is reported to it.
type recorder struct {
	testing.TB
	reports []string
}

func (r *recorder) Helper() {}
func (r *recorder) Errorf(format string, args ...any) {
	r.reports = append(r.reports, fmt.Sprintf(format, args...))
}
func (r *recorder) Fatalf(format string, args ...any) { r.Errorf(format, args...) }

func reports(rule matching.Rule, pools ...*matching.Pool) string {
	var r recorder
	matchingtest.TestRule(&r, rule, pools...)
	return strings.Join(r.reports, "\n")
}

// pool holds one request and two supporters, of whom the first is in the
// seeker's team.
func pool(t *testing.T) *matching.Pool {
	t.Helper()
	at, err := peer.ParseDate("2026-11-21")
	require.NoError(t, err)
	org, err := peer.NewOrganisation([]peer.Person{
		{Key: "head"}, {Key: "ana", Manager: "head", Team: "red"},
		{Key: "ben", Manager: "head", Team: "red"}, {Key: "cleo", Manager: "head", Team: "blue"},
	}, nil, peer.OrganisationConfig{})
	require.NoError(t, err)
	p, err := matching.Prepare(matching.Round{
		At: at, Organisation: org,
		Requests:   []peer.Request{{Key: "r1", Person: "ana", Asked: at}},
		Supporters: []peer.Supporter{{Person: "ben", Capacity: 1}, {Person: "cleo", Capacity: 1}},
	}, matching.Policy{})
	require.NoError(t, err)
	return p
}

// sameTeam is a rule with two faces; tests replace one of them.
type sameTeam struct {
	check func(matching.Pair) principles.Finding
	index matching.Excluder
}

func (sameTeam) ID() principles.RuleID                      { return "same_team" }
func (r sameTeam) Check(p matching.Pair) principles.Finding { return r.check(p) }
func (r sameTeam) Index(*matching.Pool) matching.Excluder   { return r.index }

func sound() sameTeam {
	return sameTeam{
		check: func(p matching.Pair) principles.Finding {
			org := p.Organisation()
			if org.Team(p.Seeker()) == org.Team(p.Supporter()) {
				return principles.Finding{Verdict: principles.Violated, Code: "same_team"}
			}
			return principles.Finding{Verdict: principles.Satisfied}
		},
		index: func(_ int, out matching.Set) { out.Add(0) },
	}
}

func TestARuleThatKeepsItsPromisesPasses(t *testing.T) {
	matchingtest.TestRule(t, sound(), pool(t))
	matchingtest.TestRule(t, matching.Func("own", "", sound().check), pool(t))
}

func TestBrokenPromisesAreReported(t *testing.T) {
	with := func(change func(*sameTeam)) sameTeam {
		r := sound()
		change(&r)
		return r
	}
	calls := 0
	for name, c := range map[string]struct {
		rule   sameTeam
		report string
	}{
		"it excludes too few":  {with(func(r *sameTeam) { r.index = func(int, matching.Set) {} }), "faces disagree"},
		"it excludes too many": {with(func(r *sameTeam) { r.index = func(_ int, out matching.Set) { out.AddAll() } }), "faces disagree"},
		"it takes back":        {with(func(r *sameTeam) { r.index = func(_ int, out matching.Set) { out.Clear(); out.Add(0) } }), "takes back"},
		"it changes its mind": {with(func(r *sameTeam) {
			r.index = func(_ int, out matching.Set) { out.Add(calls % 2); calls++ }
		}), "second answer differs"},
		"it excludes nobody there is": {with(func(r *sameTeam) {
			r.index = func(_ int, out matching.Set) { out.AddAll(); out.Add(2); out.Add(3) }
		}), "do not exist"},
		"it masks only what it found": {with(func(r *sameTeam) {
			check := r.check
			r.check = func(p matching.Pair) principles.Finding {
				f := check(p)
				if f.Verdict.Blocks() {
					f.Mask = "private_block"
				}
				return f
			}
		}), "mask and audience change"},
		"it has no code": {with(func(r *sameTeam) {
			r.check = func(matching.Pair) principles.Finding { return principles.Finding{} }
			r.index = func(_ int, out matching.Set) { out.AddAll() }
		}), "code is not valid"},
	} {
		t.Run(name, func(t *testing.T) {
			require.Contains(t, reports(c.rule, pool(t)), c.report)
		})
	}
}

func TestATestWithoutPairsFails(t *testing.T) {
	require.Contains(t, reports(sound()), "no pair")
}
