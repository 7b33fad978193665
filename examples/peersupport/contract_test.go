package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestMatchPrintsTheObjectOfTheContract(t *testing.T) {
	f := small(t)
	r := f.match("-format", "json")
	require.Equal(t, exitDone, r.status, r.err)
	o := object(t, r.out)
	require.ElementsMatch(t,
		[]string{"schema", "pairs", "unmatched", "objectives", "repairs", "digest", "elapsed_ms"}, keys(o))
	require.Equal(t, "peersupport/match/v1", o["schema"])
	pair := o["pairs"].([]any)[0].(map[string]any)
	require.ElementsMatch(t, []string{"request", "supporter", "score", "criteria"}, keys(pair))
	require.ElementsMatch(t, []string{"id", "score", "weight"}, keys(pair["criteria"].([]any)[0].(map[string]any)))
	require.ElementsMatch(t, []string{"id", "value", "bound", "exact"}, keys(o["objectives"].([]any)[0].(map[string]any)))
}

func TestThePlanFileHoldsTheProofBesides(t *testing.T) {
	f := small(t)
	require.Equal(t, exitDone, f.match().status)
	o := object(t, f.read("plan.json"))
	require.ElementsMatch(t, []string{
		"schema", "pairs", "unmatched", "objectives", "repairs", "digest",
		"at", "policy", "tie_break", "places", "certificate"}, keys(o))
	require.Equal(t, "2026-03-02", o["at"])
	certificate := o["certificate"].([]any)[0].(map[string]any)
	require.ElementsMatch(t, []string{"objective", "requests", "supporters"}, keys(certificate))
}

func TestThePlanFileIsForItsOwnerOnly(t *testing.T) {
	f := small(t)
	require.Equal(t, exitDone, f.match().status)
	info, err := os.Stat(f.file("plan.json"))
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode().Perm())
}

func TestTheLadderIsChosenByIds(t *testing.T) {
	f := small(t)
	r := f.match("-format", "json", "-objectives", "fit,served")
	require.Equal(t, exitDone, r.status, r.err)
	var ids []string
	for _, o := range object(t, r.out)["objectives"].([]any) {
		ids = append(ids, o.(map[string]any)["id"].(string))
	}
	require.Equal(t, []string{"fit", "served", "canonical"}, ids)
	require.Equal(t, exitDone, f.verify().status, "verify takes the ladder from the plan")
}

func TestExportListsEveryEligiblePairWithItsScore(t *testing.T) {
	f := small(t)
	require.Equal(t, exitDone, f.match("-export", f.file("pairs.csv")).status)
	require.Equal(t, []string{
		"request_id,supporter_id,score",
		"R1,eve,73750", "R1,fay,23750", "R2,cyd,22500", "R2,eve,72500", "R2,fay,72500",
	}, strings.Split(strings.TrimSpace(f.read("pairs.csv")), "\n"))
}

func TestVerifyHoldsOnALaterDay(t *testing.T) {
	f := small(t)
	require.Equal(t, exitDone, f.match().status)
	require.Equal(t, exitDone, f.verify("-at", "2029-01-01").status)
	args := append([]string{"verify"}, f.files("-plan", f.file("plan.json"))...)
	require.Equal(t, exitDone, callOn(t, today().Add(1000*24*time.Hour), args...).status)
}

func TestVerifyRefusesAnotherRound(t *testing.T) {
	for name, change := range map[string]func(folder){
		"a supporter became a manager": func(f folder) {
			f.write("people.csv", "person_id,manager_id,team,location",
				"ann,,Board,Leeds", "bob,eve,Sales,Leeds", "cyd,ann,Care,Leeds", "dee,eve,Care,Leeds", "eve,ann,IT,York", "fay,ann,IT,York")
		},
		"a place went": func(f folder) {
			text := strings.Replace(f.read("supporters.csv"), "fay,1", "fay,0", 1)
			f.write("supporters.csv", strings.TrimSpace(text))
		},
		"somebody else asked": func(f folder) {
			f.write("requests.csv", "request_id,person_id,asked_on", "R1,dee,2026-02-01", "R3,bob,2026-02-10")
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := small(t)
			require.Equal(t, exitDone, f.match().status)
			change(f)
			r := f.verify("-format", "json")
			require.Equal(t, exitCheck, r.status, r.err)
			require.Equal(t, false, object(t, r.out)["verified"])
		})
	}
}

func TestAPlanChangedAnywhereIsRefused(t *testing.T) {
	f := small(t)
	require.Equal(t, exitDone, f.match().status)
	original := f.read("plan.json")
	var plan any
	require.NoError(t, json.Unmarshal([]byte(original), &plan))
	changed := 0
	mutate(plan, func() {
		data, err := json.Marshal(plan)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(f.file("plan.json"), data, 0o600))
		require.NotEqual(t, exitDone, f.verify().status, string(data))
		changed++
	})
	require.Greater(t, changed, 80)
}

// mutate changes one leaf of a tree after the other, calls check, and puts the
// leaf back.
func mutate(node any, check func()) {
	each := func(get func() any, set func(any)) {
		switch old := get().(type) {
		case map[string]any, []any:
			mutate(old, check)
		case float64:
			set(old + 1)
			check()
			set(old)
		case string:
			set(old + "x")
			check()
			set(old)
		case bool:
			set(!old)
			check()
			set(old)
		}
	}
	switch n := node.(type) {
	case map[string]any:
		for k := range n {
			each(func() any { return n[k] }, func(v any) { n[k] = v })
		}
	case []any:
		for i := range n {
			each(func() any { return n[i] }, func(v any) { n[i] = v })
		}
	}
}

func TestExitStatuses(t *testing.T) {
	f := small(t)
	require.Equal(t, exitDone, f.match().status)
	missing := filepath.Join(f.path, "no-such-file.csv")
	for _, c := range []struct {
		name   string
		args   []string
		status int
		err    string
	}{
		{"no such verb", []string{"marry"}, exitUsage, "no verb"},
		{"no such flag", []string{"match", "-poeple", "x"}, exitUsage, "-poeple"},
		{"two dashes are as good as one", append([]string{"match"}, "--people", f.file("people.csv"), "--requests", f.file("requests.csv"), "--supporters", f.file("supporters.csv")), exitDone, ""},
		{"a flag is missing", []string{"match", "-people", "x"}, exitUsage, "-requests"},
		{"words after the flags", append([]string{"match"}, f.files("hello")...), exitUsage, "hello"},
		{"a bad day", append([]string{"match"}, f.files("-at", "31/12/26")...), exitUsage, "-at"},
		{"a bad format", append([]string{"match"}, f.files("-format", "xml")...), exitUsage, "-format"},
		{"a bad ladder", append([]string{"match"}, f.files("-objectives", "served,luck")...), exitUsage, "unknown_objective"},
		{"a bad audience", append([]string{"explain"}, f.files("-plan", f.file("plan.json"), "-request", "R1", "-audience", "boss")...), exitUsage, "-audience"},
		{"no such request", append([]string{"explain"}, f.files("-plan", f.file("plan.json"), "-request", "R9")...), exitUsage, "no such request"},
		{"no such file", []string{"match", "-people", missing, "-requests", f.file("requests.csv"), "-supporters", f.file("supporters.csv")}, exitBadInput, missing + ":1:1: unreadable_file: "},
		{"a folder in place of a file", []string{"match", "-people", f.path, "-requests", f.file("requests.csv"), "-supporters", f.file("supporters.csv")}, exitBadInput, f.path},
		{"an unknown root", append([]string{"match"}, f.files("-roots", "zoe")...), exitBadInput, "unknown_root"},
		{"a plan that is no plan", append([]string{"verify"}, f.files("-plan", f.file("people.csv"))...), exitBadInput, "people.csv:1:1: "},
		{"help", []string{"match", "-h"}, exitDone, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := call(t, c.args...)
			require.Equal(t, c.status, r.status, r.err)
			require.Contains(t, r.err, c.err)
		})
	}
}

func TestEveryFaultOfEveryFileIsListedAtOnce(t *testing.T) {
	f := small(t)
	f.write("requests.csv", "request_id,person_id,asked_on,availability", "R1,dee,2026-02-30,", "R1,zoe,2026-02-01,mon 9-12")
	f.write("supporters.csv", "person_id,capacity", "eve,lots", "fay,-1")
	r := f.match()
	require.Equal(t, exitBadInput, r.status)
	for _, want := range []string{
		"requests.csv:2:3: invalid_date: ", "requests.csv:3:1: duplicate_id: ", "requests.csv:3:2: unknown_person: ",
		"requests.csv:3:4: invalid_time_slot: ", "supporters.csv:2:2: ", "supporters.csv:3:2: ",
	} {
		require.Contains(t, r.err, want)
	}
	require.NoFileExists(t, f.file("plan.json"))
}

func TestFaultsOfPeopleHideNoneOfTheOtherFiles(t *testing.T) {
	f := small(t)
	f.write("people.csv", "person_id,manager_id", "ann,", "bob,bob")
	f.write("requests.csv", "request_id,person_id,asked_on", "R1,dee,soon")
	f.write("supporters.csv", "person_id,capacity", "eve,lots")
	policy := f.write("policy.yaml", "max_repairs: 0")
	r := f.match("-policy", policy)
	require.Equal(t, exitBadInput, r.status)
	for _, want := range []string{
		"policy.yaml:1:14: ", "people.csv:3:2: own_manager: ", "requests.csv:2:3: invalid_date: ", "supporters.csv:2:2: invalid_number: ",
	} {
		require.Contains(t, r.err, want)
	}
}

func TestAnOutputNeverOverwritesAnInput(t *testing.T) {
	f := small(t)
	before := f.read("supporters.csv")
	require.NoError(t, os.Symlink(f.file("supporters.csv"), f.file("link.json")))
	for _, args := range [][]string{
		{"-out", f.file("supporters.csv")}, {"-out", f.file("link.json")}, {"-export", f.path + "/./supporters.csv"},
		{"-out", f.file("new"), "-export", f.file("new")},
	} {
		require.Equal(t, exitUsage, call(t, append([]string{"match"}, f.files(args...)...)...).status)
	}
	require.Equal(t, before, f.read("supporters.csv"))
}

func TestWhatCannotBeWrittenLeavesNothingBehind(t *testing.T) {
	f := small(t)
	require.Equal(t, exitBadInput, f.match("-export", f.file("pairs.csv"), "-out", f.file("no-such-folder/plan.json")).status)
	require.NoFileExists(t, f.file("pairs.csv"))
	require.Equal(t, exitBadInput, f.match("-out", os.DevNull).status)
	require.Equal(t, exitBadInput, f.match("-out", f.path).status)
	left, err := filepath.Glob(f.file(".peersupport-*"))
	require.NoError(t, err)
	require.Empty(t, left)
}

func TestAnOutputFollowsALink(t *testing.T) {
	f := small(t)
	f.write("target.json", "old")
	require.NoError(t, os.Symlink(f.file("target.json"), f.file("link.json")))
	require.Equal(t, exitDone, f.match("-out", f.file("link.json")).status)
	require.Contains(t, f.read("target.json"), "peersupport/match/v1")
}

func TestNothingIsExplainedOfAPlanThatDoesNotHold(t *testing.T) {
	f := small(t)
	require.Equal(t, exitDone, f.match().status)
	plan := strings.Replace(f.read("plan.json"), `"supporter": "eve"`, `"supporter": "fay"`, 1)
	require.NoError(t, os.WriteFile(f.file("plan.json"), []byte(plan), 0o600))
	for _, reader := range []string{"seeker", "coordinator"} {
		r := f.explain("-request", "R1", "-audience", reader)
		require.Equal(t, exitCheck, r.status)
		require.NotContains(t, r.out, "is proposed")
	}
}

func TestAPlanWithAMissingKeyIsRefused(t *testing.T) {
	f := small(t)
	require.Equal(t, exitDone, f.match().status)
	plan := strings.Replace(f.read("plan.json"), `"shared_manager": false`, `"look_back_months": 12`, 1)
	plan = strings.Replace(plan, `"look_back_months": 12,`, ``, 1)
	require.NoError(t, os.WriteFile(f.file("plan.json"), []byte(plan), 0o600))
	r := f.verify()
	require.Equal(t, exitBadInput, r.status)
	require.Contains(t, r.err, "incomplete_plan")
}

func TestNoTextIsLeftWithAGap(t *testing.T) {
	require.NotContains(t, call(t).out, "{")
}

func TestPeopleMayComeAsSCIMUsers(t *testing.T) {
	f := small(t)
	f.write("people.json", `{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":6,"Resources":[`,
		`{"id":"ann","password":"CANARY"},{"id":"bob","manager":{"value":"ann"}},{"id":"cyd","manager":"ann"},`,
		`{"id":"dee","manager":{"value":"cyd"}},{"id":"eve","manager":"ann"},{"id":"fay","manager":"ann"}]}`)
	f.write("lines.csv", "person_id,other_id,kind,from,until", "dee,eve,dotted,,")
	args := append([]string{"match", "-format", "json"}, f.files()...)
	args[4] = f.file("people.json")
	r := call(t, append(args, "-lines", f.file("lines.csv"))...)
	require.Equal(t, exitDone, r.status, r.err)
	require.NotContains(t, r.out+r.err, "CANARY")
	require.Contains(t, r.out, `"supporter": "fay"`)
	require.Equal(t, exitUsage, call(t, append(args, "-columns", "team=x")...).status)
}

func TestStaleReportingLinesAreRemarkedOnAndThenRefused(t *testing.T) {
	f := small(t)
	require.NotContains(t, f.match("-exported", "2026-02-23").err, "stale")
	r := f.match("-exported", "2026-02-22")
	require.Equal(t, exitDone, r.status)
	require.Contains(t, r.err, "note: "+f.file("people.csv")+":1:1: stale_organisation: ")
	require.Equal(t, exitDone, f.match("-exported", "2026-01-31").status)
	r = f.match("-exported", "2026-01-30")
	require.Equal(t, exitBadInput, r.status)
	require.Contains(t, r.err, "people.csv:1:1: stale_organisation: ")
}

func TestASecretSeedIsCommittedToAndAskedForAgain(t *testing.T) {
	f := small(t)
	seed := f.write("seed", "0123456789abcdef-secret")
	require.Equal(t, exitDone, f.match("-seed-file", seed).status)
	plan := f.read("plan.json")
	require.NotContains(t, plan, "0123456789abcdef")
	require.Contains(t, plan, "commitment")
	require.Equal(t, exitDone, f.verify("-seed-file", seed).status)
	require.Equal(t, exitCheck, f.verify().status)
	require.Equal(t, exitBadInput, f.match("-seed-file", f.write("short", "short")).status)
}

func TestAPlanOfAnotherPolicyDoesNotVouchForItself(t *testing.T) {
	f := small(t)
	policy := f.write("policy.yaml", "hierarchy: {depth: 1}", "weights: [{criterion: experience, weight: 9}]")
	require.Equal(t, exitDone, f.match("-policy", policy).status)
	require.Equal(t, exitDone, f.verify("-policy", policy).status)
	require.Equal(t, exitCheck, f.verify().status)
}
