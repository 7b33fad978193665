package docs_test

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// floor is a subtree of the library and what it may stand on.
type floor struct {
	Path    string   // relative to the module
	Floors  []string // other floors it may import
	Modules []string // outside modules it may import
	Why     string
}

// listed is one package of `go list -deps -json`.
type listed struct {
	ImportPath   string
	Module       struct{ Path string }
	Imports      []string
	TestImports  []string
	XTestImports []string
}

// breach is one departure from the tables: a code, where it was found, what was found, and the reason of the rule.
type breach struct {
	Code, In, What, Why string
}

func (b breach) String() string {
	return fmt.Sprintf("%s: %s: %s: %s", b.Code, b.In, b.What, b.Why)
}

// importBreaches holds every package against the floors. Tests obey the same direction as the code beside them,
// and may use the test modules as well.
func importBreaches(module string, floors []floor, testModules []string, packages []listed) []breach {
	c := checker{module: module, floors: floors, testModules: testModules}
	var found []breach
	for _, p := range packages {
		if within(p.Module.Path, testModules...) {
			found = append(found, breach{"test_module_shipped", p.ImportPath, p.Module.Path,
				"test helpers are linked into no program that uses the library"})
		}
		if within(p.ImportPath, module) {
			found = append(found, c.place(p)...)
		}
	}
	return found
}

type checker struct {
	module      string
	floors      []floor
	testModules []string
}

// place checks where a package of ours stands and all it imports from there.
func (c checker) place(p listed) []breach {
	relative := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, c.module), "/")
	if relative == "" {
		return []breach{{"package_at_root", p.ImportPath, ".", "each package says by its path what it is for"}}
	}
	if slices.Contains([]string{"util", "utils", "helpers", "common", "types", "models"}, path.Base(relative)) {
		return []breach{{"name_says_nothing", p.ImportPath, path.Base(relative), "name a package after what it holds"}}
	}
	home, ok := c.floorOf(p.ImportPath)
	if !ok {
		return []breach{{"floor_unknown", p.ImportPath, relative, "every package has a floor and a reason"}}
	}
	found := c.judge(p, "", home, p.Imports, home.Modules)
	tests := slices.Concat(p.TestImports, p.XTestImports)
	return append(found, c.judge(p, "test_", home, tests, slices.Concat(home.Modules, c.testModules))...)
}

// judge checks imports made from a floor that may link the given outside modules.
func (c checker) judge(p listed, prefix string, home floor, imports, modules []string) []breach {
	var found []breach
	for _, to := range imports {
		switch {
		case within(to, c.module):
			there, ok := c.floorOf(to)
			if !ok || there.Path != home.Path && !slices.Contains(home.Floors, there.Path) {
				found = append(found, breach{prefix + "import_forbidden", p.ImportPath, to, home.Why})
			}
		case !isStandard(to) && !within(to, modules...):
			found = append(found, breach{prefix + "module_forbidden", p.ImportPath, to,
				"what a floor links, everybody who imports it links: name the module there if it must be"})
		}
	}
	return found
}

// floorOf returns the floor with the longest path that holds the package.
func (c checker) floorOf(importPath string) (floor, bool) {
	var best floor
	for _, f := range c.floors {
		if within(importPath, c.module+"/"+f.Path) && len(f.Path) > len(best.Path) {
			best = f
		}
	}
	return best, best.Path != ""
}

// isStandard uses the go command's own convention: outside the standard library the first element has a dot.
func isStandard(importPath string) bool {
	first, _, _ := strings.Cut(importPath, "/")
	return !strings.Contains(first, ".")
}

// within reports whether path is one of the trees or lies below one.
func within(path string, trees ...string) bool {
	return slices.ContainsFunc(trees, func(tree string) bool {
		return path == tree || strings.HasPrefix(path, tree+"/")
	})
}
