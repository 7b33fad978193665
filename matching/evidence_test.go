package matching_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// figure is what a measure comes to.
type figure struct{ count, of, people int }

// pairing is a proposal made by hand: a request and a supporter.
type pairing [2]peer.ExternalID

// byHand returns a plan of the world that proposes these pairs and no others,
// whatever the rules say.
func (w *world) byHand(t testing.TB, pairs ...pairing) matching.Plan {
	t.Helper()
	_, plan := w.match(t)
	plan.Pairs, plan.Unmatched = nil, nil
	served := map[peer.ExternalID]bool{}
	for _, p := range pairs {
		served[p[0]] = true
		plan.Pairs = append(plan.Pairs, matching.PlannedPair{Request: p[0], Supporter: p[1]})
	}
	for _, q := range w.requests {
		if !served[q.Key] {
			plan.Unmatched = append(plan.Unmatched, matching.Unmatched{Request: q.Key})
		}
	}
	return withDigest(t, plan)
}

func (w *world) evidence(t testing.TB, plan matching.Plan) map[principles.MeasureID]principles.Evidence {
	t.Helper()
	list, err := w.pool(t).Evidence(plan)
	require.NoError(t, err)
	found := map[principles.MeasureID]principles.Evidence{}
	for _, e := range list {
		found[e.Measure] = e
	}
	return found
}

// evidenceCase changes the world in which ana asks and ben offers; the plan
// proposes the pairs, or the two where none are given.
type evidenceCase struct {
	name   string
	change func(*world)
	pairs  []pairing
	want   figure
}

func requireEvidence(t *testing.T, id principles.MeasureID, cases []evidenceCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := pairOf()
			c.change(&w)
			pairs := c.pairs
			if pairs == nil {
				pairs = []pairing{{"r_ana", "ben"}}
			}
			e := w.evidence(t, w.byHand(t, pairs...))[id]
			require.Equal(t, c.want, figure{e.Count, e.Of, e.People})
		})
	}
}

// Changes of the world of ana and ben.

func nothing(*world) {}

// joins adds people in a team, below ben's boss, who have nothing to do with
// ana.
func joins(team string, keys ...peer.ExternalID) func(*world) {
	return func(w *world) {
		for _, key := range keys {
			w.people = append(w.people, peer.Person{Key: key, Manager: "bens_boss", Team: team})
		}
	}
}

// twin adds a second record of somebody, in a team.
func twin(key, of peer.ExternalID, team string) func(*world) {
	return func(w *world) {
		w.people = append(w.people, peer.Person{Key: key, Manager: "top", SameAs: of, Team: team})
	}
}

func asks(keys ...peer.ExternalID) func(*world) {
	return func(w *world) {
		for _, key := range keys {
			w.requests = append(w.requests, asking(key, w.at))
		}
	}
}

func offers(keys ...peer.ExternalID) func(*world) {
	return func(w *world) {
		for _, key := range keys {
			w.supporters = append(w.supporters, offering(key, 1, w.at))
		}
	}
}

func isOfTeam(key peer.ExternalID, team string) func(*world) {
	return func(w *world) { w.person(key).Team = team }
}

func isNow(key peer.ExternalID, s peer.Status) func(*world) {
	return func(w *world) { w.person(key).Status = s }
}

// supports adds a row of history; the ways of ending of several rows about the
// same days may differ.
func supports(supporter, seeker peer.ExternalID, from, until string, by ...peer.EndedBy) func(*world) {
	return func(w *world) {
		h := peer.Relationship{Seeker: seeker, Supporter: supporter, During: peer.Interval{From: day(from)}}
		if until != "" {
			h.During.Until = day(until)
		}
		if len(by) == 0 {
			by = []peer.EndedBy{peer.EndedByNotKnown}
		}
		for _, ending := range by {
			h.EndedBy = peer.NewPrivate(ending)
			w.history = append(w.history, h)
		}
	}
}

func wishes(change func(*peer.Seeks)) func(*world) {
	return func(w *world) { w.ask(0, change) }
}

func brings(change func(*peer.Offers)) func(*world) {
	return func(w *world) { w.offer(0, change) }
}

// mayNotBeUsed takes back consent to a kind of item, of the seeker or the
// supporter.
func mayNotBeUsed(kind peer.Item, ofSeeker bool) func(*world) {
	return func(w *world) {
		var kept peer.Terms
		for _, c := range everything().Matching {
			if c.Item != kind {
				kept.Matching = append(kept.Matching, c)
			}
		}
		if ofSeeker {
			w.requests[0].Terms = peer.NewPrivate(kept)
		} else {
			w.supporters[0].Terms = peer.NewPrivate(kept)
		}
	}
}

func TestEvidenceHasOneFixedShape(t *testing.T) {
	w := pairOf()
	r, plan := w.match(t)
	list, err := matching.Evidence(r, w.policy, plan)
	require.NoError(t, err)
	at, yearBefore := principles.DayOf(w.at.Time()), principles.DayOf(day("2025-11-21").Time())
	var ids []principles.MeasureID
	for _, e := range list {
		ids = append(ids, e.Measure)
		require.True(t, e.Measure.Valid())
		require.Equal(t, principles.Computed, e.Kind)
		require.Equal(t, "matching", e.Source)
		require.True(t, e.Complete)
		require.Equal(t, at, e.Until)
		if e.Measure == matching.MeasureEndedAsPlanned || e.Measure == matching.MeasureGaveAndReceived {
			require.Equal(t, yearBefore, e.From, "history begins where it is looked at, whoever is in it")
		} else {
			require.Equal(t, at, e.From)
		}
	}
	require.Equal(t, matching.Measures(), ids)
	require.Len(t, ids, 11)
}

func TestEvidenceOfNothingIsNoneOfNone(t *testing.T) {
	w := world{at: day("2026-11-21")}
	for id, e := range w.evidence(t, w.byHand(t)) {
		require.Equal(t, [4]int{}, [4]int{e.Count, e.Of, e.People, e.Largest}, id)
		require.False(t, e.Until.IsZero(), "an audit refuses evidence without a day")
	}
}

func TestEvidenceRefusesThePlanOfAnotherRound(t *testing.T) {
	w := pairOf()
	all(joins("", "cleo"), asks("cleo"))(&w)
	pool := w.pool(t)
	sound := w.byHand(t, pairing{"r_ana", "ben"})
	for name, change := range map[string]func(*matching.Plan){
		"nothing":             func(p *matching.Plan) { *p = matching.Plan{} },
		"another day":         func(p *matching.Plan) { p.At = p.At.AddDays(1) },
		"another policy":      func(p *matching.Plan) { p.Policy.RepeatAfterMonths++ },
		"other places":        func(p *matching.Plan) { p.Places["ben"]++ },
		"an unknown request":  func(p *matching.Plan) { p.Pairs[0].Request = "r_secret" },
		"an unknown one left": func(p *matching.Plan) { p.Unmatched[0].Request = "r_secret" },
		"somebody unknown":    func(p *matching.Plan) { p.Pairs[0].Supporter = "secret" },
		"who does not offer":  func(p *matching.Plan) { p.Pairs[0].Supporter = "cleo" },
		"a request twice":     func(p *matching.Plan) { p.Pairs = append(p.Pairs, p.Pairs[0]) },
		"one in both lists":   func(p *matching.Plan) { p.Unmatched[0].Request = "r_ana" },
		"a request left out":  func(p *matching.Plan) { p.Unmatched = nil },
	} {
		t.Run(name, func(t *testing.T) {
			plan := copyOf(t, sound)
			change(&plan)
			_, err := pool.Evidence(withDigest(t, plan))
			require.ErrorIs(t, err, matching.ErrOtherPlan)
			require.NotContains(t, err.Error(), "secret")
		})
	}
	t.Run("a wrong digest", func(t *testing.T) {
		plan := copyOf(t, sound)
		plan.Pairs[0].Score++
		_, err := pool.Evidence(plan)
		require.ErrorIs(t, err, matching.ErrOtherPlan)
	})
	t.Run("a round that cannot be decided on", func(t *testing.T) {
		_, err := matching.Evidence(matching.Round{}, matching.Policy{}, sound)
		var faults *matching.RoundError
		require.ErrorAs(t, err, &faults)
	})
}

// What a round of a company of six gives an audit. It would show none of it, as
// it is about too few people.
func ExampleEvidence() {
	round := smallRound()
	plan, err := matching.Match(context.Background(), round, matching.Policy{})
	if err != nil {
		panic(err)
	}
	evidence, err := matching.Evidence(round, matching.Policy{}, plan)
	if err != nil {
		panic(err)
	}
	for _, e := range evidence {
		fmt.Println(e.Measure, e.Count, "of", e.Of, "about", e.People)
	}
	// Output:
	// requests_with_proposal 2 of 2 about 2
	// seekers_own_choice 0 of 0 about 0
	// pairs_outside_line 2 of 2 about 2
	// teams_with_two_peers 0 of 2 about 2
	// ended_as_planned 0 of 0 about 0
	// gave_and_received 0 of 2 about 2
	// supporters_trained 2 of 2 about 2
	// supporters_within_capacity 2 of 2 about 2
	// pairs_sharing_experience 0 of 1 about 1
	// pairs_meeting_wishes 0 of 0 about 0
	// conditions_may_be_used 2 of 2 about 2
}
