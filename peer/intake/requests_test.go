package intake_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/intake"
	"github.com/peersupport/peersupport/peer/tabular"
)

func TestARequestIsReadWithAllItSays(t *testing.T) {
	requests, report, err := intake.ReadRequests(file("requests.csv", ""+
		"request_id,person_id,asked_on,experiences,attributes,languages,modes,availability,timezone,"+
		"journey,journey_wish,preferred,not_wanted,consent,release\n"+
		"R1,chi,2026-03-01,bereavement=3 | burnout! | long illness=2!,gender:woman!|faith:sikh=2,en|de-CH,online | phone,"+
		"mon 09:00-12:00|thu 13:30-24:00,Europe/Berlin,2,further_on,ben | dee,ana,"+
		"experience|attribute:gender@2027-01-31|availability,language\n"), intake.Options{})

	require.NoError(t, err)
	require.Equal(t, 1, report.Rows)
	require.Len(t, requests, 1)
	r := requests[0]
	require.Equal(t, peer.ExternalID("R1"), r.Key)
	require.Equal(t, peer.ExternalID("chi"), r.Person)
	require.Equal(t, date(t, "2026-03-01"), r.Asked)
	require.Equal(t, peer.Seeks{
		Experiences: []peer.Wish{
			{Item: "experience:bereavement", Importance: 3},
			{Item: "experience:burnout", Importance: 1, Must: true},
			{Item: "experience:long illness", Importance: 2, Must: true},
		},
		Attributes: []peer.Wish{
			{Item: "attribute:gender=woman", Importance: 1, Must: true},
			{Item: "attribute:faith=sikh", Importance: 2},
		},
		Languages: []string{"en", "de-CH"},
		Modes:     []peer.Mode{peer.Online, peer.Phone},
		Availability: peer.Availability{Zone: "Europe/Berlin", Slots: []peer.Slot{
			{Day: 1, From: 9 * 60, Until: 12 * 60}, {Day: 4, From: 13*60 + 30, Until: 24 * 60},
		}},
		Stage:       2,
		JourneyWish: peer.FurtherOn,
		Preferred:   []peer.ExternalID{"ben", "dee"},
		NotWanted:   []peer.ExternalID{"ana"},
	}, r.Seeks.Reveal())
	require.Equal(t, peer.Terms{
		Matching: []peer.Consent{
			{Item: "experience"}, {Item: "attribute:gender", Until: date(t, "2027-01-31")}, {Item: "availability"},
		},
		Release: []peer.Consent{{Item: "language"}},
	}, r.Terms.Reveal())
}

func TestARequestMaySayNothingMore(t *testing.T) {
	requests, _, err := intake.ReadRequests(file("requests.csv", "request_id,person_id,asked_on\nR1,chi,2026-03-01\n"), intake.Options{})

	require.NoError(t, err)
	require.Equal(t, peer.Seeks{}, requests[0].Seeks.Reveal())
	require.Equal(t, peer.Terms{}, requests[0].Terms.Reveal())
}

func TestFaultsOfARequestStandAtTheirField(t *testing.T) {
	for name, c := range map[string]struct {
		column, field string
		want          []peer.FaultCode
	}{
		"no tag":                     {"experiences", "burnout||grief", []peer.FaultCode{peer.FaultItem}},
		"no importance":              {"experiences", "burnout=", []peer.FaultCode{peer.FaultRange}},
		"importance 0":               {"experiences", "burnout=0", []peer.FaultCode{peer.FaultRange}},
		"importance 4":               {"experiences", "burnout=4", []peer.FaultCode{peer.FaultRange}},
		"importance in words":        {"experiences", "burnout=high", []peer.FaultCode{peer.FaultRange}},
		"must before importance":     {"experiences", "burnout!=2", []peer.FaultCode{peer.FaultItem}},
		"two musts":                  {"experiences", "burnout!!", []peer.FaultCode{peer.FaultItem}},
		"a wish twice":               {"experiences", "burnout|burnout=2", []peer.FaultCode{peer.FaultRepeated}},
		"a tag with a colon":         {"experiences", "a:b", []peer.FaultCode{peer.FaultItem}},
		"two faults in one field":    {"experiences", "a|a|b=9", []peer.FaultCode{peer.FaultRange, peer.FaultRepeated}},
		"an attribute without name":  {"attributes", ":woman", []peer.FaultCode{peer.FaultItem}},
		"an attribute without value": {"attributes", "gender", []peer.FaultCode{peer.FaultItem}},
		"no language":                {"languages", "klingonisch-", []peer.FaultCode{peer.FaultItem}},
		"no mode":                    {"modes", "letter", []peer.FaultCode{peer.FaultMode}},
		"no slot":                    {"availability", "mon 9-12", []peer.FaultCode{peer.FaultSlot}},
		"no zone":                    {"timezone", "Mars/Olympus", []peer.FaultCode{peer.FaultZone}},
		"journey 6":                  {"journey", "6", []peer.FaultCode{peer.FaultRange}},
		"journey 1.5":                {"journey", "1.5", []peer.FaultCode{intake.FaultNumber}},
		"no journey wish":            {"journey_wish", "behind", []peer.FaultCode{peer.FaultJourney}},
		"no id in preferred":         {"preferred", "ben|", []peer.FaultCode{peer.FaultIDMissing}},
		"an id twice":                {"not_wanted", "ben|ben", []peer.FaultCode{peer.FaultRepeated}},
		"no item":                    {"consent", "everything", []peer.FaultCode{peer.FaultItem}},
		"no day of consent":          {"consent", "experience@soon", []peer.FaultCode{peer.FaultDate}},
		"consent until nothing":      {"release", "experience@", []peer.FaultCode{peer.FaultDate}},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := intake.ReadRequests(file("requests.csv",
				"request_id,person_id,asked_on,"+c.column+"\nR1,chi,2026-03-01,"+c.field+"\n"), intake.Options{})
			var want []place
			for _, code := range c.want {
				want = append(want, place{"requests.csv", 2, 4, code})
			}
			require.Equal(t, want, places(err))
		})
	}
}

func TestEveryFaultOfARequestIsFoundAtOnce(t *testing.T) {
	requests, _, err := intake.ReadRequests(file("requests.csv", ""+
		"request_id,person_id,asked_on,modes\n"+
		",\"a,b\",01.03.2026,letter\n"+
		"R1,chi,,online\n"+
		"R1,dee,2026-03-01,\n"+
		"r1,ben,2026-03-01,\n"+
		"R2,ben\n"), intake.Options{})

	require.Nil(t, requests)
	require.Equal(t, []place{
		{"requests.csv", 2, 1, peer.FaultIDMissing},
		{"requests.csv", 2, 2, peer.FaultID},
		{"requests.csv", 2, 3, peer.FaultDate},
		{"requests.csv", 2, 4, peer.FaultMode},
		{"requests.csv", 3, 3, peer.FaultRequired},
		{"requests.csv", 4, 1, peer.FaultIDDuplicate},
		{"requests.csv", 5, 1, peer.FaultIDAlike},
		{"requests.csv", 6, 3, tabular.FaultFieldCount},
	}, places(err))
}

func TestAListMayBeAsLongAsTheCapAndNoLonger(t *testing.T) {
	people := func(n int) string {
		ids := ""
		for i := range n {
			ids += "|P" + string(rune('a'+i/676)) + string(rune('a'+i/26%26)) + string(rune('a'+i%26))
		}
		return "request_id,person_id,asked_on,not_wanted\nR1,chi,2026-03-01," + ids[1:] + "\n"
	}

	_, _, err := intake.ReadRequests(file("requests.csv", people(peer.MaxListed)), intake.Options{})
	require.NoError(t, err)
	_, _, err = intake.ReadRequests(file("requests.csv", people(peer.MaxListed+1)), intake.Options{})
	require.Equal(t, []place{{"requests.csv", 2, 4, peer.FaultRange}}, places(err))
}
