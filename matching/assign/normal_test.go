package assign

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// arrow is a residual arc with its cost on every rung.
type arrow struct {
	from, to int
	cost     []int64
}

// arrows lists the residual arcs between rows, columns and the hub under an
// assignment.
func arrows(p *Problem, pairs []int32) []arrow {
	hub := p.Rows + p.columns()
	units, load := make([]int64, p.Rows), make([]int64, p.columns())
	places := p.places()
	var all []arrow
	add := func(from, to int, sign int64, cost func(r *Rung) int64) {
		a := arrow{from: from, to: to}
		for n := range p.Ladder {
			a.cost = append(a.cost, sign*cost(&p.Ladder[n]))
		}
		all = append(all, a)
	}
	at := func(costs []int64, n int) int64 {
		if costs == nil {
			return 0
		}
		return costs[n]
	}
	for a, j := range p.Cols {
		i := rowOf(p, int32(a))
		cost := func(r *Rung) int64 { return at(r.Pair, a) }
		if slices.Contains(pairs, int32(a)) {
			units[i]++
			load[j]++
			add(p.Rows+int(j), i, -1, cost)
		} else {
			add(i, p.Rows+int(j), 1, cost)
		}
	}
	for i, n := range units {
		cost := func(r *Rung) int64 { return at(r.Row, i) }
		if n < p.demand(i) {
			add(hub, i, 1, cost)
		}
		if n > at(p.MinDemand, i) {
			add(i, hub, -1, cost)
		}
	}
	for j, n := range load {
		place := func(k int64) func(r *Rung) int64 {
			return func(r *Rung) int64 {
				if r.Place == nil {
					return 0
				}
				return r.Place(j, k)
			}
		}
		if n < places[j] {
			add(p.Rows+j, hub, 1, place(n+1))
		}
		if n > at(p.MinLoad, j) {
			add(hub, p.Rows+j, -1, place(n))
		}
	}
	return all
}

// potentials are those of one rung.
type potentials struct{ Row, Col []int64 }

// defined computes the potentials of a solution word by word from the definition:
// Bellman and Ford's method from an all-zero start over the arcs still free.
func defined(p *Problem, s *Solution) []potentials {
	q := *p
	for counter := range s.Rungs[len(p.Ladder):] {
		r := Rung{Pair: make([]int64, len(p.Cols))}
		for a, j := range p.Cols {
			r.Pair[a] = int64(p.TieBreak(counter, rowOf(p, int32(a)), int(j)) >> (64 - widthOf(p)))
		}
		q.Ladder = append(slices.Clone(q.Ladder), r)
	}
	all := arrows(&q, s.Pairs)
	hub := p.Rows + p.columns()
	var out []potentials
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
		out = append(out, potentials{Row: dist[:p.Rows:p.Rows], Col: dist[p.Rows:hub:hub]})
		all = slices.DeleteFunc(all, func(a arrow) bool { return a.cost[n]+dist[a.from]-dist[a.to] != 0 })
	}
	return out
}

func TestPotentialsAreThoseOfTheDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	solved := 0
	for n := range 1500 * scale(t) {
		s := shape{
			rows: 9, cols: 6, rungs: r.IntN(5), demand: r.Int64N(4), capacity: 4, cost: 1 + r.Int64N(8), density: r.Float64(),
			lower: 0.4, wild: 0.1, tie: []int{2, 64}[r.IntN(2)],
		}
		p := s.random(r)
		got, err := Solve(context.Background(), p, Options{Workers: 1})
		if got == nil {
			require.NotErrorIs(t, err, ErrImpure)
			continue
		}
		solved++
		for k, want := range defined(&p, got) {
			if have := (potentials{Row: got.Rungs[k].Row, Col: got.Rungs[k].Col}); !slices.Equal(want.Row, have.Row) || !slices.Equal(want.Col, have.Col) {
				require.Equal(t, want, have, "problem %d rung %d\n%s", n, k, describe(&p))
			}
		}
	}
	require.Positive(t, solved)
}
