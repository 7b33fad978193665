package principles_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/principles"
)

// programme is the evidence about one programme, drawn at random.
type programme struct {
	evidence []principles.Evidence
	ratings  []principles.Rating
}

var promiseVoices = []principles.Voice{principles.PersonSupported, principles.PeerSupporter, principles.Coordinator}

func programmes() *rapid.Generator[programme] {
	return rapid.Custom(func(t *rapid.T) programme {
		var p programme
		for _, m := range []principles.MeasureID{"met_in_time", "same_person", "of_nobody"} {
			if rapid.Bool().Draw(t, "computed") {
				of := rapid.IntRange(0, 60).Draw(t, "of")
				e := counted(m, rapid.IntRange(0, of).Draw(t, "count"), of)
				e.People = rapid.IntRange(0, of).Draw(t, "people")
				e.Complete = rapid.Bool().Draw(t, "complete")
				p.evidence = append(p.evidence, e)
			}
		}
		for range rapid.IntRange(0, 3).Draw(t, "attested") {
			p.evidence = append(p.evidence, attested(
				rapid.SampledFrom([]principles.IndicatorID{"policy", "rooms"}).Draw(t, "about"),
				rapid.SampledFrom([]principles.Holds{principles.HoldsYes, principles.HoldsPartly, principles.HoldsNo}).Draw(t, "holds"),
				rapid.SampledFrom([]string{"2025-01-01", "2026-01-01", "2026-06-01"}).Draw(t, "on")))
		}
		for _, v := range promiseVoices {
			for _, i := range []principles.IndicatorID{"no_hurry", "known"} {
				low := rapid.IntRange(1, 5).Draw(t, "low")
				scores := rapid.SliceOfN(rapid.IntRange(low, 5), 0, 30).Draw(t, "scores")
				p.ratings = append(p.ratings, said(i, v, scores...)...)
			}
		}
		return p
	})
}

// notBetter reports whether a standing that was drawn with less evidence is one
// that may follow: the same, a worse one or none.
func notBetter(less, more principles.Standing) bool {
	return less == more || less == principles.NotKnown || more.Known() && less < more
}

func requireNotBetter(t *rapid.T, less, more principles.Report) {
	for i := range more.Principles {
		require.True(t, notBetter(less.Principles[i].Standing, more.Principles[i].Standing),
			"%s: %s with less, %s with more", more.Principles[i].ID, less.Principles[i].Standing, more.Principles[i].Standing)
	}
	require.True(t, notBetter(less.Overall.Standing, more.Overall.Standing))
}

func TestLeavingOutTheEvidenceOfAnIndicatorMakesNothingBetter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := programmes().Draw(rt, "programme")
		more := audit(t, promise(), p.evidence, p.ratings, principles.Options{})
		out := rapid.SampledFrom(promise().Indicators).Draw(rt, "left out")
		evidence := slices.DeleteFunc(slices.Clone(p.evidence), func(e principles.Evidence) bool {
			return e.Indicator == out.ID || e.Measure != "" && e.Measure == out.Measure
		})
		ratings := slices.DeleteFunc(slices.Clone(p.ratings), func(r principles.Rating) bool { return r.Indicator == out.ID })
		requireNotBetter(rt, audit(t, promise(), evidence, ratings, principles.Options{}), more)
	})
}

func TestSilencingAVoiceMakesNothingBetter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := programmes().Draw(rt, "programme")
		more := audit(t, promise(), p.evidence, p.ratings, principles.Options{})
		silent := rapid.SampledFrom(promiseVoices).Draw(rt, "silent")
		ratings := slices.DeleteFunc(slices.Clone(p.ratings), func(r principles.Rating) bool { return r.Voice == silent })
		less := audit(t, promise(), p.evidence, ratings, principles.Options{})
		requireNotBetter(rt, less, more)
		if silent != principles.Coordinator {
			require.NotContains(rt, standings(less), principles.Upheld)
			require.NotEqual(rt, principles.Upheld, less.Overall.Standing)
		}
	})
}

func TestTheOrderOfEvidenceAndTheNamesOfRatersDoNotMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := programmes().Draw(rt, "programme")
		evidence := rapid.Permutation(p.evidence).Draw(rt, "evidence")
		ratings := rapid.Permutation(p.ratings).Draw(rt, "ratings")
		want := audit(t, promise(), p.evidence, p.ratings, principles.Options{})
		require.Equal(rt, want, audit(t, promise(), evidence, ratings, principles.Options{}))

		given := make(map[principles.IndicatorID]map[principles.Voice]int)
		renamed := slices.Clone(ratings)
		for i, r := range renamed { // other people, each still rating once
			if given[r.Indicator] == nil {
				given[r.Indicator] = make(map[principles.Voice]int)
			}
			given[r.Indicator][r.Voice]++
			renamed[i].Rater = principles.NewRater(string(rune('a' + given[r.Indicator][r.Voice])))
		}
		require.Equal(rt, withoutAgreement(want), withoutAgreement(audit(t, promise(), evidence, renamed, principles.Options{})))
	})
}

// withoutAgreement leaves out what depends on who rated several things.
func withoutAgreement(r principles.Report) principles.Report {
	r.Agreement = nil
	return r
}

func TestWhatFewPeopleSayLeavesNoTrace(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := programmes().Draw(rt, "programme")
		voice := rapid.SampledFrom(promiseVoices).Draw(rt, "voice")
		others := slices.DeleteFunc(p.ratings, func(r principles.Rating) bool { return r.Voice == voice })
		few := func(label string) []byte {
			scores := rapid.SliceOfN(rapid.IntRange(1, 5), 0, 9).Draw(rt, label)
			ratings := append(slices.Clone(others), said("no_hurry", voice, scores...)...)
			text, err := json.Marshal(audit(t, promise(), p.evidence, ratings, principles.Options{}))
			require.NoError(rt, err)
			return text
		}
		require.Equal(rt, string(few("one world")), string(few("another world")))
	})
}

func TestNoSmallOrExactCountIsEverShown(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := programmes().Draw(rt, "programme")
		for _, principle := range audit(t, promise(), p.evidence, p.ratings, principles.Options{}).Principles {
			for _, i := range principle.Indicators {
				for _, f := range i.Figures {
					if f.Share == nil {
						continue
					}
					require.Zero(rt, f.Share.Count%5)
					require.Zero(rt, f.Share.Of%5)
					require.GreaterOrEqual(rt, f.Share.Count, 10)
					require.Less(rt, f.Share.Count, f.Share.Of)
				}
			}
		}
	})
}
