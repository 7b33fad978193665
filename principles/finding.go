package principles

import "slices"

// Finding is what a rule found out about one subject: a verdict, a code that
// says why, and details with types. It holds no text. The zero value is
// Indeterminate and blocks.
//
// A rule that keeps a secret sets Audience and Mask to the same values in every
// finding it returns, whatever the verdict. If it did so in some only, the
// choice would tell what the mask is there to hide.
//
// Findings are values: whoever receives one reads its slices and does not
// write to them. Parts form a tree.
type Finding struct {
	Verdict Verdict `json:"verdict"`

	// Code says why. A verdict that blocks needs one.
	Code Code `json:"code,omitempty"`

	// Params are the details of the code.
	Params []Param `json:"params,omitempty"`

	// Audience is who may see the finding as it is. The zero value is the
	// auditor alone.
	Audience Audience `json:"audience"`

	// Mask is the code that a coordinator outside the audience sees instead,
	// once for all findings with the same mask, without rule, parameters or
	// count. Empty: the finding is counted as withheld.
	Mask Code `json:"mask,omitempty"`

	// Hard says that no relaxation of the rule may ever be suggested.
	Hard bool `json:"hard,omitempty"`

	// RetryOn lists the events that could change the verdict.
	RetryOn []Event `json:"retry_on,omitempty"`

	// Parts are the findings that a combined one was made of.
	Parts []Finding `json:"parts,omitempty"`
}

// unjudged is the finding for a rule that gave no usable answer. It is hard:
// what could not be judged must not be offered for relaxation.
func unjudged(code Code) Finding {
	return Finding{Verdict: Indeterminate, Code: code, Hard: true}
}

// judge asks a rule and turns whatever comes back into a finding that can be
// relied on. It never makes a blocking verdict pass nor a passing one block.
// What the rule panicked with is dropped, for it may hold anything.
func judge[T any](rule Rule[T], subject T) (f Finding) {
	defer func() {
		if recover() != nil {
			f = unjudged(CodeRulePanicked)
		}
	}()
	return rule.Check(subject).sanitised()
}

func (f Finding) sanitised() Finding {
	switch {
	case !f.Verdict.known():
		f.Verdict, f.Code, f.Hard = Indeterminate, CodeUnknownVerdict, true
	case f.Code.Valid():
	case f.Verdict.Blocks():
		f.Verdict, f.Code, f.Hard = Indeterminate, CodeRuleWithoutCode, true
	default:
		f.Code = ""
	}
	if f.Mask != "" && !f.Mask.Valid() {
		f.Mask = CodeMasked
	}
	f.Audience &= everyReader
	f.Params = keep(f.Params, Param.Valid)
	f.RetryOn = keep(f.RetryOn, Event.Valid)
	if len(f.Parts) > 0 {
		parts := make([]Finding, len(f.Parts))
		for i, part := range f.Parts {
			parts[i] = part.sanitised()
		}
		f.Parts = parts
	}
	return f
}

// keep returns s itself when nothing has to go, so that the usual case
// allocates nothing, and never writes to a rule's own slice.
func keep[E any](s []E, valid func(E) bool) []E {
	if !slices.ContainsFunc(s, func(e E) bool { return !valid(e) }) {
		return s
	}
	var kept []E
	for _, e := range s {
		if valid(e) {
			kept = append(kept, e)
		}
	}
	return kept
}
