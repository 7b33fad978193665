package stats

import "math"

// Weights says how grave it is that two raters name different categories, for
// categories in order.
type Weights string

// The weights of [Kappa], with what categories i and j of k disagree.
const (
	WeightsNone      Weights = "none"      // 1 unless i = j
	WeightsLinear    Weights = "linear"    // |i − j|/(k − 1)
	WeightsQuadratic Weights = "quadratic" // (i − j)²/(k − 1)²
)

// Kappa returns Cohen's kappa of two raters, weighted or not. table[i][j] is how
// many units the first put into category i and the second into category j; it is
// square and has a row for each category that was possible, used or not: under
// weights the unused ones count.
//
// The interval is value ± normal quantile × standard error for large samples. It
// is too narrow for few units.
//
// Errors: [ErrLevel]; [ErrTooFew] for fewer than two units; [ErrNoVariance] if both
// put all units into the same category; [ErrIncomplete] if the table is not square;
// [ErrOutOfRange] for a negative count, more than 2^53 units, or weights that do not
// exist.
//
// Sources: Cohen 1960 and 1968; standard error: Fleiss, Cohen and Everitt 1969,
// Large sample standard errors of kappa and weighted kappa, Psychological Bulletin
// 72.
func Kappa(table [][]int, weights Weights, level float64) (Agreement, error) {
	if err := checkLevel(level); err != nil {
		return Agreement{}, err
	}
	if weights != WeightsNone && weights != WeightsLinear && weights != WeightsQuadratic {
		return Agreement{}, ErrOutOfRange
	}
	t, err := newSquare(table)
	if err != nil {
		return Agreement{}, err
	}
	n := float64(t.units)
	rowMean, columnMean := t.meanWeights(weights)
	a := Agreement{Units: t.units, Ratings: 2 * t.units}
	for i, row := range table {
		for j, count := range row {
			a.Observed += float64(count) * weights.between(i, j, len(table))
		}
		a.Expected += t.rows[i] * rowMean[i]
	}
	a.Observed /= n
	a.Expected /= n
	a.Value = 1 - a.Observed/a.Expected

	// The variance of the published formula, written in disagreements and around
	// its mean, so that no two large numbers are subtracted.
	ratio := a.Observed / a.Expected
	spread := 0.0
	for i, row := range table {
		for j, count := range row {
			d := ratio*(rowMean[i]+columnMean[j]) - weights.between(i, j, len(table)) - a.Observed
			spread += float64(count) / n * d * d
		}
	}
	standardError := math.Sqrt(spread/n) / a.Expected
	return a.withInterval(spread, standardError, normalQuantile(tail(level)), level), nil
}

// between returns how much categories i and j of k disagree, from 0 to 1.
func (w Weights) between(i, j, k int) float64 {
	if i == j {
		return 0
	}
	d := math.Abs(float64(i-j)) / float64(k-1)
	switch w {
	case WeightsLinear:
		return d
	case WeightsQuadratic:
		return d * d
	}
	return 1
}

// square is a table with its margins.
type square struct {
	rows, columns []float64
	units         int
}

func newSquare(table [][]int) (square, error) {
	t := square{rows: make([]float64, len(table)), columns: make([]float64, len(table))}
	used := make([]bool, len(table))
	for i, row := range table {
		if len(row) != len(table) {
			return square{}, &PlaceError{ErrIncomplete, i, -1}
		}
		for j, count := range row {
			if count < 0 || int64(count) > maxCount-int64(t.units) {
				return square{}, &PlaceError{ErrOutOfRange, i, j}
			}
			if count > 0 {
				used[i], used[j] = true, true
			}
			t.units += count
			t.rows[i] += float64(count)
			t.columns[j] += float64(count)
		}
	}
	if t.units < 2 {
		return square{}, ErrTooFew
	}
	categories := 0
	for _, u := range used {
		if u {
			categories++
		}
	}
	if categories < 2 {
		return square{}, ErrNoVariance
	}
	return t, nil
}

// meanWeights returns how much each category of the first rater disagrees with
// the ratings of the second on average, and the other way round.
func (t square) meanWeights(w Weights) (rowMean, columnMean []float64) {
	k := len(t.rows)
	rowMean, columnMean = make([]float64, k), make([]float64, k)
	for i := range k {
		for j := range k {
			rowMean[i] += t.columns[j] / float64(t.units) * w.between(i, j, k)
			columnMean[i] += t.rows[j] / float64(t.units) * w.between(i, j, k)
		}
	}
	return rowMean, columnMean
}

// maxCount is the largest number up to which float64 counts one by one.
const maxCount int64 = 1 << 53
