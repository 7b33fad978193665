package principles_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

// steps is a ladder of four rungs with one stage.
func steps() principles.Framework {
	f := promise()
	f.ID, f.Form, f.Overall = "steps", principles.FormLadder, ""
	f.Scales[0].ID, f.Scales[0].Low, f.Scales[0].High, f.Scales[0].KeptFrom = "rungs", 1, 4, 2
	f.Principles = f.Principles[:4]
	for i := range f.Principles {
		f.Principles[i].Rung = i + 1
	}
	f.Principles[0].NeverAcceptable = true
	f.Indicators = []principles.Indicator{{ID: "design", Name: "design", Asks: "Where does it stand?",
		Kind: principles.Rated, Scale: "rungs", Sources: []string{"handbook"}, Confidence: principles.OwnReading,
		Voices: []principles.Voice{principles.PersonSupported, principles.PeerSupporter, principles.Coordinator}}}
	return f
}

// about is what a voice says about a decision.
func about(subject string, v principles.Voice, scores ...int) []principles.Rating {
	all := said("design", v, scores...)
	for i := range all {
		all[i].Subject = subject
	}
	return all
}

func TestTheGapBetweenThoseInChargeAndThoseItIsAboutIsTheHeadline(t *testing.T) {
	r := append(about("rota", principles.PersonSupported, times(20, 2)...), about("rota", principles.Coordinator, times(20, 4)...)...)
	r = append(r, about("rooms", principles.PersonSupported, times(20, 3)...)...)
	r = append(r, about("rooms", principles.Coordinator, times(20, 4)...)...)
	l := audit(t, steps(), nil, r, principles.Options{}).Ladder
	require.Equal(t, &principles.Notice{Code: principles.CodeRungGap, Params: []principles.Param{
		principles.Term("subject", "rota"), principles.Term("stage", "design"),
		principles.Int("in_charge", 4), principles.Int("lived", 2), principles.Int("rungs", 2)}}, l.Headline)
	require.Equal(t, &principles.RungGap{InCharge: 4, Lived: 2, Rungs: 2, Firm: true}, l.Rows[1].Gap)
}

func TestALadderIsNoGradeAndHasNoStandings(t *testing.T) {
	report := audit(t, steps(), nil, about("rota", principles.PersonSupported, times(20, 4)...), principles.Options{})
	require.Empty(t, report.Principles)
	require.Nil(t, report.Overall)
	require.Empty(t, report.Counts)
	require.Equal(t, []int{1, 2, 3, 4}, []int{
		report.Ladder.Rungs[0].Number, report.Ladder.Rungs[1].Number, report.Ladder.Rungs[2].Number, report.Ladder.Rungs[3].Number})
}

func TestOneReportOfCoercionInAGroupThatMayBeShownIsTold(t *testing.T) {
	r := about("rota", principles.PersonSupported, append(times(19, 4), 1)...)
	l := audit(t, steps(), nil, r, principles.Options{}).Ladder
	require.Contains(t, l.Rows[0].Notices, principles.Notice{Code: principles.CodeCoercionReported,
		Params: []principles.Param{principles.Term("voice", "person_supported")}})
	r[19].Score = 2
	require.NotContains(t, codes(audit(t, steps(), nil, r, principles.Options{}).Ladder.Rows[0].Notices), principles.CodeCoercionReported)
}

func TestADecisionThatTooFewRatedLooksLikeOneThatNobodyRated(t *testing.T) {
	nobody := audit(t, steps(), nil, nil, principles.Options{})
	require.Equal(t, nobody, audit(t, steps(), nil, about("rota", principles.PersonSupported, times(9, 1)...), principles.Options{}))
	require.Equal(t, []principles.Code{principles.CodeVoiceNotHeard, principles.CodeVoiceNotHeard}, codes(nobody.Notices))
}

func TestARungMovesBeyondChanceIfItsIntervalsDoNotMeet(t *testing.T) {
	audited := func(score int, o principles.Options) principles.Report {
		return audit(t, steps(), nil, about("rota", principles.PersonSupported, times(20, score)...), o)
	}
	before := audited(2, principles.Options{})
	for score, want := range map[int]principles.Code{1: principles.ChangeLower, 2: principles.ChangeSame, 4: principles.ChangeHigher} {
		now := audited(score, principles.Options{Previous: &before})
		require.Equal(t, want, now.Ladder.Rows[0].Voices[0].Change.Code, fmt.Sprint(score))
	}
}

func TestRungsOfAnotherVersionOfTheLadderAreNotCompared(t *testing.T) {
	r := about("rota", principles.PersonSupported, times(20, 2)...)
	before := audit(t, steps(), nil, r, principles.Options{})
	newer := steps()
	newer.Version = "2"
	now := audit(t, newer, nil, about("rota", principles.PersonSupported, times(20, 4)...), principles.Options{Previous: &before})
	require.Equal(t, &principles.RungChange{Code: principles.ChangeOtherMethod, Since: auditDay}, now.Ladder.Rows[0].Voices[0].Change)
}

// rungOf is what a report shows of people supported who gave these votes.
func rungOf(t testing.TB, minimumGroup int, votes ...int) (principles.RungAccount, []principles.Code) {
	t.Helper()
	release, err := principles.NewMinimumGroup(minimumGroup)
	require.NoError(t, err)
	row := audit(t, steps(), nil, about("", principles.PersonSupported, votes...), principles.Options{Release: release}).Ladder.Rows[0]
	return row.Voices[0], codes(row.Notices)
}

func TestAnIntervalIsShownFromTwelveAnswersOn(t *testing.T) {
	for n, want := range map[int][2]int{5: {1, 4}, 6: {1, 4}, 9: {1, 4}, 11: {1, 4}, 12: {2, 3}, 20: {2, 3}} {
		shown, _ := rungOf(t, 5, append(times(n/2, 2), times(n-n/2, 3)...)...)
		require.Equal(t, want, [2]int{shown.Low, shown.High}, "%d answers", n)
	}
}

// ballots returns every way in which n people can vote on rungs 1 to 4.
func ballots(n, least int) [][]int {
	if n == 0 {
		return [][]int{nil}
	}
	var all [][]int
	for first := least; first <= 4; first++ {
		for _, rest := range ballots(n-1, first) {
			all = append(all, append([]int{first}, rest...))
		}
	}
	return all
}

// Even who knows how many answered cannot tell of any rung that exactly one person
// stands on it: among the ballots that look the same there is always another
// number.
func TestNoReportTellsThatExactlyOnePersonStandsOnARung(t *testing.T) {
	for n := 5; n <= 13; n++ {
		lone, other := make(map[string][5]bool), make(map[string][5]bool)
		for _, votes := range ballots(n, 1) {
			shown, notices := rungOf(t, 5, votes...)
			key := fmt.Sprint(n, shown, notices)
			l, o := lone[key], other[key]
			for rung := 1; rung <= 4; rung++ {
				alone := len(slices.DeleteFunc(slices.Clone(votes), func(v int) bool { return v != rung })) == 1
				l[rung], o[rung] = l[rung] || alone, o[rung] || !alone
			}
			lone[key], other[key] = l, o
		}
		for key := range lone {
			for rung := 1; rung <= 4; rung++ {
				require.True(t, other[key][rung] || !lone[key][rung], "%s tells that one person stands on %d", key, rung)
			}
		}
	}
}

func TestOnePersonDoesNotHideAFirmGap(t *testing.T) {
	release, err := principles.NewMinimumGroup(5)
	require.NoError(t, err)
	for _, manager := range [][]int{times(6, 4), append(times(5, 4), 3)} {
		r := append(about("rota", principles.PersonSupported, times(6, 2)...), about("rota", principles.Coordinator, manager...)...)
		l := audit(t, steps(), nil, r, principles.Options{Release: release}).Ladder
		require.Equal(t, &principles.RungGap{InCharge: 4, Lived: 2, Rungs: 2, Firm: true}, l.Rows[0].Gap)
		require.NotNil(t, l.Headline)
	}
}

func TestRungsOfALadderWithOtherRungsAreNotCompared(t *testing.T) {
	shorter := steps()
	shorter.Principles = shorter.Principles[1:]
	for i := range shorter.Principles {
		shorter.Principles[i].Rung = i + 1
	}
	shorter.Scales[0].High = 3
	before := audit(t, shorter, nil, about("rota", principles.PersonSupported, times(20, 2)...), principles.Options{})
	now := audit(t, steps(), nil, about("rota", principles.PersonSupported, times(20, 3)...), principles.Options{Previous: &before})
	require.Equal(t, principles.ChangeOtherMethod, now.Ladder.Rows[0].Voices[0].Change.Code)
}

func TestFewAnswersNarrowNothing(t *testing.T) {
	release, err := principles.NewMinimumGroup(5)
	require.NoError(t, err)
	l := audit(t, steps(), nil, about("", principles.PersonSupported, 2, 2, 2, 2, 2), principles.Options{Release: release}).Ladder
	require.Equal(t, principles.RungAccount{Voice: principles.PersonSupported, Side: principles.Lived, Median: 2, Low: 1, High: 4}, l.Rows[0].Voices[0])
}
