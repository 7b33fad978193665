package matching

import (
	"context"
	"fmt"

	"github.com/peersupport/peersupport/matching/assign"
	"github.com/peersupport/peersupport/peer"
)

// Match proposes pairs for a round. It returns a *RoundError for a round or a
// policy that cannot be decided on, a *RatingError for a criterion that gives
// no rating, and the cause when ctx is cancelled.
func Match(ctx context.Context, r Round, p Policy) (Plan, error) {
	pool, err := Prepare(r, p)
	if err != nil {
		return Plan{}, err
	}
	return pool.Match(ctx)
}

// Match proposes pairs for the pool's round, as the function of that name.
func (p *Pool) Match(ctx context.Context) (Plan, error) {
	pairs, err := p.Eligible(ctx)
	if err != nil {
		return Plan{}, err
	}
	problem := p.problem(pairs)
	solution, err := assign.Solve(ctx, problem, assign.Options{})
	if err != nil {
		return Plan{}, fmt.Errorf("matching: %w", err)
	}
	plan, err := p.plan(ctx, problem, solution)
	if err != nil {
		return Plan{}, err
	}
	plan.Digest, err = plan.digest()
	return plan, err
}

// plan writes a solution down with the names of people.
func (p *Pool) plan(ctx context.Context, problem assign.Problem, s *assign.Solution) (Plan, error) {
	plan := Plan{
		Schema: PlanSchema, At: p.round.At, Policy: recordOf(p.policy), TieBreak: tieBreakOf(p.round.Seed),
		Pairs: []PlannedPair{}, Places: map[peer.ExternalID]int{},
	}
	var err error
	if plan.Unmatched, plan.Repairs, err = p.left(ctx, problem, s.Pairs); err != nil {
		return Plan{}, err
	}
	for i, j := range problem.Columns(s.Pairs) {
		if j < 0 {
			continue
		}
		pair := p.Pair(i, int(j))
		planned := PlannedPair{
			Request: pair.Request(), Supporter: pair.SupporterKey(), Criteria: []CriterionScore{}}
		if planned.Score, err = p.score(pair, &planned.Criteria); err != nil {
			return Plan{}, err
		}
		plan.Pairs = append(plan.Pairs, planned)
	}
	for j := range p.gives {
		plan.Places[p.gives[j].supporter.Person] = p.gives[j].places
	}
	for _, rung := range s.Rungs {
		plan.Objectives = append(plan.Objectives, objectiveResult(rung))
		plan.Certificate = append(plan.Certificate, p.certificate(rung))
	}
	return plan, nil
}

// objectiveResult turns a cost back into what people count.
func objectiveResult(r assign.Result) ObjectiveResult {
	result := ObjectiveResult{ID: r.ID, Value: r.Value, Bound: r.Bound, Exact: r.Exact}
	if Objective(r.ID).gain() {
		result.Value, result.Bound = -r.Value, -r.Bound
	}
	return result
}

func (p *Pool) certificate(r assign.Result) Certificate {
	c := Certificate{
		Objective: r.ID, Requests: map[peer.ExternalID]int64{}, Supporters: map[peer.ExternalID]int64{}}
	for i, potential := range r.Row {
		c.Requests[p.asks[i].request.Key] = potential
	}
	for j, potential := range r.Col {
		c.Supporters[p.gives[j].supporter.Person] = potential
	}
	return c
}
