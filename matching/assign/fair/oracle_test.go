package fair

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching/assign"
)

// scale multiplies the counts of randomised tests.
func scale(t testing.TB) int {
	t.Helper()
	s := os.Getenv("PEERSUPPORT_TEST_SCALE")
	if s == "" {
		return 1
	}
	n, err := strconv.Atoi(s)
	require.NoError(t, err, "PEERSUPPORT_TEST_SCALE")
	require.Positive(t, n, "PEERSUPPORT_TEST_SCALE")
	return n
}

// outcome is one assignment as brute force sees it.
type outcome struct {
	costs    []int64 // of the ladder
	standing []int64 // values of the rows that count, from the worst to the best
	total    int64
}

// enumerate lists the outcomes of all assignments that are optimal for the ladder.
// It knows nothing of networks, prices or exchanges.
func enumerate(p *Problem) []outcome {
	var all []outcome
	b := &p.Base
	units, load := make([]int64, b.Rows), make([]int64, len(b.Capacity))
	var used []int
	var try func(i, a int)
	try = func(i, a int) {
		for i < b.Rows && a == b.Start[i+1] {
			i++
		}
		if i == b.Rows {
			if o, ok := outcomeOf(p, used, units, load); ok {
				all = append(all, o)
			}
			return
		}
		try(i, a+1)
		most := int64(1)
		if b.Demand != nil {
			most = b.Demand[i]
		}
		if j := b.Cols[a]; units[i] < most && load[j] < b.Capacity[j] {
			units[i]++
			load[j]++
			used = append(used, a)
			try(i, a+1)
			used = used[:len(used)-1]
			units[i]--
			load[j]--
		}
	}
	try(0, 0)
	var best []int64
	for _, o := range all {
		if best == nil || slices.Compare(o.costs, best) < 0 {
			best = o.costs
		}
	}
	return slices.DeleteFunc(all, func(o outcome) bool { return slices.Compare(o.costs, best) > 0 })
}

func outcomeOf(p *Problem, used []int, units, load []int64) (o outcome, ok bool) {
	b := &p.Base
	for i, n := range b.MinDemand {
		if units[i] < n {
			return o, false
		}
	}
	for j, n := range b.MinLoad {
		if load[j] < n {
			return o, false
		}
	}
	values := make([]int64, b.Rows)
	rowOf := make([]int, len(b.Cols))
	for i := range b.Rows {
		for a := b.Start[i]; a < b.Start[i+1]; a++ {
			rowOf[a] = i
		}
	}
	o.costs = make([]int64, len(b.Ladder)+1)
	for _, a := range used {
		values[rowOf[a]] += p.Value[a]
		o.total += p.Value[a]
		for n, r := range b.Ladder {
			if r.Row != nil {
				o.costs[n] += r.Row[rowOf[a]]
			}
			if r.Pair != nil {
				o.costs[n] += r.Pair[a]
			}
		}
	}
	for n, r := range b.Ladder {
		for j := range load {
			for k := int64(1); r.Place != nil && k <= load[j]; k++ {
				o.costs[n] += r.Place(j, k)
			}
		}
	}
	for i, v := range values {
		if units[i] > 0 || !p.SkipEmpty {
			o.standing = append(o.standing, v)
		}
	}
	slices.Sort(o.standing)
	return o, true
}

// level is the value of the k-th worst row of an outcome.
func (o *outcome) level(k int) int64 {
	if k < len(o.standing) {
		return o.standing[k]
	}
	return Unbounded
}

// disagreement says what is wrong with a solution, or nothing.
func disagreement(all []outcome, s *Solution) string {
	for k, fig := range append(slices.Clone(s.Levels), s.Total) {
		value := func(o outcome) int64 { return o.level(k) }
		if k == len(s.Levels) {
			value = func(o outcome) int64 { return o.total }
		}
		best := value(slices.MaxFunc(all, func(a, b outcome) int {
			switch u, v := value(a), value(b); {
			case u < v:
				return -1
			case u > v:
				return 1
			}
			return 0
		}))
		if fig.Value > best || best > fig.Bound || fig.Exact != (fig.Value == fig.Bound) {
			return fmt.Sprintf("level %d: %d, best %d, bound %d, exact %t", k, fig.Value, best, fig.Bound, fig.Exact)
		}
		all = slices.DeleteFunc(all, func(o outcome) bool { return value(o) < fig.Value })
	}
	return ""
}

func TestEverySmallSolutionAgreesWithBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	figures, exact := 0, 0
	for n := range 5000 * scale(t) {
		p := small(r)
		levels := r.IntN(4)
		s, err := Solve(context.Background(), p, Options{Levels: levels})
		all := enumerate(&p)
		if len(all) == 0 {
			var infeasible *assign.InfeasibleError
			require.ErrorAs(t, err, &infeasible)
			continue
		}
		require.NoError(t, err)
		if wrong := disagreement(all, s); wrong != "" {
			t.Fatalf("problem %d: %s\n%+v\n%+v", n, wrong, p, s)
		}
		require.NoError(t, Check(context.Background(), p, s), "problem %d", n)
		for _, fig := range append(s.Levels, s.Total) {
			figures++
			if fig.Exact {
				exact++
			}
		}
	}
	require.Greater(t, 100*exact, 95*figures, "of the figures in per cent")
}
