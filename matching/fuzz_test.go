package matching_test

import (
	"encoding/binary"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
)

// FuzzMatch draws a small world from bytes: what is proposed is legal for the
// independent checker, and Verify accepts it.
func FuzzMatch(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9})
	f.Fuzz(func(t *testing.T, data []byte) {
		var seed [8]byte
		copy(seed[:], data)
		s := small()
		if len(data) > 8 {
			s = size{people: 2 + int(data[8])%30, requests: 1 + int(data[8])%9, supporters: 1 + int(data[8])%7, relations: 20}
		}
		w := roll(binary.BigEndian.Uint64(seed[:]), s)
		r, plan := w.match(t)
		o := newOracle(w)
		for _, pair := range plan.Pairs {
			i, j := o.find(pair.Request, pair.Supporter)
			require.True(t, o.legal[i][j])
		}
		v, err := matching.Verify(r, w.policy, plan)
		require.NoError(t, err)
		require.Empty(t, v.Failures)
		require.Equal(t, o.allowed(), v.Allowed)
	})
}

// FuzzPolicyCheck reads policies as JSON: Check and Prepare agree on whether
// one can be used, and neither panics.
func FuzzPolicyCheck(f *testing.F) {
	f.Add([]byte(`{}`))
	f.Add([]byte(`{"hierarchy":{"depth":-1},"weights":[{"criterion":"load","weight":9007199254740993}]}`))
	f.Add([]byte(`{"objectives":["fit","fit","canonical",""],"name":"\u0000"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var p matching.Policy
		if json.Unmarshal(data, &p) != nil {
			return
		}
		stopping := p.Check().Err()
		w := pairOf()
		_, err := matching.Prepare(w.round(t), p)
		require.Equal(t, stopping == nil, err == nil)
	})
}
