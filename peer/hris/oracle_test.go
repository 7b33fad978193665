package hris_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/hris"
	"github.com/peersupport/peersupport/peer/tabular"
)

// oracle imports the sample export of Oracle's HR schema, from outside the
// repository.
func oracle(t *testing.T, o hris.Options) (*peer.Organisation, hris.Report) {
	t.Helper()
	folder := os.Getenv("PEERSUPPORT_REFERENCE_DATA")
	if folder == "" {
		t.Skip("missing: PEERSUPPORT_REFERENCE_DATA, the folder with data/oracle_hr.csv")
	}
	file, err := os.Open(filepath.Join(folder, "data", "oracle_hr.csv"))
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	org, report, err := hris.Import(hris.Files{People: tabular.File{Name: "oracle_hr.csv", Reader: file}}, o)
	require.NoError(t, err)
	return org, report
}

func mapped() hris.Options {
	return hris.Options{Columns: map[string]string{
		"person_id": "employee_id", "manager_id": "manager_id", "team": "department",
	}}
}

func TestOracleSampleIsReadAsItsReadmeSays(t *testing.T) {
	org, report := oracle(t, mapped())

	require.Equal(t, 107, org.Len())
	require.Equal(t, 107, report.People.Rows)
	require.Equal(t, ',', report.People.Delimiter)
	require.Empty(t, report.Warnings)

	reports := map[peer.Node]int{}
	depths := map[int]int{}
	teams := map[string]int{}
	var roots []peer.ExternalID
	for n := range peer.Node(org.Len()) {
		depths[org.Depth(n)]++
		teams[org.Team(n)]++
		if m := org.Manager(n); m == peer.None {
			roots = append(roots, org.Key(n))
		} else {
			reports[m]++
		}
	}
	require.Equal(t, []peer.ExternalID{"100"}, roots)
	require.Len(t, reports, 18)
	top, ok := org.Node("100")
	require.True(t, ok)
	require.Equal(t, 14, reports[top])
	for _, span := range reports {
		require.LessOrEqual(t, span, 14)
	}
	require.Equal(t, map[int]int{0: 1, 1: 14, 2: 82, 3: 10}, depths)
	require.Equal(t, map[string]int{
		"Shipping": 45, "Sales": 34, "Finance": 6, "Purchasing": 6, "IT": 5, "Executive": 3, "Accounting": 2,
		"Marketing": 2, "Administration": 1, "Human Resources": 1, "Public Relations": 1, "": 1,
	}, teams)
}

func TestOracleSampleDropsWhatIsNotAskedFor(t *testing.T) {
	_, report := oracle(t, mapped())

	require.Equal(t, []tabular.Heading{
		{Column: 2, Text: "first_name"}, {Column: 3, Text: "last_name"}, {Column: 4, Text: "email"}, {Column: 5, Text: "job_id"},
	}, report.People.Dropped)
}

func TestOracleProfileReadsTheSampleWithoutMapping(t *testing.T) {
	org, _ := oracle(t, hris.Options{Profile: hris.OracleHR})
	mappedOrg, _ := oracle(t, mapped())

	require.Equal(t, mappedOrg.Len(), org.Len())
	for n := range peer.Node(org.Len()) {
		require.Equal(t, mappedOrg.Key(n), org.Key(n))
		require.Equal(t, mappedOrg.Manager(n), org.Manager(n))
		require.Equal(t, mappedOrg.Team(n), org.Team(n))
	}
}
