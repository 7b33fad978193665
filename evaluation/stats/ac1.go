package stats

import "slices"

// Missing stands in a unit of [AC1] where a rater gave no rating.
const Missing = -1

// AC1 returns Gwet's AC1 of two raters or more. Each unit is the list of the
// categories that raters put it into, from 0 to categories − 1, [Missing] where
// one gave none; units may have different lengths. categories is how many could
// have been chosen, also those that nobody chose: it sets the agreement that
// chance would bring.
//
// A unit with one rating tells how common its category is and nothing else, one
// without takes no part. If all ratings are the same the value is 1.
//
// The interval is value ± quantile of t × standard error, with as many degrees of
// freedom as rated units less one. It takes the raters as given and the units as a
// sample.
//
// Errors: [ErrLevel]; [ErrTooFew] for fewer than two units with two ratings;
// [ErrOutOfRange] for fewer than two categories or more than 2^53, and for a rating
// that is none of them.
//
// Sources: Gwet 2008, Computing inter-rater reliability and its variance in the
// presence of high agreement, British Journal of Mathematical and Statistical
// Psychology 61; missing ratings and t: Gwet 2014, Handbook of Inter-Rater
// Reliability, as in his R package irrCAC.
func AC1(units [][]int, categories int, level float64) (Agreement, error) {
	if err := checkLevel(level); err != nil {
		return Agreement{}, err
	}
	if categories < 2 || int64(categories) > maxCount {
		return Agreement{}, ErrOutOfRange
	}
	var named []rated
	for i, unit := range units {
		var present []float64
		for j, category := range unit {
			switch {
			case category == Missing:
			case category < 0 || category >= categories:
				return Agreement{}, &PlaceError{ErrOutOfRange, i, j}
			default:
				present = append(present, float64(category))
			}
		}
		if len(present) > 0 {
			slices.Sort(present)
			named = append(named, tallies(present))
		}
	}
	c := chance{prevalence(named), func(share float64) float64 { return (1 - share) / float64(categories-1) }}
	return c.corrected(named, level)
}
