// Package docs_test keeps docs/architecture.md true: it reads the import graph and the requirements of the library with
// the go command and holds them against the tables of this file. A new package, import or requirement is one more
// line here, with its reason, in the same commit.
package docs_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/peersupport/peersupport"

// libraryFloors says which floor of the house may stand on which. A package belongs to the floor with the longest
// matching path, and may import its own floor, the standard library and what is listed.
func libraryFloors() []floor {
	const (
		validator = "github.com/go-playground/validator/v10"
		ulid      = "github.com/oklog/ulid/v2"
		text      = "golang.org/x/text"
		gonum     = "gonum.org/v1/gonum"
	)
	numbers := []string{"matching/assign", "evaluation/stats"}
	ground := append([]string{"peer", "principles"}, numbers...)
	return []floor{
		{Path: "peer", Modules: []string{validator, ulid, text},
			Why: "peer is the vocabulary of people and terms; it reports faults of its own and judges nothing"},
		{Path: "principles/frameworks", Floors: []string{"principles", "peer"},
			Why: "reads files with the strict reader of the house and reports their faults as all other files do"},
		{Path: "principles/auditfile", Floors: []string{"principles", "peer"},
			Why: "reads files with the strict reader of the house and reports their faults as all other files do"},
		{Path: "principles/report", Floors: []string{"principles", "peer"},
			Why: "words and draws a report; reads one back with the strict reader of the house, as all other files are read"},
		{Path: "principles", Floors: []string{"evaluation/stats"},
			Why: "principles knows rules, findings and audits, never a person, so that everything can stand on it"},
		{Path: "matching/assign",
			Why: "a leaf of numbers: rows, columns and costs, so that anyone may use it"},
		{Path: "matching", Floors: ground,
			Why: "matching, supervision and evaluation never import one another; declare a small interface instead"},
		{Path: "supervision", Floors: ground,
			Why: "matching, supervision and evaluation never import one another; declare a small interface instead"},
		{Path: "evaluation/stats", Modules: []string{gonum},
			Why: "a leaf of numbers, so that anyone may use it"},
		{Path: "evaluation/meta", Floors: numbers,
			Why: "meta-analysis works on published figures and knows no person"},
		{Path: "evaluation/simulation", Floors: append([]string{"matching", "supervision", "evaluation"}, ground...),
			Why: "simulation plays a whole programme, but nothing reaches past the library"},
		{Path: "evaluation", Floors: append([]string{"evaluation/meta"}, ground...),
			Why: "matching, supervision and evaluation never import one another; only evaluation/simulation may use all"},
		{Path: "docs",
			Why: "docs holds prose and the tests that keep it true"},
	}
}

// testModules may be imported by tests and by nothing that ships.
func testModules() []string {
	return []string{"github.com/stretchr/testify", "pgregory.net/rapid"}
}

// libraryRequirements is everything the root go.mod may require, with the reason.
func libraryRequirements() map[string]allowance {
	return map[string]allowance{
		"github.com/go-playground/validator/v10":        {Direct: true, Why: "checks the fields of input structs in peer"},
		"github.com/oklog/ulid/v2":                      {Direct: true, Why: "spells the 128 random bits of an id"},
		"golang.org/x/text":                             {Direct: true, Why: "Unicode forms of ids; also used by validator"},
		"gonum.org/v1/gonum":                            {Direct: true, Why: "distributions of F, beta and normal in evaluation/stats"},
		"github.com/stretchr/testify":                   {Direct: true, Why: "tests: require"},
		"pgregory.net/rapid":                            {Direct: true, Why: "tests: properties"},
		"github.com/gabriel-vasile/mimetype":            {Why: "used by validator"},
		"github.com/go-playground/locales":              {Why: "used by validator"},
		"github.com/go-playground/universal-translator": {Why: "used by validator"},
		"github.com/leodido/go-urn":                     {Why: "used by validator"},
		"golang.org/x/crypto":                           {Why: "used by validator"},
		"golang.org/x/sys":                              {Why: "used by golang.org/x/crypto"},
		"go.yaml.in/yaml/v3":                            {Why: "tests: used by testify"},
	}
}

func TestImportsPointTheRightWay(t *testing.T) {
	packages := listPackages(t)
	require.NotEmpty(t, packages)
	for _, b := range importBreaches(module, libraryFloors(), testModules(), packages) {
		t.Error(b)
	}
}

func TestEveryPackageIsOnThePage(t *testing.T) {
	page, err := os.ReadFile("architecture.md")
	require.NoError(t, err)
	for _, p := range listPackages(t) {
		path, ours := strings.CutPrefix(p.ImportPath, module+"/")
		if ours && path != "docs" && !strings.HasPrefix(path, "docs_test") {
			require.Contains(t, string(page), "| `"+path+"` |")
		}
	}
}

func TestRequirementsAreTheOnesWithAReason(t *testing.T) {
	requirements := listRequirements(t)
	require.NotEmpty(t, requirements)
	for _, b := range requirementBreaches(libraryRequirements(), requirements) {
		t.Error(b)
	}
}
