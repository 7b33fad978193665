package peer_test

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
)

func TestIDsSurviveTheirText(t *testing.T) {
	seen := map[peer.ID]bool{}
	for range 100_000 {
		id, err := peer.NewID(rand.Reader)
		require.NoError(t, err)
		parsed, err := peer.ParseID(id.String())
		require.NoError(t, err)
		if parsed != id || seen[id] || len(id.String()) != 26 {
			require.Failf(t, "an id is lost or repeated", "%v and %v", id, parsed)
		}
		seen[id] = true
	}
}

// R-PRV-17: Kendall's tau of the order of ids against the order of creation
// lies within 0.03, so that an id does not tell when somebody asked for help.
func TestIDsTellNoOrder(t *testing.T) {
	texts := make([]string, 100_000)
	for i := range texts {
		id, err := peer.NewID(rand.Reader)
		require.NoError(t, err)
		texts[i] = id.String()
	}
	require.Less(t, math.Abs(kendall(texts)), 0.03)
	slices.Sort(texts)
	require.InDelta(t, 1, kendall(texts), 1e-9, "the statistic sees order where there is some")
}

// kendall counts inversions while it sorts by merging.
func kendall(texts []string) float64 {
	n := len(texts)
	pairs := float64(n) * float64(n-1) / 2
	return 1 - 2*float64(inversions(slices.Clone(texts)))/pairs
}

func inversions(list []string) int {
	if len(list) < 2 {
		return 0
	}
	left, right := slices.Clone(list[:len(list)/2]), slices.Clone(list[len(list)/2:])
	count := inversions(left) + inversions(right)
	for i := range list {
		if len(right) == 0 || (len(left) > 0 && left[0] <= right[0]) {
			list[i], left = left[0], left[1:]
		} else {
			list[i], right = right[0], right[1:]
			count += len(left)
		}
	}
	return count
}

// Each of the 128 bits comes from the reader: none is a time or a version.
func TestNewIDUsesEveryBit(t *testing.T) {
	ones, err := peer.NewID(bytes.NewReader(bytes.Repeat([]byte{0xff}, 16)))
	require.NoError(t, err)
	require.Equal(t, "7ZZZZZZZZZZZZZZZZZZZZZZZZZ", ones.String())
	zeros, err := peer.NewID(bytes.NewReader(make([]byte, 16)))
	require.NoError(t, err)
	require.True(t, zeros.IsZero())
	require.Equal(t, strings.Repeat("0", 26), zeros.String())
}

func TestNewIDFailsWithItsReader(t *testing.T) {
	broken := errors.New("no randomness")
	_, err := peer.NewID(iotest.ErrReader(broken))
	require.ErrorIs(t, err, broken)
	_, err = peer.NewID(bytes.NewReader(make([]byte, 15)))
	require.Error(t, err)
}

func TestParseIDRefuses(t *testing.T) {
	for _, text := range []string{
		"", "0", strings.Repeat("0", 25), strings.Repeat("0", 27), "8" + strings.Repeat("Z", 25),
		strings.Repeat("U", 26), strings.Repeat("0", 25) + "!", strings.Repeat("é", 13),
	} {
		_, err := peer.ParseID(text)
		requireCode(t, peer.FaultID, err)
		require.True(t, text == "" || !strings.Contains(err.Error(), strings.Repeat(text, 2)))
	}
}

func TestIDIsJSONText(t *testing.T) {
	id, err := peer.NewID(rand.Reader)
	require.NoError(t, err)
	text, err := json.Marshal(map[string]peer.ID{"id": id})
	require.NoError(t, err)
	var back map[string]peer.ID
	require.NoError(t, json.Unmarshal(text, &back))
	require.Equal(t, id, back["id"])
	require.Error(t, json.Unmarshal([]byte(`{"id":"no id"}`), &back))
}

func TestExternalIDValid(t *testing.T) {
	for _, id := range []peer.ExternalID{
		"1", "007", "=1+1", "{{.}}", "../x", "Zoë", "山田", "a b", "null", "-", peer.ExternalID(strings.Repeat("é", 128)),
	} {
		require.True(t, id.Valid(), "%q", id)
	}
	for _, id := range []peer.ExternalID{
		"", " a", "a ", "\u00a0a", "a,b", `a"b`, "a|b", "a\x00b", "a\nb", "a\tb", "a\u0085b", "a\u2028b", "a\u2029b", "a\u200bb",
		"a\u202eb", "\ufeffa", "a\u00adb", "a\ufe0f", "a\u034fb", "\u3164", "a\xff", "\xc3\x28", peer.ExternalID(strings.Repeat("a", 129)),
	} {
		require.False(t, id.Valid(), "%q", id)
	}
}

func TestExternalIDsFoldAlike(t *testing.T) {
	for _, pair := range [][2]peer.ExternalID{
		{"ANNE", "anne"}, {"Zo\u00eb", "ZOE\u0308"}, {"Ａ", "a"}, {"\u212a", "k"}, {"straße", "STRASSE"}, {"\u00df\u0301", "ss\u0301"},
		{"\u03b1\u0345", "\u1fb3"}, {"ﬁ", "FI"}, {"℡", "tel"},
	} {
		require.Equal(t, pair[0].Fold(), pair[1].Fold(), "%q", pair)
	}
	for _, pair := range [][2]peer.ExternalID{{"007", "7"}, {"a", "b"}, {"Zoe", "Zo\u00eb"}, {"a b", "ab"}} {
		require.NotEqual(t, pair[0].Fold(), pair[1].Fold(), "%q", pair)
	}
}

func TestExternalIDNormalKeepsCase(t *testing.T) {
	require.Equal(t, peer.ExternalID("Zo\u00eb").Normal(), peer.ExternalID("Zoe\u0308").Normal())
	require.NotEqual(t, peer.ExternalID("Zo\u00eb").Normal(), peer.ExternalID("zo\u00eb").Normal())
	require.Equal(t, "Anne", peer.ExternalID("Anne").Normal())
}
