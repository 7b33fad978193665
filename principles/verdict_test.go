package principles_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

var verdicts = []principles.Verdict{
	principles.Indeterminate, principles.Satisfied, principles.Violated,
	principles.Pending, principles.NotApplicable,
}

func TestTheZeroVerdictBlocks(t *testing.T) {
	var v principles.Verdict
	require.Equal(t, principles.Indeterminate, v)
	require.True(t, v.Blocks())
}

func TestEveryValueButTwoBlocks(t *testing.T) {
	for n := range 256 {
		v := principles.Verdict(n)
		passes := v == principles.Satisfied || v == principles.NotApplicable
		require.Equal(t, !passes, v.Blocks(), "verdict %d", n)
	}
}

func TestVerdictsSurviveJSON(t *testing.T) {
	for _, v := range verdicts {
		data, err := json.Marshal(v)
		require.NoError(t, err)
		var back principles.Verdict
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, v, back)
	}
}

func TestVerdictNamesAreStable(t *testing.T) {
	data, err := json.Marshal(verdicts)
	require.NoError(t, err)
	require.JSONEq(t, `["indeterminate","satisfied","violated","pending","not_applicable"]`, string(data))
}

func TestWhatIsNoVerdictIsNotWritten(t *testing.T) {
	_, err := principles.Verdict(5).MarshalText()
	require.ErrorIs(t, err, principles.ErrUnknownVerdict)
	require.Equal(t, "unknown", principles.Verdict(5).String())
}

func TestWhatIsNoVerdictIsReadAsIndeterminate(t *testing.T) {
	for _, text := range []string{"", "Satisfied", "unknown", "satisfied "} {
		v := principles.Satisfied
		require.ErrorIs(t, v.UnmarshalText([]byte(text)), principles.ErrUnknownVerdict)
		require.Equal(t, principles.Indeterminate, v)
	}
}
