package matching_test

import (
	"slices"
	"strings"
	"time"

	"github.com/peersupport/peersupport/peer"
)

// consented reports whether the leaves cover an item on the day: itself, its
// kind, or its attribute.
func consented(leaves []peer.Consent, item peer.Item, at peer.Date) bool {
	return slices.ContainsFunc(leaves, func(l peer.Consent) bool {
		covers := l.Item == item || strings.HasPrefix(string(item), string(l.Item)+":") ||
			strings.HasPrefix(string(item), string(l.Item)+"=")
		return covers && (l.Until.IsZero() || at.Compare(l.Until) < 0)
	})
}

func (c *checker) mayUse(terms peer.Private[peer.Terms]) func(peer.Item) bool {
	return func(i peer.Item) bool { return consented(terms.Reveal().Matching, i, c.at) }
}

// wishesMet: every condition of the seeker may be used and is met.
func (c *checker) wishesMet(q peer.Request, s peer.Supporter) bool {
	seeks, offers := q.Seeks.Reveal(), s.Offers.Reveal()
	asked, offered := c.mayUse(q.Terms), c.mayUse(s.Terms)
	for _, w := range slices.Concat(seeks.Experiences, seeks.Attributes) {
		if w.Must && !(asked(w.Item) && offered(w.Item) && slices.Contains(offeredItems(offers), w.Item)) {
			return false
		}
	}
	return languagesMeet(seeks, offers, asked, offered) && c.modesMeet(q, s) && c.timesMeet(q, s)
}

func offeredItems(o peer.Offers) []peer.Item {
	var items []peer.Item
	for _, tag := range o.Experiences {
		items = append(items, peer.Item("experience:"+tag))
	}
	for _, a := range o.Attributes {
		items = append(items, peer.Item("attribute:"+a.Name+"="+a.Value))
	}
	return items
}

// languagesMeet compares what stands before the first hyphen.
func languagesMeet(seeks peer.Seeks, offers peer.Offers, asked, offered func(peer.Item) bool) bool {
	base := func(tag string) string {
		b, _, _ := strings.Cut(strings.ToLower(tag), "-")
		return b
	}
	shared := len(seeks.Languages) == 0
	for _, want := range seeks.Languages {
		if !asked(peer.Item("language:" + want)) {
			return false
		}
		for _, have := range offers.Languages {
			shared = shared || offered(peer.Item("language:"+have)) && base(want) == base(have)
		}
	}
	return shared
}

func (c *checker) modesMeet(q peer.Request, s peer.Supporter) bool {
	wanted := q.Seeks.Reveal().Modes
	here, there := c.people[c.row[q.Person]].Location, c.people[c.row[s.Person]].Location
	possible := len(wanted) == 0
	for _, m := range wanted {
		item := peer.Item("mode:" + string(m))
		if !c.mayUse(q.Terms)(item) {
			return false
		}
		common := slices.Contains(s.Offers.Reveal().Modes, m) && c.mayUse(s.Terms)(item)
		possible = possible || common && (m != peer.InPerson || here != "" && here == there)
	}
	return possible
}

func (c *checker) timesMeet(q peer.Request, s peer.Supporter) bool {
	wanted, have := q.Seeks.Reveal().Availability, s.Offers.Reveal().Availability
	if len(wanted.Slots) == 0 {
		return true
	}
	if !c.mayUse(q.Terms)("availability") || !c.mayUse(s.Terms)("availability") {
		return false
	}
	minutes := c.policy.MinOverlapMinutes
	if minutes == 0 {
		minutes = 45
	}
	shared := c.sharedQuarters(wanted, have)
	run := 0
	for k := range 2 * len(shared) { // twice round, as the week is a circle
		if !shared[k%len(shared)] {
			run = 0
			continue
		}
		if run++; run*15 >= minutes {
			return true
		}
	}
	return false
}

// sharedQuarters marks the quarter hours of the week in UTC that lie wholly in
// a slot of both.
func (c *checker) sharedQuarters(a, b peer.Availability) []bool {
	const week = 7 * 24 * 60
	shared := make([]bool, week/15)
	in := func(av peer.Availability, offset, minute int) bool {
		return slices.ContainsFunc(av.Slots, func(s peer.Slot) bool {
			day := (int(s.Day) + 6) % 7 * 24 * 60
			start := ((minute+offset-day)%week + week) % week // after the slot's own midnight
			return start >= s.From && start+15 <= s.Until
		})
	}
	ahead, behind := c.offset(a.Zone), c.offset(b.Zone)
	for q := range shared {
		shared[q] = in(a, ahead, q*15) && in(b, behind, q*15)
	}
	return shared
}

func (c *checker) offset(name string) int {
	zone, err := time.LoadLocation(name)
	if err != nil {
		panic(err) // a mistake in the test itself
	}
	t := c.at.Time()
	_, seconds := time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, zone).Zone()
	return seconds / 60
}
