package peer_test

import (
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// scaled multiplies the count of a heavy test by PEERSUPPORT_TEST_SCALE.
func scaled(tb testing.TB, count int) int {
	tb.Helper()
	text, ok := os.LookupEnv("PEERSUPPORT_TEST_SCALE")
	if !ok {
		return count
	}
	scale, err := strconv.Atoi(text)
	require.NoError(tb, err, "PEERSUPPORT_TEST_SCALE is a whole number")
	return count * scale
}
