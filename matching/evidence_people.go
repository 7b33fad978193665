package matching

import (
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// census is a round and a plan of it, made ready for counting.
type census struct {
	pool     *Pool
	pairs    []Pair            // proposed
	proposed map[peer.Node]int // to each supporter, by human being
	since    peer.Date         // the first day of the history that counts
}

// census reads a plan as far as it is counted. It asks no rule: what a plan
// proposes against the rules is to be found, not refused.
func (p *Pool) census(plan Plan) (*census, error) {
	heading := &verifier{pool: p, plan: plan}
	if heading.heading(); !heading.result.OK() {
		return nil, ErrOtherPlan
	}
	c := &census{pool: p, proposed: map[peer.Node]int{}, since: p.round.At.AddMonths(-evidenceMonths)}
	named := map[int]bool{}
	for _, planned := range plan.Pairs {
		i, j := p.requestNumber(planned.Request), p.supporterNumber(planned.Supporter)
		if i < 0 || j < 0 || named[i] {
			return nil, ErrOtherPlan
		}
		named[i] = true
		pair := p.Pair(i, j)
		c.pairs = append(c.pairs, pair)
		c.proposed[pair.give.human]++
	}
	for _, u := range plan.Unmatched {
		i := p.requestNumber(u.Request)
		if i < 0 || named[i] {
			return nil, ErrOtherPlan
		}
		named[i] = true
	}
	if len(named) != len(p.asks) {
		return nil, ErrOtherPlan // a request that is left out would count nowhere
	}
	return c, nil
}

// being is a human being: one record that stands for all of them, or the key,
// folded, of somebody who is no longer among the people.
type being struct {
	node    peer.Node
	unknown string
}

func beingOf(human peer.Node) being { return being{node: human} }

// being returns whom a row of the history means.
func (p *Pool) being(key peer.ExternalID) being {
	if nodes := p.meant(key); len(nodes) > 0 {
		return beingOf(human(p.round.Organisation, nodes[0]))
	}
	return being{node: peer.None, unknown: key.Fold()}
}

// support is a relationship of two human beings, however many rows it has.
type support struct {
	seeker, supporter being
	during            peer.Interval
}

// past returns the relationships of the last months, each with its rows.
// Support that is agreed and has not begun was not given yet; a row of somebody
// with themself is a mistake and no support.
func (c *census) past() map[support][]*peer.Relationship {
	rows := map[support][]*peer.Relationship{}
	at := c.pool.round.At
	for i := range c.pool.round.History {
		h := &c.pool.round.History[i]
		s := support{seeker: c.pool.being(h.Seeker), supporter: c.pool.being(h.Supporter), during: h.During}
		begun := !h.During.Empty() && !at.Before(h.During.From)
		if begun && s.seeker != s.supporter && (h.During.Until.IsZero() || c.since.Before(h.During.Until)) {
			rows[s] = append(rows[s], h)
		}
	}
	return rows
}

// tally counts how many of how many, and on each side whom they are about.
type tally struct {
	count, of int
	// sides say how much of the tally each human being stands for: one side
	// where it is about people, seekers and supporters where it is about pairs.
	sides [2]map[being]int
}

// add counts something about the people given, one of each side.
func (t *tally) add(holds bool, people ...being) {
	t.of++
	if holds {
		t.count++
	}
	for side, b := range people {
		t.about(side, b, 1)
	}
}

func (t *tally) about(side int, b being, share int) {
	if t.sides[side] == nil {
		t.sides[side] = map[being]int{}
	}
	t.sides[side][b] += share
}

// people is the number of human beings on the smaller side: forty pairs of one
// supporter say something about one person.
func (t *tally) people() int {
	people := len(t.sides[0])
	if t.sides[1] != nil {
		people = min(people, len(t.sides[1]))
	}
	return people
}

// largest is the most that one human being stands for.
func (t *tally) largest() int {
	most := 0
	for _, side := range t.sides {
		for _, share := range side {
			most = max(most, share)
		}
	}
	return most
}

// dayOf is the same day in the words of package principles.
func dayOf(d peer.Date) principles.Day { return principles.DayOf(d.Time()) }
