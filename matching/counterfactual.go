package matching

import (
	"context"
	"fmt"
	"slices"

	"github.com/peersupport/peersupport/matching/assign"
	"github.com/peersupport/peersupport/principles"
)

// counterfactuals names what would have to change for every rule to allow the
// pair as far as the round is known: a rule finds one thing at a time, and what
// is changed can bring about another. There is none when anything that blocks
// is out of the reader's sight or beyond change: a reader must not learn from a
// missing piece what is hidden, nor be led to bend what is hard. Nor is there
// one when consent is missing: what a condition says may not be looked at, so
// nobody can know what it would leave.
func (p *Pool) counterfactuals(d principles.Decision, reader principles.Reader) []Counterfactual {
	var c Counterfactual
	for _, r := range d.Blocking() {
		f := r.Finding
		if !f.Audience.Includes(reader) || len(f.RetryOn) == 0 || f.Code == CodeConsentMissing {
			return nil
		}
		c.Codes = append(c.Codes, f.Code)
		for _, e := range f.RetryOn {
			if !slices.Contains(c.Events, e) {
				c.Events = append(c.Events, e)
			}
		}
	}
	return []Counterfactual{c}
}

// consequences solves the round again with the request held to one supporter,
// and sets the objectives side by side. They are numbers about the round, not
// about anybody in it.
func (p *Pool) consequences(ctx context.Context, plan Plan, i, j int) ([]Consequence, error) {
	pairs, err := p.Eligible(ctx)
	if err != nil {
		return nil, err
	}
	held := slices.DeleteFunc(pairs, func(e EligiblePair) bool { return e.Request == i && e.Supporter != j })
	problem := p.problem(held)
	problem.TieBreak = nil // only the values are wanted
	must := make([]int64, len(p.asks))
	must[i] = -1
	problem.Ladder = append([]assign.Rung{{ID: "held", Row: must}}, problem.Ladder...)
	solution, err := assign.Solve(ctx, problem, assign.Options{})
	if err != nil {
		return nil, fmt.Errorf("matching: %w", err)
	}
	var list []Consequence
	for n, rung := range solution.Rungs[1:] {
		list = append(list, Consequence{
			Objective: rung.ID, Planned: plan.Objectives[n].Value, Instead: objectiveResult(rung).Value})
	}
	return list, nil
}
