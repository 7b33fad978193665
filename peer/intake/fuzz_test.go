package intake_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/intake"
	"github.com/peersupport/peersupport/peer/tabular"
)

// placed holds that every fault and warning has a place.
func placed(t *testing.T, source string, err error, report tabular.Report) {
	t.Helper()
	t.Helper()
	faults, _ := err.(peer.Faults) //nolint:errorlint // the error itself is documented to be of this type
	require.Equal(t, err != nil, len(faults) > 0)
	for _, f := range append(faults, report.Warnings...) {
		require.Equal(t, source, f.Source)
		require.Positive(t, f.Line)
		require.Positive(t, f.Column)
	}
}

// FuzzReadRequests holds that any bytes end in placed faults, or in requests
// that are written and read again without one.
func FuzzReadRequests(f *testing.F) {
	f.Add("request_id,person_id,asked_on\nR1,chi,2026-03-01\n")
	f.Add("request_id;person_id;asked_on;experiences;attributes;consent\nR1;chi;2026-03-01;a=3!|b;g:w!;experience@2027-01-01\n")
	f.Add("request_id,person_id,asked_on,languages,modes,availability,timezone,journey,journey_wish,preferred,not_wanted,release\n" +
		"=1,-2,2026-03-01,en|de,online,mon 09:00-12:00,Europe/Berlin,3,same_point,a|b,c,language\n")
	f.Add("request_id,person_id,asked_on,experiences\nR1,chi,x,|||\nr1,chi,2026-01-01,a=9!!\n\"")
	f.Fuzz(func(t *testing.T, text string) {
		requests, report, err := intake.ReadRequests(file("requests.csv", text), intake.Options{})
		placed(t, "requests.csv", err, report)
		if err != nil {
			return
		}
		var out bytes.Buffer
		require.NoError(t, intake.WriteRequests(&out, requests))
		again, _, err := intake.ReadRequests(file("again.csv", out.String()), intake.Options{})
		require.NoError(t, err)
		require.Len(t, again, len(requests))
	})
}

// FuzzReadSupporters holds of supporters what FuzzReadRequests does of
// requests.
func FuzzReadSupporters(f *testing.F) {
	f.Add("person_id,capacity\nben,3\n")
	f.Add("person_id\tcapacity\texperiences\tattributes\ttrained_until\ttarget_load\nben\t0\ta|b\tg:w|f:s\t2027-01-01\t2\n")
	f.Add("person_id,capacity,not_paired_with,consent,paused_until\nben,1e3,a| b ,everything,2026-02-30\nben,-1,,,\n")
	f.Fuzz(func(t *testing.T, text string) {
		supporters, report, err := intake.ReadSupporters(file("supporters.csv", text), intake.Options{})
		placed(t, "supporters.csv", err, report)
		if err != nil {
			return
		}
		var out bytes.Buffer
		require.NoError(t, intake.WriteSupporters(&out, supporters))
		again, _, err := intake.ReadSupporters(file("again.csv", out.String()), intake.Options{})
		require.NoError(t, err)
		require.Len(t, again, len(supporters))
	})
}
