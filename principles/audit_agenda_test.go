package principles_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

func agenda() principles.Register {
	return principles.Register{
		Tensions: []principles.Tension{{
			ID: "T1", Title: "Improving the service, or looking after the peers in it", RaisedBy: principles.PeerSupporter,
			On: day("2026-02-01"), Serves: []principles.PrincipleID{"calm"},
			Seen: []principles.Account{{Voice: principles.PeerSupporter, Text: "We are asked for ever more."},
				{Voice: principles.Coordinator, Text: "There is nobody else."}}}},
		Actions: []principles.Action{{
			ID: "A1", What: "Fewer meetings a week", Tension: "T1", Serves: "calm", Owner: "coordinator", Due: day("2026-08-01"),
			AgreedBy: []principles.Voice{principles.PeerSupporter, principles.Coordinator}}},
		Contests: []principles.Contest{{
			ID: "C1", Principle: "calm", By: principles.PersonSupported, On: day("2026-06-20"),
			Text: "It was never calm.", ShareText: true,
			Answer: "We will ask again in autumn.", AnsweredBy: "coordinator", AnsweredOn: day("2026-06-25")}},
	}
}

func TestARegisterInOrderHasNothingToRemark(t *testing.T) {
	e, r := fine()
	report := audit(t, promise(), e, r, principles.Options{Register: agenda()})
	require.Empty(t, report.Tensions[0].Notices)
	require.Empty(t, report.Actions[0].Notices)
	require.Empty(t, report.Contests[0].Notices)
}

func TestAContestStaysVisibleBesideTheStandingAndDoesNotChangeIt(t *testing.T) {
	e, r := fine()
	p := principleOf(t, audit(t, promise(), e, r, principles.Options{Register: agenda()}), "calm")
	require.Equal(t, principles.Upheld, p.Standing)
	require.Equal(t, []principles.Notice{{Code: principles.CodeContested,
		Params: []principles.Param{principles.Int("count", 1), principles.Int("unanswered", 0)}}}, p.Notices)
}

func TestWhatARegisterLeavesOpenIsRemarked(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*principles.Register)
		want   principles.Code
	}{
		"a day has passed": {func(r *principles.Register) { r.Actions[0].Due = day("2026-06-29") }, principles.CodeOverdue},
		"agreed by those in charge": {func(r *principles.Register) {
			r.Actions[0].AgreedBy = []principles.Voice{principles.Coordinator, principles.Manager}
		}, principles.CodeNotCoproduced},
		"agreed by one voice alone": {func(r *principles.Register) { r.Actions[0].AgreedBy = []principles.Voice{principles.PeerSupporter} }, principles.CodeNotCoproduced},
		"nothing agreed about it":   {func(r *principles.Register) { r.Actions[0].Tension = "" }, principles.CodeNoAction},
		"seen from one seat":        {func(r *principles.Register) { r.Tensions[0].Seen = r.Tensions[0].Seen[:1] }, principles.CodeOneSeat},
		"no answer to somebody": {func(r *principles.Register) {
			r.Contests[0].Answer, r.Contests[0].AnsweredBy, r.Contests[0].AnsweredOn = "", "", principles.Day{}
		}, principles.CodeUnanswered},
	} {
		t.Run(name, func(t *testing.T) {
			register := agenda()
			c.change(&register)
			report := audit(t, promise(), nil, nil, principles.Options{Register: register})
			found := append(codes(report.Tensions[0].Notices), codes(report.Actions[0].Notices)...)
			require.Equal(t, []principles.Code{c.want}, append(found, codes(report.Contests[0].Notices)...))
		})
	}
}

func TestWhatIsDoneIsNotOverdue(t *testing.T) {
	register := agenda()
	register.Actions[0].Due, register.Actions[0].Done = day("2026-03-01"), day("2026-04-01")
	require.Empty(t, audit(t, promise(), nil, nil, principles.Options{Register: register}).Actions[0].Notices)
}

func TestTheWordsOfAContestAreShownOnlyIfTheyMayBeShared(t *testing.T) {
	register := agenda()
	register.Contests[0].ShareText = false
	require.Empty(t, audit(t, promise(), nil, nil, principles.Options{Register: register}).Contests[0].Text)
}

func TestEntriesAboutAnotherFrameworkArePassedOver(t *testing.T) {
	register := agenda()
	register.Tensions[0].Framework, register.Actions[0].Framework, register.Contests[0].Framework = "other", "other", "other"
	register.Actions[0].Serves = "something_else"
	report := audit(t, promise(), nil, nil, principles.Options{Register: register})
	require.Empty(t, report.Tensions)
	require.Empty(t, report.Actions)
	require.Empty(t, report.Contests)
}

func TestOneFaultInTheRegister(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*principles.Register)
		want   string
	}{
		"tension without a title":       {func(r *principles.Register) { r.Tensions[0].Title = "" }, "tensions[0].title: missing"},
		"tension of no voice":           {func(r *principles.Register) { r.Tensions[0].RaisedBy = "" }, "tensions[0].raised_by: unknown_voice"},
		"tension about no framework":    {func(r *principles.Register) { r.Tensions[0].Framework = "no-one" }, "tensions[0].framework: invalid"},
		"action for no framework":       {func(r *principles.Register) { r.Actions[0].Framework = "no-one" }, "actions[0].framework: invalid"},
		"contest of no framework":       {func(r *principles.Register) { r.Contests[0].Framework = "no-one" }, "contests[0].framework: invalid"},
		"tension about nothing":         {func(r *principles.Register) { r.Tensions[0].Serves[0] = "clam" }, "tensions[0].serves: unknown_principle"},
		"tension raised tomorrow":       {func(r *principles.Register) { r.Tensions[0].On = day("2026-07-01") }, "tensions[0].on: in_future"},
		"action that nobody owns":       {func(r *principles.Register) { r.Actions[0].Owner = "" }, "actions[0].owner: missing"},
		"action without a day":          {func(r *principles.Register) { r.Actions[0].Due = principles.Day{} }, "actions[0].due: missing"},
		"action about nothing":          {func(r *principles.Register) { r.Actions[0].Serves = "" }, "actions[0].serves: unknown_principle"},
		"action for no tension":         {func(r *principles.Register) { r.Actions[0].Tension = "T2" }, "actions[0].tension: unknown_tension"},
		"contest of a principle and an": {func(r *principles.Register) { r.Contests[0].Indicator = "known" }, "contests[0].principle: invalid"},
		"contest of nothing":            {func(r *principles.Register) { r.Contests[0].Principle = "" }, "contests[0].principle: invalid"},
		"contest answered by nobody":    {func(r *principles.Register) { r.Contests[0].AnsweredBy = "" }, "contests[0].answered_by: missing"},
		"contest of what is not asked": {func(r *principles.Register) {
			r.Contests[0].Principle, r.Contests[0].Indicator = "", "unheard_of"
		}, "contests[0].indicator: unknown_indicator"},
	} {
		t.Run(name, func(t *testing.T) {
			register := agenda()
			c.change(&register)
			_, err := principles.Audit(promise(), nil, nil, principles.Options{At: auditDay, Register: register})
			require.Equal(t, []string{c.want}, faultsOf(t, err))
		})
	}
}
