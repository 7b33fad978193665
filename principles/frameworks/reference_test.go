package frameworks_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

// section returns the part of the reference under the heading that begins with
// these words, up to the next heading. The reference lies outside the repository.
func section(t *testing.T, heading string) string {
	t.Helper()
	folder := os.Getenv("PEERSUPPORT_REFERENCE_DATA")
	if folder == "" {
		t.Skip("PEERSUPPORT_REFERENCE_DATA is not set: reference/frameworks.md is missing")
	}
	text, err := os.ReadFile(filepath.Join(folder, "reference", "frameworks.md"))
	require.NoError(t, err)
	_, after, found := strings.Cut(string(text), "\n## "+heading)
	require.True(t, found, "no section %q", heading)
	section, _, _ := strings.Cut(after, "\n## ")
	return section
}

// rows returns the rows of the tables in a section whose cell matches, each as
// its cells without marks for bold type.
func rows(t *testing.T, heading string, cell int, pattern string) [][]string {
	t.Helper()
	form := regexp.MustCompile("^(?:" + pattern + ")$")
	var found [][]string
	for line := range strings.Lines(section(t, heading)) {
		inner, ok := strings.CutPrefix(strings.TrimSpace(line), "|")
		if !ok {
			continue
		}
		var cells []string
		for c := range strings.SplitSeq(strings.TrimSuffix(inner, "|"), "|") {
			cells = append(cells, strings.TrimSpace(strings.ReplaceAll(c, "**", "")))
		}
		if cell < len(cells) && form.MatchString(cells[cell]) {
			found = append(found, cells)
		}
	}
	require.NotEmpty(t, found, "no row in section %q", heading)
	return found
}

func column(rows [][]string, cell int) []string {
	var all []string
	for _, row := range rows {
		all = append(all, row[cell])
	}
	return all
}

func handlesOf(f principles.Framework) []string {
	var all []string
	for _, p := range f.Principles {
		all = append(all, p.Handle)
	}
	return all
}

func TestHandlesAreThoseOfTheReference(t *testing.T) {
	for _, list := range []struct{ framework, heading, pattern string }{
		{"core_principles", "A.7 ", `PR\d+`},
		{"integrity_challenges", "A.8 ", `IC\d+`},
	} {
		t.Run(list.framework, func(t *testing.T) {
			want := column(rows(t, list.heading, 0, list.pattern), 0)
			require.Equal(t, want, handlesOf(listed(t, list.framework)))
		})
	}
}

func TestCorePrinciplesAreCalledAsInTheReference(t *testing.T) {
	found := rows(t, "A.7 ", 0, `PR\d+`)
	f := listed(t, "core_principles")
	require.Len(t, f.Principles, len(found))
	for i, row := range found {
		require.Equal(t, row[1], f.Principles[i].Name)
		for _, part := range f.Principles[i].Parts {
			require.Contains(t, row[2], part.Name, "%s", row[0])
		}
	}
}

// The reference names those who must act in a few words; where it names several,
// each is one actor.
func TestWhoMustActIsWhomTheReferenceNames(t *testing.T) {
	f := listed(t, "integrity_challenges")
	for i, row := range rows(t, "A.8 ", 0, `IC\d+`) {
		named := regexp.MustCompile(`, | and `).Split(row[2], -1)
		require.Len(t, f.Principles[i].Actors, len(named), "%s", row[0])
		for n, actor := range f.Principles[i].Actors {
			require.Contains(t, actor.Text, named[n], "%s", row[0])
		}
	}
}

func TestStepsAndTheirDemandsAreThoseOfTheReference(t *testing.T) {
	var names, demands []string
	for _, row := range rows(t, "A.10 ", 1, `W\d\.\d`) {
		if row[0] != "" {
			names = append(names, row[0])
		}
		demands = append(demands, row[1])
	}
	var ourNames, ours []string
	for _, p := range listed(t, "workplace_steps").Principles {
		ourNames = append(ourNames, p.Handle+" "+p.Name)
		for _, part := range p.Parts {
			require.True(t, strings.HasPrefix(part.Handle, p.Handle+"."), "%s", part.Handle)
			ours = append(ours, part.Handle)
		}
	}
	require.Equal(t, names, ourNames)
	require.Equal(t, demands, ours)
}

func TestWorriesAboutTheRoleAreThoseOfTheReference(t *testing.T) {
	known := column(rows(t, "A.16 ", 0, `CN\d+`), 0)
	known = append(known, column(rows(t, "A.5 ", 0, `MT\d+`), 0)...)
	for _, handle := range handlesOf(listed(t, "role_integrity")) {
		if handle != "" {
			require.Contains(t, known, handle)
		}
	}
}

func TestRungsAreThoseOfTheReference(t *testing.T) {
	found := rows(t, "D.1 ", 0, `[1-9]`)
	f := listed(t, "coproduction_ladder")
	require.Len(t, f.Principles, len(found))
	for i, row := range found {
		require.Equal(t, principles.Folded(row[1]), string(f.Principles[i].ID), "rung %s", row[0])
	}
}

func TestLevelsOfImpactAreThoseOfTheReference(t *testing.T) {
	row := rows(t, "A.13 ", 0, "CE3")[0]
	_, levels, found := strings.Cut(row[1], ": ")
	require.True(t, found)
	f := listed(t, "community_of_excellence")
	for level := range strings.SplitSeq(levels, ", ") {
		_, ok := f.Find(level)
		require.True(t, ok, "%s", level)
	}
}
