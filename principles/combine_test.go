package principles_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/principles"
)

const (
	ind = principles.Indeterminate
	sat = principles.Satisfied
	vio = principles.Violated
	pen = principles.Pending
	nap = principles.NotApplicable
)

// The tables are complete: rows and columns are the verdicts of the two parts,
// in the order Indeterminate, Satisfied, Violated, Pending, NotApplicable.
func TestTruthTables(t *testing.T) {
	type table [5][5]principles.Verdict
	cases := map[string]struct {
		combine func(a, b principles.Rule[int]) principles.Rule[int]
		want    table
	}{
		"all": {
			func(a, b principles.Rule[int]) principles.Rule[int] { return principles.All("r", "", a, b) },
			table{
				{ind, ind, vio, ind, ind},
				{ind, sat, vio, pen, sat},
				{vio, vio, vio, vio, vio},
				{ind, pen, vio, pen, pen},
				{ind, sat, vio, pen, nap},
			},
		},
		"any": {
			func(a, b principles.Rule[int]) principles.Rule[int] { return principles.Any("r", "", a, b) },
			table{
				{ind, sat, ind, pen, ind},
				{sat, sat, sat, sat, sat},
				{ind, sat, vio, pen, vio},
				{pen, sat, pen, pen, pen},
				{ind, sat, vio, pen, nap},
			},
		},
		"when": {
			func(a, b principles.Rule[int]) principles.Rule[int] { return principles.When("r", "", a, b) },
			table{
				{ind, ind, ind, ind, ind},
				{ind, sat, vio, pen, nap},
				{nap, nap, nap, nap, nap},
				{ind, ind, ind, ind, ind},
				{ind, ind, ind, ind, ind},
			},
		},
		"not, of all": {
			func(a, b principles.Rule[int]) principles.Rule[int] {
				return principles.Not("r", "", principles.All("s", "", a, b))
			},
			table{
				{ind, ind, sat, ind, ind},
				{ind, vio, sat, pen, vio},
				{sat, sat, sat, sat, sat},
				{ind, pen, sat, pen, pen},
				{ind, vio, sat, pen, nap},
			},
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			var got table
			for i, a := range verdicts {
				for j, b := range verdicts {
					f := c.combine(saying(a), saying(b)).Check(0)
					require.True(t, f.Code.Valid())
					got[i][j] = f.Verdict
				}
			}
			require.Equal(t, c.want, got)
		})
	}
}

func TestNotSwapsSatisfiedAndViolatedOnly(t *testing.T) {
	want := map[principles.Verdict]principles.Verdict{ind: ind, sat: vio, vio: sat, pen: pen, nap: nap}
	for v, w := range want {
		require.Equal(t, w, principles.Not("r", "", saying(v)).Check(0).Verdict, "%s", v)
	}
}

// expression makes nested rules in which one leaf, at least, is the unknown.
func expression(unknown principles.Rule[int], depth int) *rapid.Generator[principles.Rule[int]] {
	return rapid.Custom(func(t *rapid.T) principles.Rule[int] {
		kind := "leaf"
		if depth > 0 {
			kind = rapid.SampledFrom([]string{"all", "any", "not", "when", "leaf"}).Draw(t, "kind")
		}
		part := func() principles.Rule[int] { return expression(unknown, depth-1).Draw(t, "part") }
		switch kind {
		case "all":
			return principles.All("r", "", part(), part())
		case "any":
			return principles.Any("r", "", part(), part())
		case "not":
			return principles.Not("r", "", part())
		case "when":
			return principles.When("r", "", part(), part())
		}
		if rapid.Bool().Draw(t, "unknown") {
			return unknown
		}
		return saying(verdict().Draw(t, "verdict"))
	})
}

func TestAnIndeterminateIsNeverNegatedIntoAPass(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		truth := ind
		unknown := principles.Func("unknown", "", func(int) principles.Finding {
			return principles.Finding{Verdict: truth, Code: "unknown"}
		})
		rule := expression(unknown, 4).Draw(t, "rule")
		if rule.Check(0).Verdict.Blocks() {
			return
		}
		for _, truth = range []principles.Verdict{sat, vio} {
			require.False(t, rule.Check(0).Verdict.Blocks(),
				"passes while the part is unknown, blocks once it is %s", truth)
		}
	})
}

func TestAPartThatPanicsDoesNotSilenceTheOthers(t *testing.T) {
	broken := principles.Func("broken", "", panics)
	f := principles.All("r", "", broken, saying(vio)).Check(0)
	require.Equal(t, vio, f.Verdict)
	require.Equal(t, principles.CodeRulePanicked, f.Parts[0].Code)
	require.Equal(t, principles.Code("violated"), f.Parts[1].Code)
}

func TestACombinationOfNothingBlocks(t *testing.T) {
	for _, r := range []principles.Rule[int]{principles.All[int]("r", ""), principles.Any[int]("r", "")} {
		f := r.Check(0)
		require.Equal(t, ind, f.Verdict)
		require.Equal(t, principles.To(), f.Audience)
	}
}

func TestACombinationIsSeenByThoseWhoSeeEveryPart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyFinding().Draw(t, "a"), anyFinding().Draw(t, "b")
		want := a.Audience.Intersect(b.Audience)
		require.Equal(t, want, principles.All("r", "", says("a", a), says("b", b)).Check(0).Audience)
		require.Equal(t, want, principles.Any("r", "", says("a", a), says("b", b)).Check(0).Audience)
		require.Equal(t, a.Audience, principles.Not("r", "", says("a", a)).Check(0).Audience)
		a.Verdict = sat
		require.Equal(t, want, principles.When("r", "", says("a", a), says("b", b)).Check(0).Audience)
	})
}

func TestACombinationIsMaskedIfAnyPartIs(t *testing.T) {
	with := func(mask principles.Code) principles.Rule[int] {
		return says("part", principles.Finding{Verdict: sat, Mask: mask})
	}
	mask := func(rules ...principles.Rule[int]) principles.Code {
		return principles.All("r", "", rules...).Check(0).Mask
	}
	require.Empty(t, mask(with(""), with("")))
	require.Equal(t, principles.Code("b"), mask(with(""), with("b")))
	require.Equal(t, principles.Code("a"), mask(with("b"), with("a")))
	require.Equal(t, principles.Code("a"), mask(with("a"), with("b")))
	require.Equal(t, principles.Code("b"), principles.When("r", "", with("b"), with("")).Check(0).Mask)
}

func TestWhenSpeaksForItsRule(t *testing.T) {
	own := principles.Finding{
		Verdict: vio, Code: "no_shared_language", Params: []principles.Param{principles.Int("n", 2)}, Hard: true,
		RetryOn: []principles.Event{"language_added"}, Parts: []principles.Finding{{Verdict: vio, Code: "detail"}},
	}
	f := principles.When("r", "", saying(sat), says("own", own)).Check(0)
	require.Equal(t, own.Code, f.Code)
	require.Equal(t, own.Params, f.Params)
	require.Equal(t, own.RetryOn, f.RetryOn)
	require.True(t, f.Hard)
	require.Equal(t, []principles.Code{"satisfied", "detail"}, []principles.Code{f.Parts[0].Code, f.Parts[1].Code})
}

func TestWhenDoesNotAskItsRuleWithoutNeed(t *testing.T) {
	for _, v := range []principles.Verdict{ind, vio, pen, nap} {
		f := principles.When("r", "", saying(v), principles.Func("own", "", panics)).Check(0)
		require.Len(t, f.Parts, 1, "%s", v)
	}
}

func TestHardness(t *testing.T) {
	hard := says("hard", principles.Finding{Verdict: vio, Code: "no", Hard: true})
	soft := says("soft", principles.Finding{Verdict: vio, Code: "no"})
	fine := says("fine", principles.Finding{Verdict: sat, Hard: true})
	cases := map[string]struct {
		rule principles.Rule[int]
		want bool
	}{
		"all is hard if a block is":              {principles.All("r", "", soft, hard), true},
		"all is soft if every block is":          {principles.All("r", "", soft, fine), false},
		"any is hard if every block is":          {principles.Any("r", "", hard, hard), true},
		"any is soft if one block is":            {principles.Any("r", "", soft, hard), false},
		"what passes is not hard":                {principles.Any("r", "", hard, fine), false},
		"not is as hard as its rule":             {principles.Not("r", "", fine), true},
		"not of a soft rule is soft":             {principles.Not("r", "", saying(sat)), false},
		"an undecided condition is hard":         {principles.When("r", "", saying(pen), soft), true},
		"a broken rule is hard":                  {principles.All("r", "", principles.Func("b", "", panics)), true},
		"a rule that does not apply is not":      {principles.When("r", "", saying(vio), hard), false},
		"a broken alternative to a soft one not": {principles.Any("r", "", principles.Func("b", "", panics), soft), false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, c.want, c.rule.Check(0).Hard)
		})
	}
}

func TestACombinationWaitsForWhatItsBlocksWaitFor(t *testing.T) {
	waiting := func(v principles.Verdict, events ...principles.Event) principles.Rule[int] {
		return says("w", principles.Finding{Verdict: v, Code: "c", RetryOn: events})
	}
	events := func(r principles.Rule[int]) []principles.Event { return r.Check(0).RetryOn }

	require.Equal(t, []principles.Event{"a", "b"},
		events(principles.All("r", "", waiting(vio, "b", "a"), waiting(pen, "a"), waiting(sat, "c"))))
	require.Empty(t, events(principles.Any("r", "", waiting(vio, "a"), waiting(sat, "b"))))
	require.Equal(t, []principles.Event{"a"}, events(principles.Not("r", "", waiting(sat, "a"))))
	require.Equal(t, []principles.Event{"a"}, events(principles.When("r", "", waiting(pen, "a"), waiting(vio, "b"))))
}

func TestCombinationsNameTheirPrinciple(t *testing.T) {
	s := set(t, principles.Not("r", principles.Inclusive, saying(vio)))
	require.Equal(t, principles.Inclusive, s.Evaluate(0).Reasons[0].Principle)
}

func TestACombinationKeepsItsOwnListOfParts(t *testing.T) {
	parts := []principles.Rule[int]{saying(sat), saying(vio)}
	all := principles.All("r", "", parts...)
	parts[1] = saying(sat)
	require.Equal(t, vio, all.Check(0).Verdict)
}
