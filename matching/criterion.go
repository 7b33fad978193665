package matching

import (
	"fmt"
	"math"
	"slices"

	"github.com/peersupport/peersupport/peer"
)

// Criterion rates how well a pair that every rule allows would fit.
type Criterion interface {
	// ID is stable and short, such as "experience".
	ID() string
	// Rate returns a number from 0 to 1. It must be pure. Anything outside, NaN
	// included, stops the round with a *RatingError.
	Rate(p Pair) float64
}

// BasisPoints is what a rating of 1 becomes; ratings are rounded to whole
// basis points, and only those decide.
const BasisPoints = 10_000

// MaxWeight is the largest weight of a criterion.
const MaxWeight = 1000

// The criteria of this package.
const (
	CriterionExperience   = "experience"
	CriterionAttributes   = "attributes"
	CriterionJourney      = "journey"
	CriterionAvailability = "availability"
	CriterionDistance     = "distance"
	CriterionPreferred    = "preferred"
	CriterionLoad         = "load"
)

// RatingError says that a criterion gave no usable rating for a pair.
type RatingError struct {
	Criterion string
	Request   peer.ExternalID
	Supporter peer.ExternalID
}

// Error implements error; it holds ids and no rating.
func (e *RatingError) Error() string {
	return fmt.Sprintf("matching: criterion %q gave no rating from 0 to 1 for request %q and supporter %q",
		e.Criterion, string(e.Request), string(e.Supporter))
}

// weighted is a criterion with its weight.
type weighted struct {
	criterion Criterion
	id        string // as it was when the policy was read
	weight    int64
}

// criterionID asks a criterion for its id; empty if it is nil or cannot tell.
func criterionID(c Criterion) (id string) {
	defer func() {
		if recover() != nil { // a nil pointer inside the interface
			id = ""
		}
	}()
	if c == nil {
		return ""
	}
	return c.ID()
}

// criteria returns every criterion a policy can weigh.
func criteria(p Policy) []Criterion {
	return slices.Concat([]Criterion{
		experienceCriterion{}, attributeCriterion{}, journeyCriterion{},
		availabilityCriterion{enough: p.EnoughOverlapMinutes}, distanceCriterion{}, preferredCriterion{}, loadCriterion{},
	}, p.Criteria)
}

// weightedCriteria returns the criteria that count, by id.
func weightedCriteria(p Policy) []weighted {
	var list []weighted
	all := criteria(p)
	for _, w := range p.Weights {
		i := slices.IndexFunc(all, func(c Criterion) bool { return criterionID(c) == w.Criterion })
		if i >= 0 && w.Weight > 0 {
			list = append(list, weighted{criterion: all[i], id: w.Criterion, weight: int64(w.Weight)})
		}
	}
	return list
}

// score adds up weight times basis points. Ratings of single criteria are
// appended to parts when it is not nil.
func (p *Pool) score(pair Pair, parts *[]CriterionScore) (int64, error) {
	var total int64
	for _, w := range p.criteria {
		points, err := w.rate(pair)
		if err != nil {
			return 0, err
		}
		total += w.weight * points // at most 1000 * 10000 for each of a few criteria
		if parts != nil {
			*parts = append(*parts, CriterionScore{ID: w.id, Score: points, Weight: w.weight})
		}
	}
	return total, nil
}

// rate asks the criterion and refuses what is no rating; a panic is none
// either.
func (w weighted) rate(pair Pair) (points int64, err error) {
	defer func() {
		if recover() != nil {
			points, err = 0, w.refuse(pair)
		}
	}()
	r := w.criterion.Rate(pair)
	if !(r >= 0 && r <= 1) {
		return 0, w.refuse(pair)
	}
	return int64(math.Round(r * BasisPoints)), nil
}

func (w weighted) refuse(pair Pair) error {
	return &RatingError{Criterion: w.id, Request: pair.Request(), Supporter: pair.SupporterKey()}
}
