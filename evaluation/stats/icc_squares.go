package stats

import "math"

// meanSquares are those of a complete table of n targets and k judges. The smaller
// a mean square, the less its source adds.
type meanSquares struct {
	targets, within, judges, residual float64
	n, k                              float64
}

// meanSquaresOf takes ratings in [0,1].
func meanSquaresOf(ratings [][]float64) meanSquares {
	n, k := len(ratings), len(ratings[0])
	m := meanSquares{n: float64(n), k: float64(k)}
	targetMeans, judgeMeans := make([]float64, n), make([]float64, k)
	for i, row := range ratings {
		targetMeans[i] = mean(row)
	}
	for j := range k {
		column := make([]float64, n)
		for i := range n {
			column[i] = ratings[i][j]
		}
		judgeMeans[j] = mean(column)
	}
	grand := mean(targetMeans)
	var within, residual []float64
	for i, row := range ratings {
		for j, v := range row {
			d := v - targetMeans[i]
			r := d - (judgeMeans[j] - grand)
			within, residual = append(within, d*d), append(residual, r*r)
		}
	}
	m.targets = m.k * squaredDeviations(targetMeans, grand) / (m.n - 1)
	m.judges = m.n * squaredDeviations(judgeMeans, grand) / (m.k - 1)
	m.within = total(within) / (m.n * (m.k - 1))
	m.residual = total(residual) / ((m.n - 1) * (m.k - 1))
	for _, square := range []*float64{&m.targets, &m.within, &m.judges, &m.residual} {
		if *square < 1e-24 {
			*square = 0 // what rounding leaves of ratings in [0,1]
		}
	}
	return m
}

// mean adds in ascending order, see [total], and leaves its argument as it is.
func mean(values []float64) float64 {
	return total(append([]float64(nil), values...)) / float64(len(values))
}

func squaredDeviations(values []float64, from float64) float64 {
	squares := make([]float64, len(values))
	for i, v := range values {
		squares[i] = (v - from) * (v - from)
	}
	return total(squares)
}

// The six correlations if the mean square of targets were b. Below the range where
// they have a value they return −Inf.

func (m meanSquares) oneWay(b float64) float64 { return share(b-m.within, b+(m.k-1)*m.within) }

func (m meanSquares) agreement(b float64) float64 {
	return share(b-m.residual, b+(m.k-1)*m.residual+m.k*(m.judges-m.residual)/m.n)
}

func (m meanSquares) consistency(b float64) float64 {
	return share(b-m.residual, b+(m.k-1)*m.residual)
}

func (m meanSquares) oneWayOfMean(b float64) float64 { return share(b-m.within, b) }

func (m meanSquares) agreementOfMean(b float64) float64 {
	return share(b-m.residual, b+(m.judges-m.residual)/m.n)
}

func (m meanSquares) consistencyOfMean(b float64) float64 { return share(b-m.residual, b) }

func share(part, whole float64) float64 {
	if whole <= 0 {
		return math.Inf(-1)
	}
	return part / whole
}

// satterthwaite returns the degrees of freedom of the judges' and the residual
// mean square taken together, 0 if both are 0. Written without F of judges, which is
// infinite where there is no residual.
func (m meanSquares) satterthwaite() float64 {
	icc := m.agreement(m.targets)
	judges := m.k * icc * m.judges
	residual := (m.n*(1+(m.k-1)*icc) - m.k*icc) * m.residual
	df := (m.k - 1) * (m.n - 1) * (judges + residual) * (judges + residual) /
		((m.n-1)*judges*judges + residual*residual)
	if math.IsNaN(df) {
		return 0
	}
	return df
}

// test compares targets with noise.
func (m meanSquares) test(noise, noiseDF float64) Correlation {
	c := Correlation{F: m.targets / noise, DF1: int(m.n - 1), DF2: int(noiseDF)}
	c.P = fExceeds(c.F, m.n-1, noiseDF)
	return c
}

// estimate adds value and limits to a test: one formula of the mean square of
// targets, and of the smallest and largest that it may stand for.
func (m meanSquares) estimate(c Correlation, form func(b float64) float64, noiseDF, level float64) Correlation {
	c.Value = form(m.targets)
	if c.Value < 1 && noiseDF > 0 {
		p := tail(level)
		lower := form(m.targets / fQuantile(p, m.n-1, noiseDF))
		upper := form(m.targets * fQuantile(p, noiseDF, m.n-1))
		if !math.IsInf(upper, -1) {
			// At the lowest levels the two are equal but for rounding.
			c.Interval = Interval{Lower: min(lower, upper), Upper: upper, Level: level}
		}
	}
	return c
}
