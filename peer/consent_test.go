package peer_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/peer"
)

// told draws everything that a seeker and a supporter can tell, and the terms.
type told struct {
	seeks  peer.Seeks
	offers peer.Offers
	terms  peer.Terms
}

func drawTold(rt *rapid.T) told {
	words := func(name string, from ...string) []string {
		return rapid.SliceOfNDistinct(rapid.SampledFrom(from), 0, len(from), rapid.ID).Draw(rt, name)
	}
	var d told
	for _, tag := range words("experiences", "grief", "carer", "burnout") {
		must := rapid.Bool().Draw(rt, "must")
		d.seeks.Experiences = append(d.seeks.Experiences, peer.Wish{Item: peer.ExperienceItem(tag), Importance: 1, Must: must})
		d.offers.Experiences = append(d.offers.Experiences, tag)
	}
	for _, value := range words("attributes", "woman", "man", "x") {
		a := peer.Attribute{Name: "gender", Value: value}
		d.seeks.Attributes = append(d.seeks.Attributes, peer.Wish{Item: a.Item(), Importance: 2, Must: rapid.Bool().Draw(rt, "must")})
		d.offers.Attributes = append(d.offers.Attributes, a)
	}
	d.seeks.Languages = words("languages", "en", "cy", "ur")
	for _, m := range words("modes", "online", "in_person") {
		d.seeks.Modes = append(d.seeks.Modes, peer.Mode(m))
	}
	if rapid.Bool().Draw(rt, "has time") {
		d.seeks.Availability.Slots = []peer.Slot{{Day: 1, Until: 60}}
	}
	d.seeks.Stage, d.seeks.JourneyWish = peer.Stage(rapid.IntRange(0, 5).Draw(rt, "stage")), peer.SamePoint
	d.seeks.Preferred, d.seeks.NotWanted = []peer.ExternalID{"p1"}, []peer.ExternalID{"p2"}
	d.offers.Languages, d.offers.Modes = d.seeks.Languages, d.seeks.Modes
	d.offers.Availability, d.offers.Stage = d.seeks.Availability, d.seeks.Stage
	d.offers.NotPairedWith = []peer.ExternalID{"p3"}
	d.terms = peer.Terms{Matching: drawConsents(rt, "matching"), Release: drawConsents(rt, "release")}
	return d
}

func drawConsents(rt *rapid.T, name string) []peer.Consent {
	items := append(peer.Kinds(), "experience:grief", "attribute:gender", "attribute:gender=man", "language:en", "mode:online")
	return rapid.SliceOfN(rapid.Custom(func(rt *rapid.T) peer.Consent {
		c := peer.Consent{Item: rapid.SampledFrom(items).Draw(rt, "item")}
		if rapid.Bool().Draw(rt, "ends") {
			c.Until = mustDate(winter).AddDays(rapid.IntRange(-1, 1).Draw(rt, "until"))
		}
		return c
	}), 0, 6).Draw(rt, name)
}

// itemsOf lists everything in s as items, in the order of Seeks.
func itemsOf(s peer.Seeks) []peer.Item {
	var items []peer.Item
	for _, w := range slices.Concat(s.Experiences, s.Attributes) {
		items = append(items, w.Item)
	}
	for _, l := range s.Languages {
		items = append(items, peer.LanguageItem(l))
	}
	for _, m := range s.Modes {
		items = append(items, peer.ModeItem(m))
	}
	if !s.Availability.IsZero() {
		items = append(items, peer.KindAvailability)
	}
	if s.Stage != 0 || s.JourneyWish != "" {
		items = append(items, peer.KindJourney)
	}
	if len(s.Preferred) > 0 {
		items = append(items, peer.KindPreferred)
	}
	return items
}

func seeksOf(o peer.Offers) peer.Seeks {
	s := peer.Seeks{Languages: o.Languages, Modes: o.Modes, Availability: o.Availability, Stage: o.Stage}
	for _, tag := range o.Experiences {
		s.Experiences = append(s.Experiences, peer.Wish{Item: peer.ExperienceItem(tag)})
	}
	for _, a := range o.Attributes {
		s.Attributes = append(s.Attributes, peer.Wish{Item: a.Item()})
	}
	return s
}

// leave is consent read the plain way.
func leave(consents []peer.Consent, item peer.Item, at peer.Date) bool {
	return slices.ContainsFunc(consents, func(c peer.Consent) bool {
		covers := c.Item == item || strings.HasPrefix(string(item), string(c.Item)+":") ||
			strings.HasPrefix(string(item), string(c.Item)+"=")
		return covers && (c.Until.IsZero() || at.Before(c.Until))
	})
}

func permitted(items []peer.Item, leaves ...[]peer.Consent) []peer.Item {
	var kept []peer.Item
	for _, item := range items {
		if !slices.ContainsFunc(leaves, func(l []peer.Consent) bool { return !leave(l, item, mustDate(winter)) }) {
			kept = append(kept, item)
		}
	}
	return kept
}

// What comes out is exactly what the consent allows: nothing more, and nothing
// that was allowed is lost.
func TestOnlyWhatIsConsentedComesOut(t *testing.T) {
	at := day(t, winter)
	rapid.Check(t, func(rt *rapid.T) {
		d := drawTold(rt)
		r := peer.Request{Seeks: peer.NewPrivate(d.seeks), Terms: peer.NewPrivate(d.terms)}
		s := peer.Supporter{Offers: peer.NewPrivate(d.offers), Terms: peer.NewPrivate(d.terms)}
		sought, offered := itemsOf(d.seeks), itemsOf(seeksOf(d.offers))

		require.Equal(rt, permitted(sought, d.terms.Matching), itemsOf(r.Usable(at)))
		require.Equal(rt, permitted(offered, d.terms.Matching), itemsOf(seeksOf(s.Usable(at))))
		require.Equal(rt, d.seeks.NotWanted, r.Usable(at).NotWanted, "a veto needs no consent")
		require.Equal(rt, d.offers.NotPairedWith, s.Usable(at).NotPairedWith, "a veto needs no consent")

		released := slices.DeleteFunc(permitted(sought, d.terms.Matching, d.terms.Release),
			func(i peer.Item) bool { return i == peer.KindPreferred })
		require.Equal(rt, fmt.Sprint(released), fmt.Sprint(itemsOf(r.Released(at))))
		require.Equal(rt, permitted(offered, d.terms.Matching, d.terms.Release), itemsOf(seeksOf(s.Released(at))))
		require.Empty(rt, r.Released(at).NotWanted)
		require.Empty(rt, r.Released(at).Preferred)
		require.Empty(rt, s.Released(at).NotPairedWith)
	})
}

// A condition is either used or named as withheld, never passed over.
func TestConditionsAreUsedOrWithheld(t *testing.T) {
	at := day(t, winter)
	rapid.Check(t, func(rt *rapid.T) {
		d := drawTold(rt)
		r := peer.Request{Seeks: peer.NewPrivate(d.seeks), Terms: peer.NewPrivate(d.terms)}
		conditions := d.seeks
		isWish := func(w peer.Wish) bool { return !w.Must }
		conditions.Experiences = slices.DeleteFunc(slices.Clone(d.seeks.Experiences), isWish)
		conditions.Attributes = slices.DeleteFunc(slices.Clone(d.seeks.Attributes), isWish)
		conditions.Stage, conditions.JourneyWish, conditions.Preferred = 0, "", nil
		var want []peer.Item
		used := itemsOf(r.Usable(at))
		for _, item := range itemsOf(conditions) {
			if !slices.Contains(used, item) {
				want = append(want, item)
			}
		}
		require.Equal(rt, want, r.Withheld(at))
	})
}

// Full consent releases everything but whom one prefers and whom one avoids.
func TestChoicesOfPeopleAreNeverReleased(t *testing.T) {
	var all []peer.Consent
	for _, kind := range peer.Kinds() {
		all = append(all, peer.Consent{Item: kind})
	}
	terms := peer.NewPrivate(peer.Terms{Matching: all, Release: all})
	want := goodSeeks()
	want.Preferred, want.NotWanted = nil, nil
	require.Equal(t, want, peer.Request{Seeks: peer.NewPrivate(goodSeeks()), Terms: terms}.Released(day(t, winter)))
	offers := peer.NewPrivate(peer.Offers{Stage: 2, NotPairedWith: []peer.ExternalID{"p3"}})
	require.Equal(t, peer.Offers{Stage: 2}, peer.Supporter{Offers: offers, Terms: terms}.Released(day(t, winter)))
}

func TestWithoutTermsNothingIsUsed(t *testing.T) {
	at := day(t, winter)
	r := peer.Request{Seeks: peer.NewPrivate(peer.Seeks{Languages: []string{"en"}, NotWanted: []peer.ExternalID{"p2"}})}
	require.Equal(t, peer.Seeks{NotWanted: []peer.ExternalID{"p2"}}, r.Usable(at))
	require.Equal(t, []peer.Item{"language:en"}, r.Withheld(at))
	require.Equal(t, peer.Seeks{}, peer.Request{}.Usable(at))
	require.Equal(t, peer.Offers{}, peer.Supporter{}.Usable(at))
}

func TestSupporterTarget(t *testing.T) {
	require.Equal(t, 3, peer.Supporter{Capacity: 3}.Target())
	require.Equal(t, 2, peer.Supporter{Capacity: 3, TargetLoad: 2}.Target())
}

func TestSupporterReadiness(t *testing.T) {
	at := day(t, winter)
	require.False(t, peer.Supporter{}.Trained(at))
	require.True(t, peer.Supporter{TrainedUntil: at}.Trained(at), "the last day counts")
	require.False(t, peer.Supporter{TrainedUntil: at.AddDays(-1)}.Trained(at))
	require.False(t, peer.Supporter{}.Paused(at))
	require.False(t, peer.Supporter{PausedUntil: at}.Paused(at), "back on that day")
	require.True(t, peer.Supporter{PausedUntil: at.AddDays(1)}.Paused(at))
}

func TestRelationshipOpen(t *testing.T) {
	for _, c := range []struct {
		from, until string
		want        bool
	}{
		{"2026-01-01", "", true},
		{"2026-01-01", "2026-01-15", true},
		{"2026-01-01", winter, false},
		{"2026-02-01", "", true},
		{"2026-02-01", "2026-02-01", false},
	} {
		require.Equal(t, c.want, peer.Relationship{During: interval(t, c.from, c.until)}.Open(day(t, winter)), "%v", c)
	}
}
