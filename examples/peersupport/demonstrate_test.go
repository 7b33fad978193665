package main

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestWithoutArgumentsOneFullRoundIsShown(t *testing.T) {
	r := call(t)
	require.Equal(t, exitDone, r.status, r.err)
	require.Empty(t, r.err)
	golden := filepath.Join("testdata", "demonstration.golden")
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(r.out), 0o600))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	require.Equal(t, string(want), r.out)
}
