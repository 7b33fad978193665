package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAPolicyIsReadStrictly(t *testing.T) {
	bomb := "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for name := 'b'; name <= 'i'; name++ {
		previous := string(name - 1)
		bomb += string(name) + ": &" + string(name) + " [" + strings.Repeat("*"+previous+",", 8) + "*" + previous + "]\n"
	}
	for _, c := range []struct {
		name, policy, want string // want: line:column: code of one fault; empty: accepted
	}{
		{"RULE-01 an empty policy keeps every rule", "", ""},
		{"RULE-01 an empty object too", "{}", ""},
		{"RULE-02 no key allows direct reports", "allow_direct_reports: true", "1:1: unknown_key"},
		{"RULE-02 nor does a depth below the direct line", "hierarchy:\n  depth: -1", "2:10: policy_out_of_range"},
		{"RULE-04 a slip of the pen", "hierarchy:\n  manger_depth: 2", "2:3: unknown_key"},
		{"RULE-05 a look-back before today", "hierarchy: {look_back_months: -1}", "1:31: policy_out_of_range"},
		{"RULE-05 a look-back of an age", "hierarchy: {look_back_months: 1000000}", "1:31: policy_out_of_range"},
		{"RULE-06 a weight that is no number", "weights: [{criterion: load, weight: .nan}]", "1:37: wrong_kind"},
		{"RULE-06 an infinite weight", "weights: [{criterion: load, weight: .inf}]", "1:37: wrong_kind"},
		{"RULE-06 a negative weight", "weights: [{criterion: load, weight: -1}]", "1:11: policy_out_of_range"},
		{"a zero that would mean the default", "hierarchy: {look_back_months: 0}", "1:31: policy_out_of_range"},
		{"a zero in other digits", "min_overlap_minutes: 0x0", "1:22: policy_out_of_range"},
		{"a zero with a sign", "max_repairs: -0", "1:14: policy_out_of_range"},
		{"a fraction", "max_repairs: 1.5", "1:14: wrong_kind"},
		{"a number for a text", "name: 12", "1:7: wrong_kind"},
		{"a text for a number", "max_repairs: many", "1:14: wrong_kind"},
		{"a list for an object", "hierarchy: []", "1:12: wrong_kind"},
		{"null", "max_repairs: null", "1:14: wrong_kind"},
		{"the place of a weight, in the order of the file", "weights: [{criterion: preferred, weight: 1}, {criterion: load, weight: 1001}]", "1:46: policy_out_of_range"},
		{"RULE-07 no criterion on a diagnosis", "weights: [{criterion: diagnosis, weight: 1}]", "1:11: unknown_criterion"},
		{"RULE-11 aliases", "x: &x 1\nmax_repairs: *x", "2:14: alias"},
		{"RULE-11 an anchor bomb", bomb, "alias"},
		{"RULE-11 merge keys", "hierarchy:\n  <<: {depth: 1}", "2:3: unknown_key"},
		{"a key twice", "max_repairs: 1\nmax_repairs: 2", "2:1: repeated_key"},
		{"a key in two cases", "max_repairs: 1\nMAX_REPAIRS: 2", "2:1: repeated_key"},
		{"a key in another case", "Max_Repairs: 1", "1:1: unknown_key"},
		{"JSON", `{"max_repairs": 5, "objectives": ["served", "load", "fit"]}`, ""},
		{"JSON with a trailing object", "{}\n---\n{}", "policy_syntax"},
		{"an objective twice", "objectives: [fit, fit]", "1:19: policy_repeated"},
		{"an unknown objective", "objectives: [luck]", "1:14: unknown_objective"},
		{"not YAML", "a: [", "policy_syntax"},
		{"binary", "\x00\x01\xff", "policy_syntax"},
		{"nested without end", strings.Repeat("[", 100) + strings.Repeat("]", 100), "too_nested"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := small(t)
			policy := f.write("policy.yaml", c.policy)
			r := f.match("-policy", policy)
			if c.want == "" {
				require.Equal(t, exitDone, r.status, r.err)
				return
			}
			require.Equal(t, exitBadInput, r.status)
			require.Contains(t, r.err, c.want)
			require.True(t, strings.HasPrefix(r.err, policy+":"), r.err)
		})
	}
}

func TestEveryFaultOfAPolicyIsListedAtOnce(t *testing.T) {
	f := small(t)
	policy := f.write("policy.yaml",
		"hierarchy: {look_back_months: 601}", "max_repairs: 0", "repeat_after_months: 601", "objectives: [luck, fit, fit]")
	r := f.match("-policy", policy)
	require.Equal(t, exitBadInput, r.status)
	for _, want := range []string{
		":1:31: policy_out_of_range", ":2:14: policy_out_of_range", ":3:22: policy_out_of_range", ":4:14: unknown_objective", ":4:25: policy_repeated",
	} {
		require.Contains(t, r.err, want)
	}
}

func FuzzParsePolicy(f *testing.F) {
	f.Add([]byte("max_repairs: 5"))
	f.Add([]byte("weights: [{criterion: load, weight: 3}]"))
	f.Add([]byte("a: &a [*a]"))
	f.Add([]byte(`{"hierarchy":{"depth":2}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		policy, err := parsePolicy("policy.yaml", data)
		if err == nil {
			require.Empty(t, policy.Check())
		}
	})
}
