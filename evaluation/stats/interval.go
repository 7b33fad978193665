package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Interval is a two-sided confidence interval, Lower ≤ Upper, both ends included.
// The zero value is no interval.
type Interval struct {
	Lower, Upper float64

	// Level is the confidence level, in (0,1): the one asked for, except that
	// [MedianInterval] returns the higher one that it reaches.
	Level float64
}

// IsZero reports whether there is no interval.
func (i Interval) IsZero() bool { return i.Level == 0 }

func checkLevel(level float64) error {
	if level > 0 && level < 1 {
		return nil
	}
	return ErrLevel
}

// tail is the probability beyond each end. It is formed without (1+level)/2,
// which rounds to 1 for the highest levels.
func tail(level float64) float64 { return (1 - level) / 2 }

// normalQuantile is the number of standard errors that leaves p above it.
func normalQuantile(p float64) float64 { return -distuv.Normal{Mu: 0, Sigma: 1}.Quantile(p) }

// studentQuantile is the same for Student's t, whose square is F.
func studentQuantile(p, df float64) float64 { return math.Sqrt(fQuantile(2*p, 1, df)) }

// fQuantile returns what a variable with the F distribution exceeds with
// probability p; +Inf where that is beyond float64.
func fQuantile(p, df1, df2 float64) float64 {
	z := betaQuantile(p, df2/2, df1/2)
	return df2 * (1 - z) / (df1 * z)
}

// fExceeds returns the probability that a variable with the F distribution
// exceeds x, which may be +Inf. 1 − CDF would lose the small ones.
func fExceeds(x, df1, df2 float64) float64 { return distuv.F{D1: df2, D2: df1}.CDF(1 / x) }

// betaQuantile returns what a beta variable stays below with probability p.
//
// The quantile of gonum is off in the first digit for large parameters and small
// p, its distribution function is not. So the function is bisected; over the bits,
// because floats from 0 to 1 are ordered as their bits are, which finds the last
// digit in 62 steps however small the quantile.
func betaQuantile(p, a, b float64) float64 {
	beta := distuv.Beta{Alpha: a, Beta: b}
	low, high := uint64(0), math.Float64bits(1)
	for high-low > 1 {
		mid := low + (high-low)/2
		if beta.CDF(math.Float64frombits(mid)) < p {
			low = mid
		} else {
			high = mid
		}
	}
	return math.Float64frombits(low)
}
