package principles_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

// promiseWithGuests is the promise with a library in which two other frameworks
// have an attested indicator "rota" and both serve the principle "counted". own
// says whether the promise has an indicator of this id too.
func promiseWithGuests(t *testing.T, own bool) (principles.Framework, principles.Options) {
	t.Helper()
	rota := promise().Indicators[2]
	rota.ID, rota.Serves = "rota", "counted"
	rota.Try = []principles.Statement{{Text: "Write a rota.", Confidence: principles.OwnReading}}
	all := []principles.Framework{promise(), guest(), guest()}
	for i := range all[1:] {
		f := &all[1+i]
		f.ID = []principles.FrameworkID{"guest", "visitor"}[i]
		f.Indicators = []principles.Indicator{rota}
		f.Links = []principles.Link{serving(true, principles.Ref{Framework: f.ID, Indicator: "rota"})}
	}
	if own {
		all[0].Indicators = append(all[0].Indicators, rota)
	}
	return all[0], principles.Options{At: auditDay, Library: library(t, all...)}
}

// rotas returns how the indicator "rota" of each framework stands.
func rotas(r principles.Report) map[principles.FrameworkID]principles.Standing {
	all := make(map[principles.FrameworkID]principles.Standing)
	for _, p := range r.Principles {
		for _, i := range p.Indicators {
			if i.ID == "rota" {
				all[i.Framework] = i.Standing
			}
		}
	}
	return all
}

func TestEvidenceForAnIndicatorOfSeveralFrameworksSaysWhichIsMeant(t *testing.T) {
	f, o := promiseWithGuests(t, false)
	e := attested("rota", principles.HoldsNo, "2026-03-01")
	_, err := principles.Audit(f, []principles.Evidence{e}, nil, o)
	require.Equal(t, []string{"evidence[0].framework: ambiguous"}, faultsOf(t, err))
	e.Framework = "visitor"
	require.Equal(t, map[principles.FrameworkID]principles.Standing{
		"guest": principles.NotKnown, "visitor": principles.NotUpheld}, rotas(audit(t, f, []principles.Evidence{e}, nil, o)))
}

func TestWithoutAFrameworkTheAuditedOneIsMeant(t *testing.T) {
	f, o := promiseWithGuests(t, true)
	e := attested("rota", principles.HoldsYes, "2026-03-01")
	require.Equal(t, map[principles.FrameworkID]principles.Standing{
		"promise": principles.Upheld, "guest": principles.NotKnown, "visitor": principles.NotKnown},
		rotas(audit(t, f, []principles.Evidence{e}, nil, o)))
}

func TestOnlyTheOneThatPullsDownIsNamedWhereTwoShareAnID(t *testing.T) {
	f, o := promiseWithGuests(t, false)
	good, bad := attested("rota", principles.HoldsYes, "2026-03-01"), attested("rota", principles.HoldsNo, "2026-03-01")
	good.Framework, bad.Framework = "guest", "visitor"
	p := principleOf(t, audit(t, f, []principles.Evidence{good, bad}, nil, o), "counted")
	require.Equal(t, []principles.Ref{{Framework: "visitor", Indicator: "rota"}}, p.PullsDown)
	require.Equal(t, []principles.Suggestion{{
		Framework: "visitor", Indicator: "rota", Text: "Write a rota.", Confidence: principles.OwnReading}}, p.Try)
}

func TestEvidenceOfAnotherFrameworkIsNotOurs(t *testing.T) {
	e := attested("policy", principles.HoldsYes, "2026-03-01")
	e.Framework = "elsewhere"
	r := said("known", principles.PersonSupported, times(20, 5)...)
	for i := range r {
		r[i].Framework = "elsewhere"
	}
	report := audit(t, promise(), []principles.Evidence{e}, r, principles.Options{})
	require.Equal(t, []principles.Unused{
		{Framework: "elsewhere", Indicator: "known"}, {Framework: "elsewhere", Indicator: "policy"}}, report.Unused)
	require.Equal(t, principles.NotKnown, indicatorOf(t, report, "policy").Standing)
	require.Equal(t, principles.NotKnown, indicatorOf(t, report, "known").Standing)
}

func TestARatingIsGivenOnceHoweverItsIndicatorIsNamed(t *testing.T) {
	r := said("known", principles.PersonSupported, 5)
	again := r[0]
	again.Framework = "promise"
	_, err := principles.Audit(promise(), nil, append(r, again), principles.Options{At: auditDay})
	require.Equal(t, []string{"ratings[1].rater: duplicate"}, faultsOf(t, err))
}

// objection is a contest about the indicator "rota".
func objection(framework principles.FrameworkID) principles.Register {
	return principles.Register{Contests: []principles.Contest{{
		ID: "C1", Framework: framework, Indicator: "rota", By: principles.PeerSupporter, On: day("2026-06-20")}}}
}

func TestAnObjectionNamesAnIndicatorAsEvidenceDoes(t *testing.T) {
	f, o := promiseWithGuests(t, false)
	for framework, want := range map[principles.FrameworkID][]string{
		"":        {"contests[0].framework: ambiguous"},
		"promise": {"contests[0].indicator: unknown_indicator"},
		"Visitor": {"contests[0].framework: invalid"},
		"visitor": nil,
		"unheard": nil, // of an audit that knows it
	} {
		o.Register = objection(framework)
		_, err := principles.Audit(f, nil, nil, o)
		require.Equal(t, want, faultsOf(t, err), "%q", framework)
	}
	o.Register = objection("visitor")
	o.Register.Contests[0].Indicator = "no_hurry"
	_, err := principles.Audit(f, nil, nil, o)
	require.Equal(t, []string{"contests[0].indicator: unknown_indicator"}, faultsOf(t, err))
}

func TestAnObjectionToAnIndicatorOfAnotherFrameworkStaysVisible(t *testing.T) {
	f, o := promiseWithGuests(t, false)
	o.Register = objection("visitor")
	report := audit(t, f, nil, nil, o)
	require.Equal(t, principles.FrameworkID("visitor"), report.Contests[0].Framework)
	require.Contains(t, codes(principleOf(t, report, "counted").Notices), principles.CodeContested)
	require.NotContains(t, codes(principleOf(t, report, "calm").Notices), principles.CodeContested)
}

func TestAnObjectionWithoutAFrameworkIsAboutTheAuditedOne(t *testing.T) {
	f, o := promiseWithGuests(t, true)
	o.Register = objection("")
	require.Equal(t, principles.FrameworkID("promise"), audit(t, f, nil, nil, o).Contests[0].Framework)
}

func TestEntriesAboutAFrameworkThatNobodyKnowsAreListed(t *testing.T) {
	f, o := promiseWithGuests(t, false)
	o.Register = agenda()
	o.Register.Tensions[0].Framework, o.Register.Actions[0].Framework, o.Register.Contests[0].Framework = "gest", "gest", "guest"
	o.Register.Contests[0].Principle = "counted"
	o.Register.Actions[0].Tension = ""
	require.Equal(t, []principles.Unused{{Framework: "gest"}}, audit(t, f, nil, nil, o).Unused)
	o.Register.Contests[0].Principle = "clam"
	_, err := principles.Audit(f, nil, nil, o)
	require.Equal(t, []string{"contests[0].principle: unknown_principle"}, faultsOf(t, err))
}
