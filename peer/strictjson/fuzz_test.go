package strictjson_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/strictjson"
)

// FuzzDecode compares with encoding/json: what is accepted here it reads in
// the same way, and what is called no JSON here it does not read either.
func FuzzDecode(f *testing.F) {
	for _, text := range []string{
		`{"id":"007","role":"seeker","urgent":true,"places":-3,"people":["a"],"notes":null,"since":"2026-01-05"}`,
		`{"role":"seeker","ROLE":"admin"}`, `{"free":[1.5e3,{"a":null}],"labels":{"x":"\ud83d\ude00"}}`,
		`{"since":"2026-0"}`, `[[[[`, `{"role":"\u0000"}`, `{"inner":{"name":1}}`, "\uFEFF{}", `{"a":1}{`, `{"people":[,]}`, "{\"role\":\"\xff\"}",
		`{"free":"` + strings.Repeat("a", 5000) + `"}`, `{"\u017f":1,"s":2}`, `{"K":1,"k":2}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var got, want body
		err := strictjson.Decode(data, &got, strictjson.Config{})
		reference := json.Unmarshal(data, &want)
		if err == nil {
			require.NoError(t, reference)
			require.Equal(t, want, got)
			return
		}
		require.Equal(t, body{}, got)
		var faults peer.Faults
		require.ErrorAs(t, err, &faults)
		for _, fault := range faults {
			require.Positive(t, fault.Line)
			require.Positive(t, fault.Column)
			require.False(t, strings.HasSuffix(fault.Error(), ": not accepted"), "every code has words of its own")
			if fault.Code == strictjson.FaultSyntax || fault.Code == strictjson.FaultTrailing {
				require.False(t, json.Valid(data))
			}
		}
	})
}

// FuzzFold checks that two keys are one here exactly when they are equal but
// for case, in an object of few keys and in one of many.
func FuzzFold(f *testing.F) {
	f.Add("role", "ROLE")
	f.Add("s", "\u017f")
	f.Add("k", "\u212a")
	f.Add("<", "\u00df")
	f.Fuzz(func(t *testing.T, a, b string) {
		if !utf8.ValidString(a+b) || strings.Contains(a+b, "filler") {
			t.Skip()
		}
		var filler strings.Builder
		for i := range 20 {
			fmt.Fprintf(&filler, `"filler%d":0,`, i)
		}
		keyA, err := json.Marshal(a)
		require.NoError(t, err)
		keyB, err := json.Marshal(b)
		require.NoError(t, err)
		for _, before := range []string{"", filler.String()} {
			var free any
			text := fmt.Sprintf("{%s%s:1,%s:2}", before, keyA, keyB)
			err := strictjson.Decode([]byte(text), &free, strictjson.Config{MaxText: 1 << 20})
			var faults peer.Faults
			if err != nil {
				require.ErrorAs(t, err, &faults)
			}
			require.Equal(t, strings.EqualFold(a, b), faults.Has(strictjson.FaultDuplicateKey))
		}
	})
}
