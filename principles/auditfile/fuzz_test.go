package auditfile_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/auditfile"
)

// placed holds that every fault and warning has a place.
func placed(t *testing.T, source string, err error, warnings peer.Faults) {
	t.Helper()
	faults, _ := err.(peer.Faults) //nolint:errorlint // the error itself is documented to be of this type
	require.Equal(t, err != nil, len(faults) > 0)
	for _, f := range append(faults, warnings...) {
		require.Equal(t, source, f.Source)
		require.Positive(t, f.Line)
		require.Positive(t, f.Column)
	}
}

// FuzzReadEvidence holds that any bytes end in placed faults, or in evidence
// that the audit has nothing to say against and that is read again as written.
func FuzzReadEvidence(f *testing.F) {
	f.Add(evidenceText)
	f.Add("kind;measure;count;of;until\ncomputed;heard_back;7;9;2026-06-01\r\ncomputed;b;0;0;2026-06-01\n")
	f.Add("\uFEFFkind\tindicator\ton\tholds\tdocument\towner\nattested\tpolicy\t2026-01-01\tno\ta\t\"b\"\n")
	f.Add("kind,measure,count,of,until,from\ncomputed,a,2,1,x,2026-01-01\nrated,,,,,\n\"")
	f.Fuzz(func(t *testing.T, text string) {
		evidence, report, err := readEvidence(text)
		placed(t, "evidence.csv", err, report.Warnings)
		if err != nil {
			require.Nil(t, evidence)
			return
		}
		_, err = principles.Audit(strange(), evidence, nil, principles.Options{At: day("2200-12-31")})
		require.NoError(t, err)
		var out bytes.Buffer
		require.NoError(t, auditfile.WriteEvidence(&out, evidence))
		again, _, err := readEvidence(out.String())
		require.NoError(t, err)
		require.Equal(t, evidence, again)
	})
}

// writeRatings writes ratings of other people: those who gave them are in none
// of them to be read.
func writeRatings(t *testing.T, ratings []principles.Rating) string {
	t.Helper()
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	require.NoError(t, w.Write(ratingNames()))
	for i, r := range ratings {
		onRecord := "no"
		if r.OnRecord {
			onRecord = "yes"
		}
		require.NoError(t, w.Write([]string{string(r.Indicator), string(r.Voice), fmt.Sprintf("r%d", i),
			strconv.Itoa(r.Score), r.On.String(), r.Subject, onRecord, string(r.Framework)}))
	}
	w.Flush()
	require.NoError(t, w.Error())
	return out.String()
}

// FuzzReadRatings holds of ratings what FuzzReadEvidence does of evidence.
func FuzzReadRatings(f *testing.F) {
	f.Add(ratingsText)
	f.Add("on;score;rater;voice;indicator\n2026-05-05;-1;=r;manager;no_hurry\n2026-05-05;0;é;manager;no_hurry\n")
	f.Add("indicator,voice,rater,score,on\na,b,c,,2026-05-05\na,b,C,1e3,x\n\"")
	f.Fuzz(func(t *testing.T, text string) {
		ratings, report, err := readRatings(text)
		placed(t, "ratings.csv", err, report.Warnings)
		if err != nil {
			require.Nil(t, ratings)
			return
		}
		_, err = principles.Audit(strange(), nil, ratings, principles.Options{At: day("2200-12-31")})
		require.NoError(t, err)
		again, _, err := readRatings(writeRatings(t, ratings))
		require.NoError(t, err)
		require.Equal(t, withoutRaters(ratings), withoutRaters(again))
	})
}

// FuzzReadRegister holds that any bytes end in placed faults, or in a register
// that is read again as written, and for which every fault of the audit has a
// place.
func FuzzReadRegister(f *testing.F) {
	f.Add([]byte(registerText))
	f.Add([]byte(`{"schema":"peersupport/register/v1","tensions":[{},{"id":"a","seen":[{}],"serves":["x"]}],"actions":[{"id":""}]}`))
	f.Add([]byte("\uFEFF" + `{"schema":"peersupport/register/v1","contests":[{"on":"","share_text":true,"text":"\u202e"}]}`))
	f.Add([]byte(`{"schema":1,"contests":[{"on":"x"`))
	f.Fuzz(func(t *testing.T, data []byte) {
		register, places, err := auditfile.ReadRegister(bytes.NewReader(data), "register.json")
		placed(t, "register.json", err, nil)
		if err != nil {
			require.Zero(t, register)
			return
		}
		_, err = principles.Audit(promise(), nil, nil, principles.Options{At: day("2026-06-30"), Register: register})
		placed(t, "register.json", auditfile.Locate(err, tabular.Report{}, tabular.Report{}, places), nil)

		text, err := json.Marshal(struct {
			Schema string `json:"schema"`
			principles.Register
		}{auditfile.RegisterSchema, register})
		require.NoError(t, err)
		again, _, err := auditfile.ReadRegister(bytes.NewReader(text), "again.json")
		require.NoError(t, err)
		once, err := json.Marshal(register)
		require.NoError(t, err)
		twice, err := json.Marshal(again) // what is empty is left out, and read as nothing
		require.NoError(t, err)
		require.JSONEq(t, string(once), string(twice))
	})
}
