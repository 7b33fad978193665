package main

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func said(name string, results ...result) outcome {
	return outcome{contestant: contestant{name: name}, results: results}
}

func saidLonger(results ...result) outcome {
	return outcome{contestant: contestant{name: nameFull, longer: true}, results: results}
}

func TestAgreement(t *testing.T) {
	best := result{matched: 7, cost: -50}
	for name, outcomes := range map[string][]outcome{
		"of nobody":                       nil,
		"with oneself":                    {said("a", best, best)},
		"of two":                          {said("a", best), said("b", best)},
		"while somebody failed":           {said("a", best), said("b"), said("c", best)},
		"with a longer ladder, same cost": {said("a", best), saidLonger(best)},
		"with a longer ladder, more cost": {said("a", best), saidLonger(result{matched: 7, cost: -49})},
	} {
		t.Run(name, func(t *testing.T) { require.Empty(t, disagreement(outcomes)) })
	}
}

func TestDisagreement(t *testing.T) {
	best := result{matched: 7, cost: -50}
	for name, outcomes := range map[string][]outcome{
		"about the cost":                       {said("a", best), said("b", result{matched: 7, cost: -49})},
		"about the rows served":                {said("a", best), said("b", result{matched: 6, cost: -50})},
		"between two rounds":                   {said("a", best, result{matched: 7, cost: -49})},
		"in a late round":                      {said("a", best, best), said("b", best, result{matched: 7})},
		"with a longer ladder about the rows":  {said("a", best), saidLonger(result{matched: 6, cost: -50})},
		"with a longer ladder that costs less": {said("a", best), saidLonger(result{matched: 7, cost: -51})},
	} {
		t.Run(name, func(t *testing.T) { require.NotEmpty(t, disagreement(outcomes)) })
	}
}

func TestDisagreementNamesEveryDifferentAnswerOnce(t *testing.T) {
	a, b := result{matched: 1, cost: 2}, result{matched: 1, cost: 3}
	got := disagreement([]outcome{said("a", a, a), said("b", b), said("c", a)})
	require.Equal(t, []answer{{"a", 1, 2}, {"b", 1, 3}, {"c", 1, 2}}, got)
}
