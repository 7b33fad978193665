package intake_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/intake"
	"github.com/peersupport/peersupport/peer/tabular"
)

func ExampleReadRequests() {
	text := "" +
		"request_id,person_id,asked_on,experiences,languages,consent\n" +
		"R1,chi,2026-03-01,bereavement=3 | burnout!,en,experience\n"
	requests, _, err := intake.ReadRequests(
		tabular.File{Name: "requests.csv", Reader: strings.NewReader(text)}, intake.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, wish := range requests[0].Usable(requests[0].Asked).Experiences {
		fmt.Println(wish.Item, wish.Importance, wish.Must)
	}
	fmt.Println("languages that may be used:", requests[0].Usable(requests[0].Asked).Languages)
	// Output:
	// experience:bereavement 3 false
	// experience:burnout 1 true
	// languages that may be used: []
}

func ExampleRead() {
	org, err := peer.NewOrganisation([]peer.Person{
		{Key: "ana"}, {Key: "ben", Manager: "ana"}, {Key: "chi", Manager: "ana"},
	}, nil, peer.OrganisationConfig{})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, report, err := intake.Read(intake.Files{
		Requests: tabular.File{Name: "requests.csv", Reader: strings.NewReader("" +
			"request_id,person_id,asked_on,not_wanted\n" +
			"R1,chi,2026-03-01,somebody who has left\n" +
			"R2,Chi,1 March,\n")},
		Supporters: tabular.File{Name: "supporters.csv", Reader: strings.NewReader("" +
			"person_id,capacity\n" +
			"ben,many\n")},
	}, org, intake.Options{})
	fmt.Println(err)
	fmt.Println("and a warning:", report.Warnings)
	// Output:
	// requests.csv:3:2: id_case_mismatch: person_id: the identifier is known only in another case or Unicode form
	// requests.csv:3:3: invalid_date: asked_on: not a date of the form YYYY-MM-DD from 1900 to 2200
	// supporters.csv:2:2: invalid_number: capacity: not a whole number in plain decimal digits
	// and a warning: requests.csv:2:4: unknown_person: not_wanted: the person is not among the people
}

func ExampleWriteSupporters() {
	err := intake.WriteSupporters(os.Stdout, []peer.Supporter{{
		Person:   "ben",
		Capacity: 2,
		Offers:   peer.NewPrivate(peer.Offers{Experiences: []string{"bereavement", "burnout"}}),
		Terms:    peer.NewPrivate(peer.Terms{Matching: []peer.Consent{{Item: peer.KindExperience}}}),
	}})
	fmt.Println(err)
	// Output:
	// person_id,capacity,experiences,attributes,languages,modes,availability,timezone,journey,trained_until,paused_until,target_load,not_paired_with,consent,release
	// ben,2,bereavement|burnout,,,,,,,,,,,experience,
	// <nil>
}
