package principles

import "slices"

// All returns a rule that holds when every part holds. The worst part decides:
// Violated before Indeterminate, Pending, Satisfied and NotApplicable.
//
// Of every combination ([All], [Any], [Not], [When]) this is true. A part that
// panics counts as Indeterminate and does not keep the others from being asked.
// The parts' findings are kept in [Finding.Parts], in the order given. The
// audience is the intersection of the parts' audiences; if any part has a mask,
// so has the combination, and of several it has the alphabetically first. A
// combination that blocks gathers the events of the parts that block.
//
// An All that blocks is hard if any part that blocks is.
func All[T any](id RuleID, principle PrincipleID, parts ...Rule[T]) Rule[T] {
	return combination[T]{identity{id, principle}, slices.Clone(parts), allOf}
}

// Any returns a rule that holds when at least one part holds. The best part
// decides: Satisfied before Pending, Indeterminate and Violated; NotApplicable
// only if no part applies.
//
// An Any that blocks is hard if all its parts that block are, since relaxing
// one of them could be enough.
func Any[T any](id RuleID, principle PrincipleID, parts ...Rule[T]) Rule[T] {
	return combination[T]{identity{id, principle}, slices.Clone(parts), anyOf}
}

// Not returns a rule that holds when the given one is violated and is violated
// when it holds. Every other verdict stays as it is, so that nothing undecided
// is ever turned into permission. It is as hard as the given rule.
func Not[T any](id RuleID, principle PrincipleID, rule Rule[T]) Rule[T] {
	return combination[T]{identity{id, principle}, []Rule[T]{rule}, not}
}

// When returns a rule that holds people to the given one only under a
// condition. Condition Satisfied: the finding is the rule's own, with the
// condition's put before its parts. Violated: NotApplicable, and the rule is not
// asked. Anything else, also a condition that is itself NotApplicable:
// Indeterminate, and hard, because nobody knows what it would have let through.
func When[T any](id RuleID, principle PrincipleID, condition, rule Rule[T]) Rule[T] {
	return conditional[T]{identity{id, principle}, condition, rule}
}

type combination[T any] struct {
	identity
	parts   []Rule[T]
	combine func(parts []Finding) Finding
}

func (c combination[T]) Check(subject T) Finding {
	if len(c.parts) == 0 {
		return unjudged(CodePartIndeterminate)
	}
	parts := make([]Finding, len(c.parts))
	for i, rule := range c.parts {
		parts[i] = judge(rule, subject)
	}
	return gathered(c.combine(parts), parts)
}

func (c combination[T]) defect() Code { return defectOfParts(c.parts...) }

type conditional[T any] struct {
	identity
	condition, rule Rule[T]
}

func (c conditional[T]) Check(subject T) Finding {
	condition := judge(c.condition, subject)
	switch condition.Verdict {
	case Satisfied:
		own := judge(c.rule, subject)
		f := gathered(own, []Finding{condition, own})
		f.Parts = append([]Finding{condition}, own.Parts...)
		return f
	case Violated:
		f := Finding{Verdict: NotApplicable, Code: CodeConditionNotMet}
		return gathered(f, []Finding{condition})
	default:
		return gathered(unjudged(CodeConditionUndecided), []Finding{condition})
	}
}

func (c conditional[T]) defect() Code { return defectOfParts(c.condition, c.rule) }

func defectOfParts[T any](parts ...Rule[T]) Code {
	if len(parts) == 0 {
		return CodeRuleWithoutParts
	}
	for _, part := range parts {
		if code := defect(part); code != "" {
			return code
		}
	}
	return ""
}

func allOf(parts []Finding) Finding {
	v := NotApplicable
	for _, part := range parts {
		v = v.worse(part.Verdict)
	}
	return Finding{
		Verdict: v,
		Code:    combinedCode(v, CodeAllHold, CodeNotAllHold),
		Hard:    v.Blocks() && slices.ContainsFunc(parts, hardBlock),
	}
}

func anyOf(parts []Finding) Finding {
	v := NotApplicable
	for _, part := range parts {
		v = v.better(part.Verdict)
	}
	return Finding{
		Verdict: v,
		Code:    combinedCode(v, CodeOneHolds, CodeNoneHolds),
		Hard:    v.Blocks() && !slices.ContainsFunc(parts, softBlock),
	}
}

func not(parts []Finding) Finding {
	v := parts[0].Verdict
	switch v {
	case Satisfied:
		v = Violated
	case Violated:
		v = Satisfied
	}
	return Finding{
		Verdict: v,
		Code:    combinedCode(v, CodeExclusionClear, CodeExclusionMet),
		Hard:    v.Blocks() && parts[0].Hard,
	}
}

func hardBlock(f Finding) bool { return f.Verdict.Blocks() && f.Hard }
func softBlock(f Finding) bool { return f.Verdict.Blocks() && !f.Hard }

func combinedCode(v Verdict, holds, fails Code) Code {
	switch v {
	case Satisfied:
		return holds
	case Violated:
		return fails
	case Pending:
		return CodePartPending
	case NotApplicable:
		return CodeNoPartApplies
	default:
		return CodePartIndeterminate
	}
}

// gathered completes a combined finding with what follows from its parts.
func gathered(f Finding, parts []Finding) Finding {
	f.Parts, f.Audience, f.Mask, f.RetryOn = parts, everyReader, "", nil
	for _, part := range parts {
		f.Audience = f.Audience.Intersect(part.Audience)
		if part.Mask != "" && (f.Mask == "" || part.Mask < f.Mask) {
			f.Mask = part.Mask
		}
		if f.Verdict.Blocks() && (part.Verdict.Blocks() || len(parts) == 1) {
			f.RetryOn = append(f.RetryOn, part.RetryOn...)
		}
	}
	slices.Sort(f.RetryOn)
	f.RetryOn = slices.Compact(f.RetryOn)
	return f
}
