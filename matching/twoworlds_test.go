package matching_test

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// told returns what a reader is told in answer to a question, as bytes.
func told(t testing.TB, pool *matching.Pool, plan matching.Plan, q matching.Question) string {
	t.Helper()
	e, err := pool.Explain(context.Background(), plan, q)
	require.NoError(t, err)
	return asJSON(t, e)
}

func asJSON(t testing.TB, v any) string {
	t.Helper()
	raw, err := json.Marshal(v)
	require.NoError(t, err)
	return string(raw)
}

func planOf(t testing.TB, pool *matching.Pool) matching.Plan {
	t.Helper()
	plan, err := pool.Match(context.Background())
	require.NoError(t, err)
	return plan
}

// TestOnesOwnExplanationTellsNothingOfAnybodyElsesSecret changes a veto, a
// health tag or a decline of somebody outside a pair. Where the pair is still
// proposed, both people in it are told the same bytes as before.
func TestOnesOwnExplanationTellsNothingOfAnybodyElsesSecret(t *testing.T) {
	t.Parallel()
	compared, changed := 0, 0
	for seed := uint64(0); compared < 100*scale(t); seed++ {
		a := roll(seed, small())
		poolA := a.pool(t)
		planA := planOf(t, poolA)
		if len(planA.Pairs) == 0 || len(a.requests) < 2 {
			continue
		}
		pair := planA.Pairs[0]
		b := a.clone()
		b.changeSecretOutside(rand.New(rand.NewPCG(seed, 5)), pair)
		poolB := b.pool(t)
		planB := planOf(t, poolB)
		if pairsOf(planB)[pair.Request] != pair.Supporter {
			continue
		}
		for _, reader := range []principles.Reader{principles.ReaderSeeker, principles.ReaderSupporter} {
			for _, about := range []peer.ExternalID{"", pair.Supporter, a.people[0].Key} {
				q := matching.Question{Request: pair.Request, Supporter: about, Reader: reader}
				require.Equal(t, told(t, poolA, planA, q), told(t, poolB, planB, q), "world %d", seed)
			}
		}
		compared++
		if planA.Digest != planB.Digest {
			changed++
		}
	}
	require.Positive(t, changed, "some secrets should change the plan, or nothing is compared")
	t.Logf("%d pairs of worlds, %d with different plans", compared, changed)
}

// changeSecretOutside changes one secret of somebody who is not in the pair.
func (w *world) changeSecretOutside(r *rand.Rand, pair matching.PlannedPair) {
	own, _ := newOracle(*w).find(pair.Request, pair.Supporter)
	seeker := w.requests[own].Person
	i := r.IntN(len(w.requests))
	for w.requests[i].Key == pair.Request {
		i = r.IntN(len(w.requests))
	}
	switch r.IntN(4) {
	case 0:
		w.ask(i, func(s *peer.Seeks) { s.NotWanted = []peer.ExternalID{pair.Supporter} })
	case 1:
		w.ask(i, func(s *peer.Seeks) {
			s.Experiences = []peer.Wish{{Item: "experience:psychosis", Importance: 3, Must: r.IntN(2) == 0}}
		})
	case 2:
		for j, s := range w.supporters {
			if s.Person != pair.Supporter {
				w.offer(j, func(o *peer.Offers) {
					o.Experiences = []string{"psychosis"}
					o.NotPairedWith = []peer.ExternalID{w.requests[i].Person}
				})
			}
		}
	case 3:
		if w.requests[i].Person != seeker {
			w.history = append(slices.Clone(w.history), peer.Relationship{
				Seeker: w.requests[i].Person, Supporter: pair.Supporter,
				During:  peer.Interval{From: w.at.AddDays(-90), Until: w.at.AddDays(-60)},
				EndedBy: peer.NewPrivate(peer.EndedByDeclining)})
		}
	}
}

// hiddenCauses block the pair of request 0 and supporter 0 for reasons that
// nobody but the auditor may tell apart.
func hiddenCauses() map[string]func(*world) {
	related := func(kind peer.RelationKind) func(*world) {
		return func(w *world) { w.relate(w.requests[0].Person, w.supporters[0].Person, kind) }
	}
	bySeeker := func(w *world) {
		w.ask(0, func(s *peer.Seeks) { s.NotWanted = []peer.ExternalID{w.supporters[0].Person} })
	}
	bySupporter := func(w *world) {
		w.offer(0, func(o *peer.Offers) { o.NotPairedWith = []peer.ExternalID{w.requests[0].Person} })
	}
	causes := map[string]func(*world){
		"veto of the seeker":    bySeeker,
		"veto of the supporter": bySupporter,
		"both vetoes":           func(w *world) { bySeeker(w); bySupporter(w) },
		"a veto and a relation": func(w *world) { bySupporter(w); related(peer.Grievance)(w) },
	}
	for _, kind := range peer.RelationKinds() {
		if kind.Private() {
			causes[kind.String()] = related(kind)
		}
	}
	return causes
}

// withoutSecrets removes whatever hiddenCauses might add.
func (w *world) withoutSecrets() {
	w.relations = slices.DeleteFunc(w.relations, func(r peer.Relation) bool { return r.Kind.Private() })
	for i := range w.requests {
		w.ask(i, func(s *peer.Seeks) { s.NotWanted = nil })
	}
	for j := range w.supporters {
		w.offer(j, func(o *peer.Offers) { o.NotPairedWith = nil })
	}
}

// TestOnlyTheAuditorTellsHiddenCausesApart compares worlds that differ only in
// why a pair is blocked.
func TestOnlyTheAuditorTellsHiddenCausesApart(t *testing.T) {
	t.Parallel()
	causes := hiddenCauses()
	compared := 0
	for seed := uint64(0); compared < 100*scale(t); seed++ {
		base := roll(seed, small())
		if len(base.requests) == 0 || len(base.supporters) == 0 ||
			newChecker(base).sameKeys(base.requests[0].Person, base.supporters[0].Person) {
			continue
		}
		base.withoutSecrets()
		seen := map[principles.Reader]map[string]bool{}
		plans := map[string]bool{}
		for _, apply := range causes {
			w := base.clone()
			apply(&w)
			pool := w.pool(t)
			plan := planOf(t, pool)
			plans[asJSON(t, plan)] = true
			for _, reader := range readers() {
				if seen[reader] == nil {
					seen[reader] = map[string]bool{}
				}
				text := ""
				for _, about := range []peer.ExternalID{"", w.supporters[0].Person} {
					text += told(t, pool, plan, matching.Question{Request: w.requests[0].Key, Supporter: about, Reader: reader})
				}
				seen[reader][text] = true
			}
			compared++
		}
		require.Len(t, plans, 1, "world %d: the plan tells the causes apart", seed)
		require.Len(t, seen[principles.ReaderSeeker], 1, "world %d", seed)
		require.Len(t, seen[principles.ReaderSupporter], 1, "world %d", seed)
		require.Len(t, seen[principles.ReaderCoordinator], 1, "world %d", seed)
		require.Len(t, seen[principles.ReaderAuditor], len(causes), "world %d: the auditor sees every cause", seed)
	}
	t.Logf("%d worlds", compared)
}

func (c *checker) sameKeys(a, b peer.ExternalID) bool { return c.same(c.row[a], c.row[b]) }

func readers() []principles.Reader {
	return []principles.Reader{
		principles.ReaderSeeker, principles.ReaderSupporter, principles.ReaderCoordinator, principles.ReaderAuditor}
}

// TestABlockReadsLikeNoFreePlace: neither of the two can tell a private block
// from a supporter without a place.
func TestABlockReadsLikeNoFreePlace(t *testing.T) {
	for name, apply := range hiddenCauses() {
		t.Run(name, func(t *testing.T) {
			blocked, full := pairOf(), pairOf()
			apply(&blocked)
			full.supporters[0].Capacity = 0
			for _, reader := range []principles.Reader{principles.ReaderSeeker, principles.ReaderSupporter} {
				for _, about := range []peer.ExternalID{"", "ben", "nobody_at_all"} {
					var answers []string
					for _, w := range []world{blocked, full} {
						pool := w.pool(t)
						answers = append(answers, told(t, pool, planOf(t, pool),
							matching.Question{Request: "r_ana", Supporter: about, Reader: reader}))
					}
					require.Equal(t, answers[0], answers[1])
				}
			}
		})
	}
}

// TestNobodyIsToldWhatWasNotReleased: a seeker sees of the supporter, and a
// supporter of the seeker, only what the other released.
func TestNobodyIsToldWhatWasNotReleased(t *testing.T) {
	t.Parallel()
	shared := 0
	for seed := range uint64(200 * bounded(t, 20)) {
		w := roll(seed, small())
		pool := w.pool(t)
		plan := planOf(t, pool)
		o := newOracle(w)
		for _, pair := range plan.Pairs {
			i, j := o.find(pair.Request, pair.Supporter)
			shared += requireReleased(t, pool, plan, pair, principles.ReaderSeeker, w.supporters[j].Terms, w.at)
			shared += requireReleased(t, pool, plan, pair, principles.ReaderSupporter, w.requests[i].Terms, w.at)
		}
	}
	require.Positive(t, shared, "some facts should be shared")
}

func requireReleased(t *testing.T, pool *matching.Pool, plan matching.Plan, pair matching.PlannedPair,
	reader principles.Reader, terms peer.Private[peer.Terms], at peer.Date,
) int {
	t.Helper()
	e, err := pool.Explain(context.Background(), plan, matching.Question{Request: pair.Request, Reader: reader})
	require.NoError(t, err)
	for _, item := range e.Shared {
		require.True(t, consented(terms.Reveal().Release, item, at), "not released to the %s", reader)
	}
	rest := e
	rest.Shared = nil
	require.Equal(t, matching.Explanation{
		Schema: matching.ExplanationSchema, Request: pair.Request, Supporter: pair.Supporter,
		Audience: reader.String(), Answer: matching.AnswerPair,
	}, rest, "the %s sees nothing else", reader)
	return len(e.Shared)
}
