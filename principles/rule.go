package principles

import "fmt"

// Rule judges subjects of one kind.
//
// Check is a pure function of the subject: no I/O, no clock, no randomness, no
// state, so that a decision can be replayed and explained later. It is called
// from several goroutines at once. A rule that lacks what it needs answers
// [Indeterminate]. The suite in principlestest checks a rule for all of this.
type Rule[T any] interface {
	// ID returns the name of the rule, the same each time.
	ID() RuleID
	// Check judges the subject.
	Check(subject T) Finding
}

// Attributed is what a [Rule] may implement to name the principle that it
// protects, the same each time.
type Attributed interface {
	Principle() PrincipleID
}

// Func returns a rule made of a function, which protects the named principle.
// The principle may be empty.
func Func[T any](id RuleID, principle PrincipleID, check func(T) Finding) Rule[T] {
	return funcRule[T]{identity{id, principle}, check}
}

type funcRule[T any] struct {
	identity
	check func(T) Finding
}

func (r funcRule[T]) Check(subject T) Finding { return r.check(subject) }

func (r funcRule[T]) defect() Code {
	if r.check == nil {
		return CodeRuleWithoutCheck
	}
	return ""
}

// identity is the name and the principle of a rule made by this package.
type identity struct {
	id        RuleID
	principle PrincipleID
}

func (i identity) ID() RuleID             { return i.id }
func (i identity) Principle() PrincipleID { return i.principle }

// Codes of a [RuleError].
const (
	// CodeNilRule: there is no rule, or asking for its id panicked.
	CodeNilRule Code = "nil_rule"
	// CodeInvalidRuleID: the id is empty or has not the form of a code.
	CodeInvalidRuleID Code = "invalid_rule_id"
	// CodeDuplicateRuleID: an earlier rule has the same id.
	CodeDuplicateRuleID Code = "duplicate_rule_id"
	// CodeInvalidPrincipleID: the principle is not empty and has not the form
	// of a code.
	CodeInvalidPrincipleID Code = "invalid_principle_id"
	// CodeRuleWithoutCheck: a rule made by [Func] has no function.
	CodeRuleWithoutCheck Code = "rule_without_check"
	// CodeRuleWithoutParts: a combination has no parts.
	CodeRuleWithoutParts Code = "rule_without_parts"
)

// RuleError says why a rule cannot be part of a [Set].
type RuleError struct {
	Index int    // place among the arguments of NewSet, from 0
	Rule  RuleID // as the rule gives it, valid or not
	Code  Code   // one of the codes above
}

// Error returns the place, the id and the code.
func (e *RuleError) Error() string {
	return fmt.Sprintf("principles: rule %d (%q): %s", e.Index, string(e.Rule), e.Code)
}

// defect tells what is wrong with a rule before it is ever asked, or "".
func defect[T any](rule Rule[T]) Code {
	if rule == nil {
		return CodeNilRule
	}
	if r, ok := rule.(interface{ defect() Code }); ok {
		return r.defect()
	}
	return ""
}
