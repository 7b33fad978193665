package hris_test

import (
	"fmt"
	"strings"

	"github.com/peersupport/peersupport/peer/hris"
	"github.com/peersupport/peersupport/peer/tabular"
)

// A SCIM server names managers by the id it gave them.
func ExampleImportSCIM() {
	payload := `{
  "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
  "totalResults": 2,
  "Resources": [
    {"id": "a1", "userName": "kim@example.com", "active": true},
    {"id": "b2", "userName": "sam@example.com", "password": "never read",
     "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
       "department": "Care", "manager": {"value": "a1", "displayName": "Kim"}}}
  ]
}`
	file := tabular.File{Name: "users.json", Reader: strings.NewReader(payload)}
	org, report, err := hris.ImportSCIM(file, hris.SCIMOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	sam, _ := org.Node("b2")
	fmt.Println(org.Len(), "people; the manager of b2 is", org.Key(org.Manager(sam)), "in", org.Team(sam))
	fmt.Println("not read:", report.Ignored)
	// Output:
	// 2 people; the manager of b2 is a1 in Care
	// not read: [password userName]
}
