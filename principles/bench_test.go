package principles_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

// manyRules returns a set of n rules that are all satisfied, the slowest case
// for Permits.
func manyRules(b *testing.B, n int) *principles.Set[int] {
	b.Helper()
	var rules []principles.Rule[int]
	for i := range n {
		rules = append(rules, says(principles.RuleID(fmt.Sprintf("rule_%03d", i)), principles.Finding{
			Verdict: principles.Satisfied, Code: "fits", Audience: principles.To(principles.ReaderCoordinator),
		}))
	}
	s, err := principles.NewSet(rules...)
	require.NoError(b, err)
	return s
}

func BenchmarkEvaluate(b *testing.B) {
	for _, n := range []int{10, 100} {
		s := manyRules(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s.Evaluate(1)
			}
		})
	}
}

func BenchmarkPermits(b *testing.B) {
	for _, n := range []int{10, 100} {
		s := manyRules(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s.Permits(1)
			}
		})
	}
}

func BenchmarkFor(b *testing.B) {
	d := manyRules(b, 100).Evaluate(1)
	b.ReportAllocs()
	for b.Loop() {
		d.For(principles.ReaderCoordinator)
	}
}

func BenchmarkReason(b *testing.B) {
	r := english(b)
	reason := principles.Reason{Rule: "line", Finding: principles.Finding{
		Verdict: vio, Code: "line_manager",
		Params: []principles.Param{principles.Int("levels", 2), principles.Term("line", "solid")},
	}}
	b.ReportAllocs()
	for b.Loop() {
		r.Reason(reason, principles.ReaderAuditor)
	}
}

// BenchmarkAudit is an audit of 10,000 ratings by a framework of six indicators.
func BenchmarkAudit(b *testing.B) {
	e, _ := fine()
	var r []principles.Rating
	for _, v := range promiseVoices[:2] {
		r = append(r, said("no_hurry", v, times(2500, 4)...)...)
		r = append(r, said("known", v, times(2500, 4)...)...)
	}
	f := promise()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := principles.Audit(f, e, r, principles.Options{At: auditDay}); err != nil {
			b.Fatal(err)
		}
	}
}
