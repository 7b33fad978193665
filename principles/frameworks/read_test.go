package frameworks_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/frameworks"
)

// small is a framework with one of everything, in which tests change one thing.
const small = `{
  "schema": "peersupport/principles/framework/v1",
  "id": "mine", "version": "1", "title": "Mine", "summary": "Ours.",
  "form": "principles", "overall": "weakest",
  "voices": [
    {"voice": "person_supported", "name": "people supported", "needed": true, "side": "lived"},
    {"voice": "coordinator", "name": "coordinators", "in_office": true}],
  "groups": [{"id": "daily", "name": "daily work", "sources": ["book"], "confidence": "read"}],
  "scales": [{"id": "often", "name": "how often", "low": 1, "high": 5, "low_label": "never", "high_label": "always",
    "kept_from": 4, "sources": ["book"], "confidence": "read"}],
  "principles": [
    {"id": "calm", "handle": "P1", "name": "calm", "meaning": "No hurry.", "group": "daily",
      "parts": [{"id": "time", "name": "time", "meaning": "There is time.", "confidence": "read"}],
      "practice": [{"text": "Wait", "confidence": "read"}],
      "aliases": [{"text": "un-hurried", "confidence": "own_reading"}],
      "breach": {"text": "Hurry", "confidence": "own_reading"},
      "sources": ["book"], "confidence": "stated"},
    {"id": "close", "name": "close", "meaning": "Somebody is there.", "sources": ["book"], "confidence": "stated"}],
  "indicators": [
    {"id": "no_hurry", "name": "no hurry", "asks": "There was time.", "kind": "rated", "serves": "calm", "part": "time",
      "scale": "often", "voices": ["person_supported"],
      "criterion": {"kept": 75, "floor": 50, "confidence": "own_reading"},
      "try": [{"text": "Talk", "confidence": "own_reading"}], "sources": ["book"], "confidence": "own_reading"},
    {"id": "in_time", "name": "in time", "asks": "In time.", "kind": "computed", "serves": "calm", "measure": "met_in_time",
      "supplier": "programme", "criterion": {"kept": 80, "floor": 60, "confidence": "own_reading"},
      "sources": ["book"], "confidence": "own_reading"},
    {"id": "policy", "name": "policy", "asks": "There is one.", "kind": "attested", "serves": "close", "holds_months": 12,
      "sources": ["book"], "confidence": "own_reading"}],
  "links": [{"from": {"framework": "mine", "principle": "calm"}, "to": {"framework": "mine", "principle": "close"},
    "relation": "serves", "confidence": "own_reading"}],
  "sources": [{"key": "book", "authors": ["A"], "title": "T", "year": 2020, "licence": "cited",
    "doi": "10.1/x", "url": "https://example.org/x"}]
}`

// faults returns "line:path: code" of everything that is wrong with a file.
func faults(t testing.TB, text string) []string {
	t.Helper()
	f, err := frameworks.Read(strings.NewReader(text), "mine.json")
	if err == nil {
		return nil
	}
	require.Zero(t, f)
	var all peer.Faults
	require.ErrorAs(t, err, &all)
	var found []string
	for _, fault := range all {
		require.Equal(t, "mine.json", fault.Source)
		require.NotEmpty(t, fault.Error())
		found = append(found, fmt.Sprintf("%d:%s: %s", fault.Line, fault.Path(), fault.Code))
	}
	return found
}

func TestAFrameworkIsReadWhole(t *testing.T) {
	f, err := frameworks.Read(strings.NewReader(small), "mine.json")
	require.NoError(t, err)
	require.Equal(t, principles.FrameworkID("mine"), f.ID)
	require.Equal(t, principles.Stated, f.Principles[0].Confidence)
	require.Equal(t, principles.Criterion{Kept: 75, Floor: 50, Confidence: principles.OwnReading}, f.Indicators[0].Criterion)
	require.Equal(t, principles.Ref{Framework: "mine", Principle: "close"}, f.Links[0].To)
	found, ok := f.Find("Un-Hurried")
	require.True(t, ok)
	require.Equal(t, principles.PrincipleID("calm"), found.ID)
}

func TestOneFaultInAFrameworkIsRefusedWithItsPlace(t *testing.T) {
	for name, c := range map[string]struct{ old, new, want string }{
		"another schema":             {"framework/v1", "framework/v2", "2:schema: unknown_schema"},
		"id with a hyphen":           {`"id": "mine"`, `"id": "my-own"`, "3:id: invalid|29:links[0]: foreign"},
		"no title":                   {`"title": "Mine"`, `"title": " "`, "3:title: missing"},
		"unknown form":               {`"form": "principles"`, `"form": "wishes"`, "4:form: invalid"},
		"an overall score":           {`"weakest"`, `"average"`, "4:overall: invalid"},
		"voice twice":                {`"voice": "coordinator"`, `"voice": "person_supported"`, "7:voices[1].voice: duplicate|7:voices[1].in_office: invalid"},
		"needed but not asked":       {`"in_office": true`, `"needed": true`, "7:voices[1]: voice_not_asked"},
		"unknown side":               {`"lived"`, `"left"`, "6:voices[0].side: invalid"},
		"group nobody stands in":     {`"group": "daily",`, ``, "8:groups[0]: unused"},
		"group that is not there":    {`"group": "daily"`, `"group": "weekly"`, "12:principles[0].group: unknown_group|8:groups[0]: unused"},
		"scale without ends":         {`"low": 1, "high": 5`, `"low": 3, "high": 3`, "9:scales[0]: scale_ends"},
		"scale with ends left out":   {`"low": 1, "high": 5, `, ``, "9:scales[0]: scale_ends"},
		"end without a label":        {`"low_label": "never"`, `"low_label": ""`, "9:scales[0].low_label: missing"},
		"kept from the lowest on":    {`"kept_from": 4`, `"kept_from": 1`, "9:scales[0]: scale_ends"},
		"two principles of one id":   {`"id": "close"`, `"id": "calm"`, "18:principles[1].id: duplicate|18:principles[1].name: duplicate|27:indicators[2].serves: unknown_principle|29:links[0].to: unknown_principle"},
		"alias of another principle": {`"name": "close"`, `"name": "un hurried"`, "18:principles[1].name: duplicate"},
		"no citation":                {`"Somebody is there.", "sources": ["book"]`, `"Somebody is there.", "sources": []`, "18:principles[1].sources: missing"},
		"citation that is not there": {`"Somebody is there.", "sources": ["book"]`, `"Somebody is there.", "sources": ["film"]`, "18:principles[1].sources[0]: unknown_source"},
		"citation twice":             {`"Somebody is there.", "sources": ["book"]`, `"Somebody is there.", "sources": ["book", "book"]`, "18:principles[1].sources[1]: duplicate"},
		"unverified":                 {`"Hurry", "confidence": "own_reading"`, `"Hurry", "confidence": "unverified"`, "16:principles[0].breach.confidence: unverified"},
		"rung without a ladder":      {`"id": "close",`, `"id": "close", "rung": 2,`, "18:principles[1].rung: rungs"},
		"effect without factors":     {`"id": "close",`, `"id": "close", "effect": "helps",`, "18:principles[1].effect: invalid"},
		"line break in a text":       {"No hurry.", `No\nhurry.`, "12:principles[0].meaning: invalid"},
		"reordered text":             {"No hurry.", `No \u202ehurry.`, "12:principles[0].meaning: invalid"},
		"two indicators of one id":   {`"id": "in_time"`, `"id": "no_hurry"`, "24:indicators[1].id: duplicate"},
		"indicator of no principle":  {`"serves": "close"`, `"serves": "clam"`, "27:indicators[2].serves: unknown_principle"},
		"indicator of no part":       {`"part": "time"`, `"part": "space"`, "20:indicators[0].part: unknown_principle"},
		"unknown kind":               {`"kind": "attested", "serves": "close", "holds_months": 12`, `"kind": "felt", "serves": "close"`, "27:indicators[2].kind: invalid"},
		"scale that is not there":    {`"scale": "often"`, `"scale": "seldom"`, "21:indicators[0].scale: unknown_scale|9:scales[0]: unused"},
		"voice that is not asked":    {`["person_supported"]`, `["person_supported", "neighbour"]`, "21:indicators[0].voices[1]: unknown_voice"},
		"a measure on a rating":      {`"part": "time",`, `"part": "time", "measure": "x",`, "20:indicators[0].measure: other_kind"},
		"an attestation for ever":    {`"holds_months": 12`, `"holds_months": 121`, "27:indicators[2].holds_months: invalid"},
		"criterion above all":        {`"kept": 80`, `"kept": 101`, "25:indicators[1].criterion: invalid"},
		"floor above what is kept":   {`"floor": 60`, `"floor": 81`, "25:indicators[1].criterion: invalid"},
		"link to nothing":            {`"principle": "close"}`, `"principle": "clothes"}`, "29:links[0].to: unknown_principle"},
		"link between others":        {`{"framework": "mine", "principle": "calm"}, "to": {"framework": "mine",`, `{"framework": "a", "principle": "calm"}, "to": {"framework": "b",`, "29:links[0]: foreign"},
		"link in a circle":           {`"principle": "close"},`, `"principle": "calm"},`, "29:links[0]: cycle"},
		"link of no relation":        {`"relation": "serves"`, `"relation": "likes"`, "30:links[0].relation: invalid"},
		"serving an indicator":       {`{"framework": "mine", "principle": "close"},`, `{"framework": "mine", "indicator": "policy"},`, "29:links[0].to.principle: missing"},
		"no author":                  {`["A"]`, `[]`, "31:sources[0].authors: missing"},
		"no licence":                 {`"licence": "cited"`, `"licence": ""`, "31:sources[0].licence: missing"},
		"year too early":             {"2020", "1799", "31:sources[0].year: invalid"},
		"DOI with a resolver":        {"10.1/x", "https://doi.org/10.1/x", "32:sources[0].doi: invalid"},
		"URL with a space":           {"org/x", "org/ x", "32:sources[0].url: invalid"},
		"URL without TLS":            {"https:", "http:", "32:sources[0].url: invalid"},
		"unknown key":                {`"version"`, `"revision"`, "3:: unknown_key"},
		"key twice":                  {`"version": "1"`, `"version": "1", "version": "2"`, "3:: duplicate_key"},
		"unknown confidence":         {`"stated"},`, `"sure"},`, "17:/principles/0/confidence: invalid_value"},
		"wrong kind of value":        {"2020", `"2020"`, "31:/sources/0/year: wrong_kind"},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, 1, strings.Count(small, c.old), "the case changes one place")
			found := faults(t, strings.Replace(small, c.old, c.new, 1))
			require.Equal(t, strings.Split(c.want, "|"), found)
		})
	}
}

func TestAllFaultsAreToldAtOnceInTheOrderOfTheFile(t *testing.T) {
	text := small
	for _, change := range [][2]string{
		{`"title": "Mine"`, `"title": ""`}, {`"kept_from": 4`, `"kept_from": 9`}, {`"serves": "close"`, `"serves": "clam"`},
		{`"principle": "close"},`, `"principle": "calm"},`}, {"2020", "1799"},
	} {
		text = strings.Replace(text, change[0], change[1], 1)
	}
	require.Equal(t, []string{
		"3:title: missing", "31:sources[0].year: invalid", "9:scales[0]: scale_ends",
		"27:indicators[2].serves: unknown_principle", "29:links[0]: cycle"}, faults(t, text))
}

func TestWhatIsNoJSONIsRefused(t *testing.T) {
	for _, text := range []string{"", "null", "[]", "{", small + "x", strings.Repeat("[", 100), "\xff", `{"schema": 1}`} {
		require.NotEmpty(t, faults(t, text))
	}
}

func TestTheErrorOfTheReaderIsReturnedAsItIs(t *testing.T) {
	broken := errors.New("broken")
	_, err := frameworks.Read(iotest.ErrReader(broken), "mine.json")
	require.ErrorIs(t, err, broken)
}
