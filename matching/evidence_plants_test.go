package matching_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// TestEvidenceFindsAuthorityThatWasProposed plants in plans, made by hand, what
// Match would never propose.
func TestEvidenceFindsAuthorityThatWasProposed(t *testing.T) {
	inside, outside := figure{0, 1, 1}, figure{1, 1, 1}
	second := func(of, manager peer.ExternalID) func(*world) {
		return func(w *world) {
			w.people = append(w.people, peer.Person{Key: "second", Manager: manager, SameAs: of})
		}
	}
	requireEvidence(t, matching.MeasurePairsOutsideLine, []evidenceCase{
		{"two branches of one organisation", nothing, nil, outside},
		{"nobody is proposed", nothing, none(), figure{}},
		{"the supporter manages the seeker", reportsTo("ana", "ben"), nil, inside},
		{"the seeker manages the supporter", reportsTo("ben", "ana"), nil, inside},
		{"the supporter manages the seeker's manager", reportsTo("anas_boss", "ben"), nil, inside},
		{"two steps count although the policy looks at one", all(depth(1), reportsTo("anas_boss", "ben")), nil, inside},
		{"a shared manager is no line", all(shared, reportsTo("ben", "anas_boss")), nil, outside},
		{"a dotted line", line("ana", "ben", peer.Dotted), nil, inside},
		{"a second solid line", line("ben", "ana", peer.Line), nil, inside},
		{"a delegate", line("anas_boss", "ben", peer.Delegate), nil, inside},
		{"a reviewer is no line", line("ana", "ben", peer.Reviewer), nil, outside},
		{"an acting manager of last year", during("ana", "ben", peer.Acting, "2025-11-19", "2025-11-22"), nil, inside},
		{"one of longer ago", during("ana", "ben", peer.Acting, "2025-11-18", "2025-11-21"), nil, outside},
		{"a coming manager", during("ana", "ben", peer.Line, "2027-03-01", ""), nil, inside},
		{"a second record of the seeker reports to the supporter", second("ana", "ben"), nil, inside},
		{"a second record of the manager in between", second("anas_boss", "ben"), nil, inside},
		{"above a vacant position", all(reportsTo("anas_boss", "ben"), isNow("anas_boss", peer.Vacant)), nil, inside},
		{"an unknown manager may be the other one", reportsTo("bens_boss", "stranger"), nil, inside},
		{"an unknown manager above both is neither", reportsTo("top", "stranger"), nil, outside},
		{"a vacant position is nobody", isNow("ben", peer.Vacant), nil, inside},
		{"two people, one supporter", all(joins("", "cleo"), asks("cleo")), []pairing{{"r_ana", "ben"}, {"r_cleo", "ben"}},
			figure{2, 2, 1}},
	})
	requireEvidence(t, matching.MeasurePairsOutsideLine, []evidenceCase{{
		"somebody with a second record of themself",
		all(second("ana", "top"), func(w *world) { w.supporters[0].Person = "second" }),
		[]pairing{{"r_ana", "second"}}, inside}})
}

// TestEvidenceFindsAuthorityInSupportThatIsGiven plants in the history, beside
// a proposal that stands in no line.
func TestEvidenceFindsAuthorityInSupportThatIsGiven(t *testing.T) {
	given := func(supporter, seeker peer.ExternalID) func(*world) {
		return supports(supporter, seeker, "2026-01-01", "")
	}
	requireEvidence(t, matching.MeasurePairsOutsideLine, []evidenceCase{
		{"a manager supports a report", given("bens_boss", "ben"), nil, figure{1, 2, 2}},
		{"a report supports a manager's manager", given("ben", "top"), nil, figure{1, 2, 1}},
		{"somebody outside", given("bens_boss", "ana"), nil, figure{2, 2, 1}},
		{"until tomorrow", supports("bens_boss", "ben", "2026-01-01", "2026-11-22"), nil, figure{1, 2, 2}},
		{"until yesterday", supports("bens_boss", "ben", "2026-01-01", "2026-11-21"), nil, figure{1, 1, 1}},
		{"from today", supports("bens_boss", "ben", "2026-11-21", ""), nil, figure{1, 2, 2}},
		{"from tomorrow", supports("bens_boss", "ben", "2026-11-22", ""), nil, figure{1, 1, 1}},
		{"a supporter who is not among the people", given("stranger", "ana"), nil, figure{1, 2, 1}},
		{"a seeker who is not among the people", given("ben", "stranger"), nil, figure{1, 2, 1}},
		{"a key in capitals", given("BENS_BOSS", "Ben"), nil, figure{1, 2, 2}},
		{"two rows about two records are one pair", all(twin("ben2", "ben", ""), given("bens_boss", "ben"), given("bens_boss", "ben2")),
			nil, figure{1, 2, 2}},
		{"what is proposed and given is one pair", given("ben", "ana"), nil, figure{1, 1, 1}},
		{"both directions are two pairs", given("ana", "ben"), nil, figure{2, 2, 2}},
		{"support of oneself", given("ben", "ben"), nil, figure{1, 2, 1}},
	})
	t.Run("a key that may mean two people", func(t *testing.T) {
		w := pairOf()
		w.config.CaseSensitive = true
		w.people = append([]peer.Person{{Key: "Bens_Boss", Manager: "anas_boss"}}, w.people...)
		given("BENS_BOSS", "ben")(&w)
		e := w.evidence(t, w.byHand(t))[matching.MeasurePairsOutsideLine]
		require.Equal(t, [2]int{0, 1}, [2]int{e.Count, e.Of}, "one of the two is ben's manager")
		for _, rows := range [][2]peer.ExternalID{{"Bens_Boss", "BENS_BOSS"}, {"BENS_BOSS", "Bens_Boss"}} {
			w.history = nil
			all(given(rows[0], "ben"), given(rows[1], "ben"))(&w)
			e = w.evidence(t, w.byHand(t))[matching.MeasurePairsOutsideLine]
			require.Equal(t, [2]int{0, 1}, [2]int{e.Count, e.Of}, "one clear row does not clear the other")
		}
	})
}

// TestEvidenceSaysHowMuchOneOfThemStandsFor: an audit shows nothing where that
// is more than half.
func TestEvidenceSaysHowMuchOneOfThemStandsFor(t *testing.T) {
	w := pairOf()
	all(joins("red", "cleo", "dan", "eli"), asks("cleo", "dan"), offers("eli"), isOfTeam("ben", "blue"),
		twin("ben2", "ben", "green"))(&w)
	found := w.evidence(t, w.byHand(t, pairing{"r_ana", "ben"}, pairing{"r_cleo", "ben"}, pairing{"r_dan", "eli"}))
	for id, want := range map[principles.MeasureID][3]int{ // of, people, largest
		matching.MeasureRequestsWithProposal: {3, 3, 1},
		matching.MeasurePairsOutsideLine:     {3, 2, 2},
		matching.MeasureTeamsWithTwoPeers:    {3, 2, 2}, // ben is alone in two of three teams
		matching.MeasureSupportersTrained:    {2, 2, 1},
	} {
		e := found[id]
		require.Equal(t, want, [3]int{e.Of, e.People, e.Largest}, id)
	}
	team := pairOf()
	all(joins("red", "cleo"), offers("cleo"), isOfTeam("ben", "red"))(&team)
	e := team.evidence(t, team.byHand(t))[matching.MeasureTeamsWithTwoPeers]
	require.Equal(t, [3]int{1, 2, 0}, [3]int{e.Of, e.People, e.Largest}, "nobody stands for a team with two peers")
}
