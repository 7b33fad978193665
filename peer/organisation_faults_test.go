package peer_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
)

// spot is a fault without its words.
type spot struct {
	code peer.FaultCode
	path string
}

func spots(faults peer.Faults) []spot {
	var all []spot
	for _, f := range faults {
		all = append(all, spot{f.Code, f.Path()})
	}
	return all
}

func TestNewOrganisationRefuses(t *testing.T) {
	anne, bob := peer.Person{Key: "anne"}, peer.Person{Key: "bob", Manager: "anne"}
	dotted := peer.Relation{Person: "bob", Other: "anne", Kind: peer.Dotted}
	with := func(change func(*peer.Relation)) []peer.Relation {
		r := dotted
		change(&r)
		return []peer.Relation{r}
	}
	for name, c := range map[string]struct {
		people []peer.Person
		rels   []peer.Relation
		cfg    peer.OrganisationConfig
		want   []spot
	}{
		"a missing id":           {people: []peer.Person{{}}, want: []spot{{peer.FaultIDMissing, "people[0].person_id"}}},
		"a malformed id":         {people: []peer.Person{{Key: "a,b"}}, want: []spot{{peer.FaultID, "people[0].person_id"}}},
		"a repeated id":          {people: []peer.Person{anne, anne}, want: []spot{{peer.FaultIDDuplicate, "people[1].person_id"}}},
		"ids alike but for case": {people: []peer.Person{anne, {Key: "Anne"}}, want: []spot{{peer.FaultIDAlike, "people[1].person_id"}}},
		"ids alike in all letters": {
			people: []peer.Person{{Key: "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}, {Key: "abcdefghijklmnopqrstuvwxyz"}},
			want:   []spot{{peer.FaultIDAlike, "people[1].person_id"}},
		},
		"ids alike but for form":    {people: []peer.Person{{Key: "Zo\u00eb"}, {Key: "Zoe\u0308"}}, want: []spot{{peer.FaultIDAlike, "people[1].person_id"}}},
		"ids alike but for width":   {people: []peer.Person{{Key: "A1"}, {Key: "Ａ1"}}, want: []spot{{peer.FaultIDAlike, "people[1].person_id"}}},
		"ids alike but for sharp s": {people: []peer.Person{{Key: "groß"}, {Key: "GROSS"}}, want: []spot{{peer.FaultIDAlike, "people[1].person_id"}}},
		"forms alike although case-sensitive": {
			people: []peer.Person{{Key: "Zo\u00eb"}, {Key: "Zoe\u0308"}}, cfg: peer.OrganisationConfig{CaseSensitive: true},
			want: []spot{{peer.FaultIDAlike, "people[1].person_id"}},
		},
		"an unknown status":         {people: []peer.Person{{Key: "anne", Status: 9}}, want: []spot{{peer.FaultStatus, "people[0].status"}}},
		"a person as own manager":   {people: []peer.Person{{Key: "anne", Manager: "anne"}}, want: []spot{{peer.FaultSelfManager, "people[0].manager_id"}}},
		"a manager in another case": {people: []peer.Person{anne, {Key: "bob", Manager: "ANNE"}}, want: []spot{{peer.FaultIDCase, "people[1].manager_id"}}},
		"a manager in another form although case-sensitive": {
			people: []peer.Person{{Key: "Zo\u00eb"}, {Key: "bob", Manager: "Zoe\u0308"}}, cfg: peer.OrganisationConfig{CaseSensitive: true},
			want: []spot{{peer.FaultIDCase, "people[1].manager_id"}},
		},
		"a circle": {
			people: []peer.Person{{Key: "anne", Manager: "cleo"}, bob, {Key: "cleo", Manager: "bob"}},
			want:   []spot{{peer.FaultCycle, "people[0].manager_id"}},
		},
		"too deep a chain": {
			people: []peer.Person{anne, bob, {Key: "cleo", Manager: "bob"}, {Key: "dan", Manager: "cleo"}}, cfg: peer.OrganisationConfig{MaxDepth: 1},
			want: []spot{{peer.FaultTooDeep, "people[2].manager_id"}},
		},
		"an unknown root":        {people: []peer.Person{anne}, cfg: roots("zed"), want: []spot{{peer.FaultRootUnknown, "roots[0]"}}},
		"a root with a manager":  {people: []peer.Person{anne, bob}, cfg: roots("bob"), want: []spot{{peer.FaultRootHasManager, "roots[0]"}}},
		"a relation without end": {people: []peer.Person{anne, bob}, rels: with(func(r *peer.Relation) { r.Other = "" }), want: []spot{{peer.FaultIDMissing, "lines[0].other_id"}}},
		"a relation to nobody": {
			people: []peer.Person{anne, bob}, rels: with(func(r *peer.Relation) { r.Person = "zed" }),
			want: []spot{{peer.FaultPersonUnknown, "lines[0].person_id"}},
		},
		"a relation in another case": {
			people: []peer.Person{anne, bob}, rels: with(func(r *peer.Relation) { r.Other = "Anne" }),
			want: []spot{{peer.FaultIDCase, "lines[0].other_id"}},
		},
		"a relation to oneself": {people: []peer.Person{anne, bob}, rels: with(func(r *peer.Relation) { r.Other = "bob" }), want: []spot{{peer.FaultRelationSelf, "lines[0].other_id"}}},
		"no kind of relation":   {people: []peer.Person{anne, bob}, rels: with(func(r *peer.Relation) { r.Kind = 0 }), want: []spot{{peer.FaultRelationKind, "lines[0].kind"}}},
		"no such kind":          {people: []peer.Person{anne, bob}, rels: with(func(r *peer.Relation) { r.Kind = 12 }), want: []spot{{peer.FaultRelationKind, "lines[0].kind"}}},
		"a reversed interval": {
			people: []peer.Person{anne, bob},
			rels:   with(func(r *peer.Relation) { r.During = interval(t, "2026-02-01", "2026-01-01") }),
			want:   []spot{{peer.FaultInterval, "lines[0].until"}},
		},
		"too many relations of one person": {
			people: []peer.Person{anne, bob, {Key: "cleo"}}, cfg: peer.OrganisationConfig{MaxRelations: 1},
			rels: []peer.Relation{dotted, {Person: "cleo", Other: "anne", Kind: peer.Reviewer}},
			want: []spot{{peer.FaultTooManyRelations, "lines[1].person_id"}},
		},
		"the same as nobody": {people: []peer.Person{{Key: "anne", SameAs: "zed"}}, want: []spot{{peer.FaultPersonUnknown, "people[0].same_as"}}},
		"the same as another case": {
			people: []peer.Person{anne, {Key: "a2", SameAs: "ANNE"}},
			want:   []spot{{peer.FaultIDCase, "people[1].same_as"}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			org, err := peer.NewOrganisation(c.people, c.rels, c.cfg)
			require.Nil(t, org)
			var faults peer.Faults
			require.ErrorAs(t, err, &faults)
			require.Equal(t, c.want, spots(faults))
		})
	}
}

func TestNewOrganisationWarnsAndBuilds(t *testing.T) {
	for name, c := range map[string]struct {
		people []peer.Person
		cfg    peer.OrganisationConfig
		want   []spot
	}{
		"one undeclared top":   {people: []peer.Person{{Key: "a"}, {Key: "b", Manager: "a"}}},
		"an unknown manager":   {people: []peer.Person{{Key: "a", Manager: "zed"}}, want: []spot{{peer.FaultManagerUnknown, "people[0].manager_id"}}},
		"several tops":         {people: []peer.Person{{Key: "a"}, {Key: "b"}}, want: []spot{{peer.FaultSeveralTops, "manager_id"}}},
		"a declared and a not": {people: []peer.Person{{Key: "a"}, {Key: "b"}}, cfg: roots("a"), want: []spot{{peer.FaultSeveralTops, "manager_id"}}},
		"all declared":         {people: []peer.Person{{Key: "a"}, {Key: "b"}}, cfg: roots("a", "b")},
		"flat":                 {people: []peer.Person{{Key: "a"}, {Key: "b"}}, cfg: peer.OrganisationConfig{Flat: true}},
		"flat does not excuse an unknown manager": {
			people: []peer.Person{{Key: "a"}, {Key: "b", Manager: "zed"}}, cfg: peer.OrganisationConfig{Flat: true},
			want: []spot{{peer.FaultManagerUnknown, "people[1].manager_id"}, {peer.FaultSeveralTops, "manager_id"}},
		},
		"a case-sensitive source": {
			people: []peer.Person{{Key: "a"}, {Key: "A", Manager: "a"}}, cfg: peer.OrganisationConfig{CaseSensitive: true},
		},
		"a person the same as themself": {people: []peer.Person{{Key: "a", SameAs: "a"}}},
	} {
		t.Run(name, func(t *testing.T) {
			org, err := peer.NewOrganisation(c.people, nil, c.cfg)
			require.NoError(t, err)
			require.Equal(t, c.want, spots(org.Warnings()))
		})
	}
}

func TestNewOrganisationReportsEveryFaultAtOnce(t *testing.T) {
	people := []peer.Person{
		{Key: "a"},
		{Key: ""},
		{Key: "a\tb", Manager: "zed"},
		{Key: "A"},
		{Key: "own", Manager: "own"},
		{Key: "x", Manager: "y"}, {Key: "y", Manager: "x"},
		{Key: "case", Manager: "X"},
		{Key: "odd", Status: 200},
		{Key: "twin", SameAs: "zed"},
	}
	rels := []peer.Relation{{Person: "a", Other: "a", Kind: peer.Family}, {Person: "a", Other: "zed"}}
	_, err := peer.NewOrganisation(people, rels, roots("zed", "x"))
	var faults peer.Faults
	require.ErrorAs(t, err, &faults)
	require.Equal(t, []spot{
		{peer.FaultIDMissing, "people[1].person_id"},
		{peer.FaultID, "people[2].person_id"},
		{peer.FaultIDAlike, "people[3].person_id"},
		{peer.FaultStatus, "people[8].status"},
		{peer.FaultSelfManager, "people[4].manager_id"},
		{peer.FaultIDCase, "people[7].manager_id"},
		{peer.FaultCycle, "people[5].manager_id"},
		{peer.FaultRootUnknown, "roots[0]"},
		{peer.FaultRootHasManager, "roots[1]"},
		{peer.FaultRelationSelf, "lines[0].other_id"},
		{peer.FaultPersonUnknown, "lines[1].other_id"},
		{peer.FaultRelationKind, "lines[1].kind"},
		{peer.FaultPersonUnknown, "people[9].same_as"},
	}, spots(faults))
}

func TestDepthAndIDsAreJudgedInOnePass(t *testing.T) {
	people := []peer.Person{{Key: "a"}, {Key: "b", Manager: "a"}, {Key: "c", Manager: "b"}, {Key: "a"}}
	_, err := peer.NewOrganisation(people, nil, peer.OrganisationConfig{MaxDepth: 1})
	var faults peer.Faults
	require.ErrorAs(t, err, &faults)
	require.Equal(t, []spot{
		{peer.FaultIDDuplicate, "people[3].person_id"}, {peer.FaultTooDeep, "people[2].manager_id"},
	}, spots(faults))
}

func TestEveryCircleIsNamedOnceAndWhole(t *testing.T) {
	people := []peer.Person{
		{Key: "tail", Manager: "a"},
		{Key: "a", Manager: "b"}, {Key: "b", Manager: "c"}, {Key: "c", Manager: "a"},
		{Key: "x", Manager: "y"}, {Key: "y", Manager: "x"},
	}
	_, err := peer.NewOrganisation(people, nil, peer.OrganisationConfig{})
	var faults peer.Faults
	require.ErrorAs(t, err, &faults)
	require.Len(t, faults, 2)
	require.ElementsMatch(t, []peer.ExternalID{"a", "b", "c"}, faults[0].IDs)
	require.ElementsMatch(t, []peer.ExternalID{"x", "y"}, faults[1].IDs)
}

func TestFaultsOfAnOrganisationHoldNoMalformedText(t *testing.T) {
	const canary = "canary\n"
	_, err := peer.NewOrganisation([]peer.Person{
		{Key: canary, Manager: canary}, {Key: canary, Manager: "A", Status: 99, SameAs: canary}, {Key: "a", Manager: canary},
		{Key: "a"},
	}, []peer.Relation{{Person: canary, Other: canary}}, roots(canary))
	require.Error(t, err)
	require.NotContains(t, err.Error(), "canary")
	var fault peer.Fault
	require.ErrorAs(t, err, &fault)
}

func TestFaultsAreErrors(t *testing.T) {
	_, err := peer.NewOrganisation([]peer.Person{{}, {Key: "a,b"}}, nil, peer.OrganisationConfig{})
	var first peer.Fault
	require.ErrorAs(t, err, &first)
	require.Equal(t, peer.FaultIDMissing, first.Code)
	require.Len(t, strings.Split(err.Error(), "\n"), 2)
	require.NotErrorIs(t, err, errors.ErrUnsupported)
	require.NoError(t, peer.Faults{{Code: peer.FaultSeveralTops, Warning: true}}.Err())
	require.NoError(t, peer.Faults(nil).Err())
}

func TestFaultNamesItsPlace(t *testing.T) {
	for want, f := range map[string]peer.Fault{
		"people.csv:3:2: missing_id: person_id: ": {Code: peer.FaultIDMissing, Source: "people.csv", Line: 3, Column: 2, Field: "person_id"},
		"people[4].person_id: missing_id: ":       {Code: peer.FaultIDMissing, List: "people", Index: 4, Field: "person_id"},
		"roots[0]: unknown_root: ":                {Code: peer.FaultRootUnknown, List: "roots"},
		"modes: unknown_mode: ":                   {Code: peer.FaultMode, Field: "modes"},
		"invalid_date: ":                          {Code: peer.FaultDate},
		"own_code: own words":                     {Code: "own_code", Words: "own words"},
	} {
		require.True(t, strings.HasPrefix(f.Error(), want), f.Error())
	}
}

func TestFaultListsAtMostTenIDs(t *testing.T) {
	f := peer.Fault{Code: peer.FaultCycle}
	for range 12 {
		f.IDs = append(f.IDs, "an id")
	}
	require.Equal(t, 10, strings.Count(f.Error(), `"an id"`))
	require.Contains(t, f.Error(), "2 more")
}

// Two codes with the same words, or a code without words of its own, would
// leave a reader of the report in the dark.
func TestEveryFaultCodeHasWordsOfItsOwn(t *testing.T) {
	const noCode = peer.FaultCode("no code of ours")
	words := func(c peer.FaultCode) string { return strings.TrimPrefix(peer.Fault{Code: c}.Error(), string(c)+": ") }
	seen := map[string]peer.FaultCode{words(noCode): noCode}
	for _, c := range faultCodes() {
		require.NotEmpty(t, words(c))
		require.Empty(t, seen[words(c)], "%s shares its words", c)
		seen[words(c)] = c
	}
}

func faultCodes() []peer.FaultCode {
	return []peer.FaultCode{
		peer.FaultID, peer.FaultIDMissing, peer.FaultIDDuplicate, peer.FaultIDAlike, peer.FaultIDCase, peer.FaultDate,
		peer.FaultInterval, peer.FaultSelfManager, peer.FaultCycle, peer.FaultTooDeep, peer.FaultManagerUnknown,
		peer.FaultSeveralTops, peer.FaultRootUnknown, peer.FaultRootHasManager, peer.FaultPersonUnknown,
		peer.FaultRelationKind, peer.FaultRelationSelf, peer.FaultTooManyRelations, peer.FaultStatus, peer.FaultRequired,
		peer.FaultRange, peer.FaultItem, peer.FaultRepeated, peer.FaultZone, peer.FaultSlot, peer.FaultMode,
		peer.FaultJourney, peer.FaultEndedBy, peer.FaultForm, peer.FaultPay, peer.FaultSector, peer.FaultDimension,
		peer.FaultSetting, peer.FaultFunction, peer.FaultActivity, peer.FaultSecondRequest, peer.FaultSecondSupporter,
		peer.FaultFutureRequest, peer.FaultText,
	}
}

func roots(keys ...peer.ExternalID) peer.OrganisationConfig {
	return peer.OrganisationConfig{Roots: keys}
}

func interval(tb testing.TB, from, until string) peer.Interval {
	tb.Helper()
	var i peer.Interval
	require.NoError(tb, i.From.UnmarshalText([]byte(from)))
	require.NoError(tb, i.Until.UnmarshalText([]byte(until)))
	return i
}
