package hris_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/hris"
)

// FuzzImport holds what is true of any two files: an organisation or faults,
// never both and never neither, and every fault and warning placed.
func FuzzImport(f *testing.F) {
	f.Add("person_id,manager_id,team,location,status,same_as\n1,,a,b,left,\n2,1,a,b,,1\n", "person_id,other_id,kind,from,until\n1,2,dotted,2026-01-01,\n", "", false)
	f.Add("Employee ID;Supervisor ID\n1;\n2;1\n", "", "bamboohr", true)
	f.Add("person_id,manager_id\n1,2\n2,1\n3,3\n\"", "kind,person_id,other_id\nline,9,9\n", "", false)
	f.Add("person_id,manager_id\n007,\n7,007\n=7,7\n", "\xFF\xFE", "", true)
	f.Add("Personalnummer\tVorgesetzter\n1\t\n", "person_id\n", "personio", false)
	f.Fuzz(func(t *testing.T, people, lines, profile string, flat bool) {
		o := hris.Options{Profile: hris.Profile(profile), Organisation: peer.OrganisationConfig{Flat: flat, Roots: []peer.ExternalID{"1"}}}
		i := importText(people, lines, o)
		require.Equal(t, i.org == nil, i.err != nil)
		for _, faults := range []peer.Faults{i.faults, i.report.Warnings} {
			for _, fault := range faults {
				require.Contains(t, []string{"people.csv", "lines.csv"}, fault.Source)
				require.Positive(t, fault.Line)
				require.Positive(t, fault.Column)
				require.NotEmpty(t, fault.Code)
			}
		}
	})
}
