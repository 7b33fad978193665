package tabular_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer/tabular"
)

// FuzzRead holds what is true of any bytes: every fault has a place and words,
// whatever is handed on is text of as many fields as there are columns, and
// the guard lets no more pass than it should.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"", "\n", "person_id,manager_id,team\n1,,x\n", "\uFEFFperson_id;manager_id\r\n1;\"\"\"\"\r\n",
		"person_id\tmanager_id\n\"1\n2\"\t\x00\n", "person_id,manager_id\n1,\"x", "person_id,m\u0430nager_id\n1,2\n",
		"\xFF\xFEp\x00", "person_id,manager_id\n1,2\"3\n", "person_id,manager_id,manager_id\n\xC3\x28,,\n",
	} {
		f.Add(seed, byte(0))
	}
	f.Fuzz(func(t *testing.T, text string, delimiter byte) {
		r := read(text, tabular.Options{Delimiter: rune(delimiter)})
		require.NoError(t, r.err)
		for _, fault := range r.faults {
			require.Equal(t, "people.csv", fault.Source)
			require.Positive(t, fault.Line)
			require.LessOrEqual(t, fault.Line, strings.Count(text, "\n")+1)
			require.Positive(t, fault.Column)
			require.LessOrEqual(t, fault.Column, tabular.MaxRecord+1)
			require.NotContains(t, fault.Error(), "not accepted")
		}
		if r.faults.Err() != nil {
			return
		}
		for _, row := range r.rows {
			for _, field := range row {
				require.True(t, utf8.ValidString(field))
				require.NotContains(t, field, "\x00")
			}
		}
	})
}
