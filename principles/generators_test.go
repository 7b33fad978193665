package principles_test

import (
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/principles"
)

func verdict() *rapid.Generator[principles.Verdict] { return rapid.SampledFrom(verdicts) }

func blocking() *rapid.Generator[principles.Verdict] {
	return verdict().Filter(principles.Verdict.Blocks)
}

func passing() *rapid.Generator[principles.Verdict] {
	return rapid.SampledFrom([]principles.Verdict{principles.Satisfied, principles.NotApplicable})
}

func name() *rapid.Generator[string] { return rapid.StringMatching(`[a-z]{1,4}(_[a-z0-9]{1,3})?`) }

func audience() *rapid.Generator[principles.Audience] {
	return rapid.Map(rapid.SliceOf(rapid.SampledFrom(readers)), func(rs []principles.Reader) principles.Audience {
		return principles.To(rs...)
	})
}

func param() *rapid.Generator[principles.Param] {
	return rapid.Custom(func(t *rapid.T) principles.Param {
		n := name().Draw(t, "name")
		if rapid.Bool().Draw(t, "int") {
			return principles.Int(n, rapid.Int64().Draw(t, "number"))
		}
		return principles.Term(n, rapid.StringN(1, 20, -1).Filter(func(s string) bool {
			return principles.Term("n", s).Valid()
		}).Draw(t, "term"))
	})
}

func event() *rapid.Generator[principles.Event] {
	return rapid.Map(name(), func(s string) principles.Event { return principles.Event(s) })
}

func code() *rapid.Generator[principles.Code] {
	return rapid.Map(name(), func(s string) principles.Code { return principles.Code(s) })
}

// finding makes findings with a verdict of one generator and an audience of
// another, with parts up to the given depth.
func finding(v *rapid.Generator[principles.Verdict], a *rapid.Generator[principles.Audience], depth int) *rapid.Generator[principles.Finding] {
	return rapid.Custom(func(t *rapid.T) principles.Finding {
		f := principles.Finding{
			Verdict:  v.Draw(t, "verdict"),
			Code:     code().Draw(t, "code"),
			Audience: a.Draw(t, "audience"),
			Hard:     rapid.Bool().Draw(t, "hard"),
		}
		if n := rapid.SliceOfN(param(), 0, 2).Draw(t, "params"); len(n) > 0 {
			f.Params = n
		}
		if n := rapid.SliceOfN(event(), 0, 2).Draw(t, "events"); len(n) > 0 {
			f.RetryOn = n
		}
		if depth > 0 {
			if n := rapid.SliceOfN(finding(v, a, depth-1), 0, 2).Draw(t, "parts"); len(n) > 0 {
				f.Parts = n
			}
		}
		return f
	})
}

// anyFinding makes findings of every kind.
func anyFinding() *rapid.Generator[principles.Finding] { return finding(verdict(), audience(), 2) }

func fixed(f principles.Finding) func(int) principles.Finding {
	return func(int) principles.Finding { return f }
}

// says returns a rule that always answers the same.
func says(id principles.RuleID, f principles.Finding) principles.Rule[int] {
	return principles.Func(id, principles.Safe, fixed(f))
}

// saying returns a rule that always answers with the verdict, its name as code.
func saying(v principles.Verdict) principles.Rule[int] {
	return says("part", principles.Finding{Verdict: v, Code: principles.Code(v.String())})
}

func panics(int) principles.Finding { panic("secret of somebody") }
