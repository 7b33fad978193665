package report_test

import (
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/report"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares got with the file, or writes the file under -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

// writer is one of the functions that render a report.
type writer func(io.Writer, principles.Report) error

// rendered returns what a writer makes of a report.
func rendered(t testing.TB, w writer, r principles.Report) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, w(&b, r))
	return b.String()
}

// writers are all functions that render for people.
func writers() map[string]writer {
	return map[string]writer{"text": report.Text, "glance": report.Glance, "html": report.HTML, "svg": report.SVG}
}

// words are the standings as people read them.
func words() map[principles.Standing]string {
	return map[principles.Standing]string{
		principles.Upheld: "upheld", principles.Partly: "partly upheld", principles.AtRisk: "at risk",
		principles.NotUpheld: "not upheld", principles.NotKnown: "not known",
	}
}
