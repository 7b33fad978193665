package stats

// FleissKappa returns Fleiss' kappa of raters who need not be the same for each
// unit. counts[i][c] is how many put unit i into category c; all units have the
// same number of ratings. [AC1] and [Alpha] take units with different numbers.
//
// The interval is value ± quantile of t × standard error, with one degree of
// freedom less than units. The standard error is Gwet's, which holds whatever the
// agreement; that of Fleiss, Nee and Landis 1979 only tests whether there is any.
//
// Errors: [ErrLevel]; [ErrTooFew] for fewer than two units or two ratings a unit;
// [ErrNoVariance] if all ratings are the same; [ErrIncomplete] for a row of another
// length or with another number of ratings than the first; [ErrOutOfRange] for a
// negative count and more than 2^53 ratings.
//
// Sources: Fleiss 1971, Measuring nominal scale agreement among many raters,
// Psychological Bulletin 76; standard error: Gwet 2014, Handbook of Inter-Rater
// Reliability, as in his R package irrCAC.
func FleissKappa(counts [][]int, level float64) (Agreement, error) {
	if err := checkLevel(level); err != nil {
		return Agreement{}, err
	}
	units, err := ratedUnits(counts)
	if err != nil {
		return Agreement{}, err
	}
	if len(units) < 2 || units[0].ratings() < 2 {
		return Agreement{}, ErrTooFew
	}
	c := chance{prevalence(units), func(share float64) float64 { return share }}
	if len(c.shares) < 2 {
		return Agreement{}, ErrNoVariance
	}
	return c.corrected(units, level)
}

func ratedUnits(counts [][]int) ([]rated, error) {
	units := make([]rated, len(counts))
	sum := int64(0)
	for i, row := range counts {
		if len(row) != len(counts[0]) {
			return nil, &PlaceError{ErrIncomplete, i, -1}
		}
		for category, count := range row {
			if count < 0 || int64(count) > maxCount-sum {
				return nil, &PlaceError{ErrOutOfRange, i, category}
			}
			if count > 0 {
				units[i] = append(units[i], tally{float64(category), float64(count)})
				sum += int64(count)
			}
		}
		if units[i].ratings() != units[0].ratings() {
			return nil, &PlaceError{ErrIncomplete, i, -1}
		}
	}
	return units, nil
}
