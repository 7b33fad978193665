package report_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/report"
)

// picture is what a reader that cannot see takes from a picture.
type picture struct {
	XMLName xml.Name `xml:"http://www.w3.org/2000/svg svg"`
	Role    string   `xml:"role,attr"`
	Label   string   `xml:"aria-labelledby,attr"`
	Title   string   `xml:"title"`
	Desc    string   `xml:"desc"`
	Groups  []struct {
		Inner string `xml:",innerxml"`
	} `xml:"g"`
}

func drawn(t *testing.T, r principles.Report) picture {
	t.Helper()
	var p picture
	require.NoError(t, xml.Unmarshal([]byte(rendered(t, report.SVG, r)), &p))
	return p
}

// wellFormed reads every token of strict XML.
func wellFormed(t *testing.T, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		require.NoError(t, err)
	}
}

func TestPicturesAreAsTheyWereSeenAndApproved(t *testing.T) {
	for name, r := range reports(t) {
		golden(t, name+".svg", rendered(t, report.SVG, r))
	}
}

func TestAPictureIsSoundXMLWhateverIsWrittenInIt(t *testing.T) {
	for which := range hostileTargets(t) {
		wellFormed(t, rendered(t, report.SVG, hostileTargets(t)[which]))
		for _, text := range hostile() {
			wellFormed(t, rendered(t, report.SVG, filled(hostileTargets(t)[which], text)))
		}
	}
	wellFormed(t, rendered(t, report.SVG, principles.Report{}))
}

func TestAPictureSaysInSentencesWhatItShows(t *testing.T) {
	p := drawn(t, audited(t))
	require.Equal(t, "img", p.Role)
	require.NotEmpty(t, p.Title)
	require.Contains(t, p.Desc, "Calm: as a whole at risk, people supported at risk, peer supporters upheld.")
	require.Contains(t, p.Desc, "Close to people: as a whole not upheld, counted not upheld.")
	require.Contains(t, p.Desc, "Written down: as a whole partly upheld, attested partly upheld.")
	require.Contains(t, p.Desc, "Open: as a whole not known, coordinators not known.")

	p = drawn(t, climbed(t))
	require.Contains(t, p.Desc, "Rota, design: people supported rung 2 (close to people), interval 2; coordinators rung 5 (open), interval 5.")
}

func TestThePageHoldsThePictureOfTheFile(t *testing.T) {
	for name, r := range reports(t) {
		page := rendered(t, report.HTML, r)
		for line := range strings.Lines(drawn(t, r).Groups[0].Inner) {
			if !strings.Contains(line, `y="-12.0"`) { // the title, which the page has as its heading
				require.Contains(t, page, strings.TrimSpace(line), name)
			}
		}
	}
}

func TestAPictureDrawsOnlyWhatIsJudged(t *testing.T) {
	r := audited(t)
	for i := range r.Principles {
		for j := range r.Principles[i].Indicators {
			r.Principles[i].Indicators[j].Judged = false
		}
	}
	require.NotContains(t, drawn(t, r).Desc, "peer supporters")
}

func TestAWideFrameworkIsDrawnWiderAndNotOverItself(t *testing.T) {
	r := audited(t)
	figure := r.Principles[0].Indicators[0].Figures[0]
	for i := range 30 {
		figure.Voice = principles.Voice("voice_" + string(rune('a'+i%26)) + strings.Repeat("x", i/26))
		r.Principles[0].Indicators[0].Figures = append(r.Principles[0].Indicators[0].Figures, figure)
	}
	require.Contains(t, rendered(t, report.SVG, r), `width="2120.0"`, "36 columns of 52 beside the names, and a margin")
}
