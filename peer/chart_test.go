package peer_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
)

const never = 1 << 20

// closure holds the least number of steps of authority from one human being up
// to another, never when there are none: Floyd and Warshall's way, by record.
func closure(f forest, rels []peer.Relation, same []int, at peer.Date, months int) [][]int {
	n := len(f.parent)
	steps := make([][]int, n)
	for i := range steps {
		steps[i] = slices.Repeat([]int{never}, n)
		for j := range n {
			if same[i] == same[j] {
				steps[i][j] = 0
			}
		}
	}
	index := map[peer.ExternalID]int{}
	var lines [][2]int // lower and upper, positions as they are
	for i := range n {
		index[key(i)] = i
		if m := f.parent[i]; m >= 0 {
			lines = append(lines, [2]int{i, m})
		}
	}
	for _, r := range rels {
		if r.Kind.Authority() && r.Counts(at, months) {
			lines = append(lines, [2]int{index[r.Person], index[r.Other]})
		}
	}
	passable := make([]bool, n) // vacant, and a line leads on
	for _, l := range lines {
		passable[l[0]] = f.vacant[l[0]]
	}
	for _, l := range lines {
		cost := 1
		if passable[l[1]] {
			cost = 0
		}
		steps[l[0]][l[1]] = min(steps[l[0]][l[1]], cost)
	}
	for k := range n {
		for i := range n {
			for j := range n {
				steps[i][j] = min(steps[i][j], steps[i][k]+steps[k][j])
			}
		}
	}
	for i := range n {
		for j := range n {
			if passable[j] && i != j {
				steps[i][j] = never // a position without a person is above nobody
			}
		}
	}
	return steps
}

type chartCase struct {
	forest
	org   *peer.Organisation
	chart *peer.Chart
	nodes []peer.Node
	steps [][]int
}

func randomChart(t *testing.T, seed int) chartCase {
	t.Helper()
	r := rand.New(rand.NewPCG(uint64(seed), 4))
	f := randomForest(r, 2+r.IntN(12), 1+r.IntN(6))
	n := len(f.parent)
	rels := randomRelations(r, n, r.IntN(8))
	people := f.people()
	same := make([]int, n)
	for i := range same {
		same[i] = i
		if j := r.IntN(n); r.IntN(5) == 0 && !f.vacant[i] && !f.vacant[j] {
			people[i].SameAs = key(j)
		}
	}
	for range n {
		for i, p := range people {
			if p.SameAs != "" {
				j := slices.IndexFunc(people, func(q peer.Person) bool { return q.Key == p.SameAs })
				same[i], same[j] = min(same[i], same[j]), min(same[i], same[j])
			}
		}
	}
	at := day(t, "2026-01-15")
	c := chartCase{forest: f, org: organisation(t, f.config(), rels, people...)}
	c.chart = c.org.On(at, 6)
	c.steps = closure(f, rels, same, at, 6)
	for i := range n {
		c.nodes = append(c.nodes, node(t, c.org, key(i)))
	}
	return c
}

// within reports whether authority leads from i up to j within the depth.
func (c chartCase) within(i, j, depth int) bool {
	s := c.steps[i][j]
	return s > 0 && s < never && (depth == 0 || s <= depth)
}

func TestSuperiorsAgreeWithNaiveClosure(t *testing.T) {
	for seed := range scaled(t, 300) {
		c := randomChart(t, seed)
		for depth := range 5 {
			for i, n := range c.nodes {
				want := map[peer.Node]int{}
				for j, m := range c.nodes {
					if c.within(i, j, depth) {
						want[m] = c.steps[i][j]
					}
				}
				got := c.chart.Superiors(n, depth)
				require.True(t, slices.IsSortedFunc(got, func(a, b peer.Step) int { return a.Distance - b.Distance }))
				require.Len(t, got, len(want), "everybody once")
				for _, s := range got {
					require.Equal(t, want[s.Node], s.Distance)
				}
			}
		}
	}
}

func TestManagersAreTheNearestSuperiors(t *testing.T) {
	for seed := range scaled(t, 300) {
		c := randomChart(t, seed)
		for _, n := range c.nodes {
			var want []peer.Node
			for _, s := range c.chart.Superiors(n, 1) {
				want = append(want, s.Node)
			}
			slices.Sort(want)
			require.Equal(t, want, c.chart.Managers(n))
		}
	}
}

func TestOverAgreesWithNaiveClosure(t *testing.T) {
	for seed := range scaled(t, 300) {
		c := randomChart(t, seed)
		for depth := range 5 {
			for i, n := range c.nodes {
				for j, m := range c.nodes {
					steps, over := c.chart.Over(m, n, depth)
					require.Equal(t, c.within(i, j, depth), over)
					if over {
						require.Equal(t, c.steps[i][j], steps)
					} else {
						require.Zero(t, steps)
					}
				}
			}
		}
	}
}

// Whoever has n among their superiors is in a branch of n, and nobody else.
func TestBranchesAreTheInverseOfSuperiors(t *testing.T) {
	for seed := range scaled(t, 300) {
		c := randomChart(t, seed)
		for depth := range 5 {
			for j, n := range c.nodes {
				branches := c.chart.Branches(n, depth)
				for i, x := range c.nodes {
					nearest := never
					for _, b := range branches {
						if steps := c.org.Depth(x) - c.org.Depth(b.Node); b.Node <= x && x <= c.org.Last(b.Node) {
							nearest = min(nearest, b.Distance+steps)
						}
					}
					below := !c.org.SamePerson(x, n) && nearest < never && (depth == 0 || nearest <= depth)
					require.Equal(t, c.within(i, j, depth), below)
					if below && depth > 0 {
						require.Equal(t, c.steps[i][j], nearest)
					}
				}
			}
		}
	}
}

func TestEachBranchIsNeededOnce(t *testing.T) {
	for seed := range scaled(t, 300) {
		c := randomChart(t, seed)
		for _, n := range c.nodes {
			seen := map[peer.Node]bool{}
			for _, b := range c.chart.Branches(n, 0) {
				require.False(t, seen[b.Node])
				seen[b.Node] = true
			}
		}
	}
}

// A matrix: both lines count, and the circle that dotted lines may make is no
// mistake and no endless walk.
func TestChartFollowsEveryLineOfAuthority(t *testing.T) {
	people := []peer.Person{{Key: "top"}, {Key: "lead", Manager: "top"}, {Key: "dev", Manager: "lead"}, {Key: "pm"}}
	rels := []peer.Relation{
		{Person: "dev", Other: "pm", Kind: peer.Dotted},
		{Person: "pm", Other: "dev", Kind: peer.Dotted},
		{Person: "dev", Other: "top", Kind: peer.Reviewer},
		{Person: "top", Other: "dev", Kind: peer.Family},
	}
	org := organisation(t, peer.OrganisationConfig{}, rels, people...)
	chart := org.On(day(t, "2026-01-01"), 12)
	dev, pm, top := node(t, org, "dev"), node(t, org, "pm"), node(t, org, "top")
	require.ElementsMatch(t, []peer.Node{node(t, org, "lead"), pm}, chart.Managers(dev))
	steps, over := chart.Over(top, pm, 0)
	require.True(t, over)
	require.Equal(t, 3, steps)
	_, over = chart.Over(dev, top, 0)
	require.False(t, over, "neither a relative nor a reviewer has authority")
}
