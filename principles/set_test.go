package principles_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/principles"
)

func set(t require.TestingT, rules ...principles.Rule[int]) *principles.Set[int] {
	s, err := principles.NewSet(rules...)
	require.NoError(t, err)
	return s
}

// faults returns what NewSet found, by place.
func faults(rules ...principles.Rule[int]) map[int][]principles.Code {
	_, err := principles.NewSet(rules...)
	found := make(map[int][]principles.Code)
	if err == nil {
		return found
	}
	var joined interface{ Unwrap() []error }
	if !errors.As(err, &joined) {
		return nil
	}
	for _, e := range joined.Unwrap() {
		var rule *principles.RuleError
		if errors.As(e, &rule) {
			found[rule.Index] = append(found[rule.Index], rule.Code)
		}
	}
	return found
}

// pointerRule has a method that needs its pointer.
type pointerRule struct{ id principles.RuleID }

func (r *pointerRule) ID() principles.RuleID { return r.id }
func (r *pointerRule) Check(int) principles.Finding {
	return principles.Finding{Verdict: principles.Satisfied}
}
func (r *pointerRule) Principle() principles.PrincipleID { return "Not Valid" }

func TestNewSetReportsEveryFaultAtOnce(t *testing.T) {
	good := saying(principles.Satisfied)
	require.Equal(t, map[int][]principles.Code{
		1:  {principles.CodeNilRule},
		2:  {principles.CodeNilRule},
		3:  {principles.CodeInvalidRuleID},
		4:  {principles.CodeInvalidRuleID},
		5:  {principles.CodeDuplicateRuleID},
		6:  {principles.CodeInvalidPrincipleID},
		7:  {principles.CodeRuleWithoutCheck},
		8:  {principles.CodeRuleWithoutParts},
		9:  {principles.CodeNilRule},
		10: {principles.CodeRuleWithoutCheck},
		11: {principles.CodeInvalidRuleID, principles.CodeInvalidPrincipleID},
	}, faults(
		good,
		nil,
		(*pointerRule)(nil),
		says("", principles.Finding{}),
		says("Hierarchy!", principles.Finding{}),
		good,
		principles.Func("a", "two words", fixed(principles.Finding{})),
		principles.Func[int]("b", "", nil),
		principles.All[int]("c", ""),
		principles.Any("d", "", good, nil),
		principles.When("e", "", good, principles.Not("f", "", principles.Func[int]("g", "", nil))),
		&pointerRule{"Bad Id"},
	))
}

func TestRulesCannotBeMisattributed(t *testing.T) {
	r := &pointerRule2{id: "first", principle: principles.Mutual}
	s := set(t, r)
	r.id, r.principle = "second", principles.Safe
	d := s.Evaluate(0)
	require.Equal(t, principles.RuleID("first"), d.Reasons[0].Rule)
	require.Equal(t, principles.Mutual, d.Reasons[0].Principle)
}

type pointerRule2 struct {
	id        principles.RuleID
	principle principles.PrincipleID
}

func (r *pointerRule2) ID() principles.RuleID             { return r.id }
func (r *pointerRule2) Principle() principles.PrincipleID { return r.principle }
func (r *pointerRule2) Check(int) principles.Finding {
	return principles.Finding{Verdict: principles.Satisfied}
}

func TestASetWithoutRulesPermitsNothing(t *testing.T) {
	for _, s := range []*principles.Set[int]{set(t), {}} {
		require.Zero(t, s.Len())
		require.False(t, s.Permits(1))
		require.True(t, s.Evaluate(1).Blocked())
		require.Equal(t, principles.Indeterminate, s.Evaluate(1).Verdict())
	}
}

func TestEveryRuleIsAskedAlsoAfterOneBlocks(t *testing.T) {
	violated := principles.Finding{Verdict: principles.Violated, Code: "no"}
	d := set(t, says("b", violated), says("a", violated), says("c", violated)).Evaluate(0)
	require.Len(t, d.Blocking(), 3)
}

func TestPermitsStopsAtTheFirstBlock(t *testing.T) {
	asked := false
	s := set(t, saying(principles.Violated), principles.Func("z", "", func(int) principles.Finding {
		asked = true
		return principles.Finding{Verdict: principles.Satisfied}
	}))
	require.False(t, s.Permits(0))
	require.False(t, asked)
}

func TestARuleThatPanicsBlocksWithoutAWord(t *testing.T) {
	s := set(t, principles.Func("broken", "", panics))
	d := s.Evaluate(0)
	require.Equal(t, principles.Finding{
		Verdict: principles.Indeterminate, Code: principles.CodeRulePanicked, Hard: true,
	}, d.Reasons[0].Finding)
	require.False(t, s.Permits(0))
	data, err := json.Marshal(d)
	require.NoError(t, err)
	require.NotContains(t, string(data), "secret")
}

func TestAnswersWithoutSenseAreIndeterminate(t *testing.T) {
	cases := map[string]struct {
		finding principles.Finding
		code    principles.Code
	}{
		"zero":            {principles.Finding{}, principles.CodeRuleWithoutCode},
		"no code":         {principles.Finding{Verdict: principles.Violated}, principles.CodeRuleWithoutCode},
		"text for a code": {principles.Finding{Verdict: principles.Pending, Code: "Wait here"}, principles.CodeRuleWithoutCode},
		"no verdict":      {principles.Finding{Verdict: 77, Code: "fine"}, principles.CodeUnknownVerdict},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got := set(t, says("rule", c.finding)).Evaluate(0).Reasons[0].Finding
			require.Equal(t, principles.Indeterminate, got.Verdict)
			require.Equal(t, c.code, got.Code)
			require.True(t, got.Hard)
		})
	}
}

func TestWhatIsMalformedIsDroppedAtEveryDepth(t *testing.T) {
	bad := principles.Finding{
		Verdict:  principles.Satisfied,
		Code:     "some text",
		Params:   []principles.Param{principles.Int("n", 1), principles.Term("n", "two\nlines")},
		Audience: 0xff,
		Mask:     "some text",
		RetryOn:  []principles.Event{"some text", "capacity_freed"},
	}
	good := principles.Finding{
		Verdict:  principles.Satisfied,
		Params:   []principles.Param{principles.Int("n", 1)},
		Audience: principles.To(readers...),
		Mask:     principles.CodeMasked,
		RetryOn:  []principles.Event{"capacity_freed"},
	}
	whole, want := bad, good
	whole.Parts, want.Parts = []principles.Finding{bad}, []principles.Finding{good}
	require.Equal(t, want, set(t, says("rule", whole)).Evaluate(0).Reasons[0].Finding)
	require.Len(t, bad.Params, 2, "the rule's own slices are left alone")
	require.Equal(t, principles.Event("some text"), bad.RetryOn[0])
}

func TestWellFormedFindingsPassThroughUnchanged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anyFinding().Draw(t, "finding")
		require.Equal(t, f, set(t, says("rule", f)).Evaluate(0).Reasons[0].Finding)
	})
}

func TestTheOrderOfRulesDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := rapid.SliceOfNDistinct(name(), 1, 8, rapid.ID[string]).Draw(t, "ids")
		var rules []principles.Rule[int]
		for _, id := range ids {
			rules = append(rules, says(principles.RuleID(id), anyFinding().Draw(t, "finding")))
		}
		shuffled := rapid.Permutation(rules).Draw(t, "shuffled")
		require.Equal(t, set(t, rules...).Evaluate(0), set(t, shuffled...).Evaluate(0))
	})
}

func TestPermitsAgreesWithEvaluate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rules []principles.Rule[int]
		for i, v := range rapid.SliceOfN(rapid.Uint8Range(0, 6), 0, 5).Draw(t, "verdicts") {
			f := principles.Finding{Verdict: principles.Verdict(v), Code: "some_code"}
			if rapid.Bool().Draw(t, "without code") {
				f.Code = ""
			}
			rules = append(rules, says(principles.RuleID([]string{"a", "b", "c", "d", "e"}[i]), f))
		}
		if rapid.Bool().Draw(t, "one panics") {
			rules = append(rules, principles.Func("f", "", panics))
		}
		s := set(t, rules...)
		require.Equal(t, !s.Evaluate(0).Blocked(), s.Permits(0))
	})
}

func TestAllGoesThroughTheRulesInOrder(t *testing.T) {
	s := set(t, says("c", principles.Finding{}), says("a", principles.Finding{}), says("b", principles.Finding{}))
	var ids []principles.RuleID
	for id, rule := range s.All() {
		require.Equal(t, id, rule.ID())
		ids = append(ids, id)
		if id == "b" {
			break
		}
	}
	require.Equal(t, []principles.RuleID{"a", "b"}, ids)
	require.Equal(t, 3, s.Len())
}
