package auditfile_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/strictjson"
	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/auditfile"
)

const registerText = `{
  "schema": "peersupport/register/v1",
  "tensions": [
    {"id": "T1", "title": "Time or numbers", "raised_by": "peer_supporter", "on": "2026-02-01", "serves": ["calm"],
      "seen": [{"voice": "manager", "text": "Numbers."}, {"voice": "person_supported", "text": "Time."}]}
  ],
  "actions": [
    {"id": "A1", "what": "Longer slots", "tension": "T1", "serves": "calm", "owner": "lead office", "due": "2026-09-01",
      "agreed_by": ["manager", "person_supported"]}
  ],
  "contests": [
    {"id": "C1", "principle": "calm", "by": "person_supported", "on": "2026-03-01", "text": "It was not.", "share_text": true}
  ]
}
`

func TestARegisterIsReadAsItStands(t *testing.T) {
	got, _, err := auditfile.ReadRegister(strings.NewReader(registerText), "register.json")

	require.NoError(t, err)
	require.Equal(t, principles.Register{
		Tensions: []principles.Tension{{ID: "T1", Title: "Time or numbers", RaisedBy: "peer_supporter", On: day("2026-02-01"),
			Serves: []principles.PrincipleID{"calm"},
			Seen:   []principles.Account{{Voice: "manager", Text: "Numbers."}, {Voice: "person_supported", Text: "Time."}}}},
		Actions: []principles.Action{{ID: "A1", What: "Longer slots", Tension: "T1", Serves: "calm", Owner: "lead office",
			Due: day("2026-09-01"), AgreedBy: []principles.Voice{"manager", "person_supported"}}},
		Contests: []principles.Contest{{ID: "C1", Principle: "calm", By: "person_supported", On: day("2026-03-01"),
			Text: "It was not.", ShareText: true}},
	}, got)
}

func TestOneFaultInARegisterIsRefusedAtItsPlace(t *testing.T) {
	for name, c := range map[string]struct {
		old, new string // with the mark
		code     peer.FaultCode
	}{
		"another schema":     {`"peersupport/register/v1"`, `¦"peersupport/register/v2"`, auditfile.FaultSchema},
		"no schema":          {"{\n  \"schema\": \"peersupport/register/v1\",", "¦{", auditfile.FaultSchema},
		"a name for a list":  {`["calm"]`, `¦"calm"`, strictjson.FaultKind},
		"unknown key":        {`"raised_by"`, `¦"raised_with"`, strictjson.FaultUnknownKey},
		"key in other case":  {`"due"`, `¦"Due"`, strictjson.FaultKeyCase},
		"key twice":          {`"by":`, `¦"id": "C2", "by":`, strictjson.FaultDuplicateKey},
		"null":               {`"T1", "title"`, `¦null, "title"`, strictjson.FaultNull},
		"a day there is not": {`"2026-09-01"`, `¦"2026-09-31"`, strictjson.FaultValue},
		"text for yes":       {`true`, `¦"true"`, strictjson.FaultKind},
		"something after":    {"  ]\n}\n", "  ]\n}\n¦{}", strictjson.FaultTrailing},
		"a comma too much":   {`"Time."}]`, `"Time."},¦]`, strictjson.FaultSyntax},
		"NUL":                {`"It was not."`, `¦"\u0000"`, strictjson.FaultNUL},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, 1, strings.Count(registerText, c.old), "the case changes one place")
			text, line, column := marked(t, strings.Replace(registerText, c.old, c.new, 1))
			got, _, err := auditfile.ReadRegister(strings.NewReader(text), "register.json")

			require.Zero(t, got)
			require.Equal(t, []place{{line, column, c.code}}, places(t, "register.json", err))
		})
	}
}

func TestARegisterWithoutListsIsEmpty(t *testing.T) {
	got, _, err := auditfile.ReadRegister(strings.NewReader("\uFEFF"+`{"schema":"peersupport/register/v1"}`), "register.json")

	require.NoError(t, err)
	require.Zero(t, got)
}

func TestARegisterHasALimit(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		code peer.FaultCode
	}{
		"nothing":  {"", strictjson.FaultEmpty},
		"too long": {strings.Repeat(" ", 1<<20) + "{}", strictjson.FaultTooLarge},
		"too deep": {strings.Repeat("[", 60), strictjson.FaultKind},
		"UTF-16":   {"\xff\xfe{\x00}\x00", strictjson.FaultEncoding},
		"too many": {`{"schema":"peersupport/register/v1","actions":[` + strings.Repeat("{},", 1000) + "{}]}", strictjson.FaultListLength},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := auditfile.ReadRegister(strings.NewReader(c.text), "register.json")
			var faults peer.Faults
			require.ErrorAs(t, err, &faults)
			require.True(t, faults.Has(c.code))
		})
	}
}
