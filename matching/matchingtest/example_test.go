package matchingtest_test

import (
	"testing"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/matching/matchingtest"
	"github.com/peersupport/peersupport/principles"
)

func ExampleTestRule() {
	ownRule := matching.Func("own_rule", principles.Safe, func(matching.Pair) principles.Finding {
		return principles.Finding{Verdict: principles.Satisfied}
	})

	// This is what the test of the rule looks like.
	_ = func(t *testing.T) {
		matchingtest.TestRule(t, ownRule, pool(t))
	}
	// Output:
}
