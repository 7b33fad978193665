// Package principlestest checks that a rule keeps the promises of
// [principles.Rule]. A test of a rule hands over the rule and a few subjects that
// lead it to different verdicts:
//
//	func TestMyRule(t *testing.T) {
//		principlestest.TestRule(t, myRule, fits, doesNotFit, lacksData)
//	}
package principlestest

import (
	"fmt"
	"reflect"
	"sync"
	"testing"

	"github.com/peersupport/peersupport/principles"
)

// goroutines is how many ask the rule about the same subject at once. Under the
// race detector a rule with shared state then shows itself.
const goroutines = 8

// TestRule reports to t whatever the rule does that a [principles.Rule] must
// not. It checks that the rule
//
//   - has a valid id, and a valid principle if any, the same each time;
//   - can be part of a [principles.Set];
//   - does not panic;
//   - is pure: two answers about a subject are equal, also when several
//     goroutines ask at once;
//   - answers with a known verdict, and with a valid code where it blocks;
//   - has only valid parameters, each name once, and valid events;
//   - has the same audience and mask in every finding if it has a mask in any.
//
// Parts of findings are checked as well, masks excepted. Without subjects the
// test fails. Messages name subjects by their place, from 0, and never print
// them.
func TestRule[T any](t testing.TB, rule principles.Rule[T], subjects ...T) {
	t.Helper()
	if len(subjects) == 0 {
		t.Fatalf("principlestest: no subjects to ask the rule about")
		return
	}
	if _, err := principles.NewSet(rule); err != nil {
		t.Fatalf("principlestest: no set accepts the rule: %v", err)
		return
	}
	steadyIdentity(t, rule)
	var answers []principles.Finding
	for i, subject := range subjects {
		where := fmt.Sprintf("principlestest: rule %q, subject %d", rule.ID(), i)
		f, ok := ask(rule, subject)
		if !ok {
			t.Errorf("%s: the rule panicked", where)
			continue
		}
		pure(t, where, rule, subject, f)
		wellFormed(t, where, f)
		answers = append(answers, f)
	}
	steadyMask(t, rule.ID(), answers)
}

func steadyIdentity[T any](t testing.TB, rule principles.Rule[T]) {
	t.Helper()
	first, second := rule.ID(), rule.ID()
	if first != second {
		t.Errorf("principlestest: the id of the rule changes")
	}
	if a, ok := rule.(principles.Attributed); ok {
		before, after := a.Principle(), a.Principle()
		if before != after {
			t.Errorf("principlestest: rule %q: its principle changes", first)
		}
	}
}

// ask returns false if the rule panicked. What it panicked with is dropped: it
// may hold anything.
func ask[T any](rule principles.Rule[T], subject T) (f principles.Finding, ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	return rule.Check(subject), true
}

func pure[T any](t testing.TB, where string, rule principles.Rule[T], subject T, first principles.Finding) {
	t.Helper()
	if again, ok := ask(rule, subject); !ok || !reflect.DeepEqual(first, again) {
		t.Errorf("%s: a second answer differs from the first", where)
		return
	}
	differs := make([]bool, goroutines)
	var all sync.WaitGroup
	for i := range goroutines {
		all.Go(func() {
			f, ok := ask(rule, subject)
			differs[i] = !ok || !reflect.DeepEqual(first, f)
		})
	}
	all.Wait()
	for _, d := range differs {
		if d {
			t.Errorf("%s: answers differ when several goroutines ask", where)
			return
		}
	}
}

func wellFormed(t testing.TB, where string, f principles.Finding) {
	t.Helper()
	if f.Verdict > principles.NotApplicable {
		t.Errorf("%s: %d is no verdict", where, f.Verdict)
	}
	if !f.Code.Valid() && (f.Verdict.Blocks() || f.Code != "") {
		t.Errorf("%s: the code is not valid", where)
	}
	if f.Mask != "" && !f.Mask.Valid() {
		t.Errorf("%s: the mask is no valid code", where)
	}
	names := make(map[string]bool)
	for i, p := range f.Params {
		if !p.Valid() {
			t.Errorf("%s: parameter %d is not valid", where, i)
		}
		if names[p.Name()] {
			t.Errorf("%s: parameter %d has the name of an earlier one", where, i)
		}
		names[p.Name()] = true
	}
	for i, e := range f.RetryOn {
		if !e.Valid() {
			t.Errorf("%s: event %d is not valid", where, i)
		}
	}
	for _, part := range f.Parts {
		wellFormed(t, where+", a part", part)
	}
}

func steadyMask(t testing.TB, id principles.RuleID, answers []principles.Finding) {
	t.Helper()
	for _, f := range answers {
		for _, g := range answers {
			if f.Mask != "" && (f.Mask != g.Mask || f.Audience != g.Audience) {
				t.Errorf("principlestest: rule %q: mask and audience are not the same in every finding", id)
				return
			}
		}
	}
}
