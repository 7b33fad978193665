package main

import (
	"fmt"
	"slices"
)

// answer is what all must agree on.
type answer struct {
	name          string
	matched, cost int64
}

func (a answer) String() string {
	return fmt.Sprintf("%s serves %d rows at cost %d", a.name, a.matched, a.cost)
}

// disagreement lists the different answers to one instance; nil when all agree.
// Every round counts, for an answer that changes from run to run is wrong too.
func disagreement(outcomes []outcome) []answer {
	var answers, longer []answer
	for _, o := range outcomes {
		for _, r := range o.results {
			a := answer{o.name, r.matched, r.cost}
			if o.longer {
				longer = append(longer, a)
			} else {
				answers = append(answers, a)
			}
		}
	}
	if len(answers) == 0 {
		return nil
	}
	differs := func(a answer) bool { return a.matched != answers[0].matched || a.cost != answers[0].cost }
	cannotBe := func(a answer) bool { return a.matched != answers[0].matched || a.cost < answers[0].cost }
	if !slices.ContainsFunc(answers, differs) && !slices.ContainsFunc(longer, cannotBe) {
		return nil
	}
	return distinct(append(answers, longer...))
}

// distinct keeps the first of equal answers.
func distinct(answers []answer) []answer {
	var kept []answer
	for _, a := range answers {
		if !slices.Contains(kept, a) {
			kept = append(kept, a)
		}
	}
	return kept
}
