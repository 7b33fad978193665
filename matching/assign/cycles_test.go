package assign

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// cancelCycles is the second algorithm: it starts with nobody served and cancels
// negative cycles in the whole residual network until none is left. Costs are
// vectors compared from the first rung on, so it needs no faces, no potentials
// and no order of rungs. It returns the total of every rung.
func cancelCycles(p *Problem) []int64 {
	c := &canceller{p: p, column: make([]int, p.Rows), load: make([]int64, p.columns())}
	for i := range c.column {
		c.column[i] = -1
	}
	for c.cancel() {
	}
	column := make([]int32, p.Rows)
	for i, j := range c.column {
		column[i] = int32(j)
	}
	var values []int64
	for n := range p.Ladder {
		values = append(values, total(p, &p.Ladder[n], column))
	}
	return values
}

type canceller struct {
	p      *Problem
	column []int
	load   []int64
}

type arrow struct {
	from, to int
	cost     []int64
}

// arrows lists the residual arcs between rows, columns and the hub.
func (c *canceller) arrows() []arrow {
	hub := c.p.Rows + c.p.columns()
	places := c.p.places()
	var all []arrow
	add := func(from, to int, sign int64, cost func(r *Rung) int64) {
		a := arrow{from: from, to: to}
		for n := range c.p.Ladder {
			a.cost = append(a.cost, sign*cost(&c.p.Ladder[n]))
		}
		all = append(all, a)
	}
	for i := range c.p.Rows {
		serve := func(r *Rung) int64 { return r.costs().row(i) }
		if c.column[i] < 0 {
			add(hub, i, 1, serve)
		} else {
			add(i, hub, -1, serve)
		}
		for a, to := c.p.pairs(i); a < to; a++ {
			j := int(c.p.Cols[a])
			pair := func(r *Rung) int64 { return r.costs().pair(i, a) }
			if c.column[i] == j {
				add(c.p.Rows+j, i, -1, pair)
			} else {
				add(i, c.p.Rows+j, 1, pair)
			}
		}
	}
	for j, load := range c.load {
		if load < places[j] {
			add(c.p.Rows+j, hub, 1, func(r *Rung) int64 { return r.costs().place(j, load+1) })
		}
		if load > 0 {
			add(hub, c.p.Rows+j, -1, func(r *Rung) int64 { return r.costs().place(j, load) })
		}
	}
	return all
}

// cancel finds one negative cycle by Bellman and Ford's method and goes round it.
func (c *canceller) cancel() bool {
	all := c.arrows()
	nodes := c.p.Rows + c.p.columns() + 1
	dist := make([][]int64, nodes)
	for v := range dist {
		dist[v] = make([]int64, len(c.p.Ladder))
	}
	via := make([]int, nodes)
	changed := -1
	for range nodes + 1 {
		changed = -1
		for n, a := range all {
			sum := make([]int64, len(a.cost))
			for k := range sum {
				sum[k] = dist[a.from][k] + a.cost[k]
			}
			if slices.Compare(sum, dist[a.to]) < 0 {
				dist[a.to], via[a.to], changed = sum, n, a.to
			}
		}
		if changed < 0 {
			return false
		}
	}
	v := changed
	for range nodes { // walk back until surely on the cycle
		v = all[via[v]].from
	}
	var cycle []arrow
	for u := v; len(cycle) == 0 || u != v; u = all[via[u]].from {
		cycle = append(cycle, all[via[u]])
	}
	for _, a := range cycle { // leave before entering
		if row := a.to; a.from >= c.p.Rows && a.from < nodes-1 && row < c.p.Rows {
			c.load[a.from-c.p.Rows]--
			c.column[row] = -1
		}
	}
	for _, a := range cycle {
		if j := a.to - c.p.Rows; a.from < c.p.Rows && j >= 0 && j < c.p.columns() {
			c.load[j]++
			c.column[a.from] = j
		}
	}
	return true
}

func TestAMediumLadderAgreesWithCycleCancelling(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for n := range 20 * scale(t) {
		s := shape{rows: 25 + r.IntN(16), cols: 10 + r.IntN(11), rungs: 1 + r.IntN(4), capacity: 4, cost: 20, density: 0.1 + 0.4*r.Float64(), exact: true}
		p := s.random(r)
		got := solve(t, p)
		for k, want := range cancelCycles(&p) {
			require.Equal(t, want, got.Rungs[k].Value, "problem %d rung %d", n, k)
		}
		require.NoError(t, Check(p, got), "problem %d", n)
	}
}
