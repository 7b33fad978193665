package peer_test

import (
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"

	"github.com/peersupport/peersupport/peer"
)

// A spreadsheet with three mistakes: all of them are named at once.
func ExampleNewOrganisation() {
	people := []peer.Person{
		{Key: "amara"},
		{Key: "bo", Manager: "bo"},
		{Key: "chen", Manager: "dara"}, {Key: "dara", Manager: "chen"},
		{Key: "Amara", Manager: "chen"},
	}
	_, err := peer.NewOrganisation(people, nil, peer.OrganisationConfig{})

	var faults peer.Faults
	if errors.As(err, &faults) {
		for _, f := range faults {
			fmt.Println(f.Path(), f.Code, f.IDs)
		}
	}
	// Output:
	// people[4].person_id ids_alike [Amara amara]
	// people[1].manager_id own_manager [bo]
	// people[2].manager_id reporting_cycle [chen dara]
}

func ExampleOrganisation_Above() {
	people := []peer.Person{
		{Key: "amara"},
		{Key: "bo", Manager: "amara", Status: peer.Vacant},
		{Key: "chen", Manager: "bo"},
		{Key: "dara", Manager: "amara"},
	}
	org, err := peer.NewOrganisation(people, nil, peer.OrganisationConfig{})
	if err != nil {
		fmt.Println(err)
		return
	}
	amara, _ := org.Node("amara")
	chen, _ := org.Node("chen")
	dara, _ := org.Node("dara")
	fmt.Println("amara above chen:", org.Above(amara, chen))
	fmt.Println("chen and dara have one manager:", org.SameManager(chen, dara))
	steps, _ := org.Distance(chen, dara)
	fmt.Println("steps between them:", steps)
	// Output:
	// amara above chen: true
	// chen and dara have one manager: true
	// steps between them: 2
}

// A line of authority that ended counts for as long as one looks back.
func ExampleOrganisation_On() {
	people := []peer.Person{{Key: "amara"}, {Key: "bo", Manager: "amara"}, {Key: "chen", Manager: "amara"}}
	ended, _ := peer.ParseDate("2026-01-10")
	rels := []peer.Relation{{Person: "bo", Other: "chen", Kind: peer.Acting, During: peer.Interval{Until: ended}}}
	org, err := peer.NewOrganisation(people, rels, peer.OrganisationConfig{})
	if err != nil {
		fmt.Println(err)
		return
	}
	bo, _ := org.Node("bo")
	chen, _ := org.Node("chen")
	for _, months := range []int{12, 3} {
		_, over := org.On(ended.AddMonths(6), months).Over(chen, bo, 0)
		fmt.Println("looking back", months, "months:", over)
	}
	// Output:
	// looking back 12 months: true
	// looking back 3 months: false
}

func ExamplePrivate() {
	experience := peer.NewPrivate("bereavement")
	fmt.Printf("%v %+v %#v %q\n", experience, experience, experience, experience)

	log := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: withoutTime}))
	log.Info("profile", "experience", experience)

	fmt.Println(experience.Reveal())
	// Output:
	// [private] [private] [private] [private]
	// level=INFO msg=profile experience=[private]
	// bereavement
}

func withoutTime(_ []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return a
}

func ExampleNewID() {
	id, err := peer.NewID(rand.Reader)
	if err != nil {
		fmt.Println(err)
		return
	}
	again, _ := peer.ParseID(id.String())
	fmt.Println(len(id.String()), again == id)
	// Output:
	// 26 true
}

// What is used is what there is consent for; a veto needs none.
func ExampleRequest_Usable() {
	request := peer.Request{
		Key: "r1", Person: "amara",
		Seeks: peer.NewPrivate(peer.Seeks{
			Experiences: []peer.Wish{{Item: peer.ExperienceItem("bereavement"), Importance: 3}},
			Languages:   []string{"en"},
			NotWanted:   []peer.ExternalID{"bo"},
		}),
		Terms: peer.NewPrivate(peer.Terms{Matching: []peer.Consent{{Item: peer.KindExperience}}}),
	}
	today := peer.DateOf(time.Date(2026, time.January, 14, 0, 0, 0, 0, time.UTC))
	seeks := request.Usable(today)
	fmt.Println("experiences:", len(seeks.Experiences), "languages:", len(seeks.Languages), "not wanted:", seeks.NotWanted)
	fmt.Println("a condition that may not be used:", request.Withheld(today))
	fmt.Println("told to the supporter:", len(request.Released(today).Experiences))
	// Output:
	// experiences: 1 languages: 0 not wanted: [bo]
	// a condition that may not be used: [language:en]
	// told to the supporter: 0
}

// Two people in two zones: when can they meet for an hour this summer?
func ExampleAvailability_Week() {
	day, _ := peer.ParseDate("2026-07-15")
	evening, _ := peer.ParseSlot("mon 18:00-20:00")
	afternoon, _ := peer.ParseSlot("mon 12:30-14:30")
	london, err := peer.Availability{Zone: "Europe/London", Slots: []peer.Slot{evening}}.Week(day)
	if err != nil {
		fmt.Println(err)
		return
	}
	newYork, err := peer.Availability{Zone: "America/New_York", Slots: []peer.Slot{afternoon}}.Week(day)
	if err != nil {
		fmt.Println(err)
		return
	}
	both := london.And(newYork)
	fmt.Println("minutes in common:", both.Minutes())
	for quarter := range both.Starts(60).Quarters {
		fmt.Printf("an hour from %02d:%02d UTC\n", quarter/4, quarter%4*15)
	}
	// Output:
	// minutes in common: 90
	// an hour from 17:00 UTC
	// an hour from 17:15 UTC
	// an hour from 17:30 UTC
}

func ExampleForm_Dimensions() {
	for _, form := range peer.Forms() {
		d := form.Dimensions()
		fmt.Printf("%s: %s, %s, %s, %s\n", form, d.Company, d.Choice, d.Rules, d.Place)
	}
	// Output:
	// informal: individual, wholly_elective, implicit, same_point
	// peer_run: group_only, elective_entry, explicit_code, one_further_on
	// employed: individual, partial, formal_job_description, one_further_on
}

// A draft of a role: what is still missing before people can be asked.
func ExampleValidator_Role() {
	draft := peer.RoleDefinition{
		Title: "Peer supporter", Form: peer.Employed, Pay: peer.Voluntary, Sector: peer.PrivateSector,
		Activities: []peer.Activity{peer.ShowEmpathy, peer.ShareRecoveryStory},
		Modes:      []peer.Mode{peer.InPerson, peer.Online},
	}
	for _, f := range peer.NewValidator().Role(0, draft) {
		fmt.Println(f.Path(), f.Code)
	}
	// Output:
	// roles[0].weekly_minutes out_of_range
	// roles[0].policies required
	// roles[0].coordinator_id missing_id
}
