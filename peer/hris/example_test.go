package hris_test

import (
	"fmt"
	"strings"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/hris"
	"github.com/peersupport/peersupport/peer/tabular"
)

func ExampleImport() {
	people := strings.NewReader("" +
		"employee_id;manager_id;department;salary\n" +
		"100;;Board;1\n" +
		"101;100;Care;1\n" +
		"102;101;Care;1\n")
	lines := strings.NewReader("" +
		"person_id,other_id,kind,from,until\n" +
		"102,100,acting,2026-01-01,2026-02-01\n")

	org, report, err := hris.Import(hris.Files{
		People: tabular.File{Name: "people.csv", Reader: people},
		Lines:  tabular.File{Name: "lines.csv", Reader: lines},
	}, hris.Options{
		Columns: map[string]string{"person_id": "employee_id", "team": "department"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	top, _ := org.Node("100")
	report102, _ := org.Node("102")
	fmt.Println("people:", org.Len())
	fmt.Println("100 is above 102:", org.Above(top, report102))
	fmt.Println("team of 102:", org.Team(report102))
	fmt.Println("not read:", report.People.Dropped)
	// Output:
	// people: 3
	// 100 is above 102: true
	// team of 102: Care
	// not read: [{4 salary}]
}

func ExampleImport_faults() {
	people := strings.NewReader("" +
		"person_id,manager_id,status\n" +
		"1,,\n" +
		"2,2,asleep\n" +
		"3,1\n")
	_, _, err := hris.Import(hris.Files{People: tabular.File{Name: "people.csv", Reader: people}}, hris.Options{})
	fmt.Println(err)
	// Output:
	// people.csv:3:2: own_manager: manager_id: a person cannot be their own manager ("2")
	// people.csv:3:3: unknown_status: status: not a known status
	// people.csv:4:3: wrong_field_count: the record has more or fewer fields than the header
}

func ExampleOptions_organisation() {
	people := strings.NewReader("person_id,manager_id\nada,\nben,\nchi,ada\n")
	org, _, err := hris.Import(hris.Files{People: tabular.File{Name: "people.csv", Reader: people}}, hris.Options{
		Organisation: peer.OrganisationConfig{Roots: []peer.ExternalID{"ada", "ben"}},
	})
	fmt.Println(org.Len(), org.Warnings(), err)
	// Output:
	// 3  <nil>
}
