package stats_test

import (
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestMain multiplies the number of random cases by PEERSUPPORT_TEST_SCALE. A
// -rapid.checks on the command line still decides.
func TestMain(m *testing.M) {
	scale := 1
	if s := os.Getenv("PEERSUPPORT_TEST_SCALE"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			fmt.Fprintln(os.Stderr, "PEERSUPPORT_TEST_SCALE is no positive whole number")
			os.Exit(2)
		}
		scale = n
	}
	if err := flag.Set("rapid.checks", strconv.Itoa(300*scale)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	os.Exit(m.Run())
}

// golden returns the rows of a file of published figures, without its heading.
func golden(t *testing.T, name string) [][]string {
	t.Helper()
	folder := os.Getenv("PEERSUPPORT_REFERENCE_DATA")
	if folder == "" {
		t.Skip("PEERSUPPORT_REFERENCE_DATA is not set: golden/" + name + " is missing")
	}
	f, err := os.Open(filepath.Join(folder, "golden", name))
	require.NoError(t, err)
	defer func() { require.NoError(t, f.Close()) }()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	require.Greater(t, len(rows), 1)
	return rows[1:]
}

func number(t *testing.T, text string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(text, 64)
	require.NoError(t, err)
	return v
}

// Golden values have this tolerance, see the README beside them.
const close9 = 1e-9
