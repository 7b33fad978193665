package principlestest_test

import (
	"testing"

	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/principlestest"
)

func ExampleTestRule() {
	withinReach := principles.Func("within_reach", principles.Safe, func(minutes int) principles.Finding {
		f := principles.Finding{
			Verdict: principles.Satisfied,
			Code:    "within_reach",
			Params:  []principles.Param{principles.Int("minutes", int64(minutes))},
		}
		if minutes > 60 {
			f.Verdict, f.Code = principles.Violated, "out_of_reach"
		}
		return f
	})

	// This is what the test of the rule looks like.
	_ = func(t *testing.T) {
		principlestest.TestRule(t, withinReach, 0, 60, 61)
	}
	// Output:
}
