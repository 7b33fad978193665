package auditfile_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer/strictjson"
	"github.com/peersupport/peersupport/peer/tabular"
	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/auditfile"
)

// canary is a marker that must not come out anywhere. It has the form of a name
// and of an id.
const canary = "zq7_canary"

// everywhere returns every way in which a value may end in a log, a terminal or
// an answer.
func everywhere(t testing.TB, values ...any) string {
	t.Helper()
	var out bytes.Buffer
	for _, v := range values {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
			fmt.Fprintf(&out, verb+"\n", v)
		}
		text, err := json.Marshal(v)
		require.NoError(t, err)
		out.Write(text)
		slog.New(slog.NewTextHandler(&out, nil)).Error("something", "value", v)
		slog.New(slog.NewJSONHandler(&out, nil)).Error("something", "value", v)
		if err, isError := v.(error); isError {
			out.WriteString(err.Error())
		}
	}
	return out.String()
}

// requireSilence holds that neither the canary nor its hexadecimal form stands
// in a text.
func requireSilence(t testing.TB, text string) {
	t.Helper()
	require.NotEmpty(t, text)
	require.NotContains(t, strings.ToLower(text), canary)
	require.NotContains(t, text, fmt.Sprintf("%x", canary))
}

func TestARaterComesOutNowhere(t *testing.T) {
	var text strings.Builder
	text.WriteString("indicator,voice,rater,score,on,subject,on_record\n")
	for i := range 30 {
		fmt.Fprintf(&text, "no_hurry,coordinator,%s%d,4,2026-05-05,team,yes\n", canary, i)
		fmt.Fprintf(&text, "no_hurry,person_supported,%s%d,4,2026-05-05,,\n", canary, i)
	}
	ratings, report, err := readRatings(text.String())
	require.NoError(t, err)
	result, err := principles.Audit(promise(), nil, ratings, principles.Options{At: day("2026-06-30")})
	require.NoError(t, err)
	requireSilence(t, everywhere(t, ratings, &ratings[0], ratings[0].Rater, report, result))

	ratings[1] = ratings[3]
	ratings[0].Score = 9
	_, err = principles.Audit(promise(), nil, ratings, principles.Options{At: day("2026-06-30")})
	require.Error(t, err)
	requireSilence(t, everywhere(t, err, auditfile.Locate(err, tabular.Report{}, report, strictjson.Places{})))
}

// spoilings are ways in which a field with the canary can be wrong.
func spoilings() []string {
	return []string{canary, strings.ToUpper(canary), canary + " ", "=" + canary, canary + "|" + canary, canary + "\x00", canary + "\xff",
		canary + "\u202e", canary + "\n", `"` + canary, strings.Repeat(canary, 500), strings.Repeat(canary, 7000), "'" + canary}
}

func TestNoFaultOfACSVFileRepeatsWhatWasTyped(t *testing.T) {
	for _, o := range []auditfile.Options{{}, {Strict: true}} {
		for _, spoiled := range spoilings() {
			for column, name := range evidenceNames() {
				for _, fields := range []map[string]string{computed(), attested(), {"kind": canary}} {
					fields[name] = spoiled
					text := strings.Join(evidenceNames(), ",") + "\n" + record(evidenceNames(), fields)
					_, report, err := auditfile.ReadEvidence(file("evidence.csv", text+text), o)
					require.Error(t, err, "column %d", column)
					requireSilence(t, everywhere(t, err, report))
				}
			}
			for _, name := range ratingNames() {
				fields := map[string]string{"indicator": "no_hurry", "voice": "manager", "rater": canary, "on": "2026-05-05"}
				fields[name] = spoiled
				text := strings.Join(ratingNames(), ",") + "\n" + record(ratingNames(), fields)
				_, report, err := auditfile.ReadRatings(file("ratings.csv", text+strings.ReplaceAll(text, canary, canary+`"`)), o)
				require.Error(t, err)
				requireSilence(t, everywhere(t, err, report))
			}
		}
	}
}

func TestAFileWithoutAHeaderGivesNobodyAway(t *testing.T) {
	for _, text := range []string{
		"no_hurry,manager," + canary + ",4,2026-05-05\nno_hurry,manager,r2,4,2026-05-05\n",
		"no_hurry;manager;" + canary + ";4;2026-05-05\n",
		canary + "\n", canary, "\"" + canary,
	} {
		_, report, err := readRatings(text)
		require.Error(t, err)
		requireSilence(t, everywhere(t, err, report))
		_, report, err = readEvidence(text)
		require.Error(t, err)
		requireSilence(t, everywhere(t, err, report))
	}
}

func TestNoFaultOfARegisterRepeatsWhatWasTyped(t *testing.T) {
	for _, text := range []string{
		strings.Replace(registerText, "register/v1", canary, 1),
		strings.Replace(registerText, `"raised_by"`, `"`+canary+`"`, 1),
		strings.Replace(registerText, `"by":`, `"`+canary+`": {}, "`+canary+`":`, 1),
		strings.Replace(registerText, "2026-09-01", canary, 1),
		strings.Replace(registerText, `["calm"]`, `[{"`+canary+`": "`+canary+`"}, "`+canary, 1),
		canary, `"` + canary + `"`, `{"` + canary + `":`, registerText + canary,
	} {
		_, places, err := auditfile.ReadRegister(strings.NewReader(text), "register.json")
		require.Error(t, err)
		requireSilence(t, everywhere(t, err, places))
	}
	spoiled := strings.NewReplacer(`"calm"`, `"`+canary+`"`, `"T1", "serves"`, `"`+canary+`", "serves"`,
		"Longer slots", canary+`\u202e`, `"id": "C1"`, `"id": ""`).Replace(registerText)
	err := hearing{evidence: evidenceText, ratings: "indicator,voice,rater,score,on\n", register: spoiled}.audit(t, principles.Options{})
	require.Error(t, err)
	requireSilence(t, everywhere(t, err))
}
