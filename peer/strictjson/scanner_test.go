package strictjson_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/strictjson"
)

func TestScannerReadsTokenByToken(t *testing.T) {
	scan := strictjson.NewScanner([]byte("{\"a\": [1.5e3, \"x\\u00e9\"],\n \"b\": true}"), strictjson.Config{})
	var got []string
	for token := scan.Next(); token.Kind != strictjson.End; token = scan.Next() {
		got = append(got, fmt.Sprintf("%d:%d %d %s%s", token.Line, token.Column, token.Kind, token.Text(), token.Number()))
	}
	require.Empty(t, scan.Faults())
	require.Equal(t, []string{
		"1:1 1 ", "1:2 5 a", "1:7 3 ", "1:8 7 1.5e3", "1:15 6 xé", "1:24 4 ", "2:2 5 b", "2:7 8 ", "2:11 2 ",
	}, got)
}

func TestScannerStaysAtTheEnd(t *testing.T) {
	scan := strictjson.NewScanner([]byte(`[`), strictjson.Config{})
	for range 5 {
		scan.Next()
	}
	require.Equal(t, strictjson.End, scan.Next().Kind)
	require.Len(t, scan.Faults(), 1)
}

func TestSkipPassesOverOneValue(t *testing.T) {
	for name, text := range map[string]string{
		"a text": `["x",7]`, "a list": `[[1,[2],{}],7]`, "an object": `[{"a":{"b":[]}},7]`, "an empty list": `[[],7]`,
	} {
		t.Run(name, func(t *testing.T) {
			scan := strictjson.NewScanner([]byte(text), strictjson.Config{})
			scan.Next()
			scan.Skip(scan.Next())
			require.Equal(t, "7", scan.Next().Number())
		})
	}
	t.Run("the value of a key", func(t *testing.T) {
		scan := strictjson.NewScanner([]byte(`{"a":{"b":[1]},"c":2}`), strictjson.Config{})
		scan.Next()
		scan.Skip(scan.Next())
		require.Equal(t, "c", scan.Next().Text())
	})
}

func TestEveryObjectHasKeysOfItsOwn(t *testing.T) {
	var many strings.Builder
	for i := range 30 {
		fmt.Fprintf(&many, `"key%d":0,`, i)
	}
	for name, object := range map[string]string{
		"few keys": `{"a":0,"b":{"a":0}}`, "many keys": "{" + many.String() + `"a":0}`,
	} {
		t.Run(name, func(t *testing.T) {
			var free any
			text := "[" + object + "," + object + `,{"a":1}]`
			require.NoError(t, strictjson.Decode([]byte(text), &free, strictjson.Config{}))
		})
	}
}

func TestAMemberWithoutANameDoesNotInheritOne(t *testing.T) {
	scan := strictjson.NewScanner([]byte(`{"name":1,"canary":2}`), strictjson.Config{})
	scan.Next()
	scan.Next()
	scan.Name("name")
	scan.Next()
	scan.Next()
	scan.Fault(scan.Next(), "own", "own words")
	require.Equal(t, "/*", scan.Faults()[0].Field)
}

func TestFaultsOfTheCallerHaveAPath(t *testing.T) {
	scan := strictjson.NewScanner([]byte(`{"list":[{"canary":0},{"name":1}]}`), strictjson.Config{})
	scan.Next()
	scan.Next()
	scan.Name("list")
	scan.Next()
	scan.Next()
	key := scan.Next()
	scan.Fault(key, "own", "own words")
	scan.Warn(scan.Next(), "own", "own words")
	scan.Next()
	scan.Next()
	scan.Next()
	scan.Name("name")
	scan.Fault(scan.Next(), "own", "own words")
	faults := scan.Faults()
	require.Equal(t, []string{"/list/0", "/list/0/*", "/list/1/name"}, []string{faults[0].Field, faults[1].Field, faults[2].Field})
	require.Equal(t, []bool{false, true, false}, []bool{faults[0].Warning, faults[1].Warning, faults[2].Warning})
	require.Equal(t, "own words", faults[0].Words)
}

func TestWarningsAreBoundedAndStopNothing(t *testing.T) {
	n := 2 * strictjson.MaxFaults
	text := "[" + strings.Repeat("1,", n-1) + "1]"
	scan := strictjson.NewScanner([]byte(text), strictjson.Config{MaxList: n})
	scan.Next()
	for token := scan.Next(); token.Kind != strictjson.ListEnd; token = scan.Next() {
		scan.Warn(token, peer.FaultRange, "")
	}
	require.Len(t, scan.Faults(), strictjson.MaxFaults)
	require.NoError(t, scan.Faults().Err())
}
