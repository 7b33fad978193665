package main

import (
	"math"
	"slices"
)

// span sums up repeated measurements. The zero value stands for none.
type span struct {
	n                   int
	median, least, most float64
}

// spanOf takes the middle of the ordered values as median, or the mean of the
// two in the middle. It leaves values in their order.
func spanOf(values []float64) span {
	n := len(values)
	if n == 0 {
		return span{}
	}
	v := slices.Sorted(slices.Values(values))
	return span{n: n, median: (v[(n-1)/2] + v[n/2]) / 2, least: v[0], most: v[n-1]}
}

// measure sums up one figure of all results.
func measure(results []result, figure func(result) float64) span {
	values := make([]float64, len(results))
	for n, r := range results {
		values[n] = figure(r)
	}
	return spanOf(values)
}

// ratios divides one figure of ours by that of theirs, round by round, as long as
// both took part. A figure of zero is one too small to measure, and passed over.
func ratios(ours, theirs []result, figure func(result) float64) span {
	var values []float64
	for n := range min(len(ours), len(theirs)) {
		a, b := figure(ours[n]), figure(theirs[n])
		if a > 0 && b > 0 {
			values = append(values, a/b)
		}
	}
	return spanOf(values)
}

// fastest returns the index of the peer with the least median time; −1 without any.
func fastest(outcomes []outcome) int {
	best, least := -1, math.Inf(1)
	for n, o := range outcomes {
		if o.ours || len(o.results) == 0 {
			continue
		}
		if m := measure(o.results, solveSeconds).median; m < least {
			best, least = n, m
		}
	}
	return best
}

func solveSeconds(r result) float64 { return r.solve.Seconds() }
func buildSeconds(r result) float64 { return r.build.Seconds() }
func peak(r result) float64         { return r.mb }
