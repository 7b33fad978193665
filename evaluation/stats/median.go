package stats

import (
	"math"
	"slices"
	"sort"

	"gonum.org/v1/gonum/stat/distuv"
)

// Median returns the middle value, of an even number the mean of the two in the
// middle. Values stand in any order.
//
// Errors: [ErrTooFew] without values; [ErrIncomplete] for NaN, because whether a
// missing value may be left out is for the caller; [ErrOutOfRange] for an infinite
// value.
func Median[T ~int | ~float64](values []T) (float64, error) {
	sorted, err := ordered(values)
	if err != nil {
		return 0, err
	}
	low, high := sorted[(len(sorted)-1)/2], sorted[len(sorted)/2]
	return low/2 + high/2, nil
}

// MedianInterval returns an interval of the median that assumes nothing about the
// distribution: from the r-th smallest to the r-th largest value, with the largest
// r for which the binomial distribution grants the level. Level is what these two
// ranks cover, which for few values is well above what was asked. Equal values only
// raise it. Values stand in any order.
//
// Few values have no such interval: 95 % takes six, 90 % five, 99 % eight.
//
// Errors: [ErrLevel]; [ErrTooFew] for fewer values than the level takes; else as
// for [Median].
//
// Source: Conover 1999, Practical Nonparametric Statistics, interval of a quantile.
func MedianInterval[T ~int | ~float64](values []T, level float64) (Interval, error) {
	if err := checkLevel(level); err != nil {
		return Interval{}, err
	}
	sorted, err := ordered(values)
	if err != nil {
		return Interval{}, err
	}
	n := len(sorted)
	below := distuv.Binomial{N: float64(n), P: 0.5}
	// The factor forgives the rounding of a level that is met exactly.
	rank := sort.Search(n/2, func(r int) bool {
		return below.CDF(float64(r)) > tail(level)*(1+1e-9)
	})
	if rank == 0 {
		return Interval{}, ErrTooFew
	}
	return Interval{
		Lower: sorted[rank-1],
		Upper: sorted[n-rank],
		Level: max(level, 1-2*below.CDF(float64(rank-1))),
	}, nil
}

// ordered returns a sorted copy.
func ordered[T ~int | ~float64](values []T) ([]float64, error) {
	if len(values) == 0 {
		return nil, ErrTooFew
	}
	sorted := make([]float64, len(values))
	for i, v := range values {
		sorted[i] = float64(v)
		if math.IsNaN(sorted[i]) {
			return nil, &PlaceError{ErrIncomplete, 0, i}
		}
		if math.IsInf(sorted[i], 0) {
			return nil, &PlaceError{ErrOutOfRange, 0, i}
		}
	}
	slices.Sort(sorted)
	return sorted, nil
}
