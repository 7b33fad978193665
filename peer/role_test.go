package peer_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
)

// requireEnum checks that every member is read as written, and nothing else is.
func requireEnum[T ~string](t *testing.T, all []T, count int, code peer.FaultCode, parse func(string) (T, error)) {
	t.Helper()
	require.Len(t, all, count)
	seen := map[T]bool{}
	for _, x := range all {
		parsed, err := parse(string(x))
		require.NoError(t, err)
		require.Equal(t, x, parsed)
		require.False(t, seen[x], "%s is listed twice", x)
		seen[x] = true
		_, err = parse(strings.ToUpper(string(x)))
		requireCode(t, code, err)
	}
	for _, text := range []string{"", " ", "something else"} {
		_, err := parse(text)
		requireCode(t, code, err)
	}
}

func TestNamesOfRolesAreReadAsWritten(t *testing.T) {
	requireEnum(t, peer.Forms(), 3, peer.FaultForm, peer.ParseForm)
	requireEnum(t, peer.Pays(), 2, peer.FaultPay, peer.ParsePay)
	requireEnum(t, peer.Sectors(), 3, peer.FaultSector, peer.ParseSector)
	requireEnum(t, peer.Settings(), 2, peer.FaultSetting, peer.ParseSetting)
	requireEnum(t, peer.Functions(), 9, peer.FaultFunction, peer.ParseFunction)
	requireEnum(t, peer.Activities(), 16, peer.FaultActivity, peer.ParseActivity)
	requireEnum(t, peer.Companies(), 2, peer.FaultDimension, peer.ParseCompany)
	requireEnum(t, peer.Choices(), 3, peer.FaultDimension, peer.ParseChoice)
	requireEnum(t, peer.RuleKinds(), 3, peer.FaultDimension, peer.ParseRules)
	requireEnum(t, peer.Places(), 3, peer.FaultDimension, peer.ParsePlace)
	requireEnum(t, peer.Modes(), 3, peer.FaultMode, peer.ParseMode)
}

func TestNamesThatMayBeMissingAreReadAsWritten(t *testing.T) {
	for _, w := range []peer.JourneyWish{"", peer.SamePoint, peer.FurtherOn} {
		parsed, err := peer.ParseJourneyWish(string(w))
		require.NoError(t, err)
		require.Equal(t, w, parsed)
	}
	_, err := peer.ParseJourneyWish("Further_on")
	requireCode(t, peer.FaultJourney, err)

	for _, e := range []peer.EndedBy{
		peer.EndedByNotKnown, peer.EndedAsPlanned, peer.EndedBySeeker, peer.EndedBySupporter, peer.EndedByBoth,
		peer.EndedByProgramme, peer.EndedByDeclining,
	} {
		parsed, err := peer.ParseEndedBy(string(e))
		require.NoError(t, err)
		require.Equal(t, e, parsed)
	}
	_, err = peer.ParseEndedBy("somebody")
	requireCode(t, peer.FaultEndedBy, err)
}

func TestStatusesAreReadAsWritten(t *testing.T) {
	for _, s := range []peer.Status{peer.Active, peer.OnLeave, peer.Left, peer.Vacant} {
		parsed, err := peer.ParseStatus(s.String())
		require.NoError(t, err)
		require.Equal(t, s, parsed)
	}
	parsed, err := peer.ParseStatus("")
	require.NoError(t, err)
	require.Equal(t, peer.Active, parsed)
	_, err = peer.ParseStatus("unknown")
	requireCode(t, peer.FaultStatus, err)
	require.Equal(t, "unknown", peer.Status(4).String())
}

func TestRemoteModesNeedNoCommonPlace(t *testing.T) {
	require.True(t, peer.Online.Remote())
	require.True(t, peer.Phone.Remote())
	require.False(t, peer.InPerson.Remote())
}

// Repper 2013 describes four functions of dedicated teams and five inside teams.
func TestFunctionsHaveTheirSetting(t *testing.T) {
	count := map[peer.Setting]int{}
	for _, f := range peer.Functions() {
		count[f.Setting()]++
	}
	require.Equal(t, map[peer.Setting]int{peer.DedicatedTeam: 4, peer.InTeam: 5}, count)
	require.Empty(t, peer.Function("other").Setting())
}

// Chinman 2017 lists four services, nine actions and three processes.
func TestActivitiesHaveTheirGroup(t *testing.T) {
	count := map[peer.ActivityGroup]int{}
	for _, a := range peer.Activities() {
		count[a.Group()]++
	}
	want := map[peer.ActivityGroup]int{peer.ServiceActivities: 4, peer.ActionActivities: 9, peer.ProcessActivities: 3}
	require.Equal(t, want, count)
	require.Empty(t, peer.Activity("other").Group())
}

func TestFormsStandOnTheirDimensions(t *testing.T) {
	want := map[peer.Form]peer.Dimensions{
		peer.Informal: {Company: peer.Individual, Choice: peer.WhollyElective, Rules: peer.ImplicitRules, Place: peer.AtSamePoint},
		peer.PeerRun:  {Company: peer.GroupOnly, Choice: peer.ElectiveEntry, Rules: peer.ExplicitCode, Place: peer.OneFurtherOn},
		peer.Employed: {Company: peer.Individual, Choice: peer.PartialChoice, Rules: peer.JobDescription, Place: peer.OneFurtherOn},
		"":            {},
	}
	for form, d := range want {
		require.Equal(t, d, form.Dimensions())
	}
}

func TestDimensionsAreFilledOnlyWhereNothingIsStated(t *testing.T) {
	usual := peer.Employed.Dimensions()
	require.Equal(t, usual, peer.Dimensions{}.Or(usual))
	require.Equal(t, usual, usual.Or(peer.Informal.Dimensions()))
	stated := peer.Dimensions{Company: peer.GroupOnly, Place: peer.RolesReversed, PlaceOn: day(t, winter)}
	want := peer.Dimensions{
		Company: peer.GroupOnly, Choice: peer.PartialChoice, Rules: peer.JobDescription,
		Place: peer.RolesReversed, PlaceOn: day(t, winter),
	}
	require.Equal(t, want, stated.Or(usual))
}

func TestDayOfAPlaceGoesWithThePlace(t *testing.T) {
	dated := peer.Dimensions{Place: peer.AtSamePoint, PlaceOn: day(t, winter)}
	require.Equal(t, dated, peer.Dimensions{PlaceOn: day(t, summer)}.Or(dated))
	undated := peer.Dimensions{Place: peer.OneFurtherOn}
	require.Equal(t, undated, undated.Or(dated))
}

func TestValidatorRole(t *testing.T) {
	v := peer.NewValidator()
	for name, c := range map[string]struct {
		role func(*peer.RoleDefinition)
		want []spot
	}{
		"nothing":                  {},
		"activities alone":         {func(r *peer.RoleDefinition) { r.Functions = nil }, nil},
		"functions alone":          {func(r *peer.RoleDefinition) { r.Activities = nil }, nil},
		"neither":                  {func(r *peer.RoleDefinition) { r.Functions, r.Activities = nil, nil }, one(peer.FaultRequired, "functions")},
		"dimensions of its own":    {func(r *peer.RoleDefinition) { r.Dimensions = peer.Informal.Dimensions() }, nil},
		"no title":                 {func(r *peer.RoleDefinition) { r.Title = "" }, one(peer.FaultRequired, "title")},
		"a title of two lines":     {func(r *peer.RoleDefinition) { r.Title = "a\nb" }, one(peer.FaultText, "title")},
		"a title with hidden text": {func(r *peer.RoleDefinition) { r.Title = "a\u202eb" }, one(peer.FaultText, "title")},
		"a title not UTF-8":        {func(r *peer.RoleDefinition) { r.Title = "a\xff" }, one(peer.FaultText, "title")},
		"a title too long":         {func(r *peer.RoleDefinition) { r.Title = strings.Repeat("é", 129) }, one(peer.FaultText, "title")},
		"a title of 128":           {func(r *peer.RoleDefinition) { r.Title = strings.Repeat("é", 128) }, nil},
		"an unknown function":      {func(r *peer.RoleDefinition) { r.Functions[0] = "clinical" }, one(peer.FaultFunction, "functions")},
		"a repeated function":      {func(r *peer.RoleDefinition) { r.Functions[0] = r.Functions[1] }, one(peer.FaultRepeated, "functions")},
		"an unknown activity":      {func(r *peer.RoleDefinition) { r.Activities[0] = "diagnose" }, one(peer.FaultActivity, "activities")},
		"no form":                  {func(r *peer.RoleDefinition) { r.Form = "" }, one(peer.FaultRequired, "form")},
		"an unknown form":          {func(r *peer.RoleDefinition) { r.Form = "formal" }, one(peer.FaultForm, "form")},
		"no pay":                   {func(r *peer.RoleDefinition) { r.Pay = "" }, one(peer.FaultRequired, "pay")},
		"an unknown pay":           {func(r *peer.RoleDefinition) { r.Pay = "some" }, one(peer.FaultPay, "pay")},
		"no sector":                {func(r *peer.RoleDefinition) { r.Sector = "" }, one(peer.FaultRequired, "sector")},
		"an unknown sector":        {func(r *peer.RoleDefinition) { r.Sector = "third" }, one(peer.FaultSector, "sector")},
		"an unknown company":       {func(r *peer.RoleDefinition) { r.Dimensions.Company = "crowd" }, one(peer.FaultDimension, "dimensions")},
		"an unknown choice":        {func(r *peer.RoleDefinition) { r.Dimensions.Choice = "none" }, one(peer.FaultDimension, "dimensions")},
		"unknown rules":            {func(r *peer.RoleDefinition) { r.Dimensions.Rules = "law" }, one(peer.FaultDimension, "dimensions")},
		"an unknown place":         {func(r *peer.RoleDefinition) { r.Dimensions.Place = "behind" }, one(peer.FaultDimension, "dimensions")},
		"no mode":                  {func(r *peer.RoleDefinition) { r.Modes = nil }, one(peer.FaultRequired, "modes")},
		"an unknown mode":          {func(r *peer.RoleDefinition) { r.Modes[0] = "letter" }, one(peer.FaultMode, "modes")},
		"no time":                  {func(r *peer.RoleDefinition) { r.WeeklyMinutes = 0 }, one(peer.FaultRange, "weekly_minutes")},
		"more than a week":         {func(r *peer.RoleDefinition) { r.WeeklyMinutes = 10_081 }, one(peer.FaultRange, "weekly_minutes")},
		"no policy":                {func(r *peer.RoleDefinition) { r.Policies = nil }, one(peer.FaultRequired, "policies")},
		"an empty policy":          {func(r *peer.RoleDefinition) { r.Policies[0] = "" }, one(peer.FaultRequired, "policies")},
		"too many policies":        {func(r *peer.RoleDefinition) { r.Policies = make([]string, 1001) }, one(peer.FaultRange, "policies")},
		"no coordinator":           {func(r *peer.RoleDefinition) { r.Coordinator = "" }, one(peer.FaultIDMissing, "coordinator_id")},
		"a malformed coordinator":  {func(r *peer.RoleDefinition) { r.Coordinator = "a,b" }, one(peer.FaultID, "coordinator_id")},
	} {
		t.Run(name, func(t *testing.T) {
			r := peer.RoleDefinition{
				Title: "Peer supporter", Form: peer.Employed, Pay: peer.Voluntary, Sector: peer.PrivateSector,
				Functions:  []peer.Function{peer.FollowUp, peer.SocialInclusion},
				Activities: []peer.Activity{peer.PromoteHope},
				Modes:      []peer.Mode{peer.Online}, WeeklyMinutes: 120, Policies: []string{"Peer support policy"}, Coordinator: "p1",
			}
			change(c.role, &r)
			require.Equal(t, in("roles[7].", c.want), spots(v.Role(7, r)))
		})
	}
}
