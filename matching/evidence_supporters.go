package matching

import "github.com/peersupport/peersupport/peer"

// teamsWithTwoPeers is about every supporter who belongs to a team. In the
// figure a person stands only for the teams in which they are alone.
func (c *census) teamsWithTwoPeers() tally {
	members := map[string]map[peer.Node]bool{}
	for j := range c.pool.gives {
		g := &c.pool.gives[j]
		for _, team := range c.teams(g) {
			if members[team] == nil {
				members[team] = map[peer.Node]bool{}
			}
			members[team][g.human] = true
		}
	}
	var t tally
	for _, team := range members {
		alone := 0
		if len(team) == 1 {
			alone = 1
		}
		t.add(alone == 0)
		for n := range team {
			t.about(0, beingOf(n), alone)
		}
	}
	return t
}

// teams returns the named teams in which a supporter works.
func (c *census) teams(g *give) []string {
	org := c.pool.round.Organisation
	gone := func(n peer.Node) bool { return org.Status(n) == peer.Left || org.Status(n) == peer.Vacant }
	if gone(g.node) {
		return nil
	}
	var teams []string
	for _, n := range org.Accounts(g.node) {
		if team := org.Team(n); team != "" && !gone(n) {
			teams = append(teams, team)
		}
	}
	return teams
}

// endedAsPlanned reveals how relationships ended, to count them and for nothing
// else. Several rows of one relationship may know more than one of them does.
func (c *census) endedAsPlanned() tally {
	var t tally
	for s, rows := range c.past() {
		if s.during.Until.IsZero() || c.pool.round.At.Before(s.during.Until) {
			continue
		}
		told, planned := false, true
		for _, h := range rows {
			by := h.EndedBy.Reveal()
			told = told || by != peer.EndedByNotKnown
			planned = planned && (by == peer.EndedAsPlanned || by == peer.EndedByNotKnown)
		}
		if told {
			t.add(planned, s.seeker, s.supporter)
		}
	}
	return t
}

func (c *census) gaveAndReceived() tally {
	gave, received := map[being]bool{}, map[being]bool{}
	for j := range c.pool.gives {
		gave[beingOf(c.pool.gives[j].human)] = true
	}
	for i := range c.pool.asks {
		received[beingOf(c.pool.asks[i].human)] = true
	}
	for s := range c.past() {
		gave[s.supporter], received[s.seeker] = true, true
	}
	var t tally
	for b := range gave {
		t.add(received[b], b)
	}
	return t
}

// supportersTrained leaves out who is paused: a pause is what people without
// valid training are offered. Whoever supports somebody in spite of a pause is
// not left out.
func (c *census) supportersTrained() tally {
	at, org := c.pool.round.At, c.pool.round.Organisation
	return c.supporters(func(g *give) (counts, holds bool) {
		idle := g.supporter.Paused(at) && g.load == 0 && c.proposed[g.human] == 0
		return org.Status(g.node) == peer.Active && !idle, g.supporter.Trained(at)
	})
}

func (c *census) supportersWithinCapacity() tally {
	return c.supporters(func(g *give) (counts, holds bool) {
		return true, g.load+c.proposed[g.human] <= g.supporter.Capacity
	})
}

// supporters counts the supporters for whom something holds.
func (c *census) supporters(judge func(*give) (counts, holds bool)) tally {
	var t tally
	for j := range c.pool.gives {
		g := &c.pool.gives[j]
		if counts, holds := judge(g); counts {
			t.add(holds, beingOf(g.human))
		}
	}
	return t
}
