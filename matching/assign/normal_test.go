package assign

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// defined computes the potentials of a solution word by word from the definition:
// Bellman and Ford's method from an all-zero start over the arcs still free.
func defined(p *Problem, s *Solution) []duals {
	c := &canceller{p: p, column: make([]int, p.Rows), load: make([]int64, p.columns())}
	for i, j := range s.Column {
		c.column[i] = int(j)
		if j >= 0 {
			c.load[j]++
		}
	}
	q := *p
	for counter := range s.Rungs[len(p.Ladder):] {
		q.Ladder = append(slices.Clone(q.Ladder), Rung{ID: "tie", Pair: make([]int64, len(p.Cols))})
		for i := range p.Rows {
			for a, to := p.pairs(i); a < to; a++ {
				q.Ladder[len(q.Ladder)-1].Pair[a] = int64(p.TieBreak(counter, i, int(p.Cols[a])) >> (64 - widthOf(p)))
			}
		}
	}
	c.p = &q
	all := c.arrows()
	hub := p.Rows + p.columns()
	var out []duals
	for n := range q.Ladder {
		dist := make([]int64, hub+1)
		for changed := true; changed; {
			changed = false
			for _, a := range all {
				if d := dist[a.from] + a.cost[n]; d < dist[a.to] {
					dist[a.to], changed = d, true
				}
			}
		}
		shift := dist[hub]
		for v := range dist {
			dist[v] -= shift
		}
		out = append(out, duals{row: dist[:p.Rows:p.Rows], col: dist[p.Rows:hub:hub]})
		all = slices.DeleteFunc(all, func(a arrow) bool { return a.cost[n]+dist[a.from]-dist[a.to] != 0 })
	}
	return out
}

func TestPotentialsAreThoseOfTheDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for n := range 1500 * scale(t) {
		s := shape{rows: 9, cols: 6, rungs: r.IntN(5), capacity: 4, cost: 1 + r.Int64N(8), density: r.Float64(), tie: 64}
		p := s.random(r)
		got := solve(t, p)
		for k, want := range defined(&p, got) {
			require.Equal(t, want, duals{row: got.Rungs[k].Row, col: got.Rungs[k].Col}, "problem %d rung %d", n, k)
		}
	}
}
