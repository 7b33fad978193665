package principles_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/principles"
)

func decisionOf(vs ...principles.Verdict) principles.Decision {
	var d principles.Decision
	for _, v := range vs {
		d.Reasons = append(d.Reasons, principles.Reason{Finding: principles.Finding{Verdict: v}})
	}
	return d
}

func TestTheWorstReasonDecides(t *testing.T) {
	worstFirst := []principles.Verdict{vio, ind, pen, sat, nap}
	for i, worse := range worstFirst {
		for _, better := range worstFirst[i:] {
			require.Equal(t, worse, decisionOf(worse, better).Verdict())
			require.Equal(t, worse, decisionOf(better, worse).Verdict())
		}
	}
}

func TestADecisionWithoutReasonsBlocks(t *testing.T) {
	require.Equal(t, ind, principles.Decision{}.Verdict())
	require.True(t, principles.Decision{}.Blocked())
	require.Empty(t, principles.Decision{}.Blocking())
}

func TestAnUnknownVerdictCountsAsIndeterminate(t *testing.T) {
	require.Equal(t, ind, decisionOf(sat, 99).Verdict())
	require.Equal(t, vio, decisionOf(99, vio).Verdict())
}

func TestBlockingKeepsWhatBlocksInOrder(t *testing.T) {
	got := decisionOf(pen, sat, vio, nap, ind, 99).Blocking()
	require.Equal(t, decisionOf(pen, vio, ind, 99).Reasons, got)
}

func TestADecisionIsBlockedExactlyIfAReasonBlocks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decisionOf(rapid.SliceOfN(verdict(), 1, 6).Draw(t, "verdicts")...)
		require.Equal(t, len(d.Blocking()) > 0, d.Blocked())
	})
}

func TestDecisionsSurviveJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := principles.Decision{Reasons: []principles.Reason{{
			Rule: "rule", Principle: principles.Safe, Finding: anyFinding().Draw(t, "finding"),
		}}}
		data, err := json.Marshal(d)
		require.NoError(t, err)
		var back principles.Decision
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, d, back)
	})
}

func TestTheFormOfAFindingIsStable(t *testing.T) {
	d := principles.Decision{Reasons: []principles.Reason{{
		Rule:      "capacity",
		Principle: principles.Safe,
		Finding: principles.Finding{
			Verdict:  pen,
			Code:     "supporter_at_capacity",
			Params:   []principles.Param{principles.Int("places", 3)},
			Audience: principles.To(principles.ReaderCoordinator),
			Mask:     "busy",
			Hard:     true,
			RetryOn:  []principles.Event{"capacity_freed"},
			Parts:    []principles.Finding{{Verdict: sat}},
		},
	}}}
	want := `{"reasons":[{"rule":"capacity","principle":"safe","finding":{"verdict":"pending",` +
		`"code":"supporter_at_capacity","params":[{"name":"places","value":3}],` +
		`"audience":["auditor","coordinator"],"mask":"busy","hard":true,"retry_on":["capacity_freed"],` +
		`"parts":[{"verdict":"satisfied","audience":["auditor"]}]}}],"withheld":0}`
	require.Equal(t, want, bytesFor(t, d, principles.ReaderAuditor))
}
