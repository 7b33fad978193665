package hris_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/hris"
)

// FuzzReadSCIM checks that whatever is sent, reading ends, every fault has its
// place, and what is accepted has keys that can be used.
func FuzzReadSCIM(f *testing.F) {
	for _, text := range []string{
		scimFullUser, "[" + scimFullUser + "]", `{"totalResults":1,"Resources":[{"id":"1","active":"False"}]}`,
		`[{"id":"b","manager":{"value":"a"}},{"id":"a"}]`, `[{"id":"1","id":"2"}]`, `{"Resources":null}`,
		`[{"id":7,"manager":[],"addresses":[1],"schemas":{}}]`, `[[`, `{"id":"\ud800"}`, "\uFEFF[]", `[{"addresses":[{"type":"work"`,
		`{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"Resources":[{"Resources":[]}]}`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		people, _, readErr := hris.ReadSCIM(scimFile(text), hris.SCIMOptions{})
		for _, p := range people {
			require.True(t, p.Key.Valid())
			require.True(t, p.Manager == "" || p.Manager.Valid())
		}
		org, report, err := hris.ImportSCIM(scimFile(text), hris.SCIMOptions{})
		if err == nil {
			require.NoError(t, readErr)
			require.Equal(t, len(people), org.Len())
			require.Equal(t, report.Users, org.Len())
			return
		}
		var faults peer.Faults
		require.ErrorAs(t, err, &faults)
		for _, fault := range faults {
			require.Positive(t, fault.Line)
			require.Positive(t, fault.Column)
			require.LessOrEqual(t, fault.Line, 1+strings.Count(text, "\n"))
			require.NotEmpty(t, fault.Error())
		}
	})
}

func BenchmarkReadSCIM(b *testing.B) {
	text := "[" + strings.Repeat(scimFullUser+",", 9_999) + scimFullUser + "]"
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, _, err := hris.ReadSCIM(scimFile(text), hris.SCIMOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}
