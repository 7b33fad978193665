package matching_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

func status(person peer.ExternalID, s peer.Status) func(*world) {
	return func(w *world) { w.person(person).Status = s }
}

func TestOnlyThoseWhoAreThereTakePart(t *testing.T) {
	requireCodes(t, []ruleCase{
		{"a seeker on leave may ask", status("ana", peer.OnLeave), nil},
		{"a seeker who left", status("ana", peer.Left), only(matching.CodeSeekerLeft)},
		{"a vacant position asks for nothing", status("ana", peer.Vacant), only(matching.CodeSeekerLeft)},
		{"a supporter on leave", status("ben", peer.OnLeave), only(matching.CodeSupporterOnLeave)},
		{"a supporter who left", status("ben", peer.Left), only(matching.CodeSupporterLeft)},
		{"a vacant position supports nobody", status("ben", peer.Vacant), only(matching.CodeSupporterLeft)},
	})
}

// The day of the round is 2026-11-21.
func TestASupporterIsReady(t *testing.T) {
	trained := func(until string) func(*world) {
		return func(w *world) { w.supporters[0].TrainedUntil = day(until) }
	}
	paused := func(until string) func(*world) {
		return func(w *world) { w.supporters[0].PausedUntil = day(until) }
	}
	requireCodes(t, []ruleCase{
		{"on the last day of training", trained("2026-11-21"), nil},
		{"not a day later", trained("2026-11-20"), only(matching.CodeNotTrained)},
		{"not without training", func(w *world) { w.supporters[0].TrainedUntil = peer.Date{} }, only(matching.CodeNotTrained)},
		{"on the first day back from a pause", paused("2026-11-21"), nil},
		{"not on the day before", paused("2026-11-22"), only(matching.CodePaused)},
	})
}

func TestASupporterHasAFreePlace(t *testing.T) {
	supports := func(capacity int, seekers ...peer.ExternalID) func(*world) {
		return func(w *world) {
			for _, s := range seekers {
				w.history = append(w.history, peer.Relationship{
					Seeker: s, Supporter: "ben", During: peer.Interval{From: day("2026-10-01")}})
			}
			w.supporters[0].Capacity = capacity
		}
	}
	requireCodes(t, []ruleCase{
		{"no place at all", supports(0), only(matching.CodeNoPlace)},
		{"the only place is taken", supports(1, "top"), only(matching.CodeNoPlace)},
		{"one of two is taken", supports(2, "top"), nil},
		{"one person listed twice takes one place", supports(2, "top", "top"), nil},
		{"somebody who is no longer listed takes a place", supports(1, "gone"), only(matching.CodeNoPlace)},
		{"more are supported than there are places", supports(1, "top", "anas_boss"), only(matching.CodeNoPlace)},
		{"support that has ended takes no place", func(w *world) {
			w.history = []peer.Relationship{{Seeker: "top", Supporter: "ben",
				During: peer.Interval{From: day("2026-01-01"), Until: day("2026-11-21")}}}
		}, nil},
	})
}

func TestARuleOfOnesOwnNarrows(t *testing.T) {
	always := func(f principles.Finding) func(*world) {
		return func(w *world) {
			w.policy.Rules = []matching.Rule{matching.Func("own", "", func(matching.Pair) principles.Finding { return f })}
		}
	}
	requireCodes(t, []ruleCase{
		{"it allows", always(principles.Finding{Verdict: principles.Satisfied}), nil},
		{"it has nothing to say", always(principles.Finding{Verdict: principles.NotApplicable}), nil},
		{"it refuses", always(principles.Finding{Verdict: principles.Violated, Code: "on_holiday"}), only("on_holiday")},
		{"it waits", always(principles.Finding{Verdict: principles.Pending, Code: "asked"}), only("asked")},
		{"it forgot to answer", always(principles.Finding{}), only(principles.CodeRuleWithoutCode)},
		{"it panics", func(w *world) {
			w.policy.Rules = []matching.Rule{matching.Func("own", "", func(matching.Pair) principles.Finding { panic("no") })}
		}, only(principles.CodeRulePanicked)},
		{"it allows what another rule refuses", all(reportsTo("ana", "ben"), always(principles.Finding{Verdict: principles.Satisfied})),
			only(matching.CodeDirectReport)},
	})
}

// broken is a rule of an application's own whose indexed face fails.
type broken struct {
	matching.Rule
	atOnce bool
}

func (b broken) Index(*matching.Pool) matching.Excluder {
	if b.atOnce {
		panic("no index")
	}
	return func(_ int, out matching.Set) {
		out.AddAll()
		panic("half way")
	}
}

func TestARuleWhoseIndexFailsIsAskedPairByPair(t *testing.T) {
	for _, atOnce := range []bool{false, true} {
		w := pairOf()
		w.policy.Rules = []matching.Rule{broken{Rule: sameTeam(), atOnce: atOnce}}
		r, plan := w.match(t)
		require.Len(t, plan.Pairs, 1)
		v, err := matching.Verify(r, w.policy, plan)
		require.NoError(t, err)
		require.Empty(t, v.Failures)

		w.person("ana").Team, w.person("ben").Team = "red", "red"
		_, plan = w.match(t)
		require.Empty(t, plan.Pairs)
	}
}
