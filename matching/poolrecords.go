package matching

import (
	"cmp"
	"slices"

	"github.com/peersupport/peersupport/peer"
)

func (p *Pool) readHistory() {
	org := p.round.Organisation
	p.past = map[[2]peer.Node][]int{}
	for i, h := range p.round.History {
		for _, s := range p.meant(h.Seeker) {
			for _, g := range p.meant(h.Supporter) {
				key := [2]peer.Node{human(org, s), human(org, g)}
				p.past[key] = append(p.past[key], i)
			}
		}
	}
}

// meant returns whom a row of the history names: the person with this key, or
// else those whose keys are alike, so that history does not fail for a slip of
// the shift key.
func (p *Pool) meant(key peer.ExternalID) []peer.Node {
	if n, ok := p.round.Organisation.Node(key); ok {
		return []peer.Node{n}
	}
	return p.round.Organisation.NodesAlike(key)
}

// supported counts for every human being how many people they support now.
// Rows about the same two people are one; somebody who is no longer among the
// people takes a place all the same.
func (p *Pool) supported() map[peer.Node]int {
	org := p.round.Organisation
	type support struct {
		supporter, seeker peer.Node
		unknown           string // a seeker who is not among the people
	}
	seen := map[support]bool{}
	open := map[peer.Node]int{}
	for _, h := range p.round.History {
		if !h.Open(p.round.At) {
			continue
		}
		given := support{seeker: peer.None, unknown: h.Seeker.Fold()}
		if known := p.meant(h.Seeker); len(known) > 0 {
			given = support{seeker: human(org, known[0])}
		}
		for _, g := range p.meant(h.Supporter) {
			if given.supporter = human(org, g); !seen[given] {
				seen[given] = true
				open[given.supporter]++
			}
		}
	}
	return open
}

func (p *Pool) readRequests() {
	org, at := p.round.Organisation, p.round.At
	p.asks = make([]ask, len(p.round.Requests))
	for i, q := range p.round.Requests {
		node, _ := org.Node(q.Person)
		a := ask{request: q, node: node, human: human(org, node), seeks: q.Usable(at), withheld: q.Withheld(at)}
		p.refuse(a.human, a.seeks.NotWanted)
		a.bases = languageBases(a.seeks.Languages)
		a.week, _ = a.seeks.Availability.Week(at) // the zone is checked
		a.starts = a.week.Starts(p.policy.MinOverlapMinutes)
		a.waited = int64(max(0, at.Sub(q.Asked)))
		if at.Before(q.Asked) {
			p.warnings = append(p.warnings, peer.Fault{
				Code: peer.FaultFutureRequest, List: "requests", Index: i, Field: "asked_on", Warning: true})
		}
		a.open = p.openTops(node)
		p.asks[i] = a
	}
	slices.SortFunc(p.asks, func(a, b ask) int { return cmp.Compare(a.request.Key, b.request.Key) })
	p.asking = make(map[peer.Node]int, len(p.asks))
	for i := range p.asks {
		p.asking[p.asks[i].human] = i
	}
}

func (p *Pool) readSupporters() {
	org, at := p.round.Organisation, p.round.At
	load := p.supported()
	p.gives = make([]give, len(p.round.Supporters))
	for j, s := range p.round.Supporters {
		node, _ := org.Node(s.Person)
		g := give{supporter: s, node: node, human: human(org, node), offers: s.Usable(at)}
		g.items = map[peer.Item]bool{}
		for _, item := range itemsOf(&g.offers) {
			g.items[item] = true
		}
		p.refuse(g.human, g.offers.NotPairedWith)
		g.bases = languageBases(g.offers.Languages)
		g.week, _ = g.offers.Availability.Week(at)
		g.starts = g.week.Starts(p.policy.MinOverlapMinutes)
		g.load = load[g.human]
		g.places = max(0, s.Capacity-g.load)
		g.open = p.openTops(node)
		p.gives[j] = g
	}
	slices.SortFunc(p.gives, func(a, b give) int { return cmp.Compare(a.node, b.node) })
	p.byHuman = make(map[peer.Node]int, len(p.gives))
	for j := range p.gives {
		p.byHuman[p.gives[j].human] = j
		for _, n := range org.Accounts(p.gives[j].node) {
			p.seats = append(p.seats, seat{node: n, supporter: j})
		}
	}
	slices.SortFunc(p.seats, func(a, b seat) int { return cmp.Compare(a.node, b.node) })
}

// refuse notes whom somebody does not want, in whichever role they said so: a
// veto of a seeker also keeps them from supporting that person. It follows every
// record of a human being, and takes a key in another case or Unicode form for
// the same: a veto must not fail for a slip of the shift key.
func (p *Pool) refuse(by peer.Node, keys []peer.ExternalID) {
	for _, key := range keys {
		for _, n := range p.round.Organisation.NodesAlike(key) {
			p.refused[[2]peer.Node{by, human(p.round.Organisation, n)}] = true
		}
	}
}
