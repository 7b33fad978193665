package stats

import (
	"maps"
	"math"
	"slices"
)

// rated is a unit with at least one rating: how often each category was named,
// in ascending order of the categories.
type rated []tally

func (u rated) ratings() float64 {
	n := 0.0
	for _, t := range u {
		n += t.count
	}
	return n
}

// disagreement is the share of ordered pairs of ratings that differ.
func (u rated) disagreement(ratings float64) float64 {
	d := 0.0
	for _, t := range u {
		d += t.count * (ratings - t.count)
	}
	return d / (ratings * (ratings - 1))
}

// prevalence returns the share of each category that was named, the mean of its
// shares in the units.
func prevalence(units []rated) map[float64]float64 {
	shares := map[float64][]float64{}
	for _, u := range units {
		n := u.ratings()
		for _, t := range u {
			shares[t.value] = append(shares[t.value], t.count/n)
		}
	}
	p := make(map[float64]float64, len(shares))
	for category, s := range shares {
		p[category] = total(s) / float64(len(units))
	}
	return p
}

// chance is what raters are taken to do by chance: two agree on a category with
// probability share × factor(share).
type chance struct {
	shares map[float64]float64
	factor func(share float64) float64
}

// agreement is the probability that two raters agree by chance.
func (c chance) agreement() float64 {
	sum := 0.0
	for _, category := range slices.Sorted(maps.Keys(c.shares)) {
		sum += c.shares[category] * c.factor(c.shares[category])
	}
	return sum
}

// agreementWith is the part of one unit in that; over all units its mean is
// the agreement.
func (c chance) agreementWith(u rated, ratings float64) float64 {
	sum := 0.0
	for _, t := range u {
		sum += t.count / ratings * c.factor(c.shares[t.value])
	}
	return sum
}

// corrected returns the agreement of units beyond chance. The standard error is
// Gwet's: the coefficient as a mean over units, each with its own agreement and its
// own part in the chance agreement.
func (c chance) corrected(units []rated, level float64) (Agreement, error) {
	byChance := c.agreement()
	a := Agreement{Expected: 1 - byChance}
	var disagreements []float64
	for _, u := range units {
		n := u.ratings()
		a.Ratings += int(n)
		if n >= 2 {
			disagreements = append(disagreements, u.disagreement(n))
		}
	}
	a.Units = len(disagreements)
	if a.Units < 2 {
		return Agreement{}, ErrTooFew
	}
	a.Observed = total(disagreements) / float64(a.Units)
	a.Value = 1 - a.Observed/a.Expected

	n := float64(len(units))
	squares := make([]float64, len(units))
	for i, u := range units {
		ratings := u.ratings()
		deviation := 2*(a.Value-1)*(c.agreementWith(u, ratings)-byChance)/a.Expected - a.Value
		if ratings >= 2 {
			deviation += n / float64(a.Units) * (1 - u.disagreement(ratings)/a.Expected)
		}
		squares[i] = deviation * deviation
	}
	spread := total(squares) / n
	return a.withInterval(spread, math.Sqrt(spread/(n-1)), studentQuantile(tail(level), n-1), level), nil
}
