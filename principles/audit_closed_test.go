package principles_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

// Ways in which an audit could look better than it is.

func TestRungsAreNoEvidenceForAPrinciple(t *testing.T) {
	link := serving(true, principles.Ref{Framework: "steps", Indicator: "design"})
	l := steps()
	l.Links = []principles.Link{link}
	require.Contains(t, codesOf(l.Check()), principles.CodeOtherKind)
	p := promise()
	p.Links = []principles.Link{link}
	require.Equal(t, []string{"promise links[0] other_kind"}, libraryFaults(t, p, steps()))
}

func codesOf(faults []*principles.FrameworkFault) []principles.Code {
	var all []principles.Code
	for _, f := range faults {
		all = append(all, f.Code)
	}
	return all
}

func TestALinkThatAStandingDependsOnIsFollowedOrRefused(t *testing.T) {
	f := promise()
	f.Links = []principles.Link{serving(true, principles.Ref{Framework: "guest", Indicator: "guests"})}
	for _, l := range []*principles.Library{nil, library(t, promise())} {
		_, err := principles.Audit(f, nil, nil, principles.Options{At: auditDay, Library: l})
		var fault *principles.FrameworkFault
		require.ErrorAs(t, err, &fault)
		require.Equal(t, principles.CodeUnknownFramework, fault.Code)
	}
	f.Links[0].Judged = false
	audit(t, f, nil, nil, principles.Options{})
}

func TestAChangedCopyIsAuditedWithItsOwnLinks(t *testing.T) {
	p := promise()
	p.Links = []principles.Link{serving(true, principles.Ref{Framework: "guest", Indicator: "guests"})}
	l := library(t, p, guest())
	require.Len(t, principleOf(t, audit(t, p, nil, nil, principles.Options{Library: l}), "counted").Indicators, 2)
	require.Len(t, principleOf(t, audit(t, promise(), nil, nil, principles.Options{Library: l}), "counted").Indicators, 1)
}

func TestManyWaysToAPrincipleAreGoneOnlyOnce(t *testing.T) {
	f := promise()
	const layers = 60
	f.Principles = f.Principles[:1]
	f.Principles[0].ID, f.Principles[0].Name = "p0x0", "p0x0"
	id := func(layer, side int) principles.PrincipleID {
		return principles.PrincipleID(fmt.Sprintf("p%dx%d", layer, side))
	}
	for layer := 1; layer < layers; layer++ {
		for side := range 2 {
			p := f.Principles[0]
			p.ID, p.Name = id(layer, side), string(id(layer, side))
			f.Principles = append(f.Principles, p)
			for to := range 2 {
				if layer > 1 || to == 0 {
					f.Links = append(f.Links, principles.Link{
						From:     principles.Ref{Framework: "promise", Principle: id(layer, side)},
						To:       principles.Ref{Framework: "promise", Principle: id(layer-1, to)},
						Relation: principles.Serves, Judged: true, Confidence: principles.OwnReading})
				}
			}
		}
	}
	f.Indicators = f.Indicators[1:2]
	f.Indicators[0].Serves = id(layers-1, 0)
	f.Voices, f.Scales = nil, nil
	require.Len(t, audit(t, f, nil, nil, principles.Options{}).Principles[0].Indicators, 1)
}

func TestAVoiceIsHeardOnlyOnWhatItIsAskedAbout(t *testing.T) {
	e, r := fine()
	var left []principles.Rating
	for _, rating := range r {
		if rating.Voice != principles.PeerSupporter {
			left = append(left, rating)
		}
	}
	left = append(left, said("known", principles.PeerSupporter, times(20, 5)...)...)
	report := audit(t, promise(), e, left, principles.Options{})
	require.NotContains(t, standings(report), principles.Upheld)
	require.Equal(t, principles.CodeVoiceNotHeard, report.Notices[0].Code)
}

func TestAVoiceThatIsNotNeededIsHeardWhereverItIsShown(t *testing.T) {
	r := said("known", principles.Coordinator, times(20, 5)...)
	report := audit(t, promise(), nil, r, principles.Options{})
	require.True(t, report.Voices[2].Heard)
	require.False(t, report.Voices[0].Heard)
}

func TestTwentyPointsAreTwentyPoints(t *testing.T) {
	for _, c := range [][2]int{{70, 50}, {80, 60}, {57, 37}} {
		r := append(said("no_hurry", principles.PersonSupported, append(times(c[1], 5), times(100-c[1], 1)...)...),
			said("no_hurry", principles.PeerSupporter, append(times(c[0], 5), times(100-c[0], 1)...)...)...)
		require.Contains(t, codes(indicatorOf(t, audit(t, promise(), nil, r, principles.Options{}), "no_hurry").Notices),
			principles.CodeVoicesDisagree, "%v", c)
	}
}

func TestOneThatWentWrongAmongAllIsAChangeForTheWorse(t *testing.T) {
	before := audit(t, promise(), []principles.Evidence{counted("met_in_time", 40, 40), counted("same_person", 40, 40)}, rated(90, 100), principles.Options{})
	now := later(t, before, []principles.Evidence{counted("same_person", 39, 40)}, rated(90, 100))
	require.Equal(t, principles.ChangeWorse, indicatorOf(t, now, "same_person").Figures[0].Change.Code)
}

func TestOneColleagueWhoIsNotOnRecordProtectsAllOnALadderToo(t *testing.T) {
	r := about("rota", principles.Coordinator, 4, 4)
	r[0].OnRecord, r[1].OnRecord = true, true
	require.Len(t, audit(t, steps(), nil, r, principles.Options{}).Ladder.Rows, 1)
	r[1].OnRecord = false
	require.Empty(t, audit(t, steps(), nil, r, principles.Options{}).Ladder.Rows)
}

func TestWhatFewSayOfOneSubjectDoesNotShowInTheAgreement(t *testing.T) {
	of := func(second ...int) []principles.AgreementReport {
		r := append(said("known", principles.PersonSupported, 4, 5, 4, 5, 4, 5, 4, 5, 4, 5), said("no_hurry", principles.PersonSupported, second...)...)
		for i := range r {
			r[i].Subject = "evening group"
		}
		return audit(t, promise(), nil, r, principles.Options{}).Agreement
	}
	require.Equal(t, of(), of(1, 1))
	require.Equal(t, of(), of(1, 5))
}

func TestNobodyWhoSeeksOrGivesSupportSpeaksInOffice(t *testing.T) {
	f := promise()
	f.Voices[0].InOffice = true
	require.Equal(t, []principles.Code{principles.CodeInvalid}, codesOf(f.Check()))
}

func TestAComputedFigureOfFewPeopleShowsNoDays(t *testing.T) {
	e := counted("met_in_time", 3, 4)
	f := indicatorOf(t, audit(t, promise(), []principles.Evidence{e}, nil, principles.Options{}), "in_time").Figures[0]
	require.True(t, f.From.IsZero() && f.Until.IsZero())
}
