package matching

import (
	"cmp"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strconv"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// Pool is a round under a policy, made ready for questions: requests in the
// order of their ids, supporters in Euler-tour order of the organisation, and
// of everybody only what they have consented to. It is immutable and safe for
// concurrent use.
type Pool struct {
	round    Round
	policy   Policy
	rules    *principles.Set[Pair]
	criteria []weighted
	chart    *peer.Chart
	asks     []ask
	gives    []give
	seats    []seat                 // every record of every supporter, by node
	byHuman  map[peer.Node]int      // supporter, by human being
	asking   map[peer.Node]int      // request, by human being
	past     map[[2]peer.Node][]int // history, by seeker and supporter
	refused  map[[2]peer.Node]bool  // who does not want whom, as human beings
	warnings peer.Faults
}

// Format implements fmt.Formatter for every verb: a pool holds what people told
// in confidence, and shows nothing of it.
func (p *Pool) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "[round]") }

// LogValue implements slog.LogValuer.
func (p *Pool) LogValue() slog.Value { return slog.StringValue("[round]") }

// ask is a request as far as it may be used.
type ask struct {
	request  peer.Request
	node     peer.Node
	human    peer.Node
	seeks    peer.Seeks
	withheld []peer.Item
	bases    []string // languages, by base
	week     peer.Week
	starts   peer.Week
	waited   int64
	open     []peer.Node // tops above them whose own manager is not known
}

// give is a supporter as far as what they offer may be used.
type give struct {
	supporter peer.Supporter
	node      peer.Node
	human     peer.Node
	offers    peer.Offers
	items     map[peer.Item]bool // experiences and attributes
	bases     []string
	week      peer.Week
	starts    peer.Week
	load      int // people supported now
	places    int // free places
	open      []peer.Node
}

// seat is a record of a supporter.
type seat struct {
	node      peer.Node
	supporter int
}

// Prepare checks a round and a policy and makes them ready. The error is a
// *RoundError with every fault; warnings alone are no error.
func Prepare(r Round, p Policy) (*Pool, error) {
	faults := append(p.Check(), r.check()...)
	if err := faults.Err(); err != nil {
		stopping, _ := faults.Split()
		return nil, &RoundError{Faults: stopping}
	}
	_, warnings := faults.Split()
	pool := &Pool{round: r, policy: p.withDefaults(), warnings: warnings}
	pool.rules, _ = ruleSet(pool.policy) // checked above
	pool.criteria = weightedCriteria(pool.policy)
	pool.chart = r.Organisation.On(r.At, pool.policy.Hierarchy.LookBackMonths)
	pool.refused = map[[2]peer.Node]bool{}
	pool.readHistory()
	pool.readRequests()
	pool.readSupporters()
	return pool, nil
}

// Warnings returns what was remarkable in the round and did not stop it.
func (p *Pool) Warnings() peer.Faults { return slices.Clone(p.warnings) }

// Policy returns the policy with every default written out.
func (p *Pool) Policy() Policy { return p.policy.clone() }

// NewSet returns an empty set of this pool's supporters.
func (p *Pool) NewSet() Set { return newSet(len(p.gives)) }

// Requests returns the number of requests; they are numbered in the order of
// their ids.
func (p *Pool) Requests() int { return len(p.asks) }

// Supporters returns the number of supporters.
func (p *Pool) Supporters() int { return len(p.gives) }

// Pair returns request i with supporter j.
func (p *Pool) Pair(i, j int) Pair { return Pair{pool: p, ask: &p.asks[i], give: &p.gives[j]} }

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

// openTops returns, in order, the tops above a person, along every line, whose
// own manager is not known; the person may be one of them.
func (p *Pool) openTops(n peer.Node) []peer.Node {
	org := p.round.Organisation
	var tops []peer.Node
	add := func(n peer.Node) {
		if !org.Declared(n) {
			tops = append(tops, org.Top(n))
		}
	}
	for _, a := range org.Accounts(n) {
		add(a)
	}
	for _, s := range p.chart.Superiors(n, 0) {
		add(s.Node)
	}
	slices.Sort(tops)
	return slices.Compact(tops)
}

// seated calls yield for the supporters with a record in nodes from to until,
// both included, until it returns false.
func (p *Pool) seated(from, until peer.Node, yield func(s seat) bool) {
	k, _ := slices.BinarySearchFunc(p.seats, from, func(s seat, n peer.Node) int { return cmp.Compare(s.node, n) })
	for ; k < len(p.seats) && p.seats[k].node <= until; k++ {
		if !yield(p.seats[k]) {
			return
		}
	}
}

// addSeated puts the supporters with a record in nodes from to until into out.
func (p *Pool) addSeated(out Set, from, until peer.Node) {
	p.seated(from, until, func(s seat) bool {
		out.Add(s.supporter)
		return true
	})
}

func indexed(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }
