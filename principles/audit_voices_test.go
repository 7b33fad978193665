package principles_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

func TestVoicesAreShownSideBySideAndTheWorstOffDecides(t *testing.T) {
	r := append(said("no_hurry", principles.PersonSupported, append(times(8, 5), times(32, 1)...)...),
		said("no_hurry", principles.PeerSupporter, times(40, 5)...)...)
	i := indicatorOf(t, audit(t, promise(), nil, r, principles.Options{}), "no_hurry")
	require.Equal(t, principles.NotUpheld, i.Standing)
	require.Equal(t, principles.NotUpheld, i.Figures[0].Standing)
	require.Equal(t, principles.Upheld, i.Figures[1].Standing)
}

func TestDisagreementBetweenVoicesIsAFindingAndSelfRatingsAreNamed(t *testing.T) {
	r := append(said("no_hurry", principles.PersonSupported, append(times(10, 5), times(30, 2)...)...),
		said("no_hurry", principles.PeerSupporter, times(40, 5)...)...)
	i := indicatorOf(t, audit(t, promise(), nil, r, principles.Options{}), "no_hurry")
	require.Equal(t, []principles.Code{principles.CodeVoicesDisagree, principles.CodeSelfRatingHigher}, codes(i.Notices))
	require.Equal(t, []principles.Param{
		principles.Term("higher", "peer_supporter"), principles.Term("lower", "person_supported")}, i.Notices[0].Params)
}

func TestADifferenceThatChanceExplainsIsNoDisagreement(t *testing.T) {
	r := append(said("no_hurry", principles.PersonSupported, append(times(9, 5), times(3, 2)...)...),
		said("no_hurry", principles.PeerSupporter, times(12, 5)...)...)
	require.Empty(t, indicatorOf(t, audit(t, promise(), nil, r, principles.Options{}), "no_hurry").Notices)
}

func TestAVoiceThatAnIndicatorDoesNotAskIsShownAndNotJudged(t *testing.T) {
	e, r := fine()
	r = append(r, said("known", principles.PeerSupporter, times(20, 1)...)...)
	i := indicatorOf(t, audit(t, promise(), e, r, principles.Options{}), "known")
	require.Equal(t, principles.Upheld, i.Standing)
	require.Equal(t, principles.NotUpheld, i.Figures[1].Standing)
	require.False(t, i.Figures[1].Judged)
	require.Contains(t, codes(i.Notices), principles.CodeVoicesDisagree)
}

func TestOnlyOfficesMaySpeakOnRecord(t *testing.T) {
	for voice, want := range map[principles.Voice]principles.Standing{
		principles.Coordinator:   principles.Partly, // two of two say little, but it is shown
		principles.PeerSupporter: principles.NotKnown,
	} {
		r := said("known", voice, 5, 5)
		for i := range r {
			r[i].OnRecord = true
		}
		var found principles.Standing
		for _, f := range indicatorOf(t, audit(t, promise(), nil, r, principles.Options{}), "known").Figures {
			if f.Voice == voice {
				found = f.Standing
			}
		}
		require.Equal(t, want, found, string(voice))
	}
}

func TestOneColleagueWhoDoesNotSpeakOnRecordProtectsAll(t *testing.T) {
	r := said("known", principles.Coordinator, 5, 5)
	r[0].OnRecord = true
	require.Len(t, indicatorOf(t, audit(t, promise(), nil, r, principles.Options{}), "known").Figures, 1, "only the voice that is asked")
}

func TestAPersonWhoRatesSeveralThingsCountsOnce(t *testing.T) {
	var r []principles.Rating
	for i := range 40 {
		one := said("known", principles.PersonSupported, 5)
		one[0].Subject = fmt.Sprintf("meeting %d", i)
		r = append(r, one...)
	}
	require.Equal(t, principles.NotKnown, indicatorOf(t, audit(t, promise(), nil, r, principles.Options{}), "known").Standing)
}

func TestNoWayOfPrintingShowsARater(t *testing.T) {
	r := said("known", principles.PersonSupported, 4)[0]
	r.Rater = principles.NewRater("MARKER")
	var log strings.Builder
	slog.New(slog.NewJSONHandler(&log, nil)).Info("rating", "rating", r, "rater", r.Rater)
	slog.New(slog.NewTextHandler(&log, nil)).Info("rating", "rating", r, "rater", r.Rater)
	text, err := json.Marshal(r)
	require.NoError(t, err)
	out := log.String() + string(text)
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d", "%T"} {
		out += fmt.Sprintf(verb+verb, r, r.Rater) + fmt.Sprintf(verb, &r)
	}
	require.NotContains(t, out, "MARKER")
	require.NotContains(t, out, "4d41524b4552", "hexadecimal")
	require.ErrorIs(t, json.Unmarshal(text, &r), principles.ErrRater)
}

func TestAgreementIsToldForThingsThatSeveralPeopleRated(t *testing.T) {
	var r []principles.Rating
	for subject := range 6 {
		for _, one := range said("known", principles.PersonSupported, times(12, 1+subject%5)...) {
			one.Subject = fmt.Sprintf("group %d", subject)
			r = append(r, one)
		}
	}
	agreement := audit(t, promise(), nil, r, principles.Options{}).Agreement
	require.Len(t, agreement, 2)
	require.InDelta(t, 1, *agreement[0].Value, 1e-12)
	require.Equal(t, principles.CoefficientAC1, agreement[1].Coefficient)

	for i := range r {
		r[i].Score = 5
	}
	agreement = audit(t, promise(), nil, r, principles.Options{}).Agreement
	require.Nil(t, agreement[0].Value)
	require.Equal(t, []principles.Code{principles.CodeNoVariance}, codes(agreement[0].Notices))
}

func TestAgreementOfFewPeopleOrAboutNothingInParticularIsNotTold(t *testing.T) {
	for subject, people := range map[string]int{"evening group": 9, "": 20} {
		r := append(said("known", principles.PersonSupported, times(people, 5)...), said("no_hurry", principles.PersonSupported, times(people, 2)...)...)
		for i := range r {
			r[i].Subject = subject
		}
		require.Empty(t, audit(t, promise(), nil, r, principles.Options{}).Agreement)
	}
}
