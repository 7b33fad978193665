package stats

import "slices"

// Agreement is a coefficient of agreement corrected for chance.
type Agreement struct {
	// Value is 1 − Observed/Expected, at most 1.
	Value float64

	// Observed is how much raters disagree, Expected how much they would by
	// chance; neither is negative, and Expected is above 0. For [Kappa], [AC1]
	// and [FleissKappa] they are shares of pairs of ratings, weighted where
	// weights are given, so that 1 − Observed is the plain share of agreement.
	// For [Alpha] they are mean squared distances of the metric.
	Observed, Expected float64

	// Units is how many units have at least two ratings, Ratings how many
	// ratings were used.
	Units, Ratings int

	// StandardError is 0 and Interval the zero Interval where there is none:
	// always for [Alpha], and where all units speak alike, as in perfect
	// agreement. The upper limit is cut at 1.
	StandardError float64
	Interval      Interval
}

// withInterval adds a standard error and value ± quantile × error. The spread is
// the mean squared deviation that the error comes from: below 1e-24 it is what
// rounding leaves of 0.
func (a Agreement) withInterval(spread, standardError, quantile, level float64) Agreement {
	if spread < 1e-24 {
		return a
	}
	a.StandardError = standardError
	half := quantile * standardError
	a.Interval = Interval{Lower: a.Value - half, Upper: min(1, a.Value+half), Level: level}
	return a
}

// total adds in ascending order, so that the sum does not depend on the order of
// units or raters. It sorts terms in place.
func total(terms []float64) float64 {
	slices.Sort(terms)
	sum := 0.0
	for _, t := range terms {
		sum += t
	}
	return sum
}

// tally is how often something was named.
type tally struct {
	value, count float64
}

// tallies counts equal neighbours, and so all equal values of a sorted slice.
func tallies(sorted []float64) []tally {
	var out []tally
	for _, v := range sorted {
		if n := len(out); n > 0 && out[n-1].value == v {
			out[n-1].count++
			continue
		}
		out = append(out, tally{v, 1})
	}
	return out
}

// The largest magnitude, and the smallest spread, whose squares stay well inside
// float64.
const (
	largest  = 1e100
	smallest = 1e-100
)
