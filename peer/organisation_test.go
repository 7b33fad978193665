package peer_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/peer"
)

// Every parent vector of at most five people, cycles and self-managers
// included, each with every choice of vacant positions or of declared roots.
func TestOrganisationAgreesWithOracleOnEverySmallForest(t *testing.T) {
	forests, refused := 0, 0
	for n := 1; n <= 5; n++ {
		for code := range power(n+1, n) {
			parent := make([]int, n)
			for i, rest := 0, code; i < n; i, rest = i+1, rest/(n+1) {
				parent[i] = rest%(n+1) - 1
			}
			if circular(parent) {
				refused++
				requireCircular(t, parent)
				continue
			}
			for marks := range 1 << n {
				forests += 2
				marked, none := make([]bool, n), make([]bool, n)
				roots := make([]bool, n)
				for i := range n {
					marked[i] = marks>>i&1 == 1
					roots[i] = marked[i] && parent[i] < 0
				}
				requireOracle(t, forest{parent: parent, vacant: marked, root: none})
				requireOracle(t, forest{parent: parent, vacant: none, root: roots})
			}
		}
	}
	// Cayley: n labelled people make (n+1)^(n-1) rooted forests.
	require.Equal(t, 2*(2*1+4*3+8*16+16*125+32*1296), forests)
	require.Equal(t, (2+9+64+625+7776)-(1+3+16+125+1296), refused)
}

func power(base, exponent int) int {
	n := 1
	for range exponent {
		n *= base
	}
	return n
}

func circular(parent []int) bool {
	for i := range parent {
		at := i
		for range parent {
			if at = parent[at]; at < 0 {
				break
			}
		}
		if at >= 0 {
			return true
		}
	}
	return false
}

func requireCircular(t *testing.T, parent []int) {
	t.Helper()
	none := make([]bool, len(parent))
	org, err := peer.NewOrganisation(forest{parent: parent, vacant: none, root: none}.people(), nil, peer.OrganisationConfig{})
	var faults peer.Faults
	require.ErrorAs(t, err, &faults)
	require.Nil(t, org)
	require.True(t, faults.Has(peer.FaultCycle) || faults.Has(peer.FaultSelfManager))
}

func requireOracle(t require.TestingT, f forest) {
	org, err := peer.NewOrganisation(f.people(), nil, f.config())
	require.NoError(t, err)
	f.check(t, org)
}

func TestOrganisationAgreesWithOracleOnRandomForests(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 0))
		n := rapid.IntRange(1, 60).Draw(rt, "people")
		requireOracle(rt, randomForest(r, n, rapid.SampledFrom([]int{1, 2, 5, 60}).Draw(rt, "reach")))
	})
}

// The shapes that strain an inlabel scheme: one long path, one wide fan, a
// path with a leaf at every step, and many at random.
func TestDistanceAgreesWithNaiveCommonManager(t *testing.T) {
	shape := func(n int, parent func(i int) int) forest {
		f := forest{parent: make([]int, n), vacant: make([]bool, n), root: make([]bool, n)}
		for i := range n {
			f.parent[i] = parent(i)
		}
		return f
	}
	for name, f := range map[string]forest{
		"one":         shape(1, func(int) int { return -1 }),
		"chain":       shape(257, func(i int) int { return i - 1 }),
		"star":        shape(300, func(i int) int { return min(i, 1) - 1 }),
		"caterpillar": shape(256, func(i int) int { return max(-1, i-2+i%2) }),
		"heap":        shape(255, func(i int) int { return (i+1)/2 - 1 }),
		"loners":      shape(20, func(int) int { return -1 }),
	} {
		t.Run(name, func(t *testing.T) { requireOracle(t, f) })
	}
	for seed := range scaled(t, 150) {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		n := 1 + r.IntN(90)
		requireOracle(t, randomForest(r, n, 1+r.IntN(n)))
	}
}

// Shuffling the rows renumbers the nodes and changes nothing else.
func TestOrderOfPeopleChangesNoAnswer(t *testing.T) {
	for seed := range scaled(t, 40) {
		r := rand.New(rand.NewPCG(uint64(seed), 2))
		f := randomForest(r, 1+r.IntN(40), 8)
		people := f.people()
		r.Shuffle(len(people), func(i, j int) { people[i], people[j] = people[j], people[i] })
		org, err := peer.NewOrganisation(people, nil, f.config())
		require.NoError(t, err)
		f.check(t, org)
	}
}

func TestZeroOrganisationHasNoPeople(t *testing.T) {
	var org peer.Organisation
	_, found := org.Node("anybody")
	require.False(t, found)
	require.Empty(t, org.NodesAlike("anybody"))
	require.Zero(t, org.Len())
	require.Empty(t, org.Warnings())
	require.Empty(t, org.Ties(day(t, "2026-01-01"), 12))
}

func TestOrganisationWithoutPeopleIsBuilt(t *testing.T) {
	org, err := peer.NewOrganisation(nil, nil, peer.OrganisationConfig{})
	require.NoError(t, err)
	require.Zero(t, org.Len())
}

func TestOrganisationKeepsWhatARowSays(t *testing.T) {
	org := organisation(t, peer.OrganisationConfig{}, nil,
		peer.Person{Key: "b", Manager: "a", Team: "north", Location: "Leeds", Status: peer.OnLeave},
		peer.Person{Key: "a", Team: "north"},
		peer.Person{Key: "007"}, peer.Person{Key: "7", Status: peer.Left})
	b := node(t, org, "b")
	require.Equal(t, peer.ExternalID("b"), org.Key(b))
	require.Equal(t, "north", org.Team(b))
	require.Equal(t, "Leeds", org.Location(b))
	require.Equal(t, peer.OnLeave, org.Status(b))
	require.Empty(t, org.Location(node(t, org, "a")))
	require.NotEqual(t, node(t, org, "007"), node(t, org, "7"))
	require.Equal(t, peer.Left, org.Status(node(t, org, "7")))
}

func TestNodesAlikeFindsAnotherSpelling(t *testing.T) {
	org := organisation(t, peer.OrganisationConfig{CaseSensitive: true}, nil,
		peer.Person{Key: "Zoë"}, peer.Person{Key: "zoë"}, peer.Person{Key: "ANNE"})
	require.Len(t, org.NodesAlike("ZOE\u0308"), 2)
	require.Equal(t, []peer.Node{node(t, org, "ANNE")}, org.NodesAlike("anne"))
	require.Empty(t, org.NodesAlike("Zoe"))
	_, exact := org.Node("anne")
	require.False(t, exact)
}

func day(tb testing.TB, text string) peer.Date {
	tb.Helper()
	d, err := peer.ParseDate(text)
	require.NoError(tb, err)
	return d
}

func organisation(
	tb testing.TB, cfg peer.OrganisationConfig, rels []peer.Relation, people ...peer.Person,
) *peer.Organisation {
	tb.Helper()
	org, err := peer.NewOrganisation(people, rels, cfg)
	require.NoError(tb, err)
	return org
}

func node(tb testing.TB, org *peer.Organisation, key peer.ExternalID) peer.Node {
	tb.Helper()
	n, ok := org.Node(key)
	require.True(tb, ok, "the person is in the organisation")
	return n
}
