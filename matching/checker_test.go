package matching_test

import (
	"maps"
	"slices"
	"strings"

	"github.com/peersupport/peersupport/peer"
)

// checker decides whether a pair is legal. It shares no code with the engine:
// it works on the rows of a world and walks from boss to boss itself, slowly
// and plainly, as the documentation of the rules says.
type checker struct {
	world
	row    map[peer.ExternalID]int
	being  []int   // row of a person to the one row that stands for the human being
	bosses [][]int // who has direct authority over a row, vacant positions passed through
}

func newChecker(w world) *checker {
	c := &checker{world: w, row: map[peer.ExternalID]int{}}
	for i, p := range w.people {
		c.row[p.Key] = i
	}
	c.findBeings()
	for i := range w.people {
		c.bosses = append(c.bosses, c.bossesOf(i, map[int]bool{}))
	}
	return c
}

// findBeings joins records until nothing changes.
func (c *checker) findBeings() {
	for i := range c.people {
		c.being = append(c.being, i)
	}
	for changed := true; changed; {
		changed = false
		for i, p := range c.people {
			if p.SameAs == "" {
				continue
			}
			j := c.row[p.SameAs]
			if c.being[i] != c.being[j] {
				least := min(c.being[i], c.being[j])
				c.being[i], c.being[j] = least, least
				changed = true
			}
		}
	}
}

func (c *checker) same(a, b int) bool { return c.being[a] == c.being[b] }

// records returns every row of the human being.
func (c *checker) records(a int) []int {
	var rows []int
	for i := range c.people {
		if c.same(i, a) {
			rows = append(rows, i)
		}
	}
	return rows
}

// lines returns who a row reports to along every line of authority that
// counts, vacant positions included.
func (c *checker) lines(i int) []int {
	var up []int
	if m, known := c.row[c.people[i].Manager]; known {
		up = append(up, m)
	}
	for _, r := range c.relations {
		switch r.Kind {
		case peer.Line, peer.Dotted, peer.Acting, peer.Delegate:
			if c.row[r.Person] == i && c.counts(r) {
				up = append(up, c.row[r.Other])
			}
		}
	}
	return up
}

// bossesOf passes through vacant positions: whoever is above them is the boss.
// A vacant position with nobody above it stays.
func (c *checker) bossesOf(i int, passed map[int]bool) []int {
	var bosses []int
	for _, m := range c.lines(i) {
		if c.people[m].Status != peer.Vacant || len(c.lines(m)) == 0 {
			bosses = append(bosses, m)
		} else if !passed[m] {
			passed[m] = true
			bosses = append(bosses, c.bossesOf(m, passed)...)
		}
	}
	return bosses
}

// counts: kinship lasts; everything else counts while it holds, for the
// look-back after its last day, and before it begins.
func (c *checker) counts(r peer.Relation) bool {
	if r.Kind == peer.Family || r.Kind == peer.FormerPartner {
		return true
	}
	from, until := r.During.From, r.During.Until
	if until.IsZero() {
		return true
	}
	if !from.IsZero() && until.Compare(from) <= 0 {
		return false
	}
	lookBack := c.policy.Hierarchy.LookBackMonths
	if lookBack == 0 {
		lookBack = 12
	}
	lastDay := until.AddDays(-1)
	return lastDay.Compare(c.at.AddMonths(-lookBack)) >= 0
}

// steps returns how many steps of authority lead from b up to a, 0 if none do.
func (c *checker) steps(a, b int) int {
	reached := map[int]bool{c.being[b]: true}
	layer := c.records(b)
	for n := 1; len(layer) > 0; n++ {
		var next []int
		for _, x := range layer {
			for _, m := range c.bosses[x] {
				if c.same(m, a) && !c.same(a, b) {
					return n
				}
				if !reached[c.being[m]] {
					reached[c.being[m]] = true
					next = append(next, c.records(m)...)
				}
			}
		}
		layer = next
	}
	return 0
}

func (c *checker) authority(a, b int) bool {
	depth := c.policy.Hierarchy.Depth
	for _, n := range []int{c.steps(a, b), c.steps(b, a)} {
		if n > 0 && (depth == 0 || n <= depth) {
			return true
		}
	}
	return c.policy.Hierarchy.SharedManager && c.shareBoss(a, b)
}

func (c *checker) shareBoss(a, b int) bool {
	direct := func(x int) map[int]bool {
		set := map[int]bool{}
		for _, r := range c.records(x) {
			for _, m := range c.bosses[r] {
				set[c.being[m]] = !c.same(m, x)
			}
		}
		return set
	}
	others := direct(b)
	for m, boss := range direct(a) {
		if boss && others[m] {
			return true
		}
	}
	return false
}

// uncertain: a top that nobody declared may report to anybody outside, and so
// may one that somebody is below along any line.
func (c *checker) uncertain(a, b int) bool {
	if !maps.Equal(c.openTops(a), c.openTops(b)) {
		return true
	}
	for _, x := range c.records(a) {
		for _, y := range c.records(b) {
			tx, ty := c.top(x), c.top(y)
			if tx != ty && !(c.declared(tx) && c.declared(ty)) {
				return true
			}
		}
	}
	return false
}

// openTops are the tops above somebody that nobody declared.
func (c *checker) openTops(a int) map[int]bool {
	open, seen := map[int]bool{}, map[int]bool{}
	for todo := c.records(a); len(todo) > 0; todo = todo[1:] {
		x := todo[0]
		if seen[x] {
			continue
		}
		seen[x] = true
		if top := c.top(x); !c.declared(top) {
			open[top] = true
		}
		for _, m := range c.bosses[x] {
			todo = append(todo, c.records(m)...)
		}
	}
	return open
}

func (c *checker) top(i int) int {
	for {
		m, known := c.row[c.people[i].Manager]
		if !known {
			return i
		}
		i = m
	}
}

func (c *checker) declared(top int) bool {
	p := c.people[top]
	return p.Manager == "" && (c.config.Flat || slices.Contains(c.config.Roots, p.Key))
}

// related reports a relation of one of the kinds that counts, either way round.
func (c *checker) related(a, b int, kinds ...peer.RelationKind) bool {
	return slices.ContainsFunc(c.relations, func(r peer.Relation) bool {
		x, y := c.row[r.Person], c.row[r.Other]
		ends := c.same(x, a) && c.same(y, b) || c.same(x, b) && c.same(y, a)
		return ends && slices.Contains(kinds, r.Kind) && c.counts(r)
	})
}

// names reports whether one of the keys, however it is spelt, is of the human
// being.
func (c *checker) names(keys []peer.ExternalID, a int) bool {
	return slices.ContainsFunc(keys, func(key peer.ExternalID) bool {
		return slices.ContainsFunc(c.records(a), func(r int) bool {
			return strings.EqualFold(string(key), string(c.people[r].Key))
		})
	})
}

// refuses reports whether a said, asking or offering, that b is not wanted.
func (c *checker) refuses(a, b int) bool {
	for _, q := range c.requests {
		if c.same(c.row[q.Person], a) && c.names(q.Seeks.Reveal().NotWanted, b) {
			return true
		}
	}
	for _, s := range c.supporters {
		if c.same(c.row[s.Person], a) && c.names(s.Offers.Reveal().NotPairedWith, b) {
			return true
		}
	}
	return false
}

// legal reports whether every rule allows the pair.
func (c *checker) legal(q peer.Request, s peer.Supporter) bool {
	a, b := c.row[q.Person], c.row[s.Person]
	return !c.same(a, b) && !c.authority(a, b) && !c.uncertain(a, b) &&
		!c.related(a, b, peer.Reviewer, peer.HRCase, peer.Investigator, peer.Grievance, peer.OccupationalHealth,
			peer.Family, peer.FormerPartner) &&
		!c.refuses(a, b) && !c.refuses(b, a) &&
		!c.otherDirection(q, b) && !c.metBefore(a, b) &&
		c.people[a].Status != peer.Left && c.people[a].Status != peer.Vacant && c.canSupport(s) &&
		c.wishesMet(q, s) && !c.ownRule(a, b)
}

// ownRule is the counterpart of the rule that sameTeam makes.
func (c *checker) ownRule(a, b int) bool {
	return len(c.policy.Rules) > 0 && c.people[a].Team != "" && c.people[a].Team == c.people[b].Team
}

// canSupport: present, trained, not paused, with a free place.
func (c *checker) canSupport(s peer.Supporter) bool {
	return c.people[c.row[s.Person]].Status == peer.Active &&
		!s.TrainedUntil.IsZero() && c.at.Compare(s.TrainedUntil) <= 0 &&
		c.at.Compare(s.PausedUntil) >= 0 && c.places(s) > 0
}

// places are what the people supported now leave.
func (c *checker) places(s peer.Supporter) int { return max(0, s.Capacity-c.load(s)) }

func (c *checker) load(s peer.Supporter) int {
	seekers := map[string]bool{}
	for _, h := range c.history {
		if c.names([]peer.ExternalID{h.Supporter}, c.row[s.Person]) && c.open(h) {
			seekers[c.nameOf(h.Seeker)] = true
		}
	}
	return len(seekers)
}

// nameOf is one name for all the keys of a human being, known or not.
func (c *checker) nameOf(key peer.ExternalID) string {
	for i := range c.people {
		if c.names([]peer.ExternalID{key}, i) {
			return string(c.people[c.being[i]].Key)
		}
	}
	return "unknown " + strings.ToLower(string(key))
}

func (c *checker) open(h peer.Relationship) bool {
	from, until := h.During.From, h.During.Until
	return until.IsZero() || c.at.Compare(until) < 0 && from.Compare(until) < 0
}

// metBefore: they support each other now, or did until less than the set time
// ago.
func (c *checker) metBefore(a, b int) bool {
	months := c.policy.RepeatAfterMonths
	if months == 0 {
		months = 12
	}
	return slices.ContainsFunc(c.history, func(h peer.Relationship) bool {
		one, other := []peer.ExternalID{h.Seeker}, []peer.ExternalID{h.Supporter}
		ends := c.names(one, a) && c.names(other, b) || c.names(one, b) && c.names(other, a)
		return ends && (c.open(h) || c.at.Compare(h.During.Until.AddMonths(months)) < 0)
	})
}

// otherDirection: the supporter asks too, the seeker could support, and the
// supporter asked first.
func (c *checker) otherDirection(q peer.Request, supporter int) bool {
	could := slices.ContainsFunc(c.supporters, func(s peer.Supporter) bool {
		return c.same(c.row[s.Person], c.row[q.Person]) && c.canSupport(s)
	})
	return could && slices.ContainsFunc(c.requests, func(other peer.Request) bool {
		return c.same(c.row[other.Person], supporter) && other.Key != q.Key &&
			(other.Asked.Compare(q.Asked) < 0 || other.Asked == q.Asked && other.Key < q.Key)
	})
}
