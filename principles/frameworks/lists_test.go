package frameworks_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/frameworks"
)

// The lists that the documents behind this library contain, and the one that
// this project drew from them.
func fourLists() []string {
	return []string{"core_principles", "integrity_challenges", "workplace_steps", "role_integrity"}
}

func everyList(t *testing.T) []principles.Framework {
	t.Helper()
	library, err := frameworks.Library()
	require.NoError(t, err)
	return library.Frameworks()
}

func listed(t *testing.T, id string) principles.Framework {
	t.Helper()
	library, err := frameworks.Library()
	require.NoError(t, err)
	f, ok := library.Framework(id)
	require.True(t, ok, "no framework %s", id)
	return f
}

func TestListsAreAsLongAsInTheDocuments(t *testing.T) {
	for _, list := range []struct {
		id                string
		form              principles.Form
		principles, parts int
	}{
		{"core_principles", principles.FormPrinciples, 8, 3},
		{"integrity_challenges", principles.FormChallenges, 10, 0},
		{"workplace_steps", principles.FormSteps, 5, 18},
		{"role_integrity", principles.FormPrinciples, 12, 2},
	} {
		t.Run(list.id, func(t *testing.T) {
			f := listed(t, list.id)
			require.Equal(t, list.form, f.Form)
			require.Len(t, f.Principles, list.principles)
			parts := 0
			for _, p := range f.Principles {
				parts += len(p.Parts)
			}
			require.Equal(t, list.parts, parts)
		})
	}
}

// The list and its order: ImROC briefing 5, "Peer Support Workers: Theory and
// Practice" (2013), box 3.
func TestTheEightCorePrinciplesAreInTheirOrder(t *testing.T) {
	var ids []principles.PrincipleID
	for _, p := range listed(t, "core_principles").Principles {
		ids = append(ids, p.ID)
		require.Equal(t, "imroc_briefing_5", p.Sources[0], "%s", p.ID)
		require.Equal(t, principles.Stated, p.Confidence, "%s", p.ID)
		require.Equal(t, principles.OwnReading, p.Breach.Confidence, "%s", p.ID)
	}
	require.Equal(t, []principles.PrincipleID{
		principles.Mutual, principles.Reciprocal, principles.NonDirective, principles.RecoveryFocused,
		principles.StrengthsBased, principles.Inclusive, principles.Progressive, principles.Safe,
	}, ids)
}

func TestTheWholeOfTheEightIsAsTheirWeakest(t *testing.T) {
	for _, f := range everyList(t) {
		var want principles.OverallRule
		if f.ID == "core_principles" {
			want = principles.Weakest
		}
		require.Equal(t, want, f.Overall, "%s", f.ID)
	}
}

func TestTheClosingListOfTheBriefingIsFoundUnderItsOwnNames(t *testing.T) {
	f := listed(t, "core_principles")
	for alias, want := range map[string]principles.PrincipleID{
		"community-facing": principles.Inclusive,
		"person-centred":   principles.Progressive,
	} {
		p, ok := f.Find(alias)
		require.True(t, ok, "%s", alias)
		require.Equal(t, want, p.ID)
	}
	aliases := 0
	for _, p := range f.Principles {
		for _, alias := range p.Aliases {
			require.Equal(t, principles.OwnReading, alias.Confidence, "%s", p.ID)
			aliases++
		}
	}
	require.Equal(t, 2, aliases)
}

func TestEachAimOfRecoveryIsAskedAbout(t *testing.T) {
	f := listed(t, "core_principles")
	p, ok := f.Principle(principles.RecoveryFocused)
	require.True(t, ok)
	require.Len(t, p.Parts, 3)
	for i, aim := range []string{"hope", "control", "opportunity"} {
		require.Equal(t, aim, p.Parts[i].ID)
		require.True(t, slices.ContainsFunc(f.Indicators, func(i principles.Indicator) bool {
			return i.Serves == p.ID && i.Part == aim && i.Kind == principles.Rated && !i.Informs
		}), "%s", aim)
	}
}

func TestWhoMustActIsNamedForEveryChallengeAsOurReading(t *testing.T) {
	for _, p := range listed(t, "integrity_challenges").Principles {
		require.NotEmpty(t, p.Actors, "%s", p.ID)
		for _, actor := range p.Actors {
			require.Equal(t, principles.OwnReading, actor.Confidence, "%s", p.ID)
		}
	}
}

func TestEveryDemandOfAStepHasAnIndicator(t *testing.T) {
	f := listed(t, "workplace_steps")
	for _, p := range f.Principles {
		for _, part := range p.Parts {
			require.True(t, slices.ContainsFunc(f.Indicators, func(i principles.Indicator) bool {
				return i.Serves == p.ID && i.Part == part.ID
			}), "%s", part.Handle)
		}
	}
}

func TestNothingCanBeUpheldWithoutPeopleSupportedAndPeers(t *testing.T) {
	for list, want := range map[string][]principles.Voice{
		"core_principles":      {principles.PersonSupported, principles.PeerSupporter},
		"integrity_challenges": {principles.PeerSupporter},
		"workplace_steps":      {principles.PersonSupported, principles.PeerSupporter},
		"role_integrity":       {principles.PersonSupported, principles.PeerSupporter},
	} {
		var needed []principles.Voice
		for _, asked := range listed(t, list).Voices {
			if asked.Needed {
				needed = append(needed, asked.Voice)
			}
		}
		require.Equal(t, want, needed, "%s", list)
	}
}

func TestEveryPrincipleOfTheListsIsJudgedBySomething(t *testing.T) {
	for _, id := range fourLists() {
		f := listed(t, id)
		for _, p := range f.Principles {
			judged := 0
			for _, i := range f.Indicators {
				if i.Serves == p.ID && !i.Informs {
					judged++
				}
			}
			require.Positive(t, judged, "%s/%s", id, p.ID)
		}
	}
}

func TestEveryItemCitesASourceAndSaysHowWellItIsFounded(t *testing.T) {
	for _, f := range everyList(t) {
		founded := func(item string, sources []string, confidence principles.Confidence) {
			require.NotEmpty(t, sources, "%s/%s", f.ID, item)
			for _, key := range sources {
				_, ok := f.Citation(key)
				require.True(t, ok, "%s/%s: %s", f.ID, item, key)
			}
			require.Greater(t, confidence, principles.Unverified, "%s/%s", f.ID, item)
		}
		for _, g := range f.Groups {
			founded(g.ID, g.Sources, g.Confidence)
		}
		for _, s := range f.Scales {
			founded(s.ID, s.Sources, s.Confidence)
		}
		for _, p := range f.Principles {
			founded(string(p.ID), p.Sources, p.Confidence)
			for _, part := range p.Parts {
				founded(string(p.ID), p.Sources, part.Confidence)
			}
		}
		for _, i := range f.Indicators {
			founded(string(i.ID), i.Sources, i.Confidence)
		}
	}
}

func TestEveryJudgedIndicatorSaysWhyAndWhatToTry(t *testing.T) {
	for _, f := range everyList(t) {
		for _, i := range f.Indicators {
			if i.Informs || f.Form == principles.FormLadder {
				continue
			}
			require.NotEmpty(t, i.Basis.Text, "%s#%s", f.ID, i.ID)
			require.NotEmpty(t, i.Try, "%s#%s", f.ID, i.ID)
			for _, try := range i.Try {
				require.Equal(t, principles.OwnReading, try.Confidence, "%s#%s", f.ID, i.ID)
			}
		}
	}
}

func TestThresholdsAndScalesAreOurOwn(t *testing.T) {
	for _, f := range everyList(t) {
		for _, s := range f.Scales {
			require.Equal(t, principles.OwnReading, s.Confidence, "%s: %s", f.ID, s.ID)
		}
		for _, i := range f.Indicators {
			if i.Criterion != (principles.Criterion{}) {
				require.Equal(t, principles.OwnReading, i.Criterion.Confidence, "%s#%s", f.ID, i.ID)
			}
		}
	}
}

// These are the few indicators that ask for nothing else than a document does.
func TestIndicatorsAreOurOwnUnlessADocumentStatesThem(t *testing.T) {
	stated := map[principles.IndicatorID]bool{
		"peers_not_alone_in_team": true, "teams_with_two_peers": true, "wellbeing_support_for_all": true,
		"policies_in_force": true, "coordinator_named": true, "selection_settled": true, "targets_set_and_looked_at": true,
	}
	for _, id := range fourLists() {
		for _, i := range listed(t, id).Indicators {
			want := principles.OwnReading
			if stated[i.ID] {
				want = principles.Stated
			}
			require.Equal(t, want, i.Confidence, "%s#%s", id, i.ID)
		}
	}
}

func TestWhatMustHoldForEverybodyMustHoldForEverySingleOne(t *testing.T) {
	for _, must := range []struct {
		list    string
		measure principles.MeasureID
	}{
		{"core_principles", "pairs_outside_line"},
		{"core_principles", "joined_freely"},
		{"workplace_steps", "pairs_outside_line"},
		{"workplace_steps", "trained_before_first_meeting"},
	} {
		found := false
		for _, i := range listed(t, must.list).Indicators {
			if i.Measure == must.measure {
				found = true
				require.False(t, i.Informs, "%s: %s", must.list, must.measure)
				require.Equal(t, principles.Criterion{Kept: 100, Floor: 100, Confidence: principles.OwnReading}, i.Criterion)
			}
		}
		require.True(t, found, "%s: %s", must.list, must.measure)
	}
}

func TestAMeasureHasOneSupplier(t *testing.T) {
	suppliers := make(map[principles.MeasureID]string)
	for _, f := range everyList(t) {
		for _, i := range f.Indicators {
			if i.Kind != principles.Computed {
				continue
			}
			if known, ok := suppliers[i.Measure]; ok {
				require.Equal(t, known, i.Supplier, "%s#%s", f.ID, i.ID)
			}
			suppliers[i.Measure] = i.Supplier
		}
	}
	require.NotEmpty(t, suppliers)
}

func TestNoTwoIndicatorsOfTheListsAnswerToOneName(t *testing.T) {
	seen := make(map[principles.IndicatorID]string)
	for _, id := range fourLists() {
		for _, i := range listed(t, id).Indicators {
			require.Empty(t, seen[i.ID], "%s", i.ID)
			seen[i.ID] = id
		}
	}
}

func TestWhatServesTheEightFromElsewhereIsShownAndNotJudged(t *testing.T) {
	serving := 0
	for _, id := range fourLists() {
		for _, link := range listed(t, id).Links {
			require.Equal(t, principles.OwnReading, link.Confidence, "%s: %s", id, link.From)
			require.False(t, link.Judged, "%s: %s", id, link.From)
			if link.Relation == principles.Serves {
				serving++
				require.EqualValues(t, "core_principles", link.To.Framework, "%s: %s", id, link.From)
			}
		}
	}
	require.Equal(t, 12, serving)
}

func TestBothDeviationsOfFormAreAskedAbout(t *testing.T) {
	f := listed(t, "role_integrity")
	for _, part := range []string{"not_too_tight", "not_too_loose"} {
		require.True(t, slices.ContainsFunc(f.Indicators, func(i principles.Indicator) bool {
			return i.Serves == "formality_in_balance" && i.Part == part && !i.Informs
		}), "%s", part)
	}
}

func TestTextsOfTheListsAreWholeSentences(t *testing.T) {
	for _, id := range fourLists() {
		f := listed(t, id)
		texts := []string{f.Summary}
		for _, p := range f.Principles {
			texts = append(texts, p.Meaning, p.Breach.Text)
			for _, s := range p.Practice {
				texts = append(texts, s.Text)
			}
			for _, part := range p.Parts {
				texts = append(texts, part.Meaning)
			}
		}
		for _, i := range f.Indicators {
			texts = append(texts, i.Asks, i.Basis.Text)
			for _, s := range i.Try {
				texts = append(texts, s.Text)
			}
		}
		for _, text := range texts {
			require.Contains(t, ".?", text[len(text)-1:], "%s: %s", id, text)
			require.Equal(t, strings.TrimSpace(text), text, "%s", id)
		}
	}
}
