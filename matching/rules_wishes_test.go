package matching_test

import (
	"testing"
	"time"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
)

// wish sets what ana looks for and what ben brings.
func wish(seeks peer.Seeks, offers peer.Offers) func(*world) {
	return func(w *world) {
		w.requests[0].Seeks, w.supporters[0].Offers = peer.NewPrivate(seeks), peer.NewPrivate(offers)
	}
}

// consenting leaves only the given items to be used, of the seeker's or the
// supporter's.
func consenting(seeker bool, items ...peer.Item) func(*world) {
	return func(w *world) {
		var terms peer.Terms
		for _, i := range items {
			terms.Matching = append(terms.Matching, peer.Consent{Item: i})
		}
		if seeker {
			w.requests[0].Terms = peer.NewPrivate(terms)
		} else {
			w.supporters[0].Terms = peer.NewPrivate(terms)
		}
	}
}

func TestALanguageIsShared(t *testing.T) {
	speak := func(asked, offered []string) func(*world) {
		return wish(peer.Seeks{Languages: asked}, peer.Offers{Languages: offered})
	}
	requireCodes(t, []ruleCase{
		{"where none is asked for", speak(nil, nil), nil},
		{"the same", speak([]string{"de"}, []string{"en", "de"}), nil},
		{"whatever the region", speak([]string{"en-GB"}, []string{"en"}), nil},
		{"whatever the script", speak([]string{"sr-Latn"}, []string{"sr-Cyrl-RS"}), nil},
		{"another one", speak([]string{"de"}, []string{"en"}), only(matching.CodeNoSharedLanguage)},
		{"not stated by the supporter", speak([]string{"de"}, nil), only(matching.CodeLanguageNotKnown)},
		{"not to be used of the supporter's", all(speak([]string{"de"}, []string{"de"}), consenting(false)),
			only(matching.CodeLanguageNotKnown)},
		{"not to be used of the seeker's", all(speak([]string{"de"}, []string{"de"}), consenting(true)),
			only(matching.CodeConsentMissing)},
	})
}

func TestAModeOfContactIsShared(t *testing.T) {
	meet := func(asked, offered []peer.Mode) func(*world) {
		return wish(peer.Seeks{Modes: asked}, peer.Offers{Modes: offered})
	}
	inPerson, online := []peer.Mode{peer.InPerson}, []peer.Mode{peer.Online}
	either := []peer.Mode{peer.InPerson, peer.Phone}
	place := func(ana, ben string) func(*world) {
		return func(w *world) { w.person("ana").Location, w.person("ben").Location = ana, ben }
	}
	requireCodes(t, []ruleCase{
		{"where none is asked for", meet(nil, nil), nil},
		{"the same", meet(online, online), nil},
		{"another one", meet(online, inPerson), only(matching.CodeNoSharedMode)},
		{"not stated by the supporter", meet(online, nil), only(matching.CodeModeNotKnown)},
		{"in person at one place", meet(inPerson, either), nil},
		{"in person at two places", all(meet(inPerson, either), place("north", "south")), only(matching.CodeDifferentLocation)},
		{"in person with one place unknown", all(meet(inPerson, either), place("north", "")), only(matching.CodeLocationNotKnown)},
		{"in person with both places unknown", all(meet(inPerson, either), place("", "")), only(matching.CodeLocationNotKnown)},
		{"by phone as well, at two places", all(meet(either, either), place("north", "south")), nil},
		{"without consent of the seeker", all(meet(online, online), consenting(true)), only(matching.CodeConsentMissing)},
		{"with consent to another mode only", all(meet(online, online), consenting(true, "mode:phone")), only(matching.CodeConsentMissing)},
	})
}

func TestATimeIsShared(t *testing.T) {
	free := func(zone string, day time.Weekday, from, until int) peer.Availability {
		return peer.Availability{Zone: zone, Slots: []peer.Slot{{Day: day, From: from * 60, Until: until * 60}}}
	}
	times := func(asked, offered peer.Availability) func(*world) {
		return wish(peer.Seeks{Availability: asked}, peer.Offers{Availability: offered})
	}
	morning := free("", time.Monday, 9, 10)
	minutes := func(n int) func(*world) { return func(w *world) { w.policy.MinOverlapMinutes = n } }
	requireCodes(t, []ruleCase{
		{"where none is asked for", times(peer.Availability{}, peer.Availability{}), nil},
		{"the same", times(morning, morning), nil},
		{"another day", times(morning, free("", time.Tuesday, 9, 10)), only(matching.CodeNoSharedTime)},
		{"not stated by the supporter", times(morning, peer.Availability{}), only(matching.CodeTimeNotKnown)},
		{"in two zones", times(free("Europe/London", time.Monday, 9, 10), free("America/New_York", time.Monday, 4, 5)), nil},
		{"in two zones, an hour beside", times(free("Europe/London", time.Monday, 9, 10),
			free("America/New_York", time.Monday, 5, 6)), only(matching.CodeNoSharedTime)},
		{"across midnight on Sunday", times(free("Asia/Tokyo", time.Monday, 1, 3), free("", time.Sunday, 16, 18)), nil},
		{"long enough", all(minutes(60), times(morning, morning)), nil},
		{"too short", all(minutes(61), times(morning, morning)), only(matching.CodeNoSharedTime)},
		{"long enough only in two pieces", all(minutes(90), times(
			peer.Availability{Slots: []peer.Slot{{Day: time.Monday, From: 540, Until: 600}, {Day: time.Monday, From: 660, Until: 720}}},
			free("", time.Monday, 8, 20))), only(matching.CodeNoSharedTime)},
	})
}

func TestAConditionIsMet(t *testing.T) {
	woman := peer.Seeks{Attributes: []peer.Wish{{Item: "attribute:gender=woman", Importance: 3, Must: true}}}
	grief := peer.Seeks{Experiences: []peer.Wish{{Item: "experience:grief", Importance: 3, Must: true}}}
	hoped := peer.Seeks{Experiences: []peer.Wish{{Item: "experience:grief", Importance: 3}}}
	gender := func(values ...string) peer.Offers {
		var o peer.Offers
		for _, v := range values {
			o.Attributes = append(o.Attributes, peer.Attribute{Name: "gender", Value: v})
		}
		return o
	}
	requireCodes(t, []ruleCase{
		{"met", wish(woman, gender("woman")), nil},
		{"met by one of several values", wish(woman, gender("man", "woman")), nil},
		{"not met", wish(woman, gender("man")), only(matching.CodeMustNotMet)},
		{"not said", wish(woman, peer.Offers{}), only(matching.CodeMustNotKnown)},
		{"said, and not to be used", all(wish(woman, gender("woman")), consenting(false)), only(matching.CodeMustNotKnown)},
		{"said, with consent to the attribute", all(wish(woman, gender("woman")), consenting(false, "attribute:gender")), nil},
		{"stated without consent to use it", all(wish(woman, gender("woman")), consenting(true)), only(matching.CodeConsentMissing)},
		{"an experience that is shared", wish(grief, peer.Offers{Experiences: []string{"grief"}}), nil},
		{"an experience that is not", wish(grief, peer.Offers{Experiences: []string{"burnout"}}), only(matching.CodeMustNotMet)},
		{"experiences not told", wish(grief, peer.Offers{}), only(matching.CodeMustNotKnown)},
		{"a hope blocks nobody", wish(hoped, peer.Offers{}), nil},
		{"a hope that may not be used blocks nobody", all(wish(hoped, peer.Offers{}), consenting(true)), nil},
		{"two things stand in the way, and both are named", all(wish(woman, gender("man")), reportsTo("ana", "ben")),
			only(matching.CodeDirectReport, matching.CodeMustNotMet)},
	})
}
