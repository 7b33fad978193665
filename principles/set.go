package principles

import (
	"cmp"
	"errors"
	"iter"
	"slices"
)

// Set is a collection of rules with distinct ids, in the order of their ids
// whatever the order they came in. It is immutable, and safe for concurrent use
// as its rules are. The zero value has no rules and permits nothing.
type Set[T any] struct {
	entries []entry[T]
}

// entry keeps the identity that a rule had when the set was made, so that no
// rule can speak under another's name later.
type entry[T any] struct {
	identity
	rule Rule[T]
}

// NewSet returns the set of the given rules. If any of them cannot be part of
// it, the error joins a [RuleError] for every fault found. A set without rules
// is allowed; it permits nothing.
func NewSet[T any](rules ...Rule[T]) (*Set[T], error) {
	s := &Set[T]{entries: make([]entry[T], 0, len(rules))}
	seen := make(map[RuleID]bool, len(rules))
	var faults []error
	for i, rule := range rules {
		id, codes := identify(rule)
		if seen[id.id] && id.id.Valid() {
			codes = append(codes, CodeDuplicateRuleID)
		}
		seen[id.id] = true
		for _, code := range codes {
			faults = append(faults, &RuleError{Index: i, Rule: id.id, Code: code})
		}
		s.entries = append(s.entries, entry[T]{id, rule})
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	slices.SortFunc(s.entries, func(a, b entry[T]) int { return cmp.Compare(a.id, b.id) })
	return s, nil
}

// identify asks a rule who it is. A nil pointer inside the interface shows as a
// panic here, at load, rather than at the first decision.
func identify[T any](rule Rule[T]) (id identity, codes []Code) {
	defer func() {
		if recover() != nil {
			codes = []Code{CodeNilRule}
		}
	}()
	if rule == nil {
		return id, []Code{CodeNilRule}
	}
	id.id = rule.ID()
	if !id.id.Valid() {
		codes = append(codes, CodeInvalidRuleID)
	}
	if a, ok := rule.(Attributed); ok {
		id.principle = a.Principle()
		if id.principle != "" && !id.principle.Valid() {
			codes = append(codes, CodeInvalidPrincipleID)
		}
	}
	if code := defect(rule); code != "" {
		codes = append(codes, code)
	}
	return id, codes
}

// All returns the rules in the order of their ids.
func (s *Set[T]) All() iter.Seq2[RuleID, Rule[T]] {
	return func(yield func(RuleID, Rule[T]) bool) {
		for _, e := range s.entries {
			if !yield(e.id, e.rule) {
				return
			}
		}
	}
}

// Len returns the number of rules.
func (s *Set[T]) Len() int { return len(s.entries) }

// Evaluate asks every rule about the subject, also after one has blocked, so
// that the decision holds everything that stands in the way. A rule that panics
// counts as Indeterminate with [CodeRulePanicked]; one that answers nonsense
// as Indeterminate with [CodeUnknownVerdict] or [CodeRuleWithoutCode]. What a
// rule that panicked would have said of audience and mask is not known, so that
// finding is the auditor's alone, and the coordinator's count shows it.
func (s *Set[T]) Evaluate(subject T) Decision {
	reasons := make([]Reason, len(s.entries))
	for i, e := range s.entries {
		reasons[i] = Reason{Rule: e.id, Principle: e.principle, Finding: judge(e.rule, subject)}
	}
	return Decision{Reasons: reasons}
}

// Permits reports whether nothing stands in the way of the subject. It stops at
// the first rule that blocks and always agrees with [Set.Evaluate].
func (s *Set[T]) Permits(subject T) bool {
	for _, e := range s.entries {
		if judge(e.rule, subject).Verdict.Blocks() {
			return false
		}
	}
	return len(s.entries) > 0
}
