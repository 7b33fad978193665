package principles_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/principles"
)

func TestParametersKeepTheirType(t *testing.T) {
	limit := principles.Int("limit", math.MinInt64)
	n, isInt := limit.Number()
	require.True(t, isInt)
	require.Equal(t, int64(math.MinInt64), n)
	require.Equal(t, "-9223372036854775808", limit.Value())

	day := principles.Term("until", "2026-03-01")
	_, isInt = day.Number()
	require.False(t, isInt)
	require.Equal(t, "until", day.Name())
	require.Equal(t, "2026-03-01", day.Value())
}

func TestParametersAreWrittenWithNameAndValue(t *testing.T) {
	data, err := json.Marshal([]principles.Param{
		principles.Int("limit", 3), principles.Term("language", "sign_language"), principles.Term("team", "3"),
	})
	require.NoError(t, err)
	require.JSONEq(t, `[
		{"name":"limit","value":3},
		{"name":"language","value":"sign_language"},
		{"name":"team","value":"3"}]`, string(data))
}

func TestParametersSurviveJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := param().Draw(t, "param")
		data, err := json.Marshal(p)
		require.NoError(t, err)
		var back principles.Param
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, p, back)
	})
}

func TestTermsAreShortAndOnOneLine(t *testing.T) {
	cases := map[string]bool{
		"P-0007":                    true,
		"2026-03-01":                true,
		"müller 3":                  true,
		strings.Repeat("ß", 128):    true,
		"":                          false,
		strings.Repeat("ß", 129):    false,
		"two\nlines":                false,
		"bell\a":                    false,
		"c1\u0085":                  false,
		"line separator\u2028":      false,
		"paragraph separator\u2029": false,
		"not UTF-8 \xff":            false,
	}
	for value, valid := range cases {
		require.Equal(t, valid, principles.Term("name", value).Valid(), "%q", value)
	}
	require.False(t, principles.Param{}.Valid())
	require.False(t, principles.Term("Two Words", "x").Valid())
}

func TestMalformedParametersAreRefused(t *testing.T) {
	for _, text := range []string{
		`null`, `3`, `{}`, `{"name":"n"}`, `{"name":"n","value":null}`, `{"name":"n","value":1.5}`,
		`{"name":"n","value":9223372036854775808}`, `{"name":"n","value":true}`, `{"name":"n","value":""}`,
		`{"name":"N","value":1}`, `{"name":"n","value":"a\nb"}`, `{"name":"n","value":["x"]}`,
	} {
		p := principles.Int("before", 1)
		require.ErrorIs(t, json.Unmarshal([]byte(text), &p), principles.ErrParam, "%s", text)
		require.Equal(t, principles.Int("before", 1), p)
	}
}
