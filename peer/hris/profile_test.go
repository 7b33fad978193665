package hris_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/hris"
	"github.com/peersupport/peersupport/peer/tabular"
)

func TestProfilesReadTheExportsTheyAreNamedAfter(t *testing.T) {
	for name, c := range map[string]struct {
		profile hris.Profile
		columns map[string]string
		people  string
	}{
		"BambooHR by its own key": {hris.BambooHR, nil,
			"Employee ID,Employee number,Supervisor ID,Supervisor E ID,Department,Location,Status\n" +
				"1,A-1,,,Board,Leeds,Active\n2,A-2,1,A-1,Care,Leeds,Inactive\n"},
		"BambooHR by the company's key": {hris.BambooHR, nil,
			"Employee ID,Employee number,Supervisor E ID,Department,Location,Status\n" +
				"901,1,,Board,Leeds,Active\n902,2,1,Care,Leeds,Inactive\n"},
		"BambooHR's interface": {hris.BambooHR, nil,
			"employeeNumber,supervisorEId,Department,Location,Status\n1,,Board,Leeds,Active\n2,1,Care,Leeds,Inactive\n"},
		"Workday with its manager mapped": {hris.Workday, map[string]string{"manager_id": "Mgr_ID"},
			"Employee_ID,Mgr_ID,Supervisory_Organization,Location,Worker_Status\n" + //nolint:misspell // Workday's spelling
				"1,,Board,Leeds,Active\n2,1,Care,Leeds,Terminated\n"},
		"Personio in English": {hris.Personio, nil,
			"Employee ID,Supervisor,Department,Office,Status\n1,,Board,Leeds,active\n2,1,Care,Leeds,inactive\n"},
		"Personio in German": {hris.Personio, nil,
			"\uFEFFPersonalnummer;Vorgesetzter;Abteilung;Standort;Status\r\n1;;Board;Leeds;Aktiv\r\n2;1;Care;Leeds;Austritt\r\n"},
		"Oracle HR": {hris.OracleHR, nil,
			"EMPLOYEE_ID,MANAGER_ID,DEPARTMENT_ID,LOCATION_ID,SALARY,status\n1,,Board,Leeds,1,\n2,1,Care,Leeds,1,T\n"},
		"generic": {hris.Generic, nil,
			"person_id,manager_id,team,location,status\n1,,Board,Leeds,\n2,1,Care,Leeds,left\n"},
	} {
		t.Run(name, func(t *testing.T) {
			i := importText(c.people, "", hris.Options{Profile: c.profile, Columns: c.columns})
			require.NoError(t, i.err)
			one, ok := i.org.Node("1")
			require.True(t, ok)
			two, ok := i.org.Node("2")
			require.True(t, ok)
			require.Equal(t, one, i.org.Manager(two))
			require.Equal(t, []string{"Board", "Care"}, []string{i.org.Team(one), i.org.Team(two)})
			require.Equal(t, "Leeds", i.org.Location(two))
			require.Equal(t, []peer.Status{peer.Active, peer.Left}, []peer.Status{i.org.Status(one), i.org.Status(two)})
		})
	}
}

func TestBambooHRKeysAreNeverMixed(t *testing.T) {
	i := importText("Employee ID,Supervisor E ID\n1,\n2,1\n", "", hris.Options{Profile: hris.BambooHR})

	require.Equal(t, []place{{"people.csv", 1, 2, tabular.FaultColumnMissing}}, places(i.faults))
	require.Equal(t, "manager_id", i.faults[0].Field)
}

func TestWorkdayAsksForTheMappingOfTheManager(t *testing.T) {
	i := importText("Employee_ID,Manager\n1,\n2,1\n", "", hris.Options{Profile: hris.Workday})

	require.Equal(t, []place{{"people.csv", 1, 2, tabular.FaultMappingNeeded}}, places(i.faults))
}

func TestStatusesAreReadInTheWordsOfTheSystems(t *testing.T) {
	for text, want := range map[string]peer.Status{
		"": peer.Active, "active": peer.Active, "A": peer.Active, " Aktiv ": peer.Active,
		"on_leave": peer.OnLeave, "On Leave": peer.OnLeave, "L": peer.OnLeave, "PENDING": peer.OnLeave,
		"left": peer.Left, "T": peer.Left, "Terminated": peer.Left, "INACTIVE": peer.Left, "ausgetreten": peer.Left,
		"vacant": peer.Vacant,
	} {
		t.Run(text, func(t *testing.T) {
			people, _, err := hris.ReadPeople(file("people.csv", "person_id,manager_id,status\n1,,"+text+"\n"), hris.Options{})
			require.NoError(t, err)
			require.Equal(t, want, people[0].Status)
		})
	}
}

func TestProfilesAreNamed(t *testing.T) {
	for _, p := range hris.Profiles() {
		got, err := hris.ParseProfile(p.String())
		require.NoError(t, err)
		require.Equal(t, p, got)
	}
	_, err := hris.ParseProfile("sapphire")
	var f peer.Fault
	require.ErrorAs(t, err, &f)
	require.Equal(t, hris.FaultProfile, f.Code)
}
