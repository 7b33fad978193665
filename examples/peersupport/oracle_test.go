package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// referenceData returns a file of the published data, or skips.
func referenceData(t *testing.T, parts ...string) string {
	t.Helper()
	root := os.Getenv("PEERSUPPORT_REFERENCE_DATA")
	if root == "" {
		t.Skip("PEERSUPPORT_REFERENCE_DATA is not set: the published data are not here")
	}
	name := filepath.Join(append([]string{root}, parts...)...)
	require.FileExists(t, name)
	return name
}

// rows reads a CSV file as maps, by an own reader.
func rows(t *testing.T, name string) []map[string]string {
	t.Helper()
	f, err := os.Open(name)
	require.NoError(t, err)
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	var list []map[string]string
	for _, r := range records[1:] {
		row := map[string]string{}
		for i, head := range records[0] {
			row[head] = r[i]
		}
		list = append(list, row)
	}
	return list
}

// The 107 people of Oracle's HR sample schema (version 21): whatever demand is
// drawn, every proposal keeps authority out, within capacity, by a walk over
// the file that knows nothing of the engine.
func TestARoundOnThe107PeopleOfOracleHR(t *testing.T) {
	people := referenceData(t, "data", "oracle_hr.csv")
	manager := map[string]string{}
	for _, row := range rows(t, people) {
		manager[row["employee_id"]] = row["manager_id"]
	}
	require.Len(t, manager, 107)
	above := func(a, b string) bool {
		for m := manager[b]; m != ""; m = manager[m] {
			if m == a {
				return true
			}
		}
		return false
	}
	for _, seed := range []string{"1", "2", "3", "4", "5", "6", "7", "8"} {
		f := newFolder(t)
		base := []string{"-people", people, "-columns", "person_id=employee_id,manager_id=manager_id,team=department"}
		r := call(t, append([]string{"generate", "-seed", seed,
			"-requests-out", f.file("requests.csv"), "-supporters-out", f.file("supporters.csv")}, base...)...)
		require.Equal(t, exitDone, r.status, r.err)
		files := append(base, "-requests", f.file("requests.csv"), "-supporters", f.file("supporters.csv"))
		r = call(t, append([]string{"match", "-format", "json", "-out", f.file("plan.json")}, files...)...)
		require.Equal(t, exitDone, r.status, r.err)

		seeker, capacity, vetoes := map[string]string{}, map[string]string{}, map[string]string{}
		for _, row := range rows(t, f.file("requests.csv")) {
			seeker[row["request_id"]] = row["person_id"]
			vetoes[row["person_id"]] = row["not_wanted"]
		}
		for _, row := range rows(t, f.file("supporters.csv")) {
			capacity[row["person_id"]] = row["capacity"]
			vetoes[row["person_id"]+" as supporter"] = row["not_paired_with"]
		}
		load := map[string]int{}
		pairs := object(t, r.out)["pairs"].([]any)
		require.NotEmpty(t, pairs)
		for _, p := range pairs {
			pair := p.(map[string]any)
			a, b := seeker[pair["request"].(string)], pair["supporter"].(string)
			require.NotEqual(t, a, b)
			require.False(t, above(a, b) || above(b, a), "%s and %s", a, b)
			require.NotContains(t, strings.Split(vetoes[a], "|"), b)
			require.NotContains(t, strings.Split(vetoes[b+" as supporter"], "|"), a)
			load[b]++
		}
		for who, n := range load {
			require.LessOrEqual(t, n, int(capacity[who][0]-'0'))
		}
		plan := []string{"-plan", f.file("plan.json")}
		require.Equal(t, exitDone, call(t, append(append([]string{"verify"}, files...), plan...)...).status)
		require.Equal(t, exitDone, call(t, append(append([]string{"verify", "-at", "2031-01-01"}, files...), plan...)...).status)
	}
}

func TestPublishedOptimaOfORLibrary(t *testing.T) {
	for file, cost := range map[string]float64{"assign100.txt": 305, "assign500.txt": 991} {
		r := call(t, "assign", "-format", "json", "-in", referenceData(t, "instances", "orlib", file))
		require.Equal(t, exitDone, r.status, r.err)
		o := object(t, r.out)
		require.InDelta(t, cost, o["cost"], 0)
		require.Equal(t, true, o["certified"])
	}
}
