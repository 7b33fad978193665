package tabular_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/peersupport/peersupport/peer/tabular"
)

func BenchmarkRead(b *testing.B) {
	var text strings.Builder
	text.WriteString("person_id,manager_id,team,salary\n")
	for i := range 10_000 {
		fmt.Fprintf(&text, "E%06d,E%06d,Team %d,0\n", i, i/8, i%50)
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if r := read(text.String(), tabular.Options{}); len(r.faults) > 0 {
			b.Fatal("the file is at fault")
		}
	}
}
