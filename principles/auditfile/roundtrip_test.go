package auditfile_test

import (
	"bytes"
	"errors"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/auditfile"
)

// The generators draw what is valid, of the shapes that files could spoil.

func texts() *rapid.Generator[string] {
	return rapid.StringMatching(`[-=+@'",;|\\ 0-9a-zéж日.]{1,12}`)
}

func days() *rapid.Generator[principles.Day] {
	return rapid.Custom(func(t *rapid.T) principles.Day {
		return principles.DayOf(time.Date(1900, 1, 1+rapid.IntRange(0, 109_937).Draw(t, "day"), 0, 0, 0, 0, time.UTC))
	})
}

func computedEvidence() *rapid.Generator[principles.Evidence] {
	return rapid.Custom(func(t *rapid.T) principles.Evidence {
		of := rapid.IntRange(0, 1_000_000_000_000).Draw(t, "of")
		e := principles.Evidence{
			Kind:     principles.Computed,
			Measure:  principles.MeasureID(rapid.StringMatching(`[a-z][a-z0-9]{0,9}(_[a-z0-9]{1,4})?`).Draw(t, "measure")),
			Count:    rapid.IntRange(0, of).Draw(t, "count"),
			Of:       of,
			People:   rapid.IntRange(0, math.MaxInt).Draw(t, "people"),
			Largest:  rapid.IntRange(0, of).Draw(t, "largest"),
			Complete: rapid.Bool().Draw(t, "complete"),
			Until:    days().Draw(t, "until"),
			Source:   rapid.OneOf(rapid.Just(""), texts()).Draw(t, "source"),
		}
		if from := days().Draw(t, "from"); !e.Until.Before(from) {
			e.From = from
		}
		return e
	})
}

func attestedEvidence() *rapid.Generator[principles.Evidence] {
	return rapid.Custom(func(t *rapid.T) principles.Evidence {
		return principles.Evidence{
			Kind:      principles.Attested,
			Framework: principles.FrameworkID(rapid.StringMatching(`([a-z][a-z0-9]{0,9})?`).Draw(t, "framework")),
			Indicator: principles.IndicatorID(rapid.StringMatching(`[a-z][a-z0-9]{0,9}`).Draw(t, "indicator")),
			On:        days().Draw(t, "on"),
			Holds:     rapid.SampledFrom([]principles.Holds{principles.HoldsYes, principles.HoldsPartly, principles.HoldsNo}).Draw(t, "holds"),
			Document:  texts().Draw(t, "document"),
			Owner:     texts().Draw(t, "owner"),
			Source:    rapid.OneOf(rapid.Just(""), texts()).Draw(t, "source"),
		}
	})
}

func writeAndRead(t rapid.TB, evidence []principles.Evidence) []principles.Evidence {
	var out bytes.Buffer
	require.NoError(t, auditfile.WriteEvidence(&out, evidence))
	got, report, err := auditfile.ReadEvidence(tabular.File{Name: "again.csv", Reader: &out}, auditfile.Options{Strict: true})
	require.NoError(t, err)
	require.Empty(t, report.Dropped)
	return got
}

func TestEvidenceIsReadAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		evidence := rapid.SliceOfNDistinct(computedEvidence(), 0, 4, func(e principles.Evidence) principles.MeasureID { return e.Measure }).
			Draw(t, "computed")
		evidence = append(evidence, rapid.SliceOfN(attestedEvidence(), 1, 4).Draw(t, "attested")...)
		evidence = rapid.Permutation(evidence).Draw(t, "order")
		require.Equal(t, evidence, writeAndRead(t, evidence))
	})
}

// anyEvidence draws values that may be wrong in any way.
func anyEvidence() *rapid.Generator[principles.Evidence] {
	anyDay := rapid.Map(rapid.OneOf(rapid.Int64(), rapid.Int64Range(-3e9, 9e9)),
		func(s int64) principles.Day { return principles.DayOf(time.Unix(s, 0)) })
	day := rapid.OneOf(rapid.Just(principles.Day{}), days(), anyDay)
	number := rapid.OneOf(rapid.Just(0), rapid.IntRange(-1, 3), rapid.Int())
	text := rapid.OneOf(rapid.Just(""), texts(), rapid.String(), rapid.Just("a\xff"), rapid.Just("a\r\n"))
	return rapid.Custom(func(t *rapid.T) principles.Evidence {
		kinds := []principles.Kind{principles.Computed, principles.Attested, principles.Rated, "", "kind"}
		e := rapid.OneOf(computedEvidence(), attestedEvidence(), rapid.Just(principles.Evidence{})).Draw(t, "begin with")
		for range rapid.IntRange(0, 3).Draw(t, "changes") {
			switch rapid.IntRange(0, 15).Draw(t, "field") {
			case 0:
				e.Kind = rapid.SampledFrom(kinds).Draw(t, "kind")
			case 1:
				e.Measure = principles.MeasureID(text.Draw(t, "measure"))
			case 2:
				e.Count = number.Draw(t, "count")
			case 3:
				e.Of = number.Draw(t, "of")
			case 4:
				e.People = number.Draw(t, "people")
			case 5:
				e.Largest = number.Draw(t, "largest")
			case 6:
				e.Complete = !e.Complete
			case 7:
				e.From = day.Draw(t, "from")
			case 8:
				e.Until = day.Draw(t, "until")
			case 9:
				e.Indicator = principles.IndicatorID(text.Draw(t, "indicator"))
			case 10:
				e.On = day.Draw(t, "on")
			case 11:
				e.Holds = principles.Holds(text.Draw(t, "holds"))
			case 12:
				e.Document = text.Draw(t, "document")
			case 13:
				e.Owner = text.Draw(t, "owner")
			case 14:
				e.Source = text.Draw(t, "source")
			case 15:
				e.Framework = principles.FrameworkID(text.Draw(t, "framework"))
			}
		}
		return e
	})
}

func TestEvidenceIsRefusedOrReadAsItWasWrittenAndSoundToTheAudit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		evidence := rapid.SliceOfN(anyEvidence(), 1, 2).Draw(t, "evidence")
		var out bytes.Buffer
		if err := auditfile.WriteEvidence(&out, evidence); err != nil {
			var faults peer.Faults
			require.ErrorAs(t, err, &faults)
			require.Equal(t, "evidence", faults[0].List)
			require.Zero(t, out.Len())
			return
		}
		require.Equal(t, evidence, writeAndRead(t, evidence))
		_, err := principles.Audit(strange(), evidence, nil, principles.Options{At: day("2200-12-31")})
		require.NoError(t, err)
	})
}

func TestWhatCouldNotBeReadBackIsNotWritten(t *testing.T) {
	var out bytes.Buffer
	err := auditfile.WriteEvidence(&out, []principles.Evidence{
		evidenceValues()[0],
		{Kind: principles.Computed, Measure: "met_in_time", Count: 2, Of: 1, People: -1, Owner: "x"},
	})

	require.EqualError(t, err, ""+
		"evidence[1].measure: duplicate: an earlier entry says the same thing already; it counts once\n"+
		"evidence[1].count: counts: the counts contradict each other or are out of range\n"+
		"evidence[1].people: invalid_number: not a whole number in plain decimal digits\n"+
		"evidence[1].until: missing: a value that is needed here is missing\n"+
		"evidence[1].owner: other_kind: the value belongs to the other kind of evidence")
	require.Zero(t, out.Len())
}

func TestWritingPassesOnTheErrorOfTheStream(t *testing.T) {
	broken := errors.New("disk full")
	require.ErrorIs(t, auditfile.WriteEvidence(failing{broken}, evidenceValues()), broken)
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
