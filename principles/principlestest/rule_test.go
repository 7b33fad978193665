package principlestest_test

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/principlestest"
)

// recorder is a testing.TB that keeps what is reported to it.
type recorder struct {
	testing.TB
	reports []string
}

func (r *recorder) Helper() {}
func (r *recorder) Errorf(format string, args ...any) {
	r.reports = append(r.reports, fmt.Sprintf(format, args...))
}
func (r *recorder) Fatalf(format string, args ...any) { r.Errorf(format, args...) }

func reports(rule principles.Rule[int], subjects ...int) string {
	var r recorder
	principlestest.TestRule(&r, rule, subjects...)
	return strings.Join(r.reports, "\n")
}

func rule(check func(int) principles.Finding) principles.Rule[int] {
	return principles.Func("some_rule", principles.Safe, check)
}

func always(f principles.Finding) principles.Rule[int] {
	return rule(func(int) principles.Finding { return f })
}

func evenOnly(n int) principles.Finding {
	if n%2 == 0 {
		return principles.Finding{Verdict: principles.Satisfied}
	}
	return principles.Finding{
		Verdict: principles.Violated,
		Code:    "odd_number",
		Params:  []principles.Param{principles.Int("number", int64(n))},
		RetryOn: []principles.Event{"number_changed"},
	}
}

func TestARuleThatKeepsItsPromisesPasses(t *testing.T) {
	principlestest.TestRule(t, rule(evenOnly), 1, 2, 3)
}

func TestCombinationsKeepThePromises(t *testing.T) {
	even := rule(evenOnly)
	for _, r := range []principles.Rule[int]{
		principles.All("all", "", even, even),
		principles.Any("any", "", even, principles.Not("odd", "", even)),
		principles.When("when", "", even, even),
	} {
		principlestest.TestRule(t, r, 1, 2)
	}
}

func TestBrokenPromisesAreReported(t *testing.T) {
	blocking := principles.Finding{Verdict: principles.Violated, Code: "some_code"}
	with := func(change func(*principles.Finding)) principles.Rule[int] {
		f := blocking
		change(&f)
		return always(f)
	}
	cases := map[string]struct {
		rule   principles.Rule[int]
		report string
	}{
		"no set accepts it":  {principles.Func[int]("Bad Id", "", evenOnly), "no set accepts"},
		"panics":             {rule(func(int) principles.Finding { panic("secret") }), "panicked"},
		"panics later":       {rule(panicsFrom(2)), "second answer"},
		"counts its calls":   {rule(counting()), "second answer"},
		"changes under load": {rule(panicsFrom(4)), "several goroutines"},
		"no such verdict":    {with(func(f *principles.Finding) { f.Verdict = 9 }), "no verdict"},
		"blocks silently":    {with(func(f *principles.Finding) { f.Code = "" }), "code is not valid"},
		"passes with text": {with(func(f *principles.Finding) {
			f.Verdict, f.Code = principles.Satisfied, "all is well"
		}), "code is not valid"},
		"free text as mask": {with(func(f *principles.Finding) { f.Mask = "keep out" }), "mask is no valid code"},
		"unnamed parameter": {with(func(f *principles.Finding) {
			f.Params = []principles.Param{principles.Int("", 1)}
		}), "parameter 0 is not valid"},
		"parameter twice": {with(func(f *principles.Finding) {
			f.Params = []principles.Param{principles.Int("n", 1), principles.Int("n", 2)}
		}), "parameter 1 has the name"},
		"free text as event": {with(func(f *principles.Finding) {
			f.RetryOn = []principles.Event{"some day"}
		}), "event 0 is not valid"},
		"fault in a part": {with(func(f *principles.Finding) {
			f.Parts = []principles.Finding{{}}
		}), "a part: the code is not valid"},
		"masks only what it found": {rule(func(n int) principles.Finding {
			f := evenOnly(n)
			if f.Verdict.Blocks() {
				f.Mask = "private_block"
			}
			return f
		}), "mask and audience"},
		"changing id":        {&restless{}, "id of the rule changes"},
		"changing principle": {&restless{steadyID: true}, "its principle changes"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got := reports(c.rule, 1, 2)
			require.Contains(t, got, c.report)
			require.NotContains(t, got, "secret")
		})
	}
}

func TestATestWithoutSubjectsFails(t *testing.T) {
	require.Contains(t, reports(rule(evenOnly)), "no subjects")
}

// panicsFrom answers well until the given call.
func panicsFrom(call int64) func(int) principles.Finding {
	var calls atomic.Int64
	return func(n int) principles.Finding {
		if calls.Add(1) >= call {
			panic("worn out")
		}
		return evenOnly(n)
	}
}

func counting() func(int) principles.Finding {
	var calls atomic.Int64
	return func(int) principles.Finding {
		return principles.Finding{
			Verdict: principles.Violated,
			Code:    "asked_before",
			Params:  []principles.Param{principles.Int("times", calls.Add(1))},
		}
	}
}

// restless gives another id or another principle each time.
type restless struct {
	calls    int
	steadyID bool
}

func (r *restless) ID() principles.RuleID {
	if r.steadyID {
		return "restless"
	}
	r.calls++
	return principles.RuleID(fmt.Sprintf("restless_%d", r.calls))
}

func (r *restless) Principle() principles.PrincipleID {
	r.calls++
	return principles.PrincipleID(fmt.Sprintf("principle_%d", r.calls))
}

func (r *restless) Check(n int) principles.Finding { return evenOnly(n) }
