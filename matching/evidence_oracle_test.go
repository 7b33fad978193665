package matching_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/synthetic"
	"github.com/peersupport/peersupport/principles"
)

// auditor counts the evidence anew from the rows of a world, with the plain
// checker of the rules and none of the engine's code.
type auditor struct {
	*checker
	proposals []proposal
}

type proposal struct {
	request   peer.Request
	supporter peer.Supporter
}

func newAuditor(t testing.TB, w world, plan matching.Plan) *auditor {
	t.Helper()
	a := &auditor{checker: newChecker(w)}
	for _, p := range plan.Pairs {
		i := slices.IndexFunc(w.requests, func(q peer.Request) bool { return q.Key == p.Request })
		j := slices.IndexFunc(w.supporters, func(s peer.Supporter) bool { return s.Person == p.Supporter })
		a.proposals = append(a.proposals, proposal{w.requests[i], w.supporters[j]})
	}
	return a
}

// ballot is yes or no about people, by name; two sides for pairs.
type ballot struct {
	yes   bool
	about [2]string
}

func tallied(ballots map[string]ballot) figure {
	f := figure{of: len(ballots)}
	sides := [2]map[string]bool{{}, {}}
	for _, b := range ballots {
		if b.yes {
			f.count++
		}
		for side, name := range b.about {
			if name != "" {
				sides[side][name] = true
			}
		}
	}
	if f.people = len(sides[0]); len(sides[1]) > 0 {
		f.people = min(f.people, len(sides[1]))
	}
	return f
}

// apart: two people, neither in a line of the other, as far as can be known.
func (a *auditor) apart(seeker, supporter peer.ExternalID) bool {
	x, found := a.row[seeker]
	y, found2 := a.row[supporter]
	return found && found2 && !a.same(x, y) && a.people[x].Status != peer.Vacant && a.people[y].Status != peer.Vacant &&
		a.steps(x, y) == 0 && a.steps(y, x) == 0 && !a.uncertain(x, y)
}

func (a *auditor) outsideLine() figure {
	ballots := map[string]ballot{}
	note := func(seeker, supporter peer.ExternalID) {
		x, y := a.nameOf(seeker), a.nameOf(supporter)
		before, met := ballots[x+"|"+y]
		ballots[x+"|"+y] = ballot{a.apart(seeker, supporter) && (before.yes || !met), [2]string{x, y}}
	}
	for _, p := range a.proposals {
		note(p.request.Person, p.supporter.Person)
	}
	for _, h := range a.history {
		if a.at.Compare(h.During.From) >= 0 && (h.During.Until.IsZero() || a.at.Compare(h.During.Until) < 0) {
			note(h.Seeker, h.Supporter)
		}
	}
	return tallied(ballots)
}

// recent: given in the last twelve months, whose first day is given, by one
// person to another.
func (a *auditor) recent(h peer.Relationship) bool {
	from, until := h.During.From, h.During.Until
	return a.at.Compare(from) >= 0 && a.nameOf(h.Seeker) != a.nameOf(h.Supporter) &&
		(until.IsZero() || from.Compare(until) < 0 && until.AddDays(-1).Compare(a.at.AddMonths(-12)) >= 0)
}

func (a *auditor) ended() figure {
	ballots := map[string]ballot{}
	for _, h := range a.history {
		by := h.EndedBy.Reveal()
		if !a.recent(h) || h.During.Until.IsZero() || a.at.Compare(h.During.Until) < 0 || by == "" {
			continue
		}
		x, y := a.nameOf(h.Seeker), a.nameOf(h.Supporter)
		key := fmt.Sprint(x, "|", y, h.During)
		before, met := ballots[key]
		ballots[key] = ballot{by == "planned" && (before.yes || !met), [2]string{x, y}}
	}
	return tallied(ballots)
}

func (a *auditor) bothWays() figure {
	gave, received := map[string]bool{}, map[string]bool{}
	for _, s := range a.supporters {
		gave[a.nameOf(s.Person)] = true
	}
	for _, q := range a.requests {
		received[a.nameOf(q.Person)] = true
	}
	for _, h := range a.history {
		if a.recent(h) {
			gave[a.nameOf(h.Supporter)], received[a.nameOf(h.Seeker)] = true, true
		}
	}
	ballots := map[string]ballot{}
	for name := range gave {
		ballots[name] = ballot{received[name], [2]string{name}}
	}
	return tallied(ballots)
}

// teams: for each name of a team, the names of the peers in it.
func (a *auditor) teams() figure {
	var f figure
	counted := map[string]bool{}
	names := map[string]bool{}
	for _, p := range a.people {
		names[p.Team] = p.Team != ""
	}
	for team, named := range names {
		var members []string
		if !named {
			continue
		}
		for _, s := range a.supporters {
			works := slices.ContainsFunc(a.records(a.row[s.Person]), func(r int) bool {
				return a.people[r].Team == team && a.there(r)
			})
			if works && a.there(a.row[s.Person]) {
				members = append(members, a.nameOf(s.Person))
				counted[a.nameOf(s.Person)] = true
			}
		}
		if len(members) > 0 {
			f.of++
		}
		if len(members) > 1 {
			f.count++
		}
	}
	f.people = len(counted)
	return f
}

func (a *auditor) there(r int) bool {
	return a.people[r].Status != peer.Left && a.people[r].Status != peer.Vacant
}

func (a *auditor) capacity() figure {
	ballots := map[string]ballot{}
	for _, s := range a.supporters {
		load := a.load(s)
		for _, p := range a.proposals {
			if p.supporter.Person == s.Person {
				load++
			}
		}
		ballots[string(s.Person)] = ballot{load <= s.Capacity, [2]string{string(s.Person)}}
	}
	return tallied(ballots)
}

// wishes counts the proposals for seekers who stated any that may be used.
func (a *auditor) wishes(stated func(peer.Seeks) []peer.Wish, every bool) figure {
	ballots := map[string]ballot{}
	for _, p := range a.proposals {
		asked, offered := a.mayUse(p.request.Terms), a.mayUse(p.supporter.Terms)
		all, met := 0, 0
		for _, w := range stated(p.request.Seeks.Reveal()) {
			if asked(w.Item) {
				all++
				if offered(w.Item) && slices.Contains(offeredItems(p.supporter.Offers.Reveal()), w.Item) {
					met++
				}
			}
		}
		if all > 0 {
			ballots[string(p.request.Key)] = ballot{
				met == all || met > 0 && !every, [2]string{string(p.request.Key), string(p.supporter.Person)}}
		}
	}
	return tallied(ballots)
}

func (a *auditor) figures() map[principles.MeasureID]figure {
	return map[principles.MeasureID]figure{
		matching.MeasurePairsOutsideLine:         a.outsideLine(),
		matching.MeasureEndedAsPlanned:           a.ended(),
		matching.MeasureGaveAndReceived:          a.bothWays(),
		matching.MeasureTeamsWithTwoPeers:        a.teams(),
		matching.MeasureSupportersWithinCapacity: a.capacity(),
		matching.MeasurePairsSharingExperience:   a.wishes(func(s peer.Seeks) []peer.Wish { return s.Experiences }, false),
		matching.MeasurePairsMeetingWishes:       a.wishes(func(s peer.Seeks) []peer.Wish { return s.Attributes }, true),
	}
}

// anyPlan proposes anybody to anybody, whatever the rules say.
func (w *world) anyPlan(t testing.TB, r *rand.Rand) matching.Plan {
	t.Helper()
	var pairs []pairing
	for _, q := range w.requests {
		if len(w.supporters) > 0 && r.IntN(5) > 0 {
			pairs = append(pairs, pairing{q.Key, w.supporters[r.IntN(len(w.supporters))].Person})
		}
	}
	return w.byHand(t, pairs...)
}

// pasts are relationships of anybody with anybody around the last year, some of
// them listed twice with different endings.
func (w *world) pasts(r *rand.Rand) []peer.Relationship {
	var rows []peer.Relationship
	someone := func() peer.ExternalID { return w.people[r.IntN(len(w.people))].Key }
	ways := []peer.EndedBy{peer.EndedAsPlanned, peer.EndedAsPlanned, peer.EndedByNotKnown, peer.EndedByBoth}
	for range r.IntN(6) {
		until := w.at.AddDays([]int{-r.IntN(400), 0, 1, -364, -365, -366}[r.IntN(6)])
		h := peer.Relationship{
			Seeker: someone(), Supporter: someone(), During: peer.Interval{From: until.AddDays(-r.IntN(300)), Until: until}}
		for range 1 + r.IntN(2) {
			h.EndedBy = peer.NewPrivate(ways[r.IntN(len(ways))])
			rows = append(rows, h)
		}
	}
	return rows
}

func requireFigures(t *testing.T, w world, plan matching.Plan, seen map[principles.MeasureID]figure) {
	t.Helper()
	found := w.evidence(t, plan)
	for id, want := range newAuditor(t, w, plan).figures() {
		e := found[id]
		require.Equal(t, want, figure{e.Count, e.Of, e.People}, id)
		s := seen[id]
		seen[id] = figure{s.count + want.count, s.of + want.of, s.people + want.people}
	}
}

func TestEvidenceAgreesWithAPlainCount(t *testing.T) {
	t.Parallel()
	seen := map[principles.MeasureID]figure{}
	for seed := range uint64(400 * bounded(t, 20)) {
		s := small()
		s.vacantLines = seed%2 == 0
		w := roll(seed, s)
		r := rand.New(rand.NewPCG(seed, 11))
		w.history = append(w.history, w.pasts(r)...)
		requireFigures(t, w, w.anyPlan(t, r), seen)
		if t.Failed() {
			t.Fatalf("in world %d", seed)
		}
	}
	for id, f := range seen {
		require.Positive(t, f.count, id)
		require.Greater(t, f.of, f.count, "the worlds should give %s something to find", id)
	}
}

// TestEvidenceOfSyntheticCompanies counts whole companies, once as they were
// matched, where nobody stands in a line of the other, and once with a plan
// that breaks the rules.
func TestEvidenceOfSyntheticCompanies(t *testing.T) {
	t.Parallel()
	for seed := range uint64(4 * bounded(t, 10)) {
		cfg := synthetic.Config{Seed: seed, People: 150, At: day("2026-11-21"), Seekers: 0.2, Supporters: 0.15}
		w := world{at: cfg.At}
		w.people, w.relations = synthetic.Organisation(cfg)
		org, err := peer.NewOrganisation(w.people, w.relations, w.config)
		require.NoError(t, err)
		w.requests, w.supporters, w.history = synthetic.Demand(cfg, org)
		_, plan := w.match(t)
		require.NotEmpty(t, plan.Pairs)
		for _, planned := range []matching.Plan{plan, w.anyPlan(t, rand.New(rand.NewPCG(seed, 12)))} {
			requireFigures(t, w, planned, map[principles.MeasureID]figure{})
		}
		w.history = nil
		_, plan = w.match(t)
		e := w.evidence(t, plan)[matching.MeasurePairsOutsideLine]
		require.Equal(t, len(plan.Pairs), e.Of)
		require.Equal(t, e.Of, e.Count)
	}
}
