package matching_test

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

func explained(t testing.TB, pool *matching.Pool, plan matching.Plan, q matching.Question) matching.Explanation {
	t.Helper()
	e, err := pool.Explain(context.Background(), plan, q)
	require.NoError(t, err)
	return e
}

// eachPair calls yield with the coordinator's explanation of every pair of
// small random worlds.
func eachPair(t *testing.T, rounds int, yield func(w world, plan matching.Plan, i, j int, e matching.Explanation)) {
	t.Helper()
	for seed := range uint64(rounds) {
		w := roll(seed, small())
		pool := w.pool(t)
		plan := planOf(t, pool)
		for i, q := range w.requests {
			for j, s := range w.supporters {
				yield(w, plan, i, j, explained(t, pool, plan,
					matching.Question{Request: q.Key, Supporter: s.Person, Reader: principles.ReaderCoordinator}))
			}
		}
	}
}

// TestReasonsSayWhatTheRulesSay asks every rule again about every reason.
func TestReasonsSayWhatTheRulesSay(t *testing.T) {
	t.Parallel()
	checked := 0
	eachPair(t, 25*bounded(t, 10), func(w world, _ matching.Plan, i, j int, e matching.Explanation) {
		d := w.decide(t, i, j)
		require.Equal(t, d.Blocked(), e.Answer == matching.AnswerBlocked)
		for _, reason := range e.Reasons {
			if reason.Rule == "" { // a mask
				require.Equal(t, matching.CodePrivateBlock, reason.Finding.Code)
				continue
			}
			k := slices.IndexFunc(d.Reasons, func(r principles.Reason) bool { return r.Rule == reason.Rule })
			require.Equal(t, d.Reasons[k].Finding.Verdict, reason.Finding.Verdict)
			require.Equal(t, d.Reasons[k].Finding.Code, reason.Finding.Code)
			checked++
		}
	})
	t.Logf("%d reasons", checked)
}

// without takes what the findings are about out of the world.
func (w *world) without(codes []principles.Code, i, j int) {
	seeker, supporter := w.requests[i].Person, w.supporters[j].Person
	for _, code := range codes {
		switch code {
		case matching.CodeDirectReport, matching.CodeReportingLine, matching.CodeSharedManager, matching.CodeLineUncertain:
			w.flatten()
		case matching.CodeReviewer:
			w.relations = slices.DeleteFunc(w.relations, func(r peer.Relation) bool { return r.Kind == peer.Reviewer })
		case matching.CodeSeekerLeft:
			w.person(seeker).Status = peer.Active
		case matching.CodeSupporterLeft, matching.CodeSupporterOnLeave:
			w.person(supporter).Status = peer.Active
		case matching.CodeNotTrained:
			w.supporters[j].TrainedUntil = w.at
		case matching.CodePaused:
			w.supporters[j].PausedUntil = peer.Date{}
		case matching.CodeNoPlace:
			w.supporters[j].Capacity += 10
		case matching.CodeEndedRecently:
			w.history = slices.DeleteFunc(w.history, func(h peer.Relationship) bool { return !h.Open(w.at) })
		case matching.CodeOtherDirection:
			w.requests[i].Asked = w.requests[i].Asked.AddDays(-100)
		default:
			w.ask(i, func(s *peer.Seeks) { s.Languages, s.Modes, s.Availability = nil, nil, peer.Availability{} })
			w.ask(i, func(s *peer.Seeks) { s.Experiences, s.Attributes = optional(s.Experiences), optional(s.Attributes) })
		}
	}
}

func optional(wishes []peer.Wish) []peer.Wish {
	wishes = slices.Clone(wishes)
	for i := range wishes {
		wishes[i].Must = false
	}
	return wishes
}

// flatten leaves nobody above anybody.
func (w *world) flatten() {
	for i := range w.people {
		w.people[i].Manager = ""
	}
	w.config = peer.OrganisationConfig{Flat: true}
	w.relations = slices.DeleteFunc(w.relations, func(r peer.Relation) bool { return r.Kind.Authority() })
}

// TestCounterfactualsFlip changes what an explanation names, and nothing else:
// then every rule allows the pair. With one of several things left as it is, it
// stays blocked.
func TestCounterfactualsFlip(t *testing.T) {
	t.Parallel()
	flipped, held := 0, 0
	eachPair(t, 60*bounded(t, 10), func(w world, _ matching.Plan, i, j int, e matching.Explanation) {
		// Filling a vacant position would change the chart as well.
		vacant := w.person(w.requests[i].Person).Status == peer.Vacant || w.person(w.supporters[j].Person).Status == peer.Vacant
		if len(e.Counterfactuals) == 0 || vacant {
			return
		}
		named := e.Counterfactuals[0].Codes
		require.NotEmpty(t, e.Counterfactuals[0].Events)
		changed := w.clone()
		changed.without(named, i, j)
		// Whoever can support again may by that close the other direction.
		require.Subset(t, only(matching.CodeOtherDirection), codes(changed.decide(t, i, j)), "%v", named)
		flipped++
		for k := range named {
			partly := w.clone()
			partly.without(slices.Delete(slices.Clone(named), k, k+1), i, j)
			if d := partly.decide(t, i, j); d.Blocked() {
				held++
			}
		}
	})
	require.Positive(t, flipped)
	require.Positive(t, held)
	t.Logf("%d pairs became possible", flipped)
}

func TestNoCounterfactualLeadsPastASecret(t *testing.T) {
	w := pairOf()
	vetoed("ben")(&w)
	w.supporters[0].Capacity = 0
	pool := w.pool(t)
	e := explained(t, pool, planOf(t, pool),
		matching.Question{Request: "r_ana", Supporter: "ben", Reader: principles.ReaderCoordinator})
	require.Equal(t, matching.AnswerBlocked, e.Answer)
	require.Empty(t, e.Counterfactuals)
}

// TestARepairServesOneMore applies every repair of small rounds on its own and
// counts, by trying every assignment, how many people can be served.
func TestARepairServesOneMore(t *testing.T) {
	t.Parallel()
	kinds := map[matching.RepairKind]int{}
	for seed := range uint64(200 * bounded(t, 20)) {
		w := roll(seed, small())
		_, plan := w.match(t)
		before := newOracle(w)
		for _, r := range plan.Repairs {
			var o *oracle
			i, j := before.find(r.Request, r.Supporter)
			if r.Kind == matching.AddPlace {
				more := w.clone()
				_, j = before.find(w.requests[0].Key, r.Supporter)
				more.supporters[j].Capacity = max(more.supporters[j].Capacity, before.load(w.supporters[j])) + 1
				o = newOracle(more)
			} else {
				o = newOracle(w)
				require.False(t, o.legal[i][j])
				o.legal[i][j] = true
			}
			require.Equal(t, before.most()+r.Gain, o.most(), "world %d: %+v", seed, r)
			kinds[r.Kind]++
		}
	}
	require.Len(t, kinds, 3, "every kind of repair should occur")
	t.Logf("%v", kinds)
}

// most is the largest number of people who can be served.
func (o *oracle) most() int {
	most := 0
	o.each(func(columns []int) {
		served := 0
		for _, j := range columns {
			if j >= 0 {
				served++
			}
		}
		most = max(most, served)
	})
	return most
}

// TestConsequencesAreWhatWouldCome compares what an explanation says the
// objectives would come to with brute force over assignments with that pair.
func TestConsequencesAreWhatWouldCome(t *testing.T) {
	t.Parallel()
	compared := 0
	eachPair(t, 30*bounded(t, 20), func(w world, _ matching.Plan, i, j int, e matching.Explanation) {
		if e.Answer != matching.AnswerNotChosen {
			return
		}
		o := newOracle(w)
		for k := range o.legal[i] {
			o.legal[i][k] = o.legal[i][k] && k == j
		}
		var least []int64
		o.each(func(columns []int) {
			if c := o.ladderCost(columns); columns[i] == j && (least == nil || slices.Compare(c, least) < 0) {
				least = c
			}
		})
		for n, c := range e.Consequences {
			value := least[n]
			if c.Objective != "load" {
				value = -value
			}
			require.Equal(t, value, c.Instead)
		}
		require.Len(t, e.Consequences, len(o.ladder()))
		compared++
	})
	require.Positive(t, compared)
}

func TestACoordinatorIsToldWhoElseWouldDo(t *testing.T) {
	w := pairOf()
	w.people = append(w.people, peer.Person{Key: "cleo", Manager: "top"})
	w.supporters = append(w.supporters, offering("cleo", 1, w.at))
	w.offer(0, func(o *peer.Offers) { o.Experiences = []string{"grief"} })
	w.ask(0, func(s *peer.Seeks) { s.Experiences = []peer.Wish{{Item: "experience:grief", Importance: 2}} })
	pool := w.pool(t)
	e := explained(t, pool, planOf(t, pool), matching.Question{Request: "r_ana", Reader: principles.ReaderCoordinator})
	require.Equal(t, matching.AnswerPair, e.Answer)
	require.Equal(t, peer.ExternalID("ben"), e.Supporter)
	require.Equal(t, []matching.Alternative{{Supporter: "cleo", Score: e.Alternatives[0].Score}}, e.Alternatives)
	require.Greater(t, e.Score, e.Alternatives[0].Score)
}

func TestQuestionsWithoutAnAnswer(t *testing.T) {
	w := pairOf()
	pool := w.pool(t)
	plan := planOf(t, pool)
	ask := func(plan matching.Plan, request, supporter peer.ExternalID, reader principles.Reader) error {
		_, err := pool.Explain(context.Background(), plan, matching.Question{Request: request, Supporter: supporter, Reader: reader})
		return err
	}
	require.ErrorIs(t, ask(plan, "r_nobody", "", principles.ReaderAuditor), matching.ErrNoSuchRequest)
	require.ErrorIs(t, ask(plan, "r_ana", "nobody", principles.ReaderCoordinator), matching.ErrNoSuchSupporter)
	require.NoError(t, ask(plan, "r_ana", "nobody", principles.ReaderSeeker))
	plan.Pairs[0].Supporter = "top"
	require.ErrorIs(t, ask(plan, "r_ana", "", principles.ReaderAuditor), matching.ErrOtherPlan)
	require.ErrorIs(t, ask(withDigest(t, plan), "r_ana", "", principles.ReaderAuditor), matching.ErrOtherPlan)
}
