package docs_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// requirement is one entry of a go.mod file.
type requirement struct {
	Path     string
	Indirect bool
}

// allowance is a requirement that has a reason. Direct says that our own code imports it.
type allowance struct {
	Direct bool
	Why    string
}

// requirementBreaches compares a go.mod with what it may hold, both ways, so that the table cannot go stale.
func requirementBreaches(allowed map[string]allowance, required []requirement) []breach {
	var found []breach
	seen := map[string]bool{}
	for _, r := range required {
		seen[r.Path] = true
		a, ok := allowed[r.Path]
		switch {
		case !ok:
			found = append(found, breach{"requirement_unexplained", "go.mod", r.Path, "every importer inherits it"})
		case a.Direct == r.Indirect:
			found = append(found, breach{"requirement_misfiled", "go.mod", r.Path, a.Why})
		}
	}
	for path, a := range allowed {
		if !seen[path] {
			found = append(found, breach{"requirement_gone", "go.mod", path, a.Why})
		}
	}
	slices.SortFunc(found, func(a, b breach) int { return strings.Compare(a.String(), b.String()) })
	return found
}

func TestRequirementsAreComparedBothWays(t *testing.T) {
	allowed := map[string]allowance{"example.org/a": {Direct: true}, "example.org/b": {}}
	cases := map[string]struct {
		given []requirement
		want  []string
	}{
		"the same list has no breach": {
			given: []requirement{{Path: "example.org/b", Indirect: true}, {Path: "example.org/a"}},
		},
		"one more needs a reason": {
			given: []requirement{{Path: "example.org/a"}, {Path: "example.org/b", Indirect: true}, {Path: "example.org/c"}},
			want:  []string{"requirement_unexplained example.org/c"},
		},
		"one that went takes its reason along": {
			given: []requirement{{Path: "example.org/a"}},
			want:  []string{"requirement_gone example.org/b"},
		},
		"an indirect module is not imported directly": {
			given: []requirement{{Path: "example.org/a"}, {Path: "example.org/b"}},
			want:  []string{"requirement_misfiled example.org/b"},
		},
		"a direct module that nothing imports is not listed as direct": {
			given: []requirement{{Path: "example.org/a", Indirect: true}, {Path: "example.org/b", Indirect: true}},
			want:  []string{"requirement_misfiled example.org/a"},
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, c.want, codesOf(requirementBreaches(allowed, c.given)))
		})
	}
}
