package matching_test

import (
	"bytes"
	"context"
	"encoding/hex"
	"fmt"
	"log/slog"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// marked is a world with a marker, a text that occurs nowhere else, in every
// private field that can hold one.
func marked() (world, []string) {
	w := pairOf()
	w.people = append(w.people,
		// Wishes and vetoes name these in capitals, so that they can be told from the chart.
		peer.Person{Key: "eve", Manager: "top"}, peer.Person{Key: "fay", Manager: "top"},
		peer.Person{Key: "cleo", Manager: "top"}, peer.Person{Key: "dan", Manager: "top"})
	w.requests = append(w.requests, asking("cleo", w.at))
	w.supporters = append(w.supporters, offering("dan", 1, w.at))
	w.ask(0, func(s *peer.Seeks) {
		s.Experiences = []peer.Wish{{Item: "experience:canary11", Importance: 3}}
		s.Attributes = []peer.Wish{{Item: "attribute:canary12=canary13", Importance: 1}}
		s.Languages = []string{"en-x-canary14"}
		s.NotWanted, s.Preferred = []peer.ExternalID{"EVE"}, []peer.ExternalID{"FAY"}
	})
	w.ask(1, func(s *peer.Seeks) {
		s.Experiences = []peer.Wish{{Item: "experience:canary21", Importance: 3, Must: true}}
		s.NotWanted = []peer.ExternalID{"dan"}
	})
	for j := range w.supporters {
		w.offer(j, func(o *peer.Offers) {
			o.Experiences = []string{"canary11", "canary15"}
			o.Attributes = []peer.Attribute{{Name: "canary12", Value: "canary13"}}
			o.Languages = []string{"en-x-canary16"}
			o.NotPairedWith = []peer.ExternalID{"EVE"}
		})
		terms := everything()
		terms.Matching = append(terms.Matching, peer.Consent{Item: "experience:canary17"})
		terms.Release = append(terms.Release, peer.Consent{Item: "experience:canary18"})
		w.supporters[j].Terms = peer.NewPrivate(terms)
	}
	w.history = []peer.Relationship{{
		Seeker: "ana", Supporter: "dan",
		During:  peer.Interval{From: w.at.AddDays(-90), Until: w.at.AddDays(-60)},
		EndedBy: peer.NewPrivate(peer.EndedByDeclining)}}
	w.seed = []byte("canary99canary99")
	return w, []string{
		"canary", "EVE", "FAY", "declined", "veto", hex.EncodeToString(w.seed), "99 97 110 97 114 121", "0x63, 0x61, 0x6e", "Y2FuYXJ5",
	}
}

func requireSilent(t *testing.T, markers []string, said string) {
	t.Helper()
	for _, m := range markers {
		require.NotContains(t, said, m)
	}
}

func TestAPlanAndItsPrintoutsHoldNoSecret(t *testing.T) {
	w, markers := marked()
	pool := w.pool(t)
	plan := planOf(t, pool)
	require.Len(t, plan.Pairs, 1, "the world should give the plan something to tell")
	requireSilent(t, markers, asJSON(t, plan))
	v, err := pool.Verify(plan)
	require.NoError(t, err)
	require.Empty(t, v.Failures)
	for _, value := range []any{w.round(t), pool, pool.Pair(0, 0), plan, v, pool.Warnings()} {
		requireSilent(t, markers, printed(value))
	}
}

func TestTheMarkersWouldBeFound(t *testing.T) {
	w, _ := marked()
	require.Contains(t, printed(w.requests[0].Seeks.Reveal()), "canary11")
	require.Contains(t, fmt.Sprintf("%#v", w.seed), "0x63, 0x61, 0x6e")
	require.Contains(t, printed(w.seed), "Y2FuYXJ5")
}

// printed is a value in every form that ends up in logs.
func printed(value any) string {
	var out bytes.Buffer
	slog.New(slog.NewJSONHandler(&out, nil)).Info("value", "value", value)
	slog.New(slog.NewTextHandler(&out, nil)).Info("value", "value", value)
	fmt.Fprintf(&out, "%v %+v %#v %s %x", value, value, value, value, value)
	return out.String()
}

func TestExplanationsForOthersHoldNoSecret(t *testing.T) {
	w, markers := marked()
	pool := w.pool(t)
	plan := planOf(t, pool)
	for _, request := range []peer.ExternalID{"r_ana", "r_cleo"} {
		for _, reader := range []principles.Reader{
			principles.ReaderSeeker, principles.ReaderSupporter, principles.ReaderCoordinator,
		} {
			for _, about := range []peer.ExternalID{"", "ben", "dan"} {
				requireSilent(t, markers, told(t, pool, plan,
					matching.Question{Request: request, Supporter: about, Reader: reader}))
			}
		}
	}
	auditor := told(t, pool, plan, matching.Question{Request: "r_cleo", Supporter: "dan", Reader: principles.ReaderAuditor})
	require.Contains(t, auditor, "veto", "the auditor is the one who sees it")
}

// misbehaving are rules and criteria that show what they were shown.
func misbehaving() map[string]matching.Policy {
	tell := func(p matching.Pair) string { return fmt.Sprint(p.Seeks(), p.Offers()) }
	return map[string]matching.Policy{
		"a rule that panics": {Rules: []matching.Rule{matching.Func("own", "", func(p matching.Pair) principles.Finding {
			panic(tell(p))
		})}},
		"a rule that answers in free text": {Rules: []matching.Rule{matching.Func("own", "", func(p matching.Pair) principles.Finding {
			return principles.Finding{Verdict: principles.Violated, Code: principles.Code(tell(p))}
		})}},
		"a criterion that panics":      own(func(p matching.Pair) float64 { panic(tell(p)) }),
		"a criterion without a number": own(func(matching.Pair) float64 { return math.NaN() }),
		"a criterion above one":        own(func(matching.Pair) float64 { return 1.0001 }),
		"a criterion below zero":       own(func(matching.Pair) float64 { return -1e-9 }),
		"a criterion without end":      own(func(matching.Pair) float64 { return math.Inf(1) }),
	}
}

type criterion func(matching.Pair) float64

func (criterion) ID() string                     { return "own" }
func (c criterion) Rate(p matching.Pair) float64 { return c(p) }

func own(rate criterion) matching.Policy {
	return matching.Policy{Criteria: []matching.Criterion{rate}, Weights: []matching.Weight{{Criterion: "own", Weight: 1}}}
}

func TestWhatMisbehavesTellsNoSecret(t *testing.T) {
	for name, policy := range misbehaving() {
		t.Run(name, func(t *testing.T) {
			w, markers := marked()
			w.policy = policy
			plan, err := matching.Match(context.Background(), w.round(t), policy)
			if len(policy.Criteria) > 0 {
				var rating *matching.RatingError
				require.ErrorAs(t, err, &rating)
				require.Equal(t, "own", rating.Criterion)
				requireSilent(t, markers, err.Error()+printed(err))
				return
			}
			require.NoError(t, err)
			require.Empty(t, plan.Pairs, "nothing is proposed past a rule that gives no answer")
			requireSilent(t, markers, asJSON(t, plan))
		})
	}
}

func TestErrorsHoldNoSecret(t *testing.T) {
	w, markers := marked()
	w.requests[0].Asked = peer.Date{}
	w.requests[1].Person = "nobody"
	w.ask(0, func(s *peer.Seeks) { s.Experiences[0].Importance, s.Languages = 77, []string{"canary not a language"} })
	w.offer(0, func(o *peer.Offers) { o.Experiences = []string{"canary\nline"} })
	w.seed = []byte("canary")
	_, err := matching.Match(context.Background(), w.round(t), w.policy)
	var faults *matching.RoundError
	require.ErrorAs(t, err, &faults)
	require.GreaterOrEqual(t, len(faults.Faults), 6, "every fault is told at once")
	requireSilent(t, markers, err.Error()+printed(err))
}

func TestAWrongPlanTellsNoSecret(t *testing.T) {
	w, markers := marked()
	pool := w.pool(t)
	plan := planOf(t, pool)
	for _, wrong := range []matching.Plan{{}, {Digest: plan.Digest}, withDigest(t, matching.Plan{Schema: plan.Schema})} {
		v, err := pool.Verify(wrong)
		require.NoError(t, err)
		require.False(t, v.OK())
		_, err = pool.Explain(context.Background(), wrong, matching.Question{Request: "r_ana"})
		require.ErrorIs(t, err, matching.ErrOtherPlan)
		requireSilent(t, markers, printed(v)+printed(err))
	}
}
