package principles_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

func TestAProgrammeInWhichAllIsWellUpholdsEveryPrinciple(t *testing.T) {
	e, r := fine()
	report := audit(t, promise(), e, r, principles.Options{})
	require.Equal(t, []principles.Standing{principles.Upheld, principles.Upheld, principles.Upheld, principles.Upheld}, standings(report))
	require.Equal(t, principles.Upheld, report.Overall.Standing)
	require.Empty(t, report.Notices)
	require.Empty(t, report.Missing)
}

func TestWithoutAnyEvidenceNothingIsKnown(t *testing.T) {
	report := audit(t, promise(), nil, nil, principles.Options{})
	require.Equal(t, []principles.Standing{principles.NotKnown, principles.NotKnown, principles.NotKnown, principles.NotKnown}, standings(report))
	require.Equal(t, principles.NotKnown, report.Overall.Standing)
	require.Len(t, report.Missing, 6, "every indicator is named")
}

func TestWithoutANeededVoiceNothingIsUpheldAndTheReportSaysSoAtTheTop(t *testing.T) {
	for _, silent := range []principles.Voice{principles.PersonSupported, principles.PeerSupporter} {
		e, all := fine()
		var r []principles.Rating
		for _, rating := range all {
			if rating.Voice != silent {
				r = append(r, rating)
			}
		}
		report := audit(t, promise(), e, r, principles.Options{})
		require.Equal(t, []principles.Code{principles.CodeVoiceNotHeard, principles.CodeNothingUpheld}, codes(report.Notices))
		require.NotContains(t, standings(report), principles.Upheld)
		require.Equal(t, principles.NotKnown, report.Overall.Standing)
		require.NotEqual(t, principles.Upheld, report.Overall.Known)
		require.Equal(t, principles.Upheld, indicatorOf(t, report, "in_time").Standing, "what was counted stays visible")
	}
}

func TestTheWorstJudgedIndicatorDecidesAndIsNamed(t *testing.T) {
	e, r := fine()
	e[1] = counted("same_person", 39, 40)
	p := principleOf(t, audit(t, promise(), e, r, principles.Options{}), "close")
	require.Equal(t, principles.NotUpheld, p.Standing)
	require.Equal(t, []principles.Ref{{Framework: "promise", Indicator: "same_person"}}, p.PullsDown)
}

func TestOneIndicatorThatIsNotUpheldIsEnoughWhateverElseIsMissing(t *testing.T) {
	p := principleOf(t, audit(t, promise(), []principles.Evidence{counted("same_person", 39, 40)}, nil, principles.Options{}), "close")
	require.Equal(t, principles.NotUpheld, p.Standing)
	require.Equal(t, []principles.Code{principles.CodePartsNotKnown, principles.CodeOneIsEnough}, codes(p.Notices))
}

func TestWhatIsAtRiskIsNotKnownWhileSomethingIsMissingButStaysVisible(t *testing.T) {
	r := said("no_hurry", principles.PersonSupported, append(times(13, 5), times(7, 1)...)...)
	p := principleOf(t, audit(t, promise(), nil, r, principles.Options{}), "calm")
	require.Equal(t, principles.NotKnown, p.Standing)
	require.Equal(t, principles.AtRisk, indicatorOf(t, audit(t, promise(), nil, r, principles.Options{}), "no_hurry").Figures[0].Standing)
}

func TestAnInformingIndicatorIsShownAndDecidesNothing(t *testing.T) {
	e, r := fine()
	e[3] = attested("rooms", principles.HoldsNo, "2026-03-01")
	report := audit(t, promise(), e, r, principles.Options{})
	require.Equal(t, principles.Upheld, principleOf(t, report, "close").Standing)
	require.Equal(t, principles.NotUpheld, indicatorOf(t, report, "rooms").Standing)
}

func TestAnAttestationGoesStale(t *testing.T) {
	for on, want := range map[string]principles.Standing{
		"2025-07-01": principles.Upheld,
		"2025-06-30": principles.NotKnown, // twelve months are over on the day of the audit
	} {
		report := audit(t, promise(), []principles.Evidence{attested("policy", principles.HoldsYes, on)}, nil, principles.Options{})
		require.Equal(t, want, indicatorOf(t, report, "policy").Standing, on)
	}
}

func TestTheLatestAttestationHoldsAndOfOneDayTheWorst(t *testing.T) {
	later := attested("policy", principles.HoldsPartly, "2026-04-01")
	worse := attested("policy", principles.HoldsNo, "2026-04-01")
	earlier := attested("policy", principles.HoldsYes, "2026-03-01")
	for _, e := range [][]principles.Evidence{{later, worse, earlier}, {earlier, worse, later}} {
		report := audit(t, promise(), e, nil, principles.Options{})
		require.Equal(t, principles.NotUpheld, indicatorOf(t, report, "policy").Standing)
	}
}

func TestOldEvidenceDoesNotCount(t *testing.T) {
	old := counted("met_in_time", 40, 40)
	old.From, old.Until = day("2025-01-01"), day("2025-06-30")
	report := audit(t, promise(), []principles.Evidence{old}, nil, principles.Options{})
	require.Equal(t, []principles.Code{principles.CodeStale}, codes(indicatorOf(t, report, "in_time").Notices))

	ratings := said("known", principles.PersonSupported, times(20, 5)...)
	for i := range ratings {
		ratings[i].On = day("2025-06-30")
	}
	with := audit(t, promise(), nil, ratings, principles.Options{})
	require.Equal(t, audit(t, promise(), nil, nil, principles.Options{}), with, "that there were older ratings leaves no trace")
}

func TestEvidenceThatNothingAsksForIsNamed(t *testing.T) {
	e := []principles.Evidence{counted("something", 1, 2), attested("else", principles.HoldsYes, "2026-01-01")}
	report := audit(t, promise(), e, said("third", principles.Coordinator, times(10, 1)...), principles.Options{})
	require.Equal(t, []principles.Unused{{Indicator: "else"}, {Indicator: "third"}, {Measure: "something"}}, report.Unused)
}

func TestWhatFewPeopleRatedAndNothingAsksForLeavesNoTrace(t *testing.T) {
	r := said("third", principles.Coordinator, times(9, 1)...)
	again := said("third", principles.PersonSupported, 1)
	again[0].Rater, again[0].Subject = r[0].Rater, "evening group"
	require.Equal(t, audit(t, promise(), nil, nil, principles.Options{}), audit(t, promise(), nil, append(r, again...), principles.Options{}))
}

func TestASuggestionComesForWhatPullsAPrincipleDown(t *testing.T) {
	e, r := fine()
	e[0] = counted("met_in_time", 10, 40)
	p := principleOf(t, audit(t, promise(), e, r, principles.Options{}), "counted")
	require.Equal(t, []principles.Suggestion{{Framework: "promise", Indicator: "in_time", Text: "Look at the rota.", Confidence: principles.OwnReading}}, p.Try)
	require.Empty(t, principleOf(t, audit(t, promise(), e, r, principles.Options{}), "written").Try)
}

func TestAtMostTwoThingsAreSuggestedAndEachPullerHasItsTurnFirst(t *testing.T) {
	try := func(texts ...string) (all []principles.Statement) {
		for _, text := range texts {
			all = append(all, principles.Statement{Text: text, Confidence: principles.OwnReading})
		}
		return all
	}
	suggested := func(first, second []principles.Statement) (texts []string) {
		f := promise()
		f.Indicators[3].Informs = true
		f.Indicators[4].Try, f.Indicators[5].Try, f.Indicators[5].Informs = first, second, false
		e := []principles.Evidence{counted("same_person", 1, 40), attested("rooms", principles.HoldsNo, "2026-03-01")}
		for _, s := range principleOf(t, audit(t, f, e, nil, principles.Options{}), "close").Try {
			texts = append(texts, s.Text)
		}
		return texts
	}
	require.Equal(t, []string{"a", "b"}, suggested(try("a", "b", "c"), nil))
	require.Equal(t, []string{"a", "d"}, suggested(try("a", "b"), try("d", "e")))
	require.Equal(t, []string{"d", "e"}, suggested(nil, try("d", "e")))
}

func TestOfEqualAttestationsTheSameOneIsShownInAnyOrder(t *testing.T) {
	for field, change := range map[string]func(*principles.Evidence){
		"document": func(e *principles.Evidence) { e.Document = "another.pdf" },
		"owner":    func(e *principles.Evidence) { e.Owner = "board" },
		"source":   func(e *principles.Evidence) { e.Source = "shelf" },
	} {
		one := attested("policy", principles.HoldsYes, "2026-03-01")
		other := one
		change(&other)
		require.Equal(t,
			audit(t, promise(), []principles.Evidence{one, other}, nil, principles.Options{}),
			audit(t, promise(), []principles.Evidence{other, one}, nil, principles.Options{}), field)
	}
}

func TestAFrameworkWithoutIndicatorsSaysThatItCannotBeAudited(t *testing.T) {
	f := promise()
	f.Indicators, f.Scales, f.Voices = nil, nil, nil
	report := audit(t, f, nil, nil, principles.Options{})
	require.Equal(t, []principles.Code{principles.CodeNoIndicators}, codes(report.Notices))
	require.Equal(t, []principles.Code{principles.CodeNoJudgedIndicator}, codes(report.Principles[0].Notices))
}
