package principles_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

// later audits the same programme a year later, against the report of before.
func later(t *testing.T, before principles.Report, e []principles.Evidence, r []principles.Rating) principles.Report {
	t.Helper()
	return audit(t, promise(), e, r, principles.Options{At: day("2026-12-30"), Previous: &before, MaxAgeMonths: 24})
}

// rated is how many of n people rate it as kept.
func rated(kept, n int) []principles.Rating {
	return said("known", principles.PersonSupported, append(times(kept, 5), times(n-kept, 2)...)...)
}

func TestAChangeOfAFigureIsHeldAgainstItsUncertainty(t *testing.T) {
	for name, c := range map[string]struct {
		before, now []principles.Rating
		want        principles.Code
	}{
		"many more say so":         {rated(40, 100), rated(80, 100), principles.ChangeBetter},
		"many fewer say so":        {rated(80, 100), rated(40, 100), principles.ChangeWorse},
		"a few more say so":        {rated(60, 100), rated(65, 100), principles.ChangeWithin},
		"too few to show a figure": {rated(5, 12), rated(11, 12), principles.ChangeCannotTell},
		"not known before":         {rated(3, 3), rated(80, 100), principles.ChangeNew},
		"no longer known":          {rated(80, 100), rated(3, 3), principles.ChangeLost},
		"not known before nor now": {rated(3, 3), nil, principles.ChangeSame},
	} {
		t.Run(name, func(t *testing.T) {
			before := audit(t, promise(), nil, c.before, principles.Options{})
			figure := indicatorOf(t, later(t, before, nil, c.now), "known").Figures[0]
			require.Equal(t, c.want, figure.Change.Code)
			require.Equal(t, auditDay, figure.Change.Since)
		})
	}
}

func TestCompleteCountsDifferByMoreThanRounding(t *testing.T) {
	for count, want := range map[int]principles.Code{100: principles.ChangeWithin, 170: principles.ChangeBetter, 60: principles.ChangeWorse} {
		before := audit(t, promise(), []principles.Evidence{counted("met_in_time", 100, 200)}, nil, principles.Options{})
		now := later(t, before, []principles.Evidence{counted("met_in_time", count, 200)}, nil)
		require.Equal(t, want, indicatorOf(t, now, "in_time").Figures[0].Change.Code, "%d", count)
	}
}

func TestRoundingAloneIsNoChange(t *testing.T) {
	for count, want := range map[int]principles.Code{161: principles.ChangeWithin, 168: principles.ChangeWithin, 173: principles.ChangeBetter} {
		before := audit(t, promise(), []principles.Evidence{counted("met_in_time", 163, 200)}, nil, principles.Options{})
		now := later(t, before, []principles.Evidence{counted("met_in_time", count, 200)}, nil)
		require.Equal(t, want, indicatorOf(t, now, "in_time").Figures[0].Change.Code, "%d", count)
	}
}

func TestAPrincipleIsBetterOnlyIfAPartIsBeyondChance(t *testing.T) {
	full := func(kept int) principles.Report {
		return audit(t, promise(), []principles.Evidence{counted("same_person", 40, 40)},
			append(rated(kept, 100), said("no_hurry", principles.PeerSupporter, times(20, 5)...)...), principles.Options{})
	}
	now := func(before principles.Report, kept int) principles.Code {
		r := later(t, before, []principles.Evidence{counted("same_person", 40, 40)},
			append(rated(kept, 100), said("no_hurry", principles.PeerSupporter, times(20, 5)...)...))
		return principleOf(t, r, "close").Change.Code
	}
	require.Equal(t, principles.ChangeBetter, now(full(40), 85))
	require.Equal(t, principles.ChangeWorse, now(full(85), 40))
	require.Equal(t, principles.ChangeWithin, now(full(78), 82), "another standing, by chance perhaps")
	require.Equal(t, principles.ChangeSame, now(full(82), 95))
}

func TestWhatIsAttestedAnewCountsAsCertain(t *testing.T) {
	before := audit(t, promise(), []principles.Evidence{attested("policy", principles.HoldsPartly, "2026-03-01")}, fineRatings(), principles.Options{})
	now := later(t, before, []principles.Evidence{attested("policy", principles.HoldsYes, "2026-11-01")}, fineRatings())
	require.Equal(t, principles.ChangeBetter, principleOf(t, now, "written").Change.Code)
}

func fineRatings() []principles.Rating {
	_, r := fine()
	return r
}

func TestAnotherVersionOrAnotherCriterionIsNotCompared(t *testing.T) {
	before := audit(t, promise(), nil, rated(80, 100), principles.Options{})
	before.Framework.Version = "0"
	require.Equal(t, principles.ChangeOtherMethod, principleOf(t, later(t, before, nil, rated(40, 100)), "close").Change.Code)

	f := promise()
	f.Indicators[3].Criterion.Kept = 70
	before = audit(t, f, nil, rated(80, 100), principles.Options{})
	change := indicatorOf(t, later(t, before, nil, rated(40, 100)), "known").Figures[0].Change
	require.Equal(t, principles.ChangeOtherMethod, change.Code)
	require.Nil(t, change.Difference)
}

func TestThePreviousReportIsOfTheSameFrameworkAndEarlier(t *testing.T) {
	before := audit(t, promise(), nil, nil, principles.Options{})
	before.Framework.ID = "another"
	before.At = day("2026-07-01")
	_, err := principles.Audit(promise(), nil, nil, principles.Options{At: auditDay, Previous: &before})
	require.Equal(t, []string{"options[0].previous: other_framework", "options[0].previous: in_future"}, faultsOf(t, err))
}
