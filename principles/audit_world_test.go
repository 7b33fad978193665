package principles_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

// auditDay is the day of every audit in these tests.
var auditDay = day("2026-06-30")

func day(text string) principles.Day {
	d, err := principles.ParseDay(text)
	if err != nil {
		panic(err)
	}
	return d
}

// promise is a framework with one principle for each kind of evidence, and one
// with all of them.
func promise() principles.Framework {
	book := []string{"handbook"}
	criterion := principles.Criterion{Kept: 80, Floor: 50, Confidence: principles.OwnReading}
	principle := func(id principles.PrincipleID) principles.Principle {
		return principles.Principle{ID: id, Name: string(id), Meaning: "It is " + string(id) + ".",
			Sources: book, Confidence: principles.OwnReading}
	}
	rated := func(id principles.IndicatorID, serves principles.PrincipleID, voices ...principles.Voice) principles.Indicator {
		return principles.Indicator{ID: id, Name: string(id), Asks: "It was so.", Kind: principles.Rated,
			Serves: serves, Scale: "often", Voices: voices, Criterion: criterion,
			Try:     []principles.Statement{{Text: "Talk about it.", Confidence: principles.OwnReading}},
			Sources: book, Confidence: principles.OwnReading}
	}
	return principles.Framework{
		ID: "promise", Version: "1", Title: "Promise", Summary: "What we promise.",
		Form: principles.FormPrinciples, Overall: principles.Weakest,
		Voices: []principles.Asked{
			{Voice: principles.PersonSupported, Name: "people supported", Needed: true, Side: principles.Lived},
			{Voice: principles.PeerSupporter, Name: "peer supporters", Needed: true},
			{Voice: principles.Coordinator, Name: "coordinators", Side: principles.InCharge, InOffice: true},
		},
		Scales: []principles.Scale{{ID: "often", Name: "how often", Low: 1, High: 5, LowLabel: "never",
			HighLabel: "always", KeptFrom: 4, Sources: book, Confidence: principles.OwnReading}},
		Principles: []principles.Principle{principle("calm"), principle("counted"), principle("written"), principle("close")},
		Indicators: []principles.Indicator{
			rated("no_hurry", "calm", principles.PersonSupported, principles.PeerSupporter),
			{ID: "in_time", Name: "in time", Asks: "They met in time.", Kind: principles.Computed, Serves: "counted",
				Measure: "met_in_time", Supplier: "programme", Criterion: criterion,
				Try:     []principles.Statement{{Text: "Look at the rota.", Confidence: principles.OwnReading}},
				Sources: book, Confidence: principles.OwnReading},
			{ID: "policy", Name: "policy", Asks: "There is a policy.", Kind: principles.Attested, Serves: "written",
				HoldsMonths: 12, Sources: book, Confidence: principles.OwnReading},
			rated("known", "close", principles.PersonSupported),
			{ID: "same_person", Name: "same person", Asks: "It was the same person.", Kind: principles.Computed,
				Serves: "close", Measure: "same_person", Supplier: "matching",
				Criterion: principles.Criterion{Kept: 100, Floor: 100, Confidence: principles.OwnReading},
				Sources:   book, Confidence: principles.OwnReading},
			{ID: "rooms", Name: "rooms", Asks: "There are rooms.", Kind: principles.Attested, Serves: "close",
				HoldsMonths: 6, Informs: true, Sources: book, Confidence: principles.OwnReading},
		},
		Sources: []principles.Citation{{Key: "handbook", Authors: []string{"Us"}, Title: "Handbook", Year: 2026, Licence: "our own"}},
	}
}

// counted is computed evidence about everything there is.
func counted(m principles.MeasureID, count, of int) principles.Evidence {
	return principles.Evidence{Kind: principles.Computed, Measure: m, Count: count, Of: of, People: of,
		Complete: true, From: day("2026-01-01"), Until: day("2026-06-01"), Source: "rota"}
}

func attested(i principles.IndicatorID, holds principles.Holds, on string) principles.Evidence {
	return principles.Evidence{Kind: principles.Attested, Indicator: i, Holds: holds, On: day(on),
		Document: "policy.pdf", Owner: "coordinator"}
}

// said is one rating for each score, by as many people of the voice.
func said(i principles.IndicatorID, v principles.Voice, scores ...int) []principles.Rating {
	var all []principles.Rating
	for k, score := range scores {
		all = append(all, principles.Rating{Indicator: i, Voice: v, Score: score,
			Rater: principles.NewRater(fmt.Sprintf("%s-%d", v, k)), On: day("2026-05-05")})
	}
	return all
}

// times repeats a score.
func times(n, score int) []int {
	scores := make([]int, n)
	for i := range scores {
		scores[i] = score
	}
	return scores
}

// fine is the evidence of a programme in which all is well.
func fine() ([]principles.Evidence, []principles.Rating) {
	evidence := []principles.Evidence{
		counted("met_in_time", 38, 40), counted("same_person", 40, 40),
		attested("policy", principles.HoldsYes, "2026-03-01"), attested("rooms", principles.HoldsYes, "2026-03-01"),
	}
	var ratings []principles.Rating
	for _, v := range []principles.Voice{principles.PersonSupported, principles.PeerSupporter} {
		ratings = append(ratings, said("no_hurry", v, append(times(20, 5), times(2, 3)...)...)...)
	}
	return evidence, append(ratings, said("known", principles.PersonSupported, times(20, 4)...)...)
}

func audit(t testing.TB, f principles.Framework, e []principles.Evidence, r []principles.Rating, o principles.Options) principles.Report {
	t.Helper()
	if o.At.IsZero() {
		o.At = auditDay
	}
	report, err := principles.Audit(f, e, r, o)
	require.NoError(t, err)
	return report
}

// principleOf returns the report about one principle.
func principleOf(t testing.TB, r principles.Report, id principles.PrincipleID) principles.PrincipleReport {
	t.Helper()
	for _, p := range r.Principles {
		if p.ID == id {
			return p
		}
	}
	require.Fail(t, "no such principle")
	return principles.PrincipleReport{}
}

func indicatorOf(t testing.TB, r principles.Report, id principles.IndicatorID) principles.IndicatorReport {
	t.Helper()
	for _, p := range r.Principles {
		for _, i := range p.Indicators {
			if i.ID == id {
				return i
			}
		}
	}
	require.Fail(t, "no such indicator")
	return principles.IndicatorReport{}
}

func codes(notices []principles.Notice) []principles.Code {
	var all []principles.Code
	for _, n := range notices {
		all = append(all, n.Code)
	}
	return all
}

func standings(r principles.Report) []principles.Standing {
	var all []principles.Standing
	for _, p := range r.Principles {
		all = append(all, p.Standing)
	}
	return all
}
