package hris_test

import (
	"errors"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/hris"
	"github.com/peersupport/peersupport/peer/tabular"
)

func date(t *testing.T, text string) peer.Date {
	t.Helper()
	d, err := peer.ParseDate(text)
	require.NoError(t, err)
	return d
}

func TestImportReadsPeopleAndLines(t *testing.T) {
	i := importText(
		"person_id,manager_id,team,location,status,same_as\n"+
			"2,1,Ward A,Leeds,on_leave,\n"+
			"1,,Board,,,\n"+
			"3,1,Ward A,Leeds,,2\n",
		"person_id,other_id,kind,from,until\n2,3,dotted,2026-01-01,2026-07-01\n",
		hris.Options{})

	require.NoError(t, i.err)
	require.Equal(t, 3, i.org.Len())
	two, _ := i.org.Node("2")
	one, _ := i.org.Node("1")
	three, _ := i.org.Node("3")
	require.Equal(t, one, i.org.Manager(two))
	require.Equal(t, "Ward A", i.org.Team(two))
	require.Equal(t, "Leeds", i.org.Location(two))
	require.Equal(t, peer.OnLeave, i.org.Status(two))
	require.True(t, i.org.SamePerson(two, three))
	require.Equal(t, []peer.Relation{{
		Person: "2", Other: "3", Kind: peer.Dotted,
		During: peer.Interval{From: date(t, "2026-01-01"), Until: date(t, "2026-07-01")},
	}}, i.org.Relations(two, three, date(t, "2026-03-01"), 12))
	require.Equal(t, 3, i.report.People.Rows)
	require.Equal(t, 1, i.report.Lines.Rows)
}

func TestImportPlacesFaultsOfBothFilesInOneRun(t *testing.T) {
	i := importText(
		"manager_id,person_id,status\n"+
			",1,\n"+
			"2,2,busy\n"+
			"1\n",
		"kind,person_id,other_id,from,until\n"+
			"dotted,1,1,,\n"+
			"friend,1,,2026-02-30,\n"+
			"line,1,2,2026-02-02,2026-02-01\n",
		hris.Options{})

	require.Nil(t, i.org)
	require.Equal(t, []place{
		{"people.csv", 3, 1, peer.FaultSelfManager},
		{"people.csv", 3, 3, peer.FaultStatus},
		{"people.csv", 4, 2, tabular.FaultFieldCount},
		{"lines.csv", 2, 3, peer.FaultRelationSelf},
		{"lines.csv", 3, 1, peer.FaultRelationKind},
		{"lines.csv", 3, 3, peer.FaultIDMissing},
		{"lines.csv", 3, 4, peer.FaultDate},
		{"lines.csv", 4, 5, peer.FaultInterval},
	}, places(i.faults))
}

func TestImportDoesNotBlameALostRecordOnOthers(t *testing.T) {
	i := importText("person_id,manager_id\n1,\n2,1,x\n3,2\n", "person_id,other_id,kind\n1,2,dotted\n", hris.Options{})

	require.Equal(t, []place{{"people.csv", 3, 3, tabular.FaultFieldCount}}, places(i.faults))
	require.Empty(t, i.report.Warnings)
}

func TestImportDoesNotBlameAFaultyHeaderOnTheLines(t *testing.T) {
	i := importText("person_id,team\n1,x\n2,y\n", "person_id,other_id,kind\n1,2,dotted\n", hris.Options{})

	require.Equal(t, []place{{"people.csv", 1, 1, tabular.FaultColumnMissing}}, places(i.faults))
}

func TestImportPlacesFaultsOfDeclaredRootsAtTheHeader(t *testing.T) {
	i := importText("manager_id,person_id\n,1\n1,2\n", "", hris.Options{
		Organisation: peer.OrganisationConfig{Roots: []peer.ExternalID{"9"}},
	})

	require.Equal(t, []place{{"people.csv", 1, 1, peer.FaultRootUnknown}}, places(i.faults))
	require.Equal(t, "roots", i.faults[0].Field)
}

func TestImportWarnsOfSeveralTopsAtTheHeader(t *testing.T) {
	i := importText("manager_id,person_id\n,1\n1,2\n,3\n", "", hris.Options{})

	require.NoError(t, i.err)
	require.Equal(t, []place{{"people.csv", 1, 1, peer.FaultSeveralTops}}, places(i.report.Warnings))
}

func TestImportTellsOneFileFromTheOther(t *testing.T) {
	i := importText("person_id,manager_id\n1,\n2,1\n", "person_id;other_id;kind\n", hris.Options{})

	require.NoError(t, i.err)
	require.Equal(t, ',', i.report.People.Delimiter)
	require.Equal(t, ';', i.report.Lines.Delimiter)
	require.Equal(t, []place{{"lines.csv", 1, 1, tabular.FaultNoRows}}, places(i.report.Warnings))
}

func TestImportPassesOnTheErrorOfAStream(t *testing.T) {
	broken := errors.New("the line is cut")
	_, _, err := hris.Import(hris.Files{
		People: file("people.csv", "person_id,manager_id\n1,\n"),
		Lines:  tabular.File{Name: "lines.csv", Reader: iotest.ErrReader(broken)},
	}, hris.Options{})

	require.ErrorIs(t, err, broken)
}

func TestImportWarnsOfIDsThatSpreadsheetsSpoil(t *testing.T) {
	for name, c := range map[string]struct {
		people string
		want   []place
	}{
		"007 beside 7":         {"7,\n007,7\n", []place{{"people.csv", 3, 1, hris.FaultIDAlmostNumber}}},
		"0 and 00":             {"0,\n00,0\n", []place{{"people.csv", 3, 1, hris.FaultIDAlmostNumber}}},
		"007 alone":            {"008,\n007,008\n", nil},
		"a formula":            {"8,\n=1+1,8\n", []place{{"people.csv", 3, 1, hris.FaultIDFormula}}},
		"a sign":               {"8,\n-1,8\n", []place{{"people.csv", 3, 1, hris.FaultIDFormula}}},
		"zeros before letters": {"0a,\na,0a\n", nil},
	} {
		t.Run(name, func(t *testing.T) {
			i := importText("person_id,manager_id\n"+c.people, "", hris.Options{})
			require.NoError(t, i.err)
			require.Equal(t, c.want, places(i.report.Warnings))
		})
	}
}

func TestReadPeopleReturnsNobodyWithAFault(t *testing.T) {
	people, report, err := hris.ReadPeople(file("people.csv", "person_id,manager_id,status\n1,,\n2,1,busy\n"), hris.Options{})

	require.Nil(t, people)
	require.Equal(t, 2, report.Rows)
	var faults peer.Faults
	require.ErrorAs(t, err, &faults)
	require.Equal(t, []place{{"people.csv", 3, 3, peer.FaultStatus}}, places(faults))
}

func TestReadLinesReturnsRelations(t *testing.T) {
	lines, _, err := hris.ReadLines(file("lines.csv", "person_id,other_id,kind,from\n1,2,hr_case,2026-01-01\n"), hris.Options{})

	require.NoError(t, err)
	require.Equal(t, []peer.Relation{{
		Person: "1", Other: "2", Kind: peer.HRCase, During: peer.Interval{From: date(t, "2026-01-01")},
	}}, lines)
}
