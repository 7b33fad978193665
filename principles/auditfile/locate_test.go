package auditfile_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/strictjson"
	"github.com/peersupport/peersupport/peer/tabular"
	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/auditfile"
)

// hearing is the files of one audit.
type hearing struct{ evidence, ratings, register string }

// inRegister is the place of something in the register, as faults begin with it.
func (h hearing) inRegister(t testing.TB, something string) string {
	t.Helper()
	_, line, column := marked(t, strings.Replace(h.register, something, mark+something, 1))
	return fmt.Sprintf("register.json:%d:%d: ", line, column)
}

// audit reads the files and audits them on the day, and returns its error in
// place.
func (h hearing) audit(t testing.TB, o principles.Options) error {
	t.Helper()
	evidence, evidenceReport, err := readEvidence(h.evidence)
	require.NoError(t, err)
	ratings, ratingsReport, err := readRatings(h.ratings)
	require.NoError(t, err)
	register, places, err := auditfile.ReadRegister(strings.NewReader(h.register), "register.json")
	require.NoError(t, err)
	o.Register = register
	_, err = principles.Audit(promise(), evidence, ratings, o)
	return auditfile.Locate(err, evidenceReport, ratingsReport, places)
}

func TestWhatTheAuditFindsHasItsPlace(t *testing.T) {
	h := hearing{
		evidence: "kind,measure,count,of,until,indicator,on,holds,document,owner\n" +
			"attested,,,,,no_hurry,2026-01-01,yes,a,b\n" +
			"computed,heard_back,7,9,2026-07-01,,,,,\n",
		ratings: "on,indicator,voice,rater,score\n\n" +
			"2026-05-05,no_hurry,person_supported,r1,6\n" +
			"2026-05-05,no_hurry,neighbour,r1,5\n" +
			"2026-07-05,policy,person_supported,r1,5\n",
		register: strings.NewReplacer(`["calm"]`, `["fast"]`, `"tension": "T1"`, `"tension": "T9"`, `"principle": "calm"`, `"indicator": "speed"`,
			`"owner": "lead office", `, ``).Replace(registerText),
	}
	err := h.audit(t, principles.Options{At: day("2026-06-30"), MaxAgeMonths: -1})

	require.EqualError(t, err, strings.Join([]string{
		"options.max_age_months: invalid: the value has not the form that is asked for",
		"evidence.csv:2:6: not_attested: indicator: the indicator is not one that is attested",
		"evidence.csv:3:5: in_future: until: the day lies after the day of the audit",
		"ratings.csv:3:5: off_scale: score: the score is not on the scale of the indicator",
		"ratings.csv:4:3: unknown_voice: voice: the framework asks no voice of this name",
		"ratings.csv:5:1: in_future: on: the day lies after the day of the audit",
		"ratings.csv:5:2: not_rated: indicator: the indicator is not one that is rated",
		h.inRegister(t, `["fast"]`) + "unknown_principle: tensions[0].serves: the framework has no principle of this name",
		h.inRegister(t, `{"id": "A1"`) + "missing: actions[0].owner: a value that is needed here is missing",
		h.inRegister(t, `"T9"`) + "unknown_tension: actions[0].tension: no tension of this name is registered",
		h.inRegister(t, `"speed"`) + "unknown_indicator: contests[0].indicator: the framework has no indicator of this name",
	}, "\n"))
}

func TestWhatIsFineIsLocatedAsFine(t *testing.T) {
	h := hearing{evidence: evidenceText, ratings: strings.Replace(strings.Replace(ratingsText, ",-3,", ",3,", 1), ",0,", ",2,", 1), register: registerText}
	require.NoError(t, h.audit(t, principles.Options{At: day("2026-06-30")}))
}

func TestEveryCodeOfTheAuditHasWords(t *testing.T) {
	seen := map[string]bool{}
	for _, code := range []principles.Code{
		principles.CodeMissing, principles.CodeInvalid, principles.CodeDuplicate, principles.CodeInFuture, principles.CodeOffScale,
		principles.CodeNotRated, principles.CodeNotAttested, principles.CodeCounts, principles.CodeOtherKind,
		principles.CodeUnknownVoice, principles.CodeUnknownPrinciple, principles.CodeUnknownIndicator,
		principles.CodeUnknownTension, principles.CodeOtherFramework,
	} {
		err := auditfile.Locate(&principles.InputError{List: "ratings", Index: 3, Field: "score", Code: code},
			tabular.Report{}, tabular.Report{}, strictjson.Places{})
		var f peer.Fault
		require.ErrorAs(t, err, &f)
		require.Equal(t, peer.FaultCode(code), f.Code)
		require.Equal(t, "ratings[3].score", f.Path())
		require.NotEmpty(t, f.Words)
		require.False(t, seen[f.Words], "each code has words of its own")
		seen[f.Words] = true
	}
}

func TestWhatIsOfNoFileKeepsItsPlaceInGoTerms(t *testing.T) {
	_, report, err := readEvidence(evidenceText)
	require.NoError(t, err)
	err = auditfile.Locate(errors.Join(
		&principles.InputError{List: "evidence", Index: 4, Field: "count", Code: principles.CodeCounts},
		&principles.InputError{List: "evidence", Index: 5, Field: "count", Code: principles.CodeCounts},
		&principles.InputError{List: "evidence", Index: 3, Field: "on", Code: principles.CodeInFuture},
		&principles.InputError{List: "tensions", Index: 1, Field: "seen", Code: principles.CodeMissing},
		&principles.InputError{List: "tensions", Index: 1, Field: "seen", Code: principles.CodeMissing},
		&principles.InputError{List: "tensions", Index: 2, Field: "seen", Code: principles.CodeMissing},
	), report, tabular.Report{}, strictjson.Places{})

	require.EqualError(t, err, strings.Join([]string{
		"evidence[4].count: counts: the counts contradict each other or are out of range",
		"evidence[5].count: counts: the counts contradict each other or are out of range",
		"evidence.csv:5:11: in_future: on: the day lies after the day of the audit",
		"tensions[1].seen: missing: a value that is needed here is missing",
		"tensions[2].seen: missing: a value that is needed here is missing",
	}, "\n"))
}

func TestOtherErrorsAreReturnedAsTheyAre(t *testing.T) {
	none := func(err error) error {
		return auditfile.Locate(err, tabular.Report{}, tabular.Report{}, strictjson.Places{})
	}
	require.NoError(t, none(nil))
	wrapped := fmt.Errorf("auditing: %w", errors.Join(io.ErrUnexpectedEOF, principles.ErrDay))
	require.Equal(t, wrapped, none(wrapped))
	_, unsound := principles.Audit(principles.Framework{}, nil, nil, principles.Options{})
	require.Equal(t, unsound, none(unsound))

	input := &principles.InputError{List: "ratings", Field: "score", Code: principles.CodeOffScale}
	mixed := none(fmt.Errorf("auditing: %w", errors.Join(input, io.ErrUnexpectedEOF)))
	require.ErrorIs(t, mixed, io.ErrUnexpectedEOF)
	var faults peer.Faults
	require.ErrorAs(t, mixed, &faults)
	require.Len(t, faults, 1)
}
