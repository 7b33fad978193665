package frameworks_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

// publishedLists are the lists by others that this package ships with.
func publishedLists() []string {
	return []string{
		"coproduction_ladder", "scie_coproduction", "nef_coproduction", "coproduction_collective", "one_to_one_principles",
		"one_to_one_fidelity", "implementation_factors", "community_of_excellence", "training_competences", "naps_values",
	}
}

func groupsOf(f principles.Framework) []string {
	var all []string
	for _, g := range f.Groups {
		all = append(all, g.ID)
	}
	return all
}

// inGroup returns the principles of a group, in order.
func inGroup(f principles.Framework, group string) []principles.Principle {
	var all []principles.Principle
	for _, p := range f.Principles {
		if p.Group == group {
			all = append(all, p)
		}
	}
	return all
}

func namesOf(all []principles.Principle) []string {
	var names []string
	for _, p := range all {
		names = append(names, p.Name)
	}
	return names
}

func judgedIn(f principles.Framework, p principles.PrincipleID) int {
	n := 0
	for _, i := range f.Indicators {
		if i.Serves == p && !i.Informs {
			n++
		}
	}
	return n
}

func TestNineDomainsAndFiveTopicsAreLearnt(t *testing.T) {
	f := listed(t, "training_competences")
	require.Equal(t, principles.FormCompetences, f.Form)
	require.Equal(t, []string{"domains", "strong_topics"}, groupsOf(f))
	domains := namesOf(inGroup(f, "domains"))
	require.Len(t, domains, 9)
	require.Equal(t, []string{
		"values and principles", "knowledge", "core relational skills", "supporting people as a peer worker"}, domains[:4])
	require.Equal(t, []string{
		"lived experience as an asset", "ethics", "worker wellbeing", "a role focused on recovery", "communication",
	}, namesOf(inGroup(f, "strong_topics")))
}

// Their order was not checked: no number is given to them, and the summary says so.
func TestTheLaterDomainsAreNotNumbered(t *testing.T) {
	f := listed(t, "training_competences")
	for _, p := range f.Principles {
		require.Empty(t, p.Handle, "%s", p.ID)
	}
	require.Contains(t, f.Summary, "not known to us")
}

func TestKnowledgeHasSevenPartsAndRelationalSkillsHaveSix(t *testing.T) {
	for _, p := range listed(t, "training_competences").Principles {
		want := map[principles.PrincipleID]int{"knowledge": 7, "core_relational_skills": 6}[p.ID]
		require.Len(t, p.Parts, want, "%s", p.ID)
	}
}

func TestEveryTopicOfStrongAgreementIsJudged(t *testing.T) {
	f := listed(t, "training_competences")
	for _, p := range inGroup(f, "strong_topics") {
		require.Positive(t, judgedIn(f, p.ID), "%s", p.ID)
	}
}

func TestFactorsStandInTheDomainsThatWereRead(t *testing.T) {
	f := listed(t, "implementation_factors")
	require.Equal(t, principles.FormFactors, f.Form)
	require.Equal(t, []string{"innovation", "outer_setting", "inner_setting", "as_a_whole", "workers_accounts"}, groupsOf(f))
	for _, domain := range []struct {
		group          string
		helps, hinders int
	}{
		{"innovation", 2, 0}, {"outer_setting", 3, 4}, {"inner_setting", 5, 0}, {"as_a_whole", 2, 3}, {"workers_accounts", 3, 5},
	} {
		count := make(map[principles.Effect]int)
		for _, p := range inGroup(f, domain.group) {
			count[p.Effect]++
		}
		require.Equal(t, domain.helps, count[principles.Helps], "%s", domain.group)
		require.Equal(t, domain.hinders, count[principles.Hinders], "%s", domain.group)
	}
	require.Contains(t, f.Summary, "not known to us")
}

func TestFactorsAreObservedAndNotJudged(t *testing.T) {
	f := listed(t, "implementation_factors")
	require.NotEmpty(t, f.Indicators)
	for _, i := range f.Indicators {
		require.Equal(t, principles.Attested, i.Kind, "%s", i.ID)
		require.True(t, i.Informs, "%s", i.ID)
	}
}

func TestTheCommunityOfExcellenceBeginsWithThreeAreas(t *testing.T) {
	f := listed(t, "community_of_excellence")
	require.Equal(t, principles.FormAreas, f.Form)
	require.Equal(t, []string{"orientation", "levels", "action_areas", "thorny_issues"}, groupsOf(f))
	var handles []string
	for _, p := range inGroup(f, "action_areas") {
		handles = append(handles, p.Handle)
		require.Positive(t, judgedIn(f, p.ID), "%s", p.ID)
	}
	require.Equal(t, []string{"CE4(1)", "CE4(2)", "CE4(3)"}, handles)
	require.Len(t, inGroup(f, "orientation"), 2)
	require.Len(t, inGroup(f, "thorny_issues"), 6)
}

func TestOnlyTheAreasToBeginWithAreJudged(t *testing.T) {
	f := listed(t, "community_of_excellence")
	for _, group := range []string{"orientation", "levels", "thorny_issues"} {
		for _, p := range inGroup(f, group) {
			require.Zero(t, judgedIn(f, p.ID), "%s", p.ID)
		}
	}
}

func TestTheLevelAcrossSectorsIsOursAndTheOthersAreStated(t *testing.T) {
	levels := inGroup(listed(t, "community_of_excellence"), "levels")
	require.Equal(t, []string{"individual", "team", "organisation", "culture", "across sectors"}, namesOf(levels))
	for _, p := range levels {
		want := principles.Stated
		if p.ID == "across_sectors" {
			want = principles.OwnReading
		}
		require.Equal(t, want, p.Confidence, "%s", p.ID)
	}
}
