package auditfile_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/auditfile"
)

const ratingsText = "" +
	"indicator,voice,rater,score,on,subject,on_record,framework\n" +
	"no_hurry,person_supported,r1,5,2026-05-05,,,\n" +
	"no_hurry,person_supported,r2,-3,2026-05-05,=team 1,no,\n" +
	"no_hurry,coordinator,r1,0,2026-05-06,,yes,core\n"

func TestRatingsAreReadAsTheyStand(t *testing.T) {
	got, report, err := readRatings(ratingsText)

	require.NoError(t, err)
	require.Equal(t, 3, report.Rows)
	require.Equal(t, []principles.Rating{
		{Indicator: "no_hurry", Voice: "person_supported", Score: 5, On: day("2026-05-05")},
		{Indicator: "no_hurry", Voice: "person_supported", Score: -3, On: day("2026-05-05"), Subject: "=team 1"},
		{Framework: "core", Indicator: "no_hurry", Voice: "coordinator", Score: 0, On: day("2026-05-06"), OnRecord: true},
	}, withoutRaters(got))
}

func TestRatersAreToldApartAsTheFileDoes(t *testing.T) {
	text := "indicator,voice,rater,score,on\n"
	for i := range 30 {
		text += fmt.Sprintf("no_hurry,person_supported,P%d,5,2026-05-05\n", i)
	}
	ratings, _, err := readRatings(text)
	require.NoError(t, err)
	report, err := principles.Audit(promise(), nil, ratings, principles.Options{At: day("2026-06-30")})
	require.NoError(t, err)
	require.Equal(t, principles.Upheld, report.Principles[0].Indicators[0].Standing)

	ratings = append(ratings, ratings[0])
	_, err = principles.Audit(promise(), nil, ratings, principles.Options{At: day("2026-06-30")})
	var input *principles.InputError
	require.ErrorAs(t, err, &input)
	require.Equal(t, principles.InputError{List: "ratings", Index: 30, Field: "rater", Code: principles.CodeDuplicate}, *input)
}

func ratingNames() []string {
	header, _, _ := strings.Cut(ratingsText, "\n")
	return strings.Split(header, ",")
}

func TestOneFaultInARatingIsRefusedAtItsField(t *testing.T) {
	for _, c := range []struct {
		field, value string
		at           int
		code         peer.FaultCode
	}{
		{"indicator", "", 1, "missing"},
		{"indicator", "no hurry", 1, auditfile.FaultName},
		{"voice", "", 2, "missing"},
		{"voice", "Manager", 2, auditfile.FaultName},
		{"rater", "", 3, "missing"},
		{"rater", "r1 ", 3, peer.FaultID},
		{"rater", "r\u200b1", 3, peer.FaultID},
		{"rater", strings.Repeat("r", 129), 3, peer.FaultID},
		{"rater", "r\x00", 3, peer.FaultText},
		{"score", "", 4, auditfile.FaultScore},
		{"score", " ", 4, auditfile.FaultNumber},
		{"score", "-", 4, auditfile.FaultNumber},
		{"score", "--1", 4, auditfile.FaultNumber},
		{"score", "+4", 4, auditfile.FaultNumber},
		{"score", "4.0", 4, auditfile.FaultNumber},
		{"score", "3.5", 4, auditfile.FaultNumber},
		{"score", "4e0", 4, auditfile.FaultNumber},
		{"score", "0x4", 4, auditfile.FaultNumber},
		{"score", "four", 4, auditfile.FaultNumber},
		{"score", "NaN", 4, auditfile.FaultNumber},
		{"score", "-9223372036854775809", 4, peer.FaultRange},
		{"on", "", 5, "missing"},
		{"on", "05/05/2026", 5, peer.FaultDate},
		{"subject", "te\u2066am", 6, peer.FaultText},
		{"subject", strings.Repeat("a", 4001), 6, auditfile.FaultLong},
		{"on_record", "1", 7, auditfile.FaultYesNo},
		{"framework", "core principles", 8, auditfile.FaultName},
	} {
		t.Run(c.field+" "+string(c.code)+" "+c.value[:min(len(c.value), 12)], func(t *testing.T) {
			fields := map[string]string{"indicator": "no_hurry", "voice": "manager", "rater": "r1", "score": "4",
				"on": "2026-05-05", "subject": "team 1", "on_record": "yes"}
			fields[c.field] = c.value
			got, _, err := readRatings(strings.Join(ratingNames(), ",") + "\n" + record(ratingNames(), fields))

			require.Nil(t, got)
			require.Equal(t, []place{{2, c.at, c.code}}, places(t, "ratings.csv", err))
		})
	}
}

func TestWordsForAnEmptyScoreSayToLeaveTheRowOut(t *testing.T) {
	_, _, err := readRatings("indicator,voice,rater,score,on\nno_hurry,manager,r1,,2026-05-05\n")

	require.EqualError(t, err,
		"ratings.csv:2:4: missing_score: score: there is no score; leave the whole row out: what is missing is never 0")
}

func TestAPersonRatesAThingOnceUnderOneSpelling(t *testing.T) {
	got, _, err := readRatings("indicator,voice,rater,score,on,subject\n" +
		"no_hurry,manager,r1,4,2026-05-05,\n" +
		"no_hurry,manager,r1,4,2026-05-05,team 1\n" + // another subject
		"no_hurry,supervisor,r1,4,2026-05-05,\n" + // another voice
		"known,manager,r1,4,2026-05-05,\n" + // another indicator
		"no_hurry,manager,r1,5,2026-05-06,\n" +
		"no_hurry,manager,R1,4,2026-05-05,\n" +
		"known,manager,ﬁ,4,2026-05-05,\n" +
		"no_hurry,manager,fi,4,2026-05-05,\n")

	require.Nil(t, got)
	require.Equal(t, []place{{6, 3, "duplicate"}, {7, 3, peer.FaultIDAlike}, {9, 3, peer.FaultIDAlike}},
		places(t, "ratings.csv", err))
}

func TestEveryFaultOfTheRatingsIsFoundInOneReading(t *testing.T) {
	got, _, err := readRatings("indicator,voice,rater,score,on\n" +
		"No hurry,,a|b,,\n" +
		"no_hurry,manager,r1,five,never\n" +
		"no_hurry,manager,r1,5,2026-05-05\n")

	require.Nil(t, got)
	require.Equal(t, []place{
		{2, 1, auditfile.FaultName}, {2, 2, "missing"}, {2, 3, peer.FaultID}, {2, 4, auditfile.FaultScore}, {2, 5, "missing"},
		{3, 4, auditfile.FaultNumber}, {3, 5, peer.FaultDate},
		{4, 3, "duplicate"},
	}, places(t, "ratings.csv", err))
}
