package principles_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

func TestTheMinimumGroupShowsWhatRevealsNobody(t *testing.T) {
	for name, c := range map[string]struct {
		tally principles.Tally
		want  principles.Shown
	}{
		"nobody":                     {principles.Tally{}, principles.Shown{}},
		"nine people":                {principles.Tally{Count: 9, Of: 9, People: 9}, principles.Shown{}},
		"ten people, all alike":      {principles.Tally{Count: 10, Of: 10, People: 10}, principles.Shown{Standing: true}},
		"seven of forty":             {principles.Tally{Count: 7, Of: 40, People: 40}, principles.Shown{Standing: true}},
		"eight of forty":             {principles.Tally{Count: 8, Of: 40, People: 40}, principles.Shown{Standing: true, Figure: true, Count: 10, Of: 40}},
		"all but four of forty":      {principles.Tally{Count: 36, Of: 40, People: 40}, principles.Shown{Standing: true}},
		"all but five of forty":      {principles.Tally{Count: 35, Of: 40, People: 40}, principles.Shown{Standing: true, Figure: true, Count: 35, Of: 40}},
		"many hours of few people":   {principles.Tally{Count: 500, Of: 900, People: 9}, principles.Shown{}},
		"most hours of one person":   {principles.Tally{Count: 500, Of: 900, People: 30, Largest: 451}, principles.Shown{}},
		"half the hours of a person": {principles.Tally{Count: 500, Of: 900, People: 30, Largest: 450}, principles.Shown{Standing: true, Figure: true, Count: 500, Of: 900}},
		"people not known":           {principles.Tally{Count: 500, Of: 900}, principles.Shown{}},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, c.want, principles.MinimumGroup{}.Show(c.tally))
		})
	}
}

func TestTheMinimumGroupCanBeSetFromFiveUp(t *testing.T) {
	_, err := principles.NewMinimumGroup(4)
	require.ErrorIs(t, err, principles.ErrMinimumGroup)
	m, err := principles.NewMinimumGroup(5)
	require.NoError(t, err)
	require.Equal(t, "minimum_group_5", m.Name())
	require.True(t, m.Show(principles.Tally{Count: 5, Of: 5, People: 5}).Standing)
	require.False(t, m.Show(principles.Tally{Count: 4, Of: 4, People: 4}).Standing)
	require.Equal(t, "minimum_group_10", principles.MinimumGroup{}.Name())
}

// odd is a release that contradicts itself.
type odd struct{}

func (odd) Name() string { return "odd" }
func (odd) Show(principles.Tally) principles.Shown {
	return principles.Shown{Standing: true, Figure: true, Count: 9, Of: 3}
}

func TestAReleaseThatContradictsItselfShowsNoFigure(t *testing.T) {
	e, r := fine()
	report := audit(t, promise(), e, r, principles.Options{Release: odd{}})
	require.Nil(t, indicatorOf(t, report, "in_time").Figures[0].Share)
}
