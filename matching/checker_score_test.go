package matching_test

import (
	"slices"

	"github.com/peersupport/peersupport/peer"
)

// points turns part of whole into basis points, a half upwards, in whole
// numbers only.
func points(part, whole int) int64 {
	if whole <= 0 {
		return 0
	}
	return int64((2*min(part, whole)*10_000 + whole) / (2 * whole))
}

// score is the checker's own reckoning of how well a pair fits.
func (c *checker) score(q peer.Request, s peer.Supporter) int64 {
	weights := map[string]int{
		"experience": 5, "preferred": 4, "attributes": 3, "availability": 2, "load": 2, "journey": 1, "distance": 1}
	if c.policy.Weights != nil {
		clear(weights)
		for _, w := range c.policy.Weights {
			weights[w.Criterion] = w.Weight
		}
	}
	var total int64
	for criterion, weight := range weights {
		total += int64(weight) * c.rate(criterion, q, s)
	}
	return total
}

func (c *checker) rate(criterion string, q peer.Request, s peer.Supporter) int64 {
	seeks, offers := q.Seeks.Reveal(), s.Offers.Reveal()
	switch criterion {
	case "experience":
		return c.wishes(seeks.Experiences, q, s)
	case "attributes":
		return c.wishes(seeks.Attributes, q, s)
	case "journey":
		return c.journey(seeks, offers, c.mayUse(q.Terms)("journey") && c.mayUse(s.Terms)("journey"))
	case "availability":
		return c.overlap(q, s)
	case "distance":
		return c.distance(c.row[q.Person], c.row[s.Person])
	case "preferred":
		return c.preferred(q, s)
	case "load":
		target := s.TargetLoad
		if target == 0 {
			target = s.Capacity
		}
		return points(max(0, target-c.load(s)), target)
	}
	panic("no such criterion: " + criterion)
}

func (c *checker) wishes(wishes []peer.Wish, q peer.Request, s peer.Supporter) int64 {
	met, all := 0, 0
	for _, w := range wishes {
		if w.Must || !c.mayUse(q.Terms)(w.Item) {
			continue
		}
		all += int(w.Importance)
		if slices.Contains(offeredItems(s.Offers.Reveal()), w.Item) && c.mayUse(s.Terms)(w.Item) {
			met += int(w.Importance)
		}
	}
	return points(met, all)
}

// journey: the same point is best at the same stage; further on is best one
// stage ahead.
func (c *checker) journey(seeks peer.Seeks, offers peer.Offers, may bool) int64 {
	ahead := int(offers.Stage) - int(seeks.Stage)
	switch {
	case !may || seeks.Stage == 0 || offers.Stage == 0:
		return 0
	case seeks.JourneyWish == peer.SamePoint:
		return points(4-max(ahead, -ahead), 4)
	case seeks.JourneyWish == peer.FurtherOn && ahead > 0:
		return points(5-ahead, 4)
	}
	return 0
}

func (c *checker) overlap(q peer.Request, s peer.Supporter) int64 {
	a, b := q.Seeks.Reveal().Availability, s.Offers.Reveal().Availability
	if len(a.Slots) == 0 || len(b.Slots) == 0 ||
		!c.mayUse(q.Terms)("availability") || !c.mayUse(s.Terms)("availability") {
		return 0
	}
	enough := c.policy.EnoughOverlapMinutes
	if enough == 0 {
		enough = 240
	}
	minutes := 0
	for _, both := range c.sharedQuarters(a, b) {
		if both {
			minutes += 15
		}
	}
	return points(minutes, enough)
}

// distance counts steps along line managers to the nearest manager of both.
func (c *checker) distance(a, b int) int64 {
	chain := func(i int) []int {
		list := []int{i}
		for {
			m, known := c.row[c.people[i].Manager]
			if !known {
				return list
			}
			for c.people[m].Status == peer.Vacant {
				above, more := c.row[c.people[m].Manager]
				if !more {
					break
				}
				m = above
			}
			list, i = append(list, m), m
		}
	}
	up := chain(b)
	for n, x := range chain(a) {
		if k := slices.Index(up, x); k >= 0 {
			return points(n+k, 8)
		}
	}
	return 10_000
}

func (c *checker) preferred(q peer.Request, s peer.Supporter) int64 {
	if !c.mayUse(q.Terms)("preferred") {
		return 0
	}
	for rank, key := range q.Seeks.Reveal().Preferred {
		if n, known := c.row[key]; known && c.same(n, c.row[s.Person]) {
			return points(1, rank+1)
		}
	}
	return 0
}
