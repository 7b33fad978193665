package hris_test

import (
	"testing"

	"github.com/peersupport/peersupport/peer/hris"
)

func BenchmarkImport(b *testing.B) {
	const people = 100_000
	b.ReportAllocs()
	for b.Loop() {
		i := importRows(people, hris.Options{}, func(to []byte, i int) []byte { return row(to, i, (i+7)/8-1) })
		if i.err != nil {
			b.Fatal(i.err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/people, "ns/person")
}
