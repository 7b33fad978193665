package principles_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

// guest is a second framework with one principle and one indicator that is
// counted.
func guest() principles.Framework {
	f := promise()
	f.ID, f.Overall, f.Voices, f.Scales = "guest", "", nil, nil
	f.Principles = f.Principles[1:2]
	f.Indicators = f.Indicators[1:2]
	f.Indicators[0].Measure = "guests_in_time"
	f.Indicators[0].ID = "guests"
	return f
}

// serving is a link from an item of the guest to a principle of the promise.
func serving(judged bool, from principles.Ref) principles.Link {
	return principles.Link{From: from, To: principles.Ref{Framework: "promise", Principle: "counted"},
		Relation: principles.Serves, Judged: judged, Confidence: principles.OwnReading}
}

func library(t *testing.T, all ...principles.Framework) *principles.Library {
	t.Helper()
	l, err := principles.NewLibrary(all...)
	require.NoError(t, err)
	return l
}

func libraryFaults(t *testing.T, all ...principles.Framework) []string {
	t.Helper()
	_, err := principles.NewLibrary(all...)
	var joined interface{ Unwrap() []error }
	require.ErrorAs(t, err, &joined)
	var found []string
	for _, e := range joined.Unwrap() {
		var f *principles.FrameworkFault
		require.ErrorAs(t, e, &f)
		found = append(found, fmt.Sprintf("%s %s %s", f.Framework, f.Path, f.Code))
	}
	return found
}

func TestAnIndicatorThatServesAPrincipleElsewhereIsEvidenceThere(t *testing.T) {
	for name, from := range map[string]principles.Ref{
		"itself":           {Framework: "guest", Indicator: "guests"},
		"by its principle": {Framework: "guest", Principle: "counted"},
	} {
		for judged, want := range map[bool]principles.Standing{true: principles.NotUpheld, false: principles.Upheld} {
			t.Run(fmt.Sprint(name, judged), func(t *testing.T) {
				g := guest()
				g.Links = []principles.Link{serving(judged, from)}
				e, r := fine()
				e = append(e, counted("guests_in_time", 10, 40))
				p := principleOf(t, audit(t, promise(), e, r, principles.Options{Library: library(t, promise(), g)}), "counted")
				require.Equal(t, want, p.Standing)
				require.Equal(t, principles.FrameworkID("guest"), p.Indicators[1].Framework)
				require.Equal(t, []string{"guest.handbook"}, p.Indicators[1].Sources)
			})
		}
	}
}

func TestAFrameworkOutsideTheLibraryIsAuditedWithIt(t *testing.T) {
	f := promise()
	f.Links = []principles.Link{serving(true, principles.Ref{Framework: "guest", Indicator: "guests"})}
	e, r := fine()
	p := principleOf(t, audit(t, f, e, r, principles.Options{Library: library(t, guest())}), "counted")
	require.Len(t, p.Indicators, 2)
}

func TestAnIndicatorThatArrivesOnTwoWaysIsAskedOnce(t *testing.T) {
	g := guest()
	g.Links = []principles.Link{
		serving(false, principles.Ref{Framework: "guest", Indicator: "guests"}),
		serving(true, principles.Ref{Framework: "guest", Principle: "counted"})}
	p := principleOf(t, audit(t, promise(), nil, nil, principles.Options{Library: library(t, promise(), g)}), "counted")
	require.Len(t, p.Indicators, 2)
	require.True(t, p.Indicators[1].Judged)
}

func TestEvidenceFollowsNoLinkThatOnlyRelates(t *testing.T) {
	g := guest()
	link := serving(true, principles.Ref{Framework: "guest", Indicator: "guests"})
	link.Relation = principles.Related
	g.Links = []principles.Link{link}
	p := principleOf(t, audit(t, promise(), nil, nil, principles.Options{Library: library(t, promise(), g)}), "counted")
	require.Len(t, p.Indicators, 1)
}

func TestLinksOfALibraryLeadToWhatIsThere(t *testing.T) {
	g := guest()
	g.Links = []principles.Link{serving(true, principles.Ref{Framework: "guest", Indicator: "guests"})}
	require.Equal(t, []string{"guest links[0].to unknown_framework"}, libraryFaults(t, g))
	g.Links[0].To.Principle = "clam"
	require.Equal(t, []string{"guest links[0].to unknown_principle"}, libraryFaults(t, promise(), g))
}

func TestACircleThroughTwoFrameworksIsRefused(t *testing.T) {
	g, p := guest(), promise()
	g.Links = []principles.Link{serving(true, principles.Ref{Framework: "guest", Principle: "counted"})}
	p.Links = []principles.Link{{From: g.Links[0].To, To: g.Links[0].From, Relation: principles.Serves, Confidence: principles.OwnReading}}
	require.Equal(t, []string{"promise links[0] cycle", "guest links[0] cycle"}, libraryFaults(t, p, g))
}

func TestTwoFrameworksOfOneIDAreRefused(t *testing.T) {
	require.Equal(t, []string{"promise id duplicate"}, libraryFaults(t, promise(), promise()))
}

func TestAFrameworkIsFoundUnderscoresOrHyphens(t *testing.T) {
	f := promise()
	f.ID = "our_promise"
	found, ok := library(t, f).Framework("our-promise")
	require.True(t, ok)
	require.Equal(t, "Promise", found.Title)
}

func TestAChangedCopyHasAnotherDigest(t *testing.T) {
	changed := promise()
	changed.Indicators[0].Criterion.Kept--
	require.Len(t, promise().Digest(), 16)
	again := promise()
	require.Equal(t, promise().Digest(), again.Digest())
	require.NotEqual(t, promise().Digest(), changed.Digest())
	require.Equal(t, changed.Digest(), audit(t, changed, nil, nil, principles.Options{}).Framework.Digest)
}
