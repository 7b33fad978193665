package strictjson_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/strictjson"
)

func TestDecodeFillsEveryKindOfField(t *testing.T) {
	text := `{"id":"007","role":"seeker","urgent":true,"places":-3,"people":["a","b"],"notes":"\u00e9\ud83d\ude00",
		"since":"2026-01-05","inner":{"name":"n"},"free":[1,{"a":null}],"labels":{"x":"y"}}`
	var got, want body
	require.NoError(t, strictjson.Decode([]byte(text), &got, strictjson.Config{}))
	require.NoError(t, json.Unmarshal([]byte(text), &want))
	require.Equal(t, want, got)
	require.Equal(t, "é😀", *got.Notes)
}

func TestDecodeReportsEverythingInOnePass(t *testing.T) {
	text := "{\n  \"id\": 7,\n  \"people\": [\"a\", null, 3],\n  \"inner\": {\"nAme\": \"x\"},\n  \"since\": \"05.01.2026\",\n  \"places\": 300\n}"
	var b body
	err := strictjson.Decode([]byte(text), &b, strictjson.Config{Source: "body.json"})
	var faults peer.Faults
	require.ErrorAs(t, err, &faults)
	var got []string
	for _, f := range faults {
		got = append(got, fmt.Sprintf("%s:%d:%d %s %s", f.Source, f.Line, f.Column, f.Field, f.Code))
	}
	require.Equal(t, []string{
		"body.json:2:9 /id wrong_kind",
		"body.json:3:19 /people/1 null_not_allowed",
		"body.json:3:25 /people/2 wrong_kind",
		"body.json:4:13 /inner key_case",
		"body.json:5:12 /since invalid_date",
		"body.json:6:13 /places number_out_of_range",
	}, got)
}

func TestDecodeRefuses(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       peer.FaultCode
	}{
		{"something after the end", `{} {}`, strictjson.FaultTrailing},
		{"a bracket after the end", `{}]`, strictjson.FaultTrailing},
		{"an unfinished object", `{"role":"a"`, strictjson.FaultSyntax},
		{"an unfinished text", `{"role":"a`, strictjson.FaultSyntax},
		{"an unfinished escape", `{"role":"\`, strictjson.FaultSyntax},
		{"an unknown escape", `{"role":"\x41"}`, strictjson.FaultSyntax},
		{"half an escape", `{"role":"\u12"}`, strictjson.FaultSyntax},
		{"a line break in a text", "{\"role\":\"a\nb\"}", strictjson.FaultSyntax},
		{"a key without a value", `{"role"}`, strictjson.FaultSyntax},
		{"a key that is no text", `{1:2}`, strictjson.FaultSyntax},
		{"two values without a comma", `{"people":["a" "b"]}`, strictjson.FaultSyntax},
		{"the wrong bracket", `{"people":["a"}`, strictjson.FaultSyntax},
		{"a leading comma", `{,"role":"a"}`, strictjson.FaultSyntax},
		{"a leading zero", `{"places":01}`, strictjson.FaultSyntax},
		{"a plus sign", `{"places":+1}`, strictjson.FaultSyntax},
		{"a point without digits", `{"places":1.}`, strictjson.FaultSyntax},
		{"an exponent without digits", `{"places":1e}`, strictjson.FaultSyntax},
		{"not a number", `{"places":NaN}`, strictjson.FaultSyntax},
		{"half a word", `{"urgent":tru}`, strictjson.FaultSyntax},
		{"a fraction for a whole number", `{"places":1.5}`, strictjson.FaultNumber},
		{"an exponent for a whole number", `{"places":1e2}`, strictjson.FaultNumber},
		{"a number that does not fit", `{"places":128}`, strictjson.FaultNumber},
		{"a text for a number", `{"places":"1"}`, strictjson.FaultKind},
		{"a number for a date", `{"since":20260105}`, strictjson.FaultKind},
		{"a list for a date", `{"since":["2026-01-05"]}`, strictjson.FaultKind},
		{"null at the top", `null`, strictjson.FaultNull},
		{"null for a list", `{"people":null}`, strictjson.FaultNull},
		{"half a surrogate pair", `{"role":"\ud800"}`, strictjson.FaultEncoding},
		{"two first halves of a pair", `{"role":"\ud800\ud800"}`, strictjson.FaultEncoding},
		{"bytes that are not UTF-8", "{\"role\":\"\xff\"}", strictjson.FaultEncoding},
		{"UTF-16", "\xff\xfe{\x00}\x00", strictjson.FaultEncoding},
		{"a byte order mark", "\uFEFF{}", strictjson.FaultMark},
		{"the same key, once escaped", `{"role":"a","r\u006fle":"b"}`, strictjson.FaultDuplicateKey},
		{"the same key of a map in another case", `{"labels":{"a":"x","A":"y"}}`, strictjson.FaultDuplicateKey},
		{"the same key in a value that is passed over", `{"free":{"a":1,"A":2}}`, strictjson.FaultDuplicateKey},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, []peer.FaultCode{test.want}, codes(t, test.text, strictjson.Config{}))
		})
	}
}

func TestLimitsAreExact(t *testing.T) {
	cfg := strictjson.Config{MaxDepth: 3, MaxText: 4, MaxList: 2, MaxKeys: 2, MaxBytes: 60}
	for _, test := range []struct {
		name, text string
		want       []peer.FaultCode
	}{
		{"three within one another", `[[[]]]`, nil},
		{"four within one another", `[[[[]]]]`, []peer.FaultCode{strictjson.FaultNesting}},
		{"four characters of many bytes", `"éé😀\ud83d\ude00"`, nil},
		{"five characters", `"abcde"`, []peer.FaultCode{strictjson.FaultTextLength}},
		{"two entries", `[1,2]`, nil},
		{"three entries", `[1,2,3]`, []peer.FaultCode{strictjson.FaultListLength}},
		{"two keys", `{"a":1,"b":2}`, nil},
		{"three keys", `{"a":1,"b":2,"c":3}`, []peer.FaultCode{strictjson.FaultKeyCount}},
		{"sixty bytes", "1" + strings.Repeat(" ", 59), nil},
		{"sixty-one bytes", "1" + strings.Repeat(" ", 60), []peer.FaultCode{strictjson.FaultTooLarge}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var free any
			require.Equal(t, test.want, codesOf(t, strictjson.Decode([]byte(test.text), &free, cfg)))
		})
	}
}

func TestManyKeysAreComparedLikeFew(t *testing.T) {
	for _, n := range []int{2, 15, 16, 17, 18, 40} {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `"key%d":1,`, i)
		}
		var free any
		text := "{" + b.String() + `"last":2}`
		require.NoError(t, strictjson.Decode([]byte(text), &free, strictjson.Config{}), "%d keys", n)
		text = "{" + b.String() + `"KEY1":2}`
		require.Equal(t, []peer.FaultCode{strictjson.FaultDuplicateKey},
			codesOf(t, strictjson.Decode([]byte(text), &free, strictjson.Config{})), "%d keys", n)
	}
}

func TestFoldKeysAcceptsAnotherCaseOnce(t *testing.T) {
	cfg := strictjson.Config{FoldKeys: true}
	var b body
	require.NoError(t, strictjson.Decode([]byte(`{"ROLE":"seeker","Inner":{"NAME":"x"}}`), &b, cfg))
	require.Equal(t, "seeker", b.Role)
	require.Equal(t, "x", b.Inner.Name)
	require.Equal(t, []peer.FaultCode{strictjson.FaultDuplicateKey}, codes(t, `{"ROLE":"a","role":"b"}`, cfg))
}

func TestAllowUnknownPassesOverWholeValues(t *testing.T) {
	var b body
	text := `{"more":{"a":[1,{"b":2}]},"role":"seeker"}`
	require.NoError(t, strictjson.Decode([]byte(text), &b, strictjson.Config{AllowUnknown: true}))
	require.Equal(t, "seeker", b.Role)
}

func TestAllowMarkStripsOneMark(t *testing.T) {
	cfg := strictjson.Config{AllowMark: true}
	require.Empty(t, codes(t, "\uFEFF{}", cfg))
	require.Equal(t, []peer.FaultCode{strictjson.FaultMark}, codes(t, "\uFEFF\uFEFF{}", cfg))
}

func TestARefusedInputLeavesTheTargetAlone(t *testing.T) {
	b := body{Role: "supporter"}
	require.Error(t, strictjson.Decode([]byte(`{"role":"seeker","id":7}`), &b, strictjson.Config{}))
	require.Equal(t, body{Role: "supporter"}, b)
}

func TestAnAcceptedInputReplacesTheTarget(t *testing.T) {
	b := body{Role: "supporter"}
	require.NoError(t, strictjson.Decode([]byte(`{"id":"7"}`), &b, strictjson.Config{}))
	require.Equal(t, body{ID: "7"}, b)
}

func TestArraysNeedTheirLength(t *testing.T) {
	var pair [2]int
	require.NoError(t, strictjson.Decode([]byte(`[1,2]`), &pair, strictjson.Config{}))
	for _, text := range []string{`[1]`, `[1,2,3]`} {
		require.Equal(t, []peer.FaultCode{strictjson.FaultKind},
			codesOf(t, strictjson.Decode([]byte(text), &pair, strictjson.Config{})))
	}
}

func TestMapKeysAreReadByTheirType(t *testing.T) {
	var byDay map[peer.Date]int
	require.NoError(t, strictjson.Decode([]byte(`{"2026-01-05":1}`), &byDay, strictjson.Config{}))
	require.Len(t, byDay, 1)
	require.Equal(t, []peer.FaultCode{strictjson.FaultValue},
		codesOf(t, strictjson.Decode([]byte(`{"yesterday":1}`), &byDay, strictjson.Config{})))
}

func TestBytesAreReadAsBase64(t *testing.T) {
	var b []byte
	require.NoError(t, strictjson.Decode([]byte(`"aGVsbG8="`), &b, strictjson.Config{}))
	require.Equal(t, "hello", string(b))
	require.Equal(t, []peer.FaultCode{strictjson.FaultValue},
		codesOf(t, strictjson.Decode([]byte(`"not base64"`), &b, strictjson.Config{})))
}

func TestEmbeddedStructsLendTheirFields(t *testing.T) {
	type outer struct {
		inner
		Role string `json:"role"`
	}
	var o outer
	require.NoError(t, strictjson.Decode([]byte(`{"name":"n","role":"r"}`), &o, strictjson.Config{}))
	require.Equal(t, outer{inner{"n"}, "r"}, o)
}

func TestTypesThatLeadToThemselvesAreRead(t *testing.T) {
	type tree struct {
		Name  string `json:"name"`
		Below []tree `json:"below"`
	}
	var top tree
	require.NoError(t, strictjson.Decode([]byte(`{"name":"a","below":[{"name":"b"}]}`), &top, strictjson.Config{}))
	require.Equal(t, "b", top.Below[0].Name)
}

func TestTargetsThatCannotBeCheckedAreRefused(t *testing.T) {
	for _, target := range []any{
		nil, body{}, (*body)(nil), new(chan int), new(error), new(func()), new(map[bool]int),
		&struct {
			N int `json:"n,string"`
		}{},
		&struct {
			Role string `json:"role"`
			Also string `json:"ROLE"`
		}{},
		&struct{ *inner }{},
	} {
		require.ErrorIs(t, strictjson.Decode([]byte(`{}`), target, strictjson.Config{}), strictjson.ErrTarget)
	}
}

func TestTheLargestLimitIsNoLimit(t *testing.T) {
	var b body
	cfg := strictjson.Config{MaxBytes: math.MaxInt64}
	require.NoError(t, strictjson.Read(strings.NewReader(`{"id":"7"}`), &b, cfg))
	require.Equal(t, "7", b.ID)
}

func TestMapsMayHaveWholeNumbersAsKeys(t *testing.T) {
	var places map[int]string
	require.NoError(t, strictjson.Decode([]byte(`{"7":"a"}`), &places, strictjson.Config{}))
	require.Equal(t, map[int]string{7: "a"}, places)
	require.Equal(t, []peer.FaultCode{strictjson.FaultValue},
		codesOf(t, strictjson.Decode([]byte(`{"x":"a"}`), &places, strictjson.Config{})))
}

func TestErrorsOfTheReaderAreReturned(t *testing.T) {
	broken := errors.New("broken")
	var b body
	require.ErrorIs(t, strictjson.Read(iotest.ErrReader(broken), &b, strictjson.Config{}), broken)
}

func TestTheListOfFaultsIsBounded(t *testing.T) {
	var numbers []int
	text := "[" + strings.Repeat("true,", 5000) + "1]"
	got := codesOf(t, strictjson.Decode([]byte(text), &numbers, strictjson.Config{MaxList: 10_000}))
	require.Len(t, got, strictjson.MaxFaults+1)
	require.Equal(t, strictjson.FaultMore, got[strictjson.MaxFaults])
}

func TestFaultsNeverTellWhatWasSent(t *testing.T) {
	const secret = "canary"
	for _, text := range []string{
		`{"role":["canary"]}`, `{"canary":1}`, `{"labels":{"canary":1}}`, `{"since":"canary"}`, `{"places":"canary"}`,
		`{"role":"canary`, `{"role":"canary"} canary`, `{"labels":{"canary":"a","Canary":"b"}}`, `{"free":{"canary":"\u0000"}}`,
	} {
		var b body
		err := strictjson.Decode([]byte(text), &b, strictjson.Config{Source: "f"})
		require.Error(t, err)
		require.NotContains(t, strings.ToLower(fmt.Sprintf("%v %+v %#v", err, err, err)), secret)
	}
}
