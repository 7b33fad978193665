// Package matchingtest checks that a rule of matching keeps its promises,
// beside those that principlestest checks: that its two faces agree, and that a
// secret stays one. A test of a rule hands over the rule and a few pools in
// which it meets all its cases:
//
//	func TestMyRule(t *testing.T) {
//		pool, err := matching.Prepare(round, policy)
//		…
//		matchingtest.TestRule(t, myRule, pool)
//	}
package matchingtest

import (
	"testing"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/principlestest"
)

// mostSubjects keeps the check of purity, which asks about a pair many times,
// short in large pools.
const mostSubjects = 64

// TestRule reports to t whatever the rule does that it must not. For every
// pair of every pool it checks that
//
//   - the indexed face, if the rule has one, excludes a supporter exactly when
//     Check blocks, says the same when asked again, and leaves alone what is in
//     the set already;
//   - a rule that masks any finding masks all of them, for the same audience,
//     whatever the verdict;
//
// and, for a sample of the pairs, everything that
// [principlestest.TestRule] checks: purity, valid codes, no panic.
//
// Without any pair the test fails. Messages name pairs by their numbers in the
// pool, and never what people told.
func TestRule(t testing.TB, rule matching.Rule, pools ...*matching.Pool) {
	t.Helper()
	var subjects []matching.Pair
	var first *principles.Finding
	for n, pool := range pools {
		exclude := index(rule, pool)
		for i := range pool.Requests() {
			excluded := ask(t, exclude, pool, n, i)
			for j := range pool.Supporters() {
				pair := pool.Pair(i, j)
				f := rule.Check(pair)
				if exclude != nil && excluded.Has(j) != f.Verdict.Blocks() {
					t.Errorf("matchingtest: rule %q, pool %d, request %d, supporter %d: the faces disagree: excluded %t, %v",
						rule.ID(), n, i, j, excluded.Has(j), f.Verdict)
				}
				if first == nil {
					first = &f
				}
				if f.Mask != first.Mask || f.Mask != "" && f.Audience != first.Audience {
					t.Errorf("matchingtest: rule %q, pool %d, request %d, supporter %d: mask and audience change with the verdict",
						rule.ID(), n, i, j)
				}
				if len(subjects) < mostSubjects {
					subjects = append(subjects, pair)
				}
			}
		}
	}
	if len(subjects) == 0 {
		t.Fatalf("matchingtest: no pair to ask the rule about")
		return
	}
	principlestest.TestRule(t, rule, subjects...)
}

func index(rule matching.Rule, pool *matching.Pool) matching.Excluder {
	if indexed, ok := rule.(matching.Indexed); ok {
		return indexed.Index(pool)
	}
	return nil
}

// ask asks the indexed face about a request, three times.
func ask(t testing.TB, exclude matching.Excluder, pool *matching.Pool, n, i int) matching.Set {
	t.Helper()
	excluded, again, full := pool.NewSet(), pool.NewSet(), pool.NewSet()
	if exclude == nil {
		return excluded
	}
	full.AddAll()
	exclude(i, excluded)
	exclude(i, again)
	exclude(i, full)
	for j := range pool.Supporters() {
		if excluded.Has(j) != again.Has(j) {
			t.Errorf("matchingtest: pool %d, request %d, supporter %d: a second answer differs", n, i, j)
		}
		if !full.Has(j) {
			t.Errorf("matchingtest: pool %d, request %d, supporter %d: the rule takes back an exclusion", n, i, j)
		}
	}
	if excluded.Len() > pool.Supporters() {
		t.Errorf("matchingtest: pool %d, request %d: supporters are excluded who do not exist", n, i)
	}
	return excluded
}
