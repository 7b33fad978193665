package principles_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/principles"
)

var readers = []principles.Reader{
	principles.ReaderAuditor, principles.ReaderCoordinator,
	principles.ReaderSupporter, principles.ReaderSeeker,
}

func TestTheZeroAudienceIsTheAuditorAlone(t *testing.T) {
	var a principles.Audience
	require.Equal(t, []principles.Reader{principles.ReaderAuditor}, a.Readers())
	require.Equal(t, a, principles.To())
	require.Equal(t, a, principles.To(principles.ReaderAuditor))
}

func TestAnAudienceHoldsWhomItWasGivenAndTheAuditor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		given := rapid.SliceOf(rapid.SampledFrom(readers)).Draw(t, "readers")
		a := principles.To(given...)
		require.True(t, a.Includes(principles.ReaderAuditor))
		for _, r := range readers[1:] {
			require.Equal(t, contains(given, r), a.Includes(r), "%s", r)
		}
	})
}

func TestWhatIsNoReaderBelongsNowhere(t *testing.T) {
	everybody := principles.Audience(0xff)
	for n := 4; n < 256; n++ {
		r := principles.Reader(n)
		require.Equal(t, principles.To(), principles.To(r))
		require.False(t, everybody.Includes(r))
	}
}

func TestAnIntersectionHoldsWhoIsInBoth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := audience().Draw(t, "a"), audience().Draw(t, "b")
		both := a.Intersect(b)
		for _, r := range readers {
			require.Equal(t, a.Includes(r) && b.Includes(r), both.Includes(r))
		}
	})
}

func TestAnAudienceIsWrittenAsSortedNames(t *testing.T) {
	a := principles.To(principles.ReaderSupporter, principles.ReaderSeeker, principles.ReaderCoordinator)
	data, err := json.Marshal(a)
	require.NoError(t, err)
	sorted := `["auditor","coordinator","seeker","supporter"]`
	require.Equal(t, sorted, string(data))
	require.Equal(t, "auditor,coordinator,seeker,supporter", a.String())
}

func TestAudiencesSurviveJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := audience().Draw(t, "audience")
		data, err := json.Marshal(a)
		require.NoError(t, err)
		var back principles.Audience
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, a, back)
	})
}

func TestAnAudienceWithAStrangerIsRefused(t *testing.T) {
	for _, text := range []string{`["manager"]`, `["seeker","Seeker"]`, `"seeker"`, `[3]`} {
		var a principles.Audience
		require.ErrorIs(t, json.Unmarshal([]byte(text), &a), principles.ErrUnknownReader, "%s", text)
		require.Equal(t, principles.To(), a)
	}
}

func TestReadersAreParsedByTheirNames(t *testing.T) {
	for _, r := range readers {
		got, err := principles.ParseReader(r.String())
		require.NoError(t, err)
		require.Equal(t, r, got)
	}
	for _, name := range []string{"", "Seeker", "unknown", principles.Reader(4).String()} {
		_, err := principles.ParseReader(name)
		require.ErrorIs(t, err, principles.ErrUnknownReader)
	}
}

func contains(rs []principles.Reader, r principles.Reader) bool {
	for _, other := range rs {
		if other == r {
			return true
		}
	}
	return false
}
