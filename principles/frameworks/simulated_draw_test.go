package frameworks_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/peersupport/peersupport/principles"
)

// dice draws a programme.
type dice struct{ *rand.Rand }

func diceOf(seed uint64) dice { return dice{rand.New(rand.NewPCG(seed, 2026))} }

// from draws a whole number from low to high.
func (d dice) from(low, high int) int { return low + d.IntN(high-low+1) }

// days draws a day from the first to the last, both counted back.
func (d dice) days(first, last int) daysAgo { return daysAgo(d.from(last, first)) }

// few draws who of n is not as it should be even where all is well: some, but
// never more than 9 of 100.
func (d dice) few(n int) map[int]bool { return d.some(n, 2, 9) }

// some draws so many of n, from low to high of 100, rounded down.
func (d dice) some(n, low, high int) map[int]bool {
	drawn := make(map[int]bool)
	for _, i := range d.Perm(n)[:d.from(low*n/100, high*n/100)] {
		drawn[i] = true
	}
	return drawn
}

// healthy draws a programme in which everything is as it should be, as far as it
// is among people: few things went wrong, and few are not content.
func healthy(t testing.TB, seed uint64) *simulated {
	t.Helper()
	d := diceOf(seed)
	p := &simulated{closed: d.days(40, 5), bosses: map[string][]string{}, peers: map[string]bool{}}
	p.supervisors = d.staff(p, "supervisor", d.from(6, 10))
	p.managers = d.staff(p, "manager", d.from(5, 8))
	p.coordinators = d.staff(p, "coordinator", d.from(5, 6))
	for _, s := range p.supervisors {
		p.peers[s] = true
	}
	d.supporters(p, d.from(30, 60))
	d.seekers(p, d.from(max(60, len(p.supporters)*3/2), 150))
	d.relationships(p)
	d.work(p)
	d.organisation(t, p)
	d.answers(t, p)
	p.register = registerInOrder()
	return p
}

func (d dice) staff(p *simulated, part string, n int) []string {
	var all []string
	for i := range n {
		id := fmt.Sprintf("%s %d", part, i)
		all = append(all, id)
		p.bosses[id] = []string{"director"}
	}
	return all
}

func (d dice) supporters(p *simulated, n int) {
	teams := n / d.from(3, 5)
	unpaid, temporary, stuck, undefined, alone := d.few(n), d.few(n), d.few(n), d.few(n), d.few(n)
	for i := range n {
		s := supporter{
			id: fmt.Sprintf("supporter %d", i), team: fmt.Sprintf("team %d", i%teams),
			paid: !unpaid[i], permanent: !temporary[i], trainedFrom: d.days(900, 800),
		}
		if !stuck[i] {
			s.nextStep = "senior peer supporter"
		}
		if !undefined[i] {
			s.definition = "what the role is for"
		}
		s.chosenBy = []string{"manager 0"}
		if !alone[i] {
			s.chosenBy = append(s.chosenBy, "peer on the panel")
		}
		p.supporters = append(p.supporters, s)
		p.peers[s.id] = true
		p.bosses[s.id] = []string{p.managers[i%len(p.managers)]}
	}
}

// seekers draws whom the programme supports; many supporters are among them.
func (d dice) seekers(p *simulated, n int) {
	for _, i := range d.Perm(len(p.supporters))[:len(p.supporters)*d.from(60, 75)/100+1] {
		p.seekers = append(p.seekers, p.supporters[i].id)
	}
	for i := len(p.seekers); i < n; i++ {
		id := fmt.Sprintf("person %d", i)
		p.seekers = append(p.seekers, id)
		if d.IntN(4) == 0 { // works in the organisation as well
			p.bosses[id] = []string{p.managers[d.IntN(len(p.managers))]}
		}
	}
	d.Shuffle(n, func(i, j int) { p.seekers[i], p.seekers[j] = p.seekers[j], p.seekers[i] })
}

// relationships gives every seeker one relationship, as evenly as can be.
func (d dice) relationships(p *simulated) {
	n := len(p.seekers)
	order := d.Perm(len(p.supporters))
	load := make(map[string]int)
	assigned, unsafe, strange, unmet, unforeseen := d.few(n), d.few(n), d.few(n), d.few(n), d.few(2*n/5)
	for i, seeker := range p.seekers {
		at := order[i%len(order)]
		if p.supporters[at].id == seeker {
			at = (at + 1) % len(p.supporters)
		}
		r := relationship{
			seeker: seeker, supporter: p.supporters[at].id, began: d.days(700, 400), freely: true,
			chosen: !assigned[i], safety: !unsafe[i], experience: []string{"loss", "voices"}, wishes: []string{"same language"},
		}
		if i < 2*n/5 {
			r.ended, r.how = d.days(300, 1), asPlanned
			if unforeseen[i] {
				r.how = withoutWord
			}
		} else {
			load[r.supporter]++
		}
		if !strange[i] {
			r.shared = r.experience[:1]
		}
		if !unmet[i] {
			r.met = r.wishes
		}
		p.relationships = append(p.relationships, r)
		p.goals = append(p.goals, goal{seeker, d.IntN(10) < 8})
	}
	for i := range p.supporters {
		p.supporters[i].capacity = load[p.supporters[i].id] + d.IntN(3)
	}
	nobody := d.few(40)
	for i := range 40 {
		r := request{seeker: fmt.Sprintf("new person %d", i)}
		if !nobody[i] {
			r.proposed = []string{p.supporters[d.IntN(len(p.supporters))].id}
		}
		p.requests = append(p.requests, r)
	}
}

// registerInOrder is a register that leaves nothing open.
func registerInOrder() principles.Register {
	both := []principles.Voice{principles.PersonSupported, principles.PeerSupporter, principles.Coordinator}
	return principles.Register{
		Tensions: []principles.Tension{{
			ID: "T1", Framework: "core_principles", Title: "Safety for one is distance for the other",
			RaisedBy: principles.PeerSupporter, On: auditLess(90), Serves: []principles.PrincipleID{"safe"},
			Seen: []principles.Account{
				{Voice: principles.PeerSupporter, Text: "We want to be reached."},
				{Voice: principles.Coordinator, Text: "We want evenings to be free."}}}},
		Actions: []principles.Action{{
			ID: "A1", Framework: "core_principles", What: "Settle by when a message is answered", Tension: "T1", Serves: "safe",
			Owner: "coordinator", Due: auditLess(-60), AgreedBy: slices.Clone(both)}},
		Contests: []principles.Contest{{
			ID: "C1", Framework: "core_principles", Principle: "mutual", By: principles.PersonSupported, On: auditLess(20),
			Answer: "We ask again in autumn.", AnsweredBy: "coordinator", AnsweredOn: auditLess(10)}},
	}
}
