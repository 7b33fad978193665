package matching

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"slices"

	"github.com/peersupport/peersupport/matching/assign"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// Verify checks a plan against its round and policy without calling a solver:
// every pair with the pairwise face of every rule, every place, every score,
// and the reduced costs of every rung over all pairs that are allowed. A plan
// that was changed in any place is refused, by the digest if by nothing else.
// The error is a *RoundError or a *RatingError; a plan that does not hold is
// no error but a failure in the verification.
func Verify(r Round, p Policy, plan Plan) (Verification, error) {
	pool, err := Prepare(r, p)
	if err != nil {
		return Verification{}, err
	}
	return pool.Verify(plan)
}

// verifier gathers what fails.
type verifier struct {
	pool   *Pool
	plan   Plan
	result Verification
	column []int32
}

func (v *verifier) fail(f Failure) { v.result.Failures = append(v.result.Failures, f) }

func (v *verifier) require(holds bool, code principles.Code) {
	if !holds {
		v.fail(Failure{Code: code})
	}
}

// Verify checks a plan against the pool's round, as the function of that name.
func (p *Pool) Verify(plan Plan) (Verification, error) {
	v := &verifier{pool: p, plan: plan}
	v.result = Verification{
		Requests: len(p.asks), Supporters: len(p.gives), Pairs: len(plan.Pairs),
		Considered: len(p.asks) * len(p.gives), Failures: []Failure{}}
	v.heading()
	pairs, err := v.allowed()
	if err != nil {
		return Verification{}, err
	}
	v.result.Allowed = len(pairs)
	if err := v.readPairs(); err != nil {
		return Verification{}, err
	}
	if v.result.OK() {
		v.proof(p.problem(pairs))
	}
	return v.result, nil
}

// heading checks what the plan says about itself.
func (v *verifier) heading() {
	digest, err := v.plan.digest()
	v.require(v.plan.Schema == PlanSchema, FailSchema)
	v.require(err == nil && digest == v.plan.Digest, FailDigest)
	v.require(v.plan.At == v.pool.round.At, FailDay)
	v.require(same(v.plan.Policy, recordOf(v.pool.policy)), FailPolicy)
	v.require(v.plan.TieBreak == tieBreakOf(v.pool.round.Seed), FailTieBreak)
	places := map[peer.ExternalID]int{}
	for j := range v.pool.gives {
		places[v.pool.gives[j].supporter.Person] = v.pool.gives[j].places
	}
	v.require(same(v.plan.Places, places), FailPlaces)
}

// same compares two values as a plan would write them.
func same(a, b any) bool {
	x, err := json.Marshal(a)
	y, err2 := json.Marshal(b)
	return err == nil && err2 == nil && bytes.Equal(x, y)
}

// allowed asks the pairwise face of every rule about every pair.
func (v *verifier) allowed() ([]EligiblePair, error) {
	p := v.pool
	var pairs []EligiblePair
	for i := range p.asks {
		for j := range p.gives {
			pair := p.Pair(i, j)
			if !p.rules.Permits(pair) {
				continue
			}
			score, err := p.score(pair, nil)
			if err != nil {
				return nil, err
			}
			pairs = append(pairs, EligiblePair{Request: i, Supporter: j, Score: score})
		}
	}
	return pairs, nil
}

// readPairs checks every proposed pair and that every request occurs once.
func (v *verifier) readPairs() error {
	p := v.pool
	v.column = slices.Repeat([]int32{-1}, len(p.asks))
	seen := make([]bool, len(p.asks))
	meet := func(key peer.ExternalID) int {
		i := p.requestNumber(key)
		switch {
		case i < 0:
			v.fail(Failure{Code: FailRequest, Request: key})
		case seen[i]:
			v.fail(Failure{Code: FailRequestTwice, Request: key})
		default:
			seen[i] = true
		}
		return i
	}
	for _, pair := range v.plan.Pairs {
		i, j := meet(pair.Request), p.supporterNumber(pair.Supporter)
		if j < 0 {
			v.fail(Failure{Code: FailSupporter, Request: pair.Request, Supporter: pair.Supporter})
		}
		if i < 0 || j < 0 {
			continue
		}
		v.column[i] = int32(j) //nolint:gosec // supporters fit
		if err := v.pair(pair, i, j); err != nil {
			return err
		}
	}
	for _, u := range v.plan.Unmatched {
		meet(u.Request)
	}
	v.require(slices.IsSortedFunc(v.plan.Pairs, func(a, b PlannedPair) int { return cmp.Compare(a.Request, b.Request) }) &&
		slices.IsSortedFunc(v.plan.Unmatched, func(a, b Unmatched) int { return cmp.Compare(a.Request, b.Request) }), FailOrder)
	for i := range seen {
		if !seen[i] {
			v.fail(Failure{Code: FailRequestMissing, Request: p.asks[i].request.Key})
		}
	}
	return nil
}

func (v *verifier) pair(pair PlannedPair, i, j int) error {
	about := Failure{Request: pair.Request, Supporter: pair.Supporter}
	if !v.pool.rules.Permits(v.pool.Pair(i, j)) {
		about.Code = FailPair
		v.fail(about)
	}
	var parts []CriterionScore
	score, err := v.pool.score(v.pool.Pair(i, j), &parts)
	if err != nil {
		return err
	}
	if score != pair.Score || !slices.Equal(parts, pair.Criteria) {
		about.Code = FailScore
		v.fail(about)
	}
	return nil
}

// proof hands the numbers to the checker of the engine, which calls no solver,
// and recomputes what follows from the pairs.
func (v *verifier) proof(problem assign.Problem) {
	solution, ok := v.solution(problem)
	if !ok {
		v.fail(Failure{Code: FailObjectives})
		return
	}
	if assign.Check(problem, solution) != nil {
		v.fail(Failure{Code: FailCertificate})
		return // who is left, and why, is a question about a plan that holds
	}
	unmatched, repairs, err := v.pool.left(context.Background(), problem, solution.Pairs)
	v.require(err == nil && same(unmatched, v.plan.Unmatched), FailReasons)
	v.require(same(repairs, v.plan.Repairs), FailRepairs)
}

// solution reads the plan's objectives and certificate as the engine wrote
// them, or reports that they do not belong together.
func (v *verifier) solution(problem assign.Problem) (*assign.Solution, bool) {
	pairs, ok := problem.PairsOf(v.column)
	s := &assign.Solution{Pairs: pairs}
	if !ok || len(v.plan.Objectives) != len(v.plan.Certificate) {
		return nil, false
	}
	for n, o := range v.plan.Objectives {
		c := v.plan.Certificate[n]
		if c.Objective != o.ID || len(c.Requests) != len(v.pool.asks) || len(c.Supporters) != len(v.pool.gives) {
			return nil, false
		}
		r := assign.Result{ID: o.ID, Value: o.Value, Bound: o.Bound, Exact: o.Exact}
		if Objective(o.ID).gain() {
			r.Value, r.Bound = -o.Value, -o.Bound
		}
		for i := range v.pool.asks {
			potential, ok := c.Requests[v.pool.asks[i].request.Key]
			if !ok {
				return nil, false
			}
			r.Row = append(r.Row, potential)
		}
		for j := range v.pool.gives {
			potential, ok := c.Supporters[v.pool.gives[j].supporter.Person]
			if !ok {
				return nil, false
			}
			r.Col = append(r.Col, potential)
		}
		s.Rungs = append(s.Rungs, r)
	}
	return s, true
}
