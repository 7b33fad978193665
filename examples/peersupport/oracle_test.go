package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
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

		requests, supporters := map[string]map[string]string{}, map[string]map[string]string{}
		for _, row := range rows(t, f.file("requests.csv")) {
			requests[row["request_id"]] = row
		}
		for _, row := range rows(t, f.file("supporters.csv")) {
			supporters[row["person_id"]] = row
		}
		load := map[string]int{}
		pairs := object(t, r.out)["pairs"].([]any)
		require.NotEmpty(t, pairs)
		for _, p := range pairs {
			pair := p.(map[string]any)
			asked, offered := requests[pair["request"].(string)], supporters[pair["supporter"].(string)]
			a, b := asked["person_id"], offered["person_id"]
			require.NotEqual(t, a, b)
			require.False(t, above(a, b) || above(b, a), "%s and %s", a, b)
			require.Empty(t, objection(asked, offered, "2026-03-02"), "%s and %s", a, b)
			load[b]++
		}
		for who, n := range load {
			places, err := strconv.Atoi(supporters[who]["capacity"])
			require.NoError(t, err)
			require.LessOrEqual(t, n, places)
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

// objection says what keeps two rows apart by their own words, on a day, in an
// organisation without locations; empty when nothing does. It reads the text of
// docs/formats.md and nothing of the engine.
func objection(asked, offered map[string]string, day string) string {
	entries := func(row map[string]string, column string) []string {
		if row[column] == "" {
			return nil
		}
		return strings.Split(row[column], "|")
	}
	consented := func(row map[string]string, item string) bool {
		return slices.ContainsFunc(entries(row, "consent"), func(c string) bool {
			c, until, ends := strings.Cut(c, "@")
			rest, covers := strings.CutPrefix(item, c)
			return covers && (rest == "" || rest[0] == ':' || rest[0] == '=') && (!ends || day < until)
		})
	}
	shared := func(column, kind string, same func(a, b string) bool) bool {
		for _, a := range entries(asked, column) {
			for _, b := range entries(offered, column) {
				if same(a, b) && consented(asked, kind+":"+a) && consented(offered, kind+":"+b) {
					return true
				}
			}
		}
		return len(entries(asked, column)) == 0
	}
	base := func(tag string) string { before, _, _ := strings.Cut(tag, "-"); return before }
	switch {
	case offered["trained_until"] < day:
		return "not trained"
	case offered["paused_until"] > day:
		return "paused"
	case slices.Contains(entries(asked, "not_wanted"), offered["person_id"]),
		slices.Contains(entries(offered, "not_paired_with"), asked["person_id"]):
		return "not wanted"
	case !shared("languages", "language", func(a, b string) bool { return base(a) == base(b) }):
		return "no language"
	case !shared("modes", "mode", func(a, b string) bool { return a == b && a != "in_person" }):
		return "no mode without a place"
	case asked["availability"] != "" && (offered["availability"] == "" ||
		!consented(asked, "availability") || !consented(offered, "availability")):
		return "no time that may be used"
	}
	for _, column := range []string{"attributes", "experiences"} {
		for _, wish := range entries(asked, column) {
			if !strings.HasSuffix(wish, "!") {
				continue
			}
			wanted, _, _ := strings.Cut(strings.TrimSuffix(wish, "!"), "=")
			item := strings.TrimSuffix(column, "s") + ":" + strings.Replace(wanted, ":", "=", 1)
			if !slices.Contains(entries(offered, column), wanted) || !consented(asked, item) || !consented(offered, item) {
				return "a condition is not met"
			}
		}
	}
	return ""
}
