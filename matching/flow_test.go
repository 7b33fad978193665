package matching_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// The second algorithm: start with nobody served, and as long as somewhere in
// the residual network a cycle makes the whole list of costs smaller, go round
// it. Bellman and Ford find such cycles; costs are compared as lists, first
// rung first, so that no ladder, no dual and no face is needed. It shares
// nothing with the engine but the question.

// costs is what an arc costs on every rung, with two draws of lots at the end.
type costs [6]int64

func (c costs) plus(d costs, sign int64) costs {
	for n := range c {
		c[n] += sign * d[n]
	}
	return c
}

func (c costs) less(d costs) bool { return slices.Compare(c[:], d[:]) < 0 }

// residual is the network under an assignment. Node 0 is the hub, then come
// requests, then supporters.
type residual struct {
	*oracle
	column []int
	load   []int
}

type step struct {
	from, to int
	cost     costs
}

func (r *residual) row(i int) int { return 1 + i }
func (r *residual) col(j int) int { return 1 + len(r.requests) + j }

// arcs returns every step that is possible now.
func (r *residual) arcs() []step {
	var list []step
	add := func(taken bool, from, to int, c costs) {
		if taken {
			list = append(list, step{to, from, costs{}.plus(c, -1)})
		} else {
			list = append(list, step{from, to, c})
		}
	}
	for i := range r.requests {
		add(r.column[i] >= 0, 0, r.row(i), costs{})
		for j := range r.supporters {
			if r.legal[i][j] {
				add(r.column[i] == j, r.row(i), r.col(j), r.pair(i, j))
			}
		}
	}
	for j := range r.supporters {
		if r.load[j] < r.places[j] {
			add(false, r.col(j), 0, r.place(j, r.load[j]+1))
		}
		if r.load[j] > 0 {
			add(true, r.col(j), 0, r.place(j, r.load[j]))
		}
	}
	return list
}

func (r *residual) pair(i, j int) costs {
	var c costs
	for n, rung := range r.ladder() {
		c[n] = r.pairCost(rung, i, j)
	}
	c[4], c[5] = r.lots[0][i][j], r.lots[1][i][j]
	return c
}

func (r *residual) place(j, k int) costs {
	var c costs
	if n := slices.Index(r.ladder(), "load"); n >= 0 {
		c[n] = r.placeCost(j, k)
	}
	return c
}

// improve goes round one cycle that makes the costs smaller, if there is any.
func (r *residual) improve() bool {
	arcs := r.arcs()
	nodes := 1 + len(r.requests) + len(r.supporters)
	dist, by := make([]costs, nodes), make([]int, nodes)
	for n := range by {
		by[n] = -1
	}
	for range nodes {
		changed := -1
		for a, s := range arcs {
			if d := dist[s.from].plus(s.cost, 1); d.less(dist[s.to]) {
				dist[s.to], by[s.to], changed = d, a, s.to
			}
		}
		if changed < 0 {
			return false
		}
		if cycle := cycleAt(arcs, by, changed); cycle != nil {
			r.turn(cycle)
			return true
		}
	}
	return false
}

// cycleAt follows the arcs by which nodes were reached back from a node, and
// returns the cycle that they end in, if they do.
func cycleAt(arcs []step, by []int, node int) []step {
	seen := map[int]bool{}
	for !seen[node] {
		seen[node] = true
		if by[node] < 0 {
			return nil
		}
		node = arcs[by[node]].from
	}
	var cycle []step
	for n := node; len(cycle) == 0 || n != node; n = arcs[by[n]].from {
		cycle = append(cycle, arcs[by[n]])
	}
	return cycle
}

// turn changes the assignment along a cycle: first what is taken back.
func (r *residual) turn(cycle []step) {
	rows := len(r.requests)
	for _, s := range cycle {
		if s.from > rows && s.to >= 1 && s.to <= rows {
			r.column[s.to-1] = -1
			r.load[s.from-1-rows]--
		}
	}
	for _, s := range cycle {
		if s.from >= 1 && s.from <= rows && s.to > rows {
			r.column[s.from-1] = s.to - 1 - rows
			r.load[s.to-1-rows]++
		}
	}
}

// cancelled returns the best assignment by cancelling cycles.
func (o *oracle) cancelled() (columns []int, ladder []int64) {
	r := &residual{oracle: o, column: slices.Repeat([]int{-1}, len(o.requests)), load: make([]int, len(o.supporters))}
	for r.improve() {
	}
	return r.column, o.ladderCost(r.column)
}

func TestCancellingCyclesAgreesWithBruteForce(t *testing.T) {
	for seed := range uint64(300) {
		o := newOracle(roll(seed, small()))
		columns, ladder := o.cancelled()
		best, least := o.best()
		require.Equal(t, best, columns, "world %d", seed)
		require.Equal(t, least, ladder, "world %d", seed)
	}
}

// TestMediumRoundsAgreeWithASecondAlgorithm compares plans of about sixty
// requests and twenty-five supporters.
func TestMediumRoundsAgreeWithASecondAlgorithm(t *testing.T) {
	t.Parallel()
	rounds, pairs, left := 20*scale(t), 0, 0
	for seed := range uint64(rounds) {
		w := roll(seed, medium())
		r, plan := w.match(t)
		o := newOracle(w)
		columns, ladder := o.cancelled()
		requireAgreement(t, o, r, plan, columns, ladder)
		pairs += len(plan.Pairs)
		left += len(plan.Unmatched)
	}
	t.Logf("%d rounds, %d pairs, %d requests left", rounds, pairs, left)
}
