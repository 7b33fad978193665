package report_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/strictjson"
	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/report"
)

func TestAReportThatIsWrittenAndReadIsTheSame(t *testing.T) {
	for name, r := range reports(t) {
		got, err := report.Read(strings.NewReader(rendered(t, report.JSON, r)), "r.json")
		require.NoError(t, err, name)
		require.Equal(t, r, got, name)
	}
}

func TestAReadReportCanBeComparedWith(t *testing.T) {
	previous, err := report.Read(strings.NewReader(rendered(t, report.JSON, audited(t))), "r.json")
	require.NoError(t, err)
	r, err := principles.Audit(promise(), nil, nil, principles.Options{At: day("2026-12-31"), Previous: &previous})
	require.NoError(t, err)
	require.Equal(t, principles.ChangeLost, r.Principles[0].Change.Code)
}

func TestJSONIsAsItIsVersioned(t *testing.T) {
	golden(t, "audited.json", rendered(t, report.JSON, audited(t)))
}

// refused is the code and field of the only fault.
func refused(t *testing.T, text string) string {
	t.Helper()
	_, err := report.Read(strings.NewReader(text), "r.json")
	var faults peer.Faults
	require.ErrorAs(t, err, &faults, text)
	require.Equal(t, "r.json", faults[0].Source)
	require.Positive(t, faults[0].Line)
	switch faults[0].Code {
	case strictjson.FaultValue, strictjson.FaultUnknownKey: // their paths are the matter of strictjson
		return string(faults[0].Code)
	}
	return fmt.Sprint(faults[0].Code, " ", faults[0].Field)
}

func TestAReportThatWasEditedByHandIsRefusedWithThePlace(t *testing.T) {
	whole := rendered(t, report.JSON, audited(t))
	ladder := rendered(t, report.JSON, climbed(t))
	for _, c := range []struct{ in, from, to, want string }{
		{whole, "audit/v1", "audit/v2", "unknown_schema schema"},
		{whole, `"level": 0.95`, `"level": 1`, "out_of_range level"},
		{whole, `"at": "2026-06-30"`, `"at": ""`, "missing at"},
		{whole, `"form": "principles"`, `"form": "list"`, "unknown_choice framework.form"},
		{whole, `"count": 25,`, `"count": 41,`, "out_of_range principles[0].indicators[0].figures[0].share.count"},
		{whole, `"count": 25,`, `"count": 15,`, "contradiction principles[0].indicators[0].figures[0].share.percent"},
		{whole, `"of": 40,`, `"of": 0,`, "out_of_range principles[0].indicators[0].figures[0].share.of"},
		{whole, `"low": 47`, `"low": 147`, "out_of_range principles[0].indicators[0].figures[0].share.low"},
		{whole, `"low": 47`, `"low": 97`, "contradiction principles[0].indicators[0].figures[0].share.low"},
		{whole, `"id": "close"`, `"id": "calm"`, "duplicate principles[1].id"},
		{whole, `"id": "close"`, `"id": "Close"`, "invalid_name principles[1].id"},
		{whole, `"kind": "rated"`, `"kind": "guessed"`, "unknown_choice principles[0].indicators[0].kind"},
		{whole, `"voice": "peer_supporter",
              "judged"`, `"voice": "person_supported",
              "judged"`, "duplicate principles[0].indicators[0].figures[1].voice"},
		{whole, `"holds": "partly"`, `"holds": "mostly"`, "unknown_choice principles[3].indicators[0].attestation.holds"},
		{whole, `"standing": "at_risk"`, `"standing": "fine"`, "invalid_value"},
		{whole, `"confidence": "read"`, `"confidence": "sure"`, "invalid_value"},
		{whole, `"side": "lived"`, `"side": "ours"`, "unknown_choice voices[0].side"},
		{whole, `"share_text": true`, `"share_text": false`, "contradiction contests[0].text"},
		{whole, `"programme"`, `"programm"`, "unknown_key"},
		{whole, `"pulls_down": [
        {
          "framework": "promise"`, `"pulls_down": [
        {
          "framework": "promises"`, "contradiction principles[0].pulls_down[0]"},
		{whole, `"try": [
        {
          "framework": "promise"`, `"try": [
        {
          "framework": "promises"`, "contradiction principles[0].try[0]"},
		{whole, `"measure": "lunches"`, `"indicator": "lunches", "framework": "Food"`, "invalid_name unused[0].framework"},
		{ladder, `"median": 2`, `"median": 9`, "out_of_range ladder.rows[0].voices[0].median"},
		{ladder, `"number": 2`, `"number": 3`, "out_of_range ladder.rungs[1].number"},
		{ladder, `"rungs": 3,
          "firm"`, `"rungs": 1,
          "firm"`, "contradiction ladder.rows[0].gap.rungs"},
		{ladder, `"subject": "Rota",
        "stage": "delivery"`, `"subject": "Rota",
        "stage": "design"`, "duplicate ladder.rows[2].stage"},
	} {
		edited := strings.Replace(c.in, c.from, c.to, 1)
		require.NotEqual(t, c.in, edited, "%s is there", c.from)
		require.Equal(t, c.want, refused(t, edited))
	}
}

func TestAllFaultsAreFoundAtOnce(t *testing.T) {
	edited := strings.NewReplacer(`"level": 0.95`, `"level": 2`, `"id": "close"`, `"id": ""`).Replace(rendered(t, report.JSON, audited(t)))
	_, err := report.Read(strings.NewReader(edited), "r.json")
	var faults peer.Faults
	require.ErrorAs(t, err, &faults)
	require.Len(t, faults, 2)
	require.Equal(t, report.FaultMissing, faults[1].Code)
	line := 1 + strings.Count(edited[:strings.Index(edited, `"id": ""`)], "\n")
	require.Equal(t, line, faults[1].Line)
}

func TestAnEndlessReportIsRefused(t *testing.T) {
	_, err := report.Read(strings.NewReader(strings.Repeat(" ", int(report.MaxBytes)+1)), "r.json")
	var faults peer.Faults
	require.ErrorAs(t, err, &faults)
	require.Equal(t, strictjson.FaultTooLarge, faults[0].Code)
}

func TestABrokenReaderIsReportedAsItself(t *testing.T) {
	broken := errors.New("broken")
	_, err := report.Read(iotest.ErrReader(broken), "r.json")
	require.ErrorIs(t, err, broken)
}

func FuzzRead(f *testing.F) {
	// Small ones: the time of fuzzing goes into making what is interesting smaller.
	small := standings()
	small.Principles, small.Counts = small.Principles[:1], nil
	small.Principles[0].Indicators = audited(f).Principles[0].Indicators[:1]
	ladder := climbed(f)
	ladder.Ladder.Rows, ladder.Agreement = ladder.Ladder.Rows[:1], nil
	for _, r := range []principles.Report{small, ladder} {
		var seed bytes.Buffer
		require.NoError(f, json.Compact(&seed, []byte(rendered(f, report.JSON, r))))
		f.Add(seed.Bytes())
	}
	f.Add([]byte(`{"schema":"peersupport/audit/v1","framework":{"id":"a","version":"1","title":"","summary":"","form":"steps"},` +
		`"at":"2026-06-30","level":0.9,"release":"r"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := report.Read(bytes.NewReader(data), "r.json")
		if err != nil {
			var faults peer.Faults
			require.ErrorAs(t, err, &faults)
			return
		}
		again, err := report.Read(strings.NewReader(rendered(t, report.JSON, r)), "again.json")
		require.NoError(t, err, "what was read can be written and read")
		require.Equal(t, r, again)
		require.NotEmpty(t, rendered(t, report.Text, r)) // the pages go through the same words, and slowly
	})
}
