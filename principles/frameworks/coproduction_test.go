package frameworks_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

func idsOf(f principles.Framework) []string {
	var all []string
	for _, p := range f.Principles {
		all = append(all, string(p.ID))
	}
	return all
}

func TestPublishedListsAreCompleteAndInTheirOrder(t *testing.T) {
	for _, list := range []struct {
		id   string
		form principles.Form
		want []string
	}{
		{"coproduction_ladder", principles.FormLadder, []string{
			"coercion", "educating", "informing", "consultation", "engagement", "co_design", "co_production"}},
		{"scie_coproduction", principles.FormPrinciples, []string{"equality", "diversity", "accessibility", "reciprocity"}},
		{"nef_coproduction", principles.FormPrinciples, []string{
			"assets", "capabilities", "mutuality_reciprocity", "peer_support_networks", "blurred_distinctions", "facilitating"}},
		{"coproduction_collective", principles.FormPrinciples, []string{"human", "inclusive", "transparent", "challenging"}},
		{"one_to_one_principles", principles.FormPrinciples, []string{
			"shared_lived_experience", "reciprocity_mutuality", "experiential_knowledge", "leadership_choice_control",
			"strengths_connections"}},
		{"one_to_one_fidelity", principles.FormPrinciples, []string{
			"shared_lived_experience", "reciprocity_mutuality", "leadership_choice_control", "strengths_community"}},
		{"naps_values", principles.FormPrinciples, []string{
			"voluntary", "hopeful", "open_minded", "empathetic", "respectful", "facilitate_change", "honest_and_direct",
			"mutual_and_reciprocal", "equally_shared_power", "strengths_focused", "transparent", "person_driven"}},
	} {
		t.Run(list.id, func(t *testing.T) {
			f := listed(t, list.id)
			require.Equal(t, list.form, f.Form)
			require.Equal(t, list.want, idsOf(f))
			for _, p := range f.Principles {
				require.Equal(t, principles.Read, p.Confidence, "%s", p.ID)
			}
		})
	}
}

func TestCoercionAloneIsNeverAcceptable(t *testing.T) {
	for i, p := range listed(t, "coproduction_ladder").Principles {
		require.Equal(t, i+1, p.Rung, "%s", p.ID)
		require.Equal(t, p.ID == "coercion", p.NeverAcceptable, "%s", p.ID)
	}
}

func TestTheLadderAsksEveryVoiceAtEveryStageAndSetsNoThreshold(t *testing.T) {
	f := listed(t, "coproduction_ladder")
	var stages []principles.IndicatorID
	for _, i := range f.Indicators {
		stages = append(stages, i.ID)
		require.Empty(t, i.Serves, "%s", i.ID)
		require.Zero(t, i.Criterion, "%s", i.ID)
		require.ElementsMatch(t, []principles.Voice{
			principles.PersonSupported, principles.PeerSupporter, principles.Supervisor, principles.Manager,
			principles.Coordinator}, i.Voices, "%s", i.ID)
	}
	require.Equal(t, []principles.IndicatorID{"design", "delivery", "evaluation"}, stages)
}

func TestTheLadderIsCreditedAsItsMakersAsk(t *testing.T) {
	source, ok := listed(t, "coproduction_ladder").Citation("tlap_ladder")
	require.True(t, ok)
	require.Len(t, source.Authors, 2)
	require.Contains(t, source.Authors[0], "TLAP")
	require.Contains(t, source.Authors[1], "NCAG")
	require.NotEmpty(t, source.URL)
}

// Whether a rung is a way of doing to, for or with people was not checked
// against the source.
func TestTheUncheckedModeOfARungIsInNoText(t *testing.T) {
	mode := regexp.MustCompile(`(?i)\b(do|does|doing|done) (to|for|with)\b`)
	for _, id := range []string{"coproduction_ladder", "scie_coproduction", "nef_coproduction", "coproduction_collective"} {
		data, err := json.Marshal(listed(t, id))
		require.NoError(t, err)
		require.NotRegexp(t, mode, string(data), "%s", id)
	}
}

func TestCrosswalkToTheEightIsCompleteAndNothingElse(t *testing.T) {
	want := []string{
		"naps_values/mutual_and_reciprocal core_principles/mutual",
		"naps_values/mutual_and_reciprocal core_principles/reciprocal",
		"one_to_one_fidelity/reciprocity_mutuality core_principles/mutual",
		"one_to_one_fidelity/reciprocity_mutuality core_principles/reciprocal",
		"scie_coproduction/reciprocity core_principles/mutual",
		"scie_coproduction/reciprocity core_principles/reciprocal",
		"nef_coproduction/mutuality_reciprocity core_principles/mutual",
		"nef_coproduction/mutuality_reciprocity core_principles/reciprocal",
		"naps_values/equally_shared_power core_principles/non_directive",
		"naps_values/person_driven core_principles/non_directive",
		"one_to_one_fidelity/leadership_choice_control core_principles/non_directive",
		"naps_values/strengths_focused core_principles/strengths_based",
		"one_to_one_fidelity/strengths_community core_principles/strengths_based",
		"nef_coproduction/assets core_principles/strengths_based",
		"nef_coproduction/capabilities core_principles/strengths_based",
		"scie_coproduction/diversity core_principles/inclusive",
		"scie_coproduction/accessibility core_principles/inclusive",
		"naps_values/transparent core_principles/safe",
		"naps_values/hopeful core_principles/recovery_focused",
	}
	var found []string
	for _, id := range []string{"naps_values", "one_to_one_fidelity", "scie_coproduction", "nef_coproduction"} {
		for _, link := range listed(t, id).Links {
			if link.Relation == principles.Related && link.To.Framework == "core_principles" {
				require.Equal(t, principles.OwnReading, link.Confidence, "%s", link.From)
				found = append(found, link.From.String()+" "+link.To.String())
			}
		}
	}
	require.ElementsMatch(t, want, found)
}

func TestNoPublishedListIsTurnedIntoAStandingOfAnother(t *testing.T) {
	serving := 0
	for _, id := range publishedLists() {
		for _, link := range listed(t, id).Links {
			require.Equal(t, principles.OwnReading, link.Confidence, "%s: %s", id, link.From)
			require.False(t, link.Judged, "%s: %s", id, link.From)
			if link.Relation == principles.Serves {
				serving++
				require.NotEmpty(t, link.From.Indicator, "%s: %s is no single question", id, link.From)
			}
		}
	}
	require.Equal(t, 6, serving)
}

func TestFivePrinciplesBecameFourDomainsAndOneStandsAloneNoMore(t *testing.T) {
	domain := make(map[principles.PrincipleID]principles.PrincipleID)
	five := listed(t, "one_to_one_principles")
	for _, link := range five.Links {
		if link.To.Framework == "one_to_one_fidelity" {
			require.Equal(t, principles.Related, link.Relation)
			domain[link.From.Principle] = link.To.Principle
		}
	}
	require.Equal(t, map[principles.PrincipleID]principles.PrincipleID{
		"shared_lived_experience":   "shared_lived_experience",
		"reciprocity_mutuality":     "reciprocity_mutuality",
		"leadership_choice_control": "leadership_choice_control",
		"strengths_connections":     "strengths_community",
	}, domain)
	require.Equal(t, []string{"P1", "P2", "P3", "P4", "P5"}, handlesOf(five))
}

func TestFidelityAsksThreeVoicesInEveryDomainAndNeedsAll(t *testing.T) {
	f := listed(t, "one_to_one_fidelity")
	three := []principles.Voice{principles.PersonSupported, principles.PeerSupporter, principles.Supervisor}
	require.Len(t, f.Voices, len(three))
	for _, asked := range f.Voices {
		require.True(t, asked.Needed, "%s", asked.Voice)
	}
	for _, p := range f.Principles {
		require.True(t, slices.ContainsFunc(f.Indicators, func(i principles.Indicator) bool {
			return i.Serves == p.ID && !i.Informs && slices.Equal(three, i.Voices)
		}), "%s", p.ID)
	}
}

func TestTheScaleOfFidelityIsOursAndSaysSo(t *testing.T) {
	f := listed(t, "one_to_one_fidelity")
	require.Len(t, f.Scales, 1)
	require.Equal(t, []string{"this_library"}, f.Scales[0].Sources)
	require.Contains(t, f.Scales[0].Name, "own")
	require.Contains(t, f.Summary, "scale")
}

// The practices that the guidelines pair with the other values were not checked.
func TestOnlyTheFirstOfTheTwelveValuesHasAPractice(t *testing.T) {
	for i, p := range listed(t, "naps_values").Principles {
		require.Equal(t, i == 0, len(p.Practice) > 0, "%s", p.ID)
	}
}
