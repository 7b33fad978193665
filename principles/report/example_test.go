package report_test

import (
	"fmt"
	"os"

	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/report"
)

func ExampleText() {
	at, err := principles.ParseDay("2026-06-30")
	if err != nil {
		fmt.Println(err)
		return
	}
	err = report.Text(os.Stdout, principles.Report{
		Schema:    principles.ReportSchema,
		Framework: principles.FrameworkInfo{ID: "one", Version: "1", Title: "One promise", Form: principles.FormPrinciples},
		At:        at, Level: 0.95, Release: "minimum_group_10",
		Notices: []principles.Notice{
			{Code: principles.CodeVoiceNotHeard, Params: []principles.Param{principles.Term("voice", "person_supported")}},
			{Code: principles.CodeNothingUpheld},
		},
		Voices: []principles.VoiceReport{{Voice: principles.PersonSupported, Name: "people supported", Needed: true}},
		Principles: []principles.PrincipleReport{{
			ID: "calm", Name: "calm", Meaning: "There is time.", Confidence: principles.OwnReading,
			Notices: []principles.Notice{{Code: principles.CodePartsNotKnown, Params: []principles.Param{
				principles.Int("missing", 1), principles.Int("of", 1)}}},
		}},
	})
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// One promise, version 1
	// Audit of 2026-06-30
	//
	// First of all
	// ------------
	//   - Not heard: people supported. Either nobody of them answered, or too few did to be shown; a
	//     report never says which.
	//   - Because a voice that is needed was not heard, nothing is reported as upheld.
	//
	// Who was heard
	// -------------
	//   not heard  people supported, needed
	//
	// How each principle stands
	// -------------------------
	//
	// 1. Calm: NOT KNOWN
	//    There is time.
	//    Not known yet: 1 of 1 judged indicators.
	//    This library's own reading.
	//
	// How to read this
	// ----------------
	//   Every judged indicator counts, and the one that stands worst decides. Voices are judged one by one
	//   and never averaged. What is not known makes the whole not known, so that nothing looks better
	//   because it was left out; only what is known not to be upheld stays so. Not known is no judgement.
	//   Firm says that the whole interval of a figure gives the same standing; otherwise chance alone
	//   could give another one. Intervals are at the level of 95 %. Figures passed the release rule
	//   “minimum group 10”, which protects people: what could tell something about single people is not
	//   shown, and counts may be rounded. Standings are drawn from the exact figures.
	//   Where nothing else is said, the figures from which on an indicator is upheld, and the choice of
	//   the indicator, are this library's own and found in no source.
}
