package matching_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer/synthetic"
	"github.com/peersupport/peersupport/principles"
)

// large is a pool of about 10,000 requests and 2,500 supporters, without
// criteria, so that eligibility alone is measured.
func large(b *testing.B) *matching.Pool {
	b.Helper()
	r := demand(b, synthetic.Config{
		Seed: 1, People: 25_000, Seekers: 0.4, Supporters: 0.1, At: day("2026-11-21")})
	pool, err := matching.Prepare(r, matching.Policy{Weights: []matching.Weight{}})
	require.NoError(b, err)
	return pool
}

func perPair(b *testing.B, pairs int) {
	b.Helper()
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(pairs), "ns/pair")
}

// BenchmarkEligibilityByIndex asks the indexed faces about every pair.
func BenchmarkEligibilityByIndex(b *testing.B) {
	pool := large(b)
	out := pool.NewSet()
	for b.Loop() {
		var excluders []matching.Excluder
		for _, rule := range matching.BuiltIn(pool.Policy()) {
			excluders = append(excluders, rule.(matching.Indexed).Index(pool))
		}
		for i := range pool.Requests() {
			out.Clear()
			for _, exclude := range excluders {
				exclude(i, out)
			}
		}
	}
	perPair(b, pool.Requests()*pool.Supporters())
}

// BenchmarkEligibilityByPair asks the pairwise faces about the pairs of a
// hundredth of the requests, until one blocks.
func BenchmarkEligibilityByPair(b *testing.B) {
	pool := large(b)
	rules, err := principles.NewSet(matching.BuiltIn(pool.Policy())...)
	require.NoError(b, err)
	pairs := 0
	for b.Loop() {
		pairs = 0
		for i := 0; i < pool.Requests(); i += 100 {
			for j := range pool.Supporters() {
				rules.Permits(pool.Pair(i, j))
				pairs++
			}
		}
	}
	perPair(b, pairs)
}

// BenchmarkEachRule measures both faces of each rule.
func BenchmarkEachRule(b *testing.B) {
	pool := large(b)
	out := pool.NewSet()
	for _, rule := range matching.BuiltIn(pool.Policy()) {
		b.Run(string(rule.ID())+"/index", func(b *testing.B) {
			exclude := rule.(matching.Indexed).Index(pool)
			for b.Loop() {
				for i := 0; i < pool.Requests(); i += 100 {
					exclude(i, out)
				}
			}
			perPair(b, pool.Requests()/100*pool.Supporters())
		})
		b.Run(string(rule.ID())+"/pair", func(b *testing.B) {
			for b.Loop() {
				for i := 0; i < pool.Requests(); i += 1000 {
					for j := range pool.Supporters() {
						rule.Check(pool.Pair(i, j))
					}
				}
			}
			perPair(b, pool.Requests()/1000*pool.Supporters())
		})
	}
}

func BenchmarkMatch(b *testing.B) {
	for _, people := range []int{400, 5000} {
		b.Run(fmt.Sprintf("%d_people", people), func(b *testing.B) {
			r := company(b, people)
			for b.Loop() {
				_, err := matching.Match(b.Context(), r, matching.Policy{})
				require.NoError(b, err)
			}
		})
	}
}

func BenchmarkVerify(b *testing.B) {
	for _, people := range []int{400, 5000} {
		b.Run(fmt.Sprintf("%d_people", people), func(b *testing.B) {
			r := company(b, people)
			plan, err := matching.Match(b.Context(), r, matching.Policy{})
			require.NoError(b, err)
			for b.Loop() {
				v, err := matching.Verify(r, matching.Policy{}, plan)
				require.NoError(b, err)
				require.True(b, v.OK())
			}
		})
	}
}

func BenchmarkExplain(b *testing.B) {
	pool, err := matching.Prepare(company(b, 400), matching.Policy{})
	require.NoError(b, err)
	plan, err := pool.Match(b.Context())
	require.NoError(b, err)
	for _, reader := range readers() {
		b.Run(reader.String(), func(b *testing.B) {
			q := matching.Question{Request: plan.Pairs[0].Request, Reader: reader}
			for b.Loop() {
				_, err := pool.Explain(b.Context(), plan, q)
				require.NoError(b, err)
			}
		})
	}
}
