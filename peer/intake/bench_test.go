package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/peersupport/peersupport/peer/intake"
)

func BenchmarkReadRequests(b *testing.B) {
	const n = 1000
	var text strings.Builder
	text.WriteString("request_id,person_id,asked_on,experiences,attributes,languages,modes,availability,timezone,consent\n")
	for i := range n {
		fmt.Fprintf(&text, "R%d,P%d,2026-03-01,bereavement=3|burnout!,gender:woman,en|de,online|phone,"+
			"mon 09:00-12:00|thu 13:30-24:00,Europe/Berlin,experience|attribute:gender|language|mode|availability\n", i, i)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := intake.ReadRequests(file("requests.csv", text.String()), intake.Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/request")
}
