package matching

import (
	"slices"

	"github.com/peersupport/peersupport/matching/assign"
)

// Objective names a rung of the ladder: objectives in strict order, each
// choosing among what is best for all before it. None of them can outweigh a
// rule.
type Objective string

// The objectives.
const (
	// Served: most people.
	Served Objective = "served"
	// Waiting: most days waited, summed over those served. Once served is
	// fixed, this puts the longest waiting first.
	Waiting Objective = "waiting"
	// Load: the evenest load against each supporter's own target.
	Load Objective = "load"
	// Fit: the highest total score.
	Fit Objective = "fit"
	// Canonical makes the result unique; it is always last and never asked
	// for.
	Canonical Objective = "canonical"
)

// Objectives returns the objectives that a policy can ask for.
func Objectives() []Objective { return []Objective{Served, Waiting, Load, Fit} }

// DefaultObjectives returns the ladder of the zero Policy: nobody is left out
// for the sake of a better fit, and nobody waits for the sake of one.
func DefaultObjectives() []Objective { return []Objective{Served, Waiting, Fit} }

// gain reports whether more of the objective is better; the engine minimises,
// so gains reach it with the sign turned.
func (o Objective) gain() bool { return o == Served || o == Waiting || o == Fit }

// rung returns the costs of an objective for the engine.
func (p *Pool) rung(o Objective, pairs []EligiblePair) assign.Rung {
	r := assign.Rung{ID: string(o)}
	switch o {
	case Served:
		r.Row = slices.Repeat([]int64{-1}, len(p.asks))
	case Waiting:
		r.Row = make([]int64, len(p.asks))
		for i := range p.asks {
			r.Row[i] = -p.asks[i].waited
		}
	case Load:
		// The k-th place costs what the square of load minus target grows by.
		r.Place = func(j int, k int64) int64 {
			g := &p.gives[j]
			return 2*(int64(g.load)+k-int64(g.supporter.Target())) - 1
		}
	case Fit:
		r.Pair = make([]int64, len(pairs))
		for a, pair := range pairs {
			r.Pair[a] = -pair.Score
		}
	}
	return r
}

// problem states the round for the engine, which knows no person.
func (p *Pool) problem(pairs []EligiblePair) assign.Problem {
	problem := assign.Problem{
		Rows: len(p.asks), Capacity: make([]int64, len(p.gives)),
		Start: make([]int, 1, len(p.asks)+1), Cols: make([]int32, len(pairs)),
		TieBreak: p.tieBreak(),
	}
	for j := range p.gives {
		problem.Capacity[j] = int64(p.gives[j].places)
	}
	a := 0
	for i := range p.asks {
		for ; a < len(pairs) && pairs[a].Request == i; a++ {
			problem.Cols[a] = int32(pairs[a].Supporter) //nolint:gosec // supporters fit
		}
		problem.Start = append(problem.Start, a)
	}
	for _, o := range p.policy.Objectives {
		problem.Ladder = append(problem.Ladder, p.rung(o, pairs))
	}
	return problem
}
