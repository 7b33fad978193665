package tabular_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/peer/tabular"
)

func TestWriterEscapesWhatASpreadsheetWouldRun(t *testing.T) {
	for _, text := range []string{`=HYPERLINK("http://x")`, "+cmd", "-2+3", "@SUM", "\tx", "\rx"} {
		require.Equal(t, "'"+text, tabular.Escape(text))
	}
	for _, text := range []string{"", "plain", "a=b", "'=quoted", " =x"} {
		require.Equal(t, text, tabular.Escape(text))
	}
}

func TestWriterLeavesRawColumnsAlone(t *testing.T) {
	var out bytes.Buffer
	w := tabular.NewWriter(&out, tabular.OutColumn{Name: "person_id", Raw: true}, tabular.OutColumn{Name: "team"})
	require.NoError(t, w.Write("-7", "=1+1"))
	require.NoError(t, w.Write("8"))
	require.NoError(t, w.Flush())

	require.Equal(t, "person_id,team\n-7,'=1+1\n8,\n", out.String())
}

func TestWriterWritesTheHeaderOfAnEmptyTable(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, tabular.NewWriter(&out, tabular.OutColumn{Name: "a"}, tabular.OutColumn{Name: "b"}).Flush())

	require.Equal(t, "a,b\n", out.String())
}

func TestWriterRefusesMoreFieldsThanColumns(t *testing.T) {
	var out bytes.Buffer
	require.Error(t, tabular.NewWriter(&out, tabular.OutColumn{Name: "a"}).Write("1", "2"))
}

func TestWriterReturnsTheErrorOfTheStream(t *testing.T) {
	broken := errors.New("disk full")
	w := tabular.NewWriter(failing{broken}, tabular.OutColumn{Name: "a"})

	require.ErrorIs(t, w.Flush(), broken)
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestWhatIsWrittenRawIsReadBack(t *testing.T) {
	text := rapid.StringOf(rapid.RuneFrom([]rune("ab\"',;=+-@ \tüб\n"))).Filter(func(s string) bool {
		return len(s) < 100
	})
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) []string {
			return []string{rapid.StringMatching(`[a-z0-9=+ -]{1,9}`).Draw(t, "id"), "", text.Draw(t, "team")}
		}), 1, 20).Draw(t, "rows")
		var out strings.Builder
		w := tabular.NewWriter(&out, tabular.OutColumn{Name: "person_id", Raw: true},
			tabular.OutColumn{Name: "manager_id", Raw: true}, tabular.OutColumn{Name: "team", Raw: true})
		for _, row := range rows {
			require.NoError(t, w.Write(row...))
		}
		require.NoError(t, w.Flush())

		r := read(out.String(), tabular.Options{})
		require.Empty(t, r.faults)
		require.Equal(t, rows, r.rows)
	})
}
