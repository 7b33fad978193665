package stats

import (
	"math"
	"slices"
)

// Metric is the level of measurement of values, which says how far apart two are.
type Metric string

// The metrics of [Alpha], with the squared distance of values c and k.
const (
	// MetricNominal: names without order; 1 unless c = k.
	MetricNominal Metric = "nominal"
	// MetricOrdinal: order without distances; the square of how many values lie
	// from c to k, of c and k themselves half.
	MetricOrdinal Metric = "ordinal"
	// MetricInterval: (c − k)².
	MetricInterval Metric = "interval"
	// MetricRatio: ((c − k)/(c + k))², for values that are not negative.
	MetricRatio Metric = "ratio"
)

// Alpha returns Krippendorff's alpha. Each unit is the list of the values that
// raters gave it, NaN where one gave none; units may have different lengths. A
// unit with fewer than two values takes no part, and is not counted.
//
// Errors: [ErrTooFew] for fewer than two units with two values, as with one rater;
// [ErrNoVariance] if all values of these units are the same; [ErrOutOfRange] for
// an infinite value, a metric that does not exist, a negative value under
// [MetricRatio], a magnitude above 1e100 under that and [MetricInterval], and under
// the latter for differences all below 1e-100.
//
// Time grows with the square of the number of different values.
//
// Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability.
func Alpha(units [][]float64, metric Metric) (Agreement, error) {
	pairable, err := pairableUnits(units, metric)
	if err != nil {
		return Agreement{}, err
	}
	if len(pairable) < 2 {
		return Agreement{}, ErrTooFew
	}
	all := slices.Concat(pairable...)
	slices.Sort(all)
	values := tallies(all)
	if len(values) < 2 {
		return Agreement{}, ErrNoVariance
	}
	if metric == MetricInterval && all[len(all)-1]-all[0] < smallest {
		return Agreement{}, ErrOutOfRange
	}
	if metric == MetricOrdinal {
		rankInstead(values, pairable)
	}
	n := float64(len(all))
	within := make([]float64, len(pairable))
	for i, unit := range pairable {
		within[i] = distances(tallies(unit), metric) / float64(len(unit)-1)
	}
	a := Agreement{
		Observed: total(within) / n,
		Expected: distances(values, metric) / (n * (n - 1)),
		Units:    len(pairable),
		Ratings:  len(all),
	}
	a.Value = 1 - a.Observed/a.Expected
	return a, nil
}

// pairableUnits returns the units with at least two values, each a sorted copy.
func pairableUnits(units [][]float64, metric Metric) ([][]float64, error) {
	lowest, highest := -math.MaxFloat64, math.MaxFloat64
	switch metric {
	case MetricNominal, MetricOrdinal:
	case MetricInterval:
		lowest, highest = -largest, largest
	case MetricRatio:
		lowest, highest = 0, largest
	default:
		return nil, ErrOutOfRange
	}
	var pairable [][]float64
	for i, unit := range units {
		var present []float64
		for j, v := range unit {
			switch {
			case math.IsNaN(v):
			case v < lowest || v > highest:
				return nil, &PlaceError{ErrOutOfRange, i, j}
			default:
				present = append(present, v)
			}
		}
		if len(present) >= 2 {
			slices.Sort(present)
			pairable = append(pairable, present)
		}
	}
	return pairable, nil
}

// rankInstead replaces values by their middle ranks, whose differences are the
// ordinal distances: what lies between two values, and half of each.
func rankInstead(values []tally, units [][]float64) {
	names := make([]float64, len(values))
	below := 0.0
	for i, v := range values {
		names[i] = v.value
		values[i].value = below + v.count/2
		below += v.count
	}
	for _, unit := range units {
		for j, v := range unit {
			at, _ := slices.BinarySearch(names, v)
			unit[j] = values[at].value
		}
	}
}

// distances adds up the squared distances of all ordered pairs.
func distances(values []tally, metric Metric) float64 {
	sum := 0.0
	for i, c := range values {
		for _, k := range values[:i] {
			sum += 2 * c.count * k.count * squaredDistance(c.value, k.value, metric)
		}
	}
	return sum
}

// squaredDistance is that of two different values.
func squaredDistance(c, k float64, metric Metric) float64 {
	d := c - k
	switch metric {
	case MetricNominal:
		return 1
	case MetricRatio:
		d /= c + k
	}
	return d * d
}
