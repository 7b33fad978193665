package report_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

func day(text string) principles.Day {
	d, err := principles.ParseDay(text)
	if err != nil {
		panic(err)
	}
	return d
}

// promise is a framework with all kinds of evidence and a principle for every
// standing.
func promise() principles.Framework {
	own := principles.OwnReading
	book := []string{"handbook"}
	principle := func(id principles.PrincipleID, name, meaning string) principles.Principle {
		return principles.Principle{ID: id, Name: name, Meaning: meaning, Sources: book, Confidence: principles.Read}
	}
	rated := func(id principles.IndicatorID, name, asks string, serves principles.PrincipleID, voices ...principles.Voice) principles.Indicator {
		return principles.Indicator{ID: id, Name: name, Asks: asks, Kind: principles.Rated, Serves: serves, Scale: "often",
			Voices: voices, Criterion: principles.Criterion{Kept: 80, Floor: 50, Confidence: own},
			Try:     []principles.Statement{{Text: "Begin later and end later", Confidence: own}},
			Sources: book, Confidence: own}
	}
	return principles.Framework{
		ID: "promise", Version: "2", Title: "What we promise one another", Summary: "A promise of five parts.",
		Form: principles.FormPrinciples, Overall: principles.Weakest,
		Voices: []principles.Asked{
			{Voice: principles.PersonSupported, Name: "people supported", Needed: true, Side: principles.Lived},
			{Voice: principles.PeerSupporter, Name: "peer supporters", Needed: true},
			{Voice: principles.Coordinator, Name: "coordinators", Side: principles.InCharge, InOffice: true},
		},
		Scales: []principles.Scale{{ID: "often", Name: "how often", Low: 1, High: 5, LowLabel: "never",
			HighLabel: "always", KeptFrom: 4, Sources: book, Confidence: own}},
		Principles: []principles.Principle{
			principle("calm", "calm", "There is time."), principle("close", "close to people", "The same person comes."),
			principle("in_time", "in time", "Nobody waits long."), principle("written", "written down", "It can be looked up."),
			principle("open", "open", "What is said can be read."),
		},
		Indicators: []principles.Indicator{
			rated("no_hurry", "no hurry", "There was time.", "calm", principles.PersonSupported, principles.PeerSupporter),
			{ID: "same_person", Name: "the same person", Asks: "It was the same person.", Kind: principles.Computed,
				Serves: "close", Measure: "same_person", Supplier: "matching",
				Criterion: principles.Criterion{Kept: 100, Floor: 100, Confidence: principles.Read}, Sources: book, Confidence: own},
			{ID: "met_in_time", Name: "met in time", Asks: "They met within a week.", Kind: principles.Computed,
				Serves: "in_time", Measure: "met_in_time", Supplier: "programme",
				Criterion: principles.Criterion{Kept: 80, Floor: 50, Confidence: own}, Sources: book, Confidence: own},
			{ID: "policy", Name: "a policy", Asks: "There is a policy.", Kind: principles.Attested, Serves: "written",
				HoldsMonths: 12, Sources: []string{"handbook", "page"}, Confidence: own},
			rated("minutes", "minutes", "I could read the minutes.", "open", principles.Coordinator),
		},
		Sources: []principles.Citation{
			{Key: "handbook", Authors: []string{"Adler, A.", "Berg, B."}, Title: "Handbook of promises", Year: 2020,
				Publisher: "A press", DOI: "10.1234/abc.5-6", Licence: "cited"},
			{Key: "page", Authors: []string{"An office"}, Title: "A page", URL: "https://example.org/page?a=1&b=2", Licence: "cited", Note: "Read in part."},
		},
	}
}

func counted(m principles.MeasureID, count, of int, year string) principles.Evidence {
	return principles.Evidence{Kind: principles.Computed, Measure: m, Count: count, Of: of, People: of, Source: "rota",
		From: day(year + "-01-01"), Until: day(year + "-05-31")}
}

// said is one rating for each score, by as many people of the voice.
func said(i principles.IndicatorID, v principles.Voice, subject, on string, scores ...int) []principles.Rating {
	all := make([]principles.Rating, len(scores))
	for k, score := range scores {
		all[k] = principles.Rating{Indicator: i, Voice: v, Score: score, Subject: subject, On: day(on),
			Rater: principles.NewRater(fmt.Sprintf("%s-%d", v, k))}
	}
	return all
}

func times(n, score int) []int {
	scores := make([]int, n)
	for i := range scores {
		scores[i] = score
	}
	return scores
}

func register() principles.Register {
	return principles.Register{
		Tensions: []principles.Tension{{ID: "t1", Title: "Forms or talking", RaisedBy: principles.PeerSupporter, On: day("2026-02-01"),
			Serves: []principles.PrincipleID{"calm"}, Seen: []principles.Account{{Voice: principles.PeerSupporter, Text: "Forms take the hour"}}}},
		Actions: []principles.Action{{ID: "a1", What: "One page instead of four", Tension: "t1", Serves: "calm", Owner: "the office",
			Due: day("2026-04-15"), AgreedBy: []principles.Voice{principles.Coordinator}}},
		Contests: []principles.Contest{
			{ID: "c1", Principle: "calm", By: principles.PersonSupported, On: day("2026-05-20"), Text: "There was no time at all.", ShareText: true},
			{ID: "c2", Indicator: "policy", By: "board", On: day("2026-05-01"), Answer: "It was rewritten", AnsweredBy: "the office", AnsweredOn: day("2026-06-01")},
		},
	}
}

// audited is the second report of a programme, with the first to compare with.
func audited(t testing.TB) principles.Report {
	t.Helper()
	one := func(year string, kept int, previous *principles.Report, more principles.Register) principles.Report {
		on := year + "-05-05"
		ratings := append(said("no_hurry", principles.PersonSupported, "", on, append(times(kept, 5), times(40-kept, 2)...)...),
			said("no_hurry", principles.PeerSupporter, "", on, times(30, 5)...)...)
		evidence := []principles.Evidence{
			counted("same_person", 39, 40, year), counted("met_in_time", 37, 40, year), counted("lunches", 1, 2, year),
			{Kind: principles.Attested, Indicator: "policy", Holds: principles.HoldsPartly, On: day(year + "-03-01"),
				Document: "policy.pdf", Owner: "the office"},
		}
		r, err := principles.Audit(promise(), evidence, ratings, principles.Options{
			At: day(year + "-06-30"), Programme: "Peers at work", Previous: previous, Register: more})
		require.NoError(t, err)
		return r
	}
	before := one("2025", 12, nil, principles.Register{})
	return one("2026", 25, &before, register())
}

// climbed is the report of a ladder.
func climbed(t testing.TB) principles.Report {
	t.Helper()
	f := promise()
	f.ID, f.Title, f.Form, f.Overall = "ladder", "A ladder", principles.FormLadder, ""
	f.Indicators, f.Scales[0].High, f.Scales[0].KeptFrom = nil, 5, 3
	for i := range f.Principles {
		f.Principles[i].Rung = i + 1
	}
	f.Principles[0].NeverAcceptable = true
	f.Voices = append(f.Voices[:1:1], f.Voices[2])
	f.Sources = f.Sources[:1]
	for _, id := range []principles.IndicatorID{"design", "delivery"} {
		f.Indicators = append(f.Indicators, principles.Indicator{ID: id, Name: string(id), Asks: "On which rung?", Kind: principles.Rated,
			Scale: "often", Voices: []principles.Voice{principles.PersonSupported, principles.Coordinator},
			Sources: []string{"handbook"}, Confidence: principles.OwnReading})
	}
	var ratings []principles.Rating
	for _, subject := range []string{"Rota", ""} {
		ratings = append(ratings, said("design", principles.PersonSupported, subject, "2026-05-05", append(times(11, 2), 1)...)...)
		ratings = append(ratings, said("design", principles.Coordinator, subject, "2026-05-05", times(12, 5)...)...)
	}
	ratings = append(ratings, said("delivery", principles.Coordinator, "Rota", "2026-05-05", times(12, 4)...)...)
	r, err := principles.Audit(f, nil, ratings, principles.Options{At: day("2026-06-30")})
	require.NoError(t, err)
	return r
}

// standings is a report written by hand in which every standing occurs.
func standings() principles.Report {
	r := principles.Report{
		Schema:    principles.ReportSchema,
		Framework: principles.FrameworkInfo{ID: "small", Version: "1", Title: "Small", Summary: "One of each.", Form: principles.FormPrinciples},
		At:        day("2026-06-30"), Level: 0.95, Release: "minimum_group_10",
	}
	for i, s := range principles.Standings() {
		r.Counts = append(r.Counts, principles.StandingCount{Standing: s, Count: 1})
		r.Principles = append(r.Principles, principles.PrincipleReport{
			ID: principles.PrincipleID(fmt.Sprintf("p%d", i+1)), Name: fmt.Sprintf("Number %d", i+1), Meaning: "It means something.",
			Standing: s, Known: s, Confidence: principles.Read})
	}
	return r
}

// reports are all reports of the tests.
func reports(t testing.TB) map[string]principles.Report {
	t.Helper()
	return map[string]principles.Report{"audited": audited(t), "ladder": climbed(t), "standings": standings()}
}
