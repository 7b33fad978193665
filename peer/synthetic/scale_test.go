package synthetic_test

import (
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// scaled multiplies the count of a randomised test by PEERSUPPORT_TEST_SCALE.
func scaled(t *testing.T, n int) int {
	t.Helper()
	text := os.Getenv("PEERSUPPORT_TEST_SCALE")
	if text == "" {
		return n
	}
	factor, err := strconv.Atoi(text)
	require.NoError(t, err, "PEERSUPPORT_TEST_SCALE is an integer")
	return n * factor
}
