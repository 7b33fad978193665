package docs_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// house is a made-up module with the shapes that matter: two ground floors, two neighbours, a leaf and a package that
// may use both neighbours.
const house = "example.org/house"

func houseFloors() []floor {
	return []floor{
		{Path: "ground", Modules: []string{"example.org/spelling"}, Why: "ground"},
		{Path: "law", Why: "law"},
		{Path: "left", Floors: []string{"ground", "law", "left/leaf"}, Why: "left"},
		{Path: "left/leaf", Why: "leaf"},
		{Path: "right", Floors: []string{"ground", "law", "left/leaf"}, Why: "right"},
		{Path: "right/both", Floors: []string{"left", "right"}, Why: "both"},
	}
}

func TestEachWrongImportIsNamed(t *testing.T) {
	ours := func(path string, imports ...string) listed {
		return listed{ImportPath: house + "/" + path, Imports: imports}
	}
	cases := map[string]struct {
		given listed
		want  []string // code and what
	}{
		"the standard library is open to all": {
			given: ours("left/leaf", "math/bits", "vendor/golang.org/x/net"),
		},
		"a floor may use its own rooms": {
			given: ours("ground/import", house+"/ground"),
		},
		"a neighbour may use the ground floors and a leaf": {
			given: ours("left", house+"/ground", house+"/law", house+"/left/leaf", house+"/ground/import"),
		},
		"anyone listed may use another's leaf": {
			given: ours("right", house+"/left/leaf"),
		},
		"the package that plays all may use both": {
			given: ours("right/both", house+"/left", house+"/right"),
		},
		"an allowed module may be linked": {
			given: ours("ground", "example.org/spelling/norm"),
		},
		"the ground floors do not import each other": {
			given: ours("law", house+"/ground"),
			want:  []string{"import_forbidden " + house + "/ground"},
		},
		"neighbours never import one another": {
			given: ours("right", house+"/left"),
			want:  []string{"import_forbidden " + house + "/left"},
		},
		"a room of a neighbour is still the neighbour": {
			given: ours("right", house+"/left/room"),
			want:  []string{"import_forbidden " + house + "/left/room"},
		},
		"nothing below imports the package that plays all": {
			given: ours("right", house+"/right/both"),
			want:  []string{"import_forbidden " + house + "/right/both"},
		},
		"a leaf does not import the floor it hangs on": {
			given: ours("left/leaf", house+"/left"),
			want:  []string{"import_forbidden " + house + "/left"},
		},
		"a leaf links nothing from outside": {
			given: ours("left/leaf", "example.org/spelling"),
			want:  []string{"module_forbidden example.org/spelling"},
		},
		"a module with a similar name is another module": {
			given: ours("ground", "example.org/spellings"),
			want:  []string{"module_forbidden example.org/spellings"},
		},
		"a package with a similar name is another package": {
			given: ours("right", house+"/groundless"),
			want:  []string{"import_forbidden " + house + "/groundless"},
		},
		"the library does not know the examples": {
			given: ours("left", house+"/examples/tool"),
			want:  []string{"import_forbidden " + house + "/examples/tool"},
		},
		"every wrong import is reported": {
			given: ours("law", house+"/left", "fmt", house+"/right"),
			want:  []string{"import_forbidden " + house + "/left", "import_forbidden " + house + "/right"},
		},
		"a test may use the test modules": {
			given: listed{ImportPath: house + "/law", XTestImports: []string{"example.org/testing/require", house + "/law"}},
		},
		"what ships may not use the test modules": {
			given: ours("law", "example.org/testing/require"),
			want:  []string{"module_forbidden example.org/testing/require"},
		},
		"a test links no other module either": {
			given: listed{ImportPath: house + "/law", TestImports: []string{"example.org/spelling"}},
			want:  []string{"test_module_forbidden example.org/spelling"},
		},
		"a test keeps the direction of its package": {
			given: listed{ImportPath: house + "/left", TestImports: []string{house + "/right"}},
			want:  []string{"test_import_forbidden " + house + "/right"},
		},
		"an outside test keeps it too": {
			given: listed{ImportPath: house + "/left", XTestImports: []string{house + "/right"}},
			want:  []string{"test_import_forbidden " + house + "/right"},
		},
		"no package stands at the root": {
			given: listed{ImportPath: house},
			want:  []string{"package_at_root ."},
		},
		"no package has a name that says nothing": {
			given: ours("left/util"),
			want:  []string{"name_says_nothing util"},
		},
		"a package without a floor needs one": {
			given: ours("attic"),
			want:  []string{"floor_unknown attic"},
		},
		"other people's packages are their own affair": {
			given: listed{ImportPath: "example.org/spelling", Imports: []string{"example.org/anything"}},
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			found := importBreaches(house, houseFloors(), []string{"example.org/testing"}, []listed{c.given})
			require.Equal(t, c.want, codesOf(found))
		})
	}
}

func TestTestHelpersLinkedThroughAnotherModuleAreFound(t *testing.T) {
	helper := listed{ImportPath: "example.org/testing/require"}
	helper.Module.Path = "example.org/testing"
	found := importBreaches(house, houseFloors(), []string{"example.org/testing"}, []listed{helper})
	require.Equal(t, []string{"test_module_shipped example.org/testing"}, codesOf(found))
}

// TestTheFloorsThemselvesHaveNoWayAround follows the table of the library from floor to floor: because every single
// import is checked, what the table does not connect cannot be connected at all.
func TestTheFloorsThemselvesHaveNoWayAround(t *testing.T) {
	reach := reachable(libraryFloors())
	for _, apart := range [][2]string{
		{"peer", "principles"}, {"principles", "peer"},
		{"matching", "supervision"}, {"matching", "evaluation"},
		{"supervision", "matching"}, {"supervision", "evaluation"},
		{"evaluation", "matching"}, {"evaluation", "supervision"}, {"evaluation", "evaluation/simulation"},
		{"matching/assign", "peer"}, {"evaluation/stats", "peer"}, {"evaluation/meta", "peer"},
	} {
		require.NotContains(t, reach[apart[0]], apart[1], "%s reaches %s", apart[0], apart[1])
	}
	for _, joined := range [][2]string{
		{"evaluation/simulation", "matching"}, {"evaluation/simulation", "supervision"},
		{"supervision", "matching/assign"}, {"matching", "principles"},
	} {
		require.Contains(t, reach[joined[0]], joined[1])
	}
}

// reachable is the transitive closure of a table of floors.
func reachable(floors []floor) map[string]map[string]bool {
	next := map[string][]string{}
	for _, f := range floors {
		next[f.Path] = f.Floors
	}
	reach := map[string]map[string]bool{}
	for from := range next {
		reach[from] = map[string]bool{}
		for queue := next[from]; len(queue) > 0; queue = queue[1:] {
			if to := queue[0]; !reach[from][to] {
				reach[from][to] = true
				queue = append(queue, next[to]...)
			}
		}
	}
	return reach
}

func codesOf(breaches []breach) []string {
	var codes []string
	for _, b := range breaches {
		codes = append(codes, b.Code+" "+b.What)
	}
	return codes
}
