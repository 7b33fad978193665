package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
	auditreport "github.com/peersupport/peersupport/principles/report"
)

// The 107 people of Oracle's HR sample schema (version 21): an audit uses what
// the plan and the organisation show, counted here by hand, and says of the rest
// who could supply it.
func TestAnAuditOfThe107PeopleOfOracleHR(t *testing.T) {
	people := referenceData(t, "data", "oracle_hr.csv")
	f := newFolder(t)
	base := []string{"-people", people, "-columns", "person_id=employee_id,manager_id=manager_id,team=department"}
	require.Equal(t, exitDone, call(t, append([]string{"generate", "-seed", "1",
		"-requests-out", f.file("requests.csv"), "-supporters-out", f.file("supporters.csv")}, base...)...).status)
	files := append(base, "-requests", f.file("requests.csv"), "-supporters", f.file("supporters.csv"))
	r := call(t, append([]string{"match", "-out", f.file("plan.json")}, files...)...)
	require.Equal(t, exitDone, r.status, r.err)

	r = call(t, append([]string{"audit", "-framework", "role-integrity", "-plan", f.file("plan.json"),
		"-minimum-group", "5", "-format", "json"}, files...)...)
	require.Equal(t, exitDone, r.status, r.err)
	report, err := auditreport.Read(strings.NewReader(r.out), "report.json")
	require.NoError(t, err)

	team := map[string]string{}
	for _, row := range rows(t, people) {
		team[row["employee_id"]] = row["department"]
	}
	inTeam := map[string]int{}
	for _, row := range rows(t, f.file("supporters.csv")) {
		inTeam[team[row["person_id"]]]++
	}
	alone := 0
	for name, n := range inTeam {
		if name != "" && n < 2 {
			alone++
		}
	}
	require.Positive(t, alone, "the drawn programme has lone peers to find")
	delete(inTeam, "")
	want := principles.NotUpheld // counted in full: no interval comes in between
	switch share := 100 * (len(inTeam) - alone); {
	case share >= 80*len(inTeam):
		want = principles.Upheld
	case share >= 60*len(inTeam):
		want = principles.Partly
	}
	found := map[principles.MeasureID]principles.Standing{}
	missing := map[principles.MeasureID]string{}
	for _, p := range report.Principles {
		for _, i := range p.Indicators {
			found[i.Measure] = i.Standing
		}
	}
	for _, m := range report.Missing {
		missing[m.Measure] = m.Supplier
	}
	require.Equal(t, want, found["teams_with_two_peers"])
	require.Equal(t, "supervision", missing["supporters_supervised"])
	require.Equal(t, "supervision", missing["hours_in_role"])
	require.Equal(t, "programme", missing["posts_permanent"])
	require.NotContains(t, missing, principles.MeasureID("teams_with_two_peers"))
}
