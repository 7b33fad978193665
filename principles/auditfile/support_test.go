package auditfile_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/auditfile"
)

func file(name, text string) tabular.File {
	return tabular.File{Name: name, Reader: strings.NewReader(text)}
}

func day(text string) principles.Day {
	d, err := principles.ParseDay(text)
	if err != nil {
		panic(err)
	}
	return d
}

// place is where a fault is and what it is.
type place struct {
	line, column int
	code         peer.FaultCode
}

// places returns the places of an error that is nothing but faults of one file.
func places(t testing.TB, source string, err error) []place {
	t.Helper()
	if err == nil {
		return nil
	}
	faults, ok := err.(peer.Faults) //nolint:errorlint // the error itself is documented to be of this type
	require.True(t, ok)
	var list []place
	for _, f := range faults {
		require.Equal(t, source, f.Source)
		require.Empty(t, f.IDs)
		require.False(t, strings.HasSuffix(f.Error(), ": not accepted"), "every code has its words")
		list = append(list, place{f.Line, f.Column, f.Code})
	}
	return list
}

func readEvidence(text string) ([]principles.Evidence, tabular.Report, error) {
	return auditfile.ReadEvidence(file("evidence.csv", text), auditfile.Options{})
}

func readRatings(text string) ([]principles.Rating, tabular.Report, error) {
	return auditfile.ReadRatings(file("ratings.csv", text), auditfile.Options{})
}

// mark is where a case expects a fault; it is taken out of the text.
const mark = "¦"

// marked returns the text without its mark, and the line and column of it in
// bytes.
func marked(t testing.TB, text string) (bare string, line, column int) {
	t.Helper()
	before, after, found := strings.Cut(text, mark)
	require.True(t, found)
	return before + after, 1 + strings.Count(before, "\n"), len(before) - strings.LastIndexByte(before, '\n')
}

// withoutRaters makes ratings comparable: a rater is not.
func withoutRaters(ratings []principles.Rating) []principles.Rating {
	bare := make([]principles.Rating, len(ratings))
	for i, r := range ratings {
		r.Rater = principles.Rater{}
		bare[i] = r
	}
	return bare
}

// promise is a small framework with an indicator of each kind.
func promise() principles.Framework {
	book := []string{"handbook"}
	criterion := principles.Criterion{Kept: 80, Floor: 50, Confidence: principles.OwnReading}
	return principles.Framework{
		ID: "promise", Version: "1", Title: "Promise", Summary: "What we promise.",
		Form: principles.FormPrinciples, Overall: principles.Weakest,
		Voices: []principles.Asked{
			{Voice: principles.PersonSupported, Name: "people supported", Side: principles.Lived},
			{Voice: principles.Coordinator, Name: "coordinators", Side: principles.InCharge, InOffice: true},
		},
		Scales: []principles.Scale{{ID: "often", Name: "how often", Low: 1, High: 5, LowLabel: "never",
			HighLabel: "always", KeptFrom: 4, Sources: book, Confidence: principles.OwnReading}},
		Principles: []principles.Principle{{ID: "calm", Name: "calm", Meaning: "There is time.", Sources: book,
			Confidence: principles.OwnReading}},
		Indicators: []principles.Indicator{
			{ID: "no_hurry", Name: "no hurry", Asks: "There was time.", Kind: principles.Rated, Serves: "calm",
				Scale: "often", Voices: []principles.Voice{principles.PersonSupported},
				Criterion: criterion, Sources: book, Confidence: principles.OwnReading},
			{ID: "in_time", Name: "in time", Asks: "They met in time.", Kind: principles.Computed, Serves: "calm",
				Measure: "met_in_time", Supplier: "programme", Criterion: criterion, Sources: book,
				Confidence: principles.OwnReading},
			{ID: "policy", Name: "policy", Asks: "There is a policy.", Kind: principles.Attested, Serves: "calm",
				HoldsMonths: 12, Sources: book, Confidence: principles.OwnReading},
		},
		Sources: []principles.Citation{{Key: "handbook", Authors: []string{"Us"}, Title: "Handbook", Year: 2026, Licence: "our own"}},
	}
}

// strange is the promise under names that no file of these tests has: whatever
// it finds wrong with what was read has nothing to do with the framework.
func strange() principles.Framework {
	f := promise()
	for i := range f.Indicators {
		f.Indicators[i].ID += "_strange_to_every_file"
	}
	return f
}

func TestTheFrameworksOfTheseTestsAreSound(t *testing.T) {
	require.Empty(t, promise().Check())
	require.Empty(t, strange().Check())
}
