package strictjson_test

import (
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/strictjson"
)

// body is what the cases below are read into.
type body struct {
	ID     string            `json:"id"`
	Role   string            `json:"role"`
	Urgent bool              `json:"urgent"`
	Places int8              `json:"places"`
	People []string          `json:"people"`
	Notes  *string           `json:"notes"`
	Since  peer.Date         `json:"since"`
	Inner  inner             `json:"inner"`
	Free   any               `json:"free"`
	Labels map[string]string `json:"labels"`
}

type inner struct {
	Name string `json:"name"`
}

// codes reads text and returns the codes of what is wrong with it.
func codes(t *testing.T, text string, cfg strictjson.Config) []peer.FaultCode {
	t.Helper()
	var b body
	return codesOf(t, strictjson.Decode([]byte(text), &b, cfg))
}

func codesOf(t *testing.T, err error) []peer.FaultCode {
	t.Helper()
	if err == nil {
		return nil
	}
	var faults peer.Faults
	require.ErrorAs(t, err, &faults)
	list := make([]peer.FaultCode, len(faults))
	for i, f := range faults {
		list[i] = f.Code
	}
	return list
}

// The hostile inputs JSON-01 to JSON-14 of the project's catalogue.
func TestHostileJSON(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       peer.FaultCode
	}{
		{"JSON-01 the same key twice", `{"role":"seeker","role":"coordinator"}`, strictjson.FaultDuplicateKey},
		{"JSON-03 a key nobody declared", `{"isAdmin":true}`, strictjson.FaultUnknownKey},
		{"JSON-04 10,001 nested lists", `{"free":` + strings.Repeat("[", 10_001), strictjson.FaultNesting},
		{"JSON-07 null for an object", `{"inner":null}`, strictjson.FaultNull},
		{"JSON-07 a list for a text", `{"role":["seeker"]}`, strictjson.FaultKind},
		{"JSON-07 a number for a boolean", `{"urgent":1}`, strictjson.FaultKind},
		{"JSON-08 a number for an identifier", `{"id":9007199254740993}`, strictjson.FaultKind},
		{"JSON-09 NUL inside a text", `{"role":"see\u0000ker"}`, strictjson.FaultNUL},
		{"JSON-10 a text of 1 MB", `{"role":"` + strings.Repeat("a", 1_000_000) + `"}`, strictjson.FaultTextLength},
		{"JSON-11 nothing", ``, strictjson.FaultEmpty},
		{"JSON-11 white space", " \n\t", strictjson.FaultEmpty},
		{"JSON-11 a text", `""`, strictjson.FaultKind},
		{"JSON-11 a list", `[]`, strictjson.FaultKind},
		{"JSON-11 a number", `0`, strictjson.FaultKind},
		{"JSON-12 a comment", `{"role":"seeker"/* */}`, strictjson.FaultSyntax},
		{"JSON-12 a trailing comma", `{"role":"seeker",}`, strictjson.FaultSyntax},
		{"JSON-12 a trailing comma in a list", `{"people":["a",]}`, strictjson.FaultSyntax},
		{"JSON-12 single quotes", `{'role':'seeker'}`, strictjson.FaultSyntax},
		{"JSON-13 a list of 1,000,000 ids", `{"people":[` + strings.Repeat(`"",`, 999_999) + `""]}`, strictjson.FaultListLength},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, []peer.FaultCode{test.want}, codes(t, test.text, strictjson.Config{MaxBytes: 16 << 20}))
		})
	}
	t.Run("JSON-02 the same key in another case", func(t *testing.T) {
		require.Equal(t, []peer.FaultCode{strictjson.FaultDuplicateKey, strictjson.FaultKeyCase},
			codes(t, `{"role":"seeker","ROLE":"admin"}`, strictjson.Config{}))
	})
	t.Run("JSON-04 10,001 nested lists at the top are left at the 51st", func(t *testing.T) {
		var free any
		err := strictjson.Decode([]byte(strings.Repeat("[", 10_001)), &free, strictjson.Config{})
		var fault peer.Fault
		require.ErrorAs(t, err, &fault)
		require.Equal(t, strictjson.FaultNesting, fault.Code)
		require.Equal(t, 51, fault.Column)
	})
	t.Run("JSON-05 a body without end", func(t *testing.T) {
		endless := &counter{}
		var b body
		require.Equal(t, []peer.FaultCode{strictjson.FaultTooLarge},
			codesOf(t, strictjson.Read(endless, &b, strictjson.Config{})))
		require.LessOrEqual(t, endless.read, int64(2<<20))
	})
	t.Run("JSON-06 another content type", func(t *testing.T) { t.Skip("needs an HTTP server") })
	t.Run("JSON-14 a compressed body", func(t *testing.T) { t.Skip("needs an HTTP server") })
}

// counter is an endless text that counts what was read of it.
type counter struct{ read int64 }

func (c *counter) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	c.read += int64(len(p))
	return len(p), nil
}

var _ io.Reader = (*counter)(nil)
