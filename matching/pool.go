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
	open     string // tops above them whose own manager is not known: see openTops
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
	open      string
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

// openTops names the tops above a person, along every line, whose own manager is
// not known; the person may be one of them. The names are in order, so that two
// people below the same tops have the same text.
func (p *Pool) openTops(n peer.Node) string {
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
	return fmt.Sprint(slices.Compact(tops))
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
