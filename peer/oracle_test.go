package peer_test

import (
	"math/rand/v2"
	"slices"
	"strconv"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
)

// forest is an organisation as plain as it can be, to ask the slow way: by
// person number, with the parent of each, or -1.
type forest struct {
	parent []int
	vacant []bool
	root   []bool
}

func key(i int) peer.ExternalID { return peer.ExternalID("p" + strconv.Itoa(i)) }

func (f forest) people() []peer.Person {
	people := make([]peer.Person, len(f.parent))
	for i, p := range f.parent {
		people[i].Key = key(i)
		if p >= 0 {
			people[i].Manager = key(p)
		}
		if f.vacant[i] {
			people[i].Status = peer.Vacant
		}
	}
	return people
}

func (f forest) config() peer.OrganisationConfig {
	cfg := peer.OrganisationConfig{MaxDepth: -1}
	for i, root := range f.root {
		if root {
			cfg.Roots = append(cfg.Roots, key(i))
		}
	}
	return cfg
}

// manager walks up past vacant positions; a vacant top stays.
func (f forest) manager(i int) int {
	m := f.parent[i]
	for m >= 0 && f.vacant[m] && f.parent[m] >= 0 {
		m = f.parent[m]
	}
	return m
}

// lines returns for everybody themself and all above them, nearest first.
func (f forest) lines() lines {
	all := make(lines, len(f.parent))
	for i := range all {
		for m := i; m >= 0; m = f.manager(m) {
			all[i] = append(all[i], m)
		}
	}
	return all
}

type lines [][]int

func (l lines) above(a, b int) bool { return a != b && slices.Contains(l[b], a) }

func (l lines) distance(a, b int) (int, bool) {
	for up, x := range l[a] {
		if down := slices.Index(l[b], x); down >= 0 {
			return up + down, true
		}
	}
	return 0, false
}

func (l lines) top(a int) int { return l[a][len(l[a])-1] }

func (l lines) sameManager(a, b int) bool {
	return a != b && len(l[a]) > 1 && len(l[b]) > 1 && l[a][1] == l[b][1]
}

// check asks the organisation about every pair and compares. It serves tests
// and rapid's own T alike, which share no more than require.TestingT.
func (f forest) check(t require.TestingT, org *peer.Organisation) {
	nodes := make([]peer.Node, len(f.parent))
	for i := range nodes {
		nodes[i], _ = org.Node(key(i))
		require.Equal(t, key(i), org.Key(nodes[i]))
	}
	l := f.lines()
	for a, x := range nodes {
		for b, y := range nodes {
			steps, joined := l.distance(a, b)
			gotSteps, gotJoined := org.Distance(x, y)
			uncertain := l.top(a) != l.top(b) && (!f.root[l.top(a)] || !f.root[l.top(b)])
			// Plain comparisons: this runs millions of times, and require is slow.
			ok := org.Above(x, y) == l.above(a, b) && org.Below(x, y) == l.above(b, a) &&
				org.SameManager(x, y) == l.sameManager(a, b) && org.Uncertain(x, y) == uncertain &&
				gotSteps == steps && gotJoined == joined &&
				org.Depth(x) == len(l[a])-1 &&
				((x < y && y <= org.Last(x)) == l.above(a, b) || org.Status(x) == peer.Vacant)
			if !ok {
				require.Failf(t, "organisation and oracle differ", "%+v: %d and %d", f, a, b)
			}
		}
	}
}

// randomForest has n people, of whom each has a manager among those before
// them in a random order; reach bounds how far before, so that a small reach
// makes long chains.
func randomForest(r *rand.Rand, n, reach int) forest {
	f := forest{parent: make([]int, n), vacant: make([]bool, n), root: make([]bool, n)}
	order := r.Perm(n)
	for i, p := range order {
		f.parent[p] = -1
		if i > 0 && r.IntN(12) > 0 {
			f.parent[p] = order[i-1-r.IntN(min(i, reach))]
		}
		f.vacant[p] = r.IntN(6) == 0
		f.root[p] = f.parent[p] < 0 && r.IntN(2) == 0
	}
	return f
}
