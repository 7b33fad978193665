package asn

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching/assign"
)

// Optima published by OR-Library (J. E. Beasley, http://people.brunel.ac.uk/~mastjjb/jeb/orlib/assigninfo.html).
func TestPublishedOptimaAreFound(t *testing.T) {
	folder := os.Getenv("PEERSUPPORT_REFERENCE_DATA")
	if folder == "" {
		t.Skip("PEERSUPPORT_REFERENCE_DATA is not set: the OR-Library instances are missing")
	}
	for name, c := range map[string]struct{ size, optimum int64 }{
		"assign100.txt": {100, 305},
		"assign500.txt": {500, 991},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := os.Open(filepath.Join(folder, "instances", "orlib", name))
			require.NoError(t, err)
			defer func() { require.NoError(t, f.Close()) }()
			p, err := Parse(f, Limits{})
			require.NoError(t, err)
			s, err := assign.Solve(context.Background(), p, assign.Options{})
			require.NoError(t, err)
			require.Equal(t, -c.size, s.Rungs[0].Value)
			require.Equal(t, c.optimum, s.Rungs[1].Value)
			require.NoError(t, assign.Check(p, s))
		})
	}
}
