package principles_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

func core(t testing.TB) principles.Catalogue {
	t.Helper()
	c, err := principles.CorePrinciples()
	require.NoError(t, err)
	return c
}

// The list and its order: ImROC briefing 5, "Peer Support Workers: Theory and
// Practice" (2013), box 3.
func TestTheEightCorePrinciplesInTheirOrder(t *testing.T) {
	var ids []principles.PrincipleID
	for _, p := range core(t).Principles {
		ids = append(ids, p.ID)
	}
	require.Equal(t, []principles.PrincipleID{
		principles.Mutual, principles.Reciprocal, principles.NonDirective, principles.RecoveryFocused,
		principles.StrengthsBased, principles.Inclusive, principles.Progressive, principles.Safe,
	}, ids)
}

func TestEveryCorePrincipleRestsOnTheBriefing(t *testing.T) {
	for _, p := range core(t).Principles {
		require.Equal(t, "imroc_briefing_5", p.Sources[0].Key, "%s", p.ID)
		require.Equal(t, 2013, p.Sources[0].Year)
		require.Equal(t, principles.Stated, p.Confidence, "%s", p.ID)
	}
}

func TestWhatIsThisProjectsOwnReadingSaysSo(t *testing.T) {
	for _, p := range core(t).Principles {
		require.NotEmpty(t, p.Breach.Text, "%s", p.ID)
		require.Equal(t, principles.OwnReading, p.Breach.Confidence, "%s", p.ID)
		for _, alias := range p.Aliases {
			require.Equal(t, principles.OwnReading, alias.Confidence, "%s", p.ID)
		}
	}
}

func TestTheClosingListOfTheBriefingIsFoundUnderItsOwnNames(t *testing.T) {
	for alias, want := range map[string]principles.PrincipleID{
		"community-facing": principles.Inclusive,
		"person-centred":   principles.Progressive,
	} {
		p, ok := core(t).Find(alias)
		require.True(t, ok)
		require.Equal(t, want, p.ID)
	}
}

func TestRecoveryHasThreeAims(t *testing.T) {
	p, ok := core(t).Lookup(principles.RecoveryFocused)
	require.True(t, ok)
	var aims []string
	for _, aim := range p.Aims {
		aims = append(aims, aim.Name)
	}
	require.Equal(t, []string{"hope", "control", "opportunity"}, aims)
}

func TestTheCoreCatalogueCitesEachSourceOnce(t *testing.T) {
	var keys []string
	for _, c := range core(t).Citations() {
		keys = append(keys, c.Key)
	}
	require.Equal(t, []string{"imroc_briefing_5", "woolley_coproduction"}, keys)
}

func TestNobodyCanChangeTheCoreForOthers(t *testing.T) {
	mine := core(t)
	mine.Principles[0].Sources[0].Title = "changed"
	mine.Principles[0].Practice[0].Text = "changed"
	require.NotEqual(t, mine, core(t))
}
