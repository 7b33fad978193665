package stats

import "math"

// Intraclass holds the intraclass correlations of ratings by the same judges, named
// as Shrout and Fleiss and the R package psych do. The figure says how the judges
// came to their targets; with k they are about the mean of all judges, without
// about one of them:
//
//   - ICC1: each target has judges of its own, drawn from many.
//   - ICC2: the same judges, drawn from many, rate all targets. Judges who are
//     stricter than others lower it (absolute agreement).
//   - ICC3: the same judges rate all targets and no other judges matter. Strictness
//     does not lower it (consistency).
type Intraclass struct {
	Targets, Judges int

	// Mean squares of the two-way table, in squared units of the ratings.
	BetweenTargets, WithinTargets, BetweenJudges, Residual float64

	ICC1, ICC2, ICC3    Correlation
	ICC1k, ICC2k, ICC3k Correlation
}

// Correlation is one intraclass correlation.
type Correlation struct {
	Value float64 // at most 1; of one judge at least −1, of the mean of all without bound below

	// F tests whether targets differ at all, with DF1 and DF2 degrees of freedom;
	// P is the probability of an F as large if they do not. F is +Inf where the
	// judges leave no residual.
	F        float64
	DF1, DF2 int
	P        float64

	// Interval is the zero Interval where Value is 1. The lower limit of ICC2k is
	// −Inf where the formula has none, and without an upper one, which takes a
	// very low level, there is no interval.
	Interval Interval
}

// ICC returns the six intraclass correlations. ratings[i][j] is how judge j rated
// target i, on a scale with equal steps; every judge rates every target.
//
// Errors: [ErrLevel]; [ErrTooFew] for fewer than two targets or two judges;
// [ErrIncomplete] for NaN and for a row of another length than the first;
// [ErrNoVariance] if all ratings are the same or the targets' means are, and if
// targets differ so much less than chance would have it that ICC2k has no value;
// [ErrOutOfRange] for magnitudes above 1e100 or differences all below 1e-100.
//
// Sources: Shrout and Fleiss 1979, Intraclass correlations: uses in assessing rater
// reliability, Psychological Bulletin 86; the interval of ICC2 and ICC2k has the
// degrees of freedom of Satterthwaite as there and in psych.
func ICC(ratings [][]float64, level float64) (Intraclass, error) {
	if err := checkLevel(level); err != nil {
		return Intraclass{}, err
	}
	unit, spread, err := complete(ratings)
	if err != nil {
		return Intraclass{}, err
	}
	m := meanSquaresOf(unit)
	if m.targets == 0 || m.agreementOfMean(m.targets) == math.Inf(-1) {
		return Intraclass{}, ErrNoVariance
	}
	square := spread * spread
	df1, df2, df3 := m.n*(m.k-1), m.satterthwaite(), (m.n-1)*(m.k-1)
	oneWay, twoWay := m.test(m.within, df1), m.test(m.residual, df3)
	return Intraclass{
		Targets:        int(m.n),
		Judges:         int(m.k),
		BetweenTargets: m.targets * square,
		WithinTargets:  m.within * square,
		BetweenJudges:  m.judges * square,
		Residual:       m.residual * square,
		ICC1:           m.estimate(oneWay, m.oneWay, df1, level),
		ICC2:           m.estimate(twoWay, m.agreement, df2, level),
		ICC3:           m.estimate(twoWay, m.consistency, df3, level),
		ICC1k:          m.estimate(oneWay, m.oneWayOfMean, df1, level),
		ICC2k:          m.estimate(twoWay, m.agreementOfMean, df2, level),
		ICC3k:          m.estimate(twoWay, m.consistencyOfMean, df3, level),
	}, nil
}

// complete returns the ratings moved and stretched to [0,1], and how much they
// spread before.
func complete(ratings [][]float64) (unit [][]float64, spread float64, err error) {
	if len(ratings) == 0 {
		return nil, 0, ErrTooFew
	}
	low, high := math.Inf(1), math.Inf(-1)
	for i, row := range ratings {
		if len(row) != len(ratings[0]) {
			return nil, 0, &PlaceError{ErrIncomplete, i, -1}
		}
		for j, v := range row {
			if math.IsNaN(v) {
				return nil, 0, &PlaceError{ErrIncomplete, i, j}
			}
			if math.Abs(v) > largest {
				return nil, 0, &PlaceError{ErrOutOfRange, i, j}
			}
			low, high = min(low, v), max(high, v)
		}
	}
	spread = high - low
	switch {
	case len(ratings) < 2 || len(ratings[0]) < 2:
		return nil, 0, ErrTooFew
	case spread == 0:
		return nil, 0, ErrNoVariance
	case spread < smallest:
		return nil, 0, ErrOutOfRange
	}
	unit = make([][]float64, len(ratings))
	for i, row := range ratings {
		unit[i] = make([]float64, len(row))
		for j, v := range row {
			unit[i][j] = (v - low) / spread
		}
	}
	return unit, spread, nil
}
