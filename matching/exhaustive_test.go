package matching_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
)

// TestEveryOrganisationOfUpToFivePeople goes through every way in which up to
// five people can report to one another, with the tops declared and not
// declared, everybody asking, and every choice of supporters. Up to four people
// offer no place, one or two each; of five, whoever offers any offers one or
// two by turns. All of them are seen from a scale of 100 on; below, all of up
// to three people and an even sample of the others.
func TestEveryOrganisationOfUpToFivePeople(t *testing.T) {
	t.Parallel()
	every := 1
	if s := scale(t); s < 100 {
		every = max(1, 300/s)
	}
	for n := 1; n <= 5; n++ {
		for _, tops := range []string{"declared", "not declared"} {
			t.Run(fmt.Sprintf("%d people, tops %s", n, tops), func(t *testing.T) {
				t.Parallel()
				seen, paired := 0, 0
				for c, managers := range reportingCharts(n) {
					offers := placesOffered(n, c)
					for k, places := range offers {
						if n <= 3 || (c*len(offers)+k)%every == 0 {
							paired += tryOrganisation(t, managers, places, tops == "declared")
							seen++
						}
					}
				}
				t.Logf("%d rounds, %d pairs", seen, paired)
			})
		}
	}
}

// placesOffered returns what n people may offer in chart c, each choice as a
// number whose digits to the base 3 are places.
func placesOffered(n, c int) []int {
	var choices []int
	if n <= 4 {
		for choice := range power(3, n) {
			choices = append(choices, choice)
		}
		return choices
	}
	for set := range power(2, n) {
		choice := 0
		for i := range n {
			if set>>i&1 == 1 {
				choice += power(3, i) * (1 + (c+i)%2)
			}
		}
		choices = append(choices, choice)
	}
	return choices
}

// reportingCharts returns every acyclic choice of managers; -1 is nobody.
func reportingCharts(n int) [][]int {
	var charts [][]int
	for code := range power(n+1, n) {
		managers := make([]int, n)
		for i := range managers {
			managers[i] = code%(n+1) - 1
			code /= n + 1
		}
		if acyclic(managers) {
			charts = append(charts, managers)
		}
	}
	return charts
}

func acyclic(managers []int) bool {
	for i := range managers {
		steps := 0
		for m := managers[i]; m >= 0; m = managers[m] {
			if steps++; steps > len(managers) {
				return false
			}
		}
	}
	return true
}

func power(base, exponent int) int {
	p := 1
	for range exponent {
		p *= base
	}
	return p
}

func TestEveryReportingChartIsTried(t *testing.T) {
	// Rooted labelled forests on n nodes: (n+1)^(n-1), Cayley.
	for n, want := range []int{1, 1, 3, 16, 125, 1296} {
		require.Len(t, reportingCharts(n), want)
	}
}

// tryOrganisation matches one organisation and returns the number of pairs.
func tryOrganisation(t *testing.T, managers []int, capacities int, declared bool) int {
	t.Helper()
	w := world{at: day("2026-11-21"), config: peer.OrganisationConfig{Flat: declared}}
	for i, m := range managers {
		p := peer.Person{Key: person(i)}
		if m >= 0 {
			p.Manager = person(m)
		}
		w.people = append(w.people, p)
		w.requests = append(w.requests, asking(p.Key, w.at.AddDays(-i*i%3)))
		if places := capacities % 3; places > 0 {
			w.supporters = append(w.supporters, offering(p.Key, places, w.at))
		}
		capacities /= 3
	}
	r := w.round(t)
	plan, err := matching.Match(context.Background(), r, w.policy)
	require.NoError(t, err)
	o := newOracle(w)
	columns, costs := o.best()
	requireAgreement(t, o, r, plan, columns, costs)
	return len(plan.Pairs)
}

func person(i int) peer.ExternalID { return peer.ExternalID(fmt.Sprintf("p%02d", i)) }
