package hris_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/hris"
	"github.com/peersupport/peersupport/peer/strictjson"
)

// The hostile payloads SCIM-01 to SCIM-13 of the project's catalogue, as far
// as a file of users can hold them.
func TestHostileSCIM(t *testing.T) {
	const server = "needs a SCIM server"
	t.Run("SCIM-01 an externalId equal to another user's id", func(t *testing.T) {
		org, _, err := hris.ImportSCIM(scimFile(`[{"id":"1"},{"id":"2","externalId":"1","manager":"1"}]`), hris.SCIMOptions{})
		require.NoError(t, err)
		require.Equal(t, 2, org.Len())
		one, _ := org.Node("1")
		two, _ := org.Node("2")
		require.False(t, org.SamePerson(one, two))
		require.True(t, org.Above(one, two))
	})
	t.Run("SCIM-02 a manager as a plain text", func(t *testing.T) {
		require.Equal(t, peer.ExternalID("m"), scimOne(t, `{"id":"1","manager":"m"}`).Manager)
		require.Equal(t, peer.ExternalID("m"), scimOne(t, `{"id":"1","manager":{"value":"m"}}`).Manager)
	})
	t.Run("SCIM-03 a manager who is not among the users", func(t *testing.T) {
		org, report, err := hris.ImportSCIM(scimFile(`[{"id":"1"},{"id":"2","manager":"9"},{"id":"3","manager":"1"}]`), hris.SCIMOptions{})
		require.NoError(t, err)
		two, _ := org.Node("2")
		require.Equal(t, peer.None, org.Manager(two))
		require.True(t, report.Warnings.Has(peer.FaultManagerUnknown))
		require.True(t, report.Warnings.Has(peer.FaultSeveralTops))
	})
	t.Run("SCIM-04 somebody who is their own manager", func(t *testing.T) {
		require.Equal(t, []peer.FaultCode{peer.FaultSelfManager}, scimCodes(t, `[{"id":"1","manager":"1"}]`))
	})
	t.Run("SCIM-04 a circle of managers", func(t *testing.T) {
		require.Equal(t, []peer.FaultCode{peer.FaultCycle}, scimCodes(t, `[{"id":"1","manager":"2"},{"id":"2","manager":"1"}]`))
	})
	t.Run("SCIM-05 a filter of 10,000 parentheses", func(t *testing.T) { t.Skip(server) })
	t.Run("SCIM-05 a payload nested 10,000 deep", func(t *testing.T) {
		deep := `[{"id":"1","x":` + strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000) + `}]`
		require.Equal(t, []peer.FaultCode{strictjson.FaultNesting}, scimCodes(t, deep))
	})
	t.Run("SCIM-06 a filter that looks like SQL", func(t *testing.T) { t.Skip(server) })
	t.Run("SCIM-07 a count below zero", func(t *testing.T) { t.Skip(server) })
	t.Run("SCIM-08 an attribute that may not be asked for", func(t *testing.T) { t.Skip(server) })
	t.Run("SCIM-09 active as a text", func(t *testing.T) {
		require.Equal(t, peer.Left, scimOne(t, `{"id":"1","active":"False"}`).Status)
		for _, value := range []string{`"no"`, `""`, `0`, `1`, `"F"`, `[false]`, `{"value":false}`} {
			require.Equal(t, []peer.FaultCode{hris.FaultSCIMActive}, scimCodes(t, `[{"id":"1","active":`+value+`}]`), value)
		}
	})
	t.Run("SCIM-10 a group", func(t *testing.T) {
		group := `{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"admins","members":[{"value":"1"}]}`
		require.Equal(t, []peer.FaultCode{hris.FaultSCIMUser}, scimCodes(t, group))
	})
	t.Run("SCIM-10 roles, groups and entitlements of a user", func(t *testing.T) {
		plain := scimOne(t, `{"id":"1"}`)
		granted := scimOne(t, `{"id":"1","roles":["coordinator"],"groups":[{"value":"admins"}],"entitlements":["all"]}`)
		require.Equal(t, plain, granted)
	})
	t.Run("SCIM-11 deleting somebody with an open escalation", func(t *testing.T) { t.Skip(server + " and a store") })
	t.Run("SCIM-12 a token in the query", func(t *testing.T) { t.Skip(server) })
	t.Run("SCIM-13 names in another case", func(t *testing.T) {
		require.Equal(t, scimOne(t, `{"id":"1","active":false}`), scimOne(t, `{"iD":"1","aCtIvE":false}`))
	})
	t.Run("SCIM-13 the same name twice", func(t *testing.T) {
		for _, text := range []string{`[{"id":"1","id":"1"}]`, `[{"id":"1","ID":"2"}]`, `[{"id":"1","uSeRnAmE":"a","userName":"b"}]`} {
			require.Equal(t, []peer.FaultCode{strictjson.FaultDuplicateKey}, scimCodes(t, text), text)
		}
	})
}
