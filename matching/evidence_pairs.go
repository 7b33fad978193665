package matching

import (
	"slices"

	"github.com/peersupport/peersupport/peer"
)

func (c *census) requestsWithProposal() tally {
	proposed := map[*ask]bool{}
	for _, pair := range c.pairs {
		proposed[pair.ask] = true
	}
	return c.requests(func(a *ask) bool { return proposed[a] })
}

func (c *census) conditionsMayBeUsed() tally {
	return c.requests(func(a *ask) bool { return len(a.withheld) == 0 })
}

// requests counts the requests for which something holds.
func (c *census) requests(holds func(*ask) bool) tally {
	var t tally
	for i := range c.pool.asks {
		a := &c.pool.asks[i]
		t.add(holds(a), beingOf(a.human))
	}
	return t
}

func (c *census) seekersOwnChoice() tally {
	return c.proposals(func(p Pair) (stated, holds bool) {
		return len(p.ask.seeks.Preferred) > 0, slices.ContainsFunc(p.ask.seeks.Preferred, c.names(p.Supporter()))
	})
}

// names tells the keys that mean a person. Somebody is named however the key is
// spelt, as in the history and in vetoes.
func (c *census) names(n peer.Node) func(peer.ExternalID) bool {
	return func(key peer.ExternalID) bool {
		return slices.ContainsFunc(c.pool.meant(key), func(m peer.Node) bool {
			return c.pool.round.Organisation.SamePerson(m, n)
		})
	}
}

func (c *census) pairsSharingExperience() tally {
	return c.proposals(func(p Pair) (stated, holds bool) {
		wishes := p.ask.seeks.Experiences
		return len(wishes) > 0, slices.ContainsFunc(wishes, p.fulfils)
	})
}

func (c *census) pairsMeetingWishes() tally {
	return c.proposals(func(p Pair) (stated, holds bool) {
		wishes := p.ask.seeks.Attributes
		return len(wishes) > 0, !slices.ContainsFunc(wishes, func(w peer.Wish) bool { return !p.fulfils(w) })
	})
}

// fulfils reports whether the supporter has what is wished for and lets it be
// used. The wishes of an ask are only those that may be used.
func (p Pair) fulfils(w peer.Wish) bool { return p.give.items[w.Item] }

// proposals counts the proposals for seekers who stated something.
func (c *census) proposals(judge func(Pair) (stated, holds bool)) tally {
	var t tally
	for _, pair := range c.pairs {
		if stated, holds := judge(pair); stated {
			t.add(holds, beingOf(pair.ask.human), beingOf(pair.give.human))
		}
	}
	return t
}

// pairsOutsideLine takes proposals and support that is being given alike. Rows
// about the same two people are one pair, and outside only if every row is.
func (c *census) pairsOutsideLine() tally {
	p := c.pool
	outside := map[[2]being]bool{}
	note := func(seeker, supporter being, holds bool) {
		two := [2]being{seeker, supporter}
		before, met := outside[two]
		outside[two] = holds && (before || !met)
	}
	for _, pair := range c.pairs {
		note(beingOf(pair.ask.human), beingOf(pair.give.human), p.outside(pair.ask.node, pair.give.node))
	}
	for _, h := range p.round.History {
		if h.During.Contains(p.round.At) {
			note(p.being(h.Seeker), p.being(h.Supporter), p.allOutside(p.meant(h.Seeker), p.meant(h.Supporter)))
		}
	}
	var t tally
	for two, holds := range outside {
		t.add(holds, two[0], two[1])
	}
	return t
}

// allOutside asks about everybody whom two keys may mean; where that is nobody,
// nothing can be known.
func (p *Pool) allOutside(seekers, supporters []peer.Node) bool {
	for _, a := range seekers {
		for _, b := range supporters {
			if !p.outside(a, b) {
				return false
			}
		}
	}
	return len(seekers) > 0 && len(supporters) > 0
}

// outside reports whether two people are known to stand in no line of authority
// of each other. It walks every line step by step and shares no shortcut with
// the rule that it checks.
func (p *Pool) outside(a, b peer.Node) bool {
	org := p.round.Organisation
	if org.SamePerson(a, b) || org.Status(a) == peer.Vacant || org.Status(b) == peer.Vacant {
		return false // a vacant position is nobody, and authority passes through it unseen
	}
	return !p.under(a, b) && !p.under(b, a) && !p.unclear(a, b)
}

// under reports whether a reports to b, however far below.
func (p *Pool) under(a, b peer.Node) bool {
	return slices.ContainsFunc(p.chart.Superiors(a, 0), func(s peer.Step) bool {
		return p.round.Organisation.SamePerson(s.Node, b)
	})
}

// unclear reports whether an unknown manager leaves open how two people stand:
// a missing manager above only one of them may be the other.
func (p *Pool) unclear(a, b peer.Node) bool {
	org := p.round.Organisation
	for _, x := range org.Accounts(a) {
		for _, y := range org.Accounts(b) {
			if org.Uncertain(x, y) {
				return true
			}
		}
	}
	return p.openTops(a) != p.openTops(b)
}
