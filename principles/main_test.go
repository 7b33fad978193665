package principles_test

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

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
	if err := flag.Set("rapid.checks", strconv.Itoa(500*scale)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	os.Exit(m.Run())
}
