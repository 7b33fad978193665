package hris_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/hris"
	"github.com/peersupport/peersupport/peer/strictjson"
	"github.com/peersupport/peersupport/peer/tabular"
)

func scimFile(text string) tabular.File {
	return tabular.File{Name: "users.json", Reader: strings.NewReader(text)}
}

// scimOne reads a payload of one user.
func scimOne(t *testing.T, text string) peer.Person {
	t.Helper()
	people, _, err := hris.ReadSCIM(scimFile(text), hris.SCIMOptions{})
	require.NoError(t, err)
	require.Len(t, people, 1)
	return people[0]
}

// scimCodes imports a payload and returns the codes of what stops it.
func scimCodes(t *testing.T, text string) []peer.FaultCode {
	t.Helper()
	_, _, err := hris.ImportSCIM(scimFile(text), hris.SCIMOptions{})
	return scimFaultCodes(t, err)
}

func scimFaultCodes(t *testing.T, err error) []peer.FaultCode {
	t.Helper()
	if err == nil {
		return nil
	}
	var faults peer.Faults
	require.ErrorAs(t, err, &faults)
	codes := make([]peer.FaultCode, len(faults))
	for i, f := range faults {
		codes[i] = f.Code
	}
	return codes
}

// scimFullUser is a user as RFC 7643 section 8.3 shows one, shortened.
const scimFullUser = `{
  "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
  "id": "2819c223", "externalId": "701984", "userName": "made-up@example.com",
  "name": {"familyName": "Made", "givenName": "Up"},
  "addresses": [
    {"type": "home", "locality": "Elsewhere"},
    {"type": "work", "locality": "North Works", "country": "GB"},
    {"type": "work", "locality": "Second Site"}
  ],
  "groups": [{"value": "admins"}], "active": true, "password": "t1meMa$heen",
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
    "employeeNumber": "701984", "department": "Tour Operations",
    "manager": {"value": "26118915", "$ref": "../Users/26118915", "displayName": "Somebody"}
  },
  "meta": {"resourceType": "User"}
}`

func TestReadSCIMReadsWhatAPersonNeeds(t *testing.T) {
	require.Equal(t, peer.Person{
		Key: "2819c223", Manager: "26118915", Team: "Tour Operations", Location: "North Works", Status: peer.Active,
	}, scimOne(t, scimFullUser))
}

func TestReadSCIMListsWhatItDidNotRead(t *testing.T) {
	_, report, err := hris.ReadSCIM(scimFile("["+scimFullUser+"]"), hris.SCIMOptions{})
	require.NoError(t, err)
	require.Equal(t, 1, report.Users)
	require.Equal(t, []string{
		"externalId", "groups", "meta", "name", "password",
		"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber", "userName",
	}, report.Ignored)
}

func TestReadSCIMListsOnlyNamesOfAttributes(t *testing.T) {
	_, report, err := hris.ReadSCIM(scimFile(`{"id":"1","made up@example.com":1,"4":2,"título":3,"title":4,"TITLE ":5}`), hris.SCIMOptions{})
	require.NoError(t, err)
	require.Equal(t, []string{"title"}, report.Ignored)
}

func TestReadSCIMAcceptsListsResponsesAndSingleUsers(t *testing.T) {
	for name, text := range map[string]string{
		"a list":        `[{"id":"1"},{"id":"2"}]`,
		"a response":    `{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":2,"itemsPerPage":2,"startIndex":1,"Resources":[{"id":"1"},{"id":"2"}]}`,
		"another order": `{"Resources":[{"id":"1"},{"id":"2"}],"totalResults":2}`,
		"another case":  `{"RESOURCES":[{"ID":"1"},{"Id":"2"}]}`,
		"a file":        "\uFEFF" + `[{"id":"1"},{"id":"2"}]`,
	} {
		t.Run(name, func(t *testing.T) {
			people, report, err := hris.ReadSCIM(scimFile(text), hris.SCIMOptions{})
			require.NoError(t, err)
			require.Equal(t, []peer.Person{{Key: "1"}, {Key: "2"}}, people)
			require.Equal(t, 2, report.Users)
			require.Empty(t, report.Ignored)
		})
	}
}

func TestReadSCIMAcceptsAnEmptyResponse(t *testing.T) {
	people, _, err := hris.ReadSCIM(scimFile(`{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":0}`), hris.SCIMOptions{})
	require.NoError(t, err)
	require.Empty(t, people)
}

func TestReadSCIMActive(t *testing.T) {
	for value, want := range map[string]peer.Status{
		`true`: peer.Active, `false`: peer.Left, `"True"`: peer.Active, `"False"`: peer.Left, `"false"`: peer.Left, `null`: peer.Active,
	} {
		require.Equal(t, want, scimOne(t, `{"id":"1","active":`+value+`}`).Status, value)
	}
	require.Equal(t, peer.Active, scimOne(t, `{"id":"1"}`).Status, "absent")
}

func TestReadSCIMManagerForms(t *testing.T) {
	const enterprise = `"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User`
	for name, text := range map[string]string{
		"an object":                 enterprise + `":{"manager":{"value":"m","displayName":"x"}}`,
		"a text":                    enterprise + `":{"manager":"m"}`,
		"the full name":             enterprise + `:manager":{"value":"m"}`,
		"the full name with a text": enterprise + `:manager":"m"`,
		"by itself":                 `"manager":{"value":"m"}`,
		"another case":              strings.ToUpper(enterprise) + `":{"MANAGER":{"Value":"m"}}`,
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, peer.ExternalID("m"), scimOne(t, `{"id":"1",`+text+`}`).Manager)
		})
	}
	for name, text := range map[string]string{
		"null": enterprise + `":{"manager":null}`, "an empty text": `"manager":""`, "an empty object": `"manager":{}`,
		"no extension": enterprise + `":null`,
	} {
		t.Run(name, func(t *testing.T) {
			require.Empty(t, scimOne(t, `{"id":"1",`+text+`}`).Manager)
		})
	}
}

func TestReadSCIMWarnsOfAManagerWithoutAnID(t *testing.T) {
	people, report, err := hris.ReadSCIM(scimFile(`{"id":"1","manager":{"displayName":"Somebody"}}`), hris.SCIMOptions{})
	require.NoError(t, err)
	require.Empty(t, people[0].Manager)
	require.True(t, report.Warnings.Has(hris.FaultSCIMManager))
}

func TestReadSCIMRefuses(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       peer.FaultCode
	}{
		{"nothing", ``, strictjson.FaultEmpty},
		{"a number", `7`, strictjson.FaultKind},
		{"a user that is no object", `[7]`, strictjson.FaultKind},
		{"resources that are no list", `{"Resources":{}}`, strictjson.FaultKind},
		{"a total that is no number", `{"Resources":[],"totalResults":"2"}`, strictjson.FaultKind},
		{"a page of a longer list", `{"Resources":[{"id":"1"}],"totalResults":2}`, hris.FaultSCIMPage},
		{"a user without an id", `[{"userName":"x"}]`, peer.FaultIDMissing},
		{"an empty id", `[{"id":""}]`, peer.FaultIDMissing},
		{"an id that is a number", `[{"id":7}]`, strictjson.FaultKind},
		{"an id with a line break", `[{"id":"a\nb"}]`, peer.FaultID},
		{"a manager that is a number", `[{"id":"1","manager":7}]`, strictjson.FaultKind},
		{"a manager that is a list", `[{"id":"1","manager":[{"value":"2"}]}]`, strictjson.FaultKind},
		{"a manager's value that is a number", `[{"id":"1","manager":{"value":2}}]`, strictjson.FaultKind},
		{"a manager's id with a comma", `[{"id":"1","manager":"a,b"}]`, peer.FaultID},
		{"a manager in two forms", `[{"id":"1","manager":"2","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"manager":"3"}}]`, hris.FaultSCIMTwice},
		{"an extension that is no object", `[{"id":"1","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":[]}]`, strictjson.FaultKind},
		{"a department with a control character", `[{"id":"1","department":"a\u0007b"}]`, peer.FaultText},
		{"a department that is a list", `[{"id":"1","department":["a"]}]`, strictjson.FaultKind},
		{"an address that is a text", `[{"id":"1","addresses":["x"]}]`, strictjson.FaultKind},
		{"addresses that are an object", `[{"id":"1","addresses":{}}]`, strictjson.FaultKind},
		{"schemas that are a text", `[{"id":"1","schemas":"x"}]`, strictjson.FaultKind},
		{"a list within the list", `[{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"]}]`, hris.FaultSCIMUser},
		{"an unfinished file", `[{"id":"1"}`, strictjson.FaultSyntax},
		{"NUL in what is not read", `[{"id":"1","title":"\u0000"}]`, strictjson.FaultNUL},
	} {
		t.Run(test.name, func(t *testing.T) {
			people, _, err := hris.ReadSCIM(scimFile(test.text), hris.SCIMOptions{})
			require.Equal(t, []peer.FaultCode{test.want}, scimFaultCodes(t, err))
			require.Nil(t, people)
		})
	}
}

func TestSCIMLimits(t *testing.T) {
	_, _, err := hris.ReadSCIM(scimFile(`[{"id":"1"},{"id":"2"}]`), hris.SCIMOptions{MaxUsers: 1})
	require.Equal(t, []peer.FaultCode{strictjson.FaultListLength}, scimFaultCodes(t, err))
	_, _, err = hris.ReadSCIM(scimFile(`[{"id":"1"},{"id":"2"}]`), hris.SCIMOptions{MaxBytes: 10})
	require.Equal(t, []peer.FaultCode{strictjson.FaultTooLarge}, scimFaultCodes(t, err))
}

func TestSCIMReturnsTheErrorOfTheStream(t *testing.T) {
	broken := errors.New("broken")
	file := tabular.File{Name: "users.json", Reader: iotest.ErrReader(broken)}
	_, _, err := hris.ReadSCIM(file, hris.SCIMOptions{})
	require.ErrorIs(t, err, broken)
	_, _, err = hris.ImportSCIM(file, hris.SCIMOptions{})
	require.ErrorIs(t, err, broken)
}

func TestImportSCIMBuildsTheOrganisation(t *testing.T) {
	org, report, err := hris.ImportSCIM(scimFile(`[{"id":"b","manager":"a"},{"id":"a"},{"id":"c","manager":{"value":"b"}}]`), hris.SCIMOptions{})
	require.NoError(t, err)
	require.Empty(t, report.Warnings)
	a, _ := org.Node("a")
	c, _ := org.Node("c")
	require.True(t, org.Above(a, c))
}

func TestImportSCIMPlacesEveryFault(t *testing.T) {
	text := `[
  {"id": "a"},
  {"id": "a"},
  {"id": "A"},
  {"id": 7},
  {"id": "b", "active": "maybe"}
]`
	_, _, err := hris.ImportSCIM(scimFile(text), hris.SCIMOptions{})
	require.Equal(t, []string{
		"users.json:3:10 id duplicate_id",
		"users.json:4:10 id ids_alike",
		"users.json:5:10 /3/id wrong_kind",
		"users.json:6:25 /4/active scim_active",
	}, scimPlaces(t, err))
}

func TestImportSCIMPlacesFaultsBetweenPeople(t *testing.T) {
	text := `{"Resources": [
  {"id": "a", "manager": {"value": "b"}},
  {"id": "b", "manager": "a"},
  {"id": "c", "manager": "c"}
]}`
	_, _, err := hris.ImportSCIM(scimFile(text), hris.SCIMOptions{})
	require.Equal(t, []string{
		"users.json:2:36 manager reporting_cycle",
		"users.json:4:26 manager own_manager",
	}, scimPlaces(t, err))
}

func scimPlaces(t *testing.T, err error) []string {
	t.Helper()
	var faults peer.Faults
	require.ErrorAs(t, err, &faults)
	places := make([]string, len(faults))
	for i, f := range faults {
		places[i] = fmt.Sprintf("%s:%d:%d %s %s", f.Source, f.Line, f.Column, f.Field, f.Code)
	}
	return places
}

func TestImportSCIMBlamesNobodyForAUserThatCouldNotBeRead(t *testing.T) {
	_, report, err := hris.ImportSCIM(scimFile(`[{"id":7},{"id":"2","manager":"7"},{"id":"3"}]`), hris.SCIMOptions{})
	require.Equal(t, []peer.FaultCode{strictjson.FaultKind}, scimFaultCodes(t, err))
	require.Empty(t, report.Warnings)
}

func TestImportSCIMRefusesPeopleWithoutAnyManager(t *testing.T) {
	require.Equal(t, []peer.FaultCode{hris.FaultNoHierarchy}, scimCodes(t, `[{"id":"1"},{"id":"2"}]`))
	flat := hris.SCIMOptions{Organisation: peer.OrganisationConfig{Flat: true}}
	org, _, err := hris.ImportSCIM(scimFile(`[{"id":"1"},{"id":"2"}]`), flat)
	require.NoError(t, err)
	require.Equal(t, 2, org.Len())
}

func TestImportSCIMNamesADeclaredTopThatIsNotThere(t *testing.T) {
	roots := hris.SCIMOptions{Organisation: peer.OrganisationConfig{Roots: []peer.ExternalID{"z"}}}
	_, _, err := hris.ImportSCIM(scimFile(`[{"id":"1"},{"id":"2","manager":"1"}]`), roots)
	require.Equal(t, []string{"users.json:1:1 roots unknown_root"}, scimPlaces(t, err))
}

func TestImportSCIMKeepsLeadingZeros(t *testing.T) {
	org, report, err := hris.ImportSCIM(scimFile(`[{"id":"7"},{"id":"007","manager":"7"}]`), hris.SCIMOptions{})
	require.NoError(t, err)
	require.Equal(t, 2, org.Len())
	require.True(t, report.Warnings.Has(hris.FaultIDAlmostNumber))
}

func TestSCIMFaultsNeverTellWhatWasSent(t *testing.T) {
	for _, text := range []string{
		`[{"id":"1","active":"canary"}]`, `[{"id":["canary"]}]`, `[{"canary":{"canary":"\u0000"}}]`,
		`[{"id":"1","department":"canary\u0007"}]`, `[{"id":"1","password":"canary`, `[{"id":"1","manager":"canary,"}]`,
		`[{"id":"1","password":"` + strings.Repeat("canary", 20_000) + `"}]`, `{"password":"canary","Password":"canary"}`,
	} {
		_, report, err := hris.ImportSCIM(scimFile(text), hris.SCIMOptions{})
		require.Error(t, err)
		report.Ignored = nil // names, not values
		require.NotContains(t, strings.ToLower(fmt.Sprintf("%v %+v %#v %+v", err, err, err, report)), "canary")
	}
}
