package principles_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

// faultsOf returns place and code of every fault of the input.
func faultsOf(t testing.TB, err error) []string {
	t.Helper()
	if err == nil {
		return nil
	}
	var joined interface{ Unwrap() []error }
	require.ErrorAs(t, err, &joined)
	var all []string
	for _, e := range joined.Unwrap() {
		var f *principles.InputError
		require.ErrorAs(t, e, &f)
		all = append(all, fmt.Sprintf("%s[%d].%s: %s", f.List, f.Index, f.Field, f.Code))
	}
	return all
}

func TestOneFaultInTheEvidence(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*principles.Evidence)
		want   string
	}{
		"no kind":                {func(e *principles.Evidence) { e.Kind = "" }, "evidence[0].kind: invalid"},
		"rated":                  {func(e *principles.Evidence) { e.Kind = principles.Rated }, "evidence[0].kind: invalid"},
		"no measure":             {func(e *principles.Evidence) { e.Measure = "" }, "evidence[0].measure: invalid"},
		"more than there are":    {func(e *principles.Evidence) { e.Count = e.Of + 1 }, "evidence[0].count: counts"},
		"fewer than none":        {func(e *principles.Evidence) { e.Count = -1 }, "evidence[0].count: counts"},
		"beyond counting":        {func(e *principles.Evidence) { e.Of = 1_000_000_000_001 }, "evidence[0].count: counts"},
		"fewer people than none": {func(e *principles.Evidence) { e.People = -1 }, "evidence[0].people: counts"},
		"largest beyond all":     {func(e *principles.Evidence) { e.Largest = e.Of + 1 }, "evidence[0].largest: counts"},
		"no day":                 {func(e *principles.Evidence) { e.From, e.Until = principles.Day{}, principles.Day{} }, "evidence[0].until: missing"},
		"in the future":          {func(e *principles.Evidence) { e.Until = day("2026-07-01") }, "evidence[0].until: in_future"},
		"ends before it begins":  {func(e *principles.Evidence) { e.From = day("2026-06-02") }, "evidence[0].from: invalid"},
		"attested as well":       {func(e *principles.Evidence) { e.Owner = "somebody" }, "evidence[0].kind: other_kind"},
		"framework of it":        {func(e *principles.Evidence) { e.Framework = "promise" }, "evidence[0].kind: other_kind"},
		"source of two lines":    {func(e *principles.Evidence) { e.Source = "a\nb" }, "evidence[0].source: invalid"},
	} {
		t.Run(name, func(t *testing.T) {
			e := counted("met_in_time", 5, 20)
			c.change(&e)
			_, err := principles.Audit(promise(), []principles.Evidence{e}, nil, principles.Options{At: auditDay})
			require.Equal(t, []string{c.want}, faultsOf(t, err))
		})
	}
}

func TestOneFaultInAnAttestation(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*principles.Evidence)
		want   string
	}{
		"about a rated indicator": {func(e *principles.Evidence) { e.Indicator = "no_hurry" }, "evidence[0].indicator: not_attested"},
		"about nothing":           {func(e *principles.Evidence) { e.Indicator = "" }, "evidence[0].indicator: invalid"},
		"no day":                  {func(e *principles.Evidence) { e.On = principles.Day{} }, "evidence[0].on: missing"},
		"tomorrow":                {func(e *principles.Evidence) { e.On = day("2026-07-01") }, "evidence[0].on: in_future"},
		"perhaps":                 {func(e *principles.Evidence) { e.Holds = "perhaps" }, "evidence[0].holds: invalid"},
		"a framework in capitals": {func(e *principles.Evidence) { e.Framework = "Promise" }, "evidence[0].framework: invalid"},
		"no document":             {func(e *principles.Evidence) { e.Document = "" }, "evidence[0].document: missing"},
		"nobody answers for it":   {func(e *principles.Evidence) { e.Owner = "" }, "evidence[0].owner: missing"},
		"source of two lines":     {func(e *principles.Evidence) { e.Source = "a\nb" }, "evidence[0].source: invalid"},
		"counted as well":         {func(e *principles.Evidence) { e.Of = 3 }, "evidence[0].kind: other_kind"},
	} {
		t.Run(name, func(t *testing.T) {
			e := attested("policy", principles.HoldsYes, "2026-01-01")
			c.change(&e)
			_, err := principles.Audit(promise(), []principles.Evidence{e}, nil, principles.Options{At: auditDay})
			require.Equal(t, []string{c.want}, faultsOf(t, err))
		})
	}
}

func TestOneFaultInARating(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*principles.Rating)
		want   string
	}{
		"about a counted indicator": {func(r *principles.Rating) { r.Indicator = "in_time" }, "ratings[0].indicator: not_rated"},
		"about nothing":             {func(r *principles.Rating) { r.Indicator = "" }, "ratings[0].indicator: invalid"},
		"a framework in capitals":   {func(r *principles.Rating) { r.Framework = "Promise" }, "ratings[0].framework: invalid"},
		"above the scale":           {func(r *principles.Rating) { r.Score = 6 }, "ratings[0].score: off_scale"},
		"below the scale":           {func(r *principles.Rating) { r.Score = 0 }, "ratings[0].score: off_scale"},
		"a voice nobody asks":       {func(r *principles.Rating) { r.Voice = "neighbour" }, "ratings[0].voice: unknown_voice"},
		"nobody":                    {func(r *principles.Rating) { r.Rater = principles.Rater{} }, "ratings[0].rater: missing"},
		"no day":                    {func(r *principles.Rating) { r.On = principles.Day{} }, "ratings[0].on: missing"},
		"tomorrow":                  {func(r *principles.Rating) { r.On = day("2026-07-01") }, "ratings[0].on: in_future"},
		"a subject of two lines":    {func(r *principles.Rating) { r.Subject = "a\nb" }, "ratings[0].subject: invalid"},
	} {
		t.Run(name, func(t *testing.T) {
			r := said("no_hurry", principles.PersonSupported, 4)
			c.change(&r[0])
			_, err := principles.Audit(promise(), nil, r, principles.Options{At: auditDay})
			require.Equal(t, []string{c.want}, faultsOf(t, err))
		})
	}
}

func TestTheSameThingHandedOverTwiceIsRefused(t *testing.T) {
	e := []principles.Evidence{counted("met_in_time", 1, 20), counted("met_in_time", 2, 20)}
	r := append(said("known", principles.PersonSupported, 4), said("known", principles.PersonSupported, 2)...)
	_, err := principles.Audit(promise(), e, r, principles.Options{At: auditDay})
	require.Equal(t, []string{"evidence[1].measure: duplicate", "ratings[1].rater: duplicate"}, faultsOf(t, err))
}

func TestOnePersonMayRateSeveralThingsAndSpeakWithTwoVoices(t *testing.T) {
	r := append(said("known", principles.PersonSupported, 4), said("known", principles.PersonSupported, 2)...)
	r[1].Subject = "evening group"
	r = append(r, said("no_hurry", principles.PeerSupporter, 4)...)
	r[2].Rater = r[0].Rater
	_, err := principles.Audit(promise(), nil, r, principles.Options{At: auditDay})
	require.NoError(t, err)
}

func TestOptionsOutsideTheirRangeAreRefused(t *testing.T) {
	_, err := principles.Audit(promise(), nil, nil, principles.Options{Level: 1, MaxAgeMonths: -1, Disagreement: 101})
	require.Equal(t, []string{
		"options[0].at: missing", "options[0].level: invalid", "options[0].max_age_months: invalid", "options[0].disagreement: invalid",
	}, faultsOf(t, err))
}

func TestAFrameworkThatIsNotSoundIsNotAudited(t *testing.T) {
	f := promise()
	f.Indicators[0].Serves = "clam"
	_, err := principles.Audit(f, nil, nil, principles.Options{At: auditDay})
	var fault *principles.FrameworkFault
	require.ErrorAs(t, err, &fault)
	require.Equal(t, principles.CodeUnknownPrinciple, fault.Code)
}
