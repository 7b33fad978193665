package auditfile_test

import (
	"fmt"
	"strings"
	"testing"
)

func BenchmarkReadRatings(b *testing.B) {
	var text strings.Builder
	text.WriteString("indicator,voice,rater,score,on\n")
	for i := range 10_000 {
		fmt.Fprintf(&text, "indicator_%d,person_supported,R%05d,%d,2026-05-05\n", i%20, i/20, 1+i%5)
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := readRatings(text.String()); err != nil {
			b.Fatal(err)
		}
	}
}
