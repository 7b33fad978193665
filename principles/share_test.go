package principles

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAShareIsHeldAgainstItsCriterionAndItsInterval(t *testing.T) {
	c := Criterion{Kept: 80, Floor: 50}
	for name, k := range map[string]struct {
		share share
		want  Standing
		firm  bool
	}{
		"surely enough":                       {share{count: 195, of: 200}, Upheld, true},
		"enough, and surely above the floor":  {share{count: 9, of: 10}, Upheld, false},
		"enough, but perhaps below the floor": {share{count: 4, of: 5}, Partly, false},
		"surely between":                      {share{count: 130, of: 200}, Partly, true},
		"between, perhaps below the floor":    {share{count: 6, of: 10}, AtRisk, false},
		"below the floor, if only of a few":   {share{count: 2, of: 5}, NotUpheld, false},
		"surely below":                        {share{count: 20, of: 200}, NotUpheld, true},
		"two of two says little":              {share{count: 2, of: 2}, Partly, false},
		"complete: all that there is":         {share{count: 4, of: 5, complete: true}, Upheld, true},
		"complete: just short":                {share{count: 79, of: 100, complete: true}, Partly, true},
		"complete: below":                     {share{count: 49, of: 100, complete: true}, NotUpheld, true},
	} {
		t.Run(name, func(t *testing.T) {
			standing, firm := k.share.standing(c, DefaultLevel)
			require.Equal(t, k.want, standing)
			require.Equal(t, k.firm, firm)
		})
	}
}

func TestEverySingleOneMeansEverySingleOne(t *testing.T) {
	c := Criterion{Kept: 100, Floor: 100}
	for _, k := range []struct {
		share share
		want  Standing
	}{
		{share{count: 1_000_000, of: 1_000_000, complete: true}, Upheld},
		{share{count: 999_999, of: 1_000_000, complete: true}, NotUpheld},
		{share{count: 1_000_000, of: 1_000_000}, Partly}, // a sample never shows every single one
	} {
		standing, _ := k.share.standing(c, DefaultLevel)
		require.Equal(t, k.want, standing)
	}
}

func TestMoreKeptNeverStandsWorse(t *testing.T) {
	for _, c := range []Criterion{{Kept: 80, Floor: 50}, {Kept: 100, Floor: 100}, {Kept: 60, Floor: 60}, {Kept: 1, Floor: 0}} {
		for of := 1; of <= 60; of++ {
			for _, complete := range []bool{true, false} {
				before := NotKnown
				for count := 0; count <= of; count++ {
					standing, _ := share{count, of, complete}.standing(c, DefaultLevel)
					require.GreaterOrEqual(t, standing, before, "%d of %d", count, of)
					before = standing
				}
			}
		}
	}
}

func TestTheWholeStandsAsItsWeakestPart(t *testing.T) {
	for _, k := range []struct {
		parts        []Standing
		whole, known Standing
	}{
		{nil, NotKnown, NotKnown},
		{[]Standing{Upheld, Upheld}, Upheld, Upheld},
		{[]Standing{Upheld, AtRisk, Partly}, AtRisk, AtRisk},
		{[]Standing{Upheld, NotKnown}, NotKnown, Upheld},
		{[]Standing{AtRisk, NotKnown}, NotKnown, AtRisk},
		{[]Standing{NotKnown, NotUpheld}, NotUpheld, NotUpheld},
		{[]Standing{NotKnown}, NotKnown, NotKnown},
	} {
		whole, known := StandingOf(k.parts...)
		require.Equal(t, k.whole, whole, "%v", k.parts)
		require.Equal(t, k.known, known, "%v", k.parts)
	}
}
